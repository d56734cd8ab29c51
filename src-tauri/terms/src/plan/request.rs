//! What someone asks of a plan: any two of amount per instalment, number, spacing and end.

use super::amortise::Debt;
use super::quote::{Caution, Quote};
use super::solve;
use super::spacing::{Anchor, Rhythm, Spacing, YearFraction};
use crate::calendar::{HolidayCalendar, Move};
use crate::day::{self, Day};
use crate::money::{Money, Percent};
use crate::refusal::{Code, Refusal};

/// The most instalments a plan can have, a down payment not counted.
pub const MOST_INSTALMENTS: u32 = 600;

/// Decimals a rate may have; more is a slip, and would not multiply exactly.
const RATE_DECIMALS: u32 = 12;

/// A plan asked for. What is left out follows from the rest:
///
/// - number, or spacing and end, or amount and spacing decide the number of instalments;
/// - spacing defaults to a month. With an end, and a number or an amount but no spacing, it is the one
///   with which exactly so many instalments fit until the end (a month if it does, else the widest),
///   or failing that the widest with which they fit at all; a single instalment is due on the end;
/// - the start defaults to one period after `as_of`;
/// - with an amount per instalment the last one takes the rest; without, all are equal.
///
/// Interest counts whole periods, one for each instalment, however far off the first one is: a later
/// start is time given free of interest.
#[derive(Debug, Clone)]
pub struct QuoteRequest<'a> {
    /// What is to be paid, before interest.
    pub amount: Money,
    /// The business day it is asked on; a down payment is due on it.
    pub as_of: Day,
    /// How many instalments, 1 to [`MOST_INSTALMENTS`].
    pub count: Option<u32>,
    /// What each instalment but the last comes to.
    pub instalment: Option<Money>,
    /// How far apart they lie.
    pub every: Option<Spacing>,
    /// The first instalment's day, whose day number the monthly rhythms keep.
    pub start: Option<Day>,
    /// The day by which the last instalment is due.
    pub end: Option<Day>,
    /// Days chosen one by one; then number, spacing, start and end follow from them.
    pub days: Vec<Day>,
    /// What a monthly rhythm holds on to.
    pub anchor: Anchor,
    /// Paid at once, as entry 0.
    pub down_payment: Option<Money>,
    /// Percent a year on the falling balance; nothing means no interest.
    pub annual_rate: Option<Percent>,
    /// Whose holidays count; without, only weekends.
    pub holidays: Option<&'a HolidayCalendar>,
    /// Where a day that is not a business day goes. The rhythm itself never shifts.
    pub shift: Move,
}

/// The days of a plan and how much of a year each period counts for.
pub(super) struct Timetable {
    /// Before any move.
    pub(super) days: Vec<Day>,
    pub(super) periods: Vec<YearFraction>,
    pub(super) cautions: Vec<Caution>,
}

