//! The sheets of a workbook, and which of them is meant.

use super::cells::Cells;
use crate::columns::choose;
use crate::options::Options;
use crate::remembered;
use crate::sheet::header_of;
use crate::table::Source;
use goodterms_terms::{Code, Refusal};

/// One sheet.
#[derive(Debug)]
pub(super) struct Sheet {
    pub(super) name: String,
    /// Not shown by the workbook's program, so nobody exported it on purpose.
    pub(super) hidden: bool,
    pub(super) cells: Cells,
}

/// All sheets, in their order.
#[derive(Debug, Default)]
pub(super) struct Book {
    pub(super) sheets: Vec<Sheet>,
}

impl Book {
    /// The sheet that was named, or the only one that holds a table of clients, invoices or payments.
    ///
    /// # Errors
    /// [`Code::SheetUnknown`], [`Code::SheetAmbiguous`], [`Code::FileEmpty`].
    pub(super) fn sheet(&self, options: &Options) -> Result<&Sheet, Refusal> {
        if let Some(name) = &options.sheet {
            return self.named(name).ok_or_else(|| {
                Refusal::input(
                    Code::SheetUnknown,
                    format!("The workbook has no sheet \u{201c}{name}\u{201d}"),
                )
                .field("sheet")
                .candidates(self.sheets.iter().map(|sheet| sheet.name.clone()))
            });
        }
        let shown: Vec<&Sheet> = self.filled().filter(|sheet| !sheet.hidden).collect();
        if let [only] = shown.as_slice() {
            return Ok(only);
        }
        // The sheet that was named for an earlier workbook of the same layout.
        for said in options.remembered.values() {
            if let Some(sheet) = said.sheet.as_deref().and_then(|name| self.named(name))
                && remembered::of(Source::Sheet(&sheet.cells), options)? == Some(said)
            {
                return Ok(sheet);
            }
        }
        let readable = |sheet: &&&Sheet| {
            header_of(Source::Sheet(&sheet.cells), options)
                .and_then(|header| choose(&header, options))
                .is_ok()
        };
        let tables: Vec<&&Sheet> = shown.iter().filter(readable).collect();
        match (tables.as_slice(), shown.first()) {
            ([only], _) => Ok(only),
            ([], Some(first)) => Ok(first), // whose own refusal says what is wrong
            ([], None) => Err(Refusal::input(
                Code::FileEmpty,
                "The workbook holds no visible sheet with anything in it",
            )
            .hint("Name a hidden sheet with --sheet NAME, or export the list again.")),
            (several, _) => Err(Refusal::input(
                Code::SheetAmbiguous,
                "Several sheets of the workbook hold a table that can be brought in",
            )
            .field("sheet")
            .candidates(several.iter().map(|sheet| sheet.name.clone()))
            .hint("Say which with --sheet NAME; bring in the others one by one.")),
        }
    }

    /// A sheet by its name in any case.
    pub(super) fn named(&self, name: &str) -> Option<&Sheet> {
        let wanted = name.trim().to_lowercase();
        self.sheets.iter().find(|sheet| sheet.name.trim().to_lowercase() == wanted)
    }

    fn filled(&self) -> impl Iterator<Item = &Sheet> {
        self.sheets.iter().filter(|sheet| !sheet.cells.is_empty())
    }
}
