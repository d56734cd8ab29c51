//! The only clock. Below the desk, time is an argument.

use chrono::{DateTime, FixedOffset, Offset as _, TimeZone as _, Utc};
use chrono_tz::Tz;
use goodterms_ledger::{LedgerError, Moment};
use goodterms_terms::{Code, Day, Refusal};

/// Where the time comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clock {
    /// The machine's own time.
    Machine,
    /// A time that stands still, for demonstrations and tests.
    Frozen(DateTime<Utc>),
}

impl Clock {
    /// The present instant.
    #[expect(clippy::disallowed_methods, reason = "this is the one place that asks the machine")]
    pub fn now(self) -> DateTime<Utc> {
        match self {
            Self::Machine => Utc::now(),
            Self::Frozen(at) => at,
        }
    }

    /// The present in a business's zone: the machine's true time, and the business day unless another is
    /// asked for.
    pub fn moment(self, zone: Tz, as_of: Option<Day>) -> Moment {
        let now = self.now();
        let local = zone.from_utc_datetime(&now.naive_utc());
        Moment {
            recorded_at: now.timestamp_millis(),
            offset_minutes: local.offset().fix().local_minus_utc() / 60,
            business_day: as_of.unwrap_or_else(|| local.date_naive()),
        }
    }
}

/// Finds an IANA time zone.
///
/// # Errors
/// [`Code::TimeZoneUnknown`].
pub fn zone(name: &str) -> Result<Tz, Refusal> {
    name.parse().map_err(|_| {
        Refusal::input(Code::TimeZoneUnknown, format!("\u{201c}{name}\u{201d} is not a time zone we know"))
            .hint("Use an IANA name such as America/Toronto or Europe/Berlin.")
            .field("time_zone")
    })
}

/// A recorded time as the clock on the wall showed it.
///
/// # Errors
/// When no clock ever shows such a time: the book is damaged.
pub(crate) fn wall_time(recorded_at: i64, offset_minutes: i64) -> Result<DateTime<FixedOffset>, LedgerError> {
    let offset = i32::try_from(offset_minutes * 60).ok().and_then(FixedOffset::east_opt);
    DateTime::from_timestamp_millis(recorded_at)
        .zip(offset)
        .map(|(utc, offset)| utc.with_timezone(&offset))
        .ok_or_else(|| LedgerError::unexpected("a time that no clock shows"))
}

/// A moment as the clock on the wall showed it.
///
/// # Errors
/// When no clock ever shows such a time.
pub(crate) fn on_the_wall(moment: Moment) -> Result<DateTime<FixedOffset>, LedgerError> {
    wall_time(moment.recorded_at, i64::from(moment.offset_minutes))
}

/// This computer's zone, as far as it says one we know.
pub(crate) fn machine_zone() -> String {
    iana_time_zone::get_timezone()
        .ok()
        .filter(|name| zone(name).is_ok())
        .unwrap_or_else(|| "Etc/UTC".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A bill due today is not late while today still lasts where the business is.
    #[test]
    fn the_business_day_is_the_zones_own() {
        let late_evening_utc = Utc.with_ymd_and_hms(2026, 11, 18, 2, 30, 0).unwrap();
        let clock = Clock::Frozen(late_evening_utc);
        let check = |name: &str, day: &str, offset: i32| {
            let moment = clock.moment(zone(name).unwrap(), None);
            assert_eq!((moment.business_day.to_string().as_str(), moment.offset_minutes), (day, offset));
        };
        check("America/Toronto", "2026-11-17", -300);
        check("Europe/Berlin", "2026-11-18", 60);
        check("Asia/Kolkata", "2026-11-18", 330);
        assert_eq!(zone("Mars/Olympus").unwrap_err().code, Code::TimeZoneUnknown);
    }
}
