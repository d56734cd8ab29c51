//! QIF, Quicken's old exchange format: one letter at the start of each line says what it holds, `^` ends a
//! record. It says neither currency nor order of dates nor decimal mark, so all three are asked of the file.

use super::block::Block;
use super::{Marks, joined, no_statement, note, note_question, some, whole_year};
use crate::columns::Field;
use crate::columns::infer::{DatesSeen, Named};
use crate::drafts::{Intake, SkipCode};
use crate::options::{DateOrder, Options};
use crate::reading::{ColumnReading, Question};
use crate::sheet::Verdict;
use crate::statement::{BalanceDraft, BankLineDraft};
use crate::values::date;
use goodterms_terms::{Day, Refusal, day};

/// Whether the beginning of a text is QIF, with its header or without.
pub(crate) fn is_qif(start: &str) -> bool {
    let lines = || start.lines().map(str::trim_end);
    let heads = |line: &str| {
        let upper = line.to_ascii_uppercase();
        ["!TYPE:", "!ACCOUNT", "!OPTION:", "!CLEAR:"].iter().any(|head| upper.starts_with(head))
    };
    let digits = |line: &str, letter: char| {
        line.strip_prefix(letter).is_some_and(|rest| {
            let rest = rest.trim_start_matches(['-', '+', '$', ' ']);
            rest.starts_with(|c: char| c.is_ascii_digit() || c == '.')
        })
    };
    let bare = || {
        lines().any(|line| line == "^")
            && lines().any(|line| digits(line, 'D'))
            && lines().any(|line| digits(line, 'T') || digits(line, 'U'))
    };
    lines().find(|line| !line.is_empty()).is_some_and(heads) || bare()
}

/// What a section's records are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Section {
    /// Movements on an account.
    Movements,
    /// The accounts themselves.
    Accounts,
    /// Shares bought and sold.
    Trades,
    /// Categories, classes, memorised payments, prices: nothing that happened.
    Lists,
}

fn section_of(head: &str) -> Section {
    let name = head.to_ascii_uppercase();
    let kind = name.strip_prefix("!TYPE:").unwrap_or_default().trim();
    match kind {
        _ if name.starts_with("!ACCOUNT") => Section::Accounts,
        "CAT" | "CLASS" | "MEMORIZED" | "PRICES" | "SECURITY" | "BUDGET" | "TEMPLATE" | "TAG" | "INVITEM" => {
            Section::Lists
        }
        "INVST" => Section::Trades,
        _ => Section::Movements,
    }
}

/// One record, as written.
#[derive(Default)]
struct Record<'t> {
    row: u64,
    fields: Vec<(char, &'t str)>,
}

impl<'t> Record<'t> {
    fn first(&self, letter: char) -> &'t str {
        self.fields
            .iter()
            .find(|(named, _)| *named == letter)
            .map(|&(_, text)| text.trim())
            .unwrap_or_default()
    }

    fn amount(&self) -> &'t str {
        Some(self.first('T')).filter(|text| !text.is_empty()).unwrap_or_else(|| self.first('U'))
    }

    /// Quicken begins an account with a record that is no movement.
    fn is_opening(&self) -> bool {
        self.first('P').eq_ignore_ascii_case("opening balance") && self.first('L').starts_with('[')
    }
}

/// Reads a file.
pub(super) fn read(text: &str, options: &Options, intake: &mut Intake) -> Result<(), Refusal> {
    let sections = sections(text);
    let (mut dates, mut marks) = (DatesSeen::default(), Marks::default());
    let movements = || sections.iter().filter(|(section, _)| *section == Section::Movements);
    for record in movements().flat_map(|(_, records)| records) {
        dates.see(record.row, &written_out(record.first('D')));
        marks.see(record.row, record.amount(), options.currency);
    }
    if movements().next().is_none() {
        return Err(no_statement("The file is QIF and holds no account's movements"));
    }
    let order = decide_order(&dates, options, intake)?;
    let mark = marks.decide("T", options, intake)?;
    let mut name = None;
    for (section, records) in &sections {
        let row = records.first().map_or(1, |record| record.row);
        let mut block = Block::of(name.clone(), options.currency, row);
        for record in records {
            match section {
                Section::Accounts => {
                    name = some(record.first('N'));
                    (intake.rows.read, intake.rows.title) = (intake.rows.read + 1, intake.rows.title + 1);
                }
                Section::Lists => {
                    (intake.rows.read, intake.rows.title) = (intake.rows.read + 1, intake.rows.title + 1);
                }
                Section::Trades => {
                    let message = "Shares were bought or sold here; it is no movement on a bank account";
                    note::<()>(intake, record.row, Err(Verdict::skip(SkipCode::NotAMovement, message)));
                }
                Section::Movements => {
                    let line = movement(record, order, |text| mark.money(text, options.currency));
                    let opens = record.is_opening() && block.opening.is_none() && block.lines.is_empty();
                    if let (true, Ok(line)) = (opens, &line) {
                        block.opening = Some(BalanceDraft { on: Some(line.on), amount: line.amount });
                        let called = record.first('L').trim_start_matches('[').trim_end_matches(']');
                        block.account = some(called).or(block.account);
                        note::<()>(intake, record.row, Err(Verdict::Totals));
                    } else {
                        block.lines.extend(note(intake, record.row, line));
                    }
                }
            }
        }
        if *section == Section::Movements {
            block.close(intake);
        }
    }
    Ok(())
}

