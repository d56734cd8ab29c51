//! Workbooks of Excel before 2007, read by calamine after their records have been weighed: calamine lays
//! a sheet out from its first cell to its last, so two cells far apart would cost gigabytes.

use super::book::{Book, Sheet};
use super::cells::{Cells, day_of, plain_number};
use super::xml::damaged;
use calamine::{Data, Reader as _, SheetVisible, Xls};
use goodterms_terms::{Code, Refusal};
use std::io::{Cursor, Read as _};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// The most cells a sheet may span, filled or not.
const MOST_SPANNED: u64 = 2_000_000;
/// The most records of a workbook.
const MOST_RECORDS: usize = 8_000_000;

/// Reads all sheets.
///
/// # Errors
/// [`Code::FileKindUnsupported`] when it is damaged, encrypted or no workbook; [`Code::FileTooLarge`].
pub(super) fn read(bytes: &[u8]) -> Result<Book, Refusal> {
    weigh(&stream_of(bytes)?)?;
    // It slices without asking where a damaged file lies about its lengths.
    let book = catch_unwind(AssertUnwindSafe(|| Xls::new(Cursor::new(bytes)).ok().map(sheets_of)));
    book.ok().flatten().ok_or_else(damaged)?
}

fn sheets_of(mut workbook: Xls<Cursor<&[u8]>>) -> Result<Book, Refusal> {
    let mut book = Book::default();
    let since_1904 = workbook.has_1904_epoch();
    for about in workbook.sheets_metadata().to_vec() {
        let Ok(range) = workbook.worksheet_range(&about.name) else { continue };
        let (top, left) = range.start().unwrap_or_default();
        let mut cells = Cells::default();
        for (row, column, value) in range.used_cells() {
            let row = top.saturating_add(u32::try_from(row).unwrap_or(u32::MAX));
            put(value, row, column.saturating_add(left as usize), since_1904, &mut cells)?;
        }
        let hidden = about.visible != SheetVisible::Visible;
        book.sheets.push(Sheet { name: about.name, hidden, cells: cells.in_order() });
    }
    Ok(book)
}

fn put(value: &Data, row: u32, column: usize, since_1904: bool, to: &mut Cells) -> Result<(), Refusal> {
    match value {
        Data::Empty => Ok(()),
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => {
            to.put(row, column, text, false)
        }
        Data::Bool(yes) => to.put(row, column, if *yes { "TRUE" } else { "FALSE" }, false),
        Data::Error(error) => to.put(row, column, &error.to_string(), false),
        Data::Int(number) => to.put(row, column, &number.to_string(), true),
        Data::Float(number) => to.put(row, column, &plain_number(*number), true),
        Data::DateTime(moment) => {
            let number = plain_number(moment.as_f64());
            match day_of(&number, since_1904).filter(|_| moment.is_datetime()) {
                Some(day) => to.put(row, column, &day, false),
                None => to.put(row, column, &number, true),
            }
        }
    }
}

/// The stream of the workbook's records.
fn stream_of(bytes: &[u8]) -> Result<Vec<u8>, Refusal> {
    let mut file = cfb::CompoundFile::open(Cursor::new(bytes)).map_err(|_| damaged())?;
    let name = ["/Workbook", "/Book", "/WORKBOOK", "/BOOK"].into_iter().find(|name| file.is_stream(name));
    let Some(name) = name else {
        return Err(if file.is_stream("/EncryptedPackage") {
            Refusal::input(Code::FileKindUnsupported, "The workbook is protected by a password")
                .hint("Save it without the password and import that file.")
        } else {
            Refusal::input(Code::FileKindUnsupported, "This is an old Office file, but no workbook")
                .hint("Save the table in it as a workbook or as CSV and import that file.")
        });
    };
    let mut stream = Vec::new();
    let most = bytes.len() as u64;
    file.open_stream(name)
        .and_then(|part| part.take(most).read_to_end(&mut stream))
        .map_err(|_| damaged())?;
    Ok(stream)
}

/// Walks the records of a stream: type, length, data ([MS-XLS] 2.1.4).
struct Records<'a> {
    rest: &'a [u8],
}

impl<'a> Iterator for Records<'a> {
    type Item = (u16, &'a [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let (kind, length) = (number(self.rest, 0)?, usize::from(number(self.rest, 2)?));
        let data = self.rest.get(4..4 + length)?;
        self.rest = self.rest.get(4 + length..)?;
        Some((kind, data))
    }
}

