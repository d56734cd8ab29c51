//! Disputes of invoices.

use crate::day::day_number;
use crate::{LedgerError, column};
use goodterms_terms::Day;
use sqlx::SqliteConnection;

/// A dispute, to be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewDispute {
    /// The invoice.
    pub entry: i64,
    /// How much of it, in minor units; nothing when all of it.
    pub amount: Option<i64>,
    /// Since when.
    pub opened_on: Day,
    /// Until when, when a file says that it is already over.
    pub resolved_on: Option<Day>,
    /// What the client says.
    pub note: String,
    /// The file it came from.
    pub import: Option<i64>,
}

/// Opens disputes.
///
/// # Errors
/// When the book cannot be written.
pub async fn insert_many(conn: &mut SqliteConnection, disputes: &[NewDispute]) -> Result<(), LedgerError> {
    for batch in disputes.chunks(5_000) {
        let rows: Vec<serde_json::Value> = batch
            .iter()
            .map(|d| {
                serde_json::json!([
                    d.entry,
                    d.amount,
                    day_number(d.opened_on),
                    d.resolved_on.map(day_number),
                    d.note,
                    d.import
                ])
            })
            .collect();
        sqlx::query(
            "insert into dispute (entry_id, amount, opened_on, resolved_on, note, import_id) \
             select value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5 from json_each(?)",
        )
        .bind(serde_json::to_string(&rows)?)
        .execute(&mut *conn)
        .await?;
    }
    Ok(())
}

/// Settles the open disputes of an invoice from that day and answers how many there were.
///
/// # Errors
/// When the book cannot be written.
pub async fn resolve(
    conn: &mut SqliteConnection,
    entry: i64,
    on: Day,
    how: &str,
) -> Result<u64, LedgerError> {
    let done = sqlx::query(
        "update dispute set resolved_on = ?2, resolution = ?3 \
         where entry_id = ?1 and opened_on <= ?2 and (resolved_on is null or resolved_on > ?2)",
    )
    .bind(entry)
    .bind(day_number(on))
    .bind(how)
    .execute(conn)
    .await?;
    Ok(done.rows_affected())
}

/// A dispute that is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenDispute {
    /// The invoice.
    pub entry: i64,
    /// Its number.
    pub number: String,
    /// Since when.
    pub since: Day,
    /// How much of it, minor units; nothing when all of it.
    pub amount: Option<i64>,
    /// What the client says.
    pub note: String,
}

/// Invoices of a client in open dispute on a day, the oldest dispute first.
///
/// # Errors
/// When the book cannot be read.
pub async fn open_for(
    conn: &mut SqliteConnection,
    client: i64,
    on: Day,
) -> Result<Vec<OpenDispute>, LedgerError> {
    let rows: Vec<(i64, String, i64, Option<i64>, String)> = sqlx::query_as(
        "select e.id, e.number, d.opened_on, d.amount, d.note from dispute d join entry e on e.id = d.entry_id \
         where e.client_id = ?1 and e.withdrawn = 0 and d.opened_on <= ?2 \
         and (d.resolved_on is null or d.resolved_on > ?2) order by d.opened_on, d.id",
    )
    .bind(client)
    .bind(day_number(on))
    .fetch_all(conn)
    .await?;
    rows.into_iter()
        .map(|(entry, number, since, amount, note)| {
            Ok(OpenDispute { entry, number, since: column::day(since)?, amount, note })
        })
        .collect()
}
