//! Rows that are invoices or credit notes, or lines of them.
//!
//! A program that writes one row per line of an invoice repeats the invoice's own facts on each, or only
//! on the first. Rows are therefore gathered by number and client before they become drafts. Totals are
//! taken from the invoice's own column and never added up, unless the file has line totals only.
//!
//! Drafts of the program the file comes from (Zoho's status `Draft`, Frappe's `Submitted` 0) come in
//! marked `draft`: the person sees them and decides. Cancelled ones are left out.

use crate::clients::ClientBook;
use crate::columns::Field;
use crate::columns::plan::{DateCell, Plan};
use crate::credits::Credits;
use crate::drafts::{Intake, SkipCode, WarningCode};
use crate::einvoice::terms::promised;
use crate::money::{Purse, amount_in, plus};
use crate::options::Options;
use crate::particulars::EarlyPayment;
use crate::payments::{needed_day, unreadable_day, within_years};
use crate::settle::{Gathered, LedgerReceipt, paid_on, settle_all, take_back};
use crate::sheet::{RowTaker, Verdict};
use crate::table::Line;
use crate::values::totals;
use crate::values::words::{self, Document, Status};
use goodterms_terms::{Currency, Day, Money, day};
use std::collections::HashMap;

/// Where an invoice's total comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum TotalFrom {
    Column,
    Balance,
    Lines,
}

/// Gathers invoices from rows.
pub(crate) struct Invoices<'p> {
    plan: &'p Plan,
    options: &'p Options,
    purse: Purse,
    book: ClientBook,
    /// Whether rows are lines of invoices.
    by_line: bool,
    total_from: TotalFrom,
    gathered: Vec<Gathered>,
    by_number: HashMap<String, Vec<usize>>,
    /// The invoice the previous row belonged to; none after a row that was left out.
    last: Option<usize>,
    /// Invoices that lack a line, so that the others do not add up to them: row by number.
    incomplete: HashMap<String, u64>,
    receipts: Vec<LedgerReceipt>,
    credits: Credits,
}

impl<'p> Invoices<'p> {
    pub(crate) fn of(plan: &'p Plan, options: &'p Options) -> Self {
        let total_from = match () {
            () if plan.has(Field::Total) || plan.has(Field::BaseTotal) => TotalFrom::Column,
            () if plan.has(Field::LineTotal) => TotalFrom::Lines,
            () => TotalFrom::Balance,
        };
        let by_line = plan.has(Field::LineTotal) || plan.count(Field::LineItem) >= 2;
        Self {
            plan,
            options,
            purse: Purse::of(options.currency),
            book: ClientBook::default(),
            by_line,
            credits: Credits::of(by_line),
            total_from,
            gathered: Vec::new(),
            by_number: HashMap::new(),
            last: None,
            incomplete: HashMap::new(),
            receipts: Vec::new(),
        }
    }

    fn row(&mut self, line: &Line<'_>, intake: &mut Intake) -> Result<Verdict, Verdict> {
        if let Some(verdict) = self.beside_the_point(line) {
            return Ok(verdict);
        }
        if self.inherits(line) {
            return self.add_line_to_last(line);
        }
        let status = words::status(self.plan.text(line, Field::Status));
        let document = self.document(line, status)?;
        if matches!(document, Document::Payment | Document::Overpayment | Document::Posting)
            && let Some(verdict) =
                self.credits.take(document, self.plan, line, (&mut self.purse, &mut self.book), intake)
        {
            return Ok(verdict);
        }
        let number = self.number(line)?;
        if !self.plan.has_client(line) {
            return Err(Verdict::skip(SkipCode::ClientMissing, format!("Invoice {number} names no client")));
        }
        let issued = needed_day(self.plan, line, Field::IssueDate)?;
        let gathered = self.facts(line, number, (document, status), issued, intake)?;
        let client = self.book.client_of(self.plan, line, intake).unwrap_or_default();
        Ok(self.gather(Gathered { client, ..gathered }, line, intake))
    }

    /// Totals, and the other side of a ledger's double entries.
    fn beside_the_point(&self, line: &Line<'_>) -> Option<Verdict> {
        let empty = |field| self.plan.text(line, field).is_empty();
        let first = line.cells().find(|cell| !cell.is_empty()).unwrap_or_default();
        if empty(Field::IssueDate) && totals::is_total(first) {
            return Some(Verdict::Totals);
        }
        let receivable =
            || self.plan.text(line, Field::AccountType).eq_ignore_ascii_case("System Receivable Invoice");
        (self.plan.is_ledger && !receivable()).then_some(Verdict::OtherSide)
    }

    /// A further line of the previous invoice that does not repeat its facts (QuickBooks' import template).
    fn inherits(&self, line: &Line<'_>) -> bool {
        let number = self.plan.text(line, Field::InvoiceNumber);
        let last = self.last.and_then(|at| self.gathered.get(at));
        let same_number = last.is_some_and(|last| number.is_empty() || number == last.number);
        let bare =
            [Field::IssueDate, Field::Client].iter().all(|&field| self.plan.text(line, field).is_empty());
        let has_line =
            [Field::LineItem, Field::LineTotal].iter().any(|&field| !self.plan.text(line, field).is_empty());
        self.by_line && same_number && bare && has_line
    }

