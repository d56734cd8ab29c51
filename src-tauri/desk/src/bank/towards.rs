//! What somebody says a line pays, and how its money is spread over that.

use super::matching::BankMatch;
use crate::desk::Doing;
use crate::error::Answer;
use crate::finding;
use crate::overlay::{self, Laid};
use crate::payments::instructed;
use crate::shown::{known, line_id};
use goodterms_ledger::entry::Entry;
use goodterms_ledger::reading::account::OpenDebit;
use goodterms_ledger::reading::bank::LineRow;
use goodterms_terms::payment::Share;
use goodterms_terms::{Code, Money, Refusal};

/// What a line is said to pay.
pub(super) enum Towards {
    /// These invoices of this client, in their order.
    Invoices(i64, Vec<Entry>),
    /// Instalments of this plan.
    Plan(Box<Laid>),
    /// This client's account.
    Account(i64),
}

impl Towards {
    pub(super) fn client(&self) -> i64 {
        match self {
            Self::Invoices(client, _) | Self::Account(client) => *client,
            Self::Plan(plan) => plan.rows.client,
        }
    }

    fn name(&self) -> String {
        match self {
            Self::Invoices(_, invoices) => {
                invoices.iter().map(|invoice| invoice.number.as_str()).collect::<Vec<_>>().join(", ")
            }
            Self::Plan(plan) => plan.rows.reference.clone(),
            Self::Account(_) => String::new(),
        }
    }
}

pub(super) async fn towards(doing: &mut Doing, ask: &BankMatch) -> Answer<Towards> {
    let client = match &ask.client {
        Some(meant) => Some(finding::client(&mut doing.act, meant).await?.id),
        None => None,
    };
    if let Some(meant) = &ask.plan {
        let on = doing.on;
        let plans = overlay::governing(&mut doing.act, client, on).await?;
        let plan = plans.into_iter().find(|plan| plan.rows.reference.eq_ignore_ascii_case(meant.trim()));
        return plan.map(|plan| Towards::Plan(Box::new(plan))).ok_or_else(|| {
            Refusal::input(Code::PlanUnknown, format!("No plan in force is called \u{201c}{meant}\u{201d}."))
                .hint("Give its reference as plan list shows it.")
                .field("plan")
                .into()
        });
    }
    let mut invoices = Vec::new();
    for meant in &ask.invoices {
        invoices.push(finding::invoice(&mut doing.act, meant, client).await?);
    }
    let mut clients: Vec<i64> = invoices.iter().map(|invoice| invoice.client).chain(client).collect();
    clients.sort_unstable();
    clients.dedup();
    match clients.as_slice() {
        [one] if invoices.is_empty() => Ok(Towards::Account(*one)),
        [one] => Ok(Towards::Invoices(*one, invoices)),
        [] => Err(Refusal::input(Code::PayerMissing, "Say which invoice or which client the line pays for.")
            .field("invoice")
            .into()),
        _ => Err(Refusal::input(Code::PayerMissing, "These invoices are of several clients.")
            .hint("Match the line to each client's invoices by themselves, with an amount.")
            .field("invoice")
            .into()),
    }
}

/// The amount asked for, in minor units of the line's currency.
pub(super) fn wanted(ask: &BankMatch, line: &LineRow) -> Answer<Option<i64>> {
    let Some(text) = &ask.amount else { return Ok(None) };
    let currency = known(&line.currency)?;
    let wanted = Money::parse(text, currency).map_err(|refusal| refusal.field("amount"))?;
    if !wanted.is_positive() {
        return Err(Refusal::input(Code::AmountNotPositive, "A line pays more than nothing.")
            .field("amount")
            .into());
    }
    if wanted.minor() > line.left() {
        let left = Money::of(line.left(), currency);
        let message = format!("Only {left} {currency} of {} is left to match.", line_id(line.id));
        return Err(Refusal::rule(Code::BankMatchTooMuch, message).field("amount").into());
    }
    Ok(Some(wanted.minor()))
}

pub(super) fn refuse_foreign(invoices: &[Entry], line: &LineRow) -> Result<(), Refusal> {
    match invoices.iter().find(|invoice| invoice.currency != line.currency) {
        None => Ok(()),
        Some(foreign) => Err(Refusal::input(
            Code::CurrencyMismatch,
            format!("{} is in {}, the line in {}.", foreign.number, foreign.currency, line.currency),
        )
        .hint("Record what it came to in the invoice's own currency as a payment.")
        .field("invoice")),
    }
}

/// The amount to the invoices in their order, never more than is open of them.
pub(super) fn to_invoices(invoices: &[Entry], open: &[&OpenDebit], amount: i64) -> Vec<Share> {
    let mut left = amount;
    let mut shares: Vec<Share> = Vec::new();
    for invoice in invoices {
        // One that is named twice is paid once.
        if shares.iter().all(|share| share.debit != invoice.id) {
            let more = instructed(invoice.id, open, left);
            left -= more.iter().map(|share| share.amount).sum::<i64>();
            shares.extend(more);
        }
    }
    shares
}

/// What goes to what was named, and no less than was asked for.
pub(super) fn spent(shares: &[Share], wanted: Option<i64>, towards: &Towards, line: &LineRow) -> Answer<i64> {
    let spent: i64 = shares.iter().map(|share| share.amount).sum();
    if spent == 0 {
        return Err(Refusal::rule(Code::BankMatchTooMuch, format!("Nothing of {} is open.", towards.name()))
            .hint("Match the line to the client; it is kept as credit on account.")
            .field("invoice")
            .into());
    }
    if wanted.is_some_and(|wanted| wanted > spent) {
        let open = Money::of(spent, known(&line.currency)?);
        return Err(Refusal::rule(
            Code::BankMatchTooMuch,
            format!("Only {open} {} of {} is open.", line.currency, towards.name()),
        )
        .hint("Match that much, and the rest of the line to the client as credit.")
        .field("amount")
        .into());
    }
    Ok(spent)
}
