//! Everything that stands in the book, table by table, so that an export can be taken up by another book.
//!
//! A row is a JSON object of its columns: amounts as decimals of the row's `currency`, days as ISO dates, ids as
//! numbers of this book. The history stays with its book, since it proves that one alone; the business's seals
//! stay too, since they are secrets. Papers are named here and kept as files beside.

mod tables;

pub use tables::TABLES;

use crate::day::day_number;
use crate::{LedgerError, column};
use goodterms_terms::history::Counts;
use goodterms_terms::{Currency, Day, Money, day};
use serde_json::{Map, Value, json};
use sqlx::SqliteConnection;

/// Rows of a page: large enough that statements cost nothing, small enough that memory stays flat.
pub const PAGE: i64 = 5_000;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// A row's id, or another whole number.
    Number,
    /// Words.
    Words,
    /// An amount of the row's currency.
    Amount,
    /// A day.
    Day,
    /// Yes or no.
    Flag,
    /// Bytes, as hexadecimal digits.
    Bytes,
}

/// A column of a table.
#[derive(Debug, Clone, Copy)]
pub struct Column {
    /// Its name, in the book and in the export.
    pub name: &'static str,
    /// What it holds.
    pub holds: Holds,
    /// Whether it may hold nothing.
    pub may_lack: bool,
}

/// A table of the book.
#[derive(Debug, Clone, Copy)]
pub struct Table {
    /// Its name in the book.
    pub name: &'static str,
    /// Its name in an export.
    pub key: &'static str,
    /// What the row's currency is, where the row does not say itself.
    currency: &'static str,
    /// Its columns.
    pub columns: &'static [Column],
    /// Columns that are worked out when a row is taken up, and how.
    worked_out: &'static [(&'static str, &'static str)],
}

impl Table {
    /// Whether it is gone through by the number of its rows; the others are short.
    fn has_ids(&self) -> bool {
        self.columns.first().is_some_and(|column| column.name == "id")
    }

    /// Whether a row has a currency that is no column of its own.
    pub const fn names_currency(&self) -> bool {
        !self.currency.is_empty()
    }
}

/// A row, by the names of its columns.
pub type Row = Map<String, Value>;

/// The rows of a table after a given one, at most [`PAGE`] of them, and from where to go on, if there are more.
///
/// # Errors
/// When the book cannot be read.
pub async fn page(
    conn: &mut SqliteConnection,
    table: &Table,
    after: i64,
) -> Result<(Vec<Row>, Option<i64>), LedgerError> {
    let pairs: Vec<String> = table
        .columns
        .iter()
        .map(|column| match column.holds {
            Holds::Bytes => format!("'{0}', lower(hex(t.{0})), 'no {0}', t.{0} is null", column.name),
            _ => format!("'{0}', t.{0}", column.name),
        })
        .collect();
    let currency =
        if table.names_currency() { format!(", 'currency', {}", table.currency) } else { String::new() };
    let range = if table.has_ids() {
        format!("where t.id > ?1 order by t.id limit {PAGE}")
    } else {
        "where ?1 = 0".to_owned()
    };
    let sql = format!("select json_object({}{currency}) from {} t {range}", pairs.join(", "), table.name);
    let found: Vec<String> = sqlx::query_scalar(sqlx::AssertSqlSafe(sql)).bind(after).fetch_all(conn).await?;
    let mut rows = Vec::with_capacity(found.len());
    for row in found {
        rows.push(written(table, serde_json::from_str(&row)?)?);
    }
    let full = table.has_ids() && i64::try_from(rows.len()).is_ok_and(|count| count == PAGE);
    let last = rows.last().filter(|_| full).and_then(|row| row.get("id")).and_then(Value::as_i64);
    Ok((rows, last))
}

/// How many rows a table has.
///
/// # Errors
/// When the book cannot be read.
pub async fn count(conn: &mut SqliteConnection, table: &Table) -> Result<u64, LedgerError> {
    let sql = format!("select count(*) from {}", table.name);
    let count: i64 = sqlx::query_scalar(sqlx::AssertSqlSafe(sql)).fetch_one(conn).await?;
    Ok(u64::try_from(count).unwrap_or_default())
}

