//! What the person importing may say beforehand, and how far a file may go.

use crate::columns::Field;
use crate::remembered::Said;
use goodterms_terms::Currency;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// The largest file that is read: 64 MiB.
pub const MOST_BYTES: usize = 64 << 20;
/// The most rows that are read, title block and blank rows included.
pub const MOST_ROWS: u64 = 2_000_000;
/// The most columns a row may have.
pub const MOST_COLUMNS: usize = 1_000;
/// The largest single cell: 1 MiB.
pub const MOST_CELL_BYTES: usize = 1 << 20;

/// What the rows of a file are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "ImportKind")]
pub enum Kind {
    /// People and firms: names and how to reach them.
    Clients,
    /// Invoices and credit notes, perhaps with what was paid on them.
    Invoices,
    /// Money received.
    Payments,
    /// What passed through a bank account.
    Bank,
    /// E-mail that came back.
    Mail,
}

impl Kind {
    /// What the rows of a table can be.
    pub const TABLES: [Self; 4] = [Self::Clients, Self::Invoices, Self::Payments, Self::Bank];

    /// The name on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Clients => "clients",
            Self::Invoices => "invoices",
            Self::Payments => "payments",
            Self::Bank => "bank",
            Self::Mail => "mail",
        }
    }
}

/// In which order day, month and year stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DateOrder {
    /// 31/12/2026.
    Dmy,
    /// 12/31/2026.
    Mdy,
    /// 2026-12-31.
    Ymd,
}

impl DateOrder {
    /// The name on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Dmy => "dmy",
            Self::Mdy => "mdy",
            Self::Ymd => "ymd",
        }
    }
}

/// What stands before the decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DecimalMark {
    /// 1,234.50.
    Dot,
    /// 1.234,50.
    Comma,
}

impl DecimalMark {
    /// The name on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Dot => "dot",
            Self::Comma => "comma",
        }
    }
}

/// A column of the file, by its header or by its position counted from 1. A header wins over a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column(pub String);

/// What is known before the file is opened.
#[derive(Debug, Clone)]
pub struct Options {
    /// What the rows are, when the file is not to be asked.
    pub as_kind: Option<Kind>,
    /// Decides dates that the file does not decide itself.
    pub date_order: Option<DateOrder>,
    /// Decides amounts that the file does not decide itself.
    pub decimal: Option<DecimalMark>,
    /// Which column holds which field; wins over what the headers say.
    pub map: Vec<(Field, Column)>,
    /// The currency of amounts whose file names none: the book's, unless another was said.
    pub currency: Currency,
    /// Whether that currency was said for this file.
    pub currency_said: bool,
    /// Days from issue to due where the file states neither due date nor terms.
    pub default_terms_days: u32,
    /// Which sheet of a workbook, by its name in any case, where several hold tables.
    pub sheet: Option<String>,
    /// The business's own name; another seller's name in the file is worth a warning.
    pub business: Option<String>,
    /// What was said of earlier files, by their [`crate::Reading::fingerprint`]: taken up where nothing is said now
    /// and as long as it fits.
    pub remembered: BTreeMap<String, Said>,
}

impl Options {
    /// Lets the file speak for itself: 30 days' terms, amounts without a currency are in `currency`.
    pub const fn new(currency: Currency) -> Self {
        Self {
            as_kind: None,
            date_order: None,
            decimal: None,
            map: Vec::new(),
            currency,
            currency_said: false,
            default_terms_days: 30,
            sheet: None,
            business: None,
            remembered: BTreeMap::new(),
        }
    }
}
