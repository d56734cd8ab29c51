//! What may stand in printed text, and what a character looks and reads like.

use unicode_normalization::UnicodeNormalization;

/// Drawn for a character that no bundled face has.
pub(crate) const PLACEHOLDER: char = '\u{25A1}';

/// Makes text from outside fit for a line of print: composed, without line ends and other controls, and
/// without the overrides and isolates with which a name could make a document read differently than it is.
pub(crate) fn clean(text: &str) -> String {
    if text.bytes().all(|byte| (0x20..0x7f).contains(&byte)) {
        return text.to_owned();
    }
    text.nfc()
        .filter(|c| !matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{00AD}'))
        .map(|c| if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') { ' ' } else { c })
        .collect()
}

/// Characters that guide shaping and breaking but are never seen.
pub(crate) fn unseen(c: char) -> bool {
    matches!(
        c,
        '\u{200B}'..='\u{200F}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}' | '\u{034F}' | '\u{061C}' | '\u{FE00}'..='\u{FE0F}'
    )
}

/// The character whose glyph is drawn: non-breaking kinds look like their plain ones.
pub(crate) fn drawn(c: char) -> char {
    match c {
        '\u{00A0}' => ' ',
        '\u{202F}' => '\u{2009}',
        '\u{2010}' | '\u{2011}' => '-',
        other => other,
    }
}

/// What a reader copies or hears for a character. Searching for "17 November" must find it however its
/// space was kept from breaking.
pub(crate) fn said(text: &str) -> String {
    text.chars()
        .filter(|c| !unseen(*c))
        .map(|c| match c {
            '\u{00A0}' | '\u{202F}' | '\u{2009}' => ' ',
            '\u{2010}' | '\u{2011}' => '-',
            other => other,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn controls_and_overrides_cannot_reach_the_page() {
        assert_eq!(clean("a\nb\tc\u{202E}d\u{2066}e\u{AD}f"), "a b cdef");
        assert_eq!(clean("Łódz\u{301}"), "Łódź");
        assert_eq!(said("17\u{A0}November\u{202F}2026 INV\u{2011}7"), "17 November 2026 INV-7");
    }
}
