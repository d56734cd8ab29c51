//! The command line itself: what can be said, and carrying it out.

use crate::failure::{self, usage};
use crate::output::Done;
use crate::sitting::{Globals, Sitting};
use crate::{
    ageing, bank, books, clients, demands, demo, export, imports, interest, invoices, letters, payments,
    plans, policy, records,
};
use clap::{Parser, Subcommand};
use goodterms_desk::{Day, day};
use std::ffi::OsString;

/// Get paid without losing the client: one encrypted book, from the command line.
///
/// Exit codes: 0 done · 1 refused by a rule (not now) · 2 bad input or usage · 3 the book cannot be opened ·
/// 4 the machine failed.
#[derive(Debug, Parser)]
#[command(name = "goodterms-cli", version, propagate_version = false, subcommand_required = true)]
struct CommandLine {
    #[command(flatten)]
    globals: Globals,
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Make a book, look at it, prove that it is whole.
    #[command(subcommand)]
    Book(books::BookVerb),
    /// What the business has decided beforehand.
    #[command(subcommand)]
    Policy(policy::PolicyVerb),
    /// Bring a file in, or take an import back.
    Import(imports::Import),
    /// Write everything in the book as files: tables, a workbook, JSON and papers.
    Export(export::Export),
    /// What passed through the bank, and what it pays.
    #[command(subcommand)]
    Bank(bank::BankVerb),
    /// The business's clients.
    #[command(subcommand)]
    Client(clients::ClientVerb),
    /// Invoices as they stand on a day.
    #[command(subcommand)]
    Invoice(invoices::InvoiceVerb),
    /// What came in.
    #[command(subcommand)]
    Payment(payments::PaymentVerb),
    /// Words to and from clients, also those sent from elsewhere.
    #[command(subcommand)]
    Contact(records::ContactVerb),
    /// Invoices a client does not agree with.
    #[command(subcommand)]
    Dispute(records::DisputeVerb),
    /// How late what is owed is, on any day.
    Ageing(ageing::Ageing),
    /// Interest on late payment. Needs no book.
    Interest(interest::Interest),
    /// Payment plans: worked out, agreed, signed, followed.
    #[command(subcommand)]
    Plan(plans::PlanVerb),
    /// Final demands.
    #[command(subcommand)]
    Demand(demands::DemandVerb),
    /// A statement of account, as a PDF.
    Statement(records::Statement),
    /// How the business bills, on a sheet for new clients.
    TermsSheet(records::Terms),
    /// Reminders, receipts, thanks and notices, as PDFs.
    #[command(subcommand)]
    Letter(letters::LetterVerb),
    /// The business's own seal.
    #[command(subcommand)]
    Seal(letters::SealVerb),
    /// What happened, oldest first.
    History(records::History),
    /// Make a sample book and the papers of the main job, to look around in.
    Demo(demo::Demo),
}

impl Verb {
    /// Whether it answers a list that can be had a page at a time.
    const fn is_a_list(&self) -> bool {
        matches!(
            self,
            Self::Client(clients::ClientVerb::List)
                | Self::Bank(bank::BankVerb::List { .. })
                | Self::Invoice(invoices::InvoiceVerb::List(_))
                | Self::Plan(plans::PlanVerb::List { .. })
                | Self::History(_)
        )
    }
}

/// Whether `--json` stands on the line, read before anything else so that even a slip is answered in JSON.
pub(crate) fn wants_json(words: &[OsString]) -> bool {
    words.iter().skip(1).take_while(|word| *word != "--").any(|word| word == "--json")
}

/// A day on the command line.
pub(crate) fn a_day(text: &str) -> Result<Day, String> {
    day::parse(text).map_err(|refusal| match refusal.hint {
        Some(hint) => format!("{}. {hint}", refusal.message),
        None => refusal.message,
    })
}

/// Carries the command line out and answers its exit code.
pub(crate) fn follow(words: Vec<OsString>, json: bool) -> u8 {
    let line = match CommandLine::try_parse_from(words) {
        Ok(line) => line,
        Err(slip) => return usage(&slip, json),
    };
    let runtime = match tokio::runtime::Builder::new_current_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(cause) => return failure::show(&cause.into(), json),
    };
    runtime.block_on(async {
        let done = carry_out(line).await;
        let shown = done.and_then(|output| output.print(json));
        match shown {
            Ok(None) => 0,
            Ok(Some(complaint)) | Err(complaint) => failure::show(&complaint, json),
        }
    })
}

async fn carry_out(line: CommandLine) -> Done {
    let sitting = Sitting::new(line.globals)?;
    if !line.verb.is_a_list() {
        sitting.page().refuse()?;
    }
    let done = match line.verb {
        Verb::Book(verb) => verb.run(&sitting).await,
        Verb::Policy(verb) => verb.run(&sitting).await,
        Verb::Import(import) => import.run(&sitting).await,
        Verb::Export(export) => export.run(&sitting).await,
        Verb::Bank(verb) => verb.run(&sitting).await,
        Verb::Client(verb) => verb.run(&sitting).await,
        Verb::Invoice(verb) => verb.run(&sitting).await,
        Verb::Payment(verb) => verb.run(&sitting).await,
        Verb::Contact(verb) => verb.run(&sitting).await,
        Verb::Dispute(verb) => verb.run(&sitting).await,
        Verb::Ageing(ageing) => ageing.run(&sitting).await,
        Verb::Interest(interest) => interest.run(),
        Verb::Plan(verb) => verb.run(&sitting).await,
        Verb::Demand(verb) => verb.run(&sitting).await,
        Verb::Statement(statement) => statement.run(&sitting).await,
        Verb::TermsSheet(terms) => terms.run(&sitting).await,
        Verb::Letter(verb) => verb.run(&sitting).await,
        Verb::Seal(verb) => verb.run(&sitting).await,
        Verb::History(history) => history.run(&sitting).await,
        Verb::Demo(demo) => demo.run(&sitting).await,
    };
    let closed = sitting.rise().await;
    let output = done?;
    closed?;
    Ok(output)
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory as _;

    #[test]
    fn the_command_line_is_sound() {
        CommandLine::command().debug_assert();
    }

    #[test]
    fn json_is_seen_wherever_it_stands_but_not_behind_the_dashes() {
        let words = |line: &str| line.split(' ').map(OsString::from).collect::<Vec<_>>();
        assert!(wants_json(&words("goodterms-cli --json ageing")));
        assert!(wants_json(&words("goodterms-cli ageing --nonsense --json")));
        assert!(!wants_json(&words("goodterms-cli import -- --json")));
        assert!(!wants_json(&words("--json")));
    }
}
