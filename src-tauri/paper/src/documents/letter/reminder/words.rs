//! The words of follow-ups: five steps, three tones.

mod english;
mod french;

use super::super::super::words::Both;

/// What a follow-up is about.
pub(super) struct Owing<'a> {
    /// The number of the invoice, if there is only one.
    pub(super) only: Option<&'a str>,
    /// How many, in words.
    pub(super) count: &'a str,
    /// The first day anything of it is or was due.
    pub(super) day: &'a str,
    /// All of it.
    pub(super) total: &'a str,
    /// The day by which payment or an answer is asked for.
    pub(super) by: &'a str,
}

type Sentence = fn(&Owing<'_>) -> String;

pub(super) struct Words {
    pub(super) subject: Sentence,
    /// By step, then by tone.
    pub(super) fact: [[Sentence; 3]; 5],
    pub(super) lead: fn(day: &str, total: &str) -> String,
    /// By step, then by tone.
    pub(super) help: [[Sentence; 3]; 5],
    /// By tone.
    pub(super) last_words: [&'static str; 3],
}

impl Owing<'_> {
    /// The word for one invoice, or for several.
    pub(super) fn either<'b>(&self, one: &'b str, several: &'b str) -> &'b str {
        if self.only.is_some() { one } else { several }
    }
}

pub(super) static WORDS: Both<Words> = Both { english: english::WORDS, french: french::WORDS };