/// A row as an export says it.
fn written(table: &Table, mut row: Row) -> Result<Row, LedgerError> {
    let currency = row.get("currency").and_then(Value::as_str).map(column::currency).transpose()?;
    for each in table.columns {
        let lacking = row.remove(&format!("no {}", each.name)).is_some_and(|lacks| lacks == json!(1));
        let Some(value) = row.get_mut(each.name) else { continue };
        if lacking {
            *value = Value::Null;
        }
        if let Some(number) = value.as_i64() {
            *value = match each.holds {
                Holds::Amount => {
                    let currency =
                        currency.ok_or_else(|| LedgerError::unexpected("an amount of no currency"))?;
                    Money::of(number, currency).to_string().into()
                }
                Holds::Day => column::day(number)?.to_string().into(),
                Holds::Flag => (number != 0).into(),
                _ => continue,
            };
        }
    }
    Ok(row)
}

/// What is wrong with a row of an export.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadRow {
    /// The column.
    pub column: &'static str,
    /// What was found there.
    pub found: String,
}

/// A row of an export as the book keeps it: its columns in their order, and nothing else.
///
/// # Errors
/// What is wrong with it.
pub fn kept(table: &Table, row: &Row) -> Result<Value, BadRow> {
    let currency =
        row.get("currency").and_then(Value::as_str).and_then(|code| Currency::from_code(code).ok());
    let cell = |each: &Column| {
        let value = row.get(each.name).unwrap_or(&Value::Null);
        let kept = match (each.holds, value) {
            (_, Value::Null) if each.may_lack => Some(Value::Null),
            (Holds::Number, Value::Number(number)) if number.is_i64() => Some(value.clone()),
            (Holds::Words, Value::String(_)) => Some(value.clone()),
            (Holds::Flag, Value::Bool(flag)) => Some(json!(i64::from(*flag))),
            (Holds::Bytes, Value::String(digits)) => is_hex(digits).then(|| value.clone()),
            (Holds::Day, Value::String(text)) => day::parse(text).ok().map(|day: Day| json!(day_number(day))),
            (Holds::Amount, Value::String(text)) => currency
                .and_then(|currency| Money::parse(text, currency).ok())
                .map(|money| json!(money.minor())),
            _ => None,
        };
        kept.ok_or_else(|| BadRow { column: each.name, found: value.to_string() })
    };
    Ok(Value::Array(table.columns.iter().map(cell).collect::<Result<_, _>>()?))
}

fn is_hex(digits: &str) -> bool {
    digits.len().is_multiple_of(2) && digits.bytes().all(|digit| digit.is_ascii_hexdigit())
}

/// Takes up rows of an export, a JSON list of what [`kept`] made of them.
///
/// # Errors
/// When the book cannot be written.
pub async fn take_up(conn: &mut SqliteConnection, table: &Table, rows: &str) -> Result<(), LedgerError> {
    let names: Vec<&str> = table.columns.iter().map(|column| column.name).collect();
    let values: Vec<String> = table
        .columns
        .iter()
        .enumerate()
        .map(|(place, column)| match column.holds {
            Holds::Bytes => format!("unhex(value ->> {place})"),
            _ => format!("value ->> {place}"),
        })
        .collect();
    let more: String = table.worked_out.iter().map(|(name, _)| format!(", {name}")).collect();
    let worked_out: String = table.worked_out.iter().map(|(_, how)| format!(", {how}")).collect();
    let sql = format!(
        "insert into {} ({}{more}) select {}{worked_out} from json_each(?)",
        table.name,
        names.join(", "),
        values.join(", "),
    );
    sqlx::query(sqlx::AssertSqlSafe(sql)).bind(rows).execute(conn).await?;
    Ok(())
}

/// Lets rows refer to others that are taken up only later in the same change.
///
/// # Errors
/// When the book cannot be written.
pub async fn begin_taking_up(conn: &mut SqliteConnection) -> Result<(), LedgerError> {
    sqlx::query("pragma defer_foreign_keys = on").execute(conn).await?;
    Ok(())
}

/// The number of the last thing that happened: as long as it stays, nothing in the book has changed.
///
/// # Errors
/// When the book cannot be read.
pub async fn last_happening(conn: &mut SqliteConnection) -> Result<i64, LedgerError> {
    Ok(sqlx::query_scalar("select coalesce(max(seq), 0) from history").fetch_one(conn).await?)
}

