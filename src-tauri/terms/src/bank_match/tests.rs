//! Lines as banks write them, against debts as businesses have them.

use super::*;
use crate::day;

fn money(text: &str, code: &str) -> Money {
    Money::parse(text, Currency::from_code(code).unwrap()).unwrap()
}

fn item(id: i64, number: &str, client: i64, name: &str, open: &str) -> OpenItem {
    OpenItem {
        target: Target::Invoice(id),
        number: number.into(),
        reference: None,
        client,
        client_name: name.into(),
        issued: day::parse("2026-02-01").unwrap(),
        due: day::plus_days(day::parse("2026-03-01").unwrap(), id),
        open: money(open, "EUR"),
        early: Vec::new(),
    }
}

fn line(amount: &str, payer: &str, text: &str) -> BankLine {
    BankLine {
        on: day::parse("2026-03-10").unwrap(),
        amount: money(amount, "EUR"),
        payer: Some(payer).filter(|payer| !payer.is_empty()).map(str::to_owned),
        payer_account: None,
        reference: None,
        text: text.into(),
    }
}

/// `exact|parts|evidence` of each suggestion for one line.
fn shown(items: &[OpenItem], known: &[KnownPayer], line: BankLine) -> Vec<String> {
    let fees = [money("5", "EUR")];
    Matcher::of(items, &[], known, &fees).suggestions(&[line]).remove(0).iter().map(one).collect()
}

fn one(suggestion: &Suggestion) -> String {
    let part = |part: &Part| match part.target {
        Target::Invoice(id) => format!("{id}={}", part.amount),
        Target::Instalment { plan, n } => format!("{plan}.{n}={}", part.amount),
    };
    let parts: Vec<String> = suggestion.parts.iter().map(part).collect();
    let codes: Vec<&str> = suggestion.evidence.iter().map(Evidence::code).collect();
    format!("{}|{}|{}", if suggestion.exact { "exact" } else { "ask" }, parts.join(" "), codes.join(" "))
}

fn book() -> Vec<OpenItem> {
    vec![
        item(1, "INV-0042", 1, "M\u{fc}ller & S\u{f6}hne GmbH", "119.00"),
        item(2, "INV-0043", 1, "M\u{fc}ller & S\u{f6}hne GmbH", "81.00"),
        item(3, "RE-2024/0007", 2, "Northwind Traders Ltd", "500.00"),
        item(4, "2024", 3, "Blue Sky", "60.00"),
        item(5, "7", 3, "Blue Sky", "75.50"),
    ]
}

#[test]
fn a_whole_number_and_the_whole_amount_are_exact() {
    for text in ["INV-0042", "Rechnung 0042 danke", "invoice no. 42", "inv/0042"] {
        let found = shown(&book(), &[], line("119.00", "SOMEBODY", text));
        assert_eq!(found, ["exact|1=119.00|number_in_text amount_exact days_after_due"], "{text}");
    }
    assert_eq!(
        shown(&book(), &[], line("500.00", "", "RE 2024 0007")),
        ["exact|3=500.00|number_in_text amount_exact days_after_due"]
    );
}

#[test]
fn a_part_of_a_number_a_year_or_a_count_is_not() {
    let by_amount = ["ask|1=119.00|amount_exact days_after_due"];
    assert_eq!(shown(&book(), &[], line("119.00", "", "order 100421 of 2024-0042")), by_amount);
    let year = shown(&book(), &[], line("60.00", "", "thanks for all of 2024"));
    assert_eq!(year, ["ask|4=60.00|number_in_text amount_exact days_after_due"]);
    let count = shown(&book(), &[], line("75.50", "", "7 boxes"));
    assert_eq!(count, ["ask|5=75.50|number_in_text amount_exact days_after_due"]);
    assert_eq!(
        shown(&book(), &[], line("75.50", "", "Inv 7")),
        ["exact|5=75.50|number_in_text amount_exact days_after_due"]
    );
}

#[test]
fn short_part_and_over_are_said_and_never_exceed_what_is_open() {
    let found = |amount: &str| shown(&book(), &[], line(amount, "", "INV-0042"));
    assert_eq!(found("115.00"), ["ask|1=115.00|number_in_text amount_short days_after_due"]);
    assert_eq!(found("100.00"), ["ask|1=100.00|number_in_text amount_part days_after_due"]);
    assert_eq!(found("150.00"), ["ask|1=119.00|number_in_text amount_over days_after_due"]);
    assert!(found("-119.00").is_empty());
}

#[test]
fn one_payment_pays_several() {
    let named = shown(&book(), &[], line("200.00", "", "INV-0042, INV-0043"));
    assert_eq!(named, ["exact|1=119.00 2=81.00|number_in_text number_in_text amount_sum days_after_due"]);
    let known = [KnownPayer::Account { account: "DE89 3704 0044 0532 0130 00".into(), client: 1 }];
    let paid =
        BankLine { payer_account: Some("DE89370400440532013000".into()), ..line("200.00", "X", "thanks") };
    assert_eq!(shown(&book(), &known, paid), ["ask|1=119.00 2=81.00|amount_sum payer_known days_after_due"]);
    // Named, but not adding up: each is shown, none is exact.
    let apart = shown(&book(), &[], line("119.00", "", "INV-0042 and INV-0043"));
    assert_eq!(
        apart,
        [
            "ask|1=119.00|number_in_text amount_exact days_after_due",
            "ask|2=81.00|number_in_text amount_over days_after_due",
        ]
    );
}

