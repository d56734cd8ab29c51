//! What the law gives for paying late: interest, its cap, compensation. Fields are named as in the data.

use super::source::{Fact, Mark};
use crate::money::Currency;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// Interest on late payment.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Interest {
    /// Against a business.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub business: Option<InterestRule>,
    /// Against a consumer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub consumer: Option<InterestRule>,
    /// The highest rate that may be agreed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cap: Option<Cap>,
    /// What else to know.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Fact>,
}

/// What the law gives without a contract: a reference rate plus a margin, a fixed rate, or nothing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct InterestRule {
    /// Whether the law gives interest at all.
    pub by_law: bool,
    /// The rule and its statute in a sentence.
    pub reason: String,
    /// The [`super::ReferenceRate`] it is measured from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
    /// Percentage points above the reference rate.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "rust_decimal::serde::str_option")]
    pub margin: Option<Decimal>,
    /// A rate that never changes, in percent a year.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "rust_decimal::serde::str_option")]
    pub fixed: Option<Decimal>,
    /// Whether the rate moves during the delay.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fixing: Option<Fixing>,
    /// Whether interest bears interest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub compounding: Option<Compounding>,
    /// From when it runs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub starts: Option<Starts>,
    /// How days become years.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day_count: Option<DayCount>,
    /// Where it comes from.
    #[serde(flatten)]
    pub mark: Mark,
}

/// Whether a statutory rate moves while the debt is late.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fixing {
    /// One rate per debt, that of the day the interest starts.
    LockedAtStart,
    /// A new rate on 1 January and 1 July.
    ByHalfYear,
    /// A new rate each quarter.
    ByQuarter,
    /// Always the same rate.
    Fixed,
}

/// Whether interest bears interest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Compounding {
    /// Never.
    Simple,
    /// After each full year of delay the year's interest joins the sum.
    Annual,
}

/// From when statutory interest runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Starts {
    /// The day after the due day.
    DayAfterDue,
    /// Default: a reminder, a calendar date that was agreed, or a period after the invoice.
    Default,
    /// A formal notice to pay.
    Notice,
    /// The 30th day after the due day.
    ThirtiethDayAfterDue,
}

/// How days become a fraction of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DayCount {
    /// Calendar days over 365, in leap years too.
    #[default]
    Act365,
    /// Calendar days over 360.
    Act360,
    /// Months of 30 days, years of 360 (30E/360).
    #[serde(rename = "30e360")]
    ThirtyE360,
}

/// The highest rate that may be agreed, and what happens above it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Cap {
    /// Percent a year, fees included where the law counts them.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "rust_decimal::serde::str_option")]
    pub percent: Option<Decimal>,
    /// A second, criminal line above it.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "rust_decimal::serde::str_option")]
    pub criminal_percent: Option<Decimal>,
    /// What may be asked for when the rate was not stated as the law wants.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "rust_decimal::serde::str_option")]
    pub fallback_percent: Option<Decimal>,
    /// Other caps for larger credit to a business.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub business_credit: Vec<CreditCap>,
    /// The rule in words.
    pub text: String,
    /// The same in French.
    pub text_fr: String,
    /// Where it comes from.
    #[serde(flatten)]
    pub mark: Mark,
}

/// A cap for business credit of some size, in major units of the place's currency.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CreditCap {
    /// For credit above this.
    #[serde(with = "rust_decimal::serde::str")]
    pub above: Decimal,
    /// And up to this.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "rust_decimal::serde::str_option")]
    pub up_to: Option<Decimal>,
    /// Percent a year; none means no cap.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "rust_decimal::serde::str_option")]
    pub percent: Option<Decimal>,
}

impl CreditCap {
    /// Whether credit of that size falls under it.
    pub fn holds_for(&self, principal: Decimal) -> bool {
        principal > self.above && self.up_to.is_none_or(|most| principal <= most)
    }
}

/// One tier of the fixed compensation a business owes a business, per debt.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Compensation {
    /// For debts of this size or more.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "rust_decimal::serde::str_option")]
    pub at_least: Option<Decimal>,
    /// For debts above this size.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "rust_decimal::serde::str_option")]
    pub above: Option<Decimal>,
    /// What is owed, in major units.
    #[serde(with = "rust_decimal::serde::str")]
    pub amount: Decimal,
    /// The compensation's currency.
    pub currency: Currency,
    /// The currency the size of the debt is measured in.
    pub threshold_currency: Currency,
    /// What else to know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Where it comes from.
    #[serde(flatten)]
    pub mark: Mark,
}

impl Compensation {
    /// Whether a debt of that size reaches this tier.
    pub fn reached_by(&self, debt: Decimal) -> bool {
        self.at_least.is_none_or(|least| debt >= least) && self.above.is_none_or(|bound| debt > bound)
    }
}
