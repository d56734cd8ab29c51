//! Workbooks of Excel since 2007 (ECMA-376 part 1, SpreadsheetML), walked through cell by cell, so that
//! a sheet costs what is in it and not what it claims.

use super::book::{Book, Sheet};
use super::cells::{Cells, NOT_CALCULATED, day_of};
use super::styles::date_styles;
use super::xml::{Parts, Step, Walk, attribute, damaged, part, parts};
use crate::options::MOST_CELL_BYTES;
use goodterms_terms::{Code, Refusal};
use std::collections::HashMap;
use std::io::BufRead;

/// The most text that cells may share: 64 MiB.
const MOST_SHARED: usize = 64 << 20;
/// Rows and columns of Excel.
const ROWS: u32 = 1_048_576;
const COLUMNS: u32 = 16_384;

/// Reads all sheets.
///
/// # Errors
/// [`Code::FileKindUnsupported`] when it is damaged, [`Code::FileTooLarge`].
pub(super) fn read(bytes: &[u8]) -> Result<Book, Refusal> {
    let mut parts = parts(bytes)?;
    let root = root_of(&mut parts)?;
    let folder = root.rsplit_once('/').map_or("", |(folder, _)| folder);
    let (named, since_1904) = sheets_named(&mut parts, &root)?;
    let file = root.rsplit('/').next().unwrap_or_default();
    let targets = relations(&mut parts, &format!("{folder}/_rels/{file}.rels"))?;
    let place = |target: &String| match target.strip_prefix('/') {
        Some(absolute) => absolute.to_owned(),
        None => format!("{folder}/{target}"),
    };
    let by_kind = |kind: &str| targets.values().find(|(k, _)| k.ends_with(kind)).map(|(_, t)| place(t));
    let shared = match by_kind("/sharedStrings") {
        Some(name) => shared_text(&mut parts, &name)?,
        None => Shared::default(),
    };
    let dates = match by_kind("/styles") {
        Some(name) => date_styles(&mut parts, &name)?,
        None => Vec::new(),
    };
    let reading = Reading { shared, dates, since_1904 };
    let mut book = Book::default();
    for (name, hidden, id) in named {
        let Some((kind, target)) = targets.get(&id) else { continue };
        if !kind.ends_with("/worksheet") {
            continue; // a sheet that is a chart or a macro has no cells
        }
        if let Some(walk) = part(&mut parts, &place(target))? {
            book.sheets.push(Sheet { name, hidden, cells: reading.cells(walk)? });
        }
    }
    Ok(book)
}

/// The part that lists the sheets.
fn root_of(parts: &mut Parts<'_>) -> Result<String, Refusal> {
    let found = relations(parts, "_rels/.rels")?;
    let root = found.into_values().find(|(kind, _)| kind.ends_with("/officeDocument"));
    Ok(root.map_or_else(
        || "xl/workbook.xml".to_owned(),
        |(_, target)| target.trim_start_matches('/').to_owned(),
    ))
}

/// Kind and target of each relation of a part, by its id.
fn relations(parts: &mut Parts<'_>, name: &str) -> Result<HashMap<String, (String, String)>, Refusal> {
    let mut found = HashMap::new();
    let Some(mut walk) = part(parts, name)? else { return Ok(found) };
    loop {
        match walk.step()? {
            Step::Open(e) if e.local_name().as_ref() == "Relationship" => {
                let text = |name| attribute(&e, name).unwrap_or_default().into_owned();
                found.insert(text("Id"), (text("Type"), text("Target")));
            }
            Step::End => return Ok(found),
            _ => {}
        }
    }
}

/// A sheet's name, whether it is hidden, and the id of its relation.
type Named = (String, bool, String);

