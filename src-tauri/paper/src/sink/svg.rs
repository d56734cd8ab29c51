//! Preview: each page as an SVG picture made of the very outlines that are printed.

use super::{PageSink, Place};
use crate::document::Document;
use crate::drawing::{Drawing, Paint, Step};
use crate::fonts::Face;
use crate::logo::Logo;
use crate::text::Run;
use crate::tree::NodeId;
use crate::unit::{Mil, decimal};
use base64::Engine;
use rustc_hash::FxHashMap;
use std::collections::BTreeSet;
use std::fmt::Write;
use std::rc::Rc;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};
use ttf_parser::{GlyphId, OutlineBuilder};

/// Draws a document as one SVG picture a page.
///
/// Glyphs are outlines, so no font is asked of the machine; the words stand in `<desc>` for screen readers.
/// Ids are unique per page number, so the pages of one document can stand in one HTML page.
pub(crate) fn svg(document: &Document) -> Vec<String> {
    let mut sink = Svg {
        document,
        size: (0, 0),
        pages: Vec::new(),
        body: String::new(),
        glyphs: BTreeSet::new(),
        words: String::new(),
    };
    super::draw(document, &mut sink);
    sink.pages
}

struct Svg<'a> {
    document: &'a Document,
    size: (Mil, Mil),
    pages: Vec<String>,
    body: String,
    glyphs: BTreeSet<(Face, u16)>,
    /// The text of the page, in reading order.
    words: String,
}

/// Writing to a string cannot fail.
macro_rules! put {
    ($to:expr, $($what:tt)*) => {{ let _ = write!($to, $($what)*); }};
}

impl PageSink for Svg<'_> {
    fn begin_page(&mut self, size: (Mil, Mil)) {
        self.size = size;
        self.body.clear();
        self.words.clear();
        self.glyphs.clear();
    }

    fn end_page(&mut self) {
        let number = self.pages.len() + 1;
        let (width, height) = (decimal(self.size.0), decimal(self.size.1));
        let mut page = String::with_capacity(self.body.len() + self.glyphs.len() * 400);
        put!(
            page,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}pt\" \
             height=\"{height}pt\" role=\"img\" lang=\"{}\" aria-labelledby=\"p{number}-title p{number}-text\">\
             <title id=\"p{number}-title\">{}, page {number} of {}</title><desc id=\"p{number}-text\">{}</desc><defs>",
            self.document.facts.language,
            escaped(&self.document.facts.title),
            self.document.pages.len(),
            escaped(self.words.trim()),
        );
        for (face, glyph) in &self.glyphs {
            put!(page, "<path id=\"p{number}-{}-{glyph}\" d=\"{}\"/>", face.key(), outline(*face, *glyph));
        }
        put!(page, "</defs><rect width=\"{width}\" height=\"{height}\" fill=\"#fff\"/>{}</svg>", self.body);
        self.pages.push(page);
    }

    fn open(&mut self, node: Option<NodeId>) {
        if !self.words.is_empty() {
            self.words.push('\n');
        }
        if node.is_none() {
            self.body.push_str("<g aria-hidden=\"true\">");
        } else {
            self.body.push_str("<g>");
        }
    }

    fn close(&mut self) {
        self.body.push_str("</g>");
    }

    fn text(&mut self, run: &Run, x: Mil, y: Mil) {
        let number = self.pages.len() + 1;
        // Within the group a unit is a thousandth of an em, as in the font, and y points up.
        let scale = decimal(run.size);
        put!(
            self.body,
            "<g fill=\"{}\" transform=\"translate({} {}) scale(.001) scale({scale} -{scale})\">",
            grey(run.grey),
            decimal(x),
            decimal(y),
        );
        let key = run.face.key();
        for glyph in &run.glyphs {
            if outline(run.face, glyph.id).is_empty() {
                continue;
            }
            self.glyphs.insert((run.face, glyph.id));
            let units = |length: Mil| decimal(milli_em(length, run.size));
            put!(self.body, "<use href=\"#p{number}-{}-{}\" x=\"{}\"", key, glyph.id, units(glyph.x));
            if glyph.rise != 0 {
                put!(self.body, " y=\"{}\"", units(glyph.rise));
            }
            self.body.push_str("/>");
        }
        self.body.push_str("</g>");
        for said in &run.said {
            match run.text.get(said.text.clone()) {
                Some("\u{AD}") | None => {}
                Some(words) => self.words.push_str(words),
            }
        }
    }

    fn rule(&mut self, x: Mil, y: Mil, length: Mil, thickness: Mil, grey_of: u8) {
        put!(
            self.body,
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"{}\"/>",
            decimal(x),
            decimal(y),
            decimal(length),
            decimal(thickness),
            grey(grey_of),
        );
    }

    fn picture(&mut self, picture: &Rc<Logo>, place: Place) {
        put!(
            self.body,
            "<image x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" href=\"data:{};base64,{}\"/>",
            decimal(place.x),
            decimal(place.y),
            decimal(place.width),
            decimal(place.height),
            picture.media_type(),
            base64::engine::general_purpose::STANDARD.encode(&picture.file),
        );
    }

    fn drawing(&mut self, drawing: &Drawing, place: Place) {
        let Place { x, y, width, height } = place;
        put!(
            self.body,
            "<svg x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" viewBox=\"0 0 {} {}\" preserveAspectRatio=\"none\">",
            decimal(x),
            decimal(y),
            decimal(width),
            decimal(height),
            drawing.width,
            drawing.height,
        );
        for path in &drawing.paths {
            let mut data = String::new();
            for step in &path.steps {
                match step {
                    Step::Move(x, y) => put!(data, "M{x} {y}"),
                    Step::Line(x, y) => put!(data, "L{x} {y}"),
                    Step::Cubic([a, b, c]) => {
                        put!(data, "C{} {} {} {} {} {}", a.0, a.1, b.0, b.1, c.0, c.1);
                    }
                    Step::Close => data.push('Z'),
                }
            }
            match path.paint {
                Paint::Fill { grey: of } => put!(self.body, "<path d=\"{data}\" fill=\"{}\"/>", grey(of)),
                Paint::Stroke { thickness, grey: of } => put!(
                    self.body,
                    "<path d=\"{data}\" fill=\"none\" stroke=\"{}\" stroke-width=\"{thickness}\" \
                     stroke-linecap=\"round\" stroke-linejoin=\"round\"/>",
                    grey(of),
                ),
            }
        }
        self.body.push_str("</svg>");
        if !drawing.alt.is_empty() {
            put!(self.words, "{}", drawing.alt);
        }
    }
}

