//! Statements of account.

use crate::desk::{Desk, Doing};
use crate::error::Answer;
use crate::papers::{self, Delivery};
use crate::paying::{Asked, Paying};
use crate::shown::{client_id, document_id, known};
use crate::{ageing, finding, said};
use goodterms_ledger::business::Business;
use goodterms_ledger::client::Client;
use goodterms_ledger::reading::account::{self, Movement};
use goodterms_ledger::{Connection, document};
use goodterms_paper::statement::{Account, Ageing, Statement, StatementEntry};
use goodterms_paper::{Document, Faces};
use goodterms_terms::ageing::Ageing as Aged;
use goodterms_terms::agreement::Language;
use goodterms_terms::history::Happening;
use goodterms_terms::{Code, Currency, Day, Money, Refusal};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// Asks for a statement.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct StatementAsk {
    /// Whose, by id, name or number.
    pub client: String,
    /// From when; from the beginning when nothing is said.
    #[ts(optional, type = "string")]
    pub from: Option<Day>,
    /// Where it shall be written; it is only kept in the book when nothing is said. Never from the wire.
    #[serde(skip)]
    #[ts(skip)]
    pub out: Option<String>,
    /// The business day it runs to; today when none is given.
    #[ts(optional, type = "string")]
    pub as_of: Option<Day>,
}

/// A statement as it would be.
#[derive(Debug, Serialize, TS)]
pub struct StatementPreview {
    /// Its pages, SVG.
    pub pages: Vec<String>,
    /// Its first day.
    #[ts(type = "string")]
    pub from: Day,
    /// Its last day.
    #[ts(type = "string")]
    pub to: Day,
    /// The closing balance by currency.
    pub balance: BTreeMap<String, String>,
}

/// A statement that was made.
#[derive(Debug, Serialize, TS)]
pub struct StatementMade {
    /// `document-3`.
    pub document: String,
    /// Where it was written, if a place was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub pdf: Option<String>,
    /// The client's name.
    pub client: String,
    /// `client-12`.
    pub client_id: String,
    /// Its first day.
    #[ts(type = "string")]
    pub from: Day,
    /// Its last day.
    #[ts(type = "string")]
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
    let client = finding::client(&mut doing.act, &ask.client).await?;
    let Kept { document, period: (from, to), balance, delivery } =
        kept(&mut doing, &client, ask.from, ask.out.as_deref()).await?;
    let file = delivery.prepare()?;
    doing.done().await?;
    Ok(StatementMade {
        document: document_id(document),
        pdf: file.keep()?,
        client: client.name,
        client_id: client_id(client.id),
        from,
        to,
        balance,
    })
}

/// A statement the book keeps, about to be put where it was asked for.
pub(crate) struct Kept {
    document: i64,
    period: (Day, Day),
    balance: BTreeMap<String, String>,
    pub(crate) delivery: Delivery,
}

/// Draws a statement and keeps it.
pub(crate) async fn kept(
    doing: &mut Doing,
    client: &Client,
    from: Option<Day>,
    out: Option<&str>,
) -> Answer<Kept> {
    let drawn = drawn(&mut doing.act, &doing.business, doing.faces, client, from, doing.on).await?;
    let period = drawn.statement.period;
    let usual_name = format!("{} {}.pdf", client.name, period.1);
    let delivery = Delivery::of(&drawn.paper(), out, usual_name)?;
    let recorded_at = doing.moment.recorded_at;
    let paper = delivery.kept(client.id, "statement", period.1);
    let document = document::insert(&mut doing.act, &paper, recorded_at).await?;
    let happening =
        Happening::StatementMade { from: from.map(|day| day.to_string()), to: period.1.to_string() };
    doing.tell(&happening, &client_id(client.id), Some(client.id)).await?;
    Ok(Kept { document, period, balance: drawn.balance, delivery })
}

/// A statement as it would be; nothing is kept.
///
/// # Errors
/// When the client is not found, the days are the wrong way round, or the book cannot be read.
pub async fn statement_preview(desk: &Desk, ask: StatementAsk) -> Answer<StatementPreview> {
    let mut look = desk.look(ask.as_of).await?;
    let client = finding::client(&mut look.reader, &ask.client).await?;
    let drawn = drawn(&mut look.reader, &look.business, look.faces, &client, ask.from, look.on).await?;
    let (from, to) = drawn.statement.period;
    Ok(StatementPreview {
        pages: goodterms_paper::render_svg(&drawn.paper()),
        from,
        to,
        balance: drawn.balance,
    })
}

/// A statement, and what it comes to by currency.
struct Drawn {
    statement: Statement,
    paying: Paying,
    balance: BTreeMap<String, String>,
}

impl Drawn {
    fn paper(&self) -> Document {
        self.paying.with_slip(self.statement.document())
    }
}

async fn drawn(
    conn: &mut Connection,
    business: &Business,
    faces: Faces,
    client: &Client,
    from: Option<Day>,
    to: Day,
) -> Answer<Drawn> {
    let language = said::language(client);
    let movements = account::movements(conn, client.id, to).await?;
    let first = movements.first().map_or(to, |movement| movement.on);
    let from = from.unwrap_or(first);
    if from > to {
        return Err(Refusal::input(Code::StatementDays, format!("{from} lies after {to}."))
            .field("from")
            .into());
    }
    let aged = ageing::by_client(conn, Some(client.id), to).await?;
    let mut currencies: Vec<&str> = movements.iter().map(|movement| movement.currency.as_str()).collect();
    currencies.sort_unstable();
    currencies.dedup();
    if currencies.is_empty() {
        currencies.push(business.currency.code());
    }
    let accounts = currencies
        .iter()
        .map(|code| {
            let ageing = aged.get(&(client.id, (*code).to_owned())).copied().unwrap_or_default();
            Ok(account_of(known(code)?, &movements, from, &ageing, language))
        })
        .collect::<Answer<Vec<Account>>>()?;
    let balance = accounts.iter().map(|a| (a.currency.to_string(), a.closing.to_string())).collect();
    let manner = papers::manner(client, business, faces);
    let owed: Vec<Money> = accounts.iter().map(|a| a.closing).filter(Money::is_positive).collect();
    let paying = Paying::of(&Asked {
        business,
        client,
        manner,
        reference: &client.name,
        // One code asks for one amount.
        amount: owed.first().copied().filter(|_| owed.len() == 1),
        first: false,
    });
    let statement = Statement {
        manner,
        creditor: papers::creditor(business),
        client: papers::debtor(client),
        logo: papers::logo(business)?,
        date: to,
        reference: client.reference.clone(),
        period: (from, to),
        accounts,
        pay: paying.how.clone(),
        note: String::new(),
    };
    Ok(Drawn { statement, paying, balance })
}

fn account_of(
    currency: Currency,
    movements: &[Movement],
    from: Day,
    aged: &Aged,
    language: Language,
) -> Account {
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
                kind: said::entry(movement.kind, movement.reversal, language),
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
