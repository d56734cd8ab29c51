//! Links one can follow: an annotation over each line of a link, tagged, with the words it stands for (ISO
//! 14289-1, 7.18.5).

use super::{fields::Fields, text};
use crate::document::Document;
use crate::flow::{Mark, What};
use crate::tree::{NodeId, Role};
use crate::unit::Mil;
use lopdf::{Object, ObjectId, dictionary};
use std::collections::HashMap;

/// An annotation with where it belongs.
struct Annotation {
    object: ObjectId,
    node: NodeId,
    page: usize,
    number: i64,
}

/// The links of a document, in reading order.
pub(super) struct Links {
    annotations: Vec<Annotation>,
}

/// Annotations are printed, as archives want.
const PRINT: i64 = 4;

impl Links {
    /// Makes an annotation for every line of every link. They are numbered after the pages and the fields.
    pub(super) fn of(document: &Document, pages: &[ObjectId], file: &mut lopdf::Document) -> Self {
        let nodes = document.tree.nodes();
        let fields = nodes.iter().filter(|node| matches!(node.role, Role::Field { .. })).count();
        let mut links = Self { annotations: Vec::new() };
        for (page, (content, object)) in document.pages.iter().zip(pages).enumerate() {
            let lines = content.marks.chunk_by(|a, b| a.node == b.node && a.y == b.y);
            for line in lines {
                let Some(node) = line.first().and_then(|mark| mark.node) else { continue };
                let Some(Role::Link { target, words }) = nodes.get(node).map(|node| &node.role) else {
                    continue;
                };
                let Some(sides) = sides(line, content.size(&document.sheet).1) else { continue };
                let number = index(pages.len() + fields + links.annotations.len());
                let action = dictionary! { "S" => "URI", "URI" => text(target) };
                let annotation = file.add_object(dictionary! {
                    "Type" => "Annot",
                    "Subtype" => "Link",
                    "Rect" => sides,
                    "Border" => vec![Object::Integer(0); 3],
                    "F" => PRINT,
                    "P" => *object,
                    "A" => action,
                    "Contents" => text(words),
                    "StructParent" => number,
                });
                links.annotations.push(Annotation { object: annotation, node, page, number });
            }
        }
        links
    }

    /// The kids by which the element of a link refers to its annotations.
    pub(super) fn kids(&self, node: NodeId, pages: &[ObjectId]) -> Vec<Object> {
        let own = self.annotations.iter().filter(|annotation| annotation.node == node);
        own.filter_map(|annotation| {
            let page = *pages.get(annotation.page)?;
            Some(Object::Dictionary(
                dictionary! { "Type" => "OBJR", "Obj" => annotation.object, "Pg" => page },
            ))
        })
        .collect()
    }

    /// The elements the annotations belong to, as pairs for the parent tree.
    pub(super) fn parents(&self, ids: &HashMap<NodeId, ObjectId>) -> Vec<Object> {
        let pair = |annotation: &Annotation| {
            let element = ids.get(&annotation.node)?;
            Some([Object::Integer(annotation.number), Object::Reference(*element)])
        };
        self.annotations.iter().filter_map(pair).flatten().collect()
    }

    /// The first number that no page, field or link has.
    pub(super) fn next(&self, pages: usize, fields: &Fields) -> i64 {
        index(pages + fields.count() + self.annotations.len())
    }

    /// Puts the annotations on their pages.
    pub(super) fn install(&self, pages: &[ObjectId], file: &mut lopdf::Document) {
        for (at, page) in pages.iter().enumerate() {
            let here: Vec<Object> = self
                .annotations
                .iter()
                .filter(|annotation| annotation.page == at)
                .map(|annotation| Object::Reference(annotation.object))
                .collect();
            if let (false, Ok(page)) = (here.is_empty(), file.get_dictionary_mut(*page)) {
                page.set("Annots", here);
            }
        }
    }
}

/// The box around a line of text, in whole points from the bottom left corner, rounded outwards.
fn sides(line: &[Mark], height: Mil) -> Option<Vec<Object>> {
    let runs = || {
        line.iter().filter_map(|mark| match &mark.what {
            What::Text(run) => Some((mark, run)),
            _ => None,
        })
    };
    let left = runs().map(|(mark, _)| mark.x).min()?;
    let right = runs().map(|(mark, run)| mark.x + run.reach()).max()?;
    let size = runs().map(|(_, run)| run.size).max()?;
    let baseline = height - line.first()?.y;
    let down = |length: Mil| Object::Integer(i64::from(length.div_euclid(1000)));
    let up = |length: Mil| Object::Integer(-i64::from((-length).div_euclid(1000)));
    Some(vec![down(left), down(baseline - size / 4), up(right), up(baseline + size * 4 / 5)])
}

fn index(at: usize) -> i64 {
    i64::try_from(at).unwrap_or(0)
}
