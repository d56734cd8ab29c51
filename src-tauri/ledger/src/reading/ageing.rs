//! Ageing of the whole book, or of one client, as at any day.

use super::OPEN_AS_AT;
use crate::LedgerError;
use crate::day::day_number;
use goodterms_terms::Day;
use goodterms_terms::ageing::Ageing;
use sqlx::SqliteConnection;
use std::collections::BTreeMap;

/// One row as the statement answers it: client, currency, the five buckets, credit.
type Grouped = (i64, String, i64, i64, i64, i64, i64, i64);

/// Each client's ageing per currency, by the invoices' own due days.
///
/// Debits in `elsewhere` are left out: a payment plan answers for those. Sums only; the buckets are those of
/// [`goodterms_terms::ageing::Bucket`], which a test holds this statement against.
///
/// # Errors
/// When the book cannot be read.
pub async fn ageing(
    conn: &mut SqliteConnection,
    client: Option<i64>,
    as_at: Day,
    elsewhere: &[i64],
) -> Result<BTreeMap<(i64, String), Ageing>, LedgerError> {
    // One client's are sought by the index of clients; "this one or any" would walk what everybody owes.
    let whose = if client.is_some() { "e.client_id = ?2" } else { "?2 is null" };
    let sql = format!(
        "with standing as ( \
           select e.id, e.client_id, e.currency, e.due_on, {OPEN_AS_AT} as open from entry e \
             where e.open <> 0 and e.draft = 0 and e.effective_on <= ?1 and {whose} \
           union all \
           select e.id, e.client_id, e.currency, e.due_on, {OPEN_AS_AT} as open from entry e \
             where e.open = 0 and e.draft = 0 and e.moved_on > ?1 and e.effective_on <= ?1 \
             and {whose}), \
         grouped as (select client_id, currency, \
           sum(case when open > 0 and due_on >= ?1 then open else 0 end) as current, \
           sum(case when open > 0 and due_on between ?1 - 30 and ?1 - 1 then open else 0 end) as d1_30, \
           sum(case when open > 0 and due_on between ?1 - 60 and ?1 - 31 then open else 0 end) as d31_60, \
           sum(case when open > 0 and due_on between ?1 - 90 and ?1 - 61 then open else 0 end) as d61_90, \
           sum(case when open > 0 and due_on < ?1 - 90 then open else 0 end) as d90_plus, \
           sum(case when open < 0 then open else 0 end) as credit \
           from standing where open <> 0 and ({}) group by client_id, currency) \
         select json_group_array(json_array(client_id, currency, current, d1_30, d31_60, d61_90, d90_plus, credit)) \
         from grouped",
        if elsewhere.is_empty() { "?3 is not null" } else { "id not in (select value from json_each(?3))" }
    );
    let rows: String = sqlx::query_scalar(sqlx::AssertSqlSafe(sql))
        .bind(day_number(as_at))
        .bind(client)
        .bind(serde_json::to_string(elsewhere)?)
        .fetch_one(conn)
        .await?;
    let rows: Vec<Grouped> = serde_json::from_str(&rows)?;
    Ok(rows
        .into_iter()
        .map(|(client, currency, a, b, c, d, e, credit)| {
            ((client, currency), Ageing { buckets: [a, b, c, d, e], credit })
        })
        .collect())
}