/// Whether nothing of the trade is in the book yet.
///
/// # Errors
/// When the book cannot be read.
pub async fn is_empty(conn: &mut SqliteConnection) -> Result<bool, LedgerError> {
    for table in TABLES {
        if count(conn, table).await? > 0 {
            return Ok(false);
        }
    }
    Ok(true)
}

/// A file that an export lays beside the rows: a paper, or the original of an import.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Its hash.
    pub sha256: Vec<u8>,
    /// Its own name.
    pub name: String,
}

/// The papers and originals that are kept, each once, the papers first.
///
/// # Errors
/// When the book cannot be read.
pub async fn kept_files(conn: &mut SqliteConnection) -> Result<Vec<Kept>, LedgerError> {
    let rows: Vec<(Vec<u8>, String)> = sqlx::query_as(
        "select sha256, name from (select sha256, name, min(id) as place, 0 as which from document group by sha256 \
         union all select o.sha256, i.file_name, min(i.id), 1 from original o join import i on i.sha256 = o.sha256 \
         where o.sha256 not in (select sha256 from document) group by o.sha256) order by which, place",
    )
    .fetch_all(conn)
    .await?;
    Ok(rows.into_iter().map(|(sha256, name)| Kept { sha256, name }).collect())
}

/// The bytes of that hash.
///
/// # Errors
/// When there are none or the book cannot be read.
pub async fn kept_bytes(conn: &mut SqliteConnection, sha256: &[u8]) -> Result<Vec<u8>, LedgerError> {
    Ok(sqlx::query_scalar(
        "select bytes from document where sha256 = ?1 union all select bytes from original where sha256 = ?1 limit 1",
    )
    .bind(sha256)
    .fetch_one(conn)
    .await?)
}

/// Takes up the bytes of papers of that hash.
///
/// # Errors
/// When the book cannot be written.
pub async fn take_up_bytes(
    conn: &mut SqliteConnection,
    sha256: &[u8],
    bytes: &[u8],
) -> Result<(), LedgerError> {
    sqlx::query("update document set bytes = ?2 where sha256 = ?1")
        .bind(sha256)
        .bind(bytes)
        .execute(conn)
        .await?;
    Ok(())
}

/// The name of a paper whose bytes were not taken up, if there is one.
///
/// # Errors
/// When the book cannot be read.
pub async fn missing_paper(conn: &mut SqliteConnection) -> Result<Option<String>, LedgerError> {
    Ok(sqlx::query_scalar("select name from document where length(bytes) = 0 order by id limit 1")
        .fetch_optional(conn)
        .await?)
}

/// Rows that refer to nothing. Empty when all refer to something.
///
/// # Errors
/// When the book cannot be read.
pub async fn dangling(conn: &mut SqliteConnection) -> Result<Vec<String>, LedgerError> {
    Ok(sqlx::query_scalar(
        "select 'a row of ' || \"table\" || ' refers to nothing' from pragma_foreign_key_check limit 100",
    )
    .fetch_all(conn)
    .await?)
}

/// How much of what stands in the book.
///
/// # Errors
/// When the book cannot be read.
pub async fn counts(conn: &mut SqliteConnection) -> Result<Counts, LedgerError> {
    let entries = |kind: &str| {
        format!(
            "(select count(*) from entry e where kind = '{kind}' and withdrawn = 0 and reverses is null \
             and not exists (select 1 from entry r where r.reverses = e.id))"
        )
    };
    let sql = format!(
        "select (select count(*) from client where withdrawn = 0), {}, {}, {}, \
         (select count(*) from bank_line where withdrawn = 0), (select count(*) from contact)",
        entries("invoice"),
        entries("credit_note"),
        entries("payment"),
    );
    let (clients, invoices, credit_notes, payments, bank_lines, contacts): (i64, i64, i64, i64, i64, i64) =
        sqlx::query_as(sqlx::AssertSqlSafe(sql)).fetch_one(conn).await?;
    let whole = |count: i64| u64::try_from(count).unwrap_or_default();
    Ok(Counts {
        clients: whole(clients),
        invoices: whole(invoices),
        credit_notes: whole(credit_notes),
        payments: whole(payments),
        bank_lines: whole(bank_lines),
        contacts: whole(contacts),
    })
}
