//! Files that are documents themselves, such as e-invoices: kept byte for byte, once each.

use crate::LedgerError;
use sha2::{Digest as _, Sha256};
use sqlx::SqliteConnection;

/// Keeps the bytes an import came from, which are found by its hash.
///
/// # Errors
/// When the book cannot be written.
pub async fn keep(conn: &mut SqliteConnection, bytes: &[u8]) -> Result<(), LedgerError> {
    sqlx::query("insert into original (sha256, bytes) values (?, ?) on conflict do nothing")
        .bind(Sha256::digest(bytes).as_slice())
        .bind(bytes)
        .execute(conn)
        .await?;
    Ok(())
}

/// An original that is kept.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Original {
    /// The import it came in with.
    pub import: i64,
    /// The file's own name, without its folder.
    pub file_name: String,
}

/// The originals of imports that stand, the earliest first.
///
/// # Errors
/// When the book cannot be read.
pub async fn list(conn: &mut SqliteConnection) -> Result<Vec<Original>, LedgerError> {
    Ok(sqlx::query_as(
        "select i.id as import, i.file_name from import i join original o on o.sha256 = i.sha256 \
         where i.undone_at is null order by i.id",
    )
    .fetch_all(conn)
    .await?)
}

/// The bytes an import came from, if they are kept.
///
/// # Errors
/// When the book cannot be read.
pub async fn of_import(conn: &mut SqliteConnection, import: i64) -> Result<Option<Vec<u8>>, LedgerError> {
    Ok(sqlx::query_scalar(
        "select o.bytes from original o join import i on i.sha256 = o.sha256 where i.id = ?",
    )
    .bind(import)
    .fetch_optional(conn)
    .await?)
}

/// Lets go of bytes that no import that stands came from.
///
/// # Errors
/// When the book cannot be written.
pub(crate) async fn let_go(conn: &mut SqliteConnection) -> Result<(), LedgerError> {
    sqlx::query(
        "delete from original where sha256 not in (select sha256 from import where undone_at is null)",
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Whether every original is still, byte for byte, what its hash says.
///
/// # Errors
/// When the book cannot be read.
pub async fn all_intact(conn: &mut SqliteConnection) -> Result<bool, LedgerError> {
    let hashes: Vec<Vec<u8>> =
        sqlx::query_scalar("select sha256 from original order by sha256").fetch_all(&mut *conn).await?;
    for hash in hashes {
        let bytes: Vec<u8> = sqlx::query_scalar("select bytes from original where sha256 = ?")
            .bind(&hash)
            .fetch_one(&mut *conn)
            .await?;
        if Sha256::digest(&bytes).as_slice() != hash {
            return Ok(false);
        }
    }
    Ok(true)
}
