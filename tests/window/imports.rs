//! A real export comes in through the window: asked where it is not certain, brought in, and taken back.

use crate::desk::Desk;
use crate::stage::Keychain;
use std::path::{Path, PathBuf};

/// The folder of real files: `GOODTERMS_SAMPLES`, or beside the project.
fn receivables() -> PathBuf {
    let usual = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/samples");
    let samples = std::env::var_os("GOODTERMS_SAMPLES").map_or(usual, PathBuf::from);
    samples.join("ar/WA_Fn-UseC_-Accounts-Receivable.csv")
}

/// Whether `4/6/2013` could be either day: then nothing in it says which comes first.
fn is_either(date: &str) -> bool {
    date.split('/').take(2).all(|part| part.parse::<u32>().is_ok_and(|part| part <= 12))
}

/// Those rows of the public receivables set whose every date could be read both ways, and how many.
fn ambiguous_rows(all: &str) -> (String, usize) {
    let either = |line: &&str| {
        let cells: Vec<&str> = line.split(',').collect();
        [2, 4, 5, 8].iter().all(|at| cells.get(*at).is_some_and(|cell| is_either(cell)))
    };
    let mut lines = all.lines();
    let header = lines.next().unwrap_or_default();
    let rows: Vec<&str> = lines.filter(either).collect();
    (format!("{header}\n{}\n", rows.join("\n")), rows.len())
}

#[test]
#[expect(clippy::disallowed_methods, reason = "a fixture in a temporary folder")]
fn an_export_that_could_be_read_two_ways_is_asked_about_brought_in_and_taken_back() {
    let Ok(all) = std::fs::read_to_string(receivables()) else {
        eprintln!(
            "\n  SKIPPED: {} is not there; GOODTERMS_SAMPLES names the samples\n",
            receivables().display()
        );
        return;
    };
    let (export, rows) = ambiguous_rows(&all);
    assert!(rows > 20, "{rows} rows could be read both ways");
    let lay = |folder: &Path| std::fs::write(folder.join("export.csv"), export).expect("an export");
    let chosen = &["Own.book", "export.csv"];
    let Some(desk) = Desk::open_over("an export", Keychain::Unlocked, chosen, lay) else { return };
    desk.press("New book");
    desk.fill("Business name", "Kestrel & Wren");
    desk.press("Create the book");
    desk.sees("Your recovery words");
    let words = desk.driver.script(
        "return [...document.querySelectorAll('ol li')].map((li) => li.innerText.replace(/[^a-z]/g, ''));",
        &[],
    );
    let words: Vec<String> = serde_json::from_value(words).expect("a list of words");
    desk.press("I have written them down");
    desk.sees("Three words, to be sure");
    for (n, word) in words.iter().enumerate() {
        let label = format!("Word {}", n + 1);
        if desk.asks_for(&label) {
            desk.fill(&label, word);
        }
    }
    desk.press("Open the book");
    desk.sees("Today");

    desk.keys(&["g"]);
    desk.keys(&["m"]);
    desk.sees("Bring in what is open today.");
    desk.press("Choose a file");
    desk.sees("which comes first?");
    desk.driver.picture("import asked");
    desk.press("The month comes first");
    desk.press("Read the file this way");
    desk.sees("What comes in");
    desk.driver.picture("import read");
    desk.press(&format!("Bring in {rows} invoices"));
    desk.sees("Brought in before");
    desk.driver.picture("import done");

    desk.keys(&["g"]);
    desk.keys(&["i"]);
    desk.sees(&format!("{rows} invoices"));
    desk.keys(&["g"]);
    desk.keys(&["m"]);
    desk.press("Take back export.csv");
    desk.press("Take the import back");
    desk.sees("taken back");
    desk.press("Invoices");
    desk.driver.wait("no invoices", || (!desk.says(&format!("{rows} invoices"))).then_some(()));
}
