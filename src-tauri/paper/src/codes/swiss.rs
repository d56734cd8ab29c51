//! The Swiss QR-bill: what its code says (SIX, Swiss Implementation Guidelines for the QR-bill, version 2.3).
//!
//! Addresses are structured only: the combined kind is no longer accepted since 22 November 2025.

use super::qr::{Kind, drawn};
use super::{Unfit, creditor_reference, field, iban, needed, qr_reference, two_decimals};
use crate::drawing::Drawing;
use goodterms_terms::{Currency, Money};

/// A bill payable in francs or euro to an account in Switzerland or Liechtenstein.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SwissBill {
    /// The account: an IBAN or a QR-IBAN.
    pub iban: String,
    /// To whom it is payable.
    pub creditor: SwissParty,
    /// How much; nothing leaves it to the payer.
    pub amount: Option<Money>,
    /// CHF or EUR.
    pub currency: Currency,
    /// Who pays, if that is known.
    pub debtor: Option<SwissParty>,
    /// What the payment is marked with.
    pub reference: SwissReference,
    /// A word to the payer; together with the billing information at most 140 characters.
    pub message: String,
    /// Structured billing information (`//S1/…`), or empty.
    pub billing: String,
    /// At most two alternative procedures of 100 characters each.
    pub procedures: Vec<String>,
}

/// A party with its structured address.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SwissParty {
    /// Name, at most 70 characters.
    pub name: String,
    /// Street without number, at most 70 characters; may be empty.
    pub street: String,
    /// Number of the house, at most 16 characters; may be empty.
    pub number: String,
    /// Postal code, at most 16 characters.
    pub postcode: String,
    /// Town, at most 35 characters.
    pub town: String,
    /// ISO 3166-1 alpha-2.
    pub country: String,
}

/// What a payment is marked with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SwissReference {
    /// A QR reference of 27 digits: needs a QR-IBAN.
    Qr(String),
    /// A creditor reference (ISO 11649): needs an ordinary IBAN.
    Creditor(String),
    /// None: needs an ordinary IBAN.
    None,
}

const LARGEST_VERSION: u8 = 25;

impl SwissBill {
    /// What the code says.
    ///
    /// # Errors
    /// What the scheme does not allow.
    pub fn payload(&self) -> Result<String, Unfit> {
        let iban = self.account()?;
        let amount = self.amount.map(|amount| {
            // The amount and the bill must speak of the same currency.
            if amount.currency() == self.currency {
                Ok(amount)
            } else {
                Err(Unfit::Currency { allowed: PAYS })
            }
        });
        let amount = match amount.transpose()? {
            Some(amount) => two_decimals(amount, PAYS)?,
            None => String::new(),
        };
        if !PAYS.contains(&self.currency.code()) {
            return Err(Unfit::Currency { allowed: PAYS });
        }
        let (kind, reference) = self.marked()?;
        let message = allowed("The message", &self.message, 140)?;
        let billing = allowed("The billing information", &self.billing, 140)?;
        if message.chars().count() + billing.chars().count() > 140 {
            return Err(Unfit::TooLong {
                what: "The message and the billing information together",
                most: 140,
            });
        }
        let mut lines: Vec<String> = ["SPC", "0200", "1"].map(str::to_owned).to_vec();
        lines.push(iban);
        lines.extend(self.creditor.lines(
            "The payee's name",
            "The payee's town",
            "The payee's postal code",
        )?);
        lines.extend(NOBODY.map(str::to_owned));
        lines.extend([amount, self.currency.code().to_owned()]);
        match &self.debtor {
            Some(debtor) => {
                lines.extend(debtor.lines(
                    "The payer's name",
                    "The payer's town",
                    "The payer's postal code",
                )?);
            }
            None => lines.extend(NOBODY.map(str::to_owned)),
        }
        lines.extend([kind.to_owned(), reference, message, "EPD".to_owned()]);
        let procedures = self.alternatives()?;
        if !(billing.is_empty() && procedures.is_empty()) {
            lines.push(billing);
        }
        lines.extend(procedures);
        Ok(lines.join("\n"))
    }

    /// The code itself with the Swiss cross, without the empty border, which its place on the slip gives it:
    /// it is set at 46 mm. `alt` says what it is to those who do not see it.
    ///
    /// # Errors
    /// What the scheme does not allow.
    pub fn code(&self, alt: &str) -> Result<Drawing, Unfit> {
        drawn(&self.payload()?, Kind { largest: LARGEST_VERSION, quiet: false, swiss: true }, alt)
    }

