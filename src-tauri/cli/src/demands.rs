//! `demand`: the gate, and the letter.

use crate::line::a_day;
use crate::output::{Done, Output};
use crate::sitting::Sitting;
use crate::words::{sentence, spoken};
use clap::{Args, Subcommand};
use goodterms_desk::Day;
use goodterms_desk::PaperWarning;
use goodterms_desk::demands::{self, DemandCheck, DemandGate, DemandIssue, DemandIssued};
use std::path::PathBuf;

#[derive(Debug, Subcommand)]
pub(crate) enum DemandVerb {
    /// Whether a final demand may go out, and what stands in its way.
    Check {
        /// To whom, by id, name or number.
        #[arg(long)]
        client: String,
        /// Currency, when the client owes in several.
        #[arg(long)]
        currency: Option<String>,
    },
    /// Issue a final demand, as a PDF.
    Issue(Issue),
}

#[derive(Debug, Args)]
pub(crate) struct Issue {
    /// To whom, by id, name or number.
    #[arg(long)]
    client: String,
    /// Currency, when the client owes in several.
    #[arg(long)]
    currency: Option<String>,
    /// The last day to pay.
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = a_day)]
    deadline: Day,
    /// The one step that follows, out of the policy's: call, agency, lawyer, small_claims or pause_work.
    #[arg(long, value_name = "ID")]
    next_step: String,
    /// Who signs the letter.
    #[arg(long, value_name = "NAME")]
    signed_by: Option<String>,
    /// Where the letter shall be written.
    #[arg(long, value_name = "PDF")]
    out: PathBuf,
}

impl DemandVerb {
    pub(crate) async fn run(self, sitting: &Sitting) -> Done {
        let as_of = sitting.as_of();
        match self {
            Self::Check { client, currency } => {
                let ask = DemandCheck { client, currency, as_of };
                let gate = demands::demand_check(sitting.reading().await?, ask).await?;
                Output::of(&gate, at_the_gate(&gate))
            }
            Self::Issue(issue) => {
                let ask = DemandIssue {
                    client: issue.client,
                    currency: issue.currency,
                    deadline: issue.deadline,
                    next_step: issue.next_step,
                    out: Some(issue.out.to_string_lossy().into_owned()),
                    signed_by: issue.signed_by,
                    as_of,
                };
                let issued = demands::demand_issue(sitting.writing().await?, ask).await?;
                Output::of(&issued, sent(&issued))
            }
        }
    }
}

fn at_the_gate(gate: &DemandGate) -> String {
    let mut parts = Vec::new();
    if gate.allowed {
        parts.push(format!(
            "A final demand for {} {} may go out. Its deadline can be {} or later.",
            gate.overdue, gate.currency, gate.earliest_deadline
        ));
    } else {
        parts.push("A final demand may not go out now.".to_owned());
        parts.extend(
            gate.reasons
                .iter()
                .map(|why| format!("{}\n  {}", sentence(&why.message), sentence(&why.way_forward))),
        );
    }
    parts.extend(noted(&gate.warnings));
    parts.join("\n\n")
}

fn sent(issued: &DemandIssued) -> String {
    let mut parts = vec![format!(
        "Issued {} for {} {}.\nThe letter: {}\nFrom {} the step you announced is due: {}.",
        issued.demand,
        issued.total,
        issued.currency,
        issued.pdf.as_deref().unwrap_or_default(),
        issued.task.due,
        spoken(&issued.task.next_step)
    )];
    parts.extend(noted(&issued.warnings));
    parts.join("\n\n")
}

fn noted(warnings: &[PaperWarning]) -> impl Iterator<Item = String> {
    warnings.iter().map(crate::words::noted)
}
