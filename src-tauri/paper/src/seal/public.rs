//! Public keys and the signatures they vouch for.

use super::der::{NULL, Part, Parts, context_tag, oid};
use p256::ecdsa::signature::hazmat::PrehashVerifier;
use p256::pkcs8::DecodePublicKey;
use ring::signature::{self, UnparsedPublicKey};
use sha2::{Digest, Sha256, Sha384, Sha512};

/// The hashes that are trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Hash {
    Sha256,
    Sha384,
    Sha512,
}

impl Hash {
    /// The hash of some pieces, one after the other.
    pub(super) fn of(self, pieces: &[&[u8]]) -> Vec<u8> {
        fn over<D: Digest>(pieces: &[&[u8]]) -> Vec<u8> {
            pieces.iter().fold(D::new(), Digest::chain_update).finalize().to_vec()
        }
        match self {
            Self::Sha256 => over::<Sha256>(pieces),
            Self::Sha384 => over::<Sha384>(pieces),
            Self::Sha512 => over::<Sha512>(pieces),
        }
    }

    pub(super) const fn name(self) -> ::der::asn1::ObjectIdentifier {
        match self {
            Self::Sha256 => oid::SHA256,
            Self::Sha384 => oid::SHA384,
            Self::Sha512 => oid::SHA512,
        }
    }

    const fn length(self) -> u8 {
        match self {
            Self::Sha256 => 32,
            Self::Sha384 => 48,
            Self::Sha512 => 64,
        }
    }

    /// The hash an `AlgorithmIdentifier` names, with no parameters or none to speak of.
    pub(super) fn read(algorithm: Part<'_>) -> Option<Self> {
        let mut parts = algorithm.sequence()?;
        let name = parts.next()?.object_id()?;
        no_parameters(parts)?;
        [Self::Sha256, Self::Sha384, Self::Sha512].into_iter().find(|hash| hash.name() == name)
    }
}

fn no_parameters(mut parts: Parts<'_>) -> Option<()> {
    if !parts.is_empty() {
        parts.next().filter(|part| part.whole == NULL)?;
    }
    parts.end()
}

/// How a signature was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scheme {
    Ecdsa(Hash),
    Pkcs1(Hash),
    Pss(Hash),
}

impl Scheme {
    pub(super) const fn hash(self) -> Hash {
        match self {
            Self::Ecdsa(hash) | Self::Pkcs1(hash) | Self::Pss(hash) => hash,
        }
    }

    /// The scheme an `AlgorithmIdentifier` names. Plain RSA leaves its hash to what stands beside it.
    pub(super) fn read(algorithm: Part<'_>, beside: Option<Hash>) -> Option<Self> {
        let mut parts = algorithm.sequence()?;
        let name = parts.next()?.object_id()?;
        if name == oid::RSA_PSS {
            return pss(parts).map(Self::Pss);
        }
        no_parameters(parts)?;
        Some(match name {
            oid::ECDSA_SHA256 => Self::Ecdsa(Hash::Sha256),
            oid::ECDSA_SHA384 => Self::Ecdsa(Hash::Sha384),
            oid::ECDSA_SHA512 => Self::Ecdsa(Hash::Sha512),
            oid::RSA_SHA256 => Self::Pkcs1(Hash::Sha256),
            oid::RSA_SHA384 => Self::Pkcs1(Hash::Sha384),
            oid::RSA_SHA512 => Self::Pkcs1(Hash::Sha512),
            oid::RSA => Self::Pkcs1(beside?),
            _ => return None,
        })
    }
}

/// The parameters of PSS (RFC 4055, section 3.1): one hash throughout, a salt as long as it.
fn pss(mut parts: Parts<'_>) -> Option<Hash> {
    let mut parameters = parts.next()?.sequence()?;
    parts.end()?;
    let hash = Hash::read(parameters.next_if(context_tag(0))?.parts()?.next()?)?;
    let mut mask = parameters.next_if(context_tag(1))?.parts()?.next()?.sequence()?;
    let same = mask.next()?.object_id()? == oid::MGF1 && Hash::read(mask.next()?)? == hash;
    let salt = parameters.next_if(context_tag(2))?.parts()?.next()?.small()?;
    parameters.end()?;
    (same && salt == hash.length()).then_some(hash)
}

/// A public key as it stands in a certificate.
#[derive(Debug, Clone, Copy)]
pub(super) struct PublicKey<'a> {
    /// The whole `SubjectPublicKeyInfo`.
    pub(super) info: &'a [u8],
    kind: Kind,
    key: &'a [u8],
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    P256,
    P384,
    Rsa,
}

impl<'a> PublicKey<'a> {
    /// Reads a `SubjectPublicKeyInfo`; nothing when it is of another kind than we know.
    pub(super) fn read(info: &'a [u8]) -> Option<Self> {
        let mut parts = Part::only(info)?.sequence()?;
        let mut algorithm = parts.next()?.sequence()?;
        let key = parts.next()?.bits()?;
        parts.end()?;
        let kind = match algorithm.next()?.object_id()? {
            oid::RSA => {
                no_parameters(algorithm)?;
                Kind::Rsa
            }
            oid::EC_KEY => match algorithm.next()?.object_id()? {
                oid::P256 => Kind::P256,
                oid::P384 => Kind::P384,
                _ => return None,
            },
            _ => return None,
        };
        Some(Self { info, kind, key })
    }

    /// Whether this key made that signature over these pieces, one after the other.
    pub(super) fn vouches_for(&self, scheme: Scheme, pieces: &[&[u8]], signed: &[u8]) -> bool {
        let digest = || scheme.hash().of(pieces);
        match (self.kind, scheme) {
            (Kind::P256, Scheme::Ecdsa(_)) => {
                let key = p256::ecdsa::VerifyingKey::from_public_key_der(self.info);
                let signed = p256::ecdsa::Signature::from_der(signed);
                matches!((key, signed), (Ok(key), Ok(signed)) if key.verify_prehash(&digest(), &signed).is_ok())
            }
            (Kind::P384, Scheme::Ecdsa(_)) => {
                let key = p384::ecdsa::VerifyingKey::from_public_key_der(self.info);
                let signed = p384::ecdsa::Signature::from_der(signed);
                matches!((key, signed), (Ok(key), Ok(signed)) if key.verify_prehash(&digest(), &signed).is_ok())
            }
            (Kind::Rsa, Scheme::Pkcs1(hash)) => self.rsa(
                match hash {
                    Hash::Sha256 => &signature::RSA_PKCS1_2048_8192_SHA256,
                    Hash::Sha384 => &signature::RSA_PKCS1_2048_8192_SHA384,
                    Hash::Sha512 => &signature::RSA_PKCS1_2048_8192_SHA512,
                },
                pieces,
                signed,
            ),
            (Kind::Rsa, Scheme::Pss(hash)) => self.rsa(
                match hash {
                    Hash::Sha256 => &signature::RSA_PSS_2048_8192_SHA256,
                    Hash::Sha384 => &signature::RSA_PSS_2048_8192_SHA384,
                    Hash::Sha512 => &signature::RSA_PSS_2048_8192_SHA512,
                },
                pieces,
                signed,
            ),
            _ => false,
        }
    }

    fn rsa(&self, how: &'static signature::RsaParameters, pieces: &[&[u8]], signed: &[u8]) -> bool {
        UnparsedPublicKey::new(how, self.key).verify(&pieces.concat(), signed).is_ok()
    }
}
