//! A client's account as a final demand sees it.

use crate::error::Answer;
use crate::{ageing, overlay};
use goodterms_ledger::client::Client;
use goodterms_ledger::reading::account::{self, OpenDebit};
use goodterms_ledger::{Connection, contact, dispute};
use goodterms_terms::ageing::Ageing;
use goodterms_terms::client::Channel;
use goodterms_terms::demand::Record;
use goodterms_terms::plan::share_out;
use goodterms_terms::{Code, Currency, Day, Money, Refusal};
use std::collections::BTreeMap;

/// A client's account in one currency on a day: what the gate asks, and what the letter shows.
pub(super) struct Account {
    pub(super) record: Record,
    /// Invoices and charges of which something is overdue, with how much and since when.
    pub(super) overdue: Vec<(OpenDebit, i64, Day)>,
    /// Words with the client, oldest first.
    pub(super) contacts: Vec<contact::Contact>,
}

impl Account {
    pub(super) async fn of(
        conn: &mut Connection,
        client: &Client,
        currency: Option<&str>,
        usual: Currency,
        on: Day,
    ) -> Answer<Self> {
        let aged = ageing::by_client(conn, Some(client.id), on).await?;
        let currency = one_currency(&aged, currency, usual)?;
        let ageing = aged.get(&(client.id, currency.code().to_owned())).copied().unwrap_or_default();
        let open: Vec<OpenDebit> = account::open_debits(conn, client.id, on)
            .await?
            .into_iter()
            .filter(|debit| debit.currency == currency.code())
            .collect();
        let plans = overlay::governing(conn, Some(client.id), on).await?;
        let parts = parts(&open, &plans, on);
        let overdue = overdue(&open, &parts, on);
        let contacts = contact::of_client(conn, client.id, on).await?;
        let on_track = plans.iter().find_map(|laid| {
            let standing = laid.version.standing(&laid.receipts, on);
            let unpaid = standing.open.is_positive();
            (standing.on_track && unpaid).then(|| (laid.rows.reference.clone(), standing.next_due))
        });
        let record = Record {
            on,
            net: Money::of(ageing.net(), currency),
            overdue: Money::of(ageing.overdue(), currency),
            owed_since: overdue.iter().map(|(debit, _, _)| debit.issued).min(),
            next_due: parts.iter().map(|(_, _, due)| *due).filter(|due| *due >= on).min(),
            disputes: disputes(conn, client.id, &open, on).await?,
            plan_on_track: on_track,
            promised_for: None,
            reminders: contacts.iter().filter(|c| is_written_reminder(c)).map(|c| c.on).collect(),
        };
        Ok(Self { record, overdue, contacts })
    }
}

pub(super) fn is_written_reminder(contact: &contact::Contact) -> bool {
    contact.direction == "out"
        && contact.kind == "reminder"
        && Channel::from_name(&contact.channel).is_some_and(Channel::is_written)
}

/// What is open, cut into parts by the day each falls due: by instalment where a plan answers for it.
pub(crate) fn parts(open: &[OpenDebit], plans: &[overlay::Laid], on: Day) -> Vec<(i64, i64, Day)> {
    let mut parts = Vec::new();
    let mut under_plan: BTreeMap<i64, i64> = BTreeMap::new();
    for laid in plans {
        let lines = laid.version.ageing_lines(&laid.receipts, on);
        for (entry, line) in share_out(&lines, &laid.still_covered()) {
            *under_plan.entry(entry).or_insert(0) += line.open.minor();
            parts.push((entry, line.open.minor(), line.due));
        }
    }
    for debit in open {
        let rest = debit.open - under_plan.get(&debit.id).copied().unwrap_or(0);
        if rest > 0 {
            parts.push((debit.id, rest, debit.due));
        }
    }
    parts
}

/// Debits of which something is overdue: how much of each, and since when.
fn overdue(open: &[OpenDebit], parts: &[(i64, i64, Day)], on: Day) -> Vec<(OpenDebit, i64, Day)> {
    open.iter()
        .filter_map(|debit| {
            let late = || parts.iter().filter(|(entry, _, due)| *entry == debit.id && *due < on);
            let since = late().map(|(_, _, due)| *due).min()?;
            Some((debit.clone(), late().map(|(_, amount, _)| amount).sum(), since))
        })
        .collect()
}

async fn disputes(
    conn: &mut Connection,
    client: i64,
    open: &[OpenDebit],
    on: Day,
) -> Answer<Vec<(String, Day)>> {
    let disputes = dispute::open_for(conn, client, on).await?;
    Ok(disputes
        .into_iter()
        .filter(|dispute| open.iter().any(|debit| debit.id == dispute.entry))
        .map(|dispute| (dispute.number, dispute.since))
        .collect())
}

/// The currency asked for, or the only one in which something is owed.
fn one_currency(
    aged: &BTreeMap<(i64, String), Ageing>,
    wanted: Option<&str>,
    usual: Currency,
) -> Answer<Currency> {
    if let Some(wanted) = wanted {
        return Ok(Currency::from_code(wanted).map_err(|refusal| refusal.field("currency"))?);
    }
    let mut owed: Vec<&str> = aged
        .iter()
        .filter(|(_, ageing)| ageing.overdue() > 0)
        .map(|((_, currency), _)| currency.as_str())
        .collect();
    if owed.is_empty() {
        owed = aged
            .iter()
            .filter(|(_, ageing)| ageing.net() > 0)
            .map(|((_, currency), _)| currency.as_str())
            .collect();
    }
    match owed.as_slice() {
        [] => Ok(usual),
        [one] => crate::shown::known(one),
        [one, ..] if owed.iter().all(|other| other == one) => crate::shown::known(one),
        several => Err(Refusal::input(Code::CurrencyNeeded, "A final demand is in one currency; say which.")
            .field("currency")
            .candidates(several.iter().map(|code| (*code).to_owned()))
            .into()),
    }
}
