use super::currencies::NAMES;
use super::*;
use goodterms_terms::agreement::in_words;
use goodterms_terms::{Currency, day};
use proptest::prelude::*;

fn money(text: &str, code: &str) -> Money {
    Money::parse(text, Currency::from_code(code).unwrap()).unwrap()
}

#[test]
fn amounts_are_grouped_in_the_currencys_own_precision() {
    let manner = Manner::for_country("CA");
    let check = |minor: i64, code: &str, written: &str| {
        assert_eq!(manner.amount(Money::of(minor, Currency::from_code(code).unwrap())), written);
    };
    check(123_450, "CAD", "1,234.50");
    check(-5, "EUR", "\u{2212}0.05");
    check(1_234_567, "JPY", "1,234,567");
    check(999, "JPY", "999");
    check(1_234_567, "KWD", "1,234.567");
    check(1_000_000_000_000_000, "KWD", "1,000,000,000,000.000");
}

#[test]
fn each_place_writes_money_and_shares_its_own_way() {
    let check = |country: &str, language, text: &str, code: &str, written: &str| {
        assert_eq!(Manner::of(country, language).money(money(text, code)), written, "{country}");
    };
    use Language::{English, French};
    check("CA", English, "1234.5", "CAD", "$1,234.50");
    check("CA", English, "-1234.5", "CAD", "\u{2212}$1,234.50");
    check("CA", English, "1234.5", "USD", "USD\u{A0}1,234.50");
    check("US", English, "1234.5", "USD", "$1,234.50");
    check("GB", English, "1234.5", "GBP", "£1,234.50");
    check("IE", English, "1234.5", "EUR", "€1,234.50");
    check("AU", English, "1234.5", "AUD", "AUD\u{A0}1,234.50");
    check("CA", French, "1234.5", "CAD", "1\u{A0}234,50\u{A0}$");
    check("CA", French, "1234.5", "USD", "1\u{A0}234,50\u{A0}USD");
    check("FR", French, "1234567.5", "EUR", "1\u{202F}234\u{202F}567,50\u{A0}€");
    check("BE", French, "-0.05", "EUR", "\u{2212}0,05\u{A0}€");
    check("CH", French, "1234.5", "CHF", "1\u{202F}234.50\u{A0}CHF");
    check("FR", French, "1000", "JPY", "1\u{202F}000\u{A0}JPY");
    check("FR", French, "1.234", "KWD", "1,234\u{A0}KWD");
    let rate = Percent::parse("9.25").unwrap();
    assert_eq!(Manner::of("GB", English).percent(rate), "9.25%");
    assert_eq!(Manner::of("FR", French).percent(rate), "9,25\u{A0}%");
    assert_eq!(Manner::of("CH", French).percent(rate), "9,25%");
    assert_eq!(Manner::of("FR", French).coded(money("5", "EUR")), "5,00\u{A0}EUR");
}

#[test]
fn days_and_paper_follow_the_readers_country() {
    let on = day::parse("2026-11-07").unwrap();
    assert_eq!(Manner::for_country("ca").day(on), "7\u{A0}November 2026");
    assert_eq!(Manner::for_country("US").day(on), "November\u{A0}7, 2026");
    assert_eq!(Manner::for_country("GB").short_day(on), "7\u{A0}Nov\u{A0}2026");
    let french = Manner::of("FR", Language::French);
    assert_eq!(french.day(on), "7\u{A0}novembre 2026");
    assert_eq!(french.day(day::parse("2027-02-01").unwrap()), "1er\u{A0}février 2027");
    assert_eq!(french.short_day(day::parse("2027-07-01").unwrap()), "1er\u{A0}juill.\u{A0}2027");
    for (country, paper) in
        [("US", Paper::Letter), ("ca ", Paper::Letter), ("DE", Paper::A4), ("", Paper::A4)]
    {
        assert_eq!(Paper::for_country(country), paper, "{country}");
    }
    let moment = DateTime::parse_from_rfc3339("2026-11-17T09:04:07-05:00").unwrap();
    assert_eq!(
        Manner::for_country("CA").moment(&moment),
        "17\u{A0}November 2026, 09:04:07 (UTC\u{2212}05:00)"
    );
    assert_eq!(
        french.moment(&moment).replace('\u{A0}', " "),
        "17 novembre 2026 à 9 h 04 min 07 s (UTC\u{2212}05:00)"
    );
}

