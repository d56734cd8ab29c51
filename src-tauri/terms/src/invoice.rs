//! The states of an invoice. They are derived from what happened, never stored.

use crate::day::{self, Day};
use crate::entry::named;
use serde::{Deserialize, Serialize};

named! {
    /// A state. Several hold at once; the one declared first leads.
    State {
        /// Taken back as if it had never been sent.
        Void = "void",
        /// Nothing is owed because some of it was given up.
        WrittenOff = "written_off",
        /// Nothing is owed.
        Paid = "paid",
        /// The client disputes it, wholly or in part.
        Disputed = "disputed",
        /// An active payment plan covers it.
        OnPlan = "on_plan",
        /// Its due day, or that of an instalment, has ended unpaid.
        Overdue = "overdue",
        /// Some of it is paid.
        PartPaid = "part_paid",
        /// Something is owed.
        Open = "open",
        /// Written, but not yet sent to the client.
        Draft = "draft",
    }
}

/// What is known of an invoice on a day, in minor units of its own currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// Not yet sent.
    pub draft: bool,
    /// Taken back.
    pub void: bool,
    /// Amount with tax.
    pub total: i64,
    /// Total less everything allocated to it.
    pub balance: i64,
    /// How much of what was allocated is write-off.
    pub written_off: i64,
    /// Whether a dispute is open.
    pub disputed: bool,
    /// Whether an active plan covers it.
    pub on_plan: bool,
    /// The day its oldest unpaid part falls or fell due: its own, or an instalment's.
    pub due: Day,
}

impl Standing {
    /// Whole days by which the oldest unpaid part is late on `on`.
    pub fn days_late(&self, on: Day) -> i64 {
        if self.is_owed() { day::days_late(self.due, on) } else { 0 }
    }

    fn is_owed(&self) -> bool {
        self.balance > 0 && !self.void && !self.draft
    }

    /// Every state that holds on `on`, the leading one first.
    pub fn states(&self, on: Day) -> Vec<State> {
        State::ALL.iter().copied().filter(|state| self.holds(*state, on)).collect()
    }

    fn holds(&self, state: State, on: Day) -> bool {
        let sent = !self.void && !self.draft;
        match state {
            State::Void => self.void,
            State::Draft => self.draft && !self.void,
            State::WrittenOff => sent && self.balance <= 0 && self.written_off > 0,
            State::Paid => sent && self.balance <= 0 && self.written_off == 0,
            State::Disputed => self.is_owed() && self.disputed,
            State::OnPlan => self.is_owed() && self.on_plan,
            State::Overdue => self.days_late(on) > 0,
            State::PartPaid => self.is_owed() && self.balance < self.total,
            State::Open => self.is_owed(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(change: impl Fn(&mut Standing), on: &str, expected: &[State]) {
        let due = day::parse("2026-11-17").unwrap();
        let mut standing = Standing {
            draft: false,
            void: false,
            total: 1000,
            balance: 1000,
            written_off: 0,
            disputed: false,
            on_plan: false,
            due,
        };
        change(&mut standing);
        assert_eq!(standing.states(day::parse(on).unwrap()), expected);
    }

    #[test]
    fn several_states_hold_and_the_declared_order_leads() {
        use State::*;
        check(|_| {}, "2026-11-17", &[Open]);
        check(|_| {}, "2026-11-18", &[Overdue, Open]);
        check(|i| i.balance = 400, "2026-11-18", &[Overdue, PartPaid, Open]);
        check(|i| i.balance = 0, "2026-12-18", &[Paid]);
        check(|i| i.disputed = true, "2026-11-18", &[Disputed, Overdue, Open]);
        check(|i| i.on_plan = true, "2026-11-01", &[OnPlan, Open]);
        check(
            |i| {
                i.balance = 0;
                i.written_off = 5;
            },
            "2026-12-01",
            &[WrittenOff],
        );
        check(|i| i.draft = true, "2026-12-01", &[Draft]);
        check(
            |i| {
                i.void = true;
                i.balance = 0;
            },
            "2026-12-01",
            &[Void],
        );
    }

    #[test]
    fn every_state_has_a_name_that_finds_it() {
        for state in State::ALL {
            assert_eq!(State::from_name(state.as_str()), Some(*state));
        }
    }
}
