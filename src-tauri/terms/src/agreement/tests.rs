//! The wording is complete in both languages, says only what is true, and warns where the law bites.

use super::facts::Var;
use super::wording::{Wording, gaps};
use super::*;
use crate::client::ClientKind;
use crate::day::Day;
use crate::jurisdiction::{Jurisdiction, Source};
use crate::money::{Currency, Money, Percent};
use crate::plan::{PlanPaper, Quote, QuoteRequest, SCHEMA};
use crate::refusal::RefusalKind;
use proptest::prelude::*;
use std::collections::BTreeSet;

fn day(text: &str) -> Day {
    crate::day::parse(text).unwrap()
}

fn amount(text: &str) -> Money {
    Money::parse(text, Currency::from_code("CAD").unwrap()).unwrap()
}

fn rate(text: &str) -> Percent {
    Percent::parse(text).unwrap()
}

fn quote(count: u32, annual_rate: Option<&str>) -> Quote {
    let request = QuoteRequest::of(amount("1200"), day("2026-11-22"));
    QuoteRequest { count: Some(count), annual_rate: annual_rate.map(rate), ..request }.quote().unwrap()
}

/// As little as a new book knows.
fn bare(quote: &Quote, language: Language) -> Facts<'_> {
    let named = |name: &str| Party { name: name.to_owned(), ..Party::default() };
    let (business, client) = (named("Alder & Finch Ltd"), named("Caf\u{e9} Nord"));
    Facts { language, ..Facts::of(quote, business, client, day("2026-11-22"), amount("1200")) }
}

/// Everything a clause can speak of.
fn full(quote: &Quote, language: Language) -> Facts<'_> {
    let some = |text: &str| Some(text.to_owned());
    let party = |name: &str| Party {
        name: name.to_owned(),
        registration: "OC 123".to_owned(),
        address: "1 Mill Lane, Guelph".to_owned(),
        signatory: "Ana Reyes".to_owned(),
        contact: "ana@example.org".to_owned(),
    };
    Facts {
        business: party("Alder & Finch Ltd"),
        client: party("Caf\u{e9} Nord"),
        client_kind: ClientKind::Consumer,
        late_charge: Some(LateCharge::Monthly(rate("1.5"))),
        early: Some(EarlySettlement { by: day("2026-12-01"), pay: amount("1140") }),
        disputes: some("the delivery of 3 May"),
        guarantor: some("Ben Okafor"),
        account: some("IBAN XX00"),
        reference: some("PLAN-7"),
        place: some("Ontario"),
        hours: Some(("9:00".to_owned(), "17:00".to_owned())),
        law: some("Ontario"),
        courts: some("Guelph"),
        advice: some("the debt line"),
        replaces: Some(Replaced { version: 1, fingerprint: "7K3M9QWX-4T2P-8HBN-R5VD".to_owned() }),
        ..bare(quote, language)
    }
}

fn text_of(clauses: &[ClauseText], id: &str) -> String {
    clauses.iter().find(|clause| clause.id == id).unwrap().paragraphs.join("\n").replace('\u{a0}', " ")
}

fn everything_on() -> Clauses {
    Clauses::chosen(CLAUSES.iter().map(|clause| (clause.id, true))).unwrap()
}

#[test]
fn the_twenty_seven_clauses_keep_their_names_and_their_sources_exist() {
    let ids: BTreeSet<&str> = CLAUSES.iter().map(|clause| clause.id).collect();
    assert_eq!((CLAUSES.len(), ids.len()), (27, 27));
    for clause in CLAUSES {
        assert!(!clause.required || clause.usual, "{}", clause.id);
        for source in clause.sources {
            assert!(Source::find(source).is_some(), "{}: {source}", clause.id);
        }
    }
}

#[test]
fn both_languages_say_the_same_with_the_same_gaps() {
    for clause in CLAUSES {
        let of = |language| Wording::of(clause.id, language).unwrap();
        let (english, french) = (of(Language::English), of(Language::French));
        assert_eq!(english.lines.len(), french.lines.len(), "{}", clause.id);
        for (ours, theirs) in english.lines.iter().zip(french.lines) {
            let named = |text| gaps(text).map(Var::name).collect::<BTreeSet<_>>();
            assert_eq!((ours.when, named(ours.text)), (theirs.when, named(theirs.text)), "{}", clause.id);
            assert_ne!(ours.text, theirs.text);
            for text in [ours.text, theirs.text] {
                assert_eq!(
                    text.matches(['{', '}']).count(),
                    gaps(text).count() * 2,
                    "a gap without a name: {text}"
                );
                assert!(text.ends_with('.') && !text.contains("  "), "{text}");
            }
        }
    }
}

