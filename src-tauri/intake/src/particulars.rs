//! What an electronic invoice says beyond what every table has.

use goodterms_terms::Money;
use rust_decimal::Decimal;

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
