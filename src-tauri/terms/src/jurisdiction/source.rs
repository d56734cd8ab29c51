//! Where a figure comes from, when it was read, and how sure it is.

use super::library;
use crate::day::Day;
use serde::{Deserialize, Serialize};

/// How a figure was come by, surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// The text of the statute or regulation was read.
    Text,
    /// An official page was read.
    Official,
    /// The user has entered or confirmed it.
    User,
    /// A page that is not official was read.
    Secondary,
    /// Computed from figures of the kinds above.
    Derived,
    /// Advice the product was built on.
    Seed,
    /// Not checked against a page.
    Memory,
    /// No value was found.
    Unknown,
}

impl Confidence {
    /// The name on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Official => "official",
            Self::User => "user",
            Self::Secondary => "secondary",
            Self::Derived => "derived",
            Self::Seed => "seed",
            Self::Memory => "memory",
            Self::Unknown => "unknown",
        }
    }

    /// Whether no paper may be issued on the figure before the user has confirmed it.
    pub const fn needs_confirmation(self) -> bool {
        matches!(self, Self::Memory | Self::Unknown)
    }
}

/// The source, date and confidence every figure carries.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// Names of [`Source`]s.
    pub sources: Vec<String>,
    /// The day it was read.
    pub as_of: Day,
    /// How sure it is.
    pub confidence: Confidence,
}

impl Mark {
    /// The sources, looked up.
    pub fn sources(&self) -> impl Iterator<Item = &'static Source> {
        self.sources.iter().filter_map(|id| Source::find(id))
    }

    /// The sources in words: titles with addresses, separated by semicolons.
    pub fn in_words(&self) -> String {
        let words = |source: &Source| match source.url.as_str() {
            "" => source.title.clone(),
            url => format!("{} <{url}>", source.title),
        };
        self.sources().map(words).collect::<Vec<_>>().join("; ")
    }
}

/// A sentence with its mark.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact {
    /// The sentence, in English.
    pub text: String,
    /// Where it comes from.
    #[serde(flatten)]
    pub mark: Mark,
}

/// A statute, page or other place a figure was read in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Name used by marks.
    pub id: String,
    /// Title.
    pub title: String,
    /// Address; empty when there is none.
    pub url: String,
}

impl Source {
    /// Finds a source by its name.
    pub fn find(id: &str) -> Option<&'static Self> {
        library::sources().iter().find(|source| source.id == id)
    }
}
