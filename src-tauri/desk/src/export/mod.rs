//! Everything in the book as files that other programs read, and taking such an export up in another book.

mod csv;
mod files;
mod json;
mod sheets;
mod take_up;
mod workbook;

pub use json::schema;
pub(crate) use take_up::{WHOLE_BOOK, is_export, take_up};

use crate::desk::Desk;
use crate::error::Answer;
use crate::files::{free_place, plain_name};
use crate::work::{Phase, Working};
use csv::Dialect;
use files::Folder;
use goodterms_ledger::{Reader, whole};
use goodterms_terms::{Code, Day, Refusal};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::Path;
use ts_rs::TS;

/// How often an export begins anew because somebody changed the book meanwhile.
const TRIES: u32 = 3;

/// Writes everything in the book into a folder. Only the shell and the command line ask for it: the window never
/// names a place.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct Export {
    /// The folder: new, or empty. Never from the wire.
    #[serde(skip)]
    #[ts(skip)]
    pub out: String,
    /// `csv`, `csv-local`, `xlsx`, `json`, `papers`; all but `csv-local` when none is named.
    #[ts(type = "('csv' | 'csv-local' | 'xlsx' | 'json' | 'papers')[]")]
    pub formats: Vec<String>,
    /// The business day balances and states are as at; today when none is given.
    #[ts(optional, type = "string")]
    pub as_of: Option<Day>,
}

/// An export that was written.
#[derive(Debug, Serialize, TS)]
pub struct Exported {
    /// The folder.
    pub folder: String,
    /// The day balances and states are as at.
    #[ts(type = "string")]
    pub as_of: Day,
    /// The files, by name.
    pub files: Vec<String>,
    /// How many rows of what, and how many papers.
    #[ts(type = "Record<string, number>")]
    pub counts: BTreeMap<String, u64>,
}

/// What is written.
#[derive(Debug, Clone, Copy, Default)]
struct Formats {
    csv: bool,
    local: bool,
    workbook: bool,
    json: bool,
    papers: bool,
}

impl Formats {
    fn of(names: &[String]) -> Result<Self, Refusal> {
        if names.is_empty() {
            return Ok(Self { csv: true, workbook: true, json: true, papers: true, local: false });
        }
        let mut formats = Self::default();
        for name in names {
            match name.as_str() {
                "csv" => formats.csv = true,
                "csv-local" => formats.local = true,
                "xlsx" => formats.workbook = true,
                // Another book can take the rows up only with their papers.
                "json" => (formats.json, formats.papers) = (true, true),
                "papers" => formats.papers = true,
                other => {
                    return Err(Refusal::input(
                        Code::ExportFormatUnknown,
                        format!("\u{201c}{other}\u{201d} is not a format of an export."),
                    )
                    .field("format")
                    .candidates(["csv", "csv-local", "xlsx", "json", "papers"].map(str::to_owned)));
                }
            }
        }
        Ok(formats)
    }
}

/// Writes everything in the book into a new folder, or nothing: the folder appears when it is complete.
///
/// # Errors
/// When a format is unknown, the folder holds something already, the book is being changed all the while, it is
/// stopped, or the book cannot be read or the folder written.
pub async fn export(desk: &Desk, ask: Export) -> Answer<Exported> {
    let formats = Formats::of(&ask.formats)?;
    for _ in 0..TRIES {
        let mut look = desk.look(ask.as_of).await?;
        let before = whole::last_happening(&mut look.reader).await?;
        let folder = Folder::beside(&ask.out)?;
        let working = desk.work().begin(Phase::Writing, steps(&mut look.reader, formats).await?);
        let mut making = Making { folder, working, formats, counts: BTreeMap::new(), on: look.on };
        let dialect = Dialect::of(&look.business.locale);
        making.sheets(&mut look.reader, dialect).await?;
        if formats.json {
            json::write(&mut making, &mut look).await?;
        }
        if formats.papers {
            making.papers(&mut look.reader).await?;
        }
        // Pages are read one after the other: the same last happening says that all are of one moment.
        if whole::last_happening(&mut look.reader).await? != before {
            continue;
        }
        making.working.past_stopping()?;
        let files = making.folder.names();
        let folder = making.folder.keep()?;
        return Ok(Exported { folder, as_of: making.on, files, counts: making.counts });
    }
    Err(Refusal::rule(Code::InUse, "The book was being changed all the while it was read.")
        .hint("Export again when nobody is writing in it.")
        .into())
}

/// The same into a new folder of its own inside the one that is named, called by the business and the day.
///
/// # Errors
/// As [`export`].
pub async fn export_inside(desk: &Desk, ask: Export) -> Answer<Exported> {
    let look = desk.look(ask.as_of).await?;
    let stem = format!("{} {}", plain_name(&look.business.name), look.on);
    drop(look);
    let out =
        free_place(Path::new(&ask.out), &stem, "", |place| !place.exists()).to_string_lossy().into_owned();
    export(desk, Export { out, ..ask }).await
}

/// An export in the making.
struct Making<'a> {
    folder: Folder,
    working: Working<'a>,
    formats: Formats,
    counts: BTreeMap<String, u64>,
    on: Day,
}

impl Making<'_> {
    fn count(&mut self, what: &str, rows: usize) -> Answer<()> {
        *self.counts.entry(what.to_owned()).or_default() += rows as u64;
        Ok(self.working.done(rows)?)
    }

    /// Counts what one format alone wrote: a thing that several formats hold is one thing.
    fn count_once(&mut self, counts: BTreeMap<String, u64>) {
        for (what, rows) in counts {
            self.counts.entry(what).or_insert(rows);
        }
    }

    /// Lays every paper and every original beside, byte for byte.
    async fn papers(&mut self, reader: &mut Reader) -> Answer<()> {
        for kept in whole::kept_files(reader).await? {
            let bytes = whole::kept_bytes(reader, &kept.sha256).await?;
            self.folder.write(&files::paper_path(&kept.sha256, &kept.name), &bytes)?;
            self.count("papers", 1)?;
        }
        Ok(())
    }
}

async fn steps(reader: &mut Reader, formats: Formats) -> Answer<u64> {
    let mut steps = 0;
    for table in whole::TABLES {
        let rows = whole::count(reader, table).await?;
        steps += if formats.json { rows } else { 0 };
        steps += if formats.csv || formats.local || formats.workbook { rows } else { 0 };
    }
    Ok(steps)
}
