//! Reference rates that statutory interest is measured from, by half-year or quarter.

use super::library;
use super::source::{Confidence, Mark};
use crate::day::Day;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// A published rate and its known values.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReferenceRate {
    /// Name used by rules: `ecb_mro`.
    pub id: String,
    /// English name.
    pub name: String,
    /// How long each value holds.
    pub step: Step,
    /// The official page.
    pub where_to_check: String,
    /// What to know about the values.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Known values, oldest first. A gap is a value nobody could vouch for.
    pub periods: Vec<ReferencePeriod>,
}

/// How long a value of a reference rate holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// From 1 January and 1 July.
    HalfYear,
    /// From the first day of a quarter.
    Quarter,
}

/// One known value.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReferencePeriod {
    /// First day.
    pub from: Day,
    /// Last day.
    pub to: Day,
    /// Percent a year; can be negative.
    #[serde(with = "rust_decimal::serde::str")]
    pub percent: Decimal,
    /// Where it comes from.
    #[serde(flatten)]
    pub mark: Mark,
}

impl ReferenceRate {
    /// Finds a reference rate by the name rules use.
    pub fn find(id: &str) -> Option<&'static Self> {
        library::reference_rates().iter().find(|rate| rate.id == id)
    }

    /// Every reference rate.
    pub fn all() -> &'static [Self] {
        library::reference_rates()
    }

    /// The value on a day, if one is known.
    pub fn on(&self, day: Day) -> Option<&ReferencePeriod> {
        let known = |period: &&ReferencePeriod| period.mark.confidence != Confidence::Unknown;
        self.periods.iter().filter(known).find(|period| (period.from..=period.to).contains(&day))
    }
}
