//! Taking an import back.

use crate::desk::{Desk, Doing};
use crate::error::Answer;
use crate::export;
use crate::shown::{amount, import_id, line_id, row_of};
use goodterms_ledger::{bank, import};
use goodterms_terms::history::{Counts, Happening};
use goodterms_terms::{Code, Day, Refusal};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Takes an import back.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct ImportUndo {
    /// `import-3`.
    pub import: String,
    /// The business day; today when none is given.
    #[ts(optional, type = "string")]
    pub as_of: Option<Day>,
}

/// What was taken back.
#[derive(Debug, Serialize, TS)]
pub struct ImportUndone {
    /// `import-3`.
    pub import: String,
    /// How many of what.
    #[ts(
        type = "{ clients: number; invoices: number; credit_notes: number; payments: number; bank_lines: number; contacts?: number }"
    )]
    pub taken_back: Counts,
}

/// Takes back everything a file brought, each on its own day, and frees its numbers.
///
/// # Errors
/// When the import is not found, was taken back already, a plan covers what it brought, its days are
/// closed, or the book cannot be written.
pub async fn import_undo(desk: &Desk, ask: ImportUndo) -> Answer<ImportUndone> {
    let mut doing = desk.begin(ask.as_of).await?;
    let found = match row_of(&ask.import, "import") {
        Some(row) => import::by_id(&mut doing.act, row).await?,
        None => None,
    };
    let Some(found) = found else {
        return Err(Refusal::input(
            Code::ImportUnknown,
            format!("There is no import \u{201c}{}\u{201d}.", ask.import),
        )
        .hint("Give the id that import answered, such as import-3.")
        .field("import")
        .into());
    };
    if found.undone {
        return Err(Refusal::rule(
            Code::ImportAlreadyUndone,
            format!("{} was already taken back.", found.file_name),
        )
        .into());
    }
    if found.kind == export::WHOLE_BOOK {
        return Err(Refusal::rule(
            Code::ImportWholeBook,
            format!("{} brought the whole book, on which everything since stands.", found.file_name),
        )
        .hint("Make a new book instead, and leave this one aside.")
        .into());
    }
    let planned = import::covered_by_plans(&mut doing.act, found.id).await?;
    if !planned.is_empty() {
        return Err(Refusal::rule(
            Code::ImportOnPlan,
            format!("A payment plan covers {}, which this file brought.", planned.join(", ")),
        )
        .hint("An agreement stands on these invoices, so they stay; correct single entries instead.")
        .candidates(planned)
        .into());
    }
    refuse_matched(&mut doing, found.id).await?;
    let recorded_at = doing.moment.recorded_at;
    let taken_back = import::undo(&mut doing.act, found.id, recorded_at).await?;
    let happening = Happening::ImportUndone { file: found.file_name, taken_back };
    let id = import_id(found.id);
    doing.tell(&happening, &id, None).await?;
    doing.done().await?;
    Ok(ImportUndone { import: id, taken_back })
}

/// Refuses to take back lines that pay something: that would leave payments nobody can trace.
async fn refuse_matched(doing: &mut Doing, import: i64) -> Answer<()> {
    let matched = bank::matched_of_import(&mut doing.act, import).await?;
    if matched.is_empty() {
        return Ok(());
    }
    let lines: Vec<String> = matched
        .iter()
        .map(|(id, on, minor, currency)| {
            Ok(format!("{} of {on}, {} {currency}", line_id(*id), amount(*minor, currency)?))
        })
        .collect::<Answer<_>>()?;
    Err(Refusal::rule(Code::ImportMatched, format!("Lines of this file pay invoices: {}.", lines.join("; ")))
        .hint("Unmatch these lines first, then take the file back.")
        .candidates(lines)
        .into())
}
