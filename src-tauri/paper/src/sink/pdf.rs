//! Print: the pages as PDF, written by printpdf from glyphs that already know their places.

use super::PageSink;
use super::subset::{Subset, Used, subset, used};
use crate::document::Document;
use crate::finish::structure_type;
use crate::fonts::Face;
use crate::logo::Kind;
use crate::text::Run;
use crate::tree::NodeId;
use crate::unit::Mil;
use printpdf::{
    Codepoint, Color, DictItem, ExternalStream, ExternalXObject, FontId, FontMetrics, FontType, Greyscale,
    Op, PaintMode, ParsedFont, PdfDocument, PdfFont, PdfFontHandle, PdfFontMetricsStub, PdfPage,
    PdfSaveOptions, Pt, Rect, TextItem, TextMatrix, XObject, XObjectId, XObjectTransform,
};
use std::collections::BTreeMap;
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
    if document.logo.is_some() {
        pdf.resources.xobjects.map.insert(XObjectId("Logo".into()), logo(document));
    }
    let mut sink = Pdf {
        document,
        faces: &faces,
        pages: Vec::new(),
        ops: Vec::new(),
        tagged: Vec::new(),
        next: 0,
        ink: None,
    };
    super::draw(document, &mut sink);
    let tagged = std::mem::take(&mut sink.tagged);
    pdf.with_pages(std::mem::take(&mut sink.pages));
    let options = PdfSaveOptions { subset_fonts: false, optimize: false, ..PdfSaveOptions::default() };
    let file = pdf.to_lopdf_document(&options, &mut Vec::new());
    Written { file, tagged, subsets: faces.into_values().map(|(_, cut)| cut).collect() }
}

/// Lengths leave the whole-number world here, and only here.
#[expect(
    clippy::float_arithmetic,
    clippy::cast_precision_loss,
    reason = "PDF counts in points; layout is done"
)]
fn points(length: Mil) -> Pt {
    Pt(length as f32 / 1000.0)
}

#[expect(clippy::float_arithmetic, reason = "PDF wants a share of white between 0 and 1")]
fn ink(grey: u8) -> Color {
    Color::Greyscale(Greyscale { percent: f32::from(grey) / 100.0, icc_profile: None })
}

#[expect(clippy::cast_precision_loss, reason = "thousandths of an em, far below the 24 bits of a float")]
const fn nudge(thousandths: i32) -> f32 {
    thousandths as f32
}

/// The resource name of a face.
fn font_id(face: Face) -> FontId {
    FontId(format!("F{}", face as u8))
}

/// The subset as printpdf wants a font, with the widths of the glyphs in use.
fn font(face: Face, used: &Used, cut: &Subset) -> PdfFont {
    let outlines = &face.loaded().outlines;
    let bounds = outlines.global_bounding_box();
    PdfFont::new(ParsedFont {
        original_bytes: cut.program.clone(),
        font_index: 0,
        font_name: Some(cut.name.clone()),
        codepoint_to_glyph: BTreeMap::new(),
        glyph_widths: used.glyphs.iter().map(|id| (cut.glyph(*id), face.advance(*id))).collect(),
        units_per_em: outlines.units_per_em(),
        font_metrics: FontMetrics { ascent: outlines.ascender(), descent: outlines.descender() },
        font_type: FontType::TrueType,
        pdf_font_metrics: PdfFontMetricsStub {
            units_per_em: outlines.units_per_em(),
            x_min: bounds.x_min,
            y_min: bounds.y_min,
            x_max: bounds.x_max,
            y_max: bounds.y_max,
            caret_slope_rise: 1000,
            // Source Serif's italic leans by about 11 degrees.
            caret_slope_run: if face == Face::SerifItalic { 194 } else { 0 },
            us_weight_class: outlines.weight().to_number(),
        },
    })
}

/// The logo as an image object.
fn logo(document: &Document) -> XObject {
    let Some(logo) = &document.logo else {
        return XObject::External(external(BTreeMap::new(), Vec::new(), false));
    };
    let entries = |grey: bool| -> BTreeMap<String, DictItem> {
        logo.dictionary(grey)
            .iter()
            .map(|(key, value)| (String::from_utf8_lossy(key).into_owned(), item(value)))
            .collect()
    };
    match &logo.kind {
        Kind::Jpeg { grey } => {
            let mut entries = entries(*grey);
            entries.insert("Filter".into(), DictItem::Name(b"DCTDecode".to_vec()));
            XObject::External(external(entries, logo.file.to_vec(), false))
        }
        Kind::Pixels { grey, colours, opacity } => {
            let mut whole = entries(*grey);
            if let Some(opacity) = opacity {
                let stream = external(entries(true), opacity.to_vec(), true).stream;
                whole.insert("SMask".into(), DictItem::Stream { stream });
            }
            XObject::External(external(whole, colours.to_vec(), true))
        }
    }
}

fn external(dict: BTreeMap<String, DictItem>, content: Vec<u8>, compress: bool) -> ExternalXObject {
    ExternalXObject {
        stream: ExternalStream { dict, content, compress },
        width: None,
        height: None,
        dpi: None,
    }
}

fn item(object: &lopdf::Object) -> DictItem {
    match object {
        lopdf::Object::Integer(number) => DictItem::Int(*number),
        lopdf::Object::Name(name) => DictItem::Name(name.clone()),
        _ => DictItem::Null,
    }
}

