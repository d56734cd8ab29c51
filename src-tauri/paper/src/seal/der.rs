//! DER (ITU-T X.690), written and read. What is read must be exactly as DER would write it.

use der::asn1::ObjectIdentifier;
use der::{Decode, Header, Reader, SliceReader, Tag, TagNumber};

/// The names this module deals with.
pub(super) mod oid {
    use super::ObjectIdentifier;

    const fn name(text: &'static str) -> ObjectIdentifier {
        ObjectIdentifier::new_unwrap(text)
    }

    pub(crate) const SHA256: ObjectIdentifier = name("2.16.840.1.101.3.4.2.1");
    pub(crate) const SHA384: ObjectIdentifier = name("2.16.840.1.101.3.4.2.2");
    pub(crate) const SHA512: ObjectIdentifier = name("2.16.840.1.101.3.4.2.3");

    pub(crate) const EC_KEY: ObjectIdentifier = name("1.2.840.10045.2.1");
    pub(crate) const P256: ObjectIdentifier = name("1.2.840.10045.3.1.7");
    pub(crate) const P384: ObjectIdentifier = name("1.3.132.0.34");
    pub(crate) const RSA: ObjectIdentifier = name("1.2.840.113549.1.1.1");

    pub(crate) const ECDSA_SHA256: ObjectIdentifier = name("1.2.840.10045.4.3.2");
    pub(crate) const ECDSA_SHA384: ObjectIdentifier = name("1.2.840.10045.4.3.3");
    pub(crate) const ECDSA_SHA512: ObjectIdentifier = name("1.2.840.10045.4.3.4");
    pub(crate) const RSA_SHA256: ObjectIdentifier = name("1.2.840.113549.1.1.11");
    pub(crate) const RSA_SHA384: ObjectIdentifier = name("1.2.840.113549.1.1.12");
    pub(crate) const RSA_SHA512: ObjectIdentifier = name("1.2.840.113549.1.1.13");
    pub(crate) const RSA_PSS: ObjectIdentifier = name("1.2.840.113549.1.1.10");
    pub(crate) const MGF1: ObjectIdentifier = name("1.2.840.113549.1.1.8");

    pub(crate) const DATA: ObjectIdentifier = name("1.2.840.113549.1.7.1");
    pub(crate) const SIGNED_DATA: ObjectIdentifier = name("1.2.840.113549.1.7.2");
    pub(crate) const CONTENT_TYPE: ObjectIdentifier = name("1.2.840.113549.1.9.3");
    pub(crate) const MESSAGE_DIGEST: ObjectIdentifier = name("1.2.840.113549.1.9.4");
    pub(crate) const SIGNING_CERTIFICATE_V2: ObjectIdentifier = name("1.2.840.113549.1.9.16.2.47");
    pub(crate) const TIME_STAMP_TOKEN: ObjectIdentifier = name("1.2.840.113549.1.9.16.2.14");
    pub(crate) const TST_INFO: ObjectIdentifier = name("1.2.840.113549.1.9.16.1.4");

    pub(crate) const COMMON_NAME: ObjectIdentifier = name("2.5.4.3");
    pub(crate) const BASIC_CONSTRAINTS: ObjectIdentifier = name("2.5.29.19");
    pub(crate) const KEY_USAGE: ObjectIdentifier = name("2.5.29.15");
    pub(crate) const EXTENDED_KEY_USAGE: ObjectIdentifier = name("2.5.29.37");
    pub(crate) const SUBJECT_KEY_ID: ObjectIdentifier = name("2.5.29.14");
    pub(crate) const DOCUMENT_SIGNING: ObjectIdentifier = name("1.3.6.1.5.5.7.3.36");
    pub(crate) const EMAIL_PROTECTION: ObjectIdentifier = name("1.3.6.1.5.5.7.3.4");
}

pub(super) const INTEGER: u8 = 0x02;
pub(super) const BIT_STRING: u8 = 0x03;
pub(super) const OCTET_STRING: u8 = 0x04;
pub(super) const OBJECT_ID: u8 = 0x06;
pub(super) const UTF8_STRING: u8 = 0x0C;
pub(super) const SEQUENCE: u8 = 0x30;
pub(super) const SET: u8 = 0x31;

