//! What is put on record: words with clients, disputes, statements, and the history of it all.

use crate::line::a_day;
use crate::output::{Done, Output};
use crate::page::{Page, Paged};
use crate::sitting::Sitting;
use crate::table::Table;
use crate::words::listed;
use clap::{Args, Subcommand};
use goodterms_desk::Day;
use goodterms_desk::contacts::{self, ContactAdd};
use goodterms_desk::disputes::{self, DisputeAdd, DisputeKept, DisputeResolve};
use goodterms_desk::history::{self, HistoryAsk};
use goodterms_desk::statements::{self, StatementAsk};
use goodterms_desk::terms_sheets::{self, TermsSheetAsk};
use std::path::PathBuf;

#[derive(Debug, Subcommand)]
pub(crate) enum ContactVerb {
    /// Record a word to or from a client.
    Add(Word),
}

#[derive(Debug, Args)]
pub(crate) struct Word {
    /// With whom, by id, name or number.
    #[arg(long)]
    client: String,
    /// When [default: the business day].
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = a_day)]
    on: Option<Day>,
    /// How: email, sms, call or letter.
    #[arg(long)]
    channel: String,
    /// Which way: out or in.
    #[arg(long)]
    direction: String,
    /// What about: reminder, final_demand, thanks, talk or reply.
    #[arg(long)]
    kind: String,
    /// What was said.
    #[arg(long)]
    note: Option<String>,
}

impl ContactVerb {
    pub(crate) async fn run(self, sitting: &Sitting) -> Done {
        let Self::Add(word) = self;
        let ask = ContactAdd {
            client: word.client,
            on: word.on,
            channel: word.channel,
            direction: word.direction,
            kind: word.kind,
            note: word.note,
            as_of: sitting.as_of(),
        };
        let kept = contacts::contact_add(sitting.writing().await?, ask).await?;
        Output::of(&kept, format!("Recorded {}.", kept.contact))
    }
}

#[derive(Debug, Subcommand)]
pub(crate) enum DisputeVerb {
    /// Note that a client disputes an invoice.
    Add {
        /// The invoice, by number or id.
        #[arg(long)]
        invoice: String,
        /// How much of it [default: all].
        #[arg(long, allow_hyphen_values = true)]
        amount: Option<String>,
        /// Since when [default: the business day].
        #[arg(long, value_name = "YYYY-MM-DD", value_parser = a_day)]
        on: Option<Day>,
        /// What the client says.
        #[arg(long, alias = "reason")]
        note: Option<String>,
    },
    /// Note that it is settled.
    Resolve {
        /// The invoice, by number or id.
        #[arg(long)]
        invoice: String,
        /// When [default: the business day].
        #[arg(long, value_name = "YYYY-MM-DD", value_parser = a_day)]
        on: Option<Day>,
        /// What was agreed.
        #[arg(long, alias = "note")]
        resolution: Option<String>,
    },
}

impl DisputeVerb {
    pub(crate) async fn run(self, sitting: &Sitting) -> Done {
        match self {
            Self::Add { invoice, amount, on, note } => {
                let ask = DisputeAdd { invoice, amount, note, as_of: on.or(sitting.as_of()) };
                told(&disputes::dispute_add(sitting.writing().await?, ask).await?)
            }
            Self::Resolve { invoice, on, resolution } => {
                let ask = DisputeResolve { invoice, resolution, as_of: on.or(sitting.as_of()) };
                told(&disputes::dispute_resolve(sitting.writing().await?, ask).await?)
            }
        }
    }
}

fn told(kept: &DisputeKept) -> Done {
    let how = if kept.disputed { "is disputed" } else { "is no longer disputed" };
    Output::of(kept, format!("{} {how}.", kept.invoice))
}

#[derive(Debug, Args)]
pub(crate) struct Statement {
    /// Whose, by id, name or number.
    #[arg(long)]
    client: String,
    /// Its first day [default: from the beginning].
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = a_day)]
    from: Option<Day>,
    /// Where it shall be written.
    #[arg(long, value_name = "PDF")]
    out: PathBuf,
}

impl Statement {
    pub(crate) async fn run(self, sitting: &Sitting) -> Done {
        let ask = StatementAsk {
            client: self.client,
            from: self.from,
            out: Some(self.out.to_string_lossy().into_owned()),
            as_of: sitting.as_of(),
        };
        let made = statements::statement(sitting.writing().await?, ask).await?;
        let balance: Vec<String> =
            made.balance.iter().map(|(currency, amount)| format!("{amount} {currency}")).collect();
        let words = format!(
            "Made the statement of {} from {} to {}: {}\nThe balance is {}.",
            made.client,
            made.from,
            made.to,
            made.pdf.as_deref().unwrap_or_default(),
            listed(&balance)
        );
        Output::of(&made, words)
    }
}

#[derive(Debug, Args)]
pub(crate) struct History {
    /// One client's, by id, name or number.
    #[arg(long)]
    client: Option<String>,
}

impl History {
    pub(crate) async fn run(self, sitting: &Sitting) -> Done {
        // One more than is shown tells whether there is more.
        let page = sitting.page();
        let limit = page.limit().map(|limit| u32::try_from(limit.saturating_add(1)).unwrap_or(u32::MAX));
        let ask = HistoryAsk { client: self.client, limit, after: page.after_number()?, newest_first: None };
        let mut list = history::history(sitting.reading().await?, ask).await?;
        let shown = page.limit().map_or(usize::MAX, |limit| usize::try_from(limit).unwrap_or(usize::MAX));
        let more = list.history.len() > shown;
        list.history.truncate(shown);
        let next = list.history.last().filter(|_| more).map(|line| line.seq.to_string());
        let mut table = Table::new(&[">No.", "Day", "Who", "What"]);
        for line in &list.history {
            table.row([line.seq.to_string(), line.day.to_string(), line.who.clone(), line.what.clone()]);
        }
        let words =
            if list.history.is_empty() { "Nothing has happened here yet.".to_owned() } else { table.drawn() };
        let words = words + &Page::onward(next.as_ref());
        Output::of(&Paged { list, next }, words)
    }
}

/// How the business bills, on a sheet for new clients.
#[derive(Debug, Args)]
pub(crate) struct Terms {
    /// For whom, by id, name or number; it is kept in their file [default: for nobody in particular].
    #[arg(long)]
    client: Option<String>,
    /// Days in which a client says that an invoice is not right [default: 14].
    #[arg(long, value_name = "N")]
    question_days: Option<u32>,
    /// Where it shall be written.
    #[arg(long, value_name = "PDF")]
    out: PathBuf,
}

impl Terms {
    pub(crate) async fn run(self, sitting: &Sitting) -> Done {
        let desk = if self.client.is_some() { sitting.writing().await? } else { sitting.reading().await? };
        let ask = TermsSheetAsk {
            client: self.client,
            question_days: self.question_days,
            out: Some(self.out.to_string_lossy().into_owned()),
            as_of: sitting.as_of(),
        };
        let made = terms_sheets::terms_sheet(desk, ask).await?;
        let whom = made.client.as_deref().map(|name| format!(" for {name}")).unwrap_or_default();
        let mut text = format!("Made the terms sheet{whom}: {}", made.pdf.as_deref().unwrap_or_default());
        for warning in &made.warnings {
            text.push_str(&format!("\n\n{}", crate::words::noted(warning)));
        }
        Output::of(&made, text)
    }
}
