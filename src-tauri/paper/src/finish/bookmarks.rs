//! Bookmarks: the heads of a long document beside its pages (ISO 32000-1, 12.3.3).

use super::text;
use crate::document::Document;
use crate::flow::What;
use crate::tree::{NodeId, Role};
use crate::unit::Mil;
use lopdf::{Object, ObjectId, dictionary};

/// A document of fewer heads is taken in at a glance.
const FEWEST: usize = 4;
/// The page is shown from a little above the head.
const ABOVE: Mil = 24_000;

/// A head and where it stands.
struct Head {
    words: String,
    page: usize,
    y: Mil,
}

/// Adds the bookmarks of a document that is long enough to need them.
pub(super) fn add(document: &Document, pages: &[ObjectId], file: &mut lopdf::Document) {
    let nodes = document.tree.nodes();
    let heads: Vec<Head> = (0..nodes.len())
        .filter(|node| nodes.get(*node).is_some_and(|node| node.role == Role::Heading))
        .filter_map(|node| head(document, node))
        .collect();
    if heads.len() < FEWEST || pages.len() < 3 {
        return;
    }
    let root = file.new_object_id();
    let ids: Vec<ObjectId> = heads.iter().map(|_| file.new_object_id()).collect();
    for (at, head) in heads.iter().enumerate() {
        let Some((id, page)) = ids.get(at).zip(pages.get(head.page)) else { continue };
        let top = i64::from((head.y + ABOVE) / 1000);
        let mut item = dictionary! {
            "Title" => text(&head.words),
            "Parent" => root,
            "Dest" => vec![
                Object::Reference(*page),
                Object::Name(b"XYZ".to_vec()),
                Object::Null,
                Object::Integer(top),
                Object::Null,
            ],
        };
        if let Some(before) = at.checked_sub(1).and_then(|before| ids.get(before)) {
            item.set("Prev", *before);
        }
        if let Some(next) = ids.get(at + 1) {
            item.set("Next", *next);
        }
        file.objects.insert(*id, Object::Dictionary(item));
    }
    let (Some(first), Some(last)) = (ids.first(), ids.last()) else { return };
    let count = i64::try_from(ids.len()).unwrap_or(0);
    let outlines = dictionary! { "Type" => "Outlines", "First" => *first, "Last" => *last, "Count" => count };
    file.objects.insert(root, Object::Dictionary(outlines));
    if let Ok(catalog) = file.catalog_mut() {
        catalog.set("Outlines", root);
    }
}

/// The words of a head, with the number that hangs before it.
fn head(document: &Document, node: NodeId) -> Option<Head> {
    let mut head: Option<Head> = None;
    for (number, page) in document.pages.iter().enumerate() {
        for mark in page.marks.iter().filter(|mark| mark.node == Some(node)) {
            let What::Text(run) = &mark.what else { continue };
            let words = run.words();
            match &mut head {
                Some(head) => {
                    head.words.push(' ');
                    head.words.push_str(words.trim());
                }
                None => {
                    let y = page.size(&document.sheet).1 - mark.y;
                    head = Some(Head { words: words.trim().to_owned(), page: number, y });
                }
            }
        }
    }
    head
}
