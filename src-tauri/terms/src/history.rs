//! What can happen in a book: one enum, from which every line of the history is written.
//!
//! The facts are kept as they were said at the time (amounts as decimals, days as ISO dates), so that a line
//! written today can still be read when the rules have changed.

use serde::{Deserialize, Serialize};

/// A field that changed, before and after.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// Which field.
    pub field: String,
    /// What it said before.
    pub before: String,
    /// What it says now.
    pub after: String,
}

/// An amount that went to an invoice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paid {
    /// The invoice's number, or the name of another kind of debt.
    pub invoice: String,
    /// Decimal amount.
    pub amount: String,
}

/// How many things of each kind an import touched.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Counts {
    /// Clients.
    pub clients: u64,
    /// Invoices.
    pub invoices: u64,
    /// Credit notes.
    pub credit_notes: u64,
    /// Payments.
    pub payments: u64,
    /// Lines of a bank statement.
    pub bank_lines: u64,
    /// Words to and from clients.
    #[serde(default, skip_serializing_if = "is_none")]
    pub contacts: u64,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
const fn is_none(count: &u64) -> bool {
    *count == 0
}

impl Counts {
    /// All of them together.
    pub const fn total(&self) -> u64 {
        self.clients + self.invoices + self.credit_notes + self.payments + self.bank_lines + self.contacts
    }
}

/// Something that happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[expect(missing_docs, reason = "each field is the trade's own word, as the sentence below it uses it")]
pub enum Happening {
    /// The book was begun.
    BookCreated { name: String, currency: String, country: String },
    /// The business's own particulars changed.
    BusinessEdited { changes: Vec<Change> },
    /// The policy was decided anew.
    PolicySet { change: Change },
    /// A client was added.
    ClientAdded { name: String },
    /// A client's particulars changed.
    ClientEdited { name: String, changes: Vec<Change> },
    /// An invoice was entered.
    InvoiceAdded { number: String, total: String, currency: String, issued: String, due: String },
    /// A payment was recorded, and what it paid.
    PaymentRecorded {
        amount: String,
        currency: String,
        on: String,
        paid: Vec<Paid>,
        credit: String,
        order: String,
        instructed: bool,
    },
    /// An entry was taken back.
    EntryReversed { what: String, amount: String, currency: String, on: String },
    /// A dispute was opened.
    DisputeOpened { invoice: String, amount: Option<String>, on: String },
    /// A dispute was settled.
    DisputeResolved { invoice: String, on: String },
    /// A word to or from the client, by whatever way.
    ContactRecorded { on: String, channel: String, direction: String, contact: String },
    /// A file came in.
    Imported { file: String, sha256: String, created: Counts, updated: Counts },
    /// What a file brought for one client.
    ClientImported { file: String, created: Counts, updated: Counts },
    /// A file was taken back.
    ImportUndone { file: String, taken_back: Counts },
    /// A line of a bank statement was taken for a payment, and what it paid.
    BankLineMatched {
        payer: String,
        amount: String,
        currency: String,
        on: String,
        paid: Vec<Paid>,
        credit: String,
    },
    /// A line of a bank statement is a payment no longer.
    BankLineUnmatched { payer: String, amount: String, currency: String, on: String },
    /// A line of a bank statement is a payment that was in the book before it.
    BankLineTied { payer: String, amount: String, currency: String, on: String, entered: String },
    /// A line of a bank statement is that payment no longer; the payment stays.
    BankLineUntied { payer: String, amount: String, currency: String, on: String, entered: String },
    /// A discount was given for paying early.
    DiscountGiven { invoice: String, amount: String, currency: String, on: String },
    /// Mail to an address of the client did not arrive.
    MailFailed { address: String, on: String, reason: String },
    /// A payment plan was written.
    PlanDrafted { plan: String, version: u32, total: String, currency: String, fingerprint: String },
    /// One party signed a plan.
    PlanSigned { plan: String, version: u32, party: String, name: String, how: String },
    /// One party's signature came back in a copy: by hand on paper, or from another program. `sha256` is the
    /// copy's, `signed_on` the day it bears.
    PlanSignedInCopy {
        plan: String,
        version: u32,
        party: String,
        name: String,
        how: String,
        signed_on: String,
        sha256: String,
    },
    /// Both parties have signed: the plan is active.
    PlanActivated { plan: String, version: u32, on: String },
    /// An offered plan was taken back before both had signed it.
    PlanWithdrawn { plan: String, version: u32, reason: String },
    /// The agreement both had signed was sealed; `key` is the name of the seal's key.
    PlanSealed { plan: String, version: u32, sha256: String, key: String },
    /// A copy of an agreement came back and was kept; `copy` is `sealed` or `printed`.
    CopyReturned { plan: String, version: u32, copy: String, sha256: String },
    /// The business's own seal was made.
    SealMade { name: String, key: String },
    /// A key and its certificate from an authority became the business's seal.
    SealImported { name: String, key: String },
    /// A final demand was issued.
    DemandIssued { total: String, currency: String, deadline: String, next_step: String },
    /// A letter was written; `posted` when it went out by post that day.
    LetterMade { letter: String, posted: bool },
    /// A statement of account was made.
    StatementMade { from: Option<String>, to: String },
}

