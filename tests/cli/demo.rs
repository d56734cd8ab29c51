//! The sample book: every situation in it, everything opens, and nothing is written over.

use crate::bench::{Bench, answer, error, is_pdf, keys};
use serde_json::{Value, json};
use std::path::Path;

fn demo(bench: &Bench, more: &[&str]) -> Value {
    let mut words = vec!["demo", "a place", "--json"];
    words.extend(more);
    answer(&bench.raw(&words))
}

fn look(bench: &Bench, made: &Value, words: &[&str]) -> Value {
    let file = |key: &str| made[key].as_str().unwrap();
    let mut line = vec![
        "--json",
        "--book",
        file("book"),
        "--passphrase-file",
        file("passphrase_file"),
        "--as-of",
        file("as_of"),
    ];
    line.extend(words);
    answer(&bench.raw(&line))
}

#[test]
fn a_sample_book_shows_every_situation_and_the_papers_of_the_main_job() {
    let bench = Bench::bare();
    let made = demo(&bench, &[]);
    assert_eq!(keys(&made), ["agreement", "as_of", "book", "demand", "passphrase_file", "statement"]);
    assert_eq!(made["as_of"], "2026-11-17");
    for paper in ["agreement", "demand", "statement"] {
        assert!(is_pdf(Path::new(made[paper].as_str().unwrap())), "{paper}");
    }
    let proof = look(&bench, &made, &["book", "verify"]);
    assert!(proof["money_ok"].as_bool().unwrap() && proof["history_ok"].as_bool().unwrap());

    let clients = look(&bench, &made, &["client", "list"]);
    assert!(clients["clients"].as_array().unwrap().len() >= 25);
    let invoices = look(&bench, &made, &["invoice", "list"]);
    let states = invoices["invoices"].to_string();
    for state in ["open", "overdue", "part_paid", "paid", "disputed", "on_plan", "written_off", "draft"] {
        assert!(states.contains(&format!("\"{state}\"")), "{state}");
    }
    let ageing = look(&bench, &made, &["ageing"]);
    assert_eq!(keys(&ageing["currencies"]), ["CAD", "USD"]);
    assert_ne!(ageing["currencies"]["USD"]["credit"], "0.00");
    let plan = look(&bench, &made, &["plan", "show", "Fernhill"])["plans"][0].clone();
    assert_eq!((&plan["state"], &plan["on_track"]), (&json!("active"), &json!(true)));
    assert_eq!(
        look(&bench, &made, &["demand", "check", "--client", "Erie Street"])["allowed"],
        true,
        "one is ready for its demand"
    );

    let history = look(&bench, &made, &["history"]);
    let days: Vec<&str> =
        history["history"].as_array().unwrap().iter().map(|line| line["day"].as_str().unwrap()).collect();
    assert!(days.is_sorted(), "each thing happened on its own day: {days:?}");
}

#[test]
fn a_sample_stands_at_any_day_and_is_the_same_every_time() {
    let figures = |day: &str| {
        let bench = Bench::bare();
        let made = demo(&bench, &["--as-of", day]);
        look(&bench, &made, &["ageing"])["currencies"].clone()
    };
    assert_eq!(figures("2028-02-29"), figures("2026-11-17"));
    let bench = Bench::bare();
    let refused = error(&bench.raw(&["demo", "d", "--json", "--as-of", "1900-06-01"]), 2);
    assert_eq!(refused["code"], "date_out_of_range");
    assert!(bench.files().is_empty());
}

#[test]
fn a_sample_never_writes_over_what_is_there() {
    let bench = Bench::bare();
    std::fs::create_dir(bench.path("d")).unwrap();
    bench.write("d/statement.pdf", "mine");
    let refused = error(&bench.raw(&["demo", "d", "--json"]), 1);
    assert_eq!(refused["code"], "file_exists");
    assert_eq!(std::fs::read_to_string(bench.path("d/statement.pdf")).unwrap(), "mine");
    assert!(!bench.path("d/sample.book").exists());
    demo(&bench, &[]);
    assert_eq!(error(&bench.raw(&["demo", "a place", "--json"]), 1)["code"], "file_exists");
}
