//! What is refused, in which order, and that nothing is left of it.

use crate::bench::Bench;

/// Runs a line that must be refused with that exit and code, and leave file, folder and book as they were.
fn leaves_no_trace(bench: &Bench, exit: i32, code: &str, line: &str) {
    let (book, files) = (bench.book_bytes(), bench.files());
    assert_eq!(bench.refused(exit, line)["code"], code, "{line}");
    assert_eq!(bench.files(), files, "{line}");
    assert!(bench.book_bytes() == book, "the book is byte for byte as it was: {line}");
}

const ISSUE: &str = "--deadline 2026-12-04 --next-step call --out demand.pdf";

#[test]
fn a_demand_is_refused_while_the_gate_is_shut() {
    let bench = Bench::new();
    bench.owing("Never", "N-1", "2026-08-03", "2026-09-02");
    bench.owing("Paid", "P-1", "2026-08-03", "2026-09-02");
    bench.ask("payment add --invoice P-1 --amount 1000");
    bench.owing("Early", "E-1", "2026-10-20", "2026-11-17");
    bench.owing("Kept", "K-1", "2026-08-03", "2026-09-02");
    bench.owing("Angry", "A-1", "2026-08-03", "2026-09-02");
    bench.ask("dispute add --invoice A-1 --amount 10");
    bench.owing("Credit", "C-1", "2026-08-03", "2026-09-02");
    bench.ask("payment add --invoice C-1 --amount 1500");
    for client in ["Paid", "Early", "Kept", "Angry", "Credit"] {
        bench.remind(client, "2026-10-30");
        bench.remind(client, "2026-11-09");
    }
    bench.ask("plan create --client Kept --count 4 --start 2026-12-01 --out kept.pdf");
    bench.ask("plan sign Kept --party client --name K --typed");
    bench.ask("plan sign Kept --party business --name B --typed");

    for (client, code) in [
        ("Never", "too_few_reminders"),
        ("Paid", "nothing_owed"),
        ("Credit", "nothing_owed"),
        ("Early", "nothing_overdue"),
        ("Angry", "open_dispute"),
    ] {
        leaves_no_trace(&bench, 1, code, &format!("demand issue --client {client} {ISSUE}"));
        let gate = bench.ask(&format!("demand check --client {client}"));
        assert_eq!(
            (gate["allowed"].as_bool(), gate["reasons"][0]["code"].as_str()),
            (Some(false), Some(code)),
            "{client}"
        );
    }
    let line = format!("demand issue --client Kept {ISSUE}");
    let refused = bench.refused(1, &line);
    let codes = refused["candidates"].to_string();
    assert!(codes.contains("plan_on_track"), "{refused}");
    assert!(!bench.path("demand.pdf").exists());

    bench.ask("dispute resolve --invoice A-1");
    bench.ask(&format!("demand issue --client Angry {ISSUE}"));
}

/// Two reminders on one day are one; one by telephone is none; one before the debt is none.
#[test]
fn only_written_reminders_on_different_days_open_the_gate() {
    let bench = Bench::new();
    bench.owing("Fern", "A-1", "2026-08-03", "2026-09-02");
    let add = |on: &str, channel: &str, direction: &str, kind: &str| {
        bench.ask(&format!(
            "contact add --client Fern --on {on} --channel {channel} --direction {direction} --kind {kind}"
        ));
    };
    bench.remind("Fern", "2026-07-01");
    add("2026-10-01", "email", "out", "reminder");
    add("2026-10-01", "sms", "out", "reminder");
    add("2026-10-02", "call", "out", "reminder");
    add("2026-10-03", "email", "in", "reminder");
    add("2026-10-04", "email", "out", "thanks");
    leaves_no_trace(&bench, 1, "too_few_reminders", &format!("demand issue --client Fern {ISSUE}"));
    add("2026-10-05", "letter", "out", "reminder");
    bench.ask(&format!("demand issue --client Fern {ISSUE}"));
}

/// The gate speaks first, then the policy, then what was asked.
#[test]
fn refusals_come_in_their_order() {
    let bench = Bench::new();
    bench.owing("Fern", "A-1", "2026-08-03", "2026-09-02");
    let all_wrong =
        "demand issue --client Fern --deadline 2026-11-18 --next-step lawyer --out nowhere/demand.pdf";
    leaves_no_trace(&bench, 1, "too_few_reminders", all_wrong);
    bench.remind("Fern", "2026-09-10");
    bench.remind("Fern", "2026-10-10");
    leaves_no_trace(&bench, 1, "next_step_not_in_policy", all_wrong);
    leaves_no_trace(&bench, 1, "next_step_not_in_policy", &all_wrong.replace("lawyer", "prison"));
    bench.ask("policy set next_steps call,lawyer");
    leaves_no_trace(&bench, 2, "deadline_too_soon", all_wrong);
    leaves_no_trace(&bench, 2, "path_missing", &all_wrong.replace("11-18", "12-18"));
    leaves_no_trace(&bench, 2, "client_unknown", &all_wrong.replace("Fern", "Nobody"));
    bench.ask(&all_wrong.replace("11-18", "12-18").replace("nowhere/", ""));
}

