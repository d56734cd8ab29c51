//! Print: the pages as PDF, written by printpdf from glyphs that already know their places.

use super::content::Content;
use super::resources::{font, font_id, picture, picture_id, pictures};
use super::subset::{Subset, Used, subset, used};
use super::{PageSink, Place};
use crate::document::Document;
use crate::drawing::Drawing;
use crate::finish::structure_type;
use crate::fonts::Face;
use crate::logo::Logo;
use crate::text::Run;
use crate::tree::NodeId;
use crate::unit::Mil;
use printpdf::{Codepoint, Op, PdfDocument, PdfFontHandle, PdfPage, PdfSaveOptions, Pt, Rect, TextItem};
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

/// A stretch of marked content: which node it belongs to, on which page, by which number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Tagged {
    pub(crate) node: NodeId,
    pub(crate) page: usize,
    pub(crate) id: i64,
}

/// What the writer made of a document, before it is finished.
pub(crate) struct Written {
    pub(crate) file: lopdf::Document,
    pub(crate) tagged: Vec<Tagged>,
    pub(crate) subsets: Vec<Arc<Subset>>,
}

/// Writes a document.
#[expect(
    clippy::mutable_key_type,
    reason = "faces are compared by their number or digest, which never change"
)]
pub(crate) fn pdf(document: &Document) -> Written {
    let faces: BTreeMap<Face, (Used, Arc<Subset>)> = used(document)
        .into_iter()
        .map(|(face, used)| {
            let cut = subset(face, &used.glyphs);
            (face, (used, cut))
        })
        .collect();
    let mut pdf = PdfDocument::new("");
    for (face, (used, cut)) in &faces {
        pdf.resources.fonts.map.insert(font_id(*face), font(*face, used, cut));
    }
    let pictures = pictures(document);
    for (at, shown) in pictures.iter().enumerate() {
        pdf.resources.xobjects.map.insert(picture_id(at), picture(shown));
    }
    let mut sink = Pdf {
        document,
        size: (0, 0),
        faces: &faces,
        pictures: &pictures,
        pages: Vec::new(),
        content: Content::default(),
        contents: Vec::new(),
        tagged: Vec::new(),
        next: 0,
        ink: None,
    };
    super::draw(document, &mut sink);
    let Pdf { tagged, contents, mut pages, .. } = sink;
    if let Some(first) = pages.first_mut() {
        first.ops = specimen(&faces);
    }
    pdf.with_pages(pages);
    let options = PdfSaveOptions { subset_fonts: false, optimize: false, ..PdfSaveOptions::default() };
    let mut file = pdf.to_lopdf_document(&options, &mut Vec::new());
    for (page, content) in file.page_iter().collect::<Vec<_>>().into_iter().zip(contents) {
        let stream = file.get_page_contents(page).into_iter().next();
        if let Some(Ok(stream)) =
            stream.map(|id| file.get_object_mut(id).and_then(lopdf::Object::as_stream_mut))
        {
            stream.set_content(content);
        }
    }
    Written { file, tagged, subsets: faces.into_values().map(|(_, cut)| cut).collect() }
}

/// Every glyph once with its meaning: what printpdf embeds and maps to text. The pages themselves are written
/// by us, glyphs with their places, since each of them as an operation of its own would take most of the time.
#[expect(
    clippy::mutable_key_type,
    reason = "faces are compared by their number or digest, which never change"
)]
fn specimen(faces: &BTreeMap<Face, (Used, Arc<Subset>)>) -> Vec<Op> {
    let mut ops = vec![Op::StartTextSection];
    for (face, (used, cut)) in faces {
        let font = PdfFontHandle::External(font_id(*face));
        ops.push(Op::SetFont { font, size: Pt(1.0) });
        let glyph = |id: &u16| Codepoint::with_cid(cut.glyph(*id), 0.0, used.meaning(*face, *id));
        let items = vec![TextItem::GlyphIds(used.glyphs.iter().map(glyph).collect())];
        ops.push(Op::ShowText { items });
    }
    ops.push(Op::EndTextSection);
    ops
}

/// Lengths leave the whole-number world here, and only here: for the size of the page.
#[expect(clippy::float_arithmetic, clippy::cast_precision_loss, reason = "printpdf counts pages in points")]
fn points(length: Mil) -> Pt {
    Pt(length as f32 / 1000.0)
}

