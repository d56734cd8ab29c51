//! Private keys that seal, and the fingerprints by which they are known.

use super::der::{self, oid};
use super::public::{Hash, PublicKey};
use goodterms_terms::{Code, Refusal};
use p256::ecdsa::signature::hazmat::PrehashSigner;
use p256::pkcs8::{DecodePrivateKey, EncodePrivateKey, EncodePublicKey};
use ring::rand::SystemRandom;
use ring::rsa::KeyPair;
use sha2::{Digest, Sha256};
use std::fmt;
use zeroize::Zeroizing;

/// A private key to seal with. It can be neither printed nor serialised but by [`Self::to_secret_bytes`],
/// and forgets itself when dropped.
pub struct SealKey(Kind);

enum Kind {
    P256(p256::ecdsa::SigningKey),
    P384(p384::ecdsa::SigningKey),
    /// The key as it came, and as it signs.
    Rsa(Zeroizing<Vec<u8>>, Box<KeyPair>),
}

impl SealKey {
    /// A new P-256 key from 32 random bytes.
    pub fn from_random_bytes(random: &[u8; 32]) -> Self {
        let mut candidate = Zeroizing::new(*random);
        loop {
            // One number in four billion is none of the curve's.
            if let Ok(key) = p256::ecdsa::SigningKey::from_slice(candidate.as_slice()) {
                return Self(Kind::P256(key));
            }
            candidate = Zeroizing::new(Sha256::digest(candidate.as_slice()).into());
        }
    }

    /// The key as PKCS #8 (RFC 5958), for the encrypted book and for nothing else.
    pub fn to_secret_bytes(&self) -> Zeroizing<Vec<u8>> {
        let written = match &self.0 {
            Kind::P256(key) => key.to_pkcs8_der(),
            Kind::P384(key) => key.to_pkcs8_der(),
            Kind::Rsa(bytes, _) => return bytes.clone(),
        };
        // A key on its curve always has a form.
        Zeroizing::new(written.map(|document| document.as_bytes().to_vec()).unwrap_or_default())
    }

    /// Reads a key from PKCS #8.
    ///
    /// # Errors
    /// [`Code::KeyFileUnreadable`] when it is no such key, [`Code::KeyUnsupported`] when it is of a kind that
    /// seals are not made with.
    pub fn from_secret_bytes(bytes: &[u8]) -> Result<Self, Refusal> {
        let unreadable = || Refusal::input(Code::KeyFileUnreadable, "The private key is damaged.");
        let (algorithm, curve) = kind_of(bytes).ok_or_else(unreadable)?;
        let kind = match (algorithm, curve) {
            (oid::EC_KEY, Some(oid::P256)) => {
                Kind::P256(p256::ecdsa::SigningKey::from_pkcs8_der(bytes).map_err(|_| unreadable())?)
            }
            (oid::EC_KEY, Some(oid::P384)) => {
                Kind::P384(p384::ecdsa::SigningKey::from_pkcs8_der(bytes).map_err(|_| unreadable())?)
            }
            (oid::RSA, _) => {
                let pair = KeyPair::from_pkcs8(bytes).map_err(|error| {
                    unsupported(format!(
                        "The private key is an RSA key that seals are not made with ({error})."
                    ))
                })?;
                Kind::Rsa(Zeroizing::new(bytes.to_vec()), Box::new(pair))
            }
            (oid::EC_KEY, _) => {
                return Err(unsupported("The private key is on another curve than P-256 and P-384."));
            }
            (other, _) => {
                return Err(unsupported(format!("The private key is of a kind not known here ({other}).")));
            }
        };
        Ok(Self(kind))
    }

    /// The public half, as `SubjectPublicKeyInfo` (RFC 5280, section 4.1).
    pub fn public_key_info(&self) -> Vec<u8> {
        let written = match &self.0 {
            Kind::P256(key) => key.verifying_key().to_public_key_der(),
            Kind::P384(key) => key.verifying_key().to_public_key_der(),
            Kind::Rsa(_, pair) => {
                let algorithm = der::sequence(&[&der::object_id(oid::RSA), der::NULL]);
                return der::sequence(&[&algorithm, &der::bits(pair.public().as_ref())]);
            }
        };
        written.map(|document| document.as_bytes().to_vec()).unwrap_or_default()
    }

    /// The name this key is known by.
    pub fn fingerprint(&self) -> KeyFingerprint {
        KeyFingerprint::of(&self.public_key_info())
    }

    /// The hash that goes with the key.
    pub(super) const fn hash(&self) -> Hash {
        match self.0 {
            Kind::P384(_) => Hash::Sha384,
            Kind::P256(_) | Kind::Rsa(..) => Hash::Sha256,
        }
    }

    /// The algorithm its signatures name.
    pub(super) fn algorithm(&self) -> Vec<u8> {
        match self.0 {
            Kind::P256(_) => der::sequence(&[&der::object_id(oid::ECDSA_SHA256)]),
            Kind::P384(_) => der::sequence(&[&der::object_id(oid::ECDSA_SHA384)]),
            Kind::Rsa(..) => der::sequence(&[&der::object_id(oid::RSA_SHA256), der::NULL]),
        }
    }

    /// The longest a signature can be: DER writes the two numbers of ECDSA as short as they are.
    pub(super) fn longest_signature(&self) -> usize {
        match &self.0 {
            Kind::P256(_) => 72,
            Kind::P384(_) => 104,
            Kind::Rsa(_, pair) => pair.public().modulus_len(),
        }
    }

