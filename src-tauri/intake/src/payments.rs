//! Rows that are payments.

use crate::clients::ClientBook;
use crate::columns::Field;
use crate::columns::plan::{DateCell, Plan};
use crate::drafts::{Intake, PaymentDraft, SkipCode};
use crate::money::{Purse, amount_in};
use crate::options::Options;
use crate::sheet::{RowTaker, Verdict};
use crate::table::Line;
use crate::values::totals;
use goodterms_terms::{Day, day};
use std::collections::HashMap;

/// Makes payments of rows.
pub(crate) struct Payments<'p> {
    plan: &'p Plan,
    purse: Purse,
    book: ClientBook,
    /// Rows taken, by what they say.
    taken: HashMap<u64, u64>,
}

impl<'p> Payments<'p> {
    pub(crate) fn of(plan: &'p Plan, options: &Options) -> Self {
        Self { plan, purse: Purse::of(options.currency), book: ClientBook::default(), taken: HashMap::new() }
    }

    fn payment(&mut self, line: &Line<'_>, intake: &mut Intake) -> Result<PaymentDraft, Verdict> {
        let plan = self.plan;
        let on = needed_day(plan, line, Field::PaymentDate)?;
        let currency = self.purse.currency(plan, line, Field::Amount, intake)?;
        let amount = amount_in(plan, line, Field::Amount, currency)?
            .ok_or_else(|| Verdict::skip(SkipCode::AmountMissing, "The payment has no amount"))?;
        if amount.is_zero() {
            return Err(Verdict::skip(SkipCode::ZeroAmount, "The payment is of nothing"));
        }
        let invoice = plan.some_text(line, Field::InvoiceNumber);
        let client = self.book.client_of(plan, line, intake);
        if invoice.is_none() && client.is_none() {
            return Err(Verdict::skip(
                SkipCode::ClientMissing,
                "The payment names neither invoice nor client",
            ));
        }
        Ok(PaymentDraft {
            invoice,
            client,
            on,
            amount,
            method: plan.some_text(line, Field::Method),
            reference: plan.some_text(line, Field::Reference),
            row: line.number,
        })
    }
}

impl RowTaker for Payments<'_> {
    fn take(&mut self, line: &Line<'_>, intake: &mut Intake) -> Verdict {
        let first = line.cells().find(|cell| !cell.is_empty()).unwrap_or_default();
        if totals::is_total(first) && self.plan.date(line, Field::PaymentDate) == DateCell::Empty {
            return Verdict::Totals;
        }
        if let Some(row) = self.taken.get(&line.fingerprint()) {
            let message = format!(
                "Row {row} says exactly the same; if these are two payments, enter the second by hand"
            );
            return Verdict::skip(SkipCode::DuplicateRow, message);
        }
        match self.payment(line, intake) {
            Ok(payment) => {
                self.taken.insert(line.fingerprint(), line.number);
                intake.payments.push(payment);
                Verdict::Used
            }
            Err(verdict) => verdict,
        }
    }
}

/// The day in a field that has to have one.
pub(crate) fn needed_day(plan: &Plan, line: &Line<'_>, field: Field) -> Result<Day, Verdict> {
    match plan.date(line, field) {
        DateCell::Day(found) => within_years(found),
        DateCell::Empty => {
            Err(Verdict::skip(SkipCode::DateMissing, format!("The row has no {}", field.as_str())))
        }
        DateCell::Unreadable(text) => Err(unreadable_day(field, text)),
    }
}

/// A day within the years books are kept in.
pub(crate) fn within_years(found: Day) -> Result<Day, Verdict> {
    day::within_years(found).map_err(|refusal| Verdict::skip(SkipCode::DateOutOfRange, refusal.message))
}

/// Leaves a row out for a date that is none.
pub(crate) fn unreadable_day(field: Field, text: &str) -> Verdict {
    let shown: String = text.chars().take(40).collect();
    Verdict::skip(
        SkipCode::DateUnreadable,
        format!("\u{201c}{shown}\u{201d} in {} is not a date", field.as_str()),
    )
}
