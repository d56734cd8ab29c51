//! Files that come in: read, shown, matched with the book, committed in one go, and taken back.

mod changes;
mod commit;
mod layouts;
mod letters;
mod list;
mod matching;
mod preview;
mod statements;
mod undo;

pub use changes::ImportChange;
pub use list::{ImportList, ImportListAsk, ImportRow, import_list};
pub use preview::{ImportControl, ImportPreview, PreviewRow};
pub use undo::{ImportUndo, ImportUndone, import_undo};

use crate::desk::Desk;
use crate::error::{Answer, DeskError};
use crate::papers::wire_name;
use crate::shown::import_id;
use crate::work::Phase;
use crate::work::Working;
use crate::{export, files};
use changes::Missing;
use goodterms_intake::{self as intake, Format, MOST_BYTES, Options};
use goodterms_terms::history::Counts;
use goodterms_terms::{Code, Day, Refusal};
use layouts::Learned;
use matching::{Outcome, Shipment};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use std::path::Path;
use ts_rs::TS;

/// Brings a file in.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct ImportAsk {
    /// The file.
    pub path: String,
    /// `auto`, `clients`, `invoices`, `payments`, `bank` or `mail`.
    #[ts(optional)]
    pub kind: Option<String>,
    /// `dmy`, `mdy` or `ymd`, where the file does not decide.
    #[ts(optional)]
    pub date_order: Option<String>,
    /// `dot` or `comma`, where the file does not decide.
    #[ts(optional)]
    pub decimal: Option<String>,
    /// Which column holds which field, as `field=column`.
    pub map: Vec<String>,
    /// Which sheet of a workbook, by its name, where several hold tables.
    #[ts(optional)]
    pub sheet: Option<String>,
    /// The currency of amounts whose file names none, ISO 4217; the book's when nothing is said.
    #[ts(optional)]
    pub currency: Option<String>,
    /// What becomes of invoices that the file lists no longer: `paid`, `paid=2026-11-17`, `void` or `leave`.
    #[ts(optional)]
    pub missing: Option<String>,
    /// Only show what would happen.
    pub dry_run: bool,
    /// So many of the rows are shown as they were read, in a rehearsal.
    #[ts(optional, type = "number")]
    pub preview: Option<usize>,
    /// Why, when days of it are closed.
    #[ts(optional)]
    pub reason: Option<String>,
    /// The business day; today when none is given.
    #[ts(optional, type = "string")]
    pub as_of: Option<Day>,
}

/// How a file was read, and what came of it.
#[derive(Debug, Serialize, TS)]
pub struct ImportReport {
    /// `import-3`; nothing when nothing was written.
    pub import: Option<String>,
    /// Whether this was only a rehearsal.
    pub dry_run: bool,
    /// How the file was understood.
    pub reading: intake::Reading,
    /// What is new.
    #[ts(
        type = "{ clients: number; invoices: number; credit_notes: number; payments: number; bank_lines: number; contacts?: number }"
    )]
    pub created: Counts,
    /// What changed.
    #[ts(
        type = "{ clients: number; invoices: number; credit_notes: number; payments: number; bank_lines: number; contacts?: number }"
    )]
    pub updated: Counts,
    /// What was there already, the same.
    #[ts(
        type = "{ clients: number; invoices: number; credit_notes: number; payments: number; bank_lines: number; contacts?: number }"
    )]
    pub unchanged: Counts,
    /// What the file says otherwise of invoices the book has.
    pub changed: Vec<ImportChange>,
    /// Open invoices of earlier files that this one no longer lists.
    pub missing: Vec<String>,
    /// Rows left out, and why.
    pub skipped: Vec<SkippedRow>,
    /// What is worth a look.
    pub warnings: Vec<intake::Warning>,
    /// Where every row of the file went.
    pub rows: intake::RowCounts,
    /// The first rows as they were read, when they were asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub preview: Option<preview::ImportPreview>,
}

impl ImportReport {
    /// Whether any row came in, or was there already.
    pub const fn has_any(&self) -> bool {
        self.created.total() + self.updated.total() + self.unchanged.total() > 0
    }

    /// What to say when no row of the file could be used.
    pub fn complaint(&self, file: &str) -> Option<DeskError> {
        if self.has_any() {
            return None;
        }
        let first = self.skipped.first().map(|skipped| format!(" Row {}: {}", skipped.row, skipped.message));
        let message = format!("No row of {file} could be used.{}", first.unwrap_or_default());
        let hint = "Each row left out is listed with its reason; mend the file and bring it in again.";
        Some(Refusal::input(Code::NothingImported, message).hint(hint).file(file).into())
    }
}