impl Happening {
    /// The name on the wire and in the book, in snake case.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::BookCreated { .. } => "book_created",
            Self::BusinessEdited { .. } => "business_edited",
            Self::PolicySet { .. } => "policy_set",
            Self::ClientAdded { .. } => "client_added",
            Self::ClientEdited { .. } => "client_edited",
            Self::InvoiceAdded { .. } => "invoice_added",
            Self::PaymentRecorded { .. } => "payment_recorded",
            Self::EntryReversed { .. } => "entry_reversed",
            Self::DisputeOpened { .. } => "dispute_opened",
            Self::DisputeResolved { .. } => "dispute_resolved",
            Self::ContactRecorded { .. } => "contact_recorded",
            Self::Imported { .. } => "imported",
            Self::ClientImported { .. } => "client_imported",
            Self::ImportUndone { .. } => "import_undone",
            Self::BankLineMatched { .. } => "bank_line_matched",
            Self::BankLineUnmatched { .. } => "bank_line_unmatched",
            Self::BankLineTied { .. } => "bank_line_tied",
            Self::BankLineUntied { .. } => "bank_line_untied",
            Self::DiscountGiven { .. } => "discount_given",
            Self::MailFailed { .. } => "mail_failed",
            Self::PlanDrafted { .. } => "plan_drafted",
            Self::PlanSigned { .. } => "plan_signed",
            Self::PlanSignedInCopy { .. } => "plan_signed_in_copy",
            Self::PlanActivated { .. } => "plan_activated",
            Self::PlanWithdrawn { .. } => "plan_withdrawn",
            Self::PlanSealed { .. } => "plan_sealed",
            Self::CopyReturned { .. } => "copy_returned",
            Self::SealMade { .. } => "seal_made",
            Self::SealImported { .. } => "seal_imported",
            Self::DemandIssued { .. } => "demand_issued",
            Self::LetterMade { .. } => "letter_made",
            Self::StatementMade { .. } => "statement_made",
        }
    }

    /// One plain English sentence for the command line; the window has its own words per kind.
    pub fn sentence(&self) -> String {
        match self {
            Self::BookCreated { name, currency, .. } => format!("Began the book of {name} in {currency}."),
            Self::BusinessEdited { changes } => format!("Changed the business's {}.", fields(changes)),
            Self::PolicySet { change } => {
                format!(
                    "Set {} from \u{201c}{}\u{201d} to \u{201c}{}\u{201d}.",
                    change.field, change.before, change.after
                )
            }
            Self::ClientAdded { name } => format!("Added {name}."),
            Self::ClientEdited { name, changes } => format!("Changed {} of {name}.", fields(changes)),
            Self::InvoiceAdded { number, total, currency, issued, due } => {
                format!("Entered {number} of {issued}, {total} {currency}, due {due}.")
            }
            Self::PaymentRecorded { amount, currency, on, paid, credit, .. } => {
                payment_sentence(amount, currency, on, paid, credit)
            }
            Self::EntryReversed { what, amount, currency, on } => {
                format!("Took back {what} of {amount} {currency}, as of {on}.")
            }
            Self::DisputeOpened { invoice, amount, on } => match amount {
                Some(amount) => format!("{amount} of {invoice} is disputed since {on}."),
                None => format!("{invoice} is disputed since {on}."),
            },
            Self::DisputeResolved { invoice, on } => format!("The dispute of {invoice} was settled on {on}."),
            Self::ContactRecorded { on, channel, direction, contact } => {
                let way = if direction == "in" { "received" } else { "sent" };
                format!("{} by {channel}, {way} on {on}.", spoken(contact))
            }
            Self::Imported { file, created, updated, .. } => {
                format!("Brought in {file}: {} new, {} changed.", created.total(), updated.total())
            }
            Self::ClientImported { file, created, .. } => format!(
                "{file} brought {} invoices, {} credit notes and {} payments.",
                created.invoices, created.credit_notes, created.payments
            ),
            Self::ImportUndone { file, taken_back } => {
                format!("Took back what {file} had brought: {} entries.", taken_back.total())
            }
            Self::BankLineMatched { amount, currency, on, paid, credit, .. } => {
                let went = went(paid, credit);
                format!("Matched {amount} {currency} of {on} from the bank: {went}.")
            }
            Self::BankLineUnmatched { amount, currency, on, .. } => {
                format!("Unmatched {amount} {currency} of {on} from the bank.")
            }
            Self::BankLineTied { amount, currency, on, entered, .. } => {
                format!("{amount} {currency} of {on} from the bank is the payment entered for {entered}.")
            }
            Self::BankLineUntied { amount, currency, on, entered, .. } => {
                format!(
                    "{amount} {currency} of {on} from the bank is no longer the payment entered for {entered}."
                )
            }
            Self::DiscountGiven { invoice, amount, currency, on } => {
                format!("Gave {amount} {currency} off {invoice} on {on} for paying early.")
            }
            Self::MailFailed { address, on, reason } if reason.is_empty() => {
                format!("Mail to {address} did not arrive on {on}.")
            }
            Self::MailFailed { address, on, reason } => {
                format!("Mail to {address} did not arrive on {on}: {reason}.")
            }
            Self::PlanDrafted { plan, version, total, currency, fingerprint } => {
                format!("Wrote payment plan {plan}, version {version}, {total} {currency} ({fingerprint}).")
            }
            Self::PlanSigned { plan, version, party, name, how } => {
                format!("{name} signed {plan}, version {version}, for the {party} ({how}).")
            }
            Self::PlanSignedInCopy { plan, version, party, name, how, signed_on, .. } => {
                let how = if how == "on_paper" { "by hand on paper" } else { "in another program" };
                format!(
                    "{name} signed {plan}, version {version}, for the {party} {how} on {signed_on}; the copy is kept."
                )
            }
            Self::PlanActivated { plan, version, on } => {
                format!("{plan}, version {version}, is signed by both and active from {on}.")
            }
            Self::PlanWithdrawn { plan, version, reason } if reason.is_empty() => {
                format!("Took {plan}, version {version}, back before it was signed.")
            }
            Self::PlanWithdrawn { plan, version, reason } => {
                format!("Took {plan}, version {version}, back before it was signed: {reason}.")
            }
            Self::PlanSealed { plan, version, .. } => {
                format!("Sealed the signed agreement of {plan}, version {version}.")
            }
            Self::CopyReturned { plan, version, copy, .. } => {
                format!("Kept the {copy} copy of {plan}, version {version}, that came back.")
            }
            Self::SealMade { name, key } => format!("Made the seal of {name}, key {key}."),
            Self::SealImported { name, key } => format!("Took up the seal of {name}, key {key}."),
            Self::DemandIssued { total, currency, deadline, next_step } => format!(
                "Issued a final demand for {total} {currency} by {deadline}; next step: {}.",
                next_step.replace('_', " ")
            ),
            Self::LetterMade { letter, posted: true } => format!("{} written and posted.", spoken(letter)),
            Self::LetterMade { letter, posted: false } => format!("{} written.", spoken(letter)),
            Self::StatementMade { from: Some(from), to } => format!("Made a statement from {from} to {to}."),
            Self::StatementMade { from: None, to } => format!("Made a statement up to {to}."),
        }
    }
}

