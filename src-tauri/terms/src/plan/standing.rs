//! How a plan is being kept, as at a day.

use super::quote::Instalment;
use super::received::{Receipt, Received};
use super::version::{Notice, PlanState, PlanVersion};
use crate::day::{Day, plus_days};
use crate::money::Money;
use serde::{Deserialize, Serialize};

/// How one instalment stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum InstalmentState {
    /// Paid in full.
    Kept,
    /// Paid in part, and not yet due.
    Part,
    /// Not yet due, or due today.
    ToCome,
    /// The due day has ended; the days of grace have not.
    InGrace,
    /// The days of grace have ended too.
    Missed,
    /// Missed, and the business let it stand. The amount is still owed.
    Waived,
}

impl InstalmentState {
    /// The name on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Kept => "kept",
            Self::Part => "part",
            Self::ToCome => "to_come",
            Self::InGrace => "in_grace",
            Self::Missed => "missed",
            Self::Waived => "waived",
        }
    }
}

/// One instalment as at a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InstalmentStanding {
    /// Its number; 0 for a down payment.
    pub n: u32,
    /// When it is due: its own day, or the day the rest was made due.
    pub due: Day,
    /// What was promised.
    pub amount: Money,
    /// What has arrived for it.
    pub paid: Money,
    /// Since when it has been paid in full.
    pub paid_on: Option<Day>,
    /// How it stands.
    pub state: InstalmentState,
}

/// A plan as at a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// Where the version stands in its life.
    pub state: PlanState,
    /// Every instalment, in order.
    pub instalments: Vec<InstalmentStanding>,
    /// What has arrived for the instalments together.
    pub paid: Money,
    /// What they still come to.
    pub open: Money,
    /// The due day of the oldest instalment not paid in full; it can have passed.
    pub next_due: Option<Day>,
    /// The due day of the oldest missed instalment.
    pub missed_since: Option<Day>,
    /// In force and nothing missed. Days of grace do not disturb it.
    pub on_track: bool,
}

/// What a plan asks of the business next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NextStep {
    /// It is not in force.
    NotInForce,
    /// Nothing: all is well.
    OnTrack,
    /// An instalment is late, within its days of grace.
    WaitForGrace {
        /// The last day on which paying counts as on time.
        until: Day,
    },
    /// An instalment is missed: give notice, or let it stand.
    GiveNotice {
        /// The last day to make it good, if notice is given now.
        cure_by: Day,
    },
    /// Notice was given: wait.
    WaitForCure {
        /// The last day to make it good.
        until: Day,
    },
    /// The notice ran out: declare default, renegotiate, or let it stand.
    MayDeclareDefault,
    /// In default, and the signed version lets the rest be made due.
    MayAccelerate,
    /// In default without such a clause, or already accelerated: renegotiate, cancel, or hand over.
    MayCancel,
    /// Everything is paid: say thank you.
    Thank,
}

impl PlanVersion {
    /// How the plan is being kept on `as_of`. Payments fill the instalments from the first on, whatever
    /// invoice they paid. Due today is not late today.
    pub fn standing(&self, received: &[Receipt], as_of: Day) -> Standing {
        let state = self.state(received, as_of);
        let arrived = Received::of(received.iter().map(|receipt| (receipt.on, receipt.whole())), as_of);
        let all_paid = self.is_paid(received, as_of);
        let mut promised_so_far = 0_i128;
        let mut instalments = Vec::with_capacity(self.instalments.len());
        for instalment in &self.instalments {
            let amount = i128::from(instalment.amount.minor());
            let paid = (arrived.total() - promised_so_far).clamp(0, amount);
            promised_so_far += amount;
            let standing = InstalmentStanding {
                n: instalment.n,
                due: self.due_as_at(instalment, as_of),
                amount: instalment.amount,
                paid: Money::of(i64::try_from(paid).unwrap_or(i64::MAX), self.currency),
                paid_on: arrived.reached_on(promised_so_far),
                state: InstalmentState::ToCome,
            };
            instalments.push(InstalmentStanding {
                state: self.how(instalment, &standing, all_paid, as_of),
                ..standing
            });
        }
        let sum =
            |of: fn(&InstalmentStanding) -> i64| Money::of(instalments.iter().map(of).sum(), self.currency);
        let first = |is: fn(InstalmentState) -> bool| instalments.iter().find(|i| is(i.state)).map(|i| i.due);
        let missed_since = first(|state| state == InstalmentState::Missed);
        Standing {
            paid: sum(|i| i.paid.minor()),
            open: if all_paid {
                Money::zero(self.currency)
            } else {
                sum(|i| i.amount.minor() - i.paid.minor())
            },
            next_due: first(|state| state != InstalmentState::Kept),
            on_track: state == PlanState::Active && missed_since.is_none(),
            missed_since,
            state,
            instalments,
        }
    }

