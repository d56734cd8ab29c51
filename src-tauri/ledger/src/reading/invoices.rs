//! Invoices as lists show them, as at any day.

use super::{OPEN_AS_AT, Whole, named};
use crate::day::day_number;
use crate::{LedgerError, column};
use goodterms_terms::Day;
use goodterms_terms::invoice::{Standing, State};
use serde::Deserialize;
use sqlx::SqliteConnection;

/// What lists can be ordered by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum SortBy {
    /// Day of issue.
    #[default]
    Issued,
    /// Due day.
    Due,
    /// Number, as text.
    Number,
    /// Client's name.
    Client,
    /// Amount with tax.
    Total,
    /// What is still owed.
    Balance,
    /// Whole days late; what is not late comes first.
    DaysLate,
}

/// Which invoices, and in what order.
#[derive(Debug, Clone, Default)]
pub struct InvoiceQuery {
    /// One client's.
    pub client: Option<i64>,
    /// These and no others, by their entries.
    pub only: Option<Vec<i64>>,
    /// Those in this state, also when another leads.
    pub state: Option<State>,
    /// Number, client's name or subject holds this text.
    pub search: String,
    /// In what order.
    pub sort: SortBy,
    /// The other way round.
    pub descending: bool,
}

/// An invoice in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvoiceRow {
    /// Its entry.
    pub id: i64,
    /// Its number.
    pub number: String,
    /// What it was for.
    pub subject: String,
    /// Whose.
    pub client: i64,
    /// The client's name.
    pub client_name: String,
    /// Day of issue.
    pub issued: Day,
    /// Its own due day.
    pub due: Day,
    /// Whether that day was assumed.
    pub due_assumed: bool,
    /// ISO 4217.
    pub currency: String,
    /// What is known of it on the day, in minor units.
    pub standing: Standing,
}

/// The sum of a whole list in one currency, in minor units.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct ListTotal {
    /// ISO 4217.
    pub currency: String,
    /// How many invoices.
    pub count: u64,
    /// Amounts with tax.
    pub total: i64,
    /// What is still owed.
    pub balance: i64,
}

/// An invoice that an active plan covers: the day its oldest unpaid instalment falls or fell due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub struct Planned {
    /// The invoice.
    pub entry: i64,
    /// Days since 1970-01-01.
    pub due: i64,
}

impl Planned {
    /// An invoice under a plan whose oldest unpaid instalment is due then.
    pub fn until(entry: i64, due: Day) -> Self {
        Self { entry, due: day_number(due) }
    }
}

/// By what the list is ordered; rows that are alike there, by their age in the book.
fn order(query: &InvoiceQuery) -> String {
    let way = if query.descending { "desc" } else { "asc" };
    let by = match query.sort {
        SortBy::Issued => "effective_on",
        SortBy::Due => "due_on",
        SortBy::Number => "number",
        SortBy::Client => "client_name",
        SortBy::Total => "amount",
        SortBy::Balance => "open",
        SortBy::DaysLate => "case when open > 0 then max(0, ?1 - coalesce(plan_due, due_on)) else 0 end",
    };
    format!("{by} {way}, id {way}")
}

fn listed(query: &InvoiceQuery) -> String {
    let state = match query.state {
        None => "1",
        Some(State::Void) => "voided",
        Some(State::Draft) => "draft and not voided",
        Some(State::Paid) => "open <= 0 and not draft and not voided and written_off = 0",
        Some(State::WrittenOff) => "open <= 0 and not draft and not voided and written_off > 0",
        Some(State::Open) => "open > 0 and not draft and not voided",
        Some(State::PartPaid) => "open > 0 and open < amount and not draft and not voided",
        Some(State::Overdue) => "open > 0 and not draft and not voided and coalesce(plan_due, due_on) < ?1",
        Some(State::Disputed) => "open > 0 and not draft and not voided and disputed",
        Some(State::OnPlan) => "open > 0 and not draft and not voided and plan_due is not null",
    };
    // Only what a filter needs is worked out for every row; the rest waits for the window.
    format!(
        "with planned as (select value ->> 'entry' as entry, value ->> 'due' as due from json_each(?4)), \
         adjusted as (select e.adjusts, sum(e.amount) as more, sum(max({OPEN_AS_AT}, 0)) as open from entry e \
           where e.adjusts is not null and e.withdrawn = 0 and e.reverses is null and e.effective_on <= ?1 \
           and not exists (select 1 from entry r where r.reverses = e.id and r.effective_on <= ?1) group by e.adjusts), \
         rows as (select e.id, e.number, e.subject, e.client_id, c.name as client_name, e.effective_on, e.due_on, e.due_assumed, \
           e.currency, e.amount + coalesce(j.more, 0) as amount, e.draft, {OPEN_AS_AT} + coalesce(j.open, 0) as open, p.due as plan_due, \
           exists (select 1 from entry r where r.reverses = e.id and r.effective_on <= ?1) as voided, \
           exists (select 1 from dispute d where d.entry_id = e.id and d.opened_on <= ?1 \
             and (d.resolved_on is null or d.resolved_on > ?1)) as disputed, \
           coalesce((select sum(a.amount) from allocation a join entry w on w.id = a.credit_id and w.kind = 'write_off' \
             where a.debit_id = e.id and a.effective_on <= ?1), 0) as written_off \
           from entry e join client c on c.id = e.client_id left join planned p on p.entry = e.id left join adjusted j on j.adjusts = e.id \
           where e.kind = 'invoice' and e.withdrawn = 0 and e.reverses is null and e.effective_on <= ?1 {}\
           and (?2 is null or e.client_id = ?2) \
           and (?3 = '' or instr(lower(e.number), ?3) > 0 or instr(c.name_key, ?3) > 0 or instr(lower(e.subject), ?3) > 0)), \
         listed as (select * from rows where {state}) ",
        named(query.only.as_deref())
    )
}

