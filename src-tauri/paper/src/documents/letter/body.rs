//! What every letter has, and the parts that several share.

use super::super::stationery::{
    Cells, Closing, greeting, how_to_pay, lead_in, letterhead, reach, say, single, small_print, subject,
    window,
};
use super::super::words::{SHARED, Shared};
use super::words::{WORDS, Words};
use super::{Letter, Matter, Owed};
use crate::document::{Document, Facts};
use crate::flow::{Furniture, Kind, RowKind, Width, Writer};
use crate::text::{clean, isolated};
use crate::unit::{Mil, pt};
use goodterms_terms::Money;

/// Between the parts of a letter: a short one stays on its page.
pub(super) const SPACE: Mil = pt(13);

/// How a letter ends.
pub(super) struct End {
    /// Empty where they are said already.
    pub(super) last_words: &'static str,
    /// Whether the close is a friendly one.
    pub(super) warm: bool,
    /// Whether the small print about advice follows.
    pub(super) disclaimer: bool,
}

impl Letter {
    pub(super) fn words(&self) -> &'static Words {
        WORDS.of(self.manner.language())
    }

    pub(super) fn shared(&self) -> &'static Shared {
        SHARED.of(self.manner.language())
    }

    pub(super) fn laid_out(&self) -> Document {
        let (manner, words, shared) = (self.manner, self.words(), self.shared());
        let mut writer = Writer::of(manner);
        letterhead(&mut writer, manner, &self.creditor, self.logo.as_ref());
        let day = manner.day(self.date);
        let facts = [(shared.date, day.clone()), (shared.our_reference, self.reference.clone())];
        window(&mut writer, manner, &self.creditor, &self.client, &facts);
        let about = match &self.matter {
            Matter::Reminder(reminder) => reminder.subject(manner),
            Matter::Promise(promise) => promise.subject(self),
            Matter::Thanks(thanks) => thanks.subject(manner),
            Matter::Receipt(receipt) => receipt.subject(manner),
            Matter::Missed(missed) => missed.subject(manner),
            Matter::Default(default) => default.subject(manner),
        };
        subject(&mut writer, about.clone(), greeting(manner, &self.greeting, &self.client));
        let end = match &self.matter {
            Matter::Reminder(reminder) => reminder.set(self, &mut writer),
            Matter::Promise(promise) => promise.set(self, &mut writer),
            Matter::Thanks(thanks) => thanks.set(self, &mut writer),
            Matter::Receipt(receipt) => receipt.set(self, &mut writer),
            Matter::Missed(missed) => missed.set(self, &mut writer),
            Matter::Default(default) => default.set(self, &mut writer),
        };
        let close = match end.warm {
            true => words.warmly.to_owned(),
            false => (words.formally)(&isolated(&self.greeting)),
        };
        let closing = Closing {
            last_words: end.last_words,
            close: &close,
            signatory: &self.signatory,
            firm: &self.creditor,
            enclosures: &self.enclosures,
        };
        closing.set(&mut writer, manner);
        if end.disclaimer {
            small_print(&mut writer, words.disclaimer);
        }
        let furniture = Furniture {
            head: (isolated(&self.creditor.name), format!("{}, {day}", isolated(&self.client.name))),
            foot: (isolated(&self.creditor.name), isolated(&self.reference)),
            folds: true,
            language: manner.language(),
        };
        let facts = Facts {
            title: clean(&about),
            author: clean(&self.creditor.name),
            subject: clean(&self.reference),
            language: manner.locale.tag(),
            day: self.date,
        };
        writer.finish(facts, &furniture)
    }

    /// The head of a column of money: with the currency, if there is only one.
    pub(super) fn in_currency(head: &str, only: Option<Money>) -> String {
        only.map_or_else(|| head.to_owned(), |money| format!("{head}, {}", money.currency()))
    }

    /// All that is owed in one table, with a total for each currency.
    pub(super) fn table_of(&self, writer: &mut Writer, owed: &[Owed], totals: &[Money]) {
        let (manner, words, shared) = (self.manner, self.words(), self.shared());
        let only = totals.first().copied().filter(|_| totals.len() == 1);
        let amount = |money| if only.is_some() { manner.amount(money) } else { manner.coded(money) };
        let late = owed.iter().any(|item| item.days_late > 0);
        let open = Self::in_currency(shared.open, only);
        let mut columns =
            vec![(shared.invoice, Kind::Words), (shared.issued, Kind::Short), (shared.due, Kind::Short)];
        if late {
            columns.push((words.days_late, Kind::Figures));
        }
        columns.push((open.as_str(), Kind::Figures));
        let mut rows: Vec<(RowKind, Cells)> = owed
            .iter()
            .map(|item| {
                let mut cells =
                    vec![item.number.clone(), manner.short_day(item.issued), manner.short_day(item.due)];
                if late {
                    let days = item.days_late.max(0);
                    cells.push(if days == 0 { "\u{2013}".to_owned() } else { days.to_string() });
                }
                cells.push(amount(item.open));
                (RowKind::Body, single(cells))
            })
            .collect();
        let kind = if only.is_some() { RowKind::Grand } else { RowKind::Total };
        let across = columns.len() - 1;
        // One item is its own total.
        for total in totals.iter().filter(|_| owed.len() > 1) {
            rows.push((kind, vec![(words.in_all.to_owned(), across), (amount(*total), 1)]));
        }
        writer.table(Width::Sheet, &columns, rows);
    }

    /// What is owed, under its head.
    pub(super) fn owed(&self, writer: &mut Writer, lead: &str, owed: &[Owed], totals: &[Money]) {
        writer.side(self.words().owed);
        lead_in(writer, lead, SPACE);
        self.table_of(writer, owed, totals);
    }

    /// What would help, under its head.
    pub(super) fn helps(&self, writer: &mut Writer, sentence: &str) {
        writer.side(self.words().helps);
        say(writer, sentence, SPACE);
    }

    /// How to pay, under its head; nothing when nothing is known.
    pub(super) fn pay(&self, writer: &mut Writer) {
        if self.pay.details.is_empty() && self.pay.link.trim().is_empty() && self.pay.code.is_none() {
            return;
        }
        writer.side(self.words().how_to_pay);
        lead_in(writer, self.words().pay_here, SPACE);
        how_to_pay(writer, self.manner, &self.pay, &self.creditor.name);
    }

    /// Whom to talk to, under its head, and the last words of the letter with it.
    pub(super) fn talk(&self, writer: &mut Writer, last_words: &str) {
        writer.side(self.words().talk);
        let ask = (self.words().ask)(&reach(self.manner, &self.creditor));
        say(writer, &format!("{ask} {last_words}"), SPACE);
    }

    /// Amounts in words of a sentence: `$1,200.00 and €300.00`.
    pub(super) fn amounts(manner: crate::manner::Manner, amounts: &[Money]) -> String {
        manner.listed(&amounts.iter().map(|money| manner.money(*money)).collect::<Vec<_>>())
    }
}
