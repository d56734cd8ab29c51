//! Final demands: the gate, and the letter.

mod account;
mod gate;
mod letter;

pub use gate::{
    DemandCheck, DemandDesk, DemandGate, DemandStanding, OverdueInvoice, Reminder, demand_check, demand_desk,
};

use crate::desk::{Desk, Doing};
use crate::error::Answer;
use crate::finding;
use crate::papers::{self, Delivery, PaperWarning};
use crate::paying::Paying;
use crate::shown::document_id;
use account::Account;
pub(crate) use account::parts;
use gate::{least_days, warnings};
use goodterms_ledger::client::Client;
use goodterms_ledger::contact;
use goodterms_ledger::document::{self, NewDemand};
use goodterms_paper::Document;
use goodterms_terms::demand;
use goodterms_terms::history::Happening;
use goodterms_terms::policy::NextStep;
use goodterms_terms::{Code, Day, Refusal, day};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Issues a final demand.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct DemandIssue {
    /// To whom, by id, name or number.
    pub client: String,
    /// ISO 4217, when the client owes in several.
    #[ts(optional)]
    pub currency: Option<String>,
    /// The last day to pay.
    #[ts(type = "string")]
    pub deadline: Day,
    /// The one step that follows.
    pub next_step: String,
    /// Where the letter shall be written; it is only kept in the book when nothing is said. Never from the
    /// wire.
    #[serde(skip)]
    #[ts(skip)]
    pub out: Option<String>,
    /// Who signs it.
    #[ts(optional)]
    pub signed_by: Option<String>,
    /// The business day; today when none is given.
    #[ts(optional, type = "string")]
    pub as_of: Option<Day>,
}

/// A final demand as it would be.
#[derive(Debug, Serialize, TS)]
pub struct DemandPreview {
    /// Its pages, SVG.
    pub pages: Vec<String>,
    /// What it asks for.
    pub total: String,
    /// ISO 4217.
    pub currency: String,
    /// When the announced step would be due.
    #[ts(type = "string")]
    pub step_due: Day,
    /// What to mind.
    pub warnings: Vec<PaperWarning>,
}

/// A final demand that was issued.
#[derive(Debug, Serialize, TS)]
pub struct DemandIssued {
    /// `demand-3`.
    pub demand: String,
    /// `document-3`.
    pub document: String,
    /// Where the letter was written, if a place was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub pdf: Option<String>,
    /// What it asks for.
    pub total: String,
    /// ISO 4217.
    pub currency: String,
    /// What the announced step has become.
    pub task: DemandTask,
    /// What to mind.
    pub warnings: Vec<PaperWarning>,
}

/// The announced step, as something to do.
#[derive(Debug, Serialize, TS)]
pub struct DemandTask {
    /// The day after the deadline.
    #[ts(type = "string")]
    pub due: Day,
    /// The step.
    pub next_step: String,
}

/// A final demand as it would be; nothing is kept.
///
/// # Errors
/// As [`demand_issue`], except that nothing is written.
pub async fn demand_preview(desk: &Desk, ask: DemandIssue) -> Answer<DemandPreview> {
    let mut doing = desk.begin(ask.as_of).await?;
    let drawn = Drawn::of(&mut doing, &ask).await?;
    let paper = drawn.paper();
    papers::refuse_missing(&goodterms_paper::render_pdf(&paper).missing)?;
    Ok(DemandPreview {
        pages: goodterms_paper::render_svg(&paper),
        total: drawn.letter.total.to_string(),
        currency: drawn.letter.total.currency().to_string(),
        step_due: drawn.step_due,
        warnings: drawn.warnings,
    })
}

