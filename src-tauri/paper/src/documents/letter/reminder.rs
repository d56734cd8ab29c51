//! Friendly follow-ups: before the day, and one, seven, fourteen and thirty days after it, each in three tones.

mod words;

use super::super::stationery::say;
use super::super::words::strong;
use super::body::End;
use super::{Letter, Owed};
use crate::flow::Writer;
use crate::manner::Manner;
use crate::text::isolated;
use crate::unit::pt;
use goodterms_terms::agreement::in_words;
use goodterms_terms::{Day, Money};
use words::{Owing, WORDS};

/// Where in the sequence a follow-up stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Some days before the due day: nothing is late.
    BeforeDue,
    /// The day after it.
    NextDay,
    /// About a week after it.
    OneWeek,
    /// About two weeks after it.
    TwoWeeks,
    /// About a month after it; a call would follow.
    OneMonth,
}

/// How it is said. What is said stays the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// As one writes to somebody one likes.
    Warm,
    /// As one writes in business.
    Neutral,
    /// As one writes when it matters: plain, and still courteous.
    Firm,
}

/// A follow-up about everything a client owes.
#[derive(Debug, Clone)]
pub struct Reminder {
    /// Which step it is.
    pub step: Step,
    /// How it is said.
    pub tone: Tone,
    /// All that is owed, the oldest first. There is at least one item.
    pub owed: Vec<Owed>,
    /// The sums of it, one a currency.
    pub totals: Vec<Money>,
    /// The day by which payment or an answer is asked for.
    pub answer_by: Day,
}

impl Reminder {
    fn at(&self) -> (usize, usize) {
        let step = match self.step {
            Step::BeforeDue => 0,
            Step::NextDay => 1,
            Step::OneWeek => 2,
            Step::TwoWeeks => 3,
            Step::OneMonth => 4,
        };
        let tone = match self.tone {
            Tone::Warm => 0,
            Tone::Neutral => 1,
            Tone::Firm => 2,
        };
        (step, tone)
    }

    /// The sentence of this step in this tone.
    fn pick<T: Copy>(&self, table: &[[T; 3]; 5]) -> Option<T> {
        let (step, tone) = self.at();
        table.get(step).and_then(|tones| tones.get(tone)).copied()
    }

    /// Calls `then` with what the sentences are about.
    fn owing<R>(&self, manner: Manner, then: impl FnOnce(&Owing<'_>) -> R) -> R {
        let first = self.owed.first();
        let number = first.map(|item| isolated(&item.number)).unwrap_or_default();
        let day = first.map(|item| manner.day(item.due)).unwrap_or_default();
        let count = u64::try_from(self.owed.len()).unwrap_or(0);
        then(&Owing {
            only: (self.owed.len() == 1).then_some(number.as_str()),
            count: &in_words(count, manner.language()),
            day: &day,
            total: &Letter::amounts(manner, &self.totals),
            by: &strong(&manner.day(self.answer_by)),
        })
    }

    pub(super) fn subject(&self, manner: Manner) -> String {
        self.owing(manner, WORDS.of(manner.language()).subject)
    }

    pub(super) fn set(&self, letter: &Letter, writer: &mut Writer) -> End {
        let manner = letter.manner;
        let words = WORDS.of(manner.language());
        let fact = self.pick(&words.fact).map(|fact| self.owing(manner, fact)).unwrap_or_default();
        say(writer, &fact, pt(6));
        let total = strong(&Letter::amounts(manner, &self.totals));
        letter.owed(writer, &(words.lead)(&manner.day(letter.date), &total), &self.owed, &self.totals);
        let help = self.pick(&words.help).map(|help| self.owing(manner, help)).unwrap_or_default();
        letter.helps(writer, &help);
        letter.pay(writer);
        letter.talk(writer, words.last_words.get(self.at().1).copied().unwrap_or_default());
        End { last_words: "", warm: self.tone == Tone::Warm, disclaimer: false }
    }
}
