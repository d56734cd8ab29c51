//! Amounts, days and rates as an agreement writes them, in each of its languages.

use crate::day::Day;
use crate::money::{Money, Percent};
use chrono::Datelike;
use serde::{Deserialize, Serialize};

/// A language agreements can be written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum Language {
    /// English.
    #[default]
    #[serde(rename = "en")]
    English,
    /// French.
    #[serde(rename = "fr")]
    French,
}

impl Language {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::English, Self::French];

    /// The ISO 639-1 code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::French => "fr",
        }
    }

    /// The language of a locale such as `fr-CA`; English for any other than French.
    pub fn of_locale(locale: &str) -> Self {
        let language = locale.split(['-', '_']).next().unwrap_or_default();
        if language.eq_ignore_ascii_case("fr") { Self::French } else { Self::English }
    }
}

/// `CAD 1,234.50`, or in French `1 234,50 CAD` with spaces that do not break.
pub fn money(money: Money, language: Language) -> String {
    let plain = money.to_string();
    let (sign, digits) = plain.strip_prefix('-').map_or(("", plain.as_str()), |digits| ("-", digits));
    let (whole, fraction) =
        digits.split_once('.').map_or((digits, None), |(whole, part)| (whole, Some(part)));
    let (group, mark) = match language {
        Language::English => (',', '.'),
        Language::French => ('\u{a0}', ','),
    };
    let mut written = String::from(sign);
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            written.push(group);
        }
        written.push(digit);
    }
    if let Some(fraction) = fraction {
        written.push(mark);
        written.push_str(fraction);
    }
    match language {
        Language::English => format!("{}\u{a0}{written}", money.currency()),
        Language::French => format!("{written}\u{a0}{}", money.currency()),
    }
}

/// `22 December 2026`, `1er janvier 2027`.
pub fn day(day: Day, language: Language) -> String {
    const ENGLISH: [&str; 12] = [
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
    const FRENCH: [&str; 12] = [
        "janvier",
        "f\u{e9}vrier",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "ao\u{fb}t",
        "septembre",
        "octobre",
        "novembre",
        "d\u{e9}cembre",
    ];
    let months = match language {
        Language::English => ENGLISH,
        Language::French => FRENCH,
    };
    let month =
        usize::try_from(day.month0()).ok().and_then(|index| months.get(index)).copied().unwrap_or_default();
    let number = match (language, day.day()) {
        (Language::French, 1) => "1er".to_owned(),
        (_, number) => number.to_string(),
    };
    format!("{number}\u{a0}{month}\u{a0}{}", day.year())
}

/// `9.25%`, `9,25 %`.
pub fn percent(rate: Percent, language: Language) -> String {
    match language {
        Language::English => format!("{rate}%"),
        Language::French => format!("{}\u{a0}%", rate.to_string().replace('.', ",")),
    }
}

/// A number with its noun: `1 day`, `7 days`; in French nought and one are singular.
pub(super) fn counted(count: u32, one: &str, many: &str, language: Language) -> String {
    let singular = match language {
        Language::English => count == 1,
        Language::French => count < 2,
    };
    format!("{count}\u{a0}{}", if singular { one } else { many })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::Currency;

    #[test]
    fn each_language_writes_figures_its_own_way() {
        let amount = |text: &str, code: &str, language| {
            money(Money::parse(text, Currency::from_code(code).unwrap()).unwrap(), language)
                .replace('\u{a0}', " ")
        };
        assert_eq!(amount("1234567.5", "CAD", Language::English), "CAD 1,234,567.50");
        assert_eq!(amount("1234567.5", "CAD", Language::French), "1 234 567,50 CAD");
        assert_eq!(amount("100000", "JPY", Language::English), "JPY 100,000");
        assert_eq!(amount("-999.125", "KWD", Language::French), "-999,125 KWD");
        let on =
            |text: &str, language| day(crate::day::parse(text).unwrap(), language).replace('\u{a0}', " ");
        assert_eq!(on("2027-02-01", Language::English), "1 February 2027");
        assert_eq!(on("2027-02-01", Language::French), "1er f\u{e9}vrier 2027");
        assert_eq!(on("2026-12-22", Language::French), "22 d\u{e9}cembre 2026");
        let rate = Percent::parse("9.250").unwrap();
        assert_eq!(percent(rate, Language::English), "9.25%");
        assert_eq!(percent(rate, Language::French), "9,25\u{a0}%");
        assert_eq!(counted(1, "day", "days", Language::English), "1\u{a0}day");
        assert_eq!(counted(0, "jour", "jours", Language::French), "0\u{a0}jour");
        assert_eq!(Language::of_locale("fr-CA"), Language::French);
        assert_eq!(Language::of_locale("de"), Language::English);
    }
}
