//! The sample behind the button: made once in the app's own folder, and opened again as it was left.

use super::make::{BUSINESS, PASSPHRASE, make};
use crate::books::{BookView, Unlock, book_view, open_for};
use crate::clock;
use crate::desk::Desk;
use crate::error::{Answer, DeskError, ErrorKind};
use goodterms_ledger::home::write_whole;
use goodterms_ledger::{Access, BookSalt, Home};
use serde::Deserialize;
use std::io;
use std::path::{Path, PathBuf};
use ts_rs::TS;

/// Where the sample's business is: its today is the day the sample stands at.
const ZONE: &str = "America/Toronto";

/// Opens the sample book, making it first when it is not there.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct SampleOpen {
    /// Throws away what was done in it and makes it anew.
    #[ts(optional)]
    pub afresh: Option<bool>,
}

/// Opens the sample book. The keychain is not asked, and nobody is asked for its passphrase.
///
/// # Errors
/// When it is there but does not open, with how to begin afresh; or when the machine fails.
pub async fn sample_open(desk: &Desk, ask: SampleOpen) -> Answer<BookView> {
    let place = Place::of(desk.home());
    let lies_open = desk.book().await.is_ok_and(|book| is_sample(desk.home(), book.path()));
    if ask.afresh.unwrap_or(false) || !place.is_whole() {
        desk.close().await?;
        place.clear(desk.home())?;
        place.begin()?;
        let on = desk.clock().moment(clock::zone(ZONE)?, None).business_day;
        if let Err(cause) = make(desk, &place.book, on).await {
            desk.close().await?;
            place.clear(desk.home())?;
            return Err(cause);
        }
        place.finish()?;
    } else if !lies_open {
        open_for(desk, &place.book, unlock(), Access::Write).await.map_err(advised)?;
    }
    book_view(desk).await
}

/// Whether a book is the sample, by whatever way it is reached.
pub fn is_sample(home: &Home, book: &Path) -> bool {
    let real = |path: &Path| std::fs::canonicalize(path).ok();
    real(book).is_some_and(|book| real(&Place::of(home).book) == Some(book))
}

/// What opens the sample.
pub fn unlock() -> Unlock {
    Unlock::Passphrase { passphrase: PASSPHRASE.to_owned() }
}

/// What to do about a sample that cannot be opened. That another program has it open is no reason.
fn advised(cause: DeskError) -> DeskError {
    if cause.kind != ErrorKind::Book {
        return cause;
    }
    let hint = "Begin the sample afresh: what you tried in it is lost, and nothing of yours is in it.";
    DeskError { hint: Some(hint.to_owned()), ..cause }
}

/// Where the sample lies.
struct Place {
    folder: PathBuf,
    book: PathBuf,
    /// Lies beside the book while it is being made, so that half a sample is never taken for a whole one.
    unfinished: PathBuf,
}

impl Place {
    fn of(home: &Home) -> Self {
        let folder = home.root().join("sample");
        Self { book: folder.join(format!("{BUSINESS}.book")), unfinished: folder.join("unfinished"), folder }
    }

    fn is_whole(&self) -> bool {
        self.book.exists() && !self.unfinished.exists()
    }

    fn begin(&self) -> Answer<()> {
        Ok(write_whole(&self.unfinished, &[])?)
    }

    fn finish(&self) -> Answer<()> {
        Ok(std::fs::remove_file(&self.unfinished)?)
    }

    /// Removes the sample, and what this computer remembers of it.
    fn clear(&self, home: &Home) -> Answer<()> {
        if let Ok(salt) = BookSalt::of_file(&self.book) {
            for remembered in [home.key_file(salt), home.anchor_file(salt)] {
                gone(std::fs::remove_file(remembered))?;
            }
        }
        gone(std::fs::remove_dir_all(&self.folder))
    }
}

/// What is not there need not be removed.
fn gone(removed: io::Result<()>) -> Answer<()> {
    match removed {
        Err(cause) if cause.kind() != io::ErrorKind::NotFound => Err(cause.into()),
        _ => Ok(()),
    }
}
