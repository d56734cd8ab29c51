//! What pages refer to by name: faces and pictures.

use super::subset::{Subset, Used};
use crate::document::Document;
use crate::flow::What;
use crate::fonts::{Face, per_mille};
use crate::logo::{Kind, Logo};
use printpdf::{
    DictItem, ExternalStream, ExternalXObject, FontId, FontMetrics, FontType, ParsedFont, PdfFont,
    PdfFontMetricsStub, XObject, XObjectId,
};
use std::collections::BTreeMap;
use std::rc::Rc;

/// The resource name of a face.
pub(super) fn font_id(face: Face) -> FontId {
    FontId(format!("F{}", face.key()))
}

/// The subset as printpdf wants a font, with the widths of the glyphs in use.
pub(super) fn font(face: Face, used: &Used, cut: &Subset) -> PdfFont {
    let loaded = face.loaded();
    let outlines = &loaded.outlines;
    // All metrics in thousandths of an em, as layout counts.
    let units = |units: i16| i16::try_from(per_mille(i32::from(units), loaded.em)).unwrap_or(0);
    let bounds = outlines.global_bounding_box();
    PdfFont::new(ParsedFont {
        original_bytes: cut.program.clone(),
        font_index: 0,
        font_name: Some(cut.name.clone()),
        codepoint_to_glyph: BTreeMap::new(),
        glyph_widths: used.glyphs.iter().map(|id| (cut.glyph(*id), face.advance(*id))).collect(),
        units_per_em: 1000,
        font_metrics: FontMetrics {
            ascent: units(outlines.ascender()),
            descent: units(outlines.descender()),
        },
        font_type: FontType::TrueType,
        pdf_font_metrics: PdfFontMetricsStub {
            units_per_em: 1000,
            x_min: units(bounds.x_min),
            y_min: units(bounds.y_min),
            x_max: units(bounds.x_max),
            y_max: units(bounds.y_max),
            caret_slope_rise: 1000,
            // Source Serif's italic leans by about 11 degrees.
            caret_slope_run: if face == Face::SerifItalic { 194 } else { 0 },
            us_weight_class: outlines.weight().to_number(),
        },
    })
}

/// Every picture of a document once, in order.
pub(super) fn pictures(document: &Document) -> Vec<Rc<Logo>> {
    let mut pictures: Vec<Rc<Logo>> = Vec::new();
    for mark in document.pages.iter().flat_map(|page| &page.marks) {
        if let What::Picture { picture, .. } = &mark.what
            && !pictures.iter().any(|known| known.same_as(picture))
        {
            pictures.push(Rc::clone(picture));
        }
    }
    pictures
}

/// The resource name of a picture.
pub(super) fn picture_id(at: usize) -> XObjectId {
    XObjectId(format!("P{at}"))
}

/// A picture as an image object.
pub(super) fn picture(logo: &Logo) -> XObject {
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
