//! OpenDocument workbooks (ODF 1.3 part 3). Cells and rows that repeat are counted, and only those with
//! something in them are laid out.

use super::book::{Book, Sheet};
use super::cells::Cells;
use super::xml::{Step, Walk, attribute, damaged, part, parts};
use crate::options::MOST_CELL_BYTES;
use goodterms_terms::{Code, Refusal};
use quick_xml::events::BytesStart;
use std::collections::HashSet;
use std::io::BufRead;

/// Rows and columns of the largest sheet there is.
const ROWS: u32 = 1_048_576;
const COLUMNS: usize = 16_384;
/// The most cells a sheet may fill by repeating others: neighbours that happen to be alike, never a list.
const MOST_REPEATED: usize = 50_000;

/// Reads all sheets.
///
/// # Errors
/// [`Code::FileKindUnsupported`] when it is damaged, [`Code::FileTooLarge`].
pub(super) fn read(bytes: &[u8]) -> Result<Book, Refusal> {
    let mut parts = parts(bytes)?;
    let mut walk = part(&mut parts, "content.xml")?.ok_or_else(damaged)?;
    let mut book = Book::default();
    let mut hidden_styles: HashSet<String> = HashSet::new();
    let mut style = String::new();
    loop {
        match walk.step()? {
            Step::Open(e) => match e.local_name().as_ref() {
                "style" => style = text_of(&e, "name"),
                "table-properties" if text_of(&e, "display") == "false" => {
                    hidden_styles.insert(std::mem::take(&mut style));
                }
                "table" => {
                    let (name, styled) = (text_of(&e, "name"), text_of(&e, "style-name"));
                    let cells = cells_of(&mut walk)?;
                    book.sheets.push(Sheet { name, hidden: hidden_styles.contains(&styled), cells });
                }
                _ => {}
            },
            Step::End => return Ok(book),
            _ => {}
        }
    }
}

fn text_of(element: &BytesStart<'_>, name: &str) -> String {
    attribute(element, name).unwrap_or_default().into_owned()
}

fn repeats(element: &BytesStart<'_>, name: &str) -> usize {
    attribute(element, name).and_then(|n| n.parse::<usize>().ok()).unwrap_or(1).clamp(1, ROWS as usize)
}

/// A cell while it is walked through.
#[derive(Default)]
struct Open {
    /// `float`, `currency`, `percentage`, `date`, `boolean`, `string`.
    kind: String,
    value: String,
    /// What is shown; paragraphs are divided by a line end.
    shown: String,
    repeats: usize,
}

impl Open {
    fn of(e: &BytesStart<'_>) -> Self {
        let kind = text_of(e, "value-type");
        let value = match kind.as_str() {
            "date" => text_of(e, "date-value"),
            "boolean" => text_of(e, "boolean-value"),
            "string" => text_of(e, "string-value"),
            _ => text_of(e, "value"),
        };
        Self { kind, value, shown: String::new(), repeats: repeats(e, "number-columns-repeated") }
    }

    fn is_blank(&self) -> bool {
        self.value.trim().is_empty() && self.shown.trim().is_empty()
    }

    /// How many further cells it fills, in a row that repeats so often.
    fn copies(&self, rows: u32) -> usize {
        let places = self.repeats.saturating_mul(usize::try_from(rows).unwrap_or(usize::MAX));
        if self.is_blank() { 0 } else { places.saturating_sub(1) }
    }

    fn put(&self, row: u32, column: usize, cells: &mut Cells) -> Result<(), Refusal> {
        let shown = self.shown.trim();
        match self.kind.as_str() {
            // An error shows its name and has no value of its own.
            _ if shown.starts_with('#') || shown.starts_with("Err:") => cells.put(row, column, shown, false),
            "float" | "currency" | "percentage" => cells.put_number(row, column, self.value.trim()),
            "date" => cells.put(row, column, self.value.get(..10).unwrap_or(&self.value), false),
            "boolean" => cells.put(row, column, &self.value.to_ascii_uppercase(), false),
            _ if self.value.is_empty() => cells.put(row, column, shown, false),
            _ => cells.put(row, column, &self.value, false),
        }
    }
}

/// The cells up to the end of the table.
fn cells_of<R: BufRead>(walk: &mut Walk<R>) -> Result<Cells, Refusal> {
    let mut cells = Cells::default();
    let (mut row, mut row_repeats, mut column) = (0_u32, 1_u32, 0_usize);
    let mut cell: Option<Open> = None;
    let mut repeated = 0_usize;
    // A note within a cell is no part of its text; a table within a cell is no part of this one.
    let (mut notes, mut tables) = (0_u32, 0_u32);
    loop {
        match walk.step()? {
            Step::Open(e) => match e.local_name().as_ref() {
                "table" => tables += 1,
                "annotation" => notes += 1,
                _ if notes + tables > 0 => {}
                "table-row" => {
                    column = 0;
                    row_repeats = u32::try_from(repeats(&e, "number-rows-repeated")).unwrap_or(ROWS);
                }
                "table-cell" | "covered-table-cell" => cell = Some(Open::of(&e)),
                "p" => {
                    if let Some(cell) = cell.as_mut().filter(|cell| !cell.shown.is_empty()) {
                        cell.shown.push('\n');
                    }
                }
                "s" | "tab" => {
                    if let Some(cell) = &mut cell {
                        cell.shown.push(' ');
                    }
                }
                _ => {}
            },
            Step::Text(text) if notes + tables == 0 => {
                if let Some(cell) = &mut cell {
                    cell.shown.push_str(&text);
                    if cell.shown.len() > 2 * MOST_CELL_BYTES {
                        return Err(Refusal::input(
                            Code::FileTooLarge,
                            "A cell of the workbook is longer than 1 MiB",
                        ));
                    }
                }
            }
            Step::Close(e) => match e.local_name().as_ref() {
                "table" if tables == 0 => return Ok(cells.in_order()),
                "table" => tables -= 1,
                "annotation" => notes = notes.saturating_sub(1),
                _ if notes + tables > 0 => {}
                "table-cell" | "covered-table-cell" => {
                    if let Some(cell) = cell.take() {
                        repeated = repeated.saturating_add(cell.copies(row_repeats));
                        if repeated > MOST_REPEATED {
                            return Err(repeats_too_much(row));
                        }
                        lay_out(&cell, (row, row_repeats), column, &mut cells)?;
                        column = column.saturating_add(cell.repeats).min(COLUMNS);
                    }
                }
                "table-row" => row = row.saturating_add(row_repeats).min(ROWS),
                _ => {}
            },
            Step::End => return Err(damaged()),
            Step::Text(_) | Step::Other => {}
        }
    }
}

/// Puts a cell into every place it repeats to; blank ones take none.
fn lay_out(cell: &Open, rows: (u32, u32), column: usize, cells: &mut Cells) -> Result<(), Refusal> {
    if cell.is_blank() {
        return Ok(());
    }
    for row in rows.0..rows.0.saturating_add(rows.1).min(ROWS) {
        for column in column..column.saturating_add(cell.repeats) {
            cell.put(row, column, cells)?;
        }
    }
    Ok(())
}

fn repeats_too_much(row: u32) -> Refusal {
    Refusal::input(
        Code::FileTooLarge,
        format!("Row {} repeats what is in it more often than a list does", row + 1),
    )
    .row(u64::from(row) + 1)
    .hint("Copy what matters into a new workbook, or export it as CSV.")
}
