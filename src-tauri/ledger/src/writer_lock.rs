//! One writer at a time, across windows and commands.
//!
//! The lock is on a file in the app's own folder, so that nothing is left beside the book. It is the
//! system's own advisory lock: it ends with the process, however that ends. Its name is the book's salt
//! and where the file lies, so two copies of a book do not hinder each other. Two computers (or users)
//! on one network drive do not see each other's lock; SQLite's own locks still keep the file whole then,
//! and the later writer is told `in_use` by them.

use crate::error::{LedgerError, Result};
use crate::home::{Home, make_private_folder};
use crate::salt::BookSalt;
use sha2::{Digest, Sha256};
use std::fs::{File, TryLockError};
use std::path::Path;

/// Held while this process may write to the book.
#[derive(Debug)]
pub(crate) struct WriterLock {
    _held: File,
}

impl WriterLock {
    /// Takes the lock, or says at once that someone else has it.
    ///
    /// # Errors
    /// The rule `in_use`, or the machine's own.
    pub(crate) fn take(home: &Home, book: &Path, salt: BookSalt) -> Result<Self> {
        let place = Sha256::digest(dunce::canonicalize(book)?.as_os_str().as_encoded_bytes());
        let mut name = salt.to_hex();
        name.push('-');
        name.extend(crate::hex::show(&place).chars().take(16));
        let path = home.lock_file(&name);
        if let Some(folder) = path.parent() {
            make_private_folder(folder)?;
        }
        let file = File::options().create(true).write(true).truncate(false).open(path)?;
        match file.try_lock() {
            Ok(()) => Ok(Self { _held: file }),
            Err(TryLockError::WouldBlock) => Err(LedgerError::in_use()),
            Err(TryLockError::Error(cause)) => Err(cause.into()),
        }
    }
}
