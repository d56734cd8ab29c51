//! Payment plans and their versions: immutable rows that lie over invoices.

use crate::day::day_number;
use crate::{LedgerError, column};
use goodterms_terms::{Currency, Day};
use sqlx::{FromRow, SqliteConnection};

/// An instalment of a version, in minor units.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Instalment {
    /// 0 is the down payment.
    pub n: u32,
    /// When it falls due.
    pub due: Day,
    /// How much of the debt it pays.
    pub principal: i64,
    /// How much interest it carries.
    pub interest: i64,
}

/// So much of an invoice lies under the plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cover {
    /// The invoice.
    pub entry: i64,
    /// Its number.
    pub number: String,
    /// Minor units.
    pub amount: i64,
    /// What it has received of that since the plan took effect, minor units.
    pub received: i64,
}

/// Money that reached what the plan covers, in minor units.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Receipt {
    /// The day it counts from.
    pub on: Day,
    /// To covered invoices, as far as the plan covers them.
    pub to_invoices: i64,
    /// To interest the plan earned.
    pub to_interest: i64,
}

/// Who signed, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    /// `business` or `client`.
    pub party: String,
    /// The name signed.
    pub name: String,
    /// `typed` or `drawn`.
    pub how: String,
    /// The drawing, PNG, when drawn.
    pub drawing: Option<Vec<u8>>,
    /// The business day.
    pub on: Day,
    /// The machine's true time, milliseconds UTC.
    pub signed_at: i64,
    /// The local offset at that time, minutes.
    pub offset_minutes: i32,
}

/// One version of a plan, whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// Its row.
    pub id: i64,
    /// The plan's row.
    pub plan: i64,
    /// As printed.
    pub reference: String,
    /// Whose.
    pub client: i64,
    /// The client's name.
    pub client_name: String,
    /// Currency of every amount.
    pub currency: Currency,
    /// 1, 2, …
    pub version: u32,
    /// The day it was written.
    pub drafted_on: Day,
    /// Days of grace.
    pub grace_days: u32,
    /// Days a notice leaves to make a missed instalment good.
    pub cure_days: u32,
    /// Missed instalments before the rest can be made due, if the version has that clause.
    pub accelerate_after: Option<u32>,
    /// Whose holidays count, or nothing.
    pub calendar: String,
    /// plan.json, canonical.
    pub paper: String,
    /// The printed fingerprint.
    pub fingerprint: String,
    /// Active from.
    pub effective_on: Option<Day>,
    /// Answers until.
    pub ended_on: Option<Day>,
    /// The schedule.
    pub instalments: Vec<Instalment>,
    /// What it covers, oldest first.
    pub covers: Vec<Cover>,
    /// Who has signed.
    pub signatures: Vec<Signature>,
    /// Instalments whose interest has become a charge, with that charge's entry.
    pub charged: Vec<(u32, i64)>,
    /// What was received since it took effect, oldest first.
    pub receipts: Vec<Receipt>,
}

/// A version about to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewVersion<'a> {
    /// The plan's row.
    pub plan: i64,
    /// 1, 2, …
    pub version: u32,
    /// The day it was written.
    pub drafted_on: Day,
    /// Days of grace.
    pub grace_days: u32,
    /// Days a notice leaves.
    pub cure_days: u32,
    /// Missed instalments before the rest can be made due.
    pub accelerate_after: Option<u32>,
    /// Whose holidays count, or nothing.
    pub calendar: &'a str,
    /// plan.json, canonical.
    pub paper: &'a str,
    /// The printed fingerprint.
    pub fingerprint: &'a str,
    /// The agreement.
    pub document: i64,
    /// The schedule.
    pub instalments: &'a [Instalment],
    /// What it covers.
    pub covers: &'a [Cover],
}

/// The next free reference of a year: `PP-2026-0001`.
///
/// # Errors
/// When the book cannot be read.
pub async fn next_reference(conn: &mut SqliteConnection, year: i32) -> Result<String, LedgerError> {
    let prefix = format!("PP-{year}-");
    let last: Option<i64> = sqlx::query_scalar(
        "select max(cast(substr(reference, length(?1) + 1) as integer)) from plan \
         where substr(reference, 1, length(?1)) = ?1",
    )
    .bind(&prefix)
    .fetch_one(conn)
    .await?;
    Ok(format!("{prefix}{:04}", last.unwrap_or(0) + 1))
}

