//! What brought an invoice's balance down.

use crate::day::day_number;
use crate::{LedgerError, column};
use goodterms_terms::Day;
use sqlx::SqliteConnection;

/// So much of a credit went to an invoice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Credit {
    /// The day it counts from.
    pub on: Day,
    /// `payment`, `credit_note`, …
    pub kind: String,
    /// Minor units; negative when taken back on a later day.
    pub amount: i64,
    /// How it was paid.
    pub method: String,
}

/// Credits of an invoice and of its adjustments upwards, up to a day, oldest first. What was taken back on its
/// own day cancels out; an adjustment downwards is part of the total, not a credit.
///
/// # Errors
/// When the book cannot be read.
pub async fn of_invoice(
    conn: &mut SqliteConnection,
    debit: i64,
    until: Day,
) -> Result<Vec<Credit>, LedgerError> {
    let rows: Vec<(i64, String, i64, String)> = sqlx::query_as(
        "select a.effective_on, c.kind, sum(a.amount), c.method from allocation a join entry c on c.id = a.credit_id \
         where a.debit_id in (select id from entry e where id = ?1 or (adjusts = ?1 and withdrawn = 0 \
           and not exists (select 1 from entry r where r.reverses = e.id))) \
         and c.adjusts is not ?1 and a.effective_on <= ?2 group by a.effective_on, a.credit_id having sum(a.amount) <> 0 \
         order by a.effective_on, min(a.id)",
    )
    .bind(debit)
    .bind(day_number(until))
    .fetch_all(conn)
    .await?;
    rows.into_iter()
        .map(|(on, kind, amount, method)| Ok(Credit { on: column::day(on)?, kind, amount, method }))
        .collect()
}
