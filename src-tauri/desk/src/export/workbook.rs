//! The sheets as one workbook, with real numbers and dates, and ids as words.

use crate::error::Answer;
use goodterms_ledger::LedgerError;
use goodterms_ledger::reading::sheets::Cell;
use goodterms_terms::Money;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, XlsxError};
use std::path::Path;

/// The rows a sheet of a workbook can have (ECMA-376).
const MOST_ROWS: u32 = 1_048_576;
/// The characters a cell can have.
const MOST_CHARACTERS: usize = 32_767;
/// The digits a number of a workbook keeps; a longer amount is written as words.
const MOST_DIGITS: usize = 15;

/// A workbook that is being written, row by row; its rows lie in `folder` until it is saved.
pub(super) struct Sheets {
    book: Workbook,
    head: Format,
    day: Format,
    name: &'static str,
    heads: Vec<&'static str>,
    sheet: usize,
    next: u32,
}

impl Sheets {
    pub(super) fn new(folder: &Path) -> Answer<Self> {
        let mut book = Workbook::new();
        book.set_tempdir(folder).map_err(broken)?;
        Ok(Self {
            book,
            head: Format::new().set_bold(),
            day: Format::new().set_num_format("yyyy-mm-dd"),
            name: "",
            heads: Vec::new(),
            sheet: 0,
            next: 0,
        })
    }

    /// Begins a sheet.
    pub(super) fn begin(&mut self, name: &'static str, heads: Vec<&'static str>) -> Answer<()> {
        (self.name, self.heads) = (name, heads);
        self.page(name)
    }

    fn page(&mut self, name: &str) -> Answer<()> {
        self.sheet = self.book.worksheets().len();
        let sheet = self.book.add_worksheet_with_constant_memory().map_err(broken)?;
        sheet.set_name(name).map_err(broken)?;
        sheet.set_freeze_panes(1, 0).map_err(broken)?;
        for (place, head) in (0..).zip(&self.heads) {
            sheet.set_column_width(place, 16).map_err(broken)?;
            sheet.write_string_with_format(0, place, *head, &self.head).map_err(broken)?;
        }
        self.next = 1;
        Ok(())
    }

    /// Adds a row; a sheet that is full goes on in another.
    pub(super) fn row(&mut self, cells: &[Cell]) -> Answer<()> {
        if self.next == MOST_ROWS {
            let pages =
                self.book.worksheets().iter().filter(|sheet| sheet.name().starts_with(self.name)).count();
            self.page(&format!("{} {}", self.name, pages + 1))?;
        }
        let row = self.next;
        let sheet = self.book.worksheet_from_index(self.sheet).map_err(broken)?;
        for (place, cell) in (0..).zip(cells) {
            let written = match cell {
                Cell::Nothing => continue,
                Cell::Words(words) if words.is_empty() => continue,
                Cell::Words(words) => {
                    sheet.write_string(row, place, words.chars().take(MOST_CHARACTERS).collect::<String>())
                }
                Cell::Number(number) => match i32::try_from(*number) {
                    Ok(number) => sheet.write_number(row, place, number),
                    Err(_) => sheet.write_string(row, place, number.to_string()),
                },
                Cell::Flag(flag) => sheet.write_boolean(row, place, *flag),
                Cell::Day(day) => {
                    let day = ExcelDateTime::parse_from_str(&day.to_string()).map_err(broken)?;
                    sheet.write_datetime_with_format(row, place, day, &self.day)
                }
                Cell::Amount(amount) => match number(*amount) {
                    Some(number) => {
                        let places = usize::try_from(amount.currency().exponent()).unwrap_or_default();
                        let format = if places == 0 {
                            "#,##0".to_owned()
                        } else {
                            format!("#,##0.{}", "0".repeat(places))
                        };
                        let format = Format::new().set_num_format(format);
                        sheet.write_number_with_format(row, place, number, &format)
                    }
                    None => sheet.write_string(row, place, amount.to_string()),
                },
            };
            written.map_err(broken)?;
        }
        self.next += 1;
        Ok(())
    }

    /// Writes the file.
    pub(super) fn save(mut self, path: &Path) -> Answer<()> {
        self.book.save(path).map_err(broken)?;
        Ok(())
    }
}

/// The only kind of number a workbook knows; it holds what has at most 15 digits to the last one.
fn number(amount: Money) -> Option<f64> {
    let text = amount.to_string();
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    if digits > MOST_DIGITS { None } else { text.parse().ok() }
}

fn broken(cause: XlsxError) -> LedgerError {
    match cause {
        XlsxError::IoError(cause) => cause.into(),
        other => LedgerError::unexpected(format!("workbook: {other:?}")),
    }
}
