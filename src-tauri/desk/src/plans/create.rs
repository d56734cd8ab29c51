//! Writing a plan: what it covers, its schedule, its clauses, its paper.

use super::agreement::{Draft, paper_of, written};
use super::quote::{QuoteAsk, quote};
use crate::desk::Desk;
use crate::error::Answer;
use crate::papers::{self, Delivery, PaperWarning};
use crate::{finding, overlay};
use chrono::Datelike as _;
use goodterms_ledger::Connection;
use goodterms_ledger::client::Client;
use goodterms_ledger::dispute;
use goodterms_ledger::document::{self, NewDocument};
use goodterms_ledger::plan::{self, Cover, Instalment, NewVersion};
use goodterms_ledger::reading::account::{self, OpenDebit};
use goodterms_terms::agreement::{Clauses, Question, warnings};
use goodterms_terms::calendar::HolidayCalendar;
use goodterms_terms::entry::EntryKind;
use goodterms_terms::history::Happening;
use goodterms_terms::{Code, Currency, Day, Money, Refusal};
use serde::{Deserialize, Serialize};

/// Days a notice of a missed instalment leaves to make it good.
const CURE_DAYS: u32 = 14;
/// Missed instalments before the rest can be made due, where the agreement has that clause.
const ACCELERATE_AFTER: u32 = 2;

/// Writes a plan over a client's invoices.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct PlanCreate {
    /// Whose, by id, name or number.
    pub client: String,
    /// Which invoices; all open ones of one currency when none are named.
    pub invoices: Vec<String>,
    /// How much of them; their whole balance when nothing is said.
    pub amount: Option<String>,
    /// ISO 4217, when the client owes in several.
    pub currency: Option<String>,
    /// The schedule asked for.
    pub schedule: QuoteAsk,
    /// Clauses switched on or off, as `clause=on`.
    pub clauses: Vec<String>,
    /// Where the agreement shall be written.
    pub out: String,
    /// The business day; today when none is given.
    pub as_of: Option<Day>,
}

/// A plan that was written.
#[derive(Debug, Serialize)]
pub struct PlanCreated {
    /// `PP-2026-0001`.
    pub plan: String,
    /// 1 for the first.
    pub version: u32,
    /// As printed on every page.
    pub fingerprint: String,
    /// Where the agreement was written.
    pub pdf: String,
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
    let client = finding::client(&mut doing.act, &ask.client).await?;
    let debits = chosen(&mut doing.act, &ask, &client, on).await?;
    let currency =
        Currency::from_code(&debits.first().map(|debit| debit.currency.clone()).unwrap_or_default())?;
    let covered = cover(&debits, ask.amount.as_deref(), currency)?;
    let debt = Money::of(covered.iter().map(|(_, amount)| amount).sum(), currency);
    let quote = quote(&ask.schedule, debt, on)?;

    let switches = switches(&ask.clauses)?;
    let clauses = Clauses::chosen(switches.iter().map(|(id, on)| (id.as_str(), *on)))?;
    let place = papers::place(&client, &doing.business);
    let calendar = calendar_of(&ask, &client, &doing.business.country, &doing.business.region);
    let disputed = dispute::open_for(&mut doing.act, client.id, on)
        .await?
        .into_iter()
        .filter(|(entry, ..)| covered.iter().any(|(debit, _)| debit.id == *entry))
        .map(|(_, number, ..)| number)
        .collect();
    let reference = plan::next_reference(&mut doing.act, on.year()).await?;
    let draft = Draft {
        business: &doing.business,
        client: &client,
        policy: &doing.policy,
        on,
        reference: &reference,
        covered: &covered,
        debt,
        quote: &quote,
        clauses: &clauses,
        law: papers::law_of(&doing.business),
        place: place.map(|place| place.name.as_str()),
        disputed,
        cure_days: CURE_DAYS,
        accelerate_after: ACCELERATE_AFTER,
    };
    let facts = draft.facts();
    let texts = clauses.text(&facts)?;
    let paper = paper_of(&draft, &texts);
    let fingerprint = paper.fingerprint().to_string();
    let agreement = written(&draft, &texts, &fingerprint, papers::logo(&doing.business)?);
    let delivery = Delivery::of(goodterms_paper::render_pdf(&agreement.document()), &ask.out)?;
    let dues: Vec<(Day, Option<Day>)> = covered.iter().map(|(debit, _)| (debit.due, None)).collect();
    let mut minded = papers::lacking(&doing.business);
    if let Some(place) = place {
        let question = Question { facts: &facts, sole_trader: false, invoices: &dues };
        minded.extend(warnings(&question, place).iter().map(PaperWarning::of_law));
    }

    let recorded_at = doing.moment.recorded_at;
    let name = delivery.name();
    let kept = NewDocument { client: client.id, kind: "agreement", name: &name, on, bytes: delivery.bytes() };
    let document = document::insert(&mut doing.act, &kept, recorded_at).await?;
    let plan = plan::insert(&mut doing.act, &reference, client.id, currency).await?;
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
    let covers: Vec<Cover> = covered
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
        calendar: &calendar,
        paper: &paper.canonical_json(),
        fingerprint: &fingerprint,
        document,
        instalments: &instalments,
        covers: &covers,
    };
    plan::insert_version(&mut doing.act, &version, recorded_at).await?;
    let happening = Happening::PlanDrafted {
        plan: reference.clone(),
        version: 1,
        total: quote.total.to_string(),
        currency: currency.to_string(),
        fingerprint: fingerprint.clone(),
    };
    doing.tell(&happening, &reference, Some(client.id)).await?;
    let file = delivery.prepare()?;
    doing.done().await?;
    Ok(PlanCreated { plan: reference, version: 1, fingerprint, pdf: file.keep()?, warnings: minded })
}

