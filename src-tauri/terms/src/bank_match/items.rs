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
    /// The day it began to be owed: an earlier payment is its own only where it names it, as a deposit does.
    pub issued: Day,
    /// The day it falls due.
    pub due: Day,
    /// What is open of it, more than nothing.
    pub open: Money,
    /// What comes off for paying early.
    pub early: Vec<EarlyDiscount>,
}

impl OpenItem {
    /// The discount that makes a payment on a day the whole of what is open.
    pub(super) fn discount(&self, on: Day, paid: Money) -> Option<EarlyDiscount> {
        let whole = |one: &EarlyDiscount| {
            one.off.currency() == paid.currency()
                && paid.currency() == self.open.currency()
                && paid.minor().checked_add(one.off.minor()) == Some(self.open.minor())
        };
        self.early.iter().copied().find(|one| one.off.is_positive() && on <= one.until && whole(one))
    }
}

/// Less to pay for paying early (Skonto, escompte, 2/10 net 30).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EarlyDiscount {
    /// The last day on which it may be taken.
    pub until: Day,
    /// How much comes off.
    pub off: Money,
}

/// A payment that is in the book already and that no bank line was matched with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EnteredPayment {
    /// Its entry in the book.
    pub payment: i64,
    /// The client's row in the book.
    pub client: i64,
    /// The client's name.
    pub client_name: String,
    /// The day it was entered for.
    pub on: Day,
    /// How much, more than nothing.
    pub amount: Money,
    /// The numbers of what it pays.
    pub pays: Vec<String>,
    /// Some of it is credit on account: what it was for was never said.
    pub is_credit: bool,
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
    /// What it would pay, the earliest due first; nothing where the payment is in the book already.
    pub parts: Vec<Part>,
    /// The payment in the book that it is.
    pub payment: Option<i64>,
    /// What would come off the one it pays, for being early.
    pub discount: Option<Money>,
    /// The number or reference stands there, the amount is what is open, and nothing else could be meant.
    pub exact: bool,
    /// Why, the weightiest first.
    pub evidence: Vec<Evidence>,
}

impl Suggestion {
    /// Whether confirming either comes to the same.
    pub(super) fn pays_as(&self, other: &Self) -> bool {
        self.parts == other.parts && self.payment == other.payment
    }
}
