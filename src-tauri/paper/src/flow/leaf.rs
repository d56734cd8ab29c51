//! A page of its own, where everything stands at heights that somebody else's rules give.

use super::page::Mark;
use super::strip::{Block, Cutter, Strip};
use crate::text::Case;
use crate::unit::Mil;

/// A page without running head and foot, of its own size.
#[derive(Debug)]
pub(crate) struct Leaf {
    /// Width and height of the paper.
    pub(crate) size: (Mil, Mil),
    /// Blocks, and how far below the top edge each group of them begins.
    pub(crate) groups: Vec<(Mil, Vec<Block>)>,
}

/// All of the page as one strip that fills it.
pub(super) fn strip(leaf: &Leaf, case: &mut Case) -> Strip {
    let mut marks: Vec<Mark> = Vec::new();
    for (top, blocks) in &leaf.groups {
        let mut y = *top;
        for strip in Cutter::new(case, Mil::MAX).cut(blocks) {
            y += strip.before;
            marks.extend(strip.marks.into_iter().map(|mark| Mark { y: mark.y + y, ..mark }));
            y += strip.height;
        }
    }
    Strip { marks, leaf: Some(leaf.size), turn: true, ..Strip::default() }
}
