//! Papers as they were made, final demands, and the tasks they lead to.

use crate::LedgerError;
use crate::day::day_number;
use goodterms_terms::Day;
use sha2::{Digest as _, Sha256};
use sqlx::SqliteConnection;

/// A paper to be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewDocument<'a> {
    /// Whose file it goes into.
    pub client: i64,
    /// `agreement`, `final_demand` or `statement`.
    pub kind: &'static str,
    /// Its name, without a folder.
    pub name: &'a str,
    /// The day it was made for.
    pub on: Day,
    /// The very bytes.
    pub bytes: &'a [u8],
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
        "insert into document (client_id, kind, name, day, bytes, sha256, recorded_at) \
         values (?, ?, ?, ?, ?, ?, ?) returning id",
    )
    .bind(document.client)
    .bind(document.kind)
    .bind(document.name)
    .bind(day_number(document.on))
    .bind(document.bytes)
    .bind(Sha256::digest(document.bytes).as_slice())
    .bind(recorded_at)
    .fetch_one(conn)
    .await?)
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
