//! Payment codes: what a payer's telephone reads, composed strictly by each scheme's own rules.
//!
//! | scheme | type | rules |
//! |---|---|---|
//! | SEPA credit transfer ("GiroCode") | [`SepaTransfer`] | EPC069-12, version 002 |
//! | Swiss QR-bill | [`SwissBill`] | SIX Implementation Guidelines QR-bill 2.3 |
//! | PIX, static | [`Pix`] | Banco Central do Brasil, BR Code; EMV QR Code (merchant-presented) |
//! | UPI | [`Upi`] | NPCI UPI Linking Specification 1.6 |
//! | any page where one can pay | [`PaymentLink`] | RFC 3986 |
//!
//! Each gives the payload, and a [`Drawing`] of it with the empty border readers need. What a scheme
//! does not allow is refused with the reason; nothing is cut or replaced in silence where it would matter.

mod digits;
mod epc;
mod link;
mod pix;
pub(crate) mod qr;
mod slip;
mod swiss;
mod unfit;
mod upi;
#[cfg(test)]
mod vectors;

pub use digits::{creditor_reference, creditor_reference_for, iban, qr_reference};
pub use epc::{Remittance, SepaTransfer};
pub use link::PaymentLink;
pub use pix::Pix;
pub use slip::SlipLanguage;
pub use swiss::{SwissBill, SwissParty, SwissReference};
pub use unfit::Unfit;
pub use upi::Upi;

use crate::drawing::Drawing;
use crate::unit::{Mil, tenth_mm};
use goodterms_terms::Money;

/// The side at which a code is read from paper, a scan of 150 dots to the inch and a worn printer included:
/// 0.5 mm a module. In thousandths of a point.
pub fn readable_side(code: &Drawing) -> Mil {
    code.width / 1_000 * tenth_mm(5)
}

/// An amount with a point and two decimals, between 0.01 and 999,999,999.99.
fn two_decimals(amount: Money, currencies: &'static [&'static str]) -> Result<String, Unfit> {
    let currency = amount.currency();
    if !currencies.contains(&currency.code()) {
        return Err(Unfit::Currency { allowed: currencies });
    }
    let minor = amount.minor();
    if !(1..=99_999_999_999).contains(&minor) {
        return Err(Unfit::Amount);
    }
    Ok(format!("{}.{:02}", minor / 100, minor % 100))
}

/// A text that may be so many characters long and holds no controls; the spaces around it are dropped.
fn field(what: &'static str, text: &str, most: usize) -> Result<String, Unfit> {
    let text = text.trim();
    if let Some(character) = text.chars().find(|c| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}')) {
        return Err(Unfit::Character { what, character });
    }
    if text.chars().count() > most {
        return Err(Unfit::TooLong { what, most });
    }
    Ok(text.to_owned())
}

/// Such a text that must not be empty.
fn needed(what: &'static str, text: &str, most: usize) -> Result<String, Unfit> {
    let text = field(what, text, most)?;
    if text.is_empty() { Err(Unfit::Missing { what }) } else { Ok(text) }
}

/// What is neither a letter nor a digit nor one of `- . _ ~`, percent-encoded (RFC 3986, 2.1).
fn percent_encoded(text: &str) -> String {
    use std::fmt::Write;
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    encoded
}
