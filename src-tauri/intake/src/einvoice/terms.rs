//! Terms of payment in words: when it is due, and what paying early is worth.

use crate::values::{date, words};
use goodterms_terms::Day;
use rust_decimal::Decimal;

/// A discount that words promise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Promised {
    pub(crate) days: u32,
    pub(crate) percent: Decimal,
    /// The amount it is taken of, as written.
    pub(crate) base: Option<String>,
}

/// What the words say about the due day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Due {
    /// The day itself.
    On(Day),
    /// So many days after the day of issue.
    After(u32),
}

/// `#SKONTO#TAGE=7#PROZENT=2.00#BASISBETRAG=100.00#`, one a line (XRechnung 3.0, BR-DE-18).
fn skonto_line(line: &str) -> Option<Promised> {
    let fields = line.trim().strip_prefix('#')?.strip_suffix('#')?;
    let mut parts = fields.split('#');
    if !parts.next()?.eq_ignore_ascii_case("SKONTO") {
        return None;
    }
    let (mut days, mut percent, mut base) = (None, None, None);
    for (name, value) in parts.filter_map(|part| part.split_once('=')) {
        match name.trim().to_ascii_uppercase().as_str() {
            "TAGE" => days = value.trim().parse().ok(),
            "PROZENT" => percent = Decimal::from_str_exact(value.trim()).ok(),
            "BASISBETRAG" => base = Some(value.trim().to_owned()),
            _ => {}
        }
    }
    Some(Promised { days: days?, percent: percent?, base })
}

/// Words of the trade that name a discount for paying early.
const DISCOUNT: [&str; 9] =
    ["skonto", "discount", "escompte", "korting", "sconto", "descuento", "desconto", "kassarabatt", "abzug"];
/// Words behind a number that make it days.
const DAYS: [&str; 18] = [
    "day",
    "days",
    "tag",
    "tage",
    "tagen",
    "jour",
    "jours",
    "dag",
    "dagen",
    "dagar",
    "dager",
    "dage",
    "d\u{ed}as",
    "dias",
    "giorni",
    "gg",
    "dni",
    "p\u{e4}iv\u{e4}\u{e4}",
];

/// The discounts that the terms promise, machine-readable lines first.
pub(crate) fn promised(terms: &str) -> Vec<Promised> {
    let lines: Vec<Promised> = terms.lines().filter_map(skonto_line).collect();
    if !lines.is_empty() {
        return lines;
    }
    clauses(terms).filter_map(in_words).collect()
}

/// `3% Skonto innerhalb 10 Tagen`, `2 % discount if paid within 2 days`.
fn in_words(clause: &str) -> Option<Promised> {
    let small = clause.to_lowercase();
    if !DISCOUNT.iter().any(|word| small.contains(word)) || small.matches('%').count() != 1 {
        return None;
    }
    let (before, _) = small.split_once('%')?;
    let number = before.trim_end().rsplit(|c: char| !c.is_ascii_digit() && c != ',' && c != '.').next()?;
    let percent = Decimal::from_str_exact(&number.replace(',', ".")).ok()?;
    Some(Promised { days: days_in(&small)?, percent, base: None })
}

/// When it is due, leaving discounts aside. Where the words are not plain they say nothing: a day too soon
/// would chase somebody who is not late.
pub(super) fn due(terms: &str) -> Option<Due> {
    let skonto: Vec<Promised> = terms.lines().filter_map(skonto_line).collect();
    if let Some(net) = skonto.iter().filter(|line| line.percent.is_zero()).map(|line| line.days).max() {
        return Some(Due::After(net));
    }
    let speaks_of_percent = terms.contains('%');
    let plain = |clause: &&str| {
        let small = clause.to_lowercase();
        let is_net =
            small.split(|c: char| !c.is_alphabetic()).any(|word| matches!(word, "net" | "netto" | "nets"));
        let other = DISCOUNT.iter().any(|word| small.contains(word)) && !small.contains("ohne abzug");
        !small.contains('%') && !other && (is_net || !speaks_of_percent)
    };
    clauses(terms).filter(plain).find_map(|clause| {
        // Words and figures in one clause must not be torn apart, so a date is looked for word by word.
        let day = clause.split_whitespace().find_map(|word| day_in(word.trim_end_matches(['.', ')'])));
        let small = clause.to_lowercase();
        let many = small.split(|c: char| !c.is_ascii_digit()).filter(|number| !number.is_empty()).count() > 1;
        day.map(Due::On).or_else(|| {
            let immediate = ["sofort", "immediate", "on receipt"].iter().any(|word| small.contains(word));
            let days = match days_in(&small) {
                Some(days) => Some(days),
                None if immediate && !many => Some(0),
                // `Net 30`, `30`; a longer text holds other numbers.
                None if small.starts_with(|c: char| c == 'n' || c.is_ascii_digit()) && clause.len() <= 12 => {
                    words::terms_days(clause)
                }
                None => None,
            };
            days.map(Due::After)
        })
    })
}

