//! Files that come in: ambiguity, rehearsal, again, undo, and what cannot be used.

use crate::bench::{Bench, TODAY, document, error, text};
use serde_json::json;

const EITHER_WAY: &str = "Number,Client,Issued,Due,Total\nA-1,Fern,03/04/2026,05/06/2026,10.00\nA-2,Fern,07/08/2026,09/10/2026,20.00\n";

#[test]
fn dates_that_can_be_read_both_ways_stop_the_import_with_both_ways_named() {
    let bench = Bench::new();
    bench.write("dates.csv", EITHER_WAY);
    let book = bench.book_bytes();
    let refused = bench.refused(2, "import dates.csv");
    assert_eq!(
        (refused["code"].as_str(), refused["file"].as_str()),
        (Some("date_order_ambiguous"), Some("dates.csv"))
    );
    assert_eq!(refused["candidates"][0], "row 2: 03/04/2026 is 2026-04-03 (dmy) or 2026-03-04 (mdy)");
    assert!(refused.get("hint").is_some() && refused.get("field").is_some(), "{refused}");
    assert!(bench.book_bytes() == book);
    let report = bench.ask("import dates.csv --date-order dmy");
    assert_eq!(
        (&report["reading"]["date_order"], &report["created"]["invoices"]),
        (&json!("dmy"), &json!(2))
    );
    assert_eq!(report["reading"]["ambiguous"][0]["decided_by"], "option");
    let issued = bench.ask("invoice list")["invoices"][0]["issued"].clone();
    assert_eq!(issued, "2026-04-03");
}

#[test]
fn a_rehearsal_writes_nothing_and_tells_the_same() {
    let bench = Bench::new();
    bench.write("dates.csv", EITHER_WAY);
    let book = bench.book_bytes();
    let rehearsed = bench.ask("import dates.csv --date-order mdy --dry-run");
    assert_eq!((&rehearsed["import"], &rehearsed["dry_run"]), (&json!(null), &json!(true)));
    assert!(bench.book_bytes() == book);
    let done = bench.ask("import dates.csv --date-order mdy");
    for key in ["reading", "created", "updated", "unchanged", "skipped", "missing"] {
        assert_eq!(rehearsed[key], done[key], "{key}");
    }
    assert_eq!(done["import"], "import-1");
}

#[test]
fn the_same_file_again_changes_nothing_and_undo_takes_all_of_it_back() {
    let bench = Bench::new();
    let list = "Number,Client,Issued,Due,Total,Paid date\nA-1,Fern,2026-08-03,2026-09-02,10.00,2026-09-01\nA-2,Fern,2026-10-13,2026-11-12,20.00,\n";
    bench.write("list.csv", list);
    let first = bench.ask("import list.csv");
    assert_eq!(
        first["created"],
        json!({"clients": 1, "invoices": 2, "credit_notes": 0, "payments": 1, "bank_lines": 0})
    );
    let figures = bench.ask("ageing");
    let again = bench.ask("import list.csv");
    assert_eq!(again["import"], json!(null));
    assert_eq!(again["unchanged"], first["created"]);
    for nothing in ["created", "updated"] {
        assert!(again[nothing].as_object().unwrap().values().all(|count| count == 0), "{again}");
    }
    assert_eq!(bench.ask("ageing"), figures);

    bench.write("later.csv", "Number,Client,Issued,Due,Total\nA-3,Fern,2026-11-02,2026-12-02,30.00\n");
    assert_eq!(bench.ask("import later.csv")["missing"], json!(["A-2"]), "still open, no longer listed");
    let undone = bench.ask("import undo import-1");
    assert_eq!(undone["taken_back"]["invoices"], 2);
    let left = bench.ask("invoice list --state open")["invoices"].clone();
    assert_eq!((left.as_array().unwrap().len(), left[0]["number"].as_str()), (1, Some("A-3")));
    assert_eq!(bench.refused(1, "import undo import-1")["code"], "import_already_undone");
    assert_eq!(bench.ask("import list.csv")["created"]["invoices"], 2, "its numbers are free again");
    assert!(bench.ask("book verify")["money_ok"].as_bool().unwrap());
}

/// A paid date on a day lets every earlier day be replayed.
#[test]
fn paid_dates_let_any_past_day_be_replayed() {
    let bench = Bench::new();
    bench.write(
        "list.csv",
        "Number,Client,Issued,Due,Total,Paid date\nA-1,Fern,2026-08-03,2026-09-02,10.00,2026-09-15\n",
    );
    bench.ask("import list.csv");
    let state = |day: &str| {
        bench.ask_on(day, "invoice list")["invoices"].get(0).map(|i| i["state"].as_str().unwrap().to_owned())
    };
    let states =
        ["2026-08-02", "2026-08-03", "2026-09-02", "2026-09-03", "2026-09-14", "2026-09-15"].map(state);
    let expected = [None, Some("open"), Some("open"), Some("overdue"), Some("overdue"), Some("paid")];
    assert_eq!(states, expected.map(|state| state.map(str::to_owned)));
}

