//! Payments as the ledger lists them.

use super::AllocationView;
use crate::desk::{Desk, Look};
use crate::error::Answer;
use crate::finding;
use crate::lists;
use crate::shown::{amount, client_id, entry_id};
use goodterms_ledger::reading::payments::{self, PaymentQuery, PaymentRow};
use goodterms_terms::Day;
use goodterms_terms::entry::EntryKind;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Asks for payments.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct PaymentListAsk {
    /// The business day; today when none is given.
    #[ts(optional, type = "string")]
    pub as_of: Option<Day>,
    /// One client's, by id, name or number.
    #[ts(optional)]
    pub client: Option<String>,
    /// Client's name, reference or method holds this.
    #[ts(optional)]
    pub search: Option<String>,
    /// The earliest first.
    #[ts(optional)]
    pub oldest_first: Option<bool>,
    /// So many are passed over.
    #[ts(optional, type = "number")]
    pub offset: Option<u64>,
    /// At most so many; all when nothing is said.
    #[ts(optional, type = "number")]
    pub limit: Option<u64>,
}

/// Payments, and what the whole list comes to.
#[derive(Debug, Serialize, TS)]
pub struct PaymentList {
    /// The day it is true for.
    #[ts(type = "string")]
    pub as_of: Day,
    /// How many there are in all, beyond the window too.
    #[ts(type = "number")]
    pub total_count: u64,
    /// What the whole list comes to, by currency.
    pub totals: Vec<PaymentTotal>,
    /// The window.
    pub payments: Vec<PaymentView>,
}

/// What a list of payments comes to in one currency.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PaymentTotal {
    /// ISO 4217.
    pub currency: String,
    /// How many.
    #[ts(type = "number")]
    pub count: u64,
    /// How much; what was taken back is taken off.
    pub amount: String,
}

/// A payment.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PaymentView {
    /// `payment-12`.
    pub id: String,
    /// When it came in.
    #[ts(type = "string")]
    pub on: Day,
    /// The client's name.
    pub client: String,
    /// `client-12`.
    pub client_id: String,
    /// ISO 4217.
    pub currency: String,
    /// How much; negative when it takes one back.
    pub amount: String,
    /// What of it has not paid anything yet.
    pub credit: String,
    /// How it was paid.
    pub method: String,
    /// Its reference.
    pub reference: String,
    /// Whether it has been taken back.
    pub taken_back: bool,
    /// What it takes back.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub reverses: Option<String>,
    /// What it paid.
    pub allocations: Vec<AllocationView>,
}

impl PaymentView {
    fn of(row: PaymentRow) -> Answer<Self> {
        let shown = |minor| amount(minor, &row.currency);
        Ok(Self {
            id: entry_id(EntryKind::Payment, row.id),
            on: row.on,
            client_id: client_id(row.client),
            amount: shown(row.amount)?,
            credit: shown(row.unused)?,
            reverses: row.reverses.map(|entry| entry_id(EntryKind::Payment, entry)),
            allocations: row
                .paid
                .iter()
                .map(|(invoice, paid)| Ok(AllocationView { invoice: invoice.clone(), amount: shown(*paid)? }))
                .collect::<Answer<_>>()?,
            client: row.client_name,
            currency: row.currency,
            method: row.method,
            reference: row.reference,
            taken_back: row.taken_back,
        })
    }
}

/// Payments as at a day, the latest first.
///
/// # Errors
/// When a client is ambiguous or the book cannot be read.
pub async fn payment_list(desk: &Desk, ask: PaymentListAsk) -> Answer<PaymentList> {
    let mut look = desk.look(ask.as_of).await?;
    let mut query = PaymentQuery {
        client: None,
        only: None,
        search: ask.search.unwrap_or_default().trim().to_owned(),
        oldest_first: ask.oldest_first.unwrap_or(false),
    };
    if let Some(meant) = &ask.client {
        query.client = Some(finding::client(&mut look.reader, meant).await?.id);
    }
    let work_out = async |look: &mut Look| Ok(payments::whole(&mut look.reader, &query, look.on).await?);
    let whole = desk.lists().payments.list(&mut look, &query, work_out).await?;
    query.only = lists::page(&whole, ask.offset, ask.limit);
    let rows = payments::list(&mut look.reader, &query, look.on).await?;
    Ok(PaymentList {
        as_of: look.on,
        total_count: whole.totals.iter().map(|total| total.count).sum(),
        totals: whole
            .totals
            .iter()
            .map(|total| {
                Ok(PaymentTotal {
                    amount: amount(total.amount, &total.currency)?,
                    currency: total.currency.clone(),
                    count: total.count,
                })
            })
            .collect::<Answer<_>>()?,
        payments: rows.into_iter().map(PaymentView::of).collect::<Answer<_>>()?,
    })
}
