//! Small words for sentences.

use goodterms_desk::PaperWarning;

/// A sentence that begins with a capital and ends with a stop.
pub(crate) fn sentence(text: &str) -> String {
    let text = text.trim();
    let first = text.split_whitespace().next().unwrap_or_default();
    let is_a_name = first.contains(['.', '/', '\\', '_', '-', '=']) && !first.ends_with('.');
    let mut letters = text.chars();
    let mut sentence: String = match letters.next() {
        Some(letter) if !is_a_name => letter.to_uppercase().chain(letters).collect(),
        _ => text.to_owned(),
    };
    if !sentence.is_empty() && !sentence.ends_with(['.', '!', '?', ':', '\u{2026}']) {
        sentence.push('.');
    }
    sentence
}

/// `final_demand` as it is said: `final demand`.
pub(crate) fn spoken(name: &str) -> String {
    name.replace('_', " ")
}

/// `3 invoices`, `1 invoice`.
pub(crate) fn count(number: u64, one: &str) -> String {
    if number == 1 { format!("1 {one}") } else { format!("{number} {one}s") }
}

/// `a, b and c`.
pub(crate) fn listed(parts: &[String]) -> String {
    match parts {
        [] => String::new(),
        [one] => one.clone(),
        [before @ .., last] => format!("{} and {last}", before.join(", ")),
    }
}

/// Whether a decimal amount is nothing.
pub(crate) fn is_nothing(amount: &str) -> bool {
    !amount.bytes().any(|digit| (b'1'..=b'9').contains(&digit))
}

/// The text, or a dash where there is none.
pub(crate) fn or_dash(text: &str) -> &str {
    if text.is_empty() { "\u{2013}" } else { text }
}

/// Something to mind, with where a figure of law was read.
pub(crate) fn noted(warning: &PaperWarning) -> String {
    let read = match (&warning.source, warning.as_of) {
        (Some(source), Some(as_of)) => format!(" ({source}, {as_of})"),
        _ => String::new(),
    };
    format!("Please note: {}{read}", sentence(&warning.message))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_are_whole_and_names_stay_as_they_are() {
        assert_eq!(sentence("the disk is full"), "The disk is full.");
        assert_eq!(sentence("ar.csv is not there"), "ar.csv is not there.");
        assert_eq!(sentence("Done!"), "Done!");
        assert_eq!(sentence("\u{201c}x\u{201d} is not a date"), "\u{201c}x\u{201d} is not a date.");
    }

    #[test]
    fn nothing_is_nothing_in_every_currency() {
        assert!(is_nothing("0.00") && is_nothing("0") && is_nothing("0.000"));
        assert!(!is_nothing("0.01") && !is_nothing("-10"));
    }
}
