//! Payments, credit, currencies with their own precision, and pages of lists.

use crate::bench::{Bench, has};
use serde_json::json;

#[test]
fn a_payment_says_where_it_went_and_can_be_taken_back() {
    let bench = Bench::new();
    bench.owing("Fern", "A-1", "2026-08-03", "2026-09-02");
    bench.invoice("Fern", "A-2", "2026-09-03", "2026-10-03", "500.00");
    let paid = bench
        .ask("payment add --client Fern --amount 1600.00 --on 2026-11-02 --method cheque --reference 77");
    has(&paid, "payment allocations credit");
    assert_eq!(
        paid["allocations"],
        json!([{"invoice": "A-1", "amount": "1000.00"}, {"invoice": "A-2", "amount": "500.00"}])
    );
    assert_eq!(paid["credit"], "100.00");
    let client = bench.ask("client list")["clients"][0].clone();
    has(&client, "id name balance overdue segment");
    assert_eq!((&client["balance"], &client["overdue"]), (&json!({"CAD": "-100.00"}), &json!({})));

    let back = bench.ask(&format!("payment reverse {} --reason wrong", paid["payment"].as_str().unwrap()));
    assert_eq!((&back["reverses"], &back["credit"]), (&paid["payment"], &json!("0.00")));
    let line = bench.ask("ageing")["clients"][0].clone();
    assert_eq!(
        (&line["total"], &line["credit"], &line["net"]),
        (&json!("1500.00"), &json!("0.00"), &json!("1500.00"))
    );
    assert_eq!(
        bench.refused(1, &format!("payment reverse {}", paid["payment"].as_str().unwrap()))["code"],
        "already_reversed"
    );
    let as_at = bench.ask_on("2026-11-02", "client list")["clients"][0]["balance"].clone();
    assert_eq!(as_at, json!({"CAD": "1500.00"}), "a mistake never was");
}

#[test]
fn a_payment_counts_from_its_own_day() {
    let bench = Bench::new();
    bench.owing("Fern", "A-1", "2026-08-03", "2026-09-02");
    bench.ask("payment add --invoice A-1 --amount 400 --on 2026-12-01");
    let balance = |day: &str| bench.ask_on(day, "invoice list")["invoices"][0]["balance"].clone();
    assert_eq!((balance("2026-11-30"), balance("2026-12-01")), (json!("1000.00"), json!("600.00")));
    let states = bench.ask_on("2026-12-01", "invoice list")["invoices"][0]["states"].clone();
    assert_eq!(states, json!(["overdue", "part_paid", "open"]));
}

/// Yen have no decimals and dinars three; currencies are never added together.
#[test]
fn every_currency_keeps_its_own_precision() {
    let bench = Bench::new();
    bench.ask("client add --name Fern");
    for (number, total, currency) in [("A-1", "1000", "JPY"), ("A-2", "1000.5", "KWD"), ("A-3", "10", "CAD")]
    {
        bench.ask(&format!("invoice add --client Fern --number {number} --total {total} --currency {currency} --issued 2026-10-01 --due 2026-11-01"));
    }
    assert_eq!(
        bench.refused(2, "invoice add --client Fern --number A-4 --total 1.5 --currency JPY")["code"],
        "amount_too_precise"
    );
    let owed = bench.ask("client show Fern")["overdue"].clone();
    assert_eq!(owed, json!({"CAD": "10.00", "JPY": "1000", "KWD": "1000.500"}));
    let ageing = bench.ask("ageing");
    assert_eq!(
        (&ageing["currencies"]["JPY"]["net"], &ageing["currencies"]["KWD"]["credit"]),
        (&json!("1000"), &json!("0.000"))
    );
    let refused = bench.refused(2, "payment add --client Fern --amount 5");
    assert_eq!(
        (refused["code"].as_str(), &refused["candidates"]),
        (Some("currency_needed"), &json!(["CAD", "JPY", "KWD"]))
    );
    assert_eq!(bench.ask("payment add --client Fern --amount 5 --currency KWD")["credit"], "0.000");
    assert_eq!(bench.refused(2, "demand check --client Fern")["code"], "currency_needed");
}

#[test]
fn lists_come_in_pages_without_gap_or_repeat() {
    let bench = Bench::new();
    bench.ask("client add --name Fern");
    for number in 1..=5 {
        bench.invoice("Fern", &format!("A-{number}"), "2026-11-01", "2026-12-01", "1");
    }
    let all = bench.ask("invoice list");
    assert!(all.get("next").is_none());
    let (mut seen, mut line) = (Vec::new(), "invoice list --limit 2".to_owned());
    loop {
        let page = bench.ask(&line);
        assert_eq!(page["total_count"], 5, "the whole is told with every page");
        seen.extend(page["invoices"].as_array().unwrap().clone());
        let Some(next) = page.get("next") else { break };
        line = format!("invoice list --limit 2 --after {}", next.as_str().unwrap());
    }
    assert_eq!(json!(seen), all["invoices"]);
    let lines = bench.ask("history")["history"].as_array().unwrap().clone();
    let page = bench.ask("history --limit 3 --after 2");
    assert_eq!(page["history"].as_array().unwrap()[..], lines[2..5]);
    assert_eq!(page["next"], "5");
    assert_eq!(bench.refused(2, "history --after soon")["code"], "usage");
    assert_eq!(bench.refused(2, "invoice list --after invoice-99")["code"], "usage");
}
