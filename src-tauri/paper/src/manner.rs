//! Manners of a place: its paper, its language, how it writes amounts and days.

mod currencies;
mod written;

use crate::fonts::Faces;
use chrono::{DateTime, Datelike, FixedOffset};
use goodterms_terms::agreement::Language;
use goodterms_terms::money::Percent;
use goodterms_terms::{Day, Money};
use serde::{Deserialize, Serialize};

/// The size of the sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Paper {
    /// 210 × 297 mm, ISO 216.
    A4,
    /// 8.5 × 11 inches.
    Letter,
}

/// Countries that write on US Letter (Unicode CLDR, `supplementalData`, measurementData/paperSize `US`).
const LETTER: [&str; 14] =
    ["US", "CA", "MX", "PH", "CL", "CO", "VE", "PR", "GT", "CR", "SV", "NI", "PA", "BZ"];

impl Paper {
    /// The paper of a country (ISO 3166-1 alpha-2, any case). A4 where nothing else is known.
    pub fn for_country(country: &str) -> Self {
        let country = country.trim().to_ascii_uppercase();
        if LETTER.contains(&country.as_str()) { Self::Letter } else { Self::A4 }
    }
}

/// The language of a document and the habits that go with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Locale {
    /// English as in Canada: 17 November 2026, $1,234.50.
    EnCa,
    /// English as in Britain, Ireland and the Commonwealth: 17 November 2026, £1,234.50.
    EnGb,
    /// English as in the United States: November 17, 2026, $1,234.50.
    EnUs,
    /// French as in Canada: 17 novembre 2026, 1 234,50 $.
    FrCa,
    /// French as in France, Belgium and everywhere else: 17 novembre 2026, 1 234,50 €.
    FrFr,
    /// French as in Switzerland: 17 novembre 2026, 1 234.50 CHF.
    FrCh,
}

impl Locale {
    /// The BCP 47 tag.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::EnCa => "en-CA",
            Self::EnGb => "en-GB",
            Self::EnUs => "en-US",
            Self::FrCa => "fr-CA",
            Self::FrFr => "fr-FR",
            Self::FrCh => "fr-CH",
        }
    }

    /// The language.
    pub const fn language(self) -> Language {
        match self {
            Self::EnCa | Self::EnGb | Self::EnUs => Language::English,
            Self::FrCa | Self::FrFr | Self::FrCh => Language::French,
        }
    }

    /// The locale of a country (ISO 3166-1 alpha-2, any case) in a language.
    pub fn of(country: &str, language: Language) -> Self {
        match (language, country.trim().to_ascii_uppercase().as_str()) {
            (Language::English, "US" | "PR") => Self::EnUs,
            (Language::English, "CA") => Self::EnCa,
            (Language::English, _) => Self::EnGb,
            (Language::French, "CA") => Self::FrCa,
            (Language::French, "CH" | "LI") => Self::FrCh,
            (Language::French, _) => Self::FrFr,
        }
    }

    /// What stands between groups of three digits, and before the decimals of an amount (Unicode CLDR).
    const fn marks(self) -> (char, char) {
        match self {
            Self::EnCa | Self::EnGb | Self::EnUs => (',', '.'),
            Self::FrCa => ('\u{A0}', ','),
            Self::FrFr => ('\u{202F}', ','),
            Self::FrCh => ('\u{202F}', '.'),
        }
    }

    /// The sign of a currency where it cannot be mistaken for another; its code says it otherwise.
    fn sign(self, code: &str) -> Option<&'static str> {
        match (self, code) {
            (_, "EUR") => Some("€"),
            (Self::EnCa | Self::FrCa, "CAD") | (Self::EnUs, "USD") => Some("$"),
            (Self::EnGb, "GBP") => Some("£"),
            _ => None,
        }
    }
}

/// How a document is set for its reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manner {
    /// The sheet.
    pub paper: Paper,
    /// The language and its habits.
    pub locale: Locale,
    /// Faces besides the bundled ones, for characters those lack.
    #[serde(skip)]
    pub faces: Faces,
}

const ENGLISH_MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const FRENCH_MONTHS: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];
const FRENCH_SHORT_MONTHS: [&str; 12] =
    ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juill.", "août", "sept.", "oct.", "nov.", "déc."];

impl Manner {
    /// The manners of the country the reader lives in (ISO 3166-1 alpha-2), in English.
    pub fn for_country(country: &str) -> Self {
        Self::of(country, Language::English)
    }

    /// The manners of the country the reader lives in (ISO 3166-1 alpha-2), in a language.
    pub fn of(country: &str, language: Language) -> Self {
        Self {
            paper: Paper::for_country(country),
            locale: Locale::of(country, language),
            faces: Faces::default(),
        }
    }

    /// The language.
    pub const fn language(&self) -> Language {
        self.locale.language()
    }

    /// An amount without its currency, for tables: `1,234.50`, `−0.250`, `1 234,50`.
    pub fn amount(&self, money: Money) -> String {
        let (minus, digits) = self.unsigned(money);
        format!("{minus}{digits}")
    }

