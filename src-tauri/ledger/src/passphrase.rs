//! A passphrase, and the key file it opens.
//!
//! The file lies in the app's own folder and is named by the book's salt. It holds the book's key, sealed
//! with XChaCha20-Poly1305 under Argon2id of the passphrase, and a plain checksum of itself, so that a
//! damaged file and a wrong passphrase are told apart.

use crate::error::{CannotOpen, LedgerError, MachineCode, OpenCode, Result};
use crate::home::{Home, write_whole};
use crate::key::BookKey;
use crate::salt::BookSalt;
use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use goodterms_terms::{Code, Refusal};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

/// What the user remembers. Cannot be printed or cloned, and is overwritten when dropped.
pub struct Passphrase(Zeroizing<String>);

impl Passphrase {
    /// The passphrase as typed. Accented letters count the same however the keyboard composes them.
    ///
    /// # Errors
    /// [`Code::PassphraseEmpty`].
    pub fn new(typed: &str) -> Result<Self> {
        if typed.is_empty() {
            return Err(Refusal::input(Code::PassphraseEmpty, "the passphrase is empty").into());
        }
        // Composing never needs more room than this, so the text is not moved and left behind.
        let mut text = Zeroizing::new(String::with_capacity(typed.len() * 3));
        text.extend(typed.nfc());
        Ok(Self(text))
    }

    /// The passphrase in a file's text; one line end at the close is not part of it.
    ///
    /// # Errors
    /// [`Code::PassphraseEmpty`].
    pub fn from_file_text(text: &str) -> Result<Self> {
        let text = text.strip_suffix('\n').map_or(text, |line| line.strip_suffix('\r').unwrap_or(line));
        Self::new(text)
    }
}

impl std::fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Passphrase(…)")
    }
}

/// What one guess at a passphrase costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cost {
    /// Memory in KiB.
    pub memory_kib: u32,
    /// Passes over it.
    pub passes: u32,
    /// Lanes.
    pub lanes: u32,
}

impl Cost {
    /// 64 MiB, three passes, four lanes: RFC 9106's second choice, about a sixth of a second.
    pub const STANDARD: Self = Self { memory_kib: 64 * 1024, passes: 3, lanes: 4 };

    /// What a file may ask of this computer before it is called damaged.
    const LIMIT: Self = Self { memory_kib: 1024 * 1024, passes: 64, lanes: 64 };

    fn within_limit(self) -> bool {
        self.memory_kib <= Self::LIMIT.memory_kib
            && self.passes <= Self::LIMIT.passes
            && self.lanes <= Self::LIMIT.lanes
    }
}

/// The key file's contents; bytes as hexadecimal digits.
#[derive(Serialize, Deserialize)]
struct KeyFile {
    version: u32,
    kdf: String,
    cost: Cost,
    salt: String,
    nonce: String,
    sealed: String,
    checksum: String,
}

const VERSION: u32 = 1;
const KDF: &str = "argon2id";
const SEALED_BYTES: usize = BookKey::BYTES + 16;

impl KeyFile {
    /// Over everything else in the file.
    fn checksum_of_rest(&self) -> String {
        let Cost { memory_kib, passes, lanes } = self.cost;
        let rest = format!(
            "goodterms key file {} {} {memory_kib} {passes} {lanes} {} {} {}",
            self.version, self.kdf, self.salt, self.nonce, self.sealed
        );
        crate::hex::show(&Sha256::digest(rest))
    }
}

