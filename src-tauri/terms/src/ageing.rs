//! Ageing: how late what is owed is. Every amount lies in exactly one bucket.

use crate::day::{self, Day};

/// A span of lateness.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Bucket {
    /// Not yet late.
    Current,
    /// 1 to 30 days late.
    Days1To30,
    /// 31 to 60 days late.
    Days31To60,
    /// 61 to 90 days late.
    Days61To90,
    /// 91 days late or more.
    Over90,
}

impl Bucket {
    /// The bucket for something so many whole days late.
    pub const fn of(days_late: i64) -> Self {
        match days_late {
            i64::MIN..=0 => Self::Current,
            1..=30 => Self::Days1To30,
            31..=60 => Self::Days31To60,
            61..=90 => Self::Days61To90,
            _ => Self::Over90,
        }
    }
}

/// What is owed in one currency, by lateness, in minor units.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Ageing {
    /// The five buckets, in the order of [`Bucket`].
    pub buckets: [i64; 5],
    /// Credit on account: what was received and not yet allocated. Negative or nothing.
    pub credit: i64,
}

impl Ageing {
    /// Puts an open amount that fell due on `due` into its bucket as at `on`.
    pub fn add(&mut self, due: Day, open: i64, on: Day) {
        self.add_to(Bucket::of(day::days_late(due, on)), open);
    }

    /// Puts an open amount into a bucket.
    pub fn add_to(&mut self, bucket: Bucket, open: i64) {
        if let Some(slot) = self.buckets.get_mut(bucket as usize) {
            *slot = slot.saturating_add(open);
        }
    }

    /// Adds another ageing of the same currency.
    pub fn absorb(&mut self, other: &Self) {
        for (mine, theirs) in self.buckets.iter_mut().zip(other.buckets) {
            *mine = mine.saturating_add(theirs);
        }
        self.credit = self.credit.saturating_add(other.credit);
    }

    /// The five buckets together.
    pub fn total(&self) -> i64 {
        self.buckets.iter().sum()
    }

    /// What is late.
    pub fn overdue(&self) -> i64 {
        self.buckets.iter().skip(1).sum()
    }

    /// Total plus credit: the client's balance.
    pub fn net(&self) -> i64 {
        self.total() + self.credit
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Bucket edges: an invoice exactly 30, 60 or 90 days late once landed in two buckets.
    #[test]
    fn an_invoice_on_a_bucket_edge_lands_in_one_bucket() {
        let due = day::parse("2026-01-01").unwrap();
        let check = |late: i64, index: usize| {
            let mut ageing = Ageing::default();
            ageing.add(due, 100, day::plus_days(due, late));
            let mut expected = [0; 5];
            expected[index] = 100;
            assert_eq!(ageing.buckets, expected, "{late} days late");
        };
        for (late, index) in
            [(-400, 0), (0, 0), (1, 1), (30, 1), (31, 2), (60, 2), (61, 3), (90, 3), (91, 4), (4000, 4)]
        {
            check(late, index);
        }
    }

    #[test]
    fn net_is_total_and_credit() {
        let mut ageing = Ageing { buckets: [1, 2, 3, 4, 5], credit: -4 };
        assert_eq!((ageing.total(), ageing.overdue(), ageing.net()), (15, 14, 11));
        ageing.absorb(&Ageing { buckets: [1; 5], credit: -1 });
        assert_eq!((ageing.total(), ageing.net()), (20, 15));
    }
}
