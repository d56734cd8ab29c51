use super::*;
use rust_decimal::Decimal;
use serde_json::Value;

fn day(text: &str) -> Day {
    crate::day::parse(text).unwrap()
}

fn place(code: &str) -> &'static Jurisdiction {
    Jurisdiction::find(code).unwrap()
}

fn decimal(text: &str) -> Decimal {
    Decimal::from_str_exact(text).unwrap()
}

/// A misspelt key would be dropped in silence; written back, the file must be the same.
#[test]
fn every_file_is_read_to_its_last_key() {
    for text in library::FILES {
        let raw: Value = serde_json::from_str(text).unwrap();
        let read: Jurisdiction = serde_json::from_str(text).unwrap();
        let written = serde_json::to_value(&read).unwrap();
        assert_eq!(written, raw, "{}", read.code);
    }
    let raw: Value = serde_json::from_str(library::REFERENCE_RATES).unwrap();
    assert_eq!(serde_json::to_value(library::reference_rates()).unwrap(), raw);
    let raw: Value = serde_json::from_str(library::SOURCES).unwrap();
    assert_eq!(serde_json::to_value(library::sources()).unwrap(), raw);
}

#[test]
fn every_figure_has_a_known_source_a_date_and_a_confidence() {
    const FIGURES: &[&str] = &[
        "text",
        "reason",
        "percent",
        "amount",
        "years",
        "name",
        "most",
        "shift",
        "event",
        "binds_creditor",
        "order",
    ];
    fn walk(at: &str, value: &Value, figures: &mut usize) {
        match value {
            Value::Array(items) => {
                items.iter().enumerate().for_each(|(i, item)| walk(&format!("{at}[{i}]"), item, figures))
            }
            Value::Object(object) => {
                // A cap's larger-credit lines stand under the cap's own mark.
                let under_anothers_mark = at.contains("business_credit") || !at.contains('.');
                if FIGURES.iter().any(|key| object.contains_key(*key)) && !under_anothers_mark {
                    *figures += 1;
                    let mark: Mark =
                        serde_json::from_value(value.clone()).unwrap_or_else(|e| panic!("{at}: {e}"));
                    assert!(!mark.sources.is_empty() && mark.as_of >= day("2026-01-01"), "{at}");
                    assert_eq!(mark.sources().count(), mark.sources.len(), "{at}: a source is not listed");
                    // What rests on memory alone may not look surer than that.
                    assert!(mark.sources != ["memory"] || mark.confidence.needs_confirmation(), "{at}");
                }
                object.iter().for_each(|(key, item)| walk(&format!("{at}.{key}"), item, figures));
            }
            _ => {}
        }
    }
    let mut figures = 0;
    for text in library::FILES {
        let raw: Value = serde_json::from_str(text).unwrap();
        walk(raw["code"].as_str().unwrap(), &raw, &mut figures);
    }
    assert!(figures > 400, "only {figures} figures");
    let values = library::reference_rates().iter().flat_map(|rate| &rate.periods);
    for value in values {
        assert!(value.mark.sources().count() > 0, "{}", value.from);
    }
}

#[test]
fn a_rule_of_interest_is_whole() {
    for place in Jurisdiction::all() {
        for debtor in [ClientKind::Business, ClientKind::Consumer] {
            let rule = place.interest_against(debtor).unwrap_or_else(|| panic!("{}: no rule", place.code));
            let measured = rule.reference.is_some() && rule.margin.is_some();
            assert_eq!(rule.by_law, measured != rule.fixed.is_some(), "{}", place.code);
            assert_eq!(
                rule.by_law,
                rule.fixing.is_some() && rule.starts.is_some() && rule.day_count.is_some()
            );
            assert_eq!(rule.fixed.is_some(), rule.fixing == Some(Fixing::Fixed), "{}", place.code);
            assert!(rule.reference.iter().all(|id| ReferenceRate::find(id).is_some()), "{}", place.code);
        }
    }
}

#[test]
fn reference_rates_cover_whole_periods_without_overlap() {
    for rate in ReferenceRate::all() {
        for pair in rate.periods.windows(2) {
            assert_eq!(plus_days(pair[0].to, 1), pair[1].from, "{}", rate.id);
        }
        for period in &rate.periods {
            let first_half = half_year(period.from).0;
            assert_eq!((period.from, half_year(period.to).1), (first_half, period.to), "{}", rate.id);
        }
        assert!(rate.where_to_check.starts_with("https://"));
    }
    let boe = ReferenceRate::find("boe_official_dealing_rate").unwrap();
    assert_eq!(boe.on(day("2023-07-01")).unwrap().percent, decimal("5"));
    assert_eq!(boe.on(day("2023-06-30")).unwrap().percent, decimal("3.5"));
    assert!(boe.on(day("2027-01-01")).is_none());
}

#[test]
fn tiers_of_compensation_begin_at_nothing_and_rise() {
    for place in Jurisdiction::all().iter().filter(|place| !place.compensation.is_empty()) {
        let bound = |tier: &Compensation| tier.at_least.or(tier.above).unwrap();
        assert_eq!(place.compensation[0].at_least, Some(Decimal::ZERO), "{}", place.code);
        assert!(
            place.compensation.windows(2).all(|pair| bound(&pair[0]) < bound(&pair[1])),
            "{}",
            place.code
        );
    }
}

