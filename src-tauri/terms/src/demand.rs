//! The gate before a final demand. It opens only when everything kinder has been tried, and what the
//! letter says is true: something is overdue, nobody disputes it, no plan or promise is being kept,
//! enough reminders were written, and the step it names is one the business has decided to take.

use crate::day::{self, Day};
use crate::money::Money;
use crate::policy::{NextStep, Policy};
use crate::refusal::{Code, Refusal};
use serde::Serialize;

/// The least time between a final demand and its deadline when no statute asks for more, in days.
pub const LEAST_DAYS_TO_ANSWER: u32 = 7;

/// What is recorded about a client in one currency on the day of the demand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// The business day the question is asked on.
    pub on: Day,
    /// What is owed less credit on account.
    pub net: Money,
    /// What is overdue.
    pub overdue: Money,
    /// The oldest day on which something now overdue was issued: reminders count from there.
    pub owed_since: Option<Day>,
    /// The next day on which something falls due, when nothing is overdue yet.
    pub next_due: Option<Day>,
    /// Invoices in open dispute, with the day each dispute began.
    pub disputes: Vec<(String, Day)>,
    /// A plan whose instalments are kept, with its next due day.
    pub plan_on_track: Option<(String, Option<Day>)>,
    /// A promise to pay that is not yet due, and its day.
    pub promised_for: Option<Day>,
    /// The days on which written reminders went to the client.
    pub reminders: Vec<Day>,
}

/// Why the gate is shut, and what opens it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Reason {
    /// Stable name.
    pub code: Code,
    /// One sentence.
    pub message: String,
    /// What to do instead.
    pub way_forward: String,
}

/// Every reason why a final demand may not go out. None means the gate is open.
pub fn reasons_against(record: &Record, policy: &Policy) -> Vec<Reason> {
    let mut reasons = Vec::new();
    let mut because = |code, message: String, way_forward: &str| {
        reasons.push(Reason { code, message, way_forward: way_forward.to_owned() });
    };
    let currency = record.net.currency();

    if !record.net.is_positive() {
        because(
            Code::NothingOwed,
            format!("Nothing is owed: the balance is {} {currency}.", record.net),
            "There is nothing to ask for. A thank-you would be in place.",
        );
    } else if !record.overdue.is_positive() {
        let when =
            record.next_due.map(|due| format!(" The next amount falls due on {due}.")).unwrap_or_default();
        because(
            Code::NothingOverdue,
            format!("Nothing is overdue.{when}"),
            "Wait until the due day has ended; a friendly reminder before it is welcome.",
        );
    } else if policy.small_balance.currency() == currency
        && record.overdue.minor() <= policy.small_balance.minor()
    {
        because(
            Code::BalanceTooSmall,
            format!("The overdue {} {currency} is within what your policy calls small.", record.overdue),
            "Write it off, or lower small_balance in the policy.",
        );
    }
    for (number, since) in &record.disputes {
        because(
            Code::OpenDispute,
            format!("{number} has been disputed since {since}."),
            "Settle the dispute first; what is agreed can then be asked for.",
        );
    }
    if let Some((plan, next_due)) = &record.plan_on_track {
        let when = next_due.map(|due| format!(" The next instalment is due on {due}.")).unwrap_or_default();
        because(
            Code::PlanOnTrack,
            format!("Payment plan {plan} is being kept.{when}"),
            "Leave the plan to do its work.",
        );
    }
    if let Some(day) = record.promised_for {
        because(
            Code::PromiseOpen,
            format!("Payment is promised for {day}."),
            "Wait until that day has passed.",
        );
    }
    let written = reminders_counted(record);
    let wanted = policy.reminders_before_demand as usize;
    // Until something is overdue there is nothing to remind of.
    if written < wanted && record.overdue.is_positive() {
        because(
            Code::TooFewReminders,
            format!("{written} of {wanted} written reminders are on record, counted by different days."),
            "Send a reminder, or record one that was sent from elsewhere.",
        );
    }
    reasons
}

/// Reminders on different days, since what is overdue was issued, up to the day of the demand.
fn reminders_counted(record: &Record) -> usize {
    let since = record.owed_since.unwrap_or(record.on);
    let mut days: Vec<Day> =
        record.reminders.iter().copied().filter(|day| (since..=record.on).contains(day)).collect();
    days.sort_unstable();
    days.dedup();
    days.len()
}

