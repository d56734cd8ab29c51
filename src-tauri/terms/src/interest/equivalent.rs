//! Yearly equivalents. Canada's Interest Act, s. 4, wants the yearly rate beside any other.

use crate::money::Percent;
use crate::refusal::{Code, Refusal};
use rust_decimal::{Decimal, RoundingStrategy};

/// A rate per period, said per year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct YearlyEquivalent {
    /// Without compounding: the rate times the periods, exact.
    pub nominal: Percent,
    /// When each period's interest bears interest itself, to four decimals.
    pub effective: Percent,
}

/// Says a rate per period (2 % a month: `rate` 2, `periods` 12) per year: 24 % nominal, 26.8242 % effective.
///
/// # Errors
/// [`Code::RateUnreadable`] when the yearly rate is beyond any that can be written.
pub fn yearly_equivalent(rate: Percent, periods: u32) -> Result<YearlyEquivalent, Refusal> {
    let too_high = || {
        Refusal::input(
            Code::RateUnreadable,
            format!("{rate} % for each of {periods} periods is too high to say per year"),
        )
    };
    let hundred = Decimal::ONE_HUNDRED;
    let nominal = rate.0.checked_mul(Decimal::from(periods)).ok_or_else(too_high)?;
    // 28 digits are kept at each step; what that loses lies far behind the fourth decimal.
    let growth =
        rate.0.checked_div(hundred).and_then(|part| part.checked_add(Decimal::ONE)).ok_or_else(too_high)?;
    let effective = (0..periods)
        .try_fold(Decimal::ONE, |grown, _| grown.checked_mul(growth))
        .and_then(|grown| (grown - Decimal::ONE).checked_mul(hundred))
        .ok_or_else(too_high)?
        .round_dp_with_strategy(4, RoundingStrategy::MidpointAwayFromZero);
    Ok(YearlyEquivalent { nominal: Percent(nominal.normalize()), effective: Percent(effective.normalize()) })
}
