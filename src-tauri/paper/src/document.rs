//! A document laid out: pages, outline and the facts archives ask for.

use crate::flow::{Page, Sheet};
use crate::tree::Tree;
use goodterms_terms::Day;
use std::collections::BTreeSet;

/// A document, laid out once. The PDF and the preview are drawn from the same pages.
#[derive(Debug, Clone)]
pub struct Document {
    pub(crate) pages: Vec<Page>,
    pub(crate) tree: Tree,
    pub(crate) sheet: Sheet,
    pub(crate) facts: Facts,
    pub(crate) missing: BTreeSet<char>,
    pub(crate) attached: Vec<Attached>,
}

/// A file within the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Attached {
    pub(crate) name: &'static str,
    /// Such as `application/json`.
    pub(crate) media_type: &'static str,
    /// What it is, in the reader's language.
    pub(crate) description: String,
    pub(crate) bytes: Vec<u8>,
}

/// What a file says about itself.
#[derive(Debug, Clone)]
pub(crate) struct Facts {
    pub(crate) title: String,
    pub(crate) author: String,
    pub(crate) subject: String,
    /// BCP 47.
    pub(crate) language: &'static str,
    /// The document's own date, which is also the file's.
    pub(crate) day: Day,
}

impl Document {
    /// How many pages it has.
    pub fn page_count(&self) -> usize {
        self.pages.len()
    }

    /// The characters that no bundled face has, in order. Each is shown as an empty square; its text is
    /// kept for copying and reading aloud. Tell the user before the document goes out.
    pub fn missing(&self) -> Vec<char> {
        self.missing.iter().copied().collect()
    }

    /// The title.
    pub fn title(&self) -> &str {
        &self.facts.title
    }
}
