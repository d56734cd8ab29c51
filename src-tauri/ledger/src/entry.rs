//! Entries and allocations: the only place where what is owed changes.

use crate::day::day_number;
use crate::{LedgerError, column};
use goodterms_terms::Day;
use goodterms_terms::entry::EntryKind;
use serde::Serialize;
use sqlx::{FromRow, SqliteConnection};

/// An entry to be added. Amounts are minor units: more than nothing raises what the client owes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewEntry {
    /// Whose it is.
    pub client: i64,
    /// What it is.
    pub kind: EntryKind,
    /// ISO 4217.
    pub currency: String,
    /// Minor units, signed.
    pub amount: i64,
    /// The day it counts from.
    pub on: Day,
    /// When it falls due; of a credit, the day it counts from.
    pub due: Day,
    /// Whether that day was assumed from the usual terms.
    pub due_assumed: bool,
    /// Written, not yet sent: not owed.
    pub draft: bool,
    /// Inferred from a file.
    pub assumed: bool,
    /// Its number.
    pub number: String,
    /// What an invoice was for.
    pub subject: String,
    /// Purchase order or payment reference.
    pub reference: String,
    /// How it was paid.
    pub method: String,
    /// The order of payment that was used.
    pub appropriation: String,
    /// Why, where a reason was asked.
    pub note: String,
    /// What it takes back.
    pub reverses: Option<i64>,
    /// The invoice it adjusts.
    pub adjusts: Option<i64>,
    /// The file it came from.
    pub import: Option<i64>,
}

impl NewEntry {
    /// An entry with nothing but the necessary.
    pub fn of(client: i64, kind: EntryKind, currency: &str, amount: i64, on: Day) -> Self {
        Self {
            client,
            kind,
            currency: currency.to_owned(),
            amount,
            on,
            due: on,
            due_assumed: false,
            draft: false,
            assumed: false,
            number: String::new(),
            subject: String::new(),
            reference: String::new(),
            method: String::new(),
            appropriation: String::new(),
            note: String::new(),
            reverses: None,
            adjusts: None,
            import: None,
        }
    }
}

/// So much of a credit for a debit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct NewAllocation {
    /// The credit's entry.
    pub credit: i64,
    /// The debit's entry.
    pub debit: i64,
    /// Minor units, more than nothing.
    pub amount: i64,
    /// The day it counts from.
    pub on: Day,
}

/// Adds one entry and answers its row.
///
/// # Errors
/// When the book cannot be written.
pub async fn insert(
    conn: &mut SqliteConnection,
    entry: &NewEntry,
    recorded_at: i64,
) -> Result<i64, LedgerError> {
    Ok(insert_many(conn, std::slice::from_ref(entry), recorded_at).await?.start)
}

/// Adds many entries at once and answers their rows, in the order given.
///
/// # Errors
/// When the book cannot be written.
pub async fn insert_many(
    conn: &mut SqliteConnection,
    entries: &[NewEntry],
    recorded_at: i64,
) -> Result<std::ops::Range<i64>, LedgerError> {
    let first: i64 =
        sqlx::query_scalar("select coalesce(max(id), 0) + 1 from entry").fetch_one(&mut *conn).await?;
    let mut next = first;
    for batch in entries.chunks(BATCH) {
        let rows: Vec<serde_json::Value> = batch
            .iter()
            .map(|e| {
                let row = serde_json::json!([
                    next,
                    e.client,
                    e.kind.as_str(),
                    e.currency,
                    e.amount,
                    day_number(e.on),
                    day_number(e.due),
                    u8::from(e.due_assumed),
                    u8::from(e.draft),
                    u8::from(e.assumed),
                    e.number,
                    e.reference,
                    e.method,
                    e.appropriation,
                    e.note,
                    e.reverses,
                    e.import,
                    e.subject,
                    e.adjusts,
                ]);
                next += 1;
                row
            })
            .collect();
        sqlx::query(
            "insert into entry (id, client_id, kind, currency, amount, open, effective_on, moved_on, due_on, \
             due_assumed, draft, assumed, number, reference, method, appropriation, note, reverses, import_id, \
             subject, adjusts, recorded_at) \
             select value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 4, value ->> 5, \
             value ->> 5, value ->> 6, value ->> 7, value ->> 8, value ->> 9, value ->> 10, value ->> 11, \
             value ->> 12, value ->> 13, value ->> 14, value ->> 15, value ->> 16, value ->> 17, \
             value ->> 18, ?2 from json_each(?1)",
        )
        .bind(serde_json::to_string(&rows)?)
        .bind(recorded_at)
        .execute(&mut *conn)
        .await?;
    }
    Ok(first..next)
}

