//! Writing what a file brought, in one go.

use super::changes::{self, Missing};
use super::layouts::Learned;
use super::matching::{NewPayment, Shipment, Who, reference_of};
use super::{letters, statements};
use crate::desk::{Doing, line};
use crate::error::Answer;
use crate::shown::{client_id, hex, import_id};
use crate::work::{Phase, Working};
use goodterms_intake::{CreditNoteDraft, InvoiceDraft};
use goodterms_ledger::dispute::{self, NewDispute};
use goodterms_ledger::early::{self, NewEarly};
use goodterms_ledger::entry::{self, NewAllocation, NewEntry};
use goodterms_ledger::reading::account;
use goodterms_ledger::{client, import, original};
use goodterms_terms::entry::EntryKind;
use goodterms_terms::history::{Counts, Happening};
use goodterms_terms::payment::{OpenDebit, appropriate};
use goodterms_terms::{Day, Money, day};
use std::collections::BTreeMap;

/// Rows written between two looks at whether somebody wants it stopped.
const AT_ONCE: usize = 5_000;

/// The file, by name and content.
pub(super) struct File {
    pub(super) name: String,
    pub(super) sha256: Vec<u8>,
    /// Its bytes, where they are evidence that is kept as it came.
    pub(super) original: Option<Vec<u8>>,
    /// What it teaches about the next file of its layout.
    pub(super) learned: Learned,
}

/// Writes everything and answers the import's row.
pub(super) async fn write(
    doing: &mut Doing,
    file: &File,
    kind: &str,
    shipment: &Shipment<'_>,
    (missing, reason): (Missing, Option<&str>),
    working: &Working<'_>,
) -> Answer<i64> {
    let (on, recorded_at) = (doing.on, doing.moment.recorded_at);
    let id = import::insert(&mut doing.act, &file.name, &file.sha256, kind, on, recorded_at).await?;
    let clients = write_clients(doing, shipment, id, kind).await?;

    let mut batch = Batch { on, import: id, reason: reason.unwrap_or_default(), ..Batch::default() };
    for draft in &shipment.invoices {
        batch.invoice(draft, clients.get(draft.client).copied().unwrap_or(0));
    }
    for draft in &shipment.credit_notes {
        batch.credit_note(draft, clients.get(draft.client).copied().unwrap_or(0));
    }
    let touched = batch.write(doing, shipment.further_steps(), working).await?;
    for changed in &shipment.changed {
        changes::change(doing, changed, id).await?;
        working.done(1)?;
    }
    for more in &shipment.more_paid {
        changes::pay_further(doing, more, id).await?;
        working.done(1)?;
    }
    for gone in &shipment.gone {
        changes::settle(doing, gone, missing, id).await?;
        working.done(1)?;
    }
    for payment in &shipment.payments {
        pay(doing, payment, id).await?;
        working.done(1)?;
    }
    statements::write(doing, &shipment.statements, id, working).await?;
    letters::write(doing, &shipment.words, id).await?;
    if let Some(bytes) = &file.original {
        original::keep(&mut doing.act, bytes).await?;
    }
    file.learned.keep(doing).await?;
    import::brought(&mut doing.act, id, &shipment.outcome.created).await?;
    tell(doing, file, id, shipment, missing, touched).await?;
    Ok(id)
}

async fn write_clients(
    doing: &mut Doing,
    shipment: &Shipment<'_>,
    import: i64,
    kind: &str,
) -> Answer<Vec<i64>> {
    let mut rows = Vec::with_capacity(shipment.clients.len());
    for who in &shipment.clients {
        rows.push(match who {
            Who::Known(id) => *id,
            Who::Changed(changed) => {
                client::save(&mut doing.act, changed).await?;
                changed.id
            }
            // Payments alone make no clients.
            Who::New(_) if kind == "payments" => 0,
            Who::New(new) => {
                let mut new = (**new).clone();
                new.import = Some(import);
                client::insert(&mut doing.act, &new).await?
            }
        });
    }
    Ok(rows)
}

/// Entries in the making: allocations and disputes name them by their place until they have rows.
#[derive(Default)]
struct Batch<'a> {
    on: Day,
    import: i64,
    reason: &'a str,
    entries: Vec<NewEntry>,
    /// Credit, debit, amount, day.
    allocations: Vec<(usize, usize, i64, Day)>,
    disputes: Vec<(usize, Day, Option<Day>)>,
    /// Invoice, last day, minor units.
    early: Vec<(usize, Day, i64)>,
    touched: BTreeMap<i64, Counts>,
}

