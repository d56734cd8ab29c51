//! Matching: which open debts a movement on the bank account may have paid.
//!
//! Every suggestion names what it would pay and the evidence for it, one plain fact each; there is no score.
//! It is `exact` only when a number or reference stands whole in what was written, the amount is what is open
//! to the last minor unit, and nothing else could be meant. Everything else a person decides. Nothing is ever
//! suggested for more than is open or more than came in, and no suggestion crosses currencies.

mod entered;
mod evidence;
mod index;
mod items;
mod names;
mod numbers;
mod sums;
mod together;

#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;

pub use entered::DAYS_APART;
pub use evidence::Evidence;
pub use items::{BankLine, EarlyDiscount, EnteredPayment, KnownPayer, OpenItem, Part, Suggestion, Target};

use crate::day::days_late;
use crate::money::{Currency, Money};
use entered::Entered;
use index::Index;
use std::collections::{BTreeMap, HashMap};

/// The most suggestions for one line.
pub const MOST_SUGGESTIONS: usize = 8;

/// Open debts, prepared to be looked up.
pub struct Matcher<'i> {
    items: &'i [OpenItem],
    index: Index,
    entered: Entered<'i>,
    /// At most so much less than is open still counts as a whole payment less bank fees, in each currency.
    fees: HashMap<Currency, i64>,
}

/// A reading of a line before it is ranked.
struct Reading {
    rank: Rank,
    suggestion: Suggestion,
}

/// The kinds of readings, the strongest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    InTheBook,
    Exact,
    NumberAndAmount,
    NumberAndMore,
    PayerAndAmount,
    PayerAndSum,
    PayerShort,
    AlikeAndAmount,
    AlikeAndSum,
    Number,
    AmountAlone,
    PayerAlone,
}

impl<'i> Matcher<'i> {
    /// Prepares `items`. `fees` is the policy: by how much at most a payment may fall short of what is open,
    /// one amount for each currency that allows any.
    /// `entered` are payments in the book that no line was matched with: a line may be one of them.
    pub fn of(
        items: &'i [OpenItem],
        entered: &'i [EnteredPayment],
        known: &[KnownPayer],
        fees: &[Money],
    ) -> Self {
        let fees = fees.iter().map(|fee| (fee.currency(), fee.minor().max(0))).collect();
        let index = Index::of(items, entered, known);
        Self { items, index, entered: Entered::of(entered), fees }
    }

    /// What each of `lines` may have paid, best first; nothing for money out.
    ///
    /// Lines are looked at together: two that both pay one item exactly are two payments of it, so neither is
    /// exact; several that name one item and add up to it say so.
    pub fn suggestions(&self, lines: &[BankLine]) -> Vec<Vec<Suggestion>> {
        let mut all: Vec<Vec<Suggestion>> = lines.iter().map(|line| self.suggestions_for(line)).collect();
        together::doubt_shared(&mut all);
        together::add_up_shared(self.items, lines, &mut all);
        all
    }

    fn suggestions_for(&self, line: &BankLine) -> Vec<Suggestion> {
        if !line.amount.is_positive() {
            return Vec::new();
        }
        let mut readings = self.by_number(line);
        readings.extend(self.by_payer(line));
        if readings.is_empty() {
            readings.extend(self.by_amount(line));
        }
        self.entered.doubt(line, &self.index, &mut readings);
        merged(readings)
    }

    /// The open part of an item in the line's currency.
    fn open(&self, at: usize, line: &BankLine) -> Option<(&'i OpenItem, i64)> {
        let item = self.items.get(at)?;
        let fits = item.open.currency() == line.amount.currency() && item.open.is_positive();
        fits.then(|| (item, item.open.minor()))
    }

    /// Whether it was owed already when the line was booked.
    fn was_owed(&self, at: usize, line: &BankLine) -> bool {
        self.open(at, line).is_some_and(|(item, _)| item.issued <= line.on)
    }