struct Pdf<'a> {
    document: &'a Document,
    faces: &'a BTreeMap<Face, (Used, Arc<Subset>)>,
    pages: Vec<PdfPage>,
    ops: Vec<Op>,
    tagged: Vec<Tagged>,
    /// The next number of marked content on this page.
    next: i64,
    /// The grey last chosen on this page.
    ink: Option<u8>,
}

impl Pdf<'_> {
    fn above_bottom(&self, y: Mil) -> Mil {
        self.document.sheet.height - y
    }

    fn choose(&mut self, grey: u8) {
        if self.ink != Some(grey) {
            self.ops.push(Op::SetFillColor { col: ink(grey) });
            self.ink = Some(grey);
        }
    }

    fn show(&mut self, glyphs: &mut Vec<Codepoint>) {
        if !glyphs.is_empty() {
            self.ops.push(Op::ShowText { items: vec![TextItem::GlyphIds(std::mem::take(glyphs))] });
        }
    }

    fn go_to(&mut self, x: Mil, y: Mil) {
        let matrix = TextMatrix::Translate(points(x), points(self.above_bottom(y)));
        self.ops.push(Op::SetTextMatrix { matrix });
    }
}

impl PageSink for Pdf<'_> {
    fn begin_page(&mut self) {
        self.next = 0;
        self.ink = None;
    }

    fn end_page(&mut self) {
        let sheet = &self.document.sheet;
        let (width, height) = (points(sheet.width), points(sheet.height));
        self.pages.push(PdfPage::new(width.into(), height.into(), std::mem::take(&mut self.ops)));
        if let Some(page) = self.pages.last_mut() {
            // Millimetres there and back would leave a trace of rounding.
            let exact = Rect::from_wh(width, height);
            page.media_box = exact.clone();
            page.trim_box = exact.clone();
            page.crop_box = exact;
        }
    }

    fn open(&mut self, node: Option<NodeId>) {
        let Some(node) = node else {
            self.ops.push(Op::BeginMarkedContent { tag: "Artifact".into() });
            return;
        };
        let properties =
            DictItem::Dict { map: BTreeMap::from([("MCID".to_owned(), DictItem::Int(self.next))]) };
        let role = self.document.tree.nodes().get(node).map_or("Span", |node| structure_type(&node.role));
        self.ops.push(Op::BeginMarkedContentWithProperties { tag: role.into(), properties });
        self.tagged.push(Tagged { node, page: self.pages.len(), id: self.next });
        self.next += 1;
    }

    fn close(&mut self) {
        self.ops.push(Op::EndMarkedContent);
    }

    fn text(&mut self, run: &Run, x: Mil, y: Mil) {
        let Some((used, cut)) = self.faces.get(&run.face) else { return };
        let em = i64::from(run.size.max(1));
        // Where a glyph should start, in thousandths of an em from the start of the run.
        let target = |at: Mil| (i64::from(at) * 1000 * 2 + em).div_euclid(em * 2);

        self.choose(run.grey);
        self.ops.push(Op::StartTextSection);
        let font = PdfFontHandle::External(font_id(run.face));
        self.ops.push(Op::SetFont { font, size: points(run.size) });
        let mut waiting: Vec<Codepoint> = Vec::new();
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
                        match waiting.last_mut() {
                            Some(last) => last.offset = nudge(back),
                            None if back != 0 => {
                                self.ops.push(Op::ShowText { items: vec![TextItem::Offset(nudge(back))] });
                            }
                            None => {}
                        }
                    }
                    _ => {
                        self.show(&mut waiting);
                        self.go_to(x + glyph.x, y - glyph.rise);
                    }
                }
                if at == 0 && !plain {
                    self.show(&mut waiting);
                    self.ops.push(actual_text(words));
                }
                let meaning = used.meaning(run.face, glyph.id);
                waiting.push(Codepoint::with_cid(cut.glyph(glyph.id), 0.0, meaning));
                pen = Some((wanted + i64::from(run.face.advance(glyph.id)), glyph.rise));
            }
            if !plain && !glyphs.is_empty() {
                self.show(&mut waiting);
                self.ops.push(Op::EndMarkedContent);
            }
        }
        self.show(&mut waiting);
        self.ops.push(Op::EndTextSection);
    }

    fn rule(&mut self, x: Mil, y: Mil, length: Mil, thickness: Mil, grey: u8) {
        self.choose(grey);
        let rectangle = Rect {
            x: points(x),
            y: points(self.above_bottom(y + thickness)),
            width: points(length),
            height: points(thickness),
            mode: Some(PaintMode::Fill),
            winding_order: None,
        };
        self.ops.push(Op::DrawRectangle { rectangle });
    }

    fn picture(&mut self, x: Mil, y: Mil, width: Mil, height: Mil) {
        let transform = XObjectTransform {
            translate_x: Some(points(x)),
            translate_y: Some(points(self.above_bottom(y + height))),
            scale_x: Some(points(width).0),
            scale_y: Some(points(height).0),
            no_auto_scale: true,
            ..XObjectTransform::default()
        };
        self.ops.push(Op::UseXobject { id: XObjectId("Logo".into()), transform });
    }
}

/// Says what the glyphs that follow stand for, where they alone would say something else.
fn actual_text(words: &str) -> Op {
    let mut data = vec![0xFE, 0xFF];
    data.extend(words.encode_utf16().flat_map(u16::to_be_bytes));
    let text = DictItem::String { data, literal: false };
    let properties = DictItem::Dict { map: BTreeMap::from([("ActualText".to_owned(), text)]) };
    Op::BeginMarkedContentWithProperties { tag: "Span".into(), properties }
}
