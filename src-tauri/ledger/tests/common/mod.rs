//! What the tests of the book share: a moment, a folder, a fresh book.
#![allow(dead_code, reason = "each test file uses its own part")]

use goodterms_ledger::{Access, ActContext, Book, BookKey, Home, LedgerError, Moment};
use goodterms_terms::Day;
use std::path::{Path, PathBuf};

/// A Tuesday morning in Toronto.
pub(crate) fn morning() -> ActContext {
    ActContext {
        moment: Moment {
            recorded_at: 1_794_924_000_000,
            offset_minutes: -300,
            business_day: Day::from_ymd_opt(2026, 11, 17).unwrap(),
        },
        actor: "window".to_owned(),
    }
}

/// A folder for one book and the app's own files, gone at the end of the test.
pub(crate) struct Desk {
    pub(crate) folder: tempfile::TempDir,
    pub(crate) key: BookKey,
    pub(crate) home: Home,
    pub(crate) path: PathBuf,
}

impl Desk {
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let books = folder.path().join("books");
        std::fs::create_dir(&books).unwrap();
        Self {
            key: BookKey::generate().unwrap(),
            home: Home::at(folder.path().join("home")),
            path: books.join("Harbour Joinery.book"),
            folder,
        }
    }

    pub(crate) async fn create(&self) -> Book {
        Book::create(&self.path, &self.key, &self.home, &morning()).await.unwrap()
    }

    pub(crate) async fn open(&self, access: Access) -> Result<Book, LedgerError> {
        Book::open(&self.path, &self.key, &self.home, access).await
    }

    /// The names of everything in the book's folder.
    pub(crate) fn names(&self) -> Vec<String> {
        names_in(self.path.parent().unwrap())
    }
}

pub(crate) fn names_in(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

/// Puts bytes in a file, as whoever damages it would.
#[expect(clippy::disallowed_methods, reason = "nothing here has to survive a crash")]
pub(crate) fn put(path: &Path, bytes: &[u8]) {
    std::fs::write(path, bytes).unwrap();
}
