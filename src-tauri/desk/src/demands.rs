//! Final demands: the gate, and the letter.

mod letter;

use crate::desk::Desk;
use crate::error::Answer;
use crate::papers::{self, Delivery, PaperWarning};
use crate::{ageing, finding, overlay};
use goodterms_ledger::business::Business;
use goodterms_ledger::client::Client;
use goodterms_ledger::document::{self, NewDemand, NewDocument};
use goodterms_ledger::reading::account::{self, OpenDebit};
use goodterms_ledger::{Connection, contact, dispute};
use goodterms_terms::ageing::Ageing;
use goodterms_terms::client::Channel;
use goodterms_terms::demand::{self, Reason, Record};
use goodterms_terms::history::Happening;
use goodterms_terms::jurisdiction::Jurisdiction;
use goodterms_terms::plan::share_out;
use goodterms_terms::policy::NextStep;
use goodterms_terms::{ClientKind, Code, Currency, Day, Money, Refusal, day};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
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

/// Issues a final demand.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct DemandIssue {
    /// To whom, by id, name or number.
    pub client: String,
    /// ISO 4217, when the client owes in several.
    pub currency: Option<String>,
    /// The last day to pay.
    pub deadline: Day,
    /// The one step that follows.
    pub next_step: String,
    /// Where the letter shall be written.
    pub out: String,
    /// Who signs it.
    pub signed_by: Option<String>,
    /// The business day; today when none is given.
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

