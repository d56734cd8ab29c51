//! The text of a clause in one language: lines with named gaps, each said only when it applies.

use super::facts::{Facts, Var};
use super::figures::Language;
use super::{en, fr};
use crate::refusal::{Code, Refusal};
use std::borrow::Cow;

/// A clause's heading and lines.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wording {
    pub(super) id: &'static str,
    pub(super) title: &'static str,
    pub(super) lines: &'static [Line],
}

/// One paragraph.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line {
    pub(super) when: When,
    pub(super) text: &'static str,
}

/// When a paragraph is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum When {
    Always,
    /// When the fact is given.
    Has(Var),
    /// When the fact is not given.
    Lacks(Var),
}

pub(super) const fn always(text: &'static str) -> Line {
    Line { when: When::Always, text }
}

pub(super) const fn with(var: Var, text: &'static str) -> Line {
    Line { when: When::Has(var), text }
}

pub(super) const fn without(var: Var, text: &'static str) -> Line {
    Line { when: When::Lacks(var), text }
}

impl Wording {
    /// The wording of a clause in a language.
    pub(super) fn of(id: &str, language: Language) -> Option<&'static Self> {
        let all = match language {
            Language::English => en::CLAUSES,
            Language::French => fr::CLAUSES,
        };
        all.iter().find(|wording| wording.id == id)
    }

    /// The paragraphs that apply, their gaps filled. Values go in as they are and are never read as gaps.
    pub(super) fn filled(&self, facts: &Facts<'_>) -> Result<Vec<String>, Refusal> {
        let said = self.lines.iter().filter(|line| match line.when {
            When::Always => true,
            When::Has(var) => facts.value(var).is_some(),
            When::Lacks(var) => facts.value(var).is_none(),
        });
        let paragraphs = said.map(|line| self.fill(line.text, facts)).collect::<Result<Vec<_>, _>>()?;
        if paragraphs.is_empty() {
            let wanted: Vec<&str> =
                self.lines.iter().flat_map(|line| gaps(line.text)).map(Var::name).collect();
            return Err(missing(self.id, wanted.first().copied().unwrap_or(self.id)));
        }
        Ok(paragraphs)
    }

    fn fill(&self, text: &str, facts: &Facts<'_>) -> Result<String, Refusal> {
        let mut written = String::with_capacity(text.len());
        for piece in pieces(text) {
            match piece {
                Piece::Text(text) => written.push_str(&set(text, facts.language)),
                Piece::Gap(var) => {
                    written.push_str(&facts.value(var).ok_or_else(|| missing(self.id, var.name()))?)
                }
            }
        }
        Ok(written)
    }
}

/// French sets a space that does not break before its high marks and inside its quotation marks.
fn set(text: &str, language: Language) -> Cow<'_, str> {
    match language {
        Language::English => Cow::Borrowed(text),
        Language::French => {
            let marks = [
                (" :", "\u{a0}:"),
                (" ;", "\u{a0};"),
                ("\u{ab} ", "\u{ab}\u{a0}"),
                (" \u{bb}", "\u{a0}\u{bb}"),
            ];
            Cow::Owned(marks.iter().fold(text.to_owned(), |set, (loose, tied)| set.replace(loose, tied)))
        }
    }
}

fn missing(clause: &str, fact: &str) -> Refusal {
    Refusal::input(
        Code::ClauseFactMissing,
        format!("the clause \u{201c}{clause}\u{201d} needs to know: {}", fact.replace('_', " ")),
    )
    .hint("Fill it in, or switch the clause off.")
    .field(fact)
}

/// A part of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    Text(&'a str),
    Gap(Var),
}

/// Takes a line apart. Braces that name no gap stay text; a test keeps them out of the wording.
pub(super) fn pieces(line: &str) -> impl Iterator<Item = Piece<'_>> {
    line.split_inclusive('}').flat_map(|part| {
        let gap = part.split_once('{').and_then(|(before, rest)| {
            let name = rest.strip_suffix('}')?;
            Var::ALL.iter().find(|var| var.name() == name).map(|var| [Piece::Text(before), Piece::Gap(*var)])
        });
        gap.unwrap_or([Piece::Text(part), Piece::Text("")])
    })
}

/// The gaps of a line.
pub(super) fn gaps(line: &str) -> impl Iterator<Item = Var> {
    pieces(line).filter_map(|piece| match piece {
        Piece::Gap(var) => Some(var),
        Piece::Text(_) => None,
    })
}
