//! A list of receivables that can be written in many ways.

use crate::receivables::ORIGINAL;
use crate::samples::sample;
use goodterms_terms::day;

/// A list of receivables as plain text cells: reference, number, issued, due, amount, disputed, settled.
#[derive(Clone)]
pub(crate) struct List {
    pub(crate) header: Vec<String>,
    pub(crate) rows: Vec<Vec<String>>,
}

pub(crate) const NAMES: [&str; 7] =
    ["customerID", "invoiceNumber", "InvoiceDate", "DueDate", "InvoiceAmount", "Disputed", "SettledDate"];
pub(crate) const DATES: [usize; 3] = [2, 3, 6];
pub(crate) const AMOUNT: usize = 4;

impl List {
    /// The columns of IBM's set that matter, dates made ISO.
    pub(crate) fn original() -> Option<Self> {
        let text = String::from_utf8(sample(ORIGINAL)?).unwrap();
        let mut lines = text.lines().map(|line| line.split(',').collect::<Vec<_>>());
        let header = lines.next().unwrap();
        let places = NAMES.map(|name| header.iter().position(|h| *h == name).unwrap());
        let iso = |text: &str| {
            let parts: Vec<u32> = text.split('/').map(|p| p.parse().unwrap()).collect();
            format!("{}-{:02}-{:02}", parts[2], parts[0], parts[1])
        };
        let cell = |row: &[&str], at: usize| {
            let text = row[places[at]];
            let cents = |text: &str| if text.contains('.') { text.to_owned() } else { format!("{text}.00") };
            match at {
                AMOUNT => cents(text),
                _ if DATES.contains(&at) => iso(text),
                _ => text.to_owned(),
            }
        };
        Some(Self {
            header: NAMES.map(str::to_owned).to_vec(),
            rows: lines.map(|row| (0..7).map(|at| cell(&row, at)).collect()).collect(),
        })
    }

    /// A list of our own, so that these tests say something where the samples are not.
    pub(crate) fn made_up() -> Self {
        let start = day::parse("2026-01-03").unwrap();
        let row = |n: i64| {
            let issued = day::plus_days(start, n * 7 % 300);
            vec![
                format!("{:04}-KUND", n % 13),
                format!("{:06}", n * 37),
                issued.to_string(),
                day::plus_days(issued, 30).to_string(),
                format!("{}.{:02}", n * 7919 % 950, n * 31 % 100),
                if n % 5 == 0 { "Yes".into() } else { "No".into() },
                day::plus_days(issued, n % 60).to_string(),
            ]
        };
        Self { header: NAMES.map(str::to_owned).to_vec(), rows: (1..=90).map(row).collect() }
    }

    pub(crate) fn all() -> Vec<Self> {
        Self::original().into_iter().chain([Self::made_up()]).collect()
    }

    pub(crate) fn with_cells(&self, at: &[usize], write: impl Fn(&str) -> String) -> Self {
        let mut list = self.clone();
        for row in &mut list.rows {
            for &at in at {
                row[at] = write(&row[at]);
            }
        }
        list
    }

    pub(crate) fn with_header(&self, names: &[&str; 7]) -> Self {
        Self { header: names.map(str::to_owned).to_vec(), rows: self.rows.clone() }
    }

    /// Columns in another order: every `step`-th, round and round. Seven is prime, so any step will do.
    pub(crate) fn shuffled(&self, step: usize) -> Self {
        let turn = |row: &Vec<String>| (0..7).map(|at| row[at * step % 7].clone()).collect();
        Self { header: turn(&self.header), rows: self.rows.iter().map(turn).collect() }
    }

    pub(crate) fn text(&self, delimiter: char, end: &str) -> String {
        let cell = |cell: &String| {
            let quoted = cell.contains([delimiter, '"', '\n']);
            if quoted { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.clone() }
        };
        let line =
            |row: &Vec<String>| row.iter().map(cell).collect::<Vec<_>>().join(&delimiter.to_string()) + end;
        std::iter::once(&self.header).chain(&self.rows).map(line).collect()
    }

    pub(crate) fn bytes(&self) -> Vec<u8> {
        self.text(',', "\r\n").into_bytes()
    }
}
