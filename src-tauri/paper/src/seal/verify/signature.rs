//! One signature of a file: what it covers, who made it, and whether it holds.

use super::facts::{moment, words};
use super::reason::Reason;
use super::{SignatureFound, Vouched};
use crate::seal::certificate::{Certificate, chain};
use crate::seal::der::Part;
use crate::seal::file::{Dict, PdfFile, Value};
use crate::seal::signed::{Flaw, SignedData};
use crate::seal::stamp::{self, TimeStamp};
use std::ops::Range;

/// A signature that holds.
pub(super) enum Held {
    By(Box<SignatureFound>),
    /// A time stamp over the whole document, and where what it covers ends.
    Stamp(TimeStamp, usize),
}

impl From<Flaw> for Reason {
    fn from(flaw: Flaw) -> Self {
        match flaw {
            Flaw::Unreadable => Self::SignatureUnreadable,
            Flaw::Unknown => Self::SignatureUnknown,
            Flaw::Certificate => Self::CertificateWrong,
            Flaw::Content => Self::DigestDiffers,
            Flaw::Signature => Self::SignatureWrong,
        }
    }
}

/// Checks the signature that a field refers to.
pub(super) fn check(file: &PdfFile<'_>, field: &str, number: u32) -> Result<Held, Reason> {
    let mut makers = file.revisions.iter().enumerate().filter(|(_, made)| made.objects.contains_key(&number));
    let (Some((revision, made)), None) = (makers.next(), makers.next()) else {
        return Err(Reason::AlteredAfterSigning);
    };
    let dict = made.objects.get(&number).and_then(|object| object.value.as_dict());
    let dict = dict.ok_or(Reason::SignatureUnreadable)?;
    let contents = dict.get(b"Contents".as_slice()).and_then(Value::as_text);
    let contents = contents.filter(|text| text.hexadecimal).ok_or(Reason::SignatureUnreadable)?;
    let hole = contents.span.clone();
    let end = covered(file, dict, &hole, revision)?;
    let padded = clean(file, &hole).then_some(contents.bytes.as_slice()).ok_or(Reason::ContentsNotClean)?;
    let (cms, padding) = Part::first(padded).ok_or(Reason::SignatureUnreadable)?;
    if padding.iter().any(|byte| *byte != 0) {
        return Err(Reason::ContentsNotClean);
    }

    let piece = |range: Range<usize>| file.bytes.get(range).unwrap_or_default();
    let pieces = [piece(0..hole.start), piece(hole.end..end)];
    let is =
        |key: &str, name: &str| dict.get(key.as_bytes()).is_some_and(|value| value.is_name(name.as_bytes()));
    if is("SubFilter", "ETSI.RFC3161") {
        let (stamp, _) = stamp::read(cms.whole, &pieces.concat())?;
        return Ok(Held::Stamp(stamp, end));
    }
    let by_etsi = is("SubFilter", "ETSI.CAdES.detached");
    if !by_etsi && !is("SubFilter", "adbe.pkcs7.detached") {
        return Err(Reason::SignatureUnknown);
    }
    let signed = SignedData::read(cms.whole)?;
    if signed.content.is_some() || signed.content_type != crate::seal::der::oid::DATA {
        return Err(Reason::SignatureUnreadable);
    }
    if by_etsi && !signed.names_certificate {
        return Err(Reason::CertificateWrong);
    }
    signed.verify(&pieces)?;
    found(field, dict, &signed, end).map(|found| Held::By(Box::new(found)))
}

/// Where the bytes end that a signature covers: all of the file up to its revision, but its own hole.
fn covered(file: &PdfFile<'_>, dict: &Dict, hole: &Range<usize>, revision: usize) -> Result<usize, Reason> {
    let range = dict.get(b"ByteRange".as_slice()).and_then(Value::as_array).unwrap_or_default();
    let numbers: Option<Vec<usize>> = range
        .iter()
        .map(|number| number.as_integer().and_then(|number| usize::try_from(number).ok()))
        .collect();
    let Some([0, first, second, length]) = numbers.as_deref() else { return Err(Reason::RangeWrong) };
    let end = second.checked_add(*length).ok_or(Reason::RangeWrong)?;
    if *first != hole.start || *second != hole.end {
        return Err(Reason::RangeWrong);
    }
    let made = file.revisions.get(revision).map(|made| made.span.end).ok_or(Reason::RangeWrong)?;
    // Who appends may first have ended the last line, which then belongs to what was appended.
    let line_end = file.bytes.get(end..made).is_some_and(|rest| matches!(rest, b"\n" | b"\r" | b"\r\n"));
    let followed = revision < file.last();
    if end == made || (followed && line_end) { Ok(end) } else { Err(Reason::RangeWrong) }
}

/// Whether a hole holds nothing but digits, all of one case: then no byte of it can change unseen.
fn clean(file: &PdfFile<'_>, hole: &Range<usize>) -> bool {
    let digits = file.bytes.get(hole.start + 1..hole.end.saturating_sub(1)).unwrap_or_default();
    let small = digits.iter().any(u8::is_ascii_lowercase);
    let large = digits.iter().any(u8::is_ascii_uppercase);
    digits.len().is_multiple_of(2) && digits.iter().all(u8::is_ascii_hexdigit) && !(small && large)
}

/// What is known of a signature that holds.
fn found(field: &str, dict: &Dict, signed: &SignedData<'_>, end: usize) -> Result<SignatureFound, Reason> {
    let text = |key: &[u8]| dict.get(key).and_then(Value::as_text);
    let claimed = text(b"M").and_then(moment);
    let time_stamp = match signed.time_stamp() {
        Ok(None) => None,
        Ok(Some(token)) => Some(stamp::read(token, signed.value).map_err(|_| Reason::TimeStampWrong)?.0),
        Err(_) => return Err(Reason::TimeStampWrong),
    };
    let signer = signed.signer;
    let when =
        time_stamp.as_ref().map(|stamp| stamp.moment).or_else(|| claimed.map(|claimed| claimed.to_utc()));
    let (from, until) = signer.holds;
    if when.is_some_and(|when| !(from..=until).contains(&when.timestamp())) {
        return Err(Reason::CertificateOutOfTime);
    }
    Ok(SignatureFound {
        field: field.to_owned(),
        name: signer.name(),
        key: signer.key().ok_or(Reason::SignatureUnknown)?.fingerprint(),
        vouched: vouched(signer, &signed.certificates),
        claimed,
        reason: text(b"Reason").map(words).unwrap_or_default(),
        time_stamp,
        covers: end,
    })
}

fn vouched(signer: Certificate<'_>, enclosed: &[Certificate<'_>]) -> Vouched {
    match chain(signer, enclosed).as_slice() {
        [_, .., top] if top.issuer == top.subject => Vouched::By { name: top.name(), complete: true },
        [_, .., top] => Vouched::By { name: top.name(), complete: false },
        _ if signer.issued(&signer) => Vouched::BySelf,
        _ => Vouched::ByAbsent,
    }
}
