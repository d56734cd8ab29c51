//! Plans as they stand on a day.

use super::sign::SignatureView;
use crate::desk::Desk;
use crate::error::Answer;
use crate::finding;
use crate::overlay::Laid;
use crate::shown::{client_id, document_id};
use goodterms_ledger::Connection;
use goodterms_ledger::plan::{self, Which};
use goodterms_terms::plan::{InstalmentState, Standing};
use goodterms_terms::{Code, Day, Refusal};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Asks for plans.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct PlanListAsk {
    /// One client's, by id, name or number.
    #[ts(optional)]
    pub client: Option<String>,
    /// The business day; today when none is given.
    #[ts(optional, type = "string")]
    pub as_of: Option<Day>,
}

/// Asks for one plan.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct PlanAsk {
    /// `PP-2026-0001`.
    pub plan: String,
    /// The business day; today when none is given.
    #[ts(optional, type = "string")]
    pub as_of: Option<Day>,
}

/// Plans.
#[derive(Debug, Serialize, TS)]
pub struct PlanList {
    /// The day it is true for.
    #[ts(type = "string")]
    pub as_of: Day,
    /// By reference, each in its latest version.
    pub plans: Vec<PlanView>,
}

/// A plan as it stands.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PlanView {
    /// `PP-2026-0001`.
    pub plan: String,
    /// The client's name.
    pub client: String,
    /// `client-12`.
    pub client_id: String,
    /// Its version.
    #[ts(type = "number")]
    pub version: u32,
    /// `draft`, `offered`, `signed`, `active`, `completed`, …
    pub state: String,
    /// ISO 4217.
    pub currency: String,
    /// All instalments together.
    pub total: String,
    /// What has been received on it.
    pub paid: String,
    /// When the next unpaid instalment is due.
    #[ts(type = "string | null")]
    pub next_due: Option<Day>,
    /// Whether nothing is missed.
    pub on_track: bool,
    /// As printed on every page.
    pub fingerprint: String,
    /// What it covers.
    pub invoices: Vec<String>,
    /// In order.
    pub instalments: Vec<PlanInstalment>,
    /// Who has signed: `business`, `client`.
    pub signed_by: Vec<String>,
    /// What is still to be paid.
    pub left: String,
    /// The part of the whole that is interest.
    pub interest: String,
    /// The day it was written.
    #[ts(type = "string")]
    pub drafted_on: Day,
    /// Active from.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional, type = "string")]
    pub effective_on: Option<Day>,
    /// The last day of grace of the oldest unpaid instalment, while that lasts.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional, type = "string")]
    pub grace_until: Option<Day>,
    /// Who has signed, how and when.
    pub signatures: Vec<SignatureView>,
    /// The agreement as it was made: `document-3`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub document: Option<String>,
    /// The agreement signed by both and sealed: `document-5`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub sealed: Option<String>,
}

/// An instalment as it stands.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PlanInstalment {
    /// 0 for a down payment.
    #[ts(type = "number")]
    pub n: u32,
    /// When it is due.
    #[ts(type = "string")]
    pub due: Day,
    /// What is to be paid.
    pub amount: String,
    /// What of it is paid.
    pub paid: String,
    /// `kept`, `part`, `to_come`, `in_grace`, `missed` or `waived`.
    pub state: String,
}

/// Plans as they stand on a day.
///
/// # Errors
/// When a client is ambiguous or the book cannot be read.
pub async fn plan_list(desk: &Desk, ask: PlanListAsk) -> Answer<PlanList> {
    let mut look = desk.look(ask.as_of).await?;
    let client = match &ask.client {
        Some(meant) if finding::clients(&mut look.reader, meant).await?.is_empty() => {
            return Ok(PlanList { as_of: look.on, plans: Vec::new() });
        }
        Some(meant) => Some(finding::client(&mut look.reader, meant).await?.id),
        None => None,
    };
    let plans = latest(&mut look.reader, client, look.on).await?;
    let plans = plans.iter().map(|laid| PlanView::of(laid, look.on)).collect::<Answer<_>>()?;
    Ok(PlanList { as_of: look.on, plans })
}

