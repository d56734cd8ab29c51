//! Amounts in words. An acknowledgment of debt states its amount in figures and in words, so that a slip
//! or a change in one shows against the other.

use super::figures::Language;
use crate::money::Money;

/// `one thousand two hundred and thirty-four and 50/100 CAD`; in French
/// `mille deux cent trente-quatre et 50/100 CAD`.
pub fn amount_in_words(money: Money, language: Language) -> String {
    let scale = money.currency().scale().unsigned_abs();
    let minor = money.minor().unsigned_abs();
    let whole = in_words(minor / scale, language);
    let sign = match (money.minor() < 0, language) {
        (false, _) => "",
        (true, Language::English) => "minus ",
        (true, Language::French) => "moins ",
    };
    if scale == 1 {
        return format!("{sign}{whole} {}", money.currency());
    }
    let places = usize::try_from(money.currency().exponent()).unwrap_or_default();
    let and = match language {
        Language::English => "and",
        Language::French => "et",
    };
    format!("{sign}{whole} {and} {:0places$}/{scale} {}", minor % scale, money.currency())
}

/// A whole number in words, up to the largest amount a book can hold and beyond.
pub fn in_words(number: u64, language: Language) -> String {
    match (number, language) {
        (0, Language::English) => "zero".to_owned(),
        (0, Language::French) => "z\u{e9}ro".to_owned(),
        (_, Language::English) => english(number),
        (_, Language::French) => french(number),
    }
}

