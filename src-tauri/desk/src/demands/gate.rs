//! Whether a final demand may go out, why not, and everything one needs to see while preparing it.

use super::account::{Account, is_written_reminder};
use crate::desk::Desk;
use crate::error::Answer;
use crate::finding;
use crate::papers::{self, PaperWarning};
use crate::shown::document_id;
use goodterms_ledger::business::Business;
use goodterms_ledger::client::Client;
use goodterms_ledger::reading::worklist;
use goodterms_terms::demand::{self, Reason};
use goodterms_terms::jurisdiction::Jurisdiction;
use goodterms_terms::{ClientKind, Day, day};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Asks whether a final demand may go out.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct DemandCheck {
    /// To whom, by id, name or number.
    pub client: String,
    /// ISO 4217, when the client owes in several.
    #[ts(optional)]
    pub currency: Option<String>,
    /// The business day; today when none is given.
    #[ts(optional, type = "string")]
    pub as_of: Option<Day>,
}

/// Whether the gate is open, and why not.
#[derive(Debug, Serialize, TS)]
pub struct DemandGate {
    /// Whether a final demand may go out.
    pub allowed: bool,
    /// Why not; empty when it may.
    #[ts(type = "{ code: string; message: string; way_forward: string }[]")]
    pub reasons: Vec<Reason>,
    /// What to mind all the same.
    pub warnings: Vec<PaperWarning>,
    /// What is overdue, in its currency.
    pub overdue: String,
    /// ISO 4217.
    pub currency: String,
    /// The earliest deadline a letter of today may name.
    #[ts(type = "string")]
    pub earliest_deadline: Day,
}

/// What a final demand is made of, beside whether it may go out: for whoever prepares one.
#[derive(Debug, Serialize, TS)]
pub struct DemandDesk {
    /// The gate.
    #[serde(flatten)]
    #[ts(flatten)]
    pub gate: DemandGate,
    /// The day it is true for.
    #[ts(type = "string")]
    pub as_of: Day,
    /// The client's name.
    pub client: String,
    /// `client-12`.
    pub client_id: String,
    /// Steps the policy has.
    pub next_steps: Vec<String>,
    /// Written reminders, on different days, that the policy asks for.
    #[ts(type = "number")]
    pub reminders_needed: u32,
    /// Written reminders since the oldest of it was issued.
    pub reminders: Vec<Reminder>,
    /// What is overdue.
    pub invoices: Vec<OverdueInvoice>,
    /// A demand that was issued already and whose step is still to come.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub issued: Option<DemandStanding>,
}

/// A written reminder.
#[derive(Debug, Serialize, TS)]
pub struct Reminder {
    /// When.
    #[ts(type = "string")]
    pub on: Day,
    /// How.
    pub channel: String,
}

/// An overdue invoice or charge.
#[derive(Debug, Serialize, TS)]
pub struct OverdueInvoice {
    /// Its number, or what it is.
    pub number: String,
    /// Since when.
    #[ts(type = "string")]
    pub due: Day,
    /// How much of it.
    pub open: String,
    /// Whole days.
    #[ts(type = "number")]
    pub days_late: i64,
}

/// A final demand that was issued and waits.
#[derive(Debug, Serialize, TS)]
pub struct DemandStanding {
    /// `demand-3`.
    pub demand: String,
    /// `document-3`.
    pub document: String,
    /// The day of the letter.
    #[ts(type = "string")]
    pub on: Day,
    /// The last day to pay.
    #[ts(type = "string")]
    pub deadline: Day,
    /// The step announced.
    pub next_step: String,
    /// When it is due.
    #[ts(type = "string")]
    pub step_due: Day,
}

/// Whether a final demand may go out.
///
/// # Errors
/// When the client is not found, owes in several currencies, or the book cannot be read.
pub async fn demand_check(desk: &Desk, ask: DemandCheck) -> Answer<DemandGate> {
    let mut look = desk.look(ask.as_of).await?;
    let client = finding::client(&mut look.reader, &ask.client).await?;
    let policy = look.policy().await?;
    let account =
        Account::of(&mut look.reader, &client, ask.currency.as_deref(), look.business.currency, look.on)
            .await?;
    let reasons = demand::reasons_against(&account.record, &policy);
    let place = papers::place(&client, &look.business);
    Ok(DemandGate {
        allowed: reasons.is_empty(),
        reasons,
        warnings: warnings(&account, &client, &look.business),
        overdue: account.record.overdue.to_string(),
        currency: account.record.overdue.currency().to_string(),
        earliest_deadline: day::plus_days(look.on, i64::from(least_days(&client, place))),
    })
}

