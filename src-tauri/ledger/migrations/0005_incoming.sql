-- What comes in beside lists of invoices: bank statements and what they pay, what a later file changed, and
-- files that are evidence themselves.

-- An account at a bank, as its statements name it. A list without an account number makes one without.
CREATE TABLE bank_account (
    id       INTEGER PRIMARY KEY,
    number   TEXT NOT NULL,              -- IBAN or number, without blanks
    currency TEXT NOT NULL,
    UNIQUE (number, currency)
) STRICT;

-- What one file said of one account. Balances are in the account's currency. What an account held last is
-- the latest closing balance of a file that was not taken back.
CREATE TABLE bank_statement (
    id         INTEGER PRIMARY KEY,
    account_id INTEGER NOT NULL REFERENCES bank_account (id),
    import_id  INTEGER NOT NULL REFERENCES import (id),
    opening    INTEGER,
    opening_on INTEGER,
    closing    INTEGER,
    closing_on INTEGER
) STRICT;
CREATE INDEX bank_statement_by_account ON bank_statement (account_id);
CREATE INDEX bank_statement_by_import ON bank_statement (import_id);

-- A movement on an account, in the account's currency. Money in is positive. It changes no debt: a match does.
CREATE TABLE bank_line (
    id            INTEGER PRIMARY KEY,
    statement_id  INTEGER NOT NULL REFERENCES bank_statement (id),
    day           INTEGER NOT NULL,
    value_day     INTEGER,
    amount        INTEGER NOT NULL,
    payer         TEXT NOT NULL DEFAULT '',
    payer_key     TEXT NOT NULL DEFAULT '', -- the name as it is compared
    payer_account TEXT NOT NULL DEFAULT '',
    reference     TEXT NOT NULL DEFAULT '',
    text          TEXT NOT NULL DEFAULT '',
    bank_id       TEXT NOT NULL DEFAULT '', -- the bank's own number for it
    same_as       BLOB NOT NULL CHECK (length(same_as) = 32), -- tells it in overlapping files
    withdrawn     INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)) -- taken back with its import
) STRICT;
CREATE UNIQUE INDEX bank_line_once ON bank_line (same_as) WHERE withdrawn = 0;
CREATE INDEX bank_line_by_day ON bank_line (day, id) WHERE withdrawn = 0;
CREATE INDEX bank_line_by_statement ON bank_line (statement_id);

-- A line became this payment. It stands as long as the payment does, so taking the one back takes back the
-- other. Who paid before is read from the matches that stand: nothing else remembers a payer.
CREATE TABLE bank_match (
    entry_id INTEGER PRIMARY KEY REFERENCES entry (id),
    line_id  INTEGER NOT NULL REFERENCES bank_line (id)
) STRICT;
CREATE INDEX bank_match_by_line ON bank_match (line_id);

-- A later file gives another amount: an adjustment of the difference, which names the invoice it belongs to.
-- An invoice's total is its own amount and its adjustments.
ALTER TABLE entry ADD COLUMN adjusts INTEGER REFERENCES entry (id);
CREATE INDEX entry_adjusting ON entry (adjusts) WHERE adjusts IS NOT NULL;

-- A later file gives another due day. entry.due_on is that of the latest change that stands, or else what the
-- first of them says was there before; book verify proves it.
CREATE TABLE due_change (
    id           INTEGER PRIMARY KEY,
    entry_id     INTEGER NOT NULL REFERENCES entry (id),
    import_id    INTEGER NOT NULL REFERENCES import (id),
    before       INTEGER NOT NULL,
    before_assumed INTEGER NOT NULL CHECK (before_assumed IN (0, 1)),
    due_on       INTEGER NOT NULL,
    recorded_at  INTEGER NOT NULL,
    withdrawn    INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1))
) STRICT;
CREATE INDEX due_change_by_entry ON due_change (entry_id, id);
CREATE INDEX due_change_by_import ON due_change (import_id);

-- The very bytes of a file that is a document in law, such as an e-invoice: kept once, found by the import's
-- hash.
CREATE TABLE original (
    sha256 BLOB PRIMARY KEY CHECK (length(sha256) = 32),
    bytes  BLOB NOT NULL
) STRICT, WITHOUT ROWID;
