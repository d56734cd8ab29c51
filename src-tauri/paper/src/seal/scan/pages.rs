//! The pictures on the pages of a scanned PDF.

use super::ScannedPage;
use super::bilevel::{Fax, fax, jbig2};
use super::codes;
use super::picture::{Picture, Unseen, fits, inflated, jpeg};
use super::samples::{Samples, unfiltered};
use goodterms_terms::{Code, Refusal};
use lopdf::{Dictionary, Document, Object, Stream};
use std::borrow::Cow;

const LARGEST_FILE: usize = 256 << 20;
const MOST_PAGES: usize = 200;
const MOST_PICTURES: usize = 24;

/// Pictures with a shorter side are stamps and seals.
const LEAST_SIDE: usize = 60;

/// What each page of a PDF says.
pub(super) fn of_pdf(file: &[u8]) -> Result<Vec<ScannedPage>, Refusal> {
    let refused = |message: &str| {
        Refusal::input(Code::ScanUnreadable, message)
            .hint("Scan the agreement anew, as a PDF, PNG or JPEG file.")
    };
    if file.len() > LARGEST_FILE {
        return Err(refused("The scan is larger than 256 MB."));
    }
    let document = Document::load_mem(file).map_err(|_| refused("The scan is damaged."))?;
    if document.is_encrypted() || document.trailer.has(b"Encrypt") {
        return Err(refused("The scan is protected by a password."));
    }
    let pages: Vec<_> = document.page_iter().take(MOST_PAGES + 1).collect();
    match pages.len() {
        0 => Err(refused("The scan has no pages.")),
        count if count > MOST_PAGES => Err(refused("The scan has more than 200 pages.")),
        _ => Ok(pages.into_iter().map(|page| codes::page(pictures(&document, page))).collect()),
    }
}

/// The pictures of a page, the largest first.
fn pictures(document: &Document, page: lopdf::ObjectId) -> Vec<Result<Picture, Unseen>> {
    let mut found: Vec<&Stream> = Vec::new();
    if let Ok((own, inherited)) = document.get_page_resources(page) {
        let inherited = inherited.into_iter().filter_map(|id| document.get_dictionary(id).ok());
        for resources in own.into_iter().chain(inherited) {
            found.extend(images(document, resources));
        }
    }
    found.sort_by_key(|image| {
        std::cmp::Reverse(side(document, image, b"Width") * side(document, image, b"Height"))
    });
    found.into_iter().take(MOST_PICTURES).map(|image| unpacked(document, image)).collect()
}

fn images<'a>(document: &'a Document, resources: &'a Dictionary) -> Vec<&'a Stream> {
    let objects = resources.get_deref(b"XObject", document).and_then(Object::as_dict);
    let images = objects.into_iter().flat_map(Dictionary::iter).filter_map(|(_, object)| {
        let (_, object) = document.dereference(object).ok()?;
        object.as_stream().ok()
    });
    images
        .filter(|image| {
            image.dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|name| name == b"Image")
        })
        .filter(|image| side(document, image, b"Width").min(side(document, image, b"Height")) >= LEAST_SIDE)
        .collect()
}

pub(super) fn number(document: &Document, dict: &Dictionary, key: &[u8]) -> Option<usize> {
    let number = dict.get_deref(key, document).and_then(Object::as_i64).ok()?;
    usize::try_from(number).ok()
}

fn side(document: &Document, image: &Stream, key: &[u8]) -> usize {
    number(document, &image.dict, key).unwrap_or(0).min(1 << 20)
}

/// A value, or the items of a list, as a list.
pub(super) fn listed<'a>(document: &'a Document, dict: &'a Dictionary, key: &[u8]) -> Vec<&'a Object> {
    match dict.get_deref(key, document) {
        Ok(Object::Array(items)) => {
            items.iter().filter_map(|item| document.dereference(item).ok().map(|(_, item)| item)).collect()
        }
        Ok(item) => vec![item],
        Err(_) => Vec::new(),
    }
}

