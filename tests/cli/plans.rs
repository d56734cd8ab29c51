//! Quotes, and what plans cover.

use crate::bench::{Bench, answer, error, has, split};
use serde_json::{Value, json};

fn quote(line: &str) -> Value {
    answer(&Bench::bare().raw(&split(&format!("plan quote --json --as-of 2026-11-17 {line}"))))
}

fn dues(quote: &Value) -> Vec<&str> {
    quote["instalments"].as_array().unwrap().iter().map(|i| i["due"].as_str().unwrap()).collect()
}

fn amounts(quote: &Value) -> Vec<&str> {
    quote["instalments"].as_array().unwrap().iter().map(|i| i["amount"].as_str().unwrap()).collect()
}

#[test]
fn a_quote_needs_no_book_and_adds_up() {
    let plain = quote("--amount 1000 --currency CAD --count 3");
    has(&plain, "instalments total interest last_due");
    has(&plain["instalments"][0], "n due amount principal interest");
    assert_eq!(dues(&plain), ["2026-12-17", "2027-01-17", "2027-02-17"]);
    assert_eq!((amounts(&plain), &plain["total"]), (vec!["333.34", "333.33", "333.33"], &json!("1000.00")));
    assert_eq!(amounts(&quote("--amount 1000 --currency JPY --count 3")), ["334", "333", "333"]);
    assert_eq!(amounts(&quote("--amount 1 --currency KWD --count 3")), ["0.334", "0.333", "0.333"]);
}

#[test]
fn months_keep_the_starts_day_number_and_the_last_day_is_a_choice() {
    let line = "--amount 400 --currency CAD --count 4 --start 2027-01-31";
    assert_eq!(dues(&quote(line)), ["2027-01-31", "2027-02-28", "2027-03-31", "2027-04-30"]);
    let june = quote("--amount 200 --currency CAD --count 2 --start 2027-06-30");
    assert_eq!(dues(&june), ["2027-06-30", "2027-07-30"]);
    let end = quote("--amount 200 --currency CAD --count 2 --start 2027-06-30 --anchor month-end");
    assert_eq!(dues(&end), ["2027-06-30", "2027-07-31"]);
}

#[test]
fn a_down_payment_is_entry_0_and_with_an_instalment_the_last_takes_the_rest() {
    let down = quote("--amount 1000 --currency CAD --count 3 --down-payment 100");
    let first = &down["instalments"][0];
    assert_eq!(
        (&first["n"], &first["due"], &first["amount"]),
        (&json!(0), &json!("2026-11-17"), &json!("100.00"))
    );
    assert_eq!((amounts(&down).len(), &down["total"]), (4, &json!("1000.00")));
    let rest = quote("--amount 1000 --currency CAD --instalment 300 --every two-weeks --start 2026-12-04");
    assert_eq!(amounts(&rest), ["300.00", "300.00", "300.00", "100.00"]);
    assert_eq!(dues(&rest), ["2026-12-04", "2026-12-18", "2027-01-01", "2027-01-15"]);
    let moved = quote(
        "--amount 1000 --currency CAD --instalment 300 --every two-weeks --start 2026-12-04 --holidays ca-on --move next",
    );
    assert_eq!(dues(&moved)[2], "2027-01-04", "not on New Year's Day");
}

#[test]
fn what_cannot_be_a_plan_exits_2() {
    let bench = Bench::bare();
    for (line, code) in [
        ("--amount 1000 --currency CAD", "plan_undetermined"),
        ("--amount 1000 --currency CAD --count 601", "instalment_count_out_of_range"),
        ("--amount 1000 --currency CAD --count 0", "instalment_count_out_of_range"),
        ("--amount 0 --currency CAD --count 3", "amount_not_positive"),
        ("--amount -10 --currency CAD --count 3", "amount_not_positive"),
        ("--amount 10.005 --currency CAD --count 3", "amount_too_precise"),
        ("--amount 10 --currency XQQ --count 3", "currency_unknown"),
        ("--amount 10 --currency CAD --count 3 --every fortnight", "spacing_unknown"),
        ("--amount 10 --currency CAD --count 3 --anchor sea", "anchor_unknown"),
        ("--amount 10 --currency CAD --count 3 --move sideways", "move_unknown"),
        ("--amount 10 --currency CAD --count 3 --holidays XX", "calendar_unknown"),
        ("--amount 10 --currency CAD --count 3 --down-payment 10", "down_payment_too_large"),
    ] {
        let refused = error(&bench.raw(&split(&format!("plan quote --json --as-of 2026-11-17 {line}"))), 2);
        assert_eq!(refused["code"], code, "{line}");
    }
    quote("--amount 600 --currency CAD --count 600");
}

