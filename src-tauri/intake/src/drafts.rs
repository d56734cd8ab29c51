//! What comes out of a file: drafts for the desk to match with the book, and a word on every row.
//!
//! Nothing here has an identity in the book yet. Clients are listed once per file and named by their
//! place in [`Intake::clients`].

use crate::reading::Reading;
use crate::statement::StatementDraft;
use goodterms_terms::{Address, Day, Money};
use serde::Serialize;
use ts_rs::TS;

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

/// Why a row was left out. The name on the wire never changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum SkipCode {
    /// An earlier row says exactly the same.
    DuplicateRow,
    /// An earlier row has the same number and client but says something else.
    ConflictingDuplicate,
    /// No invoice number.
    NumberMissing,
    /// The number was turned into `5.13E+09` by a spreadsheet.
    NumberDamaged,
    /// Neither a name nor a reference of the client.
    ClientMissing,
    /// No date where one is needed.
    DateMissing,
    /// What stands in a date column is not a date.
    DateUnreadable,
    /// The date lies outside the years books are kept in.
    DateOutOfRange,
    /// No amount.
    AmountMissing,
    /// What stands in an amount column is not an amount.
    AmountUnreadable,
    /// More decimals than the currency has.
    AmountTooPrecise,
    /// The amount does not fit the books.
    AmountTooLarge,
    /// Another line of the same invoice could not be read, so its lines do not give its total.
    LineMissing,
    /// Nothing is owed: the amount is zero.
    ZeroAmount,
    /// No such currency.
    CurrencyUnknown,
    /// The sign beside the amount and the currency column disagree.
    CurrencyConflict,
    /// Cancelled or void.
    Void,
    /// A client's overpayment or prepayment: credit, not an invoice.
    Overpayment,
    /// A bill the business owes to someone else.
    Bill,
    /// Another document: an estimate, an order, a payment among invoices.
    NotAnInvoice,
    /// More cells than the header has: a delimiter or quote inside a cell was not protected.
    RowBroken,
}

/// A row that was left out, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Skipped {
    /// The row, counted from 1 as a text editor does.
    pub row: u64,
    /// Why, for programs.
    pub code: SkipCode,
    /// Why, in one sentence.
    pub message: String,
}

/// Something worth a look that stopped nothing. The name on the wire never changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "ImportWarningCode")]
pub enum WarningCode {
    /// Bytes that are not text in the encoding found.
    TextDamaged,
    /// The due date lies before the invoice date.
    DueBeforeIssued,
    /// No due date anywhere in the file.
    DueDatesAssumed,
    /// The file has no totals, so the balance was taken for the total.
    TotalIsBalance,
    /// The file has no totals, so the lines were added up.
    TotalFromLines,
    /// Paid and balance do not add up to the total.
    AmountsDisagree,
    /// The balance is more than the total.
    BalanceExceedsTotal,
    /// More was paid than the invoice's total.
    Overpaid,
    /// The status says paid, the amounts do not.
    StatusDisagrees,
    /// The file says part of it is paid, but not how much.
    PartPaidUnknown,
    /// A sign such as $ stands for several currencies; one was taken.
    CurrencyAssumed,
    /// Foreign amounts were taken in the file's base currency.
    BaseCurrency,
    /// One invoice number stands for two clients.
    NumberShared,
    /// One client reference stands beside two names.
    ClientNameDiffers,
    /// What stands in an e-mail column is not an address.
    EmailUnreadable,
    /// Another business's name stands in the seller's column.
    SellerDiffers,
    /// The date column holds a spreadsheet's day numbers.
    DateNumbers,
    /// One column writes dates or amounts in two ways, each clear in itself.
    MixedWriting,
    /// The paid date's column holds words.
    PaidDateIgnored,
}

/// Something worth a look.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "ImportWarning")]
pub struct Warning {
    /// The row, where it is about one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub row: Option<u64>,
    /// What, for programs.
    pub code: WarningCode,
    /// What, in one sentence.
    pub message: String,
}

/// Where every row of the file went. The parts add up to `read`, always.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, TS)]
pub struct RowCounts {
    /// Rows of the file that have at least a delimiter or a character.
    pub read: u64,
    /// Title block above the header.
    pub title: u64,
    /// Header rows, repeated ones too.
    pub header: u64,
    /// Rows whose cells are all empty.
    pub blank: u64,
    /// Totals and footers.
    pub totals: u64,
    /// The other side of a double entry (Wave's income and bank rows).
    pub other_side: u64,
    /// Rows that drafts were made of.
    pub used: u64,
    /// Rows left out, each listed.
    pub skipped: u64,
}

impl RowCounts {
    /// Whether every row read is accounted for.
    pub const fn add_up(&self) -> bool {
        self.read
            == self.title
                + self.header
                + self.blank
                + self.totals
                + self.other_side
                + self.used
                + self.skipped
    }
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
