//! Invoices: lists in windows, and adding one.

use crate::desk::{Desk, Doing, Look};
use crate::error::{Answer, DeskError};
use crate::shown::{amount, client_id, entry_id};
use crate::{finding, lists, overlay, shown};
use goodterms_ledger::entry::{self, NewEntry};
use goodterms_ledger::reading::Whole;
use goodterms_ledger::reading::invoices::{self, InvoiceQuery, InvoiceRow, ListTotal, Planned, SortBy};
use goodterms_ledger::{Connection, client, credits, dispute};
use goodterms_terms::entry::EntryKind;
use goodterms_terms::history::Happening;
use goodterms_terms::invoice::State;
use goodterms_terms::{Code, Currency, Day, Money, Refusal, day};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use ts_rs::TS;

/// Asks for invoices.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct InvoiceListAsk {
    /// The business day; today when none is given.
    #[ts(optional, type = "string")]
    pub as_of: Option<Day>,
    /// One client's, by id, name or number.
    #[ts(optional)]
    pub client: Option<String>,
    /// Those in this state, also when another leads.
    #[ts(optional)]
    pub state: Option<String>,
    /// Number or client's name holds this.
    #[ts(optional)]
    pub search: Option<String>,
    /// `issued`, `due`, `number`, `client`, `total` or `balance`.
    #[ts(optional)]
    pub sort: Option<String>,
    /// The other way round.
    #[ts(optional)]
    pub descending: Option<bool>,
    /// So many are passed over.
    #[ts(optional, type = "number")]
    pub offset: Option<u64>,
    /// At most so many; all when nothing is said.
    #[ts(optional, type = "number")]
    pub limit: Option<u64>,
}

/// Invoices, and what the whole list comes to.
#[derive(Debug, Serialize, TS)]
pub struct InvoiceList {
    /// The day it is true for.
    #[ts(type = "string")]
    pub as_of: Day,
    /// How many there are in all, beyond the window too.
    #[ts(type = "number")]
    pub total_count: u64,
    /// What the whole list comes to, by currency.
    pub totals: Vec<InvoiceTotal>,
    /// The window.
    pub invoices: Vec<InvoiceView>,
}

/// What a list comes to in one currency.
#[derive(Debug, Clone, Serialize, TS)]
pub struct InvoiceTotal {
    /// ISO 4217.
    pub currency: String,
    /// How many.
    #[ts(type = "number")]
    pub count: u64,
    /// Amounts with tax.
    pub total: String,
    /// What is still owed.
    pub balance: String,
}

/// An invoice as it stands on a day.
#[derive(Debug, Clone, Serialize, TS)]
pub struct InvoiceView {
    /// `invoice-12`.
    pub id: String,
    /// Its number.
    pub number: String,
    /// What it was for; empty when nobody said.
    pub subject: String,
    /// The client's name.
    pub client: String,
    /// `client-12`.
    pub client_id: String,
    /// Day of issue.
    #[ts(type = "string")]
    pub issued: Day,
    /// Its own due day.
    #[ts(type = "string")]
    pub due: Day,
    /// Whether that day was assumed from the usual terms.
    pub due_assumed: bool,
    /// ISO 4217.
    pub currency: String,
    /// Amount with tax.
    pub total: String,
    /// What has been allocated to it.
    pub paid: String,
    /// What is still owed.
    pub balance: String,
    /// The state that leads.
    pub state: String,
    /// Every state that holds, the leading one first.
    pub states: Vec<String>,
    /// Whole days by which its oldest unpaid part is late.
    #[ts(type = "number")]
    pub days_late: i64,
}

impl InvoiceView {
    fn of(row: InvoiceRow, on: Day) -> Answer<Self> {
        let standing = row.standing;
        let states: Vec<String> = standing.states(on).iter().map(|state| state.as_str().to_owned()).collect();
        Ok(Self {
            id: entry_id(EntryKind::Invoice, row.id),
            client_id: client_id(row.client),
            total: amount(standing.total, &row.currency)?,
            paid: amount(if standing.void { 0 } else { standing.total - standing.balance }, &row.currency)?,
            balance: amount(standing.balance, &row.currency)?,
            state: states.first().cloned().unwrap_or_default(),
            days_late: standing.days_late(on),
            states,
            number: row.number,
            subject: row.subject,
            client: row.client_name,
            issued: row.issued,
            due: row.due,
            due_assumed: row.due_assumed,
            currency: row.currency,
        })
    }
}

