//! Which amounts came in and which went out, and whether the balances beside them agree.

use super::nothing_like;
use crate::drafts::{Intake, WarningCode};
use crate::statement::{BalanceDraft, BankLineDraft};
use goodterms_terms::{Currency, Money};

/// Which way money went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Flow {
    In,
    Out,
}

/// Which column an amount stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// The only one there is.
    Amount,
    /// The one for money out.
    Debit,
    /// The one for money in.
    Credit,
}

/// A movement whose amount is still as it is written.
pub(super) struct Row {
    pub(super) line: BankLineDraft,
    pub(super) side: Side,
    /// What a mark beside the amount says.
    pub(super) flow: Option<Flow>,
    pub(super) account: Option<String>,
    /// What was on the account after it.
    pub(super) balance: Option<Money>,
}

/// How a whole table writes its signs.
pub(super) struct Signs {
    /// Only one side is marked, so a row without a mark is of the other.
    unmarked: Option<Flow>,
    /// A lone debit or credit column with both signs: a minus turns it.
    signed_column: bool,
}

impl Signs {
    /// Looks at all rows.
    pub(super) fn of(rows: &[Row], directed: bool, debit: bool, credit: bool) -> Self {
        let marked = |flow| rows.iter().any(|row| row.flow == Some(flow));
        let unmarked = match (marked(Flow::In), marked(Flow::Out)) {
            (true, false) if !directed => Some(Flow::Out),
            (false, true) if !directed => Some(Flow::In),
            _ => None,
        };
        let positive = rows.iter().any(|row| row.line.amount.is_positive());
        Self { unmarked, signed_column: debit != credit && positive }
    }

    /// What to tell a person about it, where the amounts' own signs did not decide.
    pub(super) fn inferred(&self) -> Option<String> {
        let (mark, way) = match self.unmarked? {
            Flow::Out => ("CR", "out"),
            Flow::In => ("DR", "in"),
        };
        Some(format!("Only some rows are marked {mark}; money of the others was taken to have gone {way}"))
    }

    /// The amount, money in positive. A mark decides whatever the sign: banks write both.
    pub(super) fn amount(&self, row: &Row) -> Money {
        let stated = row.line.amount;
        let size = if stated.minor() < 0 { stated.negated() } else { stated };
        match (row.flow.or(self.unmarked.filter(|_| row.side == Side::Amount)), row.side) {
            (Some(Flow::In), _) => size,
            (Some(Flow::Out), _) => size.negated(),
            (None, Side::Amount) => stated,
            (None, Side::Debit) => (if self.signed_column { stated } else { size }).negated(),
            (None, Side::Credit) => {
                if self.signed_column {
                    stated
                } else {
                    size
                }
            }
        }
    }
}

/// Checks each balance against the one before and what passed between. Gives the balances before the first
/// and after the last movement where all agree.
///
/// Amounts whose signs are all the wrong way round for the balances beside them are turned, and that is said.
pub(super) fn check_balances(
    rows: &mut [Row],
    currency: Currency,
    intake: &mut Intake,
) -> Option<(BalanceDraft, BalanceDraft)> {
    let known: Vec<&Row> = rows.iter().filter(|row| row.line.amount.currency() == currency).collect();
    if known.iter().all(|row| row.balance.is_none()) {
        return None;
    }
    let plain = Chain::best(&known, false);
    let turned = Chain::best(&known, true);
    if !plain.holds() && turned.holds() && turned.checked >= 2 {
        let message = "The balances show that money in and money out are written the other way round; they were read so";
        intake.warn(None, WarningCode::SignsInferred, message);
        for row in rows.iter_mut().filter(|row| row.line.amount.currency() == currency) {
            row.line.amount = row.line.amount.negated();
        }
        return turned.ends;
    }
    if let Some(row) = plain.broken {
        let message =
            "The balance beside this row does not follow from the one before; movements may be missing";
        intake.warn(Some(row), WarningCode::BalanceDiffers, message);
    }
    plain.ends
}

/// Balances followed from one to the next.
struct Chain {
    checked: usize,
    failed: usize,
    /// The first row that does not follow.
    broken: Option<u64>,
    ends: Option<(BalanceDraft, BalanceDraft)>,
}

impl Chain {
    /// Whether at least one balance follows from another and none does not.
    const fn holds(&self) -> bool {
        self.failed == 0 && self.checked > 0
    }

    /// Follows the file's order of days; where all are of one day, the order that fits better.
    fn best(rows: &[&Row], turned: bool) -> Self {
        let day = |row: Option<&&Row>| row.map(|row| row.line.on);
        let newest_first = day(rows.first()) > day(rows.last());
        let one_day = day(rows.first()) == day(rows.last());
        let reversed: Vec<&Row> = rows.iter().rev().copied().collect();
        let down = Self::follow(&reversed, turned);
        if newest_first {
            return down;
        }
        let up = Self::follow(rows, turned);
        if one_day && down.failed < up.failed { down } else { up }
    }

    /// Follows rows from the oldest on.
    fn follow(rows: &[&Row], turned: bool) -> Self {
        let mut chain = Self { checked: 0, failed: 0, broken: None, ends: None };
        let Some(first) = rows.first() else { return chain };
        let (mut before, mut passed) = (None, nothing_like(first.line.amount));
        let mut opening = None;
        for row in rows {
            let amount = if turned { row.line.amount.negated() } else { row.line.amount };
            let Ok(sum) = passed.plus(amount) else { return chain };
            passed = sum;
            let Some(balance) = row.balance else { continue };
            match before {
                None => opening = balance.minus(passed).ok(),
                Some(before) => {
                    chain.checked += 1;
                    if balance.minus(passed) != Ok(before) {
                        chain.failed += 1;
                        chain.broken = chain.broken.or(Some(row.line.row));
                    }
                }
            }
            (before, passed) = (Some(balance), nothing_like(balance));
        }
        let closing = before.and_then(|before| before.plus(passed).ok());
        let days = (first.line.on, rows.last().map(|row| row.line.on));
        if let (Some(opening), Some(closing), 0) = (opening, closing, chain.failed) {
            chain.ends = Some((
                BalanceDraft { on: Some(days.0), amount: opening },
                BalanceDraft { on: days.1, amount: closing },
            ));
        }
        chain
    }
}
