//! A plan as a layer over invoices: what it changes, and that it neither makes nor loses money.

use super::*;
use crate::calendar::HolidayCalendar;
use crate::day::{self, Day, plus_days};
use crate::money::{Currency, Money, Percent};
use proptest::prelude::*;
use rust_decimal::Decimal;
use std::sync::Arc;

fn day(text: &str) -> Day {
    day::parse(text).unwrap()
}

fn euros(text: &str) -> Money {
    Money::parse(text, Currency::from_code("EUR").unwrap()).unwrap()
}

fn received(payments: &[(&str, &str)]) -> Vec<Receipt> {
    payments.iter().map(|(on, amount)| Receipt::of(day(on), euros(amount))).collect()
}

fn version_of(quote: &Quote, covered: &[(i64, Money)]) -> PlanVersion {
    let covered = covered.iter().map(|(invoice, amount)| Covered {
        invoice: *invoice,
        number: format!("A-{invoice}"),
        amount: *amount,
    });
    PlanVersion {
        version: 1,
        currency: quote.total.currency(),
        covered: covered.collect(),
        instalments: quote.instalments.clone(),
        grace_days: 7,
        cure_days: 14,
        acceleration: Some(Acceleration { after_missed: 2 }),
        calendar: Arc::new(HolidayCalendar::weekends_only()),
        life: Life {
            offered_on: Some(day("2026-11-22")),
            business_signed_on: Some(day("2026-11-23")),
            client_signed_on: Some(day("2026-11-25")),
            ..Life::default()
        },
    }
}

/// 900 over two invoices in three instalments: 22 December, 22 January and 22 February.
fn plan() -> PlanVersion {
    let quote =
        QuoteRequest { count: Some(3), ..QuoteRequest::of(euros("900"), day("2026-11-22")) }.quote().unwrap();
    let version = version_of(&quote, &[(1, euros("500")), (2, euros("400"))]);
    version.check().unwrap();
    version
}

fn states(version: &PlanVersion, payments: &[Receipt], on: &str) -> Vec<InstalmentState> {
    version.standing(payments, day(on)).instalments.iter().map(|instalment| instalment.state).collect()
}

fn lines(version: &PlanVersion, payments: &[Receipt], on: &str) -> Vec<(String, String)> {
    let lines = version.ageing_lines(payments, day(on));
    lines.iter().map(|line| (line.due.to_string(), line.open.to_string())).collect()
}

fn line(due: &str, open: &str) -> (String, String) {
    (due.to_owned(), open.to_owned())
}

#[test]
fn nothing_changes_until_both_have_signed() {
    let plan = plan();
    let check = |on: &str, state, governs: bool| {
        let seen =
            (plan.state(&[], day(on)), plan.governs(day(on)), plan.ageing_lines(&[], day(on)).is_empty());
        assert_eq!(seen, (state, governs, !governs), "{on}");
    };
    check("2026-11-21", PlanState::Draft, false);
    check("2026-11-22", PlanState::Offered, false);
    check("2026-11-24", PlanState::Offered, false);
    check("2026-11-25", PlanState::Active, true);
    let later =
        PlanVersion { life: Life { begins_on: Some(day("2026-12-01")), ..plan.life.clone() }, ..plan };
    assert_eq!(later.state(&[], day("2026-11-30")), PlanState::Signed);
    assert!(!later.governs(day("2026-11-30")) && later.governs(day("2026-12-01")));
}

#[test]
fn payments_fill_the_first_instalments_first_whatever_invoice_they_paid() {
    let payments = received(&[("2026-12-20", "100"), ("2027-01-02", "350")]);
    let standing = plan().standing(&payments, day("2027-01-10"));
    let paid: Vec<String> = standing.instalments.iter().map(|i| i.paid.to_string()).collect();
    assert_eq!(paid, ["300.00", "150.00", "0.00"]);
    assert_eq!(standing.instalments[0].paid_on, Some(day("2027-01-02")));
    assert_eq!((standing.paid, standing.open), (euros("450"), euros("450")));
    assert_eq!((standing.next_due, standing.on_track), (Some(day("2027-01-22")), true));
    use InstalmentState::{Kept, Part, ToCome};
    assert_eq!(states(&plan(), &payments, "2027-01-10"), [Kept, Part, ToCome]);
    // As at an earlier day, only what had arrived by then counts.
    assert_eq!(plan().standing(&payments, day("2026-12-31")).paid, euros("100"));
}