/// The open invoices the plan is about, oldest due first, in one currency and under no other plan.
async fn chosen(conn: &mut Connection, ask: &PlanCreate, client: &Client, on: Day) -> Answer<Vec<OpenDebit>> {
    let mut open = account::open_debits(conn, client.id, on).await?;
    let governed: Vec<(i64, String)> = overlay::governing(conn, Some(client.id), on)
        .await?
        .into_iter()
        .flat_map(|laid| laid.rows.covers.into_iter().map(move |c| (c.entry, laid.rows.reference.clone())))
        .collect();
    let plan_of = |id: i64| governed.iter().find(|(entry, _)| *entry == id).map(|(_, plan)| plan.as_str());
    if ask.invoices.is_empty() {
        open.retain(|debit| matches!(debit.kind, EntryKind::Invoice | EntryKind::OpeningBalance));
        let before = open.len();
        open.retain(|debit| plan_of(debit.id).is_none());
        if open.is_empty() {
            let message = if before > 0 {
                format!("Everything {} owes is already covered by a plan.", client.name)
            } else {
                format!("{} has no open invoices on {on}.", client.name)
            };
            return Err(Refusal::rule(Code::NothingToPlan, message).field("client").into());
        }
    } else {
        let mut wanted = Vec::new();
        for number in &ask.invoices {
            let invoice = finding::invoice(conn, number, Some(client.id)).await?;
            if let Some(plan) = plan_of(invoice.id) {
                return Err(Refusal::rule(
                    Code::InvoiceOnPlan,
                    format!("{} is already covered by {plan}.", invoice.number),
                )
                .field("invoices")
                .into());
            }
            if !open.iter().any(|debit| debit.id == invoice.id) {
                return Err(Refusal::rule(
                    Code::NothingToPlan,
                    format!("Nothing is open on {} on {on}.", invoice.number),
                )
                .field("invoices")
                .into());
            }
            wanted.push(invoice.id);
        }
        open.retain(|debit| wanted.contains(&debit.id));
    }
    of_one_currency(open, ask.currency.as_deref())
}

fn of_one_currency(mut open: Vec<OpenDebit>, wanted: Option<&str>) -> Answer<Vec<OpenDebit>> {
    if let Some(wanted) = wanted {
        let currency = Currency::from_code(wanted).map_err(|refusal| refusal.field("currency"))?;
        open.retain(|debit| debit.currency == currency.code());
        if open.is_empty() {
            return Err(Refusal::rule(Code::NothingToPlan, format!("Nothing is open in {currency}."))
                .field("currency")
                .into());
        }
    }
    let mut currencies: Vec<&str> = open.iter().map(|debit| debit.currency.as_str()).collect();
    currencies.sort_unstable();
    currencies.dedup();
    if currencies.len() > 1 {
        return Err(Refusal::input(
            Code::CurrencyNeeded,
            "A plan is in one currency; say which, or name the invoices.",
        )
        .field("currency")
        .candidates(currencies.into_iter().map(str::to_owned))
        .into());
    }
    Ok(open)
}

/// How much of each invoice the plan covers: the oldest first, up to the amount asked for.
fn cover<'a>(
    debits: &'a [OpenDebit],
    amount: Option<&str>,
    currency: Currency,
) -> Answer<Vec<(&'a OpenDebit, i64)>> {
    let whole: i64 = debits.iter().map(|debit| debit.open).sum();
    let mut left = match amount {
        None => whole,
        Some(text) => {
            let amount = Money::parse(text, currency).map_err(|refusal| refusal.field("amount"))?;
            if !amount.is_positive() {
                return Err(Refusal::input(Code::AmountNotPositive, "A plan is over more than nothing.")
                    .field("amount")
                    .into());
            }
            if amount.minor() > whole {
                return Err(Refusal::rule(
                    Code::PlanExceedsDebt,
                    format!(
                        "The invoices come to {} {currency}, which is less than {amount}.",
                        Money::of(whole, currency)
                    ),
                )
                .field("amount")
                .into());
            }
            amount.minor()
        }
    };
    let mut covered = Vec::new();
    for debit in debits {
        let share = left.min(debit.open);
        if share > 0 {
            covered.push((debit, share));
            left -= share;
        }
    }
    Ok(covered)
}

/// `acceleration=on`.
fn switches(clauses: &[String]) -> Result<Vec<(String, bool)>, Refusal> {
    clauses
        .iter()
        .map(|switch| match switch.rsplit_once('=') {
            Some((id, "on")) => Ok((id.trim().to_owned(), true)),
            Some((id, "off")) => Ok((id.trim().to_owned(), false)),
            _ => Err(Refusal::input(
                Code::ClauseUnknown,
                format!("\u{201c}{switch}\u{201d} does not switch a clause."),
            )
            .hint("Write it as clause=on or clause=off.")
            .field("clause")),
        })
        .collect()
}

/// Whose working days count: as asked, else the client's place, else the business's, else weekends only.
fn calendar_of(ask: &PlanCreate, client: &Client, country: &str, region: &str) -> String {
    let of = |country: &str, region: &str| {
        let whole =
            HolidayCalendar::find(&format!("{country}-{region}")).or_else(|_| HolidayCalendar::find(country));
        whole.ok().map(|calendar| calendar.code().to_owned())
    };
    ask.schedule
        .holidays
        .as_deref()
        .and_then(|code| HolidayCalendar::find(code).ok().map(|calendar| calendar.code().to_owned()))
        .or_else(|| of(&client.address.country, &client.address.region))
        .or_else(|| of(country, region))
        .unwrap_or_default()
}
