//! A day at the desk: what is to be done and why, what is found, how papers look before and after.

use crate::place::{Place, day};
use goodterms_desk::demands::{DemandCheck, DemandIssue, demand_desk, demand_issue, demand_preview};
use goodterms_desk::disputes::{DisputeAdd, dispute_add};
use goodterms_desk::documents::{
    DocumentAsk, DocumentListAsk, DocumentSave, document_list, document_pages, document_save,
};
use goodterms_desk::find::{FindAsk, find};
use goodterms_desk::payments::{
    PaymentAdd, PaymentListAsk, PaymentReverse, payment_add, payment_list, payment_reverse,
};
use goodterms_desk::plans::{
    PlanAsk, PlanCreate, PlanOffersAsk, PlanSign, PlanWithdraw, Signing, plan_create, plan_offers,
    plan_preview, plan_show, plan_sign, plan_withdraw,
};
use goodterms_desk::statements::{StatementAsk, statement_preview};
use goodterms_desk::today::{TodayAsk, TodayView, today};

async fn today_on(place: &Place, on: &str) -> TodayView {
    today(&place.desk, TodayAsk { as_of: Some(day(on)) }).await.unwrap()
}

fn kinds(view: &TodayView) -> Vec<&'static str> {
    view.items.iter().map(|item| item.kind).collect()
}

#[tokio::test]
async fn who_is_late_is_written_to_then_left_in_peace_then_written_to_again() {
    let place = Place::new().await;
    let empty = today_on(&place, "2026-09-01").await;
    assert!(empty.items.is_empty() && !empty.first_steps.clients && !empty.first_steps.pay_to);
    assert_eq!((empty.totals[0].currency.as_str(), empty.totals[0].owed.as_str()), ("CAD", "0.00"));

    place.client("Granite Bay").await;
    place.invoice("Granite Bay", "INV-1", "1250.00", "2026-08-01", "2026-08-31").await;
    place.invoice("Granite Bay", "INV-2", "100.00", "2026-09-20", "2026-10-20").await;
    assert_eq!(kinds(&today_on(&place, "2026-08-31").await), [""; 0], "due means the end of that day");

    let late = today_on(&place, "2026-09-01").await;
    assert_eq!(kinds(&late), ["newly_late"]);
    let item = &late.items[0];
    assert_eq!((item.amount.as_deref(), item.days_late), (Some("1250.00"), Some(1)));
    assert_eq!(item.invoices, ["INV-1"]);
    assert_eq!(late.totals[0].overdue, "1250.00");

    place.reminded("Granite Bay", "2026-09-01").await;
    let peace = today_on(&place, "2026-09-03").await;
    assert!(peace.items.is_empty());
    assert_eq!((peace.held[0].why, peace.held[0].until), ("written_recently", Some(day("2026-09-08"))));

    assert_eq!(kinds(&today_on(&place, "2026-09-08").await), ["late_again"]);
    place.reminded("Granite Bay", "2026-09-08").await;
    assert_eq!(kinds(&today_on(&place, "2026-10-14").await), ["late_again"], "too soon for the last letter");
    assert_eq!(kinds(&today_on(&place, "2026-10-15").await), ["demand_possible"]);
    assert_eq!(today_on(&place, "2026-10-15").await.totals[0].due_this_week, "100.00");

    let ask = DisputeAdd {
        invoice: "INV-1".into(),
        amount: None,
        note: Some("Two doors are scratched.".into()),
        as_of: Some(day("2026-10-16")),
    };
    dispute_add(&place.desk, ask).await.unwrap();
    let disputed = today_on(&place, "2026-10-16").await;
    assert_eq!(kinds(&disputed), ["dispute_open"]);
    assert_eq!(disputed.items[0].note.as_deref(), Some("Two doors are scratched."));
    assert_eq!(disputed.held[0].why, "dispute");
}