#[test]
fn due_today_is_not_late_today_and_grace_comes_before_missed() {
    use InstalmentState::{InGrace, Missed, ToCome};
    let check = |on: &str, state| assert_eq!(states(&plan(), &[], on), [state, ToCome, ToCome], "{on}");
    check("2026-12-22", ToCome);
    check("2026-12-23", InGrace);
    check("2026-12-29", InGrace);
    check("2026-12-30", Missed);
    let missed = plan().standing(&[], day("2026-12-30"));
    assert_eq!((missed.missed_since, missed.on_track), (Some(day("2026-12-22")), false));
}

/// The second instalment of a plan from 22 November is due on a Monday; move it to a Saturday and the
/// agreement lets Monday count, with no days of grace at all.
#[test]
fn a_due_day_nobody_works_on_is_met_on_the_next_working_day() {
    let mut plan = PlanVersion { grace_days: 0, ..plan() };
    plan.instalments[0].due = day("2026-12-19");
    assert_eq!(states(&plan, &[], "2026-12-21")[0], InstalmentState::InGrace);
    assert_eq!(states(&plan, &[], "2026-12-22")[0], InstalmentState::Missed);
}

#[test]
fn a_bounced_payment_counted_until_the_day_before_it_bounced() {
    let payments = received(&[("2026-12-22", "300"), ("2026-12-28", "-300"), ("2027-01-05", "300")]);
    assert_eq!(states(&plan(), &payments, "2026-12-27")[0], InstalmentState::Kept);
    assert_eq!(states(&plan(), &payments, "2026-12-28")[0], InstalmentState::InGrace);
    let after = plan().standing(&payments, day("2027-01-10")).instalments[0];
    assert_eq!((after.state, after.paid_on), (InstalmentState::Kept, Some(day("2027-01-05"))));
}

/// Plan hides lateness: a plan set the invoice's due date past its last instalment, so that ordinary
/// ageing showed it current while instalments were missed.
#[test]
fn defect_plan_hides_lateness() {
    let payments = received(&[("2026-12-22", "100")]);
    let all = [line("2026-12-22", "200.00"), line("2027-01-22", "300.00"), line("2027-02-22", "300.00")];
    assert_eq!(lines(&plan(), &payments, "2027-01-10"), all);
    // Grace changes nothing here: 23 December is one day late.
    assert_eq!(lines(&plan(), &payments, "2026-12-23")[0], all[0]);
    assert_eq!(day::days_late(day("2026-12-22"), day("2026-12-23")), 1);
}

#[test]
fn cancelling_superseding_and_accelerating_count_from_their_day() {
    let with = |life: Life| PlanVersion { life: Life { ..life }, ..plan() };
    let life = plan().life;
    let cancelled = with(Life { cancelled_on: Some(day("2027-01-05")), ..life.clone() });
    assert!(
        !lines(&cancelled, &[], "2027-01-04").is_empty() && lines(&cancelled, &[], "2027-01-05").is_empty()
    );
    assert_eq!(cancelled.state(&[], day("2027-01-05")), PlanState::Cancelled);
    let superseded = with(Life { superseded_on: Some(day("2027-01-05")), ..life.clone() });
    assert_eq!(superseded.state(&[], day("2027-01-04")), PlanState::Active);
    assert_eq!(superseded.state(&[], day("2027-01-05")), PlanState::Superseded);
    let accelerated = with(Life { accelerated_on: Some(day("2027-02-10")), ..life });
    let due = |on: &str| lines(&accelerated, &[], on).into_iter().map(|(due, _)| due).collect::<Vec<_>>();
    assert_eq!(due("2027-02-09"), ["2026-12-22", "2027-01-22", "2027-02-22"]);
    assert_eq!(due("2027-02-10"), ["2026-12-22", "2027-01-22", "2027-02-10"]);
}

