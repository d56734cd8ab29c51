//! How a paper says to pay: the business's own lines, and a code to scan where a scheme allows one.

use crate::said;
use goodterms_ledger::business::Business;
use goodterms_ledger::client::Client;
use goodterms_paper::codes::{
    PaymentLink, Pix, Remittance, SepaTransfer, SlipLanguage, SwissBill, SwissParty, SwissReference, Unfit,
    Upi, creditor_reference_for, iban,
};
use goodterms_paper::{Document, Drawing, HowToPay, Manner, PaymentCode};
use goodterms_terms::agreement::Language;
use goodterms_terms::{Address, Money};

/// What a paper asks its reader to pay.
pub(crate) struct Asked<'a> {
    pub(crate) business: &'a Business,
    pub(crate) client: &'a Client,
    /// Paper, language and habits of the reader.
    pub(crate) manner: Manner,
    /// What the payment must be marked with.
    pub(crate) reference: &'a str,
    /// How much, where it is one amount: without it there is no code.
    pub(crate) amount: Option<Money>,
    /// Whether that is only the first of several payments.
    pub(crate) first: bool,
}

/// How to pay, as the paper says it, and the Swiss slip that follows it where that is how one pays.
#[derive(Default)]
pub(crate) struct Paying {
    pub(crate) how: HowToPay,
    slip: Option<(SwissBill, SlipLanguage)>,
}

impl Paying {
    /// Reads the lines in which the business says how to be paid: `Label: value` becomes a labelled detail, a
    /// line with a link becomes the link. A code is added where a scheme reaches that account and currency.
    /// What a scheme does not allow is left to the words: they always say everything.
    pub(crate) fn of(asked: &Asked<'_>) -> Self {
        let language = asked.manner.language();
        let currency = asked.amount.map_or(asked.business.currency, |amount| amount.currency());
        let lines = Lines::read(&asked.business.pay_to, language);
        let link = lines
            .link
            .as_deref()
            .map(|link| PaymentLink::filled(link, asked.reference, asked.amount, currency))
            .unwrap_or_default();
        let slip = asked.amount.filter(|_| !asked.first).and_then(|amount| lines.swiss_bill(asked, amount));
        let code = asked
            .amount
            .filter(|amount| amount.is_positive() && slip.is_none())
            .and_then(|amount| lines.transfer(asked, amount).or_else(|| on_line(asked, amount, &link)));
        let how = HowToPay { details: lines.details, reference: asked.reference.to_owned(), link, code };
        Self { how, slip: slip.map(|slip| (slip, slip_language(asked.client, language))) }
    }

    /// The paper with its slip, where it has one.
    pub(crate) fn with_slip(&self, paper: Document) -> Document {
        match &self.slip {
            // The bill was checked when it was made, so that the paper is never lost to it.
            Some((bill, language)) => paper.clone().with_swiss_bill(bill, *language).unwrap_or(paper),
            None => paper,
        }
    }
}

/// How anybody pays the business, before there is anything to pay: without an amount there is no code.
pub(crate) fn anybody(business: &Business, language: Language) -> HowToPay {
    let lines = Lines::read(&business.pay_to, language);
    HowToPay { details: lines.details, ..HowToPay::default() }
}

/// The lines of a business, by what they mean.
#[derive(Default)]
struct Lines {
    details: Vec<(String, String)>,
    iban: Option<String>,
    bic: String,
    pix: Option<String>,
    upi: Option<String>,
    link: Option<String>,
}

impl Lines {
    fn read(pay_to: &str, language: Language) -> Self {
        let mut lines = Self::default();
        for line in pay_to.lines().map(str::trim).filter(|line| !line.is_empty()) {
            let (label, value) = match line.split_once(':') {
                Some((label, value)) if !value.trim().is_empty() && !value.starts_with("//") => {
                    (label.trim(), value.trim())
                }
                _ => ("", line),
            };
            if value.to_ascii_lowercase().starts_with("https://") && lines.link.is_none() {
                lines.link = Some(value.to_owned());
                continue;
            }
            lines.understand(label, value);
            let label = if label.is_empty() { said::pay_to(language) } else { label.to_owned() };
            lines.details.push((label, value.to_owned()));
        }
        if lines.details.is_empty() && lines.link.is_none() {
            lines.details.push(said::account_as_on_invoices(language));
        }
        lines
    }

