//! What may need somebody today: who is late, what is disputed, what was announced, what came in.

use super::OPEN_AS_AT;
use crate::day::day_number;
use crate::{LedgerError, column};
use goodterms_terms::Day;
use serde::Deserialize;
use sqlx::{FromRow, SqliteConnection};

/// A client with overdue debts in one currency, apart from those left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Late {
    /// Whose.
    pub client: i64,
    /// The client's name.
    pub client_name: String,
    /// BCP 47, or nothing.
    pub language: String,
    /// ISO 4217.
    pub currency: String,
    /// What is overdue, minor units.
    pub open: i64,
    /// The oldest due day.
    pub since: Day,
    /// The last word that went to the client, of any kind.
    pub last_word: Option<Day>,
    /// Reminders since that due day.
    pub reminders: u32,
}

#[derive(Deserialize)]
struct LateRow(i64, String, String, String, i64, i64, Option<i64>, u32);

/// Who is late as at a day, the largest amount first. Debts named in `apart` (covered by plans, disputed) are
/// left out.
///
/// # Errors
/// When the book cannot be read.
pub async fn late(conn: &mut SqliteConnection, apart: &[i64], as_at: Day) -> Result<Vec<Late>, LedgerError> {
    // Each half reads one narrow index from end to end and no wide row.
    let sql = format!(
        "with standing as ( \
           select e.id, e.client_id, e.currency, e.due_on, {OPEN_AS_AT} as open from entry e \
             where e.open <> 0 and e.draft = 0 and e.due_on < ?1 and e.effective_on <= ?1 \
           union all \
           select e.id, e.client_id, e.currency, e.due_on, {OPEN_AS_AT} as open from entry e \
             where e.open = 0 and e.draft = 0 and e.moved_on > ?1 and e.due_on < ?1 and e.effective_on <= ?1), \
         late as (select client_id, currency, sum(open) as open, min(due_on) as since from standing \
           where open > 0 and id not in (select value from json_each(?2)) group by client_id, currency) \
         select coalesce(json_group_array(json_array(client_id, name, language, currency, open, since, last_word, \
           reminders)), '[]') from ( \
         select l.*, c.name, c.language, \
           (select max(day) from contact w where w.client_id = l.client_id and w.direction = 'out' and w.day <= ?1) \
             as last_word, \
           (select count(*) from contact w where w.client_id = l.client_id and w.direction = 'out' \
             and w.kind = 'reminder' and w.day between l.since and ?1) as reminders \
         from late l join client c on c.id = l.client_id order by l.open desc, c.name_key)"
    );
    let rows: String = sqlx::query_scalar(sqlx::AssertSqlSafe(sql))
        .bind(day_number(as_at))
        .bind(serde_json::to_string(apart)?)
        .fetch_one(conn)
        .await?;
    let rows: Vec<LateRow> = serde_json::from_str(&rows)?;
    rows.into_iter()
        .map(|row| {
            Ok(Late {
                client: row.0,
                client_name: row.1,
                language: row.2,
                currency: row.3,
                open: row.4,
                since: column::day(row.5)?,
                last_word: column::day_if(row.6)?,
                reminders: row.7,
            })
        })
        .collect()
}

/// Numbers of a client's overdue invoices in a currency, apart from those left out, the oldest due first.
///
/// # Errors
/// When the book cannot be read.
pub async fn late_numbers(
    conn: &mut SqliteConnection,
    client: i64,
    currency: &str,
    apart: &[i64],
    as_at: Day,
) -> Result<Vec<String>, LedgerError> {
    let sql = format!(
        "select number from (select e.number, e.due_on, {OPEN_AS_AT} as open from entry e \
         where e.client_id = ?2 and e.currency = ?3 and e.draft = 0 and e.due_on < ?1 and e.effective_on <= ?1 \
         and e.kind = 'invoice' and e.reverses is null and (e.open > 0 or e.moved_on > ?1) \
         and e.id not in (select value from json_each(?4))) where open > 0 order by due_on, number"
    );
    Ok(sqlx::query_scalar(sqlx::AssertSqlSafe(sql))
        .bind(day_number(as_at))
        .bind(client)
        .bind(currency)
        .bind(serde_json::to_string(apart)?)
        .fetch_all(conn)
        .await?)
}

/// A dispute that is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Disputed {
    /// The invoice's entry.
    pub entry: i64,
    /// Its number.
    pub number: String,
    /// Whose.
    pub client: i64,
    /// The client's name.
    pub client_name: String,
    /// ISO 4217.
    pub currency: String,
    /// How much is disputed, minor units.
    pub amount: i64,
    /// Since when.
    pub since: Day,
    /// What the client says.
    pub note: String,
}

/// Disputes open on a day, the oldest first.
///
/// # Errors
/// When the book cannot be read.
pub async fn disputes(conn: &mut SqliteConnection, on: Day) -> Result<Vec<Disputed>, LedgerError> {
    #[derive(FromRow)]
    struct DisputeRow {
        entry_id: i64,
        number: String,
        client_id: i64,
        name: String,
        currency: String,
        amount: i64,
        opened_on: i64,
        note: String,
    }
    let rows: Vec<DisputeRow> = sqlx::query_as(
        "select d.entry_id, e.number, e.client_id, c.name, e.currency, coalesce(d.amount, e.open) as amount, \
         d.opened_on, d.note from dispute d join entry e on e.id = d.entry_id join client c on c.id = e.client_id \
         where e.withdrawn = 0 and e.open > 0 and d.opened_on <= ?1 \
         and (d.resolved_on is null or d.resolved_on > ?1) order by d.opened_on, d.id",
    )
    .bind(day_number(on))
    .fetch_all(conn)
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok(Disputed {
                entry: row.entry_id,
                number: row.number,
                client: row.client_id,
                client_name: row.name,
                currency: row.currency,
                amount: row.amount,
                since: column::day(row.opened_on)?,
                note: row.note,
            })
        })
        .collect()
}

