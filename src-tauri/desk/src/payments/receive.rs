//! Money that came in: what it pays, and entering it.

use super::{AllocationView, PaymentKept};
use crate::desk::Doing;
use crate::error::Answer;
use crate::overlay;
use crate::shown::entry_id;
use goodterms_ledger::entry::{self, NewAllocation, NewEntry};
use goodterms_ledger::plan;
use goodterms_ledger::reading::account;
use goodterms_terms::entry::EntryKind;
use goodterms_terms::history::Paid;
use goodterms_terms::payment::{OpenDebit, Share, appropriate};
use goodterms_terms::{Currency, Day, Money};
use std::collections::BTreeMap;

/// A payment to be entered.
#[derive(Debug, Clone)]
pub(crate) struct Receipt {
    /// Whose.
    pub(crate) client: i64,
    /// How much, more than nothing.
    pub(crate) amount: Money,
    /// When it came in.
    pub(crate) on: Day,
    /// How.
    pub(crate) method: String,
    /// Its reference.
    pub(crate) reference: String,
    /// Why, where a reason was asked.
    pub(crate) note: String,
    /// Whether it was said what it is for.
    pub(crate) instructed: bool,
}

impl Receipt {
    /// The order of payment that is kept with it.
    pub(crate) fn order(&self, doing: &Doing) -> String {
        if self.instructed { "instructed".to_owned() } else { doing.policy.appropriation.as_str().to_owned() }
    }
}

impl PaymentKept {
    /// What it paid, for the history.
    pub(crate) fn paid(&self) -> Vec<Paid> {
        let paid = self.allocations.iter();
        paid.map(|to| Paid { invoice: to.invoice.clone(), amount: to.amount.clone() }).collect()
    }
}

/// Enters a payment that pays these shares of the client's open debts; what is left over is credit.
///
/// # Errors
/// When the book cannot be written.
pub(crate) async fn receive(
    doing: &mut Doing,
    receipt: &Receipt,
    shares: &[Share],
    open: &[account::OpenDebit],
) -> Answer<PaymentKept> {
    let (currency, on) = (receipt.amount.currency(), receipt.on);
    let mut payment =
        NewEntry::of(receipt.client, EntryKind::Payment, currency.code(), -receipt.amount.minor(), on);
    payment.method.clone_from(&receipt.method);
    payment.reference.clone_from(&receipt.reference);
    payment.note.clone_from(&receipt.note);
    payment.appropriation = receipt.order(doing);
    let recorded_at = doing.moment.recorded_at;
    let id = entry::insert(&mut doing.act, &payment, recorded_at).await?;
    let debits: BTreeMap<i64, &account::OpenDebit> = open.iter().map(|debit| (debit.id, debit)).collect();
    let allocations: Vec<NewAllocation> = shares
        .iter()
        .map(|share| NewAllocation {
            credit: id,
            debit: share.debit,
            amount: share.amount,
            on: debits.get(&share.debit).map_or(on, |debit| on.max(debit.issued)),
        })
        .collect();
    entry::allocate(&mut doing.act, &allocations, recorded_at).await?;

    let named = |debit: i64| debits.get(&debit).map(|debit| name_of(debit)).unwrap_or_default();
    let spent: i64 = shares.iter().map(|share| share.amount).sum();
    Ok(PaymentKept {
        payment: entry_id(EntryKind::Payment, id),
        reverses: None,
        allocations: shares.iter().map(|share| went(share, named(share.debit), currency)).collect(),
        credit: Money::of(receipt.amount.minor() - spent, currency).to_string(),
    })
}

/// All of it to the invoice named and then to what adjusts it, as far as they are open.
pub(crate) fn instructed(invoice: i64, open: &[&account::OpenDebit], amount: i64) -> Vec<Share> {
    let mut left = amount;
    let mut shares = Vec::new();
    let own = open.iter().filter(|debit| debit.id == invoice);
    for debit in own.chain(open.iter().filter(|debit| debit.adjusts == Some(invoice))) {
        let amount = left.min(debit.free);
        if amount > 0 {
            shares.push(Share { debit: debit.id, amount });
            left -= amount;
        }
    }
    shares
}

