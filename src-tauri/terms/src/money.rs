//! Money: whole minor units of a currency that knows its own exponent.
//!
//! Currencies and exponents follow ISO 4217 (JPY 0, EUR 2, KWD 3). Two currencies never add up.
//!
//! ```
//! use goodterms_terms::{Currency, Money};
//!
//! let cad = Currency::from_code("CAD")?;
//! let third: Vec<String> = Money::parse("100", cad)?.split(3).iter().map(ToString::to_string).collect();
//! assert_eq!(third, ["33.34", "33.33", "33.33"]);
//! assert!(Money::parse("1", cad)?.plus(Money::parse("1", Currency::from_code("JPY")?)?).is_err());
//! # Ok::<(), goodterms_terms::Refusal>(())
//! ```

mod withdrawn;

use crate::refusal::{Code, Refusal};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// The largest amount a single entry may have, in minor units: 10¹⁵.
///
/// A million such amounts still add up within an `i64`, and JavaScript shows it exactly.
pub const LARGEST_MINOR: i64 = 1_000_000_000_000_000;

/// An ISO 4217 currency.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Currency {
    code: [u8; 3],
    exponent: u8,
}

impl Currency {
    /// Finds a currency by its three-letter code, in any case. Those the euro replaced are known too.
    ///
    /// # Errors
    /// [`Code::CurrencyUnknown`] when ISO 4217 has no such currency or it has no minor unit (gold, test codes).
    pub fn from_code(code: &str) -> Result<Self, Refusal> {
        let upper = code.trim().to_ascii_uppercase();
        let unknown = || {
            Refusal::input(
                Code::CurrencyUnknown,
                format!("\u{201c}{code}\u{201d} is not a currency code we know"),
            )
            .hint("Use an ISO 4217 code such as CAD, EUR, GBP, JPY or KWD.")
        };
        let exponent = match iso_currency::Currency::from_code(&upper) {
            Some(known) => known.exponent().and_then(|e| u8::try_from(e).ok()),
            None => withdrawn::exponent(&upper),
        }
        .ok_or_else(unknown)?;
        let code: [u8; 3] = upper.as_bytes().try_into().map_err(|_| unknown())?;
        Ok(Self { code, exponent })
    }

    /// The three-letter code, in capitals.
    pub fn code(&self) -> &str {
        // The bytes came from an ISO 4217 code, which is ASCII.
        std::str::from_utf8(&self.code).unwrap_or("XXX")
    }

    /// Decimal places of the minor unit: 0 for JPY, 2 for EUR, 3 for KWD.
    pub fn exponent(&self) -> u32 {
        u32::from(self.exponent)
    }

    /// Minor units in one major unit: 1, 100 or 1000.
    pub fn scale(&self) -> i64 {
        10_i64.pow(self.exponent())
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl FromStr for Currency {
    type Err = Refusal;

    fn from_str(text: &str) -> Result<Self, Refusal> {
        Self::from_code(text)
    }
}

impl Serialize for Currency {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.code())
    }
}

impl<'de> Deserialize<'de> for Currency {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Self::from_code(&String::deserialize(from)?).map_err(serde::de::Error::custom)
    }
}

/// An amount of one currency in whole minor units. Negative when money goes the other way.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Money {
    minor: i64,
    currency: Currency,
}

impl Money {
    /// So many minor units: `Money::of(1234, eur)` is 12.34 EUR.
    pub const fn of(minor: i64, currency: Currency) -> Self {
        Self { minor, currency }
    }

    /// Nothing, in that currency.
    pub const fn zero(currency: Currency) -> Self {
        Self { minor: 0, currency }
    }

