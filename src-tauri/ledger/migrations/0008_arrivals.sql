-- More of what comes in: mail, discounts for paying early, bank lines that are payments entered before, and how
-- somebody said that files of one layout are to be read.

-- What somebody said once of files with this header. The next one is read the same way, as long as it fits.
CREATE TABLE layout (
    fingerprint TEXT PRIMARY KEY CHECK (fingerprint <> ''), -- what the header of a table is known by
    said        TEXT NOT NULL,           -- columns, order of dates, decimal mark, currency, kind: JSON
    recorded_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- So much comes off an invoice that is paid by that day, as its own terms say. It is owed whole until then: a
-- discount that was taken is an entry.
CREATE TABLE early_discount (
    entry_id INTEGER NOT NULL REFERENCES entry (id),
    until_on INTEGER NOT NULL,
    off      INTEGER NOT NULL CHECK (off > 0),
    PRIMARY KEY (entry_id, until_on)
) STRICT, WITHOUT ROWID;

-- A line may be a payment that was in the book before it: taking the match back leaves that payment as it is. And a
-- payment may have earned a discount, which goes when the match goes.
ALTER TABLE bank_match ADD COLUMN was_entered INTEGER NOT NULL DEFAULT 0 CHECK (was_entered IN (0, 1));
ALTER TABLE bank_match ADD COLUMN discount_id INTEGER REFERENCES entry (id);

-- A word that came as a file goes when the file is taken back; the same message is never taken twice.
ALTER TABLE contact ADD COLUMN import_id INTEGER REFERENCES import (id);
ALTER TABLE contact ADD COLUMN message TEXT NOT NULL DEFAULT ''; -- the e-mail's own id
CREATE INDEX contact_by_message ON contact (message) WHERE message <> '';
CREATE INDEX contact_by_import ON contact (import_id) WHERE import_id IS NOT NULL;

-- An address that mail did not reach, told by this contact. It holds while the client has this address.
CREATE TABLE dead_address (
    contact_id INTEGER PRIMARY KEY REFERENCES contact (id),
    client_id  INTEGER NOT NULL REFERENCES client (id),
    address    TEXT NOT NULL,            -- lower case
    reason     TEXT NOT NULL
) STRICT;
CREATE INDEX dead_address_by_client ON dead_address (client_id);
