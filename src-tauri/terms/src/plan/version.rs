//! One agreed version of a plan: what it covers, what was promised, and what became of it.
//!
//! A version is a layer over invoices. It changes dates, never debts; nothing it holds is rewritten once
//! it is offered. What state it is in follows from its days and from what was received, as at any day.

use super::quote::Instalment;
use super::received::{Receipt, Received};
use crate::calendar::{HolidayCalendar, Move};
use crate::day::{Day, plus_days};
use crate::money::{Currency, Money};
use crate::refusal::{Code, Refusal};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// Where a version stands in its life.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PlanState {
    /// Worked out, not shown to the client.
    Draft,
    /// Shown to the client; not signed by both.
    Offered,
    /// Signed by both; its day has not come.
    Signed,
    /// In force: amounts age by instalment.
    Active,
    /// Everything was paid.
    Completed,
    /// A later version took its place.
    Superseded,
    /// Taken back; everything is due as on the invoices again.
    Cancelled,
    /// Declared in default after notice. It still says what is due when.
    Defaulted,
}

impl PlanState {
    /// The name on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Offered => "offered",
            Self::Signed => "signed",
            Self::Active => "active",
            Self::Completed => "completed",
            Self::Superseded => "superseded",
            Self::Cancelled => "cancelled",
            Self::Defaulted => "defaulted",
        }
    }
}

/// The part of an invoice that a plan covers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Covered {
    /// The book's own number of the invoice.
    pub invoice: i64,
    /// The invoice's number as printed.
    pub number: String,
    /// How much of it the plan covers.
    pub amount: Money,
}

/// What the signed version says about acceleration. Without it nothing can be accelerated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Acceleration {
    /// How many instalments must be missed before the rest can be made due.
    pub after_missed: u32,
}

impl Default for Acceleration {
    /// Two missed instalments: one can happen to anyone.
    fn default() -> Self {
        Self { after_missed: 2 }
    }
}

/// A written notice of missed instalments and the last day to make them good.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Notice {
    /// The day it was given.
    pub on: Day,
    /// The last day on which paying cures.
    pub cure_by: Day,
}

/// What happened to a version, each on its day. Nothing here is ever taken out again; a later entry counts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Life {
    /// Shown to the client.
    pub offered_on: Option<Day>,
    /// Signed for the business.
    pub business_signed_on: Option<Day>,
    /// Signed by the client.
    pub client_signed_on: Option<Day>,
    /// A day agreed for it to begin, when later than both signatures.
    pub begins_on: Option<Day>,
    /// Notices of missed instalments.
    pub notices: Vec<Notice>,
    /// Missed instalments the business let stand, by number, with the day.
    pub waived: Vec<(u32, Day)>,
    /// Declared in default.
    pub defaulted_on: Option<Day>,
    /// The rest was made due.
    pub accelerated_on: Option<Day>,
    /// Taken back.
    pub cancelled_on: Option<Day>,
    /// A later version took effect.
    pub superseded_on: Option<Day>,
}

/// One version of a plan.
#[derive(Debug, Clone, PartialEq)]
pub struct PlanVersion {
    /// 1 for the first.
    pub version: u32,
    /// The one currency of everything in it.
    pub currency: Currency,
    /// What it covers, in the order payments pay it.
    pub covered: Vec<Covered>,
    /// What was promised, in order.
    pub instalments: Vec<Instalment>,
    /// Days after the due day before an instalment counts as missed. They never change ageing.
    pub grace_days: u32,
    /// Days a notice leaves to make a missed instalment good.
    pub cure_days: u32,
    /// The acceleration clause, if the version has it.
    pub acceleration: Option<Acceleration>,
    /// A due day on which nobody works there is met on the next working day.
    pub calendar: Arc<HolidayCalendar>,
    /// What happened to it.
    pub life: Life,
}

