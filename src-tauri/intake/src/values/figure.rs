//! Exact decimals, and how they become money.

use goodterms_terms::{Code, Currency, Money};

/// Digits and where the point is: `digits` / 10^`places`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Figure {
    digits: i128,
    places: u32,
}

/// More digits than any amount has; keeps every product below within an `i128`.
pub(crate) const MOST_DIGITS: usize = 27;

/// The trace a float leaves in an export is smaller than this part of a unit: 10⁻⁶.
const NOISE: i128 = 1_000_000;

impl Figure {
    /// `digits` / 10^`places`; no more than [`MOST_DIGITS`] digits.
    pub(crate) const fn of(digits: i128, places: u32) -> Self {
        Self { digits, places }
    }

    /// As money of that currency. Decimals beyond the currency's own are dropped only when they are a
    /// float's noise, as in `299.99999999921`.
    ///
    /// # Errors
    /// [`Code::AmountTooPrecise`], [`Code::AmountTooLarge`].
    pub(crate) fn money(self, currency: Currency) -> Result<Money, Code> {
        let exponent = currency.exponent();
        let minor = if self.places <= exponent {
            10_i128.checked_pow(exponent - self.places).and_then(|up| self.digits.checked_mul(up))
        } else {
            // Hundreds of leading zeros after the point leave nothing but zero.
            let beyond = self.places - exponent;
            let down = if beyond <= 30 { 10_i128.pow(beyond) } else { i128::MAX };
            let rest = self.digits.rem_euclid(down);
            let up = rest > down / 2;
            let noise = if up { down - rest } else { rest };
            // The noise counts in whole units, so the currency's own decimals are in the measure too.
            let limit = down.saturating_mul(10_i128.pow(exponent)) / NOISE;
            if noise != 0 && noise >= limit {
                return Err(Code::AmountTooPrecise);
            }
            Some(self.digits.div_euclid(down) + i128::from(up))
        };
        minor
            .ok_or(Code::AmountTooLarge)
            .and_then(|minor| Money::from_wide(minor, currency).map_err(|refusal| refusal.code))
    }

    /// Rounded to the decimals of a currency, half away from zero.
    pub(crate) fn rounded(self, currency: Currency) -> Self {
        let exponent = currency.exponent();
        match self.places.checked_sub(exponent) {
            None | Some(0) => self,
            Some(beyond) if beyond <= 30 => {
                let down = 10_i128.pow(beyond);
                let half = if self.digits < 0 { -(down / 2) } else { down / 2 };
                Self { digits: (self.digits + half) / down, places: exponent }
            }
            Some(_) => Self { digits: 0, places: 0 },
        }
    }

    /// In millionths, for sums; a float's noise beyond them is dropped. `None` when it is too large.
    pub(crate) fn millionths(self) -> Option<i128> {
        match self.places.checked_sub(6) {
            None => self.digits.checked_mul(10_i128.pow(6 - self.places)),
            Some(beyond) if beyond <= 30 => {
                let down = 10_i128.pow(beyond);
                Some((self.digits + down / 2).div_euclid(down))
            }
            Some(_) => Some(0),
        }
    }

    /// As a plain decimal, for showing how a cell was read.
    pub(crate) fn plain(self) -> String {
        let sign = if self.digits < 0 { "-" } else { "" };
        let places = self.places.min(40) as usize;
        let all = format!("{:0>width$}", self.digits.unsigned_abs(), width = places + 1);
        let (whole, fraction) = all.split_at(all.len() - places);
        if fraction.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{fraction}") }
    }
}
