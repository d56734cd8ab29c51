//! The business's policy: what it has decided beforehand, so that nothing is decided in anger.

use crate::day::{self, Day};
use crate::entry::named;
use crate::money::{Currency, Money, Percent};
use crate::payment::Appropriation;
use crate::refusal::{Code, Refusal};
use serde::{Deserialize, Serialize};

named! {
    /// What the business will really do when a final demand's deadline passes.
    NextStep {
        /// Telephone once more and look for a way together.
        Call = "call",
        /// Hand the account to a collection agency.
        Agency = "agency",
        /// Hand the account to a lawyer.
        Lawyer = "lawyer",
        /// Bring a claim in the small-claims court.
        SmallClaims = "small_claims",
        /// Pause further work or deliveries.
        PauseWork = "pause_work",
    }
}

/// Everything the business decided. Amounts are in its own currency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Policy {
    /// The steps it is prepared to take; a final demand may name one of these and no other.
    pub next_steps: Vec<NextStep>,
    /// Written reminders, on different days, before a final demand.
    pub reminders_before_demand: u32,
    /// The yearly rate agreed with clients for late payment, if any.
    pub late_charge: Option<Percent>,
    /// What is too small to ask for.
    pub small_balance: Money,
    /// Entries on or before this day need an explicit reason.
    pub closing_date: Option<Day>,
    /// The order in which payments meet debts.
    pub appropriation: Appropriation,
    /// Days from issue to due when nothing else is agreed.
    pub terms_days: u32,
    /// Days of grace after an instalment before it counts as missed.
    pub grace_days: u32,
    /// Where seals are time-stamped (RFC 3161), if anywhere: the address of an authority, `http` or `https`.
    pub time_stamp_authority: Option<String>,
}

/// The names of everything in a policy, in the order it is shown.
pub const KEYS: &[&str] = &[
    "next_steps",
    "reminders_before_demand",
    "late_charge",
    "small_balance",
    "closing_date",
    "appropriation",
    "terms_days",
    "grace_days",
    "time_stamp_authority",
];

impl Policy {
    /// What a business has before it decides anything.
    pub fn usual(currency: Currency) -> Self {
        Self {
            next_steps: vec![NextStep::Call],
            reminders_before_demand: 2,
            late_charge: None,
            small_balance: Money::zero(currency),
            closing_date: None,
            appropriation: Appropriation::CostsFirst,
            terms_days: 30,
            grace_days: 7,
            time_stamp_authority: None,
        }
    }

    /// The value of one key as text; the empty text when nothing is decided.
    pub fn get(&self, key: &str) -> Option<String> {
        Some(match key {
            "next_steps" => self.next_steps.iter().map(|step| step.as_str()).collect::<Vec<_>>().join(","),
            "reminders_before_demand" => self.reminders_before_demand.to_string(),
            "late_charge" => self.late_charge.map(|rate| rate.to_string()).unwrap_or_default(),
            "small_balance" => self.small_balance.to_string(),
            "closing_date" => self.closing_date.map(|day| day.to_string()).unwrap_or_default(),
            "appropriation" => self.appropriation.as_str().to_owned(),
            "terms_days" => self.terms_days.to_string(),
            "grace_days" => self.grace_days.to_string(),
            "time_stamp_authority" => self.time_stamp_authority.clone().unwrap_or_default(),
            _ => return None,
        })
    }

    /// Decides one key. `none` or nothing at all takes back a late charge, a closing date
    /// or a time-stamping authority.
    ///
    /// # Errors
    /// [`Code::PolicyKeyUnknown`] with the keys there are; [`Code::PolicyValueRefused`] or the value's
    /// own refusal when it cannot be read.
    pub fn set(&mut self, key: &str, value: &str) -> Result<(), Refusal> {
        let value = value.trim();
        let undecided = value.is_empty() || value.eq_ignore_ascii_case("none");
        let currency = self.small_balance.currency();
        match key {
            "next_steps" => self.next_steps = next_steps(value)?,
            "reminders_before_demand" => self.reminders_before_demand = count(value, 0, 10)?,
            "late_charge" => self.late_charge = if undecided { None } else { Some(Percent::parse(value)?) },
            "small_balance" => {
                let amount = Money::parse(value, currency)?;
                if amount.minor() < 0 {
                    return Err(refused(value, "an amount of nothing or more"));
                }
                self.small_balance = amount;
            }
            "closing_date" => self.closing_date = if undecided { None } else { Some(day::parse(value)?) },
            "appropriation" => {
                self.appropriation = Appropriation::from_name(value).ok_or_else(|| {
                    refused(value, "an order of payment")
                        .candidates(Appropriation::ALL.iter().map(|order| order.as_str().to_owned()))
                })?;
            }
            "terms_days" => self.terms_days = count(value, 0, 365)?,
            "grace_days" => self.grace_days = count(value, 0, 90)?,
            "time_stamp_authority" => {
                self.time_stamp_authority = if undecided { None } else { Some(address(value)?) };
            }
            _ => {
                return Err(Refusal::input(
                    Code::PolicyKeyUnknown,
                    format!("The policy has nothing called \u{201c}{key}\u{201d}"),
                )
                .field(key)
                .candidates(KEYS.iter().map(|known| (*known).to_owned())));
            }
        }
        Ok(())
    }
}

