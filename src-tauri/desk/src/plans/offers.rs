//! Three offers side by side over what a client owes: settle now, standard, gentle.

use super::create::{PlanCreate, Settlement};
use super::prepare::{calendar_of, chosen, cover};
use super::quote::{QuoteAsk, QuoteView};
use crate::desk::Desk;
use crate::error::Answer;
use crate::shown::{amount, entry_id};
use crate::{finding, overlay};
use goodterms_ledger::reading::account;
use goodterms_ledger::{dispute, entry};
use goodterms_terms::calendar::{HolidayCalendar, Move};
use goodterms_terms::entry::EntryKind;
use goodterms_terms::money::Percent;
use goodterms_terms::plan::{Offer, OfferKind, OfferTerms, QuoteRequest, three_offers};
use goodterms_terms::{Currency, Day, Money};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A day on which nobody works moves to the next working day.
const NEXT: &str = "next";

/// Asks for three offers.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct PlanOffersAsk {
    /// To whom, by id, name or number.
    pub client: String,
    /// Over which invoices; all overdue ones of one currency when none are named, or all open ones.
    pub invoices: Vec<String>,
    /// How much of them; their whole balance when nothing is said.
    #[ts(optional)]
    pub amount: Option<String>,
    /// ISO 4217, when the client owes in several.
    #[ts(optional)]
    pub currency: Option<String>,
    /// Percent off when everything is settled at once.
    #[ts(optional)]
    pub discount: Option<String>,
    /// Instalments of the standard offer.
    #[ts(optional, type = "number")]
    pub standard: Option<u32>,
    /// Instalments of the gentle offer.
    #[ts(optional, type = "number")]
    pub gentle: Option<u32>,
    /// How far apart: `week`, `two-weeks`, `twice-a-month`, `month` or `quarter`.
    #[ts(optional)]
    pub every: Option<String>,
    /// The business day; today when none is given.
    #[ts(optional, type = "string")]
    pub as_of: Option<Day>,
}

/// Three offers, and what they are about.
#[derive(Debug, Serialize, TS)]
pub struct PlanOffers {
    /// The day they are made.
    #[ts(type = "string")]
    pub as_of: Day,
    /// The client's name.
    pub client: String,
    /// `client-12`.
    pub client_id: String,
    /// What they cover.
    pub debt: String,
    /// ISO 4217.
    pub currency: String,
    /// Everything open, the oldest due first.
    pub invoices: Vec<PlannedInvoice>,
    /// Settle now, standard, gentle.
    pub offers: Vec<OfferView>,
    /// The percentage that was taken off.
    pub discount: String,
}

/// An open invoice, and whether the offers cover it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PlannedInvoice {
    /// `invoice-12`.
    pub id: String,
    /// Its number.
    pub number: String,
    /// What it was for.
    pub subject: String,
    /// Day of issue.
    #[ts(type = "string")]
    pub issued: Day,
    /// Its due day.
    #[ts(type = "string")]
    pub due: Day,
    /// Whole days since then, when it has passed.
    #[ts(type = "number")]
    pub days_late: i64,
    /// ISO 4217.
    pub currency: String,
    /// What is open.
    pub open: String,
    /// The plan that answers for it already.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub plan: Option<String>,
    /// Whether the offers cover it.
    pub chosen: bool,
    /// Whether it is in dispute.
    pub disputed: bool,
}

/// One of the three.
#[derive(Debug, Clone, Serialize, TS)]
pub struct OfferView {
    /// `settle_now`, `standard` or `gentle`.
    pub kind: String,
    /// What the client saves against the full amount.
    pub discount: String,
    /// Its schedule.
    pub quote: QuoteView,
    /// What to ask for to get the plan of it.
    pub schedule: QuoteAsk,
    /// Clauses it needs, as `clause=on`.
    pub clauses: Vec<String>,
    /// What settles everything, of the first.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub settle: Option<Settlement>,
}

