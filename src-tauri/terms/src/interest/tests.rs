use super::*;
use crate::money::Currency;
use crate::refusal::RefusalKind;
use rust_decimal::Decimal;

pub(super) fn day(text: &str) -> Day {
    crate::day::parse(text).unwrap()
}

pub(super) fn money(amount: &str, currency: &str) -> Money {
    Money::parse(amount, Currency::from_code(currency).unwrap()).unwrap()
}

pub(super) fn agreed(percent: &str, day_count: DayCount) -> Basis<'static> {
    Basis::Annual { rate: Percent::parse(percent).unwrap(), day_count }
}

pub(super) fn by_law(code: &str, debtor: ClientKind) -> Basis<'static> {
    Basis::Statutory { jurisdiction: Jurisdiction::find(code).unwrap(), debtor }
}

pub(super) fn given(texts: &[&str]) -> Vec<GivenRate> {
    texts.iter().map(|text| GivenRate::parse(text).unwrap()).collect()
}

fn accrued(basis: &Basis<'_>, amount: Money, due: &str, to: &str, rates: &[&str]) -> Accrual {
    accrue(basis, &Balances::of(amount), day(due), day(to), &given(rates)).unwrap()
}

fn interest_for(percent: &str, day_count: DayCount, amount: &str, currency: &str, days: i64) -> String {
    let due = day("2025-03-01");
    let accrual = accrue(
        &agreed(percent, day_count),
        &Balances::of(money(amount, currency)),
        due,
        plus_days(due, days),
        &[],
    );
    accrual.unwrap().interest.to_string()
}

/// GOV.UK, the French and Polish arithmetic, the Interest Act's 5 %, and an invoice published with UBL.
#[test]
fn published_examples_come_out_to_the_penny() {
    let act365 = |percent, amount, days| interest_for(percent, DayCount::Act365, amount, "EUR", days);
    assert_eq!(act365("8.5", "1000", 50), "11.64");
    assert_eq!(act365("11.75", "10000", 60), "193.15");
    assert_eq!(act365("15", "15000", 30), "184.93");
    assert_eq!(act365("13.75", "10000", 106), "399.32");
    assert_eq!(act365("5", "5000", 90), "61.64");
    assert_eq!(interest_for("23", DayCount::Act360, "7781.50", "DKK", 486), "2416.16");
}

/// The British government's own example: 10,000 paid 60 days late makes 10,293.15.
#[test]
fn britain_locks_one_rate_and_adds_compensation() {
    let accrual = accrued(
        &by_law("gb-eng", ClientKind::Business),
        money("10000", "GBP"),
        "2026-01-15",
        "2026-03-16",
        &[],
    );
    assert_eq!(accrual.rows.len(), 1);
    assert_eq!(accrual.rows[0].annual_rate.to_string(), "11.75");
    assert_eq!(
        (accrual.interest.to_string(), accrual.compensation.to_string()),
        ("193.15".into(), "100.00".into())
    );
    assert_eq!((accrual.total.to_string(), accrual.owed.to_string()), ("293.15".into(), "10293.15".into()));
    assert!(!accrual.needs_confirmation);
    // Late from 31 December 2025 takes the rate of that half-year; from 1 January the next. Neither moves later.
    let rate = |due: &str| {
        accrued(&by_law("GB-ENG", ClientKind::Business), money("500", "GBP"), due, "2026-11-01", &[]).rows
    };
    assert_eq!(
        (rate("2025-12-30").len(), rate("2025-12-30")[0].annual_rate.to_string()),
        (1, "12.25".into())
    );
    assert_eq!(
        (rate("2025-12-31").len(), rate("2025-12-31")[0].annual_rate.to_string()),
        (1, "11.75".into())
    );
}