/// Rows per statement: large enough that statements cost nothing, small enough that memory stays flat.
const BATCH: usize = 5_000;

/// Lets credits pay debits and brings both sides' open amounts up to date.
///
/// # Errors
/// When the book cannot be written.
pub async fn allocate(
    conn: &mut SqliteConnection,
    allocations: &[NewAllocation],
    recorded_at: i64,
) -> Result<(), LedgerError> {
    for batch in allocations.chunks(BATCH) {
        let rows: Vec<serde_json::Value> = batch
            .iter()
            .map(|a| serde_json::json!([a.credit, a.debit, a.amount, day_number(a.on)]))
            .collect();
        sqlx::query(
            "insert into allocation (credit_id, debit_id, amount, effective_on, recorded_at) \
             select value ->> 0, value ->> 1, value ->> 2, value ->> 3, ?2 from json_each(?1)",
        )
        .bind(serde_json::to_string(&rows)?)
        .bind(recorded_at)
        .execute(&mut *conn)
        .await?;
        let touched: Vec<i64> = batch.iter().flat_map(|a| [a.credit, a.debit]).collect();
        bring_up_to_date(conn, &touched).await?;
    }
    Ok(())
}

/// Works out open and moved_on from allocations.
const UP_TO_DATE: &str = "update entry set \
     open = case when amount > 0 \
       then amount - coalesce((select sum(amount) from allocation where debit_id = entry.id), 0) \
       else amount + coalesce((select sum(amount) from allocation where credit_id = entry.id), 0) end, \
     moved_on = max(effective_on, case when amount > 0 \
       then coalesce((select max(effective_on) from allocation where debit_id = entry.id), effective_on) \
       else coalesce((select max(effective_on) from allocation where credit_id = entry.id), effective_on) end)";

async fn bring_up_to_date(conn: &mut SqliteConnection, entries: &[i64]) -> Result<(), LedgerError> {
    let sql = format!("{UP_TO_DATE} where id in (select value from json_each(?))");
    sqlx::query(sqlx::AssertSqlSafe(sql)).bind(serde_json::to_string(entries)?).execute(conn).await?;
    Ok(())
}

/// Works out what is open, and since when, of every entry: after rows were taken up from another book.
///
/// # Errors
/// When the book cannot be written.
pub async fn bring_all_up_to_date(conn: &mut SqliteConnection) -> Result<(), LedgerError> {
    sqlx::query(UP_TO_DATE).execute(conn).await?;
    Ok(())
}

/// An entry as it stands in the book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its row.
    pub id: i64,
    /// Whose it is.
    pub client: i64,
    /// What it is.
    pub kind: EntryKind,
    /// ISO 4217.
    pub currency: String,
    /// Minor units, signed.
    pub amount: i64,
    /// The day it counts from.
    pub on: Day,
    /// When it falls due.
    pub due: Day,
    /// What is not yet allocated, whatever the day.
    pub open: i64,
    /// Written, not yet sent.
    pub draft: bool,
    /// Its number.
    pub number: String,
    /// What it takes back.
    pub reverses: Option<i64>,
    /// Whether it has been taken back.
    pub reversed: bool,
}

#[derive(FromRow)]
struct EntryRow {
    id: i64,
    client_id: i64,
    kind: String,
    currency: String,
    amount: i64,
    effective_on: i64,
    due_on: i64,
    open: i64,
    draft: bool,
    number: String,
    reverses: Option<i64>,
    reversed: bool,
}

impl TryFrom<EntryRow> for Entry {
    type Error = LedgerError;

    fn try_from(row: EntryRow) -> Result<Self, LedgerError> {
        let kind = column::entry_kind(&row.kind)?;
        Ok(Self {
            id: row.id,
            client: row.client_id,
            kind,
            currency: row.currency,
            amount: row.amount,
            on: column::day(row.effective_on)?,
            due: column::day(row.due_on)?,
            open: row.open,
            draft: row.draft,
            number: row.number,
            reverses: row.reverses,
            reversed: row.reversed,
        })
    }
}

const ENTRY: &str = "select id, client_id, kind, currency, amount, effective_on, due_on, open, draft, number, reverses, \
                     exists (select 1 from entry r where r.reverses = e.id) as reversed from entry e ";