#[test]
fn several_payments_pay_one() {
    let lines = [line("60.00", "", "INV-0042 first half"), line("59.00", "", "INV-0042 rest")];
    let items = book();
    let found = Matcher::of(&items, &[], &[], &[]).suggestions(&lines);
    assert_eq!(one(&found[0][0]), "ask|1=60.00|number_in_text amount_part days_after_due lines_sum");
    let twice = [line("119.00", "", "INV-0042"), line("119.00", "", "INV 42")];
    for suggestions in Matcher::of(&items, &[], &[], &[]).suggestions(&twice) {
        assert_eq!(
            one(&suggestions[0]),
            "ask|1=119.00|number_in_text amount_exact days_after_due claimed_twice"
        );
    }
}

#[test]
fn one_number_of_two_clients_is_decided_by_the_amount_or_not_at_all() {
    let mut items = vec![item(1, "1001", 1, "Acme", "10.00"), item(2, "1001", 2, "Bolt", "20.00")];
    assert_eq!(
        shown(&items, &[], line("20.00", "", "1001"))[0],
        "exact|2=20.00|number_in_text amount_exact days_after_due"
    );
    items[0].open = money("20", "EUR");
    let found = shown(&items, &[], line("20.00", "", "1001"));
    assert_eq!(found.len(), 2);
    assert!(found.iter().all(|suggestion| suggestion.starts_with("ask|")));
}

#[test]
fn a_structured_reference_is_exact_and_wins() {
    let mut items = book();
    items[2].reference = Some("RF18 5390 0754 7034".into());
    let paid = BankLine { reference: Some("RF18539007547034".into()), ..line("500.00", "", "INV-0042") };
    assert_eq!(shown(&items, &[], paid), ["exact|3=500.00|reference_exact amount_exact days_after_due"]);
}

#[test]
fn payers_are_known_or_alike() {
    let known = [KnownPayer::Name { name: "N. Traders".into(), client: 2 }];
    assert_eq!(
        shown(&book(), &known, line("500.00", "N TRADERS", "")),
        ["ask|3=500.00|amount_exact payer_known days_after_due"]
    );
    assert_eq!(
        shown(&book(), &known, line("33.00", "N Traders Ltd.", "")),
        ["ask|3=33.00|payer_known oldest_first days_after_due"]
    );
    assert_eq!(
        shown(&book(), &[], line("81.00", "MULLER SOHNE", "")),
        ["ask|2=81.00|amount_exact payer_alike days_after_due"]
    );
    assert!(shown(&book(), &[], line("33.00", "MULLER SOHNE", "")).is_empty());
}

#[test]
fn instalments_are_paid_in_their_order() {
    let instalment = |n: u32| OpenItem {
        target: Target::Instalment { plan: 9, n },
        due: day::plus_days(day::parse("2026-03-01").unwrap(), i64::from(n) * 30),
        ..item(0, "PLAN-0009", 4, "Slow Payer", "50.00")
    };
    let items: Vec<OpenItem> = [3, 1, 2].into_iter().map(instalment).collect();
    assert_eq!(
        shown(&items, &[], line("50.00", "", "Plan 0009")),
        ["exact|9.1=50.00|number_in_text amount_exact instalment_due days_before_due"]
    );
    assert_eq!(
        shown(&items, &[], line("50.00", "SLOW PAYER", "monthly")),
        ["ask|9.1=50.00|amount_exact payer_alike instalment_due days_before_due"]
    );
}

#[test]
fn currencies_never_mix() {
    let yen = BankLine { amount: money("11900", "JPY"), ..line("1", "M\u{dc}LLER S\u{d6}HNE", "INV-0042") };
    assert!(shown(&book(), &[], yen).is_empty());
    let mut items = book();
    items[0].open = money("119.000", "KWD");
    let dinars = BankLine { amount: money("119", "KWD"), ..line("1", "", "INV-0042") };
    assert_eq!(shown(&items, &[], dinars), ["exact|1=119.000|number_in_text amount_exact days_after_due"]);
}

#[test]
fn an_amount_alone_does_not_reach_back_before_the_invoice() {
    let mut items = book();
    for item in &mut items {
        item.issued = day::parse("2026-03-11").unwrap();
    }
    let known = [KnownPayer::Name { name: "Somebody".into(), client: 1 }];
    assert!(shown(&items, &[], line("119.00", "", "thanks")).is_empty(), "it was not owed yet");
    assert!(shown(&items, &known, line("119.00", "Somebody", "thanks")).is_empty());
    assert_eq!(
        shown(&items, &[], line("119.00", "", "deposit INV-0042")),
        ["exact|1=119.00|number_in_text amount_exact days_after_due"],
        "a deposit that names it"
    );
    items[0].issued = day::parse("2026-03-10").unwrap();
    assert_eq!(
        shown(&items, &[], line("119.00", "", "thanks")),
        ["ask|1=119.00|amount_exact days_after_due"]
    );
}

