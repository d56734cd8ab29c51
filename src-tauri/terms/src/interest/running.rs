//! The exact running total, and the rows as they are added.

use super::Row;
use super::days::days_between;
use super::rates::Rates;
use crate::day::{Day, plus_days};
use crate::jurisdiction::Confidence;
use crate::money::{Currency, Money, Percent};
use crate::refusal::{Code, Refusal};

/// Rates are held as whole parts of 10⁻¹⁰ percent, the most decimals a rate may have.
const RATE_DECIMALS: u32 = 10;

/// Adds stretches up exactly. Within 10¹⁵ minor units, 300 years and 1000 %, the numerator stays below 10³⁴.
pub(super) struct Running<'a> {
    rates: &'a Rates<'a>,
    currency: Currency,
    start: Option<Day>,
    /// Minor units times `denominator`.
    exact: i128,
    denominator: i128,
    /// Interest that has joined the sum.
    joined: i64,
    rows: Vec<Row>,
    weakest: Option<Confidence>,
}

impl<'a> Running<'a> {
    pub(super) fn new(rates: &'a Rates<'a>, currency: Currency) -> Self {
        let denominator = rates.day_count().year() * 100 * 10_i128.pow(RATE_DECIMALS);
        Self {
            rates,
            currency,
            start: None,
            exact: 0,
            denominator,
            joined: 0,
            rows: Vec::new(),
            weakest: None,
        }
    }

    /// Adds a stretch, after letting a full year's interest join the sum when one has ended.
    pub(super) fn add(
        &mut self,
        from: Day,
        to: Day,
        balance: Money,
        year_ended: bool,
    ) -> Result<(), Refusal> {
        let start = *self.start.get_or_insert(from);
        let before = self.rounded()?;
        if year_ended {
            self.joined = before.minor();
        }
        if !balance.is_positive() {
            return Ok(());
        }
        let bearing = balance.plus(Money::of(self.joined, self.currency))?;
        let rate = self.rates.on(from, start)?;
        let days = days_between(plus_days(from, -1), to, self.rates.day_count());
        let grown = parts(rate.percent)
            .and_then(|rate| rate.checked_mul(i128::from(days)))
            .and_then(|per_unit| per_unit.checked_mul(i128::from(bearing.minor())))
            .and_then(|growth| self.exact.checked_add(growth));
        self.exact = grown.ok_or_else(too_large)?;
        self.weakest = self.weakest.max(Some(rate.confidence));
        let amount = self.rounded()?.minus(before)?;
        self.rows.push(Row { from, to, days, balance: bearing, annual_rate: rate.percent, amount });
        Ok(())
    }

    /// The interest so far, halves away from zero.
    pub(super) fn rounded(&self) -> Result<Money, Refusal> {
        Money::from_wide(divided(self.exact, self.denominator), self.currency)
    }

    /// What one more day at the last rate adds.
    pub(super) fn per_day(&self, balance: Money, last: Day) -> Result<Money, Refusal> {
        let Some(row) = self.rows.last().filter(|row| row.to == last && balance.is_positive()) else {
            return Ok(Money::zero(self.currency));
        };
        let day = parts(row.annual_rate).and_then(|rate| rate.checked_mul(i128::from(row.balance.minor())));
        Money::from_wide(divided(day.ok_or_else(too_large)?, self.denominator), self.currency)
    }

    /// The weakest mark among the rates used; none when none was.
    pub(super) fn used_confidence(&self) -> Option<Confidence> {
        self.weakest
    }

    pub(super) fn has_rows(&self) -> bool {
        !self.rows.is_empty()
    }

    pub(super) fn into_rows(self) -> Vec<Row> {
        self.rows
    }
}

/// A rate in whole parts of 10⁻¹⁰ percent; none when it has more decimals or is beyond all reason.
fn parts(rate: Percent) -> Option<i128> {
    let rate = rate.0.normalize();
    let missing = RATE_DECIMALS.checked_sub(rate.scale())?;
    rate.mantissa().checked_mul(10_i128.pow(missing))
}

/// Divides what is not negative, halves upwards.
fn divided(numerator: i128, denominator: i128) -> i128 {
    let (whole, rest) = (numerator / denominator, numerator % denominator);
    whole + i128::from(rest * 2 >= denominator)
}

fn too_large() -> Refusal {
    Refusal::input(Code::AmountTooLarge, "the interest is larger than any amount the book can hold")
}
