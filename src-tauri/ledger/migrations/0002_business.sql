-- The business, its clients, and what is owed.
--
-- Money is INTEGER minor units of the row's currency. Days are INTEGER days since 1970-01-01, civil
-- dates in the business's own zone. Instants are INTEGER milliseconds UTC.

-- The business this book belongs to. Exactly one row.
CREATE TABLE business (
    id         INTEGER PRIMARY KEY CHECK (id = 1),
    name       TEXT NOT NULL,
    country    TEXT NOT NULL,            -- ISO 3166-1 alpha-2
    region     TEXT NOT NULL DEFAULT '', -- ISO 3166-2 suffix, where law depends on it
    currency   TEXT NOT NULL,            -- ISO 4217, what amounts mean when nothing else is said
    locale     TEXT NOT NULL,            -- BCP 47
    time_zone  TEXT NOT NULL,            -- IANA; decides when a day ends
    email      TEXT NOT NULL DEFAULT '',
    phone      TEXT NOT NULL DEFAULT '',
    tax_id     TEXT NOT NULL DEFAULT '',
    address    TEXT NOT NULL DEFAULT '{}', -- structured, JSON
    pay_to     TEXT NOT NULL DEFAULT '',   -- how to pay, one line each, as printed
    logo       BLOB
) STRICT;

-- What the business decided beforehand. Keys that are absent have their usual value.
CREATE TABLE policy (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- A file that came in. What it made can be found by its id and taken back.
CREATE TABLE import (
    id          INTEGER PRIMARY KEY,
    file_name   TEXT NOT NULL,
    sha256      BLOB NOT NULL,
    kind        TEXT NOT NULL,
    recorded_at INTEGER NOT NULL,
    day         INTEGER NOT NULL,        -- the business day it counts from
    created     TEXT NOT NULL,           -- counts, JSON
    undone_at   INTEGER
) STRICT;

-- Who owes. A client whose import was undone is withdrawn: kept for the history, shown nowhere.
CREATE TABLE client (
    id         INTEGER PRIMARY KEY,
    name       TEXT NOT NULL CHECK (name <> ''),
    name_key   TEXT NOT NULL,            -- the name as it is compared: lower case, single spaces
    kind       TEXT NOT NULL DEFAULT 'business' CHECK (kind IN ('business', 'consumer')),
    reference  TEXT NOT NULL DEFAULT '', -- their number in another system
    email      TEXT NOT NULL DEFAULT '',
    phone      TEXT NOT NULL DEFAULT '',
    language   TEXT NOT NULL DEFAULT '',
    street     TEXT NOT NULL DEFAULT '',
    number     TEXT NOT NULL DEFAULT '',
    extra      TEXT NOT NULL DEFAULT '',
    postcode   TEXT NOT NULL DEFAULT '',
    town       TEXT NOT NULL DEFAULT '',
    region     TEXT NOT NULL DEFAULT '',
    country    TEXT NOT NULL DEFAULT '',
    notes      TEXT NOT NULL DEFAULT '',
    import_id  INTEGER REFERENCES import (id),
    withdrawn  INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1))
) STRICT;
CREATE INDEX client_by_name ON client (name_key) WHERE withdrawn = 0;

-- What the client owes more (amount > 0) or less (amount < 0). Only ever added: a correction is an entry
-- of the same kind with the opposite amount that names what it reverses.
--
-- open, moved_on and withdrawn are derived, kept in step by every allocation in the same transaction so
-- that lists are instant, and proven by book verify:
--   open      what is not yet allocated, whatever the day: of a debit what is owed, of a credit what is left
--   moved_on  the latest day on which the entry or an allocation of it counts
-- As at a day on or after moved_on the row alone answers; before it, its allocations are summed.
CREATE TABLE entry (
    id           INTEGER PRIMARY KEY,
    client_id    INTEGER NOT NULL REFERENCES client (id),
    kind         TEXT NOT NULL,
    currency     TEXT NOT NULL,
    amount       INTEGER NOT NULL,
    effective_on INTEGER NOT NULL,
    due_on       INTEGER NOT NULL,        -- of a credit: its effective day
    open         INTEGER NOT NULL,
    moved_on     INTEGER NOT NULL,
    draft        INTEGER NOT NULL DEFAULT 0 CHECK (draft IN (0, 1)),
    withdrawn    INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)), -- taken back with its import; its number is free again
    due_assumed  INTEGER NOT NULL DEFAULT 0 CHECK (due_assumed IN (0, 1)),
    assumed      INTEGER NOT NULL DEFAULT 0 CHECK (assumed IN (0, 1)),   -- inferred from a file, for somebody to look at
    number       TEXT NOT NULL DEFAULT '',
    reference    TEXT NOT NULL DEFAULT '', -- purchase order, payment reference
    method       TEXT NOT NULL DEFAULT '',
    appropriation TEXT NOT NULL DEFAULT '', -- of a payment: the order used, or "instructed"
    note         TEXT NOT NULL DEFAULT '', -- why, where a reason was asked
    recorded_at  INTEGER NOT NULL,
    reverses     INTEGER REFERENCES entry (id),
    import_id    INTEGER REFERENCES import (id)
) STRICT;

