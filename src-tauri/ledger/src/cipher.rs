//! Connections to an encrypted file, and the only place where the key meets SQL.

use crate::error::{CannotOpen, LedgerError, OpenCode, Result};
use crate::key::BookKey;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{AssertSqlSafe, ConnectOptions, Connection, Executor, SqliteConnection};
use std::ops::{Deref, DerefMut};
use std::path::Path;
use std::time::Duration;
use zeroize::Zeroizing;

/// How long a statement waits for another program's short lock.
const PATIENCE: Duration = Duration::from_secs(5);

/// What a connection is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// Looks only. Still opened read-write by SQLite, so that it can first undo what a killed writer
    /// left half done; `query_only` keeps it from writing anything else.
    Read,
    /// The one writer.
    Write,
}

/// A connection that is closed when it is dropped, before whoever dropped it goes on.
///
/// sqlx lets a dropped connection close on its own thread, some time later. A program that ends meanwhile
/// takes SQLCipher's memory away under that thread, and crashes at the very end of its life.
#[derive(Debug)]
pub(crate) struct Held(Option<SqliteConnection>);

impl Deref for Held {
    type Target = SqliteConnection;
    #[expect(clippy::expect_used, reason = "taken only where it ends, after which nobody can use it")]
    fn deref(&self) -> &SqliteConnection {
        self.0.as_ref().expect("a connection is held until it ends")
    }
}

impl DerefMut for Held {
    #[expect(clippy::expect_used, reason = "taken only where it ends, after which nobody can use it")]
    fn deref_mut(&mut self) -> &mut SqliteConnection {
        self.0.as_mut().expect("a connection is held until it ends")
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        if let Some(connection) = self.0.take() {
            // What cannot be closed properly is closed by the system; there is nobody left to tell.
            let _closed = futures_executor::block_on(connection.close());
        }
    }
}

/// Opens the file with the key and sets it up; the file must exist (an empty one becomes a new book).
///
/// # Errors
/// [`OpenCode::KeyOrFileWrong`], [`OpenCode::NoEncryption`], or the machine's own.
pub(crate) async fn connect(file: &Path, key: &BookKey, purpose: Purpose) -> Result<Held> {
    // Statement logging is off on every connection: sqlx would write a slow key pragma to the log in
    // full, and slow statements with clients' names in them. The options are never printed, since their
    // Debug shows the key, and live only as long as this function.
    let options = SqliteConnectOptions::new()
        .filename(file)
        .busy_timeout(PATIENCE)
        .row_buffer_size(1_000)
        .disable_statement_logging();
    let mut book = Held(Some(options.connect().await?));
    // Else SQLCipher writes a line to standard error for every page that fails its check.
    book.execute("PRAGMA cipher_log_level = NONE").await?;
    require_encryption(&mut book).await?;
    set_key(&mut book, "key", key).await?;
    book.execute(match purpose {
        Purpose::Read => {
            "PRAGMA query_only = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16384;
                          PRAGMA trusted_schema = OFF"
        }
        // secure_delete: redacted words are overwritten, not only unlinked. temp_store: no plain text in
        // temporary files. TRUNCATE with EXTRA: no acknowledged commit is lost to a power cut.
        Purpose::Write => {
            "PRAGMA temp_store = MEMORY; PRAGMA cache_size = -32768; PRAGMA trusted_schema = OFF;
                           PRAGMA secure_delete = ON; PRAGMA synchronous = EXTRA; PRAGMA fullfsync = ON"
        }
    })
    .await?;
    // The first look at the file: a wrong key or a damaged first page shows here.
    sqlx::query_scalar::<_, i64>("SELECT count(*) FROM sqlite_schema").fetch_one(&mut *book).await?;
    if purpose == Purpose::Write {
        journal_mode(&mut book, "PRAGMA journal_mode = TRUNCATE", "truncate").await?;
    }
    Ok(book)
}

/// Ends a connection, leaving no journal beside the book if no one else is using it.
pub(crate) async fn disconnect(mut book: Held, purpose: Purpose) -> Result<()> {
    if purpose == Purpose::Write {
        // Truncated journals stay as empty files; this mode removes them under SQLite's own lock. That it
        // cannot while another program reads is no harm.
        let _tidied = journal_mode(&mut book, "PRAGMA journal_mode = DELETE", "delete").await;
    }
    match book.0.take() {
        Some(connection) => Ok(connection.close().await?),
        None => Ok(()),
    }
}

/// Gives an open book another key. SQLCipher re-encrypts every page in one journalled transaction.
pub(crate) async fn change_key(book: &mut SqliteConnection, key: &BookKey) -> Result<()> {
    set_key(book, "rekey", key).await
}

/// The one function that writes the key into SQL: raw, never stretched from a passphrase.
async fn set_key(book: &mut SqliteConnection, pragma: &'static str, key: &BookKey) -> Result<()> {
    let hex = key.to_hex();
    let mut sql = Zeroizing::new(String::with_capacity(96));
    for part in ["PRAGMA ", pragma, " = \"x'", &hex, "'\""] {
        sql.push_str(part);
    }
    // sqlx wants a text of its own, which it drops without overwriting: the one copy out of reach.
    let outcome = sqlx::raw_sql(AssertSqlSafe(sql.to_string())).execute(book).await;
    // The cause is dropped unless it is a plain code: no error text may carry the statement.
    match outcome {
        Ok(_) => Ok(()),
        Err(cause @ (sqlx::Error::Database(_) | sqlx::Error::Io(_))) => Err(cause.into()),
        Err(_) => Err(LedgerError::unexpected("the key could not be handed to SQLCipher")),
    }
}

/// Refuses to go on if what was linked is plain SQLite, which would accept a key and encrypt nothing.
async fn require_encryption(book: &mut SqliteConnection) -> Result<()> {
    let version: Option<String> = sqlx::query_scalar("PRAGMA cipher_version").fetch_optional(book).await?;
    if version.is_some_and(|version| !version.is_empty()) {
        return Ok(());
    }
    Err(CannotOpen::new(
        OpenCode::NoEncryption,
        "this build of Goodterms has no encryption, so it opens no book",
    )
    .hint("Install an official build.")
    .into())
}

async fn journal_mode(book: &mut SqliteConnection, pragma: &'static str, wanted: &str) -> Result<()> {
    let mode: String = sqlx::query_scalar(pragma).fetch_one(book).await?;
    if mode == wanted {
        return Ok(());
    }
    Err(LedgerError::unexpected(format!("the journal mode is {mode}")))
}
