//! The sentences and tables of a final demand.

use super::super::stationery::{Cells, Closing, greeting, how_to_pay, lead_in, reach, say, single, subject};
use super::super::words::{SHARED, Shared, ended, strong};
use super::FinalDemand;
use super::words::{WORDS, Words};
use crate::flow::{Kind, RowKind, Width, Writer};
use crate::text::isolated;
use crate::unit::pt;
use goodterms_terms::agreement::in_words;

impl FinalDemand {
    fn words(&self) -> &'static Words {
        WORDS.of(self.manner.language())
    }

    fn shared(&self) -> &'static Shared {
        SHARED.of(self.manner.language())
    }

    pub(super) fn body(&self, writer: &mut Writer) {
        let title = (self.words().subject)(&self.manner.money(self.total));
        subject(writer, title, greeting(self.manner, &self.greeting, &self.debtor));
        say(writer, &(self.words().opening)(self.invoices.len(), &ended(&self.for_what)), pt(6));
        self.what_is_owed(writer);
        self.interest(writer);
        self.all_in_all(writer);
        self.what_was_sent(writer);
        self.please_pay(writer);
        self.plan(writer);
        self.dispute(writer);
        self.what_follows(writer);
        let closing = Closing {
            last_words: self.words().last_words,
            close: &(self.words().close)(&isolated(&self.greeting)),
            signatory: &self.signatory,
            firm: &self.creditor,
            enclosures: &self.enclosures,
        };
        closing.set(writer, self.manner);
    }

    /// The head of a column of money.
    fn in_currency(&self, what: &str) -> String {
        format!("{what}, {}", self.total.currency())
    }

    fn what_is_owed(&self, writer: &mut Writer) {
        let (manner, words, shared) = (self.manner, self.words(), self.shared());
        writer.side(words.owed);
        let open = strong(&manner.money(self.invoices_total.open));
        lead_in(writer, &(words.owed_lead)(&manner.day(self.date), &open), pt(15));
        let [total, paid, open] = [shared.total, shared.paid, shared.open].map(|head| self.in_currency(head));
        let columns = [
            (shared.invoice, Kind::Words),
            (shared.issued, Kind::Short),
            (shared.due, Kind::Short),
            (words.days_late, Kind::Figures),
            (total.as_str(), Kind::Figures),
            (paid.as_str(), Kind::Figures),
            (open.as_str(), Kind::Figures),
        ];
        let mut rows: Vec<(RowKind, Cells)> = self
            .invoices
            .iter()
            .map(|invoice| {
                let cells = [
                    invoice.number.clone(),
                    manner.short_day(invoice.issued),
                    manner.short_day(invoice.due),
                    invoice.days_late.to_string(),
                    manner.amount(invoice.total),
                    manner.amount(invoice.paid),
                    manner.amount(invoice.open),
                ];
                (RowKind::Body, single(cells))
            })
            .collect();
        let sums = self.invoices_total;
        let last =
            if self.interest.is_none() && self.charges.is_empty() { RowKind::Grand } else { RowKind::Total };
        let mut sum = vec![(words.open_on_invoices.to_owned(), 4)];
        sum.extend(single([sums.total, sums.paid, sums.open].map(|money| manner.amount(money))));
        rows.push((last, sum));
        writer.table(Width::Sheet, &columns, rows);
    }

    fn interest(&self, writer: &mut Writer) {
        let Some(claim) = &self.interest else { return };
        let (manner, words) = (self.manner, self.words());
        writer.side(words.interest);
        let mut text = (words.interest_rule)(&ended(&claim.rule));
        if !claim.source.trim().is_empty() {
            text.push_str(&(words.interest_source)(&ended(&claim.source), &manner.day(claim.as_of)));
        }
        text.push('.');
        if let Some(per_day) = claim.per_day {
            text.push_str(&(words.interest_grows)(&manner.money(per_day)));
        }
        lead_in(writer, &text, pt(15));
        let [balance, amount] = [words.balance, words.interest].map(|head| self.in_currency(head));
        let columns = [
            (words.from, Kind::Short),
            (words.to, Kind::Short),
            (words.days, Kind::Figures),
            (balance.as_str(), Kind::Figures),
            (words.rate, Kind::Figures),
            (amount.as_str(), Kind::Figures),
        ];
        let mut rows: Vec<(RowKind, Cells)> = claim
            .spans
            .iter()
            .map(|span| {
                let cells = [
                    manner.short_day(span.from),
                    manner.short_day(span.to),
                    span.days.to_string(),
                    manner.amount(span.balance),
                    manner.percent(span.rate),
                    manner.amount(span.amount),
                ];
                (RowKind::Body, single(cells))
            })
            .collect();
        rows.push((RowKind::Total, vec![(words.rounded_once.into(), 5), (manner.amount(claim.total), 1)]));
        writer.table(Width::Sheet, &columns, rows);
    }

    /// What the claims come to together. Without claims the first table has said it.
    fn all_in_all(&self, writer: &mut Writer) {
        if self.interest.is_none() && self.charges.is_empty() {
            return;
        }
        let (manner, words) = (self.manner, self.words());
        writer.side(words.in_all);
        lead_in(writer, &(words.in_all_lead)(&strong(&manner.money(self.total))), pt(15));
        let amount = self.in_currency(words.amount);
        let columns =
            [(words.claim, Kind::Words), (words.as_of, Kind::Short), (amount.as_str(), Kind::Figures)];
        let row = |what: &str, on, amount| {
            (RowKind::Body, single([what.to_owned(), manner.short_day(on), manner.amount(amount)]))
        };
        let mut rows = vec![row(words.open_on_invoices, self.date, self.invoices_total.open)];
        rows.extend(self.interest.as_ref().map(|claim| row(words.interest, self.date, claim.total)));
        rows.extend(self.charges.iter().map(|charge| row(&charge.what, charge.on, charge.amount)));
        rows.push((RowKind::Grand, vec![(words.to_pay.into(), 2), (manner.amount(self.total), 1)]));
        writer.table(Width::Text, &columns, rows);
    }

    fn what_was_sent(&self, writer: &mut Writer) {
        if self.contacts.is_empty() {
            return;
        }
        let words = self.words();
        writer.side(words.before);
        lead_in(writer, words.before_lead, pt(15));
        let columns =
            [(self.shared().date, Kind::Short), (words.how, Kind::Short), (words.what, Kind::Words)];
        let rows = self
            .contacts
            .iter()
            .map(|contact| {
                let day = self.manner.short_day(contact.on);
                (RowKind::Body, single([day, contact.channel.clone(), contact.what.clone()]))
            })
            .collect();
        writer.table(Width::Text, &columns, rows);
    }

    fn deadline(&self) -> String {
        self.manner.day(self.deadline)
    }

    fn please_pay(&self, writer: &mut Writer) {
        let words = self.words();
        writer.side(words.pay_by);
        let total = strong(&self.manner.money(self.total));
        lead_in(writer, &(words.pay)(&total, &strong(&self.deadline())), pt(15));
        how_to_pay(writer, self.manner, &self.pay, &self.creditor.name);
    }

    fn plan(&self, writer: &mut Writer) {
        let (manner, words) = (self.manner, self.words());
        writer.side(words.time);
        let text = match &self.offer {
            Some(offer) => (words.offer)(
                &in_words(u64::from(offer.instalments), manner.language()),
                &isolated(&offer.every),
                &manner.money(offer.each),
                &manner.day(offer.first),
                &self.deadline(),
            ),
            None => (words.ask_for_plan)(&self.deadline()),
        };
        say(writer, &text, pt(15));
    }

    fn dispute(&self, writer: &mut Writer) {
        let words = self.words();
        writer.side(words.wrong);
        let text = (words.dispute)(&reach(self.manner, &self.creditor), &self.deadline());
        say(writer, &text, pt(15));
    }

    fn what_follows(&self, writer: &mut Writer) {
        let words = self.words();
        writer.side(words.next);
        let day = self.manner.day(self.next_step.on);
        say(writer, &(words.next_step)(&self.deadline(), &day, &ended(&self.next_step.what)), pt(15));
        for notice in &self.notices {
            writer.say(notice, pt(6));
        }
    }
}
