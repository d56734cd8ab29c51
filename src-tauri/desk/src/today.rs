//! The day's work: what may need somebody today and why, and what is held back and why.

mod items;

use crate::desk::{Desk, Look};
use crate::error::Answer;
use crate::shown::{amount, client_id};
use crate::{ageing, overlay};
use goodterms_ledger::reading::{bank, worklist};
use goodterms_ledger::{business, client, document, import};
use goodterms_terms::ageing::Ageing;
use goodterms_terms::{Day, day};
use items::Day as Worked;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// Items of one group that are listed; the others are counted.
const MOST_OF_A_GROUP: usize = 40;
/// Clients held back that are listed; the others are counted.
const MOST_HELD: usize = 12;

/// Asks for the day's work.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct TodayAsk {
    /// The business day; today when none is given.
    #[ts(optional, type = "string")]
    pub as_of: Option<Day>,
}

/// The day's work.
#[derive(Debug, Serialize, TS)]
pub struct TodayView {
    /// The day.
    #[ts(type = "string")]
    pub as_of: Day,
    /// What is owed, the business's own currency first.
    pub totals: Vec<TodayTotal>,
    /// What may need somebody, grouped, in the order to be shown.
    pub items: Vec<TodayItem>,
    /// Further items that are not listed, by group.
    #[ts(type = "Record<string, number>")]
    pub more: BTreeMap<&'static str, usize>,
    /// Clients who are late and left in peace, and why.
    pub held: Vec<Held>,
    /// Further clients held back that are not listed.
    #[ts(type = "number")]
    pub held_more: usize,
    /// What a new book still lacks.
    pub first_steps: FirstSteps,
}

/// What is owed in one currency.
#[derive(Debug, Clone, Serialize, TS)]
pub struct TodayTotal {
    /// ISO 4217.
    pub currency: String,
    /// In all, credit taken off.
    pub owed: String,
    /// Of it, what is overdue.
    pub overdue: String,
    /// What falls due today and in the six days after.
    pub due_this_week: String,
}

/// Something that may need somebody. What does not apply is absent.
#[derive(Debug, Clone, Default, Serialize, TS)]
pub struct TodayItem {
    /// Stable while the day lasts.
    pub id: String,
    /// `bank`, `late`, `plans`, `demands`, `disputes`, `credit`, `imports` or `thanks`.
    pub group: &'static str,
    /// `newly_late`, `late_again`, `demand_possible`, `instalment_missed`, `instalment_in_grace`,
    /// `plan_to_sign`, `step_due`, `deadline_near`, `dispute_open`, `import_review`, `bank_unmatched`,
    /// `thank_instalment`, `thank_payment`, `thank_completed` or `credit_unused`.
    pub kind: &'static str,
    /// The client's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub client: Option<String>,
    /// `client-12`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub client_id: Option<String>,
    /// The client's language, BCP 47.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub language: Option<String>,
    /// How much it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub amount: Option<String>,
    /// ISO 4217.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub currency: Option<String>,
    /// Whole days.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional, type = "number")]
    pub days_late: Option<i64>,
    /// Numbers of the invoices, the oldest due first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[ts(as = "Option<Vec<String>>", optional)]
    pub invoices: Vec<String>,
    /// `PP-2026-0001`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub plan: Option<String>,
    /// The instalment's number.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional, type = "number")]
    pub n: Option<u32>,
    /// Of how many.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional, type = "number")]
    pub of: Option<u32>,
    /// When it is or was due.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional, type = "string")]
    pub due: Option<Day>,
    /// Until when there is time.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional, type = "string")]
    pub until: Option<Day>,
    /// Since when.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional, type = "string")]
    pub since: Option<Day>,
    /// Reminders since the oldest due day.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional, type = "number")]
    pub words: Option<u32>,
    /// The last word that went to the client.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional, type = "string")]
    pub last_word: Option<Day>,
    /// `demand-3`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub demand: Option<String>,
    /// `document-3`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub document: Option<String>,
    /// The step that was announced.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub next_step: Option<String>,
    /// `import-3`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub import: Option<String>,
    /// The file's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub file: Option<String>,
    /// `account-2`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub account: Option<String>,
    /// The account's number; absent when its lists never said.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub account_number: Option<String>,
    /// How many.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional, type = "number")]
    pub count: Option<u64>,
    /// What was said.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub note: Option<String>,
}

/// A client who is late and left in peace.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Held {
    /// The client's name.
    pub client: String,
    /// `client-12`.
    pub client_id: String,
    /// `dispute`, `plan_on_track`, `demand_waiting` or `written_recently`.
    pub why: &'static str,
    /// Until when.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional, type = "string")]
    pub until: Option<Day>,
    /// Since when.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional, type = "string")]
    pub since: Option<Day>,
    /// The plan that is being kept.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub plan: Option<String>,
    /// The invoice in dispute.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub invoice: Option<String>,
}

