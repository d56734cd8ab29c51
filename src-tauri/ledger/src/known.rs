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
    /// Amount with tax, its adjustments included, minor units.
    pub total: i64,
    /// What has been allocated to it and its adjustments, whatever the day.
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
    /// Whether a plan that has not ended covers it.
    pub on_plan: bool,
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
    struct Row(i64, String, i64, String, String, i64, i64, i64, i64, i64, i64, String, i64);
    let rows: String = sqlx::query_scalar(
        "with adjusted as (select j.adjusts, sum(j.amount) as more, sum(max(j.open, 0)) as open from entry j \
           where j.adjusts is not null and j.withdrawn = 0 and j.reverses is null \
           and not exists (select 1 from entry r where r.reverses = j.id) group by j.adjusts) \
         select json_group_array(json_array(e.id, e.number, e.client_id, c.name, e.currency, \
         e.amount + coalesce(j.more, 0), e.open + coalesce(j.open, 0), \
         e.effective_on, e.due_on, e.due_assumed, e.draft, e.kind, exists (select 1 from plan_cover p \
           join plan_version v on v.id = p.version_id where p.entry_id = e.id and v.ended_on is null))) \
         from entry e left join adjusted j on j.adjusts = e.id join client c on c.id = e.client_id \
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
                on_plan: row.12 != 0,
            })
        })
        .collect()
}

/// An invoice that an earlier file brought and that is still open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenInvoice {
    /// Its entry.
    pub id: i64,
    /// Its number.
    pub number: String,
    /// Whose.
    pub client: i64,
    /// ISO 4217.
    pub currency: String,
    /// Day of issue.
    pub issued: Day,
    /// Whether a plan that has not ended covers it.
    pub on_plan: bool,
}

/// Invoices that an earlier file brought and that are still open on a day, by number.
///
/// # Errors
/// When the book cannot be read.
pub async fn open_from_files(conn: &mut SqliteConnection, on: Day) -> Result<Vec<OpenInvoice>, LedgerError> {
    let rows: Vec<(i64, String, i64, String, i64, bool)> = sqlx::query_as(
        "select id, number, client_id, currency, effective_on, exists (select 1 from plan_cover p \
           join plan_version v on v.id = p.version_id where p.entry_id = entry.id and v.ended_on is null) \
         from entry where kind = 'invoice' and draft = 0 and withdrawn = 0 and (open > 0 or exists \
           (select 1 from entry j where j.adjusts = entry.id and j.open > 0)) \
         and reverses is null and import_id is not null and effective_on <= ? order by number",
    )
    .bind(day_number(on))
    .fetch_all(conn)
    .await?;
    rows.into_iter()
        .map(|(id, number, client, currency, issued, on_plan)| {
            Ok(OpenInvoice { id, number, client, currency, issued: column::day(issued)?, on_plan })
        })
        .collect()
}

/// What can still be paid of an invoice, its adjustments included: entries and minor units, in the order they
/// were entered.
///
/// # Errors
/// When the book cannot be read.
pub async fn open_of(conn: &mut SqliteConnection, invoice: i64) -> Result<Vec<(i64, i64)>, LedgerError> {
    Ok(sqlx::query_as(
        "select id, open from entry where (id = ?1 or adjusts = ?1) and open > 0 and draft = 0 \
         and withdrawn = 0 order by id",
    )
    .bind(invoice)
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
