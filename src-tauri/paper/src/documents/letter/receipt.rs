//! A receipt: what was paid, when and how, and what it paid.

mod words;

use super::super::stationery::{Cells, lead_in, say, single};
use super::super::words::strong;
use super::Letter;
use super::body::{End, SPACE};
use crate::flow::{Kind, RowKind, Width, Writer};
use crate::manner::Manner;
use crate::text::isolated;
use crate::unit::pt;
use goodterms_terms::{Day, Money};
use words::WORDS;

/// A payment that was received.
#[derive(Debug, Clone)]
pub struct Receipt {
    /// The receipt's own number; may be empty.
    pub number: String,
    /// What was paid.
    pub paid: Money,
    /// The day it arrived.
    pub on: Day,
    /// How, as it follows "by" or « par »: `bank transfer`, `virement`. May be empty.
    pub by: String,
    /// What it paid.
    pub invoices: Vec<PaidInvoice>,
    /// What of it pays nothing yet and stays to the client's credit.
    pub credit: Option<Money>,
    /// What the client still owes in this currency after it.
    pub left: Money,
}

/// An invoice that a payment paid, in whole or in part.
#[derive(Debug, Clone)]
pub struct PaidInvoice {
    /// Its number.
    pub number: String,
    /// The day it was issued.
    pub issued: Day,
    /// Its amount with tax.
    pub total: Money,
    /// What of the payment went to it.
    pub paid: Money,
    /// What of it is still open.
    pub open: Money,
}

impl Receipt {
    pub(super) fn subject(&self, manner: Manner) -> String {
        (WORDS.of(manner.language()).subject)(&isolated(&self.number), &manner.money(self.paid))
    }

    pub(super) fn set(&self, letter: &Letter, writer: &mut Writer) -> End {
        let manner = letter.manner;
        let words = WORDS.of(manner.language());
        let received = (words.received)(
            &isolated(&letter.client.name),
            &manner.day(self.on),
            &strong(&manner.money(self.paid)),
            &manner.in_words(self.paid),
            &isolated(&self.by),
        );
        say(writer, &received, pt(6));
        if !self.invoices.is_empty() || self.credit.is_some() {
            writer.side(words.paid);
            lead_in(writer, words.paid_lead, SPACE);
            self.table(letter, writer);
        }
        writer.side(words.account);
        let left = if self.left.is_positive() {
            (words.left)(&strong(&manner.money(self.left)))
        } else {
            words.nothing_left.to_owned()
        };
        say(writer, &left, SPACE);
        End { last_words: words.last_words, warm: true, disclaimer: false }
    }

    fn table(&self, letter: &Letter, writer: &mut Writer) {
        let manner = letter.manner;
        let words = WORDS.of(manner.language());
        let shared = letter.shared();
        let [total, paid, open] = [shared.total, words.this_payment, shared.open]
            .map(|head| Letter::in_currency(head, Some(self.paid)));
        let columns = [
            (shared.invoice, Kind::Words),
            (shared.issued, Kind::Short),
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
                    manner.amount(invoice.total),
                    manner.amount(invoice.paid),
                    manner.amount(invoice.open),
                ];
                (RowKind::Body, single(cells))
            })
            .collect();
        rows.extend(self.credit.map(|credit| {
            let cells = [(words.credit.to_owned(), 3), (manner.amount(credit), 1), (String::new(), 1)];
            (RowKind::Body, cells.into())
        }));
        let last = [(words.paid_in_all.to_owned(), 3), (manner.amount(self.paid), 1), (String::new(), 1)];
        rows.push((RowKind::Grand, last.into()));
        writer.table(Width::Sheet, &columns, rows);
    }
}
