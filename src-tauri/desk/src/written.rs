//! Words somebody writes about the business or a client: what may stand in the book, and what changed.

use goodterms_terms::history::Change;
use goodterms_terms::{Code, Refusal};

/// The most characters one field may have.
const MOST_CHARACTERS: usize = 10_000;

/// Notes a change, if it is one.
pub(crate) fn note(changes: &mut Vec<Change>, field: &str, before: &str, after: &str) {
    if before != after {
        changes.push(Change { field: field.into(), before: before.into(), after: after.into() });
    }
}

/// A word as it may stand in the book: trimmed, on one line but for notes, and what its field means.
///
/// # Errors
/// The code given, naming the field.
pub(crate) fn accepted(code: Code, field: &str, word: &str) -> Result<String, Refusal> {
    let refused = |why: &str| Err(Refusal::input(code, why.to_owned()).field(field));
    let word = word.trim();
    if word.chars().count() > MOST_CHARACTERS {
        return refused("That is longer than 10,000 characters.");
    }
    if field == "notes" {
        return Ok(word.to_owned());
    }
    if word.chars().any(char::is_control) {
        return refused("That holds a line break or another control character.");
    }
    match field {
        "email" if !word.is_empty() && !looks_like_email(word) => {
            refused(&format!("\u{201c}{word}\u{201d} is not an e-mail address"))
        }
        "country" if !word.is_empty() => match country(word) {
            Some(code) => Ok(code),
            None => refused("Give the country as its two-letter code, such as CA or DE."),
        },
        _ => Ok(word.to_owned()),
    }
}

/// The two letters of a country, in capitals.
pub(crate) fn country(word: &str) -> Option<String> {
    let code = word.trim().to_ascii_uppercase();
    (code.len() == 2 && code.bytes().all(|letter| letter.is_ascii_uppercase())).then_some(code)
}

fn looks_like_email(word: &str) -> bool {
    let parts = word.split_once('@');
    parts.is_some_and(|(name, host)| {
        !name.is_empty() && host.contains('.') && !host.starts_with('.') && !host.ends_with('.')
    }) && !word.contains(char::is_whitespace)
        && word.matches('@').count() == 1
}
