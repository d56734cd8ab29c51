//! Reminder, plan, signed, paid; or, last of all, a final demand that is fair and true.

use crate::place::{Place, day};
use goodterms_desk::ageing::{AgeingAsk, ageing};
use goodterms_desk::demands::{DemandCheck, DemandIssue, demand_check, demand_issue};
use goodterms_desk::disputes::{DisputeAdd, DisputeResolve, dispute_add, dispute_resolve};
use goodterms_desk::history::{HistoryAsk, history};
use goodterms_desk::plans::{
    PlanAsk, PlanCreate, PlanSign, QuoteAsk, Signing, plan_create, plan_show, plan_sign,
};
use goodterms_desk::policy::{PolicySet, policy_set};
use goodterms_desk::statements::{StatementAsk, statement};
use std::path::Path;

async fn gate(place: &Place, client: &str, on: &str) -> Vec<String> {
    let ask = DemandCheck { client: client.to_owned(), currency: None, as_of: Some(day(on)) };
    let gate = demand_check(&place.desk, ask).await.unwrap();
    assert_eq!(gate.allowed, gate.reasons.is_empty());
    gate.reasons.iter().map(|reason| reason.code.as_str().to_owned()).collect()
}

fn demand(place: &Place, client: &str, deadline: &str, step: &str, on: &str) -> DemandIssue {
    DemandIssue {
        client: client.to_owned(),
        deadline: day(deadline),
        next_step: step.to_owned(),
        out: Some(place.out("demand.pdf")),
        as_of: Some(day(on)),
        ..DemandIssue::default()
    }
}

#[tokio::test]
async fn a_demand_goes_out_only_after_everything_kinder() {
    let place = Place::new().await;
    place.client("Granite Bay Foods").await;
    place.invoice("Granite Bay Foods", "INV-1206", "1250.00", "2026-08-01", "2026-08-31").await;

    assert_eq!(gate(&place, "Granite Bay", "2026-08-31").await, ["nothing_overdue"]);
    assert_eq!(gate(&place, "Granite Bay", "2026-09-01").await, ["too_few_reminders"]);
    place.reminded("Granite Bay Foods", "2026-09-08").await;
    place.reminded("Granite Bay Foods", "2026-09-08").await;
    assert_eq!(gate(&place, "Granite Bay", "2026-09-20").await, ["too_few_reminders"], "one day counts once");
    place.reminded("Granite Bay Foods", "2026-09-22").await;
    assert!(gate(&place, "Granite Bay", "2026-09-30").await.is_empty());

    let ask =
        DisputeAdd { invoice: "INV-1206".into(), amount: None, note: None, as_of: Some(day("2026-10-01")) };
    dispute_add(&place.desk, ask).await.unwrap();
    assert_eq!(gate(&place, "Granite Bay", "2026-10-02").await, ["open_dispute"]);
    let ask = DisputeResolve { invoice: "INV-1206".into(), resolution: None, as_of: Some(day("2026-10-05")) };
    dispute_resolve(&place.desk, ask).await.unwrap();
    assert!(gate(&place, "Granite Bay", "2026-10-05").await.is_empty());
    assert_eq!(gate(&place, "Granite Bay", "2026-10-02").await, ["open_dispute"], "as at an earlier day");

    // The policy comes before the arguments; nothing is written when refused.
    let refused =
        demand_issue(&place.desk, demand(&place, "Granite Bay", "2026-10-06", "lawyer", "2026-10-05"));
    assert_eq!(refused.await.unwrap_err().code, "next_step_not_in_policy");
    let refused =
        demand_issue(&place.desk, demand(&place, "Granite Bay", "2026-10-06", "call", "2026-10-05"));
    assert_eq!(refused.await.unwrap_err().code, "deadline_too_soon");
    assert!(!Path::new(&place.out("demand.pdf")).exists());

    let ask = PolicySet { key: "next_steps".into(), value: "call,small_claims".into(), as_of: None };
    policy_set(&place.desk, ask).await.unwrap();
    let issued =
        demand_issue(&place.desk, demand(&place, "Granite Bay", "2026-10-30", "small_claims", "2026-10-05"))
            .await
            .unwrap();
    assert_eq!((issued.total.as_str(), issued.currency.as_str()), ("1250.00", "CAD"));
    assert_eq!((issued.task.due, issued.task.next_step.as_str()), (day("2026-10-31"), "small_claims"));
    assert!(std::fs::read(issued.pdf.unwrap()).unwrap().starts_with(b"%PDF-1.7"));

    place.paid("Granite Bay Foods", "1250.00", "2026-10-20").await;
    assert_eq!(gate(&place, "Granite Bay", "2026-10-20").await, ["nothing_owed"]);
    place.is_whole().await;
}