#[test]
fn a_new_book_that_knows_little_can_write_every_needed_clause() {
    for language in Language::ALL {
        let quote = quote(6, None);
        let clauses = Clauses::chosen([]).unwrap().text(&bare(&quote, language)).unwrap();
        assert_eq!(clauses.len(), CLAUSES.iter().filter(|clause| clause.usual).count());
        assert!(
            clauses.iter().all(|c| !c.paragraphs.is_empty() && c.paragraphs.iter().all(|p| !p.contains('{')))
        );
    }
}

#[test]
fn every_clause_can_be_written_when_everything_is_known() {
    for language in Language::ALL {
        let quote = quote(6, Some("9"));
        let clauses = everything_on().text(&full(&quote, language)).unwrap();
        assert_eq!(clauses.len(), 27);
        assert!(clauses.iter().flat_map(|c| &c.paragraphs).all(|p| !p.contains(['{', '}'])));
    }
}

#[test]
fn the_clauses_say_the_figures_of_the_plan() {
    let quote = quote(6, None);
    let clauses = Clauses::chosen([]).unwrap().text(&bare(&quote, Language::English)).unwrap();
    assert_eq!(
        text_of(&clauses, "schedule").lines().next().unwrap(),
        "The Client will pay CAD 1,200.00 in 6 instalments, on the days and in the amounts listed in Schedule B: \
         from 22 December 2026 to 22 May 2027."
    );
    assert!(
        text_of(&clauses, "acknowledgment")
            .contains("CAD 1,200.00 (one thousand two hundred and 00/100 CAD)")
    );
    assert!(text_of(&clauses, "interest").starts_with("No interest is charged"));
    let french = Clauses::chosen([]).unwrap().text(&bare(&quote, Language::French)).unwrap();
    assert!(
        text_of(&french, "schedule").starts_with("Le Client paiera 1 200,00 CAD en 6 \u{e9}ch\u{e9}ances")
    );
    assert!(text_of(&french, "acknowledgment").contains("(mille deux cents et 00/100 CAD)"));
    // French marks never start a line.
    let parties = &french.iter().find(|clause| clause.id == "parties").unwrap().paragraphs[0];
    assert!(parties.contains("(\u{ab}\u{a0}l\u{2019}Entreprise\u{a0}\u{bb})"), "{parties}");
}

#[test]
fn nothing_harsh_is_said_unless_it_was_switched_on() {
    let quote = quote(6, None);
    let facts = bare(&quote, Language::English);
    let usual = Clauses::chosen([]).unwrap();
    for id in ["acceleration", "late-charge", "early-discount", "security"] {
        assert!(!usual.has(id), "{id}");
    }
    let said: String =
        usual.text(&facts).unwrap().iter().flat_map(|clause| clause.paragraphs.clone()).collect();
    assert!(!said.contains("everything still open is due"));
    let on = Clauses::chosen([("acceleration", true)]).unwrap().text(&facts).unwrap();
    assert!(text_of(&on, "acceleration").starts_with("With 2 instalments or more unpaid"));
}

/// Interest Act, R.S.C. 1985, c. I-15, s. 4: a monthly rate without its yearly equivalent yields 5 %.
#[test]
fn a_monthly_rate_is_printed_with_its_yearly_equivalent() {
    let quote = quote(6, Some("9"));
    let clauses = everything_on().text(&full(&quote, Language::English)).unwrap();
    assert!(text_of(&clauses, "late-charge").contains("1.5% per month, which is 18% per year,"));
    assert!(text_of(&clauses, "interest").contains("9% per year"));
    let french = everything_on().text(&full(&quote, Language::French)).unwrap();
    assert!(text_of(&french, "late-charge").contains("1,5 % par mois, soit 18 % par an,"));
}

