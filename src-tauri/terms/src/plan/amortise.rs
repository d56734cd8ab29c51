//! Dividing a debt into instalments, with or without interest, to the last minor unit.
//!
//! Interest of a period is the balance × annual rate × part of the year, exact and rounded once to the
//! minor unit (halves away from zero). Instalments without a fixed amount are equal; the last of them
//! pays what is left and so absorbs all rounding.

use super::spacing::YearFraction;
use crate::money::{Currency, Money, Percent};
use crate::refusal::{Code, Refusal};
use rust_decimal::Decimal;
use rust_decimal::RoundingStrategy::{AwayFromZero, MidpointAwayFromZero};
use rust_decimal::prelude::ToPrimitive;

/// A debt to divide: what is left after a down payment, and the price of time.
#[derive(Debug, Clone, Copy)]
pub(super) struct Debt<'a> {
    pub(super) financed: Money,
    /// Percent a year; `None` or zero means no interest.
    pub(super) annual_rate: Option<Percent>,
    /// One part of a year per instalment.
    pub(super) periods: &'a [YearFraction],
}

/// One instalment's two parts, in minor units. Neither is ever negative.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Share {
    pub(super) principal: i64,
    pub(super) interest: i64,
}

impl Debt<'_> {
    /// Whether anything is charged for time.
    pub(super) fn bears_interest(&self) -> bool {
        self.annual_rate.is_some_and(|rate| !rate.0.is_zero())
    }

    /// Divides it. `fixed` holds the instalments whose amount is already agreed; the others are equal.
    pub(super) fn divide(&self, fixed: &[Option<i64>]) -> Result<Vec<Share>, Refusal> {
        if !self.bears_interest() {
            return self.divide_without_interest(fixed);
        }
        if fixed.last().is_none_or(Option::is_some) {
            return Err(Refusal::input(
                Code::InstalmentLocked,
                "with interest the last instalment takes what is left, so its amount cannot be fixed",
            )
            .hint("Fix another instalment instead; the last one follows."));
        }
        let levels = Levels::of(self, fixed)?;
        let constant = levels.at(0, self.financed.minor(), MidpointAwayFromZero)?;
        match self.walk(fixed, |_, _| Ok(constant))? {
            Walk::Done(shares) if last_is_in_proportion(&shares, constant) => Ok(shares),
            // So long, so dear or so small that a rounded level payment does not land: level it anew
            // from each balance, so that amounts differ by a few minor units instead.
            _ => match self.walk(fixed, |k, balance| levels.at(k, balance, AwayFromZero))? {
                Walk::Done(shares) => Ok(shares),
                Walk::PaidEarly | Walk::BelowInterest => Err(self.leaves_nothing(fixed)),
            },
        }
    }

    /// How many instalments of `amount` it takes, never more than `most`.
    pub(super) fn count_for(&self, amount: Money, period: YearFraction, most: u32) -> Result<u32, Refusal> {
        let too_many = || {
            Refusal::input(
                Code::InstalmentCountOutOfRange,
                format!("instalments of {amount} would take more than {most} payments"),
            )
            .hint("Choose a larger instalment.")
            .field("instalment")
        };
        if !self.bears_interest() {
            let count = (self.financed.minor() - 1).div_euclid(amount.minor()) + 1;
            return u32::try_from(count).ok().filter(|count| *count <= most).ok_or_else(too_many);
        }
        let mut balance = self.financed.minor();
        for count in 1..=most {
            let interest = self.interest(balance, period)?;
            if amount.minor() >= balance.saturating_add(interest) {
                return Ok(count);
            }
            if amount.minor() <= interest {
                return Err(self.below_interest(amount.minor(), interest));
            }
            balance -= amount.minor() - interest;
        }
        Err(too_many())
    }

    fn divide_without_interest(&self, fixed: &[Option<i64>]) -> Result<Vec<Share>, Refusal> {
        let agreed: i128 = fixed.iter().flatten().map(|amount| i128::from(*amount)).sum();
        let open = fixed.iter().filter(|amount| amount.is_none()).count();
        let rest = i128::from(self.financed.minor()) - agreed;
        if rest < 0 || (open == 0 && rest > 0) {
            return Err(self.leaves_nothing(fixed));
        }
        let rest = Money::from_wide(rest, self.currency())?;
        let mut shares =
            rest.split(u32::try_from(open).unwrap_or(u32::MAX)).into_iter().map(|share| share.minor());
        let principal_of = |agreed: &Option<i64>| agreed.or_else(|| shares.next()).unwrap_or(0);
        Ok(fixed.iter().map(principal_of).map(|principal| Share { principal, interest: 0 }).collect())
    }

    /// Pays instalment after instalment; the last one, never fixed, pays whatever is left.
    fn walk(
        &self,
        fixed: &[Option<i64>],
        level: impl Fn(usize, i64) -> Result<i64, Refusal>,
    ) -> Result<Walk, Refusal> {
        let mut balance = self.financed.minor();
        let mut shares = Vec::with_capacity(fixed.len());
        for (k, (agreed, period)) in fixed.iter().zip(self.periods).enumerate() {
            let interest = self.interest(balance, *period)?;
            let owed = balance.saturating_add(interest);
            let amount = match agreed {
                _ if k + 1 == fixed.len() => owed,
                Some(amount) if *amount > owed => return Ok(Walk::PaidEarly),
                Some(amount) if *amount < interest => return Err(self.below_interest(*amount, interest)),
                Some(amount) => *amount,
                None => level(k, balance)?.min(owed),
            };
            if amount < interest {
                return Ok(Walk::BelowInterest);
            }
            shares.push(Share { principal: amount - interest, interest });
            balance -= amount - interest;
        }
        Ok(Walk::Done(shares))
    }

    /// Interest on a balance for one period, in minor units.
    fn interest(&self, balance: i64, period: YearFraction) -> Result<i64, Refusal> {
        let Some(Percent(rate)) = self.annual_rate else { return Ok(0) };
        let rate = rate.normalize();
        let above = i128::from(balance)
            .checked_mul(rate.mantissa())
            .and_then(|product| product.checked_mul(i128::from(period.numerator)));
        let below = 10_i128
            .checked_pow(rate.scale())
            .and_then(|scale| scale.checked_mul(100 * i128::from(period.denominator)));
        // Half a unit is added before cutting, so halves go away from zero; nothing here is negative.
        let rounded = above.zip(below).and_then(|(above, below)| {
            above.checked_mul(2)?.checked_add(below)?.checked_div(below.checked_mul(2)?)
        });
        rounded.and_then(|minor| i64::try_from(minor).ok()).ok_or_else(|| {
            Refusal::input(
                Code::AmountTooLarge,
                "the interest of this plan is larger than any amount the book can hold",
            )
        })
    }

    fn currency(&self) -> Currency {
        self.financed.currency()
    }

    fn below_interest(&self, amount: i64, interest: i64) -> Refusal {
        let written = |minor| Money::of(minor, self.currency());
        Refusal::input(
            Code::InstalmentBelowInterest,
            format!(
                "an instalment of {} does not cover the {} of interest in its period, so the debt would never shrink",
                written(amount),
                written(interest)
            ),
        )
        .hint("Choose a larger instalment or a lower rate.")
        .field("instalment")
    }

    fn leaves_nothing(&self, fixed: &[Option<i64>]) -> Refusal {
        let agreed: i128 = fixed.iter().flatten().map(|amount| i128::from(*amount)).sum();
        let agreed =
            Money::from_wide(agreed, self.currency()).map_or_else(|_| agreed.to_string(), |m| m.to_string());
        Refusal::input(
            Code::InstalmentsDoNotFit,
            format!(
                "the fixed instalments come to {agreed}, which does not fit the {} to be paid",
                self.financed
            ),
        )
        .hint("Change one of the fixed amounts, or let another instalment follow.")
    }
}