fn plan(place: &Place, client: &str, amount: Option<&str>, count: u32, start: &str, on: &str) -> PlanCreate {
    PlanCreate {
        client: client.to_owned(),
        amount: amount.map(str::to_owned),
        schedule: QuoteAsk { count: Some(count), start: Some(day(start)), ..QuoteAsk::default() },
        out: Some(place.out("plan.pdf")),
        as_of: Some(day(on)),
        ..PlanCreate::default()
    }
}

async fn signed_by(place: &Place, plan: &str, party: &str, name: &str, on: &str) -> String {
    let ask = PlanSign {
        plan: plan.to_owned(),
        party: party.to_owned(),
        name: name.to_owned(),
        role: None,
        signing: Signing::Typed,
        as_of: Some(day(on)),
    };
    plan_sign(&place.desk, ask).await.unwrap().state
}

async fn total_of(place: &Place, on: &str) -> (String, String, String) {
    let view = ageing(&place.desk, AgeingAsk { as_of: Some(day(on)) }).await.unwrap();
    let figures = &view.currencies["CAD"];
    (figures.current.clone(), figures.d1_30.clone(), figures.net.clone())
}

/// A plan once hid lateness: attaching it made everything current while instalments were missed.
#[tokio::test]
async fn a_signed_plan_moves_ageing_to_its_instalments_and_shuts_the_gate_while_kept() {
    let mut place = Place::new().await;
    place.client("Fernhill Veterinary Clinic").await;
    place.invoice("Fernhill", "INV-1098", "600.00", "2026-01-02", "2026-02-01").await;
    place.invoice("Fernhill", "INV-1112", "300.00", "2026-02-02", "2026-03-04").await;
    place.reminded("Fernhill", "2026-02-10").await;
    place.reminded("Fernhill", "2026-02-24").await;

    let created = plan_create(&place.desk, plan(&place, "Fernhill", None, 3, "2026-03-31", "2026-03-10"))
        .await
        .unwrap();
    assert_eq!((created.plan.as_str(), created.version), ("PP-2026-0001", 1));
    assert!(Path::new(&created.pdf.unwrap()).exists());
    // Until both have signed nothing changes.
    assert_eq!(total_of(&place, "2026-03-20").await, ("0.00".into(), "300.00".into(), "900.00".into()));
    assert_eq!(signed_by(&place, &created.plan, "client", "Dana Petrov", "2026-03-12").await, "offered");
    assert_eq!(signed_by(&place, &created.plan, "business", "Marc Birch", "2026-03-13").await, "active");

    assert_eq!(total_of(&place, "2026-03-20").await, ("900.00".into(), "0.00".into(), "900.00".into()));
    assert_eq!(total_of(&place, "2026-03-12").await.0, "0.00", "as at an earlier day the invoices answer");
    assert_eq!(gate(&place, "Fernhill", "2026-03-20").await, ["nothing_overdue", "plan_on_track"]);

    place.paid("Fernhill", "300.00", "2026-03-31").await;
    place.next_morning().await;
    let view = plan_show(&place.desk, PlanAsk { plan: created.plan.clone(), as_of: Some(day("2026-04-30")) })
        .await
        .unwrap();
    let plan_view = &view.plans[0];
    let states: Vec<&str> = plan_view.instalments.iter().map(|i| i.state.as_str()).collect();
    assert_eq!((states, plan_view.paid.as_str()), (vec!["kept", "to_come", "to_come"], "300.00"));
    let dues: Vec<String> = plan_view.instalments.iter().map(|i| i.due.to_string()).collect();
    assert_eq!(dues, ["2026-03-31", "2026-04-30", "2026-05-31"]);

    // The second is missed: it is late from its own day, and the gate opens after grace.
    assert_eq!(total_of(&place, "2026-05-05").await, ("300.00".into(), "300.00".into(), "600.00".into()));
    assert!(gate(&place, "Fernhill", "2026-05-20").await.is_empty());
    let demand = demand_issue(&place.desk, demand(&place, "Fernhill", "2026-06-10", "call", "2026-05-20"))
        .await
        .unwrap();
    assert_eq!(demand.total, "300.00", "only what is overdue is demanded");
    place.is_whole().await;
}

