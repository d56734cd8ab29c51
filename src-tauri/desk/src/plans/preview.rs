//! A plan as it would be, with its paper, before anything is written.

use super::create::PlanCreate;
use super::prepare::Prepared;
use super::quote::QuoteView;
use crate::desk::Desk;
use crate::error::Answer;
use crate::papers::{PaperWarning, refuse_missing, wire_name};
use goodterms_terms::agreement::{CLAUSES, ClauseText, Clauses, Language};
use serde::Serialize;
use ts_rs::TS;

/// A plan as it would be.
#[derive(Debug, Serialize, TS)]
pub struct PlanPreview {
    /// The reference it would get.
    pub plan: String,
    /// What it covers.
    pub debt: String,
    /// ISO 4217.
    pub currency: String,
    /// The schedule.
    pub quote: QuoteView,
    /// The agreement's pages, SVG.
    pub pages: Vec<String>,
    /// Every clause there is, in the order of the document.
    pub clauses: Vec<ClauseChoice>,
    /// What to mind: the law, and what the paper still lacks.
    pub warnings: Vec<PaperWarning>,
    /// As it would be printed on every page.
    pub fingerprint: String,
}

/// A clause, in or out.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ClauseChoice {
    /// Its stable name.
    pub id: String,
    /// Its heading in the agreement.
    pub title: String,
    /// What it is for.
    pub purpose: String,
    /// What to mind; empty when nothing.
    pub note: String,
    /// Whether it is in.
    pub on: bool,
    /// Whether an agreement is incomplete without it.
    pub required: bool,
    /// Whether it is in when nobody chose.
    pub usual: bool,
    /// Where the note was read.
    pub sources: Vec<String>,
    /// How sure it is.
    pub confidence: String,
}

fn choices(chosen: &Clauses) -> Vec<ClauseChoice> {
    CLAUSES
        .iter()
        .map(|clause| ClauseChoice {
            id: clause.id.to_owned(),
            title: ClauseText::title_of(clause.id, Language::English).unwrap_or_default().to_owned(),
            purpose: clause.purpose.to_owned(),
            note: clause.note.to_owned(),
            on: chosen.has(clause.id),
            required: clause.required,
            usual: clause.usual,
            sources: clause.sources.iter().map(|source| (*source).to_owned()).collect(),
            confidence: wire_name(&clause.confidence),
        })
        .collect()
}

/// A plan as it would be; nothing is written.
///
/// # Errors
/// As [`plan_create`](super::plan_create), except that nothing is written.
pub async fn plan_preview(desk: &Desk, ask: PlanCreate) -> Answer<PlanPreview> {
    let mut look = desk.look(ask.as_of).await?;
    let policy = look.policy().await?;
    let prepared = Prepared::of(&mut look.reader, &look.business, &policy, look.faces, look.on, &ask).await?;
    refuse_missing(&goodterms_paper::render_pdf(&prepared.agreement).missing)?;
    Ok(PlanPreview {
        quote: QuoteView::explained(&ask.schedule, prepared.debt, look.on)?,
        pages: goodterms_paper::render_svg(&prepared.agreement),
        clauses: choices(&prepared.clauses),
        debt: prepared.debt.to_string(),
        currency: prepared.debt.currency().to_string(),
        plan: prepared.reference,
        warnings: prepared.warnings,
        fingerprint: prepared.fingerprint,
    })
}
