//! The first way through a table: what its columns of dates and amounts show, before anything is decided.

use super::choose::Choice;
use super::field::Field;
use super::infer::{AmountsSeen, DatesSeen};
use super::plan::is_one;
use crate::options::{DecimalMark, Options};
use crate::table::Line;
use crate::values::{amount, date, words};
use std::collections::{BTreeMap, BTreeSet};

/// What the date and amount columns showed, before anything is decided.
#[derive(Debug, Default)]
pub(crate) struct Survey {
    pub(super) dates: BTreeMap<Field, DatesSeen>,
    pub(super) amounts: BTreeMap<Field, AmountsSeen>,
    pub(super) columns: BTreeMap<Field, usize>,
    /// Currencies of the rows whose exchange rate is one: the file's base currency.
    pub(super) base: BTreeSet<String>,
    /// What stands in a column called `Paid`: days and words as well as amounts.
    paid: PaidSeen,
    /// Decimals of the book's currency, and the first number in a workbook that has more.
    exponent: u32,
    pub(super) too_fine: Option<u64>,
}

impl Survey {
    /// Prepares to look at the columns chosen.
    pub(crate) fn of(choice: &Choice, options: &Options) -> Self {
        let first = |(&field, places): (&Field, &Vec<usize>)| places.first().map(|&at| (field, at));
        let columns: BTreeMap<Field, usize> = choice.columns.iter().filter_map(first).collect();
        let dates = columns.keys().filter(|f| f.is_date()).map(|&f| (f, DatesSeen::default())).collect();
        let amounts =
            columns.keys().filter(|f| f.is_amount()).map(|&f| (f, AmountsSeen::default())).collect();
        let exponent = options.currency.exponent();
        Self {
            dates,
            amounts,
            columns,
            base: BTreeSet::new(),
            paid: PaidSeen::default(),
            exponent,
            too_fine: None,
        }
    }

    /// Looks at one row below the header.
    pub(crate) fn see(&mut self, line: &Line<'_>) {
        let text = |field: &Field| self.columns.get(field).map(|&at| line.cell(at)).unwrap_or_default();
        for (field, seen) in &mut self.dates {
            seen.see(line.number, text(field));
        }
        for (field, seen) in &mut self.amounts {
            // A workbook's own numbers leave nothing to ask, and prove nothing about what is written as text.
            if !self.columns.get(field).is_some_and(|&at| line.is_number(at)) {
                seen.see(line.number, text(field));
            } else if self.too_fine.is_none() && is_finer(text(field), self.exponent) {
                self.too_fine = Some(line.number);
            }
        }
        if self.columns.contains_key(&Field::Paid) {
            self.paid.see(line.number, text(&Field::Paid));
        }
        if self.columns.contains_key(&Field::BaseTotal) && is_one(text(&Field::ExchangeRate)) {
            let currency = text(&Field::Currency);
            if !currency.is_empty() && !self.base.contains(currency) {
                self.base.insert(currency.to_owned());
            }
        }
    }
}

/// Whether a plain number has more decimals than that, a float's noise aside.
fn is_finer(number: &str, exponent: u32) -> bool {
    let fraction = number.split_once('.').map_or("", |(_, fraction)| fraction);
    let figure = || amount::shape(number)?.figure(DecimalMark::Dot)?.millionths();
    fraction.len() > exponent as usize
        && figure().is_some_and(|millionths| millionths % 10_i128.pow(6_u32.saturating_sub(exponent)) != 0)
}

impl Survey {
    /// Gives a column called `Paid` that holds no amounts to the field it is of; a field that has a
    /// column of its own keeps it.
    pub(super) fn put_paid_right(&mut self, choice: &mut Choice) {
        let Some(field) = self.paid.field() else { return };
        let Some(places) = choice.columns.remove(&Field::Paid) else { return };
        self.amounts.remove(&Field::Paid);
        self.columns.remove(&Field::Paid);
        if choice.columns.contains_key(&field) {
            return;
        }
        if field == Field::PaidDate {
            self.dates.insert(field, std::mem::take(&mut self.paid.days));
        }
        self.columns.extend(places.first().map(|&at| (field, at)));
        choice.columns.insert(field, places);
    }
}

/// `Paid` heads amounts in one program, days in the next, and yes or no in a third.
#[derive(Debug, Default)]
struct PaidSeen {
    pub(super) amounts: u64,
    days: DatesSeen,
    words: u64,
}

impl PaidSeen {
    fn see(&mut self, row: u64, text: &str) {
        match () {
            () if text.is_empty() => {}
            () if amount::shape(text).is_some() => self.amounts += 1,
            () if date::shape(text).is_some() => self.days.see(row, text),
            () if !words::says_unpaid(text) => self.words += 1,
            () => {}
        }
    }

    /// The field the column is of, when it is not of amounts.
    fn field(&self) -> Option<Field> {
        match (self.amounts, self.days.any(), self.words) {
            (0, true, _) => Some(Field::PaidDate),
            (0, false, 1..) => Some(Field::Status),
            _ => None,
        }
    }
}
