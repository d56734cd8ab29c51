//! Time stamps by others (RFC 3161): what is asked, and what is made of the answer. The network is not here.

use super::der::{self, Part, Parts, context_tag, oid, seconds};
use super::public::Hash;
use super::signed::{Flaw, SignedData};
use ::der::Tag;
use chrono::{DateTime, Utc};
use goodterms_terms::{Code, Refusal};

/// What a time-stamping authority is asked: that this signature existed when it looked.
#[derive(Debug, Clone)]
pub struct TimeStampRequest {
    signature: Vec<u8>,
    nonce: Vec<u8>,
}

/// A time stamp that answers its request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimeStamp {
    /// When the authority saw the signature.
    pub moment: DateTime<Utc>,
    /// The authority's name, as its certificate says.
    pub by: String,
    token: Vec<u8>,
}

impl TimeStampRequest {
    /// Asks about the value of a signature. The nonce should be at least 8 random bytes.
    pub fn new(signature: &[u8], nonce: &[u8]) -> Self {
        Self { signature: signature.to_vec(), nonce: der::unsigned(nonce) }
    }

    /// The request to send, as `application/timestamp-query`.
    pub fn to_bytes(&self) -> Vec<u8> {
        let hash = der::sequence(&[&der::object_id(Hash::Sha256.name()), der::NULL]);
        let imprint =
            der::sequence(&[&hash, &der::tlv(der::OCTET_STRING, &Hash::Sha256.of(&[&self.signature]))]);
        der::sequence(&[&der::unsigned(&[1]), &imprint, &self.nonce, der::TRUE])
    }

    /// Takes the answer (`application/timestamp-reply`).
    ///
    /// # Errors
    /// [`Code::TimeStampRefused`] when the authority refused, or its answer is damaged, is about something
    /// else, or is not the answer to this request.
    pub fn answered(&self, response: &[u8]) -> Result<TimeStamp, Refusal> {
        let refused = |message: &str| {
            Refusal::rule(Code::TimeStampRefused, message)
                .hint("The seal holds without it. Try again later, or choose another time-stamping service.")
        };
        let (status, token) = parts(response).ok_or_else(|| {
            refused("The time-stamping service answered with something that is no time stamp.")
        })?;
        if status > 1 {
            return Err(refused("The time-stamping service refused to stamp the signature."));
        }
        let token = token.ok_or_else(|| refused("The time-stamping service sent no time stamp."))?;
        let (stamp, nonce) = read(token, &self.signature).map_err(|flaw| {
            refused(match flaw {
                Flaw::Content => "The time stamp is about something else.",
                Flaw::Signature | Flaw::Certificate => "The time stamp is not signed by the service.",
                Flaw::Unreadable | Flaw::Unknown => "The time stamp cannot be read.",
            })
        })?;
        if nonce != Some(self.nonce.as_slice()) {
            return Err(refused("The time stamp answers another request."));
        }
        Ok(stamp)
    }
}

impl TimeStamp {
    /// The token as it is joined to the signature.
    pub(super) fn token(&self) -> &[u8] {
        &self.token
    }
}

/// The status and the token of a `TimeStampResp`.
fn parts(response: &[u8]) -> Option<(u8, Option<&[u8]>)> {
    let mut parts = Part::only(response)?.sequence()?;
    let status = parts.next()?.sequence()?.next()?.small()?;
    let token = if parts.is_empty() { None } else { Some(parts.next()?.whole) };
    parts.end()?;
    Some((status, token))
}

/// Reads a token over the value of a signature, and checks it; with the nonce it bears, as an element.
pub(super) fn read<'a>(token: &'a [u8], signature: &[u8]) -> Result<(TimeStamp, Option<&'a [u8]>), Flaw> {
    let signed = SignedData::read(token)?;
    let content = signed.content.filter(|_| signed.content_type == oid::TST_INFO).ok_or(Flaw::Unreadable)?;
    let info = Info::read(content).ok_or(Flaw::Unreadable)?;
    if info.hash.of(&[signature]) != info.imprint {
        return Err(Flaw::Content);
    }
    signed.verify(&[content])?;
    let moment = DateTime::from_timestamp(info.moment, 0).ok_or(Flaw::Unreadable)?;
    Ok((TimeStamp { moment, by: signed.signer.name(), token: token.to_vec() }, info.nonce))
}

/// The part of `TSTInfo` that matters here.
struct Info<'a> {
    hash: Hash,
    imprint: &'a [u8],
    moment: i64,
    nonce: Option<&'a [u8]>,
}

impl<'a> Info<'a> {
    fn read(content: &'a [u8]) -> Option<Self> {
        let mut parts: Parts<'a> = Part::only(content)?.sequence()?;
        parts.next().filter(|version| version.small() == Some(1))?;
        parts.next()?.object_id()?;
        let mut imprint = parts.next()?.sequence()?;
        let hash = Hash::read(imprint.next()?)?;
        let digest = imprint.next()?.octets()?;
        parts.next_if(Tag::Integer)?;
        let moment = seconds(parts.next_if(Tag::GeneralizedTime)?)?;
        parts.next_if(Tag::Sequence);
        parts.next_if(Tag::Boolean);
        let nonce = parts.next_if(Tag::Integer).map(|nonce| nonce.whole);
        parts.next_if(context_tag(0));
        parts.next_if(context_tag(1));
        parts.end()?;
        Some(Self { hash, imprint: digest, moment, nonce })
    }
}