#[tokio::test]
async fn a_plan_is_followed_from_offer_to_thanks_and_can_be_taken_back_before_it_is_signed() {
    let place = Place::new().await;
    place.client("Quarry Road").await;
    place.invoice("Quarry Road", "INV-1187", "5280.00", "2026-08-14", "2026-09-13").await;
    place.invoice("Quarry Road", "INV-1203", "3390.00", "2026-09-11", "2026-10-11").await;
    place.invoice("Quarry Road", "INV-1226", "1695.00", "2026-10-30", "2026-11-29").await;

    let ask = PlanOffersAsk {
        client: "Quarry Road".into(),
        discount: Some("4".into()),
        standard: Some(6),
        gentle: Some(12),
        ..PlanOffersAsk::default()
    };
    let offers = plan_offers(&place.desk, ask).await.unwrap();
    assert_eq!(offers.debt, "8670.00", "what is late is offered; what is not due yet can be added");
    assert_eq!(offers.invoices.iter().map(|i| i.chosen).collect::<Vec<_>>(), [true, true, false]);
    let totals: Vec<&str> = offers.offers.iter().map(|offer| offer.quote.total.as_str()).collect();
    assert_eq!(totals, ["8323.20", "8670.00", "8670.00"]);
    assert_eq!(offers.offers[1].quote.instalments[1].due, day("2027-01-18"), "17 January is a Sunday");
    assert_eq!(offers.offers[1].quote.instalments[1].moved_from, Some(day("2027-01-17")));
    let gentle = &offers.offers[2].quote;
    assert_eq!(
        gentle.instalments.last().map(|last| (last.so_far.as_str(), last.left.as_str())),
        Some(("8670.00", "0.00"))
    );
    assert_eq!(gentle.half_by, gentle.instalments[5].due, "six of twelve equal ones are half");

    for offer in &offers.offers {
        let ask = || PlanCreate {
            client: "Quarry Road".into(),
            invoices: vec!["INV-1187".into(), "INV-1203".into()],
            schedule: offer.schedule.clone(),
            clauses: offer.clauses.clone(),
            settle: offer.settle.clone(),
            ..PlanCreate::default()
        };
        let preview = plan_preview(&place.desk, ask()).await.unwrap();
        assert_eq!((preview.debt.as_str(), preview.plan.as_str()), ("8670.00", "PP-2026-0001"));
        assert!(preview.pages.len() >= 2 && preview.pages.iter().all(|page| page.starts_with("<svg")));
        let discounted = preview.clauses.iter().find(|clause| clause.id == "early-discount").unwrap();
        assert_eq!(discounted.on, offer.kind == "settle_now");
    }

    let schedule = offers.offers[1].schedule.clone();
    let ask = PlanCreate {
        client: "Quarry Road".into(),
        invoices: vec!["INV-1187".into(), "INV-1203".into()],
        schedule,
        ..PlanCreate::default()
    };
    let preview = plan_preview(&place.desk, PlanCreate { invoices: ask.invoices.clone(), ..again(&ask) });
    let preview = preview.await.unwrap();
    let created = plan_create(&place.desk, again(&ask)).await.unwrap();
    assert_eq!(created.fingerprint, preview.fingerprint, "what is made is what was shown");
    assert_eq!(created.pdf, None);
    let kept = document_pages(&place.desk, DocumentAsk { document: created.document.clone() }).await.unwrap();
    assert_eq!(kept.pages, preview.pages, "the very pages that were shown");

    let out = place.out("copy.pdf");
    let save = DocumentSave { document: created.document.clone(), out: out.clone() };
    assert_eq!(document_save(&place.desk, save).await.unwrap().path, out);
    assert!(std::fs::read(&out).unwrap().starts_with(b"%PDF"));

    assert_eq!(kinds(&today_on(&place, "2026-11-17").await), ["plan_to_sign", "newly_late"]);
    let withdraw = || PlanWithdraw { plan: created.plan.clone(), ..PlanWithdraw::default() };
    let view = plan_withdraw(&place.desk, withdraw()).await.unwrap();
    assert_eq!(view.plans[0].state, "cancelled");
    assert_eq!(plan_withdraw(&place.desk, withdraw()).await.unwrap_err().code, "plan_withdrawn");
    assert_eq!(sign(&place, &created.plan, "client").await.unwrap_err().code, "plan_withdrawn");

    let second = plan_create(&place.desk, ask).await.unwrap().plan;
    sign(&place, &second, "client").await.unwrap();
    sign(&place, &second, "business").await.unwrap();
    let refused =
        plan_withdraw(&place.desk, PlanWithdraw { plan: second.clone(), ..PlanWithdraw::default() });
    assert_eq!(refused.await.unwrap_err().code, "plan_in_force");
    let kept = today_on(&place, "2026-11-18").await;
    assert!(kept.items.is_empty() && kept.held[0].why == "plan_on_track");
    assert_eq!(kinds(&today_on(&place, "2026-12-18").await)[0], "instalment_in_grace");
    assert_eq!(kinds(&today_on(&place, "2026-12-25").await)[0], "instalment_missed");

    place.paid("Quarry Road", "1445.00", "2026-12-17").await;
    let thanks = today_on(&place, "2026-12-18").await;
    let thank = thanks.items.iter().find(|item| item.group == "thanks").unwrap();
    assert_eq!((thank.kind, thank.n, thank.of), ("thank_instalment", Some(1), Some(6)));
    let shown =
        plan_show(&place.desk, PlanAsk { plan: second, as_of: Some(day("2026-12-18")) }).await.unwrap();
    assert_eq!((shown.plans[0].left.as_str(), shown.plans[0].signatures.len()), ("7225.00", 2));
    place.is_whole().await;
}