/// Begins a plan and answers its row.
///
/// # Errors
/// When the book cannot be written.
pub async fn insert(
    conn: &mut SqliteConnection,
    reference: &str,
    client: i64,
    currency: Currency,
) -> Result<i64, LedgerError> {
    Ok(sqlx::query_scalar("insert into plan (reference, client_id, currency) values (?, ?, ?) returning id")
        .bind(reference)
        .bind(client)
        .bind(currency.code())
        .fetch_one(conn)
        .await?)
}

/// Writes a version with its schedule and what it covers, and answers its row.
///
/// # Errors
/// When the book cannot be written.
pub async fn insert_version(
    conn: &mut SqliteConnection,
    new: &NewVersion<'_>,
    recorded_at: i64,
) -> Result<i64, LedgerError> {
    let id: i64 = sqlx::query_scalar(
        "insert into plan_version (plan_id, version, drafted_on, grace_days, cure_days, accelerate_after, calendar, \
         paper, fingerprint, document_id, recorded_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id",
    )
    .bind(new.plan)
    .bind(new.version)
    .bind(day_number(new.drafted_on))
    .bind(new.grace_days)
    .bind(new.cure_days)
    .bind(new.accelerate_after)
    .bind(new.calendar)
    .bind(new.paper)
    .bind(new.fingerprint)
    .bind(new.document)
    .bind(recorded_at)
    .fetch_one(&mut *conn)
    .await?;
    for instalment in new.instalments {
        sqlx::query(
            "insert into plan_instalment (version_id, n, due_on, principal, interest) values (?, ?, ?, ?, ?)",
        )
        .bind(id)
        .bind(instalment.n)
        .bind(day_number(instalment.due))
        .bind(instalment.principal)
        .bind(instalment.interest)
        .execute(&mut *conn)
        .await?;
    }
    for cover in new.covers {
        sqlx::query("insert into plan_cover (version_id, entry_id, amount) values (?, ?, ?)")
            .bind(id)
            .bind(cover.entry)
            .bind(cover.amount)
            .execute(&mut *conn)
            .await?;
    }
    Ok(id)
}

/// Adds a signature.
///
/// # Errors
/// When the book cannot be written, or that party has signed already.
pub async fn sign(
    conn: &mut SqliteConnection,
    version: i64,
    signature: &Signature,
) -> Result<(), LedgerError> {
    sqlx::query(
        "insert into plan_signature (version_id, party, name, how, drawing, day, signed_at, offset_minutes) \
         values (?, ?, ?, ?, ?, ?, ?, ?)",
    )
    .bind(version)
    .bind(&signature.party)
    .bind(&signature.name)
    .bind(&signature.how)
    .bind(signature.drawing.as_deref())
    .bind(day_number(signature.on))
    .bind(signature.signed_at)
    .bind(signature.offset_minutes)
    .execute(conn)
    .await?;
    Ok(())
}

/// Makes a version active from a day.
///
/// # Errors
/// When the book cannot be written.
pub async fn activate(conn: &mut SqliteConnection, version: i64, on: Day) -> Result<(), LedgerError> {
    sqlx::query("update plan_version set effective_on = ? where id = ? and effective_on is null")
        .bind(day_number(on))
        .bind(version)
        .execute(conn)
        .await?;
    Ok(())
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
         v.grace_days, v.cure_days, v.accelerate_after, v.calendar, v.paper, v.fingerprint, v.effective_on, v.ended_on \
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

/// Notes that an instalment's interest has become a charge.
///
/// # Errors
/// When the book cannot be written.
pub async fn charge(
    conn: &mut SqliteConnection,
    version: i64,
    n: u32,
    entry: i64,
) -> Result<(), LedgerError> {
    sqlx::query("insert into plan_charge (version_id, n, entry_id) values (?, ?, ?)")
        .bind(version)
        .bind(n)
        .bind(entry)
        .execute(conn)
        .await?;
    Ok(())
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
        day: i64,
        signed_at: i64,
        offset_minutes: i32,
    }
    let rows: Vec<SignatureRow> = sqlx::query_as(
        "select party, name, how, drawing, day, signed_at, offset_minutes from plan_signature \
         where version_id = ? and day <= ? order by signed_at",
    )
    .bind(version)
    .bind(day_number(as_at))
    .fetch_all(conn)
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok(Signature {
                party: row.party,
                name: row.name,
                how: row.how,
                drawing: row.drawing,
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
