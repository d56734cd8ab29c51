//! The places where a digital signature can go: empty signature fields, tagged, waiting (ISO 32000-1, 12.7.4.5).
//!
//! Each is a form field and its widget in one object. It has an empty appearance, since what is to be seen
//! stands on the page already, and the form says that the file must only ever be appended to.

use super::text;
use crate::document::Document;
use crate::tree::{NodeId, Role};
use lopdf::{Object, ObjectId, Stream, dictionary};

/// A widget with where it belongs.
struct Widget {
    object: ObjectId,
    element: ObjectId,
    page: usize,
}

/// The fields of a document, in reading order.
#[derive(Default)]
pub(super) struct Fields {
    widgets: Vec<Widget>,
}

/// Widgets are printed.
const PRINT: i64 = 4;

/// Signatures can be made here, and saving anew would break them (ISO 32000-1, table 219).
const SIGNATURES_EXIST_APPEND_ONLY: i64 = 3;

impl Fields {
    /// Makes the field of a node and returns the kid by which its element refers to it.
    pub(super) fn add(
        &mut self,
        document: &Document,
        node: NodeId,
        element: ObjectId,
        pages: &[ObjectId],
        file: &mut lopdf::Document,
    ) -> Option<Object> {
        let Role::Field { name, tip } = &document.tree.nodes().get(node)?.role else { return None };
        let on_it = |page: &crate::flow::Page| page.marks.iter().any(|mark| mark.node == Some(node));
        let page = document.pages.iter().position(on_it)?;
        let sides = super::outline::bounds(document, node)?;
        let side = |at: usize| sides.get(at).and_then(|side| side.as_i64().ok()).unwrap_or(0);
        let box_sides = [0, 0, side(2) - side(0), side(3) - side(1)].map(Object::Integer).to_vec();
        let nothing = Stream::new(
            dictionary! { "Type" => "XObject", "Subtype" => "Form", "BBox" => box_sides, "Resources" => dictionary! {} },
            Vec::new(),
        );
        let nothing = file.add_object(nothing);
        let object = file.add_object(dictionary! {
            "Type" => "Annot",
            "Subtype" => "Widget",
            "FT" => "Sig",
            "T" => text(name),
            "TU" => text(tip),
            "F" => PRINT,
            "Rect" => sides,
            "P" => *pages.get(page)?,
            "StructParent" => index(pages.len() + self.widgets.len()),
            "AP" => dictionary! { "N" => nothing },
        });
        self.widgets.push(Widget { object, element, page });
        Some(Object::Dictionary(dictionary! { "Type" => "OBJR", "Obj" => object, "Pg" => *pages.get(page)? }))
    }

    /// The elements the widgets belong to, as pairs for the parent tree.
    pub(super) fn parents(&self, pages: usize) -> Vec<Object> {
        let pair = |(at, widget): (usize, &Widget)| [index(pages + at), Object::Reference(widget.element)];
        self.widgets.iter().enumerate().flat_map(pair).collect()
    }

    /// How many there are.
    pub(super) const fn count(&self) -> usize {
        self.widgets.len()
    }

    /// Puts the widgets on their pages and the fields into the form.
    pub(super) fn install(&self, pages: &[ObjectId], file: &mut lopdf::Document) {
        if self.widgets.is_empty() {
            return;
        }
        for widget in &self.widgets {
            let Some(page) = pages.get(widget.page).and_then(|page| file.get_dictionary_mut(*page).ok())
            else {
                continue;
            };
            let mut there = page.get(b"Annots").and_then(Object::as_array).cloned().unwrap_or_default();
            there.push(Object::Reference(widget.object));
            page.set("Annots", there);
        }
        let fields: Vec<Object> =
            self.widgets.iter().map(|widget| Object::Reference(widget.object)).collect();
        // An object of its own, so that a signature can be added without touching the catalog.
        let form =
            file.add_object(dictionary! { "Fields" => fields, "SigFlags" => SIGNATURES_EXIST_APPEND_ONLY });
        if let Ok(catalog) = file.catalog_mut() {
            catalog.set("AcroForm", form);
        }
    }
}

fn index(at: usize) -> Object {
    Object::Integer(i64::try_from(at).unwrap_or(0))
}
