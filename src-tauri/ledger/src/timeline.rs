//! Reading the history back.

use crate::day::day_from_number;
use crate::error::{CannotOpen, Result};
use goodterms_terms::Day;
use serde::Serialize;
use sqlx::{AssertSqlSafe, FromRow, SqliteConnection};

/// Which entries to list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Span {
    /// Only this client's.
    pub client: Option<i64>,
    /// Only those after this number (before it, when newest first).
    pub after: Option<i64>,
    /// At most so many; all without it.
    pub limit: Option<i64>,
    /// From the end backwards.
    pub newest_first: bool,
}

/// One thing that happened, as it stands in the book.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Recorded {
    /// Its number, counted from 1.
    pub seq: i64,
    /// The machine's time, milliseconds since 1970, UTC.
    pub recorded_at: i64,
    /// The wall clock's distance from UTC in minutes.
    pub offset_minutes: i64,
    /// The day it happened on for the business.
    pub business_day: Day,
    /// Who.
    pub actor: String,
    /// What, as a stable name.
    pub kind: String,
    /// What it is about.
    pub subject: String,
    /// Whose history it belongs to.
    pub client: Option<i64>,
    /// The particulars as JSON; none once redacted.
    pub body: Option<String>,
}

#[derive(FromRow)]
struct Row {
    seq: i64,
    recorded_at: i64,
    offset_minutes: i64,
    business_day: i64,
    actor: String,
    kind: String,
    subject: String,
    client_id: Option<i64>,
    body: Option<String>,
}

/// The entries of a span.
///
/// # Errors
/// Those of the machine.
pub async fn list(book: &mut SqliteConnection, span: &Span) -> Result<Vec<Recorded>> {
    // One condition fewer rather than one that may be null, so that the client's index serves.
    let of_client = span.client.map_or("TRUE", |_| "client_id = ?1");
    let (beyond, order, everything) =
        if span.newest_first { ("<", "DESC", i64::MAX) } else { (">", "ASC", 0) };
    let sql = format!(
        "SELECT history.*, body FROM history LEFT JOIN history_body USING (seq)
         WHERE {of_client} AND seq {beyond} ?2 ORDER BY seq {order} LIMIT ?3"
    );
    let from = span.after.unwrap_or(everything);
    let rows: Vec<Row> = sqlx::query_as(AssertSqlSafe(sql))
        .bind(span.client)
        .bind(from)
        .bind(span.limit.unwrap_or(-1))
        .fetch_all(book)
        .await?;
    rows.into_iter()
        .map(|row| {
            Ok(Recorded {
                seq: row.seq,
                recorded_at: row.recorded_at,
                offset_minutes: row.offset_minutes,
                business_day: day_from_number(row.business_day).ok_or_else(CannotOpen::damaged)?,
                actor: row.actor,
                kind: row.kind,
                subject: row.subject,
                client: row.client_id,
                body: row.body,
            })
        })
        .collect()
}
