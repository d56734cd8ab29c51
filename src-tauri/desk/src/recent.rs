//! Which books were opened on this computer lately: paths only, in the app's own folder.

use crate::books::RecentBook;
use crate::demo;
use goodterms_ledger::{BookSalt, Home, home, passphrase};
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

/// How many are remembered.
const MOST: usize = 8;

fn file(home: &Home) -> PathBuf {
    home.root().join("recent.json")
}

#[derive(Serialize, Deserialize)]
struct Remembered {
    path: String,
    /// Whether the keychain was asked to remember its key.
    keychain: bool,
}

fn remembered(home: &Home) -> Vec<Remembered> {
    std::fs::read(file(home)).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default()
}

/// Books opened lately, the latest first.
pub(crate) fn list(home: &Home) -> Vec<RecentBook> {
    let shown = |book: Remembered| {
        let place = Path::new(&book.path);
        let salt = BookSalt::of_file(place).ok();
        let passphrase = salt.is_some_and(|salt| passphrase::is_set(home, salt));
        // The sample opens without asking anybody anything.
        let sample = demo::is_sample(home, place);
        RecentBook {
            name: place.file_stem().unwrap_or_default().to_string_lossy().into_owned(),
            there: salt.is_some(),
            known: salt.is_some() && (passphrase || book.keychain || sample),
            passphrase: passphrase && !sample,
            sample,
            path: book.path,
        }
    };
    remembered(home).into_iter().map(shown).collect()
}

/// Notes that a book was opened, and whether through the keychain. That it could not be noted is no reason
/// to stop.
pub(crate) fn note(home: &Home, book: &Path, keychain: bool) {
    let Some(path) = book.to_str() else { return };
    let mut books = remembered(home);
    let before = books.iter().position(|other| other.path == path).map(|at| books.remove(at));
    let keychain = keychain || before.is_some_and(|before| before.keychain);
    books.insert(0, Remembered { path: path.to_owned(), keychain });
    books.truncate(MOST);
    if let Ok(bytes) = serde_json::to_vec(&books) {
        let _ = home::write_whole(&file(home), &bytes);
    }
}
