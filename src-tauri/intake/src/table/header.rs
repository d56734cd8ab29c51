//! The header row: under a title block, above a second header, or not there at all.

use super::lines::{Line, Lines};
use crate::columns::synonyms;
use crate::values::{amount, date, words};
use goodterms_terms::{Code, Refusal};

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
}

/// How many cells bear names of columns we know.
pub(crate) fn known_names<'c>(cells: impl Iterator<Item = &'c str>) -> usize {
    cells.filter(|cell| !synonyms::fits(cell).is_empty()).count()
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
        self.cells.iter().all(|cell| !is_value(cell))
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
/// [`Code::GroupedReport`] when the rows are grouped under headings with subtotals.
pub(crate) fn find(text: &str, delimiter: u8, named: &[&str]) -> Result<Header, Refusal> {
    let mut lines = Lines::of(text, delimiter);
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
    if is_grouped(header, below) {
        return Err(Refusal::input(
            Code::GroupedReport,
            "This report is grouped under headings with subtotals, so its rows are not whole by themselves",
        )
        .row(header.number)
        .hint("Export the plain list of invoices, clients or payments instead."));
    }
    let second = below.first().filter(|row| is_field_names(row)).map(|row| row.number);
    let title = above.iter().flat_map(|row| &row.cells).map(String::as_str).collect::<Vec<_>>().join(" ");
    Ok(Header { row: Some(header.number), second, width, names: header.cells.clone(), title })
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

/// A blank first header with lone words below it in that column, or a `Total for …`.
fn is_grouped(header: &Row, below: &[Row]) -> bool {
    let lone_first = |row: &Row| {
        let first = row.cells.first().map(String::as_str).unwrap_or_default();
        row.filled() == 1 && !first.is_empty() && !words::is_report_stamp(first)
    };
    let total_for = |row: &Row| {
        row.cells
            .first()
            .is_some_and(|cell| cell.get(..10).is_some_and(|w| w.eq_ignore_ascii_case("total for ")))
    };
    let blank_first = header.cells.first().is_some_and(String::is_empty);
    blank_first && below.iter().any(lone_first) || below.iter().any(total_for)
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
        find(text, b',', &[]).unwrap()
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
    fn grouped_reports_are_refused() {
        let refused = |text: &str| find(text, b',', &[]).unwrap_err().code;
        let header = ",Date,Num,Customer,Due date,Open balance\n";
        assert_eq!(
            refused(&format!("{header}Acme,,,,,\n,1/2/2026,5,Acme,1/3/2026,5.00\n")),
            Code::GroupedReport
        );
        assert_eq!(refused("Date,Num,Customer\n1/2/2026,5,Acme\nTotal for Acme,,\n"), Code::GroupedReport);
    }
}
