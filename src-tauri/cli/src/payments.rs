//! `payment`: recording what came in, and taking one back.

use crate::line::a_day;
use crate::output::{Done, Output};
use crate::sitting::Sitting;
use crate::words::{is_nothing, listed};
use clap::{Args, Subcommand};
use goodterms_desk::Day;
use goodterms_desk::payments::{self, PaymentAdd, PaymentKept, PaymentReverse};

#[derive(Debug, Subcommand)]
pub(crate) enum PaymentVerb {
    /// Record a payment, for an invoice or for a client's whole account.
    Add(Add),
    /// Take back a payment that was recorded by mistake.
    Reverse {
        /// The payment's id, such as payment-12.
        payment: String,
        /// Why.
        #[arg(long)]
        reason: Option<String>,
    },
}

#[derive(Debug, Args)]
pub(crate) struct Add {
    /// The invoice the client says it is for.
    #[arg(long)]
    invoice: Option<String>,
    /// The client, when no invoice is named.
    #[arg(long)]
    client: Option<String>,
    /// How much.
    #[arg(long, allow_hyphen_values = true)]
    amount: String,
    /// Currency, as in ISO 4217 [default: what is owed].
    #[arg(long)]
    currency: Option<String>,
    /// When it came in [default: the business day].
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = a_day)]
    on: Option<Day>,
    /// How it was paid.
    #[arg(long)]
    method: Option<String>,
    /// Its reference.
    #[arg(long)]
    reference: Option<String>,
    /// Why, when its day is closed.
    #[arg(long)]
    reason: Option<String>,
}

impl PaymentVerb {
    pub(crate) async fn run(self, sitting: &Sitting) -> Done {
        let as_of = sitting.as_of();
        match self {
            Self::Add(add) => {
                let ask = PaymentAdd {
                    invoice: add.invoice,
                    client: add.client,
                    amount: add.amount,
                    currency: add.currency,
                    on: add.on,
                    method: add.method,
                    reference: add.reference,
                    reason: add.reason,
                    rehearse: None,
                    as_of,
                };
                let kept = payments::payment_add(sitting.writing().await?, ask).await?;
                Output::of(&kept, went(&kept))
            }
            Self::Reverse { payment, reason } => {
                let ask = PaymentReverse { payment, reason, as_of };
                let kept = payments::payment_reverse(sitting.writing().await?, ask).await?;
                let taken = kept.reverses.as_deref().unwrap_or_default();
                let open: Vec<String> = kept.allocations.iter().map(|share| share.invoice.clone()).collect();
                let open = if open.is_empty() {
                    String::new()
                } else {
                    format!(" What it paid is open again on {}.", listed(&open))
                };
                let words = format!("Took {taken} back ({}).{open}", kept.payment);
                Output::of(&kept, words)
            }
        }
    }
}

fn went(kept: &PaymentKept) -> String {
    let mut parts: Vec<String> =
        kept.allocations.iter().map(|share| format!("{} to {}", share.amount, share.invoice)).collect();
    if !is_nothing(&kept.credit) {
        parts.push(format!("{} kept as credit on account", kept.credit));
    }
    format!("Recorded {}: {}.", kept.payment, listed(&parts))
}
