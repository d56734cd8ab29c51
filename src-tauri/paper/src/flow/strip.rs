//! Blocks of a document, and the strips they are cut into: the smallest parts a page may end between.

use super::leaf::{self, Leaf};
use super::page::{Mark, What};
use super::table::{self, Table};
use crate::drawing::Drawing;
use crate::logo::Logo;
use crate::text::{Align, Case, Line, Paragraph, Setting, Span};
use crate::tree::NodeId;
use crate::unit::Mil;
use std::rc::Rc;

/// A band of a page that is never cut.
#[derive(Debug, Clone, Default)]
pub(crate) struct Strip {
    /// Space above it, dropped at the top of a page.
    pub(crate) before: Mil,
    pub(crate) height: Mil,
    /// Relative to its top and to the left edge of the sheet.
    pub(crate) marks: Vec<Mark>,
    /// It must not start a page without what stands before it.
    pub(crate) keep: bool,
    /// The head of the table it belongs to, repeated when it starts a page.
    pub(crate) head: Option<Rc<Strip>>,
    /// On the first page it stands no higher than this.
    pub(crate) floor: Mil,
    /// It starts a page.
    pub(crate) turn: bool,
    /// It is a page of its own of this size.
    pub(crate) leaf: Option<(Mil, Mil)>,
}

/// How a text stands.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Set {
    pub(crate) left: Mil,
    pub(crate) measure: Mil,
    pub(crate) leading: Mil,
    pub(crate) before: Mil,
    pub(crate) align: Align,
    pub(crate) divide: bool,
    /// What follows must begin on the same page.
    pub(crate) keep_next: bool,
}

/// A paragraph, heading or label.
#[derive(Debug)]
pub(crate) struct Text {
    pub(crate) node: Option<NodeId>,
    pub(crate) spans: Vec<Span>,
    pub(crate) set: Set,
}

/// A part of a document.
#[derive(Debug)]
pub(crate) enum Block {
    Text(Text),
    /// A head in the margin, beside the text that follows.
    Side {
        number: Text,
        head: Text,
    },
    Rule {
        left: Mil,
        length: Mil,
        thickness: Mil,
        grey: u8,
        before: Mil,
    },
    Picture {
        node: NodeId,
        picture: Rc<Logo>,
        left: Mil,
        width: Mil,
        height: Mil,
    },
    /// An empty place for a digital signature.
    Field {
        node: NodeId,
        left: Mil,
        width: Mil,
        height: Mil,
    },
    /// A drawing of this size; without a node it is decoration.
    Drawing {
        node: Option<NodeId>,
        drawing: Rc<Drawing>,
        left: Mil,
        width: Mil,
        height: Mil,
    },
    Table(Table),
    /// Side by side, top edges level, not parted while a page can hold them.
    Columns {
        columns: Vec<Vec<Block>>,
        before: Mil,
    },
    /// What follows stands at least so far down the first page.
    Floor(Mil),
    Gap(Mil),
    /// What follows begins on the same page as what stands before.
    Keep,
    /// What follows begins a page.
    Turn,
    /// A page of its own.
    Leaf(Leaf),
}

/// Cuts blocks into strips.
pub(crate) struct Cutter<'a> {
    pub(crate) case: &'a mut Case,
    /// What may not be parted when it is lower than this.
    pub(crate) tallest: Mil,
    strips: Vec<Strip>,
    keep: bool,
    turn: bool,
    floor: Mil,
    side: Option<Side>,
    /// How far a head in the margin still reaches below the text beside it.
    side_reach: Mil,
    gap: Mil,
}

/// A head in the margin, waiting for its text.
struct Side {
    lines: Vec<Mark>,
    height: Mil,
    /// Where the baseline of its first line stands.
    baseline: Mil,
    before: Mil,
}

impl<'a> Cutter<'a> {
    pub(crate) fn new(case: &'a mut Case, tallest: Mil) -> Self {
        Self {
            case,
            tallest,
            strips: Vec::new(),
            keep: false,
            turn: false,
            floor: 0,
            side: None,
            side_reach: 0,
            gap: 0,
        }
    }

