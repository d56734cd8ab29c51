//! Manners of a place: its paper, how it writes amounts and days.

use chrono::Datelike;
use goodterms_terms::{Day, Money};

/// The size of the sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Locale {
    /// English as in Canada: 17 November 2026.
    EnCa,
    /// English as in Britain, Ireland and the Commonwealth: 17 November 2026.
    EnGb,
    /// English as in the United States: November 17, 2026.
    EnUs,
}

impl Locale {
    /// The BCP 47 tag.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::EnCa => "en-CA",
            Self::EnGb => "en-GB",
            Self::EnUs => "en-US",
        }
    }

    /// The locale of a country for letters in English.
    pub fn for_country(country: &str) -> Self {
        match country.trim().to_ascii_uppercase().as_str() {
            "US" | "PR" => Self::EnUs,
            "CA" => Self::EnCa,
            _ => Self::EnGb,
        }
    }
}

/// How a document is set for its reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Manner {
    /// The sheet.
    pub paper: Paper,
    /// The language and its habits.
    pub locale: Locale,
}

const MONTHS: [&str; 12] = [
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

impl Manner {
    /// The manners of the country the reader lives in (ISO 3166-1 alpha-2).
    pub fn for_country(country: &str) -> Self {
        Self { paper: Paper::for_country(country), locale: Locale::for_country(country) }
    }

    /// An amount without its currency, for tables: `1,234.50`, `−0.250`.
    pub fn amount(&self, money: Money) -> String {
        let plain = money.to_string();
        let (minus, digits) = plain.strip_prefix('-').map_or(("", plain.as_str()), |rest| ("\u{2212}", rest));
        let (whole, decimals) = digits.split_once('.').map_or((digits, None), |(w, d)| (w, Some(d)));
        let mut written = String::from(minus);
        for (at, digit) in whole.chars().enumerate() {
            if at > 0 && (whole.len() - at) % 3 == 0 {
                written.push(',');
            }
            written.push(digit);
        }
        if let Some(decimals) = decimals {
            written.push('.');
            written.push_str(decimals);
        }
        written
    }

    /// An amount with its currency, for sentences: `CAD 1,234.50`, never broken over two lines.
    pub fn money(&self, money: Money) -> String {
        format!("{}\u{A0}{}", money.currency(), self.amount(money))
    }

    /// A day in full: `17 November 2026`, or `November 17, 2026`. Only the year may go to the next line.
    pub fn day(&self, day: Day) -> String {
        self.dated(day, month(day))
    }

    /// A day for tables, on one line: `17 Nov 2026`, or `Nov 17, 2026`.
    pub fn short_day(&self, day: Day) -> String {
        self.dated(day, month(day).get(..3).unwrap_or_default()).replace(' ', "\u{A0}")
    }

    fn dated(&self, day: Day, month: &str) -> String {
        let (number, year) = (day.day(), day.year());
        match self.locale {
            Locale::EnUs => format!("{month}\u{A0}{number}, {year}"),
            Locale::EnCa | Locale::EnGb => format!("{number}\u{A0}{month} {year}"),
        }
    }
}

fn month(day: Day) -> &'static str {
    usize::try_from(day.month0()).ok().and_then(|at| MONTHS.get(at)).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use goodterms_terms::{Currency, day};

    #[test]
    fn amounts_are_grouped_in_the_currencys_own_precision() {
        let manner = Manner::for_country("CA");
        let check = |minor: i64, code: &str, written: &str| {
            assert_eq!(manner.amount(Money::of(minor, Currency::from_code(code).unwrap())), written);
        };
        check(123_450, "CAD", "1,234.50");
        check(-5, "EUR", "\u{2212}0.05");
        check(1_234_567, "JPY", "1,234,567");
        check(999, "JPY", "999");
        check(1_234_567, "KWD", "1,234.567");
        check(1_000_000_000_000_000, "KWD", "1,000,000,000,000.000");
    }

    #[test]
    fn days_and_paper_follow_the_readers_country() {
        let on = day::parse("2026-11-07").unwrap();
        assert_eq!(Manner::for_country("ca").day(on), "7\u{A0}November 2026");
        assert_eq!(Manner::for_country("US").day(on), "November\u{A0}7, 2026");
        assert_eq!(Manner::for_country("GB").short_day(on), "7\u{A0}Nov\u{A0}2026");
        for (country, paper) in
            [("US", Paper::Letter), ("ca ", Paper::Letter), ("DE", Paper::A4), ("", Paper::A4)]
        {
            assert_eq!(Paper::for_country(country), paper, "{country}");
        }
    }
}