#[test]
fn tiers_switch_at_the_boundary_in_britain_and_above_it_in_ireland() {
    let tiers = |code: &str, currency: &str, due: &str, to: &str| {
        ["999.99", "1000", "1000.01", "9999.99", "10000", "10000.01"].map(|amount| {
            accrued(&by_law(code, ClientKind::Business), money(amount, currency), due, to, &[])
                .compensation
                .to_string()
        })
    };
    let britain = tiers("GB-ENG", "GBP", "2026-01-31", "2026-02-28");
    assert_eq!(britain, ["40.00", "70.00", "70.00", "70.00", "100.00", "100.00"]);
    let ireland = tiers("IE", "EUR", "2026-01-31", "2026-02-28");
    assert_eq!(ireland, ["40.00", "40.00", "70.00", "70.00", "70.00", "100.00"]);
}

/// The Irish Department's daily rates: 12.25 % makes 0.033562 % a day, 8 % makes 0.022 %.
#[test]
fn the_daily_amount_is_shown_but_never_added_up() {
    let per_day = |percent| {
        accrued(&agreed(percent, DayCount::Act365), money("1000000", "EUR"), "2026-01-01", "2026-02-01", &[])
            .per_day
            .to_string()
    };
    assert_eq!((per_day("12.25"), per_day("8")), ("335.62".into(), "219.18".into()));
}

#[test]
fn germany_moves_with_each_half_year_and_memory_needs_confirmation() {
    let germany = by_law("DE", ClientKind::Business);
    let accrual = accrued(&germany, money("1000", "EUR"), "2025-05-31", "2025-08-31", &[]);
    let rows: Vec<String> = accrual
        .rows
        .iter()
        .map(|row| format!("{} {} {} {} {}", row.from, row.to, row.days, row.annual_rate, row.amount))
        .collect();
    // 1000 × 11.27 % × 30 / 365 = 9.2630…; with 1000 × 10.27 % × 62 / 365 = 17.4449… it makes 26.7079.
    assert_eq!(rows, ["2025-06-01 2025-06-30 30 11.27 9.26", "2025-07-01 2025-08-31 62 10.27 17.45"]);
    assert_eq!(
        (accrual.interest.to_string(), accrual.compensation.to_string()),
        ("26.71".into(), "40.00".into())
    );
    assert!(accrual.needs_confirmation);
    assert_eq!(accrual.rule.confidence, Confidence::Memory);
    assert_eq!(accrual.warnings[0].code, "starts_with_default");

    let confirmed = accrued(
        &germany,
        money("1000", "EUR"),
        "2025-05-31",
        "2025-08-31",
        &["2025-01-01=2.27", "2025-07-01=1.27"],
    );
    assert_eq!((confirmed.interest, confirmed.rows.len()), (accrual.interest, 2));
    assert!(!confirmed.needs_confirmation);
    assert_eq!(confirmed.rule.confidence, Confidence::User);
    // Five points against a consumer, and no compensation.
    let consumer =
        accrued(&by_law("DE", ClientKind::Consumer), money("1000", "EUR"), "2026-01-31", "2026-03-31", &[]);
    assert_eq!(
        (consumer.rows[0].annual_rate.to_string(), consumer.compensation.is_zero()),
        ("6.27".into(), true)
    );
}

