-- Signatures that were not made on this screen: by hand on a printed copy, or in another program in a copy of
-- the file. What came back is kept and is the evidence; the day the paper bears stands beside the day on which
-- it was recorded here, and only that one counts.
--
-- SQLite cannot widen a CHECK, so the table is made anew and takes the old one's rows.
CREATE TABLE plan_signature_anew (
    version_id     INTEGER NOT NULL REFERENCES plan_version (id),
    party          TEXT NOT NULL CHECK (party IN ('business', 'client')),
    name           TEXT NOT NULL,
    role           TEXT NOT NULL DEFAULT '',         -- for whom: "owner", "office manager"
    how            TEXT NOT NULL CHECK (how IN ('typed', 'drawn', 'on_paper', 'elsewhere')),
    drawing        BLOB,
    drawn_as       TEXT NOT NULL DEFAULT 'png' CHECK (drawn_as IN ('png', 'strokes')),
    copy_id        INTEGER REFERENCES document (id), -- the copy that bears it, where it was not made here
    signed_on      INTEGER,                          -- the day on that copy
    day            INTEGER NOT NULL,                 -- the business day it was made or recorded here
    signed_at      INTEGER NOT NULL,                 -- the machine's true time of that
    offset_minutes INTEGER NOT NULL,
    PRIMARY KEY (version_id, party),
    CHECK ((how IN ('on_paper', 'elsewhere')) = (copy_id IS NOT NULL)),
    CHECK ((copy_id IS NULL) = (signed_on IS NULL)),
    CHECK (drawing IS NULL OR how = 'drawn')
) STRICT, WITHOUT ROWID;

INSERT INTO plan_signature_anew
    (version_id, party, name, role, how, drawing, drawn_as, day, signed_at, offset_minutes)
SELECT version_id, party, name, role, how, drawing, drawn_as, day, signed_at, offset_minutes FROM plan_signature;

DROP TABLE plan_signature;
ALTER TABLE plan_signature_anew RENAME TO plan_signature;
