//! Shaping, with a memory: the same word in the same face is shaped once per thread.

use super::clean;
use crate::fonts::{Face, per_mille};
use harfrust::{Buffer, BufferFlags, Direction, Feature, Script, ShapeOptions, ShapePlan, ShaperFont, Tag};
use rustc_hash::FxHashMap;
use std::cell::RefCell;
use std::rc::Rc;

/// Everything besides the text that decides its glyphs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Manner {
    pub(crate) face: Face,
    pub(crate) tabular: bool,
    pub(crate) rtl: bool,
    /// ISO 15924, such as `Latn`.
    pub(crate) script: [u8; 4],
    /// No face has these characters: draw the placeholder for each.
    pub(crate) missing: bool,
}

/// A glyph in visual order; lengths in thousandths of an em.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Glyph {
    pub(crate) id: u16,
    pub(crate) advance: i32,
    pub(crate) dx: i32,
    pub(crate) dy: i32,
    /// Where in the shaped text its cluster starts, in bytes.
    pub(crate) cluster: usize,
}

/// Shaped text.
#[derive(Debug)]
pub(crate) struct Shaped {
    pub(crate) glyphs: Vec<Glyph>,
    /// The whole width, in thousandths of an em.
    pub(crate) advance: i32,
}

/// Words kept per thread before starting afresh; a long letter has about 400.
const MEMORY: usize = 8_000;

#[derive(Default)]
struct Memory {
    plans: FxHashMap<Manner, Rc<ShapePlan>>,
    words: FxHashMap<Manner, FxHashMap<Box<str>, Rc<Shaped>>>,
    count: usize,
    buffer: Option<Buffer>,
}

thread_local! {
    static MEMORIES: RefCell<Memory> = RefCell::default();
}

/// The glyphs of `text`, all of it in one manner.
pub(crate) fn shape(text: &str, manner: Manner) -> Rc<Shaped> {
    MEMORIES.with_borrow_mut(|memory| {
        if let Some(known) = memory.words.get(&manner).and_then(|words| words.get(text)) {
            return Rc::clone(known);
        }
        if memory.count >= MEMORY {
            memory.words.clear();
            memory.count = 0;
        }
        let shaped = Rc::new(memory.shape_afresh(text, manner));
        memory.words.entry(manner).or_default().insert(text.into(), Rc::clone(&shaped));
        memory.count += 1;
        shaped
    })
}

impl Memory {
    fn shape_afresh(&mut self, text: &str, manner: Manner) -> Shaped {
        let font = &manner.face.loaded().shaping;
        let direction = if manner.rtl { Direction::RightToLeft } else { Direction::LeftToRight };
        let script = Script::from_iso15924_tag(Tag::new(&manner.script));
        let figures = [Feature::new(Tag::new(b"tnum"), 1, ..), Feature::new(Tag::new(b"lnum"), 1, ..)];
        let features: &[Feature] = if manner.tabular { &figures } else { &[] };
        let plan = Rc::clone(
            self.plans
                .entry(manner)
                .or_insert_with(|| Rc::new(ShapePlan::new(font, direction, script, None, features))),
        );

        let mut buffer = self.buffer.take().unwrap_or_default();
        buffer.reset();
        for (at, c) in text.char_indices() {
            let shown = if manner.missing { clean::PLACEHOLDER } else { clean::drawn(c) };
            buffer.push(u32::from(shown), u32::try_from(at).unwrap_or(u32::MAX));
        }
        buffer.set_direction(direction);
        buffer.set_script(script);
        buffer.set_flags(BufferFlags::REMOVE_DEFAULT_IGNORABLES | BufferFlags::DO_NOT_INSERT_DOTTED_CIRCLE);
        // The plan was made for exactly this direction and script, which is all that can be refused.
        let options = ShapeOptions::new().plan(Some(&plan)).features(features);
        let shaped = harfrust::shape(&ShaperFont::new(font), &mut buffer, options).is_ok();
        debug_assert!(shaped, "a plan always fits the buffer it was made for");

        let em = manner.face.loaded().em;
        let glyphs: Vec<Glyph> = buffer
            .glyph_infos()
            .iter()
            .zip(buffer.glyph_positions())
            .map(|(info, position)| Glyph {
                id: u16::try_from(info.glyph_id).unwrap_or(0),
                advance: per_mille(position.x_advance, em),
                dx: per_mille(position.x_offset, em),
                dy: per_mille(position.y_offset, em),
                cluster: usize::try_from(info.cluster).unwrap_or(0),
            })
            .collect();
        self.buffer = Some(buffer);
        let advance = glyphs.iter().map(|glyph| glyph.advance).sum();
        Shaped { glyphs, advance }
    }
}
