//! A plan laid over ageing: covered amounts are due by instalment, and nothing is counted twice or lost.

use super::received::{Receipt, Received};
use super::version::PlanVersion;
use crate::day::Day;
use crate::money::Money;

/// An amount of covered debt and the day it is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AgeingLine {
    /// The day it ages from: late from the day after.
    pub due: Day,
    /// What is still open of it; always more than nothing.
    pub open: Money,
}

impl PlanVersion {
    /// The covered debt still open on `as_of`, by instalment. Only principal ages: interest of a plan is
    /// no debt until it is earned and charged. Missed instalments keep their own days, grace changes
    /// nothing, and what was accelerated is due on that day.
    ///
    /// Empty while the version does not [govern](PlanVersion::governs); then the invoices' own days count.
    pub fn ageing_lines(&self, received: &[Receipt], as_of: Day) -> Vec<AgeingLine> {
        if !self.governs(as_of) {
            return Vec::new();
        }
        let to_invoices =
            Received::of(received.iter().map(|receipt| (receipt.on, receipt.to_invoices)), as_of);
        let mut left = to_invoices.total();
        let mut lines = Vec::new();
        for instalment in &self.instalments {
            let principal = i128::from(instalment.principal.minor());
            let paid = left.min(principal);
            left -= paid;
            if let (true, Ok(open)) = (paid < principal, i64::try_from(principal - paid)) {
                let due = self.due_as_at(instalment, as_of);
                lines.push(AgeingLine { due, open: Money::of(open, self.currency) });
            }
        }
        lines
    }
}

/// Shares ageing lines out to invoices: the oldest lines to the invoices first in order. `open` holds what
/// is still open of each covered invoice within the plan, in the order payments pay them.
///
/// Both add up to the same; should they not, what is left over on either side is not shared out.
pub fn share_out(lines: &[AgeingLine], open: &[(i64, Money)]) -> Vec<(i64, AgeingLine)> {
    let mut shared = Vec::new();
    let mut lines = lines.iter().copied();
    let mut line = lines.next();
    for (invoice, open) in open {
        let mut wanted = open.minor();
        while let Some(current) = line.filter(|_| wanted > 0) {
            let part = wanted.min(current.open.minor());
            let currency = current.open.currency();
            shared.push((*invoice, AgeingLine { due: current.due, open: Money::of(part, currency) }));
            wanted -= part;
            let rest = current.open.minor() - part;
            line = if rest > 0 {
                Some(AgeingLine { due: current.due, open: Money::of(rest, currency) })
            } else {
                lines.next()
            };
        }
    }
    shared
}
