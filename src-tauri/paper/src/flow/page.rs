//! Filling pages with strips.

use super::sheet::Sheet;
use super::strip::Strip;
use crate::drawing::Drawing;
use crate::logo::Logo;
use crate::text::Run;
use crate::tree::NodeId;
use crate::unit::Mil;
use std::rc::Rc;

/// Something on a page. Lengths count from the top left corner.
#[derive(Debug, Clone)]
pub(crate) struct Mark {
    /// What it belongs to; nothing for decoration and page furniture.
    pub(crate) node: Option<NodeId>,
    pub(crate) x: Mil,
    /// The baseline of text, the top of anything else.
    pub(crate) y: Mil,
    pub(crate) what: What,
}

/// The kinds of marks.
#[derive(Debug, Clone)]
pub(crate) enum What {
    Text(Rc<Run>),
    /// A horizontal rule of this length; 0 grey is ink.
    Rule {
        length: Mil,
        thickness: Mil,
        grey: u8,
    },
    /// A picture, fitted into this box.
    Picture {
        picture: Rc<Logo>,
        width: Mil,
        height: Mil,
    },
    /// A drawing, fitted into this box.
    Drawing {
        drawing: Rc<Drawing>,
        width: Mil,
        height: Mil,
    },
    /// An empty place for a digital signature; nothing is drawn.
    Field {
        width: Mil,
        height: Mil,
    },
}

/// A finished page.
#[derive(Debug, Clone, Default)]
pub(crate) struct Page {
    pub(crate) marks: Vec<Mark>,
    /// Its own size, when it is not one of the document's sheets; nothing runs over it then.
    pub(crate) leaf: Option<(Mil, Mil)>,
}

impl Page {
    /// Width and height.
    pub(crate) fn size(&self, sheet: &Sheet) -> (Mil, Mil) {
        self.leaf.unwrap_or((sheet.width, sheet.height))
    }
}

/// Sets strips one below the other, starting a page where one ends.
pub(crate) fn fill(strips: &[Strip], sheet: &Sheet) -> Vec<Page> {
    let mut filling = Filling { sheet, pages: vec![Page::default()], y: sheet.first_top, fresh: true };
    let mut at = 0;
    while let Some(first) = strips.get(at) {
        if first.turn && !filling.fresh {
            filling.turn();
        }
        let kept = strips.iter().skip(at + 1).take_while(|strip| strip.keep).count() + 1;
        let chunk = strips.get(at..at + kept).unwrap_or_default();
        let height: Mil = chunk.iter().map(|strip| strip.before + strip.height).sum();
        let lead = if filling.fresh { first.before } else { 0 };
        if !filling.fits(height - lead) && !filling.fresh {
            filling.turn();
        }
        for strip in chunk {
            // Only what is taller than a whole page is ever parted.
            if !filling.fits(strip.height + if filling.fresh { 0 } else { strip.before }) && !filling.fresh {
                filling.turn();
            }
            filling.place(strip);
        }
        at += kept;
    }
    filling.pages
}

struct Filling<'a> {
    sheet: &'a Sheet,
    pages: Vec<Page>,
    y: Mil,
    /// Nothing stands on this page yet.
    fresh: bool,
}

impl Filling<'_> {
    fn fits(&self, height: Mil) -> bool {
        self.y + height <= self.sheet.bottom
    }

    fn turn(&mut self) {
        self.pages.push(Page::default());
        self.y = self.sheet.top;
        self.fresh = true;
    }

    fn place(&mut self, strip: &Strip) {
        if strip.leaf.is_some() {
            self.y = 0;
            if let Some(page) = self.pages.last_mut() {
                page.leaf = strip.leaf;
            }
        }
        if self.fresh && self.pages.len() > 1 {
            if let Some(head) = &strip.head {
                // A repeated head is furniture: read once, at the top of the table.
                self.put(head.height, head.marks.iter().map(|mark| Mark { node: None, ..mark.clone() }));
            }
        } else if !self.fresh {
            self.y += strip.before;
        }
        if self.pages.len() == 1 {
            self.y = self.y.max(strip.floor);
        }
        self.put(strip.height, strip.marks.iter().cloned());
        self.fresh = false;
    }

    fn put(&mut self, height: Mil, marks: impl Iterator<Item = Mark>) {
        let y = self.y;
        if let Some(page) = self.pages.last_mut() {
            page.marks.extend(marks.map(|mark| Mark { y: mark.y + y, ..mark }));
        }
        self.y += height;
    }
}