#[test]
fn all_twenty_two_are_found_in_any_case_and_have_a_calendar() {
    let codes: Vec<&str> = Jurisdiction::all().iter().map(|place| place.code.as_str()).collect();
    assert_eq!(
        codes.join(" "),
        "AU CA CA-AB CA-BC CA-ON CA-QC DE ES EU FR GB-ENG GB-SCT IE IT NL NZ PL US US-CA US-FL US-NY US-TX"
    );
    for code in codes {
        assert_eq!(place(&code.to_ascii_lowercase()).code, code);
        assert_eq!(crate::calendar::HolidayCalendar::find(code).unwrap().code(), code);
    }
    assert_eq!(place("gb-wls").code, "GB-ENG");
    assert_eq!(place("DE-BY").code, "DE");
    let refused = |code: &str| Jurisdiction::find(code).unwrap_err();
    assert_eq!(refused("GB").candidates, ["GB-ENG", "GB-SCT"]);
    // Manitoba's limitation is not in the data, so Canada's federal file must not answer for it.
    assert_eq!(refused("CA-MB").candidates, ["CA", "CA-AB", "CA-BC", "CA-ON", "CA-QC"]);
    assert_eq!((refused("BR").code, refused("").candidates.len()), (Code::JurisdictionUnknown, 22));
}

#[test]
fn what_a_place_leaves_out_is_its_parents() {
    let (ontario, canada) = (place("CA-ON"), place("CA"));
    assert_eq!(ontario.interest.business, canada.interest.business);
    assert_eq!(ontario.demand.letters, canada.demand.letters);
    assert!(ontario.limitation.is_some() && canada.limitation.is_none());
    assert_eq!(place("GB-SCT").compensation, place("GB-ENG").compensation);
    assert_ne!(place("CA-QC").interest.business, canada.interest.business);
    for place in Jurisdiction::all() {
        let grandparent = place.parent.as_deref().and_then(|parent| self::place(parent).parent.clone());
        assert_eq!(grandparent, None, "{}", place.code);
    }
}

#[test]
fn a_claim_ends_when_its_law_says() {
    let ends = |code: &str, due: &str, restarted: Option<&str>, debtor| {
        let limitation = place(code).limitation.as_ref().unwrap();
        limitation.ends(day(due), restarted.map(day), debtor).to_string()
    };
    assert_eq!(ends("GB-ENG", "2020-02-29", None, ClientKind::Business), "2026-02-28");
    assert_eq!(ends("CA-ON", "2024-10-31", None, ClientKind::Business), "2026-10-31");
    // Germany and Poland count to the end of the year, but anew from the day of an acknowledgment.
    assert_eq!(ends("DE", "2023-05-10", None, ClientKind::Business), "2026-12-31");
    assert_eq!(ends("DE", "2023-05-10", Some("2024-03-01"), ClientKind::Business), "2027-03-01");
    assert_eq!(ends("PL", "2023-05-10", None, ClientKind::Business), "2026-12-31");
    assert_eq!(ends("FR", "2023-05-10", None, ClientKind::Consumer), "2025-05-10");
    assert_eq!(ends("FR", "2023-05-10", None, ClientKind::Business), "2028-05-10");
    let ontario = place("CA-ON").limitation.as_ref().unwrap();
    assert_eq!(ontario.days_left(day("2024-10-31"), None, ClientKind::Business, day("2026-11-02")), -2);
}

#[test]
fn letters_give_the_time_their_place_wants() {
    let days =
        |code: &str, debtor| place(code).demand_letter(debtor).and_then(|letter| letter.days_to_answer);
    assert_eq!(days("GB-ENG", ClientKind::Consumer), Some(30));
    assert_eq!(days("GB-ENG", ClientKind::Business), Some(14));
    assert_eq!(days("CA-ON", ClientKind::Business), Some(10));
    // A statutory demand of 21 days is another procedure, not our letter.
    assert_eq!(days("AU", ClientKind::Business), Some(7));
}

#[test]
fn canadas_cap_spares_larger_business_credit() {
    let cap = place("CA-ON").interest.cap.as_ref().unwrap();
    let highest =
        |debtor, principal: &str| cap.highest(debtor, decimal(principal)).map(|rate| rate.to_string());
    assert_eq!(highest(ClientKind::Consumer, "600000").as_deref(), Some("35"));
    assert_eq!(highest(ClientKind::Business, "10000").as_deref(), Some("35"));
    assert_eq!(highest(ClientKind::Business, "10000.01").as_deref(), Some("48"));
    assert_eq!(highest(ClientKind::Business, "500000").as_deref(), Some("48"));
    assert_eq!(highest(ClientKind::Business, "500000.01"), None);
    assert_eq!(cap.fallback_percent, Some(decimal("5")));
}

#[test]
fn periods_of_the_year() {
    let spans = |day| [half_year(day), quarter(day)].map(|(first, last)| format!("{first} {last}"));
    assert_eq!(spans(day("2026-02-28")), ["2026-01-01 2026-06-30", "2026-01-01 2026-03-31"]);
    assert_eq!(spans(day("2026-12-31")), ["2026-07-01 2026-12-31", "2026-10-01 2026-12-31"]);
    assert_eq!(half_year(Day::MAX).0.month(), 7);
}

#[test]
fn only_memory_and_nothing_need_confirmation() {
    use Confidence::{Derived, Memory, Official, Secondary, Seed, Text, Unknown, User};
    assert!([Memory, Unknown].iter().all(|mark| mark.needs_confirmation()));
    assert!([Text, Official, User, Secondary, Derived, Seed].iter().all(|mark| !mark.needs_confirmation()));
    assert_eq!(Text.max(Memory), Memory);
}