#[test]
fn a_plan_covers_open_invoices_of_one_currency_and_each_only_once() {
    let bench = Bench::new();
    bench.owing("Fern", "A-1", "2026-08-03", "2026-09-02");
    bench.invoice("Fern", "A-2", "2026-09-03", "2026-10-03", "500.00");
    bench.ask("invoice add --client Fern --number U-1 --total 20 --currency USD --issued 2026-10-01");
    let several = bench.refused(2, "plan create --client Fern --count 2 --out p.pdf");
    assert_eq!(
        (several["code"].as_str(), &several["candidates"]),
        (Some("currency_needed"), &json!(["CAD", "USD"]))
    );
    bench.ask("plan create --client Fern --currency CAD --count 3 --amount 1200 --out p.pdf");
    let plan = bench.ask("plan show Fern")["plans"][0].clone();
    assert_eq!((&plan["total"], &plan["invoices"]), (&json!("1200.00"), &json!(["A-1", "A-2"])));
    for party in ["business", "client"] {
        bench.ask(&format!("plan sign Fern --party {party} --name X --typed"));
    }
    let again = "plan create --client Fern --invoices A-1 --invoices A-2 --count 2 --out q.pdf";
    assert_eq!(bench.refused(1, again)["code"], "invoice_on_plan");
    assert!(!bench.path("q.pdf").exists());
    let ageing = bench.ask("ageing")["clients"][0].clone();
    assert_eq!(
        (&ageing["current"], &ageing["d31_60"], &ageing["total"]),
        (&json!("1200.00"), &json!("300.00"), &json!("1500.00"))
    );
    assert_eq!(
        bench.ask_on("2026-11-16", "ageing")["clients"][0]["d61_90"],
        "1000.00",
        "the day before it aged by invoice"
    );
    bench.ask("plan create --client Fern --currency USD --count 2 --out usd.pdf");
    assert_eq!(bench.refused(2, "plan show Fern")["code"], "plan_ambiguous");
    assert_eq!(bench.ask("plan list")["plans"].as_array().unwrap().len(), 2);
}

/// That a copy bears a signature is never assumed: the file as it was sent bears none.
#[test]
fn a_copy_signs_only_what_it_is_and_only_when_it_is_signed() {
    let bench = Bench::new();
    bench.owing("Fern", "A-1", "2026-08-03", "2026-09-02");
    bench.ask("plan create --client Fern --count 3 --out p.pdf");
    let before = bench.book_bytes();
    let sign = "plan sign Fern --party client --on-paper p.pdf";
    assert_eq!(bench.refused(1, sign)["code"], "copy_unsigned");
    bench.write("other.pdf", "%PDF-1.7 something else");
    let other = "plan sign Fern --party client --name Fern --on-paper other.pdf";
    assert_eq!(bench.refused(1, other)["code"], "copy_refused");
    let day = "plan sign Fern --party client --name Fern --typed --signed-on 2026-11-17";
    assert_eq!(bench.refused(2, day)["code"], "usage");
    assert_eq!(bench.refused(2, "plan sign Fern --party client --typed")["code"], "usage");
    assert_eq!(bench.book_bytes(), before, "what is refused leaves the book as it was");
}

#[test]
fn a_terms_sheet_is_kept_for_a_client_and_only_written_for_nobody() {
    let bench = Bench::new();
    bench.owing("Fern", "A-1", "2026-08-03", "2026-09-02");
    let anybody = bench.ask("terms-sheet --out terms.pdf");
    assert_eq!((anybody.get("document"), anybody.get("client")), (None, None));
    let ferns = bench.ask("terms-sheet --client Fern --out fern.pdf");
    assert_eq!((&ferns["client"], ferns.get("document").is_some()), (&json!("Fern"), true));
    assert!(bench.path("terms.pdf").exists() && bench.path("fern.pdf").exists());
}
