//! Dates as people and programs write them.
//!
//! As with amounts, [`shape`] says what one cell proves; the column decides; [`Shape::day`] reads.

use crate::options::DateOrder::{self, Dmy, Mdy, Ymd};
use goodterms_terms::Day;

/// What one cell of a date column is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    /// It can be meant in one way only; the order it shows, if it shows one.
    Clear(Day, Option<DateOrder>),
    /// Two numbers that could be day and month or month and day, and the year.
    Either {
        /// The first number, 1 to 12.
        first: u32,
        /// The second number, 1 to 12, another than the first.
        second: u32,
        /// The year.
        year: i32,
    },
    /// A spreadsheet's day number; the day it stands for where day 1 is 1 January 1900.
    Serial(Day),
}

impl Shape {
    /// The day it means, taking `order` where the cell itself proves nothing. `None` when that order
    /// does not say.
    pub(crate) fn day(self, order: Option<DateOrder>) -> Option<Day> {
        match self {
            Self::Clear(day, _) | Self::Serial(day) => Some(day),
            Self::Either { first, second, year } => match order? {
                Dmy => Day::from_ymd_opt(year, second, first),
                Mdy => Day::from_ymd_opt(year, first, second),
                Ymd => None,
            },
        }
    }
}

/// Takes a date apart. `None` when it is none that any calendar has.
pub(crate) fn shape(text: &str) -> Option<Shape> {
    let text = text.trim();
    if text.len() > 40 || !text.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    if text.contains(char::is_alphabetic) {
        return with_a_month_name(text).or_else(|| numeric(without_time(text)));
    }
    numeric(without_time(text))
}

/// Cuts the time off: `2021-01-28T11:04:09+00:00`, `1/28/2021 0:00`, `20190307.0`.
fn without_time(text: &str) -> &str {
    let dated = text.split_once('T').filter(|(day, _)| day.ends_with(|c: char| c.is_ascii_digit()));
    let day = dated.map_or(text, |(day, _)| day);
    let by_blank = day.split_once(' ').filter(|(_, rest)| rest.contains(':'));
    by_blank.map_or(day, |(day, _)| day).trim_end_matches(',')
}

fn numeric(text: &str) -> Option<Shape> {
    let separator = text.chars().find(|c| !c.is_ascii_digit());
    let Some(separator) = separator else { return solid(text) };
    if separator == '.' && text.matches('.').count() == 1 {
        let (whole, fraction) = text.split_once('.')?;
        return fraction.bytes().all(|b| b.is_ascii_digit()).then(|| solid(whole)).flatten();
    }
    if !matches!(separator, '/' | '-' | '.' | ' ') {
        return None;
    }
    // Hungary closes a date with a dot: 2019.04.19.
    let closed = if separator == '.' { text.strip_suffix('.').unwrap_or(text) } else { text };
    let mut parts = closed.split(separator).map(str::trim);
    let (a, b, c) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some()
        || [a, b, c].iter().any(|p| p.is_empty() || !p.bytes().all(|d| d.is_ascii_digit()))
    {
        return None;
    }
    let (first, second): (u32, u32) = (short_number(a)?, short_number(b)?);
    if a.len() == 4 {
        let day = Day::from_ymd_opt(i32::try_from(first).ok()?, second, short_number(c)?)?;
        return Some(Shape::Clear(day, Some(Ymd)));
    }
    two_numbers(first, second, year(c)?, separator)
}

/// Day and month in an unknown order.
fn two_numbers(first: u32, second: u32, year: i32, separator: char) -> Option<Shape> {
    let day_first = Day::from_ymd_opt(year, second, first);
    let month_first = Day::from_ymd_opt(year, first, second);
    match (day_first, month_first) {
        (Some(day), Some(_)) if first == second => Some(Shape::Clear(day, None)),
        // No country writes the month first between dots (Unicode CLDR 46 has no such pattern).
        (Some(day), Some(_)) if separator == '.' => Some(Shape::Clear(day, Some(Dmy))),
        (Some(_), Some(_)) => Some(Shape::Either { first, second, year }),
        (Some(day), None) => Some(Shape::Clear(day, Some(Dmy))),
        (None, Some(day)) => Some(Shape::Clear(day, Some(Mdy))),
        (None, None) => None,
    }
}

