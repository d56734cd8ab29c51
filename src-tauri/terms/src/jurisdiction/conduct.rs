//! How a debt is chased by law: limitation, contact, letters, plans, payments. Fields are named as in the data.

use super::source::{Fact, Mark};
use crate::ClientKind;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How long a claim can be enforced.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Limitation {
    /// Years for an ordinary trade debt.
    pub years: u8,
    /// Years for a debt a consumer owes, where they differ.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub consumer_years: Option<u8>,
    /// Years for a deed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deed_years: Option<u8>,
    /// Years for an oral contract.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub oral_years: Option<u8>,
    /// Years after which nothing helps.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub long_stop_years: Option<u8>,
    /// Years in subdivisions that differ.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub by_subdivision: BTreeMap<String, u8>,
    /// Whether the period runs on to the end of its last calendar year.
    #[serde(default, skip_serializing_if = "super::is_false")]
    pub end_of_year: bool,
    /// The statute.
    pub basis: String,
    /// From when it runs, in words.
    pub starts: String,
    /// Whether an act after expiry revives the claim, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revives_after_expiry: Option<bool>,
    /// What makes the period start anew.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub restarts: Vec<Restart>,
    /// What else to know.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Fact>,
    /// Where it comes from.
    #[serde(flatten)]
    pub mark: Mark,
}

/// Something that makes a limitation period start anew.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Restart {
    /// Stable name: `written_acknowledgment`, `part_payment`, `court_claim`, …
    pub event: String,
    /// The rule.
    pub text: String,
    /// Whether it must be signed.
    #[serde(default, skip_serializing_if = "super::is_false")]
    pub signature: bool,
    /// Where it comes from.
    #[serde(flatten)]
    pub mark: Mark,
}

/// When, how often and how a debtor may be contacted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Contact {
    /// Whether the rules bind a business that collects its own invoices, not only agencies.
    pub binds_creditor: bool,
    /// Whether they protect consumers.
    pub consumer_debtors: Extent,
    /// Whether they protect businesses.
    pub business_debtors: Extent,
    /// Hours allowed, in the debtor's own time. Empty when the law names none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hours: Vec<Hours>,
    /// Days on which nobody is contacted: a weekday, `public_holiday` or `national_public_holiday`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub never: Vec<String>,
    /// Days to wait after the first letter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wait_days_after_first_letter: Option<u16>,
    /// How often.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub counts: Vec<ContactCount>,
    /// The rules in words.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Fact>,
    /// Where the hours and days come from.
    #[serde(flatten)]
    pub mark: Mark,
}

/// How far a rule reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Extent {
    /// It applies.
    Yes,
    /// In part, or it has to be checked.
    Partly,
    /// It does not.
    No,
}

/// Hours in which contact is allowed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hours {
    /// `mon` to `sun`.
    pub days: Vec<Weekday>,
    /// `08:00`
    pub from: String,
    /// `20:00`
    pub to: String,
}

/// A day of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names of the days say it")]
pub enum Weekday {
    Mon,
    Tue,
    Wed,
    Thu,
    Fri,
    Sat,
    Sun,
}

/// A limit on how often a debtor is contacted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ContactCount {
    /// At most so many.
    pub most: u16,
    /// In so many days.
    pub in_days: u16,
    /// What counts.
    pub what: String,
    /// Where it comes from.
    #[serde(flatten)]
    pub mark: Mark,
}

/// Demand letters.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Demand {
    /// The letters known here.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub letters: Vec<DemandLetter>,
    /// What a letter never does.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub never: Vec<Fact>,
    /// What else to know.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Fact>,
}

impl Demand {
    pub(super) fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// One kind of demand letter.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DemandLetter {
    /// When it is the right one, in words.
    pub when: String,
    /// The debtors it is meant for; none for special procedures that the product does not write.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub debtor: Option<Scope>,
    /// What it is called there.
    pub name: String,
    /// Days the debtor has to answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days_to_answer: Option<u16>,
    /// Further notice in days before a court is asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub extra_notice_days: Option<u16>,
    /// What it says.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub contains: Vec<String>,
    /// What goes with it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub encloses: Vec<String>,
    /// The time it gives, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub timing: Option<String>,
    /// Where it comes from.
    #[serde(flatten)]
    pub mark: Mark,
}

/// The debtors something is meant for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// Everybody.
    Any,
    /// Businesses.
    Business,
    /// Consumers, and where the letter's `when` says so sole traders.
    Consumer,
}

impl Scope {
    /// Whether that kind of debtor is meant.
    pub const fn includes(self, debtor: ClientKind) -> bool {
        matches!(
            (self, debtor),
            (Self::Any, _) | (Self::Business, ClientKind::Business) | (Self::Consumer, ClientKind::Consumer)
        )
    }
}

/// What to mind with payment plans.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct PlanLaw {
    /// Where a plan becomes credit that the law regulates.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub traps: Vec<PlanTrap>,
    /// Form.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub formalities: Vec<Fact>,
    /// Electronic signatures.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub signing: Vec<Fact>,
}

impl PlanLaw {
    pub(super) fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// A line a plan should not cross unknowingly.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PlanTrap {
    /// The rule.
    pub text: String,
    /// The same in French.
    pub text_fr: String,
    /// Safe up to so many instalments.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub most_instalments: Option<u16>,
    /// Safe up to so many months.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub most_months: Option<u16>,
    /// Safe up to so many days.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub most_days: Option<u16>,
    /// Whether interest or a fee keeps it safe; unknown when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub charge_allowed: Option<bool>,
    /// Where it comes from.
    #[serde(flatten)]
    pub mark: Mark,
}

/// What a part payment pays first when nobody says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Allocation {
    /// The order by law; empty when the law leaves it open.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub order: Vec<Appropriation>,
    /// The rule.
    pub text: String,
    /// Where it comes from.
    #[serde(flatten)]
    pub mark: Mark,
}

/// A part of a debt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Appropriation {
    /// Costs of recovery.
    Costs,
    /// Interest.
    Interest,
    /// What was invoiced.
    Principal,
}

/// What happens when a due day is a holiday.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DueDay {
    /// The rule as data.
    pub shift: DueDayShift,
    /// The rule in words.
    pub text: String,
    /// Where it comes from.
    #[serde(flatten)]
    pub mark: Mark,
}

/// How the law moves a due day. The product shows it and never moves an agreed day silently.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DueDayShift {
    /// Not at all: the contract decides.
    Contract,
    /// Off public holidays only, not off weekends.
    NextDayIfHoliday,
    /// To the next working day.
    NextWorkingDay,
}
