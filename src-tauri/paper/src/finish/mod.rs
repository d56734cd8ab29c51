//! Finishing: what turns drawn pages into a document for archives and for everyone.
//!
//! PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1): outline, language, metadata and colour, a classic
//! cross-reference table so that signatures can be appended, and an id that follows from the content.

mod attached;
mod bookmarks;
mod facts;
mod fields;
mod links;
mod outline;

pub(crate) use outline::structure_type;

use crate::document::Document;
use crate::sink::{Subset, Written, packed};
use lopdf::{Dictionary, Object, ObjectId, Stream, StringFormat, dictionary};
use sha2::{Digest, Sha256};

/// A small sRGB profile, free of rights (Compact ICC Profiles, CC0).
const SRGB: &[u8] = include_bytes!("../../colour/sRGB-v2-magic.icc");

/// The number of bytes of a file identifier.
const ID_BYTES: usize = 16;

/// Finishes what the writer made and returns the file.
pub(crate) fn finish(document: &Document, written: Written) -> Vec<u8> {
    let Written { mut file, tagged, subsets } = written;
    file.version = "1.7".to_owned();
    let pages: Vec<ObjectId> = file.page_iter().collect();

    let metadata = Stream::new(
        dictionary! { "Type" => "Metadata", "Subtype" => "XML" },
        facts::xmp(&document.facts).into_bytes(),
    )
    .with_compression(false);
    let metadata = file.add_object(metadata);
    let profile = Stream::new(dictionary! { "N" => 3, "Alternate" => "DeviceRGB" }, SRGB.to_vec());
    let profile = file.add_object(profile);
    let mut fields = fields::Fields::default();
    let links = links::Links::of(document, &pages, &mut file);
    let outline = outline::write(document, &tagged, &pages, &mut fields, &links, &mut file);
    attached::attach(&document.attached, &document.facts, &mut file);
    bookmarks::add(document, &pages, &mut file);

    for (number, page) in pages.iter().enumerate() {
        if let Ok(page) = file.get_dictionary_mut(*page) {
            page.set("StructParents", Object::Integer(i64::try_from(number).unwrap_or(0)));
            page.set("Tabs", "S");
            page.remove(b"Annots");
        }
    }
    links.install(&pages, &mut file);
    fields.install(&pages, &mut file);
    let info = Object::Dictionary(facts::info(&document.facts));
    match file.trailer.get(b"Info").and_then(Object::as_reference) {
        Ok(old) => file.set_object(old, info),
        Err(_) => {
            let id = file.add_object(info);
            file.trailer.set("Info", id);
        }
    }
    if let Ok(catalog) = file.catalog_mut() {
        catalog.remove(b"PageLayout");
        catalog.set("Lang", text(document.facts.language));
        catalog.set("MarkInfo", dictionary! { "Marked" => true });
        catalog.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true });
        catalog.set("Metadata", metadata);
        catalog.set("StructTreeRoot", outline);
        catalog.set(
            "OutputIntents",
            vec![Object::Dictionary(dictionary! {
                "Type" => "OutputIntent",
                "S" => "GTS_PDFA1",
                "OutputConditionIdentifier" => text("sRGB"),
                "Info" => text("sRGB IEC61966-2.1"),
                "DestOutputProfile" => profile,
            })],
        );
    }
    let blank = || Object::String(vec![0; ID_BYTES], StringFormat::Hexadecimal);
    file.trailer.set("ID", vec![blank(), blank()]);

    pack(&mut file, &subsets);
    sealed(save(&mut file))
}

/// Deflates every stream once; the fonts were deflated when they were cut.
fn pack(file: &mut lopdf::Document, subsets: &[std::sync::Arc<Subset>]) {
    for object in file.objects.values_mut() {
        let Object::Stream(stream) = object else { continue };
        if !stream.allows_compression || stream.dict.has(b"Filter") {
            continue;
        }
        let known = subsets.iter().find(|subset| subset.program == stream.content);
        let smaller = known.map_or_else(|| packed(&stream.content), |subset| subset.packed.clone());
        if !smaller.is_empty() && smaller.len() + 20 < stream.content.len() {
            stream.dict.set("Filter", "FlateDecode");
            stream.set_content(smaller);
        }
    }
}

#[expect(clippy::expect_used, reason = "writing to memory does not fail")]
fn save(file: &mut lopdf::Document) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(64 << 10);
    file.save_to(&mut bytes).expect("memory takes every byte");
    bytes
}

/// Puts the hash of the whole file in place of its blank id.
fn sealed(mut bytes: Vec<u8>) -> Vec<u8> {
    let digest = Sha256::digest(&bytes);
    let id: String = digest.iter().take(ID_BYTES).map(|byte| format!("{byte:02X}")).collect();
    let blank = "0".repeat(ID_BYTES * 2);
    // Both halves stand in the trailer, after everything that could look like them.
    for _ in 0..2 {
        let at = bytes.windows(blank.len()).rposition(|window| window == blank.as_bytes());
        if let Some(place) = at.and_then(|at| bytes.get_mut(at..at + blank.len())) {
            place.copy_from_slice(id.as_bytes());
        }
    }
    bytes
}

/// A text of any script.
pub(crate) fn text(words: &str) -> Object {
    if words.is_ascii() {
        return Object::String(words.as_bytes().to_vec(), StringFormat::Literal);
    }
    let mut bytes = vec![0xFE, 0xFF];
    bytes.extend(words.encode_utf16().flat_map(u16::to_be_bytes));
    Object::String(bytes, StringFormat::Hexadecimal)
}

/// An empty dictionary entry is left out.
pub(crate) fn set_text(dictionary: &mut Dictionary, key: &str, words: &str) {
    if !words.is_empty() {
        dictionary.set(key, text(words));
    }
}