/// Digits only: `20190220`, or a spreadsheet's day number.
fn solid(text: &str) -> Option<Shape> {
    let number: u32 = text.parse().ok()?;
    match text.len() {
        8 => {
            let day =
                Day::from_ymd_opt(i32::try_from(number / 10_000).ok()?, number / 100 % 100, number % 100)?;
            goodterms_terms::day::within_years(day).ok().map(|day| Shape::Clear(day, Some(Ymd)))
        }
        // 1954 to 2118. Day 60 is the 29 February 1900 that never was, so counting starts a day early.
        5 if (20_000..80_000).contains(&number) => {
            let zero = Day::from_ymd_opt(1899, 12, 30)?;
            Some(Shape::Serial(goodterms_terms::day::plus_days(zero, i64::from(number))))
        }
        _ => None,
    }
}

fn short_number(text: &str) -> Option<u32> {
    if text.len() > 4 { None } else { text.parse().ok() }
}

/// Four digits, or two that mean this century.
fn year(text: &str) -> Option<i32> {
    let number: i32 = text.parse().ok()?;
    match text.len() {
        4 => Some(number),
        2 => Some(2000 + number),
        _ => None,
    }
}

/// `Jan 28 2021`, `28-Jan-21`, `28. Januar 2026`, `28 de enero de 2026`, `Thursday, January 28, 2021`.
fn with_a_month_name(text: &str) -> Option<Shape> {
    let mut month = None;
    let mut numbers: [Option<&str>; 2] = [None, None];
    for token in tokens(text) {
        if token.contains(':') {
            break; // the time of day ends the date
        }
        if token.starts_with(|c: char| c.is_ascii_digit()) {
            let digits = token.trim_end_matches(|c: char| !c.is_ascii_digit());
            let ordinal = token.get(digits.len()..).unwrap_or_default();
            if !matches!(ordinal, "" | "st" | "nd" | "rd" | "th" | "er" | "e") {
                return None;
            }
            match numbers.iter_mut().find(|slot| slot.is_none()) {
                Some(slot) => *slot = Some(digits),
                None => return None,
            }
        } else if let Some(number) = month_number(token) {
            if month.replace(number).is_some() {
                return None;
            }
        } else if !is_weekday_or_link(token) {
            return None;
        }
    }
    let (first, second) = (numbers.first().copied().flatten()?, numbers.get(1).copied().flatten()?);
    let (day, year_text) = if first.len() == 4 { (second, first) } else { (first, second) };
    let day = Day::from_ymd_opt(year(year_text)?, month?, short_number(day)?)?;
    Some(Shape::Clear(day, None))
}

fn tokens(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| c.is_whitespace() || matches!(c, '-' | '/' | ',' | '.'))
        .filter(|token| !token.is_empty())
}

/// English, German, French, Dutch, Spanish, Italian, Portuguese. Accents may be missing, as programs lose them.
const MONTHS: [&str; 12] = [
    "jan january januar j\u{e4}n j\u{e4}nner janvier janv januari ene enero gen gennaio janeiro",
    "feb february februar febr februari f\u{e9}vrier fevrier f\u{e9}vr fevr f\u{e9}v febrero febbraio fev fevereiro",
    "mar march m\u{e4}rz maerz marz mrz mars maart mrt marzo mar\u{e7}o marco",
    "apr april avril avr abr abril aprile",
    "may mai mei mayo mag maggio maio",
    "jun june juni juin junio giu giugno junho",
    "jul july juli juillet juil julio lug luglio julho",
    "aug august augustus ao\u{fb}t aout ago agosto",
    "sep sept september septembre septiembre set settembre setembro",
    "oct october okt oktober octobre octubre ott ottobre out outubro",
    "nov november novembre noviembre novembro",
    "dec december dez dezember d\u{e9}cembre decembre d\u{e9}c dic diciembre dicembre dezembro",
];

