//! Workbooks: Excel's of both generations and OpenDocument's. A sheet's cells become rows that go the way
//! of every other table; here is only what is a workbook's own.

mod akaunting;
mod book;
mod cells;
mod ods;
mod styles;
mod xls;
mod xlsx;
mod xml;

pub(crate) use cells::{Cells, NOT_CALCULATED};

use crate::archive;
use crate::drafts::Intake;
use crate::options::{Kind, Options};
use crate::reading::{Format, Reading};
use crate::sheet::read_rows;
use crate::table::Source;
use goodterms_terms::Refusal;

/// Reads the sheet of a workbook that holds a table.
///
/// # Errors
/// What the kinds of workbooks refuse, [`book::Book::sheet`], and what every table refuses.
pub(crate) fn read(bytes: &[u8], format: Format, options: &Options) -> Result<Intake, Refusal> {
    let book = match format {
        Format::Xls => xls::read(bytes)?,
        Format::Ods => {
            archive::refuse_bombs(bytes)?;
            ods::read(bytes)?
        }
        _ => {
            archive::refuse_bombs(bytes)?;
            xlsx::read(bytes)?
        }
    };
    if let Some(whole) = akaunting::Export::of(&book, options) {
        return whole.read(format, options);
    }
    let sheet = book.sheet(options)?;
    read_sheet(sheet, format, options)
}

fn read_sheet(sheet: &book::Sheet, format: Format, options: &Options) -> Result<Intake, Refusal> {
    let about = Reading { sheet: Some(sheet.name.clone()), ..Reading::of(Kind::Invoices, format) };
    read_rows(Source::Sheet(&sheet.cells), about, options)
}