impl QuoteRequest<'_> {
    /// Asks for a plan over `amount` and nothing else yet.
    pub fn of(amount: Money, as_of: Day) -> Self {
        Self {
            amount,
            as_of,
            count: None,
            instalment: None,
            every: None,
            start: None,
            end: None,
            days: Vec::new(),
            anchor: Anchor::default(),
            down_payment: None,
            annual_rate: None,
            holidays: None,
            shift: Move::default(),
        }
    }

    /// Works the plan out.
    ///
    /// # Errors
    /// [`Code::PlanUndetermined`] when too little is given, [`Code::PlanContradictory`] when what is given
    /// cannot all hold, [`Code::InstalmentCountOutOfRange`], [`Code::PlanEndsBeforeStart`],
    /// [`Code::PlanDaysUnordered`], [`Code::InstalmentBelowInterest`], [`Code::InstalmentsDoNotFit`],
    /// [`Code::DownPaymentTooLarge`], [`Code::AmountNotPositive`], [`Code::CurrencyMismatch`],
    /// [`Code::RateUnreadable`], [`Code::DateOutOfRange`], [`Code::AmountTooLarge`].
    pub fn quote(&self) -> Result<Quote, Refusal> {
        self.check()?;
        let financed = self.financed()?;
        let timetable =
            if self.days.is_empty() { solve::timetable(self, financed)? } else { self.own_timetable()? };
        let debt = Debt { financed, annual_rate: self.annual_rate, periods: &timetable.periods };
        let mut fixed = vec![self.instalment.map(|amount| amount.minor()); timetable.days.len()];
        if let Some(last) = fixed.last_mut() {
            *last = None;
        }
        let shares = debt.divide(&fixed)?;
        Quote::assemble(self, timetable, &shares)
    }

    /// The rhythm with that spacing, from the start asked for or the usual one.
    pub(super) fn rhythm(&self, spacing: Spacing) -> Result<Rhythm, Refusal> {
        match self.start {
            Some(start) => Rhythm::starting(spacing, self.anchor, start),
            None => Rhythm::one_period_after(spacing, self.anchor, self.as_of),
        }
    }

    /// What is left to divide after the down payment.
    fn financed(&self) -> Result<Money, Refusal> {
        let down = self.down_payment.unwrap_or(Money::zero(self.amount.currency()));
        let financed = self.amount.minus(down).map_err(|refusal| refusal.field("down_payment"))?;
        if down.minor() < 0 {
            return Err(not_positive("a down payment").field("down_payment"));
        }
        if !financed.is_positive() {
            return Err(Refusal::input(
                Code::DownPaymentTooLarge,
                format!("a down payment of {down} leaves nothing of {} for instalments", self.amount),
            )
            .field("down_payment"));
        }
        Ok(financed)
    }

    fn check(&self) -> Result<(), Refusal> {
        if !self.amount.is_positive() {
            return Err(not_positive("the amount of a plan").field("amount"));
        }
        // Money can be made without a check; what the book cannot hold is refused here.
        Money::from_wide(i128::from(self.amount.minor()), self.amount.currency())
            .map_err(|r| r.field("amount"))?;
        if let Some(instalment) = self.instalment {
            self.amount.plus(instalment).map_err(|refusal| refusal.field("instalment"))?;
            if !instalment.is_positive() {
                return Err(not_positive("an instalment").field("instalment"));
            }
        }
        let asked = self.days.iter().chain(&self.start).chain(&self.end).chain([&self.as_of]);
        asked.map(|asked| day::within_years(*asked)).collect::<Result<Vec<_>, _>>()?;
        match self.count {
            Some(count) if !(1..=MOST_INSTALMENTS).contains(&count) => return Err(count_out_of_range(count)),
            _ => {}
        }
        match self.annual_rate {
            Some(Percent(rate))
                if rate.is_sign_negative() && !rate.is_zero() || rate.normalize().scale() > RATE_DECIMALS =>
            {
                Err(Refusal::input(
                    Code::RateUnreadable,
                    format!("{rate} % a year is not a rate a plan can bear"),
                )
                .hint("Write it as 9.25, with at most twelve decimals.")
                .field("annual_rate"))
            }
            _ => Ok(()),
        }
    }

    /// Days chosen one by one. Interest counts the days between them.
    fn own_timetable(&self) -> Result<Timetable, Refusal> {
        let count = u32::try_from(self.days.len()).unwrap_or(u32::MAX);
        if count > MOST_INSTALMENTS {
            return Err(count_out_of_range(count));
        }
        if self.count.is_some_and(|asked| asked != count)
            || self.every.is_some()
            || self.start.or(self.end).is_some()
        {
            return Err(Refusal::input(
                Code::PlanContradictory,
                format!(
                    "{count} days were chosen one by one, so number, spacing, start and end follow from them"
                ),
            )
            .hint("Leave out either the chosen days or the other choices.")
            .field("days"));
        }
        if !self.days.is_sorted_by(|earlier, later| earlier < later) {
            return Err(Refusal::input(
                Code::PlanDaysUnordered,
                "the chosen days must each be later than the one before",
            )
            .field("days"));
        }
        let from = std::iter::once(&self.as_of).chain(&self.days);
        let between =
            from.zip(&self.days).map(|(from, to)| u32::try_from((*to - *from).num_days()).unwrap_or(0));
        Ok(Timetable {
            periods: between.map(YearFraction::days).collect(),
            days: self.days.clone(),
            cautions: Vec::new(),
        })
    }
}

pub(super) fn count_out_of_range(count: u32) -> Refusal {
    Refusal::input(
        Code::InstalmentCountOutOfRange,
        format!("a plan has 1 to {MOST_INSTALMENTS} instalments, not {count}"),
    )
    .field("count")
}

fn not_positive(what: &str) -> Refusal {
    Refusal::input(Code::AmountNotPositive, format!("{what} must be more than nothing"))
}