    fn by_number(&self, line: &BankLine) -> Vec<Reading> {
        let named = self.index.named(line);
        let mut open: Vec<(usize, bool, Evidence)> =
            named.into_iter().filter(|(at, ..)| self.open(*at, line).is_some()).collect();
        open.sort_by_key(|(at, ..)| self.items.get(*at).map(|item| (item.due, item.target)));
        let Some(((first, whole, evidence), rest)) = open.split_first() else { return Vec::new() };
        // Instalments of one plan share its reference: the earliest that is open comes first.
        let one_plan = self.one_plan(&open);
        if rest.is_empty() || one_plan {
            return self.single(line, *first, *whole, evidence.clone(), true).into_iter().collect();
        }
        let sum: i128 =
            open.iter().filter_map(|(at, ..)| self.open(*at, line)).map(|(_, minor)| i128::from(minor)).sum();
        let amount = i128::from(line.amount.minor());
        let fitting: Vec<_> = open
            .iter()
            .filter(|(at, ..)| self.open(*at, line).is_some_and(|(_, minor)| i128::from(minor) == amount))
            .collect();
        if sum == amount {
            let places: Vec<usize> = open.iter().map(|(at, ..)| *at).collect();
            let all_whole =
                open.iter().all(|(_, whole, _)| *whole) && fitting.is_empty() && self.one_client(&places);
            let mut evidence: Vec<Evidence> = open.iter().map(|(.., evidence)| evidence.clone()).collect();
            evidence.push(Evidence::AmountSum { items: places.len() });
            let rank = if all_whole { Rank::Exact } else { Rank::NumberAndMore };
            return self.reading(line, &places, rank, evidence).into_iter().collect();
        }
        // Several are named and do not add up: each is a reading of its own, and none is exact but the only
        // one of its number whose amount fits, where one number stands for several items.
        let one_number = open.iter().all(|(.., named)| *named == *evidence);
        let sole = one_number && fitting.len() == 1;
        open.iter()
            .filter_map(|(at, whole, evidence)| {
                let fits = fitting.iter().any(|(fitting, ..)| fitting == at);
                self.single(line, *at, *whole, evidence.clone(), sole && fits)
            })
            .collect()
    }

    /// One named item.
    fn single(
        &self,
        line: &BankLine,
        at: usize,
        whole: bool,
        named: Evidence,
        alone: bool,
    ) -> Option<Reading> {
        let (item, _) = self.open(at, line)?;
        let amount = self.amount_evidence(line, item);
        let rank = match (&amount, whole && alone) {
            (Evidence::AmountExact, true) => Rank::Exact,
            (Evidence::AmountExact, false) | (Evidence::EarlyDiscount { .. }, _) => Rank::NumberAndAmount,
            (Evidence::AmountShort { .. }, _) => Rank::NumberAndMore,
            _ => Rank::Number,
        };
        self.reading(line, &[at], rank, vec![named, amount])
    }

    fn amount_evidence(&self, line: &BankLine, item: &OpenItem) -> Evidence {
        let (amount, open) = (line.amount.minor(), item.open.minor());
        let currency = line.amount.currency();
        let apart = Money::of(open.abs_diff(amount).try_into().unwrap_or(i64::MAX), currency);
        let fee = self.fees.get(&currency).copied().unwrap_or(0);
        if let Some(early) = item.discount(line.on, line.amount) {
            return Evidence::EarlyDiscount { off: early.off, until: early.until };
        }
        match () {
            () if amount == open => Evidence::AmountExact,
            () if amount > open => Evidence::AmountOver { over: apart },
            () if apart.minor() <= fee => Evidence::AmountShort { short: apart },
            () => Evidence::AmountPart { left: apart },
        }
    }

    fn by_payer(&self, line: &BankLine) -> Vec<Reading> {
        let Some((clients, payer)) = self.index.payers(line) else { return Vec::new() };
        let known = payer == Evidence::PayerKnown;
        let mut readings = Vec::new();
        for client in clients {
            let mut places: Vec<usize> = self.index.of_client(client).to_vec();
            places.retain(|at| self.was_owed(*at, line));
            places.sort_by_key(|at| self.items.get(*at).map(|item| (item.due, item.target)));
            readings.extend(self.of_client(line, &places, known, &payer));
        }
        readings
    }

    fn of_client(&self, line: &BankLine, places: &[usize], known: bool, payer: &Evidence) -> Vec<Reading> {
        let invoices: Vec<(usize, i64)> = places
            .iter()
            .filter_map(|&at| self.open(at, line).map(|(item, open)| (at, item, open)))
            .filter(|(_, item, _)| matches!(item.target, Target::Invoice(_)))
            .map(|(at, _, open)| (at, open))
            .collect();
        let amount = line.amount.minor();
        let mut readings = Vec::new();
        for &at in &self.payable(places) {
            let Some((item, _)) = self.open(at, line) else { continue };
            let evidence = self.amount_evidence(line, item);
            let rank = match (&evidence, known) {
                (Evidence::AmountExact | Evidence::EarlyDiscount { .. }, true) => Rank::PayerAndAmount,
                (Evidence::AmountExact | Evidence::EarlyDiscount { .. }, false) => Rank::AlikeAndAmount,
                (Evidence::AmountShort { .. }, true) => Rank::PayerShort,
                _ => continue,
            };
            readings.extend(self.reading(line, &[at], rank, vec![evidence, payer.clone()]));
        }
        let rank = if known { Rank::PayerAndSum } else { Rank::AlikeAndSum };
        for sum in sums::adding_up_to(amount, &invoices) {
            let evidence = vec![Evidence::AmountSum { items: sum.len() }, payer.clone()];
            readings.extend(self.reading(line, &sum, rank, evidence));
        }
        if readings.is_empty() && known {
            let all: Vec<usize> = invoices.iter().map(|&(at, _)| at).collect();
            let evidence = vec![payer.clone(), Evidence::OldestFirst];
            readings.extend(self.reading(line, &all, Rank::PayerAlone, evidence));
        }
        readings
    }

