//! A reminder of a promise to pay: a kind word before its day, a question after it.

mod words;

use super::super::stationery::say;
use super::super::words::strong;
use super::body::End;
use super::{Letter, Owed};
use crate::flow::Writer;
use crate::unit::pt;
use goodterms_terms::{Day, Money};
use words::{Promised, WORDS};

/// A promise that comes due, or whose day has passed.
#[derive(Debug, Clone)]
pub struct PromiseReminder {
    /// The day it was given.
    pub promised_on: Day,
    /// The day it was for. Before and on it the letter reminds, after it the letter asks.
    pub by: Day,
    /// What was promised.
    pub amount: Money,
    /// What of it has arrived.
    pub received: Money,
    /// What of it has not.
    pub missing: Money,
    /// What is owed in all, the oldest first; may be empty.
    pub owed: Vec<Owed>,
    /// The sums of it, one a currency.
    pub totals: Vec<Money>,
    /// The day by which an answer is asked for, once the promised day has passed.
    pub answer_by: Day,
}

impl PromiseReminder {
    fn promised<R>(&self, letter: &Letter, then: impl FnOnce(&Promised<'_>) -> R) -> R {
        let manner = letter.manner;
        then(&Promised {
            on: &manner.day(self.promised_on),
            by: &manner.day(self.by),
            amount: &manner.money(self.amount),
            received: &manner.money(self.received),
            some_received: self.received.is_positive(),
            missing: &strong(&manner.money(self.missing)),
            answer_by: &strong(&manner.day(self.answer_by)),
            passed: letter.date > self.by,
        })
    }

    pub(super) fn subject(&self, letter: &Letter) -> String {
        self.promised(letter, WORDS.of(letter.manner.language()).subject)
    }

    pub(super) fn set(&self, letter: &Letter, writer: &mut Writer) -> End {
        let words = WORDS.of(letter.manner.language());
        say(writer, &self.promised(letter, words.fact), pt(6));
        if !self.owed.is_empty() {
            let total = strong(&Letter::amounts(letter.manner, &self.totals));
            let lead = (words.lead)(&letter.manner.day(letter.date), &total);
            letter.owed(writer, &lead, &self.owed, &self.totals);
        }
        letter.helps(writer, &self.promised(letter, words.help));
        letter.pay(writer);
        letter.talk(writer, words.last_words);
        End { last_words: "", warm: true, disclaimer: false }
    }
}
