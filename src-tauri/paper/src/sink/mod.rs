//! Drawing laid-out pages. Print and preview are two sinks for the same marks.

mod pdf;
mod subset;
mod svg;

pub(crate) use pdf::{Tagged, Written, pdf};
pub(crate) use subset::{Subset, packed};
pub(crate) use svg::svg;

use crate::document::Document;
use crate::flow::What;
use crate::text::Run;
use crate::tree::NodeId;
use crate::unit::Mil;

/// Where pages are drawn. Lengths count from the top left corner of the page.
pub(crate) trait PageSink {
    fn begin_page(&mut self);
    fn end_page(&mut self);
    /// What is drawn until `close` belongs to this node of the outline; to none when it is decoration.
    fn open(&mut self, node: Option<NodeId>);
    fn close(&mut self);
    /// Glyphs with their origin at `x` on the baseline `y`.
    fn text(&mut self, run: &Run, x: Mil, y: Mil);
    fn rule(&mut self, x: Mil, y: Mil, length: Mil, thickness: Mil, grey: u8);
    /// The document's logo.
    fn picture(&mut self, x: Mil, y: Mil, width: Mil, height: Mil);
}

/// Draws every page of a document.
pub(crate) fn draw(document: &Document, sink: &mut impl PageSink) {
    for page in &document.pages {
        sink.begin_page();
        for marks in page.marks.chunk_by(|a, b| a.node == b.node) {
            sink.open(marks.first().and_then(|mark| mark.node));
            for mark in marks {
                match &mark.what {
                    What::Text(run) => sink.text(run, mark.x, mark.y),
                    What::Rule { length, thickness, grey } => {
                        sink.rule(mark.x, mark.y, *length, *thickness, *grey);
                    }
                    What::Picture { width, height } => sink.picture(mark.x, mark.y, *width, *height),
                }
            }
            sink.close();
        }
        sink.end_page();
    }
}
