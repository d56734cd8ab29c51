-- What every book begins with: who it is, and what happened to it.
--
-- Days are whole days since 1970-01-01, instants are milliseconds since 1970 in UTC, money is minor
-- units. A migration is never edited once shipped; a change is the next file.

-- One row: what this file is. `lineage` changes when an older backup is taken up again, so that what
-- the computer remembers about the abandoned line does not call the restored book tampered with.
CREATE TABLE meta (
    only       INTEGER PRIMARY KEY CHECK (only = 1),
    format     INTEGER NOT NULL,          -- of the book as a whole; 1 is the first
    lineage    TEXT NOT NULL CHECK (length(lineage) = 32),
    created_at INTEGER NOT NULL,
    created_by TEXT NOT NULL              -- the app's version
) STRICT;

-- What happened, oldest first, without gaps. Each row's `hash` covers the row before it and the hash of
-- its own body, never the body itself: text about a person can be taken out and the chain stays whole.
CREATE TABLE history (
    seq            INTEGER PRIMARY KEY CHECK (seq > 0),
    recorded_at    INTEGER NOT NULL,      -- the machine's true time, UTC
    offset_minutes INTEGER NOT NULL,      -- what the wall clock showed, relative to UTC
    business_day   INTEGER NOT NULL,      -- the day it happened on for the business
    actor          TEXT NOT NULL,
    kind           TEXT NOT NULL,
    subject        TEXT NOT NULL,         -- what it is about: invoice-12, plan-3
    client_id      INTEGER,               -- whose history it belongs to, if anyone's
    body_hash      BLOB NOT NULL CHECK (length(body_hash) = 32),
    prev_hash      BLOB NOT NULL CHECK (length(prev_hash) = 32),
    hash           BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;

CREATE INDEX history_of_client ON history (client_id, seq) WHERE client_id IS NOT NULL;

-- The words of an entry. `blind` is random and hashed with them, so that once a row is gone nobody can
-- find the words again by guessing at the hash. A missing row is right only if a later entry says that
-- it was redacted.
CREATE TABLE history_body (
    seq   INTEGER PRIMARY KEY REFERENCES history (seq),
    blind BLOB NOT NULL CHECK (length(blind) = 16),
    body  TEXT NOT NULL
) STRICT;

-- The app has no path that rewrites history; these make a slip in a later version fail loudly.
CREATE TRIGGER history_is_never_edited BEFORE UPDATE ON history
BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;

CREATE TRIGGER history_is_never_deleted BEFORE DELETE ON history
BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;

CREATE TRIGGER history_words_are_never_edited BEFORE UPDATE ON history_body
BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
