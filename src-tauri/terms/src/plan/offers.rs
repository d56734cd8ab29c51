//! Three offers side by side: settle now, standard, gentle. The one chosen becomes the agreement.

use super::quote::Quote;
use super::request::QuoteRequest;
use super::spacing::Spacing;
use crate::day::plus_days;
use crate::money::{Money, Percent};
use crate::refusal::{Code, Refusal};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// Which of the three it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OfferKind {
    /// Everything at once, with a discount for it.
    SettleNow,
    /// A few instalments.
    Standard,
    /// More and smaller ones.
    Gentle,
}

/// How many instalments, how far apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pace {
    /// How many.
    pub count: u32,
    /// How far apart.
    pub every: Spacing,
}

/// What the business is ready to offer.
#[derive(Debug, Clone)]
pub struct OfferTerms<'a> {
    /// Amount, day, start, anchor, holidays, down payment and rate that the two plans share; number, spacing
    /// and the like are set by the paces.
    pub plan: QuoteRequest<'a>,
    /// Percent taken off when all is paid at once.
    pub discount: Percent,
    /// Days in which it must then arrive.
    pub settle_within_days: u32,
    /// The standard plan.
    pub standard: Pace,
    /// The gentle plan.
    pub gentle: Pace,
}

impl<'a> OfferTerms<'a> {
    /// The usual offer: 5 % off within seven days, or three months, or six.
    pub fn usual(plan: QuoteRequest<'a>) -> Self {
        Self {
            plan,
            discount: Percent(Decimal::from(5)),
            settle_within_days: 7,
            standard: Pace { count: 3, every: Spacing::Month },
            gentle: Pace { count: 6, every: Spacing::Month },
        }
    }
}

/// One of the three.
#[derive(Debug, Clone, PartialEq)]
pub struct Offer {
    /// Which.
    pub kind: OfferKind,
    /// Its schedule, total and last day.
    pub quote: Quote,
    /// What the client saves against the full amount.
    pub discount: Money,
}

/// Lays the three offers side by side. A discount is rounded once, halves up.
///
/// # Errors
/// [`Code::DiscountTooLarge`] when the discount is not below 100 %; else as [`QuoteRequest::quote`].
pub fn three_offers(terms: &OfferTerms<'_>) -> Result<[Offer; 3], Refusal> {
    let full = terms.plan.amount;
    let free = QuoteRequest {
        count: None,
        instalment: None,
        every: None,
        end: None,
        days: Vec::new(),
        ..terms.plan.clone()
    };
    let discount = discount(full, terms.discount)?;
    let settle = QuoteRequest {
        amount: full.minus(discount)?,
        count: Some(1),
        start: Some(plus_days(terms.plan.as_of, i64::from(terms.settle_within_days))),
        down_payment: None,
        annual_rate: None,
        ..free.clone()
    };
    let paced =
        |pace: Pace| QuoteRequest { count: Some(pace.count), every: Some(pace.every), ..free.clone() };
    let offer = |kind, quote, discount| Offer { kind, quote, discount };
    let nothing = Money::zero(full.currency());
    Ok([
        offer(OfferKind::SettleNow, settle.quote()?, discount),
        offer(OfferKind::Standard, paced(terms.standard).quote()?, nothing),
        offer(OfferKind::Gentle, paced(terms.gentle).quote()?, nothing),
    ])
}

fn discount(full: Money, percent: Percent) -> Result<Money, Refusal> {
    let hundred = Decimal::from(100);
    if percent.0 >= hundred || percent.0 < Decimal::ZERO {
        return Err(Refusal::input(
            Code::DiscountTooLarge,
            format!("a discount of {percent} % leaves nothing to pay"),
        )
        .field("discount"));
    }
    Money::round(full.major() * percent.0 / hundred, full.currency())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::Currency;

    fn terms(amount: &str) -> OfferTerms<'static> {
        let amount = Money::parse(amount, Currency::from_code("CAD").unwrap()).unwrap();
        OfferTerms::usual(QuoteRequest::of(amount, crate::day::parse("2026-11-22").unwrap()))
    }

    #[test]
    fn the_three_offers_cost_and_end_as_they_say() {
        let [settle, standard, gentle] = three_offers(&terms("1000.10")).unwrap();
        // Five percent of 1,000.10 is 50.005: halves go up.
        assert_eq!(
            (settle.discount.to_string(), settle.quote.total.to_string()),
            ("50.01".into(), "950.09".into())
        );
        assert_eq!(settle.quote.last_due.to_string(), "2026-11-29");
        assert_eq!((standard.quote.counted().len(), gentle.quote.counted().len()), (3, 6));
        assert_eq!(standard.quote.total, gentle.quote.total);
        assert!(
            settle.quote.last_due < standard.quote.last_due
                && standard.quote.last_due < gentle.quote.last_due
        );
    }

    #[test]
    fn giving_everything_away_is_refused() {
        let all = OfferTerms { discount: Percent(Decimal::from(100)), ..terms("900") };
        assert_eq!(three_offers(&all).unwrap_err().code, Code::DiscountTooLarge);
    }
}
