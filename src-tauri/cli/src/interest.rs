//! `interest`: late interest, worked out without a book.

use crate::line::a_day;
use crate::output::{Done, Output};
use crate::table::Table;
use crate::words::sentence;
use clap::Args;
use goodterms_desk::Day;
use goodterms_desk::interest::{self, InterestAsk};

#[derive(Debug, Args)]
pub(crate) struct Interest {
    /// What is owed.
    #[arg(long, allow_hyphen_values = true)]
    amount: String,
    /// Currency, as in ISO 4217.
    #[arg(long)]
    currency: String,
    /// The day it fell due.
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = a_day)]
    due: Day,
    /// The last day that counts.
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = a_day)]
    to: Day,
    /// The place whose law applies, as in ISO 3166: GB-ENG, DE.
    #[arg(long, value_name = "ID")]
    jurisdiction: Option<String>,
    /// Who owes: business or consumer.
    #[arg(long, value_name = "KIND")]
    debtor: Option<String>,
    /// An agreed rate, in percent a year.
    #[arg(long, value_name = "PERCENT", allow_hyphen_values = true)]
    annual_rate: Option<String>,
    /// How days become years at an agreed rate: act365, act360 or 30e360.
    #[arg(long, value_name = "COUNT")]
    day_count: Option<String>,
    /// A reference rate you know, from a day on; once for each.
    #[arg(long, value_name = "FROM=PERCENT")]
    reference_rate: Vec<String>,
}

impl Interest {
    pub(crate) fn run(self) -> Done {
        let currency = self.currency.to_ascii_uppercase();
        let accrual = interest::interest(&InterestAsk {
            amount: self.amount,
            currency: self.currency,
            due: self.due,
            to: self.to,
            jurisdiction: self.jurisdiction,
            debtor: self.debtor,
            annual_rate: self.annual_rate,
            day_count: self.day_count,
            reference_rates: self.reference_rate,
        })?;
        let mut parts = Vec::new();
        if !accrual.rows.is_empty() {
            let mut table = Table::new(&["From", "To", ">Days", ">Balance", ">% a year", ">Interest"]);
            for row in &accrual.rows {
                table.row([
                    row.from.to_string(),
                    row.to.to_string(),
                    row.days.to_string(),
                    row.balance.to_string(),
                    row.annual_rate.to_string(),
                    row.amount.to_string(),
                ]);
            }
            parts.push(table.drawn());
        }
        parts.push(format!(
            "Interest {} {currency}, compensation {} {currency}, together {} {currency}.",
            accrual.interest, accrual.compensation, accrual.total
        ));
        parts.push(sentence(&accrual.rule.reason));
        if !accrual.rule.source.is_empty() {
            parts.push(format!("Source: {}", accrual.rule.source));
        }
        if accrual.needs_confirmation {
            parts.push(
                "A rate in it is known only from memory: please confirm it before any paper is issued."
                    .to_owned(),
            );
        }
        parts.extend(
            accrual.warnings.iter().map(|warning| format!("Please note: {}", sentence(&warning.message))),
        );
        Output::of(&accrual, parts.join("\n\n"))
    }
}
