//! Is the file whole, and is its history as it was written?

use crate::act::lineage_of;
use crate::anchor::{self, Standing};
use crate::book::Book;
use crate::chain::{self, ChainReport};
use crate::error::{CannotOpen, LedgerError, OpenCode, Result};
use serde::Serialize;
use sqlx::SqliteConnection;

/// What was found about the file's pages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PagesReport {
    /// What is wrong, in SQLite's words; empty when all is well. Holds no client data.
    pub problems: Vec<String>,
}

impl PagesReport {
    /// Whether every page is as it was written.
    pub fn ok(&self) -> bool {
        self.problems.is_empty()
    }
}

/// What was found about the file and its history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Verification {
    /// The pages.
    pub pages: PagesReport,
    /// The history; none if it could not be read to its end.
    pub chain: Option<ChainReport>,
    /// How the book compares with what this computer saw last.
    pub standing: Standing,
}

impl Verification {
    /// Whether the history is as it was written and nothing this computer saw is gone.
    pub fn history_ok(&self) -> bool {
        self.chain.is_some_and(|chain| chain.ok()) && !self.standing.is_loss()
    }
}

/// Goes through the whole book. Damage is an answer, not an error.
///
/// # Errors
/// Those of the machine.
pub async fn verify(book: &Book) -> Result<Verification> {
    let mut reader = book.read().await?;
    let pages = pages(&mut reader).await?;
    let chain = unless_damaged(chain::verify(&mut reader).await)?;
    let standing = unless_damaged(standing(book, &mut reader).await)?.unwrap_or(book.standing());
    Ok(Verification { pages, chain, standing })
}

/// Goes through every page: its seal, SQLite's own structure, and that every reference points somewhere.
///
/// # Errors
/// Those of the machine.
pub async fn pages(book: &mut SqliteConnection) -> Result<PagesReport> {
    let mut problems: Vec<String> = Vec::new();
    let seals = sqlx::query_scalar("PRAGMA cipher_integrity_check").fetch_all(&mut *book).await;
    problems.extend(findings(seals)?);
    let structure = sqlx::query_scalar("PRAGMA integrity_check").fetch_all(&mut *book).await;
    problems.extend(findings(structure)?.into_iter().filter(|line| line != "ok"));
    let references =
        sqlx::query_scalar("SELECT \"table\" FROM pragma_foreign_key_check").fetch_all(book).await;
    problems
        .extend(findings(references)?.into_iter().map(|table| format!("a row of {table} refers to nothing")));
    Ok(PagesReport { problems })
}

async fn standing(book: &Book, reader: &mut SqliteConnection) -> Result<Standing> {
    let lineage = lineage_of(reader).await?;
    anchor::compare(book.home(), book.salt(), reader, &lineage).await
}

/// What a check found; that it could not read the file is a finding too.
fn findings(checked: sqlx::Result<Vec<String>>) -> Result<Vec<String>> {
    let outcome = checked.map_err(LedgerError::from);
    Ok(unless_damaged(outcome)?.unwrap_or_else(|| vec!["the file cannot be read to its end".to_owned()]))
}

fn unless_damaged<T>(outcome: Result<T>) -> Result<Option<T>> {
    match outcome {
        Ok(found) => Ok(Some(found)),
        Err(LedgerError::CannotOpen(CannotOpen {
            code: OpenCode::BookDamaged | OpenCode::KeyOrFileWrong,
            ..
        })) => Ok(None),
        Err(other) => Err(other),
    }
}
