//! Working days: public holidays by country and subdivision, and moving a day off them.
//!
//! Holidays are rules as data (`data/holidays/*.json`), so no network and no yearly update is needed.
//! Saturdays and Sundays are never business days. What a rule cannot foresee (a state funeral, a
//! community's yearly decree) is a listed date, or a day the user adds with
//! [`HolidayCalendar::with_own_days`].

mod library;
mod rule;

use crate::day::{Day, plus_days};
use crate::refusal::{Code, Refusal};
use chrono::{Datelike, Weekday};
use rule::HolidayRule;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::ops::RangeInclusive;

/// The years for which every calendar was compared with an independent source. Other years follow the
/// same rules; a later proclamation cannot be known.
pub const CHECKED_YEARS: RangeInclusive<i32> = 2020..=2035;

/// What happens to a day that is not a business day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Move {
    /// To the next business day.
    Next,
    /// To the business day before.
    Previous,
    /// The day stays.
    #[default]
    None,
}

/// The public holidays of one country or subdivision.
#[derive(Debug, Clone, PartialEq)]
pub struct HolidayCalendar {
    code: String,
    name: String,
    rules: Vec<HolidayRule>,
    own_days: BTreeMap<Day, String>,
}

impl HolidayCalendar {
    /// Finds a calendar by its ISO 3166 code (`CA-ON`, `gb-eng`, `DE`), in any case.
    ///
    /// `EU` is not a country: it gives the days on which euro payments rest (the TARGET closing days).
    ///
    /// # Errors
    /// [`Code::CalendarUnknown`], with the calendars of the same country as candidates.
    pub fn find(code: &str) -> Result<&'static Self, Refusal> {
        let wanted = code.trim().to_ascii_uppercase();
        let known = library::calendars();
        if let Some(calendar) = known.iter().find(|calendar| calendar.code == wanted) {
            return Ok(calendar);
        }
        let country = wanted.split('-').next().unwrap_or_default();
        let of_country = |calendar: &&Self| calendar.code.split('-').next() == Some(country);
        let mut candidates: Vec<String> =
            known.iter().filter(of_country).map(|calendar| calendar.code.clone()).collect();
        if candidates.is_empty() {
            candidates =
                known.iter().map(|calendar| &calendar.code).filter(|c| !c.contains('-')).cloned().collect();
        }
        Err(Refusal::input(
            Code::CalendarUnknown,
            format!("no holiday calendar is called \u{201c}{code}\u{201d}"),
        )
        .hint("Use an ISO 3166 code such as CA-ON, GB-ENG or DE.")
        .candidates(candidates))
    }

    /// Every calendar the product ships, sorted by code.
    pub fn all() -> &'static [Self] {
        library::calendars()
    }

    /// A calendar without holidays: only Saturdays and Sundays rest.
    pub fn weekends_only() -> Self {
        Self { code: String::new(), name: String::new(), rules: Vec::new(), own_days: BTreeMap::new() }
    }

    /// The same calendar with days the user adds, each with its name.
    #[must_use]
    pub fn with_own_days(&self, days: impl IntoIterator<Item = (Day, String)>) -> Self {
        let mut calendar = self.clone();
        calendar.own_days.extend(days);
        calendar
    }

    /// The ISO 3166 code, in capitals; empty for [`HolidayCalendar::weekends_only`].
    pub fn code(&self) -> &str {
        &self.code
    }

    /// The place's English name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The name of the holiday on that day; a day granted instead of one at the weekend bears its name.
    pub fn is_holiday(&self, day: Day) -> Option<&str> {
        if let Some(name) = self.own_days.get(&day) {
            return Some(name);
        }
        self.in_year(day.year()).remove(&day)
    }

    /// All holidays of a year, in order, with their names.
    pub fn in_year(&self, year: i32) -> BTreeMap<Day, &str> {
        // A substitute can fall in the next year or, in the United States, in the year before.
        let years = year.saturating_sub(1)..=year.saturating_add(1);
        let mut falling: Vec<(Day, &HolidayRule)> = years
            .flat_map(|y| {
                self.rules.iter().flat_map(move |rule| rule.days_in(y).into_iter().map(move |d| (d, rule)))
            })
            .collect();
        falling.sort_by_key(|(day, _)| *day);
        let mut holidays: BTreeMap<Day, &str> = BTreeMap::new();
        for (day, rule) in &falling {
            holidays.entry(*day).or_insert(&rule.name);
        }
        for (day, rule) in falling {
            if let Some(substitute) = rule.substitute(day, |other| holidays.contains_key(&other)) {
                holidays.entry(substitute).or_insert(&rule.name);
            }
        }
        holidays.extend(self.own_days.iter().map(|(day, name)| (*day, name.as_str())));
        holidays.retain(|day, _| day.year() == year);
        holidays
    }

    /// Whether people work on that day: neither a weekend nor a holiday.
    pub fn is_business_day(&self, day: Day) -> bool {
        !is_weekend(day) && self.is_holiday(day).is_none()
    }

    /// The day itself when it is a business day, else where `how` moves it.
    #[must_use]
    pub fn moved(&self, day: Day, how: Move) -> Day {
        let step = match how {
            Move::Next => 1,
            Move::Previous => -1,
            Move::None => return day,
        };
        // No calendar rests for a month; the bound only keeps own days from looping for ever.
        (0..366).map(|n| plus_days(day, n * step)).find(|moved| self.is_business_day(*moved)).unwrap_or(day)
    }

    /// The day that is `count` business days later (earlier when negative); zero leaves it where it is.
    #[must_use]
    pub fn plus_business_days(&self, day: Day, count: i32) -> Day {
        let (step, how) = if count < 0 { (-1, Move::Previous) } else { (1, Move::Next) };
        (0..count.unsigned_abs()).fold(day, |reached, _| self.moved(plus_days(reached, step), how))
    }
}

fn is_weekend(day: Day) -> bool {
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

#[cfg(test)]
mod tests;
