//! `demo`: a sample book and the papers of the main job.

use crate::output::{Done, Output};
use crate::progress::Progress;
use crate::sitting::Sitting;
use clap::Args;
use goodterms_desk::demo;
use std::path::PathBuf;

#[derive(Debug, Args)]
pub(crate) struct Demo {
    /// The folder to make it in; made if it is not there.
    dir: PathBuf,
}

impl Demo {
    pub(crate) async fn run(self, sitting: &Sitting) -> Done {
        let progress = Progress::says("Making a sample book");
        let made = demo::demo(sitting.desk(), &self.dir, sitting.as_of()).await?;
        drop(progress);
        let words = format!(
            "A sample book, as at {}. Everybody in it is made up.\n\n\
             The book:        {}\nIts passphrase:  {}\n\n\
             The papers of the main job:\n  A plan, signed by both:  {}\n  A final demand:          {}\n  A statement of account:  {}\n\n\
             To look around: goodterms-cli --book {} --passphrase-file {} --as-of {} ageing",
            made.as_of,
            made.book,
            made.passphrase_file,
            made.agreement,
            made.demand,
            made.statement,
            quoted(&made.book),
            quoted(&made.passphrase_file),
            made.as_of,
        );
        Output::of(&made, words)
    }
}

/// A path as it can be typed into a shell.
fn quoted(path: &str) -> String {
    if path.contains(char::is_whitespace) { format!("\"{path}\"") } else { path.to_owned() }
}