    /// The account, which must fit the reference: only a QR-IBAN (its bank's number lies between 30000 and
    /// 31999) takes a QR reference.
    pub(super) fn account(&self) -> Result<String, Unfit> {
        let iban = iban(&self.iban)?;
        let country = iban.get(..2).unwrap_or_default();
        if !matches!(country, "CH" | "LI") {
            return Err(Unfit::Country { country: country.to_owned() });
        }
        if iban.len() != 21 {
            return Err(Unfit::Form { what: "The IBAN" });
        }
        let bank: Option<u32> = iban.get(4..9).and_then(|digits| digits.parse().ok());
        let special = bank.is_some_and(|bank| (30_000..=31_999).contains(&bank));
        if special == matches!(self.reference, SwissReference::Qr(_)) {
            Ok(iban)
        } else {
            Err(Unfit::Reference)
        }
    }

    /// The kind of reference and the reference.
    pub(super) fn marked(&self) -> Result<(&'static str, String), Unfit> {
        Ok(match &self.reference {
            SwissReference::Qr(reference) => ("QRR", qr_reference(reference)?),
            SwissReference::Creditor(reference) => ("SCOR", creditor_reference(reference)?),
            SwissReference::None => ("NON", String::new()),
        })
    }

    /// The alternative procedures, each of which starts with its name.
    pub(super) fn alternatives(&self) -> Result<Vec<String>, Unfit> {
        if self.procedures.len() > 2 {
            return Err(Unfit::TooLong { what: "The list of alternative procedures", most: 2 });
        }
        self.procedures.iter().map(|text| allowed("An alternative procedure", text, 100)).collect()
    }
}

const PAYS: &[&str] = &["CHF", "EUR"];

/// Seven empty lines: a party that is not named.
const NOBODY: [&str; 7] = [""; 7];

impl SwissParty {
    /// The seven lines of an address.
    fn lines(
        &self,
        name: &'static str,
        town: &'static str,
        postcode: &'static str,
    ) -> Result<[String; 7], Unfit> {
        let country = self.country.trim().to_ascii_uppercase();
        if country.len() != 2 || !country.bytes().all(|byte| byte.is_ascii_uppercase()) {
            return Err(Unfit::Form { what: "The country of an address" });
        }
        let present =
            |what, text: &str, most| needed(what, text, most).and_then(|text| allowed(what, &text, most));
        Ok([
            "S".to_owned(),
            present(name, &self.name, 70)?,
            allowed("The street", &self.street, 70)?,
            allowed("The house number", &self.number, 16)?,
            present(postcode, &self.postcode, 16)?,
            present(town, &self.town, 35)?,
            country,
        ])
    }
}