/// How paying instalment after instalment went.
enum Walk {
    Done(Vec<Share>),
    /// A fixed amount is more than what is still owed.
    PaidEarly,
    /// The level payment would not cover its interest, because a later fixed amount is large.
    BelowInterest,
}

/// The usual case: the last instalment is something, and no more than twice the others.
fn last_is_in_proportion(shares: &[Share], level: i64) -> bool {
    shares.last().is_some_and(|last| {
        let amount = last.principal.saturating_add(last.interest);
        0 < amount && amount <= level.saturating_mul(2)
    })
}

/// For every instalment, what one unit paid at each later open instalment, and what the later fixed
/// amounts, are worth at that point: enough to level any balance over what is left.
struct Levels {
    open_worth: Vec<Decimal>,
    fixed_worth: Vec<Decimal>,
    currency: Currency,
}

impl Levels {
    fn of(debt: &Debt<'_>, fixed: &[Option<i64>]) -> Result<Self, Refusal> {
        let rate = debt.annual_rate.map_or(Decimal::ZERO, |rate| rate.0);
        let mut worth = (Decimal::ZERO, Decimal::ZERO);
        let mut backwards = Vec::with_capacity(fixed.len());
        for (agreed, period) in fixed.iter().zip(debt.periods).rev() {
            let yearly = Decimal::from(period.numerator) / Decimal::from(100 * u64::from(period.denominator));
            let growth = rate.checked_mul(yearly).and_then(|grown| grown.checked_add(Decimal::ONE));
            let discounted = |value: Decimal| growth.and_then(|growth| value.checked_div(growth));
            let open = worth.0 + Decimal::from(u8::from(agreed.is_none()));
            let set = worth.1 + Decimal::from(agreed.unwrap_or(0));
            worth = discounted(open).zip(discounted(set)).ok_or_else(|| unlevelled(debt.financed))?;
            backwards.push(worth);
        }
        backwards.reverse();
        let (open_worth, fixed_worth) = backwards.into_iter().unzip();
        Ok(Self { open_worth, fixed_worth, currency: debt.currency() })
    }

