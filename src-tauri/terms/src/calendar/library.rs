//! The calendars shipped with the product, one file per country.

use super::HolidayCalendar;
use super::rule::HolidayRule;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// One file: a country, its subdivisions, and rules that say where they hold.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CountryFile {
    pub(super) code: String,
    name: String,
    /// Where the rules come from and where the user can check them.
    #[serde(rename = "source")]
    pub(super) _source: String,
    /// What the rules leave out, for whoever maintains the file.
    #[serde(default, rename = "note")]
    _note: String,
    #[serde(default)]
    pub(super) subdivisions: BTreeMap<String, String>,
    pub(super) holidays: Vec<HolidayRule>,
}

pub(super) const FILES: &[&str] = &[
    include_str!("../../data/holidays/at.json"),
    include_str!("../../data/holidays/au.json"),
    include_str!("../../data/holidays/be.json"),
    include_str!("../../data/holidays/ca.json"),
    include_str!("../../data/holidays/ch.json"),
    include_str!("../../data/holidays/de.json"),
    include_str!("../../data/holidays/dk.json"),
    include_str!("../../data/holidays/es.json"),
    include_str!("../../data/holidays/eu.json"),
    include_str!("../../data/holidays/fi.json"),
    include_str!("../../data/holidays/fr.json"),
    include_str!("../../data/holidays/gb.json"),
    include_str!("../../data/holidays/ie.json"),
    include_str!("../../data/holidays/it.json"),
    include_str!("../../data/holidays/lu.json"),
    include_str!("../../data/holidays/nl.json"),
    include_str!("../../data/holidays/no.json"),
    include_str!("../../data/holidays/nz.json"),
    include_str!("../../data/holidays/pl.json"),
    include_str!("../../data/holidays/pt.json"),
    include_str!("../../data/holidays/se.json"),
    include_str!("../../data/holidays/us.json"),
];

/// All calendars, sorted by code.
pub(super) fn calendars() -> &'static [HolidayCalendar] {
    static CALENDARS: LazyLock<Vec<HolidayCalendar>> = LazyLock::new(|| {
        let mut all: Vec<_> = FILES.iter().flat_map(|text| of_country(&read(text))).collect();
        all.sort_by(|a, b| a.code.cmp(&b.code));
        all
    });
    &CALENDARS
}

#[expect(clippy::expect_used, reason = "the files are compiled in and a test reads each of them")]
pub(super) fn read(text: &str) -> CountryFile {
    serde_json::from_str(text).expect("a holiday file that parses")
}

fn of_country(file: &CountryFile) -> Vec<HolidayCalendar> {
    let calendar = |place: &str, code: String, name: &str| HolidayCalendar {
        code,
        name: name.to_owned(),
        rules: file.holidays.iter().filter(|rule| rule.holds_in(place)).cloned().collect(),
        own_days: BTreeMap::new(),
    };
    let whole = calendar(&file.code, file.code.clone(), &file.name);
    let parts =
        file.subdivisions.iter().map(|(part, name)| calendar(part, format!("{}-{part}", file.code), name));
    std::iter::once(whole).chain(parts).collect()
}
