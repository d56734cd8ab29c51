//! Payments as the ledger lists them.

use super::{Whole, named};
use crate::day::day_number;
use crate::{LedgerError, column};
use goodterms_terms::Day;
use serde::Deserialize;
use sqlx::SqliteConnection;

/// Which payments, and in what order.
#[derive(Debug, Clone, Default)]
pub struct PaymentQuery {
    /// One client's.
    pub client: Option<i64>,
    /// These and no others, by their entries.
    pub only: Option<Vec<i64>>,
    /// Client's name, reference or method holds this text.
    pub search: String,
    /// The earliest first.
    pub oldest_first: bool,
}

/// A payment in a list. Amounts are minor units, as positive as the payment is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaymentRow {
    /// Its entry.
    pub id: i64,
    /// Whose.
    pub client: i64,
    /// The client's name.
    pub client_name: String,
    /// The day it counts from.
    pub on: Day,
    /// ISO 4217.
    pub currency: String,
    /// How much; negative when it takes one back.
    pub amount: i64,
    /// What of it has not paid anything yet.
    pub unused: i64,
    /// How it was paid.
    pub method: String,
    /// Its reference.
    pub reference: String,
    /// Whether it has been taken back.
    pub taken_back: bool,
    /// What it takes back.
    pub reverses: Option<i64>,
    /// What it paid: the number of the invoice, or the kind of another debt, and how much.
    pub paid: Vec<(String, i64)>,
}

/// The sum of a whole list in one currency, in minor units. A payment and what takes it back cancel out.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct PaymentTotal {
    /// ISO 4217.
    pub currency: String,
    /// How many.
    pub count: u64,
    /// How much.
    pub amount: i64,
}

fn listed(query: &PaymentQuery) -> String {
    format!(
        "from entry e join client c on c.id = e.client_id \
         where e.kind = 'payment' and e.withdrawn = 0 and e.effective_on <= ?1 {}and (?2 is null or e.client_id = ?2) \
         and (?3 = '' or instr(c.name_key, ?3) > 0 or instr(lower(e.reference), ?3) > 0 or instr(lower(e.method), ?3) > 0)",
        named(query.only.as_deref())
    )
}

fn order(query: &PaymentQuery) -> String {
    let way = if query.oldest_first { "asc" } else { "desc" };
    format!("e.effective_on {way}, e.id {way}")
}

/// The list, by day.
///
/// # Errors
/// When the book cannot be read.
pub async fn list(
    conn: &mut SqliteConnection,
    query: &PaymentQuery,
    as_at: Day,
) -> Result<Vec<PaymentRow>, LedgerError> {
    let sql = format!(
        "select coalesce(json_group_array(json_array(id, client_id, name, effective_on, currency, amount, open, method, \
           reference, taken_back, reverses, paid)), '[]') from ( \
         select e.id, e.client_id, c.name, e.effective_on, e.currency, -e.amount as amount, -e.open as open, e.method, \
           e.reference, exists (select 1 from entry r where r.reverses = e.id and r.effective_on <= ?1) as taken_back, \
           e.reverses, (select json_group_array(json_array(what, paid)) from ( \
             select case when d.number <> '' then d.number else d.kind end as what, sum(a.amount) as paid \
             from allocation a join entry d on d.id = a.debit_id \
             where a.credit_id = e.id and a.effective_on <= ?1 and a.reverses is null and d.reverses is null \
             group by d.id order by d.due_on, d.id)) as paid \
         {} order by {})",
        listed(query),
        order(query)
    );
    let rows: String = sqlx::query_scalar(sqlx::AssertSqlSafe(sql))
        .bind(day_number(as_at))
        .bind(query.client)
        .bind(query.search.to_lowercase())
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
    query: &PaymentQuery,
    as_at: Day,
) -> Result<Whole<PaymentTotal>, LedgerError> {
    let sql = format!(
        "with kept as materialized (select e.id, e.currency, e.amount, e.effective_on {}) \
         select json_object( \
           'rows', (select json_group_array(id) from (select id from kept e order by {})), \
           'totals', (select json_group_array(json_object('currency', currency, 'count', n, 'amount', amount)) \
             from (select currency, count(*) as n, -sum(amount) as amount from kept group by currency order by currency)))",
        listed(query),
        order(query)
    );
    let whole: String = sqlx::query_scalar(sqlx::AssertSqlSafe(sql))
        .bind(day_number(as_at))
        .bind(query.client)
        .bind(query.search.to_lowercase())
        .fetch_one(conn)
        .await?;
    Ok(serde_json::from_str(&whole)?)
}

/// One row as the statement answers it: id, client, name, day, currency, amount, unused, method, reference,
/// taken back, reverses, what it paid as JSON.
#[derive(Deserialize)]
struct Listed(i64, i64, String, i64, String, i64, i64, String, String, i64, Option<i64>, Paid);

/// What a payment paid; SQLite answers a nested list as text.
#[derive(Deserialize)]
#[serde(untagged)]
enum Paid {
    List(Vec<(String, i64)>),
    Text(String),
}

impl Listed {
    fn into_row(self) -> Result<PaymentRow, LedgerError> {
        Ok(PaymentRow {
            id: self.0,
            client: self.1,
            client_name: self.2,
            on: column::day(self.3)?,
            currency: self.4,
            amount: self.5,
            unused: self.6,
            method: self.7,
            reference: self.8,
            taken_back: self.9 != 0,
            reverses: self.10,
            paid: match self.11 {
                Paid::List(paid) => paid,
                Paid::Text(text) => serde_json::from_str(&text)?,
            },
        })
    }
}
