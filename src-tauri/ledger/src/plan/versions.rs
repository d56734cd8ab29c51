//! Reading versions of plans as at a day.

use super::{Cover, Instalment, Notice, Receipt, Signature, SignedCopy, Version};
use crate::day::day_number;
use crate::{LedgerError, column};
use goodterms_terms::Day;
use sqlx::{FromRow, SqliteConnection};

/// Plans whose reference holds this (lower case), the latest first: reference, client's row and name.
///
/// # Errors
/// When the book cannot be read.
pub async fn references(
    conn: &mut SqliteConnection,
    part: &str,
    limit: u32,
    on: Day,
) -> Result<Vec<(String, i64, String)>, LedgerError> {
    Ok(sqlx::query_as(
        "select p.reference, p.client_id, c.name from plan p join client c on c.id = p.client_id \
         where instr(lower(p.reference), ?1) > 0 \
         and exists (select 1 from plan_version v where v.plan_id = p.id and v.drafted_on <= ?3) \
         order by p.reference desc limit ?2",
    )
    .bind(part)
    .bind(limit)
    .bind(day_number(on))
    .fetch_all(conn)
    .await?)
}

/// Which versions to read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// Every version written on or before the day.
    All,
    /// Those active on the day: signed by both and not ended.
    Active,
}

#[derive(FromRow)]
struct VersionRow {
    id: i64,
    plan_id: i64,
    reference: String,
    client_id: i64,
    client_name: String,
    currency: String,
    version: u32,
    drafted_on: i64,
    grace_days: u32,
    cure_days: u32,
    accelerate_after: Option<u32>,
    calendar: String,
    paper: String,
    fingerprint: String,
    document_id: Option<i64>,
    sealed_id: Option<i64>,
    effective_on: Option<i64>,
    ended_on: Option<i64>,
}

/// Versions as at a day, of one client or of all, by reference and version.
///
/// # Errors
/// When the book cannot be read.
pub async fn versions(
    conn: &mut SqliteConnection,
    which: Which,
    client: Option<i64>,
    as_at: Day,
) -> Result<Vec<Version>, LedgerError> {
    let rows: Vec<VersionRow> = sqlx::query_as(
        "select v.id, v.plan_id, p.reference, p.client_id, c.name as client_name, p.currency, v.version, v.drafted_on, \
         v.grace_days, v.cure_days, v.accelerate_after, v.calendar, v.paper, v.fingerprint, v.document_id, v.sealed_id, \
         v.effective_on, v.ended_on \
         from plan_version v join plan p on p.id = v.plan_id join client c on c.id = p.client_id \
         where v.drafted_on <= ?1 and (?2 is null or p.client_id = ?2) \
         and (?3 = 0 or (v.effective_on <= ?1 and (v.ended_on is null or v.ended_on > ?1))) \
         order by p.reference, v.version",
    )
    .bind(day_number(as_at))
    .bind(client)
    .bind(which == Which::Active)
    .fetch_all(&mut *conn)
    .await?;
    let mut versions = Vec::with_capacity(rows.len());
    for row in rows {
        versions.push(whole(conn, row, as_at).await?);
    }
    Ok(versions)
}

async fn whole(conn: &mut SqliteConnection, row: VersionRow, as_at: Day) -> Result<Version, LedgerError> {
    let until = |day: Option<i64>| Ok::<_, LedgerError>(column::day_if(day)?.filter(|day| *day <= as_at));
    let effective_on = until(row.effective_on)?;
    // Before it took effect nothing counts towards it.
    let since = effective_on.unwrap_or(Day::MAX);
    Ok(Version {
        instalments: instalments(conn, row.id).await?,
        covers: covers(conn, row.id, since, as_at).await?,
        signatures: signatures(conn, row.id, as_at).await?,
        charged: charged(conn, row.id).await?,
        receipts: receipts(conn, row.id, since, as_at).await?,
        notices: notices(conn, row.id, as_at).await?,
        id: row.id,
        plan: row.plan_id,
        reference: row.reference,
        client: row.client_id,
        client_name: row.client_name,
        currency: column::currency(&row.currency)?,
        version: row.version,
        drafted_on: column::day(row.drafted_on)?,
        grace_days: row.grace_days,
        cure_days: row.cure_days,
        accelerate_after: row.accelerate_after,
        calendar: row.calendar,
        paper: row.paper,
        fingerprint: row.fingerprint,
        document: row.document_id,
        sealed: row.sealed_id,
        effective_on,
        ended_on: until(row.ended_on)?,
    })
}

async fn instalments(conn: &mut SqliteConnection, version: i64) -> Result<Vec<Instalment>, LedgerError> {
    let rows: Vec<(u32, i64, i64, i64)> = sqlx::query_as(
        "select n, due_on, principal, interest from plan_instalment where version_id = ? order by n",
    )
    .bind(version)
    .fetch_all(conn)
    .await?;
    rows.into_iter()
        .map(|(n, due, principal, interest)| {
            Ok(Instalment { n, due: column::day(due)?, principal, interest })
        })
        .collect()
}

