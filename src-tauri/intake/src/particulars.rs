//! What an electronic invoice says beyond what every table has.

use goodterms_terms::Money;
use rust_decimal::prelude::ToPrimitive as _;
use rust_decimal::{Decimal, RoundingStrategy};

/// The rest of an electronic invoice or credit note. Empty for rows of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Particulars {
    /// What kind of document it calls itself (UNTDID 1001): `380`, `381`, `384`, `389`, …
    pub type_code: Option<String>,
    /// What was added to (or, negative, taken off) the total to round what is to be paid. The balance
    /// holds it, the total does not.
    pub rounding: Option<Money>,
    /// The terms of payment in the seller's words, line breaks kept.
    pub terms: Option<String>,
    /// Less to pay for paying early, soonest first.
    pub early_payment: Vec<EarlyPayment>,
    /// The accounts to pay to, without blanks: mostly IBANs.
    pub accounts: Vec<String>,
    /// The bank of the first account.
    pub bic: Option<String>,
    /// What the payer is asked to write with the payment.
    pub payment_reference: Option<String>,
    /// The invoices it refers to: the one corrected or credited.
    pub preceding: Vec<String>,
    /// The reference the buyer asked for, such as a German Leitweg-ID.
    pub buyer_reference: Option<String>,
    /// The buyer's VAT number.
    pub buyer_vat_id: Option<String>,
}

/// A discount for paying early (Skonto, escompte).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EarlyPayment {
    /// Within so many days of the day of issue.
    pub days: u32,
    /// In percent, exactly as written: `2.00`.
    pub percent: Decimal,
    /// What the percentage is taken of, where it is not the total.
    pub base: Option<Money>,
}

impl EarlyPayment {
    /// What comes off an invoice of that total, rounded half up to its minor unit; nothing where that is nothing or
    /// all of it.
    pub fn off(&self, total: Money) -> Option<Money> {
        let base = self.base.filter(|base| base.currency() == total.currency()).unwrap_or(total);
        let exact =
            Decimal::from(base.minor()).checked_mul(self.percent)?.checked_div(Decimal::ONE_HUNDRED)?;
        let minor = exact.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero).to_i64()?;
        (0 < minor && minor < total.minor()).then(|| Money::of(minor, total.currency()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use goodterms_terms::Currency;

    #[test]
    fn what_comes_off_is_rounded_once_to_the_currency() {
        let off = |percent: &str, base: Option<&str>, total: &str, code: &str| {
            let currency = Currency::from_code(code).unwrap();
            let money = |text: &str| Money::parse(text, currency).unwrap();
            let early = EarlyPayment { days: 10, percent: percent.parse().unwrap(), base: base.map(money) };
            early.off(money(total)).map(|off| off.to_string())
        };
        assert_eq!(off("2.00", None, "119.25", "EUR").as_deref(), Some("2.39"), "2.385");
        assert_eq!(off("3", Some("100.00"), "119.00", "EUR").as_deref(), Some("3.00"));
        assert_eq!(off("2", None, "1049", "JPY").as_deref(), Some("21"));
        assert_eq!(off("2", None, "1.049", "KWD").as_deref(), Some("0.021"));
        assert_eq!(off("0", None, "119.00", "EUR"), None);
        assert_eq!(off("100", None, "119.00", "EUR"), None);
    }
}