#[test]
fn names_that_could_be_several_are_shown_with_their_candidates() {
    let bench = Bench::new();
    for name in ["Fernhill", "Fernwood", "Birchwood"] {
        bench.ask(&format!("client add --name {name}"));
    }
    bench.invoice("Fernhill", "A-1", "2026-11-01", "2026-12-01", "10");
    let refused = bench.refused(2, "client show Fern");
    assert_eq!(
        (refused["code"].as_str(), refused["candidates"].as_array().unwrap().len()),
        (Some("client_ambiguous"), 2)
    );
    assert_eq!(bench.refused(2, "invoice list --client Fern")["code"], "client_ambiguous");
    assert_eq!(bench.ask("client show client-1")["name"], "Fernhill");
    assert_eq!(bench.ask("client show fernHILL")["name"], "Fernhill");
    for list in [
        "invoice list --client Nobody",
        "invoice list --state void",
        "plan list --client Nobody",
        "history --client Nobody",
    ] {
        let empty = bench.ask(list);
        let rows = ["invoices", "plans", "history"].iter().find_map(|key| empty.get(*key)).unwrap();
        assert_eq!(rows, &serde_json::json!([]), "{list}");
    }
    assert_eq!(bench.refused(2, "invoice list --state lost")["code"], "state_unknown");
    assert_eq!(
        bench.refused(1, "invoice add --client Fernwood --number A-1 --total 5")["code"],
        "invoice_number_taken"
    );
    assert_eq!(bench.refused(1, "client add --name FERNHILL")["code"], "client_name_taken");
}

#[test]
fn what_cannot_be_written_down_is_refused_and_leaves_no_trace() {
    let bench = Bench::new();
    bench.owing("Fern", "A-1", "2026-08-03", "2026-09-02");
    for (exit, code, line) in [
        (2, "client_word_refused", "client add"),
        (2, "client_word_refused", "client add --name X --email nobody"),
        (2, "client_word_refused", "client edit Fern --kind robot"),
        (2, "amount_not_positive", "invoice add --client Fern --number A-2 --total 0"),
        (2, "amount_not_positive", "invoice add --client Fern --number A-2 --total -5.00"),
        (2, "amount_too_precise", "invoice add --client Fern --number A-2 --total 5.001"),
        (
            2,
            "due_before_issue",
            "invoice add --client Fern --number A-2 --total 5 --issued 2026-11-01 --due 2026-10-01",
        ),
        (2, "currency_unknown", "invoice add --client Fern --number A-2 --total 5 --currency CADX"),
        (2, "amount_unreadable", "payment add --client Fern --amount much"),
        (2, "amount_not_positive", "payment add --client Fern --amount -1"),
        (2, "payer_missing", "payment add --amount 5"),
        (2, "payment_unknown", "payment reverse payment-99"),
        (2, "invoice_unknown", "payment add --invoice A-9 --amount 5"),
        (
            2,
            "contact_word_unknown",
            "contact add --client Fern --channel pigeon --direction out --kind reminder",
        ),
        (
            2,
            "contact_ahead",
            "contact add --client Fern --on 2026-11-18 --channel email --direction out --kind reminder",
        ),
        (2, "disputed_amount_refused", "dispute add --invoice A-1 --amount 1000.01"),
        (1, "not_disputed", "dispute resolve --invoice A-1"),
        (2, "policy_key_unknown", "policy set colour blue"),
        (2, "policy_value_refused", "policy set reminders_before_demand -1"),
        (2, "statement_days", "statement --client Fern --from 2026-12-01 --out s.pdf"),
        (2, "path_missing", "statement --client Fern --out nowhere/s.pdf"),
        (2, "import_unknown", "import undo import-7"),
        (2, "plan_unknown", "plan show PP-1999-0001"),
        (2, "clause_unknown", "plan create --client Fern --count 2 --clause sunshine=on --out p.pdf"),
        (1, "plan_exceeds_debt", "plan create --client Fern --count 2 --amount 1000.01 --out p.pdf"),
        (2, "plan_undetermined", "plan create --client Fern --out p.pdf"),
    ] {
        leaves_no_trace(&bench, exit, code, line);
    }
}

#[test]
fn closed_days_ask_for_a_reason() {
    let bench = Bench::new();
    bench.owing("Fern", "A-1", "2026-08-03", "2026-09-02");
    bench.ask("policy set closing_date 2026-09-30");
    leaves_no_trace(&bench, 1, "day_closed", "payment add --invoice A-1 --amount 5 --on 2026-09-30");
    bench.ask("payment add --invoice A-1 --amount 5 --on 2026-10-01");
    bench.ask("payment add --invoice A-1 --amount 5 --on 2026-09-30 --reason forgotten");
}
