//! Sealing: a PAdES-B-B signature in a field that waits for it (ETSI EN 319 142-1), appended to the file.
//!
//! Nothing that exists is written anew. What is appended is the signature, the field with a reference to it, and a
//! table.

use super::cms;
use super::file::{Dict, PdfFile, Value};
use super::identity::Seal;
use super::signed;
use super::stamp::{TimeStamp, TimeStampRequest};
use chrono::{DateTime, FixedOffset};
use goodterms_terms::{Code, Refusal};
use sha2::{Digest, Sha256};
use std::fmt::Write;
use std::ops::Range;

/// Room kept for a time stamp: a token with the certificates of its authority.
const TIME_STAMP_ROOM: usize = 12_000;

/// The room of `[0 a b c]`, with numbers of ten digits.
const RANGE_ROOM: usize = 38;

/// What a seal is to say.
#[derive(Debug, Clone, Copy)]
pub struct SealOrder<'a> {
    /// The name of the empty signature field: `business` or `client`.
    pub field: &'a str,
    /// When it is made, with the zone of the place.
    pub moment: DateTime<FixedOffset>,
    /// Why, in a few words; empty for nothing.
    pub reason: &'a str,
    /// Whether room is kept for a time stamp.
    pub time_stamp: bool,
}

/// A sealed file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sealed {
    /// The file: what was given, and what was appended.
    pub bytes: Vec<u8>,
    /// Between the angle brackets that hold the signature.
    hole: Range<usize>,
    signature: Vec<u8>,
}

/// Seals a file in one of its empty signature fields.
///
/// # Errors
/// [`Code::SignatureFieldMissing`] when it has no such field or the field is filled, [`Code::SealRefused`]
/// when it is no file of ours that can be appended to, [`Code::KeyUnsupported`] when the key cannot sign.
pub fn seal(file: &[u8], seal: &Seal, order: &SealOrder<'_>) -> Result<Sealed, Refusal> {
    let read = PdfFile::read(file)
        .map_err(|reason| not_ours(format!("The file cannot be sealed: {}", reason.sentence())))?;
    let place = Place::find(&read, order.field)?;
    let room = cms::room(seal)? + if order.time_stamp { TIME_STAMP_ROOM } else { 0 };

    let mut bytes = Vec::with_capacity(file.len() + room * 2 + 2_000);
    bytes.extend_from_slice(file);
    if !file.ends_with(b"\n") {
        bytes.push(b'\n');
    }
    let signature_at = bytes.len();
    let moment = order.moment.format("D:%Y%m%d%H%M%S").to_string();
    let mut dictionary = format!(
        "{} 0 obj\n<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/M({moment}{})/Name{}",
        place.next,
        zone(order.moment),
        text(&seal.name()),
    );
    if !order.reason.is_empty() {
        let _ = write!(dictionary, "/Reason{}", text(order.reason));
    }
    dictionary.push_str("/ByteRange");
    bytes.extend_from_slice(dictionary.as_bytes());
    let range_at = bytes.len();
    bytes.extend_from_slice(&[b' '; RANGE_ROOM]);
    bytes.extend_from_slice(b"/Contents<");
    let hole = bytes.len()..bytes.len() + room * 2;
    bytes.resize(hole.end, b'0');
    bytes.extend_from_slice(b">>>\nendobj\n");

    let widget_at = bytes.len();
    let (before, after) = place.widget;
    bytes.extend_from_slice(before);
    bytes.extend_from_slice(format!("/V {} 0 R", place.next).as_bytes());
    bytes.extend_from_slice(after);
    bytes.push(b'\n');
    let objects = [(place.field, widget_at), (place.next, signature_at)];
    let tail = tail(&read, &bytes, place.next + 1, objects)?;
    bytes.extend_from_slice(tail.as_bytes());

    let range = format!("[0 {} {} {}]", hole.start - 1, hole.end + 1, bytes.len() - hole.end - 1);
    put(&mut bytes, range_at, range.as_bytes());
    let hash = seal.key().hash().of(&covered(&bytes, &hole));
    let signature = cms::signed_data(seal, &hash)?;
    let mut sealed = Sealed { bytes, hole, signature: Vec::new() };
    sealed.fill(&signature).ok_or_else(|| not_ours("The signature is longer than it can be.".to_owned()))?;
    let value = signed::SignedData::read(&signature).map(|signed| signed.value.to_vec());
    sealed.signature = value.map_err(|_| not_ours("The seal cannot be read back.".to_owned()))?;
    Ok(sealed)
}

impl Sealed {
    /// What to ask a time-stamping authority. The nonce should be at least 8 random bytes.
    pub fn time_stamp_request(&self, nonce: &[u8]) -> TimeStampRequest {
        TimeStampRequest::new(&self.signature, nonce)
    }

    /// The file with a time stamp joined to its seal (PAdES-B-T).
    ///
    /// # Errors
    /// [`Code::TimeStampRefused`] when no room was kept for it, or too little.
    pub fn with_time_stamp(mut self, stamp: &TimeStamp) -> Result<Self, Refusal> {
        let refused =
            |message: &str| Refusal::rule(Code::TimeStampRefused, message).hint("The seal holds without it.");
        let held = self.bytes.get(self.hole.clone()).and_then(unhex).unwrap_or_default();
        let joined = super::der::Part::first(&held)
            .and_then(|(signature, _)| signed::with_time_stamp(signature.whole, stamp.token()))
            .ok_or_else(|| refused("The seal bears a time stamp already."))?;
        self.fill(&joined).ok_or_else(|| refused("The time stamp is larger than the room kept for it."))?;
        Ok(self)
    }

