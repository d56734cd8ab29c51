//! How a file was understood, so that a person can check it before anything is written.

use crate::columns::Field;
use crate::options::{DateOrder, DecimalMark, Kind};
use serde::Serialize;
use ts_rs::TS;

/// What kind of file it is, told by its content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "ImportFormat")]
pub enum Format {
    /// A table of text.
    Csv,
    /// A workbook of Excel since 2007.
    Xlsx,
    /// A workbook of older Excel.
    Xls,
    /// An OpenDocument workbook.
    Ods,
    /// A UBL 2.1 invoice or credit note (Peppol BIS Billing 3, XRechnung, …).
    Ubl,
    /// A UN/CEFACT Cross Industry Invoice, or its forerunner of ZUGFeRD 1.
    Cii,
    /// A PDF that carries a Cross Industry Invoice (Factur-X, ZUGFeRD).
    FacturX,
    /// Contact cards.
    Vcard,
    /// A bank's OFX or QFX file, of either generation.
    Ofx,
    /// An ISO 20022 statement, report or notification (camt.052, .053, .054).
    Camt,
    /// A SWIFT MT940 statement.
    Mt940,
    /// A Quicken file.
    Qif,
    /// An e-mail.
    Mail,
    /// An export of this very program.
    Goodterms,
}

/// How the whole file was understood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Reading {
    /// What the rows are.
    pub kind: Kind,
    /// What kind of file they stand in.
    pub format: Format,
    /// The encoding, by its WHATWG name: `UTF-8`, `UTF-16LE`, `windows-1252`, …
    pub encoding: &'static str,
    /// Neither a byte order mark nor valid UTF-8 settled the encoding: it is the likeliest one.
    pub encoding_guessed: bool,
    /// What separates the cells of a table of text: `,` `;` tab or `|`.
    pub delimiter: Option<char>,
    /// The row of the header; `None` when columns were named by position only.
    pub header_row: Option<u64>,
    /// The day, month and year order of the file's dates, when they agree on one.
    pub date_order: Option<DateOrder>,
    /// The decimal mark of the file's amounts, when they agree on one.
    pub decimal: Option<DecimalMark>,
    /// Fields whose own column left the question open; an option or another column answered it.
    pub ambiguous: Vec<Undecided>,
    /// Every column, left to right.
    pub columns: Vec<ColumnReading>,
    /// What was read out of a file that has no columns: electronic invoices.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[ts(as = "Option<Vec<Fact>>", optional)]
    pub facts: Vec<Fact>,
    /// The sheet of a workbook that was read.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub sheet: Option<String>,
    /// The product whose export it is, where its headers leave no doubt: `QuickBooks Online`, `Xero`, …
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub product: Option<&'static str>,
    /// What a table's header and kind are known by, to remember how its columns were mapped: 16 hex
    /// digits, the same for the next export of the same program. Empty for what has no columns.
    pub fingerprint: String,
    /// What was taken over from an earlier file with this fingerprint, since nothing was said now.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[ts(as = "Option<Vec<Remembered>>", optional)]
    pub remembered: Vec<Remembered>,
}

/// Something that was said of an earlier file of the same layout.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "ImportRemembered")]
pub enum Remembered {
    /// What the rows are.
    Kind,
    /// Which column holds which field.
    Columns,
    /// The order of dates.
    DateOrder,
    /// The decimal mark.
    Decimal,
    /// The currency of amounts whose file names none.
    Currency,
    /// The sheet of a workbook.
    Sheet,
}

impl Reading {
    /// A file of UTF-8 in which nothing was open.
    pub const fn of(kind: Kind, format: Format) -> Self {
        Self {
            kind,
            format,
            encoding: "UTF-8",
            encoding_guessed: false,
            delimiter: None,
            header_row: None,
            date_order: None,
            decimal: None,
            ambiguous: Vec::new(),
            columns: Vec::new(),
            facts: Vec::new(),
            sheet: None,
            product: None,
            fingerprint: String::new(),
            remembered: Vec::new(),
        }
    }
}

/// One thing an electronic invoice says, and how it was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "ImportFact")]
pub struct Fact {
    /// The document it stands in, counted from 1: an archive may hold several.
    #[ts(type = "number")]
    pub row: u64,
    /// What it is.
    pub name: FactName,
    /// As written; empty where it is not stated and was worked out.
    pub text: String,
    /// As read: `2013-01-15`, `EUR 1234.50`.
    pub read_as: String,
}

/// What a fact is about. The name on the wire never changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "ImportFactName")]
pub enum FactName {
    /// Its number.
    Number,
    /// The kind of document, by its UNTDID 1001 code.
    DocumentType,
    /// Who issued it.
    Seller,
    /// Who owes it.
    Buyer,
    /// The buyer's order.
    Order,
    /// The reference the buyer asked for.
    BuyerReference,
    /// What the payer is asked to write with the payment.
    PaymentReference,
    /// Day of issue.
    Issued,
    /// Due day.
    Due,
    /// Amount with tax.
    Total,
    /// What was prepaid.
    Prepaid,
    /// What was rounded.
    Rounding,
    /// What is to be paid.
    Payable,
    /// The account to pay to.
    Account,
    /// The invoice it corrects or credits.
    Preceding,
    /// Less to pay for paying early: percent and the last day.
    EarlyPayment,
    /// Who wrote an e-mail.
    Sender,
    /// What it is about.
    Subject,
    /// The day it was written.
    Sent,
    /// An address that mail did not reach.
    Undelivered,
}

/// One column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ColumnReading {
    /// Its header, as written; empty when it has none.
    pub header: String,
    /// Its position, counted from 1.
    pub position: usize,
    /// What it was taken for.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub field: Option<Field>,
    /// For a column of dates: their order.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub date_order: Option<DateOrder>,
    /// For a column of amounts: their decimal mark.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub decimal: Option<DecimalMark>,
    /// Up to three rows that decided it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[ts(as = "Option<Vec<ProofRow>>", optional)]
    pub proof: Vec<ProofRow>,
}

/// A value that can be read in only one way, and so decides its column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ProofRow {
    /// The row it stands in.
    pub row: u64,
    /// As written.
    pub text: String,
    /// As read: `2013-01-15`, `1234.50`.
    pub read_as: String,
}

/// A column that did not decide for itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Undecided {
    /// Its field.
    pub field: Field,
    /// What was open.
    pub question: Question,
    /// What answered it.
    pub decided_by: DecidedBy,
}

/// A question a column can leave open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "ImportQuestion")]
pub enum Question {
    /// Day first or month first?
    DateOrder,
    /// Is the dot or the comma the decimal mark?
    Decimal,
}

/// What answered an open question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DecidedBy {
    /// The person importing.
    Option,
    /// The person importing, of an earlier file of the same layout.
    Remembered,
    /// Another column of the same file, written by the same program.
    OtherColumn,
}