/// What a new book still lacks, each true when it is there.
#[derive(Debug, Clone, Copy, Serialize, TS)]
pub struct FirstSteps {
    /// An address, e-mail or telephone number of the business.
    pub particulars: bool,
    /// Where to pay.
    pub pay_to: bool,
    /// A client.
    pub clients: bool,
    /// An invoice.
    pub invoices: bool,
    /// Anything decided in the policy.
    pub policy: bool,
    /// A plan or another paper.
    pub papers: bool,
}

/// The day's work.
///
/// # Errors
/// When no book is open or it cannot be read.
pub async fn today(desk: &Desk, ask: TodayAsk) -> Answer<TodayView> {
    let mut look = desk.look(ask.as_of).await?;
    let on = look.on;
    let policy = look.policy().await?;
    let aged = ageing::by_client(&mut look.reader, None, on).await?;
    let plans = overlay::governing(&mut look.reader, None, on).await?;
    let disputes = worklist::disputes(&mut look.reader, on).await?;
    let announced = worklist::announced(&mut look.reader, None, on).await?;
    let mut apart: Vec<i64> = plans.iter().flat_map(|p| p.rows.covers.iter().map(|c| c.entry)).collect();
    apart.extend(disputes.iter().map(|dispute| dispute.entry));
    let late = worklist::late(&mut look.reader, &apart, on).await?;

    let mut worked = Worked::new(on);
    worked.late(&late, &announced, policy.reminders_before_demand)?;
    worked.number(&mut look.reader, &apart).await?;
    worked.plans(&mut look.reader, &plans).await?;
    worked.unsigned(&mut look.reader).await?;
    worked.demands(&announced)?;
    worked.disputes(&disputes)?;
    worked.credit(&mut look.reader, &aged).await?;
    worked.bank(bank::accounts(&mut look.reader).await?);
    worked.imports(&import::list(&mut look.reader).await?);
    worked
        .thanks(&worklist::paid_up(&mut look.reader, day::plus_days(on, -items::THANKS_WITHIN), on).await?)?;

    let totals = totals(&mut look, &aged, &plans).await?;
    let first_steps = first_steps(&mut look).await?;
    let (items, more) = worked.listed();
    let held_more = worked.held.len().saturating_sub(MOST_HELD);
    worked.held.truncate(MOST_HELD);
    Ok(TodayView { as_of: on, totals, items, more, held: worked.held, held_more, first_steps })
}

async fn totals(
    look: &mut Look,
    aged: &BTreeMap<(i64, String), Ageing>,
    plans: &[overlay::Laid],
) -> Answer<Vec<TodayTotal>> {
    let (on, end) = (look.on, day::plus_days(look.on, 6));
    let mut whole: BTreeMap<String, Ageing> = BTreeMap::new();
    for ((_, currency), ageing) in aged {
        whole.entry(currency.clone()).or_default().absorb(ageing);
    }
    let covered: Vec<i64> = plans.iter().flat_map(|p| p.rows.covers.iter().map(|c| c.entry)).collect();
    let mut coming: BTreeMap<String, i64> =
        worklist::falling_due(&mut look.reader, &covered, on, end).await?.into_iter().collect();
    for plan in plans {
        for line in plan.version.ageing_lines(&plan.receipts, on) {
            if line.due >= on && line.due <= end {
                *coming.entry(plan.rows.currency.code().to_owned()).or_default() += line.open.minor();
            }
        }
    }
    let home = look.business.currency.code().to_owned();
    whole.entry(home.clone()).or_default();
    let mut totals = whole
        .into_iter()
        .map(|(currency, ageing)| {
            Ok(TodayTotal {
                owed: amount(ageing.net(), &currency)?,
                overdue: amount(ageing.overdue(), &currency)?,
                due_this_week: amount(coming.get(&currency).copied().unwrap_or(0), &currency)?,
                currency,
            })
        })
        .collect::<Answer<Vec<_>>>()?;
    totals.sort_by_key(|total| total.currency != home);
    Ok(totals)
}

async fn first_steps(look: &mut Look) -> Answer<FirstSteps> {
    let (clients, invoices) = client::any(&mut look.reader).await?;
    let business = &look.business;
    Ok(FirstSteps {
        particulars: !business.email.is_empty()
            || !business.phone.is_empty()
            || !business.address.street.is_empty()
            || !business.address.town.is_empty(),
        pay_to: !business.pay_to.trim().is_empty(),
        clients,
        invoices,
        policy: business::anything_decided(&mut look.reader).await?,
        papers: document::any(&mut look.reader).await?,
    })
}

fn who(item: TodayItem, client: i64, name: &str) -> TodayItem {
    TodayItem { client: Some(name.to_owned()), client_id: Some(client_id(client)), ..item }
}
