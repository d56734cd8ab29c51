//! Interest on late payment, as a dated table: balance, rate and days of each stretch.
//!
//! A debt due on D is late from D + 1, so rows run from D + 1 to the last day, both included. Sums are kept
//! exactly and rounded once, halves away from zero: a row's amount is what the rounded running total grows
//! by, so the rows always add up to the interest. Only interest that joins the sum (the Netherlands, after
//! each full year) is rounded on that day, because what is owed is whole minor units.

mod days;
mod equivalent;
mod rates;
mod running;

pub use days::days_between;
pub use equivalent::{YearlyEquivalent, yearly_equivalent};
pub use rates::GivenRate;

use crate::ClientKind;
use crate::day::{Day, plus_days, plus_months, within_years};
use crate::jurisdiction::{Compensation, Compounding, Confidence, DayCount, Jurisdiction, Starts};
use crate::money::{Money, Percent};
use crate::refusal::{Code, Refusal};
use rates::Rates;
use running::Running;
use serde::{Serialize, Serializer};
use std::fmt::Display;

/// What gives the right to interest.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Basis<'a> {
    /// A rate the parties agreed.
    Annual {
        /// Percent a year.
        rate: Percent,
        /// How days become years.
        day_count: DayCount,
    },
    /// The law of a place, against that kind of debtor.
    Statutory {
        /// The place.
        jurisdiction: &'a Jurisdiction,
        /// Who owes.
        debtor: ClientKind,
    },
}

/// What was owed on each day: an opening balance, and new balances from given days.
///
/// A balance holds from its day on, that day included. Where the day of payment still bears interest on
/// what was paid, let the lower balance begin on the day after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Balances {
    opening: Money,
    changes: Vec<(Day, Money)>,
}

impl Balances {
    /// One amount throughout.
    pub const fn of(amount: Money) -> Self {
        Self { opening: amount, changes: Vec::new() }
    }

    /// The same until the day before `day`, and `balance` from then on.
    ///
    /// # Errors
    /// [`Code::BalanceOutOfOrder`] unless each day is later than the one before;
    /// [`Code::CurrencyMismatch`] for another currency.
    pub fn then(mut self, day: Day, balance: Money) -> Result<Self, Refusal> {
        balance.plus(Money::zero(self.opening.currency()))?;
        if self.changes.last().is_some_and(|(last, _)| *last >= day) {
            let message = format!("the balance from {day} does not come after the one before it");
            return Err(
                Refusal::input(Code::BalanceOutOfOrder, message).hint("List balances by day, one a day.")
            );
        }
        self.changes.push((day, balance));
        Ok(self)
    }

    fn on(&self, day: Day) -> Money {
        self.changes.iter().rev().find(|(from, _)| *from <= day).map_or(self.opening, |(_, balance)| *balance)
    }
}

/// One stretch of days with one balance and one rate.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Row {
    /// First day.
    pub from: Day,
    /// Last day, included.
    pub to: Day,
    /// Days counted by the day count.
    pub days: i64,
    /// The balance that bears interest.
    #[serde(serialize_with = "as_text")]
    pub balance: Money,
    /// Percent a year.
    #[serde(serialize_with = "as_text")]
    pub annual_rate: Percent,
    /// What the row adds to the interest.
    #[serde(serialize_with = "as_text")]
    pub amount: Money,
}

/// The rule that was applied, and how sure it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RuleUsed {
    /// `gb-eng.interest.business`, or `contract`.
    pub id: String,
    /// Title and address of the sources.
    pub source: String,
    /// The day the law was read; none for a contract.
    pub as_of: Option<Day>,
    /// The weakest mark among the figures used.
    pub confidence: Confidence,
    /// The rule in a sentence, or why there is no right.
    pub reason: String,
}

/// Something to mind, with a stable name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Warning {
    /// Stable name in snake case.
    pub code: &'static str,
    /// One sentence.
    pub message: String,
}

/// Interest and compensation up to a day.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Accrual {
    /// The calculation table.
    pub rows: Vec<Row>,
    /// The interest, rounded once.
    #[serde(serialize_with = "as_text")]
    pub interest: Money,
    /// Fixed compensation for late payment.
    #[serde(serialize_with = "as_text")]
    pub compensation: Money,
    /// Interest and compensation together.
    #[serde(serialize_with = "as_text")]
    pub total: Money,
    /// The balance on the last day with interest and compensation.
    #[serde(serialize_with = "as_text")]
    pub owed: Money,
    /// What each further day adds, rounded: for letters, never for adding up.
    #[serde(serialize_with = "as_text")]
    pub per_day: Money,
    /// Whether a figure is known only from memory: no paper before the user confirms it.
    pub needs_confirmation: bool,
    /// The rule applied.
    pub rule: RuleUsed,
    /// What to mind.
    pub warnings: Vec<Warning>,
}

fn as_text<T: Display, S: Serializer>(value: &T, to: S) -> Result<S::Ok, S::Error> {
    to.collect_str(value)
}