/// Asks for one invoice.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct InvoiceAsk {
    /// By number or id.
    pub invoice: String,
    /// The business day; today when none is given.
    #[ts(optional, type = "string")]
    pub as_of: Option<Day>,
}

/// One invoice and what brought its balance down.
#[derive(Debug, Serialize, TS)]
pub struct InvoiceDetail {
    /// The day it is true for.
    #[ts(type = "string")]
    pub as_of: Day,
    /// The invoice.
    pub invoice: InvoiceView,
    /// Oldest first.
    pub credits: Vec<CreditView>,
    /// Purchase order.
    pub reference: String,
    /// The plan that answers for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub plan: Option<String>,
    /// Its open dispute.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub dispute: Option<DisputeView>,
    /// The file it came from.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub imported_from: Option<String>,
}

/// A dispute that is open.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DisputeView {
    /// Since when.
    #[ts(type = "string")]
    pub since: Day,
    /// How much of it; all when nothing is said.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub amount: Option<String>,
    /// What the client says.
    pub note: String,
}

/// An amount that brought a balance down.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CreditView {
    /// The day it counts from.
    #[ts(type = "string")]
    pub on: Day,
    /// `payment`, `credit_note`, `discount`, `write_off`, …
    pub kind: String,
    /// How much of it; negative when taken back.
    pub amount: String,
    /// How it was paid.
    pub method: String,
}

/// Enters an invoice.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct InvoiceAdd {
    /// Whose, by id, name or number.
    pub client: String,
    /// Its number.
    pub number: String,
    /// What it is for, in a few words.
    #[ts(optional)]
    pub subject: Option<String>,
    /// Day of issue; the business day when none is given.
    #[ts(optional, type = "string")]
    pub issued: Option<Day>,
    /// Due day; by the terms when none is given.
    #[ts(optional, type = "string")]
    pub due: Option<Day>,
    /// Days from issue to due; the policy's when none are given.
    #[ts(optional)]
    pub terms_days: Option<u32>,
    /// Amount with tax.
    pub total: String,
    /// ISO 4217; the book's when none is given.
    #[ts(optional)]
    pub currency: Option<String>,
    /// Purchase order.
    #[ts(optional)]
    pub reference: Option<String>,
    /// Why, when the day is closed.
    #[ts(optional)]
    pub reason: Option<String>,
    /// The business day; today when none is given.
    #[ts(optional, type = "string")]
    pub as_of: Option<Day>,
}

/// An invoice that was entered.
#[derive(Debug, Serialize, TS)]
pub struct InvoiceKept {
    /// `invoice-12`.
    pub invoice: String,
    /// The day it is shown for.
    #[ts(type = "string")]
    pub as_of: Day,
    /// The invoice, as it stands.
    pub invoices: Vec<InvoiceView>,
}

/// Invoices as at a day.
///
/// # Errors
/// When a state or an order is unknown, a client is ambiguous, or the book cannot be read.
pub async fn invoice_list(desk: &Desk, ask: InvoiceListAsk) -> Answer<InvoiceList> {
    let mut look = desk.look(ask.as_of).await?;
    let mut query = InvoiceQuery {
        client: None,
        only: None,
        state: ask.state.as_deref().map(state).transpose()?,
        search: ask.search.unwrap_or_default().trim().to_owned(),
        sort: ask.sort.as_deref().map_or(Ok(SortBy::Issued), order)?,
        descending: ask.descending.unwrap_or(false),
    };
    if let Some(meant) = &ask.client {
        // A filter that matches nothing answers an empty list.
        if finding::clients(&mut look.reader, meant).await?.is_empty() {
            return Ok(InvoiceList { as_of: look.on, total_count: 0, totals: vec![], invoices: vec![] });
        }
        query.client = Some(finding::client(&mut look.reader, meant).await?.id);
    }
    let whole = desk.lists().invoices.list(&mut look, &query, async |look| whole(look, &query).await).await?;
    query.only = lists::page(&whole, ask.offset, ask.limit);
    Ok(InvoiceList {
        as_of: look.on,
        total_count: whole.totals.iter().map(|total| total.count).sum(),
        totals: whole
            .totals
            .iter()
            .map(|t| {
                Ok(InvoiceTotal {
                    total: amount(t.total, &t.currency)?,
                    balance: amount(t.balance, &t.currency)?,
                    currency: t.currency.clone(),
                    count: t.count,
                })
            })
            .collect::<Answer<_>>()?,
        invoices: listed(&mut look.reader, &query, look.on).await?,
    })
}

