//! Whatever people do in whatever order, no cent is lost, and every figure can be had as at any day.

use crate::place::{Place, day};
use chrono::Days;
use goodterms_desk::ageing::{AgeingAsk, ageing};
use goodterms_desk::clients::{ClientListAsk, client_list};
use goodterms_desk::payments::{PaymentAdd, PaymentReverse, payment_add, payment_reverse};
use goodterms_desk::plans::{PlanCreate, PlanSign, QuoteAsk, Signing, plan_create, plan_sign};
use goodterms_desk::policy::{PolicySet, policy_set};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

/// Something a person does on a day.
#[derive(Debug, Clone)]
enum Act {
    Bills { client: usize, amount: u32, on: u32, terms: u32 },
    Pays { client: usize, amount: u32, on: u32 },
    TakesBack { which: usize },
}

fn acts() -> impl Strategy<Value = Vec<Act>> {
    let bills = (0..3_usize, 1..900_000_u32, 0..300_u32, 0..120_u32)
        .prop_map(|(client, amount, on, terms)| Act::Bills { client, amount, on, terms });
    let pays = (0..3_usize, 1..900_000_u32, 0..400_u32).prop_map(|(client, amount, on)| Act::Pays {
        client,
        amount,
        on,
    });
    let takes_back = (0..8_usize).prop_map(|which| Act::TakesBack { which });
    prop::collection::vec(prop_oneof![3 => bills, 3 => pays, 1 => takes_back], 1..14)
}

const CLIENTS: [&str; 3] = ["Aster", "Birk", "Cedar"];

/// What the client owes on a day, from the acts alone: bills issued less payments standing.
fn owed(acts: &[Act], gone: &[usize], client: usize, on: u32) -> i64 {
    let mut payment = 0;
    let mut owed = 0;
    for act in acts {
        match act {
            Act::Bills { client: whose, amount, on: day, .. } if *whose == client && *day <= on => {
                owed += i64::from(*amount);
            }
            Act::Pays { client: whose, amount, on: day } => {
                if *whose == client && *day <= on && !gone.contains(&payment) {
                    owed -= i64::from(*amount);
                }
                payment += 1;
            }
            _ => {}
        }
    }
    owed
}

async fn live(acts: &[Act], currency: &str, exponent: usize) {
    let place = Place::in_currency(currency).await;
    for client in CLIENTS {
        place.client(client).await;
    }
    let on_day = |n: u32| (day("2025-01-01") + Days::new(n.into())).to_string();
    let text = |minor: u32| match exponent {
        0 => minor.to_string(),
        places => {
            format!("{}.{:0places$}", minor / 10_u32.pow(places as u32), minor % 10_u32.pow(places as u32))
        }
    };
    let mut payments: Vec<String> = Vec::new();
    let mut gone: Vec<usize> = Vec::new();
    for (n, act) in acts.iter().enumerate() {
        match act {
            Act::Bills { client, amount, on, terms } => {
                place
                    .invoice(
                        CLIENTS[*client],
                        &format!("I-{n}"),
                        &text(*amount),
                        &on_day(*on),
                        &on_day(on + terms),
                    )
                    .await;
            }
            Act::Pays { client, amount, on } => {
                let ask = PaymentAdd {
                    client: Some(CLIENTS[*client].to_owned()),
                    amount: text(*amount),
                    currency: Some(currency.to_owned()),
                    on: Some(day(&on_day(*on))),
                    as_of: Some(day(&on_day(*on))),
                    ..PaymentAdd::default()
                };
                payments.push(payment_add(&place.desk, ask).await.unwrap().payment);
            }
            Act::TakesBack { which } => {
                if let Some(payment) = payments.get(*which).filter(|_| !gone.contains(which)) {
                    let ask = PaymentReverse { payment: payment.clone(), ..PaymentReverse::default() };
                    payment_reverse(&place.desk, ask).await.unwrap();
                    gone.push(*which);
                }
            }
        }
    }
    place.is_whole().await;
    for on in [0, 90, 180, 299, 420] {
        let date = day(&on_day(on));
        let aged = ageing(&place.desk, AgeingAsk { as_of: Some(date) }).await.unwrap();
        let list = client_list(&place.desk, ClientListAsk { as_of: Some(date) }).await.unwrap();
        for (which, name) in CLIENTS.iter().enumerate() {
            let expected = owed(acts, &gone, which, on);
            let row = aged.clients.iter().find(|row| row.client == *name);
            let minor = |text: &str| text.replace('.', "").parse::<i64>().unwrap();
            assert_eq!(row.map_or(0, |row| minor(&row.figures.net)), expected, "{name} as at {date}");
            if let Some(row) = row {
                let f = &row.figures;
                let buckets = [&f.current, &f.d1_30, &f.d31_60, &f.d61_90, &f.d90_plus].map(|b| minor(b));
                assert!(buckets.iter().all(|bucket| *bucket >= 0) && minor(&f.credit) <= 0);
                assert_eq!(buckets.iter().sum::<i64>(), minor(&f.total));
                assert_eq!(minor(&f.total) + minor(&f.credit), minor(&f.net));
            }
            let listed = list.clients.iter().find(|row| row.name == *name).unwrap();
            assert_eq!(listed.balance.get(currency).map_or(0, |b| minor(b)), expected);
        }
    }
}

