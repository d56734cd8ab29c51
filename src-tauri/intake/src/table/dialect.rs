//! Which character separates the cells: comma, semicolon, tab or bar.
//!
//! The delimiter under which the beginning of the file shows the best header is taken; where no header
//! is recognised, the one that cuts most rows into the same number of cells.

use super::header::known_names;
use super::lines::TextLines;
use goodterms_terms::Refusal;
use std::collections::HashMap;

/// How many rows are looked at.
const LOOK: usize = 100;
const DELIMITERS: [u8; 4] = *b",;\t|";

/// Finds the delimiter.
pub(crate) fn delimiter_of(text: &str) -> Result<u8, Refusal> {
    if let Some(told) = told(text) {
        return Ok(told);
    }
    let mut best = (Score::default(), b',');
    for delimiter in DELIMITERS {
        let score = score(text, delimiter)?;
        if score > best.0 {
            best = (score, delimiter);
        }
    }
    Ok(best.1)
}

/// Excel's own first line: `sep=;`.
fn told(text: &str) -> Option<u8> {
    let rest = text.trim_start().trim_start_matches('"').get(..5)?;
    let (key, delimiter) = rest.split_at_checked(4)?;
    let delimiter = delimiter.bytes().next()?;
    (key.eq_ignore_ascii_case("sep=") && DELIMITERS.contains(&delimiter)).then_some(delimiter)
}

#[derive(Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Score {
    /// Names of columns known in the best row; a single one proves nothing.
    names: usize,
    /// Cells in rows that have the commonest number of cells, when that is more than one.
    cells: usize,
}

fn score(text: &str, delimiter: u8) -> Result<Score, Refusal> {
    let mut lines = TextLines::of(text, delimiter);
    let mut names = 0;
    let mut widths: HashMap<usize, usize> = HashMap::new();
    for _ in 0..LOOK {
        let Some(line) = lines.next_line()? else { break };
        if line.width() > 1 {
            names = names.max(known_names(line.cells()));
            *widths.entry(line.width()).or_default() += 1;
        }
    }
    let cells = widths.into_iter().map(|(width, rows)| width * rows).max().unwrap_or(0);
    Ok(Score { names: if names > 1 { names } else { 0 }, cells })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_delimiter_is_found_among_others() {
        let check = |text: &str, delimiter: u8| assert_eq!(delimiter_of(text).unwrap(), delimiter, "{text}");
        check("Rechnungsnummer;Kunde;Betrag\n1;M\u{fc}ller, Hans;12,50\n2;Beh, Ida;3,75\n", b';');
        check("Invoice,Client,Total\n1,\"a;b;c\",12.50\n", b',');
        check("Invoice\tClient\tTotal\n1\tSmith, John\t12.50\n", b'\t');
        check("a|b|c\n1|2|3\n4|5|6\n", b'|');
        check("sep=;\na,b;c\n", b';');
        check("", b',');
        check("one column\n", b',');
    }
}
