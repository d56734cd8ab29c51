//! The outline of a document as a PDF structure tree.

use super::text;
use crate::document::Document;
use crate::flow::What;
use crate::sink::Tagged;
use crate::tree::{Node, NodeId, Role, Tree};
use lopdf::{Dictionary, Object, ObjectId, dictionary};
use std::collections::HashMap;

/// The standard structure type of a role (ISO 32000-1, 14.8.4).
pub(crate) const fn structure_type(role: &Role) -> &'static str {
    match role {
        Role::Document => "Document",
        Role::Section => "Sect",
        Role::Title => "H1",
        Role::Heading => "H2",
        Role::Paragraph => "P",
        Role::Table => "Table",
        Role::Row => "TR",
        Role::ColumnHead | Role::RowHead { .. } => "TH",
        Role::Cell { .. } => "TD",
        Role::Figure { .. } => "Figure",
    }
}

/// Writes the structure tree and returns its root.
pub(super) fn write(
    document: &Document,
    tagged: &[Tagged],
    pages: &[ObjectId],
    file: &mut lopdf::Document,
) -> ObjectId {
    let nodes = document.tree.nodes();
    let mut content: HashMap<NodeId, Vec<&Tagged>> = HashMap::new();
    for tag in tagged {
        content.entry(tag.node).or_default().push(tag);
    }
    let kept = kept(nodes, &content);
    let root = file.new_object_id();
    let ids: HashMap<NodeId, ObjectId> = kept
        .iter()
        .enumerate()
        .filter(|(_, kept)| **kept)
        .map(|(node, _)| (node, file.new_object_id()))
        .collect();

    for (id, node) in nodes.iter().enumerate() {
        let Some(object) = ids.get(&id) else { continue };
        let parent = if id == Tree::ROOT { root } else { ids.get(&node.parent).copied().unwrap_or(root) };
        let mut element = dictionary! {
            "Type" => "StructElem",
            "S" => structure_type(&node.role),
            "P" => parent,
        };
        let own = content.get(&id).into_iter().flatten();
        let mut kids: Vec<Object> = Vec::new();
        let mut home: Option<ObjectId> = None;
        for tag in own {
            let Some(page) = pages.get(tag.page) else { continue };
            if *home.get_or_insert(*page) == *page {
                kids.push(Object::Integer(tag.id));
            } else {
                kids.push(Object::Dictionary(
                    dictionary! { "Type" => "MCR", "Pg" => *page, "MCID" => tag.id },
                ));
            }
        }
        if let Some(page) = home {
            element.set("Pg", page);
        }
        kids.extend(
            node.children.iter().filter_map(|child| ids.get(child)).map(|child| Object::Reference(*child)),
        );
        match kids.len() {
            0 => {}
            1 => element.set("K", kids.swap_remove(0)),
            _ => element.set("K", kids),
        }
        attributes(document, id, &node.role, &mut element);
        file.objects.insert(*object, Object::Dictionary(element));
    }

    let parents = parents(tagged, pages.len(), &ids, file);
    let document_element = ids.get(&Tree::ROOT).copied().unwrap_or(root);
    let tree = dictionary! {
        "Type" => "StructTreeRoot",
        "K" => document_element,
        "ParentTree" => parents,
        "ParentTreeNextKey" => i64::try_from(pages.len()).unwrap_or(0),
    };
    file.objects.insert(root, Object::Dictionary(tree));
    root
}

/// Which nodes say something: empty paragraphs are left out, empty cells are not.
fn kept(nodes: &[Node], content: &HashMap<NodeId, Vec<&Tagged>>) -> Vec<bool> {
    let mut kept: Vec<bool> = vec![false; nodes.len()];
    // Children always come after their parent.
    for (id, node) in nodes.iter().enumerate().rev() {
        let cell =
            matches!(node.role, Role::Cell { .. } | Role::ColumnHead | Role::RowHead { .. } | Role::Document);
        let full =
            content.contains_key(&id) || node.children.iter().any(|c| kept.get(*c).copied().unwrap_or(false));
        if let Some(slot) = kept.get_mut(id) {
            *slot = cell || full;
        }
    }
    kept
}

/// What a reader needs to know besides the type.
fn attributes(document: &Document, id: NodeId, role: &Role, element: &mut Dictionary) {
    let table = |scope: Option<&str>, columns: usize| {
        let mut table = dictionary! { "O" => "Table" };
        if let Some(scope) = scope {
            table.set("Scope", scope);
        }
        if columns > 1 {
            table.set("ColSpan", Object::Integer(i64::try_from(columns).unwrap_or(1)));
        }
        table
    };
    match role {
        Role::ColumnHead => element.set("A", table(Some("Column"), 1)),
        Role::RowHead { columns } => element.set("A", table(Some("Row"), *columns)),
        Role::Cell { columns } if *columns > 1 => element.set("A", table(None, *columns)),
        Role::Figure { alt } => {
            element.set("Alt", text(alt));
            if let Some(bounds) = bounds(document, id) {
                element.set("A", dictionary! { "O" => "Layout", "Placement" => "Block", "BBox" => bounds });
            }
        }
        _ => {}
    }
}

/// The box of a picture, in points from the bottom left corner, rounded outwards.
fn bounds(document: &Document, id: NodeId) -> Option<Vec<Object>> {
    let mark = document.pages.iter().flat_map(|page| &page.marks).find(|mark| mark.node == Some(id))?;
    let What::Picture { width, height } = mark.what else { return None };
    let bottom = document.sheet.height - mark.y - height;
    let down = |length: i32| i64::from(length.div_euclid(1000));
    let up = |length: i32| -i64::from((-length).div_euclid(1000));
    let sides = [down(mark.x), down(bottom), up(mark.x + width), up(bottom + height)];
    Some(sides.into_iter().map(Object::Integer).collect())
}

/// For every page, the element each of its marked contents belongs to.
fn parents(
    tagged: &[Tagged],
    pages: usize,
    ids: &HashMap<NodeId, ObjectId>,
    file: &mut lopdf::Document,
) -> ObjectId {
    let mut numbers = Vec::new();
    for page in 0..pages {
        let owners: Vec<Object> = tagged
            .iter()
            .filter(|tag| tag.page == page)
            .filter_map(|tag| ids.get(&tag.node))
            .map(|id| Object::Reference(*id))
            .collect();
        let list = file.add_object(Object::Array(owners));
        numbers.push(Object::Integer(i64::try_from(page).unwrap_or(0)));
        numbers.push(Object::Reference(list));
    }
    file.add_object(dictionary! { "Nums" => numbers })
}