/// Refuses a next step that the business has not decided to take: saying it would be an empty threat.
///
/// # Errors
/// [`Code::NextStepNotInPolicy`] with the steps the policy has.
pub fn step_in_policy(step: NextStep, policy: &Policy) -> Result<(), Refusal> {
    if policy.next_steps.contains(&step) {
        return Ok(());
    }
    Err(Refusal::rule(
        Code::NextStepNotInPolicy,
        format!("\u{201c}{}\u{201d} is not among the next steps of your policy", step.as_str()),
    )
    .hint("Name a step you have decided to take, or add it to next_steps in the policy.")
    .field("next_step")
    .candidates(policy.next_steps.iter().map(|step| step.as_str().to_owned())))
}

/// Refuses a deadline that leaves less time than the place's minimum.
///
/// # Errors
/// [`Code::DeadlineTooSoon`] naming the earliest day.
pub fn deadline_allowed(deadline: Day, on: Day, least_days: u32) -> Result<(), Refusal> {
    let earliest = day::plus_days(on, i64::from(least_days.max(LEAST_DAYS_TO_ANSWER)));
    if deadline >= earliest {
        return Ok(());
    }
    Err(Refusal::input(
        Code::DeadlineTooSoon,
        format!("A deadline of {deadline} leaves too little time to answer a letter of {on}"),
    )
    .hint(format!("Choose {earliest} or later."))
    .field("deadline"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::Currency;

    fn day(text: &str) -> Day {
        day::parse(text).unwrap()
    }

    fn ripe() -> Record {
        let cad = Currency::from_code("CAD").unwrap();
        Record {
            on: day("2026-11-17"),
            net: Money::of(50_000, cad),
            overdue: Money::of(50_000, cad),
            owed_since: Some(day("2026-08-01")),
            next_due: None,
            disputes: vec![],
            plan_on_track: None,
            promised_for: None,
            reminders: vec![day("2026-09-15"), day("2026-10-01")],
        }
    }

    fn check(change: impl Fn(&mut Record), expected: &[Code]) {
        let mut record = ripe();
        change(&mut record);
        let policy = Policy::usual(record.net.currency());
        let reasons = reasons_against(&record, &policy);
        assert_eq!(reasons.iter().map(|reason| reason.code).collect::<Vec<_>>(), expected);
        assert!(reasons.iter().all(|reason| !reason.way_forward.is_empty()));
    }

    #[test]
    fn the_gate_opens_after_two_written_reminders_on_different_days() {
        check(|_| {}, &[]);
        check(|r| r.reminders.clear(), &[Code::TooFewReminders]);
        check(|r| r.reminders = vec![day("2026-10-01"); 5], &[Code::TooFewReminders]);
        check(|r| r.reminders = vec![day("2026-10-01"), day("2026-12-01")], &[Code::TooFewReminders]);
        check(|r| r.reminders = vec![day("2025-01-01"), day("2026-10-01")], &[Code::TooFewReminders]);
    }

    #[test]
    fn each_kinder_way_still_open_shuts_the_gate() {
        check(|r| r.net = Money::of(-1, r.net.currency()), &[Code::NothingOwed]);
        check(|r| r.overdue = Money::zero(r.net.currency()), &[Code::NothingOverdue]);
        check(|r| r.disputes.push(("INV-9".into(), day("2026-11-09"))), &[Code::OpenDispute]);
        check(|r| r.plan_on_track = Some(("PP-1".into(), None)), &[Code::PlanOnTrack]);
        check(|r| r.promised_for = Some(day("2026-11-20")), &[Code::PromiseOpen]);
    }

    #[test]
    fn only_a_decided_step_and_a_fair_deadline_may_be_named() {
        let policy = Policy::usual(Currency::from_code("CAD").unwrap());
        assert!(step_in_policy(NextStep::Call, &policy).is_ok());
        assert_eq!(step_in_policy(NextStep::Lawyer, &policy).unwrap_err().code, Code::NextStepNotInPolicy);
        let on = day("2026-11-17");
        assert!(deadline_allowed(day("2026-11-24"), on, 0).is_ok());
        assert_eq!(deadline_allowed(day("2026-11-23"), on, 0).unwrap_err().code, Code::DeadlineTooSoon);
        assert_eq!(deadline_allowed(day("2026-12-01"), on, 30).unwrap_err().code, Code::DeadlineTooSoon);
    }
}
