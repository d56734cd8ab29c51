//! Everything that comes in: bytes to typed drafts with a reading.
//!
//! One door, [`read`]: the bytes of a CSV file of clients, invoices or payments, and what the person said
//! beforehand. Out come drafts, a word on every row, and the [`Reading`]: how the file was understood and
//! which rows prove it. What cannot be decided from the file is refused with both readings shown; a row
//! that cannot be read is listed and left out. Nothing is guessed, nothing is dropped silently.
//!
//! The steps, one file each: what it is (`table::container`), its encoding (`table::encoding`), its
//! delimiter (`table::dialect`), its rows (`table::lines`), its header (`table::header`), what its rows and
//! columns are (`columns::choose`), what each column proves (`columns::infer`), the finished plan
//! (`columns::plan`), and then rows to drafts (`sheet`, `clients`, `invoices`, `payments`).
//!
//! This crate does no I/O, reads no clock and holds no float.

mod clients;
mod columns;
mod drafts;
mod invoices;
mod money;
mod options;
mod payments;
mod reading;
mod settle;
mod sheet;
mod statement;
mod table;
mod values;

pub use columns::Field;
pub use drafts::{
    ClientDraft, CreditNoteDraft, Intake, InvoiceDraft, PaymentDraft, Receipt, RowCounts, SkipCode, Skipped,
    Warning, WarningCode,
};
pub use options::{
    Column, DateOrder, DecimalMark, Kind, MOST_BYTES, MOST_CELL_BYTES, MOST_COLUMNS, MOST_ROWS, Options,
};
pub use reading::{ColumnReading, DecidedBy, Format, ProofRow, Question, Reading, Undecided};
pub use statement::{BalanceDraft, BankLineDraft, LineKey, StatementDraft, line_keys};

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
    table::container::refuse_other_kinds(bytes)?;
    let text = table::encoding::decode(bytes)?;
    if text.text.trim().is_empty() {
        return Err(Refusal::input(Code::FileEmpty, "The file is empty"));
    }
    table::container::refuse_other_texts(&text.text)?;
    sheet::read(&text, options)
}
