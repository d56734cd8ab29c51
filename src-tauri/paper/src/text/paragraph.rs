//! A paragraph, shaped word by word and ready to be set in any measure.

use super::breaks::{After, Atom, choose};
use super::itemise::{Piece, itemise};
use super::line::{Cut, Line, Source, assemble};
use super::shape::{Manner, Shaped, shape};
use super::{Align, Case, Span, Style};
use crate::unit::{Mil, scaled};
use std::ops::Range;
use std::rc::Rc;
use unicode_bidi::{BidiInfo, Level};

/// Words shorter than this are never divided, nor closer than three letters to either end.
const SHORTEST_DIVIDED: usize = 6;
const LETTERS_EACH_SIDE: usize = 3;

/// No line ends further in the margin than half a hyphen of our largest text does; and so many times a line
/// that does is set in a narrower measure.
const MOST_HANG: Mil = 2_500;
const TRIES: usize = 4;

/// A word (or the part of one that is shaped alike) with its glyphs.
#[derive(Debug, Clone)]
pub(crate) struct Bit {
    pub(crate) range: Range<usize>,
    pub(crate) style: Style,
    pub(crate) manner: Manner,
    pub(crate) shaped: Rc<Shaped>,
}

/// How a paragraph is to be set.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Setting {
    pub(crate) measure: Mil,
    pub(crate) align: Align,
    /// Whether words may be divided.
    pub(crate) divide: bool,
}

/// Text that knows its glyphs and where it may break.
#[derive(Debug)]
pub(crate) struct Paragraph {
    text: String,
    bits: Vec<Bit>,
    atoms: Vec<Atom>,
    /// Something in it runs from right to left; and whether all of it does.
    right_to_left: bool,
    base: Level,
    /// The language of its words.
    divided: hypher::Lang,
}

impl Paragraph {
    /// Shapes the spans; characters that no face has are noted in the case.
    pub(crate) fn new(spans: &[Span], case: &mut Case) -> Self {
        let text: String = spans.iter().map(|span| span.text.as_str()).collect();
        let right_to_left = text.chars().any(may_turn);
        let base = base(&text, right_to_left);
        let bidi = right_to_left.then(|| BidiInfo::new(&text, Some(base)));
        let pieces = itemise(spans, bidi.as_ref(), case);
        let mut words: Vec<usize> = unicode_linebreak::linebreaks(&text).map(|(at, _)| at).collect();
        if words.last() != Some(&text.len()) {
            words.push(text.len());
        }
        let bits = cut(&text, &pieces, &words);
        let atoms = atoms(&text, &bits, &words);
        let french = case.language.starts_with("fr");
        let divided = if french { hypher::Lang::French } else { hypher::Lang::English };
        Self { text, bits, atoms, right_to_left, base, divided }
    }

    /// The width on one line.
    pub(crate) fn natural_width(&self) -> Mil {
        let spaces = self.atoms.iter().rev().skip(1).map(|atom| atom.space).sum::<Mil>();
        self.atoms.iter().map(|atom| atom.width).sum::<Mil>().saturating_add(spaces)
    }

    /// The width of the widest word.
    pub(crate) fn widest_word(&self) -> Mil {
        self.atoms.iter().map(|atom| atom.width).max().unwrap_or(0)
    }

    /// Sets it in lines.
    pub(crate) fn lines(&self, setting: Setting) -> Vec<Line> {
        let mut measure = setting.measure;
        let mut lines = self.lines_within(measure, setting);
        for _ in 0..TRIES {
            // A word cut in two is shaped anew, and in some scripts its halves are wider than it was.
            let over = lines.iter().map(|line| line.width).max().unwrap_or(0) - setting.measure;
            if over <= MOST_HANG || measure <= setting.measure / 2 {
                break;
            }
            measure -= over;
            lines = self.lines_within(measure, setting);
        }
        lines
    }

