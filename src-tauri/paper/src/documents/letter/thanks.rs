//! Thank-you letters. A kind word after a payment is worth more than three before it.

mod words;

use super::super::stationery::say;
use super::super::words::strong;
use super::body::End;
use super::{Letter, Owed};
use crate::flow::Writer;
use crate::manner::Manner;
use crate::text::isolated;
use crate::unit::pt;
use goodterms_terms::{Day, Money};
use words::WORDS;

/// What the client is thanked for.
#[derive(Debug, Clone)]
pub enum Thanks {
    /// Part of what is owed.
    Part {
        /// What was paid.
        paid: Money,
        /// The day it arrived.
        on: Day,
        /// What is still open, the oldest first.
        owed: Vec<Owed>,
        /// The sums of it, one a currency.
        totals: Vec<Money>,
    },
    /// A payment before its day.
    Early {
        /// The number of the invoice.
        invoice: String,
        /// What was paid.
        paid: Money,
        /// The day it arrived.
        on: Day,
        /// The day it was due.
        due: Day,
    },
    /// An instalment of a plan.
    Instalment {
        /// The plan's reference.
        plan: String,
        /// The instalment's number; 0 for the down payment.
        number: u32,
        /// How many instalments the plan has.
        of: u32,
        /// What was paid.
        paid: Money,
        /// The day it arrived.
        on: Day,
        /// What of the plan is still to be paid.
        left: Money,
        /// The next one; nothing after the last.
        next: Option<NextInstalment>,
    },
    /// The last instalment: the plan is completed.
    Plan {
        /// The plan's reference.
        plan: String,
        /// All that was paid under it.
        paid: Money,
        /// The day it was completed.
        on: Day,
    },
    /// Nothing is owed any more.
    Cleared {
        /// What was paid last.
        paid: Money,
        /// The day it arrived.
        on: Day,
    },
}

/// The instalment that comes next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NextInstalment {
    /// The day it is due.
    pub due: Day,
    /// What is to be paid.
    pub amount: Money,
}

impl Thanks {
    pub(super) fn subject(&self, manner: Manner) -> String {
        let words = WORDS.of(manner.language());
        match self {
            Self::Part { .. } => words.part_subject.to_owned(),
            Self::Early { invoice, .. } => (words.early_subject)(&isolated(invoice)),
            Self::Instalment { number, of, .. } => (words.instalment_subject)(*number, *of),
            Self::Plan { plan, .. } => (words.plan_subject)(&isolated(plan)),
            Self::Cleared { .. } => words.cleared_subject.to_owned(),
        }
    }

    pub(super) fn set(&self, letter: &Letter, writer: &mut Writer) -> End {
        let manner = letter.manner;
        let words = WORDS.of(manner.language());
        let (money, day) = (|money: &Money| strong(&manner.money(*money)), |on: &Day| manner.day(*on));
        let last_words = match self {
            Self::Part { paid, on, owed, totals } => {
                say(writer, &(words.part)(&money(paid), &day(on)), pt(6));
                let total = strong(&Letter::amounts(manner, totals));
                letter.owed(writer, &(words.still_open)(&total), owed, totals);
                letter.helps(writer, words.part_help);
                letter.pay(writer);
                letter.talk(writer, words.part_end);
                ""
            }
            Self::Early { invoice, paid, on, due } => {
                say(writer, &(words.early)(&isolated(invoice), &money(paid), &day(on), &day(due)), pt(6));
                words.early_end
            }
            Self::Instalment { plan, paid, on, left, next, .. } => {
                say(writer, &(words.instalment)(&isolated(plan), &money(paid), &day(on)), pt(6));
                let next = next.map(|next| (manner.money(next.amount), manner.day(next.due)));
                say(writer, &(words.instalment_left)(&money(left), next), pt(6));
                words.instalment_end
            }
            Self::Plan { plan, paid, on } => {
                say(writer, &(words.plan)(&isolated(plan), &money(paid), &day(on)), pt(6));
                words.plan_end
            }
            Self::Cleared { paid, on } => {
                say(writer, &(words.cleared)(&money(paid), &day(on)), pt(6));
                words.cleared_end
            }
        };
        End { last_words, warm: true, disclaimer: false }
    }
}
