//! Interest on late payment, worked out without a book.

use crate::error::Answer;
use goodterms_terms::interest::{Accrual, Balances, Basis, GivenRate, accrue};
use goodterms_terms::jurisdiction::{DayCount, Jurisdiction};
use goodterms_terms::money::Percent;
use goodterms_terms::{ClientKind, Code, Currency, Day, Money, Refusal};
use serde::Deserialize;

/// Asks for interest: by the law of a place, or at an agreed yearly rate.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct InterestAsk {
    /// What is owed.
    pub amount: String,
    /// ISO 4217.
    pub currency: String,
    /// The day it fell due.
    pub due: Day,
    /// The last day that counts.
    pub to: Day,
    /// The place whose law applies.
    pub jurisdiction: Option<String>,
    /// `business` or `consumer`.
    pub debtor: Option<String>,
    /// Percent a year, agreed.
    pub annual_rate: Option<String>,
    /// `act365`, `act360` or `30e360`, for an agreed rate.
    pub day_count: Option<String>,
    /// Reference rates known to the user, as `2026-07-01=2.15`.
    pub reference_rates: Vec<String>,
}

/// Works interest out.
///
/// # Errors
/// When something cannot be read, neither or both of place and rate are given, or a reference rate is not
/// known at all.
pub fn interest(ask: &InterestAsk) -> Answer<Accrual> {
    let currency = Currency::from_code(&ask.currency).map_err(|refusal| refusal.field("currency"))?;
    let amount = Money::parse(&ask.amount, currency).map_err(|refusal| refusal.field("amount"))?;
    if amount.minor() < 0 {
        return Err(Refusal::input(Code::AmountNotPositive, "Interest runs on an amount that is owed.")
            .field("amount")
            .into());
    }
    let given = ask
        .reference_rates
        .iter()
        .map(|rate| GivenRate::parse(rate).map_err(|refusal| refusal.field("reference_rate")))
        .collect::<Result<Vec<_>, _>>()?;
    let basis = match (&ask.jurisdiction, &ask.annual_rate) {
        (Some(place), None) => Basis::Statutory {
            jurisdiction: Jurisdiction::find(place).map_err(|refusal| refusal.field("jurisdiction"))?,
            debtor: debtor(ask.debtor.as_deref())?,
        },
        (None, Some(rate)) => Basis::Annual {
            rate: Percent::parse(rate).map_err(|refusal| refusal.field("annual_rate"))?,
            day_count: day_count(ask.day_count.as_deref())?,
        },
        _ => {
            return Err(Refusal::input(
                Code::InterestBasisMissing,
                "Give either a jurisdiction and the kind of debtor, or an agreed annual rate.",
            )
            .field("jurisdiction")
            .into());
        }
    };
    Ok(accrue(&basis, &Balances::of(amount), ask.due, ask.to, &given)?)
}

fn debtor(kind: Option<&str>) -> Result<ClientKind, Refusal> {
    match kind {
        Some("business") => Ok(ClientKind::Business),
        Some("consumer") => Ok(ClientKind::Consumer),
        _ => Err(Refusal::input(
            Code::InterestBasisMissing,
            "Say whether the debtor is a business or a consumer.",
        )
        .field("debtor")
        .candidates(["business".to_owned(), "consumer".to_owned()])),
    }
}

fn day_count(name: Option<&str>) -> Result<DayCount, Refusal> {
    Ok(match name {
        None | Some("act365") => DayCount::Act365,
        Some("act360") => DayCount::Act360,
        Some("30e360") => DayCount::ThirtyE360,
        Some(other) => {
            return Err(Refusal::input(
                Code::DayCountUnknown,
                format!("\u{201c}{other}\u{201d} is not a day count."),
            )
            .field("day_count")
            .candidates(["act365", "act360", "30e360"].map(str::to_owned)));
        }
    })
}
