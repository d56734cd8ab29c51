//! The rows of a file as they were read, and control totals to hold against the file's own.

use crate::error::Answer;
use crate::shown::amount;
use goodterms_intake::{ClientDraft, Intake};
use goodterms_terms::Day;
use serde::Serialize;
use std::collections::BTreeMap;
use ts_rs::TS;

/// The first rows of a file, and what all of it comes to.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ImportPreview {
    /// As read, in the file's order.
    pub rows: Vec<PreviewRow>,
    /// What all rows come to, by currency.
    pub control: Vec<ImportControl>,
}

/// A row as it was read. What the file does not say is absent.
#[derive(Debug, Clone, Default, Serialize, TS)]
pub struct PreviewRow {
    /// Where it begins, counted from 1 as a text editor does.
    #[ts(type = "number")]
    pub row: u64,
    /// `invoice`, `credit_note`, `payment`, `bank_line`, `client` or `mail`.
    pub kind: &'static str,
    /// Its number, or the reference of a payment, bank line or client.
    pub number: String,
    /// The client, or who is on the other side of a bank line, as the file calls them.
    pub client: String,
    /// Day of issue, or when it was paid.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional, type = "string")]
    pub on: Option<Day>,
    /// Its due day.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional, type = "string")]
    pub due: Option<Day>,
    /// Whether that day was assumed from the usual terms.
    pub due_assumed: bool,
    /// How much.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub total: Option<String>,
    /// What is still owed of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub balance: Option<String>,
    /// ISO 4217.
    pub currency: String,
}

/// What the rows come to in one currency.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ImportControl {
    /// ISO 4217.
    pub currency: String,
    /// Invoices.
    #[ts(type = "number")]
    pub invoices: u64,
    /// What they come to.
    pub total: String,
    /// What is still owed on them, where the file says so.
    pub balance: String,
    /// Payments.
    #[ts(type = "number")]
    pub payments: u64,
    /// What they come to.
    pub paid: String,
    /// Lines of bank statements.
    #[ts(type = "number")]
    pub bank_lines: u64,
    /// What came in by them.
    pub money_in: String,
    /// What went out by them, not negative.
    pub money_out: String,
}

#[derive(Default)]
struct Sums {
    invoices: u64,
    total: i64,
    balance: i64,
    payments: u64,
    paid: i64,
    bank_lines: u64,
    money_in: i64,
    money_out: i64,
}

impl ImportPreview {
    pub(super) fn of(read: &Intake, most: usize) -> Answer<Self> {
        let mut sums: BTreeMap<String, Sums> = BTreeMap::new();
        for invoice in &read.invoices {
            let sum = sums.entry(invoice.total.currency().to_string()).or_default();
            sum.invoices += 1;
            sum.total += invoice.total.minor();
            sum.balance += invoice.balance.unwrap_or(invoice.total).minor();
        }
        for payment in &read.payments {
            let sum = sums.entry(payment.amount.currency().to_string()).or_default();
            sum.payments += 1;
            sum.paid += payment.amount.minor();
        }
        for line in read.statements.iter().flat_map(|statement| &statement.lines) {
            let sum = sums.entry(line.amount.currency().to_string()).or_default();
            sum.bank_lines += 1;
            sum.money_in += line.amount.minor().max(0);
            sum.money_out -= line.amount.minor().min(0);
        }
        let control = sums
            .into_iter()
            .map(|(currency, sum)| {
                Ok(ImportControl {
                    invoices: sum.invoices,
                    total: amount(sum.total, &currency)?,
                    balance: amount(sum.balance, &currency)?,
                    payments: sum.payments,
                    paid: amount(sum.paid, &currency)?,
                    bank_lines: sum.bank_lines,
                    money_in: amount(sum.money_in, &currency)?,
                    money_out: amount(sum.money_out, &currency)?,
                    currency,
                })
            })
            .collect::<Answer<_>>()?;
        let mut rows = rows(read);
        rows.sort_by_key(|row| row.row);
        rows.truncate(most);
        Ok(Self { rows, control })
    }
}

fn rows(read: &Intake) -> Vec<PreviewRow> {
    let name = |client: usize| read.clients.get(client).map(called).unwrap_or_default();
    let first = |rows: &[u64]| rows.first().copied().unwrap_or_default();
    let invoices = read.invoices.iter().map(|invoice| PreviewRow {
        row: first(&invoice.rows),
        kind: "invoice",
        number: invoice.number.clone(),
        client: name(invoice.client),
        on: Some(invoice.issued),
        due: Some(invoice.due),
        due_assumed: invoice.due_assumed,
        total: Some(invoice.total.to_string()),
        balance: invoice.balance.map(|balance| balance.to_string()),
        currency: invoice.total.currency().to_string(),
    });
    let notes = read.credit_notes.iter().map(|note| PreviewRow {
        row: first(&note.rows),
        kind: "credit_note",
        number: note.number.clone(),
        client: name(note.client),
        on: Some(note.issued),
        total: Some(note.amount.to_string()),
        balance: note.remaining.map(|remaining| remaining.to_string()),
        currency: note.amount.currency().to_string(),
        ..PreviewRow::default()
    });
    let payments = read.payments.iter().map(|payment| PreviewRow {
        row: payment.row,
        kind: "payment",
        number: payment.invoice.clone().or_else(|| payment.reference.clone()).unwrap_or_default(),
        client: payment.client.map(name).unwrap_or_default(),
        on: Some(payment.on),
        total: Some(payment.amount.to_string()),
        currency: payment.amount.currency().to_string(),
        ..PreviewRow::default()
    });
    let lines = read.statements.iter().flat_map(|statement| &statement.lines).map(|line| PreviewRow {
        row: line.row,
        kind: "bank_line",
        number: line.reference.clone().unwrap_or_default(),
        client: line.payer.clone().unwrap_or_default(),
        on: Some(line.on),
        total: Some(line.amount.to_string()),
        currency: line.amount.currency().to_string(),
        ..PreviewRow::default()
    });
    let letters = read.letters.iter().map(|letter| PreviewRow {
        row: letter.row,
        kind: "mail",
        number: letter.subject.clone(),
        client: letter.from.as_ref().map(|from| from.address.clone()).unwrap_or_default(),
        on: letter.sent.map(|sent| sent.on),
        ..PreviewRow::default()
    });
    let mut rows: Vec<PreviewRow> =
        invoices.chain(notes).chain(payments).chain(lines).chain(letters).collect();
    if rows.is_empty() {
        rows.extend(read.clients.iter().map(|client| PreviewRow {
            row: client.row,
            kind: "client",
            number: client.reference.clone().unwrap_or_default(),
            client: called(client),
            ..PreviewRow::default()
        }));
    }
    rows
}

fn called(client: &ClientDraft) -> String {
    client.name.clone().or_else(|| client.reference.clone()).unwrap_or_default()
}
