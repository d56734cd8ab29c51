//! The agreement: a plan in words that both parties can sign.
//!
//! Clauses are data with named gaps; typed facts fill them, in the agreement's language. Only the clauses
//! that are switched on are printed, and those an agreement cannot do without are always on.

mod caution;
mod clause;
mod en;
mod facts;
mod figures;
mod fr;
mod wording;
mod words;

#[cfg(test)]
mod tests;

pub use caution::{Question, Warning, WarningCode, warnings};
pub use clause::{CLAUSES, Clause};
pub use facts::{EarlySettlement, Facts, LateCharge, Party, Replaced};
pub use figures::{Language, day, money, percent};
pub use words::{amount_in_words, in_words};

use crate::plan::PlanPaper;
use crate::refusal::{Code, Refusal};
use wording::Wording;

/// A clause as printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClauseText {
    /// Its stable name.
    pub id: &'static str,
    /// Its heading, in the agreement's language.
    pub title: &'static str,
    /// Its paragraphs.
    pub paragraphs: Vec<String>,
}

/// Which clauses an agreement has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clauses {
    on: Vec<&'static Clause>,
}

impl Clauses {
    /// The usual clauses with some switched on or off; of several switches for one clause the last counts.
    /// Names may be written with a dash or an underscore.
    ///
    /// # Errors
    /// [`Code::ClauseUnknown`] with all names, [`Code::ClauseRequired`] when one the agreement cannot do
    /// without is switched off.
    pub fn chosen<'a>(switches: impl IntoIterator<Item = (&'a str, bool)>) -> Result<Self, Refusal> {
        let mut chosen: Vec<(&'static Clause, bool)> =
            CLAUSES.iter().map(|clause| (clause, clause.usual)).collect();
        for (name, on) in switches {
            let wanted = name.trim().to_ascii_lowercase().replace('_', "-");
            let Some((clause, state)) = chosen.iter_mut().find(|(clause, _)| clause.id == wanted) else {
                return Err(Refusal::input(
                    Code::ClauseUnknown,
                    format!("there is no clause called \u{201c}{name}\u{201d}"),
                )
                .field("clause")
                .candidates(CLAUSES.iter().map(|clause| clause.id.to_owned())));
            };
            if clause.required && !on {
                return Err(Refusal::rule(
                    Code::ClauseRequired,
                    format!("an agreement is incomplete without the clause \u{201c}{}\u{201d}", clause.id),
                )
                .hint("Leave it on; the clauses that are a choice can be switched off.")
                .field("clause"));
            }
            *state = on;
        }
        Ok(Self { on: chosen.into_iter().filter(|(_, on)| *on).map(|(clause, _)| clause).collect() })
    }

    /// The clauses that are on, in the order of the document.
    pub fn iter(&self) -> impl Iterator<Item = &'static Clause> {
        self.on.iter().copied()
    }

    /// Whether a clause is on.
    pub fn has(&self, id: &str) -> bool {
        self.on.iter().any(|clause| clause.id == id)
    }

    /// The text of the clauses that are on. Clauses that are a choice speak only of facts that are given.
    ///
    /// # Errors
    /// [`Code::ClauseFactMissing`] when one of them is on but what it speaks of is not given.
    pub fn text(&self, facts: &Facts<'_>) -> Result<Vec<ClauseText>, Refusal> {
        let written = self.on.iter().filter_map(|clause| Wording::of(clause.id, facts.language));
        written
            .map(|wording| {
                Ok(ClauseText { id: wording.id, title: wording.title, paragraphs: wording.filled(facts)? })
            })
            .collect()
    }
}

impl ClauseText {
    /// The heading of a clause in a language, for lists of choices.
    pub fn title_of(id: &str, language: Language) -> Option<&'static str> {
        Wording::of(id, language).map(|wording| wording.title)
    }
}

impl From<&ClauseText> for crate::plan::PaperClause {
    fn from(clause: &ClauseText) -> Self {
        Self {
            id: clause.id.to_owned(),
            title: clause.title.to_owned(),
            paragraphs: clause.paragraphs.clone(),
        }
    }
}

/// Which clauses of two versions differ, by name: for the page that says what changed.
pub fn changed_clauses(before: &PlanPaper, after: &PlanPaper) -> Vec<String> {
    let differs = |id: &str| {
        let text = |paper: &PlanPaper| paper.clauses.iter().find(|clause| clause.id == id).cloned();
        text(before) != text(after)
    };
    let mut ids: Vec<String> = Vec::new();
    for clause in before.clauses.iter().chain(&after.clauses) {
        if differs(&clause.id) && !ids.contains(&clause.id) {
            ids.push(clause.id.clone());
        }
    }
    ids
}
