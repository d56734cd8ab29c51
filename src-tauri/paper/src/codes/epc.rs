//! SEPA credit transfers: the code on European invoices (EPC069-12, version 2.1 of February 2018, code
//! version 002, character set UTF-8).

use super::qr::{Kind, drawn};
use super::{Unfit, creditor_reference, field, iban, needed, two_decimals};
use crate::drawing::Drawing;
use goodterms_terms::Money;

/// A transfer in euro to an account in the Single Euro Payments Area.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SepaTransfer {
    /// The name of the account's owner, at most 70 characters.
    pub name: String,
    /// The account.
    pub iban: String,
    /// The bank; may be empty within the European Economic Area.
    pub bic: String,
    /// How much, in euro.
    pub amount: Money,
    /// Purpose of the transfer, a code of up to four letters (ISO 20022), or empty.
    pub purpose: String,
    /// What the payment is marked with.
    pub remittance: Remittance,
    /// A word to the payer, at most 70 characters, or empty.
    pub note: String,
}

/// What a transfer is marked with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remittance {
    /// A creditor reference (ISO 11649): `RF18 5390 0754 7034`.
    Reference(String),
    /// Words, at most 140 characters.
    Text(String),
}

/// The European Economic Area, where an IBAN alone is enough.
const EEA: &str = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK";
/// The rest of SEPA (EPC409-09), where the bank must be named too.
const BEYOND: &str = "AD AL CH GB MC MD ME MK RS SM VA";

/// The largest code the rules allow, and the largest payload in bytes.
const LARGEST_VERSION: u8 = 13;
const LARGEST_PAYLOAD: usize = 331;

impl SepaTransfer {
    /// What the code says.
    ///
    /// # Errors
    /// What the scheme does not allow.
    pub fn payload(&self) -> Result<String, Unfit> {
        let iban = iban(&self.iban)?;
        let country = iban.get(..2).unwrap_or_default();
        let bic = bic(&self.bic)?;
        if BEYOND.split(' ').any(|beyond| beyond == country) {
            if bic.is_empty() {
                return Err(Unfit::Missing { what: "The BIC of the bank" });
            }
        } else if !EEA.split(' ').any(|inside| inside == country) {
            return Err(Unfit::Country { country: country.to_owned() });
        }
        let purpose = field("The purpose code", &self.purpose, 4)?;
        if !purpose.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit()) {
            return Err(Unfit::Form { what: "The purpose code" });
        }
        let (reference, words) = match &self.remittance {
            Remittance::Reference(reference) => (creditor_reference(reference)?, String::new()),
            Remittance::Text(words) => (String::new(), field("The text of the transfer", words, 140)?),
        };
        let lines = [
            "BCD",
            "002",
            "1",
            "SCT",
            &bic,
            &needed("The name", &self.name, 70)?,
            &iban,
            &format!("EUR{}", two_decimals(self.amount, &["EUR"])?),
            &purpose,
            &reference,
            &words,
            &field("The note to the payer", &self.note, 70)?,
        ];
        // What is empty at the end is left out, line ends and all.
        let payload = lines.join("\n").trim_end_matches('\n').to_owned();
        if payload.len() > LARGEST_PAYLOAD {
            return Err(Unfit::TooLong { what: "The payment code as a whole", most: LARGEST_PAYLOAD });
        }
        Ok(payload)
    }

    /// The code itself; `alt` says what it is to those who do not see it.
    ///
    /// # Errors
    /// What the scheme does not allow.
    pub fn code(&self, alt: &str) -> Result<Drawing, Unfit> {
        drawn(&self.payload()?, Kind { largest: LARGEST_VERSION, quiet: true, swiss: false }, alt)
    }
}

/// A bank's code (ISO 9362): eight or eleven letters and digits, or nothing.
fn bic(text: &str) -> Result<String, Unfit> {
    let bic: String = text.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_ascii_uppercase();
    let shaped = matches!(bic.len(), 0 | 8 | 11)
        && bic.bytes().all(|byte| byte.is_ascii_alphanumeric())
        && bic.bytes().skip(4).take(2).all(|byte| byte.is_ascii_uppercase());
    if shaped { Ok(bic) } else { Err(Unfit::Form { what: "The BIC of the bank" }) }
}

