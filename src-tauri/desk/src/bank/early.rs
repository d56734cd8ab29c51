//! The discount an invoice's own terms give for paying early, taken by the payment that earns it.

use crate::desk::Doing;
use crate::error::Answer;
use crate::payments::instructed;
use crate::shown::{entry_id, known};
use goodterms_ledger::early;
use goodterms_ledger::entry::{self, Entry, NewAllocation, NewEntry};
use goodterms_ledger::reading::account::OpenDebit;
use goodterms_ledger::reading::bank::LineRow;
use goodterms_terms::Money;
use goodterms_terms::entry::EntryKind;
use goodterms_terms::history::Happening;

/// Gives the discount when a line is the whole of one invoice but for exactly that, and in time. Answers its entry.
///
/// # Errors
/// When the book cannot be written.
pub(super) async fn give(
    doing: &mut Doing,
    line: &LineRow,
    invoice: &Entry,
    amount: i64,
    open: &[&OpenDebit],
) -> Answer<Option<i64>> {
    let whole = instructed(invoice.id, open, i64::MAX);
    let rest = whole.iter().map(|share| share.amount).sum::<i64>() - amount;
    let offered = early::of_invoice(&mut doing.act, invoice.id).await?;
    if !offered.iter().any(|&(until, off)| off == rest && line.on <= until) {
        return Ok(None);
    }
    let on = line.on.max(invoice.on);
    let mut discount = NewEntry::of(invoice.client, EntryKind::Discount, &line.currency, -rest, on);
    discount.reference.clone_from(&invoice.number);
    let recorded_at = doing.moment.recorded_at;
    let id = entry::insert(&mut doing.act, &discount, recorded_at).await?;
    // The payment takes the first of what is open, the discount the rest.
    let mut paid = amount;
    let mut allocations = Vec::new();
    for share in whole {
        let taken = paid.min(share.amount);
        paid -= taken;
        if share.amount > taken {
            let amount = share.amount - taken;
            allocations.push(NewAllocation { credit: id, debit: share.debit, amount, on });
        }
    }
    entry::allocate(&mut doing.act, &allocations, recorded_at).await?;
    let happening = Happening::DiscountGiven {
        invoice: invoice.number.clone(),
        amount: Money::of(rest, known(&line.currency)?).to_string(),
        currency: line.currency.clone(),
        on: on.to_string(),
    };
    doing.tell(&happening, &entry_id(EntryKind::Discount, id), Some(invoice.client)).await?;
    Ok(Some(id))
}
