//! The schedules of an agreement: its invoices and its instalments.

use super::super::stationery::{Cells, single};
use super::super::words::SHARED;
use super::PlanAgreement;
use crate::flow::{Kind, RowKind, Width, Writer};
use goodterms_terms::Money;

impl PlanAgreement {
    /// The head of a column of money.
    fn in_currency(&self, what: &str) -> String {
        format!("{what}, {}", self.debt.currency())
    }

    pub(super) fn schedule_of_invoices(&self, writer: &mut Writer) {
        let (manner, words, shared) = (self.manner, self.words(), SHARED.of(self.manner.language()));
        let [total, paid, covered] =
            [shared.total, shared.paid, words.in_this_plan].map(|head| self.in_currency(head));
        let columns = [
            (shared.invoice, Kind::Words),
            (shared.issued, Kind::Short),
            (shared.due, Kind::Short),
            (total.as_str(), Kind::Figures),
            (paid.as_str(), Kind::Figures),
            (covered.as_str(), Kind::Figures),
        ];
        let mut rows: Vec<(RowKind, Cells)> = self
            .invoices
            .iter()
            .map(|invoice| {
                let cells = [
                    invoice.number.clone(),
                    manner.short_day(invoice.issued),
                    manner.short_day(invoice.due),
                    manner.amount(invoice.total),
                    manner.amount(invoice.paid),
                    manner.amount(invoice.covered),
                ];
                (RowKind::Body, single(cells))
            })
            .collect();
        let sums = self.invoices_total;
        let mut last = vec![(words.covered.to_owned(), 3)];
        last.extend(single([sums.total, sums.paid, sums.covered].map(|money| manner.amount(money))));
        rows.push((RowKind::Grand, last));
        writer.captioned_table(words.schedule_a, Width::Sheet, &columns, rows);
    }

    pub(super) fn schedule_of_instalments(&self, writer: &mut Writer) {
        let (manner, words) = (self.manner, self.words());
        let [principal, interest, amount] =
            [words.principal, words.interest, words.to_pay].map(|head| self.in_currency(head));
        let parted = self.instalments_total.parts.is_some();
        let mut columns =
            vec![(words.instalment, Kind::Short), (SHARED.of(manner.language()).due, Kind::Short)];
        if parted {
            columns.extend([(principal.as_str(), Kind::Figures), (interest.as_str(), Kind::Figures)]);
        }
        columns.push((amount.as_str(), Kind::Figures));
        let money = |parts: Option<(Money, Money)>, amount: Money| {
            let parts = parts.filter(|_| parted).map(|(a, b)| vec![manner.amount(a), manner.amount(b)]);
            let mut cells = parts.unwrap_or_else(|| vec!["\u{2013}".to_owned(); if parted { 2 } else { 0 }]);
            cells.push(manner.amount(amount));
            single(cells)
        };
        let mut rows: Vec<(RowKind, Cells)> = self
            .instalments
            .iter()
            .map(|instalment| {
                let name = match instalment.number {
                    0 => words.down_payment.to_owned(),
                    number => number.to_string(),
                };
                let mut cells = single([name, manner.short_day(instalment.due)]);
                cells.extend(money(instalment.parts, instalment.amount));
                (RowKind::Body, cells)
            })
            .collect();
        let mut last = vec![(words.in_all.to_owned(), 2)];
        last.extend(money(self.instalments_total.parts, self.instalments_total.amount));
        rows.push((RowKind::Grand, last));
        writer.captioned_table(words.schedule_b, Width::Text, &columns, rows);
    }
}
