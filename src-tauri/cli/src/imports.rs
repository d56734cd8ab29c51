//! `import`: bringing a file in, and taking it back.

use crate::failure;
use crate::output::{Done, Output};
use crate::progress::Progress;
use crate::sitting::Sitting;
use crate::table::Table;
use crate::words::{count, sentence};
use clap::{Args, Subcommand};
use goodterms_desk::imports::{self, ImportAsk, ImportReport, ImportUndo};
use std::path::{Path, PathBuf};

/// The most rows a report in words lists one by one; the JSON has all of them.
const MOST_LISTED: usize = 20;

#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub(crate) struct Import {
    /// The file, from whatever program.
    #[arg(required = true)]
    file: Option<PathBuf>,
    /// What it holds: auto, clients, invoices, payments, bank or mail.
    #[arg(long = "as", value_name = "KIND", default_value = "auto")]
    kind: String,
    /// The order of its dates, where the file does not decide: dmy, mdy or ymd.
    #[arg(long, value_name = "ORDER")]
    date_order: Option<String>,
    /// Its decimal mark, where the file does not decide: dot or comma.
    #[arg(long, value_name = "MARK")]
    decimal: Option<String>,
    /// Which column holds which field; once for each field.
    #[arg(long, value_name = "FIELD=COLUMN")]
    map: Vec<String>,
    /// Which sheet of a workbook, where several hold tables.
    #[arg(long, value_name = "NAME")]
    sheet: Option<String>,
    /// The currency of amounts whose file names none [default: the book's].
    #[arg(long, value_name = "CODE")]
    currency: Option<String>,
    /// What becomes of open invoices that the file lists no longer: paid=YYYY-MM-DD, void or leave.
    #[arg(long, value_name = "WHAT")]
    missing: Option<String>,
    /// Only show what would come of it.
    #[arg(long)]
    dry_run: bool,
    /// Why, when days of it are closed.
    #[arg(long)]
    reason: Option<String>,
    #[command(subcommand)]
    verb: Option<ImportVerb>,
}

#[derive(Debug, Subcommand)]
enum ImportVerb {
    /// Take back everything a file brought.
    Undo {
        /// The import's id, such as import-3.
        #[arg(value_name = "ID")]
        import: String,
    },
}

impl Import {
    pub(crate) async fn run(self, sitting: &Sitting) -> Done {
        if let Some(ImportVerb::Undo { import }) = self.verb {
            let ask = ImportUndo { import, as_of: sitting.as_of() };
            let undone = imports::import_undo(sitting.writing().await?, ask).await?;
            let taken = &undone.taken_back;
            let words = format!(
                "Took {} back: {}, {}, {}, {}, {} and {}.",
                undone.import,
                count(taken.clients, "client"),
                count(taken.invoices, "invoice"),
                count(taken.credit_notes, "credit note"),
                count(taken.payments, "payment"),
                count(taken.bank_lines, "bank line"),
                count(taken.contacts, "e-mail"),
            );
            return Output::of(&undone, words);
        }
        let Some(file) = self.file else {
            return Err(failure::slip("No file is named.", "Give the file to bring in.", Some("file")));
        };
        let desk = if self.dry_run { sitting.reading().await? } else { sitting.writing().await? };
        let progress = Progress::says("Reading the file");
        let ask = ImportAsk {
            path: file.to_string_lossy().into_owned(),
            kind: Some(self.kind),
            date_order: self.date_order,
            decimal: self.decimal,
            map: self.map,
            sheet: self.sheet,
            currency: self.currency,
            missing: self.missing,
            dry_run: self.dry_run,
            preview: None,
            reason: self.reason,
            as_of: sitting.as_of(),
        };
        let report = imports::import(desk, ask).await?;
        drop(progress);
        let name = file_name(&file);
        Ok(Output::of(&report, told(&report, &name))?.but(report.complaint(&name)))
    }
}

fn file_name(file: &Path) -> String {
    file.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn told(report: &ImportReport, name: &str) -> String {
    let reading = &report.reading;
    let delimiter = match reading.delimiter {
        Some(',') => ", cells parted by commas",
        Some(';') => ", cells parted by semicolons",
        Some('\t') => ", cells parted by tabs",
        Some(_) => ", cells parted by bars",
        None => "",
    };
    let mut parts = vec![format!(
        "{name} was read as {} ({}{delimiter}{}{}).",
        reading.kind.as_str(),
        reading.encoding,
        reading.date_order.map(|order| format!(", dates {}", order.as_str())).unwrap_or_default(),
        reading.decimal.map(|mark| format!(", decimal {}", mark.as_str())).unwrap_or_default(),
    )];
    if !reading.remembered.is_empty() {
        parts.push("What you said of an earlier file of this layout was taken up again.".to_owned());
    }
    let mut table = Table::new(&["", ">New", ">Changed", ">Unchanged"]);
    let rows = [
        ("Clients", report.created.clients, report.updated.clients, report.unchanged.clients),
        ("Invoices", report.created.invoices, report.updated.invoices, report.unchanged.invoices),
        (
            "Credit notes",
            report.created.credit_notes,
            report.updated.credit_notes,
            report.unchanged.credit_notes,
        ),
        ("Payments", report.created.payments, report.updated.payments, report.unchanged.payments),
        ("Bank lines", report.created.bank_lines, report.updated.bank_lines, report.unchanged.bank_lines),
        ("E-mails", report.created.contacts, report.updated.contacts, report.unchanged.contacts),
    ];
    for (what, created, updated, unchanged) in rows {
        table.row([what.to_owned(), created.to_string(), updated.to_string(), unchanged.to_string()]);
    }
    parts.push(table.drawn());
    let some = |heading: &str, lines: Vec<String>| {
        let more = lines.len().saturating_sub(MOST_LISTED);
        let mut text = format!(
            "{heading}\n  {}",
            lines.iter().take(MOST_LISTED).cloned().collect::<Vec<_>>().join("\n  ")
        );
        if more > 0 {
            text.push_str(&format!("\n  and {more} more (--json lists all)"));
        }
        text
    };
    if !report.skipped.is_empty() {
        let lines =
            report.skipped.iter().map(|row| format!("Row {}: {}", row.row, sentence(&row.message))).collect();
        parts.push(some("Left out:", lines));
    }
    if !report.changed.is_empty() {
        let lines = report.changed.iter().map(|change| {
            format!("{}: {} {} is now {}", change.number, change.field, change.before, change.after)
        });
        parts.push(some("Changed since it was brought in:", lines.collect()));
    }
    if !report.missing.is_empty() {
        parts.push(some("Open in the book, but no longer in the file:", report.missing.clone()));
    }
    if !report.warnings.is_empty() {
        parts.push(some(
            "Worth a look:",
            report.warnings.iter().map(|warning| sentence(&warning.message)).collect(),
        ));
    }
    parts.push(match &report.import {
        Some(id) => format!("This is {id}; import undo {id} takes it back."),
        None if report.dry_run => "This was a rehearsal: nothing was written.".to_owned(),
        None => "Nothing was written.".to_owned(),
    });
    parts.join("\n\n")
}
