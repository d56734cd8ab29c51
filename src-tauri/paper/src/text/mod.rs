//! From words to positioned glyphs: which face, which direction, where lines break.

mod breaks;
mod clean;
mod itemise;
mod line;
mod paragraph;
mod shape;

pub(crate) use clean::clean;
pub(crate) use line::{Line, Run};
pub(crate) use paragraph::{Paragraph, Setting};

use crate::fonts::{Face, Faces};
use crate::tree::NodeId;
use crate::unit::Mil;
use std::collections::BTreeSet;

/// The type case: which faces are at hand, and what was asked for in vain.
#[derive(Debug, Clone, Default)]
pub(crate) struct Case {
    /// Faces besides the bundled ones.
    pub(crate) faces: Faces,
    /// Characters that no face has.
    pub(crate) missing: BTreeSet<char>,
    /// The language whose words are divided, BCP 47; anything but French is taken for English.
    pub(crate) language: &'static str,
}

/// How a stretch of text is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Style {
    pub(crate) face: Face,
    /// Body size.
    pub(crate) size: Mil,
    /// 0 is ink, 100 is paper.
    pub(crate) grey: u8,
    /// Figures of one width that stand on the line, for columns.
    pub(crate) tabular: bool,
    /// A part of the paragraph that is a node of its own in the outline, such as a link.
    pub(crate) within: Option<NodeId>,
}

impl Style {
    /// The same, in another face.
    pub(crate) const fn in_face(self, face: Face) -> Self {
        Self { face, ..self }
    }
}

/// A stretch of text in one style.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Span {
    pub(crate) text: String,
    pub(crate) style: Style,
}

impl Span {
    /// Text from anywhere.
    pub(crate) fn new(text: &str, style: Style) -> Self {
        Self { text: clean(text), style }
    }

    /// A sentence of ours, in which everything from outside was [`isolated`].
    pub(crate) fn sentence(text: String, style: Style) -> Self {
        Self { text, style }
    }
}

/// Text from outside, fit to stand within a sentence of ours: a name written from right to left must not
/// turn the numbers that follow it.
pub(crate) fn isolated(text: &str) -> String {
    let cleaned = clean(text.trim());
    if cleaned.chars().any(paragraph::may_turn) { format!("\u{2068}{cleaned}\u{2069}") } else { cleaned }
}

/// Where the lines of a paragraph stand within their measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Align {
    Left,
    Right,
    /// Both edges even, the last line left.
    Justified,
}
