//! The sample's calendar: told as at 17 November 2026, and moved by whole days to stand at any other.

use goodterms_terms::{Day, Refusal, day};

/// The day the sample is told as at: a Tuesday.
pub(super) const TOLD: &str = "2026-11-17";

/// Where the told days lie when the sample stands at a day.
#[derive(Debug, Clone, Copy)]
pub(super) struct Calendar {
    later: i64,
    on: Day,
}

impl Calendar {
    /// The calendar of a sample that stands at `on`.
    pub(super) fn at(on: Day) -> Result<Self, Refusal> {
        Ok(Self { later: (on - day::parse(TOLD)?).num_days(), on })
    }

    /// A told day.
    pub(super) fn day(self, told: &str) -> Result<Day, Refusal> {
        Ok(self.moved(day::parse(told)?))
    }

    /// A day worked out among the told ones.
    pub(super) fn moved(self, told: Day) -> Day {
        day::plus_days(told, self.later)
    }

    /// The last day on which something can have happened without being of today.
    pub(super) fn yesterday(self) -> Day {
        day::plus_days(self.on, -1)
    }
}