#[cfg(test)]
mod tests {
    use super::super::vectors;
    use super::*;
    use goodterms_terms::Currency;

    fn euro(text: &str) -> Money {
        Money::parse(text, Currency::from_code("EUR").unwrap()).unwrap()
    }

    fn example() -> SepaTransfer {
        SepaTransfer {
            name: "Franz Mustermänn".into(),
            iban: "DE71 1102 2033 0123 4567 89".into(),
            bic: "BHBLDEHHXXX".into(),
            amount: euro("12.30"),
            purpose: "GDDS".into(),
            remittance: Remittance::Reference("RF18 5390 0754 7034".into()),
            note: String::new(),
        }
    }

    /// The published examples leave a trailing nought away or use Latin-1, which says the same.
    fn published(name: &str) -> Option<String> {
        let text = vectors::text(name)?.replace("\r\n", "\n");
        let lines: Vec<String> = text
            .lines()
            .enumerate()
            .map(|(at, line)| match (at, line) {
                (1, _) => "002".into(),
                (2, _) => "1".into(),
                (7, line) if line.ends_with(".3") => format!("{line}0"),
                (_, line) => line.to_owned(),
            })
            .collect();
        Some(lines.join("\n"))
    }

    #[test]
    fn payloads_are_those_of_the_published_examples() {
        if let Some(wanted) = published("epc_official_example1.txt") {
            assert_eq!(example().payload().unwrap(), wanted);
        }
        if let Some(wanted) = published("epc_official_example2_latin1.txt") {
            let transfer = SepaTransfer {
                name: "François D'Alsace S.A.".into(),
                iban: "FR1420041010050500013M02606".into(),
                bic: String::new(),
                purpose: String::new(),
                remittance: Remittance::Text("Client:Marie Louise La Lune".into()),
                ..example()
            };
            assert_eq!(transfer.payload().unwrap(), wanted);
        }
        if let Some(wanted) = published("epc_qrcoder_v001_latin1.txt") {
            let transfer = SepaTransfer {
                name: "Wikimedia Fördergesellschaft".into(),
                iban: "DE33100205000001194700".into(),
                bic: "BFSWDE33BER".into(),
                amount: euro("10"),
                purpose: "1234".into(),
                remittance: Remittance::Text("Donation to Wikipedia.".into()),
                note: "Thanks for using Girocode".into(),
            };
            assert_eq!(transfer.payload().unwrap(), wanted);
        }
    }

    #[test]
    fn what_the_scheme_does_not_allow_is_refused_with_its_reason() {
        let refused = |change: &dyn Fn(&mut SepaTransfer)| {
            let mut transfer = example();
            change(&mut transfer);
            transfer.code("").unwrap_err().reason()
        };
        assert_eq!(refused(&|t| t.iban = "DE72110220330123456789".into()), "check_digit");
        assert_eq!(refused(&|t| t.amount = euro("0")), "amount");
        assert_eq!(refused(&|t| t.amount = euro("1000000000")), "amount");
        let cad = Money::parse("5", Currency::from_code("CAD").unwrap()).unwrap();
        assert_eq!(refused(&|t| t.amount = cad), "currency");
        assert_eq!(refused(&|t| t.name = " ".into()), "missing");
        assert_eq!(refused(&|t| t.name = "n".repeat(71)), "too_long");
        assert_eq!(refused(&|t| t.name = "a\nb".into()), "character");
        assert_eq!(refused(&|t| t.bic = "BHBL".into()), "form");
        assert_eq!(
            refused(&|t| t.remittance = Remittance::Reference("RF19539007547034".into())),
            "check_digit"
        );
        assert_eq!(refused(&|t| t.remittance = Remittance::Text("x".repeat(141))), "too_long");
        assert_eq!(refused(&|t| t.iban = "BR1500000000000010932840814P2".into()), "country");
        let swiss = |t: &mut SepaTransfer| {
            t.iban = "CH5800791123000889012".into();
            t.bic.clear();
        };
        assert_eq!(refused(&swiss), "missing");
        let long = |t: &mut SepaTransfer| {
            t.name = "ä".repeat(70);
            t.remittance = Remittance::Text("ß".repeat(140));
        };
        assert_eq!(refused(&long), "too_long");
        assert!(example().code("").is_ok());
    }
}
