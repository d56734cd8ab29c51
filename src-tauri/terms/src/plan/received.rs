//! What was received on a plan, added up day by day.

use crate::day::Day;
use crate::money::Money;
use std::collections::BTreeMap;

/// Money that reached what a plan covers, on its business day. Negative when a payment bounced or an
/// allocation was taken back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Receipt {
    /// The day it counts from.
    pub on: Day,
    /// Allocated to the covered invoices.
    pub to_invoices: Money,
    /// Allocated to the plan's own interest charges.
    pub to_interest: Money,
}

impl Receipt {
    /// Money for the invoices alone, as in every plan without interest.
    pub fn of(on: Day, to_invoices: Money) -> Self {
        Self { on, to_invoices, to_interest: Money::zero(to_invoices.currency()) }
    }

    /// Both parts together, in minor units.
    pub(super) fn whole(&self) -> i128 {
        i128::from(self.to_invoices.minor()) + i128::from(self.to_interest.minor())
    }
}

/// Running totals up to a day.
pub(super) struct Received {
    /// Each day something came or went, and the least the total ever was from that day on.
    kept_from: Vec<(Day, i128)>,
    total: i128,
}

impl Received {
    pub(super) fn of(receipts: impl Iterator<Item = (Day, impl Into<Minor>)>, as_of: Day) -> Self {
        let mut by_day: BTreeMap<Day, i128> = BTreeMap::new();
        for (day, minor) in receipts.filter(|(day, _)| *day <= as_of) {
            *by_day.entry(day).or_default() += minor.into().0;
        }
        let mut total = 0;
        let mut kept_from: Vec<(Day, i128)> = Vec::with_capacity(by_day.len());
        for (day, minor) in by_day {
            total += minor;
            kept_from.push((day, total));
        }
        let mut least = i128::MAX;
        for (_, kept) in kept_from.iter_mut().rev() {
            least = least.min(*kept);
            *kept = least;
        }
        Self { kept_from, total }
    }

    /// All that was received and kept; never less than nothing.
    pub(super) fn total(&self) -> i128 {
        self.total.max(0)
    }

    /// The day since which at least so much has been there without a break.
    pub(super) fn reached_on(&self, amount: i128) -> Option<Day> {
        self.kept_from.iter().find(|(_, kept)| *kept >= amount).map(|(day, _)| *day)
    }
}

/// Minor units, wide enough for any sum.
pub(super) struct Minor(i128);

impl From<Money> for Minor {
    fn from(money: Money) -> Self {
        Self(i128::from(money.minor()))
    }
}

impl From<i128> for Minor {
    fn from(minor: i128) -> Self {
        Self(minor)
    }
}
