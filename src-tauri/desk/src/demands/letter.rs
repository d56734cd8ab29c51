//! The letter itself: every fact of the account, as it stands on the day.

use super::DemandIssue;
use super::account::Account;
use crate::ageing;
use crate::desk::Doing;
use crate::error::Answer;
use crate::paying::{Asked, Paying};
use crate::shown::client_id;
use crate::{papers, said};
use goodterms_ledger::client::Client;
use goodterms_ledger::reading::account::OpenDebit;
use goodterms_paper::agreement::Signatory;
use goodterms_paper::demand as letter;
use goodterms_terms::entry::EntryKind;
use goodterms_terms::policy::NextStep;
use goodterms_terms::{Day, Money, day};

/// The letter to a client about their account.
pub(super) async fn written(
    doing: &mut Doing,
    client: &Client,
    account: &Account,
    ask: &DemandIssue,
    step: NextStep,
    step_on: Day,
) -> Answer<(letter::FinalDemand, Paying)> {
    let on = doing.on;
    let currency = account.record.overdue.currency();
    let language = said::language(client);
    let money = |minor: i64| Money::of(minor, currency);
    let is_invoice = |debit: &OpenDebit| matches!(debit.kind, EntryKind::Invoice | EntryKind::OpeningBalance);
    let mut invoices: Vec<&(OpenDebit, i64, Day)> =
        account.overdue.iter().filter(|(d, ..)| is_invoice(d)).collect();
    invoices.sort_by_key(|(debit, _, since)| (*since, debit.id));
    let charges: Vec<letter::ClaimedCharge> = account
        .overdue
        .iter()
        .filter(|(debit, ..)| !is_invoice(debit))
        .map(|(debit, amount, _)| letter::ClaimedCharge {
            what: said::entry(debit.kind, false, language),
            on: debit.issued,
            amount: money(*amount),
        })
        .collect();
    let sum = |of: &dyn Fn(&(OpenDebit, i64, Day)) -> i64| money(invoices.iter().map(|row| of(row)).sum());
    let open = sum(&|(_, amount, _)| *amount);
    let credit = ageing::by_client(&mut doing.act, Some(client.id), on)
        .await?
        .get(&(client.id, currency.code().to_owned()))
        .map_or(0, |ageing| ageing.credit);
    let mut total = charges.iter().try_fold(open, |sum, charge| sum.plus(charge.amount))?;
    let mut charges = charges;
    if credit < 0 {
        // Credit on account comes off before anything is asked for.
        let off = credit.max(-total.minor());
        charges.push(letter::ClaimedCharge { what: said::credit(language), on, amount: money(off) });
        total = total.plus(money(off))?;
    }
    let manner = papers::manner(client, &doing.business, doing.faces);
    let paying = Paying::of(&Asked {
        business: &doing.business,
        client,
        manner,
        reference: &client.name,
        amount: Some(total),
        first: false,
    });
    let letter = letter::FinalDemand {
        manner,
        creditor: papers::creditor(&doing.business),
        debtor: papers::debtor(client),
        logo: papers::logo(&doing.business)?,
        date: on,
        reference: format!(
            "FD-{}-{}",
            on.format("%Y%m%d"),
            client_id(client.id).trim_start_matches("client-")
        ),
        greeting: String::new(),
        for_what: String::new(),
        invoices: invoices
            .iter()
            .map(|(debit, amount, since)| letter::OverdueInvoice {
                number: debit.number.clone(),
                issued: debit.issued,
                due: *since,
                days_late: day::days_late(*since, on),
                total: money(debit.total),
                paid: money(debit.total - debit.open),
                open: money(*amount),
            })
            .collect(),
        invoices_total: letter::OverdueTotal {
            total: sum(&|(debit, ..)| debit.total),
            paid: sum(&|(debit, ..)| debit.total - debit.open),
            open,
        },
        interest: None,
        charges,
        total,
        contacts: account
            .contacts
            .iter()
            .filter(|c| c.direction == "out" && c.kind != "thanks")
            // Words about earlier debts say nothing about this one.
            .filter(|c| account.record.owed_since.is_none_or(|since| c.on >= since))
            .map(|c| letter::EarlierContact {
                on: c.on,
                channel: said::channel(&c.channel, language),
                what: said::contact(&c.kind, language),
            })
            .collect(),
        deadline: ask.deadline,
        pay: paying.how.clone(),
        offer: None,
        next_step: letter::NextStep { on: step_on, what: said::next_step(step, language).to_owned() },
        notices: Vec::new(),
        enclosures: Vec::new(),
        signatory: Signatory { name: ask.signed_by.clone().unwrap_or_default(), role: String::new() },
    };
    Ok((letter, paying))
}
