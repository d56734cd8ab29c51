//! A page where one can pay.

use super::qr::{Kind, drawn};
use super::{Unfit, percent_encoded};
use crate::drawing::Drawing;
use goodterms_terms::{Currency, Money};

/// A secure link (RFC 3986, `https` only), as the business wrote it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaymentLink(String);

/// Longer links make codes too fine to read.
const LONGEST: usize = 500;

impl PaymentLink {
    /// Checks a link.
    ///
    /// # Errors
    /// When it is not `https`, names no host or hides a name before it, is longer than 500 bytes, or holds
    /// spaces, controls or anything but ASCII.
    pub fn new(link: &str) -> Result<Self, Unfit> {
        let what = "The payment link";
        let link = link.trim();
        if link.is_empty() {
            return Err(Unfit::Missing { what });
        }
        if link.len() > LONGEST {
            return Err(Unfit::TooLong { what, most: LONGEST });
        }
        if let Some(character) = link.chars().find(|c| !c.is_ascii_graphic() || "<>\"\\^`{|}".contains(*c)) {
            return Err(Unfit::Character { what, character });
        }
        let rest = link.get(..8).filter(|start| start.eq_ignore_ascii_case("https://")).and(link.get(8..));
        let host = rest.and_then(|rest| rest.split(['/', '?', '#']).next()).unwrap_or_default();
        let named = host.split_once(':').map_or(host, |(name, _)| name);
        let shaped = !host.contains('@')
            && named.contains('.')
            && !named.starts_with('.')
            && named.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-".contains(&byte));
        if shaped { Ok(Self(link.to_owned())) } else { Err(Unfit::Form { what }) }
    }

    /// A template of a link with `{reference}` (or `{invoice}`), `{amount}` and `{currency}` filled in, each
    /// percent-encoded; nothing is checked. Where there is no amount it stays empty.
    pub fn filled(template: &str, reference: &str, amount: Option<Money>, currency: Currency) -> String {
        let reference = percent_encoded(reference);
        template
            .trim()
            .replace("{reference}", &reference)
            .replace("{invoice}", &reference)
            .replace("{amount}", &amount.map(|amount| amount.to_string()).unwrap_or_default())
            .replace("{currency}", currency.code())
    }

    /// The link.
    pub fn payload(&self) -> &str {
        &self.0
    }

    /// The code itself; `alt` says what it is to those who do not see it.
    ///
    /// # Errors
    /// None that [`Self::new`] lets through.
    pub fn code(&self, alt: &str) -> Result<Drawing, Unfit> {
        drawn(&self.0, Kind { largest: 20, quiet: true, swiss: false }, alt)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_template_is_filled_without_letting_the_reference_into_the_address() {
        let cad = Currency::from_code("CAD").unwrap();
        let fill = |amount| {
            PaymentLink::filled(
                "https://pay.example.com/{reference}?a={amount}&c={currency}",
                "INV 7/2",
                amount,
                cad,
            )
        };
        assert_eq!(fill(Some(Money::of(1230, cad))), "https://pay.example.com/INV%207%2F2?a=12.30&c=CAD");
        assert_eq!(fill(None), "https://pay.example.com/INV%207%2F2?a=&c=CAD");
    }

    #[test]
    fn only_secure_links_with_a_plain_host_become_codes() {
        let read = |text: &str| PaymentLink::new(text).map(|link| link.0).map_err(|unfit| unfit.reason());
        let good = "https://pay.example.com/i/2026-014?amount=12.30";
        assert_eq!(read(good).as_deref(), Ok(good));
        assert_eq!(read("http://pay.example.com"), Err("form"));
        assert_eq!(read("https://bank.com@evil.example"), Err("form"));
        assert_eq!(read("https://"), Err("form"));
        assert_eq!(read("javascript:alert(1)"), Err("form"));
        assert_eq!(read("https://pay.example.com/a b"), Err("character"));
        assert_eq!(read("https://pаy.example.com"), Err("character"), "a Cyrillic letter");
        assert_eq!(read(&format!("https://a.example/{}", "x".repeat(500))), Err("too_long"));
        assert!(PaymentLink::new(good).unwrap().code("").is_ok());
    }
}
