//! Writing the signature itself: CMS `SignedData` (RFC 5652) as PAdES-B-B wants it (ETSI EN 319 142-1).

use super::der::{self, oid};
use super::identity::Seal;
use super::public::Hash;
use goodterms_terms::{Code, Refusal};

/// A detached signature over a content with this hash.
///
/// Signed are the content's type and hash and which certificate vouches. The moment is left to the document
/// (PAdES), so the same document sealed twice is the same file.
///
/// # Errors
/// As the key's.
pub(super) fn signed_data(seal: &Seal, content_hash: &[u8]) -> Result<Vec<u8>, Refusal> {
    let attributes = signed_attributes(seal, content_hash)?;
    // Signed as a set, kept under a tag of its own (RFC 5652, section 5.4).
    let signature = seal.key().sign(&der::set_of(der::SET, attributes.clone()))?;
    assembled(seal, attributes, &signature)
}

/// How many bytes such a signature can have at most, beside the time stamp that may join it.
///
/// # Errors
/// As [`signed_data`].
pub(super) fn room(seal: &Seal) -> Result<usize, Refusal> {
    let hash = seal.key().hash();
    let attributes = signed_attributes(seal, &hash.of(&[]))?;
    let longest = vec![0; seal.key().longest_signature()];
    assembled(seal, attributes, &longest).map(|longest| longest.len())
}

fn algorithm(hash: Hash) -> Vec<u8> {
    der::sequence(&[&der::object_id(hash.name())])
}

fn attribute(name: ::der::asn1::ObjectIdentifier, value: &[u8]) -> Vec<u8> {
    der::sequence(&[&der::object_id(name), &der::tlv(der::SET, value)])
}

fn signed_attributes(seal: &Seal, content_hash: &[u8]) -> Result<Vec<Vec<u8>>, Refusal> {
    let own = seal.own().ok_or_else(no_certificate)?;
    // ESSCertIDv2 (RFC 5035): SHA-256 is its default and stays unsaid.
    let id = der::sequence(&[&der::tlv(der::OCTET_STRING, &own.hash())]);
    Ok(vec![
        attribute(oid::CONTENT_TYPE, &der::object_id(oid::DATA)),
        attribute(oid::MESSAGE_DIGEST, &der::tlv(der::OCTET_STRING, content_hash)),
        attribute(oid::SIGNING_CERTIFICATE_V2, &der::sequence(&[&der::sequence(&[&id])])),
    ])
}

fn assembled(seal: &Seal, attributes: Vec<Vec<u8>>, signature: &[u8]) -> Result<Vec<u8>, Refusal> {
    let own = seal.own().ok_or_else(no_certificate)?;
    let hash = algorithm(seal.key().hash());
    let signer = der::sequence(&[
        &der::unsigned(&[1]),
        &der::sequence(&[own.issuer, own.serial]),
        &hash,
        &der::set_of(der::context(0), attributes),
        &seal.key().algorithm(),
        &der::tlv(der::OCTET_STRING, signature),
    ]);
    let data = der::sequence(&[
        &der::unsigned(&[1]),
        &der::tlv(der::SET, &hash),
        &der::sequence(&[&der::object_id(oid::DATA)]),
        &der::set_of(der::context(0), seal.certificates().to_vec()),
        &der::tlv(der::SET, &signer),
    ]);
    Ok(content_info(&data))
}

/// Signed data as a message of its own.
pub(super) fn content_info(signed_data: &[u8]) -> Vec<u8> {
    der::sequence(&[&der::object_id(oid::SIGNED_DATA), &der::tlv(der::context(0), signed_data)])
}

fn no_certificate() -> Refusal {
    Refusal::input(Code::KeyMissing, "There is no certificate beside the key.")
}
