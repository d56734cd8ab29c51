//! Interest, worked out without a book.

use crate::bench::{Bench, answer, error, has, keys, split};
use serde_json::{Value, json};

fn interest(line: &str) -> Value {
    answer(&Bench::bare().raw(&split(&format!("interest --json {line}"))))
}

/// 1000 × 12 % × 30 / 365 = 9.863…, rounded once.
#[test]
fn an_agreed_rate_counts_the_days_after_due_both_ends_included() {
    let agreed = interest("--amount 1000 --currency CAD --due 2026-09-01 --to 2026-10-01 --annual-rate 12");
    has(&agreed, "rows interest compensation total needs_confirmation rule");
    assert_eq!(keys(&agreed["rows"][0]), ["amount", "annual_rate", "balance", "days", "from", "to"]);
    assert_eq!(
        agreed["rows"],
        json!([{"from": "2026-09-02", "to": "2026-10-01", "days": 30, "balance": "1000.00", "annual_rate": "12", "amount": "9.86"}])
    );
    assert_eq!((&agreed["interest"], &agreed["total"]), (&json!("9.86"), &json!("9.86")));
    has(&agreed["rule"], "id source as_of confidence reason");
    let by_360 = interest(
        "--amount 1000 --currency CAD --due 2026-09-01 --to 2026-10-01 --annual-rate 12 --day-count act360",
    );
    assert_eq!(by_360["interest"], "10.00");
    let on_the_day =
        interest("--amount 1000 --currency CAD --due 2026-09-01 --to 2026-09-01 --annual-rate 12");
    assert_eq!((&on_the_day["rows"], &on_the_day["total"]), (&json!([]), &json!("0.00")));
    assert_eq!(
        interest("--amount 100000 --currency JPY --due 2026-09-01 --to 2026-10-01 --annual-rate 12")["interest"],
        "986"
    );
}

#[test]
fn statutory_interest_names_its_rule_and_where_there_is_none_says_why() {
    let english = interest(
        "--amount 1000 --currency GBP --due 2026-01-01 --to 2026-03-01 --jurisdiction gb-eng --debtor business",
    );
    assert_eq!(english["compensation"], "70.00");
    assert!(english["rule"]["source"].as_str().unwrap().contains("http"), "{english}");
    let consumer = interest(
        "--amount 1000 --currency GBP --due 2026-01-01 --to 2026-03-01 --jurisdiction GB-ENG --debtor consumer",
    );
    assert_eq!((&consumer["rows"], &consumer["total"]), (&json!([]), &json!("0.00")));
    assert!(!consumer["rule"]["reason"].as_str().unwrap().is_empty());
}

#[test]
fn what_cannot_be_worked_out_is_refused() {
    let bench = Bench::bare();
    for (exit, code, line) in [
        (2, "interest_basis_missing", "--amount 10 --currency CAD --due 2026-01-01 --to 2026-02-01"),
        (
            2,
            "interest_basis_missing",
            "--amount 10 --currency CAD --due 2026-01-01 --to 2026-02-01 --jurisdiction DE",
        ),
        (
            2,
            "jurisdiction_unknown",
            "--amount 10 --currency CAD --due 2026-01-01 --to 2026-02-01 --jurisdiction ZZ --debtor business",
        ),
        (
            2,
            "rate_unreadable",
            "--amount 10 --currency CAD --due 2026-01-01 --to 2026-02-01 --annual-rate lots",
        ),
        (
            2,
            "day_count_unknown",
            "--amount 10 --currency CAD --due 2026-01-01 --to 2026-02-01 --annual-rate 5 --day-count moon",
        ),
        (
            2,
            "amount_not_positive",
            "--amount -10 --currency CAD --due 2026-01-01 --to 2026-02-01 --annual-rate 5",
        ),
        (
            1,
            "rate_unknown",
            "--amount 10 --currency EUR --due 1990-01-01 --to 1990-02-01 --jurisdiction DE --debtor business",
        ),
    ] {
        let refused = error(&bench.raw(&split(&format!("interest --json {line}"))), exit);
        assert_eq!(refused["code"], code, "{line}: {refused}");
    }
}
