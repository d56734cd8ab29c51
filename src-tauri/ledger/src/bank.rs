//! Bank statements: accounts, what passed through them, and which payments its lines became.

use crate::client::name_key;
use crate::day::day_number;
use crate::{LedgerError, column};
use goodterms_terms::{Currency, Day};
use sqlx::{FromRow, SqliteConnection};
use std::collections::HashSet;

/// Rows per statement.
const BATCH: usize = 5_000;

/// What tells a line in files that overlap: a hash of what the bank says of it.
pub type SameAs = [u8; 32];

/// What one file says of one account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewStatement {
    /// The account's row.
    pub account: i64,
    /// The file it came from.
    pub import: i64,
    /// What was on the account before the first line, minor units, and the day where it is said.
    pub opening: Option<(i64, Option<Day>)>,
    /// What was on it after the last.
    pub closing: Option<(i64, Option<Day>)>,
}

/// A movement, to be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewLine {
    /// The day it was booked.
    pub on: Day,
    /// The day it counts for interest.
    pub value_on: Option<Day>,
    /// Minor units; money in is positive.
    pub amount: i64,
    /// Who is on the other side.
    pub payer: String,
    /// Their account.
    pub payer_account: String,
    /// The reference that was given with it.
    pub reference: String,
    /// All that was written with it.
    pub text: String,
    /// The bank's own number for it.
    pub bank_id: String,
    /// What tells it in files that overlap.
    pub same_as: SameAs,
}

/// The account of that number and currency; it is begun when the book has none.
///
/// # Errors
/// When the book cannot be written.
pub async fn account(
    conn: &mut SqliteConnection,
    number: &str,
    currency: Currency,
) -> Result<i64, LedgerError> {
    sqlx::query("insert into bank_account (number, currency) values (?, ?) on conflict do nothing")
        .bind(number)
        .bind(currency.code())
        .execute(&mut *conn)
        .await?;
    Ok(sqlx::query_scalar("select id from bank_account where number = ? and currency = ?")
        .bind(number)
        .bind(currency.code())
        .fetch_one(conn)
        .await?)
}

/// Which of these lines the book already has.
///
/// # Errors
/// When the book cannot be read.
pub async fn known(conn: &mut SqliteConnection, lines: &[SameAs]) -> Result<HashSet<SameAs>, LedgerError> {
    let mut known = HashSet::new();
    for batch in lines.chunks(BATCH) {
        let hashes: Vec<String> = batch.iter().map(|hash| crate::hex::show(hash)).collect();
        let found: Vec<Vec<u8>> = sqlx::query_scalar(
            "select same_as from bank_line where withdrawn = 0 \
             and same_as in (select unhex(value) from json_each(?))",
        )
        .bind(serde_json::to_string(&hashes)?)
        .fetch_all(&mut *conn)
        .await?;
        known.extend(found.into_iter().filter_map(|hash| SameAs::try_from(hash).ok()));
    }
    Ok(known)
}

/// Keeps what a file says of an account and answers its row.
///
/// # Errors
/// When the book cannot be written.
pub async fn insert_statement(conn: &mut SqliteConnection, new: &NewStatement) -> Result<i64, LedgerError> {
    let day = |balance: Option<(i64, Option<Day>)>| balance.and_then(|(_, on)| on).map(day_number);
    Ok(sqlx::query_scalar(
        "insert into bank_statement (account_id, import_id, opening, opening_on, closing, closing_on) \
         values (?, ?, ?, ?, ?, ?) returning id",
    )
    .bind(new.account)
    .bind(new.import)
    .bind(new.opening.map(|(amount, _)| amount))
    .bind(day(new.opening))
    .bind(new.closing.map(|(amount, _)| amount))
    .bind(day(new.closing))
    .fetch_one(conn)
    .await?)
}

/// Keeps lines of a statement.
///
/// # Errors
/// When the book cannot be written, or has one of them.
pub async fn insert_lines(
    conn: &mut SqliteConnection,
    statement: i64,
    lines: &[NewLine],
) -> Result<(), LedgerError> {
    for batch in lines.chunks(BATCH) {
        let rows: Vec<serde_json::Value> = batch
            .iter()
            .map(|line| {
                serde_json::json!([
                    day_number(line.on),
                    line.value_on.map(day_number),
                    line.amount,
                    line.payer,
                    name_key(&line.payer),
                    line.payer_account,
                    line.reference,
                    line.text,
                    line.bank_id,
                    crate::hex::show(&line.same_as),
                ])
            })
            .collect();
        sqlx::query(
            "insert into bank_line (statement_id, day, value_day, amount, payer, payer_key, payer_account, reference, \
             text, bank_id, same_as) select ?2, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, \
             value ->> 5, value ->> 6, value ->> 7, value ->> 8, unhex(value ->> 9) from json_each(?1)",
        )
        .bind(serde_json::to_string(&rows)?)
        .bind(statement)
        .execute(&mut *conn)
        .await?;
    }
    Ok(())
}

