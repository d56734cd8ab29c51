//! Disputes of invoices: opening one shuts the gate of a final demand, settling it opens it again.

use crate::desk::Desk;
use crate::error::Answer;
use crate::finding;
use crate::shown::entry_id;
use goodterms_ledger::dispute::{self, NewDispute};
use goodterms_terms::history::Happening;
use goodterms_terms::{Code, Currency, Day, Money, Refusal};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Opens a dispute.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DisputeAdd {
    /// The invoice, by number or id.
    pub invoice: String,
    /// How much of it; all when nothing is said.
    #[ts(optional)]
    pub amount: Option<String>,
    /// What the client says.
    #[ts(optional)]
    pub note: Option<String>,
    /// The business day; today when none is given.
    #[ts(optional, type = "string")]
    pub as_of: Option<Day>,
}

/// Settles the disputes of an invoice.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DisputeResolve {
    /// The invoice, by number or id.
    pub invoice: String,
    /// What was agreed.
    #[ts(optional)]
    pub resolution: Option<String>,
    /// The business day; today when none is given.
    #[ts(optional, type = "string")]
    pub as_of: Option<Day>,
}

/// The invoice whose dispute was opened or settled.
#[derive(Debug, Serialize, TS)]
pub struct DisputeKept {
    /// `invoice-12`.
    pub invoice: String,
    /// Whether a dispute is open now.
    pub disputed: bool,
}

/// Opens a dispute of an invoice, wholly or in part.
///
/// # Errors
/// When the invoice is not found, the amount is refused, or the book cannot be written.
pub async fn dispute_add(desk: &Desk, ask: DisputeAdd) -> Answer<DisputeKept> {
    let mut doing = desk.begin(ask.as_of).await?;
    let invoice = finding::invoice(&mut doing.act, &ask.invoice, None).await?;
    let amount = match &ask.amount {
        Some(text) => {
            let amount =
                Money::parse(text, Currency::from_code(&invoice.currency)?).map_err(|r| r.field("amount"))?;
            if !amount.is_positive() || amount.minor() > invoice.amount {
                return Err(Refusal::input(
                    Code::DisputedAmountRefused,
                    "Only a part of the invoice can be disputed.",
                )
                .field("amount")
                .into());
            }
            Some(amount)
        }
        None => None,
    };
    let new = NewDispute {
        entry: invoice.id,
        amount: amount.map(|amount| amount.minor()),
        opened_on: doing.on,
        resolved_on: None,
        note: ask.note.unwrap_or_default(),
        import: None,
    };
    dispute::insert_many(&mut doing.act, &[new]).await?;
    let happening = Happening::DisputeOpened {
        invoice: invoice.number,
        amount: amount.map(|amount| amount.to_string()),
        on: doing.on.to_string(),
    };
    let id = entry_id(invoice.kind, invoice.id);
    doing.tell(&happening, &id, Some(invoice.client)).await?;
    doing.done().await?;
    Ok(DisputeKept { invoice: id, disputed: true })
}

/// Settles the open disputes of an invoice.
///
/// # Errors
/// When the invoice is not found or not disputed, or the book cannot be written.
pub async fn dispute_resolve(desk: &Desk, ask: DisputeResolve) -> Answer<DisputeKept> {
    let mut doing = desk.begin(ask.as_of).await?;
    let invoice = finding::invoice(&mut doing.act, &ask.invoice, None).await?;
    let on = doing.on;
    let settled =
        dispute::resolve(&mut doing.act, invoice.id, on, &ask.resolution.unwrap_or_default()).await?;
    if settled == 0 {
        return Err(Refusal::rule(Code::NotDisputed, format!("{} is not disputed.", invoice.number)).into());
    }
    let id = entry_id(invoice.kind, invoice.id);
    let happening = Happening::DisputeResolved { invoice: invoice.number, on: on.to_string() };
    doing.tell(&happening, &id, Some(invoice.client)).await?;
    doing.done().await?;
    Ok(DisputeKept { invoice: id, disputed: false })
}
