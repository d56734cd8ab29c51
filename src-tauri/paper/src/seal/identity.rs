//! The seal of a business: its key with the certificate that says whose it is.

use super::certificate::{self, Certificate};
use super::key::{KeyFingerprint, SealKey};
use chrono::{DateTime, FixedOffset, Utc};
use goodterms_terms::{Code, Refusal};
use p12_keystore::{Pkcs12Archive, error::Error as ArchiveError};
use zeroize::Zeroizing;

/// Larger files hold more than a key and its certificates.
const LARGEST_FILE: usize = 1_000_000;

/// More certificates than a chain has.
const MOST_CERTIFICATES: usize = 40;

const CONVERT: &str = "A file of an old or unusual kind can be converted: openssl pkcs12 -in old.p12 -legacy -nodes -out all.pem, \
     then openssl pkcs12 -export -in all.pem -out new.p12. Delete all.pem afterwards, it holds the bare key.";

/// A private key and its certificates, the key's own first.
pub struct Seal {
    key: SealKey,
    certificates: Vec<Vec<u8>>,
}

impl Seal {
    /// The seal of a business that vouches for itself. The certificate holds ten years from the moment given;
    /// the serial should be up to 20 random bytes.
    ///
    /// # Errors
    /// [`Code::KeyUnsupported`] when the key cannot sign.
    pub fn self_signed(
        key: SealKey,
        name: &str,
        serial: &[u8],
        moment: DateTime<FixedOffset>,
    ) -> Result<Self, Refusal> {
        let own = certificate::self_signed(&key, name, serial, moment)?;
        Ok(Self { key, certificates: vec![own] })
    }

    /// The seal kept in a `.p12` or `.pfx` file (RFC 7292), as certificate authorities hand them out.
    ///
    /// # Errors
    /// - [`Code::KeyPasswordWrong`]: the password does not open it.
    /// - [`Code::KeyFileUnreadable`]: no such file, or encrypted in a way that is not read; the hint says how
    ///   to convert it.
    /// - [`Code::KeyMissing`]: no private key inside, or more than one.
    /// - [`Code::KeyUnsupported`], [`Code::KeyDoesNotFit`], [`Code::KeyOutOfTime`].
    pub fn from_p12(
        file: &[u8],
        password: &Zeroizing<String>,
        moment: DateTime<FixedOffset>,
    ) -> Result<Self, Refusal> {
        if file.len() > LARGEST_FILE {
            return Err(unreadable("The file is too large to be one that keeps a key."));
        }
        let archive = Pkcs12Archive::from_pkcs12(file, password).map_err(|error| not_opened(&error))?;
        let key = match archive.keys.as_slice() {
            [only] => SealKey::from_secret_bytes(&Zeroizing::new(only.key.as_der().to_vec()))?,
            [] => {
                return Err(Refusal::input(
                    Code::KeyMissing,
                    "The file holds no private key, only certificates.",
                )
                .hint("Export it again together with its private key."));
            }
            [_, _, ..] => {
                return Err(Refusal::input(Code::KeyMissing, "The file holds several private keys.")
                    .hint("Export only the one that documents are to be sealed with."));
            }
        };
        let ders =
            archive.certs.iter().take(MOST_CERTIFICATES).map(|bag| bag.cert.as_der().to_vec()).collect();
        Self::with_certificates(key, ders)?.at(moment)
    }

    /// A seal from its kept parts.
    ///
    /// # Errors
    /// [`Code::KeyMissing`] without certificates, [`Code::KeyDoesNotFit`] when none of them is the key's.
    pub fn with_certificates(key: SealKey, certificates: Vec<Vec<u8>>) -> Result<Self, Refusal> {
        let read: Vec<Certificate<'_>> =
            certificates.iter().filter_map(|der| Certificate::read(der)).collect();
        if read.is_empty() {
            return Err(Refusal::input(
                Code::KeyMissing,
                "There is no certificate that can be read beside the key.",
            ));
        }
        let info = key.public_key_info();
        let own = read.iter().find(|certificate| certificate.key_info() == info).ok_or_else(|| {
            Refusal::input(
                Code::KeyDoesNotFit,
                "The certificate belongs to another key than the one beside it.",
            )
            .hint("Export the key together with its own certificate.")
        })?;
        let chain = certificate::chain(*own, &read);
        let certificates = chain.iter().map(|certificate| certificate.whole.to_vec()).collect();
        Ok(Self { key, certificates })
    }

    /// The seal, if its certificate holds at this moment.
    ///
    /// # Errors
    /// [`Code::KeyOutOfTime`].
    pub fn at(self, moment: DateTime<FixedOffset>) -> Result<Self, Refusal> {
        let (from, until) = self.holds();
        let out = |message: String| {
            Err(Refusal::rule(Code::KeyOutOfTime, message)
                .hint("Ask the authority that issued it for a new one, or use the seal this app makes."))
        };
        if moment < from {
            return out(format!("The certificate holds only from {}.", from.format("%Y-%m-%d")));
        }
        if moment > until {
            return out(format!("The certificate expired on {}.", until.format("%Y-%m-%d")));
        }
        Ok(self)
    }

    /// The key.
    pub const fn key(&self) -> &SealKey {
        &self.key
    }

    /// The name of the key.
    pub fn fingerprint(&self) -> KeyFingerprint {
        self.key.fingerprint()
    }

    /// The certificates as DER, the key's own first, each signed by the next.
    pub fn certificates(&self) -> &[Vec<u8>] {
        &self.certificates
    }

    /// Whose seal it is, as its certificate says.
    pub fn name(&self) -> String {
        self.own().map(|own| own.name()).unwrap_or_default()
    }

    /// From when to when the certificate holds.
    pub fn holds(&self) -> (DateTime<Utc>, DateTime<Utc>) {
        let (from, until) = self.own().map(|own| own.holds).unwrap_or_default();
        let moment = |seconds| DateTime::from_timestamp(seconds, 0).unwrap_or_default();
        (moment(from), moment(until))
    }

    /// The key's own certificate.
    pub(super) fn own(&self) -> Option<Certificate<'_>> {
        self.certificates.first().and_then(|own| Certificate::read(own))
    }
}

fn unreadable(message: &str) -> Refusal {
    Refusal::input(Code::KeyFileUnreadable, message).hint(CONVERT)
}

fn not_opened(error: &ArchiveError) -> Refusal {
    match error {
        ArchiveError::MacError(_) | ArchiveError::UnpadError | ArchiveError::Pkcs5Error(_) => {
            Refusal::input(Code::KeyPasswordWrong, "The password does not open this file.")
                .hint("It is the one that was chosen when the file was exported; capitals matter.")
        }
        ArchiveError::UnsupportedEncryptionScheme | ArchiveError::UnsupportedMacAlgorithm => {
            unreadable("The file is encrypted in a way that is not read here.")
        }
        _ => unreadable("The file is no .p12 or .pfx file that can be read."),
    }
}