    /// Invoices, and of each plan the instalment that is due next: instalments are paid in order.
    fn payable(&self, places: &[usize]) -> Vec<usize> {
        let mut next: BTreeMap<i64, (u32, usize)> = BTreeMap::new();
        let mut all = Vec::new();
        for &at in places {
            match self.items.get(at).map(|item| item.target) {
                Some(Target::Invoice(_)) => all.push(at),
                Some(Target::Instalment { plan, n }) => {
                    let first = next.entry(plan).or_insert((n, at));
                    *first = (*first).min((n, at));
                }
                None => {}
            }
        }
        all.extend(next.into_values().map(|(_, at)| at));
        all
    }

    /// Nobody is named: an amount that few items have is worth showing.
    fn by_amount(&self, line: &BankLine) -> Vec<Reading> {
        const FEW: usize = 3;
        let places = self.index.of_amount(line.amount);
        if places.len() > FEW {
            return Vec::new();
        }
        places
            .iter()
            .filter(|&&at| self.was_owed(at, line))
            .filter_map(|&at| self.reading(line, &[at], Rank::AmountAlone, vec![Evidence::AmountExact]))
            .collect()
    }

    fn one_client(&self, places: &[usize]) -> bool {
        let mut clients = places.iter().filter_map(|&at| self.items.get(at)).map(|item| item.client);
        let first = clients.next();
        clients.all(|client| Some(client) == first)
    }

    fn one_plan(&self, named: &[(usize, bool, Evidence)]) -> bool {
        let plan = |at: usize| match self.items.get(at)?.target {
            Target::Instalment { plan, .. } => Some(plan),
            Target::Invoice(_) => None,
        };
        let first = named.first().and_then(|(at, ..)| plan(*at));
        first.is_some() && named.iter().all(|(at, ..)| plan(*at) == first)
    }

    /// Spreads the line over items in the order given, as far as it goes.
    fn reading(
        &self,
        line: &BankLine,
        places: &[usize],
        rank: Rank,
        mut evidence: Vec<Evidence>,
    ) -> Option<Reading> {
        let mut rest = line.amount.minor();
        let mut parts = Vec::new();
        let mut latest = None;
        for (item, open) in places.iter().filter_map(|&at| self.open(at, line)) {
            let share = open.min(rest);
            if share <= 0 {
                break;
            }
            rest -= share;
            parts.push(Part { target: item.target, amount: Money::of(share, line.amount.currency()) });
            if let Target::Instalment { n, .. } = item.target {
                evidence.push(Evidence::InstalmentDue { n, due: item.due });
            }
            latest = latest.max(Some(item.due));
        }
        let due = latest?;
        evidence.push(match days_late(due, line.on) {
            0 => Evidence::DaysBeforeDue { days: days_late(line.on, due) },
            days => Evidence::DaysAfterDue { days },
        });
        let discount = evidence.iter().find_map(|fact| match fact {
            Evidence::EarlyDiscount { off, .. } => Some(*off),
            _ => None,
        });
        let exact = rank == Rank::Exact;
        Some(Reading { rank, suggestion: Suggestion { parts, payment: None, discount, exact, evidence } })
    }
}

/// Ranks readings; two that would pay the same are one with the evidence of both.
fn merged(mut readings: Vec<Reading>) -> Vec<Suggestion> {
    // Stable: within a rank items come as they were found, the earliest due first.
    readings.sort_by_key(|reading| (reading.rank, reading.suggestion.parts.len()));
    let mut all: Vec<Suggestion> = Vec::new();
    for Reading { suggestion, .. } in readings {
        match all.iter_mut().find(|known| known.pays_as(&suggestion)) {
            Some(known) => {
                for evidence in suggestion.evidence {
                    if !known.evidence.contains(&evidence) {
                        known.evidence.push(evidence);
                    }
                }
            }
            None => all.push(suggestion),
        }
    }
    // Beside an exact one, others are noise.
    all.truncate(if all.first().is_some_and(|first| first.exact) { 1 } else { MOST_SUGGESTIONS });
    for suggestion in &mut all {
        suggestion.evidence.sort_by_key(Evidence::weight);
    }
    all
}
