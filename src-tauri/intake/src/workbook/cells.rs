//! The cells of one sheet, kept as text in one buffer, whatever kind of workbook they come from.

use crate::options::{MOST_CELL_BYTES, MOST_COLUMNS};
use goodterms_terms::{Code, Refusal};

/// The most cells a sheet may fill.
const MOST_CELLS: usize = 4_000_000;
/// The most text a sheet may hold: 64 MiB.
const MOST_TEXT: usize = 64 << 20;

/// What stands in a cell where a formula has no stored result.
pub(crate) const NOT_CALCULATED: &str = "#UNCALCULATED";

/// One filled cell.
#[derive(Debug, Clone, Copy)]
struct Cell {
    row: u32,
    column: u16,
    /// A number and not text: no separator in it needs to be understood.
    number: bool,
    start: u32,
    end: u32,
}

/// The filled cells of a sheet, by row and column.
#[derive(Debug, Default)]
pub(crate) struct Cells {
    text: String,
    cells: Vec<Cell>,
    sorted_to: (u32, u16),
    unsorted: bool,
}

impl Cells {
    /// Puts text into a cell; row and column are counted from 0. Blank text fills nothing.
    ///
    /// # Errors
    /// [`Code::FileTooLarge`] beyond the limits of a table.
    pub(crate) fn put(&mut self, row: u32, column: usize, text: &str, number: bool) -> Result<(), Refusal> {
        let text = text.trim();
        if text.is_empty() {
            return Ok(());
        }
        let too_large = |what: String| {
            Err(Refusal::input(Code::FileTooLarge, what)
                .row(u64::from(row) + 1)
                .hint("Export a smaller list, or copy what matters into a new workbook."))
        };
        if column >= MOST_COLUMNS {
            return too_large(format!("Row {} has more than {MOST_COLUMNS} columns", row + 1));
        }
        if text.len() > MOST_CELL_BYTES {
            return too_large(format!("A cell in row {} is longer than 1 MiB", row + 1));
        }
        if self.cells.len() >= MOST_CELLS || self.text.len() + text.len() > MOST_TEXT {
            return too_large("The sheet holds more than a list of this kind should".into());
        }
        let column = u16::try_from(column).unwrap_or(u16::MAX);
        let place = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        let start = place(self.text.len());
        self.text.push_str(text);
        self.unsorted |= !self.cells.is_empty() && (row, column) <= self.sorted_to;
        self.sorted_to = (row, column);
        self.cells.push(Cell { row, column, number, start, end: place(self.text.len()) });
        Ok(())
    }

    /// Puts a number into a cell, as the file stores it; powers of ten are written out.
    ///
    /// # Errors
    /// As [`Cells::put`].
    pub(crate) fn put_number(&mut self, row: u32, column: usize, stored: &str) -> Result<(), Refusal> {
        let plain = stored.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b'-'));
        if plain {
            return self.put(row, column, without_idle_zeros(stored), true);
        }
        match stored.parse::<f64>() {
            Ok(value) if value.is_finite() => self.put(row, column, &plain_number(value), true),
            _ => self.put(row, column, stored, false),
        }
    }

    /// Puts the cells in order of row and column; of two for one place the first counts.
    pub(crate) fn in_order(mut self) -> Self {
        if self.unsorted {
            self.cells.sort_by_key(|cell| (cell.row, cell.column));
            self.cells.dedup_by_key(|cell| (cell.row, cell.column));
        }
        self
    }

    /// Whether no cell is filled.
    pub(crate) const fn is_empty(&self) -> bool {
        self.cells.is_empty()
    }

    /// The cells of the row at `from`, with the place of the next row's first cell.
    pub(crate) fn row_at(&self, from: usize) -> Option<SheetRow<'_>> {
        let rest = self.cells.get(from..)?;
        let row = rest.first()?.row;
        let filled = rest.iter().take_while(|cell| cell.row == row).count();
        Some(SheetRow {
            number: u64::from(row) + 1,
            next: from + filled,
            text: &self.text,
            cells: rest.get(..filled)?,
        })
    }
}

