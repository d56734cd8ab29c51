//! The schema's steps. To add one: write `migrations/000N_name.sql` and name it in [`STEPS`].

use crate::error::{CannotOpen, LedgerError, OpenCode, Result};
use sqlx::migrate::{Migration, MigrationType, Migrator};
use sqlx::{AssertSqlSafe, Connection, SqlSafeStr, SqliteConnection};
use std::sync::LazyLock;

/// Number, name and text of every step, in order. Immutable once shipped: a book remembers the hash of
/// each text it went through.
const STEPS: &[(i64, &str, &str)] = &[
    (1, "book", include_str!("../migrations/0001_book.sql")),
    (2, "business", include_str!("../migrations/0002_business.sql")),
    (3, "window", include_str!("../migrations/0003_window.sql")),
    (4, "papers", include_str!("../migrations/0004_papers.sql")),
    (5, "incoming", include_str!("../migrations/0005_incoming.sql")),
    (6, "notices", include_str!("../migrations/0006_notices.sql")),
    (7, "on_paper", include_str!("../migrations/0007_on_paper.sql")),
    (8, "arrivals", include_str!("../migrations/0008_arrivals.sql")),
];

static MIGRATOR: LazyLock<Migrator> = LazyLock::new(|| {
    let step = |&(version, name, text): &(i64, &'static str, &str)| {
        // A checkout on Windows may have turned line ends; the hash must not depend on that.
        let sql = AssertSqlSafe(text.replace("\r\n", "\n")).into_sql_str();
        Migration::new(version, name.into(), MigrationType::Simple, sql, false)
    };
    Migrator::with_migrations(STEPS.iter().map(step).collect())
});

/// The schema this version of the app writes.
pub fn schema_version() -> i64 {
    STEPS.last().map_or(0, |(version, _, _)| *version)
}

/// The schema of an opened book.
///
/// # Errors
/// [`OpenCode::NotABook`] if the app never wrote it; [`OpenCode::BookNewer`] if a later or another build did.
pub(crate) async fn schema_of(book: &mut SqliteConnection) -> Result<i64> {
    let known: bool =
        sqlx::query_scalar("SELECT count(*) > 0 FROM sqlite_schema WHERE name = '_sqlx_migrations'")
            .fetch_one(&mut *book)
            .await?;
    if !known {
        return Err(CannotOpen::new(
            OpenCode::NotABook,
            "the key fits, but this file is not a Goodterms book",
        )
        .into());
    }
    let applied: Vec<(i64, Vec<u8>)> =
        sqlx::query_as("SELECT version, checksum FROM _sqlx_migrations ORDER BY version")
            .fetch_all(book)
            .await?;
    let newest = applied.last().map_or(0, |(version, _)| *version);
    if newest > schema_version() {
        return Err(CannotOpen::new(
            OpenCode::BookNewer,
            format!(
                "a later version of Goodterms wrote this book (its schema is {newest}, this version knows {})",
                schema_version()
            ),
        )
        .hint("Update Goodterms on this computer; the book was left as it is.")
        .into());
    }
    let same = |(version, checksum): &(i64, Vec<u8>)| {
        MIGRATOR.iter().any(|step| step.version == *version && *step.checksum == checksum[..])
    };
    if !applied.iter().all(same) {
        return Err(CannotOpen::new(OpenCode::BookNewer, "a different build of Goodterms wrote this book")
            .hint("Open it with the build that wrote it; the book was left as it is.")
            .into());
    }
    Ok(newest)
}

/// Takes a book to [`schema_version`]: all missing steps in one transaction, or none.
pub(crate) async fn run(book: &mut SqliteConnection) -> Result<()> {
    let mut all_or_nothing = book.begin_with("BEGIN IMMEDIATE").await?;
    MIGRATOR.run_direct(None, &mut *all_or_nothing, false).await.map_err(LedgerError::from)?;
    Ok(all_or_nothing.commit().await?)
}

/// Takes a new file only so far, to have a book of an older version.
#[cfg(test)]
pub(crate) async fn run_to(version: i64, book: &mut SqliteConnection) -> Result<()> {
    Ok(MIGRATOR.run_direct(Some(version), book, false).await?)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A file that is written but not listed would never run.
    #[test]
    fn every_sql_file_is_a_step_and_every_step_is_a_file() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/migrations");
        let mut files: Vec<String> = std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        files.sort();
        let steps: Vec<String> = STEPS.iter().map(|(n, name, _)| format!("{n:04}_{name}.sql")).collect();
        assert_eq!(files, steps);
        assert!(STEPS.iter().zip(1..).all(|((n, _, _), expected)| *n == expected), "numbers have no gaps");
    }
}
