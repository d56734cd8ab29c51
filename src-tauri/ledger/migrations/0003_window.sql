-- What the window shows beside the figures: what an invoice was for, and papers as they looked.

-- What it was for, in a few words: "Taproom bar front". Only invoices have one.
ALTER TABLE entry ADD COLUMN subject TEXT NOT NULL DEFAULT '';

-- The very pages of a paper as drawings, JSON and deflated: what the preview shows is what the file holds.
-- Papers made before this step have none.
ALTER TABLE document ADD COLUMN pages BLOB;

-- Finding an invoice by what one remembers of it: its number (an index of its own, above), what it was
-- for, or its amount. Each is walked or sought without touching the wide rows.
CREATE INDEX invoice_by_subject ON entry (subject, client_id)
    WHERE kind = 'invoice' AND withdrawn = 0 AND reverses IS NULL AND subject <> '';
CREATE INDEX invoice_by_amount ON entry (amount)
    WHERE kind = 'invoice' AND withdrawn = 0 AND reverses IS NULL;

-- Payments as the ledger lists them, the latest first.
CREATE INDEX payment_by_day ON entry (effective_on, id) WHERE kind = 'payment' AND withdrawn = 0;

-- Invoices of a file whose due day was assumed and that are still open: somebody may want to look.
CREATE INDEX entry_due_assumed ON entry (import_id) WHERE due_assumed = 1 AND open <> 0;