pub(super) const NULL: &[u8] = &[0x05, 0x00];
pub(super) const TRUE: &[u8] = &[0x01, 0x01, 0xFF];

/// The tag of a constructed, context-specific part.
pub(super) const fn context(number: u8) -> u8 {
    0xA0 | number
}

/// Tag, length, value.
pub(super) fn tlv(tag: u8, value: &[u8]) -> Vec<u8> {
    let mut written = vec![tag];
    if value.len() < 0x80 {
        written.extend(u8::try_from(value.len()));
    } else {
        let length = value.len().to_be_bytes();
        let length: Vec<u8> = length.into_iter().skip_while(|byte| *byte == 0).collect();
        written.extend(u8::try_from(0x80 + length.len()));
        written.extend(length);
    }
    written.extend_from_slice(value);
    written
}

pub(super) fn sequence(parts: &[&[u8]]) -> Vec<u8> {
    tlv(SEQUENCE, &parts.concat())
}

/// A set in the order DER wants.
pub(super) fn set_of(tag: u8, mut parts: Vec<Vec<u8>>) -> Vec<u8> {
    parts.sort();
    tlv(tag, &parts.concat())
}

pub(super) fn object_id(name: ObjectIdentifier) -> Vec<u8> {
    tlv(OBJECT_ID, name.as_bytes())
}

/// A whole number from its bytes, as short as it can be written and never negative.
pub(super) fn unsigned(bytes: &[u8]) -> Vec<u8> {
    let mut digits: Vec<u8> = bytes.iter().copied().skip_while(|byte| *byte == 0).collect();
    if digits.first().is_none_or(|first| *first >= 0x80) {
        digits.insert(0, 0);
    }
    tlv(INTEGER, &digits)
}

/// A string of whole bytes as a bit string.
pub(super) fn bits(bytes: &[u8]) -> Vec<u8> {
    tlv(BIT_STRING, &[&[0], bytes].concat())
}

/// One element: its tag, its value, and the whole of it as it stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Part<'a> {
    pub(super) tag: Tag,
    pub(super) value: &'a [u8],
    pub(super) whole: &'a [u8],
}

impl<'a> Part<'a> {
    /// The one element these bytes are.
    pub(super) fn only(bytes: &'a [u8]) -> Option<Self> {
        let (part, rest) = Self::first(bytes)?;
        rest.is_empty().then_some(part)
    }

    /// The element these bytes begin with, and what follows it.
    pub(super) fn first(bytes: &'a [u8]) -> Option<(Self, &'a [u8])> {
        let mut reader = SliceReader::new(bytes).ok()?;
        let header = Header::decode(&mut reader).ok()?;
        let value = reader.read_slice(header.length()).ok()?;
        let length = usize::try_from(reader.position()).ok()?;
        let (whole, rest) = bytes.split_at_checked(length)?;
        Some((Self { tag: header.tag(), value, whole }, rest))
    }

    /// What it is made of.
    pub(super) fn parts(self) -> Option<Parts<'a>> {
        self.tag.is_constructed().then_some(Parts { rest: self.value })
    }

    /// The parts of a sequence.
    pub(super) fn sequence(self) -> Option<Parts<'a>> {
        if self.tag == Tag::Sequence { self.parts() } else { None }
    }

    /// The parts of a set, which must stand in DER's order.
    pub(super) fn set(self, tag: Tag) -> Option<Vec<Part<'a>>> {
        if self.tag != tag {
            return None;
        }
        let mut parts = Parts { rest: self.value };
        let mut members: Vec<Part<'a>> = Vec::new();
        while !parts.is_empty() {
            members.push(parts.next()?);
        }
        members.is_sorted_by(|a, b| a.whole <= b.whole).then_some(members)
    }

    pub(super) fn object_id(self) -> Option<ObjectIdentifier> {
        if self.tag == Tag::ObjectIdentifier { ObjectIdentifier::from_bytes(self.value).ok() } else { None }
    }

    pub(super) fn octets(self) -> Option<&'a [u8]> {
        (self.tag == Tag::OctetString).then_some(self.value)
    }

    /// The whole bytes of a bit string.
    pub(super) fn bits(self) -> Option<&'a [u8]> {
        match (self.tag, self.value) {
            (Tag::BitString, [0, bytes @ ..]) => Some(bytes),
            _ => None,
        }
    }

    /// A small whole number.
    pub(super) fn small(self) -> Option<u8> {
        match (self.tag, self.value) {
            (Tag::Integer, [number @ 0..=0x7F]) => Some(*number),
            _ => None,
        }
    }
}

