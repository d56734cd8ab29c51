//! X.509 certificates (RFC 5280): read, checked against each other, and made for a business's own key.

use super::der::{self, Part, context_tag, oid, seconds};
use super::key::SealKey;
use super::public::{PublicKey, Scheme};
use ::der::{Tag, asn1::ObjectIdentifier};
use chrono::{DateTime, Datelike, FixedOffset, Months};
use goodterms_terms::Refusal;
use sha2::{Digest, Sha256};

/// How long a business's own certificate holds.
const MONTHS: u32 = 120;

/// What a certificate says, as it stands in its bytes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Certificate<'a> {
    /// All of it.
    pub(super) whole: &'a [u8],
    /// The part that its issuer signed.
    signed: &'a [u8],
    /// The number its issuer gave it, as an element.
    pub(super) serial: &'a [u8],
    pub(super) issuer: &'a [u8],
    pub(super) subject: &'a [u8],
    /// From when to when it holds, in seconds since 1970.
    pub(super) holds: (i64, i64),
    key_info: &'a [u8],
    algorithm: Part<'a>,
    signature: &'a [u8],
}

impl<'a> Certificate<'a> {
    pub(super) fn read(whole: &'a [u8]) -> Option<Self> {
        let mut parts = Part::only(whole)?.sequence()?;
        let signed = parts.next()?;
        let algorithm = parts.next()?;
        let signature = parts.next()?.bits()?;
        parts.end()?;
        let mut said = signed.sequence()?;
        // Version 3, but for the old roots that chains end in.
        said.next_if(context_tag(0));
        let serial = said.next().filter(|serial| serial.tag == Tag::Integer)?.whole;
        let inner = said.next()?;
        let issuer = said.next()?.whole;
        let mut times = said.next()?.sequence()?;
        let holds = (seconds(times.next()?)?, seconds(times.next()?)?);
        let subject = said.next()?.whole;
        let key_info = said.next()?.whole;
        let same = inner.whole == algorithm.whole;
        let signed = signed.whole;
        same.then_some(Self { whole, signed, serial, issuer, subject, holds, key_info, algorithm, signature })
    }

    /// The whole `SubjectPublicKeyInfo`.
    pub(super) const fn key_info(&self) -> &'a [u8] {
        self.key_info
    }

    /// Its key, if it is of a kind we know.
    pub(super) fn key(&self) -> Option<PublicKey<'a>> {
        PublicKey::read(self.key_info)
    }

    /// Whether this certificate's key signed the other one.
    pub(super) fn issued(&self, other: &Certificate<'_>) -> bool {
        let scheme = Scheme::read(other.algorithm, None);
        self.subject == other.issuer
            && matches!((self.key(), scheme), (Some(key), Some(scheme))
                if key.vouches_for(scheme, &[other.signed], other.signature))
    }

    /// Whose it is, in one line: the common name, or else the first name given.
    pub(super) fn name(&self) -> String {
        name(self.subject)
    }

    pub(super) fn hash(&self) -> [u8; 32] {
        Sha256::digest(self.whole).into()
    }
}

/// The common name of a distinguished name, or else the first that can be read.
fn name(distinguished: &[u8]) -> String {
    let mut names: Vec<(ObjectIdentifier, String)> = Vec::new();
    let mut collect = || {
        let mut sets = Part::only(distinguished)?.sequence()?;
        while !sets.is_empty() {
            let mut set = sets.next()?.parts()?;
            while !set.is_empty() {
                let mut pair = set.next()?.sequence()?;
                names.push((pair.next()?.object_id()?, words(pair.next()?)?));
            }
        }
        Some(())
    };
    // What could be read before something odd is still worth showing.
    let _ = collect();
    let common = names.iter().find(|(kind, _)| *kind == oid::COMMON_NAME).or_else(|| names.first());
    common.map(|(_, words)| words.clone()).unwrap_or_default()
}

/// The text of a string of any of the kinds names are written in, without control characters.
fn words(part: Part<'_>) -> Option<String> {
    let text: String = match part.tag {
        Tag::Utf8String | Tag::PrintableString | Tag::Ia5String => {
            std::str::from_utf8(part.value).ok()?.to_owned()
        }
        Tag::TeletexString => part.value.iter().map(|byte| char::from(*byte)).collect(),
        Tag::BmpString => {
            let units = part
                .value
                .chunks_exact(2)
                .map(|pair| pair.iter().fold(0, |unit, byte| unit << 8 | u16::from(*byte)));
            char::decode_utf16(units).map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
        }
        _ => return None,
    };
    Some(text.chars().filter(|letter| !letter.is_control()).take(200).collect())
}

