//! A book in the making: it lies under a passing name beside its place and takes that place only whole.

use crate::act::{Act, Writer, new_lineage};
use crate::anchor::Standing;
use crate::book::{Access, Book};
use crate::cipher::{self, Purpose};
use crate::error::{LedgerError, Result};
use crate::history::{ActContext, HistoryEntry};
use crate::home::{Home, sync_folder};
use crate::key::BookKey;
use crate::migrations;
use goodterms_terms::{Code, Refusal};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tempfile::{TempDir, TempPath};

/// A book that does not exist yet. Fill it with [`NewBook::begin`], then [`NewBook::keep`] it; dropped
/// without that, no trace is left.
#[derive(Debug)]
pub struct NewBook {
    // Before the file, so that the connection is let go before the file is deleted.
    writer: Arc<tokio::sync::Mutex<Writer>>,
    file: TempPath,
    // A folder of its own, so that its journal goes with it.
    folder: TempDir,
    place: PathBuf,
    key: BookKey,
    home: Home,
}

/// The format of the book as a whole; raised only if an older app must not even look at the schema.
const FORMAT: i64 = 1;

impl NewBook {
    /// Starts a book that will lie at `place`. Its history begins with `book_created`.
    ///
    /// # Errors
    /// [`Code::BookExists`] if anything lies at `place`; the machine's own.
    pub async fn start(place: &Path, key: &BookKey, home: &Home, context: &ActContext) -> Result<Self> {
        if place.symlink_metadata().is_ok() {
            return Err(exists(place));
        }
        let folder = match place.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            _ => Path::new("."),
        };
        let folder = tempfile::Builder::new().prefix(".new-book-").tempdir_in(folder)?;
        let file = tempfile::Builder::new().suffix(".book").tempfile_in(&folder)?.into_temp_path();
        let mut connection = cipher::connect(&file, key, Purpose::Write).await?;
        migrations::run(&mut connection).await?;
        let lineage = new_lineage()?;
        let writer = Writer { connection, lineage, standing: Standing::FirstSeen, memory: None };
        let book = Self {
            writer: Arc::new(tokio::sync::Mutex::new(writer)),
            file,
            folder,
            place: place.to_owned(),
            key: key.duplicate(),
            home: home.clone(),
        };
        book.write_first_page(context).await?;
        Ok(book)
    }

    async fn write_first_page(&self, context: &ActContext) -> Result<()> {
        let mut act = self.begin(context).await?;
        let lineage = act.lineage().to_owned();
        sqlx::query(
            "INSERT INTO meta (only, format, lineage, created_at, created_by) VALUES (1, ?, ?, ?, ?)",
        )
        .bind(FORMAT)
        .bind(lineage)
        .bind(context.moment.recorded_at)
        .bind(env!("CARGO_PKG_VERSION"))
        .execute(&mut *act)
        .await?;
        act.record(&HistoryEntry::new("book_created", "book")).await?;
        act.commit().await?;
        Ok(())
    }

    /// Begins a change to the new book.
    ///
    /// # Errors
    /// Those of the machine.
    pub async fn begin(&self, context: &ActContext) -> Result<Act> {
        Act::begin(Arc::clone(&self.writer).lock_owned().await, context.clone()).await
    }

    /// Puts the book in its place, never over another file, and opens it for writing.
    ///
    /// # Errors
    /// [`Code::BookExists`] if something came to lie there meanwhile; the machine's own.
    pub async fn keep(self) -> Result<Book> {
        let Self { writer, file, folder, place, key, home } = self;
        drop(writer.lock().await);
        let writer =
            Arc::into_inner(writer).ok_or_else(|| LedgerError::unexpected("a change is still open"))?;
        cipher::disconnect(writer.into_inner().connection, Purpose::Write).await?;
        file.persist_noclobber(&place).map_err(|failed| match failed.error.kind() {
            std::io::ErrorKind::AlreadyExists => exists(&place),
            _ => failed.error.into(),
        })?;
        folder.close()?;
        let place = dunce::canonicalize(place)?;
        if let Some(folder) = place.parent() {
            sync_folder(folder)?;
        }
        Book::open(&place, &key, &home, Access::Write).await
    }
}

fn exists(place: &Path) -> LedgerError {
    Refusal::rule(Code::BookExists, format!("a file already lies at {}", place.display()))
        .hint("Choose another name; nothing is ever written over.")
        .into()
}
