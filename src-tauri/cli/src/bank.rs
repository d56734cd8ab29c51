//! `bank`: lines of bank statements, what they may pay, and confirming it.

use crate::failure;
use crate::output::{Done, Output};
use crate::page::{Page, Paged};
use crate::sitting::Sitting;
use crate::table::Table;
use crate::words::{count, or_dash};
use clap::Subcommand;
use goodterms_desk::bank::{
    self, BankExact, BankLineView, BankLines, BankList, BankMatch, BankMatches, BankUnmatch,
};

#[derive(Debug, Subcommand)]
pub(crate) enum BankVerb {
    /// Lines of bank statements, the latest first, each with what it may pay.
    List {
        /// Only money in of which some is not yet matched.
        #[arg(long)]
        unmatched: bool,
        /// Only this account's: its number or id.
        #[arg(long)]
        account: Option<String>,
    },
    /// Confirm what a line pays, or every line whose number and amount leave no doubt.
    Match {
        /// The line's id, such as line-12.
        #[arg(required_unless_present = "exact")]
        line: Option<String>,
        /// The invoice it pays; once for each, in the order they are paid.
        #[arg(long)]
        invoice: Vec<String>,
        /// The client whose account it pays.
        #[arg(long)]
        client: Option<String>,
        /// The plan whose instalments it pays.
        #[arg(long)]
        plan: Option<String>,
        /// The payment in the book that it is, such as payment-7: nothing more is paid then.
        #[arg(long, value_name = "PAYMENT", conflicts_with_all = ["invoice", "client", "plan", "amount"])]
        payment: Option<String>,
        /// Leave open what the invoice's terms take off for paying early.
        #[arg(long)]
        no_discount: bool,
        /// How much of it [default: what is left of it, as far as something is open].
        #[arg(long, allow_hyphen_values = true)]
        amount: Option<String>,
        /// Every line whose number and amount leave no doubt, in one go.
        #[arg(long, conflicts_with_all = ["invoice", "client", "plan", "payment", "amount"])]
        exact: bool,
        /// Why, when its day is closed.
        #[arg(long)]
        reason: Option<String>,
    },
    /// Take back what lines were matched with.
    Unmatch {
        /// The lines' ids, such as line-12.
        #[arg(value_name = "LINE", required = true)]
        lines: Vec<String>,
        /// Why, when a day is closed.
        #[arg(long)]
        reason: Option<String>,
    },
}

impl BankVerb {
    pub(crate) async fn run(self, sitting: &Sitting) -> Done {
        let as_of = sitting.as_of();
        match self {
            Self::List { unmatched, account } => {
                let ask = BankList { unmatched: Some(unmatched), account, as_of };
                let mut list = bank::bank_list(sitting.reading().await?, ask).await?;
                let next = sitting.page().cut(&mut list.lines, |line| &line.id)?;
                let words = format!("{}{}", listed(&list), Page::onward(next.as_ref()));
                Output::of(&Paged { list, next }, words)
            }
            Self::Match { line, exact: true, reason, .. } => {
                let ask = BankExact { lines: line.into_iter().collect(), reason, as_of };
                let done = bank::bank_match_exact(sitting.writing().await?, ask).await?;
                Output::of(&done, told("Matched", &done))
            }
            Self::Match { line, invoice, client, plan, payment, no_discount, amount, reason, .. } => {
                let line = line.ok_or_else(|| {
                    failure::slip("No line is named.", "Give its id, such as line-12.", Some("line"))
                })?;
                let ask = BankMatch {
                    line,
                    invoices: invoice,
                    client,
                    plan,
                    payment,
                    discount: no_discount.then_some(false),
                    amount,
                    reason,
                    as_of,
                };
                let done = bank::bank_match(sitting.writing().await?, ask).await?;
                Output::of(&done, told("Matched", &done))
            }
            Self::Unmatch { lines, reason } => {
                let done = bank::bank_unmatch(sitting.writing().await?, BankUnmatch { lines, reason, as_of })
                    .await?;
                Output::of(&done, told("Unmatched", &done))
            }
        }
    }
}

fn told(did: &str, done: &BankMatches) -> String {
    let lines = count(done.lines.len() as u64, "line");
    format!("{did} {lines}.\n\n{}", drawn(&done.lines))
}

fn listed(list: &BankLines) -> String {
    if list.lines.is_empty() { "No bank lines.".to_owned() } else { drawn(&list.lines) }
}

fn drawn(lines: &[BankLineView]) -> String {
    let mut table = Table::new(&["Line", "Date", ">Amount", "", "From", "Pays"]);
    for line in lines {
        table.row([
            line.id.clone(),
            line.date.to_string(),
            line.amount.clone(),
            line.currency.clone(),
            or_dash(&line.payer).to_owned(),
            pays(line),
        ]);
    }
    table.drawn()
}

/// What it was matched with, else what it may pay.
fn pays(line: &BankLineView) -> String {
    let matched: Vec<String> =
        line.matched.iter().map(|one| format!("{} {}", one.invoice, one.amount)).collect();
    if !matched.is_empty() {
        return matched.join(", ");
    }
    let Some(likeliest) = line.suggestions.first() else { return "\u{2013}".to_owned() };
    if let Some(payment) = &likeliest.payment {
        return format!("(is {payment}?)");
    }
    let items: Vec<String> =
        likeliest.items.iter().map(|item| format!("{} {}", item.invoice, item.amount)).collect();
    let sure = if likeliest.exact { "" } else { "?" };
    format!("({}{sure})", items.join(", "))
}
