//! Who writes and who is written to.

use goodterms_terms::Address;

/// A business or person, as it stands on paper.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
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

/// Names of the countries our users write to most; others are printed by their code.
const COUNTRIES: [(&str, &str); 58] = [
    ("AE", "United Arab Emirates"),
    ("AR", "Argentina"),
    ("AT", "Austria"),
    ("AU", "Australia"),
    ("BE", "Belgium"),
    ("BG", "Bulgaria"),
    ("BR", "Brazil"),
    ("CA", "Canada"),
    ("CH", "Switzerland"),
    ("CL", "Chile"),
    ("CN", "China"),
    ("CO", "Colombia"),
    ("CY", "Cyprus"),
    ("CZ", "Czechia"),
    ("DE", "Germany"),
    ("DK", "Denmark"),
    ("EE", "Estonia"),
    ("EG", "Egypt"),
    ("ES", "Spain"),
    ("FI", "Finland"),
    ("FR", "France"),
    ("GB", "United Kingdom"),
    ("GR", "Greece"),
    ("HK", "Hong Kong"),
    ("HR", "Croatia"),
    ("HU", "Hungary"),
    ("IE", "Ireland"),
    ("IL", "Israel"),
    ("IN", "India"),
    ("IS", "Iceland"),
    ("IT", "Italy"),
    ("JP", "Japan"),
    ("KR", "South Korea"),
    ("KW", "Kuwait"),
    ("LT", "Lithuania"),
    ("LU", "Luxembourg"),
    ("LV", "Latvia"),
    ("MA", "Morocco"),
    ("MT", "Malta"),
    ("MX", "Mexico"),
    ("NL", "Netherlands"),
    ("NO", "Norway"),
    ("NZ", "New Zealand"),
    ("PH", "Philippines"),
    ("PL", "Poland"),
    ("PT", "Portugal"),
    ("RO", "Romania"),
    ("RS", "Serbia"),
    ("SA", "Saudi Arabia"),
    ("SE", "Sweden"),
    ("SG", "Singapore"),
    ("SI", "Slovenia"),
    ("SK", "Slovakia"),
    ("TR", "Türkiye"),
    ("UA", "Ukraine"),
    ("US", "United States"),
    ("VE", "Venezuela"),
    ("ZA", "South Africa"),
];

fn country_name(code: &str) -> &str {
    COUNTRIES.iter().find(|(known, _)| *known == code).map_or(code, |(_, name)| name)
}

/// Joins what is not empty.
fn joined(parts: &[&str], by: &str) -> String {
    parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(by)
}

impl Party {
    /// The lines of the address in the order of its country. The country itself is named when the letter
    /// comes from another one.
    pub fn address_lines(&self, from_country: &str) -> Vec<String> {
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
            lines.push(country_name(&country).to_uppercase());
        }
        lines.retain(|line| !line.is_empty());
        lines
    }

    /// Name, contact and address, as on an envelope.
    pub(crate) fn envelope_lines(&self, from_country: &str) -> Vec<String> {
        let mut lines = vec![self.name.clone()];
        if !self.contact.trim().is_empty() && self.contact.trim() != self.name.trim() {
            lines.push(self.contact.trim().to_owned());
        }
        lines.extend(self.address_lines(from_country));
        lines
    }

    /// The address in one line.
    pub(crate) fn address_line(&self, from_country: &str) -> String {
        self.address_lines(from_country).join(", ")
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
        assert_eq!(at("XK", "", "1").address_lines("DE"), ["Mill Road 12", "1 Town", "XK"]);
        assert_eq!(Party::default().address_lines("CA"), Vec::<String>::new());
    }
}