    /// The payment that, made at each open instalment from the `k`-th on, pays `balance` off; rounded.
    fn at(&self, k: usize, balance: i64, rounding: rust_decimal::RoundingStrategy) -> Result<i64, Refusal> {
        let (open, set) =
            self.open_worth.get(k).zip(self.fixed_worth.get(k)).unwrap_or((&Decimal::ZERO, &Decimal::ZERO));
        Decimal::from(balance)
            .checked_sub(*set)
            .and_then(|rest| rest.checked_div(*open))
            .and_then(|level| level.round_dp_with_strategy(0, rounding).to_i64())
            .map(|level| level.max(0))
            .ok_or_else(|| unlevelled(Money::of(balance, self.currency)))
    }
}

fn unlevelled(balance: Money) -> Refusal {
    Refusal::input(Code::AmountTooLarge, format!("{balance} at this rate cannot be levelled exactly"))
}

#[cfg(test)]
mod tests {
    use super::super::spacing::Spacing;
    use super::*;

    fn divided(
        minor: i64,
        rate: &str,
        spacing: Spacing,
        fixed: &[Option<i64>],
    ) -> Result<Vec<(i64, i64)>, Refusal> {
        let periods = vec![spacing.period(); fixed.len()];
        let debt = Debt {
            financed: Money::of(minor, Currency::from_code("EUR").unwrap()),
            annual_rate: Some(Percent::parse(rate).unwrap()),
            periods: &periods,
        };
        debt.divide(fixed).map(|shares| shares.iter().map(|s| (s.principal, s.interest)).collect())
    }