#[test]
fn missed_then_notice_then_cured_or_default_then_acceleration_by_clause_only() {
    let step = |plan: &PlanVersion, payments: &[Receipt], on: &str| plan.next_step(payments, day(on));
    let mut plan = plan();
    assert_eq!(step(&plan, &[], "2026-12-22"), NextStep::OnTrack);
    assert_eq!(step(&plan, &[], "2026-12-29"), NextStep::WaitForGrace { until: day("2026-12-29") });
    assert_eq!(step(&plan, &[], "2026-12-30"), NextStep::GiveNotice { cure_by: day("2027-01-13") });
    plan.life.notices.push(Notice { on: day("2026-12-30"), cure_by: day("2027-01-13") });
    assert_eq!(step(&plan, &[], "2027-01-13"), NextStep::WaitForCure { until: day("2027-01-13") });
    assert_eq!(step(&plan, &[], "2027-01-14"), NextStep::MayDeclareDefault);
    let cured = received(&[("2027-01-12", "300")]);
    assert_eq!(step(&plan, &cured, "2027-01-14"), NextStep::OnTrack);
    // The second one missed after a cure needs a notice of its own.
    assert_eq!(step(&plan, &cured, "2027-02-01"), NextStep::GiveNotice { cure_by: day("2027-02-15") });
    plan.life.defaulted_on = Some(day("2027-01-15"));
    assert_eq!(plan.state(&[], day("2027-01-15")), PlanState::Defaulted);
    assert_eq!(
        step(&plan, &[], "2027-01-15"),
        NextStep::MayCancel,
        "one missed, and the clause asks for two"
    );
    assert_eq!(step(&plan, &[], "2027-02-01"), NextStep::MayAccelerate);
    plan.acceleration = None;
    assert_eq!(step(&plan, &[], "2027-02-01"), NextStep::MayCancel);
    let all = received(&[("2027-02-01", "900")]);
    assert_eq!(step(&plan, &all, "2027-02-01"), NextStep::Thank);
}

#[test]
fn letting_a_missed_instalment_stand_puts_the_plan_back_on_track() {
    let mut plan = plan();
    plan.life.waived.push((1, day("2027-01-02")));
    assert!(!plan.standing(&[], day("2027-01-01")).on_track);
    let standing = plan.standing(&[], day("2027-01-02"));
    assert_eq!((standing.on_track, standing.instalments[0].state), (true, InstalmentState::Waived));
    assert_eq!(standing.open, euros("900"), "it is still owed");
}

#[test]
fn interest_does_not_age_and_who_pays_early_owes_no_more_of_it() {
    let rate = Some(Percent(Decimal::from(12)));
    let request = QuoteRequest {
        count: Some(3),
        annual_rate: rate,
        ..QuoteRequest::of(euros("900"), day("2026-11-22"))
    };
    let plan = version_of(&request.quote().unwrap(), &[(1, euros("900"))]);
    let open = |payments: &[Receipt], on: &str| {
        plan.ageing_lines(payments, day(on)).iter().map(|line| line.open.minor()).sum::<i64>()
    };
    assert_eq!(open(&[], "2026-12-01"), 90_000);
    let first = plan.instalments[0];
    let paid = [Receipt { on: first.due, to_invoices: first.principal, to_interest: first.interest }];
    assert_eq!(open(&paid, "2026-12-31"), 90_000 - first.principal.minor());
    assert_eq!(states(&plan, &paid, "2026-12-31")[0], InstalmentState::Kept);
    // The rest of the debt early in January: only the first month's interest was ever earned.
    let rest = euros("900").minus(first.principal).unwrap();
    let settled = [paid[0], Receipt::of(day("2027-01-05"), rest)];
    let standing = plan.standing(&settled, day("2027-03-01"));
    assert_eq!((standing.state, standing.open), (PlanState::Completed, euros("0")));
    assert!(standing.instalments.iter().all(|i| i.state == InstalmentState::Kept));
    let unpaid_interest = [Receipt::of(first.due, first.principal), settled[1]];
    assert_eq!(plan.state(&unpaid_interest, day("2027-01-05")), PlanState::Active);
}

#[test]
fn what_does_not_pay_what_it_covers_is_refused() {
    let mut short = plan();
    short.covered.pop();
    assert_eq!(short.check().unwrap_err().code, crate::Code::PlanDoesNotCover);
    let mut backwards = plan();
    backwards.instalments.reverse();
    assert_eq!(backwards.check().unwrap_err().code, crate::Code::PlanDaysUnordered);
    let mut mixed = plan();
    mixed.covered[0].amount = Money::of(50_000, Currency::from_code("USD").unwrap());
    assert_eq!(mixed.check().unwrap_err().code, crate::Code::CurrencyMismatch);
}