fn month_number(word: &str) -> Option<u32> {
    let small = word.to_lowercase();
    let place = MONTHS.iter().position(|names| names.split(' ').any(|name| name == small))?;
    u32::try_from(place + 1).ok()
}

fn is_weekday_or_link(word: &str) -> bool {
    const WORDS: &str = "de del of the le den mon monday tue tues tuesday wed wednesday thu thur thurs thursday fri friday \
        sat saturday sun sunday mo montag di dienstag mi mittwoch do donnerstag fr freitag sa samstag so sonntag lun lundi \
        mardi mer mercredi jeu jeudi ven vendredi sam samedi dim dimanche am pm utc gmt z";
    let small = word.to_lowercase();
    WORDS.split_ascii_whitespace().any(|known| known == small)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clear(text: &str) -> Option<String> {
        match shape(text) {
            Some(Shape::Clear(day, _)) => Some(day.to_string()),
            _ => None,
        }
    }

    #[test]
    fn dates_that_can_mean_one_day_only_are_read() {
        let check = |day: &str, texts: &[&str]| {
            for text in texts {
                assert_eq!(clear(text).as_deref(), Some(day), "{text}");
            }
        };
        check(
            "2021-01-28",
            &[
                "2021-01-28",
                "2021/1/28",
                "2021.01.28.",
                "20210128",
                "20210128.0",
                "28.01.2021",
                "28.1.21",
                "28/01/2021",
                "1/28/2021",
                "01-28-2021",
                "28-01-2021",
                "Jan 28 2021",
                "Jan 28, 2021",
                "28 Jan 2021",
                "28-Jan-21",
                "28. Januar 2021",
                "28 janvier 2021",
                "28 de enero de 2021",
                "28 gennaio 2021",
                "28 jan. 2021",
                "Thursday, January 28, 2021",
                "28th January 2021",
                "2021-01-28T11:04:09+00:00",
                "2021-01-28 05:14:15",
                "1/28/2021 0:00",
                "1/28/2021 12:00 AM",
                "2021-01-28T11:04:09.123Z",
                "2021 Jan 28",
                "Jan 28, 2021 04:19 PM",
            ],
        );
        check("2026-03-05", &["05.03.2026", "5 M\u{e4}rz 2026", "5 mar\u{e7}o 2026", "2026-03-05"]);
        check("2026-05-05", &["5/5/2026", "05-05-26"]);
        check("2024-02-29", &["29/02/2024", "02/29/2024"]);
    }

    #[test]
    fn dates_that_could_be_two_days_stay_open() {
        let open = shape("09/01/2017").unwrap();
        assert_eq!(open, Shape::Either { first: 9, second: 1, year: 2017 });
        assert_eq!(open.day(Some(Dmy)), Day::from_ymd_opt(2017, 1, 9));
        assert_eq!(open.day(Some(Mdy)), Day::from_ymd_opt(2017, 9, 1));
        assert_eq!((open.day(Some(Ymd)), open.day(None)), (None, None));
        assert!(matches!(shape("3-4-26"), Some(Shape::Either { year: 2026, .. })));
    }

    #[test]
    fn a_spreadsheets_day_numbers_are_known() {
        assert_eq!(shape("44224"), Some(Shape::Serial(Day::from_ymd_opt(2021, 1, 28).unwrap())));
        assert_eq!(shape("44224.75"), shape("44224"));
    }

    #[test]
    fn what_no_calendar_has_is_no_date() {
        for text in [
            "",
            "Pending",
            "30/02/2026",
            "32/01/2026",
            "13/13/2026",
            "2026-13-01",
            "1/2",
            "1/2/3/4",
            "99999999",
            "12345678901234567890",
            "Jan 2021",
            "28 Foo 2021",
            "00/00/0000",
            "0000-00-00",
            "1.5",
            "12:30",
            "\u{661}/1/2020",
            "5/6/202",
            "Jan 28 Feb 2021",
        ] {
            assert_eq!(shape(text), None, "{text}");
        }
    }
}