/// A final demand whose announced step has not been taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Announced {
    /// The demand's row.
    pub demand: i64,
    /// Whose.
    pub client: i64,
    /// The client's name.
    pub client_name: String,
    /// ISO 4217.
    pub currency: String,
    /// What was asked for, minor units.
    pub total: i64,
    /// The day of the letter.
    pub on: Day,
    /// The last day to answer.
    pub deadline: Day,
    /// The step announced.
    pub step: String,
    /// When it is due.
    pub due: Day,
    /// Its letter.
    pub document: i64,
}

/// Final demands issued on or before a day whose step is still to be taken, of one client or of all, the
/// earliest deadline first.
///
/// # Errors
/// When the book cannot be read.
pub async fn announced(
    conn: &mut SqliteConnection,
    client: Option<i64>,
    on: Day,
) -> Result<Vec<Announced>, LedgerError> {
    #[derive(FromRow)]
    struct AnnouncedRow {
        id: i64,
        client_id: i64,
        name: String,
        currency: String,
        total: i64,
        day: i64,
        deadline: i64,
        what: String,
        due_on: i64,
        document_id: i64,
    }
    let rows: Vec<AnnouncedRow> = sqlx::query_as(
        "select d.id, d.client_id, c.name, d.currency, d.total, d.day, d.deadline, t.what, t.due_on, d.document_id \
         from task t join demand d on d.id = t.demand_id join client c on c.id = d.client_id \
         where d.day <= ?1 and (t.done_on is null or t.done_on > ?1) and (?2 is null or d.client_id = ?2) \
         order by d.deadline, d.id",
    )
    .bind(day_number(on))
    .bind(client)
    .fetch_all(conn)
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok(Announced {
                demand: row.id,
                client: row.client_id,
                client_name: row.name,
                currency: row.currency,
                total: row.total,
                on: column::day(row.day)?,
                deadline: column::day(row.deadline)?,
                step: row.what,
                due: column::day(row.due_on)?,
                document: row.document_id,
            })
        })
        .collect()
}

/// An invoice that was paid up lately, with no word of thanks since.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaidUp {
    /// Its number.
    pub number: String,
    /// Its entry.
    pub entry: i64,
    /// Whose.
    pub client: i64,
    /// The client's name.
    pub client_name: String,
    /// BCP 47, or nothing.
    pub language: String,
    /// ISO 4217.
    pub currency: String,
    /// Amount with tax, minor units.
    pub total: i64,
    /// The day the last of it came in.
    pub on: Day,
    /// Its due day.
    pub due: Day,
}

/// Invoices paid up from a day to another by money that came in on time or early, whose client has not been
/// thanked since.
///
/// # Errors
/// When the book cannot be read.
pub async fn paid_up(conn: &mut SqliteConnection, from: Day, until: Day) -> Result<Vec<PaidUp>, LedgerError> {
    #[derive(FromRow)]
    struct PaidRow {
        id: i64,
        number: String,
        client_id: i64,
        name: String,
        language: String,
        currency: String,
        amount: i64,
        moved_on: i64,
        due_on: i64,
    }
    let rows: Vec<PaidRow> = sqlx::query_as(
        "select e.id, e.number, e.client_id, c.name, c.language, e.currency, e.amount, e.moved_on, e.due_on \
         from entry e indexed by entry_settled join client c on c.id = e.client_id \
         where e.open = 0 and e.draft = 0 and e.moved_on between ?1 and ?2 and e.moved_on <= e.due_on \
         and e.kind = 'invoice' and e.withdrawn = 0 and e.reverses is null and e.amount > 0 \
         and not exists (select 1 from entry r where r.reverses = e.id) \
         and not exists (select 1 from contact w where w.client_id = e.client_id and w.direction = 'out' \
           and w.kind = 'thanks' and w.day between e.moved_on and ?2) \
         order by e.moved_on desc, e.id",
    )
    .bind(day_number(from))
    .bind(day_number(until))
    .fetch_all(conn)
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok(PaidUp {
                number: row.number,
                entry: row.id,
                client: row.client_id,
                client_name: row.name,
                language: row.language,
                currency: row.currency,
                total: row.amount,
                on: column::day(row.moved_on)?,
                due: column::day(row.due_on)?,
            })
        })
        .collect()
}

/// What falls due from a day to another by invoices not named in `apart`: currency and minor units.
///
/// # Errors
/// When the book cannot be read.
pub async fn falling_due(
    conn: &mut SqliteConnection,
    apart: &[i64],
    from: Day,
    until: Day,
) -> Result<Vec<(String, i64)>, LedgerError> {
    Ok(sqlx::query_as(
        "select currency, sum(open) from entry where open > 0 and draft = 0 and due_on between ?1 and ?2 \
         and effective_on <= ?2 and id not in (select value from json_each(?3)) group by currency order by currency",
    )
    .bind(day_number(from))
    .bind(day_number(until))
    .bind(serde_json::to_string(apart)?)
    .fetch_all(conn)
    .await?)
}

/// The last day a client was thanked, up to a day.
///
/// # Errors
/// When the book cannot be read.
pub async fn last_thanked(
    conn: &mut SqliteConnection,
    client: i64,
    until: Day,
) -> Result<Option<Day>, LedgerError> {
    let day: Option<i64> = sqlx::query_scalar(
        "select max(day) from contact where client_id = ? and direction = 'out' and kind = 'thanks' and day <= ?",
    )
    .bind(client)
    .bind(day_number(until))
    .fetch_one(conn)
    .await?;
    column::day_if(day)
}