fn again(ask: &PlanCreate) -> PlanCreate {
    PlanCreate {
        client: ask.client.clone(),
        invoices: ask.invoices.clone(),
        schedule: ask.schedule.clone(),
        ..PlanCreate::default()
    }
}

async fn sign(
    place: &Place,
    plan: &str,
    party: &str,
) -> goodterms_desk::Answer<goodterms_desk::plans::PlanSigned> {
    let ask = PlanSign {
        plan: plan.into(),
        party: party.into(),
        name: "Maren Holt".into(),
        role: None,
        signing: Signing::Typed,
        as_of: Some(day("2026-11-17")),
    };
    plan_sign(&place.desk, ask).await
}

#[tokio::test]
async fn payments_are_rehearsed_listed_and_taken_back() {
    let place = Place::new().await;
    place.client("Hollis & Daughters").await;
    place.invoice("Hollis & Daughters", "INV-1", "791.00", "2026-10-01", "2026-10-31").await;
    let ask = |rehearse| PaymentAdd {
        client: Some("Hollis & Daughters".into()),
        amount: "800.00".into(),
        method: Some("e-Transfer".into()),
        rehearse: Some(rehearse),
        ..PaymentAdd::default()
    };
    let list = async || payment_list(&place.desk, PaymentListAsk::default()).await.unwrap();
    let rehearsed = payment_add(&place.desk, ask(true)).await.unwrap();
    assert_eq!((rehearsed.allocations[0].amount.as_str(), rehearsed.credit.as_str()), ("791.00", "9.00"));
    assert_eq!(list().await.total_count, 0, "nothing was written");

    let kept = payment_add(&place.desk, ask(false)).await.unwrap();
    let payments = list().await;
    assert_eq!((payments.total_count, payments.totals[0].amount.as_str()), (1, "800.00"));
    let payment = &payments.payments[0];
    assert_eq!((payment.credit.as_str(), payment.allocations[0].invoice.as_str()), ("9.00", "INV-1"));
    assert_eq!(kinds(&today_on(&place, "2026-11-18").await), ["credit_unused"]);

    let reverse = PaymentReverse { payment: kept.payment, ..PaymentReverse::default() };
    payment_reverse(&place.desk, reverse).await.unwrap();
    let payments = list().await;
    assert_eq!((payments.total_count, payments.totals[0].amount.as_str()), (2, "0.00"));
    let back = payments.payments.iter().find(|payment| payment.reverses.is_some()).unwrap();
    assert_eq!(back.amount, "-800.00");
    assert!(payments.payments.iter().any(|payment| payment.taken_back));
    let none = PaymentListAsk { search: Some("cheque".into()), ..PaymentListAsk::default() };
    assert_eq!(payment_list(&place.desk, none).await.unwrap().total_count, 0);
    place.is_whole().await;
}

