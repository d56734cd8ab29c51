//! What screens and papers ask: one statement, one JSON row each, so that the book answers in one go.

pub mod account;
pub mod ageing;
pub mod bank;
pub mod found;
pub mod invoices;
pub mod payments;
pub mod sheets;
pub mod worklist;

/// A list from its first row to its last.
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize)]
pub struct Whole<Total> {
    /// Its rows, in its order.
    pub rows: Vec<i64>,
    /// What it comes to, per currency.
    pub totals: Vec<Total>,
}

/// What of entry `e` is open as at day `?1`: signed like its amount.
///
/// The row alone answers when nothing moved after that day; otherwise its allocations up to then are summed.
pub(crate) const OPEN_AS_AT: &str = "case when e.moved_on <= ?1 then e.open \
     when e.amount > 0 then e.amount - coalesce((select sum(a.amount) from allocation a \
        where a.debit_id = e.id and a.effective_on <= ?1), 0) \
     else e.amount + coalesce((select sum(a.amount) from allocation a \
        where a.credit_id = e.id and a.effective_on <= ?1), 0) end";

/// Keeps to the named entries `e`, if any are named. They are sought by their rows: the list is not walked for
/// them.
fn named(only: Option<&[i64]>) -> String {
    only.map_or(String::new(), |rows| {
        let rows: Vec<String> = rows.iter().map(i64::to_string).collect();
        format!("and e.id in ({}) ", rows.join(","))
    })
}
