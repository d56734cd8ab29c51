//! The business's own seals: keys that are in the book and nowhere else.

use crate::LedgerError;
use sqlx::{FromRow, SqliteConnection};
use std::fmt;
use zeroize::Zeroizing;

/// A seal, with its key.
pub struct Seal {
    /// Its row.
    pub id: i64,
    /// `own` when made here, `imported` when it came from an authority.
    pub origin: String,
    /// The key's secret bytes.
    pub secret: Zeroizing<Vec<u8>>,
    /// Its certificate and those that vouch for it (X.509, DER).
    pub certificates: Vec<Vec<u8>>,
}

impl fmt::Debug for Seal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Seal").field("id", &self.id).field("origin", &self.origin).finish_non_exhaustive()
    }
}

/// A seal to be kept.
pub struct NewSeal<'a> {
    /// `own` or `imported`.
    pub origin: &'static str,
    /// The key's secret bytes.
    pub secret: &'a [u8],
    /// SHA-256 of the public key.
    pub fingerprint: &'a [u8],
    /// Its certificate first.
    pub certificates: &'a [Vec<u8>],
}

impl fmt::Debug for NewSeal<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NewSeal").field("origin", &self.origin).finish_non_exhaustive()
    }
}

/// The seal in use, if there is one.
///
/// # Errors
/// When the book cannot be read.
pub async fn current(conn: &mut SqliteConnection) -> Result<Option<Seal>, LedgerError> {
    #[derive(FromRow)]
    struct SealRow {
        id: i64,
        origin: String,
        secret: Vec<u8>,
    }
    let row: Option<SealRow> = sqlx::query_as("select id, origin, secret from seal order by id desc limit 1")
        .fetch_optional(&mut *conn)
        .await?;
    let Some(row) = row else { return Ok(None) };
    let secret = Zeroizing::new(row.secret);
    let certificates =
        sqlx::query_scalar("select der from seal_certificate where seal_id = ? order by place")
            .bind(row.id)
            .fetch_all(conn)
            .await?;
    Ok(Some(Seal { id: row.id, origin: row.origin, secret, certificates }))
}

/// The fingerprints of every key that was ever the book's own.
///
/// # Errors
/// When the book cannot be read.
pub async fn fingerprints(conn: &mut SqliteConnection) -> Result<Vec<Vec<u8>>, LedgerError> {
    Ok(sqlx::query_scalar("select fingerprint from seal order by id").fetch_all(conn).await?)
}

/// Takes a seal into use, in place of the one before.
///
/// # Errors
/// When the book cannot be written, or has this key already.
pub async fn take_up(
    conn: &mut SqliteConnection,
    seal: &NewSeal<'_>,
    recorded_at: i64,
) -> Result<i64, LedgerError> {
    let id: i64 = sqlx::query_scalar(
        "insert into seal (origin, secret, fingerprint, recorded_at) values (?, ?, ?, ?) returning id",
    )
    .bind(seal.origin)
    .bind(seal.secret)
    .bind(seal.fingerprint)
    .bind(recorded_at)
    .fetch_one(&mut *conn)
    .await?;
    for (place, der) in (0_i64..).zip(seal.certificates) {
        sqlx::query("insert into seal_certificate (seal_id, place, der) values (?, ?, ?)")
            .bind(id)
            .bind(place)
            .bind(der)
            .execute(&mut *conn)
            .await?;
    }
    Ok(id)
}