    /// Writes the signature into its hole, filled up with zeros.
    fn fill(&mut self, signature: &[u8]) -> Option<()> {
        let room = self.bytes.get_mut(self.hole.clone())?;
        if signature.len() * 2 > room.len() {
            return None;
        }
        room.fill(b'0');
        let digits: String = signature.iter().map(|byte| format!("{byte:02x}")).collect();
        let at = self.hole.start;
        put(&mut self.bytes, at, digits.as_bytes());
        Some(())
    }
}

/// Where the seal goes.
struct Place<'a> {
    /// The object that is field and widget in one.
    field: u32,
    /// Its text before and after the place where the reference to the signature is put.
    widget: (&'a [u8], &'a [u8]),
    /// The first number that is free.
    next: u32,
}

impl<'a> Place<'a> {
    fn find(file: &PdfFile<'a>, name: &str) -> Result<Self, Refusal> {
        let missing = || {
            Refusal::rule(
                Code::SignatureFieldMissing,
                format!("The file has no empty place for a signature called \u{201c}{name}\u{201d}."),
            )
            .hint("Seal the agreement as it was written here, before anyone else has signed in that place.")
        };
        let last = file.last();
        let catalog = file.catalog(last).ok_or_else(missing)?;
        let form = file.entry(catalog, b"AcroForm", last).as_dict().ok_or_else(missing)?;
        if file.entry(form, b"SigFlags", last).as_integer() != Some(3) {
            return Err(not_ours("The file was not made to be sealed.".to_owned()));
        }
        let fields = file.entry(form, b"Fields", last).as_array().unwrap_or_default();
        let is_it = |field: &Dict| {
            let named =
                file.entry(field, b"T", last).as_text().is_some_and(|text| text.bytes == name.as_bytes());
            named && file.entry(field, b"FT", last).is_name(b"Sig") && !field.contains_key(b"V".as_slice())
        };
        let field = fields.iter().filter_map(Value::as_reference).find(|number| {
            file.object_at(*number, last).and_then(|object| object.value.as_dict()).is_some_and(is_it)
        });
        let field = field.ok_or_else(missing)?;
        let span = file.object_at(field, last).ok_or_else(missing)?.span.clone();
        let written = file.bytes.get(span).unwrap_or_default();
        let close = written.windows(2).rposition(|pair| pair == b">>").ok_or_else(missing)?;
        let widget = written.split_at_checked(close).ok_or_else(missing)?;
        let size = file.revisions.get(last).and_then(|newest| newest.trailer.get(b"Size".as_slice()));
        let next = size.and_then(Value::as_integer).and_then(|size| u32::try_from(size).ok());
        let next = next.ok_or_else(|| not_ours("The file's table is damaged.".to_owned()))?;
        Ok(Self { field, widget, next })
    }
}

/// The table and trailer of what is appended. The second half of the file's id follows from all before it.
fn tail(file: &PdfFile<'_>, bytes: &[u8], size: u32, objects: [(u32, usize); 2]) -> Result<String, Refusal> {
    let damaged = || not_ours("The file's trailer is damaged.".to_owned());
    let newest = file.revisions.get(file.last()).ok_or_else(damaged)?;
    let reference = |key: &str| {
        let number = newest.trailer.get(key.as_bytes()).and_then(Value::as_reference);
        number.map(|number| format!("/{key} {number} 0 R")).ok_or_else(damaged)
    };
    let first = newest.trailer.get(b"ID".as_slice()).and_then(Value::as_array).and_then(|id| id.first());
    let first = first.and_then(Value::as_text).ok_or_else(damaged)?;
    let second = Sha256::digest(bytes);
    let hex =
        |bytes: &mut dyn Iterator<Item = &u8>| bytes.map(|byte| format!("{byte:02X}")).collect::<String>();

    let at = bytes.len();
    let mut table = "xref\n0 1\n0000000000 65535 f \n".to_owned();
    for (number, at) in objects {
        let _ = write!(table, "{number} 1\n{at:010} 00000 n \n");
    }
    let _ = write!(
        table,
        "trailer\n<</Size {size}/Prev {}{}{}/ID[<{}><{}>]>>\nstartxref\n{at}\n%%EOF\n",
        newest.table,
        reference("Root")?,
        reference("Info")?,
        hex(&mut first.bytes.iter()),
        hex(&mut second.iter().take(16)),
    );
    Ok(table)
}

/// All of a file but the hole and its brackets.
fn covered<'a>(bytes: &'a [u8], hole: &Range<usize>) -> [&'a [u8]; 2] {
    [bytes.get(..hole.start - 1).unwrap_or_default(), bytes.get(hole.end + 1..).unwrap_or_default()]
}

fn put(bytes: &mut [u8], at: usize, written: &[u8]) {
    if let Some(place) = bytes.get_mut(at..at + written.len()) {
        place.copy_from_slice(written);
    }
}

/// The bytes that hexadecimal digits stand for.
fn unhex(digits: &[u8]) -> Option<Vec<u8>> {
    let pair = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok();
    digits.chunks(2).map(pair).collect()
}

/// The zone of a moment as PDF writes it: `-05'00'`.
fn zone(moment: DateTime<FixedOffset>) -> String {
    let zone = moment.format("%:z").to_string().replace(':', "'");
    if zone == "+00'00" { "Z".to_owned() } else { zone + "'" }
}

/// A text of any script, as a string of a PDF.
fn text(words: &str) -> String {
    if words.bytes().all(|byte| byte.is_ascii_graphic() && !b"()\\".contains(&byte) || byte == b' ') {
        return format!("({words})");
    }
    let units = words.encode_utf16().map(|unit| format!("{unit:04X}"));
    format!("<FEFF{}>", units.collect::<String>())
}

fn not_ours(message: String) -> Refusal {
    Refusal::rule(Code::SealRefused, message)
        .hint("Seal the agreement as this app wrote it, not a copy saved by another program.")
}
