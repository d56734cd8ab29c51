//! Documents: values of the trade in, PDF bytes out.
//!
//! A document is laid out once, in whole thousandths of a point, and drawn twice: as PDF for print and as SVG
//! for the preview. Nothing is read at run time: no font of the computer, no file, no clock, no chance. The
//! same input gives the same bytes everywhere.
//!
//! ```text
//! PlanAgreement, FinalDemand, Statement ─▶ blocks ─▶ strips ─▶ pages ─▶ PDF (PDF/A-3a, PDF/UA-1)
//!                                          (flow)   (flow)   (flow) └▶ SVG
//! ```

pub mod codes;
mod document;
mod documents;
mod drawing;
mod finish;
mod flow;
mod fonts;
mod logo;
mod manner;
mod mark;
mod party;
pub mod seal;
mod sink;
mod text;
mod tree;
mod unit;

pub use document::Document;
pub use documents::{
    HowToPay, PaymentCode, agreement, demand, letter, recovery, specimen, statement, terms_sheet,
};
pub use drawing::{Drawing, Paint, Path, Step};
pub use fonts::Faces;
pub use logo::Logo;
pub use manner::{Locale, Manner, Paper};
pub use mark::PageMark;
pub use party::Party;

/// A document as a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendered {
    /// The PDF file.
    pub bytes: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
    /// Characters that no bundled face has; see [`Document::missing`].
    pub missing: Vec<char>,
}

/// The document as a PDF file: PDF/A-3a and PDF/UA-1, all fonts embedded, ready for signatures.
pub fn render_pdf(document: &Document) -> Rendered {
    let bytes = finish::finish(document, sink::pdf(document));
    Rendered { bytes, pages: document.page_count(), missing: document.missing() }
}

/// The document as pictures for the screen, one SVG a page, drawn from the same pages as the PDF.
///
/// Each picture stands by itself: no fonts, no links, no scripts. A logo is carried inside as `data:`.
pub fn render_svg(document: &Document) -> Vec<String> {
    sink::svg(document)
}

#[cfg(test)]
extern crate self as goodterms_paper;
#[cfg(test)]
mod checks;
