//! The invoice attached to a PDF: Factur-X, ZUGFeRD, XRechnung in a PDF (PDF/A-3, ISO 32000-1 §7.11.4).

use super::is_invoice;
use crate::table::encoding;
use goodterms_terms::{Code, Refusal};
use lopdf::{Document, LoadOptions, Object};

/// The names the standards give the attachment, the likeliest first.
const NAMES: [&str; 4] = ["factur-x.xml", "zugferd-invoice.xml", "xrechnung.xml", "order-x.xml"];
/// The largest PDF that is opened: 32 MiB.
const MOST_PDF_BYTES: usize = 32 << 20;
/// The most objects it may have.
const MOST_OBJECTS: usize = 200_000;
/// The most that all packed objects together may inflate to: 16 MiB.
const MOST_PACKED: usize = 16 << 20;
/// What each bundle of packed objects may inflate to at least: 32 KiB.
const LEAST_PACKED: usize = 32 << 10;
/// The largest attachment that is looked at: 16 MiB.
const MOST_ATTACHMENT: usize = 16 << 20;
/// How deep the list of attachments is followed.
const MOST_DEPTH: usize = 8;

/// The XML of the invoice that a PDF carries.
///
/// # Errors
/// [`Code::FileKindUnsupported`] for a PDF that is damaged, encrypted or carries no invoice;
/// [`Code::FileTooLarge`] beyond the limits.
pub(super) fn attached_invoice(bytes: &[u8]) -> Result<Vec<u8>, Refusal> {
    let document = open(bytes)?;
    let mut attached = attachments(&document);
    if attached.is_empty() && is_encrypted(bytes) {
        return Err(encrypted());
    }
    if attached.is_empty() {
        return Err(without_data("This PDF carries no data that can be read: no invoice is attached to it"));
    }
    let rank =
        |name: &str| NAMES.iter().position(|known| known.eq_ignore_ascii_case(name)).unwrap_or(NAMES.len());
    attached.sort_by_key(|(name, _)| rank(name));
    let invoice = attached.into_iter().map(|(_, bytes)| bytes).find(|bytes| {
        encoding::decode(bytes)
            .is_ok_and(|text| text.text.trim_start().starts_with('<') && is_invoice(&text.text))
    });
    invoice.ok_or_else(|| {
        without_data("Files are attached to this PDF, but none of them is an electronic invoice")
    })
}

fn without_data(what: &str) -> Refusal {
    Refusal::input(Code::FileKindUnsupported, what)
        .hint("Ask for the invoice as Factur-X, ZUGFeRD or XML, or enter it by hand.")
}

fn open(bytes: &[u8]) -> Result<Document, Refusal> {
    let too_large = || {
        Refusal::input(Code::FileTooLarge, "The PDF is larger than any invoice should be")
            .hint("Ask for the invoice as XML, or enter it by hand.")
    };
    if bytes.len() > MOST_PDF_BYTES || count(bytes, b" obj") > MOST_OBJECTS {
        return Err(too_large());
    }
    let packed = count(bytes, b"/ObjStm") + hidden_names(bytes);
    if packed > MOST_PACKED / LEAST_PACKED {
        return Err(too_large());
    }
    let damaged = || {
        Refusal::input(Code::FileKindUnsupported, "The PDF is damaged and cannot be opened")
            .hint("Download or copy it once more.")
    };
    let options =
        LoadOptions { max_decompressed_size: Some(MOST_PACKED / packed.max(1)), ..LoadOptions::default() };
    // Offsets are counted from the mark of a PDF, or from the file's first byte by programs that put
    // something before the mark.
    let mark = bytes.windows(5).position(|w| w == b"%PDF-").unwrap_or(0);
    let from_mark = bytes.get(mark..).unwrap_or_default();
    Document::load_mem_with_options(from_mark, options.clone())
        .or_else(|_| Document::load_mem_with_options(bytes, options))
        .map_err(|_| if is_encrypted(bytes) { encrypted() } else { damaged() })
}

/// Whether its trailer names an encryption. One that needs no password is undone in opening.
fn is_encrypted(bytes: &[u8]) -> bool {
    count(bytes, b"/Encrypt") > 0
}

fn encrypted() -> Refusal {
    Refusal::input(
        Code::FileKindUnsupported,
        "The PDF is protected by a password, so what is attached to it cannot be read",
    )
    .hint("Save it without protection, or ask for the invoice as XML.")
}

fn count(bytes: &[u8], word: &[u8]) -> usize {
    bytes.windows(word.len()).filter(|w| *w == word).count()
}

/// Letters of `ObjStm` written as `#4f`: nobody does, unless to hide how much is packed.
fn hidden_names(bytes: &[u8]) -> usize {
    const LETTERS: [&[u8]; 6] = [b"4F", b"62", b"6A", b"53", b"74", b"6D"];
    let hides = |w: &&[u8]| matches!(w, [b'#', code @ ..] if LETTERS.iter().any(|letter| letter.eq_ignore_ascii_case(code)));
    bytes.windows(3).filter(hides).count()
}

/// Every attached file with its name, wherever the PDF lists it.
fn attachments(document: &Document) -> Vec<(String, Vec<u8>)> {
    let mut found = Vec::new();
    for object in document.objects.values() {
        look_for_files(document, object, MOST_DEPTH, &mut found);
    }
    found
}

fn look_for_files(document: &Document, object: &Object, depth: usize, found: &mut Vec<(String, Vec<u8>)>) {
    let Some(depth) = depth.checked_sub(1) else { return };
    match object {
        Object::Array(items) => {
            for item in items {
                look_for_files(document, item, depth, found);
            }
        }
        Object::Dictionary(dictionary) => {
            found.extend(attached_file(document, dictionary));
            for (_, item) in dictionary {
                look_for_files(document, item, depth, found);
            }
        }
        _ => {}
    }
}

fn attached_file(document: &Document, file: &lopdf::Dictionary) -> Option<(String, Vec<u8>)> {
    let streams = document.dereference(file.get(b"EF").ok()?).ok()?.1.as_dict().ok()?;
    let stream = [&b"UF"[..], b"F"].into_iter().find_map(|key| {
        let (_, object) = document.dereference(streams.get(key).ok()?).ok()?;
        object.as_stream().ok()
    })?;
    let name = [&b"UF"[..], b"F"].into_iter().find_map(|key| {
        let (_, name) = document.dereference(file.get(key).ok()?).ok()?;
        lopdf::decode_text_string(name).ok()
    });
    Some((name.unwrap_or_default(), stream.get_plain_content_with_limit(MOST_ATTACHMENT).ok()?))
}
