//! What came in before.

use crate::desk::Desk;
use crate::error::Answer;
use crate::shown::import_id;
use goodterms_ledger::import;
use goodterms_terms::Day;
use goodterms_terms::history::Counts;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Asks what came in.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ImportListAsk {}

/// What came in.
#[derive(Debug, Serialize, TS)]
pub struct ImportList {
    /// The latest first.
    pub imports: Vec<ImportRow>,
}

/// A file that came in.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ImportRow {
    /// `import-3`.
    pub import: String,
    /// The file's name.
    pub file: String,
    /// `clients`, `invoices` or `payments`.
    pub kind: String,
    /// The business day it came in.
    #[ts(type = "string")]
    pub on: Day,
    /// What it brought.
    #[ts(
        type = "{ clients: number; invoices: number; credit_notes: number; payments: number; bank_lines: number; contacts?: number }"
    )]
    pub created: Counts,
    /// Whether it has been taken back.
    pub undone: bool,
    /// Open invoices of it whose due day was assumed.
    #[ts(type = "number")]
    pub assumed: u64,
}

/// What came in, the latest first.
///
/// # Errors
/// When no book is open or it cannot be read.
pub async fn import_list(desk: &Desk, _: ImportListAsk) -> Answer<ImportList> {
    let mut look = desk.look(None).await?;
    let imports = import::list(&mut look.reader)
        .await?
        .into_iter()
        .map(|listed| ImportRow {
            import: import_id(listed.import.id),
            file: listed.import.file_name,
            kind: listed.import.kind,
            on: listed.on,
            created: listed.import.created,
            undone: listed.import.undone,
            assumed: listed.assumed,
        })
        .collect();
    Ok(ImportList { imports })
}
