//! Files that came in, what they brought, and taking it back.

use crate::day::day_number;
use crate::{LedgerError, bank, column, contact, correction, entry, original};
use goodterms_terms::Day;
use goodterms_terms::history::Counts;
use sqlx::{FromRow, SqliteConnection};

/// A file that came in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Import {
    /// Its row.
    pub id: i64,
    /// The file's own name, without its folder.
    pub file_name: String,
    /// What was in it: invoices, clients, payments or bank.
    pub kind: String,
    /// What it brought.
    pub created: Counts,
    /// Whether it has been taken back.
    pub undone: bool,
}

/// Notes that a file came in, before what it brings is written, and answers its row.
///
/// # Errors
/// When the book cannot be written.
pub async fn insert(
    conn: &mut SqliteConnection,
    file_name: &str,
    sha256: &[u8],
    kind: &str,
    day: Day,
    recorded_at: i64,
) -> Result<i64, LedgerError> {
    Ok(sqlx::query_scalar(
        "insert into import (file_name, sha256, kind, day, recorded_at, created) values (?, ?, ?, ?, ?, '{}') \
         returning id",
    )
    .bind(file_name)
    .bind(sha256)
    .bind(kind)
    .bind(day_number(day))
    .bind(recorded_at)
    .fetch_one(conn)
    .await?)
}

/// Notes what a file brought.
///
/// # Errors
/// When the book cannot be written.
pub async fn brought(conn: &mut SqliteConnection, id: i64, created: &Counts) -> Result<(), LedgerError> {
    sqlx::query("update import set created = ? where id = ?")
        .bind(serde_json::to_string(created)?)
        .bind(id)
        .execute(conn)
        .await?;
    Ok(())
}

/// The import of that row.
///
/// # Errors
/// When the book cannot be read.
pub async fn by_id(conn: &mut SqliteConnection, id: i64) -> Result<Option<Import>, LedgerError> {
    #[derive(FromRow)]
    struct ImportRow {
        id: i64,
        file_name: String,
        kind: String,
        created: String,
        undone_at: Option<i64>,
    }
    let row: Option<ImportRow> =
        sqlx::query_as("select id, file_name, kind, created, undone_at from import where id = ?")
            .bind(id)
            .fetch_optional(conn)
            .await?;
    row.map(|row| {
        Ok(Import {
            id: row.id,
            file_name: row.file_name,
            kind: row.kind,
            created: serde_json::from_str(&row.created)?,
            undone: row.undone_at.is_some(),
        })
    })
    .transpose()
}

/// Whether a file of that content came in.
///
/// # Errors
/// When the book cannot be read.
pub async fn has_hash(conn: &mut SqliteConnection, sha256: &[u8]) -> Result<bool, LedgerError> {
    Ok(sqlx::query_scalar("select exists (select 1 from import where sha256 = ?)")
        .bind(sha256)
        .fetch_one(conn)
        .await?)
}

/// Invoices an import brought that a payment plan now covers, so that taking them back would pull the floor
/// from under an agreement. Their numbers, at most ten.
///
/// # Errors
/// When the book cannot be read.
pub async fn covered_by_plans(conn: &mut SqliteConnection, id: i64) -> Result<Vec<String>, LedgerError> {
    Ok(sqlx::query_scalar(
        "select distinct e.number from entry e join plan_cover c on c.entry_id = e.id \
         join plan_version v on v.id = c.version_id \
         where e.import_id = ? and e.reverses is null and v.ended_on is null limit 10",
    )
    .bind(id)
    .fetch_all(conn)
    .await?)
}

/// An import in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedImport {
    /// What it was.
    pub import: Import,
    /// The business day it came in.
    pub on: Day,
    /// Invoices of it that are still open and whose due day was assumed.
    pub assumed: u64,
}

/// Everything that came in, the latest first.
///
/// # Errors
/// When the book cannot be read.
pub async fn list(conn: &mut SqliteConnection) -> Result<Vec<ListedImport>, LedgerError> {
    #[derive(FromRow)]
    struct ListedRow {
        id: i64,
        file_name: String,
        kind: String,
        created: String,
        undone_at: Option<i64>,
        day: i64,
        assumed: i64,
    }
    let rows: Vec<ListedRow> = sqlx::query_as(
        "select i.id, i.file_name, i.kind, i.created, i.undone_at, i.day, \
         (select count(*) from entry e where e.import_id = i.id and e.due_assumed = 1 and e.open <> 0) as assumed \
         from import i order by i.id desc",
    )
    .fetch_all(conn)
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok(ListedImport {
                import: Import {
                    id: row.id,
                    file_name: row.file_name,
                    kind: row.kind,
                    created: serde_json::from_str(&row.created)?,
                    undone: row.undone_at.is_some(),
                },
                on: column::day(row.day)?,
                assumed: u64::try_from(row.assumed).unwrap_or_default(),
            })
        })
        .collect()
}

/// Takes back every entry the import brought, on the days they counted from, and frees their numbers.
/// Answers how many of each were taken back.
///
/// # Errors
/// When the book cannot be written.
pub async fn undo(conn: &mut SqliteConnection, id: i64, recorded_at: i64) -> Result<Counts, LedgerError> {
    let count = |kind: &'static str| {
        sqlx::query_scalar::<_, i64>(
            "select count(*) from entry where import_id = ? and kind = ? and reverses is null and withdrawn = 0",
        )
        .bind(id)
        .bind(kind)
    };
    let invoices = count("invoice").fetch_one(&mut *conn).await?;
    let payments = count("payment").fetch_one(&mut *conn).await?;
    let credit_notes = count("credit_note").fetch_one(&mut *conn).await?;

    // First what it took away, since that belongs to other files.
    correction::take_back_import(conn, id, recorded_at).await?;
    entry::take_back_import(conn, id, recorded_at).await?;
    let bank_lines = bank::withdraw_import(conn, id).await?;
    let contacts = contact::take_back_import(conn, id).await?;
    sqlx::query("delete from dispute where import_id = ?").bind(id).execute(&mut *conn).await?;
    let clients = crate::client::withdraw_import(conn, id).await?;
    sqlx::query("update import set undone_at = ? where id = ?")
        .bind(recorded_at)
        .bind(id)
        .execute(&mut *conn)
        .await?;
    original::let_go(conn).await?;
    let whole = |n: i64| u64::try_from(n).unwrap_or_default();
    Ok(Counts {
        clients,
        invoices: whole(invoices),
        credit_notes: whole(credit_notes),
        payments: whole(payments),
        bank_lines,
        contacts,
    })
}
