//! Tables that line up in a terminal, whatever the script of the names.

use unicode_width::UnicodeWidthStr as _;

/// Where a column's text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Left,
    Right,
}

/// Rows under heads. Amounts stand right, words left.
#[derive(Debug)]
pub(crate) struct Table {
    heads: Vec<(&'static str, Side)>,
    rows: Vec<Vec<String>>,
}

impl Table {
    /// A table with these heads; one that begins with `>` stands right.
    pub(crate) fn new(heads: &[&'static str]) -> Self {
        let head = |head: &&'static str| match head.strip_prefix('>') {
            Some(head) => (head, Side::Right),
            None => (*head, Side::Left),
        };
        Self { heads: heads.iter().map(head).collect(), rows: Vec::new() }
    }

    /// Adds a row.
    pub(crate) fn row<T: Into<String>>(&mut self, cells: impl IntoIterator<Item = T>) {
        self.rows.push(cells.into_iter().map(Into::into).collect());
    }

    /// Its lines, headed and ruled.
    pub(crate) fn drawn(&self) -> String {
        let widths: Vec<usize> = self
            .heads
            .iter()
            .enumerate()
            .map(|(place, (head, _))| {
                let cells = self.rows.iter().filter_map(|row| row.get(place)).map(|cell| cell.width());
                cells.chain([head.width()]).max().unwrap_or(0)
            })
            .collect();
        let line = |cells: &mut dyn Iterator<Item = &str>| {
            let mut drawn = String::new();
            for ((cell, width), (_, side)) in cells.zip(&widths).zip(&self.heads) {
                let space = " ".repeat(width.saturating_sub(cell.width()));
                match side {
                    Side::Left => drawn.extend([cell, space.as_str(), "  "]),
                    Side::Right => drawn.extend([space.as_str(), cell, "  "]),
                }
            }
            drawn.trim_end().to_owned()
        };
        let rules: Vec<String> = widths.iter().map(|width| "\u{2500}".repeat(*width)).collect();
        let mut lines = vec![
            line(&mut self.heads.iter().map(|(head, _)| *head)),
            line(&mut rules.iter().map(String::as_str)),
        ];
        lines.extend(self.rows.iter().map(|row| line(&mut row.iter().map(String::as_str))));
        lines.join("\n")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_line_up_in_every_script() {
        let mut table = Table::new(&["Client", ">Balance"]);
        table.row(["Łódź Drzwi", "1.00"]);
        table.row(["田中", "1000.00"]);
        assert_eq!(
            table.drawn(),
            "Client      Balance\n──────────  ───────\nŁódź Drzwi     1.00\n田中        1000.00"
        );
    }
}