#[test]
fn a_rate_nobody_knows_is_refused_until_it_is_given() {
    let france = by_law("fr", ClientKind::Business);
    let (due, to) = (day("2026-05-31"), day("2026-08-31"));
    let refusal = accrue(&france, &Balances::of(money("100", "EUR")), due, to, &[]).unwrap_err();
    assert_eq!((refusal.code, refusal.kind), (Code::RateUnknown, RefusalKind::Rule));
    assert!(refusal.message.contains("half-year from 2026-07-01"), "{}", refusal.message);
    assert!(refusal.hint.unwrap().contains("https://www.ecb.europa.eu"));
    let rates = |texts: &[&str]| {
        let accrual = accrued(&france, money("100", "EUR"), "2026-05-31", "2026-08-31", texts);
        accrual.rows.iter().map(|row| row.annual_rate.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(rates(&["2026-07-01=2.15"]), ["12.15", "12.15"]);
    // From its own day on, wherever that lies, until the next.
    assert_eq!(rates(&["2026-07-01=2.4", "2026-08-01=2.65"]), ["12.15", "12.4", "12.65"]);
    // A debt of one rate needs only that of the day it fell late.
    let ireland = by_law("IE", ClientKind::Business);
    assert!(accrue(&ireland, &Balances::of(money("100", "EUR")), due, to, &[]).is_ok());
    let florida = accrue(
        &by_law("US-FL", ClientKind::Business),
        &Balances::of(money("1", "USD")),
        to,
        day("2026-11-01"),
        &[],
    );
    assert!(florida.unwrap_err().message.contains("quarter from 2026-07-01"));
    let long_ago = accrue(
        &by_law("GB-ENG", ClientKind::Business),
        &Balances::of(money("1", "GBP")),
        day("1999-01-01"),
        to,
        &[],
    );
    assert_eq!(long_ago.unwrap_err().code, Code::RateUnknown);
}

#[test]
fn where_the_law_gives_nothing_the_answer_is_nothing_and_why() {
    let cases = [
        ("CA-ON", ClientKind::Business, "CAD", "Interest Act"),
        ("CA", ClientKind::Consumer, "CAD", "contract"),
        ("GB-ENG", ClientKind::Consumer, "GBP", "never applies to consumers"),
        ("AU", ClientKind::Business, "AUD", "No statute"),
    ];
    for (code, debtor, currency, why) in cases {
        let accrual =
            accrued(&by_law(code, debtor), money("5000", currency), "2026-01-01", "2026-06-01", &[]);
        assert!(accrual.rows.is_empty() && accrual.total.is_zero() && accrual.per_day.is_zero(), "{code}");
        assert!(accrual.rule.reason.contains(why), "{code}: {}", accrual.rule.reason);
        assert!(!accrual.needs_confirmation, "{code}: nothing is claimed");
        assert_eq!(accrual.owed, money("5000", currency));
    }
}

#[test]
fn nothing_is_late_on_the_due_day() {
    for to in ["2026-03-31", "2026-03-30", "2020-01-01"] {
        let accrual =
            accrued(&by_law("GB-ENG", ClientKind::Business), money("1000", "GBP"), "2026-03-31", to, &[]);
        assert!(accrual.rows.is_empty() && accrual.total.is_zero() && !accrual.needs_confirmation, "{to}");
    }
    let next_day = accrued(
        &by_law("GB-ENG", ClientKind::Business),
        money("1000", "GBP"),
        "2026-03-31",
        "2026-04-01",
        &[],
    );
    assert_eq!((next_day.rows[0].days, next_day.interest.to_string()), (1, "0.32".into()));
}

#[test]
fn texas_waits_for_the_thirtieth_day() {
    let texas = by_law("US-TX", ClientKind::Business);
    assert!(accrued(&texas, money("1000", "USD"), "2026-01-01", "2026-01-30", &[]).rows.is_empty());
    let accrual = accrued(&texas, money("1000", "USD"), "2026-01-01", "2026-02-28", &[]);
    assert_eq!((accrual.rows[0].from, accrual.rows[0].days), (day("2026-01-31"), 29));
}

/// art. 6:119 BW: after each full year the interest joins the sum, so 1000 at 10 % is 1210 after two.
#[test]
fn the_netherlands_compounds_once_a_year() {
    let consumer = by_law("NL", ClientKind::Consumer);
    let accrual = accrued(&consumer, money("1000", "EUR"), "2025-01-01", "2027-01-01", &["2024-01-01=10"]);
    assert_eq!(accrual.owed.to_string(), "1210.00");
    let year_two = accrual.rows.iter().find(|row| row.from == day("2026-01-02")).unwrap();
    assert_eq!(year_two.balance.to_string(), "1100.00");
}

#[test]
fn a_part_payment_lowers_the_balance_from_its_day() {
    let balances = Balances::of(money("1000", "EUR"))
        .then(day("2026-02-11"), money("400", "EUR"))
        .and_then(|balances| balances.then(day("2026-03-01"), money("0", "EUR")))
        .unwrap();
    let accrual =
        accrue(&agreed("10", DayCount::Act365), &balances, day("2026-01-31"), day("2026-04-30"), &[])
            .unwrap();
    let rows: Vec<String> =
        accrual.rows.iter().map(|r| format!("{} {} {} {}", r.from, r.to, r.balance, r.amount)).collect();
    // 1000 × 10 days + 400 × 18 days = 17,200 × 10 % / 365 = 4.7123
    assert_eq!(rows, ["2026-02-01 2026-02-10 1000.00 2.74", "2026-02-11 2026-02-28 400.00 1.97"]);
    assert_eq!((accrual.interest.to_string(), accrual.owed.to_string()), ("4.71".into(), "4.71".into()));
    assert!(accrual.per_day.is_zero());
    let again = balances.clone().then(day("2026-03-01"), money("1", "EUR")).unwrap_err();
    assert_eq!(again.code, Code::BalanceOutOfOrder);
    assert_eq!(balances.then(day("2026-05-01"), money("1", "USD")).unwrap_err().code, Code::CurrencyMismatch);
}

/// A rate that is locked stays so, also for what is still owed after a payment in the next half-year.
#[test]
fn a_locked_rate_outlives_a_part_payment() {
    let balances = Balances::of(money("1000", "GBP")).then(day("2026-02-01"), money("600", "GBP")).unwrap();
    let britain = by_law("GB-ENG", ClientKind::Business);
    let rates = given(&["2025-07-01=4.25", "2026-01-01=3"]);
    let accrual = accrue(&britain, &balances, day("2025-11-30"), day("2026-03-31"), &rates).unwrap();
    let rows: Vec<String> =
        accrual.rows.iter().map(|r| format!("{} {} {}", r.from, r.balance, r.annual_rate)).collect();
    assert_eq!(rows, ["2025-12-01 1000.00 12.25", "2026-02-01 600.00 12.25"]);
    // The compensation goes by the debt as it fell late, not by what is left.
    assert_eq!(accrual.compensation.to_string(), "70.00");
}

#[test]
fn day_counts_differ_where_they_should() {
    let days = |from: &str, to: &str| {
        [DayCount::Act365, DayCount::Act360, DayCount::ThirtyE360]
            .map(|count| days_between(day(from), day(to), count))
    };
    assert_eq!(days("2026-01-31", "2026-02-28"), [28, 28, 28]);
    assert_eq!(days("2026-02-28", "2026-03-31"), [31, 31, 32]);
    assert_eq!(days("2027-12-31", "2028-12-31"), [366, 366, 360]);
    // A leap year has 366 days over 365; the law of every place shipped says so or is silent.
    assert_eq!(interest_for("10", DayCount::Act365, "1000", "EUR", 365), "100.00");
    assert_eq!(
        accrued(&agreed("10", DayCount::Act365), money("1000", "EUR"), "2027-12-31", "2028-12-31", &[])
            .interest
            .to_string(),
        "100.27"
    );
    for count in [DayCount::Act365, DayCount::Act360, DayCount::ThirtyE360] {
        assert_eq!(DayCount::from_name(count.as_str()), Some(count));
        assert_eq!(serde_json::to_value(count).unwrap(), count.as_str());
    }
}

#[test]
fn every_currency_is_rounded_in_its_own_unit() {
    assert_eq!(interest_for("9.25", DayCount::Act365, "123457", "JPY", 91), "2847");
    assert_eq!(interest_for("9.25", DayCount::Act365, "1234.567", "KWD", 91), "28.471");
    // Exactly half a unit goes away from zero: 73 × 5 % × 50 / 365 = 0.5.
    assert_eq!(interest_for("5", DayCount::Act365, "73", "JPY", 50), "1");
    assert_eq!(interest_for("5", DayCount::Act365, "72", "JPY", 50), "0");
}

#[test]
fn compensation_in_another_currency_stands_beside_the_figure() {
    let poland =
        accrued(&by_law("PL", ClientKind::Business), money("6000", "PLN"), "2026-01-31", "2026-03-31", &[]);
    assert!(poland.compensation.is_zero());
    assert!(
        poland
            .warnings
            .iter()
            .any(|w| w.code == "compensation_in_other_currency" && w.message.contains("70 EUR"))
    );
    let in_pounds =
        accrued(&by_law("IE", ClientKind::Business), money("6000", "GBP"), "2026-01-31", "2026-03-31", &[]);
    assert!(in_pounds.compensation.is_zero() && in_pounds.warnings.len() == 1);
}

#[test]
fn rates_above_a_cap_are_warned_of() {
    let ontario = Jurisdiction::find("CA-ON").unwrap();
    let warned = |rate: &str, amount: &str, debtor| {
        above_cap(Percent::parse(rate).unwrap(), money(amount, "CAD"), ontario, debtor)
            .map(|warning| warning.code)
    };
    assert_eq!(warned("36", "5000", ClientKind::Business), Some("rate_above_cap"));
    assert_eq!(warned("35", "5000", ClientKind::Business), None);
    assert_eq!(warned("36", "20000", ClientKind::Business), None);
    assert_eq!(warned("36", "20000", ClientKind::Consumer), Some("rate_above_cap"));
}

#[test]
fn monthly_rates_are_said_per_year() {
    let say = |monthly: &str| {
        let yearly = yearly_equivalent(Percent::parse(monthly).unwrap(), 12).unwrap();
        (yearly.nominal.to_string(), yearly.effective.to_string())
    };
    assert_eq!(say("1"), ("12".into(), "12.6825".into()));
    assert_eq!(say("1.5"), ("18".into(), "19.5618".into()));
    assert_eq!(say("2"), ("24".into(), "26.8242".into()));
    assert_eq!(say("3"), ("36".into(), "42.5761".into()));
    assert_eq!(yearly_equivalent(Percent(Decimal::MAX), 12).unwrap_err().code, Code::RateUnreadable);
    assert_eq!(
        yearly_equivalent(Percent::parse("1000").unwrap(), u32::MAX).unwrap_err().code,
        Code::RateUnreadable
    );
}

#[test]
fn what_is_given_as_a_rate_is_read_or_refused() {
    let read =
        |text: &str| GivenRate::parse(text).map(|rate| (rate.from.to_string(), rate.percent.to_string()));
    assert_eq!(read("2026-07-01=2.15").unwrap(), ("2026-07-01".into(), "2.15".into()));
    assert_eq!(read("2020-01-01=-0.88").unwrap().1, "-0.88");
    for text in ["", "2.15", "2026-07-01=", "2026-07-01=x", "2026-07-01=--1"] {
        assert_eq!(read(text).unwrap_err().code, Code::RateUnreadable, "{text}");
    }
    assert_eq!(read("2026-7-1=2").unwrap_err().code, Code::DateUnreadable);
    let unused = accrued(
        &by_law("US-CA", ClientKind::Business),
        money("1", "USD"),
        "2026-01-01",
        "2026-02-01",
        &["2026-01-01=3"],
    );
    assert_eq!(unused.warnings[0].code, "reference_rate_unused");
    let precise = agreed("1.23456789012", DayCount::Act365);
    let refusal =
        accrue(&precise, &Balances::of(money("1", "EUR")), day("2026-01-01"), day("2026-02-01"), &[])
            .unwrap_err();
    assert_eq!(refusal.code, Code::RateUnreadable);
}

#[test]
fn the_answer_is_written_as_the_contract_says() {
    let accrual = accrued(
        &by_law("GB-ENG", ClientKind::Business),
        money("1000", "GBP"),
        "2026-01-31",
        "2026-02-28",
        &[],
    );
    let json = serde_json::to_value(&accrual).unwrap();
    assert_eq!(
        json["rows"],
        serde_json::json!([{"from": "2026-02-01", "to": "2026-02-28", "days": 28, "balance": "1000.00",
            "annual_rate": "11.75", "amount": "9.01"}])
    );
    assert_eq!(
        (&json["interest"], &json["compensation"], &json["total"]),
        (&"9.01".into(), &"70.00".into(), &"79.01".into())
    );
    assert_eq!(
        (&json["needs_confirmation"], &json["rule"]["id"]),
        (&false.into(), &"gb-eng.interest.business".into())
    );
    assert_eq!(
        (&json["rule"]["as_of"], &json["rule"]["confidence"]),
        (&"2026-11-21".into(), &"derived".into())
    );
    assert!(
        json["rule"]["source"].as_str().unwrap().contains("https://www.legislation.gov.uk/ukpga/1998/20")
    );
}
