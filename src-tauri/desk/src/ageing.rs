//! Ageing as at any day: by client and currency, by instalment where a plan is active.

use crate::desk::Desk;
use crate::error::Answer;
use crate::overlay;
use crate::shown::{ByCurrency, amount, client_id};
use goodterms_ledger::{Connection, client, reading};
use goodterms_terms::Day;
use goodterms_terms::ageing::Ageing;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// Asks for the ageing.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct AgeingAsk {
    /// The business day; today when none is given.
    #[ts(optional, type = "string")]
    pub as_of: Option<Day>,
}

/// How late what is owed is.
#[derive(Debug, Serialize, TS)]
pub struct AgeingView {
    /// The day it is true for.
    #[ts(type = "string")]
    pub as_of: Day,
    /// The whole book, by currency. Currencies are never added together.
    pub currencies: BTreeMap<String, AgeingFigures>,
    /// What is late in the whole book, by currency.
    pub overdue: ByCurrency,
    /// Each client and currency.
    pub clients: Vec<AgeingRow>,
}

/// The five buckets and what they come to, as decimals.
#[derive(Debug, Clone, Serialize, TS)]
pub struct AgeingFigures {
    /// Not yet late.
    pub current: String,
    /// 1 to 30 days late.
    pub d1_30: String,
    /// 31 to 60 days late.
    pub d31_60: String,
    /// 61 to 90 days late.
    pub d61_90: String,
    /// 91 days late or more.
    pub d90_plus: String,
    /// The five together.
    pub total: String,
    /// Credit on account, negative or nothing.
    pub credit: String,
    /// Total and credit: the balance.
    pub net: String,
}

impl AgeingFigures {
    pub(crate) fn of(ageing: &Ageing, currency: &str) -> Answer<Self> {
        let [current, d1_30, d31_60, d61_90, d90_plus] = ageing.buckets;
        Ok(Self {
            current: amount(current, currency)?,
            d1_30: amount(d1_30, currency)?,
            d31_60: amount(d31_60, currency)?,
            d61_90: amount(d61_90, currency)?,
            d90_plus: amount(d90_plus, currency)?,
            total: amount(ageing.total(), currency)?,
            credit: amount(ageing.credit, currency)?,
            net: amount(ageing.net(), currency)?,
        })
    }
}

/// One client's ageing in one currency.
#[derive(Debug, Clone, Serialize, TS)]
pub struct AgeingRow {
    /// Name.
    pub client: String,
    /// `client-12`.
    pub client_id: String,
    /// ISO 4217.
    pub currency: String,
    /// What is late of it: the four late columns together.
    pub overdue: String,
    /// The figures.
    #[serde(flatten)]
    #[ts(flatten)]
    pub figures: AgeingFigures,
}

/// The ageing.
///
/// # Errors
/// When no book is open or it cannot be read.
pub async fn ageing(desk: &Desk, ask: AgeingAsk) -> Answer<AgeingView> {
    let mut look = desk.look(ask.as_of).await?;
    let rows = by_client(&mut look.reader, None, look.on).await?;
    let names: BTreeMap<i64, String> = client::all_known(&mut look.reader)
        .await?
        .into_iter()
        .map(|(client, _)| (client.id, client.name))
        .collect();
    let mut whole: BTreeMap<String, Ageing> = BTreeMap::new();
    let mut clients = Vec::with_capacity(rows.len());
    for ((id, currency), ageing) in &rows {
        whole.entry(currency.clone()).or_default().absorb(ageing);
        clients.push(AgeingRow {
            client: names.get(id).cloned().unwrap_or_default(),
            client_id: client_id(*id),
            currency: currency.clone(),
            overdue: amount(ageing.overdue(), currency)?,
            figures: AgeingFigures::of(ageing, currency)?,
        });
    }
    clients.sort_by_cached_key(|row| (client::name_key(&row.client), row.currency.clone()));
    let (mut currencies, mut overdue) = (BTreeMap::new(), ByCurrency::new());
    for (currency, ageing) in whole {
        overdue.insert(currency.clone(), amount(ageing.overdue(), &currency)?);
        currencies.insert(currency.clone(), AgeingFigures::of(&ageing, &currency)?);
    }
    Ok(AgeingView { as_of: look.on, currencies, overdue, clients })
}

/// Each client's ageing by currency: invoices by their own days, covered amounts by their instalments.
pub(crate) async fn by_client(
    conn: &mut Connection,
    client: Option<i64>,
    on: Day,
) -> Answer<BTreeMap<(i64, String), Ageing>> {
    let plans = overlay::governing(conn, client, on).await?;
    let covered: Vec<i64> = plans.iter().flat_map(|plan| plan.rows.covers.iter().map(|c| c.entry)).collect();
    let mut ageings = reading::ageing::ageing(conn, client, on, &covered).await?;
    overlay::add_to(conn, &mut ageings, &plans, on).await?;
    ageings.retain(|_, ageing| *ageing != Ageing::default());
    Ok(ageings)
}