/// A length as thousandths of units of the font.
fn milli_em(length: Mil, size: Mil) -> Mil {
    Mil::try_from(i64::from(length) * 1_000_000 / i64::from(size.max(1))).unwrap_or(0)
}

/// 0 is ink, 100 is paper.
fn grey(of: u8) -> String {
    let level = u32::from(of) * 255 / 100;
    format!("#{level:02x}{level:02x}{level:02x}")
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            // What XML 1.0 cannot hold at all.
            '\u{FFFE}' | '\u{FFFF}' => escaped.push('\u{FFFD}'),
            other => escaped.push(other),
        }
    }
    escaped
}

type Outlines = Mutex<FxHashMap<(Face, u16), Arc<str>>>;

/// Outlines drawn before: every preview uses the same few hundred.
static DRAWN: LazyLock<Outlines> = LazyLock::new(Mutex::default);

/// The outline of a glyph as path data; empty for a space.
fn outline(face: Face, glyph: u16) -> Arc<str> {
    let mut drawn = DRAWN.lock().unwrap_or_else(PoisonError::into_inner);
    let known = drawn.entry((face, glyph)).or_insert_with(|| {
        let mut outline = Outline(String::new());
        face.loaded().outlines.outline_glyph(GlyphId(glyph), &mut outline);
        outline.0.into()
    });
    Arc::clone(known)
}

/// Collects an outline as SVG path data. Coordinates are whole or half units, so they print exactly.
struct Outline(String);

impl OutlineBuilder for Outline {
    fn move_to(&mut self, x: f32, y: f32) {
        put!(self.0, "M{x} {y}");
    }
    fn line_to(&mut self, x: f32, y: f32) {
        put!(self.0, "L{x} {y}");
    }
    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        put!(self.0, "Q{x1} {y1} {x} {y}");
    }
    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        put!(self.0, "C{x1} {y1} {x2} {y2} {x} {y}");
    }
    fn close(&mut self) {
        self.0.push('Z');
    }
}
