//! Taking back a plan that was offered and never took effect.

use super::view::{PlanList, PlanView, found};
use crate::desk::Desk;
use crate::error::Answer;
use goodterms_ledger::plan;
use goodterms_terms::history::Happening;
use goodterms_terms::{Code, Day, Refusal};
use serde::Deserialize;
use ts_rs::TS;

/// Takes an offered plan back.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct PlanWithdraw {
    /// `PP-2026-0001`.
    pub plan: String,
    /// Why.
    #[ts(optional)]
    pub reason: Option<String>,
    /// The business day; today when none is given.
    #[ts(optional, type = "string")]
    pub as_of: Option<Day>,
}

/// Takes an offered plan back and answers how it stands.
///
/// # Errors
/// When it is not found, both have signed it, it was taken back already, or the book cannot be written.
pub async fn plan_withdraw(desk: &Desk, ask: PlanWithdraw) -> Answer<PlanList> {
    let mut doing = desk.begin(ask.as_of).await?;
    let laid = found(&mut doing.act, &ask.plan, doing.on).await?;
    let reference = laid.rows.reference.clone();
    if laid.rows.effective_on.is_some() {
        return Err(Refusal::rule(
            Code::PlanInForce,
            format!("Both have signed {reference}; it is in force."),
        )
        .hint("What both have signed is changed by a new version that both sign.")
        .into());
    }
    if laid.rows.ended_on.is_some() {
        return Err(Refusal::rule(Code::PlanWithdrawn, format!("{reference} was taken back already.")).into());
    }
    plan::withdraw(&mut doing.act, laid.rows.id, doing.on).await?;
    let happening = Happening::PlanWithdrawn {
        plan: reference.clone(),
        version: laid.rows.version,
        reason: ask.reason.unwrap_or_default().trim().to_owned(),
    };
    doing.tell(&happening, &reference, Some(laid.rows.client)).await?;
    let laid = found(&mut doing.act, &reference, doing.on).await?;
    let plans = vec![PlanView::of(&laid, doing.on)?];
    let as_of = doing.on;
    doing.done().await?;
    Ok(PlanList { as_of, plans })
}
