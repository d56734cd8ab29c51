//! A book's own name: the 16 bytes its file begins with.

use crate::error::{CannotOpen, OpenCode, Result};
use std::collections::HashMap;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::{LazyLock, Mutex, MutexGuard, PoisonError};

/// The salt SQLCipher writes at the start of the file. Everything this computer remembers about a book
/// is named by it, never by a path, so a moved or copied book is still known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct BookSalt([u8; 16]);

/// What an unencrypted SQLite file begins with.
const PLAIN_SQLITE: &[u8; 16] = b"SQLite format 3\0";

/// Books this process has open. On Unix, closing *any* handle on a file drops every lock the process
/// holds on it (<https://www.sqlite.org/howtocorrupt.html> §2.2), so a book that is open is not opened
/// again just to read its salt.
static OPEN: LazyLock<Mutex<HashMap<PathBuf, (BookSalt, usize)>>> = LazyLock::new(Mutex::default);

fn open_books() -> MutexGuard<'static, HashMap<PathBuf, (BookSalt, usize)>> {
    OPEN.lock().unwrap_or_else(PoisonError::into_inner)
}

impl BookSalt {
    /// The salt of the book at `path`.
    ///
    /// # Errors
    /// [`OpenCode::NoSuchBook`], [`OpenCode::NotABook`] for a folder, a stub or a plain SQLite file, or
    /// the machine's own.
    pub fn of_file(path: &Path) -> Result<Self> {
        let not_found = |cause: std::io::Error| match cause.kind() {
            std::io::ErrorKind::NotFound => {
                CannotOpen::new(OpenCode::NoSuchBook, format!("there is no book at {}", path.display()))
                    .hint("Check the name, or look for the file where it was moved to.")
                    .into()
            }
            _ => crate::LedgerError::from(cause),
        };
        let path = dunce::canonicalize(path).map_err(not_found)?;
        if let Some((salt, _)) = open_books().get(&path) {
            return Ok(*salt);
        }
        let not_a_book = || {
            CannotOpen::new(OpenCode::NotABook, format!("{} is not a Goodterms book", path.display()))
                .hint("Choose the file that was made with \u{201c}New book\u{201d}, or a backup of it.")
        };
        if path.is_dir() {
            return Err(not_a_book().into());
        }
        let mut salt = [0; 16];
        let read = std::fs::File::open(&path).and_then(|mut file| file.read_exact(&mut salt));
        match read {
            Err(cause) if cause.kind() == std::io::ErrorKind::UnexpectedEof => Err(not_a_book().into()),
            Err(cause) => Err(cause.into()),
            Ok(()) if &salt == PLAIN_SQLITE => Err(not_a_book().into()),
            Ok(()) => Ok(Self(salt)),
        }
    }

    /// 32 hexadecimal digits: the name of key files, anchors and keychain entries.
    pub fn to_hex(self) -> String {
        crate::hex::show(&self.0)
    }

    /// Reads what [`BookSalt::to_hex`] wrote.
    pub fn from_hex(text: &str) -> Option<Self> {
        crate::hex::read(text).map(Self)
    }

    pub(crate) fn as_bytes(&self) -> &[u8; 16] {
        &self.0
    }
}

/// Remembers that a book is open, for as long as it is.
#[derive(Debug)]
pub(crate) struct OpenMark(PathBuf);

impl OpenMark {
    /// Marks the book at `path`, which must exist, as open.
    pub(crate) fn set(path: &Path, salt: BookSalt) -> Result<Self> {
        let path = dunce::canonicalize(path)?;
        open_books().entry(path.clone()).or_insert((salt, 0)).1 += 1;
        Ok(Self(path))
    }
}

impl Drop for OpenMark {
    fn drop(&mut self) {
        let mut books = open_books();
        if let Some((_, count)) = books.get_mut(&self.0) {
            *count -= 1;
            if *count == 0 {
                books.remove(&self.0);
            }
        }
    }
}