    /// Lines that are chosen to fit `within` and set as `setting` says.
    fn lines_within(&self, within: Mil, setting: Setting) -> Vec<Line> {
        let mut setting = setting;
        let mut atoms = self.fitting(within);
        // Division points are logical places; a line that turns direction has no logical end at its right.
        if setting.divide && !self.right_to_left {
            atoms = self.divided(atoms);
        }
        let mut chosen = choose(&atoms, within, setting.align);
        if chosen.iter().any(|line| line.gaping) {
            // Long words in a row cannot be justified; a ragged edge is the lesser evil.
            setting.align = Align::Left;
            chosen = choose(&atoms, within, setting.align);
        }
        let bidi = self.right_to_left.then(|| BidiInfo::new(&self.text, Some(self.base)));
        let source =
            Source { text: &self.text, bits: &self.bits, bidi: bidi.as_ref(), rtl: self.base.is_rtl() };
        chosen
            .into_iter()
            .filter_map(|line| {
                let (first, last) = (atoms.get(line.first)?, atoms.get(line.end.checked_sub(1)?)?);
                let cut = Cut {
                    range: first.start..last.end,
                    visible_end: last.visible_end,
                    hyphen: last.after != After::Break && line.end < atoms.len(),
                    slack: line.slack,
                };
                Some(assemble(&source, &cut, setting))
            })
            .collect()
    }

    /// Cuts words wider than the measure into parts that fit: better an ugly break than ink off the page.
    fn fitting(&self, measure: Mil) -> Vec<Atom> {
        let mut fitting = Vec::with_capacity(self.atoms.len());
        for atom in &self.atoms {
            if atom.width <= measure {
                fitting.push(*atom);
                continue;
            }
            let mut part =
                Atom { width: 0, space: 0, hang: 0, end: atom.start, visible_end: atom.start, ..*atom };
            for (range, width) in self.clusters(atom.start..atom.visible_end) {
                if part.width > 0 && part.width + width > measure {
                    fitting.push(part);
                    part = Atom { start: range.start, width: 0, ..part };
                }
                part.width += width;
                part.visible_end = range.end;
                part.end = range.end;
            }
            fitting.push(Atom { end: atom.end, visible_end: atom.visible_end, space: atom.space, ..part });
        }
        fitting
    }

    /// The bits from this place of the text on.
    fn bits_from(&self, at: usize) -> impl Iterator<Item = &Bit> {
        let first = self.bits.partition_point(|bit| bit.range.end <= at);
        self.bits.iter().skip(first)
    }

    /// The clusters of a range with their widths, in logical order.
    fn clusters(&self, range: Range<usize>) -> Vec<(Range<usize>, Mil)> {
        let mut clusters: Vec<(usize, Mil)> = Vec::new();
        for bit in self.bits_from(range.start).take_while(|bit| bit.range.start < range.end) {
            for glyph in &bit.shaped.glyphs {
                let at = bit.range.start + glyph.cluster;
                if range.contains(&at) {
                    clusters.push((at, scaled(glyph.advance, bit.style.size)));
                }
            }
        }
        clusters.sort_by_key(|(at, _)| *at);
        clusters.dedup_by(|next, kept| {
            let same = next.0 == kept.0;
            if same {
                kept.1 += next.1;
            }
            same
        });
        let ends = clusters.iter().skip(1).map(|(at, _)| *at).chain([range.end]).collect::<Vec<_>>();
        clusters.into_iter().zip(ends).map(|((at, width), end)| (at..end, width)).collect()
    }

    /// Adds the places where a long word may be divided.
    fn divided(&self, atoms: Vec<Atom>) -> Vec<Atom> {
        let mut divided = Vec::with_capacity(atoms.len() * 2);
        for atom in atoms {
            let points = self.division_points(&atom);
            let Some(bit) = self.bits_from(atom.start).next() else { continue };
            if points.is_empty() {
                divided.push(atom);
                continue;
            }
            let hyphen = scaled(shape("-", bit.manner).advance, bit.style.size);
            let clusters = self.clusters(atom.start..atom.visible_end);
            let mut start = atom.start;
            let mut taken = 0;
            for point in points {
                let upto: Mil =
                    clusters.iter().filter(|(range, _)| range.end <= point).map(|(_, width)| *width).sum();
                divided.push(Atom {
                    start,
                    visible_end: point,
                    end: point,
                    width: upto - taken,
                    space: 0,
                    hang: 0,
                    after: After::Hyphen(hyphen),
                });
                start = point;
                taken = upto;
            }
            divided.push(Atom { start, width: atom.width - taken, ..atom });
        }
        divided
    }