impl Batch<'_> {
    fn push(&mut self, mut entry: NewEntry) -> usize {
        entry.import = Some(self.import);
        entry.note = self.reason.to_owned();
        self.entries.push(entry);
        self.entries.len() - 1
    }

    fn invoice(&mut self, draft: &InvoiceDraft, client: i64) {
        let currency = draft.total.currency();
        let mut invoice =
            NewEntry::of(client, EntryKind::Invoice, currency.code(), draft.total.minor(), draft.issued);
        invoice.due = draft.due;
        invoice.due_assumed = draft.due_assumed;
        invoice.number.clone_from(&draft.number);
        invoice.reference = draft.po_number.clone().unwrap_or_default();
        // What has been paid has been sent, whatever the file calls it.
        invoice.draft = draft.draft && draft.payments.is_empty();
        let debit = self.push(invoice);
        self.touched.entry(client).or_default().invoices += 1;

        let mut open = draft.total.minor();
        let mut settled = None;
        for paid in &draft.payments {
            let on = paid.on.unwrap_or_else(|| self.on.max(draft.issued));
            let mut payment =
                NewEntry::of(client, EntryKind::Payment, currency.code(), -paid.amount.minor(), on);
            payment.assumed = paid.on.is_none();
            payment.appropriation = "instructed".to_owned();
            payment.reference.clone_from(&draft.number);
            let credit = self.push(payment);
            self.touched.entry(client).or_default().payments += 1;
            open = self.allocate(credit, debit, paid.amount.minor().min(open), open, on.max(draft.issued));
            settled = Some(on);
        }
        if let Some(amount) = draft.written_off.filter(Money::is_positive) {
            let on = settled.unwrap_or(self.on).max(draft.issued);
            let mut write_off =
                NewEntry::of(client, EntryKind::WriteOff, currency.code(), -amount.minor(), on);
            write_off.assumed = true;
            let credit = self.push(write_off);
            open = self.allocate(credit, debit, amount.minor().min(open), open, on);
        }
        if let Some(rounding) = draft.particulars.rounding.filter(|rounding| !rounding.is_zero()) {
            open = self.round(draft, client, debit, rounding, open);
        }
        for early in &draft.particulars.early_payment {
            let until = day::plus_days(draft.issued, i64::from(early.days));
            self.early.extend(early.off(draft.total).map(|off| (debit, until, off.minor())));
        }
        if draft.disputed {
            // The file does not say since when or until when: from its issue until it was settled.
            self.disputes.push((debit, draft.issued, settled.filter(|_| open == 0)));
        }
    }

    /// What is to be paid was rounded: a little less comes off the invoice, a little more is owed beside it. The
    /// total with tax stays what it is. Answers what is open then.
    fn round(&mut self, draft: &InvoiceDraft, client: i64, debit: usize, rounding: Money, open: i64) -> i64 {
        let code = rounding.currency();
        let mut adjustment =
            NewEntry::of(client, EntryKind::Adjustment, code.code(), rounding.minor(), draft.issued);
        adjustment.due = draft.due;
        adjustment.reference.clone_from(&draft.number);
        let place = self.push(adjustment);
        let less = (-rounding.minor()).clamp(0, open);
        self.allocate(place, debit, less, open, draft.issued)
    }

    /// Lets the credit pay what it can and answers what is open then.
    fn allocate(&mut self, credit: usize, debit: usize, amount: i64, open: i64, on: Day) -> i64 {
        if amount > 0 {
            self.allocations.push((credit, debit, amount, on));
        }
        open - amount.max(0)
    }

    fn credit_note(&mut self, draft: &CreditNoteDraft, client: i64) {
        // What the file says is used up has already come off its invoices' balances.
        let amount = draft.remaining.unwrap_or(draft.amount);
        let mut note = NewEntry::of(
            client,
            EntryKind::CreditNote,
            amount.currency().code(),
            -amount.minor(),
            draft.issued,
        );
        note.number.clone_from(&draft.number);
        note.assumed = draft.remaining.is_some_and(|remaining| remaining != draft.amount);
        self.push(note);
        self.touched.entry(client).or_default().credit_notes += 1;
    }

    /// Writes them all; `further` steps follow in the same phase.
    async fn write(
        self,
        doing: &mut Doing,
        further: usize,
        working: &Working<'_>,
    ) -> Answer<BTreeMap<i64, Counts>> {
        let recorded_at = doing.moment.recorded_at;
        let steps = self.entries.len() + self.allocations.len() + further;
        working.go_on(Phase::Writing, steps as u64)?;
        let mut first = None;
        for some in self.entries.chunks(AT_ONCE) {
            let rows = entry::insert_many(&mut doing.act, some, recorded_at).await?;
            first.get_or_insert(rows.start);
            working.done(some.len())?;
        }
        let first = first.unwrap_or_default();
        let row = |place: usize| first + i64::try_from(place).unwrap_or(i64::MAX);
        let allocations: Vec<NewAllocation> = self
            .allocations
            .iter()
            .map(|&(credit, debit, amount, on)| NewAllocation {
                credit: row(credit),
                debit: row(debit),
                amount,
                on,
            })
            .collect();
        for some in allocations.chunks(AT_ONCE) {
            entry::allocate(&mut doing.act, some, recorded_at).await?;
            working.done(some.len())?;
        }
        let disputes: Vec<NewDispute> = self
            .disputes
            .iter()
            .map(|&(entry, opened_on, resolved_on)| NewDispute {
                entry: row(entry),
                amount: None,
                opened_on,
                resolved_on,
                note: String::new(),
                import: Some(self.import),
            })
            .collect();
        dispute::insert_many(&mut doing.act, &disputes).await?;
        let early = self.early.iter();
        let early: Vec<NewEarly> =
            early.map(|&(entry, until, off)| NewEarly { entry: row(entry), until, off }).collect();
        early::insert_many(&mut doing.act, &early).await?;
        Ok(self.touched)
    }
}