/// A row that was left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SkippedRow {
    /// Counted from 1 as a text editor does.
    #[ts(type = "number")]
    pub row: u64,
    /// Stable name.
    pub code: String,
    /// One sentence.
    pub message: String,
}

/// Brings a file in, or shows what would come of it.
///
/// # Errors
/// When the file cannot be read or is ambiguous, its days are closed, or the book cannot be written; then
/// nothing has changed.
pub async fn import(desk: &Desk, ask: ImportAsk) -> Answer<ImportReport> {
    let path = Path::new(&ask.path);
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    if export::is_export(path) {
        return export::take_up(desk, path, &name, &ask).await;
    }
    let bytes = files::read(path, &name, MOST_BYTES as u64)?;

    let working = desk.work().begin(Phase::Reading, 0);
    let mut look = desk.look(ask.as_of).await?;
    let said = layouts::said(&ask)?;
    let options = Options {
        as_kind: said.as_kind,
        date_order: said.date_order,
        decimal: said.decimal,
        map: said.map.clone(),
        currency: said.currency.unwrap_or(look.business.currency),
        currency_said: said.currency.is_some(),
        default_terms_days: look.policy().await?.terms_days,
        sheet: said.sheet.clone(),
        business: Some(look.business.name.clone()),
        remembered: layouts::remembered(&mut look.reader).await?,
    };
    let read = intake::read(&bytes, &options).map_err(|refusal| refusal.file(&name))?;
    let learned = Learned::of(&read.reading, said, &options);
    let sha256 = Sha256::digest(&bytes).to_vec();
    let original = Some(bytes).filter(|_| is_evidence(read.reading.format));
    drop(look);
    bring_in(desk, &ask, commit::File { name, sha256, original, learned }, read, &working).await
}

/// Brings in what was read, or shows what would come of it.
async fn bring_in(
    desk: &Desk,
    ask: &ImportAsk,
    file: commit::File,
    read: intake::Intake,
    working: &Working<'_>,
) -> Answer<ImportReport> {
    let missing = Missing::parse(ask.missing.as_deref())?;
    working.go_on(Phase::Matching, read.rows.used)?;
    if ask.dry_run {
        let mut look = desk.look(ask.as_of).await?;
        let mut shipment = Shipment::match_with(&mut look.reader, &read, look.on).await?;
        shipment.settle_missing(missing)?;
        let outcome = shipment.outcome;
        let preview = ask.preview.map(|most| ImportPreview::of(&read, most)).transpose()?;
        return Ok(ImportReport { preview, ..report(read, outcome, None, true) });
    }
    let mut doing = desk.begin(ask.as_of).await?;
    let on = doing.on;
    let mut shipment = Shipment::match_with(&mut doing.act, &read, on).await?;
    shipment.settle_missing(missing)?;
    if shipment.outcome.created.total() + shipment.outcome.updated.total() == 0 {
        let outcome = shipment.outcome;
        return Ok(report(read, outcome, None, false));
    }
    if let Some(first) = shipment.first_day(on, missing) {
        doing.refuse_closed(first, ask.reason.as_deref())?;
    }
    let kind = read.reading.kind.as_str();
    let id =
        commit::write(&mut doing, &file, kind, &shipment, (missing, ask.reason.as_deref()), working).await?;
    working.past_stopping()?;
    doing.done().await?;
    let outcome = shipment.outcome;
    Ok(report(read, outcome, Some(id), false))
}

fn report(read: intake::Intake, outcome: Outcome, import: Option<i64>, dry_run: bool) -> ImportReport {
    let mut skipped: Vec<SkippedRow> = read
        .skipped
        .into_iter()
        .map(|skipped| SkippedRow {
            row: skipped.row,
            code: wire_name(&skipped.code),
            message: skipped.message,
        })
        .collect();
    skipped.extend(outcome.skipped);
    skipped.sort_by_key(|skipped| skipped.row);
    ImportReport {
        import: import.map(import_id),
        dry_run,
        reading: read.reading,
        created: outcome.created,
        updated: outcome.updated,
        unchanged: outcome.unchanged,
        changed: outcome.changed,
        missing: outcome.missing,
        skipped,
        warnings: read.warnings,
        rows: read.rows,
        preview: None,
    }
}

/// Whether a file of that format is evidence itself, kept byte for byte.
const fn is_evidence(format: Format) -> bool {
    matches!(format, Format::Ubl | Format::Cii | Format::FacturX | Format::Mail)
}

#[cfg(test)]
mod tests;