/// Issues a final demand: the gate first, then the policy, then what was asked. Nothing is written when it is
/// refused.
///
/// # Errors
/// When the gate is shut, the step is not in the policy, the deadline leaves too little time, or the file or
/// the book cannot be written.
pub async fn demand_issue(desk: &Desk, ask: DemandIssue) -> Answer<DemandIssued> {
    let mut doing = desk.begin(ask.as_of).await?;
    let on = doing.on;
    let drawn = Drawn::of(&mut doing, &ask).await?;
    let paper = drawn.paper();
    let Drawn { client, letter, step, step_due, warnings, .. } = drawn;
    let total = letter.total;
    let usual_name = format!("{} {on}.pdf", client.name);
    let delivery = Delivery::of(&paper, ask.out.as_deref(), usual_name)?;
    let recorded_at = doing.moment.recorded_at;
    let document =
        document::insert(&mut doing.act, &delivery.kept(client.id, "final_demand", on), recorded_at).await?;
    let currency = total.currency();
    let new = NewDemand {
        client: client.id,
        currency: currency.code(),
        total: total.minor(),
        on,
        deadline: ask.deadline,
        next_step: step.as_str(),
        document,
    };
    let id = document::insert_demand(&mut doing.act, &new, step_due).await?;
    let word = contact::Contact {
        id: 0,
        client: client.id,
        on,
        channel: "letter".to_owned(),
        direction: "out".to_owned(),
        kind: "final_demand".to_owned(),
        note: String::new(),
        import: None,
        message: String::new(),
    };
    contact::insert(&mut doing.act, &word, recorded_at).await?;
    let happening = Happening::DemandIssued {
        total: total.to_string(),
        currency: currency.to_string(),
        deadline: ask.deadline.to_string(),
        next_step: step.as_str().to_owned(),
    };
    let demand = format!("demand-{id}");
    doing.tell(&happening, &demand, Some(client.id)).await?;
    let file = delivery.prepare()?;
    doing.done().await?;
    Ok(DemandIssued {
        demand,
        document: document_id(document),
        pdf: file.keep()?,
        total: total.to_string(),
        currency: currency.to_string(),
        task: DemandTask { due: step_due, next_step: step.as_str().to_owned() },
        warnings,
    })
}

/// A final demand that has passed the gate, drawn.
struct Drawn {
    client: Client,
    letter: goodterms_paper::demand::FinalDemand,
    paying: Paying,
    step: NextStep,
    step_due: Day,
    warnings: Vec<PaperWarning>,
}

impl Drawn {
    fn paper(&self) -> Document {
        self.paying.with_slip(self.letter.document())
    }

    async fn of(doing: &mut Doing, ask: &DemandIssue) -> Answer<Self> {
        let on = doing.on;
        let client = finding::client(&mut doing.act, &ask.client).await?;
        let usual = doing.business.currency;
        let account = Account::of(&mut doing.act, &client, ask.currency.as_deref(), usual, on).await?;
        let reasons = demand::reasons_against(&account.record, &doing.policy);
        if let Some(first) = reasons.first() {
            let message = reasons.iter().map(|reason| reason.message.as_str()).collect::<Vec<_>>().join(" ");
            return Err(Refusal::rule(first.code, message)
                .hint(first.way_forward.clone())
                .candidates(reasons.iter().map(|reason| reason.code.as_str().to_owned()))
                .into());
        }
        let step = NextStep::from_name(&ask.next_step.trim().to_ascii_lowercase().replace('-', "_"))
            .ok_or_else(|| {
                Refusal::rule(
                    Code::NextStepNotInPolicy,
                    format!("\u{201c}{}\u{201d} is not among the next steps of your policy", ask.next_step),
                )
                .field("next_step")
                .candidates(doing.policy.next_steps.iter().map(|step| step.as_str().to_owned()))
            })?;
        demand::step_in_policy(step, &doing.policy)?;
        let place = papers::place(&client, &doing.business);
        demand::deadline_allowed(ask.deadline, on, least_days(&client, place))?;
        let step_due = day::plus_days(ask.deadline, 1);
        let (letter, paying) = letter::written(doing, &client, &account, ask, step, step_due).await?;
        let warnings = warnings(&account, &client, &doing.business);
        Ok(Self { client, letter, paying, step, step_due, warnings })
    }
}
