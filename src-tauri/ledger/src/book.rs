//! A book that is open.

use crate::act::{Act, Writer, lineage_of};
use crate::anchor::{self, Standing};
use crate::cipher::{self, Purpose};
use crate::error::{LedgerError, Result};
use crate::history::{ActContext, Head, HistoryEntry};
use crate::home::Home;
use crate::key::BookKey;
use crate::migrations;
use crate::new_book::NewBook;
use crate::reader::{Reader, Readers};
use crate::salt::{BookSalt, OpenMark};
use crate::upgrade;
use crate::writer_lock::WriterLock;
use goodterms_terms::{Code, Refusal};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

/// What a book is opened for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Looking. Any number of programs may.
    Read,
    /// Looking and changing. One program at a time, from opening until closing.
    Write,
}

/// An open book.
#[derive(Debug)]
pub struct Book {
    path: PathBuf,
    salt: BookSalt,
    home: Home,
    readers: Arc<Readers>,
    standing: Standing,
    copy_before_upgrade: Option<PathBuf>,
    writer: Option<Arc<tokio::sync::Mutex<Writer>>>,
    // Released after the connections above are gone.
    _mark: OpenMark,
    lock: Option<WriterLock>,
}

impl Book {
    /// Makes a book and opens it for writing. Its history begins with `book_created`.
    /// Use [`NewBook`] where more has to be in it before it may exist.
    ///
    /// # Errors
    /// [`Code::BookExists`], or the machine's own; then no file is left.
    pub async fn create(path: &Path, key: &BookKey, home: &Home, context: &ActContext) -> Result<Self> {
        NewBook::start(path, key, home, context).await?.keep().await
    }

    /// Opens the book at `path`. One from an older version of the app is brought up to date first, and
    /// a copy of it as it was is kept beside it.
    ///
    /// # Errors
    /// [`crate::CannotOpen`] with its reason; the rule `in_use` when another program writes (or, for
    /// reading, when the book must first be brought up to date and another program writes); the machine's.
    pub async fn open(path: &Path, key: &BookKey, home: &Home, access: Access) -> Result<Self> {
        let salt = BookSalt::of_file(path)?;
        let path = dunce::canonicalize(path)?;
        let lock = match access {
            Access::Write => Some(WriterLock::take(home, &path, salt)?),
            Access::Read => None,
        };
        Self::open_holding(lock, path, salt, key, home).await
    }

    /// Opens for writing if the writer's lock is held, else for reading.
    async fn open_holding(
        mut lock: Option<WriterLock>,
        path: PathBuf,
        salt: BookSalt,
        key: &BookKey,
        home: &Home,
    ) -> Result<Self> {
        let access = if lock.is_some() { Access::Write } else { Access::Read };
        let mark = OpenMark::set(&path, salt)?;
        let mut reader = cipher::connect(&path, key, Purpose::Read).await?;
        let schema = migrations::schema_of(&mut reader).await?;
        let mut copy_before_upgrade = None;
        if schema < migrations::schema_version() {
            cipher::disconnect(reader, Purpose::Read).await?;
            if lock.is_none() {
                lock = Some(WriterLock::take(home, &path, salt)?);
            }
            copy_before_upgrade = Some(upgrade::bring_up_to_date(&path, key, schema).await?);
            reader = cipher::connect(&path, key, Purpose::Read).await?;
        }
        let lineage = lineage_of(&mut reader).await?;
        let standing = anchor::compare(home, salt, &mut reader, &lineage).await?;
        let writer = match access {
            Access::Read => {
                lock = None;
                None
            }
            Access::Write => {
                let mut connection = cipher::connect(&path, key, Purpose::Write).await?;
                let head = Head::of(&mut connection).await?;
                // What was found is noted now, so that it is known even if nothing is written today.
                anchor::remember(home, salt, &lineage, head, standing)?;
                let memory = Some(Arc::new((home.clone(), salt)));
                Some(Arc::new(tokio::sync::Mutex::new(Writer { connection, lineage, standing, memory })))
            }
        };
        let readers = Readers { path: path.clone(), key: key.duplicate(), idle: Mutex::new(vec![reader]) };
        Ok(Self {
            path,
            salt,
            home: home.clone(),
            readers: Arc::new(readers),
            standing,
            copy_before_upgrade,
            writer,
            _mark: mark,
            lock,
        })
    }

    /// Begins a change. Waits for another change in this program to end.
    ///
    /// # Errors
    /// [`Code::BookReadOnly`] if opened for reading; `in_use`; the machine's own.
    pub async fn begin(&self, context: &ActContext) -> Result<Act> {
        let Some(writer) = &self.writer else {
            return Err(read_only());
        };
        Act::begin(Arc::clone(writer).lock_owned().await, context.clone()).await
    }

    /// A connection for queries.
    ///
    /// # Errors
    /// Those of the machine.
    pub async fn read(&self) -> Result<Reader> {
        self.readers.take().await
    }

    /// Gives the book another key and answers it opened with that. Show the new recovery words first:
    /// from here on the old ones open only older backups. What this computer remembers (keychain,
    /// passphrase) is the caller's to renew.
    ///
    /// # Errors
    /// [`Code::BookReadOnly`]; `in_use` while someone reads for longer than one waits. The change of key
    /// happens wholly or not at all, but after an error it may be either: try the old key, then the new.
    pub async fn rekey(mut self, key: &BookKey, context: &ActContext) -> Result<Self> {
        let lock = self.lock.take().ok_or_else(read_only)?;
        let (path, salt, home) = (self.path.clone(), self.salt, self.home.clone());
        self.readers.close().await?;
        if let Some(writer) = &self.writer {
            cipher::change_key(&mut writer.lock().await.connection, key).await?;
        }
        self.close().await?;
        let book = Self::open_holding(Some(lock), path, salt, key, &home).await?;
        let mut act = book.begin(context).await?;
        act.record(&HistoryEntry::new("book_rekeyed", "book")).await?;
        act.commit().await?;
        Ok(book)
    }

    /// Where the file lies.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The book's own name.
    pub fn salt(&self) -> BookSalt {
        self.salt
    }

    /// What this computer keeps about it.
    pub fn home(&self) -> &Home {
        &self.home
    }

    /// How it compared, on opening, with what this computer saw last. A loss is a warning to show, not a
    /// reason to refuse.
    pub fn standing(&self) -> Standing {
        self.standing
    }

    /// The copy kept of the book as it was, if opening brought it up to date.
    pub fn copy_before_upgrade(&self) -> Option<&Path> {
        self.copy_before_upgrade.as_deref()
    }

    /// Closes the book, leaving nothing but the book itself in its folder. Merely dropping it is as
    /// safe, but may leave an empty journal file.
    ///
    /// # Errors
    /// Those of the machine.
    pub async fn close(self) -> Result<()> {
        self.readers.close().await?;
        if let Some(writer) = self.writer {
            // Wait for a change that is being undone.
            drop(writer.lock().await);
            if let Some(writer) = Arc::into_inner(writer) {
                cipher::disconnect(writer.into_inner().connection, Purpose::Write).await?;
            }
        }
        Ok(())
    }
}

fn read_only() -> LedgerError {
    Refusal::rule(Code::BookReadOnly, "this book was opened for reading only").into()
}
