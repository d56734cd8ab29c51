//! Writing a plan: its rows, its paper, and what is told of it.

use super::prepare::Prepared;
use super::quote::QuoteAsk;
use crate::desk::Desk;
use crate::error::Answer;
use crate::papers::{Delivery, PaperWarning};
use crate::shown::document_id;
use goodterms_ledger::document;
use goodterms_ledger::plan::{self, Cover, Instalment, NewVersion};
use goodterms_terms::Day;
use goodterms_terms::history::Happening;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Days a notice of a missed instalment leaves to make it good.
pub(super) const CURE_DAYS: u32 = 14;
/// Missed instalments before the rest can be made due, where the agreement has that clause.
pub(super) const ACCELERATE_AFTER: u32 = 2;

/// Writes a plan over a client's invoices.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct PlanCreate {
    /// Whose, by id, name or number.
    pub client: String,
    /// Which invoices; all open ones of one currency when none are named.
    pub invoices: Vec<String>,
    /// How much of them; their whole balance when nothing is said.
    #[ts(optional)]
    pub amount: Option<String>,
    /// ISO 4217, when the client owes in several.
    #[ts(optional)]
    pub currency: Option<String>,
    /// The schedule asked for.
    pub schedule: QuoteAsk,
    /// Clauses switched on or off, as `clause=on`.
    pub clauses: Vec<String>,
    /// What settles everything early, where the agreement has the clause `early-discount`.
    #[ts(optional)]
    pub settle: Option<Settlement>,
    /// Where the agreement shall be written; it is only kept in the book when nothing is said. Never from the
    /// wire.
    #[serde(skip)]
    #[ts(skip)]
    pub out: Option<String>,
    /// The business day; today when none is given.
    #[ts(optional, type = "string")]
    pub as_of: Option<Day>,
}

/// Everything once and for all, sooner and for less.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Settlement {
    /// What then settles everything.
    pub pay: String,
    /// The last day for it.
    #[ts(type = "string")]
    pub by: Day,
}

/// A plan that was written.
#[derive(Debug, Serialize, TS)]
pub struct PlanCreated {
    /// `PP-2026-0001`.
    pub plan: String,
    /// 1 for the first.
    #[ts(type = "number")]
    pub version: u32,
    /// As printed on every page.
    pub fingerprint: String,
    /// `document-3`.
    pub document: String,
    /// Where the agreement was written, if a place was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub pdf: Option<String>,
    /// What to mind: the law, and what the paper still lacks.
    pub warnings: Vec<PaperWarning>,
}

/// Writes a plan and its agreement.
///
/// # Errors
/// When client or invoices are not found, nothing is open, a plan covers them already, no such schedule
/// exists, a clause is refused, or the file or the book cannot be written; then nothing has changed.
pub async fn plan_create(desk: &Desk, ask: PlanCreate) -> Answer<PlanCreated> {
    let mut doing = desk.begin(ask.as_of).await?;
    let on = doing.on;
    let prepared =
        Prepared::of(&mut doing.act, &doing.business, &doing.policy, doing.faces, on, &ask).await?;
    let Prepared { client, reference, debt, quote, clauses, paper, fingerprint, .. } = &prepared;
    let usual_name = format!("{reference} {}.pdf", client.name);
    let delivery = Delivery::of(&prepared.agreement, ask.out.as_deref(), usual_name)?;

    let recorded_at = doing.moment.recorded_at;
    let document =
        document::insert(&mut doing.act, &delivery.kept(client.id, "agreement", on), recorded_at).await?;
    let plan = plan::insert(&mut doing.act, reference, client.id, debt.currency()).await?;
    let instalments: Vec<Instalment> = quote
        .instalments
        .iter()
        .map(|i| Instalment {
            n: i.n,
            due: i.due,
            principal: i.principal.minor(),
            interest: i.interest.minor(),
        })
        .collect();
    let covers: Vec<Cover> = prepared
        .covered
        .iter()
        .map(|(debit, amount)| Cover {
            entry: debit.id,
            number: debit.number.clone(),
            amount: *amount,
            received: 0,
        })
        .collect();
    let version = NewVersion {
        plan,
        version: 1,
        drafted_on: on,
        grace_days: doing.policy.grace_days,
        cure_days: CURE_DAYS,
        accelerate_after: clauses.has("acceleration").then_some(ACCELERATE_AFTER),
        calendar: &prepared.calendar,
        paper: &paper.canonical_json(),
        fingerprint,
        document,
        model: &prepared.model,
        instalments: &instalments,
        covers: &covers,
    };
    plan::insert_version(&mut doing.act, &version, recorded_at).await?;
    let happening = Happening::PlanDrafted {
        plan: reference.clone(),
        version: 1,
        total: quote.total.to_string(),
        currency: debt.currency().to_string(),
        fingerprint: fingerprint.clone(),
    };
    doing.tell(&happening, reference, Some(client.id)).await?;
    let file = delivery.prepare()?;
    doing.done().await?;
    Ok(PlanCreated {
        plan: prepared.reference,
        version: 1,
        fingerprint: prepared.fingerprint,
        document: document_id(document),
        pdf: file.keep()?,
        warnings: prepared.warnings,
    })
}
