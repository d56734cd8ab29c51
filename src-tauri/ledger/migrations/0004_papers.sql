-- Papers that prove themselves: what an agreement was set from, the seal put on it, and what comes back.

-- The whole agreement as it was set, JSON and deflated: with both signatures on it, it is set once more from
-- the very same words, whatever the business or the client have changed since. Older versions have none.
ALTER TABLE plan_version ADD COLUMN model BLOB;

-- The agreement with both signatures, their certificate page and the seal.
ALTER TABLE plan_version ADD COLUMN sealed_id INTEGER REFERENCES document (id);

-- For whom somebody signed: "owner", "office manager".
ALTER TABLE plan_signature ADD COLUMN role TEXT NOT NULL DEFAULT '';

-- A drawing is a picture, or the strokes of the pen themselves (JSON).
ALTER TABLE plan_signature ADD COLUMN drawn_as TEXT NOT NULL DEFAULT 'png' CHECK (drawn_as IN ('png', 'strokes'));

-- The business's own seals. The key lies inside the encrypted book, so that it moves with it; it is in no
-- other place. The latest is the one in use; those before it stay, for what they sealed.
CREATE TABLE seal (
    id          INTEGER PRIMARY KEY,
    origin      TEXT NOT NULL CHECK (origin IN ('own', 'imported')),
    secret      BLOB NOT NULL,
    fingerprint BLOB NOT NULL UNIQUE,    -- SHA-256 of the public key
    recorded_at INTEGER NOT NULL
) STRICT;

-- Its certificate, and those that vouch for it in turn (X.509, DER).
CREATE TABLE seal_certificate (
    seal_id INTEGER NOT NULL REFERENCES seal (id),
    place   INTEGER NOT NULL,
    der     BLOB NOT NULL,
    PRIMARY KEY (seal_id, place)
) STRICT, WITHOUT ROWID;