/// The sheets in their order, and whether days are counted from 1904.
fn sheets_named(parts: &mut Parts<'_>, root: &str) -> Result<(Vec<Named>, bool), Refusal> {
    let mut walk = part(parts, root)?.ok_or_else(damaged)?;
    let (mut sheets, mut since_1904) = (Vec::new(), false);
    loop {
        match walk.step()? {
            Step::Open(e) => match e.local_name().as_ref() {
                "workbookPr" => {
                    since_1904 = attribute(&e, "date1904").is_some_and(|v| v == "1" || v == "true")
                }
                "sheet" => {
                    let hidden = attribute(&e, "state").is_some_and(|state| state != "visible");
                    let text = |name| attribute(&e, name).unwrap_or_default().into_owned();
                    sheets.push((text("name"), hidden, text("id")));
                }
                _ => {}
            },
            Step::End => return Ok((sheets, since_1904)),
            _ => {}
        }
    }
}

/// Text that cells name by number, in one buffer.
#[derive(Default)]
struct Shared {
    text: String,
    ends: Vec<usize>,
}

impl Shared {
    fn get(&self, number: &str) -> Option<&str> {
        let at: usize = number.trim().parse().ok()?;
        let start = at.checked_sub(1).map_or(Some(0), |before| self.ends.get(before).copied())?;
        self.text.get(start..*self.ends.get(at)?)
    }
}

fn shared_text(parts: &mut Parts<'_>, name: &str) -> Result<Shared, Refusal> {
    let mut shared = Shared::default();
    let Some(mut walk) = part(parts, name)? else { return Ok(shared) };
    let mut within = Within::default();
    loop {
        match walk.step()? {
            Step::Open(e) => within.open(e.local_name().as_ref()),
            Step::Close(e) => {
                let name = e.local_name();
                within.close(name.as_ref());
                if name.as_ref() == "si" {
                    shared.ends.push(shared.text.len());
                }
            }
            Step::Text(text) if within.is_text() => shared.text.push_str(&text),
            Step::End => return Ok(shared),
            Step::Text(_) | Step::Other => {}
        }
        if shared.text.len() + 8 * shared.ends.len() > MOST_SHARED {
            return Err(Refusal::input(
                Code::FileTooLarge,
                "The workbook holds more text than a list of this kind should",
            ));
        }
    }
}

/// Where one is in a string: its text, not how it is read aloud (`rPh`).
#[derive(Default)]
struct Within {
    text: bool,
    phonetic: bool,
}

impl Within {
    fn open(&mut self, name: &str) {
        self.text |= name == "t";
        self.phonetic |= name == "rPh";
    }

    fn close(&mut self, name: &str) {
        self.text &= name != "t";
        self.phonetic &= name != "rPh";
    }

    const fn is_text(&self) -> bool {
        self.text && !self.phonetic
    }
}

/// What is needed to read a sheet.
struct Reading {
    shared: Shared,
    dates: Vec<bool>,
    since_1904: bool,
}

/// A cell while it is walked through.
#[derive(Default)]
struct Open {
    place: (u32, u32),
    kind: String,
    day: bool,
    value: String,
    text: String,
    formula: bool,
}