    /// Signs, with nothing left to chance: ECDSA as RFC 6979 has it, RSA as PKCS #1 v1.5.
    ///
    /// # Errors
    /// [`Code::KeyUnsupported`] when the key refuses.
    pub(super) fn sign(&self, message: &[u8]) -> Result<Vec<u8>, Refusal> {
        let refused = || unsupported("The private key could not sign.");
        match &self.0 {
            Kind::P256(key) => {
                let signed: Result<p256::ecdsa::Signature, _> = key.sign_prehash(&self.hash().of(&[message]));
                signed.map(|signed| signed.to_der().as_bytes().to_vec()).map_err(|_| refused())
            }
            Kind::P384(key) => {
                let signed: Result<p384::ecdsa::Signature, _> = key.sign_prehash(&self.hash().of(&[message]));
                signed.map(|signed| signed.to_der().as_bytes().to_vec()).map_err(|_| refused())
            }
            Kind::Rsa(_, pair) => {
                let mut signature = vec![0; pair.public().modulus_len()];
                // Its chance blinds the arithmetic against listeners; the signature does not depend on it.
                pair.sign(&ring::signature::RSA_PKCS1_SHA256, &SystemRandom::new(), message, &mut signature)
                    .map_err(|_| refused())?;
                Ok(signature)
            }
        }
    }
}

/// The algorithm of a PKCS #8 key, and its curve.
fn kind_of(bytes: &[u8]) -> Option<(::der::asn1::ObjectIdentifier, Option<::der::asn1::ObjectIdentifier>)> {
    let mut parts = der::Part::only(bytes)?.sequence()?;
    parts.next()?;
    let mut algorithm = parts.next()?.sequence()?;
    Some((algorithm.next()?.object_id()?, algorithm.next().and_then(der::Part::object_id)))
}

fn unsupported(message: impl Into<String>) -> Refusal {
    Refusal::input(Code::KeyUnsupported, message)
        .hint("Seals are made with P-256 or P-384 keys, or RSA keys of 2,048 to 4,096 bits.")
}

/// The name of a key: the SHA-256 of its `SubjectPublicKeyInfo`. Shown in groups of four hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct KeyFingerprint([u8; 32]);

impl KeyFingerprint {
    /// Of a `SubjectPublicKeyInfo`.
    pub(super) fn of(public_key_info: &[u8]) -> Self {
        Self(Sha256::digest(public_key_info).into())
    }

    /// From its 32 bytes, as they were kept.
    pub const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// Its 32 bytes.
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl fmt::Display for KeyFingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, pair) in self.0.chunks(2).enumerate() {
            if at > 0 {
                f.write_str(" ")?;
            }
            for byte in pair {
                write!(f, "{byte:02X}")?;
            }
        }
        Ok(())
    }
}

impl fmt::Debug for KeyFingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl PublicKey<'_> {
    /// The name of the key.
    pub(super) fn fingerprint(&self) -> KeyFingerprint {
        KeyFingerprint::of(self.info)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_kept_and_comes_back() {
        let key = SealKey::from_random_bytes(&[7; 32]);
        let back = SealKey::from_secret_bytes(&key.to_secret_bytes()).unwrap();
        assert_eq!(key.fingerprint(), back.fingerprint());
        assert_eq!(key.sign(b"words").unwrap(), back.sign(b"words").unwrap());
        assert_ne!(key.fingerprint(), SealKey::from_random_bytes(&[8; 32]).fingerprint());
        let shown = key.fingerprint().to_string();
        assert!(shown.len() == 79 && shown.split(' ').all(|group| group.len() == 4), "{shown}");
    }

    #[test]
    fn bytes_that_are_no_number_of_the_curve_still_make_a_key() {
        let key = SealKey::from_random_bytes(&[0xFF; 32]);
        assert_ne!(key.fingerprint(), SealKey::from_random_bytes(&[0; 32]).fingerprint());
    }

    #[test]
    fn what_is_no_key_is_refused() {
        let whole = SealKey::from_random_bytes(&[7; 32]).to_secret_bytes();
        for wrong in [&b""[..], b"key", &whole[..whole.len() - 1]] {
            let refusal = SealKey::from_secret_bytes(wrong).err().unwrap();
            assert_eq!(refusal.code, Code::KeyFileUnreadable);
        }
    }

    /// RFC 6979, A.2.5: P-256 with SHA-256 over "sample".
    #[test]
    fn signatures_are_those_of_the_standard() {
        let hex = |text: &str| -> Vec<u8> {
            (0..text.len()).step_by(2).map(|at| u8::from_str_radix(&text[at..at + 2], 16).unwrap()).collect()
        };
        let secret = hex("C9AFA9D845BA75166B5C215767B1D6934E50C3DB36E89B127B8A622B120F6721");
        let key = SealKey::from_random_bytes(&secret.try_into().unwrap());
        let r = hex("EFD48B2AACB6A8FD1140DD9CD45E81D69D2C877B56AAF991C34D0EA84EAF3716");
        let s = hex("F7CB1C942D657C41D436C7A1B6E29F65F3E900DBB9AFF4064DC4AB2F843ACDA8");
        let expected = der::sequence(&[&der::unsigned(&r), &der::unsigned(&s)]);
        assert_eq!(key.sign(b"sample").unwrap(), expected);
    }
}
