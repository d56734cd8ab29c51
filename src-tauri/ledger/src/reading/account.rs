//! One client's account: what can be paid, and every movement for a statement.

use super::OPEN_AS_AT;
use crate::day::day_number;
use crate::{LedgerError, column};
use goodterms_terms::Day;
use goodterms_terms::entry::EntryKind;
use sqlx::{FromRow, SqliteConnection};

/// A debit with something open on the day, oldest due first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenDebit {
    /// Its entry.
    pub id: i64,
    /// What it is.
    pub kind: EntryKind,
    /// Its number.
    pub number: String,
    /// ISO 4217.
    pub currency: String,
    /// Day of issue.
    pub issued: Day,
    /// Due day.
    pub due: Day,
    /// Amount with tax, minor units.
    pub total: i64,
    /// What is open on the day, minor units.
    pub open: i64,
    /// What a payment may still take, whatever is already recorded for later days.
    pub free: i64,
    /// The invoice it adjusts.
    pub adjusts: Option<i64>,
}

/// The client's debits with something open as at a day.
///
/// # Errors
/// When the book cannot be read.
pub async fn open_debits(
    conn: &mut SqliteConnection,
    client: i64,
    as_at: Day,
) -> Result<Vec<OpenDebit>, LedgerError> {
    #[derive(FromRow)]
    struct DebitRow {
        id: i64,
        kind: String,
        number: String,
        currency: String,
        effective_on: i64,
        due_on: i64,
        amount: i64,
        open: i64,
        free: i64,
        adjusts: Option<i64>,
    }
    let sql = format!(
        "select * from (select e.id, e.kind, e.number, e.currency, e.effective_on, e.due_on, e.amount, e.open as free, e.adjusts, {OPEN_AS_AT} as open \
         from entry e where e.client_id = ?2 and e.amount > 0 and e.draft = 0 and e.effective_on <= ?1) \
         where open > 0 order by due_on, id"
    );
    let rows: Vec<DebitRow> =
        sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(day_number(as_at)).bind(client).fetch_all(conn).await?;
    rows.into_iter()
        .map(|row| {
            Ok(OpenDebit {
                id: row.id,
                kind: column::entry_kind(&row.kind)?,
                number: row.number,
                currency: row.currency,
                issued: column::day(row.effective_on)?,
                due: column::day(row.due_on)?,
                total: row.amount,
                open: row.open,
                free: row.free.min(row.open),
                adjusts: row.adjusts,
            })
        })
        .collect()
}

/// A debit that a payment paid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaidDebit {
    /// Its entry.
    pub id: i64,
    /// What it is.
    pub kind: EntryKind,
    /// Its number.
    pub number: String,
    /// Day of issue.
    pub issued: Day,
    /// Due day.
    pub due: Day,
    /// Amount with tax, minor units.
    pub total: i64,
    /// What of the payment went to it, minor units.
    pub paid: i64,
    /// What is open on the day, minor units.
    pub open: i64,
}

/// What a payment paid, oldest first, as at a day.
///
/// # Errors
/// When the book cannot be read.
pub async fn paid_debits(
    conn: &mut SqliteConnection,
    payment: i64,
    as_at: Day,
) -> Result<Vec<PaidDebit>, LedgerError> {
    #[derive(FromRow)]
    struct PaidRow {
        id: i64,
        kind: String,
        number: String,
        effective_on: i64,
        due_on: i64,
        amount: i64,
        paid: i64,
        open: i64,
    }
    let sql = format!(
        "select e.id, e.kind, e.number, e.effective_on, e.due_on, e.amount, p.paid, {OPEN_AS_AT} as open \
         from (select debit_id, sum(amount) as paid from allocation where credit_id = ?2 group by debit_id) p \
         join entry e on e.id = p.debit_id where p.paid <> 0 order by e.due_on, e.id"
    );
    let rows: Vec<PaidRow> = sqlx::query_as(sqlx::AssertSqlSafe(sql))
        .bind(day_number(as_at))
        .bind(payment)
        .fetch_all(conn)
        .await?;
    rows.into_iter()
        .map(|row| {
            Ok(PaidDebit {
                id: row.id,
                kind: column::entry_kind(&row.kind)?,
                number: row.number,
                issued: column::day(row.effective_on)?,
                due: column::day(row.due_on)?,
                total: row.amount,
                paid: row.paid,
                open: row.open,
            })
        })
        .collect()
}

/// One line of a statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Movement {
    /// The day it counts from.
    pub on: Day,
    /// What it is.
    pub kind: EntryKind,
    /// Whether it takes back an earlier entry.
    pub reversal: bool,
    /// Its number, or a payment's reference.
    pub reference: String,
    /// ISO 4217.
    pub currency: String,
    /// Minor units, signed: more than nothing raises what the client owes.
    pub amount: i64,
    /// When it falls due.
    pub due: Day,
}

/// Every movement of a client up to a day, in order. An entry and its reversal on one and the same day
/// cancel out and are left out.
///
/// # Errors
/// When the book cannot be read.
pub async fn movements(
    conn: &mut SqliteConnection,
    client: i64,
    until: Day,
) -> Result<Vec<Movement>, LedgerError> {
    #[derive(FromRow)]
    struct MovementRow {
        kind: String,
        reversal: bool,
        reference: String,
        currency: String,
        amount: i64,
        effective_on: i64,
        due_on: i64,
    }
    let rows: Vec<MovementRow> = sqlx::query_as(
        "select e.kind, e.reverses is not null as reversal, \
         coalesce(nullif(e.number, ''), nullif(e.reference, ''), nullif(o.number, ''), o.reference, '') as reference, \
         e.currency, e.amount, e.effective_on, e.due_on \
         from entry e left join entry o on o.id = e.reverses \
         where e.client_id = ?1 and e.effective_on <= ?2 and e.draft = 0 and e.withdrawn = 0 \
         and not exists (select 1 from entry r where r.reverses = e.id and r.effective_on = e.effective_on) \
         and (o.id is null or o.effective_on <> e.effective_on) \
         order by e.effective_on, e.amount < 0, e.id",
    )
    .bind(client)
    .bind(day_number(until))
    .fetch_all(conn)
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok(Movement {
                on: column::day(row.effective_on)?,
                kind: column::entry_kind(&row.kind)?,
                reversal: row.reversal,
                reference: row.reference,
                currency: row.currency,
                amount: row.amount,
                due: column::day(row.due_on)?,
            })
        })
        .collect()
}
