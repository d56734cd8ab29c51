//! Bank statements, from bytes to drafts: the banks' own formats, their tables, and bytes nobody meant.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test fails by panicking, and says aloud what it skips"
)]

mod camt;
mod keys;
mod mt940;
mod never_panics;
mod ofx;
mod qif;
#[path = "../intake/samples.rs"]
mod samples;
mod tables;

use goodterms_intake::{BankLineDraft, Intake, Kind, Options};
use goodterms_terms::Money;

/// Reads, and proves what holds for every statement.
fn read(bytes: &[u8], options: &Options) -> Result<Intake, goodterms_terms::Refusal> {
    let intake = samples::reading(bytes, options)?;
    if intake.reading.kind == Kind::Bank {
        let count = lines(&intake).len() as u64;
        let table = intake.reading.delimiter.is_some();
        // A table may write one movement in several rows.
        assert!(
            if table { count <= intake.rows.used } else { count == intake.rows.used },
            "{:?}",
            intake.rows
        );
    }
    for statement in &intake.statements {
        assert!(statement.lines.iter().all(|line| line.amount.currency() == statement.currency));
        let balances = [statement.opening, statement.closing];
        assert!(balances.iter().flatten().all(|balance| balance.amount.currency() == statement.currency));
    }
    Ok(intake)
}

fn lines(intake: &Intake) -> Vec<&BankLineDraft> {
    intake.statements.iter().flat_map(|statement| &statement.lines).collect()
}

/// The sum of all lines as a plain decimal; they must be of one currency.
fn sum(intake: &Intake) -> String {
    let all = lines(intake);
    let zero = Money::zero(intake.statements[0].currency);
    all.iter().fold(zero, |sum, line| sum.plus(line.amount).unwrap()).to_string()
}

/// `day amount payer|account|reference|text` of a line.
fn told(line: &BankLineDraft) -> String {
    let some = |text: &Option<String>| text.clone().unwrap_or_default();
    format!(
        "{} {} {}|{}|{}|{}",
        line.on,
        line.amount,
        some(&line.payer),
        some(&line.payer_account),
        some(&line.reference),
        line.text
    )
}

fn codes(intake: &Intake) -> String {
    let skipped = intake.skipped.iter().map(|skipped| format!("{}:{:?}", skipped.row, skipped.code));
    let warnings = intake.warnings.iter().map(|warning| format!("{:?}", warning.code));
    skipped.chain(warnings).collect::<Vec<_>>().join(" ")
}