#[tokio::test]
async fn a_plan_over_part_of_the_debt_leaves_the_rest_to_its_invoice() {
    let place = Place::new().await;
    place.client("Fernhill").await;
    place.invoice("Fernhill", "A", "1000.00", "2026-01-02", "2026-02-01").await;
    let created =
        plan_create(&place.desk, plan(&place, "Fernhill", Some("600"), 2, "2026-03-15", "2026-02-10"))
            .await
            .unwrap();
    signed_by(&place, &created.plan, "client", "D", "2026-02-10").await;
    signed_by(&place, &created.plan, "business", "M", "2026-02-10").await;
    assert_eq!(total_of(&place, "2026-02-20").await, ("600.00".into(), "400.00".into(), "1000.00".into()));
    let again = plan_create(&place.desk, plan(&place, "Fernhill", None, 2, "2026-03-15", "2026-02-11")).await;
    assert_eq!(again.unwrap_err().code, "nothing_to_plan");
    place.is_whole().await;
}

#[tokio::test]
async fn what_a_plan_earns_in_interest_is_paid_before_the_debt() {
    let place = Place::new().await;
    place.client("Fernhill").await;
    place.invoice("Fernhill", "A", "1200.00", "2026-01-02", "2026-02-01").await;
    let mut ask = plan(&place, "Fernhill", None, 12, "2026-03-01", "2026-02-01");
    ask.schedule.annual_rate = Some("12".to_owned());
    let created = plan_create(&place.desk, ask).await.unwrap();
    signed_by(&place, &created.plan, "client", "D", "2026-02-01").await;
    signed_by(&place, &created.plan, "business", "M", "2026-02-01").await;
    let show = PlanAsk { plan: created.plan.clone(), as_of: Some(day("2026-03-01")) };
    let first = plan_show(&place.desk, show).await.unwrap().plans.remove(0).instalments.remove(0);
    let paid = place.paid("Fernhill", &first.amount, "2026-03-01").await;
    assert_eq!(paid.allocations[0].invoice, "PP-2026-0001/1");
    assert_eq!((paid.allocations[0].amount.as_str(), paid.credit.as_str()), ("12.00", "0.00"));
    let show = PlanAsk { plan: created.plan, as_of: Some(day("2026-03-02")) };
    let view = plan_show(&place.desk, show).await.unwrap().plans.remove(0);
    assert_eq!((view.instalments[0].state.as_str(), view.paid), ("kept", first.amount));
    place.is_whole().await;
}

#[tokio::test]
async fn everything_that_happened_is_told_in_order() {
    let place = Place::new().await;
    place.client("Fernhill").await;
    place.invoice("Fernhill", "INV-1", "100.00", "2026-10-01", "2026-10-31").await;
    place.paid("Fernhill", "120.00", "2026-11-02").await;
    let made = statement(
        &place.desk,
        StatementAsk {
            client: "Fernhill".into(),
            out: Some(place.out("statement.pdf")),
            as_of: Some(day("2026-11-17")),
            ..StatementAsk::default()
        },
    );
    assert_eq!(made.await.unwrap().balance["CAD"], "-20.00");
    let told = history(&place.desk, HistoryAsk { client: Some("Fernhill".into()), ..HistoryAsk::default() })
        .await
        .unwrap();
    let said: Vec<&str> = told.history.iter().map(|line| line.what.as_str()).collect();
    assert_eq!(
        said,
        [
            "Added Fernhill.",
            "Entered INV-1 of 2026-10-01, 100.00 CAD, due 2026-10-31.",
            "Recorded a payment of 120.00 CAD on 2026-11-02: 100.00 to INV-1, 20.00 kept as credit.",
            "Made a statement up to 2026-11-17.",
        ]
    );
    assert_eq!(told.history[0].at, "2026-11-17T09:05:00-05:00");
    place.is_whole().await;
}