    /// Reads a plain decimal such as `1000`, `1000.5`, `-3.20`: no grouping, a dot for the decimals.
    ///
    /// # Errors
    /// [`Code::AmountUnreadable`], [`Code::AmountTooPrecise`] when digits beyond the currency's own
    /// precision are not zero, [`Code::AmountTooLarge`] beyond [`LARGEST_MINOR`].
    pub fn parse(text: &str, currency: Currency) -> Result<Self, Refusal> {
        let unreadable = || {
            Refusal::input(Code::AmountUnreadable, format!("\u{201c}{text}\u{201d} is not an amount"))
                .hint("Write it as 1234.50: digits, and a dot before the decimals.")
        };
        let trimmed = text.trim();
        let (negative, digits) = match trimmed.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, trimmed),
        };
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let all_digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
        let dot_without_decimals = digits.contains('.') && fraction.is_empty();
        if whole.is_empty() || dot_without_decimals || !all_digits(whole) || !all_digits(fraction) {
            return Err(unreadable());
        }
        if whole.len() > 20 || fraction.len() > 20 {
            return Err(too_large(text));
        }
        let places = currency.exponent() as usize;
        let (kept, beyond) = fraction.split_at(fraction.len().min(places));
        if beyond.bytes().any(|b| b != b'0') {
            return Err(Refusal::input(
                Code::AmountTooPrecise,
                format!("{text} has more decimals than {currency} has ({places})"),
            ));
        }
        let joined = format!("{whole}{kept:0<places$}");
        let minor: i128 = joined.parse().map_err(|_| too_large(text))?;
        Self::from_wide(if negative { -minor } else { minor }, currency)
    }

    /// Takes an exact number of minor units, refusing what does not fit the books.
    ///
    /// # Errors
    /// [`Code::AmountTooLarge`] beyond [`LARGEST_MINOR`] either way.
    pub fn from_wide(minor: i128, currency: Currency) -> Result<Self, Refusal> {
        match i64::try_from(minor) {
            Ok(fits) if fits.abs() <= LARGEST_MINOR => Ok(Self::of(fits, currency)),
            _ => Err(too_large(&minor.to_string())),
        }
    }

    /// Rounds an exact number of major units once, halves away from zero.
    ///
    /// # Errors
    /// [`Code::AmountTooLarge`] beyond [`LARGEST_MINOR`].
    pub fn round(major: Decimal, currency: Currency) -> Result<Self, Refusal> {
        use rust_decimal::RoundingStrategy::MidpointAwayFromZero;
        use rust_decimal::prelude::ToPrimitive;
        major
            .checked_mul(Decimal::from(currency.scale()))
            .map(|minor| minor.round_dp_with_strategy(0, MidpointAwayFromZero))
            .and_then(|minor| minor.to_i128())
            .ok_or_else(|| too_large(&major.to_string()))
            .and_then(|minor| Self::from_wide(minor, currency))
    }

    /// Whole minor units.
    pub const fn minor(&self) -> i64 {
        self.minor
    }

    /// The currency.
    pub const fn currency(&self) -> Currency {
        self.currency
    }

    /// The exact number of major units.
    pub fn major(&self) -> Decimal {
        Decimal::new(self.minor, self.currency.exponent())
    }

    /// Adds an amount of the same currency.
    ///
    /// # Errors
    /// [`Code::CurrencyMismatch`], [`Code::AmountTooLarge`] beyond an `i64`.
    pub fn plus(self, other: Self) -> Result<Self, Refusal> {
        if self.currency != other.currency {
            return Err(Refusal::input(
                Code::CurrencyMismatch,
                format!("{} and {} cannot be added together", self.currency, other.currency),
            ));
        }
        let minor = self.minor.checked_add(other.minor).ok_or_else(|| too_large("the sum"))?;
        Ok(Self { minor, currency: self.currency })
    }

    /// Takes away an amount of the same currency.
    ///
    /// # Errors
    /// As [`Money::plus`].
    pub fn minus(self, other: Self) -> Result<Self, Refusal> {
        self.plus(other.negated())
    }

    /// The same amount the other way.
    #[must_use]
    pub const fn negated(self) -> Self {
        // An amount never reaches i64::MIN: the largest is 10¹⁵ and sums are checked.
        Self { minor: self.minor.wrapping_neg(), currency: self.currency }
    }

    /// Whether it is exactly nothing.
    pub const fn is_zero(&self) -> bool {
        self.minor == 0
    }

    /// Whether it is more than nothing.
    pub const fn is_positive(&self) -> bool {
        self.minor > 0
    }

    /// Splits into `parts` amounts that differ by one minor unit at most and add up exactly; the larger
    /// ones come first. Nothing is split into nothing.
    pub fn split(self, parts: u32) -> Vec<Self> {
        if parts == 0 {
            return Vec::new();
        }
        let n = i64::from(parts);
        let (share, rest) = (self.minor.div_euclid(n), self.minor.rem_euclid(n));
        (0..n).map(|i| Self::of(share + i64::from(i < rest), self.currency)).collect()
    }
}

fn too_large(what: &str) -> Refusal {
    Refusal::input(Code::AmountTooLarge, format!("{what} is larger than any amount the book can hold"))
}

impl fmt::Display for Money {
    /// The plain decimal in the currency's own precision, without its code: `1000.00`, `-5`, `0.250`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let places = self.currency.exponent() as usize;
        let sign = if self.minor < 0 { "-" } else { "" };
        let magnitude = self.minor.unsigned_abs();
        let scale = self.currency.scale().unsigned_abs();
        match places {
            0 => write!(f, "{sign}{magnitude}"),
            _ => write!(f, "{sign}{}.{:0places$}", magnitude / scale, magnitude % scale),
        }
    }
}

