//! How somebody said that files of one layout are to be read.

use crate::LedgerError;
use sqlx::SqliteConnection;
use std::collections::BTreeMap;

/// Everything that was said, by the layout's fingerprint.
///
/// # Errors
/// When the book cannot be read.
pub async fn all(conn: &mut SqliteConnection) -> Result<BTreeMap<String, String>, LedgerError> {
    let rows: Vec<(String, String)> =
        sqlx::query_as("select fingerprint, said from layout").fetch_all(conn).await?;
    Ok(rows.into_iter().collect())
}

/// Remembers what was said of a layout, in place of what was said before.
///
/// # Errors
/// When the book cannot be written.
pub async fn remember(
    conn: &mut SqliteConnection,
    fingerprint: &str,
    said: &str,
    recorded_at: i64,
) -> Result<(), LedgerError> {
    sqlx::query(
        "insert into layout (fingerprint, said, recorded_at) values (?, ?, ?) \
         on conflict do update set said = excluded.said, recorded_at = excluded.recorded_at",
    )
    .bind(fingerprint)
    .bind(said)
    .bind(recorded_at)
    .execute(conn)
    .await?;
    Ok(())
}

/// Forgets a layout.
///
/// # Errors
/// When the book cannot be written.
pub async fn forget(conn: &mut SqliteConnection, fingerprint: &str) -> Result<(), LedgerError> {
    sqlx::query("delete from layout where fingerprint = ?").bind(fingerprint).execute(conn).await?;
    Ok(())
}
