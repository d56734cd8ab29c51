//! Statements of account.

use crate::desk::Desk;
use crate::error::Answer;
use crate::papers::{self, Delivery};
use crate::shown::{client_id, known};
use crate::{ageing, finding};
use goodterms_ledger::document::{self, NewDocument};
use goodterms_ledger::reading::account::{self, Movement};
use goodterms_paper::statement::{Account, Ageing, Statement, StatementEntry};
use goodterms_terms::ageing::Ageing as Aged;
use goodterms_terms::entry::EntryKind;
use goodterms_terms::history::Happening;
use goodterms_terms::{Code, Currency, Day, Money, Refusal};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Asks for a statement.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct StatementAsk {
    /// Whose, by id, name or number.
    pub client: String,
    /// From when; from the beginning when nothing is said.
    pub from: Option<Day>,
    /// Where it shall be written.
    pub out: String,
    /// The business day it runs to; today when none is given.
    pub as_of: Option<Day>,
}

/// A statement that was made.
#[derive(Debug, Serialize)]
pub struct StatementMade {
    /// Where it was written.
    pub pdf: String,
    /// The client's name.
    pub client: String,
    /// `client-12`.
    pub client_id: String,
    /// Its first day.
    pub from: Day,
    /// Its last day.
    pub to: Day,
    /// The closing balance by currency.
    pub balance: BTreeMap<String, String>,
}

/// Makes a statement of account.
///
/// # Errors
/// When the client is not found, the days are the wrong way round, or the file or the book cannot be
/// written.
pub async fn statement(desk: &Desk, ask: StatementAsk) -> Answer<StatementMade> {
    let mut doing = desk.begin(ask.as_of).await?;
    let to = doing.on;
    let client = finding::client(&mut doing.act, &ask.client).await?;
    let movements = account::movements(&mut doing.act, client.id, to).await?;
    let first = movements.first().map_or(to, |movement| movement.on);
    let from = ask.from.unwrap_or(first);
    if from > to {
        return Err(Refusal::input(Code::StatementDays, format!("{from} lies after {to}."))
            .field("from")
            .into());
    }
    let aged = ageing::by_client(&mut doing.act, Some(client.id), to).await?;
    let mut currencies: Vec<&str> = movements.iter().map(|movement| movement.currency.as_str()).collect();
    currencies.sort_unstable();
    currencies.dedup();
    if currencies.is_empty() {
        currencies.push(doing.business.currency.code());
    }
    let accounts = currencies
        .iter()
        .map(|code| {
            let ageing = aged.get(&(client.id, (*code).to_owned())).copied().unwrap_or_default();
            Ok(account_of(known(code)?, &movements, from, &ageing))
        })
        .collect::<Answer<Vec<Account>>>()?;
    let balance = accounts.iter().map(|a| (a.currency.to_string(), a.closing.to_string())).collect();
    let paper = Statement {
        manner: papers::manner(&client, &doing.business),
        creditor: papers::creditor(&doing.business),
        client: papers::debtor(&client),
        logo: papers::logo(&doing.business)?,
        date: to,
        reference: client.reference.clone(),
        period: (from, to),
        accounts,
        pay: papers::how_to_pay(&doing.business, &client.name),
        note: String::new(),
    };
    let delivery = Delivery::of(goodterms_paper::render_pdf(&paper.document()), &ask.out)?;
    let recorded_at = doing.moment.recorded_at;
    let name = delivery.name();
    let kept =
        NewDocument { client: client.id, kind: "statement", name: &name, on: to, bytes: delivery.bytes() };
    document::insert(&mut doing.act, &kept, recorded_at).await?;
    let happening =
        Happening::StatementMade { from: ask.from.map(|day| day.to_string()), to: to.to_string() };
    doing.tell(&happening, &client_id(client.id), Some(client.id)).await?;
    let file = delivery.prepare()?;
    doing.done().await?;
    Ok(StatementMade {
        pdf: file.keep()?,
        client: client.name,
        client_id: client_id(client.id),
        from,
        to,
        balance,
    })
}

fn account_of(currency: Currency, movements: &[Movement], from: Day, aged: &Aged) -> Account {
    let money = |minor| Money::of(minor, currency);
    let mine = || movements.iter().filter(|movement| movement.currency == currency.code());
    let opening: i64 = mine().filter(|movement| movement.on < from).map(|movement| movement.amount).sum();
    let mut balance = opening;
    let entries = mine()
        .filter(|movement| movement.on >= from)
        .map(|movement| {
            balance += movement.amount;
            StatementEntry {
                on: movement.on,
                kind: kind_on_paper(movement.kind, movement.reversal),
                reference: movement.reference.clone(),
                debit: (movement.amount > 0).then(|| money(movement.amount)),
                credit: (movement.amount < 0).then(|| money(-movement.amount)),
                balance: money(balance),
            }
        })
        .collect();
    let [current, d1_30, d31_60, d61_90, d90_plus] = aged.buckets.map(money);
    Account {
        currency,
        opening: money(opening),
        entries,
        closing: money(balance),
        ageing: Ageing {
            current,
            d1_30,
            d31_60,
            d61_90,
            d90_plus,
            credit: money(aged.credit),
            net: money(aged.net()),
        },
    }
}

/// What an entry is called on paper.
pub(crate) fn kind_on_paper(kind: EntryKind, reversal: bool) -> String {
    let name = match kind {
        EntryKind::Invoice => "Invoice",
        EntryKind::OpeningBalance => "Opening balance",
        EntryKind::LateFee => "Late fee",
        EntryKind::Interest => "Interest",
        EntryKind::Compensation => "Compensation",
        EntryKind::Cost => "Recovery cost",
        EntryKind::Refund => "Refund",
        EntryKind::Payment => "Payment",
        EntryKind::CreditNote => "Credit note",
        EntryKind::Discount => "Discount",
        EntryKind::WriteOff => "Amount waived",
        EntryKind::Adjustment => "Adjustment",
    };
    if reversal { format!("{name} taken back") } else { name.to_owned() }
}