fn sections(text: &str) -> Vec<(Section, Vec<Record<'_>>)> {
    let mut all: Vec<(Section, Vec<Record<'_>>)> = Vec::new();
    let mut record = Record::default();
    for (row, line) in (1..).zip(text.lines()) {
        let line = line.trim_end();
        if line.starts_with('!') {
            file(&mut all, std::mem::take(&mut record));
            let upper = line.to_ascii_uppercase();
            if !upper.starts_with("!OPTION") && !upper.starts_with("!CLEAR") {
                all.push((section_of(line), Vec::new()));
            }
        } else if line.starts_with('^') {
            file(&mut all, std::mem::take(&mut record));
        } else if let Some(letter) = line.chars().next() {
            if record.fields.is_empty() {
                record.row = row;
            }
            record.fields.push((letter, line.get(letter.len_utf8()..).unwrap_or_default()));
        }
    }
    file(&mut all, record);
    all
}

/// Puts a record where it belongs; one before any header is a movement.
fn file<'t>(all: &mut Vec<(Section, Vec<Record<'t>>)>, record: Record<'t>) {
    if record.fields.is_empty() {
        return;
    }
    if all.is_empty() {
        all.push((Section::Movements, Vec::new()));
    }
    if let Some((_, records)) = all.last_mut() {
        records.push(record);
    }
}

fn decide_order(
    dates: &DatesSeen,
    options: &Options,
    intake: &mut Intake,
) -> Result<Option<DateOrder>, Refusal> {
    let told = options.date_order.filter(|&order| order != DateOrder::Ymd);
    let (answer, by) = dates.orders.answer(told, None, &Named { field: Field::BookingDate, header: "D" })?;
    note_question(intake, Field::BookingDate, Question::DateOrder, by);
    let year_first = answer.is_none() && !dates.year_first.is_empty() && !dates.orders.is_mixed();
    let order = if year_first { Some(DateOrder::Ymd) } else { answer };
    let proof = match order {
        Some(DateOrder::Ymd) => dates.year_first.clone(),
        Some(order) => dates.orders.proof_of(order),
        None => Vec::new(),
    };
    intake.reading.date_order = order;
    intake.reading.columns.push(ColumnReading {
        header: "D".to_owned(),
        position: intake.reading.columns.len() + 1,
        field: Some(Field::BookingDate),
        date_order: order,
        decimal: None,
        proof,
    });
    Ok(order)
}

/// A date with its century: Quicken writes `6/1/94` for 1994 and `6/ 1'04` for 2004; banks write `29/12/10`.
fn written_out(text: &str) -> String {
    let tight: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let (head, year, this_century) = match tight.rsplit_once('\'') {
        Some((head, year)) => (head, year, true),
        None => match tight.rsplit_once(['/', '-', '.']) {
            Some((head, year)) => (head, year, false),
            None => return text.to_owned(),
        },
    };
    let short: Option<i32> = Some(year).filter(|year| year.len() <= 2).and_then(|year| year.parse().ok());
    // Year first: what stands last is the day.
    let year_first = head.split(['/', '-', '.']).next().is_some_and(|first| first.len() == 4);
    match short {
        Some(_) if year_first => tight,
        Some(year) => {
            let whole = if this_century { 2000 + year } else { whole_year(year) };
            let separator = if head.contains('.') { '.' } else { '/' };
            format!("{head}{separator}{whole}").replace('-', "/")
        }
        None => tight.replace('\'', "/"),
    }
}

fn movement(
    record: &Record<'_>,
    order: Option<DateOrder>,
    money: impl Fn(&str) -> Result<goodterms_terms::Money, Verdict>,
) -> Result<BankLineDraft, Verdict> {
    let amount = match record.amount() {
        "" => Err(Verdict::skip(SkipCode::AmountMissing, "The record has no amount")),
        text => money(text),
    }?;
    let payer = some(record.first('P'));
    let written = joined(record.fields.iter().filter(|(letter, _)| *letter == 'M').map(|&(_, text)| text));
    Ok(BankLineDraft {
        on: day_of(record.first('D'), order)?,
        value_on: None,
        amount,
        text: if written.is_empty() { payer.clone().unwrap_or_default() } else { written },
        payer,
        payer_account: None,
        reference: some(record.first('N')),
        bank_id: None,
        reversal: false,
        row: record.row,
    })
}

fn day_of(text: &str, order: Option<DateOrder>) -> Result<Day, Verdict> {
    if text.is_empty() {
        return Err(Verdict::skip(SkipCode::DateMissing, "The record has no date"));
    }
    date::shape(&written_out(text))
        .and_then(|shape| shape.day(order))
        .and_then(|found| day::within_years(found).ok())
        .ok_or_else(|| {
            Verdict::skip(SkipCode::DateUnreadable, format!("\u{201c}{text}\u{201d} is not a date"))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quickens_years_are_written_out() {
        for (text, whole) in [
            ("6/ 1/94", "6/1/1994"),
            ("29/12/10", "29/12/2010"),
            ("6/ 1'04", "6/1/2004"),
            ("1/ 1' 4", "1/1/2004"),
            ("12.31.99", "12.31.1999"),
            ("1-2-99", "1/2/1999"),
            ("2020-01-02", "2020-01-02"),
            ("29/12/2010", "29/12/2010"),
            ("6/1'2004", "6/1/2004"),
        ] {
            assert_eq!(written_out(text), whole, "{text}");
        }
    }

    #[test]
    fn a_file_without_a_header_is_known_by_its_records() {
        assert!(is_qif("!Type:Bank\nD1/1/10") && is_qif("\n!Account\nNx\n^"));
        assert!(
            is_qif("D1/1/10\nT-5.00\nPAnn\n^\n") && !is_qif("D1/1/10,T-5.00\n") && !is_qif("Dear Ann\n^\n")
        );
    }
}