    fn add_line_to_last(&mut self, line: &Line<'_>) -> Result<Verdict, Verdict> {
        let Some(last) = self.last.and_then(|at| self.gathered.get_mut(at)) else {
            return Err(Verdict::skip(SkipCode::NumberMissing, "The row has no invoice number"));
        };
        if self.total_from == TotalFrom::Lines {
            last.total = plus(last.total, line_amount(self.plan, line, last.total.currency())?)?;
        }
        last.rows.push(line.number);
        Ok(Verdict::Used)
    }

    fn number(&self, line: &Line<'_>) -> Result<String, Verdict> {
        let number = self.plan.text(line, Field::InvoiceNumber);
        if number.is_empty() {
            return Err(Verdict::skip(SkipCode::NumberMissing, "The row has no invoice number"));
        }
        if words::is_power_of_ten(number) {
            let message =
                format!("A spreadsheet has turned the invoice number into {number}; export it as text");
            return Err(Verdict::skip(SkipCode::NumberDamaged, message));
        }
        Ok(number.to_owned())
    }

    fn document(&self, line: &Line<'_>, status: Status) -> Result<Document, Verdict> {
        let written = self.plan.text(line, Field::Type);
        let skip = |code, what: &str| Err(Verdict::skip(code, format!("\u{201c}{written}\u{201d} {what}")));
        if words::says_yes(self.plan.text(line, Field::Cancelled)) || status == Status::Void {
            return Err(Verdict::skip(SkipCode::Void, "The invoice is cancelled"));
        }
        match words::document(written) {
            Document::Bill => {
                skip(SkipCode::Bill, "is something the business owes, not something it is owed")
            }
            Document::Another => skip(SkipCode::NotAnInvoice, "is not an invoice"),
            kind => Ok(kind),
        }
    }

    /// Everything the row says about its invoice, its client aside.
    fn facts(
        &mut self,
        line: &Line<'_>,
        number: String,
        (document, status): (Document, Status),
        issued: Day,
        intake: &mut Intake,
    ) -> Result<Gathered, Verdict> {
        let plan = self.plan;
        let (due, due_assumed) = self.due(line, issued, intake)?;
        let total = self.total(line, intake)?;
        let currency = total.currency();
        let amount = |field| amount_in(plan, line, field, currency);
        let submitted = plan.text(line, Field::Submitted);
        Ok(Gathered {
            number,
            client: 0,
            credit: document == Document::CreditNote,
            issued,
            due,
            due_assumed,
            total,
            balance: amount(Field::Balance)?,
            written_off: amount(Field::WrittenOff)?.filter(|written| !written.is_zero()),
            paid: amount(Field::Paid)?,
            paid_on: paid_on(plan, line)?,
            status,
            po_number: plan.some_text(line, Field::PoNumber),
            disputed: words::says_yes(plan.text(line, Field::Disputed)) || status == Status::Disputed,
            draft: status == Status::Draft || !submitted.is_empty() && !words::says_yes(submitted),
            early: early_payment(plan.text(line, Field::Terms)),
            rows: vec![line.number],
            print: line.fingerprint(),
        })
    }

    fn due(&self, line: &Line<'_>, issued: Day, intake: &mut Intake) -> Result<(Day, bool), Verdict> {
        let after = |days: u32| within_years(day::plus_days(issued, i64::from(days))).map(|due| (due, true));
        match self.plan.date(line, Field::DueDate) {
            DateCell::Day(due) => within_years(due).map(|due| (due, false)),
            DateCell::Unreadable(text) => match words::terms_days(text) {
                Some(0) => after(0), // "on receipt"
                _ => Err(unreadable_day(Field::DueDate, text)),
            },
            DateCell::Empty => {
                let default = self.options.default_terms_days;
                intake.warn_once(WarningCode::DueDatesAssumed, || {
                    format!(
                        "Where the file states no due date, its terms or {default} days from issue were taken"
                    )
                });
                let terms = self.plan.text(line, Field::Terms);
                let net = || words::early_terms(terms).map(|(.., net)| net);
                after(words::terms_days(terms).or_else(net).unwrap_or(default))
            }
        }
    }

    fn total(&mut self, line: &Line<'_>, intake: &mut Intake) -> Result<Money, Verdict> {
        let based = !self.plan.text(line, Field::BaseTotal).is_empty();
        let field = match self.total_from {
            TotalFrom::Column if based => Field::BaseTotal,
            TotalFrom::Column => Field::Total,
            TotalFrom::Balance => Field::Balance,
            TotalFrom::Lines => Field::LineTotal,
        };
        let currency = self.purse.currency(self.plan, line, field, intake)?;
        match self.total_from {
            TotalFrom::Lines => {
                intake.warn_once(WarningCode::TotalFromLines, || {
                    "The file has no totals; the lines of each invoice were added up".into()
                });
                return line_amount(self.plan, line, currency);
            }
            TotalFrom::Balance => intake.warn_once(WarningCode::TotalIsBalance, || {
                "The file has no totals; what is open was taken for the total".into()
            }),
            TotalFrom::Column => {}
        }
        amount_in(self.plan, line, field, currency)?
            .ok_or_else(|| Verdict::skip(SkipCode::AmountMissing, "The row has no total"))
    }

