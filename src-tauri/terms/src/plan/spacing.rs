//! The rhythm of a plan: which days its instalments fall on, before any weekend or holiday moves them.
//!
//! Every date is counted from the start, never from the date before it, so nothing can drift.

use crate::day::{Day, month_end, plus_days, plus_months};
use crate::refusal::{Code, Refusal};
use chrono::Datelike;
use serde::{Deserialize, Serialize};
use std::str::FromStr;

/// How far apart instalments lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Spacing {
    /// Every seven days.
    Week,
    /// Every fourteen days.
    TwoWeeks,
    /// Two fixed days of each month; see [`Rhythm`].
    TwiceAMonth,
    /// The same day of each month.
    Month,
    /// The same day of every third month.
    Quarter,
}

impl Spacing {
    /// All spacings, the widest first.
    pub const WIDEST_FIRST: [Self; 5] =
        [Self::Quarter, Self::Month, Self::TwiceAMonth, Self::TwoWeeks, Self::Week];

    /// The name on the wire, in snake case.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Week => "week",
            Self::TwoWeeks => "two_weeks",
            Self::TwiceAMonth => "twice_a_month",
            Self::Month => "month",
            Self::Quarter => "quarter",
        }
    }

    /// The part of a year that one period counts for when interest is charged: a month is always a
    /// twelfth, a week always 7/365.
    pub const fn period(self) -> YearFraction {
        match self {
            Self::Week => YearFraction::days(7),
            Self::TwoWeeks => YearFraction::days(14),
            Self::TwiceAMonth => YearFraction { numerator: 1, denominator: 24 },
            Self::Month => YearFraction { numerator: 1, denominator: 12 },
            Self::Quarter => YearFraction { numerator: 1, denominator: 4 },
        }
    }

    const fn counts_in_months(self) -> bool {
        matches!(self, Self::TwiceAMonth | Self::Month | Self::Quarter)
    }
}

impl FromStr for Spacing {
    type Err = Refusal;

    fn from_str(text: &str) -> Result<Self, Refusal> {
        let wanted = text.trim().to_ascii_lowercase().replace('-', "_");
        Self::WIDEST_FIRST.into_iter().find(|spacing| spacing.as_str() == wanted).ok_or_else(|| {
            Refusal::input(
                Code::SpacingUnknown,
                format!("\u{201c}{text}\u{201d} is not a spacing of instalments"),
            )
            .candidates(Self::WIDEST_FIRST.iter().map(|spacing| spacing.as_str().replace('_', "-")))
        })
    }
}

/// What a monthly rhythm holds on to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Anchor {
    /// The start's day number, clamped in shorter months: 31 Jan, 28 Feb, 31 Mar; 30 Jun, 30 Jul.
    #[default]
    Day,
    /// The last day of the month: 30 Jun, 31 Jul.
    MonthEnd,
}

impl FromStr for Anchor {
    type Err = Refusal;

    fn from_str(text: &str) -> Result<Self, Refusal> {
        match text.trim().to_ascii_lowercase().replace('-', "_").as_str() {
            "day" => Ok(Self::Day),
            "month_end" => Ok(Self::MonthEnd),
            _ => Err(Refusal::input(
                Code::AnchorUnknown,
                format!("\u{201c}{text}\u{201d} is not an anchor day"),
            )
            .candidates(["day".to_owned(), "month-end".to_owned()])),
        }
    }
}

/// An exact part of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct YearFraction {
    /// Above the line.
    pub numerator: u32,
    /// Below the line; never zero.
    pub denominator: u32,
}

impl YearFraction {
    /// So many days of a year of 365.
    pub const fn days(days: u32) -> Self {
        Self { numerator: days, denominator: 365 }
    }
}

/// A spacing laid down from a start: the `k`-th date for any `k`.
///
/// Twice a month means two days of every month, fifteen day numbers apart, one of them the start's own:
/// the 3rd and 18th, the 15th and 30th, the 16th and 31st; each clamped in shorter months. Anchored to
/// the month's end it means the 15th and the last day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rhythm {
    spacing: Spacing,
    anchor: Anchor,
    start: Day,
}

impl Rhythm {
    /// Starts on `start`; anchored to the month's end, on the first such day from `start` on.
    ///
    /// # Errors
    /// [`Code::PlanContradictory`] when weeks are to be anchored to the month's end.
    pub fn starting(spacing: Spacing, anchor: Anchor, start: Day) -> Result<Self, Refusal> {
        if anchor == Anchor::MonthEnd && !spacing.counts_in_months() {
            return Err(Refusal::input(
                Code::PlanContradictory,
                "instalments counted in weeks cannot also fall on the last day of the month",
            )
            .hint("Choose month, quarter or twice a month, or leave the anchor out.")
            .field("anchor"));
        }
        Ok(Self { spacing, anchor, start })
    }

