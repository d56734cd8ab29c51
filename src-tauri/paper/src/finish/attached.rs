//! Files within the file (ISO 19005-3, 6.8): data for machines beside the words for people.

use super::text;
use crate::document::{Attached, Facts};
use lopdf::{Object, Stream, dictionary};

/// Attaches files and names them in the catalog.
pub(super) fn attach(attached: &[Attached], facts: &Facts, file: &mut lopdf::Document) {
    if attached.is_empty() {
        return;
    }
    let moment = facts.day.format("D:%Y%m%d000000Z").to_string();
    let mut names = Vec::new();
    let mut specifications = Vec::new();
    for attachment in attached {
        // The check sum that PDF knows here is of a broken kind; the fingerprint on the page is the right one.
        let size = i64::try_from(attachment.bytes.len()).unwrap_or(0);
        let embedded = Stream::new(
            dictionary! {
                "Type" => "EmbeddedFile",
                "Subtype" => attachment.media_type,
                "Params" => dictionary! { "Size" => size, "ModDate" => text(&moment) },
            },
            attachment.bytes.clone(),
        );
        let embedded = file.add_object(embedded);
        let specification = file.add_object(dictionary! {
            "Type" => "Filespec",
            "F" => text(attachment.name),
            "UF" => text(attachment.name),
            "Desc" => text(&attachment.description),
            "AFRelationship" => "Data",
            "EF" => dictionary! { "F" => embedded, "UF" => embedded },
        });
        names.extend([text(attachment.name), Object::Reference(specification)]);
        specifications.push(Object::Reference(specification));
    }
    if let Ok(catalog) = file.catalog_mut() {
        catalog.set("AF", specifications);
        catalog.set("Names", dictionary! { "EmbeddedFiles" => dictionary! { "Names" => names } });
    }
}
