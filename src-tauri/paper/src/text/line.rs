//! A finished line: glyphs in the order they are seen, each with what it says.

use super::Align;
use super::clean::said;
use super::paragraph::{Bit, Setting};
use super::shape::{Glyph, Shaped, shape};
use crate::fonts::Face;
use crate::tree::NodeId;
use crate::unit::{Mil, scaled};
use std::ops::Range;
use std::rc::Rc;
use unicode_bidi::BidiInfo;

/// A glyph at its place, relative to the start of its run and its baseline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Placed {
    pub(crate) id: u16,
    pub(crate) x: Mil,
    /// Upwards.
    pub(crate) rise: Mil,
}

/// Glyphs that together stand for a text. Most often one glyph and one character.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Said {
    pub(crate) glyphs: Range<usize>,
    /// Within the run's text.
    pub(crate) text: Range<usize>,
    /// Whether the glyph by itself may be taken to mean this text. Not so for a placeholder, for a hyphen
    /// that only divides a word, or where several glyphs make one letter.
    pub(crate) plain: bool,
}

/// Glyphs of one face and size, in visual order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Run {
    pub(crate) face: Face,
    pub(crate) size: Mil,
    pub(crate) grey: u8,
    /// From the left edge of the line.
    pub(crate) x: Mil,
    pub(crate) glyphs: Vec<Placed>,
    pub(crate) said: Vec<Said>,
    pub(crate) text: String,
    /// What it belongs to when that is not the paragraph as a whole.
    pub(crate) within: Option<NodeId>,
}

impl Run {
    /// What it says.
    pub(crate) fn words(&self) -> String {
        self.said.iter().filter_map(|said| self.text.get(said.text.clone())).collect()
    }

    /// How far it reaches to the right of its start.
    pub(crate) fn reach(&self) -> Mil {
        let end = |glyph: &Placed| glyph.x + scaled(i32::from(self.face.advance(glyph.id)), self.size);
        self.glyphs.iter().map(end).max().unwrap_or(0)
    }
}

/// A line of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Line {
    pub(crate) runs: Vec<Run>,
    /// Without the spaces that hang after its end.
    pub(crate) width: Mil,
}

/// What lines are cut from.
pub(crate) struct Source<'a> {
    pub(crate) text: &'a str,
    pub(crate) bits: &'a [Bit],
    /// Only where something runs from right to left.
    pub(crate) bidi: Option<&'a BidiInfo<'a>>,
    /// The paragraph as a whole runs from right to left.
    pub(crate) rtl: bool,
}

/// What stands on a line.
pub(crate) struct Cut {
    /// Its text, with the spaces after it.
    pub(crate) range: Range<usize>,
    /// Where what can be seen of it ends.
    pub(crate) visible_end: usize,
    /// It ends within a word.
    pub(crate) hyphen: bool,
    /// To be shared among its spaces.
    pub(crate) slack: Mil,
}