/// The list, in its order.
///
/// # Errors
/// When the book cannot be read.
pub async fn list(
    conn: &mut SqliteConnection,
    query: &InvoiceQuery,
    as_at: Day,
    planned: &[Planned],
) -> Result<Vec<InvoiceRow>, LedgerError> {
    let sql = format!(
        "{} select json_group_array(json_array(id, number, client_id, client_name, effective_on, due_on, due_assumed, \
         currency, amount, draft, voided, open, written_off, disputed, plan_due, subject)) \
         from (select * from listed order by {})",
        listed(query),
        order(query)
    );
    let rows: String = sqlx::query_scalar(sqlx::AssertSqlSafe(sql))
        .bind(day_number(as_at))
        .bind(query.client)
        .bind(query.search.to_lowercase())
        .bind(serde_json::to_string(planned)?)
        .fetch_one(conn)
        .await?;
    let rows: Vec<Listed> = serde_json::from_str(&rows)?;
    rows.into_iter().map(Listed::into_row).collect()
}

/// The list's rows in its order and their sums, in one walk.
///
/// # Errors
/// When the book cannot be read.
pub async fn whole(
    conn: &mut SqliteConnection,
    query: &InvoiceQuery,
    as_at: Day,
    planned: &[Planned],
) -> Result<Whole<ListTotal>, LedgerError> {
    let sql = format!(
        "{}, kept as materialized (select id, currency, amount, open, voided, number, client_name, effective_on, \
           due_on, plan_due from listed) \
         select json_object( \
           'rows', (select json_group_array(id) from (select id from kept order by {})), \
           'totals', (select json_group_array(json_object('currency', currency, 'count', n, 'total', total, 'balance', balance)) \
             from (select currency, count(*) as n, sum(case when voided then 0 else amount end) as total, \
             sum(open) as balance from kept group by currency order by currency)))",
        listed(query),
        order(query)
    );
    let whole: String = sqlx::query_scalar(sqlx::AssertSqlSafe(sql))
        .bind(day_number(as_at))
        .bind(query.client)
        .bind(query.search.to_lowercase())
        .bind(serde_json::to_string(planned)?)
        .fetch_one(conn)
        .await?;
    Ok(serde_json::from_str(&whole)?)
}

/// One row as the statement answers it: id, number, client, name, issued, due, assumed, currency, amount,
/// draft, void, open, written off, disputed, plan's due day, subject.
#[derive(Deserialize)]
struct Listed(
    i64,
    String,
    i64,
    String,
    i64,
    i64,
    i64,
    String,
    i64,
    i64,
    i64,
    i64,
    i64,
    i64,
    Option<i64>,
    String,
);

impl Listed {
    fn into_row(self) -> Result<InvoiceRow, LedgerError> {
        let due = column::day(self.5)?;
        Ok(InvoiceRow {
            id: self.0,
            number: self.1,
            subject: self.15,
            client: self.2,
            client_name: self.3,
            issued: column::day(self.4)?,
            due,
            due_assumed: self.6 != 0,
            currency: self.7,
            standing: Standing {
                draft: self.9 != 0,
                void: self.10 != 0,
                total: self.8,
                balance: self.11,
                written_off: self.12,
                disputed: self.13 != 0,
                on_plan: self.14.is_some(),
                due: column::day_if(self.14)?.unwrap_or(due),
            },
        })
    }
}

/// How many invoices of each client have something open on a day, clients without any left out.
///
/// # Errors
/// When the book cannot be read.
pub async fn open_counts(conn: &mut SqliteConnection, as_at: Day) -> Result<Vec<(i64, u64)>, LedgerError> {
    let sql = format!(
        "with standing as ( \
           select e.client_id, {OPEN_AS_AT} as open from entry e \
             where e.open <> 0 and e.draft = 0 and e.effective_on <= ?1 and e.kind = 'invoice' \
           union all \
           select e.client_id, {OPEN_AS_AT} as open from entry e \
             where e.open = 0 and e.draft = 0 and e.moved_on > ?1 and e.effective_on <= ?1 and e.kind = 'invoice') \
         select coalesce(json_group_array(json_array(client_id, n)), '[]') \
         from (select client_id, count(*) as n from standing where open > 0 group by client_id)"
    );
    let rows: String =
        sqlx::query_scalar(sqlx::AssertSqlSafe(sql)).bind(day_number(as_at)).fetch_one(conn).await?;
    Ok(serde_json::from_str(&rows)?)
}
