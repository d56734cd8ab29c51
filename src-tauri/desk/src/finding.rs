//! Finding what somebody means: an id, a name or a number. One match is taken; several are shown.

use crate::error::{Answer, DeskError};
use crate::shown::{client_id, entry_id, row_of};
use goodterms_ledger::Connection;
use goodterms_ledger::client::{self, Client};
use goodterms_ledger::entry::{self, Entry};
use goodterms_terms::entry::EntryKind;
use goodterms_terms::{Code, Refusal};

/// The one client meant.
///
/// # Errors
/// [`Code::ClientUnknown`]; [`Code::ClientAmbiguous`] with the candidates.
pub(crate) async fn client(conn: &mut Connection, meant: &str) -> Answer<Client> {
    let mut found = clients(conn, meant).await?;
    match (found.len(), found.pop()) {
        (1, Some(client)) => Ok(client),
        (_, None) => {
            Err(Refusal::input(Code::ClientUnknown, format!("No client is called \u{201c}{meant}\u{201d}."))
                .hint("Give the name as it stands in client list, or the id.")
                .field("client")
                .into())
        }
        (_, Some(last)) => {
            found.push(last);
            Err(Refusal::input(
                Code::ClientAmbiguous,
                format!("\u{201c}{meant}\u{201d} could be any of {} clients.", found.len()),
            )
            .hint("Give the whole name or the id.")
            .field("client")
            .candidates(found.iter().map(|client| format!("{} ({})", client.name, client_id(client.id))))
            .into())
        }
    }
}

/// Every client who could be meant: by id, else by whole name or reference, else by the name's beginning.
pub(crate) async fn clients(conn: &mut Connection, meant: &str) -> Answer<Vec<Client>> {
    if let Some(row) = row_of(meant, "client")
        && let Some(client) = client::by_id(conn, row).await?
    {
        return Ok(vec![client]);
    }
    Ok(client::called(conn, meant).await?)
}

/// The one invoice meant, of one client when that is known.
///
/// # Errors
/// [`Code::InvoiceUnknown`]; [`Code::InvoiceAmbiguous`] with the candidates.
pub(crate) async fn invoice(conn: &mut Connection, meant: &str, of: Option<i64>) -> Answer<Entry> {
    let mut found = match row_of(meant, "invoice") {
        Some(row) => {
            entry::by_id(conn, row).await?.into_iter().filter(|e| e.kind == EntryKind::Invoice).collect()
        }
        None => Vec::new(),
    };
    if found.is_empty() {
        found = entry::invoices_numbered(conn, meant).await?;
    }
    found.retain(|invoice| invoice.reverses.is_none() && of.is_none_or(|client| invoice.client == client));
    match (found.len(), found.pop()) {
        (1, Some(invoice)) => Ok(invoice),
        (_, None) => Err(Refusal::input(
            Code::InvoiceUnknown,
            format!("No invoice has the number \u{201c}{meant}\u{201d}."),
        )
        .hint("Give the number as it stands in invoice list, leading zeros included, or the id.")
        .field("invoice")
        .into()),
        (_, Some(last)) => {
            found.push(last);
            Err(ambiguous_invoice(conn, meant, &found).await?)
        }
    }
}

async fn ambiguous_invoice(conn: &mut Connection, meant: &str, found: &[Entry]) -> Answer<DeskError> {
    let mut candidates = Vec::new();
    for invoice in found {
        let name = client::by_id(conn, invoice.client).await?.map(|client| client.name).unwrap_or_default();
        candidates.push(format!("{} of {name} ({})", invoice.number, entry_id(invoice.kind, invoice.id)));
    }
    Ok(Refusal::input(
        Code::InvoiceAmbiguous,
        format!("{} invoices have the number \u{201c}{meant}\u{201d}.", found.len()),
    )
    .hint("Name the client too, or give the id.")
    .field("invoice")
    .candidates(candidates)
    .into())
}

/// The one payment meant, by its id.
///
/// # Errors
/// [`Code::PaymentUnknown`].
pub(crate) async fn payment(conn: &mut Connection, meant: &str) -> Answer<Entry> {
    let found = match row_of(meant, "payment") {
        Some(row) => entry::by_id(conn, row).await?,
        None => None,
    };
    found.filter(|entry| entry.kind == EntryKind::Payment && entry.reverses.is_none()).ok_or_else(|| {
        Refusal::input(Code::PaymentUnknown, format!("There is no payment \u{201c}{meant}\u{201d}."))
            .hint("Give the id that payment add answered, such as payment-12.")
            .field("payment")
            .into()
    })
}