/// Sets a line.
pub(crate) fn assemble(source: &Source<'_>, cut: &Cut, setting: Setting) -> Line {
    let Source { text, .. } = *source;
    let visible_end = cut.visible_end;
    let mut parts = visual_parts(source, &cut.range);
    if cut.hyphen {
        with_hyphen(text, &mut parts);
    }
    let stretchable = |part: &Part, glyph: &Glyph| {
        let at = part.start + glyph.cluster;
        at < visible_end
            && matches!(text.get(at..).and_then(|rest| rest.chars().next()), Some(' ' | '\u{A0}'))
    };
    let spaces =
        parts.iter().map(|part| part.shaped.glyphs.iter().filter(|g| stretchable(part, g)).count()).sum();
    let mut share = Shares::new(cut.slack, spaces);

    let mut line = Line { runs: Vec::new(), width: 0 };
    // From right to left, the spaces that hang after the end of a line stand before its left edge.
    let hanging = parts
        .iter()
        .flat_map(|part| part.shaped.glyphs.iter().map(move |glyph| (part, glyph)))
        .take_while(|(part, glyph)| source.rtl && part.start + glyph.cluster >= visible_end)
        .map(|(part, glyph)| scaled(glyph.advance, part.bit.style.size))
        .sum::<Mil>();
    let mut pen = -hanging;
    for part in &parts {
        let joins = line.runs.last().is_some_and(|run| {
            run.face == part.bit.manner.face
                && run.size == part.bit.style.size
                && run.grey == part.bit.style.grey
                && run.within == part.bit.style.within
        });
        if !joins {
            line.runs.push(Run {
                face: part.bit.manner.face,
                size: part.bit.style.size,
                grey: part.bit.style.grey,
                x: pen,
                glyphs: Vec::new(),
                said: Vec::new(),
                text: String::new(),
                within: part.bit.style.within,
            });
        }
        let Some(run) = line.runs.last_mut() else { continue };
        let size = part.bit.style.size;
        let (from, mut units, mut grown) = (pen, 0, 0);
        let first = run.glyphs.len();
        for glyph in &part.shaped.glyphs {
            let x = from + scaled(units + glyph.dx, size) + grown - run.x;
            run.glyphs.push(Placed { id: glyph.id, x, rise: scaled(glyph.dy, size) });
            units += glyph.advance;
            if stretchable(part, glyph) {
                grown += share.next();
            }
            if part.start + glyph.cluster < visible_end || part.hyphen {
                line.width = from + scaled(units, size) + grown;
            }
        }
        pen = from + scaled(units, size) + grown;
        speak(text, part, run, first);
    }
    if setting.align == Align::Right || (source.rtl && setting.align == Align::Justified) {
        let offset = setting.measure - line.width;
        for run in &mut line.runs {
            run.x += offset;
        }
    }
    line
}

/// A bit, or what of it stands on the line.
struct Part<'a> {
    bit: &'a Bit,
    start: usize,
    end: usize,
    shaped: Rc<Shaped>,
    /// The hyphen of a divided word, which is not in the text.
    hyphen: bool,
}

/// The parts of a line from left to right.
fn visual_parts<'a>(source: &Source<'a>, range: &Range<usize>) -> Vec<Part<'a>> {
    let Source { text, bits, bidi, .. } = *source;
    let logical = [(range.clone(), false)];
    let visual: Vec<(Range<usize>, bool)> = bidi
        .and_then(|info| {
            let paragraph = info.paragraphs.iter().find(|p| p.range.contains(&range.start))?;
            let (levels, runs) = info.visual_runs(paragraph, range.clone());
            Some(
                runs.into_iter()
                    .map(|run| {
                        let rtl = levels.get(run.start).is_some_and(unicode_bidi::Level::is_rtl);
                        (run, rtl)
                    })
                    .collect(),
            )
        })
        .unwrap_or_else(|| logical.to_vec());
    let from = bits.partition_point(|bit| bit.range.end <= range.start);
    let mut parts = Vec::new();
    for (run, rtl) in visual {
        let mut within: Vec<Part<'a>> = bits
            .iter()
            .skip(from)
            .take_while(|bit| bit.range.start < range.end)
            .filter(|bit| bit.range.start < run.end && bit.range.end > run.start)
            .map(|bit| {
                let (start, end) = (bit.range.start.max(run.start), bit.range.end.min(run.end));
                let whole = start == bit.range.start && end == bit.range.end && bit.manner.rtl == rtl;
                let manner = super::shape::Manner { rtl, ..bit.manner };
                let shaped = if whole {
                    Rc::clone(&bit.shaped)
                } else {
                    shape(text.get(start..end).unwrap_or_default(), manner)
                };
                Part { bit, start, end, shaped, hyphen: false }
            })
            .collect();
        if rtl {
            within.reverse();
        }
        parts.append(&mut within);
    }
    parts
}

