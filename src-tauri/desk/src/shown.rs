//! How ids and amounts are written on the wire.

use crate::error::Answer;
use goodterms_ledger::LedgerError;
use goodterms_terms::entry::EntryKind;
use goodterms_terms::{Currency, Money};
use std::collections::BTreeMap;

/// Decimal amounts by currency code.
pub(crate) type ByCurrency = BTreeMap<String, String>;

/// Minor units as a decimal in the currency's own precision.
pub(crate) fn amount(minor: i64, currency: &str) -> Answer<String> {
    Ok(Money::of(minor, known(currency)?).to_string())
}

/// A currency the book holds.
pub(crate) fn known(currency: &str) -> Answer<Currency> {
    Currency::from_code(currency)
        .map_err(|_| LedgerError::unexpected("the book holds an unknown currency").into())
}

/// `client-12`.
pub(crate) fn client_id(row: i64) -> String {
    format!("client-{row}")
}

/// `invoice-12`, `payment-13`, `credit_note-14`.
pub(crate) fn entry_id(kind: EntryKind, row: i64) -> String {
    format!("{}-{row}", kind.as_str())
}

/// `import-3`.
pub(crate) fn import_id(row: i64) -> String {
    format!("import-{row}")
}

/// `line-3`, of a bank statement.
pub(crate) fn account_id(row: i64) -> String {
    format!("account-{row}")
}

pub(crate) fn line_id(row: i64) -> String {
    format!("line-{row}")
}

/// As hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        for half in [byte >> 4, byte & 15] {
            text.push(char::from_digit(u32::from(half), 16).unwrap_or('0'));
        }
        text
    })
}

/// `document-3`.
pub(crate) fn document_id(row: i64) -> String {
    format!("document-{row}")
}

/// The row of an id such as `client-12`, if that is what the text is.
pub(crate) fn row_of(id: &str, kind: &str) -> Option<i64> {
    id.trim().strip_prefix(kind)?.strip_prefix('-')?.parse().ok().filter(|row| *row > 0)
}
