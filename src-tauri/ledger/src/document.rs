//! Papers as they were made, final demands, and the tasks they lead to.

use crate::day::day_number;
use crate::small::{deflated, inflated};
use crate::{LedgerError, column};
use goodterms_terms::Day;
use sha2::{Digest as _, Sha256};
use sqlx::{FromRow, SqliteConnection};

/// A paper to be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewDocument<'a> {
    /// Whose file it goes into.
    pub client: i64,
    /// `agreement`, `sealed_agreement`, `final_demand` or `statement`.
    pub kind: &'static str,
    /// Its name, without a folder.
    pub name: &'a str,
    /// The day it was made for.
    pub on: Day,
    /// The very bytes.
    pub bytes: &'a [u8],
    /// Its pages as drawings, SVG.
    pub pages: &'a [String],
}

/// A paper in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// Its row.
    pub id: i64,
    /// Whose file it is in.
    pub client: i64,
    /// The client's name.
    pub client_name: String,
    /// `agreement`, `final_demand` or `statement`.
    pub kind: String,
    /// Its name, without a folder.
    pub name: String,
    /// The day it was made for.
    pub on: Day,
}

/// Keeps a paper and answers its row.
///
/// # Errors
/// When the book cannot be written.
pub async fn insert(
    conn: &mut SqliteConnection,
    document: &NewDocument<'_>,
    recorded_at: i64,
) -> Result<i64, LedgerError> {
    Ok(sqlx::query_scalar(
        "insert into document (client_id, kind, name, day, bytes, sha256, recorded_at, pages) \
         values (?, ?, ?, ?, ?, ?, ?, ?) returning id",
    )
    .bind(document.client)
    .bind(document.kind)
    .bind(document.name)
    .bind(day_number(document.on))
    .bind(document.bytes)
    .bind(Sha256::digest(document.bytes).as_slice())
    .bind(recorded_at)
    .bind(deflated(&serde_json::to_vec(document.pages)?)?)
    .fetch_one(conn)
    .await?)
}

/// A paper of that kind with these very bytes, if the client's file has it already.
///
/// # Errors
/// When the book cannot be read.
pub async fn same_as(
    conn: &mut SqliteConnection,
    document: &NewDocument<'_>,
) -> Result<Option<i64>, LedgerError> {
    Ok(sqlx::query_scalar("select min(id) from document where client_id = ? and kind = ? and sha256 = ?")
        .bind(document.client)
        .bind(document.kind)
        .bind(Sha256::digest(document.bytes).as_slice())
        .fetch_one(conn)
        .await?)
}

/// Papers, the latest first: one client's, or all.
///
/// # Errors
/// When the book cannot be read.
pub async fn list(conn: &mut SqliteConnection, client: Option<i64>) -> Result<Vec<Document>, LedgerError> {
    chosen(conn, "(?1 is null or d.client_id = ?1)", client).await
}

/// Whether any paper was made.
///
/// # Errors
/// When the book cannot be read.
pub async fn any(conn: &mut SqliteConnection) -> Result<bool, LedgerError> {
    Ok(sqlx::query_scalar("select exists (select 1 from document)").fetch_one(conn).await?)
}

/// One paper.
///
/// # Errors
/// When the book cannot be read.
pub async fn by_id(conn: &mut SqliteConnection, id: i64) -> Result<Option<Document>, LedgerError> {
    Ok(chosen(conn, "d.id = ?1", Some(id)).await?.pop())
}

async fn chosen(
    conn: &mut SqliteConnection,
    which: &str,
    id: Option<i64>,
) -> Result<Vec<Document>, LedgerError> {
    #[derive(FromRow)]
    struct DocumentRow {
        id: i64,
        client_id: i64,
        client_name: String,
        kind: String,
        name: String,
        day: i64,
    }
    let sql = format!(
        "select d.id, d.client_id, c.name as client_name, d.kind, d.name, d.day \
         from document d join client c on c.id = d.client_id where {which} order by d.day desc, d.id desc"
    );
    let rows: Vec<DocumentRow> = sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(id).fetch_all(conn).await?;
    rows.into_iter()
        .map(|row| {
            Ok(Document {
                id: row.id,
                client: row.client_id,
                client_name: row.client_name,
                kind: row.kind,
                name: row.name,
                on: column::day(row.day)?,
            })
        })
        .collect()
}

/// The very bytes of a paper.
///
/// # Errors
/// When there is no such paper or the book cannot be read.
pub async fn bytes(conn: &mut SqliteConnection, id: i64) -> Result<Vec<u8>, LedgerError> {
    Ok(sqlx::query_scalar("select bytes from document where id = ?").bind(id).fetch_one(conn).await?)
}

/// The pages of a paper as drawings; none when it was made before they were kept.
///
/// # Errors
/// When there is no such paper or the book cannot be read.
pub async fn pages(conn: &mut SqliteConnection, id: i64) -> Result<Vec<String>, LedgerError> {
    let pages: Option<Vec<u8>> =
        sqlx::query_scalar("select pages from document where id = ?").bind(id).fetch_one(conn).await?;
    pages.map_or(Ok(Vec::new()), |pages| Ok(serde_json::from_slice(&inflated(&pages)?)?))
}

/// Whether every paper kept is still, byte for byte, what its hash says.
///
/// # Errors
/// When the book cannot be read.
pub async fn all_intact(conn: &mut SqliteConnection) -> Result<bool, LedgerError> {
    let ids: Vec<i64> =
        sqlx::query_scalar("select id from document order by id").fetch_all(&mut *conn).await?;
    for id in ids {
        let (bytes, hash): (Vec<u8>, Vec<u8>) =
            sqlx::query_as("select bytes, sha256 from document where id = ?")
                .bind(id)
                .fetch_one(&mut *conn)
                .await?;
        if Sha256::digest(&bytes).as_slice() != hash {
            return Ok(false);
        }
    }
    Ok(true)
}

/// A final demand to be kept with its one announced step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewDemand<'a> {
    /// To whom.
    pub client: i64,
    /// ISO 4217.
    pub currency: &'a str,
    /// What is asked for, minor units.
    pub total: i64,
    /// The day of the letter.
    pub on: Day,
    /// The last day to answer.
    pub deadline: Day,
    /// The step announced.
    pub next_step: &'a str,
    /// The letter.
    pub document: i64,
}

/// Keeps a final demand and the task its announced step has become; answers the demand's row.
///
/// # Errors
/// When the book cannot be written.
pub async fn insert_demand(
    conn: &mut SqliteConnection,
    demand: &NewDemand<'_>,
    task_due: Day,
) -> Result<i64, LedgerError> {
    let id: i64 = sqlx::query_scalar(
        "insert into demand (client_id, currency, total, day, deadline, next_step, document_id) \
         values (?, ?, ?, ?, ?, ?, ?) returning id",
    )
    .bind(demand.client)
    .bind(demand.currency)
    .bind(demand.total)
    .bind(day_number(demand.on))
    .bind(day_number(demand.deadline))
    .bind(demand.next_step)
    .bind(demand.document)
    .fetch_one(&mut *conn)
    .await?;
    sqlx::query("insert into task (client_id, demand_id, what, due_on) values (?, ?, ?, ?)")
        .bind(demand.client)
        .bind(id)
        .bind(demand.next_step)
        .bind(day_number(task_due))
        .execute(conn)
        .await?;
    Ok(id)
}