/// Works out three offers.
///
/// # Errors
/// When client or invoices are not found, nothing is open that a plan could cover, or a number is refused.
pub async fn plan_offers(desk: &Desk, ask: PlanOffersAsk) -> Answer<PlanOffers> {
    let mut look = desk.look(ask.as_of).await?;
    let on = look.on;
    let client = finding::client(&mut look.reader, &ask.client).await?;
    let plan = PlanCreate {
        client: ask.client.clone(),
        invoices: ask.invoices.clone(),
        currency: ask.currency.clone(),
        ..PlanCreate::default()
    };
    let mut debits = chosen(&mut look.reader, &plan, &client, on).await?;
    if ask.invoices.is_empty() && debits.iter().any(|debit| debit.due < on) {
        debits.retain(|debit| debit.due < on);
    }
    let currency = debits.first().map(|debit| debit.currency.clone()).unwrap_or_default();
    let currency = Currency::from_code(&currency)?;
    let covered = cover(debits, ask.amount.as_deref(), currency)?;
    let debt = Money::of(covered.iter().map(|(_, share)| share).sum(), currency);

    let calendar = calendar_of(&plan, &client, &look.business.country, &look.business.region);
    let holidays = HolidayCalendar::find(&calendar).ok();
    let mut terms =
        OfferTerms::usual(QuoteRequest { holidays, shift: Move::Next, ..QuoteRequest::of(debt, on) });
    if let Some(discount) = &ask.discount {
        terms.discount = Percent::parse(discount).map_err(|refusal| refusal.field("discount"))?;
    }
    terms.standard.count = ask.standard.unwrap_or(terms.standard.count);
    terms.gentle.count = ask.gentle.unwrap_or(terms.gentle.count);
    if let Some(every) = &ask.every {
        let every = every.parse().map_err(|refusal: goodterms_terms::Refusal| refusal.field("every"))?;
        (terms.standard.every, terms.gentle.every) = (every, every);
    }
    let holidays = holidays.map(|calendar| calendar.code().to_owned());
    let offers = three_offers(&terms)?;
    let paced = |offer: &Offer| match offer.kind {
        OfferKind::SettleNow => QuoteAsk {
            count: Some(1),
            start: Some(offer.quote.last_due),
            holidays: holidays.clone(),
            shift: Some(NEXT.to_owned()),
            ..QuoteAsk::default()
        },
        OfferKind::Standard | OfferKind::Gentle => {
            let pace = if offer.kind == OfferKind::Gentle { terms.gentle } else { terms.standard };
            QuoteAsk {
                count: Some(pace.count),
                every: Some(pace.every.as_str().to_owned()),
                holidays: holidays.clone(),
                shift: Some(NEXT.to_owned()),
                ..QuoteAsk::default()
            }
        }
    };
    let offers = offers
        .iter()
        .map(|offer| OfferView::of(offer, paced(offer), debt, on))
        .collect::<Answer<Vec<_>>>()?;

    let taken: Vec<i64> = covered.iter().map(|(debit, _)| debit.id).collect();
    let invoices = open_invoices(&mut look.reader, client.id, on, &taken).await?;
    Ok(PlanOffers {
        as_of: on,
        client: client.name.clone(),
        client_id: crate::shown::client_id(client.id),
        debt: debt.to_string(),
        currency: currency.to_string(),
        invoices,
        offers,
        discount: terms.discount.to_string(),
    })
}

impl OfferView {
    fn of(offer: &Offer, schedule: QuoteAsk, debt: Money, on: Day) -> Answer<Self> {
        let settles = offer.kind == OfferKind::SettleNow && offer.discount.is_positive();
        Ok(Self {
            kind: crate::papers::wire_name(&offer.kind),
            discount: offer.discount.to_string(),
            quote: if settles {
                QuoteView::from(&offer.quote)
            } else {
                QuoteView::explained(&schedule, debt, on)?
            },
            clauses: if settles { vec!["early-discount=on".to_owned()] } else { Vec::new() },
            settle: settles
                .then(|| Settlement { pay: offer.quote.total.to_string(), by: offer.quote.last_due }),
            schedule,
        })
    }
}

/// Everything open that an invoice stands for, with the plan over it and whether it was chosen.
async fn open_invoices(
    conn: &mut goodterms_ledger::Connection,
    client: i64,
    on: Day,
    chosen: &[i64],
) -> Answer<Vec<PlannedInvoice>> {
    let open = account::open_debits(conn, client, on).await?;
    let plans = overlay::governing(conn, Some(client), on).await?;
    let disputed = dispute::open_for(conn, client, on).await?;
    let mut invoices = Vec::new();
    for debit in open.iter().filter(|d| matches!(d.kind, EntryKind::Invoice | EntryKind::OpeningBalance)) {
        let plan = plans.iter().find(|plan| plan.rows.covers.iter().any(|cover| cover.entry == debit.id));
        invoices.push(PlannedInvoice {
            id: entry_id(debit.kind, debit.id),
            number: debit.number.clone(),
            subject: entry::particulars(conn, debit.id).await?.subject,
            issued: debit.issued,
            due: debit.due,
            days_late: (on - debit.due).num_days().max(0),
            currency: debit.currency.clone(),
            open: amount(debit.open, &debit.currency)?,
            plan: plan.map(|plan| plan.rows.reference.clone()),
            chosen: chosen.contains(&debit.id),
            disputed: disputed.iter().any(|dispute| dispute.entry == debit.id),
        });
    }
    invoices.sort_by_key(|invoice| (invoice.due, invoice.id.clone()));
    Ok(invoices)
}
