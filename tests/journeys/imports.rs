//! Files that come in, come in again, and are taken back.

use crate::place::{Place, day};
use goodterms_desk::Answer;
use goodterms_desk::ageing::{AgeingAsk, ageing};
use goodterms_desk::imports::{
    ImportAsk, ImportListAsk, ImportReport, ImportUndo, import, import_list, import_undo,
};
use goodterms_desk::work::{Phase, WorkAsk, WorkCancel, work_cancel, work_view};
use std::path::PathBuf;

const LIST: &str = "Invoice Number,Customer,Invoice Date,Due Date,Total,Date Paid,Currency\n\
    007,Kraków Meble,2026-08-20,2026-09-19,1200.50,,CAD\n\
    008,Kraków Meble,2026-09-20,2026-10-20,99.50,2026-10-25,CAD\n\
    009,Αθηνά ΕΠΕ,2026-10-20,2026-11-19,10.00,,CAD\n";

async fn net(place: &Place, on: &str) -> String {
    let view = ageing(&place.desk, AgeingAsk { as_of: Some(day(on)) }).await.unwrap();
    view.currencies.get("CAD").map_or("none".to_owned(), |figures| figures.net.clone())
}

#[tokio::test]
async fn a_list_comes_in_once_however_often_it_is_brought() {
    let place = Place::new().await;
    let report = place.import("list.csv", LIST, "2026-11-17").await.unwrap();
    assert_eq!((report.created.clients, report.created.invoices, report.created.payments), (2, 3, 1));
    assert_eq!(net(&place, "2026-11-17").await, "1210.50");
    assert_eq!(net(&place, "2026-10-22").await, "1310.00", "any past day can be replayed");
    let again = place.import("list.csv", LIST, "2026-11-17").await.unwrap();
    assert_eq!((again.import, again.created.total(), again.updated.total()), (None, 0, 0));
    assert_eq!((again.unchanged.clients, again.unchanged.invoices, again.unchanged.payments), (2, 3, 1));
    assert_eq!(again.missing, Vec::<String>::new());
    place.is_whole().await;
}

#[tokio::test]
async fn a_newer_list_pays_further_and_names_what_it_no_longer_lists() {
    let place = Place::new().await;
    place.import("list.csv", LIST, "2026-11-17").await.unwrap();
    let newer = "Invoice Number,Customer,Invoice Date,Due Date,Total,Date Paid,Currency\n\
        009,Αθηνά ΕΠΕ,2026-10-20,2026-11-19,10.00,2026-11-18,CAD\n\
        010,Αθηνά ΕΠΕ,2026-11-18,2026-12-18,5.00,,CAD\n\
        008,Αθηνά ΕΠΕ,2026-11-18,2026-12-18,5.00,,CAD\n";
    let report = place.import("newer.csv", newer, "2026-11-18").await.unwrap();
    assert_eq!((report.created.invoices, report.created.payments, report.updated.invoices), (1, 1, 1));
    assert_eq!(report.missing, ["007"]);
    let skipped: Vec<(u64, &str)> = report.skipped.iter().map(|s| (s.row, s.code.as_str())).collect();
    assert_eq!(skipped, [(4, "number_of_another_client")]);
    assert_eq!(net(&place, "2026-11-18").await, "1205.50");
    place.is_whole().await;
}

#[tokio::test]
async fn an_import_is_taken_back_on_its_own_days_and_its_numbers_are_free_again() {
    let place = Place::new().await;
    let report = place.import("list.csv", LIST, "2026-11-17").await.unwrap();
    place.paid("Kraków Meble", "200.00", "2026-11-17").await;
    let undo = ImportUndo { import: report.import.clone().unwrap(), as_of: None };
    let undone = import_undo(&place.desk, undo).await.unwrap();
    assert_eq!((undone.taken_back.invoices, undone.taken_back.payments), (3, 1));
    assert_eq!(net(&place, "2026-10-22").await, "none", "as if it had never been");
    assert_eq!(net(&place, "2026-11-17").await, "-200.00", "what somebody else recorded is kept as credit");
    assert!(place.invoices("2026-11-17").await.is_empty());
    let undo = ImportUndo { import: report.import.unwrap(), as_of: None };
    assert_eq!(import_undo(&place.desk, undo).await.unwrap_err().code, "import_already_undone");
    place.is_whole().await;

    let again = place.import("list.csv", LIST, "2026-11-17").await.unwrap();
    assert_eq!(again.created.invoices, 3);
    assert_eq!(net(&place, "2026-11-17").await, "1010.50");
    place.is_whole().await;
}

fn samples() -> Option<PathBuf> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..");
    let folder =
        std::env::var_os("GOODTERMS_SAMPLES").map_or_else(|| root.join("../shared/samples"), PathBuf::from);
    if folder.is_dir() {
        return Some(folder);
    }
    eprintln!("SKIPPED: no samples at {}; set GOODTERMS_SAMPLES", folder.display());
    None
}

