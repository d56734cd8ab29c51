//! Discounts for paying early, as invoices' own terms give them.

use crate::day::day_number;
use crate::{LedgerError, column};
use goodterms_terms::Day;
use sqlx::SqliteConnection;

/// So much comes off an invoice that is paid by a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NewEarly {
    /// The invoice's entry.
    pub entry: i64,
    /// The last day.
    pub until: Day,
    /// Minor units, more than nothing.
    pub off: i64,
}

/// Keeps discounts; of two by the same day of one invoice the first.
///
/// # Errors
/// When the book cannot be written.
pub async fn insert_many(conn: &mut SqliteConnection, new: &[NewEarly]) -> Result<(), LedgerError> {
    if new.is_empty() {
        return Ok(());
    }
    let rows: Vec<(i64, i64, i64)> =
        new.iter().map(|one| (one.entry, day_number(one.until), one.off)).collect();
    sqlx::query(
        "insert into early_discount (entry_id, until_on, off) \
         select value ->> 0, value ->> 1, value ->> 2 from json_each(?) where true on conflict do nothing",
    )
    .bind(serde_json::to_string(&rows)?)
    .execute(conn)
    .await?;
    Ok(())
}

/// What comes off an invoice for paying early: the last day and minor units, the earliest first.
///
/// # Errors
/// When the book cannot be read.
pub async fn of_invoice(conn: &mut SqliteConnection, entry: i64) -> Result<Vec<(Day, i64)>, LedgerError> {
    let rows: Vec<(i64, i64)> =
        sqlx::query_as("select until_on, off from early_discount where entry_id = ? order by until_on")
            .bind(entry)
            .fetch_all(conn)
            .await?;
    rows.into_iter().map(|(until, off)| Ok((column::day(until)?, off))).collect()
}