/// A payment a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, FromRow)]
pub struct Match {
    /// The payment's entry.
    #[sqlx(rename = "entry_id")]
    pub payment: i64,
    /// It was in the book before the line came.
    pub was_entered: bool,
    /// The discount it earned by being early.
    #[sqlx(rename = "discount_id")]
    pub discount: Option<i64>,
}

/// Notes that a line is a payment.
///
/// # Errors
/// When the book cannot be written, or the payment is another line's.
pub async fn insert_match(conn: &mut SqliteConnection, line: i64, new: &Match) -> Result<(), LedgerError> {
    sqlx::query("insert into bank_match (entry_id, line_id, was_entered, discount_id) values (?, ?, ?, ?)")
        .bind(new.payment)
        .bind(line)
        .bind(new.was_entered)
        .bind(new.discount)
        .execute(conn)
        .await?;
    Ok(())
}

/// Takes back that a line is a payment which was in the book before; the payment stays.
///
/// # Errors
/// When the book cannot be written.
pub async fn untie(conn: &mut SqliteConnection, payment: i64) -> Result<(), LedgerError> {
    sqlx::query("delete from bank_match where entry_id = ? and was_entered = 1")
        .bind(payment)
        .execute(conn)
        .await?;
    Ok(())
}

/// The line a payment is, and the discount it earned as one.
///
/// # Errors
/// When the book cannot be read.
pub async fn line_of(
    conn: &mut SqliteConnection,
    payment: i64,
) -> Result<Option<(i64, Option<i64>)>, LedgerError> {
    Ok(sqlx::query_as("select line_id, discount_id from bank_match where entry_id = ?")
        .bind(payment)
        .fetch_optional(conn)
        .await?)
}

/// The payments a line is and that stand, the earliest first.
///
/// # Errors
/// When the book cannot be read.
pub async fn payments_of(conn: &mut SqliteConnection, line: i64) -> Result<Vec<Match>, LedgerError> {
    Ok(sqlx::query_as(
        "select m.entry_id, m.was_entered, m.discount_id from bank_match m join entry e on e.id = m.entry_id \
         where m.line_id = ? and e.withdrawn = 0 \
         and not exists (select 1 from entry r where r.reverses = e.id) order by m.entry_id",
    )
    .bind(line)
    .fetch_all(conn)
    .await?)
}

/// Lines an import brought that pay something, at most ten, the earliest first: row, day and minor units of
/// each, and its currency.
///
/// # Errors
/// When the book cannot be read.
pub async fn matched_of_import(
    conn: &mut SqliteConnection,
    import: i64,
) -> Result<Vec<(i64, Day, i64, String)>, LedgerError> {
    let rows: Vec<(i64, i64, i64, String)> = sqlx::query_as(
        "select distinct l.id, l.day, l.amount, a.currency from bank_statement s \
         join bank_line l on l.statement_id = s.id join bank_account a on a.id = s.account_id \
         join bank_match m on m.line_id = l.id join entry e on e.id = m.entry_id \
         where s.import_id = ? and e.withdrawn = 0 \
         and not exists (select 1 from entry r where r.reverses = e.id) order by l.id limit 10",
    )
    .bind(import)
    .fetch_all(conn)
    .await?;
    rows.into_iter()
        .map(|(id, day, amount, currency)| Ok((id, column::day(day)?, amount, currency)))
        .collect()
}

/// Takes back the lines an import brought and answers how many.
///
/// # Errors
/// When the book cannot be written.
pub(crate) async fn withdraw_import(conn: &mut SqliteConnection, import: i64) -> Result<u64, LedgerError> {
    let done = sqlx::query(
        "update bank_line set withdrawn = 1 where withdrawn = 0 \
         and statement_id in (select id from bank_statement where import_id = ?)",
    )
    .bind(import)
    .execute(conn)
    .await?;
    Ok(done.rows_affected())
}

/// What of the lines and their payments does not agree. Empty when all of it does.
///
/// # Errors
/// When the book cannot be read.
pub async fn disagreements(conn: &mut SqliteConnection) -> Result<Vec<String>, LedgerError> {
    Ok(sqlx::query_scalar(
        "with standing as (select m.line_id, e.amount, e.currency, e.kind from bank_match m \
           join entry e on e.id = m.entry_id \
           where e.withdrawn = 0 and not exists (select 1 from entry r where r.reverses = e.id)) \
         select 'bank line ' || l.id || ': its payments come to more' from bank_line l \
           where l.id in (select line_id from standing) \
           and l.amount < (select -sum(s.amount) from standing s where s.line_id = l.id) \
         union all select 'bank line ' || s.line_id || ': of another currency or kind' from standing s \
           join bank_line l on l.id = s.line_id join bank_statement b on b.id = l.statement_id \
           join bank_account a on a.id = b.account_id where a.currency <> s.currency or s.kind <> 'payment' \
         union all select 'bank line ' || s.line_id || ': taken back, but pays' from standing s \
           join bank_line l on l.id = s.line_id where l.withdrawn = 1 \
         limit 100",
    )
    .fetch_all(conn)
    .await?)
}