    fn understand(&mut self, label: &str, value: &str) {
        let label = label.to_lowercase();
        if let Ok(iban) = iban(value) {
            self.iban.get_or_insert(iban);
        } else if label.contains("bic") || label.contains("swift") {
            self.bic = value.to_owned();
        } else if label.contains("pix") {
            self.pix.get_or_insert_with(|| value.to_owned());
        } else if label.contains("upi") {
            self.upi.get_or_insert_with(|| value.to_owned());
        }
    }

    /// A code of the scheme that moves this currency to this account, if there is one.
    fn transfer(&self, asked: &Asked<'_>, amount: Money) -> Option<PaymentCode> {
        let name = asked.business.name.clone();
        let (drawing, way) = match amount.currency().code() {
            "EUR" => {
                let transfer = SepaTransfer {
                    name,
                    iban: self.iban.clone()?,
                    bic: self.bic.clone(),
                    amount,
                    purpose: String::new(),
                    remittance: Remittance::Text(asked.reference.to_owned()),
                    note: String::new(),
                };
                (transfer.code(&alt(asked, amount)), said::Way::Transfer)
            }
            "BRL" => {
                let pix = Pix {
                    key: self.pix.clone()?,
                    name,
                    town: asked.business.address.town.clone(),
                    amount,
                    txid: lettered(asked.reference, 25),
                };
                (pix.code(&alt(asked, amount)), said::Way::Pix)
            }
            "INR" => {
                let upi = Upi {
                    address: self.upi.clone()?,
                    name,
                    amount,
                    reference: lettered(asked.reference, 35),
                    note: String::new(),
                };
                (upi.code(&alt(asked, amount)), said::Way::Upi)
            }
            _ => return None,
        };
        coded(drawing, asked, amount, way)
    }

    /// The Swiss slip, for francs and euros to an account in Switzerland or Liechtenstein.
    fn swiss_bill(&self, asked: &Asked<'_>, amount: Money) -> Option<SwissBill> {
        let iban = self.iban.as_ref().filter(|iban| iban.starts_with("CH") || iban.starts_with("LI"))?;
        let bill = SwissBill {
            iban: iban.clone(),
            creditor: swiss_party(&asked.business.name, &asked.business.address, &asked.business.country),
            amount: Some(amount),
            currency: amount.currency(),
            debtor: Some(swiss_party(
                &asked.client.name,
                &asked.client.address,
                crate::papers::country(asked.client, asked.business),
            ))
            // Without a whole address of the payer the slip has a box to write it into.
            .filter(|debtor| !debtor.town.is_empty() && !debtor.postcode.is_empty()),
            reference: creditor_reference_for(asked.reference)
                .map_or(SwissReference::None, SwissReference::Creditor),
            message: asked.reference.to_owned(),
            billing: String::new(),
            procedures: Vec::new(),
        };
        bill.payload().ok().map(|_| bill)
    }
}

fn swiss_party(name: &str, address: &Address, country: &str) -> SwissParty {
    SwissParty {
        name: name.to_owned(),
        street: address.street.clone(),
        number: address.number.clone(),
        postcode: address.postcode.clone(),
        town: address.town.clone(),
        country: country.to_owned(),
    }
}

/// The language of the slip: the client's own where the slip has it.
fn slip_language(client: &Client, otherwise: Language) -> SlipLanguage {
    let tag = client.language.trim().to_ascii_lowercase();
    match (tag.get(..2), otherwise) {
        (Some("de"), _) => SlipLanguage::German,
        (Some("it"), _) => SlipLanguage::Italian,
        (_, Language::French) => SlipLanguage::French,
        (_, Language::English) => SlipLanguage::English,
    }
}

/// A code of the page where one can pay.
fn on_line(asked: &Asked<'_>, amount: Money, link: &str) -> Option<PaymentCode> {
    let link = PaymentLink::new(link).ok()?;
    coded(link.code(&alt(asked, amount)), asked, amount, said::Way::OnLine)
}

fn coded(
    drawing: Result<Drawing, Unfit>,
    asked: &Asked<'_>,
    amount: Money,
    way: said::Way,
) -> Option<PaymentCode> {
    let amount = asked.manner.money(amount);
    let caption = said::scan_to_pay(&amount, asked.first, way, asked.manner.language());
    drawing.ok().map(|drawing| PaymentCode { drawing, caption })
}

