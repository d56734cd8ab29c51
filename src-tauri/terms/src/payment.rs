//! Appropriation: which debt a payment pays.
//!
//! The debtor's instruction comes first; then plan instalments that are due; then the business's order,
//! oldest first, disputed parts last. The order used is stored with the payment and printed on receipts.

use crate::day::Day;
use crate::entry::{EntryKind, named};
use serde::{Deserialize, Serialize};

named! {
    /// The order in which a payment meets costs, interest and principal when the debtor says nothing.
    Appropriation {
        /// Costs, then claimed interest, then principal: the default, and the rule of many civil codes.
        CostsFirst = "costs_interest_principal",
        /// Principal, then claimed interest, then costs: kinder to the client.
        PrincipalFirst = "principal_interest_costs",
    }
}

/// Something a payment can pay, in minor units of the payment's currency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenDebit {
    /// Its entry in the book.
    pub id: i64,
    /// What kind of debt it is.
    pub kind: EntryKind,
    /// When it fell due.
    pub due: Day,
    /// How much of it is open.
    pub open: i64,
    /// How much of what is open is disputed.
    pub disputed: i64,
    /// How much of it an active plan has already asked for and not received.
    pub instalments_due: i64,
}

/// So much of a payment goes to that debit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    /// The debit.
    pub debit: i64,
    /// Minor units, more than nothing.
    pub amount: i64,
}

/// Spreads `amount` over `open`. What is left over is credit on account.
///
/// No share exceeds what is open, and all shares with the rest add up to `amount` exactly.
pub fn appropriate(amount: i64, open: &[OpenDebit], order: Appropriation) -> (Vec<Share>, i64) {
    let mut queue: Vec<&OpenDebit> = open.iter().filter(|debit| debit.open > 0).collect();
    queue.sort_by_key(|debit| (rank(debit.kind, order), debit.due, debit.id));

    let mut spread = Spread { rest: amount.max(0), shares: Vec::new() };
    for debit in &queue {
        spread.give(debit, debit.instalments_due.min(debit.open));
    }
    for debit in &queue {
        spread.give(debit, debit.open - debit.disputed.clamp(0, debit.open));
    }
    for debit in &queue {
        spread.give(debit, debit.open);
    }
    (spread.shares, spread.rest)
}

struct Spread {
    rest: i64,
    shares: Vec<Share>,
}

impl Spread {
    /// Tops the debit's share up to `target`, as far as the money goes.
    fn give(&mut self, debit: &OpenDebit, target: i64) {
        let place = self.shares.iter().position(|share| share.debit == debit.id);
        let has = place.and_then(|at| self.shares.get(at)).map_or(0, |share| share.amount);
        let gift = self.rest.min(target - has);
        if gift <= 0 {
            return;
        }
        self.rest -= gift;
        match place.and_then(|at| self.shares.get_mut(at)) {
            Some(share) => share.amount += gift,
            None => self.shares.push(Share { debit: debit.id, amount: gift }),
        }
    }
}

const fn rank(kind: EntryKind, order: Appropriation) -> u8 {
    let costs_first = match kind {
        EntryKind::Cost | EntryKind::LateFee | EntryKind::Compensation => 0,
        EntryKind::Interest => 1,
        _ => 2,
    };
    match order {
        Appropriation::CostsFirst => costs_first,
        Appropriation::PrincipalFirst => 2 - costs_first,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::day;
    use proptest::prelude::*;

    fn debit(id: i64, kind: EntryKind, due: &str, open: i64) -> OpenDebit {
        OpenDebit { id, kind, due: day::parse(due).unwrap(), open, disputed: 0, instalments_due: 0 }
    }

    fn shares(amount: i64, open: &[OpenDebit], order: Appropriation) -> (Vec<(i64, i64)>, i64) {
        let (shares, rest) = appropriate(amount, open, order);
        (shares.iter().map(|share| (share.debit, share.amount)).collect(), rest)
    }

    #[test]
    fn costs_then_interest_then_the_oldest_principal() {
        let open = [
            debit(1, EntryKind::Invoice, "2026-02-01", 100),
            debit(2, EntryKind::Invoice, "2026-01-01", 100),
            debit(3, EntryKind::Interest, "2026-03-01", 10),
            debit(4, EntryKind::Compensation, "2026-04-01", 40),
        ];
        assert_eq!(shares(120, &open, Appropriation::CostsFirst), (vec![(4, 40), (3, 10), (2, 70)], 0));
        assert_eq!(
            shares(230, &open, Appropriation::PrincipalFirst),
            (vec![(2, 100), (1, 100), (3, 10), (4, 20)], 0)
        );
    }

    #[test]
    fn disputed_parts_come_last_and_the_rest_is_credit() {
        let mut open =
            [debit(1, EntryKind::Invoice, "2026-01-01", 100), debit(2, EntryKind::Invoice, "2026-02-01", 50)];
        open[0].disputed = 60;
        assert_eq!(shares(90, &open, Appropriation::CostsFirst), (vec![(1, 40), (2, 50)], 0));
        assert_eq!(shares(200, &open, Appropriation::CostsFirst), (vec![(1, 100), (2, 50)], 50));
    }

    #[test]
    fn instalments_due_come_before_an_older_invoice() {
        let mut open = [
            debit(1, EntryKind::Invoice, "2026-01-01", 100),
            debit(2, EntryKind::Invoice, "2026-02-01", 500),
        ];
        open[1].instalments_due = 80;
        assert_eq!(shares(100, &open, Appropriation::CostsFirst), (vec![(2, 80), (1, 20)], 0));
    }

    proptest! {
        #[test]
        fn every_minor_unit_goes_somewhere_once(
            amount in 0_i64..1_000_000,
            debts in prop::collection::vec((0_usize..4, 0_i64..400, 0_i64..100_000, 0_i64..100_000, 0_i64..100_000), 0..12),
        ) {
            let kinds = [EntryKind::Invoice, EntryKind::Interest, EntryKind::Cost, EntryKind::LateFee];
            let start = day::parse("2026-01-01").unwrap();
            let open: Vec<OpenDebit> = debts.iter().enumerate().map(|(i, (kind, late, open, disputed, due))| OpenDebit {
                id: i as i64, kind: kinds[*kind], due: day::plus_days(start, *late),
                open: *open, disputed: *disputed, instalments_due: *due,
            }).collect();
            for order in Appropriation::ALL {
                let (shares, rest) = appropriate(amount, &open, *order);
                prop_assert_eq!(shares.iter().map(|s| s.amount).sum::<i64>() + rest, amount);
                for share in &shares {
                    prop_assert!(share.amount > 0 && share.amount <= open[share.debit as usize].open);
                }
                let all_open: i64 = open.iter().map(|d| d.open).sum();
                prop_assert_eq!(rest, (amount - all_open).max(0));
            }
        }
    }
}