    /// What to do next on `as_of`. Each of these can be waived; none happens alone.
    pub fn next_step(&self, received: &[Receipt], as_of: Day) -> NextStep {
        let standing = self.standing(received, as_of);
        match standing.state {
            PlanState::Completed => NextStep::Thank,
            PlanState::Defaulted => self.after_default(&standing, as_of),
            PlanState::Active => self.while_active(&standing, as_of),
            PlanState::Draft
            | PlanState::Offered
            | PlanState::Signed
            | PlanState::Superseded
            | PlanState::Cancelled => NextStep::NotInForce,
        }
    }

    fn how(
        &self,
        instalment: &Instalment,
        standing: &InstalmentStanding,
        all_paid: bool,
        as_of: Day,
    ) -> InstalmentState {
        let let_stand = self.life.waived.iter().any(|(n, on)| *n == instalment.n && *on <= as_of);
        if all_paid || standing.paid == standing.amount {
            InstalmentState::Kept
        } else if as_of > self.last_day_on_time(standing.due) {
            if let_stand { InstalmentState::Waived } else { InstalmentState::Missed }
        } else if as_of > standing.due {
            InstalmentState::InGrace
        } else if standing.paid.is_positive() {
            InstalmentState::Part
        } else {
            InstalmentState::ToCome
        }
    }

    fn while_active(&self, standing: &Standing, as_of: Day) -> NextStep {
        let missed: Vec<Day> = days_in(standing, InstalmentState::Missed).collect();
        if missed.is_empty() {
            let late = days_in(standing, InstalmentState::InGrace).next();
            return late.map_or(NextStep::OnTrack, |due| NextStep::WaitForGrace {
                until: self.last_day_on_time(due),
            });
        }
        // A notice speaks of what was missed when it was given; what is missed later needs its own.
        let speaks_of_missed = |notice: &&Notice| {
            notice.on <= as_of && missed.iter().any(|due| self.last_day_on_time(*due) < notice.on)
        };
        match self.life.notices.iter().filter(speaks_of_missed).map(|notice| notice.cure_by).max() {
            None => NextStep::GiveNotice { cure_by: plus_days(as_of, i64::from(self.cure_days)) },
            Some(until) if as_of <= until => NextStep::WaitForCure { until },
            Some(_) => NextStep::MayDeclareDefault,
        }
    }

    fn after_default(&self, standing: &Standing, as_of: Day) -> NextStep {
        let accelerated = self.life.accelerated_on.is_some_and(|day| day <= as_of);
        let missed = days_in(standing, InstalmentState::Missed).count();
        let enough = |clause: super::Acceleration| {
            usize::try_from(clause.after_missed).is_ok_and(|least| missed >= least)
        };
        if !accelerated && self.acceleration.is_some_and(enough) {
            NextStep::MayAccelerate
        } else {
            NextStep::MayCancel
        }
    }
}

fn days_in(standing: &Standing, state: InstalmentState) -> impl Iterator<Item = Day> {
    standing
        .instalments
        .iter()
        .filter(move |instalment| instalment.state == state)
        .map(|instalment| instalment.due)
}
