//! What the book already knows of what a file names: asked once per import.

use crate::day::day_number;
use crate::{LedgerError, column};
use goodterms_terms::Day;
use serde::Deserialize;
use sqlx::SqliteConnection;

/// An invoice or credit note that stands in the book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownInvoice {
    /// Its entry.
    pub id: i64,
    /// Its number.
    pub number: String,
    /// Whose.
    pub client: i64,
    /// The client's name.
    pub client_name: String,
    /// ISO 4217.
    pub currency: String,
    /// Amount with tax, minor units.
    pub total: i64,
    /// What has been allocated to it, whatever the day.
    pub paid: i64,
    /// Day of issue.
    pub issued: Day,
    /// Due day.
    pub due: Day,
    /// Whether that day was assumed.
    pub due_assumed: bool,
    /// Not yet sent.
    pub draft: bool,
    /// A credit note rather than an invoice.
    pub credit_note: bool,
}

/// A payment that stands in the book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownPayment {
    /// Whose.
    pub client: i64,
    /// The day it counts from.
    pub on: Day,
    /// Minor units, negative.
    pub amount: i64,
    /// Its reference.
    pub reference: String,
}

/// Invoices and credit notes of these numbers.
///
/// # Errors
/// When the book cannot be read.
pub async fn invoices(
    conn: &mut SqliteConnection,
    numbers: &[&&str],
) -> Result<Vec<KnownInvoice>, LedgerError> {
    #[derive(Deserialize)]
    struct Row(i64, String, i64, String, String, i64, i64, i64, i64, i64, i64, String);
    let rows: String = sqlx::query_scalar(
        "select json_group_array(json_array(e.id, e.number, e.client_id, c.name, e.currency, e.amount, e.open, \
         e.effective_on, e.due_on, e.due_assumed, e.draft, e.kind)) \
         from entry e join client c on c.id = e.client_id \
         where e.kind in ('invoice', 'credit_note') and e.withdrawn = 0 and e.reverses is null \
         and not exists (select 1 from entry r where r.reverses = e.id) \
         and e.number in (select value from json_each(?))",
    )
    .bind(serde_json::to_string(numbers)?)
    .fetch_one(conn)
    .await?;
    let rows: Vec<Row> = serde_json::from_str(&rows)?;
    rows.into_iter()
        .map(|row| {
            Ok(KnownInvoice {
                id: row.0,
                number: row.1,
                client: row.2,
                client_name: row.3,
                currency: row.4,
                total: row.5,
                paid: row.5 - row.6,
                issued: column::day(row.7)?,
                due: column::day(row.8)?,
                due_assumed: row.9 != 0,
                draft: row.10 != 0,
                credit_note: row.11 == "credit_note",
            })
        })
        .collect()
}

/// Numbers of invoices that an earlier file brought and that are still open on a day.
///
/// # Errors
/// When the book cannot be read.
pub async fn open_from_files(conn: &mut SqliteConnection, on: Day) -> Result<Vec<String>, LedgerError> {
    Ok(sqlx::query_scalar(
        "select number from entry where kind = 'invoice' and open <> 0 and draft = 0 and withdrawn = 0 \
         and reverses is null and import_id is not null and effective_on <= ? order by number",
    )
    .bind(day_number(on))
    .fetch_all(conn)
    .await?)
}

/// Payments and refunds that stand.
///
/// # Errors
/// When the book cannot be read.
pub async fn payments(conn: &mut SqliteConnection) -> Result<Vec<KnownPayment>, LedgerError> {
    let rows: String = sqlx::query_scalar(
        "select json_group_array(json_array(client_id, effective_on, amount, reference)) from entry e \
         where kind in ('payment', 'refund') and withdrawn = 0 and reverses is null \
         and not exists (select 1 from entry r where r.reverses = e.id)",
    )
    .fetch_one(conn)
    .await?;
    let rows: Vec<(i64, i64, i64, String)> = serde_json::from_str(&rows)?;
    rows.into_iter()
        .map(|(client, on, amount, reference)| {
            Ok(KnownPayment { client, on: column::day(on)?, amount, reference })
        })
        .collect()
}
