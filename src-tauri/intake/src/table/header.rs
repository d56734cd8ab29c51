//! The header row: under a title block, above a second header, or not there at all.

use super::lines::{Line, Source};
use crate::columns::{Field, bank, synonyms};
use crate::values::{amount, date, totals};
use goodterms_terms::Refusal;

/// How many rows from the top a header is looked for.
const LOOK: usize = 200;

/// The header of a table.
#[derive(Debug, Default)]
pub(crate) struct Header {
    /// Its row; `None` when the file has none.
    pub(crate) row: Option<u64>,
    /// A second header row of field names right below it (Frappe).
    pub(crate) second: Option<u64>,
    /// How wide the widest of the first rows is.
    pub(crate) width: usize,
    /// The names, left to right.
    pub(crate) names: Vec<String>,
    /// What stands in the title block above.
    pub(crate) title: String,
    /// In a report whose rows stand under headings: the column that headings and totals stand left of.
    pub(crate) headings: Option<usize>,
}

/// How many cells bear names of columns we know.
pub(crate) fn known_names<'c>(cells: impl Iterator<Item = &'c str>) -> usize {
    cells.filter(|cell| !synonyms::fits(cell).is_empty() || !bank::fits(cell).is_empty()).count()
}

struct Row {
    number: u64,
    cells: Vec<String>,
}

impl Row {
    fn of(line: Line<'_>) -> Self {
        Self { number: line.number, cells: line.cells().map(str::to_owned).collect() }
    }

    fn filled(&self) -> usize {
        self.cells.iter().filter(|cell| !cell.is_empty()).count()
    }

    fn all_text(&self) -> bool {
        self.cells.iter().all(|cell| !is_value(cell) || totals::is_ageing(cell))
    }
}

/// A date or an amount, not a name.
fn is_value(cell: &str) -> bool {
    cell.len() < 40
        && (date::shape(cell).is_some() || amount::shape(cell).is_some_and(|shape| shape.sign.is_empty()))
}

/// Finds the header. `named` are headers the person named themselves.
///
/// # Errors
/// What [`super::Source::lines`] refuses.
pub(crate) fn find(source: Source<'_>, named: &[&str]) -> Result<Header, Refusal> {
    let mut lines = source.lines();
    let mut rows = Vec::new();
    while let Some(line) = lines.next_line()? {
        rows.push(Row::of(line));
        if rows.len() == LOOK {
            break;
        }
    }
    let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    let none = Header { width, ..Header::default() };
    let Some(at) = best_by_names(&rows, named).or_else(|| first_above_values(&rows)) else { return Ok(none) };
    let (above, rest) = rows.split_at(at);
    let Some((header, below)) = rest.split_first() else { return Ok(none) };
    let second = below.first().filter(|row| is_field_names(row)).map(|row| row.number);
    let title = above.iter().flat_map(|row| &row.cells).map(String::as_str).collect::<Vec<_>>().join(" ");
    let headings = has_headings(header, below).then(|| left_of_names(header));
    Ok(Header { row: Some(header.number), second, width, names: header.cells.clone(), title, headings })
}

/// The row with most names we know, two at least; the first of equals.
fn best_by_names(rows: &[Row], named: &[&str]) -> Option<usize> {
    let mut best: Option<(usize, usize)> = None;
    for (at, row) in rows.iter().enumerate() {
        let told =
            row.cells.iter().filter(|cell| named.iter().any(|name| name.eq_ignore_ascii_case(cell))).count();
        let names = known_names(row.cells.iter().map(String::as_str)).max(told);
        let enough = names >= 2 || told > 0 && told == named.len();
        if enough && best.is_none_or(|(_, most)| names > most) && row.all_text() {
            best = Some((at, names));
        }
    }
    best.map(|(at, _)| at)
}

/// The first row of words alone that has dates or amounts below it.
fn first_above_values(rows: &[Row]) -> Option<usize> {
    rows.iter().zip(rows.iter().skip(1)).position(|(row, next)| {
        let values =
            next.cells.iter().zip(&row.cells).any(|(below, name)| is_value(below) && !name.is_empty());
        row.filled() >= 2 && row.all_text() && values
    })
}