fn day_in(word: &str) -> Option<Day> {
    match date::shape(word)? {
        date::Shape::Clear(day, _) if word.len() >= 8 && word.contains(['.', '-', '/']) => Some(day),
        _ => None,
    }
}

/// The number before the first word for days; `None` where days are counted from a month's end.
fn days_in(small: &str) -> Option<u32> {
    let from_month_end =
        ["eom", "end of month", "monatsende", "fin de mois", "einde maand", "fin de mes", "fine mese"];
    if from_month_end.iter().any(|words| small.contains(words)) {
        return None;
    }
    let mut before = "";
    for word in small.split(|c: char| c.is_whitespace() || matches!(c, '(' | ')')) {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        if DAYS.contains(&word) {
            return before.parse().ok().filter(|&days: &u32| days <= 366);
        }
        if !word.is_empty() {
            before = word;
        }
    }
    None
}

/// Sentences and their parts; a dot or comma inside a figure does not end one.
fn clauses(terms: &str) -> impl Iterator<Item = &str> {
    terms
        .split(['\n', ';'])
        .flat_map(|line| line.split(", "))
        .flat_map(|part| part.split(". "))
        .map(str::trim)
}

#[cfg(test)]
mod tests {
    use super::*;
    use goodterms_terms::day;

    #[test]
    fn due_days_are_found_in_words() {
        let on = |text: &str| Some(Due::On(day::parse(text).unwrap()));
        for (text, expected) in [
            (
                "Zahlbar innerhalb 30 Tagen netto bis 04.04.2018, 3% Skonto innerhalb 10 Tagen bis 15.03.2018",
                on("2018-04-04"),
            ),
            ("30 dagar netto. Dr\u{f6}jsm\u{e5}lsr\u{e4}nta:12 %", Some(Due::After(30))),
            ("Zahlbar sofort ohne Abzug.", Some(Due::After(0))),
            ("Payment within 30 days", Some(Due::After(30))),
            ("30 dagar.", Some(Due::After(30))),
            ("Net 45", Some(Due::After(45))),
            (
                "... innerhalb von 14 Tagen auf das oben genannte Konto unter Angabe der Rechnungsnummer 1234/78/901 zu \u{fc}berweisen.",
                Some(Due::After(14)),
            ),
            ("#SKONTO#TAGE=7#PROZENT=2.00#\n#SKONTO#TAGE=30#PROZENT=0.00#", Some(Due::After(30))),
            ("#SKONTO#TAGE=7#PROZENT=2.00#", None),
            ("Payment within 10 days, 2% discount", None),
            ("2 % discount if paid within 2 days. Penalty percentage 10% from due date", None),
            ("50% prepaid, 50% within one month", None),
            ("30 days end of month", None),
            ("As per contract clause X.123", None),
            ("Enligt avtal.", None),
            ("Der Betrag wird ihrem Kundenkonto gutgeschrieben", None),
            ("", None),
        ] {
            assert_eq!(due(text), expected, "{text}");
        }
    }

    #[test]
    fn discounts_are_exact() {
        let of = |days, percent: &str| Promised { days, percent: percent.parse().unwrap(), base: None };
        let lines =
            "#SKONTO#TAGE=7#PROZENT=2.00#\n #SKONTO#TAGE=14#PROZENT=1.00#\r\n#SKONTO#TAGE=30#PROZENT=0.00#";
        assert_eq!(promised(lines), [of(7, "2.00"), of(14, "1.00"), of(30, "0.00")]);
        assert_eq!(promised(lines).first().map(|one| one.percent.to_string()).as_deref(), Some("2.00"));
        let based = promised("#SKONTO#TAGE=5#PROZENT=3.00#BASISBETRAG=259.20#");
        assert_eq!(based.first().and_then(|one| one.base.as_deref()), Some("259.20"));
        assert_eq!(promised("30 Tage netto, 2,5 % Skonto innerhalb von 10 Tagen"), [of(10, "2.5")]);
        assert_eq!(
            promised("2 % discount if paid within 2 days. Penalty percentage 10% from due date"),
            [of(2, "2")]
        );
        assert_eq!(promised("Payment within 10 days, 2% discount"), []);
        assert_eq!(promised("#SKONTO#TAGE=x#PROZENT=2.00#"), []);
    }
}
