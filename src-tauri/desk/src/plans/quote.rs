//! Quotes: how so much is paid in so many parts. No book is needed.

use crate::error::Answer;
use goodterms_terms::calendar::{HolidayCalendar, Move};
use goodterms_terms::money::Percent;
use goodterms_terms::plan::{Anchor, Quote, QuoteRequest, Spacing};
use goodterms_terms::{Code, Currency, Day, Money, Refusal};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Asks for a plan: two of amount per instalment, count, spacing and end decide the rest.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct QuoteAsk {
    /// What is to be paid.
    pub amount: String,
    /// ISO 4217.
    pub currency: String,
    /// How many instalments.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub count: Option<u32>,
    /// What each but the last comes to.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub instalment: Option<String>,
    /// `week`, `two-weeks`, `twice-a-month`, `month` or `quarter`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub every: Option<String>,
    /// The first instalment's day.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional, type = "string")]
    pub start: Option<Day>,
    /// The day by which the last is due.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional, type = "string")]
    pub end: Option<Day>,
    /// `day` or `month-end`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub anchor: Option<String>,
    /// Paid at once.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub down_payment: Option<String>,
    /// Percent a year.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub annual_rate: Option<String>,
    /// Whose holidays count, ISO 3166.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub holidays: Option<String>,
    /// `next`, `previous` or `none`.
    #[serde(rename = "move", skip_serializing_if = "Option::is_none")]
    #[ts(optional, rename = "move")]
    pub shift: Option<String>,
    /// The day it is asked on.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional, type = "string")]
    pub as_of: Option<Day>,
}

/// A plan, worked out.
#[derive(Debug, Clone, Serialize, TS)]
pub struct QuoteView {
    /// In order; a down payment has the number 0.
    pub instalments: Vec<QuoteInstalment>,
    /// All of them together.
    pub total: String,
    /// The part of it that is interest.
    pub interest: String,
    /// The last one's day.
    #[ts(type = "string")]
    pub last_due: Day,
    /// The day by which half of it will have been paid, if every day is kept.
    #[ts(type = "string")]
    pub half_by: Day,
    /// What deserves a second look.
    pub cautions: Vec<String>,
}

/// One instalment.
#[derive(Debug, Clone, Serialize, TS)]
pub struct QuoteInstalment {
    /// 0 for a down payment.
    #[ts(type = "number")]
    pub n: u32,
    /// When it is due.
    #[ts(type = "string")]
    pub due: Day,
    /// What is paid.
    pub amount: String,
    /// The part that pays the debt.
    pub principal: String,
    /// The part that is interest.
    pub interest: String,
    /// What will have been paid with it.
    pub so_far: String,
    /// What is then left to pay.
    pub left: String,
    /// The day it would be due, had it not been moved.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional, type = "string")]
    pub moved_from: Option<Day>,
    /// The holiday it was moved for; a weekend when there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub holiday: Option<String>,
}

impl QuoteView {
    /// A plan over an amount, with why each day was moved.
    pub(super) fn explained(ask: &QuoteAsk, amount: Money, on: Day) -> Answer<Self> {
        let mut view = Self::from(&quote(ask, amount, on)?);
        let unmoved = quote(&QuoteAsk { shift: Some("none".to_owned()), ..ask.clone() }, amount, on)?;
        let calendar = ask.holidays.as_deref().and_then(|code| HolidayCalendar::find(code).ok());
        for (shown, regular) in view.instalments.iter_mut().zip(&unmoved.instalments) {
            if shown.due != regular.due {
                shown.moved_from = Some(regular.due);
                shown.holiday = calendar.and_then(|c| c.is_holiday(regular.due)).map(str::to_owned);
            }
        }
        Ok(view)
    }
}