struct Pdf<'a> {
    document: &'a Document,
    size: (Mil, Mil),
    faces: &'a BTreeMap<Face, (Used, Arc<Subset>)>,
    pictures: &'a [Rc<Logo>],
    pages: Vec<PdfPage>,
    content: Content,
    /// The content of each page so far.
    contents: Vec<Vec<u8>>,
    tagged: Vec<Tagged>,
    /// The next number of marked content on this page.
    next: i64,
    /// The grey last chosen on this page.
    ink: Option<u8>,
}

impl Pdf<'_> {
    const fn above_bottom(&self, y: Mil) -> Mil {
        self.size.1 - y
    }

    fn choose(&mut self, grey: u8) {
        if self.ink != Some(grey) {
            self.content.ink(grey);
            self.ink = Some(grey);
        }
    }
}

impl PageSink for Pdf<'_> {
    fn begin_page(&mut self, size: (Mil, Mil)) {
        self.size = size;
        self.next = 0;
        self.ink = None;
    }

    fn end_page(&mut self) {
        self.contents.push(self.content.take());
        let (width, height) = (points(self.size.0), points(self.size.1));
        let mut page = PdfPage::new(width.into(), height.into(), Vec::new());
        // Millimetres there and back would leave a trace of rounding.
        let exact = Rect::from_wh(width, height);
        page.media_box = exact.clone();
        page.trim_box = exact.clone();
        page.crop_box = exact;
        self.pages.push(page);
    }

    fn open(&mut self, node: Option<NodeId>) {
        let Some(node) = node else {
            self.content.begin_decoration();
            return;
        };
        let role = self.document.tree.nodes().get(node).map_or("Span", |node| structure_type(&node.role));
        self.content.begin_tagged(role, self.next);
        self.tagged.push(Tagged { node, page: self.pages.len(), id: self.next });
        self.next += 1;
    }

    fn close(&mut self) {
        self.content.end_marked();
    }

    fn text(&mut self, run: &Run, x: Mil, y: Mil) {
        let Some((used, cut)) = self.faces.get(&run.face) else { return };
        let em = i64::from(run.size.max(1));
        // Where a glyph should start, in thousandths of an em from the start of the run.
        let target = |at: Mil| (i64::from(at) * 1000 * 2 + em).div_euclid(em * 2);

        self.choose(run.grey);
        self.content.begin_text(&font_id(run.face).0, run.size);
        // Pen in thousandths of an em, and the height it writes at; none yet.
        let mut pen: Option<(i64, Mil)> = None;
        for said in &run.said {
            let words = run.text.get(said.text.clone()).unwrap_or_default();
            let glyphs = run.glyphs.get(said.glyphs.clone()).unwrap_or_default();
            let plain = said.plain
                && glyphs
                    .iter()
                    .all(|glyph| used.meanings.get(&glyph.id).is_some_and(|meaning| meaning == words));
            for (at, glyph) in glyphs.iter().enumerate() {
                let wanted = target(glyph.x);
                match pen {
                    Some((from, rise)) if rise == glyph.rise => {
                        let back = i32::try_from(from - wanted).unwrap_or(0);
                        if back != 0 {
                            self.content.back(back);
                        }
                    }
                    _ => {
                        self.content.show();
                        let y = self.above_bottom(y - glyph.rise);
                        self.content.go_to(x + glyph.x, y);
                    }
                }
                if at == 0 && !plain {
                    self.content.show();
                    self.content.begin_spoken(words);
                }
                self.content.glyph(cut.glyph(glyph.id));
                pen = Some((wanted + i64::from(run.face.advance(glyph.id)), glyph.rise));
            }
            if !plain && !glyphs.is_empty() {
                self.content.show();
                self.content.end_marked();
            }
        }
        self.content.show();
        self.content.end_text();
    }

    fn rule(&mut self, x: Mil, y: Mil, length: Mil, thickness: Mil, grey: u8) {
        self.choose(grey);
        let y = self.above_bottom(y + thickness);
        self.content.rectangle(x, y, length, thickness);
    }

    fn picture(&mut self, picture: &Rc<Logo>, place: Place) {
        let Some(at) = self.pictures.iter().position(|known| known.same_as(picture)) else { return };
        let Place { x, y, width, height } = place;
        let y = self.above_bottom(y + height);
        self.content.picture(&picture_id(at).0, x, y, width, height);
    }

    fn drawing(&mut self, drawing: &Drawing, place: Place) {
        let Place { x, y, width, height } = place;
        let y = self.above_bottom(y);
        self.content.drawing(drawing, x, y, width, height);
    }
}