/// One plan as it stands on a day.
///
/// # Errors
/// When it is not found or the book cannot be read.
pub async fn plan_show(desk: &Desk, ask: PlanAsk) -> Answer<PlanList> {
    let mut look = desk.look(ask.as_of).await?;
    let laid = found(&mut look.reader, &ask.plan, look.on).await?;
    Ok(PlanList { as_of: look.on, plans: vec![PlanView::of(&laid, look.on)?] })
}

/// Each plan in its latest version.
async fn latest(conn: &mut Connection, client: Option<i64>, on: Day) -> Answer<Vec<Laid>> {
    let mut latest: Vec<Laid> = Vec::new();
    for rows in plan::versions(conn, Which::All, client, on).await? {
        let laid = Laid::of(rows)?;
        match latest.last_mut() {
            Some(before) if before.rows.plan == laid.rows.plan => *before = laid,
            _ => latest.push(laid),
        }
    }
    Ok(latest)
}

/// The plan meant, by reference, fingerprint or client's name, in its latest version.
pub(crate) async fn found(conn: &mut Connection, meant: &str, on: Day) -> Answer<Laid> {
    let wanted = meant.trim();
    let mut all = latest(conn, None, on).await?;
    let named = |laid: &Laid| {
        laid.rows.reference.eq_ignore_ascii_case(wanted) || laid.rows.fingerprint.eq_ignore_ascii_case(wanted)
    };
    if !all.iter().any(named) {
        let clients = finding::clients(conn, wanted).await?;
        all.retain(|laid| clients.iter().any(|client| client.id == laid.rows.client));
    } else {
        all.retain(named);
    }
    match (all.len(), all.pop()) {
        (1, Some(laid)) => Ok(laid),
        (_, None) => {
            Err(Refusal::input(Code::PlanUnknown, format!("There is no plan \u{201c}{meant}\u{201d}."))
                .hint("Give the reference as it is printed, such as PP-2026-0001.")
                .field("plan")
                .into())
        }
        (_, Some(last)) => {
            all.push(last);
            Err(Refusal::input(
                Code::PlanAmbiguous,
                format!("\u{201c}{meant}\u{201d} has {} plans.", all.len()),
            )
            .field("plan")
            .candidates(all.iter().map(|laid| laid.rows.reference.clone()))
            .into())
        }
    }
}

/// The last day of grace of the instalment that is in it.
pub(crate) fn grace_until(laid: &Laid, standing: &Standing) -> Option<Day> {
    let in_grace = standing.instalments.iter().find(|i| i.state == InstalmentState::InGrace)?;
    Some(laid.version.last_day_on_time(in_grace.due))
}

impl PlanView {
    pub(crate) fn of(laid: &Laid, on: Day) -> Answer<Self> {
        let rows = &laid.rows;
        let standing = laid.version.standing(&laid.receipts, on);
        let total: i64 = rows.instalments.iter().map(|i| i.principal + i.interest).sum();
        Ok(Self {
            plan: rows.reference.clone(),
            client: rows.client_name.clone(),
            client_id: client_id(rows.client),
            version: rows.version,
            state: standing.state.as_str().to_owned(),
            currency: rows.currency.to_string(),
            total: crate::shown::amount(total, rows.currency.code())?,
            paid: standing.paid.to_string(),
            next_due: standing.next_due,
            on_track: standing.on_track,
            fingerprint: rows.fingerprint.clone(),
            invoices: rows.covers.iter().map(|cover| cover.number.clone()).collect(),
            instalments: standing
                .instalments
                .iter()
                .map(|i| PlanInstalment {
                    n: i.n,
                    due: i.due,
                    amount: i.amount.to_string(),
                    paid: i.paid.to_string(),
                    state: i.state.as_str().to_owned(),
                })
                .collect(),
            signed_by: rows.signatures.iter().map(|signature| signature.party.clone()).collect(),
            left: standing.open.to_string(),
            interest: crate::shown::amount(
                rows.instalments.iter().map(|i| i.interest).sum(),
                rows.currency.code(),
            )?,
            drafted_on: rows.drafted_on,
            effective_on: rows.effective_on,
            grace_until: grace_until(laid, &standing),
            signatures: rows.signatures.iter().map(SignatureView::of).collect(),
            document: rows.document.map(document_id),
            sealed: rows.sealed.map(document_id),
        })
    }
}