#[test]
fn an_agreed_discount_taken_in_time_is_the_whole_payment() {
    let discount =
        |until: &str, off: &str| EarlyDiscount { until: day::parse(until).unwrap(), off: money(off, "EUR") };
    let mut items = book();
    items[0].early = vec![discount("2026-03-09", "3.57"), discount("2026-03-10", "2.38")];
    let known = [KnownPayer::Name { name: "Somebody".into(), client: 1 }];
    for (paid, expected) in [
        (line("116.62", "", "INV-0042"), "ask|1=116.62|number_in_text early_discount days_after_due"),
        (line("116.62", "SOMEBODY", ""), "ask|1=116.62|early_discount payer_known days_after_due"),
        (line("116.62", "MULLER SOHNE", ""), "ask|1=116.62|early_discount payer_alike days_after_due"),
        // A day too late for the larger one, and a cent beside it: short as any other.
        (line("115.43", "", "INV-0042"), "ask|1=115.43|number_in_text amount_short days_after_due"),
        (line("116.61", "", "INV-0042"), "ask|1=116.61|number_in_text amount_short days_after_due"),
    ] {
        assert_eq!(shown(&items, &known, paid), [expected]);
    }
    let early = Matcher::of(&items, &[], &[], &[]).suggestions(&[line("116.62", "", "INV-0042")]).remove(0);
    assert_eq!(early[0].discount, Some(money("2.38", "EUR")));
    // What was paid before counts too: the discount closes what is open, no more.
    items[0].open = money("100.00", "EUR");
    let part = Matcher::of(&items, &[], &[], &[]).suggestions(&[line("97.62", "", "INV-0042")]).remove(0);
    assert_eq!(part[0].discount, Some(money("2.38", "EUR")));
}

#[test]
fn a_line_may_be_a_payment_that_was_entered_before_it() {
    let payment = |id: i64, on: &str, amount: &str, pays: &[&str]| EnteredPayment {
        payment: id,
        client: 2,
        client_name: "Northwind Traders Ltd".into(),
        on: day::parse(on).unwrap(),
        amount: money(amount, "EUR"),
        pays: pays.iter().map(|number| (*number).to_owned()).collect(),
        is_credit: pays.is_empty(),
    };
    let of = |entered: &[EnteredPayment], line: BankLine| -> Vec<String> {
        let items = book();
        let matcher = Matcher::of(&items, entered, &[], &[]);
        let shown = |one: &Suggestion| {
            let codes: Vec<&str> = one.evidence.iter().map(Evidence::code).collect();
            format!("{:?}|{}|{}", one.payment, one.exact, codes.join(" "))
        };
        matcher.suggestions(&[line]).remove(0).iter().map(shown).collect()
    };
    let entered = [payment(70, "2026-03-05", "250.00", &["RE-2024/0005"])];
    assert_eq!(of(&entered, line("250.00", "", "")), ["Some(70)|false|payment_entered"], "nobody is named");
    assert_eq!(
        of(&entered, line("250.00", "NORTHWIND TRADERS", "")),
        ["Some(70)|false|payment_entered payer_alike"]
    );
    assert!(of(&entered, line("250.00", "MULLER SOHNE", "")).is_empty(), "somebody else paid");
    assert_eq!(
        of(&entered, line("250.00", "MULLER SOHNE", "RE 2024/0005"))[0],
        "Some(70)|false|payment_entered payer_alike",
        "what is named says more than who paid"
    );
    assert!(
        of(&[payment(70, "2026-03-04", "250.00", &[])], line("250.00", "", "")).is_empty(),
        "too long ago"
    );
    assert!(of(&entered, line("250.01", "NORTHWIND TRADERS", "")).is_empty());

    // Entered as credit, while the invoice it was for is still open: confirming both would count it twice.
    let credit = [payment(71, "2026-03-09", "500.00", &[])];
    assert_eq!(
        of(&credit, line("500.00", "", "RE-2024/0007")),
        ["Some(71)|false|payment_entered", "None|false|number_in_text amount_exact days_after_due"]
    );
    // What paid another invoice to the last cent is another payment.
    let other = [payment(72, "2026-03-09", "500.00", &["RE-2024/0006"])];
    assert_eq!(
        of(&other, line("500.00", "", "RE-2024/0007")),
        ["None|true|number_in_text amount_exact days_after_due"]
    );
}

#[test]
fn every_fact_is_a_sentence() {
    let items = book();
    let lines = [line("115.00", "MULLER SOHNE", "INV-0042"), line("33.00", "Blue Sky", "")];
    let known = [KnownPayer::Name { name: "blue sky".into(), client: 3 }];
    for fact in Matcher::of(&items, &[], &known, &[money("5", "EUR")])
        .suggestions(&lines)
        .iter()
        .flatten()
        .flat_map(|s| &s.evidence)
    {
        let sentence = fact.sentence();
        assert!(sentence.ends_with('.') && sentence.len() > 15, "{sentence}");
    }
}