#[tokio::test]
async fn a_final_demand_is_prepared_seen_and_then_waits() {
    let place = Place::new().await;
    place.client("Northgate").await;
    place.invoice("Northgate", "INV-1", "3955.00", "2026-07-01", "2026-07-31").await;
    let check = || DemandCheck { client: "Northgate".into(), currency: None, as_of: Some(day("2026-11-17")) };
    place.reminded("Northgate", "2026-08-10").await;
    let desk = demand_desk(&place.desk, check()).await.unwrap();
    assert!(!desk.gate.allowed && desk.issued.is_none());
    assert_eq!((desk.reminders.len(), desk.reminders_needed), (1, 2));
    let ask = || DemandIssue {
        client: "Northgate".into(),
        deadline: day("2026-12-01"),
        next_step: "call".into(),
        as_of: Some(day("2026-11-17")),
        ..DemandIssue::default()
    };
    let refused = demand_preview(&place.desk, ask()).await.unwrap_err();
    assert_eq!(refused.code, "too_few_reminders");

    place.reminded("Northgate", "2026-09-10").await;
    let preview = demand_preview(&place.desk, ask()).await.unwrap();
    assert_eq!((preview.total.as_str(), preview.step_due), ("3955.00", day("2026-12-02")));
    let list = async || document_list(&place.desk, DocumentListAsk::default()).await.unwrap().documents;
    assert!(list().await.is_empty(), "a preview keeps nothing");

    let issued = demand_issue(&place.desk, ask()).await.unwrap();
    let kept = document_pages(&place.desk, DocumentAsk { document: issued.document }).await.unwrap();
    assert_eq!(kept.pages, preview.pages);
    assert_eq!(list().await[0].kind, "final_demand");
    let desk = demand_desk(&place.desk, check()).await.unwrap();
    assert_eq!(desk.issued.unwrap().deadline, day("2026-12-01"));
    assert_eq!(today_on(&place, "2026-11-17").await.held[0].why, "demand_waiting");
    assert_eq!(kinds(&today_on(&place, "2026-11-29").await), ["deadline_near"]);
    assert_eq!(kinds(&today_on(&place, "2026-12-02").await), ["step_due"]);

    let ask = StatementAsk { client: "Northgate".into(), ..StatementAsk::default() };
    let statement = statement_preview(&place.desk, ask).await.unwrap();
    assert_eq!(statement.balance["CAD"], "3955.00");
    assert_eq!(list().await.len(), 1);
}

#[tokio::test]
async fn things_are_found_by_name_number_and_amount() {
    let place = Place::new().await;
    place.client("Quarry Road Brewing Co.").await;
    place.client("Café Québec").await;
    place.invoice("Quarry Road Brewing Co.", "INV-1187", "5280.00", "2026-08-14", "2026-09-13").await;
    place.invoice("Café Québec", "INV-1203", "3390.00", "2026-09-11", "2026-10-11").await;
    let found = async |text: &str| {
        let ask = FindAsk { search: text.into(), ..FindAsk::default() };
        let found = find(&place.desk, ask).await.unwrap();
        let clients: Vec<String> = found.clients.into_iter().map(|client| client.name).collect();
        let invoices: Vec<String> = found.invoices.into_iter().map(|invoice| invoice.number).collect();
        (clients, invoices)
    };
    let quarry = (vec!["Quarry Road Brewing Co.".to_owned()], vec!["INV-1187".to_owned()]);
    assert_eq!(found("quarry").await, quarry);
    assert_eq!(found("  QUARRY   road").await, quarry);
    assert_eq!(found("5280").await, (vec![], vec!["INV-1187".to_owned()]));
    assert_eq!(found("1203").await, (vec![], vec!["INV-1203".to_owned()]));
    assert_eq!(found("qué").await.0, ["Café Québec"]);
    assert_eq!(found(" ").await, (vec![], vec![]));
    assert_eq!(found("nobody").await, (vec![], vec![]));
}