#[test]
fn switches_are_checked_by_name_and_needed_clauses_stay_on() {
    let unknown = Clauses::chosen([("accelerate", true)]).unwrap_err();
    assert_eq!(
        (unknown.code, unknown.kind, unknown.candidates.len()),
        (Code::ClauseUnknown, RefusalKind::Input, 27)
    );
    let needed = Clauses::chosen([("forbearance", false)]).unwrap_err();
    assert_eq!((needed.code, needed.kind), (Code::ClauseRequired, RefusalKind::Rule));
    assert!(
        Clauses::chosen([("forbearance", true), ("thanks", false)])
            .is_ok_and(|clauses| !clauses.has("thanks"))
    );
    assert!(
        Clauses::chosen([("late_charge", true), ("late-charge", false)]).is_ok_and(|c| !c.has("late-charge"))
    );
    let quote = quote(6, None);
    for (id, fact) in
        [("late-charge", "late_rate"), ("security", "guarantor"), ("early-discount", "early_pay")]
    {
        let clauses = Clauses::chosen([(id, true)]).unwrap();
        let missing = clauses.text(&bare(&quote, Language::English)).unwrap_err();
        assert_eq!((missing.code, missing.field.as_deref()), (Code::ClauseFactMissing, Some(fact)));
    }
}

#[test]
fn a_name_that_looks_like_a_gap_stays_a_name() {
    let quote = quote(6, None);
    let mut facts = bare(&quote, Language::English);
    facts.client.name = "{debt} {law} & Sons}".to_owned();
    let clauses = Clauses::chosen([]).unwrap().text(&facts).unwrap();
    assert!(text_of(&clauses, "parties").contains("and {debt} {law} & Sons} (\u{201c}the Client\u{201d})"));
}