    /// Starts one period after `today`.
    ///
    /// # Errors
    /// As [`Rhythm::starting`].
    pub fn one_period_after(spacing: Spacing, anchor: Anchor, today: Day) -> Result<Self, Refusal> {
        let first = Self::starting(spacing, anchor, today)?.date(1);
        Self::starting(spacing, anchor, first)
    }

    /// How far apart the dates lie.
    pub const fn spacing(&self) -> Spacing {
        self.spacing
    }

    /// The `k`-th date; the first has `k` = 0.
    pub fn date(&self, k: u32) -> Day {
        match (self.spacing, self.anchor) {
            (Spacing::Week, _) => plus_days(self.start, 7 * i64::from(k)),
            (Spacing::TwoWeeks, _) => plus_days(self.start, 14 * i64::from(k)),
            (Spacing::Month, Anchor::Day) => plus_months(self.start, k),
            (Spacing::Quarter, Anchor::Day) => plus_months(self.start, k.saturating_mul(3)),
            (Spacing::Month, Anchor::MonthEnd) => self.end_of_month_after(k),
            (Spacing::Quarter, Anchor::MonthEnd) => self.end_of_month_after(k.saturating_mul(3)),
            (Spacing::TwiceAMonth, Anchor::Day) => {
                let own = self.start.day();
                let lower = if own > 15 { own - 15 } else { own };
                self.half_month(k, own > 15, |first| (with_day(first, lower), with_day(first, lower + 15)))
            }
            (Spacing::TwiceAMonth, Anchor::MonthEnd) => {
                self.half_month(k, self.start.day() > 15, |first| (with_day(first, 15), month_end(first)))
            }
        }
    }

    /// How many dates lie on or before `end`, counting no further than `most`.
    pub fn dates_until(&self, end: Day, most: u32) -> u32 {
        (0..most).take_while(|k| self.date(*k) <= end).fold(0, |count, _| count + 1)
    }

    fn end_of_month_after(&self, months: u32) -> Day {
        month_end(plus_months(with_day(self.start, 1), months))
    }

    fn half_month(&self, k: u32, starts_in_second_half: bool, days_of: impl Fn(Day) -> (Day, Day)) -> Day {
        let halves = k.saturating_add(u32::from(starts_in_second_half));
        let (early, late) = days_of(plus_months(with_day(self.start, 1), halves / 2));
        if halves % 2 == 0 { early } else { late }
    }
}

