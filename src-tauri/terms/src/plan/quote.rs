//! A plan worked out: every instalment, its day, its amount, and what is worth saying before it is offered.

use super::amortise::{Debt, Share};
use super::request::{QuoteRequest, Timetable};
use super::spacing::YearFraction;
use crate::calendar::{HolidayCalendar, Move};
use crate::day::{self, Day};
use crate::money::{Money, Percent};
use crate::refusal::{Code, Refusal};
use std::fmt;

/// One promised payment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Instalment {
    /// 1 for the first; 0 for a down payment.
    pub n: u32,
    /// The day it is due, moved off weekends and holidays if the plan does so.
    pub due: Day,
    /// What is paid: principal and interest.
    pub amount: Money,
    /// The part that pays the debt.
    pub principal: Money,
    /// The part that pays for time.
    pub interest: Money,
}

/// A plan worked out.
#[derive(Debug, Clone, PartialEq)]
pub struct Quote {
    /// In order of their numbers, a down payment first.
    pub instalments: Vec<Instalment>,
    /// All amounts together: the debt and its interest.
    pub total: Money,
    /// All interest together.
    pub interest: Money,
    /// When the last instalment is due.
    pub last_due: Day,
    /// The yearly rate it was worked out with, if any.
    pub annual_rate: Option<Percent>,
    /// What to know before offering it.
    pub cautions: Vec<Caution>,
    /// The part of a year each instalment but the down payment counts interest for.
    periods: Vec<YearFraction>,
}

/// Something allowed that deserves a second look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Caution {
    /// The first instalment is due before the day the plan is asked for.
    StartsInThePast {
        /// That instalment's day.
        due: Day,
    },
    /// The amount is so small that some instalments come to nothing.
    NothingDue {
        /// How many.
        instalments: usize,
    },
    /// The last instalment takes a rest larger than the others.
    LastIsLarger {
        /// What it comes to.
        last: Money,
    },
    /// Days stay on weekends or holidays because nothing moves them.
    NotBusinessDays {
        /// The numbers of those instalments.
        instalments: Vec<u32>,
    },
    /// A weekend or holiday moved the last instalment beyond the end asked for.
    MovedPastEnd {
        /// The day it is due now.
        due: Day,
    },
    /// The first period is longer or shorter than the others but counts the same interest.
    InterestCountsWholePeriods,
}

impl Caution {
    /// The name on the wire.
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::StartsInThePast { .. } => "starts_in_the_past",
            Self::NothingDue { .. } => "nothing_due",
            Self::LastIsLarger { .. } => "last_is_larger",
            Self::NotBusinessDays { .. } => "not_business_days",
            Self::MovedPastEnd { .. } => "moved_past_end",
            Self::InterestCountsWholePeriods => "interest_counts_whole_periods",
        }
    }
}

impl fmt::Display for Caution {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::StartsInThePast { due } => {
                write!(f, "The first instalment is due on {due}, which has passed.")
            }
            Self::NothingDue { instalments } => {
                write!(f, "The amount is too small for this many instalments: {instalments} come to nothing.")
            }
            Self::LastIsLarger { last } => {
                write!(f, "The last instalment takes the rest and comes to {last}.")
            }
            Self::NotBusinessDays { instalments } => {
                let numbers: Vec<String> = instalments.iter().map(u32::to_string).collect();
                write!(f, "These instalments fall on a weekend or holiday: {}.", numbers.join(", "))
            }
            Self::MovedPastEnd { due } => {
                write!(
                    f,
                    "The last instalment moves to {due}, after the end asked for, because of a weekend or holiday."
                )
            }
            Self::InterestCountsWholePeriods => f.write_str(
                "The first period differs in length from the others; interest counts it as one whole period.",
            ),
        }
    }
}

impl Quote {
    /// Puts days and amounts together.
    pub(super) fn assemble(
        request: &QuoteRequest<'_>,
        timetable: Timetable,
        shares: &[Share],
    ) -> Result<Self, Refusal> {
        // Asked to move days but told of no holidays: weekends only.
        let weekends = HolidayCalendar::weekends_only();
        let calendar = request.holidays.unwrap_or(&weekends);
        let currency = request.amount.currency();
        let down = request.down_payment.filter(|down| !down.is_zero()).map(|amount| Instalment {
            n: 0,
            due: request.as_of,
            amount,
            principal: amount,
            interest: Money::zero(currency),
        });
        let mut instalments: Vec<Instalment> = down.into_iter().collect();
        for (n, (share, regular)) in (1..).zip(shares.iter().zip(&timetable.days)) {
            let due = day::within_years(calendar.moved(*regular, request.shift))?;
            instalments.push(instalment(n, due, *share, request.amount)?);
        }
        let mut quote = Self {
            total: request.amount,
            interest: Money::zero(currency),
            last_due: request.as_of,
            annual_rate: request.annual_rate.filter(|rate| !rate.0.is_zero()),
            cautions: timetable.cautions,
            periods: timetable.periods,
            instalments,
        };
        quote.add_up()?;
        quote.look_twice(request, calendar);
        Ok(quote)
    }

    /// The instalments that are not the down payment.
    pub fn counted(&self) -> &[Instalment] {
        let down = usize::from(self.down_payment().is_some());
        self.instalments.get(down..).unwrap_or_default()
    }

