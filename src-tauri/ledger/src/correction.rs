//! What a later file says otherwise: another due day, or that an invoice should not be there at all; and
//! taking such a file back.
//!
//! Another amount needs nothing of its own: it is an adjustment among the entries.

use crate::day::day_number;
use crate::entry::NewAllocation;
use crate::{LedgerError, column, entry};
use goodterms_terms::Day;
use sqlx::SqliteConnection;

/// A due day that a file gives otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewDue {
    /// The invoice.
    pub entry: i64,
    /// What the file says.
    pub due: Day,
    /// The file.
    pub import: i64,
}

/// Gives invoices the due days a file says.
///
/// # Errors
/// When the book cannot be written.
pub async fn change_due(
    conn: &mut SqliteConnection,
    changes: &[NewDue],
    recorded_at: i64,
) -> Result<(), LedgerError> {
    for change in changes {
        sqlx::query(
            "insert into due_change (entry_id, import_id, before, before_assumed, due_on, recorded_at) \
             select id, ?2, due_on, due_assumed, ?3, ?4 from entry where id = ?1",
        )
        .bind(change.entry)
        .bind(change.import)
        .bind(day_number(change.due))
        .bind(recorded_at)
        .execute(&mut *conn)
        .await?;
        bring_due_up_to_date(conn, change.entry).await?;
    }
    Ok(())
}

/// The due day of entry `e`: of the latest change that stands, else as it was before the first.
const DUE: &str = "coalesce((select d.due_on from due_change d where d.entry_id = e.id and d.withdrawn = 0 \
                   order by d.id desc limit 1), (select d.before from due_change d where d.entry_id = e.id \
                   order by d.id limit 1), e.due_on)";

async fn bring_due_up_to_date(conn: &mut SqliteConnection, entry: i64) -> Result<(), LedgerError> {
    let sql = format!(
        "update entry as e set due_on = {DUE}, due_assumed = coalesce((select case when exists (select 1 \
         from due_change s where s.entry_id = e.id and s.withdrawn = 0) then 0 else d.before_assumed end \
         from due_change d where d.entry_id = e.id order by d.id limit 1), e.due_assumed) where e.id = ?"
    );
    sqlx::query(sqlx::AssertSqlSafe(sql)).bind(entry).execute(conn).await?;
    Ok(())
}

/// Takes an invoice away as if it had never been sent, and its adjustments with it, because a later file no
/// longer lists it. What had paid it is credit again.
///
/// # Errors
/// When the book cannot be written.
pub async fn take_away(
    conn: &mut SqliteConnection,
    invoice: i64,
    import: i64,
    recorded_at: i64,
) -> Result<(), LedgerError> {
    let all: Vec<i64> = sqlx::query_scalar(
        "select id from entry e where (id = ?1 or adjusts = ?1) and reverses is null and withdrawn = 0 \
         and not exists (select 1 from entry r where r.reverses = e.id) order by id",
    )
    .bind(invoice)
    .fetch_all(&mut *conn)
    .await?;
    for id in all {
        if let Some(found) = entry::by_id(conn, id).await? {
            let reversal = entry::reverse(conn, &found, None, "", recorded_at).await?;
            sqlx::query("update entry set import_id = ? where id = ?")
                .bind(import)
                .bind(reversal)
                .execute(&mut *conn)
                .await?;
        }
    }
    Ok(())
}