fn payment_sentence(amount: &str, currency: &str, on: &str, paid: &[Paid], credit: &str) -> String {
    format!("Recorded a payment of {amount} {currency} on {on}: {}.", went(paid, credit))
}

fn went(paid: &[Paid], credit: &str) -> String {
    let mut went: Vec<String> = paid.iter().map(|to| format!("{} to {}", to.amount, to.invoice)).collect();
    if credit.bytes().any(|digit| (b'1'..=b'9').contains(&digit)) {
        went.push(format!("{credit} kept as credit"));
    }
    went.join(", ")
}

fn fields(changes: &[Change]) -> String {
    changes.iter().map(|change| spoken(&change.field).to_lowercase()).collect::<Vec<_>>().join(", ")
}

/// `final_demand` as it is said: "Final demand".
fn spoken(name: &str) -> String {
    let words = name.replace('_', " ");
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_kind_is_the_tag_that_is_written() {
        let happened = Happening::ClientAdded { name: "Fernhill".into() };
        let body = serde_json::to_value(&happened).unwrap();
        assert_eq!(body["kind"], happened.kind());
        assert_eq!(serde_json::from_value::<Happening>(body).unwrap(), happened);
    }

    #[test]
    fn a_payment_says_where_it_went() {
        let happened = Happening::PaymentRecorded {
            amount: "120.00".into(),
            currency: "CAD".into(),
            on: "2026-11-17".into(),
            paid: vec![Paid { invoice: "INV-1".into(), amount: "100.00".into() }],
            credit: "20.00".into(),
            order: "costs_interest_principal".into(),
            instructed: false,
        };
        assert_eq!(
            happened.sentence(),
            "Recorded a payment of 120.00 CAD on 2026-11-17: 100.00 to INV-1, 20.00 kept as credit."
        );
    }
}