/// Headings stand in columns without a name, or in the first.
fn left_of_names(header: &Row) -> usize {
    header.cells.iter().position(|cell| !cell.is_empty()).unwrap_or(0).max(1)
}

/// A heading right below the header, or a `Total for …` further down.
fn has_headings(header: &Row, below: &[Row]) -> bool {
    let lone = |row: &Row| {
        let at = row.cells.iter().position(|cell| !cell.is_empty());
        let text = at.and_then(|at| row.cells.get(at)).map(String::as_str).unwrap_or_default();
        let left = at.is_some_and(|at| at < left_of_names(header));
        left && row.filled() == 1 && !totals::is_report_stamp(text) && !is_value(text)
    };
    let total_for = |row: &Row| {
        row.cells.iter().find(|cell| !cell.is_empty()).is_some_and(|cell| {
            ["total for ", "total - "]
                .iter()
                .any(|start| cell.get(..start.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(start)))
        })
    };
    let first = header.cells.first().map(String::as_str).unwrap_or_default();
    // A list of clients may hold a name and nothing else.
    let names_clients = synonyms::fits(first).iter().any(|fit| fit.field == Field::Client);
    let mut filled = below.iter().filter(|row| row.filled() > 0);
    let heads = match filled.next() {
        Some(next) if first.is_empty() => lone(next) || filled.any(lone),
        Some(next) => lone(next) && !names_clients && filled.any(|row| row.filled() > 1),
        None => false,
    };
    heads || below.iter().any(total_for)
}

/// `SalesInvoice.name`, `SalesInvoice.date`, …: a program's own names for the columns.
fn is_field_names(row: &Row) -> bool {
    let word = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    let table_of = |cell: &'_ str| {
        let (table, field) = cell.split_once('.')?;
        let named = table.starts_with(|c: char| c.is_ascii_uppercase());
        (word(table) && word(field) && named).then(|| table.to_owned())
    };
    let tables: Vec<Option<String>> =
        row.cells.iter().filter(|c| !c.is_empty()).map(|c| table_of(c)).collect();
    let shared = tables.iter().filter(|table| *table == tables.first().unwrap_or(&None)).count();
    tables.len() >= 2 && tables.iter().all(Option::is_some) && shared * 2 >= tables.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Header {
        find(Source::Text(text, b','), &[]).unwrap()
    }

    #[test]
    fn the_header_is_found_under_a_title_block() {
        let header = found("Acme Ltd\nInvoices,,\n\nInvoice Number,Client,Total\n1,B,2.50\n");
        assert_eq!((header.row, header.title.trim()), (Some(4), "Acme Ltd Invoices"));
        let header = found("a,b,c\n1,x,2\n");
        assert_eq!(header.names, ["a", "b", "c"]);
        assert_eq!(found("1,2\n3,4\n").row, None);
    }

    #[test]
    fn a_second_header_of_field_names_is_one() {
        let header = found("Name,Email\nParty.name,Party.email\nBo,b@o.ca\n");
        assert_eq!((header.row, header.second), (Some(1), Some(2)));
        assert_eq!(found("Name,Email\nbo.le,a.b\n").second, None);
        assert_eq!(found("Name,Email\nBo,b@o.ca\n").second, None);
    }

    #[test]
    fn headings_are_told_from_rows() {
        let headings = |text: &str| found(text).headings;
        let header = ",Date,Num,Customer,Due date,Open balance\n";
        assert_eq!(headings(&format!("{header}Acme,,,,,\n,1/2/2026,5,Acme,1/3/2026,5.00\n")), Some(1));
        assert_eq!(headings("Date,Num,Customer\n1/2/2026,5,Acme\nTotal for Acme,,\n"), Some(1));
        assert_eq!(headings("Invoice Date,Number,Total\nAce Corp,,\n1/2/2026,5,9.00\n"), Some(1));
        assert_eq!(headings(",,Type,Date,Num,Open Balance\nAcme,,,,,\n,,Invoice,1/2/2026,5,9\n"), Some(2));
        assert_eq!(headings("Customer,Email,Phone\nAcme,,\nBo,b@o.ca,1\n"), None);
        assert_eq!(headings("Invoice Date,Number,Total\n1/2/2026,,\n1/2/2026,5,9.00\n"), None);
    }
}