/// One invoice and what brought its balance down.
///
/// # Errors
/// When it is not found or the book cannot be read.
pub async fn invoice_view(desk: &Desk, ask: InvoiceAsk) -> Answer<InvoiceDetail> {
    let mut look = desk.look(ask.as_of).await?;
    let found = finding::invoice(&mut look.reader, &ask.invoice, None).await?;
    let invoice = these(&mut look.reader, &[found.id], look.on).await?.pop().ok_or_else(|| {
        Refusal::input(Code::InvoiceUnknown, format!("{} had not been issued on {}.", found.number, look.on))
            .field("invoice")
    })?;
    let credits = credits::of_invoice(&mut look.reader, found.id, look.on)
        .await?
        .into_iter()
        .map(|credit| {
            Ok(CreditView {
                on: credit.on,
                kind: credit.kind,
                amount: amount(credit.amount, &found.currency)?,
                method: credit.method,
            })
        })
        .collect::<Answer<_>>()?;
    let plans = overlay::governing(&mut look.reader, Some(found.client), look.on).await?;
    let plan = plans.into_iter().find(|plan| plan.rows.covers.iter().any(|cover| cover.entry == found.id));
    let dispute = dispute::open_for(&mut look.reader, found.client, look.on)
        .await?
        .into_iter()
        .find(|dispute| dispute.entry == found.id);
    let particulars = entry::particulars(&mut look.reader, found.id).await?;
    Ok(InvoiceDetail {
        as_of: look.on,
        credits,
        reference: particulars.reference,
        imported_from: particulars.file,
        plan: plan.map(|plan| plan.rows.reference),
        dispute: dispute
            .map(|dispute| {
                Ok::<_, DeskError>(DisputeView {
                    since: dispute.since,
                    amount: dispute.amount.map(|part| amount(part, &found.currency)).transpose()?,
                    note: dispute.note,
                })
            })
            .transpose()?,
        invoice,
    })
}

/// Some invoices by their entries, in that order.
pub(crate) async fn these(conn: &mut Connection, rows: &[i64], on: Day) -> Answer<Vec<InvoiceView>> {
    let query = InvoiceQuery { only: Some(rows.to_vec()), ..InvoiceQuery::default() };
    let mut found = listed(conn, &query, on).await?;
    let place =
        |view: &InvoiceView| rows.iter().position(|row| entry_id(EntryKind::Invoice, *row) == view.id);
    found.sort_by_key(place);
    Ok(found)
}

/// Invoices with their plans taken into account.
pub(crate) async fn listed(conn: &mut Connection, query: &InvoiceQuery, on: Day) -> Answer<Vec<InvoiceView>> {
    let planned = planned(conn, query.client, on).await?;
    let rows = invoices::list(conn, query, on, &planned).await?;
    rows.into_iter().map(|row| InvoiceView::of(row, on)).collect()
}

async fn whole(look: &mut Look, query: &InvoiceQuery) -> Answer<Whole<ListTotal>> {
    let planned = planned(&mut look.reader, query.client, look.on).await?;
    Ok(invoices::whole(&mut look.reader, query, look.on, &planned).await?)
}

async fn planned(conn: &mut Connection, client: Option<i64>, on: Day) -> Answer<Vec<Planned>> {
    let plans = overlay::governing(conn, client, on).await?;
    overlay::planned(conn, &plans, on).await
}

/// How many invoices of each client are open.
pub(crate) async fn open_counts(conn: &mut Connection, on: Day) -> Answer<HashMap<i64, u64>> {
    Ok(invoices::open_counts(conn, on).await?.into_iter().collect())
}