/// The entry of that row, if it stands.
///
/// # Errors
/// When the book cannot be read.
pub async fn by_id(conn: &mut SqliteConnection, id: i64) -> Result<Option<Entry>, LedgerError> {
    let sql = format!("{ENTRY} where id = ? and withdrawn = 0");
    let row: Option<EntryRow> =
        sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(id).fetch_optional(conn).await?;
    row.map(Entry::try_from).transpose()
}

/// Invoices of that number, however written, of any client.
///
/// # Errors
/// When the book cannot be read.
pub async fn invoices_numbered(conn: &mut SqliteConnection, number: &str) -> Result<Vec<Entry>, LedgerError> {
    let sql = format!(
        "{ENTRY} where kind = 'invoice' and withdrawn = 0 and reverses is null and number = ?1 order by id"
    );
    let rows: Vec<EntryRow> =
        sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(number.trim()).fetch_all(conn).await?;
    rows.into_iter().map(Entry::try_from).collect()
}

/// Takes an entry back: what it paid, or what paid it, is free again, and an opposite entry stands against it.
///
/// A *mistake* (`event` is none) is undone on the days it counted from, as if it had never been. An *event*
/// such as a bounced payment counts from its own day. Answers the opposite entry's row.
///
/// # Errors
/// When the book cannot be written.
pub async fn reverse(
    conn: &mut SqliteConnection,
    entry: &Entry,
    event: Option<Day>,
    note: &str,
    recorded_at: i64,
) -> Result<i64, LedgerError> {
    let touched: Vec<i64> = sqlx::query_scalar(
        "insert into allocation (credit_id, debit_id, amount, effective_on, recorded_at, reverses) \
         select credit_id, debit_id, -amount, max(effective_on, coalesce(?2, effective_on)), ?3, id from allocation a \
         where (credit_id = ?1 or debit_id = ?1) and amount > 0 \
         and not exists (select 1 from allocation r where r.reverses = a.id) \
         returning case when credit_id = ?1 then debit_id else credit_id end",
    )
    .bind(entry.id)
    .bind(event.map(day_number))
    .bind(recorded_at)
    .fetch_all(&mut *conn)
    .await?;
    bring_up_to_date(conn, &touched).await?;

    let day = event.unwrap_or(entry.on).max(entry.on);
    let mut opposite = NewEntry::of(entry.client, entry.kind, &entry.currency, -entry.amount, day);
    opposite.reverses = Some(entry.id);
    opposite.note = note.to_owned();
    opposite.draft = entry.draft;
    let opposite = insert(conn, &opposite, recorded_at).await?;
    let (credit, debit) = if entry.amount > 0 { (opposite, entry.id) } else { (entry.id, opposite) };
    let amount = entry.amount.abs();
    allocate(conn, &[NewAllocation { credit, debit, amount, on: day }], recorded_at).await?;
    Ok(opposite)
}

/// What of the book's money does not agree with itself. Empty when every amount is where it should be.
///
/// # Errors
/// When the book cannot be read.
pub async fn disagreements(conn: &mut SqliteConnection) -> Result<Vec<String>, LedgerError> {
    let found: Vec<String> = sqlx::query_scalar(
        "with sums as ( \
           select e.id, e.amount, e.open, e.moved_on, e.effective_on, \
             coalesce((select sum(a.amount) from allocation a where a.debit_id = e.id), 0) as paid, \
             coalesce((select sum(a.amount) from allocation a where a.credit_id = e.id), 0) as spent, \
             max(coalesce((select max(a.effective_on) from allocation a where a.debit_id = e.id), e.effective_on), \
                 coalesce((select max(a.effective_on) from allocation a where a.credit_id = e.id), e.effective_on), \
                 e.effective_on) as moved \
           from entry e) \
         select 'entry ' || id || ': open amount' from sums where open <> amount - paid + spent \
         union all select 'entry ' || id || ': day of last movement' from sums where moved_on <> moved \
         union all select 'entry ' || id || ': paid more than it is' from sums \
           where (amount > 0 and (paid > amount or paid < 0 or spent <> 0)) \
              or (amount < 0 and (spent > -amount or spent < 0 or paid <> 0)) \
         union all select 'allocation ' || a.id || ': of two clients or currencies' from allocation a \
           join entry c on c.id = a.credit_id join entry d on d.id = a.debit_id \
           where c.client_id <> d.client_id or c.currency <> d.currency or c.amount > 0 or d.amount < 0 \
         union all select 'entry ' || r.id || ': takes back another amount' from entry r \
           join entry e on e.id = r.reverses where r.amount <> -e.amount or r.client_id <> e.client_id \
         limit 100",
    )
    .fetch_all(conn)
    .await?;
    Ok(found)
}

