//! For benchmarks only: the same rows in a plain SQLite file, and the statement somebody would write on it
//! who had never seen this crate. Never in a shipped build.

use crate::cipher::{self, Purpose};
use crate::{BookKey, LedgerError, Result};
use goodterms_terms::Day;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, SqliteConnection};
use std::path::Path;

/// Writes every row of the book, unencrypted, into a new file at `to`.
///
/// # Errors
/// Those of the machine.
pub async fn plain_copy(book: &Path, key: &BookKey, to: &Path) -> Result<()> {
    // Attaching does not make a file where this crate's connections may not.
    std::fs::File::create(to)?;
    let mut conn = cipher::connect(book, key, Purpose::Write).await?;
    let path = to.to_str().ok_or_else(|| LedgerError::unexpected("the path is not Unicode"))?;
    sqlx::query("attach database ? as plain key ''").bind(path).execute(&mut *conn).await?;
    sqlx::query("select sqlcipher_export('plain')").execute(&mut *conn).await?;
    sqlx::query("detach database plain").execute(&mut *conn).await?;
    cipher::disconnect(conn, Purpose::Write).await?;
    Ok(())
}

/// Opens a plain file.
///
/// # Errors
/// Those of the machine.
pub async fn open_plain(path: &Path) -> Result<SqliteConnection> {
    let options = SqliteConnectOptions::new().filename(path).read_only(true).disable_statement_logging();
    Ok(options.connect().await?)
}

/// The ageing as at a day, joined and grouped the straightforward way; answers how many groups there are.
///
/// # Errors
/// Those of the machine.
pub async fn plain_ageing(conn: &mut SqliteConnection, on: Day) -> Result<usize> {
    let rows = sqlx::query(
        "select client_id, currency, \
           sum(case when due_on >= ?1 then open else 0 end), \
           sum(case when due_on between ?1 - 30 and ?1 - 1 then open else 0 end), \
           sum(case when due_on between ?1 - 60 and ?1 - 31 then open else 0 end), \
           sum(case when due_on between ?1 - 90 and ?1 - 61 then open else 0 end), \
           sum(case when due_on < ?1 - 90 then open else 0 end) \
         from (select e.client_id, e.currency, e.due_on, e.amount - coalesce(sum(a.amount), 0) as open \
               from entry e left join allocation a on a.debit_id = e.id and a.effective_on <= ?1 \
               where e.amount > 0 and e.effective_on <= ?1 group by e.id) \
         group by client_id, currency",
    )
    .bind(crate::day_number(on))
    .fetch_all(conn)
    .await?;
    Ok(rows.len())
}
