//! The system's keychain, which may be missing, locked, or simply not answer.
//!
//! A locked keychain can keep its caller waiting for minutes while a prompt nobody sees stands open. So
//! every question is asked on a thread of its own and given two seconds.

use crate::error::{CannotOpen, LedgerError, OpenCode, Result};
use crate::key::BookKey;
use crate::salt::BookSalt;
use std::sync::Arc;
use std::time::Duration;
use zeroize::Zeroizing;

/// What the entries are filed under; the user name is the book's salt.
pub const SERVICE: &str = "Goodterms";

/// How long a keychain may take to answer.
pub const DEADLINE: Duration = Duration::from_secs(2);

/// Why the keychain was of no use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum KeychainError {
    /// There is none, or it does not run.
    #[error("this computer has no keychain that answers")]
    Missing,
    /// It did not answer in time; usually it is locked and waits for its own password.
    #[error("the keychain did not answer within two seconds; it may be locked")]
    Silent,
    /// It is locked or the user said no.
    #[error("the keychain refused to hand out this book's key")]
    Denied,
    /// It answers, and knows nothing of this book.
    #[error("the keychain has no key for this book")]
    NoEntry,
    /// It knows several keys for this book.
    #[error("the keychain has several keys for this book")]
    Ambiguous,
    /// What it has is not a key, or not the key that was just put in.
    #[error("what the keychain has for this book is not a key")]
    Garbage,
}

impl KeychainError {
    const fn code(self) -> OpenCode {
        match self {
            Self::Missing => OpenCode::KeychainMissing,
            Self::Silent => OpenCode::KeychainSilent,
            Self::Denied => OpenCode::KeychainDenied,
            Self::NoEntry => OpenCode::KeychainNoEntry,
            Self::Ambiguous => OpenCode::KeychainAmbiguous,
            Self::Garbage => OpenCode::KeychainGarbage,
        }
    }
}

impl From<KeychainError> for LedgerError {
    fn from(why: KeychainError) -> Self {
        CannotOpen::new(why.code(), why.to_string())
            .hint("Use the passphrase or the recovery words instead; the book itself is unharmed.")
            .into()
    }
}

/// A place that keeps secrets, asked in the calling thread. The text it keeps is opaque to it.
pub trait Keychain: Send + Sync + 'static {
    /// Keeps `secret` under the name, replacing an earlier one.
    ///
    /// # Errors
    /// [`KeychainError`].
    fn write(&self, name: &str, secret: &str) -> std::result::Result<(), KeychainError>;

    /// What is kept under the name.
    ///
    /// # Errors
    /// [`KeychainError`].
    fn read(&self, name: &str) -> std::result::Result<Zeroizing<String>, KeychainError>;

    /// Forgets what is kept under the name.
    ///
    /// # Errors
    /// [`KeychainError`].
    fn delete(&self, name: &str) -> std::result::Result<(), KeychainError>;
}

/// The keychain of the system: Keychain Services, Credential Manager, or the Secret Service.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemKeychain;

impl SystemKeychain {
    fn entry(name: &str) -> std::result::Result<keyring::v1::Entry, KeychainError> {
        keyring::v1::Entry::new(SERVICE, name).map_err(reason)
    }
}

impl Keychain for SystemKeychain {
    fn write(&self, name: &str, secret: &str) -> std::result::Result<(), KeychainError> {
        Self::entry(name)?.set_password(secret).map_err(reason)
    }

    fn read(&self, name: &str) -> std::result::Result<Zeroizing<String>, KeychainError> {
        Self::entry(name)?.get_password().map(Zeroizing::new).map_err(reason)
    }

    fn delete(&self, name: &str) -> std::result::Result<(), KeychainError> {
        Self::entry(name)?.delete_credential().map_err(reason)
    }
}