/// A final demand that was issued.
#[derive(Debug, Serialize)]
pub struct DemandIssued {
    /// `demand-3`.
    pub demand: String,
    /// Where the letter was written.
    pub pdf: String,
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
#[derive(Debug, Serialize)]
pub struct DemandTask {
    /// The day after the deadline.
    pub due: Day,
    /// The step.
    pub next_step: String,
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

/// Issues a final demand: the gate first, then the policy, then what was asked. Nothing is written when it is
/// refused.
///
/// # Errors
/// When the gate is shut, the step is not in the policy, the deadline leaves too little time, or the file or
/// the book cannot be written.
pub async fn demand_issue(desk: &Desk, ask: DemandIssue) -> Answer<DemandIssued> {
    let mut doing = desk.begin(ask.as_of).await?;
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
    let step = NextStep::from_name(&ask.next_step.trim().to_ascii_lowercase().replace('-', "_")).ok_or_else(
        || {
            Refusal::rule(
                Code::NextStepNotInPolicy,
                format!("\u{201c}{}\u{201d} is not among the next steps of your policy", ask.next_step),
            )
            .field("next_step")
            .candidates(doing.policy.next_steps.iter().map(|step| step.as_str().to_owned()))
        },
    )?;
    demand::step_in_policy(step, &doing.policy)?;
    let place = papers::place(&client, &doing.business);
    demand::deadline_allowed(ask.deadline, on, least_days(&client, place))?;

    let task_due = day::plus_days(ask.deadline, 1);
    let letter = letter::written(&mut doing, &client, &account, &ask, step, task_due).await?;
    let total = letter.total;
    let delivery = Delivery::of(goodterms_paper::render_pdf(&letter.document()), &ask.out)?;
    let recorded_at = doing.moment.recorded_at;
    let name = delivery.name();
    let kept =
        NewDocument { client: client.id, kind: "final_demand", name: &name, on, bytes: delivery.bytes() };
    let document = document::insert(&mut doing.act, &kept, recorded_at).await?;
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
    let id = document::insert_demand(&mut doing.act, &new, task_due).await?;
    let word = contact::Contact {
        id: 0,
        client: client.id,
        on,
        channel: "letter".to_owned(),
        direction: "out".to_owned(),
        kind: "final_demand".to_owned(),
        note: String::new(),
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
    let warnings = warnings(&account, &client, &doing.business);
    doing.done().await?;
    Ok(DemandIssued {
        demand,
        pdf: file.keep()?,
        total: total.to_string(),
        currency: currency.to_string(),
        task: DemandTask { due: task_due, next_step: step.as_str().to_owned() },
        warnings,
    })
}

/// A client's account in one currency on a day: what the gate asks, and what the letter shows.
struct Account {
    record: Record,
    /// Invoices and charges of which something is overdue, with how much and since when.
    overdue: Vec<(OpenDebit, i64, Day)>,
    contacts: Vec<contact::Contact>,
}

impl Account {
    async fn of(
        conn: &mut Connection,
        client: &Client,
        currency: Option<&str>,
        usual: Currency,
        on: Day,
    ) -> Answer<Self> {
        let aged = ageing::by_client(conn, Some(client.id), on).await?;
        let currency = one_currency(&aged, currency, usual)?;
        let ageing = aged.get(&(client.id, currency.code().to_owned())).copied().unwrap_or_default();
        let open: Vec<OpenDebit> = account::open_debits(conn, client.id, on)
            .await?
            .into_iter()
            .filter(|debit| debit.currency == currency.code())
            .collect();
        let plans = overlay::governing(conn, Some(client.id), on).await?;
        let parts = parts(&open, &plans, on);
        let overdue = overdue(&open, &parts, on);
        let contacts = contact::of_client(conn, client.id, on).await?;
        let on_track = plans.iter().find_map(|laid| {
            let standing = laid.version.standing(&laid.receipts, on);
            let unpaid = standing.open.is_positive();
            (standing.on_track && unpaid).then(|| (laid.rows.reference.clone(), standing.next_due))
        });
        let record = Record {
            on,
            net: Money::of(ageing.net(), currency),
            overdue: Money::of(ageing.overdue(), currency),
            owed_since: overdue.iter().map(|(debit, _, _)| debit.issued).min(),
            next_due: parts.iter().map(|(_, _, due)| *due).filter(|due| *due >= on).min(),
            disputes: disputes(conn, client.id, &open, on).await?,
            plan_on_track: on_track,
            promised_for: None,
            reminders: contacts.iter().filter(|c| is_written_reminder(c)).map(|c| c.on).collect(),
        };
        Ok(Self { record, overdue, contacts })
    }
}

fn is_written_reminder(contact: &contact::Contact) -> bool {
    contact.direction == "out"
        && contact.kind == "reminder"
        && Channel::from_name(&contact.channel).is_some_and(Channel::is_written)
}

/// What is open, cut into parts by the day each falls due: by instalment where a plan answers for it.
fn parts(open: &[OpenDebit], plans: &[overlay::Laid], on: Day) -> Vec<(i64, i64, Day)> {
    let mut parts = Vec::new();
    let mut under_plan: BTreeMap<i64, i64> = BTreeMap::new();
    for laid in plans {
        let lines = laid.version.ageing_lines(&laid.receipts, on);
        for (entry, line) in share_out(&lines, &laid.still_covered()) {
            *under_plan.entry(entry).or_insert(0) += line.open.minor();
            parts.push((entry, line.open.minor(), line.due));
        }
    }
    for debit in open {
        let rest = debit.open - under_plan.get(&debit.id).copied().unwrap_or(0);
        if rest > 0 {
            parts.push((debit.id, rest, debit.due));
        }
    }
    parts
}

/// Debits of which something is overdue: how much of each, and since when.
fn overdue(open: &[OpenDebit], parts: &[(i64, i64, Day)], on: Day) -> Vec<(OpenDebit, i64, Day)> {
    open.iter()
        .filter_map(|debit| {
            let late = || parts.iter().filter(|(entry, _, due)| *entry == debit.id && *due < on);
            let since = late().map(|(_, _, due)| *due).min()?;
            Some((debit.clone(), late().map(|(_, amount, _)| amount).sum(), since))
        })
        .collect()
}

async fn disputes(
    conn: &mut Connection,
    client: i64,
    open: &[OpenDebit],
    on: Day,
) -> Answer<Vec<(String, Day)>> {
    let disputes = dispute::open_for(conn, client, on).await?;
    Ok(disputes
        .into_iter()
        .filter(|(entry, ..)| open.iter().any(|debit| debit.id == *entry))
        .map(|(_, number, since, _)| (number, since))
        .collect())
}

/// The currency asked for, or the only one in which something is owed.
fn one_currency(
    aged: &BTreeMap<(i64, String), Ageing>,
    wanted: Option<&str>,
    usual: Currency,
) -> Answer<Currency> {
    if let Some(wanted) = wanted {
        return Ok(Currency::from_code(wanted).map_err(|refusal| refusal.field("currency"))?);
    }
    let mut owed: Vec<&str> = aged
        .iter()
        .filter(|(_, ageing)| ageing.overdue() > 0)
        .map(|((_, currency), _)| currency.as_str())
        .collect();
    if owed.is_empty() {
        owed = aged
            .iter()
            .filter(|(_, ageing)| ageing.net() > 0)
            .map(|((_, currency), _)| currency.as_str())
            .collect();
    }
    match owed.as_slice() {
        [] => Ok(usual),
        [one] => crate::shown::known(one),
        [one, ..] if owed.iter().all(|other| other == one) => crate::shown::known(one),
        several => Err(Refusal::input(Code::CurrencyNeeded, "A final demand is in one currency; say which.")
            .field("currency")
            .candidates(several.iter().map(|code| (*code).to_owned()))
            .into()),
    }
}

/// The least days to answer that the place asks for letters to such a client.
fn least_days(client: &Client, place: Option<&Jurisdiction>) -> u32 {
    place
        .and_then(|place| place.demand_letter(client.kind))
        .and_then(|letter| letter.days_to_answer)
        .map_or(demand::LEAST_DAYS_TO_ANSWER, |days| u32::from(days).max(demand::LEAST_DAYS_TO_ANSWER))
}

fn warnings(account: &Account, client: &Client, business: &Business) -> Vec<PaperWarning> {
    let mut found = papers::lacking(business);
    let Some(place) = papers::place(client, business) else { return found };
    if let Some(law) = &place.limitation {
        for (debit, _, _) in &account.overdue {
            let ends = law.ends(debit.due, None, client.kind);
            if ends < account.record.on {
                let message = format!(
                    "The time to enforce {} may have ended on {ends}, unless a payment or a signed word has begun it anew.",
                    debit.number
                );
                found.push(PaperWarning::sourced("limitation_passed", message, &law.mark));
            }
        }
    }
    if let Some(letter) = place.demand_letter(client.kind).filter(|_| client.kind == ClientKind::Consumer) {
        let days = letter
            .days_to_answer
            .map(|days| format!(" It leaves {days} days to answer."))
            .unwrap_or_default();
        let encloses = if letter.encloses.is_empty() {
            String::new()
        } else {
            format!(" It encloses: {}.", letter.encloses.join(", "))
        };
        let message =
            format!("{} has a prescribed form for consumers: {}.{days}{encloses}", place.name, letter.name);
        found.push(PaperWarning::sourced("prescribed_form", message, &letter.mark));
    }
    found
}
