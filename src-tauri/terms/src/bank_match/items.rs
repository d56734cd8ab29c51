//! What is matched: movements, what is open, and what is suggested.

use super::Evidence;
use crate::day::Day;
use crate::money::Money;

/// A movement on the account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BankLine {
    /// The day it was booked.
    pub on: Day,
    /// Money in is positive; money out pays nothing.
    pub amount: Money,
    /// Who paid, as the bank writes it.
    pub payer: Option<String>,
    /// The account it came from.
    pub payer_account: Option<String>,
    /// The payment's reference.
    pub reference: Option<String>,
    /// Everything else that was written.
    pub text: String,
}

/// What money can go to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Target {
    /// An invoice, by its entry in the book.
    Invoice(i64),
    /// An instalment of a plan.
    Instalment {
        /// The plan, by its row in the book.
        plan: i64,
        /// Its place in the plan.
        n: u32,
    },
}

/// Something that is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenItem {
    /// What it is.
    pub target: Target,
    /// The invoice's number, or the plan's reference.
    pub number: String,
    /// A structured reference (RF, QRR, …) that was asked for with it.
    pub reference: Option<String>,
    /// The client's row in the book.
    pub client: i64,
    /// The client's name.
    pub client_name: String,
    /// The day it falls due.
    pub due: Day,
    /// What is open of it, more than nothing.
    pub open: Money,
}

/// A payer that was matched to a client before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KnownPayer {
    /// By the account the money came from.
    Account {
        /// The account.
        account: String,
        /// The client's row in the book.
        client: i64,
    },
    /// By the name the bank writes.
    Name {
        /// The name.
        name: String,
        /// The client's row in the book.
        client: i64,
    },
}

/// So much for one debt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// Which.
    pub target: Target,
    /// How much, more than nothing and no more than is open.
    pub amount: Money,
}

/// What a movement may have paid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// What it would pay, the earliest due first.
    pub parts: Vec<Part>,
    /// The number or reference stands there, the amount is what is open, and nothing else could be meant.
    pub exact: bool,
    /// Why, the weightiest first.
    pub evidence: Vec<Evidence>,
}
