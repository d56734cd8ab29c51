//! `letter` and `seal`: papers that leave the desk, and what they are sealed with.

use crate::line::a_day;
use crate::output::{Done, Output};
use crate::progress::Progress;
use crate::sitting::{Sitting, secret};
use crate::words::count;
use clap::{Args, Subcommand};
use goodterms_desk::Day;
use goodterms_desk::letters::{self, LetterAsk, LetterRun, LettersMade};
use goodterms_desk::seals::{self, SealAsk, SealImport, SealInUse};
use std::path::PathBuf;

#[derive(Debug, Subcommand)]
pub(crate) enum LetterVerb {
    /// A friendly reminder of all that is late or falls due soon.
    Reminder {
        /// To whom, by id, name or number.
        #[arg(long)]
        client: String,
        /// before_due, next_day, one_week, two_weeks or one_month [default: how late the oldest invoice is].
        #[arg(long)]
        step: Option<String>,
        /// warm, neutral or firm [default: as the step is usually said].
        #[arg(long)]
        tone: Option<String>,
        #[command(flatten)]
        writing: Writing,
    },
    /// A receipt for a payment.
    Receipt {
        /// The payment, such as payment-12.
        #[arg(long)]
        payment: String,
        #[command(flatten)]
        writing: Writing,
    },
    /// Thanks for a payment, as cheerful as it is true.
    Thanks {
        /// The payment, such as payment-12.
        #[arg(long)]
        payment: String,
        #[command(flatten)]
        writing: Writing,
    },
    /// The notice of a missed instalment, with the last day to make it good.
    Missed {
        /// The plan, by its reference.
        #[arg(long)]
        plan: String,
        #[command(flatten)]
        writing: Writing,
    },
    /// The notice that it was not made good.
    Default {
        /// The plan, by its reference.
        #[arg(long)]
        plan: String,
        #[command(flatten)]
        writing: Writing,
    },
    /// A letter or statement for each of many clients, each a file of its own.
    Run(Run),
}

/// How every letter is written.
#[derive(Debug, Args)]
pub(crate) struct Writing {
    /// The day by which an answer is asked for [default: a week from the letter].
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = a_day)]
    answer_by: Option<Day>,
    /// How the reader is greeted, without "Dear" [default: by the client's name].
    #[arg(long)]
    greeting: Option<String>,
    /// Who signs it.
    #[arg(long, value_name = "NAME")]
    signed_by: Option<String>,
    /// It goes out by post today: it counts as a word to the client.
    #[arg(long)]
    posted: bool,
    /// Where it shall be written.
    #[arg(long, value_name = "PDF")]
    out: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct Run {
    /// reminder or statement.
    #[arg(long)]
    kind: String,
    /// To whom, once for each; everybody with something overdue when left out.
    #[arg(long)]
    client: Vec<String>,
    /// Who signs the reminders.
    #[arg(long, value_name = "NAME")]
    signed_by: Option<String>,
    /// They go out by post today: they count as words to the clients.
    #[arg(long)]
    posted: bool,
    /// The folder for the files.
    #[arg(value_name = "FOLDER")]
    folder: PathBuf,
}

impl LetterVerb {
    pub(crate) async fn run(self, sitting: &Sitting) -> Done {
        let (kind, about, writing, step, tone) = match self {
            Self::Reminder { client, step, tone, writing } => ("reminder", client, writing, step, tone),
            Self::Receipt { payment, writing } => ("receipt", payment, writing, None, None),
            Self::Thanks { payment, writing } => ("thanks", payment, writing, None, None),
            Self::Missed { plan, writing } => ("missed", plan, writing, None, None),
            Self::Default { plan, writing } => ("default", plan, writing, None, None),
            Self::Run(run) => return run.run(sitting).await,
        };
        let ask = LetterAsk {
            kind: kind.to_owned(),
            about,
            step,
            tone,
            answer_by: writing.answer_by,
            greeting: writing.greeting,
            signed_by: writing.signed_by,
            posted: writing.posted,
            out: Some(writing.out.to_string_lossy().into_owned()),
            as_of: sitting.as_of(),
        };
        let made = letters::letter(sitting.writing().await?, ask).await?;
        let place = made.pdf.as_deref().unwrap_or_default();
        Output::of(&made, format!("Wrote the letter to {}: {place}", made.client))
    }
}

impl Run {
    async fn run(self, sitting: &Sitting) -> Done {
        let progress = Progress::says("Writing the letters");
        let run = LetterRun {
            kind: self.kind,
            clients: self.client,
            signed_by: self.signed_by,
            posted: self.posted,
            folder: self.folder.to_string_lossy().into_owned(),
            as_of: sitting.as_of(),
        };
        let made = letters::letter_run(sitting.writing().await?, run).await?;
        drop(progress);
        Output::of(&made, told(&made))
    }
}

fn told(made: &LettersMade) -> String {
    let mut lines = vec![format!("Wrote {} into {}.", count(made.files.len() as u64, "letter"), made.folder)];
    lines.extend(made.left_out.iter().map(|left| format!("Left out {}: {}", left.client, left.message)));
    lines.join("\n")
}

#[derive(Debug, Subcommand)]
pub(crate) enum SealVerb {
    /// The seal in use.
    Show,
    /// Take up a key that an authority vouches for.
    Import {
        /// The file with the key, .p12 or .pfx.
        file: PathBuf,
        /// A file that holds its password.
        #[arg(long, value_name = "FILE")]
        password_file: PathBuf,
    },
}

impl SealVerb {
    pub(crate) async fn run(self, sitting: &Sitting) -> Done {
        let view = match self {
            Self::Show => seals::seal_view(sitting.reading().await?, SealAsk {}).await?,
            Self::Import { file, password_file } => {
                let path = file.to_string_lossy().into_owned();
                let password = secret(&password_file, "password_file")?.into();
                seals::seal_import(sitting.writing().await?, SealImport { path, password }).await?
            }
        };
        let words = sealed_with(&view);
        Output::of(&view, words)
    }
}

fn sealed_with(view: &SealInUse) -> String {
    let Some(seal) = &view.seal else {
        return "No seal yet: it is made when the first agreement is sealed.".to_owned();
    };
    let origin = if seal.imported { "vouched for by an authority" } else { "made here" };
    format!(
        "The seal of {}, {origin}, holds from {} to {}.\nIts key: {}",
        seal.name, seal.from, seal.until, seal.key
    )
}