    /// The strips of all blocks, in order.
    pub(crate) fn cut(mut self, blocks: &[Block]) -> Vec<Strip> {
        for block in blocks {
            match block {
                Block::Text(text) => self.text(text),
                Block::Side { number, head } => self.side_head(number, head),
                Block::Rule { left, length, thickness, grey, before } => {
                    let what = What::Rule { length: *length, thickness: *thickness, grey: *grey };
                    let marks = vec![Mark { node: None, x: *left, y: 0, what }];
                    self.push(Strip { before: *before, height: *thickness, marks, ..Strip::default() });
                }
                Block::Picture { node, picture, left, width, height } => {
                    let picture = Rc::clone(picture);
                    let what = What::Picture { picture, width: *width, height: *height };
                    let marks = vec![Mark { node: Some(*node), x: *left, y: 0, what }];
                    self.push(Strip { height: *height, marks, ..Strip::default() });
                }
                Block::Field { node, left, width, height } => {
                    let what = What::Field { width: *width, height: *height };
                    let marks = vec![Mark { node: Some(*node), x: *left, y: 0, what }];
                    self.push(Strip { height: *height, marks, ..Strip::default() });
                }
                Block::Drawing { node, drawing, left, width, height } => {
                    let drawing = Rc::clone(drawing);
                    let what = What::Drawing { drawing, width: *width, height: *height };
                    let marks = vec![Mark { node: *node, x: *left, y: 0, what }];
                    self.push(Strip { height: *height, marks, ..Strip::default() });
                }
                Block::Table(table) => {
                    let keep = self.keep;
                    let strips = table::strips(table, self.case, self.tallest);
                    self.flush_side();
                    for (at, strip) in strips.into_iter().enumerate() {
                        self.keep = strip.keep || (at == 0 && keep);
                        self.push(strip);
                    }
                }
                Block::Columns { columns, before } => self.columns(columns, *before),
                Block::Floor(y) => self.floor = *y,
                Block::Gap(height) => self.gap += *height,
                Block::Keep => self.keep = true,
                Block::Leaf(leaf) => {
                    self.flush_side();
                    let strip = leaf::strip(leaf, self.case);
                    self.turn = true;
                    self.push(strip);
                    self.turn = true;
                }
                Block::Turn => {
                    self.flush_side();
                    self.turn = true;
                }
            }
        }
        self.flush_side();
        self.strips
    }

    fn push(&mut self, mut strip: Strip) {
        strip.keep |= std::mem::take(&mut self.keep) || self.side_reach > 0;
        strip.before += std::mem::take(&mut self.gap);
        strip.floor = std::mem::take(&mut self.floor);
        strip.turn = std::mem::take(&mut self.turn);
        strip.keep &= !strip.turn;
        self.side_reach = (self.side_reach - strip.before - strip.height).max(0);
        self.strips.push(strip);
    }

    fn text(&mut self, text: &Text) {
        let lines = self.lines(text);
        let count = lines.len();
        for (at, line) in lines.into_iter().enumerate() {
            let baseline = baseline(text);
            let mut strip = Strip {
                before: if at == 0 { text.set.before } else { 0 },
                height: text.set.leading,
                marks: marks(line, text.node, text.set.left, baseline),
                // Neither the first nor the last line of a paragraph stands alone.
                keep: at == 1 || (at > 0 && at + 1 == count),
                ..Strip::default()
            };
            if let Some(side) = self.side.take() {
                self.level_side(side, &mut strip, baseline);
            } else {
                self.push(strip);
            }
        }
        self.keep = text.set.keep_next;
    }

    /// Hangs a waiting head beside the first line of its text, on the same baseline.
    fn level_side(&mut self, side: Side, strip: &mut Strip, baseline: Mil) {
        let down = baseline - side.baseline;
        let mut marks: Vec<Mark> =
            side.lines.into_iter().map(|mark| Mark { y: mark.y + down.max(0), ..mark }).collect();
        for mark in &mut strip.marks {
            mark.y += (-down).max(0);
        }
        marks.append(&mut strip.marks);
        self.settle_side();
        strip.before = strip.before.max(side.before);
        self.push(Strip { marks, ..std::mem::take(strip) });
        let placed = self.strips.last().map_or(0, |strip| strip.height);
        self.side_reach = (side.height + down.max(0) - placed).max(0);
    }