#[test]
fn every_balance_ties_to_what_happened_as_at_any_day() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    for (currency, exponent) in [("JPY", 0), ("EUR", 2), ("KWD", 3)] {
        let mut runner = TestRunner::new(Config { cases: 8, failure_persistence: None, ..Config::default() });
        runner
            .run(&acts(), |acts| {
                runtime.block_on(live(&acts, currency, exponent));
                Ok(())
            })
            .unwrap();
    }
}

/// Each bucket of the statement that works inside the book is that of the rule.
#[tokio::test]
async fn the_books_buckets_are_the_rules_buckets() {
    let place = Place::new().await;
    place.client("Aster").await;
    let on = day("2026-11-17");
    for late in [-40_i64, -1, 0, 1, 29, 30, 31, 59, 60, 61, 89, 90, 91, 400] {
        let due =
            if late >= 0 { on - Days::new(late.unsigned_abs()) } else { on + Days::new(late.unsigned_abs()) };
        let issued = (due - Days::new(60)).min(on).to_string();
        place.invoice("Aster", &format!("I{late}"), "1.00", &issued, &due.to_string()).await;
    }
    let view = ageing(&place.desk, AgeingAsk { as_of: Some(on) }).await.unwrap();
    let f = &view.currencies["CAD"];
    assert_eq!(
        [&f.current, &f.d1_30, &f.d31_60, &f.d61_90, &f.d90_plus].map(String::as_str),
        ["3.00", "3.00", "3.00", "3.00", "2.00"]
    );
}

#[tokio::test]
async fn a_closed_day_wants_a_reason() {
    let place = Place::new().await;
    place.client("Aster").await;
    place.invoice("Aster", "A", "100.00", "2026-05-01", "2026-05-31").await;
    let ask = PolicySet { key: "closing_date".into(), value: "2026-06-30".into(), as_of: None };
    policy_set(&place.desk, ask).await.unwrap();
    let ask = |reason: Option<&str>| PaymentAdd {
        invoice: Some("A".into()),
        amount: "40".into(),
        on: Some(day("2026-06-30")),
        reason: reason.map(str::to_owned),
        ..PaymentAdd::default()
    };
    assert_eq!(payment_add(&place.desk, ask(None)).await.unwrap_err().code, "day_closed");
    assert_eq!(payment_add(&place.desk, ask(Some("found in the drawer"))).await.unwrap().credit, "0.00");
}

/// A payment dated ahead is held and counts from its day.
#[tokio::test]
async fn a_post_dated_payment_counts_from_its_day() {
    let place = Place::new().await;
    place.client("Aster").await;
    place.invoice("Aster", "A", "100.00", "2026-10-01", "2026-10-31").await;
    let ask = PaymentAdd {
        invoice: Some("A".into()),
        amount: "100".into(),
        on: Some(day("2026-12-01")),
        as_of: Some(day("2026-11-17")),
        ..PaymentAdd::default()
    };
    payment_add(&place.desk, ask).await.unwrap();
    assert_eq!(place.invoices("2026-11-30").await[0].states, ["overdue", "open"]);
    assert_eq!(place.invoices("2026-12-01").await[0].states, ["paid"]);
    let again = place.paid("Aster", "100.00", "2026-11-20").await;
    assert_eq!((again.allocations.len(), again.credit.as_str()), (0, "100.00"), "it is not paid twice");
    place.is_whole().await;
}

/// A plan changes when its invoices are due: a payment meets what is overdue elsewhere before instalments that
/// lie ahead, however old the invoice under the plan is.
#[tokio::test]
async fn instalments_ahead_wait_behind_what_is_overdue() {
    let place = Place::new().await;
    place.client("Fernhill").await;
    place.invoice("Fernhill", "OLD", "300.00", "2026-01-01", "2026-01-31").await;
    let schedule = QuoteAsk { count: Some(3), start: Some(day("2026-03-12")), ..QuoteAsk::default() };
    let ask = PlanCreate {
        client: "Fernhill".into(),
        schedule,
        as_of: Some(day("2026-02-12")),
        ..PlanCreate::default()
    };
    let plan = plan_create(&place.desk, ask).await.unwrap().plan;
    for party in ["business", "client"] {
        let ask = PlanSign {
            plan: plan.clone(),
            party: party.into(),
            name: "Dana".into(),
            role: None,
            signing: Signing::Typed,
            as_of: Some(day("2026-02-12")),
        };
        plan_sign(&place.desk, ask).await.unwrap();
    }
    place.invoice("Fernhill", "NEW", "50.00", "2026-02-13", "2026-03-01").await;
    let paid = place.paid("Fernhill", "160.00", "2026-03-20").await;
    let went: Vec<(&str, &str)> =
        paid.allocations.iter().map(|to| (to.invoice.as_str(), to.amount.as_str())).collect();
    assert_eq!(
        went,
        [("OLD", "110.00"), ("NEW", "50.00")],
        "the instalment due, what is overdue, then ahead"
    );
    place.is_whole().await;
}
