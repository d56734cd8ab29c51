//! Rows of cells out of text, with the line each begins on as a text editor counts it.
//!
//! Rows are handed out one at a time in one reused buffer, so a large file costs no more memory than
//! a small one; who needs to look twice reads twice.

use crate::options::{MOST_CELL_BYTES, MOST_COLUMNS, MOST_ROWS};
use crate::workbook::Cells;
use goodterms_terms::{Code, Refusal};
use std::hash::{DefaultHasher, Hasher};

/// One row of cells.
#[derive(Clone, Copy)]
pub(crate) struct Line<'r> {
    /// The line its first character stands on, counted from 1.
    pub(crate) number: u64,
    /// Whether it goes on over several lines of the file.
    pub(crate) spans_lines: bool,
    /// Whether a quote in it is opened and never closed, so that it may have swallowed other rows.
    pub(crate) quote_open: bool,
    /// What the heading it stands under says, in a report with headings.
    pub(crate) heading: &'r str,
    cells: &'r csv::StringRecord,
    /// For each cell of a workbook whether it is a number; nothing for text.
    numbers: &'r [bool],
}

impl<'r> Line<'r> {
    /// The cell at that position, trimmed and freed from spreadsheet wrappers; empty where there is none.
    pub(crate) fn cell(&self, position: usize) -> &'r str {
        unwrapped(self.cells.get(position).unwrap_or_default())
    }

    /// The same row, standing under a heading.
    pub(crate) const fn under(self, heading: &'r str) -> Self {
        Self { heading, ..self }
    }

    /// Whether a workbook holds a number there, whose digits leave no question.
    pub(crate) fn is_number(&self, position: usize) -> bool {
        self.numbers.get(position) == Some(&true)
    }

    /// All cells, left to right.
    pub(crate) fn cells(&self) -> impl Iterator<Item = &'r str> + use<'r> {
        self.cells.iter().map(unwrapped)
    }

    /// How many cells it has.
    pub(crate) fn width(&self) -> usize {
        self.cells.len()
    }

    /// Whether nothing stands in it.
    pub(crate) fn is_blank(&self) -> bool {
        self.cells().all(str::is_empty)
    }

    /// Whether it holds a character that is in no text.
    pub(crate) fn has_nul(&self) -> bool {
        self.cells.as_slice().contains('\0')
    }

    /// A number that two rows share only if their cells are the same.
    pub(crate) fn fingerprint(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        hasher.write(self.cells.as_slice().as_bytes());
        let cuts =
            self.cells.iter().fold(0_u64, |cuts, cell| cuts.wrapping_mul(1_000_003) ^ cell.len() as u64);
        hasher.write_u64(cuts);
        hasher.finish()
    }
}

/// A cell without the blanks around it, without `="…"` (which keeps leading zeros in Excel) and without
/// the apostrophe that protects a cell from being run as a formula.
fn unwrapped(cell: &str) -> &str {
    // Nearly every cell begins and ends plainly.
    let plain = |byte: Option<&u8>| byte.is_none_or(u8::is_ascii_alphanumeric);
    if plain(cell.as_bytes().first()) && plain(cell.as_bytes().last()) {
        return cell;
    }
    let cell = cell.trim();
    let inner = cell.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"')).unwrap_or(cell);
    match inner.strip_prefix('\'') {
        Some(guarded) if guarded.starts_with(['=', '+', '-', '@']) => guarded.trim(),
        _ => inner.trim(),
    }
}

/// A table's rows: text and its delimiter, or the cells of a sheet.
#[derive(Clone, Copy)]
pub(crate) enum Source<'a> {
    Text(&'a str, u8),
    Sheet(&'a Cells),
}

impl<'a> Source<'a> {
    /// The rows from the beginning.
    pub(crate) fn lines(self) -> Lines<'a> {
        match self {
            Self::Text(text, delimiter) => Lines::Text(Box::new(TextLines::of(text, delimiter))),
            Self::Sheet(cells) => Lines::Sheet(SheetLines::of(cells)),
        }
    }
}

/// Reads the rows of a table.
pub(crate) enum Lines<'a> {
    Text(Box<TextLines<'a>>),
    Sheet(SheetLines<'a>),
}

impl Lines<'_> {
    /// The next row; empty lines are no rows.
    ///
    /// # Errors
    /// [`Code::FileTooLarge`] beyond the limits on rows, columns and cells.
    pub(crate) fn next_line(&mut self) -> Result<Option<Line<'_>>, Refusal> {
        match self {
            Self::Text(lines) => lines.next_line(),
            Self::Sheet(lines) => Ok(lines.next_line()),
        }
    }
}

/// Reads the rows of a sheet, whose limits were kept when its cells were filled.
pub(crate) struct SheetLines<'a> {
    cells: &'a Cells,
    next: usize,
    record: csv::StringRecord,
    numbers: Vec<bool>,
}

impl<'a> SheetLines<'a> {
    fn of(cells: &'a Cells) -> Self {
        Self { cells, next: 0, record: csv::StringRecord::new(), numbers: Vec::new() }
    }

    fn next_line(&mut self) -> Option<Line<'_>> {
        let row = self.cells.row_at(self.next)?;
        self.next = row.next;
        self.record.clear();
        self.numbers.clear();
        for (column, text, number) in row.cells() {
            while self.record.len() < column {
                self.record.push_field("");
                self.numbers.push(false);
            }
            self.record.push_field(text);
            self.numbers.push(number);
        }
        Some(Line {
            number: row.number,
            spans_lines: false,
            quote_open: false,
            heading: "",
            cells: &self.record,
            numbers: &self.numbers,
        })
    }
}