/// Ends a divided word with its hyphen, shaped together with it so that it is kerned.
fn with_hyphen(text: &str, parts: &mut Vec<Part<'_>>) {
    let Some(last) = parts.last() else { return };
    let word = text.get(last.start..last.end).unwrap_or_default();
    let together = shape(&format!("{word}-"), last.bit.manner);
    let (word_glyphs, hyphen): (Vec<Glyph>, Vec<Glyph>) =
        together.glyphs.iter().partition(|glyph| glyph.cluster < word.len());
    let (bit, start, end) = (last.bit, last.start, last.end);
    let part = |glyphs: Vec<Glyph>, start: usize, hyphen: bool| {
        let glyphs: Vec<Glyph> =
            if hyphen { glyphs.into_iter().map(|g| Glyph { cluster: 0, ..g }).collect() } else { glyphs };
        let advance = glyphs.iter().map(|glyph| glyph.advance).sum();
        Part { bit, start, end, shaped: Rc::new(Shaped { glyphs, advance }), hyphen }
    };
    parts.pop();
    parts.push(part(word_glyphs, start, false));
    parts.push(part(hyphen, end, true));
}

/// Records what the glyphs of a part say.
fn speak(text: &str, part: &Part<'_>, run: &mut Run, first: usize) {
    let mut say = |glyphs: Range<usize>, words: &str, plain: bool| {
        let start = run.text.len();
        run.text.push_str(words);
        run.said.push(Said {
            glyphs: first + glyphs.start..first + glyphs.end,
            text: start..run.text.len(),
            plain,
        });
    };
    let glyphs = &part.shaped.glyphs;
    if part.hyphen {
        say(0..glyphs.len(), "\u{AD}", false);
        return;
    }
    let mut starts: Vec<usize> = glyphs.iter().map(|glyph| glyph.cluster).collect();
    starts.sort_unstable();
    starts.dedup();
    let mut at = 0;
    for group in glyphs.chunk_by(|a, b| a.cluster == b.cluster) {
        let cluster = group.first().map_or(0, |glyph| glyph.cluster);
        let next = starts.partition_point(|start| *start <= cluster);
        let end = starts.get(next).copied().unwrap_or(part.end - part.start);
        let words = said(text.get(part.start + cluster..part.start + end).unwrap_or_default());
        let one_to_one = group.len() == words.chars().count()
            && !part.bit.manner.missing
            && group
                .iter()
                .zip(words.chars())
                .all(|(glyph, c)| part.bit.manner.face.glyph(c) == Some(glyph.id));
        if one_to_one {
            let space_follows = text.get(part.start + end..).is_some_and(|rest| rest.starts_with(' '));
            for (offset, c) in words.chars().enumerate() {
                // Readers that take a point between words of a right-to-left script for part of a number would
                // swap it with the space that follows: a mark of direction keeps it in its place.
                if part.bit.manner.rtl && space_follows && ".,:;\u{60C}".contains(c) {
                    say(at + offset..at + offset + 1, &format!("\u{200F}{c}"), false);
                } else {
                    say(at + offset..at + offset + 1, c.encode_utf8(&mut [0; 4]), true);
                }
            }
        } else if let Some(letter) = only_wide(group).filter(|_| group.len() > 1) {
            // A letter whose dots or marks are glyphs of their own: the letter says it all, they say nothing.
            for offset in 0..group.len() {
                let own = if offset == letter { words.as_str() } else { "" };
                say(at + offset..at + offset + 1, own, offset == letter && !part.bit.manner.missing);
            }
        } else {
            say(at..at + group.len(), &words, group.len() == 1 && !part.bit.manner.missing);
        }
        at += group.len();
    }
}

/// The one glyph of a cluster that takes up room, if there is just one.
fn only_wide(group: &[Glyph]) -> Option<usize> {
    let mut wide = group.iter().enumerate().filter(|(_, glyph)| glyph.advance > 0).map(|(at, _)| at);
    wide.next().filter(|_| wide.next().is_none())
}

/// Shares out the slack of a line evenly, to the last thousandth.
struct Shares {
    each: Mil,
    /// So many spaces still get one thousandth more (or less).
    extra: i32,
    sign: i32,
}

impl Shares {
    fn new(slack: Mil, spaces: usize) -> Self {
        let spaces = i32::try_from(spaces).unwrap_or(0);
        if spaces == 0 {
            return Self { each: 0, extra: 0, sign: 0 };
        }
        Self { each: slack / spaces, extra: (slack % spaces).abs(), sign: slack.signum() }
    }

    fn next(&mut self) -> Mil {
        let one_more = self.extra > 0;
        self.extra -= i32::from(one_more);
        self.each + if one_more { self.sign } else { 0 }
    }
}