/// The keychain's words are dropped: some carry the secret they could not decode.
fn reason(why: keyring::v1::Error) -> KeychainError {
    use keyring::v1::Error;
    match why {
        Error::NoEntry => KeychainError::NoEntry,
        Error::NoStorageAccess(_) => KeychainError::Denied,
        Error::Ambiguous(_) => KeychainError::Ambiguous,
        Error::BadEncoding(_) | Error::BadDataFormat(_, _) => KeychainError::Garbage,
        _ => KeychainError::Missing,
    }
}

/// Marks the text as ours, so that anything else is told apart from a key.
const MARK: &str = "goodterms-key-1:";

/// Books' keys in a keychain, asked with a deadline.
#[derive(Clone)]
pub struct Keys {
    keychain: Arc<dyn Keychain>,
    deadline: Duration,
}

impl std::fmt::Debug for Keys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Keys").field("deadline", &self.deadline).finish_non_exhaustive()
    }
}

impl Default for Keys {
    fn default() -> Self {
        Self::in_keychain(SystemKeychain)
    }
}

impl Keys {
    /// Keys in this keychain, which gets [`DEADLINE`] to answer.
    pub fn in_keychain(keychain: impl Keychain) -> Self {
        Self { keychain: Arc::new(keychain), deadline: DEADLINE }
    }

    /// Whether a keychain answers in time.
    pub async fn is_available(&self) -> bool {
        let nobody = self.ask(|keychain| match keychain.read("availability") {
            Ok(_) | Err(KeychainError::NoEntry) => Ok(()),
            Err(other) => Err(other),
        });
        nobody.await.is_ok()
    }

    /// Puts the book's key in and reads it back.
    ///
    /// # Errors
    /// [`KeychainError`] as [`crate::CannotOpen`].
    pub async fn remember(&self, book: BookSalt, key: &BookKey) -> Result<()> {
        let mut secret = Zeroizing::new(String::with_capacity(MARK.len() + BookKey::BYTES * 2));
        secret.push_str(MARK);
        secret.push_str(&key.to_hex());
        self.ask(move |keychain| {
            let name = book.to_hex();
            keychain.write(&name, &secret)?;
            // Some keychains say yes and keep nothing.
            let kept = keychain.read(&name)?;
            if *kept == *secret { Ok(()) } else { Err(KeychainError::Garbage) }
        })
        .await
    }

    /// The book's key.
    ///
    /// # Errors
    /// [`KeychainError`] as [`crate::CannotOpen`].
    pub async fn recall(&self, book: BookSalt) -> Result<BookKey> {
        self.ask(move |keychain| {
            let kept = keychain.read(&book.to_hex())?;
            kept.strip_prefix(MARK).and_then(BookKey::from_hex).ok_or(KeychainError::Garbage)
        })
        .await
    }

    /// Forgets the book's key; that there is none is fine.
    ///
    /// # Errors
    /// [`KeychainError`] as [`crate::CannotOpen`].
    pub async fn forget(&self, book: BookSalt) -> Result<()> {
        self.ask(move |keychain| match keychain.delete(&book.to_hex()) {
            Err(KeychainError::NoEntry) => Ok(()),
            other => other,
        })
        .await
    }

    /// Asks on a thread of its own. One that never answers keeps that thread, and nothing else.
    async fn ask<T: Send + 'static>(
        &self,
        question: impl FnOnce(&dyn Keychain) -> std::result::Result<T, KeychainError> + Send + 'static,
    ) -> Result<T> {
        let keychain = Arc::clone(&self.keychain);
        let (answer, answered) = tokio::sync::oneshot::channel();
        std::thread::Builder::new()
            .name("keychain".to_owned())
            .spawn(move || {
                // Nobody may be waiting any more.
                let _ = answer.send(question(&*keychain));
            })
            .map_err(LedgerError::from)?;
        match tokio::time::timeout(self.deadline, answered).await {
            Ok(Ok(outcome)) => Ok(outcome?),
            // The thread ended without answering: the library underneath gave up.
            Ok(Err(_)) => Err(KeychainError::Missing.into()),
            Err(_) => Err(KeychainError::Silent.into()),
        }
    }
}

#[cfg(test)]
mod tests;