    /// Where the word of an atom may be divided: whole lower-case words only, never names, numbers or codes. In
    /// French what stands before an apostrophe belongs to the word but is never parted from it.
    fn division_points(&self, atom: &Atom) -> Vec<usize> {
        let french = self.divided == hypher::Lang::French;
        let letter = |c: char| if french { c.is_lowercase() } else { c.is_ascii_lowercase() };
        let seen = self.text.get(atom.start..atom.visible_end).unwrap_or_default();
        let whole = seen.trim_matches(|c: char| !c.is_alphabetic());
        let word = if french { whole.rsplit(['\u{2019}', '\'']).next().unwrap_or(whole) } else { whole };
        let elided = whole.len() - word.len();
        let plain = whole.chars().all(|c| letter(c) || (french && matches!(c, '\u{2019}' | '\'')));
        if word.chars().count() < SHORTEST_DIVIDED || !plain {
            return Vec::new();
        }
        let Some(lead) = seen.find(whole) else { return Vec::new() };
        let clusters = self.clusters(atom.start..atom.visible_end);
        let mut at = atom.start + lead + elided;
        let end = at + word.len();
        let mut points = Vec::new();
        for syllable in hypher::hyphenate_bounded(word, self.divided, LETTERS_EACH_SIDE, LETTERS_EACH_SIDE) {
            at += syllable.len();
            // A ligature across the point has no half.
            if at < end && clusters.iter().any(|(range, _)| range.start == at) {
                points.push(at);
            }
        }
        points
    }
}

/// The direction of a paragraph: that of our sentences, unless everything in it runs the other way.
fn base(text: &str, right_to_left: bool) -> Level {
    let turned =
        right_to_left && !text.chars().any(|c| unicode_bidi::bidi_class(c) == unicode_bidi::BidiClass::L);
    if turned { Level::rtl() } else { Level::ltr() }
}

/// Characters that can turn the direction of a line.
pub(super) fn may_turn(c: char) -> bool {
    use unicode_bidi::BidiClass::{AL, AN, R, RLE, RLI, RLO};
    c >= '\u{590}' && matches!(unicode_bidi::bidi_class(c), R | AL | AN | RLE | RLI | RLO)
}

/// Cuts the pieces at the break opportunities and shapes each part.
fn cut(text: &str, pieces: &[Piece], words: &[usize]) -> Vec<Bit> {
    let mut bits = Vec::new();
    let mut words = words.iter().copied().peekable();
    for piece in pieces {
        let mut start = piece.range.start;
        while start < piece.range.end {
            while words.next_if(|at| *at <= start).is_some() {}
            let end = words.peek().copied().unwrap_or(piece.range.end).min(piece.range.end);
            let part = text.get(start..end).unwrap_or_default();
            let shaped = shape(part, piece.manner);
            bits.push(Bit { range: start..end, style: piece.style, manner: piece.manner, shaped });
            start = end;
        }
    }
    bits
}

/// Measures the words between break opportunities.
fn atoms(text: &str, bits: &[Bit], words: &[usize]) -> Vec<Atom> {
    let mut atoms = Vec::with_capacity(words.len());
    let mut bits = bits.iter().peekable();
    let mut start = 0;
    for end in words.iter().copied() {
        let visible_end = start + text.get(start..end).unwrap_or_default().trim_end_matches(' ').len();
        let (mut width, mut space, mut hang) = (0, 0, 0);
        while let Some(bit) = bits.next_if(|bit| bit.range.start < end) {
            let (mut seen, mut blank) = (0, 0);
            for glyph in &bit.shaped.glyphs {
                if bit.range.start + glyph.cluster < visible_end {
                    seen += glyph.advance;
                } else {
                    blank += glyph.advance;
                }
            }
            width += scaled(seen, bit.style.size);
            space += scaled(blank, bit.style.size);
            if bit.range.contains(&visible_end.saturating_sub(1)) {
                hang = hanging(text, bit, visible_end);
            }
        }
        if end > start {
            atoms.push(Atom { start, visible_end, end, width, space, hang, after: After::Break });
        }
        start = end;
    }
    atoms
}

/// How far the last character of a word may stand in the margin, so that the edge looks straight.
fn hanging(text: &str, bit: &Bit, visible_end: usize) -> Mil {
    let last = text.get(..visible_end).and_then(|seen| seen.chars().next_back());
    let share = match last {
        Some('.' | ',' | '-' | '\u{2011}') => 50,
        Some('\u{2019}' | '\u{201D}' | '\'' | '"') => 40,
        Some(';' | ':' | '\u{2013}' | '\u{2014}') => 30,
        _ => return 0,
    };
    let at = visible_end - last.map_or(0, char::len_utf8);
    let advance: i32 = bit
        .shaped
        .glyphs
        .iter()
        .filter(|glyph| bit.range.start + glyph.cluster == at)
        .map(|glyph| glyph.advance)
        .sum();
    scaled(advance, bit.style.size) * share / 100
}