async fn covers(
    conn: &mut SqliteConnection,
    version: i64,
    since: Day,
    as_at: Day,
) -> Result<Vec<Cover>, LedgerError> {
    let rows: Vec<(i64, String, i64, i64)> = sqlx::query_as(
        "select e.id, e.number, c.amount, max(0, min(c.amount, coalesce((select sum(a.amount) from allocation a \
         where a.debit_id = e.id and a.effective_on between ?2 and ?3), 0))) \
         from plan_cover c join entry e on e.id = c.entry_id where c.version_id = ?1 order by e.due_on, e.id",
    )
    .bind(version)
    .bind(day_number(since))
    .bind(day_number(as_at))
    .fetch_all(conn)
    .await?;
    Ok(rows
        .into_iter()
        .map(|(entry, number, amount, received)| Cover { entry, number, amount, received })
        .collect())
}

async fn charged(conn: &mut SqliteConnection, version: i64) -> Result<Vec<(u32, i64)>, LedgerError> {
    Ok(sqlx::query_as("select n, entry_id from plan_charge where version_id = ? order by n")
        .bind(version)
        .fetch_all(conn)
        .await?)
}

async fn notices(conn: &mut SqliteConnection, version: i64, as_at: Day) -> Result<Vec<Notice>, LedgerError> {
    let rows: Vec<(i64, i64)> = sqlx::query_as(
        "select day, cure_by from plan_notice where version_id = ? and day <= ? order by day, id",
    )
    .bind(version)
    .bind(day_number(as_at))
    .fetch_all(conn)
    .await?;
    rows.into_iter()
        .map(|(on, cure_by)| Ok(Notice { on: column::day(on)?, cure_by: column::day(cure_by)? }))
        .collect()
}

async fn signatures(
    conn: &mut SqliteConnection,
    version: i64,
    as_at: Day,
) -> Result<Vec<Signature>, LedgerError> {
    #[derive(FromRow)]
    struct SignatureRow {
        party: String,
        name: String,
        how: String,
        drawing: Option<Vec<u8>>,
        drawn_as: String,
        role: String,
        copy_id: Option<i64>,
        file: Option<String>,
        signed_on: Option<i64>,
        day: i64,
        signed_at: i64,
        offset_minutes: i32,
    }
    let rows: Vec<SignatureRow> = sqlx::query_as(
        "select s.party, s.name, s.how, s.drawing, s.drawn_as, s.role, s.copy_id, d.name as file, s.signed_on, s.day, \
         s.signed_at, s.offset_minutes from plan_signature s left join document d on d.id = s.copy_id \
         where s.version_id = ? and s.day <= ? order by s.signed_at",
    )
    .bind(version)
    .bind(day_number(as_at))
    .fetch_all(conn)
    .await?;
    rows.into_iter()
        .map(|row| {
            let copy = match (row.copy_id, row.file, column::day_if(row.signed_on)?) {
                (Some(document), Some(file), Some(signed_on)) => {
                    Some(SignedCopy { document, file, signed_on })
                }
                _ => None,
            };
            Ok(Signature {
                copy,
                party: row.party,
                name: row.name,
                how: row.how,
                drawing: row.drawing,
                drawn_as: row.drawn_as,
                role: row.role,
                on: column::day(row.day)?,
                signed_at: row.signed_at,
                offset_minutes: row.offset_minutes,
            })
        })
        .collect()
}

/// Allocations to what the version covers since it took effect. An invoice counts up to what the plan
/// covers of it: what goes beyond pays the part that lies outside the plan.
async fn receipts(
    conn: &mut SqliteConnection,
    version: i64,
    since: Day,
    as_at: Day,
) -> Result<Vec<Receipt>, LedgerError> {
    let rows: Vec<(i64, i64, i64)> = sqlx::query_as(
        "with running as ( \
           select a.effective_on as day, a.id, c.amount as cover, a.amount, \
             sum(a.amount) over (partition by a.debit_id order by a.effective_on, a.id) as so_far \
           from plan_cover c join allocation a on a.debit_id = c.entry_id \
           where c.version_id = ?1 and a.effective_on between ?2 and ?3), \
         counted as ( \
           select day, id, max(0, min(so_far, cover)) - max(0, min(so_far - amount, cover)) as to_invoices, \
             0 as to_interest from running \
           union all \
           select a.effective_on, a.id, 0, a.amount from plan_charge p join allocation a on a.debit_id = p.entry_id \
           where p.version_id = ?1 and a.effective_on between ?2 and ?3) \
         select day, to_invoices, to_interest from counted where to_invoices <> 0 or to_interest <> 0 \
         order by day, id",
    )
    .bind(version)
    .bind(day_number(since))
    .bind(day_number(as_at))
    .fetch_all(conn)
    .await?;
    rows.into_iter()
        .map(|(day, to_invoices, to_interest)| {
            Ok(Receipt { on: column::day(day)?, to_invoices, to_interest })
        })
        .collect()
}