fn alt(asked: &Asked<'_>, amount: Money) -> String {
    said::payment_code(&asked.manner.money(amount), &asked.business.name, asked.manner.language())
}

/// Its letters and digits, at most so many.
fn lettered(text: &str, most: usize) -> String {
    text.chars().filter(char::is_ascii_alphanumeric).take(most).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use goodterms_terms::Currency;

    fn business(pay_to: &str) -> Business {
        Business {
            name: "Birch & Ferry Millwork".to_owned(),
            country: "CA".to_owned(),
            region: "ON".to_owned(),
            currency: Currency::from_code("CAD").unwrap(),
            locale: "en-CA".to_owned(),
            time_zone: "America/Toronto".to_owned(),
            email: String::new(),
            phone: String::new(),
            tax_id: String::new(),
            address: Address {
                street: "Bahnhofstrasse".to_owned(),
                number: "1".to_owned(),
                postcode: "8001".to_owned(),
                town: "Zürich".to_owned(),
                ..Address::default()
            },
            pay_to: pay_to.to_owned(),
            logo: None,
        }
    }

    fn paying(business: &Business, amount: &str, currency: &str) -> Paying {
        let currency = Currency::from_code(currency).unwrap();
        let client = Client::named("Quarry Road Brewing");
        Paying::of(&Asked {
            business,
            client: &client,
            manner: Manner::of("CA", Language::English),
            reference: "INV-1187",
            amount: Some(Money::parse(amount, currency).unwrap()),
            first: false,
        })
    }

    fn caption(paying: &Paying) -> Option<&str> {
        paying.how.code.as_ref().map(|code| code.caption.as_str())
    }

    #[test]
    fn a_code_is_printed_where_the_account_and_the_currency_have_one() {
        let sepa = business("IBAN: DE89 3704 0044 0532 0130 00\nBIC: COBADEFFXXX");
        let euro = paying(&sepa, "120.50", "EUR");
        assert_eq!(caption(&euro), Some("Scan to pay \u{20ac}120.50 by bank transfer"));
        assert_eq!(euro.how.details.len(), 2, "the words say everything, code or not");
        assert_eq!(caption(&paying(&sepa, "120.50", "CAD")), None, "SEPA moves euros");

        let pix = business("PIX: pix@birchferry.example");
        assert!(caption(&paying(&pix, "10", "BRL")).unwrap().ends_with("by Pix"));
        let upi = business("UPI: birch@okbank");
        assert!(caption(&paying(&upi, "10", "INR")).unwrap().ends_with("by UPI"));
        let mistyped = business("IBAN: DE89 3704 0044 0532 0130 01");
        assert_eq!(caption(&paying(&mistyped, "1", "EUR")), None);
    }

    #[test]
    fn a_link_is_filled_in_and_can_be_scanned() {
        let page = business("Pay on line: https://pay.example.com/{reference}?amount={amount}&in={currency}");
        let paying = paying(&page, "88.00", "CAD");
        assert_eq!(paying.how.link, "https://pay.example.com/INV-1187?amount=88.00&in=CAD");
        assert!(paying.how.details.is_empty());
        assert!(caption(&paying).unwrap().ends_with("on line"));
    }

    #[test]
    fn francs_are_paid_with_a_slip_on_a_page_of_its_own() {
        let swiss = business("IBAN: CH93 0076 2011 6238 5295 7");
        let paying = paying(&swiss, "250.00", "CHF");
        assert!(paying.how.code.is_none());
        let (bill, language) = paying.slip.as_ref().unwrap();
        assert_eq!((bill.iban.as_str(), *language), ("CH9300762011623852957", SlipLanguage::English));
        assert!(matches!(&bill.reference, SwissReference::Creditor(rf) if rf.starts_with("RF")));
        assert!(bill.debtor.is_none(), "an address that is not whole is not printed");
    }

    #[test]
    fn nothing_to_pay_with_is_said_in_words() {
        let nothing = paying(&business(""), "1", "CAD");
        let said = [("Account".to_owned(), "as given on our invoices".to_owned())];
        assert_eq!((nothing.how.details.as_slice(), caption(&nothing)), (said.as_slice(), None));
    }
}
