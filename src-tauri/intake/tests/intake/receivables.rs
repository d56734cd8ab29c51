//! IBM's receivables set: 2,466 invoices whose every past day is known, and three damaged copies of it.

use crate::samples::{expected, numbers, options, reading, sample};
use goodterms_intake::{DateOrder, DecimalMark, Field, Intake, InvoiceDraft, Kind};
use goodterms_terms::{Day, Money, day};
use std::collections::{BTreeMap, BTreeSet};

pub(crate) const ORIGINAL: &str = "ar/WA_Fn-UseC_-Accounts-Receivable.csv";

/// Open and overdue invoices on a day: how many, and how much.
pub(crate) fn replay(invoices: &[InvoiceDraft], on: Day) -> [(usize, String); 2] {
    let settled = |invoice: &InvoiceDraft| invoice.payments.iter().filter_map(|p| p.on).max().unwrap();
    let open: Vec<_> = invoices.iter().filter(|i| i.issued <= on && on < settled(i)).collect();
    let overdue: Vec<_> = open.iter().copied().filter(|i| i.due < on).collect();
    [open, overdue].map(|some| {
        let sum = some.iter().map(|i| i.total.minor()).sum();
        (some.len(), Money::of(sum, options().currency).to_string())
    })
}

fn replayed_as_expected(intake: &Intake) {
    for (on, key) in [
        ("2013-01-01", "open at 2013-01-01 (invoiced<=,settled>)"),
        ("2013-07-01", "open at 2013-07-01"),
        ("2013-12-31", "open at 2013-12-31"),
    ] {
        let [open, overdue] = replay(&intake.invoices, day::parse(on).unwrap());
        let seen = [open.0.to_string(), open.1, overdue.0.to_string(), overdue.1];
        assert_eq!(seen.as_slice(), numbers(&expected(ORIGINAL, key)).get(..4).unwrap(), "{on}");
    }
}

fn sum(intake: &Intake) -> String {
    Money::of(intake.invoices.iter().map(|i| i.total.minor()).sum(), options().currency).to_string()
}

#[test]
fn every_past_day_of_the_original_can_be_replayed() {
    let Some(bytes) = sample(ORIGINAL) else { return };
    let intake = reading(&bytes, &options()).unwrap();
    assert_eq!(intake.reading.kind, Kind::Invoices);
    assert_eq!(intake.invoices.len().to_string(), expected(ORIGINAL, "rows"));
    assert_eq!(intake.clients.len().to_string(), expected(ORIGINAL, "customers"));
    assert_eq!(sum(&intake), expected(ORIGINAL, "sum_InvoiceAmount"));
    assert!(
        intake.skipped.is_empty() && intake.warnings.is_empty(),
        "{:?}{:?}",
        intake.skipped,
        intake.warnings
    );
    let disputed = intake.invoices.iter().filter(|i| i.disputed).count();
    assert!(expected(ORIGINAL, "disputed").starts_with(&format!("{disputed} Yes")));
    let zeros = intake.invoices.iter().filter(|i| i.number.starts_with('0')).count();
    assert!(expected(ORIGINAL, "invoice numbers with leading zero").starts_with(&zeros.to_string()));
    for invoice in &intake.invoices {
        assert_eq!((invoice.due - invoice.issued).num_days(), 30);
        assert!(
            !invoice.due_assumed
                && invoice.payments.len() == 1
                && invoice.payments[0].amount == invoice.total
        );
    }
    replayed_as_expected(&intake);
}

#[test]
fn the_reading_shows_the_rows_that_prove_the_order_of_dates() {
    let Some(bytes) = sample(ORIGINAL) else { return };
    let reading = reading(&bytes, &options()).unwrap().reading;
    assert_eq!((reading.encoding, reading.delimiter, reading.header_row), ("UTF-8", Some(','), Some(1)));
    assert_eq!((reading.date_order, reading.decimal), (Some(DateOrder::Mdy), Some(DecimalMark::Dot)));
    assert!(reading.ambiguous.is_empty());
    let issued = reading.columns.iter().find(|c| c.field == Some(Field::IssueDate)).unwrap();
    assert_eq!((issued.header.as_str(), issued.position, issued.proof.len()), ("InvoiceDate", 5, 3));
    assert_eq!(
        (issued.proof[0].text.as_str(), issued.proof[0].read_as.as_str()),
        ("1/26/2013", "2013-01-26")
    );
    let json = serde_json::to_value(&reading).unwrap();
    assert_eq!((json["kind"].as_str(), json["date_order"].as_str()), (Some("invoices"), Some("mdy")));
    assert_eq!(json["columns"][4]["field"], "issue_date");
}

#[test]
fn the_copy_without_leading_zeros_and_the_day_first_copy_replay_alike() {
    for (path, order) in
        [("ar/ar_leading_zeros_lost.csv", DateOrder::Mdy), ("ar/ar_ddmmyyyy.csv", DateOrder::Dmy)]
    {
        let Some(bytes) = sample(path) else { return };
        let intake = reading(&bytes, &options()).unwrap();
        assert!(expected(path, "rows").starts_with(&intake.invoices.len().to_string()));
        assert_eq!(intake.reading.date_order, Some(order));
        assert_eq!(sum(&intake), expected(ORIGINAL, "sum_InvoiceAmount"));
        assert!(intake.skipped.is_empty());
        replayed_as_expected(&intake);
    }
}

/// The 120 further rows are no repeats: their numbers occur nowhere else, and nothing but their two empty
/// columns marks them. They are invoices like the others, so none is left out; without them the copy is the
/// original.
#[test]
fn the_copy_with_gaps_has_120_more_invoices_and_no_repeats() {
    let (path, Some(bytes), Some(original)) =
        ("ar/ar_with_missing.csv", sample("ar/ar_with_missing.csv"), sample(ORIGINAL))
    else {
        return;
    };
    let mut intake = reading(&bytes, &options()).unwrap();
    let original = reading(&original, &options()).unwrap();
    let counts = numbers(&expected(path, "rows"));
    assert_eq!(intake.invoices.len().to_string(), counts[0]);
    assert!(intake.skipped.is_empty());
    let text = String::from_utf8(bytes).unwrap();
    let gaps: BTreeSet<u64> = (1..)
        .zip(text.lines())
        .filter(|(_, line)| line.split(',').nth(2) == Some("") && line.split(',').nth(9) == Some(""))
        .map(|(number, _)| number)
        .collect();
    assert_eq!(gaps.len().to_string(), counts[2]);
    let (more, same): (Vec<_>, Vec<_>) = intake.invoices.drain(..).partition(|i| gaps.contains(&i.rows[0]));
    let known: BTreeMap<&str, &InvoiceDraft> =
        original.invoices.iter().map(|i| (i.number.trim_start_matches('0'), i)).collect();
    assert!(more.iter().all(|i| !known.contains_key(i.number.as_str())));
    assert_eq!((more.len(), same.len()), (120, 2466));
    for invoice in &same {
        let twin = known[invoice.number.as_str()];
        let facts = |i: &InvoiceDraft| (i.issued, i.due, i.total, i.disputed, i.payments.clone());
        assert_eq!(facts(invoice), facts(twin), "{}", invoice.number);
    }
    intake.invoices = same;
    replayed_as_expected(&intake);
}
