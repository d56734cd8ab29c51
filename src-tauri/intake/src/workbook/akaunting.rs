//! Akaunting's export: one workbook, with an invoice's total and payments in sheets of their own.
//!
//! The sheet of invoices alone would mislead: its amount is the one before discounts and taxes, and it
//! shows that something was paid but not when.

use super::book::{Book, Sheet};
use super::read_sheet;
use crate::drafts::{Intake, Receipt, WarningCode};
use crate::options::{DecimalMark, Kind, Options};
use crate::reading::Format;
use crate::table::Source;
use crate::values::{amount, date};
use goodterms_terms::{Currency, Day, Money, Refusal};
use std::collections::HashMap;

/// The sheets that belong together.
pub(super) struct Export<'b> {
    invoices: &'b Sheet,
    totals: &'b Sheet,
    transactions: &'b Sheet,
}

impl<'b> Export<'b> {
    /// The export, when the workbook is one and its invoices are asked for.
    pub(super) fn of(book: &'b Book, options: &Options) -> Option<Self> {
        let wanted = options.sheet.as_deref().is_none_or(|name| name.eq_ignore_ascii_case("invoices"))
            && options.as_kind.is_none_or(|kind| kind == Kind::Invoices)
            && options.map.is_empty();
        let export = Self {
            invoices: book.named("invoices")?,
            totals: book.named("invoice_totals")?,
            transactions: book.named("invoice_transactions")?,
        };
        wanted.then_some(export)
    }

    /// Reads the invoices, and gives them their totals and payments.
    pub(super) fn read(&self, format: Format, options: &Options) -> Result<Intake, Refusal> {
        let mut intake = read_sheet(self.invoices, format, options)?;
        let mut totals: HashMap<String, String> = HashMap::new();
        each_row(self.totals, ["invoice_number", "code", "amount"], |[number, code, amount]| {
            if code == "total" {
                totals.insert(number.to_owned(), amount.to_owned());
            }
        })?;
        let mut paid: HashMap<String, Vec<(String, String)>> = HashMap::new();
        each_row(self.transactions, ["invoice_number", "paid_at", "amount"], |[number, on, amount]| {
            paid.entry(number.to_owned()).or_default().push((on.to_owned(), amount.to_owned()));
        })?;
        let mut warnings = Vec::new();
        for invoice in &mut intake.invoices {
            let currency = invoice.total.currency();
            let total = totals.get(&invoice.number).and_then(|text| money(text, currency));
            if let Some(total) = total.filter(|total| total.is_positive() && *total != invoice.total) {
                warnings.push((
                    invoice.rows.first().copied(),
                    format!(
                        "Invoice {} comes to {total} in the sheet of totals; that was taken, not its amount of {}",
                        invoice.number, invoice.total
                    ),
                ));
                invoice.total = total;
                for receipt in &mut invoice.payments {
                    receipt.amount = if receipt.on.is_none() { total } else { receipt.amount };
                }
            }
            let receipts = paid.get(&invoice.number).into_iter().flatten();
            let dated: Vec<Receipt> = receipts
                .filter_map(|(on, amount)| Some(Receipt { on: day(on), amount: money(amount, currency)? }))
                .filter(|receipt| receipt.amount.is_positive())
                .collect();
            if !dated.is_empty() {
                invoice.payments = dated;
            }
        }
        for (row, message) in warnings {
            intake.warn(row, WarningCode::AmountsDisagree, message);
        }
        intake.warnings.sort_by_key(|warning| warning.row);
        Ok(intake)
    }
}

fn money(text: &str, currency: Currency) -> Option<Money> {
    amount::shape(text)?.figure(DecimalMark::Dot)?.money(currency).ok()
}

fn day(text: &str) -> Option<Day> {
    date::shape(text)?.day(None)
}

/// Calls `see` with three cells of each row below the header, by the names of their columns.
fn each_row(sheet: &Sheet, names: [&str; 3], mut see: impl FnMut([&str; 3])) -> Result<(), Refusal> {
    let mut lines = Source::Sheet(&sheet.cells).lines();
    let mut places: Option<[usize; 3]> = None;
    while let Some(line) = lines.next_line()? {
        match places {
            Some(places) => see(places.map(|at| line.cell(at))),
            None => {
                let at = names.map(|name| line.cells().position(|cell| cell == name).unwrap_or(usize::MAX));
                places = Some(at);
            }
        }
    }
    Ok(())
}
