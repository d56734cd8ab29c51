//! The two notices of a payment plan: an instalment has not arrived, and it was not made good in time. They say
//! what the signed version provides, and nothing more.

mod words;

use super::super::stationery::{Cells, lead_in, reach, say, single};
use super::super::words::{strong, styled};
use super::Letter;
use super::body::{End, SPACE};
use crate::flow::{Kind, RowKind, Width, Writer, voice};
use crate::manner::Manner;
use crate::text::isolated;
use crate::unit::pt;
use goodterms_terms::{Day, Money};
use words::{AGREED, DEFAULT, MISSED};

/// The agreement a notice is about.
#[derive(Debug, Clone)]
pub struct SignedPlan {
    /// The plan's reference.
    pub plan: String,
    /// The version that is signed.
    pub version: u32,
    /// The day it was signed.
    pub signed_on: Day,
}

/// An instalment that is open, in whole or in part.
#[derive(Debug, Clone)]
pub struct OpenInstalment {
    /// Its number; 0 for the down payment.
    pub number: u32,
    /// The day it was due.
    pub due: Day,
    /// What was to be paid.
    pub amount: Money,
    /// What has arrived.
    pub received: Money,
    /// What has not.
    pub open: Money,
}

/// The notice of a missed instalment, with the day until which it can be made good.
#[derive(Debug, Clone)]
pub struct MissedInstalment {
    /// Under which agreement.
    pub agreement: SignedPlan,
    /// What is missing: one instalment, or several.
    pub missed: Vec<OpenInstalment>,
    /// The sum of what is open.
    pub open: Money,
    /// A late charge that the signed version provides and the business claims.
    pub late_charge: Option<Money>,
    /// All that makes it good.
    pub to_pay: Money,
    /// Days of grace after a due day; they are over.
    pub grace_days: u32,
    /// The last day to make it good.
    pub cure_by: Day,
}

/// The notice that a missed instalment was not made good.
#[derive(Debug, Clone)]
pub struct DefaultNotice {
    /// Under which agreement.
    pub agreement: SignedPlan,
    /// What is missing.
    pub missed: Vec<OpenInstalment>,
    /// The sum of what is open of it.
    pub open: Money,
    /// The day of the notice of the missed instalment, and the day until which it could be made good.
    pub noticed: (Day, Day),
    /// What the signed version's clause of acceleration makes due. Nothing where it has no such clause, or where
    /// the business does not use it; then the letter asks for what is missing, and no more.
    pub acceleration: Option<Acceleration>,
    /// The day by which an answer or payment is asked for.
    pub answer_by: Day,
}

/// The rest, made due under a clause.
#[derive(Debug, Clone)]
pub struct Acceleration {
    /// The clause's number and title as signed: `11`, `When everything becomes due`.
    pub clause: (String, String),
    /// Its words as signed.
    pub words: Vec<String>,
    /// What is left of the plan besides what is missing.
    pub rest: Money,
    /// All of it together.
    pub total: Money,
    /// The day it becomes due.
    pub due: Day,
}

impl SignedPlan {
    fn named(&self, manner: Manner) -> String {
        (AGREED.of(manner.language()).agreement)(
            &isolated(&self.plan),
            self.version,
            &manner.day(self.signed_on),
        )
    }
}

/// What is missing, instalment by instalment.
fn table(letter: &Letter, writer: &mut Writer, missed: &[OpenInstalment], extra: Option<Money>, sum: Money) {
    let manner = letter.manner;
    let (words, shared) = (AGREED.of(manner.language()), letter.shared());
    let [amount, received, open] =
        [words.amount, words.received, shared.open].map(|head| Letter::in_currency(head, Some(sum)));
    let columns = [
        (words.instalment, Kind::Words),
        (shared.due, Kind::Short),
        (amount.as_str(), Kind::Figures),
        (received.as_str(), Kind::Figures),
        (open.as_str(), Kind::Figures),
    ];
    let mut rows: Vec<(RowKind, Cells)> = missed
        .iter()
        .map(|instalment| {
            let name = match instalment.number {
                0 => words.down_payment.to_owned(),
                number => number.to_string(),
            };
            let cells = [
                name,
                manner.short_day(instalment.due),
                manner.amount(instalment.amount),
                manner.amount(instalment.received),
                manner.amount(instalment.open),
            ];
            (RowKind::Body, single(cells))
        })
        .collect();
    rows.extend(
        extra.map(|charge| {
            (RowKind::Body, vec![(words.late_charge.to_owned(), 4), (manner.amount(charge), 1)])
        }),
    );
    rows.push((RowKind::Grand, vec![(words.to_pay.to_owned(), 4), (manner.amount(sum), 1)]));
    writer.table(Width::Sheet, &columns, rows);
}