/// The day of `month`'s month with that number, clamped to the month's last day.
fn with_day(month: Day, number: u32) -> Day {
    month.with_day(number).unwrap_or_else(|| month_end(month))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> Day {
        crate::day::parse(text).unwrap()
    }

    fn walk(spacing: Spacing, anchor: Anchor, start: &str, count: u32) -> Vec<String> {
        let rhythm = Rhythm::starting(spacing, anchor, day(start)).unwrap();
        (0..count).map(|k| rhythm.date(k).to_string()).collect()
    }

    /// Month drift: adding a month to the previous date walks 31 Jan to 3 Mar, or sticks at the 28th.
    #[test]
    fn month_drift_cannot_happen() {
        let monthly = walk(Spacing::Month, Anchor::Day, "2027-01-31", 5);
        assert_eq!(monthly, ["2027-01-31", "2027-02-28", "2027-03-31", "2027-04-30", "2027-05-31"]);
        let leap = walk(Spacing::Month, Anchor::Day, "2028-01-30", 3);
        assert_eq!(leap, ["2028-01-30", "2028-02-29", "2028-03-30"]);
        let quarterly = walk(Spacing::Quarter, Anchor::Day, "2026-11-30", 4);
        assert_eq!(quarterly, ["2026-11-30", "2027-02-28", "2027-05-30", "2027-08-30"]);
    }

    #[test]
    fn the_day_number_and_the_last_day_of_the_month_are_two_choices() {
        assert_eq!(walk(Spacing::Month, Anchor::Day, "2026-06-30", 2), ["2026-06-30", "2026-07-30"]);
        assert_eq!(walk(Spacing::Month, Anchor::MonthEnd, "2026-06-30", 2), ["2026-06-30", "2026-07-31"]);
        assert_eq!(walk(Spacing::Quarter, Anchor::MonthEnd, "2026-11-03", 2), ["2026-11-30", "2027-02-28"]);
    }

    #[test]
    fn twice_a_month_keeps_its_two_days() {
        let check = |anchor, start: &str, expected: [&str; 5]| {
            assert_eq!(walk(Spacing::TwiceAMonth, anchor, start, 5), expected, "from {start}");
        };
        check(
            Anchor::Day,
            "2027-01-03",
            ["2027-01-03", "2027-01-18", "2027-02-03", "2027-02-18", "2027-03-03"],
        );
        check(
            Anchor::Day,
            "2027-01-18",
            ["2027-01-18", "2027-02-03", "2027-02-18", "2027-03-03", "2027-03-18"],
        );
        check(
            Anchor::Day,
            "2027-01-31",
            ["2027-01-31", "2027-02-16", "2027-02-28", "2027-03-16", "2027-03-31"],
        );
        check(
            Anchor::Day,
            "2027-01-15",
            ["2027-01-15", "2027-01-30", "2027-02-15", "2027-02-28", "2027-03-15"],
        );
        check(
            Anchor::MonthEnd,
            "2027-01-20",
            ["2027-01-31", "2027-02-15", "2027-02-28", "2027-03-15", "2027-03-31"],
        );
    }

    #[test]
    fn the_default_start_is_one_period_after_today() {
        let first = |spacing, anchor, today: &str| {
            Rhythm::one_period_after(spacing, anchor, day(today)).unwrap().date(0).to_string()
        };
        assert_eq!(first(Spacing::Week, Anchor::Day, "2026-11-22"), "2026-11-29");
        assert_eq!(first(Spacing::Month, Anchor::Day, "2026-11-22"), "2026-12-22");
        assert_eq!(first(Spacing::Month, Anchor::Day, "2027-01-31"), "2027-02-28");
        assert_eq!(first(Spacing::TwiceAMonth, Anchor::Day, "2026-11-22"), "2026-12-07");
        assert_eq!(first(Spacing::Month, Anchor::MonthEnd, "2026-11-22"), "2026-12-31");
        assert_eq!(first(Spacing::TwiceAMonth, Anchor::MonthEnd, "2027-01-31"), "2027-02-15");
    }

    #[test]
    fn names_are_read_with_either_dash_and_unknown_ones_list_the_choices() {
        assert_eq!("two-weeks".parse::<Spacing>().unwrap(), Spacing::TwoWeeks);
        assert_eq!("twice_a_month".parse::<Spacing>().unwrap(), Spacing::TwiceAMonth);
        assert_eq!("month-end".parse::<Anchor>().unwrap(), Anchor::MonthEnd);
        let refused = "fortnight".parse::<Spacing>().unwrap_err();
        assert_eq!((refused.code, refused.candidates.len()), (Code::SpacingUnknown, 5));
    }

    proptest! {
        #[test]
        fn dates_always_move_forward_and_keep_their_anchor(
            offset in 0_i64..40_000, k in 0_u32..600, which in 0_usize..5, at_end in any::<bool>(),
        ) {
            let spacing = Spacing::WIDEST_FIRST[which];
            let anchor = if at_end && spacing.counts_in_months() { Anchor::MonthEnd } else { Anchor::Day };
            let start = plus_days(day("1990-01-01"), offset);
            let rhythm = Rhythm::starting(spacing, anchor, start).unwrap();
            let (this, next) = (rhythm.date(k), rhythm.date(k + 1));
            prop_assert!(start <= rhythm.date(0) && this < next);
            let length = month_end(this).day();
            match (spacing, anchor) {
                (Spacing::Month | Spacing::Quarter, Anchor::Day) => prop_assert_eq!(this.day(), start.day().min(length)),
                (Spacing::Month | Spacing::Quarter, Anchor::MonthEnd) => prop_assert_eq!(this.day(), length),
                (Spacing::TwiceAMonth, Anchor::Day) => {
                    let partner = if start.day() > 15 { start.day() - 15 } else { start.day() + 15 };
                    prop_assert!(this.day() == start.day().min(length) || this.day() == partner.min(length));
                }
                (Spacing::TwiceAMonth, Anchor::MonthEnd) => prop_assert!(this.day() == 15 || this.day() == length),
                (Spacing::Week | Spacing::TwoWeeks, _) => prop_assert_eq!(this.weekday(), start.weekday()),
            }
            prop_assert_eq!(rhythm.dates_until(this, 700), k + 1);
        }
    }
}
