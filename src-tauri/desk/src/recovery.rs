//! The recovery sheet: a book's words on paper, where somebody has said, and nowhere else. It is a secret, so no
//! copy of it is kept and no window names its place.

use crate::desk::Desk;
use crate::error::Answer;
use crate::papers::Delivery;
use crate::said;
use goodterms_ledger::business::Business;
use goodterms_ledger::{LedgerError, Phrase};
use goodterms_paper::Manner;
use goodterms_paper::recovery::RecoverySheet;
use goodterms_terms::Day;
use serde::Serialize;
use std::fmt;

/// Asks for the sheet of the open book. Only the shell asks for it.
pub struct RecoverySheetSave {
    /// Its words, while they are shown.
    pub phrase: String,
    /// Where it shall be written.
    pub out: String,
}

impl fmt::Debug for RecoverySheetSave {
    /// Never the words.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RecoverySheetSave").field("out", &self.out).finish_non_exhaustive()
    }
}

/// A sheet that was written.
#[derive(Debug, Serialize)]
pub struct RecoverySheetSaved {
    /// Where it lies.
    pub path: String,
}

/// Writes the sheet of the open book.
///
/// # Errors
/// When they are not 24 recovery words, the place is none for a file, or it cannot be written.
pub async fn recovery_sheet_save(desk: &Desk, ask: RecoverySheetSave) -> Answer<RecoverySheetSaved> {
    let phrase = Phrase::parse(&ask.phrase).map_err(LedgerError::from)?;
    let look = desk.look(None).await?;
    let path = written(&look.business, &phrase, look.on, &ask.out)?;
    Ok(RecoverySheetSaved { path })
}

/// Writes the sheet and answers where it lies.
pub(crate) fn written(business: &Business, phrase: &Phrase, made_on: Day, out: &str) -> Answer<String> {
    let sheet = RecoverySheet {
        manner: Manner::of(&business.country, said::language_of(&business.locale)),
        book: business.name.clone(),
        made_on,
        words: phrase.reveal().split_whitespace().map(str::to_owned).collect(),
    };
    let delivery = Delivery::of(&sheet.document(), Some(out), String::new())?;
    let path = delivery.prepare()?.keep()?;
    path.ok_or_else(|| LedgerError::unexpected("a sheet without a place").into())
}