/// Everything one needs to see while preparing a final demand.
///
/// # Errors
/// When the client is not found, owes in several currencies, or the book cannot be read.
pub async fn demand_desk(desk: &Desk, ask: DemandCheck) -> Answer<DemandDesk> {
    let gate = DemandCheck { client: ask.client.clone(), currency: ask.currency.clone(), as_of: ask.as_of };
    let gate = demand_check(desk, gate).await?;
    let mut look = desk.look(ask.as_of).await?;
    let client = finding::client(&mut look.reader, &ask.client).await?;
    let policy = look.policy().await?;
    let account =
        Account::of(&mut look.reader, &client, ask.currency.as_deref(), look.business.currency, look.on)
            .await?;
    let since = account.record.owed_since;
    let reminders = account
        .contacts
        .iter()
        .filter(|word| is_written_reminder(word) && since.is_none_or(|since| word.on >= since))
        .map(|word| Reminder { on: word.on, channel: word.channel.clone() })
        .collect();
    let mut invoices = account
        .overdue
        .iter()
        .map(|(debit, open, due)| {
            Ok(OverdueInvoice {
                number: if debit.number.is_empty() {
                    debit.kind.as_str().to_owned()
                } else {
                    debit.number.clone()
                },
                due: *due,
                open: crate::shown::amount(*open, &debit.currency)?,
                days_late: (look.on - *due).num_days(),
            })
        })
        .collect::<Answer<Vec<_>>>()?;
    invoices.sort_by_key(|invoice| invoice.due);
    let issued = worklist::announced(&mut look.reader, Some(client.id), look.on).await?.pop();
    Ok(DemandDesk {
        gate,
        as_of: look.on,
        client: client.name,
        client_id: crate::shown::client_id(client.id),
        next_steps: policy.next_steps.iter().map(|step| step.as_str().to_owned()).collect(),
        reminders_needed: policy.reminders_before_demand,
        reminders,
        invoices,
        issued: issued.map(|issued| DemandStanding {
            demand: format!("demand-{}", issued.demand),
            document: document_id(issued.document),
            on: issued.on,
            deadline: issued.deadline,
            next_step: issued.step,
            step_due: issued.due,
        }),
    })
}

/// The least days to answer that the place asks for letters to such a client.
pub(super) fn least_days(client: &Client, place: Option<&Jurisdiction>) -> u32 {
    place
        .and_then(|place| place.demand_letter(client.kind))
        .and_then(|letter| letter.days_to_answer)
        .map_or(demand::LEAST_DAYS_TO_ANSWER, |days| u32::from(days).max(demand::LEAST_DAYS_TO_ANSWER))
}

/// What to mind about a letter to this client.
pub(super) fn warnings(account: &Account, client: &Client, business: &Business) -> Vec<PaperWarning> {
    let mut found = papers::lacking(business);
    let Some(place) = papers::place(client, business) else { return found };
    if let Some(law) = &place.limitation {
        for (debit, _, _) in &account.overdue {
            let ends = law.ends(debit.due, None, client.kind);
            if ends < account.record.on {
                let number = &debit.number;
                let english = format!(
                    "The time to enforce {number} may have ended on {ends}, unless a payment or a signed word has begun it anew."
                );
                let french = format!(
                    "Le délai pour réclamer {number} a peut-être pris fin le {ends}, à moins qu’un paiement ou un écrit signé ne l’ait fait repartir."
                );
                found.push(PaperWarning::sourced("limitation_passed", (english, french), &law.mark));
            }
        }
    }
    if let Some(letter) = place.demand_letter(client.kind).filter(|_| client.kind == ClientKind::Consumer) {
        let said = |days: fn(u16) -> String, with: &str| {
            let days = letter.days_to_answer.map(days).unwrap_or_default();
            let encloses = match letter.encloses.as_slice() {
                [] => String::new(),
                papers => format!("{with}{}.", papers.join(", ")),
            };
            format!("{}.{days}{encloses}", letter.name)
        };
        let english = said(|days| format!(" It leaves {days} days to answer."), " It encloses: ");
        let english = format!("{} has a prescribed form for consumers: {english}", place.name);
        let french = said(
            |days| format!(" Elle laisse {days}\u{a0}jours pour répondre."),
            " Elle s’accompagne de\u{a0}: ",
        );
        let french =
            format!("{}\u{a0}: la lettre à un consommateur a une forme prescrite, {french}", place.name_fr);
        found.push(PaperWarning::sourced("prescribed_form", (english, french), &letter.mark));
    }
    found
}
