//! Civil days. A business day is a date in the business's own time zone; time is always an argument.

use crate::refusal::{Code, Refusal};
use chrono::{Datelike, NaiveDate};

/// A civil day, without a time of day and without a zone.
pub type Day = NaiveDate;

/// The years books are kept in. Anything else in a file or an argument is a slip of the pen.
pub const YEARS: std::ops::RangeInclusive<i32> = 1900..=2200;

/// Reads `YYYY-MM-DD`.
///
/// # Errors
/// [`Code::DateUnreadable`]; [`Code::DateOutOfRange`] outside [`YEARS`].
pub fn parse(text: &str) -> Result<Day, Refusal> {
    let trimmed = text.trim();
    let unreadable = || {
        Refusal::input(Code::DateUnreadable, format!("\u{201c}{text}\u{201d} is not a date"))
            .hint("Write it as year-month-day: 2026-11-17.")
    };
    let exact_shape = trimmed.len() == 10 && trimmed.is_ascii();
    let day =
        NaiveDate::parse_from_str(trimmed, "%Y-%m-%d").ok().filter(|_| exact_shape).ok_or_else(unreadable)?;
    within_years(day)
}

/// Refuses a day outside [`YEARS`].
///
/// # Errors
/// [`Code::DateOutOfRange`].
pub fn within_years(day: Day) -> Result<Day, Refusal> {
    if YEARS.contains(&day.year()) {
        return Ok(day);
    }
    Err(Refusal::input(Code::DateOutOfRange, format!("{day} lies outside the years 1900 to 2200")))
}

/// The day so many days later (earlier when negative), staying within what a calendar can show.
pub fn plus_days(day: Day, days: i64) -> Day {
    chrono::TimeDelta::try_days(days).and_then(|delta| day.checked_add_signed(delta)).unwrap_or(if days < 0 {
        Day::MIN
    } else {
        Day::MAX
    })
}

/// The day `months` months from `anchor` with the anchor's day number, clamped to the month's last day.
///
/// Always counted from the anchor, never from the previous date, so it cannot drift:
/// 31 Jan, 28 Feb, 31 Mar.
pub fn plus_months(anchor: Day, months: u32) -> Day {
    anchor.checked_add_months(chrono::Months::new(months)).unwrap_or(Day::MAX)
}

/// The last day of the month that `day` lies in.
pub fn month_end(day: Day) -> Day {
    let first = day.with_day(1).unwrap_or(day);
    plus_days(plus_months(first, 1), -1)
}

/// Whole days by which `due` has been missed on `on`: zero until the due day has ended.
pub fn days_late(due: Day, on: Day) -> i64 {
    (on - due).num_days().max(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        parse(text).unwrap()
    }

    /// Month drift: adding a month to the previous date walks 31 Jan to 3 Mar or sticks at 28.
    #[test]
    fn monthly_dates_keep_the_anchors_day_number() {
        let anchor = day("2027-01-31");
        let walk: Vec<String> = (0..6).map(|n| plus_months(anchor, n).to_string()).collect();
        assert_eq!(
            walk,
            ["2027-01-31", "2027-02-28", "2027-03-31", "2027-04-30", "2027-05-31", "2027-06-30"]
        );
        assert_eq!(plus_months(day("2028-01-31"), 1), day("2028-02-29"));
        assert_eq!(plus_months(day("2026-06-30"), 1), day("2026-07-30"));
        assert_eq!(month_end(day("2026-02-01")), day("2026-02-28"));
    }

    /// Due today is not late today.
    #[test]
    fn due_today_is_late_only_tomorrow() {
        let due = day("2026-11-17");
        assert_eq!(days_late(due, due), 0);
        assert_eq!(days_late(due, day("2026-11-18")), 1);
        assert_eq!(days_late(due, day("2026-11-01")), 0);
    }

    #[test]
    fn only_whole_iso_dates_are_read() {
        for text in
            ["", "2026-1-1", "2026-02-30", "17/11/2026", "2026-11-17T00:00", "20261117", "2026-11-177"]
        {
            assert_eq!(parse(text).unwrap_err().code, Code::DateUnreadable, "{text}");
        }
        assert_eq!(parse("1066-10-14").unwrap_err().code, Code::DateOutOfRange);
    }
}