impl PlanVersion {
    /// Checks that the instalments pay exactly what is covered, in one currency and in order.
    ///
    /// # Errors
    /// [`Code::PlanDoesNotCover`], [`Code::CurrencyMismatch`], [`Code::PlanDaysUnordered`].
    pub fn check(&self) -> Result<(), Refusal> {
        let covered = self.sum(self.covered.iter().map(|covered| covered.amount))?;
        let promised = self.sum(self.instalments.iter().map(|instalment| instalment.principal))?;
        self.sum(self.instalments.iter().map(|instalment| instalment.interest))?;
        if covered != promised || self.instalments.is_empty() {
            return Err(Refusal::input(
                Code::PlanDoesNotCover,
                format!("the instalments pay {promised} of debt, but the invoices covered come to {covered}"),
            ));
        }
        if !self.instalments.is_sorted_by_key(|instalment| instalment.due) {
            return Err(Refusal::input(
                Code::PlanDaysUnordered,
                "an instalment is due before the one ahead of it",
            ));
        }
        Ok(())
    }

    fn sum(&self, mut amounts: impl Iterator<Item = Money>) -> Result<Money, Refusal> {
        amounts.try_fold(Money::zero(self.currency), Money::plus)
    }

    /// The day from which it counts: both have signed, and its agreed beginning has come.
    pub fn effective_on(&self) -> Option<Day> {
        let signed = self.life.business_signed_on?.max(self.life.client_signed_on?);
        Some(self.life.begins_on.map_or(signed, |begins| begins.max(signed)))
    }

    /// Whether, on that day, what it covers is due by instalment rather than by invoice. A completed or
    /// defaulted version still does; a cancelled or superseded one no longer.
    pub fn governs(&self, on: Day) -> bool {
        let over = |day: Option<Day>| day.is_some_and(|day| day <= on);
        over(self.effective_on()) && !over(self.life.cancelled_on) && !over(self.life.superseded_on)
    }

    /// Where it stands on a day, given what was received on the covered invoices since it took effect.
    pub fn state(&self, received: &[Receipt], as_of: Day) -> PlanState {
        let by = |day: Option<Day>| day.is_some_and(|day| day <= as_of);
        let life = &self.life;
        match () {
            () if by(life.superseded_on) => PlanState::Superseded,
            () if by(life.cancelled_on) => PlanState::Cancelled,
            () if by(self.effective_on()) && self.is_paid(received, as_of) => PlanState::Completed,
            () if by(life.defaulted_on) => PlanState::Defaulted,
            () if by(self.effective_on()) => PlanState::Active,
            () if by(life.business_signed_on) && by(life.client_signed_on) => PlanState::Signed,
            () if by(life.offered_on) || by(life.business_signed_on) || by(life.client_signed_on) => {
                PlanState::Offered
            }
            () => PlanState::Draft,
        }
    }

    /// When an instalment was due as things stood on `as_of`: on its own day, or on the day the rest was
    /// made due if that came first.
    pub fn due_as_at(&self, instalment: &Instalment, as_of: Day) -> Day {
        let accelerated = self.life.accelerated_on.filter(|day| *day <= as_of);
        accelerated.map_or(instalment.due, |day| instalment.due.min(day))
    }

    /// The last day on which paying what is due on `due` counts as on time: the next working day, and the
    /// days of grace after it.
    pub fn last_day_on_time(&self, due: Day) -> Day {
        plus_days(self.calendar.moved(due, Move::Next), i64::from(self.grace_days))
    }

    /// Everything is paid when the debt is, together with the interest earned until that day: who pays
    /// early does not owe the interest of the time no longer used.
    pub(super) fn is_paid(&self, received: &[Receipt], as_of: Day) -> bool {
        let to_invoices =
            Received::of(received.iter().map(|receipt| (receipt.on, receipt.to_invoices)), as_of);
        let debt = self.instalments.iter().map(|i| i128::from(i.principal.minor())).sum();
        let Some(paid_on) = to_invoices.reached_on(debt) else { return false };
        let earned = self
            .instalments
            .iter()
            .filter(|i| i.due <= paid_on)
            .map(|i| i128::from(i.interest.minor()))
            .sum();
        let to_interest =
            Received::of(received.iter().map(|receipt| (receipt.on, receipt.to_interest)), as_of);
        to_interest.total() >= earned
    }
}
