//! Which rate holds on which day: an agreed one, a fixed one, or a reference rate plus its margin.

use super::{Basis, RuleUsed, Warning};
use crate::ClientKind;
use crate::day::{self, Day, plus_days};
use crate::jurisdiction::{
    Compounding, Confidence, DayCount, Fixing, InterestRule, Jurisdiction, ReferenceRate, Starts, Step,
    half_year, quarter,
};
use crate::money::Percent;
use crate::refusal::{Code, Refusal};
use rust_decimal::Decimal;

/// The most decimals a rate may have. It keeps every exact sum within 128 bits.
const MOST_DECIMALS: u32 = 10;

/// A reference rate the user gives, from a day on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GivenRate {
    /// The first day.
    pub from: Day,
    /// Percent a year; a reference rate can be negative.
    pub percent: Decimal,
}

impl GivenRate {
    /// Reads `2026-07-01=2.15`.
    ///
    /// # Errors
    /// [`Code::RateUnreadable`], or what [`day::parse`] refuses.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        let unreadable = || {
            Refusal::input(Code::RateUnreadable, format!("\u{201c}{text}\u{201d} is not a day and its rate"))
                .hint("Write it as 2026-07-01=2.15.")
        };
        let (from, rate) = text.split_once('=').ok_or_else(unreadable)?;
        let rate = rate.trim();
        let (negative, magnitude) = rate.strip_prefix('-').map_or((false, rate), |rest| (true, rest));
        let percent = Percent::parse(magnitude).map_err(|_| unreadable())?.0;
        Ok(Self { from: day::parse(from)?, percent: if negative { -percent } else { percent } })
    }
}

/// A rate on a day and how sure it is.
#[derive(Debug, Clone, Copy)]
pub(super) struct RateOn {
    pub(super) percent: Percent,
    pub(super) confidence: Confidence,
}

/// The rates of a basis over time.
pub(super) struct Rates<'a> {
    basis: Basis<'a>,
    rule: Option<&'a InterestRule>,
    /// Sorted by day.
    given: Vec<GivenRate>,
}

impl<'a> Rates<'a> {
    pub(super) fn of(basis: &Basis<'a>, given: &[GivenRate]) -> Self {
        let rule = match *basis {
            Basis::Annual { .. } => None,
            Basis::Statutory { jurisdiction, debtor } => jurisdiction.interest_against(debtor),
        };
        let mut given = given.to_vec();
        given.sort_by_key(|rate| rate.from);
        Self { basis: *basis, rule, given }
    }

    /// Whether there is a right to interest at all.
    pub(super) fn by_law(&self) -> bool {
        matches!(self.basis, Basis::Annual { .. }) || self.rule.is_some_and(|rule| rule.by_law)
    }

    pub(super) fn uses_reference(&self) -> bool {
        self.rule.is_some_and(|rule| rule.reference.is_some())
    }

    pub(super) fn starts(&self) -> Starts {
        self.rule.and_then(|rule| rule.starts).unwrap_or(Starts::DayAfterDue)
    }

    pub(super) fn compounding(&self) -> Compounding {
        self.rule.and_then(|rule| rule.compounding).unwrap_or(Compounding::Simple)
    }

    pub(super) fn day_count(&self) -> DayCount {
        match self.basis {
            Basis::Annual { day_count, .. } => day_count,
            Basis::Statutory { .. } => self.rule.and_then(|rule| rule.day_count).unwrap_or_default(),
        }
    }

    /// The days after `first` on which the rate may change.
    pub(super) fn changes(&self, first: Day, to: Day) -> Vec<Day> {
        let period: fn(Day) -> (Day, Day) = match self.rule.and_then(|rule| rule.fixing) {
            Some(Fixing::ByHalfYear) => half_year,
            Some(Fixing::ByQuarter) => quarter,
            Some(Fixing::LockedAtStart | Fixing::Fixed) | None => return Vec::new(),
        };
        let next = |day: &Day| Some(plus_days(period(*day).1, 1)).filter(|next| *next > *day && *next <= to);
        let periods = std::iter::successors(next(&first), next);
        periods.chain(self.given.iter().map(|rate| rate.from)).collect()
    }