/// The parts of something, one after the other.
#[derive(Debug, Clone, Copy)]
pub(super) struct Parts<'a> {
    rest: &'a [u8],
}

impl<'a> Parts<'a> {
    pub(super) const fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }

    pub(super) fn next(&mut self) -> Option<Part<'a>> {
        let (part, rest) = Part::first(self.rest)?;
        self.rest = rest;
        Some(part)
    }

    /// The next part if it bears this tag.
    pub(super) fn next_if(&mut self, tag: Tag) -> Option<Part<'a>> {
        let (part, rest) = Part::first(self.rest)?;
        if part.tag != tag {
            return None;
        }
        self.rest = rest;
        Some(part)
    }

    /// Nothing may follow.
    pub(super) const fn end(self) -> Option<()> {
        if self.rest.is_empty() { Some(()) } else { None }
    }
}

/// A constructed, context-specific tag as it is read.
pub(super) const fn context_tag(number: u32) -> Tag {
    Tag::ContextSpecific { constructed: true, number: TagNumber(number) }
}

/// Seconds since 1970 of a `UTCTime` or `GeneralizedTime`; fractions are dropped.
pub(super) fn seconds(part: Part<'_>) -> Option<i64> {
    let text = std::str::from_utf8(part.value).ok()?.strip_suffix('Z')?;
    let text = match part.tag {
        Tag::UtcTime => format!("{}{text}", if text < "50" { "20" } else { "19" }),
        Tag::GeneralizedTime => text.split_once('.').map_or(text, |(whole, _)| whole).to_owned(),
        _ => return None,
    };
    let moment = chrono::NaiveDateTime::parse_from_str(&text, "%Y%m%d%H%M%S").ok()?;
    (text.len() == 14).then(|| moment.and_utc().timestamp())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_as_short_as_they_can_be() {
        assert_eq!(tlv(OCTET_STRING, &[7; 3]), [4, 3, 7, 7, 7]);
        assert_eq!(tlv(OCTET_STRING, &[0; 128])[..3], [4, 0x81, 0x80]);
        assert_eq!(tlv(OCTET_STRING, &[0; 300])[..4], [4, 0x82, 1, 44]);
        assert_eq!(unsigned(&[0, 0, 0x80]), [2, 2, 0, 0x80]);
        assert_eq!(unsigned(&[]), [2, 1, 0]);
    }

    #[test]
    fn only_der_is_read() {
        for wrong in
            [&[0x30, 0x80, 0, 0][..], &[4, 0x81, 3, 7, 7, 7], &[4, 3, 7, 7], &[4, 3, 7, 7, 7, 7], &[]]
        {
            assert!(Part::only(wrong).is_none(), "{wrong:?}");
        }
        let unsorted = tlv(SET, &[unsigned(&[2]), unsigned(&[1])].concat());
        assert!(Part::only(&unsorted).unwrap().set(Tag::Set).is_none());
        assert!(
            Part::only(&set_of(SET, vec![unsigned(&[2]), unsigned(&[1])])).unwrap().set(Tag::Set).is_some()
        );
    }

    #[test]
    fn times_are_read_in_both_spellings() {
        let utc = tlv(0x17, b"261117120000Z");
        let general = tlv(0x18, b"20261117120000.5Z");
        assert_eq!(seconds(Part::only(&utc).unwrap()), Some(1_794_916_800));
        assert_eq!(seconds(Part::only(&general).unwrap()), Some(1_794_916_800));
        assert_eq!(seconds(Part::only(&tlv(0x17, b"261117120000+0100")).unwrap()), None);
    }
}
