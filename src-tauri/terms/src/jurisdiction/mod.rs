//! What the law of a place says about late invoices: interest, compensation, limitation, contact, demand
//! letters, payment plans. Facts with their source, date and confidence, never legal advice.
//!
//! One readable file per jurisdiction (`data/jurisdictions/*.json`). What a file leaves out is as in its
//! parent: Ontario's interest is Canada's.

mod conduct;
mod late_payment;
mod library;
mod reference;
mod source;

pub use conduct::{
    Allocation, Appropriation, Contact, ContactCount, Demand, DemandLetter, DueDay, DueDayShift, Extent,
    Hours, Limitation, PlanLaw, PlanTrap, Restart, Scope, Weekday,
};
pub use late_payment::{
    Cap, Compensation, Compounding, CreditCap, DayCount, Fixing, Interest, InterestRule, Starts,
};
pub use reference::{ReferencePeriod, ReferenceRate, Step};
pub use source::{Confidence, Fact, Mark, Source};

use crate::ClientKind;
use crate::agreement::Language;
use crate::day::{Day, month_end, plus_days};
use crate::money::Currency;
use crate::refusal::{Code, Refusal};
use chrono::{Datelike, Months};
use serde::{Deserialize, Serialize};

/// A country, state or province with its own law of debt, or a union that gives others a common rule.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Jurisdiction {
    /// ISO 3166 code in capitals (`CA-ON`); `EU` for the Directive on its own.
    pub code: String,
    /// English name.
    pub name: String,
    /// French name.
    pub name_fr: String,
    /// Where the law comes from that this place does not change.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
    /// Other codes with the same law (Wales has England's).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub covers: Vec<String>,
    /// Whether the law is the same in all subdivisions, so that `DE-BY` finds Germany.
    #[serde(default, skip_serializing_if = "is_false")]
    pub covers_subdivisions: bool,
    /// The usual currency.
    pub currency: Currency,
    /// Languages letters are written in, the usual first.
    pub languages: Vec<String>,
    /// Interest on late payment.
    #[serde(default)]
    pub interest: Interest,
    /// Fixed compensation for late payment between businesses, lowest tier first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub compensation: Vec<Compensation>,
    /// How long a claim can be enforced.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limitation: Option<Limitation>,
    /// When, how often and how a debtor may be contacted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<Contact>,
    /// Demand letters.
    #[serde(default, skip_serializing_if = "Demand::is_empty")]
    pub demand: Demand,
    /// What to mind with payment plans.
    #[serde(default, skip_serializing_if = "PlanLaw::is_empty")]
    pub plan: PlanLaw,
    /// What a part payment pays first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub allocation: Option<Allocation>,
    /// E-mail and text messages.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub messages: Vec<Fact>,
    /// What happens when a due day is a holiday.
    pub due_day: DueDay,
    /// What is about to change.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub watch: Vec<String>,
}

fn is_false(value: &bool) -> bool {
    !value
}

impl Jurisdiction {
    /// Its name in a language of papers.
    pub fn name_in(&self, language: Language) -> &str {
        match language {
            Language::English => &self.name,
            Language::French => &self.name_fr,
        }
    }