    /// The rate on a day. `start` is the first day of interest, which locks some rates.
    pub(super) fn on(&self, day: Day, start: Day) -> Result<RateOn, Refusal> {
        let rate = match (&self.basis, self.rule) {
            (Basis::Annual { rate, .. }, _) => RateOn { percent: *rate, confidence: Confidence::User },
            (_, Some(rule)) => {
                let locked = rule.fixing == Some(Fixing::LockedAtStart);
                self.by_rule(rule, if locked { start } else { day })?
            }
            (_, None) => RateOn { percent: Percent(Decimal::ZERO), confidence: Confidence::Unknown },
        };
        if rate.percent.0.normalize().scale() > MOST_DECIMALS || rate.percent.0 < Decimal::ZERO {
            let message = format!(
                "{} % is no rate: it is negative or has more than {MOST_DECIMALS} decimals",
                rate.percent
            );
            return Err(Refusal::input(Code::RateUnreadable, message).hint("Round the yearly rate."));
        }
        Ok(rate)
    }

    fn by_rule(&self, rule: &InterestRule, day: Day) -> Result<RateOn, Refusal> {
        let Some(id) = &rule.reference else {
            let percent = Percent(rule.fixed.unwrap_or_default());
            return Ok(RateOn { percent, confidence: rule.mark.confidence });
        };
        let margin = rule.margin.unwrap_or_default();
        // A reference far below zero never makes the debtor a creditor.
        let with_margin = |reference: Decimal| Percent((reference + margin).max(Decimal::ZERO));
        if let Some(given) = self.given.iter().rev().find(|rate| rate.from <= day) {
            return Ok(RateOn { percent: with_margin(given.percent), confidence: Confidence::User });
        }
        let reference = ReferenceRate::find(id);
        match reference.and_then(|reference| reference.on(day)) {
            Some(known) => {
                Ok(RateOn { percent: with_margin(known.percent), confidence: known.mark.confidence })
            }
            None => Err(unknown(reference, id, day)),
        }
    }

    /// The weakest of the rule's own mark and those of the rates used.
    pub(super) fn confidence(&self, of_rates: Option<Confidence>) -> Confidence {
        let own = self.rule.map_or(Confidence::User, |rule| rule.mark.confidence);
        of_rates.map_or(own, |rates| own.max(rates))
    }

    pub(super) fn rule(&self, confidence: Confidence) -> RuleUsed {
        match (self.basis, self.rule) {
            (Basis::Annual { rate, day_count }, _) => RuleUsed {
                id: "contract".to_owned(),
                source: "your contract".to_owned(),
                as_of: None,
                confidence,
                reason: format!("{rate} % a year as agreed, days counted {}.", day_count.as_str()),
            },
            (Basis::Statutory { jurisdiction, debtor }, Some(rule)) => RuleUsed {
                id: rule_id(jurisdiction, debtor),
                source: rule.mark.in_words(),
                as_of: Some(rule.mark.as_of),
                confidence,
                reason: rule.reason.clone(),
            },
            (Basis::Statutory { jurisdiction, debtor }, None) => RuleUsed {
                id: rule_id(jurisdiction, debtor),
                source: String::new(),
                as_of: None,
                confidence: Confidence::Unknown,
                reason: format!("No rule of interest is known for {}.", jurisdiction.name),
            },
        }
    }

    pub(super) fn warnings(&self) -> Option<Warning> {
        let (code, message) = match self.starts() {
            Starts::Default => (
                "starts_with_default",
                "Interest runs from default. The table assumes that the due day was agreed as a date, or a reminder \
                 was sent by then; otherwise give the day default began.",
            ),
            Starts::Notice => (
                "starts_with_notice",
                "Interest runs only from a formal notice to pay. Give the day of the notice as the due day.",
            ),
            Starts::DayAfterDue | Starts::ThirtiethDayAfterDue => return None,
        };
        Some(Warning { code, message: message.to_owned() })
    }
}

fn rule_id(place: &Jurisdiction, debtor: ClientKind) -> String {
    format!("{}.interest.{}", place.id(), debtor.as_str())
}

/// Names the period and the page where the rate can be found.
fn unknown(reference: Option<&ReferenceRate>, id: &str, day: Day) -> Refusal {
    let (period, (from, _)) = match reference.map(|rate| rate.step) {
        Some(Step::Quarter) => ("quarter", quarter(day)),
        Some(Step::HalfYear) | None => ("half-year", half_year(day)),
    };
    let name = reference.map_or(id, |rate| rate.name.as_str());
    let page = reference.map_or("the official page", |rate| rate.where_to_check.as_str());
    Refusal::rule(
        Code::RateUnknown,
        format!("the rate \u{201c}{name}\u{201d} is not known for the {period} from {from}"),
    )
    .hint(format!("Look it up at {page} and give it as the reference rate from {from}."))
    .field("reference_rate")
}
