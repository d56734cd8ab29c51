//! Invoice numbers as people and banks write them: `INV-0042`, `inv 42`, `RE2024/0042`, cut by blanks and
//! slashes, without their zeros.

use std::ops::Range;

/// Words that stand before a number and are no part of it.
const PREFIXES: [&str; 22] = [
    "INV",
    "INVOICE",
    "INVOICES",
    "INVNO",
    "RE",
    "RG",
    "RNR",
    "RECHNUNG",
    "RECHNUNGEN",
    "RECHNUNGSNR",
    "RECHNUNGSNUMMER",
    "FA",
    "FACTURE",
    "FACTUUR",
    "FACTURA",
    "FATTURA",
    "FATURA",
    "FAKTURA",
    "F",
    "NR",
    "NO",
    "N",
];

/// A run of letters and digits in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Token {
    /// In capitals, in Latin letters.
    text: String,
    /// What stands between it and the token before: nothing but signs that join numbers, or something more.
    gap: Gap,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Gap {
    /// `/`, `-`, `.` or `_`, without blanks: one word.
    Joined,
    /// Blanks, with or without such signs.
    Blank,
    /// Anything else: another thought.
    Apart,
}

/// A number read out of a text.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Written {
    /// Letters and digits together, without leading zeros.
    pub(super) whole: String,
    /// Without a prefix too.
    pub(super) core: String,
    /// It says by itself that it is a number: with a prefix, or long enough not to be a year or a count.
    pub(super) tells: bool,
}

/// The most pieces a number is written in.
const MOST_PIECES: usize = 5;
/// Longer texts are read up to here.
const MOST_TOKENS: usize = 400;

fn tokens(text: &str) -> Vec<Token> {
    let latin = deunicode::deunicode(text).to_ascii_uppercase();
    let mut all: Vec<Token> = Vec::new();
    let (mut word, mut gap) = (String::new(), Gap::Apart);
    for c in latin.chars().chain([' ']) {
        if c.is_ascii_alphanumeric() {
            word.push(c);
            continue;
        }
        if !word.is_empty() {
            all.push(Token { text: std::mem::take(&mut word), gap });
            if all.len() >= MOST_TOKENS {
                break;
            }
            gap = Gap::Joined;
        }
        gap = match (c, gap) {
            ('/' | '-' | '.' | '_', gap) => gap,
            (' ' | '\t' | '\n' | '\r' | '#' | ':', Gap::Joined | Gap::Blank) => Gap::Blank,
            _ => Gap::Apart,
        };
    }
    all
}

/// What an item's own number is compared by.
pub(super) fn of_item(number: &str) -> Option<Written> {
    let tokens = tokens(number);
    let refs: Vec<&Token> = tokens.iter().collect();
    written(&refs)
}

/// A number and the words of a text it is made of.
pub(super) struct Found {
    pub(super) number: Written,
    pub(super) words: Range<usize>,
}

/// All numbers a text may name, those of most words first. Only whole words are numbers: `2024` in `2024-0042` is not.
pub(super) fn in_text(text: &str) -> Vec<Found> {
    let all = tokens(text);
    let mut found: Vec<Found> = Vec::new();
    for pieces in (1..=MOST_PIECES).rev() {
        for (at, window) in all.windows(pieces).enumerate() {
            let inner_joined = window.iter().skip(1).all(|token| token.gap != Gap::Apart);
            let cut_before =
                cuts_a_word(at.checked_sub(1).and_then(|before| all.get(before)), window.first());
            let cut_behind = all.get(at + pieces).is_some_and(|next| next.gap == Gap::Joined);
            if inner_joined && !cut_before && !cut_behind {
                let refs: Vec<&Token> = window.iter().collect();
                found.extend(written(&refs).map(|number| Found { number, words: at..at + pieces }));
            }
        }
    }
    found
}

/// Whether a window would begin in the middle of a word. A prefix in front of it is no part of the number.
fn cuts_a_word(before: Option<&Token>, first: Option<&Token>) -> bool {
    match (before, first) {
        (Some(before), Some(first)) if first.gap == Gap::Joined => !PREFIXES.contains(&before.text.as_str()),
        _ => false,
    }
}

fn written(tokens: &[&Token]) -> Option<Written> {
    let whole: String = tokens.iter().map(|token| token.text.as_str()).collect();
    if !whole.contains(|c: char| c.is_ascii_digit()) || whole.len() > 40 {
        return None;
    }
    let letters = whole.find(|c: char| c.is_ascii_digit()).unwrap_or(0);
    let (head, digits) = whole.split_at(letters);
    let prefixed = PREFIXES.contains(&head);
    let bare = if prefixed { digits } else { whole.as_str() };
    let core = bare.trim_start_matches('0');
    let length = bare.len();
    let year = length == 4 && (bare.starts_with("19") || bare.starts_with("20"));
    let has_letters = bare.contains(|c: char| c.is_ascii_alphabetic());
    let tells = prefixed || has_letters && length >= 4 || length >= 4 && !year;
    (!core.is_empty()).then(|| Written {
        whole: whole.trim_start_matches('0').to_owned(),
        core: core.to_owned(),
        tells,
    })
}

/// Whether a text names this number.
pub(super) fn names(text: &str, number: &str) -> bool {
    of_item(number).is_some_and(|own| in_text(text).iter().any(|found| found.number.core == own.core))
}

/// A structured reference: letters and digits only.
pub(super) fn reference(text: &str) -> String {
    text.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_found_however_it_is_cut() {
        for text in [
            "INV-0042",
            "inv 42",
            "Invoice no. 0042",
            "payment INV0042 thanks",
            "inv/0042.",
            "(INV-42)",
            "RE: INV 0042",
        ] {
            assert!(names(text, "INV-0042"), "{text}");
        }
        for text in ["RE 2024/0042", "re2024 0042", "Rechnung 2024-0042", "RE-2024-0042,"] {
            assert!(names(text, "RE-2024/0042"), "{text}");
        }
        assert!(names("FACTUUR 201403110, 201403113", "201403113"));
        assert!(names("M\u{fc}ller AB 1001", "AB-1001"));
    }

    #[test]
    fn a_part_of_a_longer_number_is_none() {
        for text in
            ["100421", "2024-0042", "0042/2024", "10042", "4211 42.50", "INV-0042-7", "NL42ABNA0417164300"]
        {
            assert!(!names(text, "INV-0042"), "{text}");
        }
        assert!(!names("02/2018", "2018") && !names("AB-1001", "1001"));
    }

    #[test]
    fn short_numbers_and_years_do_not_tell_by_themselves() {
        let tells = |text: &str| in_text(text).iter().any(|found| found.number.tells);
        assert!(tells("INV 7") && tells("10042") && tells("AB12"));
        assert!(!tells("7") && !tells("2024") && !tells("042"));
        assert_eq!(of_item("-"), None);
        assert_eq!(reference("RF18 5390 0754 7034"), "RF18539007547034");
    }
}
