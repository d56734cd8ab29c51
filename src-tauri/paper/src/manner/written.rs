//! Amounts in words, with the names of their currencies. A slip in the figures shows against the words.

use super::currencies::NAMES;
use goodterms_terms::agreement::{Language, in_words};
use goodterms_terms::{Currency, Money};

/// The first words of French names that are feminine; all others are masculine.
const FEMININE: [&str; 9] =
    ["couronne", "gourde", "hryvnia", "kuna", "livre", "pataca", "roupie", "rufiyaa", "unité"];

/// The amount in words; minor units follow as a fraction, which no language can misread: `and 50/100`.
pub(super) fn amount(money: Money, language: Language) -> String {
    let currency = money.currency();
    let scale = currency.scale().unsigned_abs();
    let (whole, minor) = (money.minor().unsigned_abs() / scale, money.minor().unsigned_abs() % scale);
    let mut written = in_words(whole, language);
    let name = name(&currency, whole, language);
    if let Language::French = language {
        if FEMININE.iter().any(|noun| name.starts_with(noun)) {
            written = feminine(written);
        }
        if whole > 0 && whole.is_multiple_of(1_000_000) {
            // Million and milliard are nouns: un million de dollars, deux milliards d’euros.
            written.push_str(if elided(name) { " d\u{2019}" } else { " de " });
        } else {
            written.push(' ');
        }
    } else {
        written.push(' ');
    }
    written.push_str(name);
    if scale > 1 {
        let places = usize::try_from(currency.exponent()).unwrap_or_default();
        let and = if let Language::French = language { "et" } else { "and" };
        written.push_str(&format!(" {and} {minor:0places$}/{scale}"));
    }
    match (money.minor() < 0, language) {
        (false, _) => written,
        (true, Language::English) => format!("minus {written}"),
        (true, Language::French) => format!("moins {written}"),
    }
}

/// What so many of a currency are called; its code when it has no name here.
fn name(currency: &Currency, count: u64, language: Language) -> &str {
    let found = NAMES.binary_search_by_key(&currency.code(), |(code, ..)| code).ok();
    let Some((_, english, french)) = found.and_then(|at| NAMES.get(at)) else { return currency.code() };
    match language {
        Language::English if count == 1 => english[0],
        Language::English => english[1],
        // In French nought and one are singular.
        Language::French if count < 2 => french[0],
        Language::French => french[1],
    }
}

/// A number before a feminine noun: vingt et une livres.
fn feminine(number: String) -> String {
    let ends_in_one = number == "un" || number.ends_with(" un") || number.ends_with("-un");
    if ends_in_one { number + "e" } else { number }
}

/// Whether a name starts with a sound that takes the place of an e: d’euros, but de hryvnias.
fn elided(name: &str) -> bool {
    name.starts_with(['a', 'e', 'é', 'i', 'o', 'u', 'A', 'E'])
}