    /// 1,000.00 at 12 % over twelve months: the textbook level payment is 88.85 and the last one 88.84
    /// or so; every other published table agrees on the first rows.
    #[test]
    fn a_textbook_loan_comes_out_as_in_the_textbook() {
        let shares = divided(100_000, "12", Spacing::Month, &[None; 12]).unwrap();
        assert_eq!(shares[..3], [(7885, 1000), (7964, 921), (8043, 842)]);
        assert!(shares[..11].iter().all(|(principal, interest)| principal + interest == 8885));
        assert_eq!(shares.iter().map(|s| s.0).sum::<i64>(), 100_000);
        assert_eq!(shares.iter().map(|s| s.1).sum::<i64>(), 6619);
    }

    /// Level payments every mortgage table prints.
    #[test]
    fn long_loans_have_the_level_payments_of_the_tables() {
        let level = |major: i64, rate: &str, months: usize| {
            let shares = divided(major * 100, rate, Spacing::Month, &vec![None; months]).unwrap();
            shares[0].0 + shares[0].1
        };
        assert_eq!(level(200_000, "6", 360), 119_910);
        assert_eq!(level(250_000, "6.5", 360), 158_017);
        assert_eq!(level(10_000, "6", 60), 19_333);
        assert_eq!(level(100_000, "4.5", 180), 76_499);
    }

    /// Percent in floats: 0.1 % a month of 1.00 over and over must not depend on binary fractions.
    #[test]
    fn interest_is_rounded_from_an_exact_fraction() {
        let interest =
            |minor: i64, rate: &str, spacing: Spacing| divided(minor, rate, spacing, &[None]).unwrap()[0].1;
        // 5 minor units × 120 % / 12 is exactly half a unit: away from zero.
        assert_eq!(interest(5, "120", Spacing::Month), 1);
        assert_eq!(interest(4, "120", Spacing::Month), 0);
        // 10.00 × 7.3 % × 7/365 = 1.4 minor units.
        assert_eq!(interest(1000, "7.3", Spacing::Week), 1);
        assert_eq!(interest(100_000_000_000_000, "9.25", Spacing::Quarter), 2_312_500_000_000);
    }

    #[test]
    fn fixed_amounts_stay_and_the_others_are_levelled_around_them() {
        let shares = divided(100_000, "12", Spacing::Month, &[None, Some(50_000), None, None]).unwrap();
        let amounts: Vec<i64> = shares.iter().map(|s| s.0 + s.1).collect();
        assert_eq!(amounts[1], 50_000);
        assert_eq!(amounts[0], amounts[2]);
        assert!((amounts[3] - amounts[0]).abs() <= 2, "{amounts:?}");
        assert_eq!(shares.iter().map(|s| s.0).sum::<i64>(), 100_000);
    }

    #[test]
    fn what_cannot_be_levelled_is_refused() {
        let refused = |fixed: &[Option<i64>]| divided(100_000, "12", Spacing::Month, fixed).unwrap_err().code;
        assert_eq!(refused(&[Some(10), None]), Code::InstalmentBelowInterest);
        assert_eq!(refused(&[Some(200_000), None]), Code::InstalmentsDoNotFit);
        assert_eq!(refused(&[None, Some(50_000)]), Code::InstalmentLocked);
        assert_eq!(refused(&[None, Some(5_000_000), None]), Code::InstalmentsDoNotFit);
    }

    /// A rounded level payment misses by its rounding × (1+i)^n; over 600 dear periods that is the debt.
    #[test]
    fn long_and_dear_plans_still_land() {
        for (minor, rate, spacing) in
            [(2, "12", Spacing::Month), (1_000_000, "12", Spacing::Month), (100, "100", Spacing::Quarter)]
        {
            let shares = divided(minor, rate, spacing, &[None; 600]).unwrap();
            assert!(shares.iter().all(|(principal, interest)| *principal >= 0 && *interest >= 0));
            assert_eq!(shares.iter().map(|s| s.0).sum::<i64>(), minor);
            let amounts: Vec<i64> = shares.iter().map(|s| s.0 + s.1).collect();
            let spread = amounts.iter().max().unwrap() - amounts.iter().min().unwrap();
            assert!(spread <= amounts[0].max(2), "{minor} at {rate}: {spread}");
        }
    }
}
