//! Sitting down at the desk: which book, what opens it, which day.

use crate::failure;
use crate::page::Page;
use clap::Args;
use goodterms_desk::books::{self, Unlock};
use goodterms_desk::{Access, Answer, Clock, Day, Desk, DeskError};
use std::path::{Path, PathBuf};

/// What every command understands, before or after its name.
#[derive(Debug, Default, Args)]
pub(crate) struct Globals {
    /// The book to work in.
    #[arg(
        long,
        global = true,
        env = "GOODTERMS_BOOK",
        hide_env_values = true,
        value_name = "FILE",
        help_heading = "Everywhere"
    )]
    book: Option<PathBuf>,
    /// Answer with one JSON document.
    #[arg(long, global = true, help_heading = "Everywhere")]
    json: bool,
    /// The business day of queries and changes [default: today where the business is].
    #[arg(long, global = true, value_name = "YYYY-MM-DD", value_parser = crate::line::a_day, help_heading = "Everywhere")]
    as_of: Option<Day>,
    /// A file holding the book's passphrase, in place of the keychain.
    #[arg(long, global = true, value_name = "FILE", help_heading = "Everywhere")]
    passphrase_file: Option<PathBuf>,
    /// A file holding the book's recovery words, in place of the keychain.
    #[arg(long, global = true, value_name = "FILE", help_heading = "Everywhere")]
    recovery_phrase_file: Option<PathBuf>,
    #[command(flatten)]
    page: Page,
}

/// One command's time at the desk.
#[derive(Debug)]
pub(crate) struct Sitting {
    desk: Desk,
    globals: Globals,
}

impl Sitting {
    /// Sits down.
    ///
    /// # Errors
    /// When there is no folder for the app's own files.
    pub(crate) fn new(globals: Globals) -> Answer<Self> {
        let desk = Desk::new(Desk::usual_home()?, Clock::Machine, who());
        Ok(Self { desk, globals })
    }

    /// The desk, with no book on it.
    pub(crate) const fn desk(&self) -> &Desk {
        &self.desk
    }

    /// How much of a list is asked for.
    pub(crate) const fn page(&self) -> &Page {
        &self.globals.page
    }

    /// The day asked for.
    pub(crate) const fn as_of(&self) -> Option<Day> {
        self.globals.as_of
    }

    /// The desk, with the book open for looking.
    ///
    /// # Errors
    /// When no book is named or it does not open.
    pub(crate) async fn reading(&self) -> Answer<&Desk> {
        self.open(Access::Read).await
    }

    /// The desk, with the book open for changes.
    ///
    /// # Errors
    /// When no book is named, it does not open, or another program is writing to it.
    pub(crate) async fn writing(&self) -> Answer<&Desk> {
        self.open(Access::Write).await
    }

    async fn open(&self, access: Access) -> Answer<&Desk> {
        let named = self.globals.book.as_deref().filter(|path| !path.as_os_str().is_empty());
        let book = named.ok_or_else(|| {
            failure::slip("No book is named.", "Give --book FILE, or set GOODTERMS_BOOK.", Some("book"))
        })?;
        books::open_for(&self.desk, book, self.unlock()?, access).await?;
        Ok(&self.desk)
    }

    fn unlock(&self) -> Answer<Unlock> {
        match (&self.globals.passphrase_file, &self.globals.recovery_phrase_file) {
            (Some(_), Some(_)) => Err(failure::slip(
                "A passphrase file and a recovery phrase file are both given.",
                "Give one of them.",
                Some("passphrase_file"),
            )),
            (Some(file), None) => Ok(Unlock::Passphrase { passphrase: secret(file, "passphrase_file")? }),
            (None, Some(file)) => Ok(Unlock::Recovery { phrase: secret(file, "recovery_phrase_file")? }),
            (None, None) => Ok(Unlock::Keychain),
        }
    }

    /// The passphrase for a new book, when a file with one is given.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub(crate) fn new_passphrase(&self) -> Answer<Option<String>> {
        self.globals.passphrase_file.as_deref().map(|file| secret(file, "passphrase_file")).transpose()
    }

    /// Puts the book away.
    ///
    /// # Errors
    /// When the machine fails.
    pub(crate) async fn rise(self) -> Answer<()> {
        self.desk.close().await
    }
}

/// Whoever is logged in, as the history names them.
fn who() -> String {
    ["USER", "USERNAME"]
        .into_iter()
        .find_map(|name| std::env::var(name).ok().filter(|name| !name.trim().is_empty()))
        .unwrap_or_else(|| "command line".to_owned())
}

/// The secret in a file; one line end at its close is not part of it.
pub(crate) fn secret(file: &Path, field: &str) -> Answer<String> {
    let refused = |why: &str, hint: &str| -> DeskError {
        DeskError {
            code: "file_unreadable".to_owned(),
            file: Some(file.to_string_lossy().into_owned()),
            ..failure::slip(&format!("{} {why}", file.display()), hint, Some(field))
        }
    };
    let bytes = std::fs::read(file).map_err(|cause| match cause.kind() {
        std::io::ErrorKind::NotFound => refused("is not there.", "Check the path."),
        _ => refused("cannot be read.", "Check that it is a file you may read."),
    })?;
    let text = String::from_utf8(bytes).map_err(|_| refused("is not text.", "Save it as UTF-8."))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    Ok(text.strip_suffix('\n').map_or(text, |line| line.strip_suffix('\r').unwrap_or(line)).to_owned())
}