#[test]
fn amounts_in_words_name_their_currency_and_agree_with_it() {
    let check = |text: &str, code: &str, language, words: &str| {
        assert_eq!(Manner::of("FR", language).in_words(money(text, code)), words);
    };
    use Language::{English, French};
    check("1234.50", "CAD", English, "one thousand two hundred and thirty-four Canadian dollars and 50/100");
    check("1234.50", "CAD", French, "mille deux cent trente-quatre dollars canadiens et 50/100");
    check("1", "EUR", English, "one euro and 00/100");
    check("1000", "JPY", English, "one thousand Japanese yen");
    check("1000", "JPY", French, "mille yens japonais");
    check("1.234", "KWD", English, "one Kuwaiti dinar and 234/1000");
    check("1.234", "KWD", French, "un dinar koweïtien et 234/1000");
    check("0.05", "EUR", French, "zéro euro et 05/100");
    check("1.50", "EUR", French, "un euro et 50/100");
    check("1000000", "EUR", French, "un million d’euros et 00/100");
    check("3000000", "CAD", French, "trois millions de dollars canadiens et 00/100");
    check("2000080", "EUR", French, "deux millions quatre-vingts euros et 00/100");
    check("80", "GBP", French, "quatre-vingts livres sterling et 00/100");
    check("21", "GBP", French, "vingt et une livres sterling et 00/100");
    check("1", "GBP", French, "une livre sterling et 00/100");
    check("71", "SEK", French, "soixante et onze couronnes suédoises et 00/100");
    check("21000", "GBP", French, "vingt et un mille livres sterling et 00/100");
    check("200", "CHF", French, "deux cents francs suisses et 00/100");
    check("-5", "GBP", English, "minus five pounds sterling and 00/100");
}

#[test]
fn every_currency_there_is_has_a_name_in_both_languages() {
    let letters = b'A'..=b'Z';
    let mut known = 0;
    for code in letters.clone().flat_map(|a| {
        letters
            .clone()
            .flat_map(move |b| (b'A'..=b'Z').map(move |c| String::from_utf8(vec![a, b, c]).unwrap()))
    }) {
        let Ok(currency) = Currency::from_code(&code) else { continue };
        known += 1;
        for language in Language::ALL {
            let words = Manner::of("CA", language).in_words(Money::of(2_000_000, currency));
            assert!(!words.contains(&code), "{words}");
        }
    }
    assert_eq!(known, NAMES.len());
    assert!(NAMES.windows(2).all(|pair| pair[0].0 < pair[1].0), "they are found by halving");
}

/// The value of a word of a number, if it is one.
fn value_of(word: &str) -> Option<u64> {
    const WORDS: [(&str, &str, u64); 29] = [
        ("zero", "zéro", 0),
        ("one", "un", 1),
        ("two", "deux", 2),
        ("three", "trois", 3),
        ("four", "quatre", 4),
        ("five", "cinq", 5),
        ("six", "six", 6),
        ("seven", "sept", 7),
        ("eight", "huit", 8),
        ("nine", "neuf", 9),
        ("ten", "dix", 10),
        ("eleven", "onze", 11),
        ("twelve", "douze", 12),
        ("thirteen", "treize", 13),
        ("fourteen", "quatorze", 14),
        ("fifteen", "quinze", 15),
        ("sixteen", "seize", 16),
        ("seventeen", "", 17),
        ("eighteen", "", 18),
        ("nineteen", "", 19),
        ("twenty", "vingt", 20),
        ("twenty", "vingts", 20),
        ("thirty", "trente", 30),
        ("forty", "quarante", 40),
        ("fifty", "cinquante", 50),
        ("sixty", "soixante", 60),
        ("seventy", "", 70),
        ("eighty", "", 80),
        ("ninety", "", 90),
    ];
    WORDS.iter().find(|(english, french, _)| word == *english || word == *french).map(|found| found.2)
}

