//! One holiday as a rule: on which days of a year it falls, and what replaces it at the weekend.

use crate::day::{Day, month_end, plus_days};
use chrono::{Datelike, Weekday};
use serde::Deserialize;
use serde::de::Error as _;

/// One holiday of a calendar file.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct HolidayRule {
    pub(super) name: String,
    /// One or more patterns; see [`Pattern::read`].
    #[serde(deserialize_with = "one_or_many")]
    on: Vec<Pattern>,
    #[serde(default)]
    observed: Observed,
    /// Subdivisions it holds in (the country's own code means the country-wide calendar). Empty: all.
    #[serde(default, rename = "in")]
    within: Vec<String>,
    /// Subdivisions it does not hold in.
    #[serde(default)]
    not_in: Vec<String>,
    /// First and last year, and years left out.
    from: Option<i32>,
    until: Option<i32>,
    #[serde(default)]
    except: Vec<i32>,
    /// Only every so many years, counted from `from`.
    every: Option<i32>,
}

/// What is granted when the holiday falls at the weekend. The holiday itself stays too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Observed {
    /// Nothing.
    #[default]
    Never,
    /// The next weekday that is not a holiday already.
    NextWeekday,
    /// For a Sunday only: the next weekday that is not a holiday already.
    SundayNext,
    /// For a Saturday only: the next weekday that is not a holiday already.
    SaturdayNext,
    /// For a Saturday the Friday before, for a Sunday the Monday after.
    NearestWeekday,
}

impl HolidayRule {
    /// Whether the rule belongs to the calendar of that subdivision, or of the country by its own code.
    pub(super) fn holds_in(&self, place: &str) -> bool {
        let listed = |places: &[String]| places.iter().any(|p| p == place);
        (self.within.is_empty() || listed(&self.within)) && !listed(&self.not_in)
    }

    /// The subdivisions the rule names.
    #[cfg(test)]
    pub(super) fn places(&self) -> impl Iterator<Item = &String> {
        self.within.iter().chain(&self.not_in)
    }

    /// The days of `year` it falls on.
    pub(super) fn days_in(&self, year: i32) -> Vec<Day> {
        let in_force = self.from.is_none_or(|from| from <= year)
            && self.until.is_none_or(|until| year <= until)
            && !self.except.contains(&year)
            && self.every.is_none_or(|years| (year - self.from.unwrap_or(0)).checked_rem(years) == Some(0));
        if !in_force {
            return Vec::new();
        }
        self.on.iter().filter_map(|pattern| pattern.day_in(year)).collect()
    }

    /// The day granted instead, when `day` is at the weekend.
    pub(super) fn substitute(&self, day: Day, is_holiday: impl Fn(Day) -> bool) -> Option<Day> {
        let next_free = || {
            (1..14).map(|n| plus_days(day, n)).find(|next| !super::is_weekend(*next) && !is_holiday(*next))
        };
        match (self.observed, day.weekday()) {
            (Observed::NextWeekday, Weekday::Sat | Weekday::Sun)
            | (Observed::SundayNext, Weekday::Sun)
            | (Observed::SaturdayNext, Weekday::Sat) => next_free(),
            (Observed::NearestWeekday, Weekday::Sat) => Some(plus_days(day, -1)),
            (Observed::NearestWeekday, Weekday::Sun) => Some(plus_days(day, 1)),
            _ => None,
        }
    }
}

/// A recurring day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Pattern {
    /// `12-25`
    Fixed { month: u32, day: u32 },
    /// `2022-06-03`
    Once(Day),
    /// `easter-2`, `easter+39`: days from Easter Sunday.
    Easter(i64),
    /// `3rd monday of 02`
    Nth { nth: u8, weekday: Weekday, month: u32 },
    /// `last monday of 05`
    Last { weekday: Weekday, month: u32 },
    /// `monday before 05-25`: strictly before.
    Before { weekday: Weekday, month: u32, day: u32 },
    /// `saturday from 06-20`: on or after.
    From { weekday: Weekday, month: u32, day: u32 },
    /// `monday nearest 01-29`
    Nearest { weekday: Weekday, month: u32, day: u32 },
}

impl Pattern {
    fn read(text: &str) -> Option<Self> {
        if let Some(offset) = text.strip_prefix("easter") {
            return if offset.is_empty() {
                Some(Self::Easter(0))
            } else {
                offset.parse().ok().map(Self::Easter)
            };
        }
        let words: Vec<&str> = text.split(' ').collect();
        match *words.as_slice() {
            [date] if date.len() == 10 => crate::day::parse(date).ok().map(Self::Once),
            [date] => month_and_day(date).map(|(month, day)| Self::Fixed { month, day }),
            ["last", weekday, "of", month] => {
                Some(Self::Last { weekday: weekday.parse().ok()?, month: month.parse().ok()? })
            }
            [nth, weekday, "of", month] => {
                let nth = ["1st", "2nd", "3rd", "4th", "5th"].iter().position(|word| *word == nth)?;
                let nth = u8::try_from(nth).ok()? + 1;
                Some(Self::Nth { nth, weekday: weekday.parse().ok()?, month: month.parse().ok()? })
            }
            [weekday, relation, date] => {
                let (month, day) = month_and_day(date)?;
                let weekday = weekday.parse().ok()?;
                match relation {
                    "before" => Some(Self::Before { weekday, month, day }),
                    "from" => Some(Self::From { weekday, month, day }),
                    "nearest" => Some(Self::Nearest { weekday, month, day }),
                    _ => None,
                }
            }
            _ => None,
        }
    }

