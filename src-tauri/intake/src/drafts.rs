//! What comes out of a file: drafts for the desk to match with the book, and a word on every row.
//!
//! Nothing here has an identity in the book yet. Clients are listed once per file and named by their
//! place in [`Intake::clients`].

use crate::mail::Letter;
use crate::particulars::Particulars;
pub use crate::verdicts::{RowCounts, SkipCode, Skipped, Warning, WarningCode};

use crate::reading::Reading;
use crate::statement::StatementDraft;
use goodterms_terms::{Address, Day, Money};

/// A client as the file describes them. Whether business or consumer, a file does not say.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ClientDraft {
    /// Name, as written.
    pub name: Option<String>,
    /// The number or code the file's program gives this client. A client has a name, a reference or both.
    pub reference: Option<String>,
    /// The person to speak to, where it is not the name itself.
    pub contact: Option<String>,
    /// One e-mail address that looks like one.
    pub email: Option<String>,
    /// Telephone, as written.
    pub phone: Option<String>,
    /// Postal address; the country as written (two letters in capitals when it is a code).
    pub address: Address,
    /// Free notes.
    pub notes: Option<String>,
    /// The row the client was first seen in.
    pub row: u64,
}

impl ClientDraft {
    /// The name, or the reference where the file gives only that.
    pub fn known_as(&self) -> &str {
        self.name.as_deref().or(self.reference.as_deref()).unwrap_or_default()
    }
}

/// Money received on an invoice, as its own row tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Receipt {
    /// The day it came in; `None` where the file shows only that it did.
    pub on: Option<Day>,
    /// How much, more than nothing.
    pub amount: Money,
}

/// An invoice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvoiceDraft {
    /// Its number: text, with every leading zero.
    pub number: String,
    /// Index into [`Intake::clients`].
    pub client: usize,
    /// Day of issue.
    pub issued: Day,
    /// Day it falls due.
    pub due: Day,
    /// The file states no due date: `due` was computed from its terms or the default terms.
    pub due_assumed: bool,
    /// The amount with tax, more than nothing.
    pub total: Money,
    /// What the file says is still open.
    pub balance: Option<Money>,
    /// What was written off, where the file says so.
    pub written_off: Option<Money>,
    /// What came in.
    pub payments: Vec<Receipt>,
    /// Purchase order or reference of the client.
    pub po_number: Option<String>,
    /// The client disputes it.
    pub disputed: bool,
    /// The program it comes from had not issued it yet.
    pub draft: bool,
    /// The rows it stands in, counted from 1 as a text editor does.
    pub rows: Vec<u64>,
    /// What only an electronic invoice says.
    pub particulars: Particulars,
}

/// A credit note: money the client may take off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CreditNoteDraft {
    /// Its number, as text.
    pub number: String,
    /// Index into [`Intake::clients`].
    pub client: usize,
    /// Day of issue.
    pub issued: Day,
    /// The amount credited, more than nothing.
    pub amount: Money,
    /// What is not used up yet, where the file says so.
    pub remaining: Option<Money>,
    /// The program it comes from had not issued it yet.
    pub draft: bool,
    /// The rows it stands in.
    pub rows: Vec<u64>,
    /// What only an electronic credit note says.
    pub particulars: Particulars,
}

/// A payment that has a row of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaymentDraft {
    /// The invoice it names, as text.
    pub invoice: Option<String>,
    /// Index into [`Intake::clients`], where the row names a client.
    pub client: Option<usize>,
    /// The day it came in.
    pub on: Day,
    /// How much; negative when the money went back to the client.
    pub amount: Money,
    /// How it was paid, as written.
    pub method: Option<String>,
    /// Its own number or reference.
    pub reference: Option<String>,
    /// The row it stands in.
    pub row: u64,
}

/// A file, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Intake {
    /// How the file was understood.
    pub reading: Reading,
    /// Every client the file names, once, in order of appearance.
    pub clients: Vec<ClientDraft>,
    /// Invoices, in order of appearance.
    pub invoices: Vec<InvoiceDraft>,
    /// Credit notes, in order of appearance.
    pub credit_notes: Vec<CreditNoteDraft>,
    /// Payments with rows of their own.
    pub payments: Vec<PaymentDraft>,
    /// Bank statements, in order of appearance.
    pub statements: Vec<StatementDraft>,
    /// E-mails, in order of appearance.
    pub letters: Vec<Letter>,
    /// Rows left out, by row.
    pub skipped: Vec<Skipped>,
    /// What is worth a look, by row.
    pub warnings: Vec<Warning>,
    /// Where every row went.
    pub rows: RowCounts,
}

impl Intake {
    /// An intake with nothing in it yet.
    pub(crate) const fn of(reading: Reading) -> Self {
        Self {
            reading,
            clients: Vec::new(),
            invoices: Vec::new(),
            credit_notes: Vec::new(),
            payments: Vec::new(),
            statements: Vec::new(),
            letters: Vec::new(),
            skipped: Vec::new(),
            warnings: Vec::new(),
            rows: RowCounts {
                read: 0,
                title: 0,
                header: 0,
                blank: 0,
                totals: 0,
                other_side: 0,
                used: 0,
                skipped: 0,
            },
        }
    }

    /// Leaves a row out.
    pub(crate) fn skip(&mut self, row: u64, code: SkipCode, message: impl Into<String>) {
        self.rows.skipped += 1;
        self.skipped.push(Skipped { row, code, message: message.into() });
    }

    /// Notes something worth a look.
    pub(crate) fn warn(&mut self, row: Option<u64>, code: WarningCode, message: impl Into<String>) {
        self.warnings.push(Warning { row, code, message: message.into() });
    }

    /// Notes something about the whole file, once.
    pub(crate) fn warn_once(&mut self, code: WarningCode, message: impl FnOnce() -> String) {
        if !self.warnings.iter().any(|w| w.row.is_none() && w.code == code) {
            self.warn(None, code, message());
        }
    }
}
