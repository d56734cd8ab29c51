//! A sample book: a made-up millwork shop, its clients, and what happened between them in two years.
//!
//! It is told as at a Tuesday in November 2026 and can stand at any day. Only the key and the machine's true
//! time differ from one sample to the next.

mod billed;
mod calendar;
mod clients;
mod courtesies;
mod earlier;
mod files;
mod make;
mod plans;
mod sample;
mod story;
mod words;

pub use sample::{SampleOpen, is_sample, sample_open, unlock};

use crate::desk::Desk;
use crate::documents::{DocumentSave, document_save};
use crate::error::Answer;
use goodterms_ledger::home::write_whole;
use goodterms_terms::{Code, Day, Refusal, day};
use make::{PASSPHRASE, make};
use serde::Serialize;
use std::path::{Path, PathBuf};

/// A sample book that was made.
#[derive(Debug, Clone, Serialize)]
pub struct DemoMade {
    /// The book.
    pub book: String,
    /// The file with its passphrase.
    pub passphrase_file: String,
    /// A payment plan's agreement.
    pub agreement: String,
    /// A final demand.
    pub demand: String,
    /// A statement of account.
    pub statement: String,
    /// The day the sample stands at.
    pub as_of: Day,
}

/// The day a sample stands at when none is named.
pub fn usual_day() -> Day {
    day::parse(calendar::TOLD).unwrap_or_default()
}

/// Makes a sample book in a folder, with its passphrase file and the papers of the main job. The book stays
/// open on the desk. The keychain is not asked.
///
/// # Errors
/// When one of its files lies there already, the day is too close to the end of the calendar, or the machine
/// fails; then nothing of it is left.
pub async fn demo(desk: &Desk, folder: &Path, as_of: Option<Day>) -> Answer<DemoMade> {
    let on = as_of.unwrap_or_else(usual_day);
    for edge in [-800, 400] {
        day::within_years(day::plus_days(on, edge)).map_err(|refusal| refusal.field("as_of"))?;
    }
    let folder = std::path::absolute(folder)?;
    let files = Files::of(&folder);
    files.refuse_existing()?;
    std::fs::create_dir_all(&folder).map_err(|_| {
        Refusal::input(Code::PathMissing, format!("No folder can be made at {}.", folder.display()))
            .hint("Name a folder you may write to.")
            .field("dir")
    })?;
    let made = made_with_papers(desk, &files, on).await;
    if made.is_err() {
        desk.close().await?;
        files.take_away();
    }
    made
}

async fn made_with_papers(desk: &Desk, files: &Files, on: Day) -> Answer<DemoMade> {
    let papers = make(desk, &files.book, on).await?;
    write_whole(&files.passphrase, format!("{PASSPHRASE}\n").as_bytes())?;
    let printed = async |document, out: &Path| -> Answer<String> {
        Ok(document_save(desk, DocumentSave { document, out: text(out) }).await?.path)
    };
    Ok(DemoMade {
        book: text(&files.book),
        passphrase_file: text(&files.passphrase),
        agreement: printed(papers.agreement, &files.agreement).await?,
        demand: printed(papers.demand, &files.demand).await?,
        statement: printed(papers.statement, &files.statement).await?,
        as_of: on,
    })
}

/// Where everything of a sample lies.
struct Files {
    book: PathBuf,
    passphrase: PathBuf,
    agreement: PathBuf,
    demand: PathBuf,
    statement: PathBuf,
}

impl Files {
    fn of(folder: &Path) -> Self {
        Self {
            book: folder.join("sample.book"),
            passphrase: folder.join("passphrase.txt"),
            agreement: folder.join("payment-plan.pdf"),
            demand: folder.join("final-demand.pdf"),
            statement: folder.join("statement.pdf"),
        }
    }

    fn all(&self) -> [&Path; 5] {
        [&self.book, &self.passphrase, &self.agreement, &self.demand, &self.statement]
    }

    fn refuse_existing(&self) -> Result<(), Refusal> {
        let Some(there) = self.all().into_iter().find(|file| file.exists()) else { return Ok(()) };
        Err(Refusal::rule(Code::FileExists, format!("{} is there already.", there.display()))
            .hint("Name another folder; nothing is written over.")
            .file(there.to_string_lossy()))
    }

    /// What was begun goes; what cannot be removed is no worse than what went wrong before.
    fn take_away(&self) {
        for file in self.all() {
            let _ = std::fs::remove_file(file);
        }
    }
}

fn text(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}
