//! A list that comes in again: what it says otherwise of invoices the book knows, and what it lists no longer.

use super::matching::{MorePaid, Shipment};
use crate::desk::Doing;
use crate::error::Answer;
use crate::shown;
use goodterms_intake::{Format, InvoiceDraft, Kind, Reading};
use goodterms_ledger::correction::{self, NewDue};
use goodterms_ledger::entry::{self, NewAllocation, NewEntry};
use goodterms_ledger::known::{self, KnownInvoice, OpenInvoice};
use goodterms_terms::entry::EntryKind;
use goodterms_terms::{Code, Day, Money, Refusal, day};
use serde::Serialize;
use ts_rs::TS;

/// Something the file says otherwise of an invoice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ImportChange {
    /// The invoice.
    pub number: String,
    /// The client's name.
    pub client: String,
    /// `total` or `due`.
    pub field: &'static str,
    /// What the book says: a decimal amount, or a day.
    pub before: String,
    /// What the file says.
    pub after: String,
}

/// An invoice of which the file says something otherwise.
#[derive(Debug, Clone)]
pub(super) struct Changed {
    pub(super) invoice: KnownInvoice,
    /// What the total is more than it was, minor units; less when negative.
    pub(super) more: i64,
    /// Another due day.
    pub(super) due: Option<Day>,
}

/// What becomes of invoices that the file lists no longer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Missing {
    /// They stay as they are.
    Leave,
    /// They were paid, on that day or on the day of the file.
    Paid(Option<Day>),
    /// They were never to be paid.
    Void,
}

impl Missing {
    /// `paid`, `paid=2026-11-17`, `void` or `leave`.
    ///
    /// # Errors
    /// [`Code::ImportOptionUnknown`], or when the day is none.
    pub(super) fn parse(text: Option<&str>) -> Result<Self, Refusal> {
        match text.map(str::trim) {
            None | Some("leave") => Ok(Self::Leave),
            Some("void") => Ok(Self::Void),
            Some("paid") => Ok(Self::Paid(None)),
            Some(other) => match other.strip_prefix("paid=") {
                Some(on) => {
                    let on = day::parse(on).map_err(|refusal| refusal.field("missing"))?;
                    Ok(Self::Paid(Some(on)))
                }
                None => Err(Refusal::input(
                    Code::ImportOptionUnknown,
                    format!("\u{201c}{other}\u{201d} is not among the choices."),
                )
                .hint("Say paid=YYYY-MM-DD, void or leave.")
                .field("missing")
                .candidates(["paid", "void", "leave"].map(str::to_owned))),
            },
        }
    }
}

/// Whether a file is a list of invoices, of which one can miss some. A single e-invoice is none.
pub(super) const fn lists_invoices(reading: &Reading) -> bool {
    matches!(reading.kind, Kind::Invoices)
        && matches!(reading.format, Format::Csv | Format::Xlsx | Format::Xls | Format::Ods)
}

impl Shipment<'_> {
    /// An invoice the book knows: the same, paid further, changed, or another paper of the same number.
    pub(super) fn compare(&mut self, draft: &InvoiceDraft, known: &KnownInvoice, row: u64) -> Answer<()> {
        let currency = shown::known(&known.currency)?;
        if draft.total.currency() != currency || draft.issued != known.issued {
            self.skip(row, "changed_since_import", format!(
                "The book has {} of {} in {currency}; the file says {} of {} in {}. A number stands for one \
                 paper: correct it in the book, or take the earlier import back.",
                known.number, known.issued, draft.number, draft.issued, draft.total.currency(),
            ));
            return Ok(());
        }
        let more = draft.total.minor() - known.total;
        // A day that was only assumed is never better than the one the book has.
        let due = Some(draft.due).filter(|due| *due != known.due && !draft.due_assumed);
        if more != 0 || due.is_some() {
            if known.on_plan || known.draft {
                let why = if known.on_plan { "A payment plan covers it" } else { "It has not been sent yet" };
                let money = |minor| Money::of(minor, currency);
                self.skip(row, if known.on_plan { "changed_on_plan" } else { "changed_since_import" }, format!(
                    "The book has {} for {} {currency}, due {}; the file says {}, due {}. {why}, so it stays as it is.",
                    known.number, money(known.total), known.due, draft.total, draft.due,
                ));
                return Ok(());
            }
            self.note_change(draft, known, more, due)?;
        }
        let paid: i64 = draft.payments.iter().map(|paid| paid.amount.minor()).sum();
        let further = paid - known.paid;
        if further > 0 && !known.draft {
            let on = draft.payments.last().and_then(|paid| paid.on);
            let amount = Money::of(further, currency);
            self.more_paid.push(MorePaid { invoice: known.clone(), on, amount });
            self.outcome.created.payments += 1;
        } else {
            self.outcome.unchanged.payments += draft.payments.len() as u64;
        }
        if more != 0 || due.is_some() || (further > 0 && !known.draft) {
            self.outcome.updated.invoices += 1;
        } else {
            self.outcome.unchanged.invoices += 1;
        }
        Ok(())
    }

    fn note_change(
        &mut self,
        draft: &InvoiceDraft,
        known: &KnownInvoice,
        more: i64,
        due: Option<Day>,
    ) -> Answer<()> {
        let change = |field, before: String, after: String| ImportChange {
            number: known.number.clone(),
            client: known.client_name.clone(),
            field,
            before,
            after,
        };
        if more != 0 {
            let before = shown::amount(known.total, &known.currency)?;
            self.outcome.changed.push(change("total", before, draft.total.to_string()));
        }
        if let Some(due) = due {
            self.outcome.changed.push(change("due", known.due.to_string(), due.to_string()));
        }
        self.changed.push(Changed { invoice: known.clone(), more, due });
        Ok(())
    }

    /// Counts what becomes of the invoices that the file lists no longer.
    ///
    /// # Errors
    /// [`Code::ImportOnPlan`] when an agreement stands on one that should go.
    pub(super) fn settle_missing(&mut self, missing: Missing) -> Answer<()> {
        let count = self.gone.len() as u64;
        match missing {
            Missing::Leave => self.gone.clear(),
            Missing::Paid(_) => {
                self.outcome.updated.invoices += count;
                self.outcome.created.payments += count;
            }
            Missing::Void => {
                let planned: Vec<String> =
                    self.gone.iter().filter(|invoice| invoice.on_plan).map(|i| i.number.clone()).collect();
                if !planned.is_empty() {
                    return Err(Refusal::rule(
                        Code::ImportOnPlan,
                        format!("A payment plan covers {}, which the file lists no longer.", planned.join(", ")),
                    )
                    .hint("An agreement stands on these invoices, so they stay; leave what is missing as it is.")
                    .field("missing")
                    .candidates(planned)
                    .into());
                }
                self.outcome.updated.invoices += count;
            }
        }
        Ok(())
    }
}