-- What is open now: the everyday question. Covering, so that it never touches the wide rows.
CREATE INDEX entry_open ON entry (client_id, currency, due_on, effective_on, moved_on, open, amount)
    WHERE open <> 0 AND draft = 0;
-- What was still open on an earlier day: only what moved after it.
CREATE INDEX entry_settled ON entry (moved_on, effective_on, client_id, currency, due_on, amount)
    WHERE open = 0 AND draft = 0;
CREATE INDEX entry_by_client ON entry (client_id, effective_on);
CREATE INDEX entry_by_import ON entry (import_id) WHERE import_id IS NOT NULL;
CREATE INDEX entry_reversing ON entry (reverses) WHERE reverses IS NOT NULL;
-- A number is used once per client while it stands.
CREATE UNIQUE INDEX invoice_number ON entry (number, client_id)
    WHERE kind = 'invoice' AND withdrawn = 0 AND reverses IS NULL;
CREATE INDEX invoice_by_day ON entry (effective_on, id) WHERE kind = 'invoice' AND withdrawn = 0 AND reverses IS NULL;
CREATE INDEX invoice_by_due ON entry (due_on, id) WHERE kind = 'invoice' AND withdrawn = 0 AND reverses IS NULL;

-- So much of this credit pays that debit, from that day. A negative amount takes one back.
CREATE TABLE allocation (
    id           INTEGER PRIMARY KEY,
    credit_id    INTEGER NOT NULL REFERENCES entry (id),
    debit_id     INTEGER NOT NULL REFERENCES entry (id),
    amount       INTEGER NOT NULL CHECK (amount <> 0),
    effective_on INTEGER NOT NULL,
    recorded_at  INTEGER NOT NULL,
    reverses     INTEGER REFERENCES allocation (id)
) STRICT;
CREATE INDEX allocation_by_debit ON allocation (debit_id, effective_on, amount);
CREATE INDEX allocation_by_credit ON allocation (credit_id, effective_on, amount);

-- A client disputes an invoice, wholly (amount is null) or in part.
CREATE TABLE dispute (
    id          INTEGER PRIMARY KEY,
    entry_id    INTEGER NOT NULL REFERENCES entry (id),
    amount      INTEGER,
    opened_on   INTEGER NOT NULL,
    resolved_on INTEGER,
    note        TEXT NOT NULL DEFAULT '',
    resolution  TEXT NOT NULL DEFAULT '',
    import_id   INTEGER REFERENCES import (id)
) STRICT;
CREATE INDEX dispute_by_entry ON dispute (entry_id);

-- A word to or from a client, also one that was sent from elsewhere.
CREATE TABLE contact (
    id          INTEGER PRIMARY KEY,
    client_id   INTEGER NOT NULL REFERENCES client (id),
    day         INTEGER NOT NULL,
    channel     TEXT NOT NULL,
    direction   TEXT NOT NULL CHECK (direction IN ('in', 'out')),
    kind        TEXT NOT NULL,
    note        TEXT NOT NULL DEFAULT '',
    recorded_at INTEGER NOT NULL
) STRICT;
CREATE INDEX contact_by_client ON contact (client_id, day);

-- A paper as it was made: the bytes that left the desk.
CREATE TABLE document (
    id          INTEGER PRIMARY KEY,
    client_id   INTEGER NOT NULL REFERENCES client (id),
    kind        TEXT NOT NULL,
    name        TEXT NOT NULL,
    day         INTEGER NOT NULL,
    bytes       BLOB NOT NULL,
    sha256      BLOB NOT NULL,
    recorded_at INTEGER NOT NULL
) STRICT;
CREATE INDEX document_by_client ON document (client_id, day);