impl From<&Quote> for QuoteView {
    fn from(quote: &Quote) -> Self {
        let total = quote.total.minor();
        let shown = |minor| Money::of(minor, quote.total.currency()).to_string();
        let so_far = quote.instalments.iter().scan(0, |paid, instalment| {
            *paid += instalment.amount.minor();
            Some(*paid)
        });
        let half_by = so_far.clone().zip(&quote.instalments).find(|(paid, _)| *paid >= total - paid);
        Self {
            instalments: quote
                .instalments
                .iter()
                .zip(so_far)
                .map(|(i, so_far)| QuoteInstalment {
                    n: i.n,
                    due: i.due,
                    amount: i.amount.to_string(),
                    principal: i.principal.to_string(),
                    interest: i.interest.to_string(),
                    so_far: shown(so_far),
                    left: shown(total - so_far),
                    moved_from: None,
                    holiday: None,
                })
                .collect(),
            total: quote.total.to_string(),
            interest: quote.interest.to_string(),
            last_due: quote.last_due,
            half_by: half_by.map_or(quote.last_due, |(_, instalment)| instalment.due),
            cautions: quote.cautions.iter().map(|caution| caution.as_str().to_owned()).collect(),
        }
    }
}

/// Works a plan out.
///
/// # Errors
/// When something cannot be read, too little or too much is said, or no such plan exists.
pub fn plan_quote(ask: &QuoteAsk, today: Day) -> Answer<QuoteView> {
    let currency = Currency::from_code(&ask.currency).map_err(|refusal| refusal.field("currency"))?;
    let amount = Money::parse(&ask.amount, currency).map_err(|refusal| refusal.field("amount"))?;
    Ok(QuoteView::from(&quote(ask, amount, ask.as_of.unwrap_or(today))?))
}

/// The plan over an amount.
pub(super) fn quote(ask: &QuoteAsk, amount: Money, on: Day) -> Result<Quote, Refusal> {
    let money = |text: &Option<String>, field: &str| {
        text.as_deref()
            .map(|text| Money::parse(text, amount.currency()).map_err(|refusal| refusal.field(field)))
            .transpose()
    };
    QuoteRequest {
        count: ask.count,
        instalment: money(&ask.instalment, "instalment")?,
        every: ask
            .every
            .as_deref()
            .map(|text| text.parse::<Spacing>().map_err(|refusal| refusal.field("every")))
            .transpose()?,
        start: ask.start,
        end: ask.end,
        anchor: ask.anchor.as_deref().map_or(Ok(Anchor::default()), |text| {
            text.parse().map_err(|refusal: Refusal| refusal.field("anchor"))
        })?,
        down_payment: money(&ask.down_payment, "down_payment")?,
        annual_rate: ask
            .annual_rate
            .as_deref()
            .map(|rate| Percent::parse(rate).map_err(|refusal| refusal.field("annual_rate")))
            .transpose()?,
        holidays: ask
            .holidays
            .as_deref()
            .map(|code| HolidayCalendar::find(code).map_err(|refusal| refusal.field("holidays")))
            .transpose()?,
        shift: ask.shift.as_deref().map_or(Ok(Move::default()), shift)?,
        ..QuoteRequest::of(amount, on)
    }
    .quote()
}

fn shift(name: &str) -> Result<Move, Refusal> {
    match name.trim() {
        "next" => Ok(Move::Next),
        "previous" => Ok(Move::Previous),
        "none" => Ok(Move::None),
        other => Err(Refusal::input(
            Code::MoveUnknown,
            format!("\u{201c}{other}\u{201d} is not a way to move a day."),
        )
        .field("move")
        .candidates(["next", "previous", "none"].map(str::to_owned))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_instalment_says_what_is_left_and_nothing_is_in_the_end() {
        for (currency, amount, left) in [
            ("CAD", "1000.00", ["666.66", "333.33", "0.00"]),
            ("JPY", "1000", ["666", "333", "0"]),
            ("KWD", "1.000", ["0.666", "0.333", "0.000"]),
        ] {
            let ask = QuoteAsk {
                amount: amount.into(),
                currency: currency.into(),
                count: Some(3),
                every: Some("month".into()),
                start: "2027-01-01".parse().ok(),
                ..QuoteAsk::default()
            };
            let view = plan_quote(&ask, "2026-11-17".parse().unwrap()).unwrap();
            assert_eq!(view.instalments.iter().map(|i| i.left.as_str()).collect::<Vec<_>>(), left);
            assert_eq!(view.instalments.last().map(|i| i.so_far.as_str()), Some(view.total.as_str()));
            assert_eq!(view.half_by, view.instalments[1].due, "a third is not half, two thirds are more");
        }
    }
}
