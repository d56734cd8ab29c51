//! Reading a CMS signature (RFC 5652) as strictly as it should be written, and checking it.

use super::certificate::Certificate;
use super::der::{self, Part, context_tag, oid};
use super::public::{Hash, Scheme};
use ::der::{Tag, asn1::ObjectIdentifier};

/// What can be wrong with a signature.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Flaw {
    /// It is not the DER of a signature with one signer.
    Unreadable,
    /// It is made in a way we do not know or no longer trust.
    Unknown,
    /// The signer's certificate is not enclosed, or not the one that the signature names.
    Certificate,
    /// What was signed has another hash.
    Content,
    /// The signer's key did not make it.
    Signature,
}

/// A signature with what it signs for.
#[derive(Debug)]
pub(super) struct SignedData<'a> {
    /// The content it encloses, if it is not detached.
    pub(super) content: Option<&'a [u8]>,
    pub(super) content_type: ObjectIdentifier,
    /// All certificates enclosed that can be read.
    pub(super) certificates: Vec<Certificate<'a>>,
    pub(super) signer: Certificate<'a>,
    /// The value of the signature itself.
    pub(super) value: &'a [u8],
    /// Whether it names its certificate by hash.
    pub(super) names_certificate: bool,
    signed: Part<'a>,
    digest: &'a [u8],
    scheme: Scheme,
    unsigned: Option<Part<'a>>,
}

/// The signer as the signature's own part has it.
struct SignerInfo<'a> {
    version: u8,
    id: Part<'a>,
    hash: Hash,
    signed: Part<'a>,
    scheme: Part<'a>,
    value: &'a [u8],
    unsigned: Option<Part<'a>>,
}

impl<'a> SignerInfo<'a> {
    fn read(part: Part<'a>) -> Option<Result<Self, Flaw>> {
        let mut parts = part.sequence()?;
        let version = parts.next()?.small()?;
        let id = parts.next()?;
        let hash = parts.next()?;
        let signed = parts.next_if(context_tag(0))?;
        let scheme = parts.next()?;
        let value = parts.next()?.octets()?;
        let unsigned = parts.next_if(context_tag(1));
        parts.end()?;
        let Some(hash) = Hash::read(hash) else { return Some(Err(Flaw::Unknown)) };
        Some(Ok(Self { version, id, hash, signed, scheme, value, unsigned }))
    }

    /// Whether the certificate is the one this signer means.
    fn means(&self, certificate: &Certificate<'_>) -> Option<bool> {
        if self.version != 1 {
            // By key identifier: version 3, which documents have no need of.
            return None;
        }
        let mut parts = self.id.sequence()?;
        let (issuer, serial) = (parts.next()?.whole, parts.next()?.whole);
        parts.end()?;
        Some(issuer == certificate.issuer && serial == certificate.serial)
    }
}

/// The value of a signed attribute that may occur once.
fn attribute<'a>(attributes: &[Part<'a>], name: ObjectIdentifier) -> Option<Option<Part<'a>>> {
    let mut found = None;
    for attribute in attributes {
        let mut pair = attribute.sequence()?;
        if pair.next()?.object_id()? == name {
            let values = pair.next()?.set(Tag::Set)?;
            pair.end()?;
            let [value] = values.as_slice() else { return None };
            if found.replace(*value).is_some() {
                return None;
            }
        }
    }
    Some(found)
}

impl<'a> SignedData<'a> {
    pub(super) fn read(bytes: &'a [u8]) -> Result<Self, Flaw> {
        Self::parsed(bytes).ok_or(Flaw::Unreadable)?
    }

