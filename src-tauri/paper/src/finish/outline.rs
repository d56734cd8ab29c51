//! The outline of a document as a PDF structure tree.

use super::fields::Fields;
use super::links::Links;
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
        Role::Link { .. } => "Link",
        Role::Field { .. } => "Form",
    }
}

/// Writes the structure tree and returns its root.
pub(super) fn write(
    document: &Document,
    tagged: &[Tagged],
    pages: &[ObjectId],
    fields: &mut Fields,
    links: &Links,
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
        // Its type may be left unsaid (ISO 32000-1, table 323), and there are hundreds of them.
        let mut element = dictionary! {
            "S" => structure_type(&node.role),
            "P" => parent,
        };
        let own = content.get(&id).into_iter().flatten();
        // Each kid with its place in the text, since words may stand before, in and after a link.
        let mut kids: Vec<((usize, i64), Object)> = Vec::new();
        let mut home: Option<ObjectId> = None;
        for tag in own {
            let Some(page) = pages.get(tag.page) else { continue };
            if *home.get_or_insert(*page) == *page {
                kids.push(((tag.page, tag.id), Object::Integer(tag.id)));
            } else {
                let kid = dictionary! { "Type" => "MCR", "Pg" => *page, "MCID" => tag.id };
                kids.push(((tag.page, tag.id), Object::Dictionary(kid)));
            }
        }
        if let Some(page) = home {
            element.set("Pg", page);
        }
        let mut last = kids.last().map_or((0, 0), |(place, _)| *place);
        kids.extend(fields.add(document, id, *object, pages, file).map(|kid| (last, kid)));
        kids.extend(links.kids(id, pages).into_iter().map(|kid| (last, kid)));
        let inline = !kids.is_empty();
        for (child, object) in node.children.iter().filter_map(|child| Some((child, ids.get(child)?))) {
            let place = content.get(child).and_then(|own| own.first()).filter(|_| inline);
            last = place.map_or(last, |tag| (tag.page, tag.id));
            kids.push((last, Object::Reference(*object)));
        }
        if inline {
            kids.sort_by_key(|(place, _)| *place);
        }
        let mut kids: Vec<Object> = kids.into_iter().map(|(_, kid)| kid).collect();
        match kids.len() {
            0 => {}
            1 => element.set("K", kids.swap_remove(0)),
            _ => element.set("K", kids),
        }
        if let Some(language) = node.language {
            element.set("Lang", text(language));
        }
        attributes(document, id, &node.role, &mut element);
        file.objects.insert(*object, Object::Dictionary(element));
    }

    let parents = parents(tagged, pages.len(), &ids, (fields, links), file);
    let document_element = ids.get(&Tree::ROOT).copied().unwrap_or(root);
    let tree = dictionary! {
        "Type" => "StructTreeRoot",
        "K" => document_element,
        "ParentTree" => parents,
        "ParentTreeNextKey" => links.next(pages.len(), fields),
    };
    file.objects.insert(root, Object::Dictionary(tree));
    root
}

/// Which nodes say something: empty paragraphs are left out, empty cells are not.
fn kept(nodes: &[Node], content: &HashMap<NodeId, Vec<&Tagged>>) -> Vec<bool> {
    let mut kept: Vec<bool> = vec![false; nodes.len()];
    // Children always come after their parent.
    for (id, node) in nodes.iter().enumerate().rev() {
        let cell = matches!(
            node.role,
            Role::Cell { .. } | Role::ColumnHead | Role::RowHead { .. } | Role::Document | Role::Field { .. }
        );
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
pub(super) fn bounds(document: &Document, id: NodeId) -> Option<Vec<Object>> {
    let found = |page: &crate::flow::Page| page.marks.iter().find(|mark| mark.node == Some(id)).cloned();
    let (page, mark) = document.pages.iter().find_map(|page| Some((page, found(page)?)))?;
    let (What::Picture { width, height, .. }
    | What::Drawing { width, height, .. }
    | What::Field { width, height }) = mark.what
    else {
        return None;
    };
    let bottom = page.size(&document.sheet).1 - mark.y - height;
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
    (fields, links): (&Fields, &Links),
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
    numbers.extend(fields.parents(pages));
    numbers.extend(links.parents(ids));
    file.add_object(dictionary! { "Nums" => numbers })
}