impl Reading {
    fn cells<R: BufRead>(&self, mut walk: Walk<R>) -> Result<Cells, Refusal> {
        let mut cells = Cells::default();
        let (mut row, mut column) = (0_u32, 0_u32);
        let mut cell = Open::default();
        let (mut in_value, mut strings) = (false, Within::default());
        loop {
            match walk.step()? {
                Step::Open(e) => match e.local_name().as_ref() {
                    "row" => {
                        let told = attribute(&e, "r").and_then(|r| r.parse::<u32>().ok());
                        row = told.map_or(row + 1, |told| told.min(ROWS));
                        column = 0;
                    }
                    "c" => {
                        let told = attribute(&e, "r").and_then(|r| place_of(&r));
                        let place = told.unwrap_or((row.saturating_sub(1), column));
                        column = place.1 + 1;
                        let style = attribute(&e, "s").and_then(|s| s.parse::<usize>().ok());
                        cell.place = place;
                        cell.kind.clear();
                        cell.kind.push_str(&attribute(&e, "t").unwrap_or_default());
                        cell.day = style.is_some_and(|at| self.dates.get(at) == Some(&true));
                        cell.value.clear();
                        cell.text.clear();
                        cell.formula = false;
                    }
                    "f" => cell.formula = true,
                    "v" => in_value = true,
                    name => strings.open(name),
                },
                Step::Text(text) if in_value => cell.value.push_str(&text),
                Step::Text(text) if strings.is_text() => cell.text.push_str(&text),
                Step::Close(e) => match e.local_name().as_ref() {
                    "v" => in_value = false,
                    "c" => self.put(&cell, &mut cells)?,
                    "sheetData" => return Ok(cells.in_order()),
                    name => strings.close(name),
                },
                Step::End => return Err(damaged()),
                Step::Text(_) | Step::Other => {}
            }
            if cell.value.len() + cell.text.len() > 2 * MOST_CELL_BYTES {
                return Err(Refusal::input(
                    Code::FileTooLarge,
                    "A cell of the workbook is longer than 1 MiB",
                ));
            }
        }
    }

    /// Puts a finished cell where it belongs (18.3.1.4, 18.18.11).
    fn put(&self, cell: &Open, cells: &mut Cells) -> Result<(), Refusal> {
        let (row, column) = (cell.place.0, cell.place.1 as usize);
        let value = cell.value.trim();
        match cell.kind.as_str() {
            "s" => cells.put(row, column, &plain(self.shared.get(value).unwrap_or_default()), false),
            "inlineStr" => cells.put(row, column, &plain(&cell.text), false),
            "b" => cells.put(row, column, if value == "1" { "TRUE" } else { "FALSE" }, false),
            "d" => cells.put(row, column, value.get(..10).unwrap_or(value), false),
            "str" if value.is_empty() && cell.formula => Ok(()), // its result is an empty text
            "str" | "e" => cells.put(row, column, &plain(value), false),
            _ if value.is_empty() && cell.formula => cells.put(row, column, NOT_CALCULATED, false),
            _ => match day_of(value, self.since_1904).filter(|_| cell.day) {
                Some(day) => cells.put(row, column, &day, false),
                None => cells.put_number(row, column, value),
            },
        }
    }
}

/// `_x000D_` and the like stand for characters XML cannot hold (22.9.2.19).
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let code = from.get(2..6).filter(|_| from.as_bytes().get(6) == Some(&b'_'));
        let c = code.and_then(|code| u32::from_str_radix(code, 16).ok()).and_then(char::from_u32);
        match c {
            Some(c) => {
                out.push(if c.is_control() { ' ' } else { c });
                rest = from.get(7..).unwrap_or_default();
            }
            None => {
                out.push_str("_x");
                rest = from.get(2..).unwrap_or_default();
            }
        }
    }
    out.push_str(rest);
    out
}

/// `B7` as row 6, column 1.
fn place_of(name: &str) -> Option<(u32, u32)> {
    let letters = name.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (letters, digits) = name.split_at_checked(letters)?;
    let column = letters.bytes().try_fold(0_u32, |column, b| {
        column.checked_mul(26)?.checked_add(u32::from(b.to_ascii_uppercase() - b'A') + 1)
    })?;
    let row: u32 = digits.parse().ok()?;
    let within = (1..=COLUMNS).contains(&column) && (1..=ROWS).contains(&row);
    within.then(|| (row - 1, column - 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_and_escapes_are_understood() {
        assert_eq!((place_of("A1"), place_of("xfd1048576")), (Some((0, 0)), Some((1_048_575, 16_383))));
        assert_eq!(
            (place_of("XFE1"), place_of("A0"), place_of("7"), place_of("\u{e9}1")),
            (None, None, None, None)
        );
        assert_eq!(plain("ABC_x000D_\nDEF_x_x12"), "ABC \nDEF_x_x12");
    }
}