    /// Finds a jurisdiction by its code, in any case.
    ///
    /// # Errors
    /// [`Code::JurisdictionUnknown`], with the jurisdictions of the same country as candidates.
    pub fn find(code: &str) -> Result<&'static Self, Refusal> {
        let wanted = code.trim().to_ascii_uppercase();
        let known = library::jurisdictions();
        let country = wanted.split('-').next().unwrap_or_default();
        let found = known
            .iter()
            .find(|place| place.code == wanted || place.covers.contains(&wanted))
            .or_else(|| known.iter().find(|place| place.covers_subdivisions && place.code == country));
        if let Some(place) = found {
            return Ok(place);
        }
        let mut candidates: Vec<String> = known
            .iter()
            .filter(|place| place.code.split('-').next() == Some(country))
            .map(|place| place.code.clone())
            .collect();
        if candidates.is_empty() {
            candidates = known.iter().map(|place| place.code.clone()).collect();
        }
        Err(Refusal::input(
            Code::JurisdictionUnknown,
            format!("the law of \u{201c}{code}\u{201d} is not in our data"),
        )
        .hint("Choose a place we know, or use the rate your contract names.")
        .candidates(candidates))
    }

    /// Every jurisdiction, sorted by code, with what it takes from its parent filled in.
    pub fn all() -> &'static [Self] {
        library::jurisdictions()
    }

    /// The name in lower case that stands in answers: `ca-on`.
    pub fn id(&self) -> String {
        self.code.to_ascii_lowercase()
    }

    /// The rule of interest against that kind of debtor.
    pub fn interest_against(&self, debtor: ClientKind) -> Option<&InterestRule> {
        match debtor {
            ClientKind::Business => self.interest.business.as_ref(),
            ClientKind::Consumer => self.interest.consumer.as_ref(),
        }
    }

    /// The demand letter to that kind of debtor that asks for the most time to answer.
    pub fn demand_letter(&self, debtor: ClientKind) -> Option<&DemandLetter> {
        let fits = |letter: &&DemandLetter| letter.debtor.is_some_and(|scope| scope.includes(debtor));
        self.demand.letters.iter().filter(fits).max_by_key(|letter| letter.days_to_answer)
    }
}

impl Limitation {
    /// The last day on which a claim due on `due` can be enforced, counted anew from `restarted`, the last
    /// day on which something in [`Limitation::restarts`] happened in time.
    ///
    /// Where the period runs to the end of a year, a restart still counts from its own day (s. 212 BGB).
    pub fn ends(&self, due: Day, restarted: Option<Day>, debtor: ClientKind) -> Day {
        let years = match debtor {
            ClientKind::Consumer => self.consumer_years.unwrap_or(self.years),
            ClientKind::Business => self.years,
        };
        let from = restarted.unwrap_or(due);
        let end = from.checked_add_months(Months::new(12 * u32::from(years))).unwrap_or(Day::MAX);
        if self.end_of_year && restarted.is_none() {
            return end.with_day(1).and_then(|first| first.with_month(12)).map_or(end, month_end);
        }
        end
    }

    /// Whole days left to enforce a claim; none left gives a negative number.
    pub fn days_left(&self, due: Day, restarted: Option<Day>, debtor: ClientKind, on: Day) -> i64 {
        (self.ends(due, restarted, debtor) - on).num_days()
    }
}

impl Cap {
    /// The highest yearly rate in percent that may be agreed, if the law of the place names one.
    ///
    /// Canada spares larger business credit; `principal` is in major units of the place's currency.
    pub fn highest(
        &self,
        debtor: ClientKind,
        principal: rust_decimal::Decimal,
    ) -> Option<rust_decimal::Decimal> {
        let spared = match debtor {
            ClientKind::Business => self.business_credit.iter().find(|credit| credit.holds_for(principal)),
            ClientKind::Consumer => None,
        };
        spared.map_or(self.percent, |credit| credit.percent)
    }
}

/// The first and last day of the half-year that `day` lies in.
pub fn half_year(day: Day) -> (Day, Day) {
    span_of_months(day, 6)
}

/// The first and last day of the quarter that `day` lies in.
pub fn quarter(day: Day) -> (Day, Day) {
    span_of_months(day, 3)
}

fn span_of_months(day: Day, months: u32) -> (Day, Day) {
    let first_month = day.month0() / months * months + 1;
    let first = day.with_day(1).and_then(|d| d.with_month(first_month)).unwrap_or(day);
    (first, plus_days(first.checked_add_months(Months::new(months)).unwrap_or(Day::MAX), -1))
}

#[cfg(test)]
mod tests;