/// The replay oracle: what was open and overdue on three days, recomputed independently from the file.
#[tokio::test]
async fn the_public_receivables_set_replays_on_any_day() {
    let Some(samples) = samples() else { return };
    let place = Place::new().await;
    let text = std::fs::read_to_string(samples.join("ar/WA_Fn-UseC_-Accounts-Receivable.csv")).unwrap();
    let report = place.import("receivables.csv", &text, "2014-02-01").await.unwrap();
    assert_eq!((report.created.invoices, report.created.clients, report.skipped.len()), (2466, 100, 0));
    for (on, open, total, late, overdue) in [
        ("2013-01-01", 100, "5845.81", 14, "846.51"),
        ("2013-07-01", 87, "5274.43", 14, "995.70"),
        ("2013-12-31", 13, "761.90", 10, "555.65"),
    ] {
        let view = ageing(&place.desk, AgeingAsk { as_of: Some(day(on)) }).await.unwrap();
        let figures = &view.currencies["CAD"];
        assert_eq!(figures.total, total, "{on}");
        let invoices = place.invoices(on).await;
        let holding = |state: &str| {
            let rows: Vec<_> = invoices.iter().filter(|row| row.states.iter().any(|s| s == state)).collect();
            let sum: i64 = rows.iter().map(|row| row.balance.replace('.', "").parse::<i64>().unwrap()).sum();
            (rows.len(), format!("{}.{:02}", sum / 100, sum % 100))
        };
        assert_eq!(holding("open"), (open, total.to_owned()), "{on}");
        assert_eq!(holding("overdue"), (late, overdue.to_owned()), "{on}");
    }
    place.is_whole().await;
}

/// Whoever waits sees how far it has come and can stop it; then nothing of the file is in the book.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_long_import_says_how_far_it_is_and_stops_when_asked() {
    let place = Place::new().await;
    let mut text = "Invoice Number,Client,Issue Date,Due Date,Total\n".to_owned();
    for n in 0..30_000 {
        text.push_str(&format!("L-{n},Client {},2026-01-31,2026-02-28,10.00\n", n % 500));
    }
    let stopped = async {
        loop {
            let view = work_view(&place.desk, WorkAsk {}).await.unwrap();
            if view.phase == Phase::Writing && view.done > 0 {
                assert!(view.done <= view.of);
                return work_cancel(&place.desk, WorkCancel {}).await.unwrap();
            }
            tokio::task::yield_now().await;
        }
    };
    let (import, ()) = tokio::join!(place.import("long.csv", &text, "2026-03-01"), stopped);
    assert_eq!(import.unwrap_err().code, "cancelled");
    assert!(place.invoices("2026-03-01").await.is_empty());
    assert_eq!(work_view(&place.desk, WorkAsk {}).await.unwrap().phase, Phase::Idle);
    assert!(import_list(&place.desk, ImportListAsk {}).await.unwrap().imports.is_empty());
    place.is_whole().await;

    let short: String = text.lines().take(5).map(|line| format!("{line}\n")).collect();
    place.import("short.csv", &short, "2026-03-01").await.unwrap();
    let listed = import_list(&place.desk, ImportListAsk {}).await.unwrap().imports;
    assert_eq!(
        (listed[0].file.as_str(), listed[0].created.invoices, listed[0].undone),
        ("short.csv", 4, false)
    );
}

/// Imports with something said of what the file no longer lists.
async fn missing(place: &Place, name: &str, text: &str, what: &str) -> Answer<ImportReport> {
    let path = place.folder.path().join(name);
    std::fs::write(&path, text).unwrap();
    let ask = ImportAsk {
        path: path.to_str().unwrap().to_owned(),
        missing: Some(what.to_owned()),
        as_of: Some(day("2026-11-18")),
        ..ImportAsk::default()
    };
    import(&place.desk, ask).await
}

async fn undone(place: &Place, report: &ImportReport) {
    let undo = ImportUndo { import: report.import.clone().unwrap(), as_of: None };
    import_undo(&place.desk, undo).await.unwrap();
    place.is_whole().await;
}

async fn listed(place: &Place, number: &str) -> (String, String, String, String) {
    let invoices = place.invoices("2026-11-18").await;
    let row = invoices.into_iter().find(|row| row.number == number).unwrap();
    (row.total, row.balance, row.due.to_string(), row.state)
}

const OPEN: &str = "Invoice Number,Customer,Invoice Date,Due Date,Total,Currency\n\
    A-1,Kraków Meble,2026-08-20,2026-09-19,1200.50,CAD\n\
    A-2,Kraków Meble,2026-09-20,2026-10-20,99.50,CAD\n\
    A-3,Αθηνά ΕΠΕ,2026-10-20,2026-11-19,10.00,CAD\n";
