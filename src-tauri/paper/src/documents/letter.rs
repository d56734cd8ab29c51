//! Letters along the way: friendly follow-ups, thanks, receipts, and the two notices of a payment plan.
//!
//! All of them go the same way: greet, say the fact, show what is owed, say what would help, how to pay and
//! whom to talk to, and thank. A letter lists everything owed in one table, never one letter per invoice.

mod body;
mod notices;
mod promise;
mod receipt;
mod reminder;
mod thanks;
mod words;

pub use notices::{Acceleration, DefaultNotice, MissedInstalment, OpenInstalment, SignedPlan};
pub use promise::PromiseReminder;
pub use receipt::{PaidInvoice, Receipt};
pub use reminder::{Reminder, Step, Tone};
pub use thanks::{NextInstalment, Thanks};

use super::HowToPay;
use super::agreement::Signatory;
use crate::document::Document;
use crate::logo::Logo;
use crate::manner::Manner;
use crate::party::Party;
use goodterms_terms::{Day, Money};

/// A letter to a client.
#[derive(Debug, Clone)]
pub struct Letter {
    /// Paper and language.
    pub manner: Manner,
    /// Who writes.
    pub creditor: Party,
    /// Who is written to.
    pub client: Party,
    /// The creditor's logo.
    pub logo: Option<Logo>,
    /// The day of the letter.
    pub date: Day,
    /// The creditor's reference; may be empty.
    pub reference: String,
    /// How the reader is greeted, without "Dear": `Ms Kowalska`, `Madame Kowalska`. When empty, the client's
    /// name in English, and `Madame, Monsieur` in French.
    pub greeting: String,
    /// What it is about.
    pub matter: Matter,
    /// How to pay; shown where something is asked for.
    pub pay: HowToPay,
    /// Who signs.
    pub signatory: Signatory,
    /// What is enclosed.
    pub enclosures: Vec<String>,
}

/// What a letter is about.
#[derive(Debug, Clone)]
pub enum Matter {
    /// A follow-up.
    Reminder(Reminder),
    /// A reminder of a promise.
    Promise(PromiseReminder),
    /// Thanks for a payment.
    Thanks(Thanks),
    /// A receipt for a payment.
    Receipt(Receipt),
    /// An instalment has not arrived, and until when it can be made good.
    Missed(MissedInstalment),
    /// It was not made good: what the signed version provides.
    Default(DefaultNotice),
}

/// Something owed.
#[derive(Debug, Clone)]
pub struct Owed {
    /// The invoice's number.
    pub number: String,
    /// The day it was issued.
    pub issued: Day,
    /// The day it is or was due.
    pub due: Day,
    /// Whole days late on the day of the letter; 0 when it is not late.
    pub days_late: i64,
    /// What is open.
    pub open: Money,
}

impl Letter {
    /// Lays the letter out.
    pub fn document(&self) -> Document {
        self.laid_out()
    }
}