#[test]
fn rows_that_cannot_be_used_are_named_and_the_rest_comes_in() {
    let bench = Bench::new();
    bench.write("list.csv", "Number,Client,Issued,Due,Total\nA-1,Fern,2026-08-03,2026-09-02,10.00\nA-2,Fern,2026-02-30,2026-09-02,20.00\nA-3,Fern,2026-08-03,2026-09-02,ten\n");
    let report = bench.ask("import list.csv");
    assert_eq!(report["created"]["invoices"], 1);
    let rows: Vec<u64> =
        report["skipped"].as_array().unwrap().iter().map(|row| row["row"].as_u64().unwrap()).collect();
    assert_eq!(rows, [3, 4]);
    for row in report["skipped"].as_array().unwrap() {
        assert!(row["code"].is_string() && !row["message"].as_str().unwrap().is_empty(), "{row}");
    }
}

/// With nothing usable the report still tells each row, and the error follows it.
#[test]
fn with_nothing_usable_the_report_is_printed_and_the_exit_is_2() {
    let bench = Bench::new();
    bench.write("list.csv", "Number,Client,Issued,Due,Total\nA-1,Fern,2026-02-30,2026-09-02,10.00\n");
    let book = bench.book_bytes();
    let run = bench.on(TODAY, &["import", "list.csv"]);
    assert_eq!(error(&run, 2)["code"], "nothing_imported");
    assert_eq!(document(&run.stdout)["skipped"].as_array().unwrap().len(), 1);
    assert!(bench.book_bytes() == book);
    let words =
        bench.raw(&["--book", "birch.book", "--recovery-phrase-file", "words.txt", "import", "list.csv"]);
    assert!(
        text(&words.stdout).contains("Row 2:") && text(&words.stderr).contains("list.csv"),
        "{}",
        text(&words.stderr)
    );
}

#[test]
fn files_that_are_no_list_are_refused_by_name() {
    let bench = Bench::new();
    bench.write("empty.csv", "");
    bench.write("prose.txt", "Dear all,\nplease find nothing enclosed.\n");
    bench.write("header.csv", "Number,Client,Issued,Due,Total\n");
    std::fs::write(bench.path("bytes.bin"), [0_u8, 159, 146, 150].repeat(300)).unwrap();
    std::fs::create_dir(bench.path("folder.csv")).unwrap();
    for (file, code) in [
        ("nowhere.csv", Some("file_unreadable")),
        ("folder.csv", Some("file_unreadable")),
        ("empty.csv", Some("file_empty")),
        ("prose.txt", None),
        ("bytes.bin", None),
    ] {
        let refused = bench.refused(2, &format!("import {file}"));
        assert_eq!(refused["file"], file);
        if let Some(code) = code {
            assert_eq!(refused["code"], code, "{refused}");
        }
    }
    let nothing = bench.on(TODAY, &["import", "header.csv"]);
    error(&nothing, 2);
    for (option, code) in [
        ("--as cats", "import_option_unknown"),
        ("--date-order dym", "import_option_unknown"),
        ("--map total", "import_option_unknown"),
    ] {
        assert_eq!(bench.refused(2, &format!("import header.csv {option}"))["code"], code);
    }
}

#[test]
fn columns_can_be_named_and_payments_follow_their_invoices() {
    let bench = Bench::new();
    bench.write("odd.csv", "Ref;Who;Day;Until;Sum\nA-1;Fern;03.08.2026;14.09.2026;1.234,50\n");
    let line = "import odd.csv --as invoices --map invoice_number=Ref --map client=Who --map issue_date=Day --map due_date=Until --map total=Sum";
    let report = bench.ask(&format!("{line} --date-order dmy"));
    assert_eq!(
        (&report["reading"]["delimiter"], &report["reading"]["decimal"]),
        (&json!(";"), &json!("comma"))
    );
    assert_eq!(bench.ask("invoice list")["invoices"][0]["total"], "1234.50");
    bench.write("paid.csv", "Invoice,Payment date,Amount\nA-1,2026-09-20,234.50\nZ-9,2026-09-20,1.00\n");
    let paid = bench.ask("import paid.csv --as payments");
    assert_eq!(
        (&paid["created"]["payments"], &paid["skipped"][0]["code"]),
        (&json!(1), &json!("invoice_unknown"))
    );
    assert_eq!(bench.ask("invoice list")["invoices"][0]["balance"], "1000.00");
}
