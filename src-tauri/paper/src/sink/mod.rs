//! Drawing laid-out pages. Print and preview are two sinks for the same marks.

mod content;
mod pdf;
mod resources;
mod subset;
mod svg;

pub(crate) use pdf::{Tagged, Written, pdf};
pub(crate) use subset::{Subset, packed};
pub(crate) use svg::svg;

use crate::document::Document;
use crate::drawing::Drawing;
use crate::flow::What;
use crate::logo::Logo;
use crate::text::Run;
use crate::tree::NodeId;
use crate::unit::Mil;
use std::rc::Rc;

/// A box on a page, from its top left corner.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) x: Mil,
    pub(crate) y: Mil,
    pub(crate) width: Mil,
    pub(crate) height: Mil,
}

/// Where pages are drawn. Lengths count from the top left corner of the page.
pub(crate) trait PageSink {
    fn begin_page(&mut self, size: (Mil, Mil));
    fn end_page(&mut self);
    /// What is drawn until `close` belongs to this node of the outline; to none when it is decoration.
    fn open(&mut self, node: Option<NodeId>);
    fn close(&mut self);
    /// Glyphs with their origin at `x` on the baseline `y`.
    fn text(&mut self, run: &Run, x: Mil, y: Mil);
    fn rule(&mut self, x: Mil, y: Mil, length: Mil, thickness: Mil, grey: u8);
    /// A picture in a box with its top left corner here.
    fn picture(&mut self, picture: &Rc<Logo>, place: Place);
    /// A drawing in such a box.
    fn drawing(&mut self, drawing: &Drawing, place: Place);
}

/// Draws every page of a document.
pub(crate) fn draw(document: &Document, sink: &mut impl PageSink) {
    for page in &document.pages {
        sink.begin_page(page.size(&document.sheet));
        for marks in page.marks.chunk_by(|a, b| a.node == b.node) {
            // Nothing of a field is ours to draw.
            if marks.iter().all(|mark| matches!(mark.what, What::Field { .. })) {
                continue;
            }
            sink.open(marks.first().and_then(|mark| mark.node));
            for mark in marks {
                match &mark.what {
                    What::Text(run) => sink.text(run, mark.x, mark.y),
                    What::Field { .. } => {}
                    What::Rule { length, thickness, grey } => {
                        sink.rule(mark.x, mark.y, *length, *thickness, *grey);
                    }
                    What::Picture { picture, width, height } => {
                        sink.picture(picture, Place { x: mark.x, y: mark.y, width: *width, height: *height });
                    }
                    What::Drawing { drawing, width, height } => {
                        sink.drawing(drawing, Place { x: mark.x, y: mark.y, width: *width, height: *height });
                    }
                }
            }
            sink.close();
        }
        sink.end_page();
    }
}