/// Takes back all that an import brought at once, each on its own day: the same as [`reverse`] for each of
/// them, in a handful of statements.
///
/// # Errors
/// When the book cannot be written.
pub(crate) async fn take_back_import(
    conn: &mut SqliteConnection,
    import: i64,
    recorded_at: i64,
) -> Result<(), LedgerError> {
    let standing = "select id from entry i where import_id = ?1 and reverses is null and withdrawn = 0 \
                    and not exists (select 1 from entry r where r.reverses = i.id)";
    let undo_allocations = format!(
        "insert into allocation (credit_id, debit_id, amount, effective_on, recorded_at, reverses) \
         select credit_id, debit_id, -amount, effective_on, ?2, id from allocation a \
         where amount > 0 and not exists (select 1 from allocation r where r.reverses = a.id) \
         and (credit_id in ({standing}) or debit_id in ({standing})) returning credit_id, debit_id"
    );
    let touched: Vec<(i64, i64)> = sqlx::query_as(sqlx::AssertSqlSafe(undo_allocations))
        .bind(import)
        .bind(recorded_at)
        .fetch_all(&mut *conn)
        .await?;
    let mut touched: Vec<i64> = touched.into_iter().flat_map(|(credit, debit)| [credit, debit]).collect();

    let opposites: Vec<(i64, i64, i64)> = sqlx::query_as(
        "insert into entry (client_id, kind, currency, amount, open, effective_on, moved_on, due_on, draft, \
         withdrawn, recorded_at, reverses) \
         select client_id, kind, currency, -amount, -amount, effective_on, effective_on, effective_on, draft, 1, ?2, id \
         from entry e where import_id = ?1 and reverses is null and withdrawn = 0 \
         and not exists (select 1 from entry r where r.reverses = e.id) returning id, reverses, amount",
    )
    .bind(import)
    .bind(recorded_at)
    .fetch_all(&mut *conn)
    .await?;
    let pairs: Vec<(i64, i64, i64)> = opposites
        .iter()
        .map(
            |&(opposite, original, amount)| {
                if amount < 0 { (opposite, original, -amount) } else { (original, opposite, amount) }
            },
        )
        .collect();
    for batch in pairs.chunks(BATCH) {
        sqlx::query(
            "insert into allocation (credit_id, debit_id, amount, effective_on, recorded_at) \
             select value ->> 0, value ->> 1, value ->> 2, (select effective_on from entry where id = value ->> 0), ?2 \
             from json_each(?1)",
        )
        .bind(serde_json::to_string(batch)?)
        .bind(recorded_at)
        .execute(&mut *conn)
        .await?;
    }
    touched.extend(pairs.iter().flat_map(|&(credit, debit, _)| [credit, debit]));
    for batch in touched.chunks(BATCH) {
        bring_up_to_date(conn, batch).await?;
    }
    sqlx::query(
        "update entry set withdrawn = 1 where import_id = ?1 \
         or reverses in (select id from entry where import_id = ?1)",
    )
    .bind(import)
    .execute(conn)
    .await?;
    Ok(())
}

/// What is known of an entry beside its money.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct Particulars {
    /// What it was for, in a few words.
    pub subject: String,
    /// Purchase order or payment reference.
    pub reference: String,
    /// How it was paid.
    pub method: String,
    /// The file it came from.
    pub file: Option<String>,
}

/// What is known of an entry beside its money.
///
/// # Errors
/// When there is no such entry or the book cannot be read.
pub async fn particulars(conn: &mut SqliteConnection, id: i64) -> Result<Particulars, LedgerError> {
    Ok(sqlx::query_as(
        "select e.subject, e.reference, e.method, i.file_name as file from entry e left join import i on i.id = e.import_id \
         where e.id = ?",
    )
    .bind(id)
    .fetch_one(conn)
    .await?)
}

/// What a credit pays at present: the number of each debit (its kind where it has none) and minor units.
///
/// # Errors
/// When the book cannot be read.
pub async fn paid_by(conn: &mut SqliteConnection, credit: i64) -> Result<Vec<(String, i64)>, LedgerError> {
    Ok(sqlx::query_as(
        "select coalesce(nullif(d.number, ''), d.kind), sum(a.amount) from allocation a \
         join entry d on d.id = a.debit_id where a.credit_id = ? group by d.id having sum(a.amount) <> 0 order by d.id",
    )
    .bind(credit)
    .fetch_all(conn)
    .await?)
}
