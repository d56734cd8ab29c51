//! Files: named by a person, never by the window.

use crate::Shell;
use goodterms_app::Started;
use serde_json::{Value, json};
use std::path::Path;

const LIST: &str =
    "Invoice Number,Customer,Invoice Date,Due Date,Total\nINV-1,Acme,2026-10-01,2026-10-31,10.00\n";

#[expect(clippy::disallowed_methods, reason = "a fixture in a temporary folder")]
fn lay(home: &Path, name: &str, bytes: &[u8]) {
    std::fs::write(home.join(name), bytes).unwrap();
}

fn shell(answers: &[&str], lay_out: impl Fn(&Path)) -> Shell {
    Shell::started(|home| {
        lay_out(home);
        let answers = answers.iter().map(|name| home.join(name)).collect();
        Started { answers: Some(answers), ..Started::default() }
    })
}

#[test]
fn a_file_nobody_has_chosen_is_not_touched() {
    let shell = shell(&["shop.book", "list.csv"], |home| lay(home, "list.csv", LIST.as_bytes()));
    shell.book();
    let list = shell.path("list.csv");
    let strange = |command: &str, args: Value| shell.call(command, args).unwrap_err()["code"].clone();
    assert_eq!(strange("import", json!({ "path": list })), json!("path_not_chosen"));
    assert_eq!(strange("book_create", json!({ "path": shell.path("other.book") })), json!("path_not_chosen"));
    let unlock = json!({ "by": "passphrase", "passphrase": "x" });
    assert_eq!(strange("book_open", json!({ "path": list, "unlock": unlock })), json!("path_not_chosen"));

    assert_eq!(shell.call("choose_import_file", json!({})).unwrap(), json!(list));
    let report = shell.call("import", json!({ "path": list })).unwrap();
    assert_eq!(report["created"]["invoices"], 1);
    assert_eq!(shell.call("choose_import_file", json!({})).unwrap(), Value::Null, "cancelled");
}

#[test]
fn a_book_opened_before_may_be_opened_again_the_next_morning() {
    let evening = Shell::open();
    evening.book();
    evening.call("book_close", json!({})).unwrap();
    let path = json!(evening.path("shop.book"));
    // The same home, and nobody has chosen anything yet.
    let morning = evening.again();
    let unlock = json!({ "by": "passphrase", "passphrase": "correct horse" });
    assert_eq!(
        morning.call("book_open", json!({ "path": path, "unlock": unlock })).unwrap()["name"],
        "Birch & Ferry"
    );
}

#[test]
fn a_logo_is_read_and_kept_and_a_bad_one_is_refused() {
    let logo = include_bytes!("../../src-tauri/icons/32x32.png");
    let shell = shell(&["shop.book", "logo.png", "words.png"], |home| {
        lay(home, "logo.png", logo);
        lay(home, "words.png", b"no picture");
    });
    shell.book();
    assert_eq!(shell.call("choose_logo", json!({})).unwrap()["logo"], true);
    let refused = shell.call("choose_logo", json!({})).unwrap_err();
    assert_eq!(refused["kind"], "input", "{refused}");
    assert_eq!(shell.call("business_show", json!({})).unwrap()["logo"], true, "the good one stays");
    assert_eq!(shell.call("choose_logo", json!({})).unwrap(), Value::Null, "cancelled");
}

#[test]
fn sheets_are_written_only_where_a_person_wants_them() {
    let shell = shell(&["shop.book", "terms.pdf", "words.pdf"], |_| {});
    shell.book();
    let made = shell.call("save_terms_sheet", json!({ "suggested_name": "Terms.pdf" })).unwrap();
    assert_eq!((&made["pdf"], &made["document"]), (&json!(shell.path("terms.pdf")), &Value::Null));
    let sheet = |phrase: &str| json!({ "phrase": phrase, "suggested_name": "Recovery sheet.pdf" });
    let words = format!("{} art", "abandon ".repeat(23).trim());
    let saved = shell.call("save_recovery_sheet", sheet(&words)).unwrap();
    assert_eq!(saved, json!({ "path": shell.path("words.pdf") }));
    assert!(std::fs::read(shell.path("words.pdf")).unwrap().starts_with(b"%PDF-"));
    assert_eq!(shell.call("save_recovery_sheet", sheet(&words)).unwrap(), Value::Null, "cancelled");
}

#[test]
fn a_paper_is_written_where_a_person_wants_it() {
    let shell = shell(&["shop.book", "copy.pdf"], |_| {});
    shell.book();
    shell.call("client_add", json!({ "words": { "name": "Acme" } })).unwrap();
    let made = shell.call("statement", json!({ "client": "Acme" })).unwrap();
    let ask = json!({ "document": made["document"], "suggested_name": "Statement.pdf", "open": true });
    let saved = shell.call("save_document", ask.clone()).unwrap();
    assert_eq!(saved, json!({ "path": shell.path("copy.pdf") }));
    assert!(std::fs::read(shell.path("copy.pdf")).unwrap().starts_with(b"%PDF-"));
    assert_eq!(shell.call("save_document", ask).unwrap(), Value::Null, "cancelled");
}
