//! Rows among invoices that are money of the client's: payments not yet put to an invoice, overpayments,
//! postings that take something off.
//!
//! Where the file says what is open of each row, only what is open of a payment is still the client's: the
//! rest is off the invoices already. Where it does not, the payment stands beside the invoices whole.

use crate::clients::ClientBook;
use crate::columns::Field;
use crate::columns::plan::Plan;
use crate::drafts::{Intake, PaymentDraft, SkipCode};
use crate::money::{Purse, amount_in};
use crate::payments::needed_day;
use crate::sheet::Verdict;
use crate::table::Line;
use crate::values::words::Document;
use goodterms_terms::Money;
use std::collections::HashSet;

/// What a row that is no invoice adds to the client's credit.
pub(crate) struct Credits {
    /// Rows taken, where each line of a document has its own.
    by_line: bool,
    taken: HashSet<u64>,
}

impl Credits {
    pub(crate) fn of(by_line: bool) -> Self {
        Self { by_line, taken: HashSet::new() }
    }

    /// Takes a row that is money of the client's; `None` when it is owed by the client after all.
    pub(crate) fn take(
        &mut self,
        document: Document,
        plan: &Plan,
        line: &Line<'_>,
        (purse, book): (&mut Purse, &mut ClientBook),
        intake: &mut Intake,
    ) -> Option<Verdict> {
        match self.credit(document, plan, line, purse, intake) {
            Ok(None) => None,
            Ok(Some(amount)) => {
                Some(self.place(amount, plan, line, book, intake).unwrap_or_else(|verdict| verdict))
            }
            Err(verdict) => Some(verdict),
        }
    }

    /// What is the client's, more than nothing; `None` when the client owes it.
    fn credit(
        &self,
        document: Document,
        plan: &Plan,
        line: &Line<'_>,
        purse: &mut Purse,
        intake: &mut Intake,
    ) -> Result<Option<Money>, Verdict> {
        let written = plan.text(line, Field::Type);
        let skip =
            |what: &str| Verdict::skip(SkipCode::NotAnInvoice, format!("\u{201c}{written}\u{201d} {what}"));
        let field = if plan.has(Field::Balance) { Field::Balance } else { Field::Total };
        let currency = purse.currency(plan, line, field, intake)?;
        let amount = amount_in(plan, line, field, currency)?;
        let Some(amount) = amount.filter(|amount| !amount.is_zero()) else {
            return Err(match field {
                Field::Balance if document == Document::Overpayment => {
                    Verdict::skip(SkipCode::Overpayment, "Nothing is left of what the client has paid ahead")
                }
                Field::Balance => skip("leaves nothing open"),
                _ => {
                    Verdict::skip(SkipCode::AmountMissing, format!("\u{201c}{written}\u{201d} has no amount"))
                }
            });
        };
        let size = if amount.minor() < 0 { amount.negated() } else { amount };
        match (document, field, amount.is_positive()) {
            (Document::Posting, Field::Balance, true) => Ok(None),
            (Document::Posting, Field::Balance, false) | (Document::Overpayment, ..) => Ok(Some(size)),
            (Document::Payment, Field::Balance, false) => Ok(Some(size)),
            (Document::Payment, Field::Balance, true) => {
                Err(skip("is a payment, but what is open of it has the sign of an invoice"))
            }
            (Document::Payment, ..) if plan.has(Field::Paid) || plan.has(Field::PaidDate) => {
                Err(skip("is counted in what the invoices say was paid on them"))
            }
            (Document::Payment, ..) => Ok(Some(size)),
            _ => Err(skip("is not an invoice")),
        }
    }

    fn place(
        &mut self,
        amount: Money,
        plan: &Plan,
        line: &Line<'_>,
        book: &mut ClientBook,
        intake: &mut Intake,
    ) -> Result<Verdict, Verdict> {
        let on = needed_day(plan, line, Field::IssueDate)?;
        if !plan.has_client(line) {
            return Err(Verdict::skip(SkipCode::ClientMissing, "The payment names no client"));
        }
        let print = line.fingerprint();
        if self.by_line && !self.taken.insert(print) {
            return Err(Verdict::skip(SkipCode::DuplicateRow, "An earlier row says exactly the same"));
        }
        let client = book.client_of(plan, line, intake);
        intake.payments.push(PaymentDraft {
            invoice: None,
            client,
            on,
            amount,
            method: None,
            reference: plan.some_text(line, Field::InvoiceNumber),
            row: line.number,
        });
        Ok(Verdict::Used)
    }
}