    fn parsed(bytes: &'a [u8]) -> Option<Result<Self, Flaw>> {
        let mut parts = data(bytes)?.sequence()?;
        let version = parts.next()?.small()?;
        let hashes = parts.next()?.set(Tag::Set)?;
        let mut enclosed = parts.next()?.sequence()?;
        let content_type = enclosed.next()?.object_id()?;
        let content = match enclosed.next_if(context_tag(0)) {
            Some(content) => Some(Part::only(content.value)?.octets()?),
            None => None,
        };
        enclosed.end()?;
        let mut certificates = Vec::new();
        if let Some(mut enclosed) = parts.next_if(context_tag(0)).and_then(Part::parts) {
            while !enclosed.is_empty() {
                certificates.extend(Certificate::read(enclosed.next()?.whole));
            }
        }
        parts.next_if(context_tag(1));
        let signers = parts.next()?.set(Tag::Set)?;
        parts.end()?;
        // RFC 5652, section 5.1: 3 for anything but plain data.
        let expected = if content_type == oid::DATA { 1 } else { 3 };
        let ([hash], [signer], true) = (hashes.as_slice(), signers.as_slice(), version == expected) else {
            return None;
        };
        let signer = match SignerInfo::read(*signer)? {
            Ok(signer) => signer,
            Err(flaw) => return Some(Err(flaw)),
        };
        if Hash::read(*hash)? != signer.hash {
            return None;
        }
        let Some(scheme) = Scheme::read(signer.scheme, Some(signer.hash)) else {
            return Some(Err(Flaw::Unknown));
        };
        if scheme.hash() != signer.hash {
            return Some(Err(Flaw::Unknown));
        }
        let mut own = None;
        for certificate in &certificates {
            match signer.means(certificate) {
                Some(true) => own = own.or(Some(*certificate)),
                Some(false) => {}
                None => return Some(Err(Flaw::Unknown)),
            }
        }
        let Some(own) = own else { return Some(Err(Flaw::Certificate)) };
        let attributes = signer.signed.set(context_tag(0))?;
        if attribute(&attributes, oid::CONTENT_TYPE)??.object_id()? != content_type {
            return None;
        }
        let digest = attribute(&attributes, oid::MESSAGE_DIGEST)??.octets()?;
        let named = match attribute(&attributes, oid::SIGNING_CERTIFICATE_V2)? {
            Some(named) => Some(names(named, &own)?),
            None => None,
        };
        if named == Some(false) {
            return Some(Err(Flaw::Certificate));
        }
        Some(Ok(Self {
            content,
            content_type,
            certificates,
            signer: own,
            value: signer.value,
            names_certificate: named.is_some(),
            signed: signer.signed,
            digest,
            scheme,
            unsigned: signer.unsigned,
        }))
    }

    /// Checks the signature over a content given in pieces.
    pub(super) fn verify(&self, content: &[&[u8]]) -> Result<(), Flaw> {
        if self.scheme.hash().of(content) != self.digest {
            return Err(Flaw::Content);
        }
        let key = self.signer.key().ok_or(Flaw::Unknown)?;
        // Kept under a tag of its own, signed as a set.
        let attributes = self.signed.whole.get(1..).unwrap_or_default();
        let vouched = key.vouches_for(self.scheme, &[&[der::SET], attributes], self.value);
        if vouched { Ok(()) } else { Err(Flaw::Signature) }
    }

    /// The time stamp joined to the signature, if there is one.
    pub(super) fn time_stamp(&self) -> Result<Option<&'a [u8]>, Flaw> {
        let Some(unsigned) = self.unsigned else { return Ok(None) };
        let attributes = unsigned.set(context_tag(1)).ok_or(Flaw::Unreadable)?;
        let token = attribute(&attributes, oid::TIME_STAMP_TOKEN).ok_or(Flaw::Unreadable)?;
        Ok(token.map(|token| token.whole))
    }
}

/// The signed data of a message.
fn data(bytes: &[u8]) -> Option<Part<'_>> {
    let mut parts = Part::only(bytes)?.sequence()?;
    let signed = parts.next()?.object_id()? == oid::SIGNED_DATA;
    let data = parts.next_if(context_tag(0)).filter(|_| signed)?;
    parts.end()?;
    Part::only(data.value)
}

/// Whether `SigningCertificateV2` (RFC 5035) names this certificate first.
fn names(value: Part<'_>, certificate: &Certificate<'_>) -> Option<bool> {
    let mut first = value.sequence()?.next()?.sequence()?.next()?.sequence()?;
    let hash = match first.next_if(Tag::Sequence) {
        Some(algorithm) => Hash::read(algorithm)?,
        None => Hash::Sha256,
    };
    let same = first.next()?.octets()? == hash.of(&[certificate.whole]);
    let Some(mut issuer_and_serial) = first.next_if(Tag::Sequence).and_then(Part::sequence) else {
        first.end()?;
        return Some(same);
    };
    first.end()?;
    issuer_and_serial.next()?;
    Some(same && issuer_and_serial.next()?.whole == certificate.serial)
}

/// The signature with a time stamp joined to it as an unsigned attribute; nothing when it cannot be read or
/// bears unsigned attributes already.
pub(super) fn with_time_stamp(bytes: &[u8], token: &[u8]) -> Option<Vec<u8>> {
    let mut parts = data(bytes)?.sequence()?;
    let mut before = Vec::new();
    let mut signers = parts.next()?;
    while !parts.is_empty() {
        before.extend_from_slice(signers.whole);
        signers = parts.next()?;
    }
    let [signer] = signers.set(Tag::Set)?.try_into().ok()?;
    if SignerInfo::read(signer)?.ok()?.unsigned.is_some() {
        return None;
    }
    let attribute = der::sequence(&[&der::object_id(oid::TIME_STAMP_TOKEN), &der::tlv(der::SET, token)]);
    let unsigned = der::tlv(der::context(1), &attribute);
    let signer = der::tlv(der::SEQUENCE, &[signer.value, &unsigned].concat());
    Some(super::cms::content_info(&der::sequence(&[&before, &der::tlv(der::SET, &signer)])))
}
