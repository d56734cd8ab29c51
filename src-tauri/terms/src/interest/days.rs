//! Day counts: how many days of interest lie in a stretch, and of how many a year has.

use crate::day::Day;
use crate::jurisdiction::DayCount;
use chrono::Datelike;

impl DayCount {
    /// The days of a year.
    pub const fn year(self) -> i128 {
        match self {
            Self::Act365 => 365,
            Self::Act360 | Self::ThirtyE360 => 360,
        }
    }

    /// The name on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Act365 => "act365",
            Self::Act360 => "act360",
            Self::ThirtyE360 => "30e360",
        }
    }

    /// Finds a day count by its name on the wire.
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Act365, Self::Act360, Self::ThirtyE360].into_iter().find(|count| count.as_str() == name)
    }
}

/// Days of interest after `from`, up to and on `to`. Stretches that follow each other add up.
pub fn days_between(from: Day, to: Day, count: DayCount) -> i64 {
    match count {
        DayCount::Act365 | DayCount::Act360 => (to - from).num_days(),
        DayCount::ThirtyE360 => thirty_e(to) - thirty_e(from),
    }
}

/// Days since year 0 when each month has 30 and its 31st counts as the 30th.
fn thirty_e(day: Day) -> i64 {
    i64::from(day.year()) * 360 + i64::from(day.month()) * 30 + i64::from(day.day().min(30))
}