    /// The sign, and the digits in groups.
    fn unsigned(&self, money: Money) -> (&'static str, String) {
        let (group, point) = self.locale.marks();
        let plain = money.to_string();
        let (minus, digits) = plain.strip_prefix('-').map_or(("", plain.as_str()), |rest| ("\u{2212}", rest));
        let (whole, decimals) = digits.split_once('.').map_or((digits, None), |(w, d)| (w, Some(d)));
        let mut written = String::new();
        for (at, digit) in whole.chars().enumerate() {
            if at > 0 && (whole.len() - at).is_multiple_of(3) {
                written.push(group);
            }
            written.push(digit);
        }
        if let Some(decimals) = decimals {
            written.push(point);
            written.push_str(decimals);
        }
        (minus, written)
    }

    /// An amount with its currency, for sentences, never broken over two lines: `$1,234.50`, `1 234,50 €`. A
    /// currency whose sign the reader could mistake is named by its code: `USD 1,234.50`, `1 234,50 USD`.
    pub fn money(&self, money: Money) -> String {
        let (minus, digits) = self.unsigned(money);
        match (self.language(), self.locale.sign(money.currency().code())) {
            (Language::English, Some(sign)) => format!("{minus}{sign}{digits}"),
            (Language::French, Some(sign)) => format!("{minus}{digits}\u{A0}{sign}"),
            (_, None) => self.coded(money),
        }
    }

    /// An amount with the code of its currency, as the clauses of an agreement name it: `CAD 1,234.50`,
    /// `1 234,50 CAD`. It is never broken over two lines.
    pub fn coded(&self, money: Money) -> String {
        let (currency, amount) = (money.currency(), self.amount(money));
        match self.language() {
            Language::English => format!("{currency}\u{A0}{amount}"),
            Language::French => format!("{amount}\u{A0}{currency}"),
        }
    }

    /// An amount in words, with the name of its currency: `one thousand two hundred and thirty-four Canadian
    /// dollars and 50/100`, `mille deux cent trente-quatre dollars canadiens et 50/100`.
    pub fn in_words(&self, money: Money) -> String {
        written::amount(money, self.language())
    }

    /// A percentage: `9.25%`, `9,25 %`, never broken over two lines (Unicode CLDR).
    pub fn percent(&self, percent: Percent) -> String {
        match self.locale {
            Locale::EnCa | Locale::EnGb | Locale::EnUs => format!("{percent}%"),
            Locale::FrCa | Locale::FrFr => format!("{}\u{A0}%", percent.to_string().replace('.', ",")),
            Locale::FrCh => format!("{}%", percent.to_string().replace('.', ",")),
        }
    }

    /// A day in full: `17 November 2026`, `November 17, 2026`, `1er décembre 2026`. Only the year may go to the
    /// next line.
    pub fn day(&self, day: Day) -> String {
        let months = match self.language() {
            Language::English => &ENGLISH_MONTHS,
            Language::French => &FRENCH_MONTHS,
        };
        self.dated(day, month(day, months))
    }

    /// A day for tables, on one line: `17 Nov 2026`, `Nov 17, 2026`, `17 nov. 2026`.
    pub fn short_day(&self, day: Day) -> String {
        let month = match self.language() {
            Language::English => month(day, &ENGLISH_MONTHS).get(..3).unwrap_or_default(),
            Language::French => month(day, &FRENCH_SHORT_MONTHS),
        };
        self.dated(day, month).replace(' ', "\u{A0}")
    }

    fn dated(&self, day: Day, month: &str) -> String {
        let (number, year) = (day.day(), day.year());
        match self.locale {
            Locale::EnUs => format!("{month}\u{A0}{number}, {year}"),
            Locale::FrCa | Locale::FrFr | Locale::FrCh if number == 1 => format!("1er\u{A0}{month} {year}"),
            _ => format!("{number}\u{A0}{month} {year}"),
        }
    }

    /// A moment with the distance of its clock from UTC: `17 November 2026, 14:32:05 (UTC−05:00)`, `17 novembre
    /// 2026 à 14 h 32 min 05 s (UTC−05:00)`.
    pub fn moment(&self, moment: &DateTime<FixedOffset>) -> String {
        let day = self.day(moment.date_naive());
        let zone = moment.format("(UTC%:z)").to_string().replace('-', "\u{2212}");
        match self.language() {
            Language::English => format!("{day}, {} {zone}", moment.format("%H:%M:%S")),
            Language::French => {
                format!("{day} à {} {zone}", moment.format("%-H\u{A0}h\u{A0}%M\u{A0}min\u{A0}%S\u{A0}s"))
            }
        }
    }

    /// A list in words: `A`, `A and B`, `A, B and C`; in French with `et`.
    pub fn listed(&self, items: &[String]) -> String {
        let and = match self.language() {
            Language::English => "and",
            Language::French => "et",
        };
        match items {
            [] => String::new(),
            [only] => only.clone(),
            [first @ .., last] => format!("{} {and} {last}", first.join(", ")),
        }
    }
}

fn month(day: Day, months: &[&'static str; 12]) -> &'static str {
    usize::try_from(day.month0()).ok().and_then(|at| months.get(at)).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests;