/// By the business's order: instalments due first, disputed parts last.
///
/// # Errors
/// When the book cannot be read.
pub(crate) async fn by_policy(
    doing: &mut Doing,
    client: i64,
    open: &[&account::OpenDebit],
    amount: i64,
    on: Day,
) -> Answer<Vec<Share>> {
    let planned = by_plans(doing, client, on).await?;
    let disputed = disputed(doing, client, on).await?;
    let debts: Vec<OpenDebit> = open
        .iter()
        .map(|debit| {
            let plan = planned.get(&debit.id).copied().unwrap_or_default();
            // What a plan answers for waits for its instalments, however old the invoice is.
            let waits = plan.later.filter(|_| plan.covered >= debit.open);
            OpenDebit {
                id: debit.id,
                kind: debit.kind,
                due: waits.unwrap_or(debit.due),
                open: debit.free,
                disputed: disputed.get(&debit.id).copied().unwrap_or(0),
                instalments_due: plan.due,
            }
        })
        .collect();
    Ok(appropriate(amount, &debts, doing.policy.appropriation).0)
}

/// What active plans say of a debt on a day, in minor units.
#[derive(Clone, Copy, Default)]
struct Planned {
    /// Asked for by then and not received.
    due: i64,
    /// All that is still covered.
    covered: i64,
    /// The next day on which more of it is asked for.
    later: Option<Day>,
}

async fn by_plans(doing: &mut Doing, client: i64, on: Day) -> Answer<BTreeMap<i64, Planned>> {
    let mut planned: BTreeMap<i64, Planned> = BTreeMap::new();
    for laid in overlay::governing(&mut doing.act, Some(client), on).await? {
        let lines = laid.version.ageing_lines(&laid.receipts, on);
        for (entry, line) in goodterms_terms::plan::share_out(&lines, &laid.still_covered()) {
            let debt = planned.entry(entry).or_default();
            debt.covered += line.open.minor();
            if line.due <= on {
                debt.due += line.open.minor();
            } else {
                debt.later = Some(debt.later.map_or(line.due, |day| day.min(line.due)));
            }
        }
        // Interest a plan has earned is part of the instalment that earned it.
        for (_, charge) in &laid.rows.charged {
            planned.entry(*charge).or_default().due = i64::MAX;
        }
    }
    Ok(planned)
}

async fn disputed(doing: &mut Doing, client: i64, on: Day) -> Answer<BTreeMap<i64, i64>> {
    let open = goodterms_ledger::dispute::open_for(&mut doing.act, client, on).await?;
    Ok(open.into_iter().map(|dispute| (dispute.entry, dispute.amount.unwrap_or(i64::MAX))).collect())
}

/// Interest of instalments that have fallen due becomes a charge, so that a payment can meet it.
///
/// # Errors
/// When the book cannot be written.
pub(crate) async fn earn_plan_interest(doing: &mut Doing, client: i64, on: Day) -> Answer<()> {
    let recorded_at = doing.moment.recorded_at;
    for laid in overlay::governing(&mut doing.act, Some(client), on).await? {
        let currency = laid.rows.currency;
        let earned = laid.rows.instalments.iter().filter(|i| i.interest > 0 && i.due <= on);
        for instalment in earned.filter(|i| laid.rows.charged.iter().all(|(n, _)| *n != i.n)) {
            let mut charge = NewEntry::of(
                client,
                EntryKind::Interest,
                currency.code(),
                instalment.interest,
                instalment.due,
            );
            charge.number = format!("{}/{}", laid.rows.reference, instalment.n);
            let entry = entry::insert(&mut doing.act, &charge, recorded_at).await?;
            plan::charge(&mut doing.act, laid.rows.id, instalment.n, entry).await?;
        }
    }
    Ok(())
}

fn name_of(debit: &account::OpenDebit) -> String {
    if debit.number.is_empty() { debit.kind.as_str().replace('_', " ") } else { debit.number.clone() }
}

fn went(share: &Share, invoice: String, currency: Currency) -> AllocationView {
    AllocationView { invoice, amount: Money::of(share.amount, currency).to_string() }
}