#[test]
fn a_new_version_says_which_clauses_changed() {
    let quote = quote(6, None);
    let paper = |grace: u32, switches: &[(&'static str, bool)]| {
        let facts = Facts { grace_days: grace, ..bare(&quote, Language::English) };
        let clauses = Clauses::chosen(switches.iter().copied()).unwrap().text(&facts).unwrap();
        PlanPaper {
            schema: SCHEMA.to_owned(),
            plan: "PLAN-7".to_owned(),
            version: 1,
            replaces: None,
            made_on: facts.made_on,
            language: "en".to_owned(),
            business: Default::default(),
            client: Default::default(),
            currency: facts.debt.currency(),
            invoices: Vec::new(),
            instalments: quote.instalments.iter().map(Into::into).collect(),
            total: quote.total.to_string(),
            interest: quote.interest.to_string(),
            annual_rate: None,
            grace_days: grace,
            cure_days: facts.cure_days,
            clauses: clauses.iter().map(Into::into).collect(),
        }
    };
    let before = paper(7, &[]);
    assert_eq!(changed_clauses(&before, &before), Vec::<String>::new());
    let after = paper(10, &[("thanks", false), ("acceleration", true)]);
    assert_eq!(changed_clauses(&before, &after), ["grace", "thanks", "acceleration"]);
}

fn codes(facts: &Facts<'_>, sole_trader: bool, place: &str) -> Vec<WarningCode> {
    let question = Question { facts, sole_trader, invoices: &[] };
    let found = warnings(&question, Jurisdiction::find(place).unwrap());
    assert!(found.iter().all(|warning| !warning.message.is_empty() && !warning.source.is_empty()));
    found.iter().map(|warning| warning.code).collect()
}

#[test]
fn consumer_credit_lines_are_warned_of_where_they_are() {
    use WarningCode::{ChargeMayBeCredit, LongPlanMayBeCredit, ManyInstalmentsMayBeCredit};
    let (short, long, dear) = (quote(4, None), quote(13, None), quote(4, Some("5")));
    let consumer = |quote| Facts { client_kind: ClientKind::Consumer, ..bare(quote, Language::English) };
    let (short, long, dear) = (consumer(&short), consumer(&long), consumer(&dear));
    for place in ["GB-ENG", "GB-SCT", "US", "US-NY", "NZ", "AU", "CA-ON"] {
        assert_eq!(codes(&short, false, place), [], "{place}");
        assert_eq!(codes(&dear, false, place), [ChargeMayBeCredit], "{place}");
    }
    assert_eq!(codes(&long, false, "GB-ENG"), [ManyInstalmentsMayBeCredit, LongPlanMayBeCredit]);
    assert_eq!(codes(&long, false, "US-CA"), [ManyInstalmentsMayBeCredit]);
    for place in ["DE", "FR", "IE", "NL", "ES", "IT", "PL", "EU"] {
        assert_eq!(codes(&short, false, place), [LongPlanMayBeCredit], "{place}: beyond 50 days");
        assert_eq!(codes(&dear, false, place), [ChargeMayBeCredit, LongPlanMayBeCredit], "{place}");
    }
    let business = Facts { client_kind: ClientKind::Business, ..long };
    for place in ["GB-ENG", "US", "DE", "NZ", "CA-ON"] {
        assert_eq!(codes(&business, false, place), [], "{place}");
    }
    assert_eq!(codes(&business, true, "GB-ENG"), [ManyInstalmentsMayBeCredit, LongPlanMayBeCredit]);
    assert_eq!(codes(&business, true, "DE"), []);
}

#[test]
fn rates_above_the_highest_are_warned_of() {
    let (fair, dear) = (quote(4, Some("35")), quote(4, Some("35.01")));
    assert_eq!(codes(&bare(&fair, Language::English), false, "CA-ON"), []);
    assert_eq!(codes(&bare(&dear, Language::English), false, "CA-ON"), [WarningCode::RateAboveCap]);
    let plain = quote(4, None);
    let monthly = Some(LateCharge::Monthly(rate("1.5")));
    let late = Facts { late_charge: monthly, ..bare(&plain, Language::English) };
    assert_eq!(codes(&late, false, "US-NY"), [WarningCode::RateAboveCap], "18 % over 16 %");
    assert_eq!(codes(&late, false, "US-FL"), [], "18 % is not above 18 %");
    let flat = Facts { late_charge: Some(LateCharge::Flat(amount("25"))), ..bare(&plain, Language::English) };
    assert_eq!(codes(&flat, false, "CA-BC"), [WarningCode::FlatChargeCounts]);
}

#[test]
fn a_claim_about_to_end_is_signed_first() {
    let quote = quote(4, None);
    let facts = bare(&quote, Language::English);
    let law = Jurisdiction::find("CA-ON").unwrap();
    let check = |due: &str, restarted: Option<&str>, expected: Option<WarningCode>| {
        let invoices = [(day(due), restarted.map(day)), (day("2026-10-01"), None)];
        let found = warnings(&Question { facts: &facts, sole_trader: false, invoices: &invoices }, law);
        assert_eq!(found.first().map(|warning| warning.code), expected, "{due}");
    };
    // Ontario: two years. Made out on 22 November 2026.
    check("2025-06-01", None, None);
    check("2025-01-10", None, Some(WarningCode::LimitationNear));
    check("2024-10-01", None, Some(WarningCode::LimitationPassed));
    check("2024-10-01", Some("2026-01-01"), None);
}

proptest! {
    #[test]
    fn whatever_the_facts_nothing_panics_and_no_gap_is_left(
        name in "\\PC{0,20}", account in proptest::option::of("\\PC{0,20}"), grace in 0_u32..40, count in 1_u32..40,
        rate_milli in proptest::option::of(1_i64..40_000), french in any::<bool>(), consumer in any::<bool>(),
    ) {
        let request = QuoteRequest::of(amount("1200"), day("2026-11-22"));
        let annual_rate = rate_milli.map(|milli| Percent(rust_decimal::Decimal::new(milli, 3)));
        let quote = QuoteRequest { count: Some(count), annual_rate, ..request }.quote().unwrap();
        let language = if french { Language::French } else { Language::English };
        let mut facts = bare(&quote, language);
        facts.client.name = name.replace(['{', '}'], "");
        facts.account = account.map(|account| account.replace(['{', '}'], ""));
        facts.grace_days = grace;
        facts.client_kind = if consumer { ClientKind::Consumer } else { ClientKind::Business };
        for clause in Clauses::chosen([("acceleration", true), ("data", true)]).unwrap().text(&facts).unwrap() {
            prop_assert!(clause.paragraphs.iter().all(|p| !p.contains(['{', '}'])), "{:?}", clause);
        }
    }
}
