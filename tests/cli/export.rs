//! Everything out and into another book, by the command line alone.

use crate::bench::{Bench, TODAY, answer};
use serde_json::json;

#[test]
fn an_export_goes_into_an_empty_book_and_gives_the_same_answers() {
    let bench = Bench::new();
    bench.write(
        "list.csv",
        "Number,Client,Issued,Due,Total,Paid date,Paid\n\
         A-1,Fern,2026-07-01,2026-07-31,1200.00,,\n\
         A-2,Łódź,2026-09-14,2026-10-14,800.00,2026-10-20,300.00\n",
    );
    bench.ask("import list.csv");
    let done = bench.ask("export out");
    assert_eq!((&done["counts"]["invoices"], &done["counts"]["payments"]), (&json!(2), &json!(1)));
    let files: Vec<&str> =
        done["files"].as_array().unwrap().iter().map(|file| file.as_str().unwrap()).collect();
    for file in ["csv/clients.csv", "csv/invoices.csv", "goodterms.json", "goodterms.xlsx"] {
        assert!(files.contains(&file) && bench.path("out").join(file).is_file(), "{file}: {files:?}");
    }
    let words = bench.command(&[
        "book",
        "new",
        "other.book",
        "--name",
        "Other",
        "--country",
        "CA",
        "--currency",
        "CAD",
        "--no-keychain",
        "--json",
    ]);
    let made = answer(&{ words }.output().unwrap());
    bench.write("other.txt", made["recovery_phrase"].as_str().unwrap());
    let other = |line: &str| {
        let mut words =
            vec!["--book", "other.book", "--recovery-phrase-file", "other.txt", "--json", "--as-of", TODAY];
        words.extend(line.split(' '));
        answer(&bench.raw(&words))
    };
    let report = other("import out/goodterms.json");
    assert_eq!(
        report["created"],
        json!({"clients": 2, "invoices": 2, "credit_notes": 0, "payments": 1, "bank_lines": 0})
    );
    assert_eq!(report["reading"]["format"], "goodterms");
    for question in ["ageing", "client list", "invoice list", "plan list", "bank list"] {
        assert_eq!(other(question), bench.ask(question), "{question}");
    }
    assert!(other("book verify")["money_ok"].as_bool().unwrap());
}

#[test]
fn what_a_list_no_longer_names_is_asked_and_can_be_undone() {
    let bench = Bench::new();
    bench.write("list.csv", "Number,Client,Issued,Due,Total\nA-1,Fern,2026-08-03,2026-09-02,10.00\nA-2,Fern,2026-10-13,2026-11-12,20.00\n");
    bench.write("next.csv", "Number,Client,Issued,Due,Total\nA-2,Fern,2026-10-13,2026-11-12,25.00\n");
    bench.ask("import list.csv");
    let rehearsed = bench.ask("import next.csv --missing paid=2026-11-16 --dry-run");
    let done = bench.ask("import next.csv --missing paid=2026-11-16");
    for key in ["created", "updated", "changed", "missing"] {
        assert_eq!(rehearsed[key], done[key], "{key}");
    }
    assert_eq!((&done["missing"], &done["created"]["payments"]), (&json!(["A-1"]), &json!(1)));
    let change =
        json!({"number": "A-2", "client": "Fern", "field": "total", "before": "20.00", "after": "25.00"});
    assert_eq!(done["changed"], json!([change]));
    assert_eq!(bench.ask("ageing")["currencies"]["CAD"]["net"], "25.00");
    bench.ask("import undo import-2");
    assert_eq!(bench.ask("ageing")["currencies"]["CAD"]["net"], "30.00");
    assert_eq!(bench.refused(2, "import next.csv --missing gone")["field"], "missing");
    assert_eq!(bench.refused(2, "import next.csv --missing paid=soon")["field"], "missing");
}