/// Computes interest and compensation on what was due on `due` and is still owed up to and on `to`.
///
/// `given` are reference rates the user knows: each holds from its day until the next one given, in place
/// of our data, and counts as confirmed. Where the law gives no right, everything is zero and
/// [`RuleUsed::reason`] says why.
///
/// # Errors
/// [`Code::RateUnknown`] naming the period when a reference rate is neither known nor given;
/// [`Code::RateUnreadable`] for more than ten decimals; [`Code::AmountTooLarge`]; [`Code::DateOutOfRange`].
pub fn accrue(
    basis: &Basis<'_>,
    balances: &Balances,
    due: Day,
    to: Day,
    given: &[GivenRate],
) -> Result<Accrual, Refusal> {
    let (due, to) = (within_years(due)?, within_years(to)?);
    let rates = Rates::of(basis, given);
    let first = match rates.starts() {
        Starts::ThirtiethDayAfterDue => plus_days(due, 30),
        Starts::DayAfterDue | Starts::Default | Starts::Notice => plus_days(due, 1),
    };
    let opening = balances.on(first);
    let currency = opening.currency();
    let late = rates.by_law() && first <= to;
    let mut running = Running::new(&rates, currency);
    if late {
        for (from, last) in stretches(&rates, balances, first, to) {
            running.add(from, last, balances.on(from), is_anniversary(&rates, first, from))?;
        }
    }
    let compensation = if late { compensation(basis, opening) } else { Compensated::nothing(opening) };
    let Compensated { amount: compensation, confidence: compensation_mark, mut warnings } = compensation;
    let interest = running.rounded()?;
    let per_day = if late { running.per_day(balances.on(to), to)? } else { Money::zero(currency) };
    let confidence = rates.confidence(running.used_confidence());
    let claimed = !interest.is_zero() || running.has_rows();
    if claimed {
        warnings.extend(rates.warnings());
    }
    if !given.is_empty() && !rates.uses_reference() {
        warnings.push(Warning {
            code: "reference_rate_unused",
            message: "The rule applied has no reference rate, so the rate given was not used.".to_owned(),
        });
    }
    let total = interest.plus(compensation)?;
    let unsure = |mark: Confidence| mark.needs_confirmation();
    Ok(Accrual {
        needs_confirmation: claimed && unsure(confidence) || compensation_mark.is_some_and(unsure),
        rule: rates.rule(confidence),
        owed: balances.on(to).plus(total)?,
        rows: running.into_rows(),
        interest,
        compensation,
        total,
        per_day,
        warnings,
    })
}

/// Splits the days where the balance, the rate or the sum that bears interest changes.
fn stretches(rates: &Rates<'_>, balances: &Balances, first: Day, to: Day) -> Vec<(Day, Day)> {
    let mut starts: Vec<Day> = vec![first];
    starts.extend(balances.changes.iter().map(|(day, _)| *day));
    starts.extend(rates.changes(first, to));
    if rates.compounding() == Compounding::Annual {
        starts.extend(anniversaries(first, to));
    }
    starts.retain(|day| (first..=to).contains(day));
    starts.sort_unstable();
    starts.dedup();
    let ends = starts.iter().skip(1).map(|next| plus_days(*next, -1)).chain([to]);
    starts.iter().copied().zip(ends).collect()
}

/// The days on which another full year of delay begins.
fn anniversaries(first: Day, to: Day) -> impl Iterator<Item = Day> {
    (1_u32..).map(move |year| plus_months(first, 12 * year)).take_while(move |day| *day <= to)
}

fn is_anniversary(rates: &Rates<'_>, first: Day, day: Day) -> bool {
    rates.compounding() == Compounding::Annual && day > first && anniversaries(first, day).last() == Some(day)
}

/// Warns when a yearly rate is above what the place allows. `principal` decides about larger business credit.
pub fn above_cap(
    rate: Percent,
    principal: Money,
    place: &Jurisdiction,
    debtor: ClientKind,
) -> Option<Warning> {
    let cap = place.interest.cap.as_ref()?;
    let highest = cap.highest(debtor, principal.major())?;
    (rate.0 > highest).then(|| Warning {
        code: "rate_above_cap",
        message: format!("{rate} % a year is above {highest} % in {}: {}", place.name, cap.text),
    })
}

struct Compensated {
    amount: Money,
    confidence: Option<Confidence>,
    warnings: Vec<Warning>,
}

impl Compensated {
    fn nothing(debt: Money) -> Self {
        Self { amount: Money::zero(debt.currency()), confidence: None, warnings: Vec::new() }
    }
}

/// The fixed compensation between businesses, by the size of the debt when it fell late.
fn compensation(basis: &Basis<'_>, debt: Money) -> Compensated {
    let nothing = Compensated::nothing(debt);
    let Basis::Statutory { jurisdiction, debtor: ClientKind::Business } = basis else { return nothing };
    if !debt.is_positive() {
        return nothing;
    }
    let in_debts_currency = |tier: &&Compensation| tier.threshold_currency == debt.currency();
    let reached = |tier: &&Compensation| tier.reached_by(debt.major());
    let Some(lowest) = jurisdiction.compensation.first() else { return nothing };
    let Some(tier) = jurisdiction.compensation.iter().filter(in_debts_currency).rfind(reached) else {
        return nothing.warned(lowest);
    };
    match Money::round(tier.amount, debt.currency()) {
        Ok(amount) if tier.currency == debt.currency() => {
            Compensated { amount, confidence: Some(tier.mark.confidence), warnings: Vec::new() }
        }
        _ => nothing.warned(tier),
    }
}

impl Compensated {
    /// The compensation is owed in another currency, so it stands beside the figure.
    fn warned(mut self, tier: &Compensation) -> Self {
        let note = tier.note.as_deref().unwrap_or_default();
        let message = format!(
            "Compensation of {} {} is not included, as the debt is in another currency. {note}",
            tier.amount, tier.currency
        );
        self.warnings
            .push(Warning { code: "compensation_in_other_currency", message: message.trim_end().to_owned() });
        self
    }
}

#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;