/// Writes what the file says otherwise: an adjustment of the difference, marked as inferred, and the due day.
pub(super) async fn change(doing: &mut Doing, changed: &Changed, import: i64) -> Answer<()> {
    let recorded_at = doing.moment.recorded_at;
    let invoice = &changed.invoice;
    if let Some(due) = changed.due {
        let due = NewDue { entry: invoice.id, due, import };
        correction::change_due(&mut doing.act, &[due], recorded_at).await?;
    }
    if changed.more == 0 {
        return Ok(());
    }
    let on = doing.on.max(invoice.issued);
    let mut adjustment =
        NewEntry::of(invoice.client, EntryKind::Adjustment, &invoice.currency, changed.more, on);
    if changed.more > 0 {
        adjustment.due = changed.due.unwrap_or(invoice.due);
        adjustment.number.clone_from(&invoice.number);
    }
    adjustment.assumed = true;
    adjustment.adjusts = Some(invoice.id);
    adjustment.reference.clone_from(&invoice.number);
    adjustment.import = Some(import);
    let open = known::open_of(&mut doing.act, invoice.id).await?;
    let credit = entry::insert(&mut doing.act, &adjustment, recorded_at).await?;
    spread(doing, credit, -changed.more, &open, on).await
}

/// What becomes of an invoice that the file lists no longer.
pub(super) async fn settle(
    doing: &mut Doing,
    gone: &OpenInvoice,
    missing: Missing,
    import: i64,
) -> Answer<()> {
    let recorded_at = doing.moment.recorded_at;
    match missing {
        Missing::Leave => Ok(()),
        Missing::Void => Ok(correction::take_away(&mut doing.act, gone.id, import, recorded_at).await?),
        Missing::Paid(on) => {
            let on = on.unwrap_or(doing.on).max(gone.issued);
            let open = known::open_of(&mut doing.act, gone.id).await?;
            let amount = open.iter().map(|(_, open)| open).sum();
            pay_inferred(doing, (gone.client, &gone.currency, &gone.number), amount, &open, (on, import))
                .await
        }
    }
}

/// An invoice the book knows was paid further: a payment of the difference, marked as inferred.
pub(super) async fn pay_further(doing: &mut Doing, more: &MorePaid, import: i64) -> Answer<()> {
    let invoice = &more.invoice;
    let on = more.on.unwrap_or(doing.on).max(invoice.issued);
    let open = known::open_of(&mut doing.act, invoice.id).await?;
    let whose = (invoice.client, invoice.currency.as_str(), invoice.number.as_str());
    pay_inferred(doing, whose, more.amount.minor(), &open, (on, import)).await
}

/// A payment that a file shows only by what it says of an invoice: client, currency and number.
async fn pay_inferred(
    doing: &mut Doing,
    (client, currency, number): (i64, &str, &str),
    amount: i64,
    open: &[(i64, i64)],
    (on, import): (Day, i64),
) -> Answer<()> {
    let mut payment = NewEntry::of(client, EntryKind::Payment, currency, -amount, on);
    payment.assumed = true;
    payment.import = Some(import);
    payment.appropriation = "instructed".to_owned();
    number.clone_into(&mut payment.reference);
    let credit = entry::insert(&mut doing.act, &payment, doing.moment.recorded_at).await?;
    spread(doing, credit, amount, open, on).await
}

/// Lets a credit pay these debits in their order, as far as it goes.
async fn spread(doing: &mut Doing, credit: i64, amount: i64, open: &[(i64, i64)], on: Day) -> Answer<()> {
    let mut left = amount.max(0);
    let mut allocations = Vec::new();
    for (debit, open) in open {
        let amount = left.min(*open);
        if amount > 0 {
            allocations.push(NewAllocation { credit, debit: *debit, amount, on });
            left -= amount;
        }
    }
    entry::allocate(&mut doing.act, &allocations, doing.moment.recorded_at).await?;
    Ok(())
}
