//! A plan about to be written: what it covers, its schedule, its clauses, its paper.

use super::agreement::{Draft, paper_of, written};
use super::create::{ACCELERATE_AFTER, CURE_DAYS, PlanCreate};
use super::quote::quote;
use crate::error::Answer;
use crate::papers::{self, PaperWarning};
use crate::{finding, overlay, said};
use chrono::Datelike as _;
use goodterms_ledger::business::Business;
use goodterms_ledger::client::Client;
use goodterms_ledger::reading::account::{self, OpenDebit};
use goodterms_ledger::{Connection, LedgerError, dispute, plan};
use goodterms_paper::{Document, Faces};
use goodterms_terms::agreement::{Clauses, EarlySettlement, Question, warnings};
use goodterms_terms::calendar::HolidayCalendar;
use goodterms_terms::entry::EntryKind;
use goodterms_terms::plan::{PlanPaper, Quote};
use goodterms_terms::policy::Policy;
use goodterms_terms::{Code, Currency, Day, Money, Refusal};

/// Everything a plan is made of, worked out and drawn; nothing is written yet.
pub(super) struct Prepared {
    pub(super) client: Client,
    /// The reference it would get.
    pub(super) reference: String,
    pub(super) debt: Money,
    /// Invoices, and how much of each.
    pub(super) covered: Vec<(OpenDebit, i64)>,
    pub(super) quote: Quote,
    pub(super) clauses: Clauses,
    /// Whose holidays count, ISO 3166; nothing for weekends only.
    pub(super) calendar: String,
    pub(super) paper: PlanPaper,
    pub(super) fingerprint: String,
    pub(super) agreement: Document,
    /// What it is set from, JSON.
    pub(super) model: Vec<u8>,
    pub(super) warnings: Vec<PaperWarning>,
}

impl Prepared {
    /// Works out what was asked for.
    ///
    /// # Errors
    /// When client or invoices are not found, nothing is open, a plan covers them already, no such schedule
    /// exists, a clause is refused, or the book cannot be read.
    pub(super) async fn of(
        conn: &mut Connection,
        business: &Business,
        policy: &Policy,
        faces: Faces,
        on: Day,
        ask: &PlanCreate,
    ) -> Answer<Self> {
        let client = finding::client(conn, &ask.client).await?;
        let debits = chosen(conn, ask, &client, on).await?;
        let currency =
            Currency::from_code(&debits.first().map(|debit| debit.currency.clone()).unwrap_or_default())?;
        let covered = cover(debits, ask.amount.as_deref(), currency)?;
        let debt = Money::of(covered.iter().map(|(_, amount)| amount).sum(), currency);
        let quote = quote(&ask.schedule, debt, on)?;
        let switches = switches(&ask.clauses)?;
        let clauses = Clauses::chosen(switches.iter().map(|(id, on)| (id.as_str(), *on)))?;
        let place = papers::place(&client, business);
        let calendar = calendar_of(ask, &client, &business.country, &business.region);
        let disputed = dispute::open_for(conn, client.id, on)
            .await?
            .into_iter()
            .filter(|dispute| covered.iter().any(|(debit, _)| debit.id == dispute.entry))
            .map(|dispute| dispute.number)
            .collect();
        let reference = plan::next_reference(conn, on.year()).await?;
        let draft = Draft {
            business,
            client: &client,
            faces,
            policy,
            on,
            reference: &reference,
            covered: &covered,
            debt,
            quote: &quote,
            clauses: &clauses,
            law: papers::law_of(business, said::language(&client)),
            place: place.map(|place| place.name_in(said::language(&client))),
            disputed,
            early: early(ask, &clauses, debt)?,
            cure_days: CURE_DAYS,
            accelerate_after: ACCELERATE_AFTER,
        };
        let facts = draft.facts();
        let texts = clauses.text(&facts)?;
        let paper = paper_of(&draft, &texts);
        let fingerprint = paper.fingerprint().to_string();
        let agreement = written(&draft, &texts, &paper, papers::logo(business)?);
        let model = serde_json::to_vec(&agreement).map_err(LedgerError::from)?;
        let dues: Vec<(Day, Option<Day>)> = covered.iter().map(|(debit, _)| (debit.due, None)).collect();
        let mut minded = papers::lacking(business);
        if let Some(place) = place {
            let question = Question { facts: &facts, sole_trader: false, invoices: &dues };
            minded.extend(warnings(&question, place).iter().map(PaperWarning::of_law));
        }
        drop(facts);
        drop(draft);
        Ok(Self {
            client,
            reference,
            debt,
            covered,
            quote,
            clauses,
            calendar,
            paper,
            fingerprint,
            agreement: agreement.document(),
            model,
            warnings: minded,
        })
    }
}

/// What settles everything early, as far as the agreement has that clause.
fn early(ask: &PlanCreate, clauses: &Clauses, debt: Money) -> Result<Option<EarlySettlement>, Refusal> {
    let Some(settle) = ask.settle.as_ref().filter(|_| clauses.has("early-discount")) else { return Ok(None) };
    let pay = Money::parse(&settle.pay, debt.currency()).map_err(|refusal| refusal.field("settle"))?;
    if !pay.is_positive() || pay.minor() >= debt.minor() {
        return Err(Refusal::input(
            Code::DiscountTooLarge,
            format!("{pay} is no discount on {debt}: it must be more than nothing and less than the debt."),
        )
        .field("settle"));
    }
    Ok(Some(EarlySettlement { by: settle.by, pay }))
}

/// The open invoices the plan is about, oldest due first, in one currency and under no other plan.
pub(super) async fn chosen(
    conn: &mut Connection,
    ask: &PlanCreate,
    client: &Client,
    on: Day,
) -> Answer<Vec<OpenDebit>> {
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
pub(super) fn cover(
    debits: Vec<OpenDebit>,
    amount: Option<&str>,
    currency: Currency,
) -> Answer<Vec<(OpenDebit, i64)>> {
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
            left -= share;
            covered.push((debit, share));
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
pub(super) fn calendar_of(ask: &PlanCreate, client: &Client, country: &str, region: &str) -> String {
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