-- A payment plan lies over invoices: it changes dates, not debts. Each version is immutable rows.
CREATE TABLE plan (
    id        INTEGER PRIMARY KEY,
    reference TEXT NOT NULL UNIQUE,      -- as printed: PP-2026-0001
    client_id INTEGER NOT NULL REFERENCES client (id),
    currency  TEXT NOT NULL
) STRICT;
CREATE INDEX plan_by_client ON plan (client_id);

CREATE TABLE plan_version (
    id           INTEGER PRIMARY KEY,
    plan_id      INTEGER NOT NULL REFERENCES plan (id),
    version      INTEGER NOT NULL,
    drafted_on   INTEGER NOT NULL,
    grace_days   INTEGER NOT NULL,
    cure_days    INTEGER NOT NULL,
    accelerate_after INTEGER,            -- missed instalments before the rest can be made due; null without the clause
    calendar     TEXT NOT NULL,          -- whose holidays count, ISO 3166; empty: weekends only
    paper        TEXT NOT NULL,          -- plan.json, canonical; the fingerprint is its hash
    fingerprint  TEXT NOT NULL,
    document_id  INTEGER REFERENCES document (id),
    effective_on INTEGER,                -- active from; null until both have signed
    ended_on     INTEGER,                -- from here on it no longer answers
    recorded_at  INTEGER NOT NULL,
    UNIQUE (plan_id, version)
) STRICT;

CREATE TABLE plan_instalment (
    version_id INTEGER NOT NULL REFERENCES plan_version (id),
    n          INTEGER NOT NULL,         -- 0 is the down payment
    due_on     INTEGER NOT NULL,
    principal  INTEGER NOT NULL,
    interest   INTEGER NOT NULL,
    PRIMARY KEY (version_id, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE plan_cover (
    version_id INTEGER NOT NULL REFERENCES plan_version (id),
    entry_id   INTEGER NOT NULL REFERENCES entry (id),
    amount     INTEGER NOT NULL CHECK (amount > 0),
    PRIMARY KEY (version_id, entry_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX plan_cover_by_entry ON plan_cover (entry_id);

-- Interest a plan has earned: from its instalment's due day it is a debt like any other.
CREATE TABLE plan_charge (
    version_id INTEGER NOT NULL REFERENCES plan_version (id),
    n          INTEGER NOT NULL,
    entry_id   INTEGER NOT NULL REFERENCES entry (id),
    PRIMARY KEY (version_id, n)
) STRICT, WITHOUT ROWID;

-- Who signed a version, how, and when: the business day and the machine's true time.
CREATE TABLE plan_signature (
    version_id     INTEGER NOT NULL REFERENCES plan_version (id),
    party          TEXT NOT NULL CHECK (party IN ('business', 'client')),
    name           TEXT NOT NULL,
    how            TEXT NOT NULL CHECK (how IN ('typed', 'drawn')),
    drawing        BLOB,
    day            INTEGER NOT NULL,
    signed_at      INTEGER NOT NULL,
    offset_minutes INTEGER NOT NULL,
    PRIMARY KEY (version_id, party)
) STRICT, WITHOUT ROWID;

-- A final demand that was issued, and the one step it announced.
CREATE TABLE demand (
    id          INTEGER PRIMARY KEY,
    client_id   INTEGER NOT NULL REFERENCES client (id),
    currency    TEXT NOT NULL,
    total       INTEGER NOT NULL,
    day         INTEGER NOT NULL,
    deadline    INTEGER NOT NULL,
    next_step   TEXT NOT NULL,
    document_id INTEGER NOT NULL REFERENCES document (id)
) STRICT;
CREATE INDEX demand_by_client ON demand (client_id, day);

-- Something to do on a day.
CREATE TABLE task (
    id        INTEGER PRIMARY KEY,
    client_id INTEGER REFERENCES client (id),
    demand_id INTEGER REFERENCES demand (id),
    what      TEXT NOT NULL,
    due_on    INTEGER NOT NULL,
    done_on   INTEGER
) STRICT;
CREATE INDEX task_open ON task (due_on) WHERE done_on IS NULL;
