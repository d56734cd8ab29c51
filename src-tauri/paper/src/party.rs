//! Who writes and who is written to.

mod countries;

use goodterms_terms::Address;
use goodterms_terms::agreement::Language;
use serde::{Deserialize, Serialize};

/// A business or person, as it stands on paper.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Party {
    /// The exact legal name.
    pub name: String,
    /// The person concerned, if the letter is for someone in particular.
    pub contact: String,
    /// Where it is.
    pub address: Address,
    /// E-mail address.
    pub email: String,
    /// Telephone number, as it should be dialled.
    pub phone: String,
    /// Register and number, in the words of the place: `Ontario corporation 1234567`.
    pub registration: String,
    /// Tax identification with its name: `GST/HST 12345 6789 RT0001`.
    pub tax_id: String,
}

/// How an address is written.
enum Form {
    /// 12 High Street / Town / POSTCODE
    British,
    /// 12 Main Street / Town ON K1A 0B1
    American,
    /// 12 rue Haute / 75001 Town
    French,
    /// Hauptstraße 12 / 10115 Town
    Continental,
}

fn form(country: &str) -> Form {
    match country {
        "GB" | "IE" | "MT" | "ZA" | "KE" | "NG" | "HK" | "SG" => Form::British,
        "US" | "CA" | "AU" | "NZ" | "IN" | "PR" | "PH" => Form::American,
        "FR" | "LU" | "MC" | "MA" | "TN" => Form::French,
        _ => Form::Continental,
    }
}

/// Joins what is not empty.
fn joined(parts: &[&str], by: &str) -> String {
    parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(by)
}

impl Party {
    /// The lines of the address in the order of its country. The country itself is named when the letter
    /// comes from another one; in English, which every post office reads.
    pub fn address_lines(&self, from_country: &str) -> Vec<String> {
        self.address_lines_in(from_country, Language::English)
    }

    /// The same, with the country named in a language the sender's post office reads.
    pub fn address_lines_in(&self, from_country: &str, language: Language) -> Vec<String> {
        let address = &self.address;
        let country = address.country.trim().to_ascii_uppercase();
        let form = form(&country);
        let street = match form {
            Form::Continental => joined(&[&address.street, &address.number], " "),
            _ => joined(&[&address.number, &address.street], " "),
        };
        let mut lines = vec![street, address.extra.trim().to_owned()];
        match form {
            Form::British => {
                lines.push(joined(&[&address.town, &address.region], ", "));
                lines.push(address.postcode.trim().to_owned());
            }
            Form::American => lines.push(joined(&[&address.town, &address.region, &address.postcode], " ")),
            Form::French | Form::Continental => {
                lines.push(joined(&[&address.postcode, &address.town], " "));
                lines.push(address.region.trim().to_owned());
            }
        }
        if !country.is_empty() && !country.eq_ignore_ascii_case(from_country.trim()) {
            lines.push(countries::name(&country, language).to_uppercase());
        }
        lines.retain(|line| !line.is_empty());
        lines
    }

    /// Name, contact and address, as on an envelope.
    pub(crate) fn envelope_lines(&self, from_country: &str, language: Language) -> Vec<String> {
        let mut lines = vec![self.name.clone()];
        if !self.contact.trim().is_empty() && self.contact.trim() != self.name.trim() {
            lines.push(self.contact.trim().to_owned());
        }
        lines.extend(self.address_lines_in(from_country, language));
        lines
    }

    /// The address in one line, as it is written at home.
    pub(crate) fn address_line(&self) -> String {
        self.address_lines(&self.address.country).join(", ")
    }

    /// How to reach it and how it is registered.
    pub(crate) fn detail_lines(&self) -> Vec<String> {
        [&self.email, &self.phone, &self.registration, &self.tax_id]
            .into_iter()
            .map(|line| line.trim().to_owned())
            .filter(|line| !line.is_empty())
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(country: &str, region: &str, postcode: &str) -> Party {
        let part = str::to_owned;
        Party {
            name: part("Granite Bay"),
            address: Address {
                street: part("Mill Road"),
                number: part("12"),
                extra: String::new(),
                postcode: part(postcode),
                town: part("Town"),
                region: part(region),
                country: part(country),
            },
            ..Party::default()
        }
    }

    #[test]
    fn addresses_are_written_as_their_post_office_wants_them() {
        assert_eq!(at("CA", "ON", "K1A 0B1").address_lines("CA"), ["12 Mill Road", "Town ON K1A 0B1"]);
        assert_eq!(
            at("GB", "", "SW1A 1AA").address_lines("IE"),
            ["12 Mill Road", "Town", "SW1A 1AA", "UNITED KINGDOM"]
        );
        assert_eq!(at("DE", "", "10115").address_lines("DE"), ["Mill Road 12", "10115 Town"]);
        assert_eq!(at("FR", "", "75001").address_lines("de"), ["12 Mill Road", "75001 Town", "FRANCE"]);
        assert_eq!(at("QX", "", "1").address_lines("DE"), ["Mill Road 12", "1 Town", "QX"]);
        assert_eq!(
            at("DE", "", "10115").address_lines_in("FR", Language::French),
            ["Mill Road 12", "10115 Town", "ALLEMAGNE"]
        );
        assert_eq!(Party::default().address_lines("CA"), Vec::<String>::new());
    }
}