/// The certificates from a key's own up to the last that can be found, each signed by the next.
pub(super) fn chain<'a>(first: Certificate<'a>, others: &[Certificate<'a>]) -> Vec<Certificate<'a>> {
    let mut chain = vec![first];
    while let Some(last) = chain.last().copied() {
        let next = others
            .iter()
            .find(|other| other.issued(&last) && !chain.iter().any(|known| known.whole == other.whole));
        match next {
            Some(next) if last.issuer != last.subject => chain.push(*next),
            _ => break,
        }
    }
    chain
}

/// A certificate that a key signs for itself: ten years, for signing documents and nothing else.
///
/// The serial should come from chance; it is made positive, and at most 20 bytes of it are used.
///
/// # Errors
/// As [`SealKey::sign`].
pub(super) fn self_signed(
    key: &SealKey,
    name: &str,
    serial: &[u8],
    moment: DateTime<FixedOffset>,
) -> Result<Vec<u8>, Refusal> {
    let mut serial: Vec<u8> = serial.iter().copied().take(20).collect();
    match serial.first_mut() {
        Some(first) => *first = *first & 0x7F | 0x01,
        None => serial.push(1),
    }
    let from = moment.to_utc();
    let until = from.checked_add_months(Months::new(MONTHS)).unwrap_or(from);
    let info = key.public_key_info();
    // X.520 allows 64 characters in a common name.
    let short: String = name.chars().filter(|letter| !letter.is_control()).take(64).collect();
    let common =
        [&der::object_id(oid::COMMON_NAME)[..], &der::tlv(der::UTF8_STRING, short.trim().as_bytes())]
            .concat();
    let name = der::sequence(&[&der::tlv(der::SET, &der::tlv(der::SEQUENCE, &common))]);
    let signed = der::sequence(&[
        &der::tlv(der::context(0), &der::unsigned(&[2])),
        &der::unsigned(&serial),
        &key.algorithm(),
        &name,
        &der::sequence(&[&time(from), &time(until)]),
        &name,
        &info,
        &der::tlv(der::context(3), &extensions(&info)),
    ]);
    let signature = key.sign(&signed)?;
    Ok(der::sequence(&[&signed, &key.algorithm(), &der::bits(&signature)]))
}

fn extensions(info: &[u8]) -> Vec<u8> {
    let extension = |name, critical: bool, value: &[u8]| {
        let critical = if critical { der::TRUE } else { &[] };
        der::sequence(&[&der::object_id(name), critical, &der::tlv(der::OCTET_STRING, value)])
    };
    let key = Part::only(info)
        .and_then(Part::sequence)
        .and_then(|mut parts| parts.next().and(parts.next())?.bits())
        .unwrap_or_default();
    // RFC 7093, section 2, method 1: the first 160 bits of the SHA-256 of the key.
    let id: Vec<u8> = Sha256::digest(key).into_iter().take(20).collect();
    let purposes = [der::object_id(oid::DOCUMENT_SIGNING), der::object_id(oid::EMAIL_PROTECTION)].concat();
    // digitalSignature and nonRepudiation, the first two of eight bits.
    let usage = der::tlv(der::BIT_STRING, &[6, 0b1100_0000]);
    der::sequence(&[
        &extension(oid::BASIC_CONSTRAINTS, true, &der::sequence(&[])),
        &extension(oid::KEY_USAGE, true, &usage),
        &extension(oid::EXTENDED_KEY_USAGE, false, &der::tlv(der::SEQUENCE, &purposes)),
        &extension(oid::SUBJECT_KEY_ID, false, &der::tlv(der::OCTET_STRING, &id)),
    ])
}

/// RFC 5280, section 4.1.2.5: two digits of the year before 2050, four from then on.
fn time(moment: DateTime<chrono::Utc>) -> Vec<u8> {
    if (1950..2050).contains(&moment.year()) {
        der::tlv(0x17, moment.format("%y%m%d%H%M%SZ").to_string().as_bytes())
    } else {
        der::tlv(0x18, moment.format("%Y%m%d%H%M%SZ").to_string().as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moment(text: &str) -> DateTime<FixedOffset> {
        DateTime::parse_from_rfc3339(text).unwrap()
    }

    #[test]
    fn a_certificate_of_ones_own_says_what_it_should() {
        let key = SealKey::from_random_bytes(&[7; 32]);
        let made =
            self_signed(&key, "Wójcik-Łuczak & Fils", &[0x80, 2, 3], moment("2026-11-17T14:30:00-05:00"))
                .unwrap();
        let read = Certificate::read(&made).unwrap();
        assert_eq!(read.name(), "Wójcik-Łuczak & Fils");
        assert_eq!(read.holds.0, moment("2026-11-17T19:30:00Z").timestamp());
        assert_eq!(read.holds.1, moment("2036-11-17T19:30:00Z").timestamp());
        assert_eq!(read.serial, [2, 3, 1, 2, 3]);
        assert_eq!(read.key_info(), key.public_key_info());
        assert!(read.issued(&read));
        let again =
            self_signed(&key, "Wójcik-Łuczak & Fils", &[0x80, 2, 3], moment("2026-11-17T14:30:00-05:00"));
        assert_eq!(again.unwrap(), made);
    }

    #[test]
    fn far_years_are_written_in_full() {
        let key = SealKey::from_random_bytes(&[7; 32]);
        let made = self_signed(&key, "A", &[], moment("2045-01-31T00:00:00Z")).unwrap();
        assert_eq!(Certificate::read(&made).unwrap().holds.1, moment("2055-01-31T00:00:00Z").timestamp());
    }

    #[test]
    fn any_changed_byte_is_seen() {
        let key = SealKey::from_random_bytes(&[7; 32]);
        let made = self_signed(&key, "A", &[9], moment("2026-11-17T14:30:00Z")).unwrap();
        for at in 0..made.len() {
            let mut changed = made.clone();
            changed[at] ^= 1;
            assert!(Certificate::read(&changed).is_none_or(|read| !read.issued(&read)), "byte {at}");
        }
    }
}