const NEXT_WEEK: &str = "Invoice Number,Customer,Invoice Date,Due Date,Total,Currency\n\
    A-3,Αθηνά ΕΠΕ,2026-10-20,2026-11-19,10.00,CAD\n";

#[tokio::test]
async fn what_a_list_no_longer_names_is_paid_or_void_only_when_somebody_says_so() {
    let place = Place::new().await;
    place.import("open.csv", OPEN, "2026-11-17").await.unwrap();
    let left = missing(&place, "next.csv", NEXT_WEEK, "leave").await.unwrap();
    assert_eq!((left.import, left.missing.len()), (None, 2));
    assert_eq!(net(&place, "2026-11-18").await, "1310.00");

    let paid = missing(&place, "next.csv", NEXT_WEEK, "paid=2026-11-16").await.unwrap();
    assert_eq!((paid.created.payments, paid.updated.invoices), (2, 2));
    assert_eq!(net(&place, "2026-11-15").await, "1310.00", "it counts from the day that was said");
    assert_eq!(net(&place, "2026-11-16").await, "10.00");
    assert_eq!(listed(&place, "A-1").await.3, "paid");
    place.is_whole().await;
    undone(&place, &paid).await;
    assert_eq!(net(&place, "2026-11-18").await, "1310.00");

    place.paid("Kraków Meble", "200.50", "2026-11-10").await;
    let void = missing(&place, "next.csv", NEXT_WEEK, "void").await.unwrap();
    assert_eq!((void.created.total(), void.updated.invoices), (0, 2));
    assert_eq!(listed(&place, "A-1").await.3, "void");
    assert_eq!(net(&place, "2026-09-30").await, "none", "as if it had never been sent");
    assert_eq!(net(&place, "2026-11-18").await, "-190.50", "what had paid it is credit");
    place.is_whole().await;
    undone(&place, &void).await;
    assert_eq!(listed(&place, "A-1").await.1, "1000.00", "what had paid it pays it again");
    assert_eq!(net(&place, "2026-09-30").await, "1300.00");
    assert_eq!(net(&place, "2026-11-18").await, "1109.50");
    assert_eq!(place.invoices("2026-11-18").await.len(), 3, "each invoice stands once");
    let unknown = missing(&place, "next.csv", NEXT_WEEK, "forget").await.unwrap_err();
    assert_eq!(unknown.code, "import_option_unknown");
}

#[tokio::test]
async fn an_amount_or_due_day_that_changed_comes_in_marked_and_goes_again() {
    let place = Place::new().await;
    place.import("open.csv", OPEN, "2026-11-17").await.unwrap();
    let changed =
        OPEN.replace("1200.50", "1250.50").replace("99.50", "79.50").replace("2026-11-19", "2026-12-31");
    let report = place.import("changed.csv", &changed, "2026-11-18").await.unwrap();
    assert_eq!((report.created.total(), report.updated.invoices, report.skipped.len()), (0, 3, 0));
    let told: Vec<(&str, &str, &str, &str)> = report
        .changed
        .iter()
        .map(|change| (change.number.as_str(), change.field, change.before.as_str(), change.after.as_str()))
        .collect();
    assert_eq!(
        told,
        [
            ("A-1", "total", "1200.50", "1250.50"),
            ("A-2", "total", "99.50", "79.50"),
            ("A-3", "due", "2026-11-19", "2026-12-31"),
        ]
    );
    let row = |total: &str, balance: &str, due: &str, state: &str| {
        (total.to_owned(), balance.to_owned(), due.to_owned(), state.to_owned())
    };
    assert_eq!(listed(&place, "A-1").await, row("1250.50", "1250.50", "2026-09-19", "overdue"));
    assert_eq!(listed(&place, "A-2").await, row("79.50", "79.50", "2026-10-20", "overdue"));
    assert_eq!(listed(&place, "A-3").await.2, "2026-12-31");
    assert_eq!(net(&place, "2026-11-18").await, "1340.00");
    assert_eq!(net(&place, "2026-11-17").await, "1310.00", "the day before, nobody knew");
    place.is_whole().await;
    let again = place.import("changed.csv", &changed, "2026-11-18").await.unwrap();
    assert_eq!((again.import, again.unchanged.invoices), (None, 3));

    let paid = place.paid("Kraków Meble", "1330.00", "2026-11-18").await;
    assert_eq!(paid.credit, "0.00");
    assert_eq!(listed(&place, "A-1").await, row("1250.50", "0.00", "2026-09-19", "paid"));
    undone(&place, &report).await;
    assert_eq!(listed(&place, "A-1").await.0, "1200.50");
    assert_eq!(listed(&place, "A-3").await.2, "2026-11-19");
    assert_eq!(net(&place, "2026-11-18").await, "-20.00");
}