/// A payment row: to the invoice it names, else by the business's order. Money that went back is a refund.
async fn pay(doing: &mut Doing, payment: &NewPayment<'_>, import: i64) -> Answer<()> {
    let (draft, recorded_at) = (payment.draft, doing.moment.recorded_at);
    let kind = if draft.amount.is_positive() { EntryKind::Payment } else { EntryKind::Refund };
    let currency = draft.amount.currency();
    let mut entry = NewEntry::of(payment.client, kind, currency.code(), -draft.amount.minor(), draft.on);
    entry.import = Some(import);
    entry.method = draft.method.clone().unwrap_or_default();
    entry.reference = reference_of(draft);
    entry.appropriation = match payment.invoice {
        Some(_) => "instructed".to_owned(),
        None => doing.policy.appropriation.as_str().to_owned(),
    };
    let credit = entry::insert(&mut doing.act, &entry, recorded_at).await?;
    if kind == EntryKind::Refund {
        return Ok(());
    }
    let until = doing.on.max(draft.on);
    let debits = account::open_debits(&mut doing.act, payment.client, until).await?;
    let mine = debits.iter().filter(|debit| {
        debit.currency == currency.code() && payment.invoice.as_ref().is_none_or(|named| named.id == debit.id)
    });
    let open: Vec<OpenDebit> = mine
        .map(|debit| OpenDebit {
            id: debit.id,
            kind: debit.kind,
            due: debit.due,
            open: debit.free,
            disputed: 0,
            instalments_due: 0,
        })
        .collect();
    let (shares, _) = appropriate(draft.amount.minor(), &open, doing.policy.appropriation);
    let issued = |id: i64| debits.iter().find(|debit| debit.id == id).map_or(draft.on, |debit| debit.issued);
    let allocations: Vec<NewAllocation> = shares
        .iter()
        .map(|share| NewAllocation {
            credit,
            debit: share.debit,
            amount: share.amount,
            on: draft.on.max(issued(share.debit)),
        })
        .collect();
    entry::allocate(&mut doing.act, &allocations, recorded_at).await?;
    Ok(())
}

/// One line for the file, and one for each client it touched.
async fn tell(
    doing: &mut Doing,
    file: &File,
    id: i64,
    shipment: &Shipment<'_>,
    missing: Missing,
    mut touched: BTreeMap<i64, Counts>,
) -> Answer<()> {
    for more in &shipment.more_paid {
        touched.entry(more.invoice.client).or_default().payments += 1;
    }
    for payment in &shipment.payments {
        touched.entry(payment.client).or_default().payments += 1;
    }
    if matches!(missing, Missing::Paid(_)) {
        for gone in &shipment.gone {
            touched.entry(gone.client).or_default().payments += 1;
        }
    }
    let mut updated: BTreeMap<i64, Counts> = BTreeMap::new();
    let changed = shipment.changed.iter().map(|changed| changed.invoice.client);
    for client in changed.chain(shipment.gone.iter().map(|gone| gone.client)) {
        updated.entry(client).or_default().invoices += 1;
        touched.entry(client).or_default();
    }
    let subject = import_id(id);
    let outcome = &shipment.outcome;
    let whole = Happening::Imported {
        file: file.name.clone(),
        sha256: hex(&file.sha256),
        created: outcome.created,
        updated: outcome.updated,
    };
    let mut lines = vec![line(&whole, &subject, None)?];
    for (client, created) in touched {
        let updated = updated.get(&client).copied().unwrap_or_default();
        let happening = Happening::ClientImported { file: file.name.clone(), created, updated };
        lines.push(line(&happening, &client_id(client), Some(client))?);
    }
    doing.act.record_many(&lines).await?;
    Ok(())
}