/// One row of a sheet.
pub(crate) struct SheetRow<'a> {
    /// As the workbook's program shows it, counted from 1.
    pub(crate) number: u64,
    /// Where the next row begins.
    pub(crate) next: usize,
    text: &'a str,
    cells: &'a [Cell],
}

impl<'a> SheetRow<'a> {
    /// Column (from 0), text, and whether it is a number.
    pub(crate) fn cells(&self) -> impl Iterator<Item = (usize, &'a str, bool)> + '_ {
        self.cells.iter().map(|cell| {
            let text = self.text.get(cell.start as usize..cell.end as usize).unwrap_or_default();
            (usize::from(cell.column), text, cell.number)
        })
    }
}

/// `12.0` and `12.00` as `12`: what the program shows, and what an invoice's number was meant to be.
fn without_idle_zeros(number: &str) -> &str {
    match number.split_once('.') {
        Some((whole, zeros)) if !whole.is_empty() && zeros.bytes().all(|b| b == b'0') => whole,
        _ => number,
    }
}

/// A stored number in plain digits, never as a power of ten.
pub(crate) fn plain_number(value: f64) -> String {
    let text = value.to_string();
    if text == "-0" { "0".into() } else { text }
}

/// The day of a workbook's day number. In workbooks of 1904 day 0 is 1 January 1904; in all others day 60
/// is the 29 February 1900 that never was (ECMA-376 part 1, 18.17.4.1).
pub(crate) fn day_of(number: &str, since_1904: bool) -> Option<String> {
    let value: f64 = number.parse().ok()?;
    let days = format!("{:.0}", value.floor()).parse::<i64>().ok()?;
    let zero = if since_1904 {
        goodterms_terms::Day::from_ymd_opt(1904, 1, 1)?
    } else if days < 60 {
        goodterms_terms::Day::from_ymd_opt(1899, 12, 31)?
    } else {
        goodterms_terms::Day::from_ymd_opt(1899, 12, 30)?
    };
    (1..2_958_466).contains(&days).then(|| goodterms_terms::day::plus_days(zero, days).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_come_out_in_order_and_numbers_plain() {
        let mut cells = Cells::default();
        cells.put(4, 1, "late", false).unwrap();
        cells.put_number(2, 3, "7.0000000000000009").unwrap();
        cells.put_number(2, 0, "1042.0").unwrap();
        cells.put_number(2, 5, "4.4224E4").unwrap();
        cells.put(2, 5, "second for one place", false).unwrap();
        cells.put(3, 0, "  ", false).unwrap();
        let cells = cells.in_order();
        let first = cells.row_at(0).unwrap();
        let found: Vec<_> = first.cells().collect();
        assert_eq!(found, [(0, "1042", true), (3, "7.0000000000000009", true), (5, "44224", true)]);
        let second = cells.row_at(first.next).unwrap();
        assert_eq!((first.number, second.number), (3, 5));
        assert!(cells.row_at(second.next).is_none());
    }

    #[test]
    fn day_numbers_are_days_in_both_epochs() {
        assert_eq!(day_of("44197", false).as_deref(), Some("2021-01-01"));
        assert_eq!(day_of("42735", true).as_deref(), Some("2021-01-01"));
        assert_eq!(day_of("44197.9999", false).as_deref(), Some("2021-01-01"));
        assert_eq!(day_of("1", false).as_deref(), Some("1900-01-01"));
        assert_eq!((day_of("0.5", false), day_of("1e300", false), day_of("x", false)), (None, None, None));
    }

    #[test]
    fn what_no_list_holds_is_refused() {
        let mut cells = Cells::default();
        assert_eq!(cells.put(0, MOST_COLUMNS, "x", false).unwrap_err().code, Code::FileTooLarge);
        assert_eq!(cells.put(0, 0, &"x".repeat(3 << 20), false).unwrap_err().code, Code::FileTooLarge);
        assert_eq!(cells.put(0, MOST_COLUMNS, " ", false), Ok(()));
    }
}