#[test]
fn lines_are_shared_out_to_invoices_in_their_order() {
    let plan = plan();
    let shared =
        share_out(&plan.ageing_lines(&[], day("2026-12-01")), &[(1, euros("500")), (2, euros("400"))]);
    let seen: Vec<(i64, String, String)> = shared
        .iter()
        .map(|(invoice, line)| (*invoice, line.due.to_string(), line.open.to_string()))
        .collect();
    let part = |invoice: i64, due: &str, open: &str| (invoice, due.to_owned(), open.to_owned());
    assert_eq!(
        seen,
        [
            part(1, "2026-12-22", "300.00"),
            part(1, "2027-01-22", "200.00"),
            part(2, "2027-01-22", "100.00"),
            part(2, "2027-02-22", "300.00"),
        ]
    );
}

prop_compose! {
    fn any_plan()(
        amounts in proptest::collection::vec(1_i64..5_000_000, 1..6), count in 1_u32..60, down in 0_i64..90,
        rate in 0_i64..40, which in 0_usize..3,
    ) -> PlanVersion {
        let currency = Currency::from_code(["JPY", "EUR", "KWD"][which]).unwrap();
        let total = Money::of(amounts.iter().sum(), currency);
        let quote = QuoteRequest {
            count: Some(count),
            down_payment: Some(Money::of(total.minor() * down / 100, currency)),
            annual_rate: Some(Percent(Decimal::from(rate))),
            ..QuoteRequest::of(total, day("2026-11-22"))
        }.quote().unwrap();
        let covered: Vec<(i64, Money)> = (1..).zip(amounts.into_iter().map(|minor| Money::of(minor, currency))).collect();
        version_of(&quote, &covered)
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn paid_and_open_always_come_to_what_is_covered(
        plan in any_plan(), parts in proptest::collection::vec((0_i64..2500, 0_i64..200), 0..12), asked in 3_i64..2500,
    ) {
        plan.check().unwrap();
        let covered: i64 = plan.covered.iter().map(|covered| covered.amount.minor()).sum();
        let mut left = covered;
        let payments: Vec<Receipt> = parts.iter().map(|(offset, permille)| {
            let part = (covered * permille / 1000).min(left);
            left -= part;
            Receipt::of(plus_days(day("2026-11-25"), *offset), Money::of(part, plan.currency))
        }).collect();
        let as_of = plus_days(day("2026-11-22"), asked);
        let paid: i64 = payments.iter().filter(|receipt| receipt.on <= as_of).map(|r| r.to_invoices.minor()).sum();
        let lines = plan.ageing_lines(&payments, as_of);
        let open: i64 = lines.iter().map(|line| line.open.minor()).sum();
        prop_assert_eq!(paid + open, covered);
        prop_assert!(lines.iter().all(|line| line.open.is_positive()));

        let standing = plan.standing(&payments, as_of);
        let promised: i64 = plan.instalments.iter().map(|i| i.amount.minor()).sum();
        prop_assert_eq!(standing.paid.minor(), paid.min(promised));
        if standing.state != PlanState::Completed {
            prop_assert_eq!(standing.paid.minor() + standing.open.minor(), promised);
        }
        prop_assert!(standing.instalments.iter().all(|i| 0 <= i.paid.minor() && i.paid.minor() <= i.amount.minor()));

        let mut paid_off = paid;
        let open_of: Vec<(i64, Money)> = plan.covered.iter().map(|covered| {
            let part = paid_off.min(covered.amount.minor());
            paid_off -= part;
            (covered.invoice, Money::of(covered.amount.minor() - part, plan.currency))
        }).collect();
        let shared = share_out(&lines, &open_of);
        for (invoice, open) in &open_of {
            let of_invoice: i64 = shared.iter().filter(|(i, _)| i == invoice).map(|(_, line)| line.open.minor()).sum();
            prop_assert_eq!(of_invoice, open.minor());
        }
    }

    #[test]
    fn no_day_is_both_missed_and_on_track(plan in any_plan(), asked in 3_i64..2500) {
        let standing = plan.standing(&[], plus_days(day("2026-11-22"), asked));
        prop_assert_eq!(standing.on_track, standing.missed_since.is_none() && standing.state == PlanState::Active);
    }
}