/// Seals the book's key under a passphrase in this computer's key file for it, replacing an earlier one.
/// Takes as long as `cost` says; not for an async task's own thread.
///
/// # Errors
/// Those of the machine.
pub fn remember(
    home: &Home,
    book: BookSalt,
    key: &BookKey,
    passphrase: &Passphrase,
    cost: Cost,
) -> Result<()> {
    let (mut salt, mut nonce) = ([0; 16], [0; 24]);
    for random in [&mut salt[..], &mut nonce] {
        getrandom::fill(random).map_err(|_| LedgerError::machine(MachineCode::NoRandomness))?;
    }
    let cipher = cipher(passphrase, &salt, cost)?;
    let payload = Payload { msg: key.as_bytes(), aad: book.as_bytes() };
    let sealed = cipher
        .encrypt(&XNonce::from(nonce), payload)
        .map_err(|_| LedgerError::unexpected("the key could not be sealed"))?;
    let mut file = KeyFile {
        version: VERSION,
        kdf: KDF.to_owned(),
        cost,
        salt: crate::hex::show(&salt),
        nonce: crate::hex::show(&nonce),
        sealed: crate::hex::show(&sealed),
        checksum: String::new(),
    };
    file.checksum = file.checksum_of_rest();
    let text =
        serde_json::to_vec_pretty(&file).map_err(|cause| LedgerError::unexpected(cause.to_string()))?;
    write_whole(&home.key_file(book), &text)
}

/// The book's key out of this computer's key file. Takes as long as the file's cost says; not for an
/// async task's own thread.
///
/// # Errors
/// [`OpenCode::KeyFileMissing`], [`OpenCode::KeyFileDamaged`], [`OpenCode::PassphraseWrong`]; the machine's.
pub fn recall(home: &Home, book: BookSalt, passphrase: &Passphrase) -> Result<BookKey> {
    let text = std::fs::read(home.key_file(book)).map_err(|cause| match cause.kind() {
        std::io::ErrorKind::NotFound => {
            CannotOpen::new(OpenCode::KeyFileMissing, "this computer has no passphrase for this book")
                .hint("Use the recovery words; a passphrase can be set again afterwards.")
                .into()
        }
        _ => LedgerError::from(cause),
    })?;
    let file: KeyFile = serde_json::from_slice(&text).map_err(|_| damaged())?;
    if file.version != VERSION || file.kdf != KDF || file.checksum != file.checksum_of_rest() {
        return Err(damaged());
    }
    let salt = crate::hex::read::<16>(&file.salt).ok_or_else(damaged)?;
    let nonce = crate::hex::read::<24>(&file.nonce).ok_or_else(damaged)?;
    let sealed = crate::hex::read::<SEALED_BYTES>(&file.sealed).ok_or_else(damaged)?;
    if !file.cost.within_limit() {
        return Err(damaged());
    }
    let payload = Payload { msg: &sealed, aad: book.as_bytes() };
    let opened = cipher(passphrase, &salt, file.cost)?.decrypt(&XNonce::from(nonce), payload);
    let opened = Zeroizing::new(opened.map_err(|_| {
        CannotOpen::new(OpenCode::PassphraseWrong, "this passphrase does not open the book")
            .hint("Check capital letters and the keyboard's language, or use the recovery words.")
    })?);
    opened.as_slice().try_into().map(BookKey::from_bytes).map_err(|_| damaged())
}

/// Whether this computer has a passphrase for the book.
pub fn is_set(home: &Home, book: BookSalt) -> bool {
    home.key_file(book).exists()
}

/// Removes the key file; that there is none is fine.
///
/// # Errors
/// Those of the machine.
pub fn forget(home: &Home, book: BookSalt) -> Result<()> {
    match std::fs::remove_file(home.key_file(book)) {
        Err(cause) if cause.kind() != std::io::ErrorKind::NotFound => Err(cause.into()),
        _ => Ok(()),
    }
}

fn cipher(passphrase: &Passphrase, salt: &[u8; 16], cost: Cost) -> Result<XChaCha20Poly1305> {
    let params =
        Params::new(cost.memory_kib, cost.passes, cost.lanes, Some(BookKey::BYTES)).map_err(|_| damaged())?;
    let mut derived = Zeroizing::new([0; BookKey::BYTES]);
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(passphrase.0.as_bytes(), salt, derived.as_mut())
        .map_err(|_| LedgerError::unexpected("the passphrase could not be stretched"))?;
    Ok(XChaCha20Poly1305::new(&Key::from(*derived)))
}

fn damaged() -> LedgerError {
    CannotOpen::new(OpenCode::KeyFileDamaged, "this computer's key file for the book is damaged")
        .hint("Use the recovery words; a passphrase can be set again afterwards.")
        .into()
}