/// Takes back what a file changed of invoices that stay: due days as they were before, and invoices that it
/// took away entered once more, paid by what had paid them.
///
/// # Errors
/// When the book cannot be written.
pub(crate) async fn take_back_import(
    conn: &mut SqliteConnection,
    import: i64,
    recorded_at: i64,
) -> Result<(), LedgerError> {
    let changed: Vec<i64> = sqlx::query_scalar(
        "update due_change set withdrawn = 1 where import_id = ? and withdrawn = 0 returning entry_id",
    )
    .bind(import)
    .fetch_all(&mut *conn)
    .await?;
    for invoice in changed {
        bring_due_up_to_date(conn, invoice).await?;
    }
    let taken_away: Vec<(i64, i64)> = sqlx::query_as(
        "select id, reverses from entry where import_id = ? and reverses is not null and withdrawn = 0 order by id",
    )
    .bind(import)
    .fetch_all(&mut *conn)
    .await?;
    for (reversal, invoice) in taken_away {
        enter_again(conn, invoice, reversal, recorded_at).await?;
    }
    Ok(())
}

/// An invoice that was taken back by mistake stands again: the same words and days in a new row, since what
/// is reversed stays reversed. What had paid it, and is still free, pays it again on the same days.
async fn enter_again(
    conn: &mut SqliteConnection,
    invoice: i64,
    reversal: i64,
    recorded_at: i64,
) -> Result<(), LedgerError> {
    sqlx::query("update entry set withdrawn = 1 where id in (?, ?)")
        .bind(invoice)
        .bind(reversal)
        .execute(&mut *conn)
        .await?;
    let again: i64 = sqlx::query_scalar(
        "insert into entry (client_id, kind, currency, amount, open, effective_on, moved_on, due_on, due_assumed, \
         draft, assumed, number, subject, reference, note, adjusts, import_id, recorded_at) \
         select client_id, kind, currency, amount, amount, effective_on, effective_on, due_on, due_assumed, \
         draft, assumed, number, subject, reference, note, adjusts, import_id, ?2 from entry where id = ?1 returning id",
    )
    .bind(invoice)
    .bind(recorded_at)
    .fetch_one(&mut *conn)
    .await?;
    for link in [
        "update dispute set entry_id = ?2 where entry_id = ?1",
        "update due_change set entry_id = ?2 where entry_id = ?1",
        "update entry set adjusts = ?2 where adjusts = ?1",
    ] {
        sqlx::query(link).bind(invoice).bind(again).execute(&mut *conn).await?;
    }
    // What paid it then, as far as it is free now; an adjustment downwards comes off its invoice again.
    let paid: Vec<(i64, i64, i64, i64)> = sqlx::query_as(
        "select a.credit_id, ?3 as debit_id, a.amount, a.effective_on from allocation a \
           join entry c on c.id = a.credit_id join allocation r on r.reverses = a.id \
           where a.debit_id = ?1 and a.credit_id <> ?2 and c.withdrawn = 0 \
           and not exists (select 1 from entry x where x.reverses = c.id) \
         union all select e.id, e.adjusts, -e.amount, e.effective_on from entry e \
           where e.id = ?3 and e.amount < 0 and e.adjusts is not null",
    )
    .bind(invoice)
    .bind(reversal)
    .bind(again)
    .fetch_all(&mut *conn)
    .await?;
    for (credit, debit, amount, day) in paid {
        let free: i64 = sqlx::query_scalar(
            "select min(-c.open, d.open) from entry c join entry d on d.id = ?2 where c.id = ?1",
        )
        .bind(credit)
        .bind(debit)
        .fetch_one(&mut *conn)
        .await?;
        let amount = amount.min(free);
        if amount > 0 {
            let on = column::day(day)?;
            entry::allocate(conn, &[NewAllocation { credit, debit, amount, on }], recorded_at).await?;
        }
    }
    Ok(())
}

/// Which due days are not what the changes say. Empty when all are.
///
/// # Errors
/// When the book cannot be read.
pub async fn disagreements(conn: &mut SqliteConnection) -> Result<Vec<String>, LedgerError> {
    let sql = format!(
        "select 'entry ' || e.id || ': due day' from entry e \
         where e.id in (select entry_id from due_change) and e.due_on <> {DUE} limit 100"
    );
    Ok(sqlx::query_scalar(sqlx::AssertSqlSafe(sql)).fetch_all(conn).await?)
}