const ENGLISH: [&str; 20] = [
    "",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const ENGLISH_TENS: [&str; 10] =
    ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
const ENGLISH_GROUPS: [&str; 7] =
    ["", " thousand", " million", " billion", " trillion", " quadrillion", " quintillion"];

fn english(number: u64) -> String {
    let groups = groups_of_three(number);
    let last = groups.len().saturating_sub(1);
    let mut words: Vec<String> = Vec::new();
    for (index, (group, name)) in groups.iter().zip(groups_named(&ENGLISH_GROUPS, groups.len())).enumerate() {
        if *group == 0 {
            continue;
        }
        // A last group below a hundred is joined by "and": one thousand and five.
        let joined = if index == last && *group < 100 && !words.is_empty() { "and " } else { "" };
        words.push(format!("{joined}{}{name}", english_below_thousand(*group)));
    }
    words.join(" ")
}

fn english_below_thousand(number: u64) -> String {
    let (hundreds, rest) = (number / 100, number % 100);
    let below = match rest {
        0..20 => nth(&ENGLISH, rest).to_owned(),
        _ if rest.is_multiple_of(10) => nth(&ENGLISH_TENS, rest / 10).to_owned(),
        _ => format!("{}-{}", nth(&ENGLISH_TENS, rest / 10), nth(&ENGLISH, rest % 10)),
    };
    match (hundreds, rest) {
        (0, _) => below,
        (_, 0) => format!("{} hundred", nth(&ENGLISH, hundreds)),
        _ => format!("{} hundred and {below}", nth(&ENGLISH, hundreds)),
    }
}

const FRENCH: [&str; 20] = [
    "", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze",
    "treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf",
];
const FRENCH_TENS: [&str; 10] = [
    "",
    "dix",
    "vingt",
    "trente",
    "quarante",
    "cinquante",
    "soixante",
    "soixante",
    "quatre-vingt",
    "quatre-vingt",
];
const FRENCH_GROUPS: [&str; 7] =
    ["", " mille", " million", " milliard", " billion", " billiard", " trillion"];

fn french(number: u64) -> String {
    let groups = groups_of_three(number);
    let last = groups.len().saturating_sub(1);
    let mut words: Vec<String> = Vec::new();
    for (index, (group, name)) in groups.iter().zip(groups_named(&FRENCH_GROUPS, groups.len())).enumerate() {
        let before_mille = index + 1 == last;
        match *group {
            0 => {}
            // One thousand is plain "mille", and "mille" never takes an s.
            1 if before_mille => words.push("mille".to_owned()),
            group if before_mille => words.push(format!("{} mille", french_below_thousand(group, false))),
            group => {
                let plural = if index < last && group > 1 { "s" } else { "" };
                words.push(format!("{}{name}{plural}", french_below_thousand(group, true)));
            }
        }
    }
    words.join(" ")
}

/// `ends` says whether the number ends here or before a noun, where cents and vingts take their s.
fn french_below_thousand(number: u64, ends: bool) -> String {
    let (hundreds, rest) = (number / 100, number % 100);
    let below = french_below_hundred(rest, ends);
    let s = if rest == 0 && ends && hundreds > 1 { "s" } else { "" };
    match (hundreds, rest) {
        (0, _) => below,
        (1, 0) => "cent".to_owned(),
        (1, _) => format!("cent {below}"),
        (_, 0) => format!("{} cent{s}", nth(&FRENCH, hundreds)),
        _ => format!("{} cent {below}", nth(&FRENCH, hundreds)),
    }
}

fn french_below_hundred(number: u64, ends: bool) -> String {
    // Seventy and ninety count on from sixty and eighty: soixante-dix, quatre-vingt-onze.
    let counts_on = u64::from(matches!(number / 10, 7 | 9)) * 10;
    let (ten, unit) = (number / 10, number % 10 + counts_on);
    match (ten, unit) {
        (0 | 1, _) => nth(&FRENCH, number).to_owned(),
        (8, 0) if ends => "quatre-vingts".to_owned(),
        (_, 0) => nth(&FRENCH_TENS, ten).to_owned(),
        (2..=6, 1) | (7, 11) => format!("{} et {}", nth(&FRENCH_TENS, ten), nth(&FRENCH, unit)),
        _ => format!("{}-{}", nth(&FRENCH_TENS, ten), nth(&FRENCH, unit)),
    }
}

/// The groups of three digits, the highest first.
fn groups_of_three(number: u64) -> Vec<u64> {
    let mut groups = Vec::new();
    let mut left = number;
    while left > 0 {
        groups.push(left % 1000);
        left /= 1000;
    }
    groups.reverse();
    groups
}

/// The names of that many groups, the highest first.
fn groups_named<'a>(names: &'a [&'a str], count: usize) -> impl Iterator<Item = &'a str> {
    names.iter().take(count).rev().copied()
}

fn nth(words: &'static [&'static str], index: u64) -> &'static str {
    usize::try_from(index).ok().and_then(|index| words.get(index)).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::{Currency, LARGEST_MINOR};

    #[test]
    fn english_numbers_read_as_spoken() {
        let check = |number, words: &str| assert_eq!(in_words(number, Language::English), words);
        check(0, "zero");
        check(19, "nineteen");
        check(40, "forty");
        check(99, "ninety-nine");
        check(100, "one hundred");
        check(105, "one hundred and five");
        check(1_005, "one thousand and five");
        check(1_234, "one thousand two hundred and thirty-four");
        check(20_000, "twenty thousand");
        check(1_000_001, "one million and one");
        check(1_000_000_000, "one billion");
        check(
            12_345_678,
            "twelve million three hundred and forty-five thousand six hundred and seventy-eight",
        );
    }

    #[test]
    fn french_numbers_keep_their_own_rules() {
        let check = |number, words: &str| assert_eq!(in_words(number, Language::French), words);
        check(0, "z\u{e9}ro");
        check(1, "un");
        check(21, "vingt et un");
        check(70, "soixante-dix");
        check(71, "soixante et onze");
        check(77, "soixante-dix-sept");
        check(80, "quatre-vingts");
        check(81, "quatre-vingt-un");
        check(91, "quatre-vingt-onze");
        check(99, "quatre-vingt-dix-neuf");
        check(100, "cent");
        check(200, "deux cents");
        check(201, "deux cent un");
        check(280, "deux cent quatre-vingts");
        check(1_000, "mille");
        check(1_100, "mille cent");
        check(2_000, "deux mille");
        check(80_000, "quatre-vingt mille");
        check(200_000, "deux cent mille");
        check(1_000_000, "un million");
        check(2_000_080, "deux millions quatre-vingts");
        check(300_000_000, "trois cents millions");
        check(5_001_001_000, "cinq milliards un million mille");
    }

    #[test]
    fn amounts_carry_their_minor_units_as_a_fraction() {
        let check = |text: &str, code: &str, language, words: &str| {
            let money = Money::parse(text, Currency::from_code(code).unwrap()).unwrap();
            assert_eq!(amount_in_words(money, language), words);
        };
        check("1234.50", "CAD", Language::English, "one thousand two hundred and thirty-four and 50/100 CAD");
        check("1234.50", "CAD", Language::French, "mille deux cent trente-quatre et 50/100 CAD");
        check("500", "JPY", Language::English, "five hundred JPY");
        check("0.005", "KWD", Language::English, "zero and 005/1000 KWD");
        let largest = Money::of(LARGEST_MINOR, Currency::from_code("JPY").unwrap());
        assert_eq!(amount_in_words(largest, Language::English), "one quadrillion JPY");
        assert_eq!(amount_in_words(largest, Language::French), "un billiard JPY");
    }
}