/// Enters an invoice.
///
/// # Errors
/// When the client is not found, the number is taken, an amount or a day is refused, or the book cannot be
/// written.
pub async fn invoice_add(desk: &Desk, ask: InvoiceAdd) -> Answer<InvoiceKept> {
    let mut doing = desk.begin(ask.as_of).await?;
    let client = finding::client(&mut doing.act, &ask.client).await?;
    let issued = ask.issued.unwrap_or(doing.on);
    doing.refuse_closed(issued, ask.reason.as_deref())?;
    let currency = match &ask.currency {
        Some(code) => Currency::from_code(code).map_err(|refusal| refusal.field("currency"))?,
        None => doing.business.currency,
    };
    let total = Money::parse(&ask.total, currency).map_err(|refusal| refusal.field("total"))?;
    if !total.is_positive() {
        return Err(Refusal::input(Code::AmountNotPositive, "An invoice is for more than nothing.")
            .field("total")
            .into());
    }
    let due = due_day(&ask, issued, doing.policy.terms_days)?;
    let number = free_number(&mut doing, &ask.number, client.id).await?;

    let mut invoice = NewEntry::of(client.id, EntryKind::Invoice, currency.code(), total.minor(), issued);
    invoice.due = due;
    invoice.number.clone_from(&number);
    invoice.subject = ask.subject.unwrap_or_default().trim().to_owned();
    invoice.reference = ask.reference.unwrap_or_default();
    invoice.note = ask.reason.unwrap_or_default();
    let recorded_at = doing.moment.recorded_at;
    let id = entry::insert(&mut doing.act, &invoice, recorded_at).await?;
    let happening = Happening::InvoiceAdded {
        number,
        total: total.to_string(),
        currency: currency.to_string(),
        issued: issued.to_string(),
        due: due.to_string(),
    };
    doing.tell(&happening, &entry_id(EntryKind::Invoice, id), Some(client.id)).await?;
    let as_of = doing.on.max(issued);
    let query = InvoiceQuery { client: Some(client.id), ..InvoiceQuery::default() };
    let mut invoices = listed(&mut doing.act, &query, as_of).await?;
    let invoice = entry_id(EntryKind::Invoice, id);
    invoices.retain(|row| row.id == invoice);
    doing.done().await?;
    Ok(InvoiceKept { invoice, as_of, invoices })
}

fn due_day(ask: &InvoiceAdd, issued: Day, usual: u32) -> Result<Day, Refusal> {
    let due = match ask.due {
        Some(due) => due,
        None => day::within_years(day::plus_days(issued, i64::from(ask.terms_days.unwrap_or(usual))))?,
    };
    if due < issued {
        return Err(Refusal::input(
            Code::DueBeforeIssue,
            format!("{due} lies before the day of issue, {issued}."),
        )
        .field("due"));
    }
    Ok(due)
}

/// The number, if this client has no invoice of it and no other client has either.
async fn free_number(doing: &mut Doing, number: &str, client: i64) -> Answer<String> {
    let number = number.trim();
    if number.is_empty() || number.chars().any(char::is_control) {
        return Err(Refusal::input(Code::InvoiceNumberMissing, "An invoice needs a number.")
            .field("number")
            .into());
    }
    let Some(taken) = entry::invoices_numbered(&mut doing.act, number).await?.into_iter().next() else {
        return Ok(number.to_owned());
    };
    let whose =
        client::by_id(&mut doing.act, taken.client).await?.map(|client| client.name).unwrap_or_default();
    let message = if taken.client == client {
        format!("{whose} already has an invoice {number}.")
    } else {
        format!("{number} is already an invoice of {whose}.")
    };
    Err(Refusal::rule(Code::InvoiceNumberTaken, message)
        .hint("Give this invoice another number, or look at the one there is.")
        .field("number")
        .candidates([shown::entry_id(taken.kind, taken.id)])
        .into())
}

fn state(name: &str) -> Result<State, Refusal> {
    State::from_name(&name.trim().to_ascii_lowercase()).ok_or_else(|| {
        Refusal::input(Code::StateUnknown, format!("\u{201c}{name}\u{201d} is not a state of an invoice."))
            .field("state")
            .candidates(State::ALL.iter().map(|state| state.as_str().to_owned()))
    })
}

fn order(name: &str) -> Result<SortBy, Refusal> {
    Ok(match name.trim() {
        "issued" => SortBy::Issued,
        "due" => SortBy::Due,
        "number" => SortBy::Number,
        "client" => SortBy::Client,
        "total" => SortBy::Total,
        "balance" => SortBy::Balance,
        "days_late" => SortBy::DaysLate,
        other => {
            return Err(Refusal::input(
                Code::SortUnknown,
                format!("Invoices cannot be ordered by \u{201c}{other}\u{201d}."),
            )
            .field("sort")
            .candidates(
                ["issued", "due", "number", "client", "total", "balance", "days_late"].map(str::to_owned),
            ));
        }
    })
}