/// What multiplies everything said since the last such word.
fn group_of(word: &str) -> Option<u64> {
    match word.strip_suffix('s').unwrap_or(word) {
        "thousand" | "mille" => Some(1_000),
        "million" => Some(1_000_000),
        "billion" | "milliard" => Some(1_000_000_000),
        "trillion" => Some(1_000_000_000_000),
        "quadrillion" | "billiard" => Some(1_000_000_000_000_000),
        _ => None,
    }
}

/// Reads a number in words as a person would: small ones add up, `hundred` and `vingt` after `quatre` multiply.
fn heard(words: &str, language: Language) -> u64 {
    let (mut sum, mut below) = (0, 0);
    for word in words.split([' ', '-']).filter(|word| !matches!(*word, "and" | "et")) {
        if word == "hundred" || word.strip_suffix('s').unwrap_or(word) == "cent" {
            below = below.max(1) * 100;
        } else if let (Language::French, "billion" | "billions") = (language, word) {
            sum += below * 1_000_000_000_000;
            below = 0;
        } else if let Some(group) = group_of(word) {
            sum += below.max(1) * group;
            below = 0;
        } else {
            let value = value_of(word).unwrap_or_else(|| panic!("{word:?} in {words}"));
            let eighty = language == Language::French && value == 20 && below % 100 == 4;
            below = if eighty { below - 4 + 80 } else { below + value };
        }
    }
    sum + below
}

proptest! {
    #[test]
    fn numbers_in_words_are_heard_as_they_were_meant(number in 0_u64..=1_000_000_000_000_000, few in 0_u64..100_000) {
        for language in Language::ALL {
            for number in [number, few, few * 1_000, few * 1_000_000] {
                let words = in_words(number, language);
                prop_assert_eq!(heard(&words, language), number, "{}", words);
            }
        }
    }

    #[test]
    fn amounts_in_words_and_in_figures_say_the_same(minor in -1_000_000_000_000_i64..1_000_000_000_000) {
        for (code, fraction) in [("JPY", ""), ("CAD", "/100"), ("GBP", "/100"), ("KWD", "/1000")] {
            let amount = Money::of(minor, Currency::from_code(code).unwrap());
            let scale = amount.currency().scale().unsigned_abs();
            for language in Language::ALL {
                let words = Manner::of("CA", language).in_words(amount);
                let spoken = words.trim_start_matches("minus ").trim_start_matches("moins ");
                let number: Vec<&str> = spoken
                    .split(' ')
                    .map(|word| if word == "une" { "un" } else { word })
                    .map(|word| if word.ends_with("-une") { word.trim_end_matches('e') } else { word })
                    .take_while(|word| {
                        matches!(*word, "and" | "et" | "hundred" | "cent" | "cents")
                            || group_of(word).is_some()
                            || word.split('-').all(|part| value_of(part).is_some())
                    })
                    .collect();
                prop_assert_eq!(heard(&number.join(" "), language), minor.unsigned_abs() / scale, "{}", words);
                prop_assert!(words.ends_with(fraction), "{}", words);
                let rest = amount.minor().unsigned_abs() % scale;
                let said = words.rsplit_once(' ').and_then(|(_, last)| last.strip_suffix(fraction));
                prop_assert!(fraction.is_empty() || said.and_then(|s| s.parse::<u64>().ok()) == Some(rest), "{}", words);
            }
        }
    }
}
