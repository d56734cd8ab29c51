use super::*;

fn day(text: &str) -> Day {
    crate::day::parse(text).unwrap()
}

fn calendar(code: &str) -> &'static HolidayCalendar {
    HolidayCalendar::find(code).unwrap()
}

/// Compares with dates found independently (vacanza/holidays, MIT); the file says where we differ.
#[test]
fn weekday_holidays_are_those_an_independent_source_finds() {
    let expected = include_str!("../../data/holidays/expected.txt");
    let mut compared = 0;
    for line in expected.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        let (head, dates) = line.split_once(':').unwrap();
        let (code, year) = head.split_once(' ').unwrap();
        let found: Vec<String> = calendar(code)
            .in_year(year.parse().unwrap())
            .keys()
            .filter(|day| !is_weekend(**day))
            .map(|day| day.format("%m-%d").to_string())
            .collect();
        // "+" marks a day only we have, "-" one that only the other source has.
        let wanted: Vec<String> = dates
            .split_whitespace()
            .filter(|date| !date.starts_with('-'))
            .map(|date| date.trim_start_matches('+').to_owned())
            .collect();
        assert_eq!(found, wanted, "{head}");
        compared += 1;
    }
    assert!(compared > 400, "only {compared} years were compared");
}

#[test]
fn codes_are_found_in_any_case_and_unknown_ones_name_their_neighbours() {
    for code in ["CA-ON", "ca-on", " gb-eng ", "de", "eu", "US-NY", "us-fl", "NZ-WGN", "AU-VIC", "FR-6AE"] {
        assert_eq!(calendar(code).code(), code.trim().to_ascii_uppercase());
    }
    let refusal = HolidayCalendar::find("GB-XX").unwrap_err();
    assert_eq!((refusal.code, refusal.kind), (Code::CalendarUnknown, crate::RefusalKind::Input));
    assert_eq!(refusal.candidates, ["GB", "GB-ENG", "GB-NIR", "GB-SCT", "GB-WLS"]);
    let refusal = HolidayCalendar::find("atlantis").unwrap_err();
    assert!(
        refusal.candidates.contains(&"CA".to_owned()) && !refusal.candidates.contains(&"CA-ON".to_owned())
    );
    assert_eq!(HolidayCalendar::find("").unwrap_err().code, Code::CalendarUnknown);
}

/// A rule for "ONT" would silently hold nowhere.
#[test]
fn every_place_a_rule_names_exists() {
    for text in library::FILES {
        let file = library::read(text);
        for place in file.holidays.iter().flat_map(rule::HolidayRule::places) {
            assert!(*place == file.code || file.subdivisions.contains_key(place), "{} {place}", file.code);
        }
    }
}

#[test]
fn every_calendar_has_a_sensible_number_of_holidays_in_every_year() {
    for calendar in HolidayCalendar::all() {
        for year in 1990..=2100 {
            let weekdays = calendar.in_year(year).keys().filter(|day| !is_weekend(**day)).count();
            assert!(weekdays <= 20 && calendar.in_year(year).len() >= 2, "{} in {year}", calendar.code());
        }
    }
}

#[test]
fn a_holiday_at_the_weekend_gives_the_day_its_law_gives() {
    let name = |code: &str, text: &str| calendar(code).is_holiday(day(text));
    // Christmas 2021 was a Saturday: 27 and 28 December in England, Friday the 24th in the United States.
    assert_eq!(name("GB-ENG", "2021-12-27"), Some("Christmas Day"));
    assert_eq!(name("GB-ENG", "2021-12-28"), Some("Boxing Day"));
    assert_eq!(name("US", "2021-12-24"), Some("Christmas Day"));
    // The substitute for New Year 2028 (a Saturday) lies in the old year, in the United States only.
    assert_eq!(name("US", "2027-12-31"), Some("New Year's Day"));
    assert_eq!(name("GB-ENG", "2027-12-31"), None);
    // 1 January 2023 was a Sunday and the 2nd a holiday itself in New Zealand: the 3rd.
    assert_eq!(name("NZ", "2023-01-03"), Some("New Year's Day"));
    // Canada Day on a Sunday moves to Monday by the Holidays Act.
    assert_eq!(name("CA-ON", "2029-07-02"), Some("Canada Day"));
    assert_eq!(name("CA-ON", "2026-05-18"), Some("Victoria Day"));
    assert_eq!(name("CA-QC", "2026-06-24"), Some("Saint-Jean-Baptiste Day"));
    assert_eq!(name("CA-ON", "2026-06-24"), None);
}

#[test]
fn a_day_moves_off_weekends_and_holidays() {
    let (ontario, weekends) = (calendar("CA-ON"), HolidayCalendar::weekends_only());
    let good_friday = day("2026-04-03");
    assert_eq!(ontario.moved(good_friday, Move::Next), day("2026-04-06"));
    assert_eq!(ontario.moved(good_friday, Move::Previous), day("2026-04-02"));
    assert_eq!(ontario.moved(good_friday, Move::None), good_friday);
    assert_eq!(weekends.moved(good_friday, Move::Next), good_friday);
    assert_eq!(weekends.moved(day("2026-04-05"), Move::Previous), good_friday);
    // From Christmas across the year's end.
    assert_eq!(calendar("GB-SCT").moved(day("2027-12-31"), Move::Next), day("2027-12-31"));
    assert_eq!(calendar("GB-SCT").moved(day("2028-01-01"), Move::Next), day("2028-01-05"));
    assert_eq!(ontario.plus_business_days(day("2026-04-02"), 1), day("2026-04-06"));
    assert_eq!(ontario.plus_business_days(day("2026-04-06"), -1), day("2026-04-02"));
    assert_eq!(ontario.plus_business_days(day("2026-04-05"), 0), day("2026-04-05"));
}

#[test]
fn the_users_own_days_count_and_can_never_loop() {
    let own = calendar("ES").with_own_days([(day("2026-05-15"), "San Isidro".to_owned())]);
    assert_eq!(own.is_holiday(day("2026-05-15")), Some("San Isidro"));
    assert_eq!(own.moved(day("2026-05-15"), Move::Next), day("2026-05-18"));
    let always = HolidayCalendar::weekends_only()
        .with_own_days((0..800).map(|n| (plus_days(day("2026-01-01"), n), "closed".to_owned())));
    assert_eq!(always.moved(day("2026-01-01"), Move::Next), day("2026-01-01"));
    assert_eq!(always.moved(Day::MAX, Move::Next), Day::MAX);
    assert_eq!(always.moved(Day::MIN, Move::Previous), Day::MIN);
}