/// Unpacks a picture through its filters.
fn unpacked(document: &Document, image: &Stream) -> Result<Picture, Unseen> {
    let (wide, high) = (side(document, image, b"Width"), side(document, image, b"Height"));
    if !fits(wide, high) {
        return Err(Unseen::Damaged);
    }
    let filters: Vec<&[u8]> =
        listed(document, &image.dict, b"Filter").into_iter().filter_map(|name| name.as_name().ok()).collect();
    let settings: Vec<Option<&Dictionary>> =
        listed(document, &image.dict, b"DecodeParms").into_iter().map(|item| item.as_dict().ok()).collect();
    let last = settings.get(filters.len().saturating_sub(1)).copied().flatten();
    let (filter, data) = match filters.as_slice() {
        [] => return Samples::of(document, image, wide, high)?.picture(&image.content),
        [filter] => (*filter, Cow::Borrowed(image.content.as_slice())),
        [b"FlateDecode", filter] => {
            // A picture that was compressed twice is hardly smaller than once.
            let most = image.content.len().saturating_mul(4).max(1 << 20);
            (*filter, Cow::Owned(some_inflated(&image.content, most)))
        }
        [.., filter] => return Err(Unseen::Unknown(String::from_utf8_lossy(filter).into_owned())),
    };
    match filter {
        b"DCTDecode" => jpeg(&data),
        b"CCITTFaxDecode" => fax(&data, faxed(document, last, high)),
        b"JBIG2Decode" => {
            let shared = last.and_then(|set| set.get_deref(b"JBIG2Globals", document).ok());
            let shared = shared.and_then(|shared| shared.as_stream().ok()).map(plain);
            jbig2(&data, shared.as_deref())
        }
        b"FlateDecode" => {
            let samples = Samples::of(document, image, wide, high)?;
            let predictor = last.and_then(|set| number(document, set, b"Predictor")).unwrap_or(1);
            let row = samples.row();
            match predictor {
                1 => samples.picture(&inflated(&data, row * high)?),
                10.. => {
                    let filtered = inflated(&data, (row + 1) * high)?;
                    samples.picture(&unfiltered(&filtered, row, samples.step()))
                }
                _ => Err(Unseen::Unknown("FlateDecode, TIFF predictor".to_owned())),
            }
        }
        other => Err(Unseen::Unknown(String::from_utf8_lossy(other).into_owned())),
    }
}

/// What the settings of a fax say, or the standard where they say nothing.
fn faxed(document: &Document, settings: Option<&Dictionary>, rows: usize) -> Fax {
    let value = |key: &[u8]| settings.and_then(|set| set.get_deref(key, document).ok());
    let flag = |key: &[u8], unsaid: bool| value(key).and_then(|value| value.as_bool().ok()).unwrap_or(unsaid);
    Fax {
        columns: settings.and_then(|set| number(document, set, b"Columns")).unwrap_or(1_728),
        rows,
        kind: value(b"K").and_then(|kind| kind.as_i64().ok()).unwrap_or(0),
        lines_end: flag(b"EndOfLine", false),
        block_ends: flag(b"EndOfBlock", true),
        rows_fill_bytes: flag(b"EncodedByteAlign", false),
    }
}

/// The content of a stream that may be deflated; so much as helps to read a page.
fn plain(stream: &Stream) -> Cow<'_, [u8]> {
    if stream.dict.has(b"Filter") {
        Cow::Owned(some_inflated(&stream.content, 16 << 20))
    } else {
        Cow::Borrowed(&stream.content)
    }
}

/// What can be unpacked of deflated data, up to a size.
pub(super) fn some_inflated(data: &[u8], most: usize) -> Vec<u8> {
    use std::io::Read;
    let mut unpacked = Vec::new();
    let limit = u64::try_from(most).unwrap_or(0);
    // What is missing at the end shows when the picture is read.
    let _ = flate2::read::ZlibDecoder::new(data).take(limit).read_to_end(&mut unpacked);
    unpacked
}

/// Whether a picture says that its first colour stands for the last.
pub(super) fn inverted(document: &Document, image: &Stream) -> bool {
    let first = listed(document, &image.dict, b"Decode").first().and_then(|first| first.as_float().ok());
    first.is_some_and(|first| first > 0.5)
}