impl MissedInstalment {
    pub(super) fn subject(&self, manner: Manner) -> String {
        (MISSED.of(manner.language()).subject)(&isolated(&self.agreement.plan), self.missed.len())
    }

    pub(super) fn set(&self, letter: &Letter, writer: &mut Writer) -> End {
        let manner = letter.manner;
        let words = MISSED.of(manner.language());
        let by = strong(&manner.day(self.cure_by));
        say(writer, &(words.fact)(&self.agreement.named(manner), self.missed.len(), self.grace_days), pt(6));
        writer.side(words.missing);
        lead_in(writer, words.missing_lead, SPACE);
        table(letter, writer, &self.missed, self.late_charge, self.to_pay);
        writer.side(words.cure);
        say(writer, &(words.cure_text)(&strong(&manner.money(self.to_pay)), &by), SPACE);
        say(writer, words.only_this, pt(6));
        writer.side(words.trouble);
        say(writer, &(words.trouble_text)(&reach(manner, &letter.creditor), &by), SPACE);
        letter.pay(writer);
        End { last_words: words.last_words, warm: false, disclaimer: true }
    }
}

impl DefaultNotice {
    pub(super) fn subject(&self, manner: Manner) -> String {
        (DEFAULT.of(manner.language()).subject)(&isolated(&self.agreement.plan))
    }

    pub(super) fn set(&self, letter: &Letter, writer: &mut Writer) -> End {
        let manner = letter.manner;
        let words = DEFAULT.of(manner.language());
        let (noticed, cure_by) = self.noticed;
        let fact = (words.fact)(&self.agreement.named(manner), &manner.day(noticed), &manner.day(cure_by));
        say(writer, &fact, pt(6));
        let missed = MISSED.of(manner.language());
        writer.side(missed.missing);
        lead_in(writer, missed.missing_lead, SPACE);
        table(letter, writer, &self.missed, None, self.open);
        let by = strong(&manner.day(self.answer_by));
        match &self.acceleration {
            Some(acceleration) => self.accelerated(letter, writer, acceleration),
            None => {
                writer.side(words.follows);
                say(writer, words.no_acceleration, SPACE);
                say(writer, &(words.please_pay)(&strong(&manner.money(self.open)), &by), pt(6));
            }
        }
        writer.side(words.way);
        say(writer, &(words.way_text)(&reach(manner, &letter.creditor), &by), SPACE);
        letter.pay(writer);
        End { last_words: words.last_words, warm: false, disclaimer: true }
    }

    fn accelerated(&self, letter: &Letter, writer: &mut Writer, acceleration: &Acceleration) {
        let manner = letter.manner;
        let words = DEFAULT.of(manner.language());
        writer.side(words.agreed);
        let (number, title) = &acceleration.clause;
        lead_in(writer, &(words.agreed_lead)(&isolated(number), &isolated(title)), SPACE);
        for paragraph in &acceleration.words {
            writer.paragraph(styled(&isolated(paragraph), voice::CONSENT, voice::CONSENT), pt(5));
        }
        writer.side(words.follows);
        let text = (words.declared)(
            &strong(&manner.money(acceleration.rest)),
            &strong(&manner.money(acceleration.total)),
            &strong(&manner.day(acceleration.due)),
        );
        say(writer, &text, SPACE);
    }
}