/// A text of the characters that the guidelines allow since version 2.3 (4.1.1): Latin letters with their
/// marks up to U+017F, the Romanian letters with a comma below, and the euro sign.
fn allowed(what: &'static str, text: &str, most: usize) -> Result<String, Unfit> {
    let text = field(what, text, most)?;
    let known = |c: char| matches!(c, ' '..='~' | '\u{A0}'..='\u{17F}' | '\u{218}'..='\u{21B}' | '\u{20AC}');
    match text.chars().find(|c| !known(*c)) {
        Some(character) => Err(Unfit::Character { what, character }),
        None => Ok(text),
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::super::vectors;
    use super::*;

    pub(in super::super) fn party(parts: [&str; 6]) -> SwissParty {
        let [name, street, number, postcode, town, country] = parts.map(str::to_owned);
        SwissParty { name, street, number, postcode, town, country }
    }

    /// A bill read back from its payload; only for payloads known to be right.
    fn read(payload: &str) -> SwissBill {
        let lines: Vec<&str> = payload.split('\n').collect();
        let at = |line: usize| lines.get(line).copied().unwrap_or_default();
        let somebody = |from: usize| {
            (at(from) == "S").then(|| {
                party([at(from + 1), at(from + 2), at(from + 3), at(from + 4), at(from + 5), at(from + 6)])
            })
        };
        let currency = Currency::from_code(at(19)).unwrap();
        SwissBill {
            iban: at(3).into(),
            creditor: somebody(4).unwrap(),
            amount: (!at(18).is_empty()).then(|| Money::parse(at(18), currency).unwrap()),
            currency,
            debtor: somebody(20),
            reference: match at(27) {
                "QRR" => SwissReference::Qr(at(28).into()),
                "SCOR" => SwissReference::Creditor(at(28).into()),
                _ => SwissReference::None,
            },
            message: at(29).into(),
            billing: at(31).into(),
            procedures: lines.iter().skip(32).map(|line| (*line).to_owned()).collect(),
        }
    }

    pub(in super::super) fn bill() -> SwissBill {
        SwissBill {
            iban: "CH44 3199 9123 0008 8901 2".into(),
            creditor: party(["Robert Schneider AG", "Rue du Lac", "1268", "2501", "Biel", "CH"]),
            amount: Some(Money::parse("1949.75", Currency::from_code("CHF").unwrap()).unwrap()),
            currency: Currency::from_code("CHF").unwrap(),
            debtor: Some(party([
                "Pia-Maria Rutschmann-Schnyder",
                "Grosse Marktgasse",
                "28",
                "9400",
                "Rorschach",
                "CH",
            ])),
            reference: SwissReference::Qr("21 00000 00003 13947 14300 09017".into()),
            message: "Order dated 18.06.2020".into(),
            billing: String::new(),
            procedures: Vec::new(),
        }
    }

    #[test]
    fn payloads_are_byte_for_byte_those_of_the_published_examples() {
        let names = [
            "swiss_sample1.txt",
            "swiss_sample2.txt",
            "swiss_sample3.txt",
            "swiss_six_ig23_example1.txt",
            "swiss_six_ig23_example2.txt",
        ];
        for name in names {
            let Some(published) = vectors::text(name).map(|text| text.replace("\r\n", "\n")) else {
                continue;
            };
            assert_eq!(read(&published).payload().unwrap(), published, "{name}");
        }
    }

    /// The retired examples differ only in how the payer's address is written.
    #[test]
    fn retired_examples_come_out_with_structured_addresses() {
        for (name, amount) in [("swiss_sample4_legacyK.txt", "199.95"), ("swiss_sample5_legacyK.txt", "0.50")]
        {
            let Some(published) = vectors::text(name).map(|text| text.replace("\r\n", "\n")) else {
                continue;
            };
            let chf = Currency::from_code("CHF").unwrap();
            let bill = SwissBill {
                iban: "CH5800791123000889012".into(),
                amount: Some(Money::parse(amount, chf).unwrap()),
                reference: SwissReference::Creditor("RF18539007547034".into()),
                message: String::new(),
                ..bill()
            };
            let combined = "K\nPia-Maria Rutschmann-Schnyder\nGrosse Marktgasse 28\n9400 Rorschach\n\n\nCH";
            let structured = "S\nPia-Maria Rutschmann-Schnyder\nGrosse Marktgasse\n28\n9400\nRorschach\nCH";
            assert_eq!(bill.payload().unwrap(), published.replace(combined, structured), "{name}");
        }
    }

    #[test]
    fn what_the_guidelines_do_not_allow_is_refused_with_its_reason() {
        let refused = |change: &dyn Fn(&mut SwissBill)| {
            let mut bill = bill();
            change(&mut bill);
            bill.payload().unwrap_err().reason()
        };
        assert_eq!(refused(&|bill| bill.iban = "CH5800791123000889012".into()), "reference");
        assert_eq!(refused(&|bill| bill.reference = SwissReference::None), "reference");
        assert_eq!(refused(&|bill| bill.iban = "DE71110220330123456789".into()), "country");
        assert_eq!(
            refused(&|bill| bill.reference = SwissReference::Qr("210000000003139471430009018".into())),
            "check_digit"
        );
        assert_eq!(refused(&|bill| bill.message = "x".repeat(141)), "too_long");
        assert_eq!(refused(&|bill| bill.billing = "x".repeat(120)), "too_long");
        assert_eq!(refused(&|bill| bill.creditor.name = "Щербаченко".into()), "character");
        assert_eq!(refused(&|bill| bill.creditor.town.clear()), "missing");
        assert_eq!(refused(&|bill| bill.creditor.postcode.clear()), "missing");
        assert_eq!(refused(&|bill| bill.creditor.country = "Schweiz".into()), "form");
        let usd = Currency::from_code("USD").unwrap();
        assert_eq!(refused(&|bill| bill.currency = usd), "currency");
        let large = Money::parse("1000000000", Currency::from_code("CHF").unwrap()).unwrap();
        assert_eq!(refused(&|bill| bill.amount = Some(large)), "amount");
        assert_eq!(refused(&|bill| bill.procedures = vec!["x".into(); 3]), "too_long");
    }
}