    /// Puts a row to the invoice it belongs to.
    fn gather(&mut self, new: Gathered, line: &Line<'_>, intake: &mut Intake) -> Verdict {
        if self.plan.is_ledger && new.total.minor() < 0 {
            let Gathered { number, client, issued, total, .. } = new;
            self.receipts.push(LedgerReceipt {
                number,
                client,
                on: issued,
                amount: total.negated(),
                row: line.number,
            });
            return Verdict::Used;
        }
        let same_number = self.by_number.get(&new.number).map(Vec::as_slice).unwrap_or_default();
        let same = same_number
            .iter()
            .copied()
            .find(|&at| self.gathered.get(at).is_some_and(|g| g.client == new.client));
        let Some(at) = same else {
            if !same_number.is_empty() {
                let message = format!("Invoice {} stands in this file for another client too", new.number);
                intake.warn(Some(line.number), WarningCode::NumberShared, message);
            }
            let at = self.gathered.len();
            self.by_number.entry(new.number.clone()).or_default().push(at);
            self.gathered.push(new);
            self.last = Some(at);
            return Verdict::Used;
        };
        self.last = Some(at);
        let lines = self.total_from == TotalFrom::Lines;
        match self.gathered.get_mut(at) {
            Some(known) if self.by_line && known.same_invoice(&new, lines) => known.add_line(&new, lines),
            Some(known) if known.print == new.print => {
                let message = format!("Row {} says exactly the same", known.first_row());
                Verdict::skip(SkipCode::DuplicateRow, message)
            }
            known => {
                let first = known.map_or(0, |known| known.first_row());
                let message = format!(
                    "Invoice {} stands in row {first} with other facts; that row was taken",
                    new.number
                );
                Verdict::skip(SkipCode::ConflictingDuplicate, message)
            }
        }
    }

    fn note_the_seller(&self, line: &Line<'_>, intake: &mut Intake) {
        let seller = self.plan.text(line, Field::Seller);
        if let Some(business) = &self.options.business
            && !seller.is_empty()
            && !seller.trim().eq_ignore_ascii_case(business.trim())
        {
            let row = line.number;
            intake.warn_once(WarningCode::SellerDiffers, || {
                format!("Row {row} names \u{201c}{seller}\u{201d} as the seller, the book belongs to \u{201c}{business}\u{201d}")
            });
        }
    }
}

impl RowTaker for Invoices<'_> {
    fn take(&mut self, line: &Line<'_>, intake: &mut Intake) -> Verdict {
        let verdict = self.row(line, intake).unwrap_or_else(|verdict| verdict);
        match verdict {
            Verdict::Used => self.note_the_seller(line, intake),
            Verdict::Skip(..) => self.lost(line),
            Verdict::Totals | Verdict::OtherSide => {}
        }
        verdict
    }

    fn lost(&mut self, line: &Line<'_>) {
        let last = self.last.take().and_then(|at| self.gathered.get(at)).map(|last| last.number.clone());
        let number = self.plan.some_text(line, Field::InvoiceNumber);
        if self.total_from == TotalFrom::Lines
            && let Some(number) = number.or(last)
        {
            self.incomplete.entry(number).or_insert(line.number);
        }
    }

    fn finish(&mut self, intake: &mut Intake) {
        let gathered = std::mem::take(&mut self.gathered);
        let (whole, incomplete): (Vec<_>, Vec<_>) =
            gathered.into_iter().partition(|one| !self.incomplete.contains_key(&one.number));
        for one in incomplete {
            let row = self.incomplete.get(&one.number).copied().unwrap_or(0);
            let message = format!(
                "Row {row} of invoice {} was left out, so its lines do not give its total",
                one.number
            );
            take_back(&one, SkipCode::LineMissing, &message, intake);
        }
        settle_all(whole, std::mem::take(&mut self.receipts), intake);
    }
}

/// What its terms take off for paying early.
fn early_payment(terms: &str) -> Vec<EarlyPayment> {
    if terms.is_empty() {
        return Vec::new();
    }
    let of = |days, percent| EarlyPayment { days, percent, base: None };
    match words::early_terms(terms) {
        Some((percent, days, _)) => vec![of(days, percent)],
        None => promised(terms)
            .iter()
            .filter(|one| !one.percent.is_zero() && one.base.is_none())
            .map(|one| of(one.days, one.percent))
            .collect(),
    }
}

fn line_amount(plan: &Plan, line: &Line<'_>, currency: Currency) -> Result<Money, Verdict> {
    let part = |field| amount_in(plan, line, field, currency).map(|a| a.unwrap_or(Money::zero(currency)));
    plus(part(Field::LineTotal)?, part(Field::LineTax)?)
}
