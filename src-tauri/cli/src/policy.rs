//! `policy`: what the business has decided beforehand.

use crate::output::{Done, Output};
use crate::sitting::Sitting;
use crate::table::Table;
use crate::words::or_dash;
use clap::Subcommand;
use goodterms_desk::policy::{self, PolicySet, PolicyShow, PolicyView};

#[derive(Debug, Subcommand)]
pub(crate) enum PolicyVerb {
    /// Decide one key: next_steps, reminders_before_demand, late_charge, small_balance, closing_date, …
    Set {
        /// Which.
        key: String,
        /// What it shall be; a comma list for next_steps, none to undo a decision.
        #[arg(allow_hyphen_values = true)]
        value: String,
    },
    /// Everything decided.
    Show,
}

impl PolicyVerb {
    pub(crate) async fn run(self, sitting: &Sitting) -> Done {
        let view = match self {
            Self::Set { key, value } => {
                let ask = PolicySet { key, value, as_of: sitting.as_of() };
                policy::policy_set(sitting.writing().await?, ask).await?
            }
            Self::Show => policy::policy_show(sitting.reading().await?, PolicyShow {}).await?,
        };
        Output::of(&view, decided(&view))
    }
}

fn decided(view: &PolicyView) -> String {
    let mut table = Table::new(&["Key", "Decided"]);
    for (key, value) in &view.policy {
        table.row([key.as_str(), or_dash(value)]);
    }
    table.drawn()
}