impl fmt::Debug for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self} {}", self.currency)
    }
}

/// An annual rate in percent, exact: `9.25` means 9.25 % a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Percent(pub Decimal);

impl Percent {
    /// Reads `9.25` or `9.25%`.
    ///
    /// # Errors
    /// [`Code::RateUnreadable`] when it is not a number, is negative, or is above 1000.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        let refused = || {
            Refusal::input(Code::RateUnreadable, format!("\u{201c}{text}\u{201d} is not a yearly percentage"))
                .hint("Write it as 9.25, meaning 9.25 % a year.")
        };
        let number = text.trim().trim_end_matches('%').trim_end();
        let rate = Decimal::from_str_exact(number).map_err(|_| refused())?;
        if rate.is_sign_negative() && !rate.is_zero() || rate > Decimal::from(1000) {
            return Err(refused());
        }
        Ok(Self(rate))
    }
}

impl fmt::Display for Percent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.normalize())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn currency(code: &str) -> Currency {
        Currency::from_code(code).unwrap()
    }

    #[test]
    fn amounts_are_read_and_written_in_the_currencys_own_precision() {
        let check = |text: &str, code: &str, minor: i64, written: &str| {
            let money = Money::parse(text, currency(code)).unwrap();
            assert_eq!((money.minor(), money.to_string()), (minor, written.to_owned()));
        };
        check("1000", "EUR", 100_000, "1000.00");
        check("1000.5", "EUR", 100_050, "1000.50");
        check("-0.05", "CAD", -5, "-0.05");
        check("1000", "JPY", 1000, "1000");
        check("1000.0", "JPY", 1000, "1000");
        check("1.25", "KWD", 1250, "1.250");
        check("0.001", "KWD", 1, "0.001");
    }

    #[test]
    fn currencies_the_euro_replaced_are_known() {
        assert_eq!(
            (currency("DEM").exponent(), currency("ltl").code(), currency("ITL").exponent()),
            (2, "LTL", 0)
        );
        assert_eq!(Currency::from_code("QQQ").unwrap_err().code, Code::CurrencyUnknown);
    }

    #[test]
    fn what_is_not_an_amount_is_refused_with_its_reason() {
        let check = |text: &str, code: &str, expected: Code| {
            assert_eq!(Money::parse(text, currency(code)).unwrap_err().code, expected, "{text}");
        };
        for text in ["", "-", ".", "1.", ".5", "1,000.00", "12a", "1e3", "--1", "+-1", "\u{0661}"] {
            check(text, "EUR", Code::AmountUnreadable);
        }
        check("1.001", "EUR", Code::AmountTooPrecise);
        check("1.5", "JPY", Code::AmountTooPrecise);
        check("99999999999999999999", "EUR", Code::AmountTooLarge);
        check(&"9".repeat(400), "JPY", Code::AmountTooLarge);
    }

    #[test]
    fn currencies_without_minor_units_or_unknown_are_refused() {
        for code in ["", "EU", "EURO", "QQQ", "\u{20ac}\u{20ac}\u{20ac}"] {
            assert_eq!(Currency::from_code(code).unwrap_err().code, Code::CurrencyUnknown, "{code}");
        }
        assert_eq!(currency("jpy").exponent(), 0);
        assert_eq!(currency("kwd").exponent(), 3);
    }

    proptest! {
        #[test]
        fn every_split_adds_up_and_no_part_is_a_unit_off(minor in -10_000_000_000_i64..10_000_000_000, parts in 1_u32..700) {
            for code in ["JPY", "EUR", "KWD"] {
                let whole = Money::of(minor, currency(code));
                let shares = whole.split(parts);
                let low = shares.iter().map(Money::minor).min().unwrap();
                let high = shares.iter().map(Money::minor).max().unwrap();
                prop_assert_eq!(shares.iter().map(Money::minor).sum::<i64>(), minor);
                prop_assert!(high - low <= 1);
                prop_assert!(minor < 0 || low >= 0);
            }
        }

        #[test]
        fn writing_and_reading_an_amount_changes_nothing(minor in -LARGEST_MINOR..=LARGEST_MINOR) {
            for code in ["JPY", "EUR", "KWD"] {
                let money = Money::of(minor, currency(code));
                prop_assert_eq!(Money::parse(&money.to_string(), currency(code)).unwrap(), money);
            }
        }

        #[test]
        fn reading_never_panics(text in ".{0,40}") {
            let _ = Money::parse(&text, currency("EUR"));
            let _ = Percent::parse(&text);
        }
    }
}