/// Reads the rows of a text.
pub(crate) struct TextLines<'a> {
    text: &'a str,
    reader: csv::Reader<&'a [u8]>,
    record: csv::StringRecord,
    rows: u64,
    /// For files that end lines with a lone carriage return, which the csv reader does not count.
    returns: Option<Returns>,
}

/// Lone carriage returns counted up to a byte of the text.
struct Returns {
    upto: usize,
    count: u64,
}

impl<'a> TextLines<'a> {
    /// Starts at the beginning.
    pub(crate) fn of(text: &'a str, delimiter: u8) -> Self {
        let reader = csv::ReaderBuilder::new()
            .delimiter(delimiter)
            .has_headers(false)
            .flexible(true)
            .from_reader(text.as_bytes());
        let lone = text.contains('\r') && text.matches('\r').count() != text.matches("\r\n").count();
        let returns = lone.then_some(Returns { upto: 0, count: 0 });
        Self { text, reader, record: csv::StringRecord::new(), rows: 0, returns }
    }

    /// The next row; empty lines are no rows.
    ///
    /// # Errors
    /// [`Code::FileTooLarge`] beyond the limits on rows, columns and cells.
    pub(crate) fn next_line(&mut self) -> Result<Option<Line<'_>>, Refusal> {
        let more = self
            .reader
            .read_record(&mut self.record)
            .map_err(|_| Refusal::input(Code::FileNotText, "The file holds data that is not text"))?;
        if !more {
            return Ok(None);
        }
        let (start, line) = self.record.position().map_or((0, 1), |p| (usize_of(p.byte()), p.line()));
        let end = usize_of(self.reader.position().byte());
        // The reader's position lies before empty lines, and before the second half of a CRLF.
        let rest = self.text.as_bytes().get(start..).unwrap_or_default();
        let ends = rest.iter().take_while(|b| matches!(b, b'\r' | b'\n')).count();
        let feeds = rest.iter().take(ends).filter(|&&b| b == b'\n').count() as u64;
        let number = line + feeds + self.returns_up_to(start + ends);
        self.rows += 1;
        self.within_limits(number)?;
        let spans_lines = self.record.as_slice().contains('\n') || self.record.as_slice().contains('\r');
        let raw = self.text.as_bytes().get(start..end).unwrap_or_default();
        let quote_open = spans_lines && raw.iter().filter(|&&b| b == b'"').count() % 2 == 1;
        Ok(Some(Line { number, spans_lines, quote_open, heading: "", cells: &self.record, numbers: &[] }))
    }

    fn returns_up_to(&mut self, end: usize) -> u64 {
        let Some(returns) = &mut self.returns else { return 0 };
        let bytes = self.text.as_bytes();
        let lone = |&at: &usize| bytes.get(at) == Some(&b'\r') && bytes.get(at + 1) != Some(&b'\n');
        returns.count += (returns.upto..end).filter(lone).count() as u64;
        returns.upto = returns.upto.max(end);
        returns.count
    }

    fn within_limits(&self, row: u64) -> Result<(), Refusal> {
        let too_large = |what: String| {
            Err(Refusal::input(Code::FileTooLarge, what)
                .hint("Export a smaller list, or split the file.")
                .row(row))
        };
        if self.rows > MOST_ROWS {
            return too_large(format!("The file has more than {MOST_ROWS} rows"));
        }
        if self.record.len() > MOST_COLUMNS {
            return too_large(format!("Row {row} has more than {MOST_COLUMNS} columns"));
        }
        if self.record.as_slice().len() > MOST_CELL_BYTES
            && self.record.iter().any(|cell| cell.len() > MOST_CELL_BYTES)
        {
            return too_large(format!(
                "A cell in row {row} is longer than 1 MiB; perhaps a quote is not closed"
            ));
        }
        Ok(())
    }
}

fn usize_of(byte: u64) -> usize {
    usize::try_from(byte).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<(u64, Vec<String>)> {
        let mut lines = TextLines::of(text, b',');
        let mut all = Vec::new();
        while let Some(line) = lines.next_line().unwrap() {
            all.push((line.number, line.cells().map(str::to_owned).collect()));
        }
        all
    }

    #[test]
    fn lines_are_counted_as_an_editor_does() {
        for end in ["\n", "\r\n", "\r"] {
            let text = ["a,b", "", "", "\"one", "two\",2", "c,3", ""].join(end);
            let numbers: Vec<u64> = rows(&text).into_iter().map(|(n, _)| n).collect();
            assert_eq!(numbers, [1, 4, 6], "{end:?}");
        }
        let mixed: Vec<u64> = rows("a,b\rc,d\r\n\r\ne,f\n\ng,h").into_iter().map(|(n, _)| n).collect();
        assert_eq!(mixed, [1, 2, 4, 6]);
    }

    #[test]
    fn spreadsheet_wrappers_fall_away_and_zeros_stay() {
        let text = "\"=\"\"00123\"\"\", 007 ,'-5,'tis\n";
        assert_eq!(rows(text), [(1, ["00123", "007", "-5", "'tis"].map(str::to_owned).to_vec())]);
    }

    #[test]
    fn limits_are_refused_at_once() {
        let refused = |text: String| {
            let mut lines = TextLines::of(&text, b',');
            loop {
                match lines.next_line() {
                    Err(refusal) => break refusal.code,
                    Ok(line) => assert!(line.is_some(), "came to the end"),
                }
            }
        };
        assert_eq!(refused(",".repeat(MOST_COLUMNS)), Code::FileTooLarge);
        assert_eq!(refused(format!("a,\"{}", "x\n".repeat(MOST_CELL_BYTES))), Code::FileTooLarge);
    }
}
