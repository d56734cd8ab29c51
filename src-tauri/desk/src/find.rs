//! Finding by what one remembers: a name, a number, what it was for, an amount.

use crate::ageing;
use crate::desk::Desk;
use crate::error::Answer;
use crate::invoices::{self, InvoiceView};
use crate::shown::{ByCurrency, amount, client_id};
use goodterms_ledger::Connection;
use goodterms_ledger::client::name_key;
use goodterms_ledger::plan;
use goodterms_ledger::reading::found;
use goodterms_terms::{Currency, Day, Money};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How many of each are answered when nothing is said.
const USUAL: u32 = 6;
/// Open invoices shown of the client who fits best.
const OPEN_OF_BEST: u32 = 4;

/// Asks for whatever fits a few words.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct FindAsk {
    /// As typed.
    pub search: String,
    /// At most so many of each.
    #[ts(optional, type = "number")]
    pub limit: Option<u32>,
    /// The business day; today when none is given.
    #[ts(optional, type = "string")]
    pub as_of: Option<Day>,
}

/// What was found, the best first.
#[derive(Debug, Default, Serialize, TS)]
pub struct Found {
    /// Clients by name.
    pub clients: Vec<FoundClient>,
    /// Invoices by number, by what they were for or by amount, and the open ones of the best client.
    pub invoices: Vec<InvoiceView>,
    /// Plans by reference.
    pub plans: Vec<FoundPlan>,
}

/// A client that was found.
#[derive(Debug, Serialize, TS)]
pub struct FoundClient {
    /// `client-12`.
    pub id: String,
    /// Name.
    pub name: String,
    /// Balance by currency.
    pub balance: ByCurrency,
    /// What is overdue, by currency.
    pub overdue: ByCurrency,
}

/// A plan that was found.
#[derive(Debug, Serialize, TS)]
pub struct FoundPlan {
    /// `PP-2026-0001`.
    pub plan: String,
    /// The client's name.
    pub client: String,
    /// `client-12`.
    pub client_id: String,
}

/// Finds clients, invoices and plans. Nothing typed finds nothing.
///
/// # Errors
/// When no book is open or it cannot be read.
pub async fn find(desk: &Desk, ask: FindAsk) -> Answer<Found> {
    let part = name_key(&ask.search);
    if part.is_empty() {
        return Ok(Found::default());
    }
    let limit = ask.limit.unwrap_or(USUAL).min(100);
    let mut look = desk.look(ask.as_of).await?;
    let clients = found::clients(&mut look.reader, &part, limit).await?;
    let amounts = amounts(&ask.search, look.business.currency);
    let mut rows = found::invoices(&mut look.reader, &part, &amounts, limit).await?;
    if let [(best, _), ..] = clients.as_slice() {
        for open in found::open_of(&mut look.reader, *best, OPEN_OF_BEST.min(limit)).await? {
            if !rows.contains(&open) {
                rows.push(open);
            }
        }
    }
    rows.truncate(limit as usize);
    let mut shown = Vec::with_capacity(clients.len());
    for (row, name) in clients {
        shown.push(with_balance(&mut look.reader, row, name, look.on).await?);
    }
    Ok(Found {
        clients: shown,
        invoices: invoices::these(&mut look.reader, &rows, look.on).await?,
        plans: plans(&mut look.reader, &part, limit, look.on).await?,
    })
}

async fn with_balance(conn: &mut Connection, row: i64, name: String, on: Day) -> Answer<FoundClient> {
    let mut found =
        FoundClient { id: client_id(row), name, balance: ByCurrency::new(), overdue: ByCurrency::new() };
    for ((_, currency), ageing) in ageing::by_client(conn, Some(row), on).await? {
        found.balance.insert(currency.clone(), amount(ageing.net(), &currency)?);
        if ageing.overdue() > 0 {
            found.overdue.insert(currency.clone(), amount(ageing.overdue(), &currency)?);
        }
    }
    Ok(found)
}

async fn plans(conn: &mut Connection, part: &str, limit: u32, on: Day) -> Answer<Vec<FoundPlan>> {
    // References all begin alike: until a digit is typed there is nothing to tell them apart by.
    if !part.starts_with("pp") {
        return Ok(Vec::new());
    }
    Ok(plan::references(conn, part, limit, on)
        .await?
        .into_iter()
        .map(|(plan, client, name)| FoundPlan { plan, client: name, client_id: client_id(client) })
        .collect())
}

/// What was typed as an amount of the business's currency, with a point or a comma for the decimals.
fn amounts(text: &str, currency: Currency) -> Vec<i64> {
    let plain: String =
        text.trim().chars().filter(|c| !matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '$')).collect();
    let readings = [plain.replace(',', ""), plain.replace('.', "").replace(',', ".")];
    let mut minor: Vec<i64> = readings
        .iter()
        .filter_map(|reading| Money::parse(reading, currency).ok())
        .map(|money| money.minor())
        .filter(|minor| *minor > 0)
        .collect();
    minor.dedup();
    minor
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_is_found_however_its_decimals_are_written() {
        let cad = Currency::from_code("CAD").unwrap();
        for text in ["5280", "5280.00", "5,280.00", "5 280,00", "5.280,00", "$5,280"] {
            assert!(amounts(text, cad).contains(&528_000), "{text}");
        }
        assert!(amounts("quarry", cad).is_empty());
        assert_eq!(amounts("1500", Currency::from_code("JPY").unwrap()), [1_500]);
    }
}
