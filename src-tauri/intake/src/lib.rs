//! Everything that comes in: bytes to typed drafts with a reading.
//!
//! One door, [`read`]: the bytes of a file and what the person said beforehand. It takes tables of clients,
//! invoices, payments and bank movements, as text or workbooks; banks' own formats; electronic invoices, in
//! XML or in the PDF that carries them; contact cards; and archives of such files. Out come drafts, a word on
//! every row, and the [`Reading`]: how the file was understood and which rows prove it. What cannot be
//! decided from the file is refused with both readings shown; a row that cannot be read is listed and left
//! out. Nothing is guessed, nothing is dropped silently. A second door, [`read_mail`], is for e-mail that
//! came back.
//!
//! What a file is, its content says (`container`). The steps for a table, one file each: its encoding
//! (`table::encoding`), its delimiter (`table::dialect`), its rows (`table::lines`), its header
//! (`table::header`), what its rows and columns are (`columns::choose`), what each column proves
//! (`columns::infer`), the finished plan (`columns::plan`), and then rows to drafts (`sheet`, `clients`,
//! `invoices`, `payments`). Others: `bank`, `einvoice`, `cards`, `mail`, `workbook`, and `bundle` for archives.
//!
//! This crate does no I/O, reads no clock and holds no float.

mod archive;
mod bank;
mod bundle;
mod cards;
mod clients;
mod columns;
mod container;
mod credits;
mod drafts;
mod einvoice;
mod invoices;
mod mail;
mod money;
mod options;
mod particulars;
mod payments;
mod reading;
mod remembered;
mod report;
mod settle;
mod sheet;
mod statement;
mod table;
mod values;
mod verdicts;
mod workbook;
mod xml;

pub use columns::Field;
pub use drafts::{
    ClientDraft, CreditNoteDraft, Intake, InvoiceDraft, PaymentDraft, Receipt, RowCounts, SkipCode, Skipped,
    Warning, WarningCode,
};
pub use mail::{Letter, Mailbox, Sent, Undelivered, read_mail};
pub use options::{
    Column, DateOrder, DecimalMark, Kind, MOST_BYTES, MOST_CELL_BYTES, MOST_COLUMNS, MOST_ROWS, Options,
};
pub use particulars::{EarlyPayment, Particulars};
pub use reading::{
    ColumnReading, DecidedBy, Fact, FactName, Format, ProofRow, Question, Reading, Remembered, Undecided,
};
pub use remembered::Said;
pub use statement::{BalanceDraft, BankLineDraft, LineKey, StatementDraft, line_keys};

use container::{Container, Script};
use goodterms_terms::{Code, Refusal};

/// Reads a file.
///
/// The same bytes and options always give the same drafts in the same order.
///
/// # Errors
/// Always of the input kind: [`Code::FileEmpty`], [`Code::FileTooLarge`], [`Code::FileNotText`],
/// [`Code::FileKindUnsupported`], [`Code::GroupedReport`], [`Code::HeaderNotFound`],
/// [`Code::ColumnsUnrecognised`], [`Code::ColumnMissing`], [`Code::ColumnUnknown`],
/// [`Code::ColumnAmbiguous`], [`Code::KindAmbiguous`], [`Code::DateOrderAmbiguous`],
/// [`Code::DateOrderContradicted`], [`Code::DecimalMarkAmbiguous`], [`Code::DecimalMarkContradicted`].
pub fn read(bytes: &[u8], options: &Options) -> Result<Intake, Refusal> {
    if bytes.len() > MOST_BYTES {
        return Err(Refusal::input(Code::FileTooLarge, "The file is larger than 64 MiB")
            .hint("Export a shorter period, or split the file."));
    }
    read_one(bytes, 1, options)
}

/// Reads one file; a document that is a row by itself becomes the row of that number.
fn read_one(bytes: &[u8], row: u64, options: &Options) -> Result<Intake, Refusal> {
    match container::of(bytes)? {
        Container::Workbook(format) => workbook::read(bytes, format, options),
        Container::Archive => bundle::read(bytes, options, read_one),
        Container::Pdf => einvoice::read_pdf(bytes, row, options),
        Container::Text(script, text) => match script {
            Script::Table => sheet::read(&text, options),
            Script::Xml => einvoice::read(&text, row, options),
            Script::Cards => cards::read(&text, options),
            Script::Mail => mail::read(bytes, row, options),
            Script::Camt => bank::read(Format::Camt, &text, options),
            Script::Ofx => bank::read(Format::Ofx, &text, options),
            Script::Mt940 => bank::read(Format::Mt940, &text, options),
            Script::Qif => bank::read(Format::Qif, &text, options),
        },
    }
}
