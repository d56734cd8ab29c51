//! From a click to the book: made, locked, opened again, and read as at any day.

use crate::desk::Desk;
use crate::stage::Keychain;
use goodterms_desk::books::{BookCreate, book_create};
use goodterms_desk::imports::{ImportAsk, import};
use goodterms_desk::{Clock, Desk as Counter};
use std::path::Path;

const PASSPHRASE: &str = "a quiet passphrase";

const LIST: &str = "Invoice Number,Customer,Invoice Date,Due Date,Total,Date Paid\n\
    INV-1057,Fernhill Veterinary Clinic,2026-08-20,2026-09-19,1200.50,\n\
    INV-1058,Fernhill Veterinary Clinic,2026-09-20,2026-10-20,99.50,2026-10-25\n\
    INV-1059,Kraków Meble,2026-10-20,2026-11-19,10.00,\n";

/// A book with three invoices, made as the command line would make it.
fn lay_a_book(folder: &Path) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let counter = Counter::new(folder.join("goodterms"), Clock::Machine, "tester");
        let ask = BookCreate {
            path: folder.join("Birch.book").display().to_string(),
            name: "Birch & Ferry Millwork".to_owned(),
            country: "CA".to_owned(),
            region: Some("ON".to_owned()),
            currency: "CAD".to_owned(),
            time_zone: Some("America/Toronto".to_owned()),
            passphrase: Some(PASSPHRASE.to_owned()),
            ..BookCreate::default()
        };
        book_create(&counter, ask).await.expect("a new book");
        let list = folder.join("list.csv");
        #[expect(clippy::disallowed_methods, reason = "a fixture in a temporary folder")]
        std::fs::write(&list, LIST).expect("a list");
        let ask = ImportAsk { path: list.display().to_string(), ..ImportAsk::default() };
        let report = import(&counter, ask).await.expect("an import");
        assert_eq!(report.created.invoices, 3);
        counter.close().await.expect("closed");
    });
}

#[test]
fn a_book_is_made_in_the_window_and_opens_again_the_next_morning() {
    let Some(mut desk) = Desk::open("a new book", Keychain::Unlocked, &["Birch.book"]) else { return };
    desk.press("New book");
    desk.fill("Business name", "Birch & Ferry Millwork");
    desk.press("Create the book");
    desk.sees("Your recovery words");
    let words = desk.driver.script(
        "return [...document.querySelectorAll('ol li')].map((li) => li.innerText.replace(/[^a-z]/g, ''));",
        &[],
    );
    let words: Vec<String> = serde_json::from_value(words).expect("a list of words");
    assert_eq!(words.len(), 24, "{words:?}");
    desk.driver.picture("recovery words");
    desk.press("I have written them down");
    desk.sees("Three words, to be sure");
    for (n, word) in words.iter().enumerate() {
        let label = format!("Word {}", n + 1);
        if desk.asks_for(&label) {
            desk.fill(&label, word);
        }
    }
    desk.press("Open the book");
    desk.sees("This is where each day will begin");
    desk.driver.picture("an empty book");
    assert!(desk.folder().join("Birch.book").is_file());

    desk.reopen();
    desk.sees("Your keychain opens this book.");
    desk.press("Open the book");
    desk.sees("This is where each day will begin");
}

#[test]
fn a_book_with_invoices_is_opened_by_its_passphrase_and_read_as_at_any_day() {
    let Some(desk) = Desk::open_over("a book with invoices", Keychain::Absent, &[], lay_a_book) else {
        return;
    };
    desk.sees("Birch");
    desk.fill("Passphrase", "not this one");
    desk.press("Unlock the book");
    desk.sees("That passphrase does not open this book.");
    desk.fill("Passphrase", PASSPHRASE);
    desk.press("Unlock the book");
    desk.sees("Fernhill Veterinary Clinic");
    desk.sees("1,200.50");
    desk.driver.picture("clients");

    desk.press("Invoices");
    desk.sees("INV-1057");
    desk.sees("INV-1059");
    desk.driver.picture("invoices");

    desk.press("Reports");
    desk.sees("1,210.50");
    desk.driver.picture("ageing");

    desk.keys(&["g"]);
    desk.keys(&["c"]);
    desk.press("Fernhill Veterinary Clinic");
    desk.sees("1,200.50");
    desk.driver.picture("a client");
}

#[test]
fn a_book_that_was_moved_is_missed_found_and_opened() {
    let moved = |folder: &Path| {
        lay_a_book(folder);
        let elsewhere = folder.join("Office");
        std::fs::create_dir(&elsewhere).expect("another folder");
        std::fs::rename(folder.join("Birch.book"), elsewhere.join("Birch.book")).expect("moved");
    };
    let found = "Office/Birch.book";
    let Some(mut desk) = Desk::open_over("a moved book", Keychain::Absent, &[found], moved) else { return };
    desk.sees("This book is not where it was last time.");
    assert!(!desk.asks_for("Passphrase"), "there is nothing to unlock yet");
    desk.press("Find the book");
    desk.fill("Passphrase", PASSPHRASE);
    desk.press("Unlock the book");
    desk.sees("Fernhill Veterinary Clinic");

    desk.reopen();
    desk.sees("Birch");
    desk.fill("Passphrase", PASSPHRASE);
    desk.press("Unlock the book");
    desk.sees("Fernhill Veterinary Clinic");
    assert!(!desk.says("not where it was"), "its new place is remembered, the old one forgotten");
}
