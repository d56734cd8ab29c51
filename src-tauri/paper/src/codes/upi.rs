//! UPI, the instant payments of India: a link and its code (NPCI, UPI Linking Specification 1.6).

use super::qr::{Kind, drawn};
use super::{Unfit, field, needed, percent_encoded, two_decimals};
use crate::drawing::Drawing;
use goodterms_terms::Money;

/// A payment in rupees to a virtual payment address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Upi {
    /// The virtual payment address: `harbour@bank`.
    pub address: String,
    /// The payee's name, at most 99 characters.
    pub name: String,
    /// How much, in rupees.
    pub amount: Money,
    /// The payment's own mark, at most 35 letters, digits, hyphens or points; may be empty.
    pub reference: String,
    /// A word on the payment, at most 80 characters; may be empty.
    pub note: String,
}

impl Upi {
    /// The link, which is also what the code says.
    ///
    /// # Errors
    /// What the scheme does not allow.
    pub fn payload(&self) -> Result<String, Unfit> {
        let mut link = format!(
            "upi://pay?pa={}&pn={}",
            address(&self.address)?,
            percent_encoded(&needed("The name", &self.name, 99)?),
        );
        let what = "The mark of the payment";
        let reference = field(what, &self.reference, 35)?;
        if let Some(character) = reference.chars().find(|c| !c.is_ascii_alphanumeric() && !"-.".contains(*c))
        {
            return Err(Unfit::Character { what, character });
        }
        for (key, value) in [("tr", reference), ("tn", field("The note", &self.note, 80)?)] {
            if !value.is_empty() {
                link.push_str(&format!("&{key}={}", percent_encoded(&value)));
            }
        }
        link.push_str(&format!("&am={}&cu=INR", two_decimals(self.amount, &["INR"])?));
        Ok(link)
    }

    /// The code itself; `alt` says what it is to those who do not see it.
    ///
    /// # Errors
    /// What the scheme does not allow.
    pub fn code(&self, alt: &str) -> Result<Drawing, Unfit> {
        drawn(&self.payload()?, Kind { largest: 20, quiet: true, swiss: false }, alt)
    }
}

/// A virtual payment address: a name, an at sign and the handle of a bank.
fn address(text: &str) -> Result<String, Unfit> {
    let what = "The UPI address";
    let text = needed(what, text, 255)?;
    let shaped = text.split_once('@').is_some_and(|(user, handle)| {
        user.len() >= 2
            && user.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-_".contains(&byte))
            && handle.len() >= 2
            && handle.bytes().all(|byte| byte.is_ascii_alphanumeric())
    });
    if shaped { Ok(text) } else { Err(Unfit::Form { what }) }
}

#[cfg(test)]
mod tests {
    use super::super::vectors;
    use super::*;
    use goodterms_terms::Currency;

    fn upi() -> Upi {
        Upi {
            address: "nadeem@npci".into(),
            name: "nadeem chinna".into(),
            amount: Money::parse("10", Currency::from_code("INR").unwrap()).unwrap(),
            reference: "4894398cndhcd23".into(),
            note: "Pay to mystar store".into(),
        }
    }

    /// The parts of a link by name.
    fn parts(link: &str) -> Vec<(&str, &str)> {
        link.strip_prefix("upi://pay?").unwrap().split('&').filter_map(|part| part.split_once('=')).collect()
    }

    #[test]
    fn the_link_has_the_parts_of_the_published_one() {
        let Some(table) = vectors::text("upi_vectors.tsv") else { return };
        let published =
            table.lines().find(|line| !line.starts_with('#')).unwrap().split('\t').nth(1).unwrap();
        let ours = upi().payload().unwrap();
        let theirs = parts(published);
        let mut compared = 0;
        for (name, value) in parts(&ours) {
            let (_, wanted) = theirs.iter().find(|(theirs, _)| *theirs == name).unwrap();
            // Two decimals are the same amount.
            assert_eq!(value.trim_end_matches(".00"), *wanted, "{name}");
            compared += 1;
        }
        assert_eq!(compared, 6);
    }

    #[test]
    fn what_the_scheme_does_not_allow_is_refused_with_its_reason() {
        let refused = |change: &dyn Fn(&mut Upi)| {
            let mut upi = upi();
            change(&mut upi);
            upi.payload().unwrap_err().reason()
        };
        assert_eq!(refused(&|upi| upi.address = "nadeem".into()), "form");
        assert_eq!(refused(&|upi| upi.address = "a&b@npci".into()), "form");
        assert_eq!(refused(&|upi| upi.reference = "a b".into()), "character");
        assert_eq!(refused(&|upi| upi.note = "x".repeat(81)), "too_long");
        let with_signs = Upi { note: "50 % & more".into(), ..upi() };
        assert!(with_signs.payload().unwrap().contains("&tn=50%20%25%20%26%20more&"));
    }
}
