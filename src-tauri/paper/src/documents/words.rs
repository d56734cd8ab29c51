//! The fixed words that several papers share, in each language; and how a sentence of ours is set.
//!
//! Every paper keeps its words in a table of its own like this one, apart from its pages. A table is a struct
//! with one value a language, so a sentence that is missing in one of them does not compile.

use crate::flow::voice;
use crate::text::{Span, Style, isolated};
use goodterms_terms::agreement::Language;

/// One thing in each language.
pub(super) struct Both<T: 'static> {
    pub(super) english: T,
    pub(super) french: T,
}

impl<T> Both<T> {
    /// The one of a language.
    pub(super) const fn of(&self, language: Language) -> &T {
        match language {
            Language::English => &self.english,
            Language::French => &self.french,
        }
    }
}

/// Words of letterheads, windows, payment details and closings.
pub(super) struct Shared {
    pub(super) date: &'static str,
    pub(super) our_reference: &'static str,
    pub(super) payee: &'static str,
    pub(super) reference: &'static str,
    pub(super) pay_on_line: &'static str,
    /// The person greeted, or the name on the letter.
    pub(super) dear: fn(greeting: &str, name: &str) -> String,
    /// Ways to reach the writer: e-mail, telephone; either may be empty.
    pub(super) reach: fn(email: &str, phone: &str) -> String,
    pub(super) enclosed: fn(&str) -> String,
    pub(super) logo_of: fn(&str) -> String,
    pub(super) invoice: &'static str,
    pub(super) issued: &'static str,
    pub(super) due: &'static str,
    pub(super) total: &'static str,
    pub(super) paid: &'static str,
    pub(super) open: &'static str,
}

pub(super) static SHARED: Both<Shared> = Both {
    english: Shared {
        date: "Date",
        our_reference: "Our reference",
        payee: "Payee",
        reference: "Reference",
        pay_on_line: "Pay on line",
        dear: |greeting, name| format!("Dear {},", if greeting.is_empty() { name } else { greeting }),
        reach: |email, phone| match (email, phone) {
            ("", "") => "write to the address above".to_owned(),
            (email, "") => format!("write to {email}"),
            ("", phone) => format!("call {phone}"),
            (email, phone) => format!("write to {email} or call {phone}"),
        },
        enclosed: |what| format!("Enclosed: {what}"),
        logo_of: |name| format!("Logo of {name}"),
        invoice: "Invoice",
        issued: "Issued",
        due: "Due",
        total: "Total",
        paid: "Paid or credited",
        open: "Open",
    },
    french: Shared {
        date: "Date",
        our_reference: "Notre référence",
        payee: "Bénéficiaire",
        reference: "Référence",
        pay_on_line: "Payer en ligne",
        dear: |greeting, _| {
            if greeting.is_empty() { "Madame, Monsieur,".to_owned() } else { format!("{greeting},") }
        },
        reach: |email, phone| match (email, phone) {
            ("", "") => "nous écrire à l’adresse ci-dessus".to_owned(),
            (email, "") => format!("nous écrire à {email}"),
            ("", phone) => format!("nous appeler au {phone}"),
            (email, phone) => format!("nous écrire à {email} ou nous appeler au {phone}"),
        },
        enclosed: |what| french(&format!("Pièces jointes : {what}")),
        logo_of: |name| format!("Logo de {name}"),
        invoice: "Facture",
        issued: "Émise le",
        due: "Échéance",
        total: "Total",
        paid: "Payé ou crédité",
        open: "Solde",
    },
};

/// Sets the spaces of French: one that does not break before a colon, a narrow one before the other high marks
/// and inside quotation marks. Sentences are written in this file and its neighbours with plain spaces.
pub(super) fn french(sentence: &str) -> String {
    sentence
        .replace(" :", "\u{A0}:")
        .replace(" ;", "\u{202F};")
        .replace(" ?", "\u{202F}?")
        .replace(" !", "\u{202F}!")
        .replace("« ", "«\u{202F}")
        .replace(" »", "\u{202F}»")
}

/// Enclose the words of a sentence that stand out. Nothing from outside can hold them: it is cleaned of
/// control characters first.
const STRONG: char = '\u{2}';
const PLAIN: char = '\u{3}';

/// Words that stand out in a sentence: the amount, the day that counts.
pub(super) fn strong(words: &str) -> String {
    format!("{STRONG}{words}{PLAIN}")
}

/// A sentence of ours, in which everything from outside was isolated, with its strong words set so.
pub(super) fn spans(sentence: &str) -> Vec<Span> {
    styled(sentence, voice::TEXT, voice::STRONG)
}

/// The same in other voices.
pub(super) fn styled(sentence: &str, plain: Style, stands_out: Style) -> Vec<Span> {
    let parts = sentence.split(STRONG).enumerate().flat_map(|(at, part)| {
        let (strong, rest) = if at == 0 { ("", part) } else { part.split_once(PLAIN).unwrap_or((part, "")) };
        [(strong, stands_out), (rest, plain)]
    });
    parts
        .filter(|(words, _)| !words.is_empty())
        .map(|(words, style)| Span::sentence(words.to_owned(), style))
        .collect()
}

/// Words from outside that end a clause of ours, without their own full stop.
pub(super) fn ended(words: &str) -> String {
    isolated(words.trim().trim_end_matches('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strong_words_are_set_apart_and_nothing_is_lost() {
        let sentence = format!("Pay {} by {}.", strong("$5"), strong("Monday"));
        let spans = spans(&sentence);
        let said: Vec<&str> = spans.iter().map(|span| span.text.as_str()).collect();
        assert_eq!(said, ["Pay ", "$5", " by ", "Monday", "."]);
        assert_eq!(spans[1].style, voice::STRONG);
        assert_eq!(styled("plain", voice::SMALL, voice::STRONG).len(), 1);
        // What comes from outside cannot open or close them.
        assert_eq!(isolated("a\u{2}b\u{3}c"), "a b c");
    }

    #[test]
    fn french_marks_keep_their_spaces() {
        assert_eq!(
            french("Quand ? « Oui » : bien !"),
            "Quand\u{202F}? «\u{202F}Oui\u{202F}»\u{A0}: bien\u{202F}!"
        );
    }
}