fn next_steps(list: &str) -> Result<Vec<NextStep>, Refusal> {
    let mut steps = Vec::new();
    for name in list.split(',').map(str::trim).filter(|name| !name.is_empty()) {
        let step = NextStep::from_name(&name.to_ascii_lowercase()).ok_or_else(|| {
            refused(name, "a next step").candidates(NextStep::ALL.iter().map(|step| step.as_str().to_owned()))
        })?;
        if !steps.contains(&step) {
            steps.push(step);
        }
    }
    if steps.is_empty() {
        return Err(refused(list, "at least one next step")
            .candidates(NextStep::ALL.iter().map(|step| step.as_str().to_owned())));
    }
    Ok(steps)
}

fn count(text: &str, least: u32, most: u32) -> Result<u32, Refusal> {
    text.parse()
        .ok()
        .filter(|number| (least..=most).contains(number))
        .ok_or_else(|| refused(text, &format!("a whole number from {least} to {most}")))
}

/// An address on the web; an RFC 3161 answer is signed, so that it need not be a secure one.
fn address(text: &str) -> Result<String, Refusal> {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let host = rest.and_then(|rest| rest.split(['/', '?', '#']).next()).unwrap_or_default();
    let shaped = !host.is_empty()
        && !host.contains('@')
        && text.len() <= 500
        && text.bytes().all(|byte| byte.is_ascii_graphic());
    if shaped {
        Ok(text.to_owned())
    } else {
        Err(refused(text, "an address that begins with https:// or http://"))
    }
}

fn refused(value: &str, wanted: &str) -> Refusal {
    Refusal::input(Code::PolicyValueRefused, format!("\u{201c}{value}\u{201d} is not {wanted}"))
}

/// A policy key and its value as text, as it is shown and kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PolicyValue {
    /// One of [`KEYS`].
    pub key: String,
    /// Its value as text.
    pub value: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_can_be_read_and_set_to_what_was_read() {
        let currency = Currency::from_code("CAD").unwrap();
        let mut policy = Policy::usual(currency);
        policy.set("next_steps", "lawyer, CALL,lawyer").unwrap();
        policy.set("late_charge", "12%").unwrap();
        policy.set("closing_date", "2026-06-30").unwrap();
        policy.set("small_balance", "5").unwrap();
        assert_eq!(policy.get("next_steps").unwrap(), "lawyer,call");
        assert_eq!(policy.get("small_balance").unwrap(), "5.00");
        let mut copy = Policy::usual(currency);
        for key in KEYS {
            copy.set(key, &policy.get(key).unwrap()).unwrap();
        }
        assert_eq!(copy, policy);
        policy.set("closing_date", "none").unwrap();
        assert_eq!(policy.closing_date, None);
    }

    #[test]
    fn what_cannot_be_decided_is_refused() {
        let mut policy = Policy::usual(Currency::from_code("CAD").unwrap());
        for (key, value, code) in [
            ("next_step", "call", Code::PolicyKeyUnknown),
            ("next_steps", "prison", Code::PolicyValueRefused),
            ("next_steps", "", Code::PolicyValueRefused),
            ("reminders_before_demand", "-1", Code::PolicyValueRefused),
            ("small_balance", "-1", Code::PolicyValueRefused),
            ("small_balance", "x", Code::AmountUnreadable),
            ("late_charge", "much", Code::RateUnreadable),
            ("closing_date", "soon", Code::DateUnreadable),
            ("time_stamp_authority", "ftp://stamps.example", Code::PolicyValueRefused),
            ("time_stamp_authority", "https://me@stamps.example", Code::PolicyValueRefused),
        ] {
            assert_eq!(policy.set(key, value).unwrap_err().code, code, "{key}={value}");
        }
        assert_eq!(policy, Policy::usual(Currency::from_code("CAD").unwrap()));
    }
}