fn number(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..at + 2)?.try_into().ok().map(u16::from_le_bytes)
}

fn long(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..at + 4)?.try_into().ok().map(u32::from_le_bytes)
}

/// Refuses what would cost more than it holds.
fn weigh(stream: &[u8]) -> Result<(), Refusal> {
    const END: u16 = 0x000A;
    let mut left = MOST_RECORDS;
    let mut sheets = Vec::new();
    for (kind, data) in (Records { rest: stream }).take_while(|(kind, _)| *kind != END) {
        match kind {
            0x002F => {
                return Err(Refusal::input(
                    Code::FileKindUnsupported,
                    "The workbook is protected by a password",
                )
                .hint("Save it without the password and import that file."));
            }
            // calamine makes room for as many strings as their table claims; each takes three bytes at least.
            0x00FC => {
                let claimed = long(data, 4).ok_or_else(damaged)?;
                if u64::from(claimed).saturating_mul(3) > stream.len() as u64 {
                    return Err(damaged());
                }
            }
            0x0085 => sheets.push(long(data, 0).ok_or_else(damaged)? as usize),
            _ => {}
        }
        left = left.saturating_sub(1);
    }
    for start in sheets {
        let rest = stream.get(start..).ok_or_else(damaged)?;
        let mut depth = 0_u32;
        let mut span = Span::default();
        for (kind, data) in (Records { rest }) {
            left = left.checked_sub(1).ok_or_else(too_large)?;
            match kind {
                0x0809 => depth += 1,
                END => match depth.checked_sub(1) {
                    None | Some(0) => break,
                    Some(outer) => depth = outer,
                },
                // What the sheet claims to span.
                0x0200 => span.claim(data)?,
                // Cells: RK, MULRK, LABEL, LABELSST, NUMBER, BOOLERR, RSTRING, FORMULA.
                0x027E | 0x00BD | 0x0204 | 0x00FD | 0x0203 | 0x0205 | 0x00D6 | 0x0006 => {
                    let (row, column) = (number(data, 0), number(data, 2));
                    span.hold(row.ok_or_else(damaged)?, column.ok_or_else(damaged)?);
                    if kind == 0x00BD {
                        span.hold(row.unwrap_or(0), number(data, data.len().saturating_sub(2)).unwrap_or(0));
                    }
                }
                _ => {}
            }
        }
        if span.cells() > MOST_SPANNED {
            return Err(too_large());
        }
    }
    Ok(())
}

fn too_large() -> Refusal {
    Refusal::input(Code::FileTooLarge, "A sheet of the workbook spans more cells than a list should")
        .hint("Copy the list alone into a new workbook, or save it as CSV.")
}

/// The rows and columns from a sheet's first cell to its last.
#[derive(Default)]
struct Span {
    rows: Option<(u16, u16)>,
    columns: Option<(u16, u16)>,
}

impl Span {
    fn hold(&mut self, row: u16, column: u16) {
        let wider = |span: Option<(u16, u16)>, at: u16| match span {
            Some((from, to)) => Some((from.min(at), to.max(at))),
            None => Some((at, at)),
        };
        self.rows = wider(self.rows, row);
        self.columns = wider(self.columns, column);
    }

    /// A claim costs memory too, and one that ends before it begins makes no sense.
    fn claim(&self, data: &[u8]) -> Result<(), Refusal> {
        let whole =
            |at: usize| if data.len() >= 14 { long(data, at) } else { number(data, at / 2).map(u32::from) };
        let (Some(first), Some(last)) = (whole(0), whole(4)) else { return Err(damaged()) };
        let place = if data.len() >= 14 { 8 } else { 4 };
        let (Some(left), Some(right)) = (number(data, place), number(data, place + 2)) else {
            return Err(damaged());
        };
        if last < first {
            return Err(damaged());
        }
        let left = if right < left { 0 } else { left };
        let cells = u64::from(last - first) * u64::from(right - left);
        if cells > MOST_SPANNED { Err(too_large()) } else { Ok(()) }
    }

    fn cells(&self) -> u64 {
        let size = |span: Option<(u16, u16)>| span.map_or(0, |(from, to)| u64::from(to - from) + 1);
        size(self.rows) * size(self.columns)
    }
}
