//! Reports that look like lists and are none that could be brought in.

use super::field::Field;
use crate::table::header::Header;
use crate::values::totals;
use goodterms_terms::{Code, Refusal};
use std::collections::BTreeMap;

/// How many columns are spans of ageing.
pub(super) fn spans(header: &Header) -> usize {
    header.names.iter().filter(|name| totals::is_ageing(name)).count()
}

/// A report that shows each client's spans of ageing and no invoices: nothing in it can be chased or paid.
pub(super) fn of_a_summary(header: &Header) -> Option<Refusal> {
    (spans(header) >= 3).then(|| {
        Refusal::input(
            Code::SummaryReport,
            "This report shows what each client owes by age, not which invoices",
        )
        .hint("Export the detail instead: A/R Ageing Detail, Aged Receivables Detail or Open Invoices.")
    })
}

/// QuickBooks' sales by product: lines without tax, due date or what is open.
pub(super) fn refuse_sales_lines(
    header: &Header,
    columns: &BTreeMap<Field, Vec<usize>>,
) -> Result<(), Refusal> {
    let has = |field| columns.contains_key(&field);
    let by_product = header.headings.is_some() && has(Field::LineItem) && !has(Field::DueDate);
    if !by_product {
        return Ok(());
    }
    Err(Refusal::input(
        Code::GroupedReport,
        "This report lists what was sold, line by line; it shows neither due dates nor what is open",
    )
    .hint("Export Open Invoices or the A/R Ageing Detail instead."))
}