    fn side_head(&mut self, number: &Text, head: &Text) {
        self.flush_side();
        let baseline = baseline(head);
        let mut placed = Vec::new();
        let mut height = 0;
        for text in [number, head] {
            let mut y = 0;
            for line in self.lines(text) {
                placed.extend(marks(line, text.node, text.set.left, y + baseline));
                y += text.set.leading;
            }
            height = height.max(y);
        }
        if height > self.tallest / 3 {
            // No title, whatever it is: it runs down the margin by itself, over pages if need be.
            self.text(number);
            self.text(head);
            return;
        }
        self.side = Some(Side { lines: placed, height, baseline, before: head.set.before });
    }

    /// A head that found no text to stand beside stands by itself.
    fn flush_side(&mut self) {
        self.settle_side();
        if let Some(side) = self.side.take() {
            self.push(Strip {
                before: side.before,
                height: side.height,
                marks: side.lines,
                ..Strip::default()
            });
            self.keep = true;
        }
    }

    /// Leaves room for a head that is taller than the text beside it.
    fn settle_side(&mut self) {
        let reach = std::mem::take(&mut self.side_reach);
        if let Some(last) = self.strips.last_mut() {
            last.height += reach;
        }
    }

    fn columns(&mut self, columns: &[Vec<Block>], before: Mil) {
        self.flush_side();
        let mut cut: Vec<std::vec::IntoIter<Strip>> = Vec::new();
        let mut total = 0;
        for blocks in columns {
            let strips = Cutter::new(self.case, self.tallest).cut(blocks);
            total = total.max(strips.iter().map(|strip| strip.before + strip.height).sum());
            cut.push(strips.into_iter());
        }
        if total <= self.tallest {
            let mut together = Strip { before, height: total, ..Strip::default() };
            for strips in cut {
                let mut y = 0;
                for strip in strips {
                    y += strip.before;
                    together.marks.extend(strip.marks.into_iter().map(|mark| Mark { y: mark.y + y, ..mark }));
                    y += strip.height;
                }
            }
            self.push(together);
            return;
        }
        // Taller than a page: go down the columns line by line.
        let mut lead = before;
        loop {
            let level: Vec<Strip> = cut.iter_mut().filter_map(Iterator::next).collect();
            if level.is_empty() {
                break;
            }
            let above = level.iter().map(|strip| strip.before).max().unwrap_or(0);
            let height = level.iter().map(|strip| strip.height).max().unwrap_or(0);
            let marks = level.into_iter().flat_map(|strip| strip.marks).collect();
            self.push(Strip { before: above + std::mem::take(&mut lead), height, marks, ..Strip::default() });
        }
    }

    fn lines(&mut self, text: &Text) -> Vec<Line> {
        let set = text.set;
        let setting = Setting { measure: set.measure, align: set.align, divide: set.divide };
        Paragraph::new(&text.spans, self.case).lines(setting)
    }
}

/// Where the baseline of a line stands below its top: letters centred between the lines.
fn baseline(text: &Text) -> Mil {
    let size = text.spans.iter().map(|span| span.style.size).max().unwrap_or(0);
    level(text.set.leading, size)
}

/// The baseline of letters of `size` in a line of height `leading`.
pub(crate) fn level(leading: Mil, size: Mil) -> Mil {
    (leading - size) / 2 + size * 79 / 100
}

/// The marks of a line.
pub(crate) fn marks(line: Line, node: Option<NodeId>, left: Mil, baseline: Mil) -> Vec<Mark> {
    line.runs
        .into_iter()
        .map(|run| Mark {
            node: node.and(run.within).or(node),
            x: left + run.x,
            y: baseline,
            what: What::Text(Rc::new(run)),
        })
        .collect()
}