#[cfg(test)]
mod tests {
    use super::*;

    const QUICK: Cost = Cost { memory_kib: 64, passes: 1, lanes: 1 };

    struct Kept {
        _folder: tempfile::TempDir,
        home: Home,
        book: BookSalt,
        key: BookKey,
    }

    fn kept(passphrase: &str, cost: Cost) -> Kept {
        let folder = tempfile::tempdir().unwrap();
        let home = Home::at(folder.path());
        let book = BookSalt::from_hex(&"5a".repeat(16)).unwrap();
        let key = BookKey::generate().unwrap();
        remember(&home, book, &key, &Passphrase::new(passphrase).unwrap(), cost).unwrap();
        Kept { _folder: folder, home, book, key }
    }

    fn recall_with(kept: &Kept, passphrase: &str) -> std::result::Result<BookKey, &'static str> {
        recall(&kept.home, kept.book, &Passphrase::new(passphrase).unwrap()).map_err(|why| why.code())
    }

    #[test]
    fn the_passphrase_and_no_other_opens_the_key_file() {
        let kept = kept("correct horse é", Cost::STANDARD);
        assert_eq!(recall_with(&kept, "correct horse é").unwrap(), kept.key);
        assert_eq!(recall_with(&kept, "correct horse e\u{301}").unwrap(), kept.key, "é typed in two parts");
        assert_eq!(recall_with(&kept, "correct horse e"), Err("passphrase_wrong"));
        let text = std::fs::read_to_string(kept.home.key_file(kept.book)).unwrap();
        assert!(!text.contains(kept.key.to_hex().as_str()) && text.contains("65536"));

        forget(&kept.home, kept.book).unwrap();
        forget(&kept.home, kept.book).unwrap();
        assert_eq!(recall_with(&kept, "correct horse é"), Err("key_file_missing"));
    }

    /// A flipped bit in any byte is called damage (or was in white space), never a wrong passphrase.
    #[test]
    #[expect(clippy::disallowed_methods, reason = "the point is to damage the file")]
    fn a_damaged_key_file_is_not_called_a_wrong_passphrase() {
        let kept = kept("p", QUICK);
        let path = kept.home.key_file(kept.book);
        let whole = std::fs::read(&path).unwrap();
        for place in 0..whole.len() {
            for bit in [place % 5, 5 + place % 3] {
                let mut bytes = whole.clone();
                bytes[place] ^= 1 << bit;
                std::fs::write(&path, &bytes).unwrap();
                match recall_with(&kept, "p") {
                    Ok(key) => assert_eq!(key, kept.key),
                    Err(code) => assert_eq!(code, "key_file_damaged", "byte {place} bit {bit}"),
                }
            }
        }
        std::fs::write(&path, &whole[..whole.len() / 2]).unwrap();
        assert_eq!(recall_with(&kept, "p"), Err("key_file_damaged"));
    }

    /// A key file renamed to another book's name opens nothing.
    #[test]
    fn a_key_file_belongs_to_its_book() {
        let kept = kept("p", QUICK);
        let other = BookSalt::from_hex(&"77".repeat(16)).unwrap();
        std::fs::rename(kept.home.key_file(kept.book), kept.home.key_file(other)).unwrap();
        let opened = recall(&kept.home, other, &Passphrase::new("p").unwrap());
        assert_eq!(opened.unwrap_err().code(), "passphrase_wrong");
    }

    #[test]
    fn one_line_end_in_a_file_is_not_part_of_the_passphrase() {
        for (text, meant) in
            [("pw", "pw"), ("pw\n", "pw"), ("pw\r\n", "pw"), ("pw\n\n", "pw\n"), (" pw ", " pw ")]
        {
            assert_eq!(&*Passphrase::from_file_text(text).unwrap().0, meant);
        }
        assert_eq!(Passphrase::from_file_text("\n").unwrap_err().code(), "passphrase_empty");
        assert_eq!(format!("{:?}", Passphrase::new("secret").unwrap()), "Passphrase(…)");
    }
}
