//! Days as rows hold them: whole days since 1 January 1970.

use goodterms_terms::Day;

const EPOCH: Day = match Day::from_ymd_opt(1970, 1, 1) {
    Some(day) => day,
    None => Day::MIN,
};

/// The number a row holds for `day`: days since 1970-01-01, negative before.
pub fn day_number(day: Day) -> i64 {
    (day - EPOCH).num_days()
}

/// The day a row's number stands for; `None` when no calendar can show it.
pub fn day_from_number(number: i64) -> Option<Day> {
    chrono::TimeDelta::try_days(number).and_then(|days| EPOCH.checked_add_signed(days))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_survives_the_row_and_counts_from_1970() {
        let day = |text: &str| goodterms_terms::day::parse(text).unwrap();
        assert_eq!(day_number(day("1970-01-01")), 0);
        assert_eq!(day_number(day("1969-12-31")), -1);
        assert_eq!(day_number(day("2026-11-17")), 20_774);
        for number in -25_567..=84_371 {
            assert_eq!(day_from_number(number).map(day_number), Some(number));
        }
        assert_eq!(day_from_number(i64::MAX), None);
    }
}
