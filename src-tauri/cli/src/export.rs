//! `export`: everything in the book as files.

use crate::output::{Done, Output};
use crate::progress::Progress;
use crate::sitting::Sitting;
use crate::table::Table;
use clap::Args;
use goodterms_desk::export;

#[derive(Debug, Args)]
pub(crate) struct Export {
    /// The folder: new, or empty.
    #[arg(value_name = "DIR")]
    out: String,
    /// Only so: csv, csv-local (as Excel reads it where you are), xlsx, json or papers; once for each
    /// [default: all but csv-local].
    #[arg(long, value_name = "FORMAT")]
    format: Vec<String>,
}

impl Export {
    pub(crate) async fn run(self, sitting: &Sitting) -> Done {
        let desk = sitting.reading().await?;
        let progress = Progress::says("Writing the files");
        let ask = export::Export { out: self.out, formats: self.format, as_of: sitting.as_of() };
        let done = export::export(desk, ask).await?;
        drop(progress);
        let mut table = Table::new(&["", ">Rows"]);
        for (what, count) in &done.counts {
            table.row([what.replace('_', " "), count.to_string()]);
        }
        let words = format!("Wrote {} files to {}.\n\n{}", done.files.len(), done.folder, table.drawn());
        Output::of(&done, words)
    }
}