    /// The down payment, if there is one.
    pub fn down_payment(&self) -> Option<&Instalment> {
        self.instalments.first().filter(|first| first.n == 0)
    }

    /// The same plan with some instalments set by hand. Those named in `locked`, and those edited, keep
    /// their amounts; the others become equal again, the last of them taking what is left. Days stay.
    ///
    /// # Errors
    /// [`Code::InstalmentUnknown`] for a number the plan does not have (a down payment is changed by
    /// asking anew), [`Code::InstalmentsDoNotFit`] when the fixed amounts exceed what is owed or all are
    /// fixed and do not add up, [`Code::InstalmentLocked`] when the last instalment of a plan with interest
    /// is fixed, [`Code::InstalmentBelowInterest`], [`Code::AmountNotPositive`] for a negative amount.
    pub fn rebalanced(&self, edits: &[(u32, Money)], locked: &[u32]) -> Result<Self, Refusal> {
        let counted = self.counted();
        let position = |n: u32| {
            counted.iter().position(|instalment| instalment.n == n).ok_or_else(|| {
                Refusal::input(
                    Code::InstalmentUnknown,
                    format!("the plan has no instalment {n} that can be changed"),
                )
                .candidates(counted.iter().take(20).map(|instalment| instalment.n.to_string()))
            })
        };
        let mut fixed = vec![None; counted.len()];
        let agreed = counted.iter().filter(|kept| locked.contains(&kept.n)).map(|kept| (kept.n, kept.amount));
        for n in locked {
            position(*n)?;
        }
        for (n, amount) in agreed.chain(edits.iter().copied()) {
            amount.plus(Money::zero(self.total.currency()))?;
            if amount.minor() < 0 {
                return Err(Refusal::input(
                    Code::AmountNotPositive,
                    format!("instalment {n} cannot be less than nothing"),
                ));
            }
            if let Some(slot) = fixed.get_mut(position(n)?) {
                *slot = Some(amount.minor());
            }
        }
        let financed = Money::of(counted.iter().map(|i| i.principal.minor()).sum(), self.total.currency());
        let debt = Debt { financed, annual_rate: self.annual_rate, periods: &self.periods };
        let shares = debt.divide(&fixed)?;
        let mut changed = self.clone();
        let down = usize::from(self.down_payment().is_some());
        for (instalment, share) in changed.instalments.iter_mut().skip(down).zip(&shares) {
            *instalment = self::instalment(instalment.n, instalment.due, *share, financed)?;
        }
        changed
            .cautions
            .retain(|caution| !matches!(caution, Caution::NothingDue { .. } | Caution::LastIsLarger { .. }));
        changed.add_up()?;
        changed.look_at_amounts(true);
        Ok(changed)
    }

    fn add_up(&mut self) -> Result<(), Refusal> {
        let currency = self.total.currency();
        let sum = |of: fn(&Instalment) -> Money| {
            Money::from_wide(self.instalments.iter().map(|i| i128::from(of(i).minor())).sum(), currency)
        };
        (self.interest, self.total) = (sum(|i| i.interest)?, sum(|i| i.amount)?);
        if let Some(last) = self.instalments.iter().map(|instalment| instalment.due).max() {
            self.last_due = last;
        }
        Ok(())
    }

    fn look_twice(&mut self, request: &QuoteRequest<'_>, calendar: &HolidayCalendar) {
        let first = self.counted().first().map(|first| first.due).filter(|first| *first < request.as_of);
        self.cautions.extend(first.map(|due| Caution::StartsInThePast { due }));
        let past_end = request.end.filter(|end| *end < self.last_due);
        self.cautions.extend(past_end.map(|_| Caution::MovedPastEnd { due: self.last_due }));
        if request.shift == Move::None && request.holidays.is_some() {
            let resting = self.counted().iter().filter(|i| !calendar.is_business_day(i.due));
            let instalments: Vec<u32> = resting.map(|instalment| instalment.n).collect();
            if !instalments.is_empty() {
                self.cautions.push(Caution::NotBusinessDays { instalments });
            }
        }
        self.look_at_amounts(request.instalment.is_some());
    }

    fn look_at_amounts(&mut self, set_by_hand: bool) {
        let counted = self.counted();
        let nothing = counted.iter().filter(|instalment| instalment.amount.is_zero()).count();
        let others = counted.iter().rev().skip(1).map(|instalment| instalment.amount.minor()).max();
        let last = counted
            .last()
            .map(|last| last.amount)
            .filter(|last| others.is_some_and(|most| last.minor() > most));
        if nothing > 0 {
            self.cautions.push(Caution::NothingDue { instalments: nothing });
        }
        if let Some(last) = last.filter(|_| set_by_hand) {
            self.cautions.push(Caution::LastIsLarger { last });
        }
    }
}

fn instalment(n: u32, due: Day, share: Share, like: Money) -> Result<Instalment, Refusal> {
    let currency = like.currency();
    let (principal, interest) = (Money::of(share.principal, currency), Money::of(share.interest, currency));
    Ok(Instalment { n, due, amount: principal.plus(interest)?, principal, interest })
}
