//! Payment plans and their versions: immutable rows that lie over invoices.

mod versions;

pub use versions::{Which, references, versions};

use crate::LedgerError;
use crate::day::day_number;
use crate::small::{deflated, inflated};
use goodterms_terms::{Currency, Day};
use sqlx::SqliteConnection;

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
    /// `typed` or `drawn`; `on_paper` by hand, or `elsewhere` in another program, in a copy that came back.
    pub how: String,
    /// The drawing, when drawn.
    pub drawing: Option<Vec<u8>>,
    /// What the drawing is: `png`, or `strokes` of the pen as JSON.
    pub drawn_as: String,
    /// For whom, or as what: "owner".
    pub role: String,
    /// The copy that bears it, where it was not made here.
    pub copy: Option<SignedCopy>,
    /// The business day it was made or recorded here.
    pub on: Day,
    /// The machine's true time of that, milliseconds UTC.
    pub signed_at: i64,
    /// The local offset at that time, minutes.
    pub offset_minutes: i32,
}

/// A copy that came back signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedCopy {
    /// The copy as it was kept.
    pub document: i64,
    /// The name of its file.
    pub file: String,
    /// The day it bears.
    pub signed_on: Day,
}

/// A notice of missed instalments that was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Notice {
    /// The day it was given.
    pub on: Day,
    /// The last day to make it good.
    pub cure_by: Day,
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
    /// The agreement as it was made.
    pub document: Option<i64>,
    /// The agreement signed by both and sealed.
    pub sealed: Option<i64>,
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
    /// Notices of missed instalments, oldest first.
    pub notices: Vec<Notice>,
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
    /// What it was set from, JSON.
    pub model: &'a [u8],
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
         paper, fingerprint, document_id, model, recorded_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id",
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
    .bind(deflated(new.model)?)
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
        "insert into plan_signature (version_id, party, name, how, drawing, drawn_as, role, copy_id, signed_on, \
         day, signed_at, offset_minutes) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    )
    .bind(version)
    .bind(&signature.party)
    .bind(&signature.name)
    .bind(&signature.how)
    .bind(signature.drawing.as_deref())
    .bind(&signature.drawn_as)
    .bind(&signature.role)
    .bind(signature.copy.as_ref().map(|copy| copy.document))
    .bind(signature.copy.as_ref().map(|copy| day_number(copy.signed_on)))
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

/// What a version's agreement was set from, JSON; nothing for versions older than this was kept.
///
/// # Errors
/// When the book cannot be read.
pub async fn model(conn: &mut SqliteConnection, version: i64) -> Result<Option<Vec<u8>>, LedgerError> {
    let model: Option<Vec<u8>> = sqlx::query_scalar("select model from plan_version where id = ?")
        .bind(version)
        .fetch_one(conn)
        .await?;
    model.map(|model| inflated(&model)).transpose()
}

/// Notes the sealed agreement of a version.
///
/// # Errors
/// When the book cannot be written.
pub async fn seal(conn: &mut SqliteConnection, version: i64, document: i64) -> Result<(), LedgerError> {
    sqlx::query("update plan_version set sealed_id = ? where id = ? and sealed_id is null")
        .bind(document)
        .bind(version)
        .execute(conn)
        .await?;
    Ok(())
}

/// Takes back a version that never took effect.
///
/// # Errors
/// When the book cannot be written.
pub async fn withdraw(conn: &mut SqliteConnection, version: i64, on: Day) -> Result<(), LedgerError> {
    sqlx::query(
        "update plan_version set ended_on = ? where id = ? and effective_on is null and ended_on is null",
    )
    .bind(day_number(on))
    .bind(version)
    .execute(conn)
    .await?;
    Ok(())
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

/// Keeps a notice that was given.
///
/// # Errors
/// When the book cannot be written.
pub async fn give_notice(
    conn: &mut SqliteConnection,
    version: i64,
    notice: Notice,
    document: i64,
) -> Result<(), LedgerError> {
    sqlx::query("insert into plan_notice (version_id, day, cure_by, document_id) values (?, ?, ?, ?)")
        .bind(version)
        .bind(day_number(notice.on))
        .bind(day_number(notice.cure_by))
        .bind(document)
        .execute(conn)
        .await?;
    Ok(())
}