    fn day_in(self, year: i32) -> Option<Day> {
        let date = |month, day| Day::from_ymd_opt(year, month, day);
        match self {
            Self::Fixed { month, day } => date(month, day),
            Self::Once(day) => Some(day).filter(|day| day.year() == year),
            Self::Easter(offset) => Some(plus_days(easter(year)?, offset)),
            Self::Nth { nth, weekday, month } => Day::from_weekday_of_month_opt(year, month, weekday, nth),
            Self::Last { weekday, month } => Some(on_or_before(weekday, month_end(date(month, 1)?))),
            Self::Before { weekday, month, day } => {
                Some(on_or_before(weekday, plus_days(date(month, day)?, -1)))
            }
            Self::From { weekday, month, day } => {
                Some(on_or_before(weekday, plus_days(date(month, day)?, 6)))
            }
            Self::Nearest { weekday, month, day } => {
                Some(on_or_before(weekday, plus_days(date(month, day)?, 3)))
            }
        }
    }
}

fn month_and_day(text: &str) -> Option<(u32, u32)> {
    let (month, day) = text.split_once('-')?;
    let (month, day) = (month.parse().ok()?, day.parse().ok()?);
    // 2000 was a leap year, so 29 February passes.
    Day::from_ymd_opt(2000, month, day).map(|_| (month, day))
}

fn on_or_before(weekday: Weekday, day: Day) -> Day {
    plus_days(day, -i64::from(day.weekday().days_since(weekday)))
}

/// Easter Sunday of the Gregorian calendar, by the anonymous algorithm of 1876 (Meeus, Jones, Butcher).
fn easter(year: i32) -> Option<Day> {
    let (golden, century, in_century) = (year % 19, year / 100, year % 100);
    let (leap_centuries, century_rest) = (century / 4, century % 4);
    let moon_shift = (century - (century + 8) / 25 + 1) / 3;
    let full_moon = (19 * golden + century - leap_centuries - moon_shift + 15) % 30;
    let to_sunday = (32 + 2 * century_rest + 2 * (in_century / 4) - full_moon - in_century % 4) % 7;
    let correction = (golden + 11 * full_moon + 22 * to_sunday) / 451;
    let days = full_moon + to_sunday - 7 * correction + 114;
    Day::from_ymd_opt(year, u32::try_from(days / 31).ok()?, u32::try_from(days % 31 + 1).ok()?)
}

fn one_or_many<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Vec<Pattern>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Text {
        One(String),
        Many(Vec<String>),
    }
    let texts = match Text::deserialize(from)? {
        Text::One(text) => vec![text],
        Text::Many(texts) => texts,
    };
    let read =
        |text: String| Pattern::read(&text).ok_or_else(|| D::Error::custom(format!("no such day: {text}")));
    texts.into_iter().map(read).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Known Easters, among them the earliest and the latest possible and two the century rule decides.
    #[test]
    fn easter_falls_where_the_church_says() {
        for text in
            ["1818-03-22", "1943-04-25", "1981-04-19", "2000-04-23", "2026-04-05", "2038-04-25", "2049-04-18"]
        {
            let expected =
                crate::day::parse(text).unwrap_or_else(|_| Day::from_ymd_opt(1818, 3, 22).unwrap());
            assert_eq!(easter(expected.year()), Some(expected), "{text}");
        }
    }

    #[test]
    fn every_pattern_reads_and_falls() {
        let falls =
            |text: &str, year: i32| Pattern::read(text).unwrap().day_in(year).map(|day| day.to_string());
        let on = |text: &str, expected: &str| {
            let year = expected.split('-').next().unwrap().parse().unwrap();
            assert_eq!(falls(text, year).as_deref(), Some(expected), "{text}");
        };
        on("12-25", "2026-12-25");
        on("easter-2", "2026-04-03");
        on("easter+39", "2026-05-14");
        on("3rd monday of 02", "2026-02-16");
        on("last monday of 05", "2026-05-25");
        on("monday before 05-25", "2026-05-18");
        on("monday before 05-25", "2021-05-24");
        on("saturday from 06-20", "2026-06-20");
        on("monday nearest 01-29", "2026-01-26");
        on("monday nearest 01-29", "2024-01-29");
        on("2022-06-03", "2022-06-03");
        assert_eq!(falls("2022-06-03", 2023), None);
        assert_eq!(falls("02-29", 2026), None);
        assert_eq!(falls("5th monday of 02", 2026), None);
        for text in
            ["", "13-01", "12-32", "easter x", "6th monday of 02", "1st blue of 02", "monday near 01-01"]
        {
            assert_eq!(Pattern::read(text), None, "{text}");
        }
    }
}
