//! Columns that hold more than SQLite's own types.

use crate::LedgerError;
use crate::day::day_from_number;
use goodterms_terms::entry::EntryKind;
use goodterms_terms::{Currency, Day};

/// A day column.
pub(crate) fn day(number: i64) -> Result<Day, LedgerError> {
    day_from_number(number).ok_or_else(|| LedgerError::unexpected("a day column holds no day"))
}

/// A day column that may hold nothing.
pub(crate) fn day_if(number: Option<i64>) -> Result<Option<Day>, LedgerError> {
    number.map(day).transpose()
}

/// A currency column.
pub(crate) fn currency(code: &str) -> Result<Currency, LedgerError> {
    Currency::from_code(code).map_err(|_| LedgerError::unexpected("a currency column holds no currency"))
}

/// A kind of entry.
pub(crate) fn entry_kind(name: &str) -> Result<EntryKind, LedgerError> {
    EntryKind::from_name(name).ok_or_else(|| LedgerError::unexpected("an entry of no known kind"))
}

impl From<serde_json::Error> for LedgerError {
    /// JSON is only ever written and read back by this crate, so a failure is the app's own.
    fn from(cause: serde_json::Error) -> Self {
        Self::unexpected(format!("json column: {:?}", cause.classify()))
    }
}
