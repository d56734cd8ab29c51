//! One account's block of a file, on its way to a statement.

use crate::drafts::{Intake, WarningCode};
use crate::statement::{BalanceDraft, BankLineDraft, StatementDraft};
use goodterms_terms::Currency;

/// What a reader has found of one statement so far.
pub(crate) struct Block {
    pub(crate) account: Option<String>,
    pub(crate) currency: Currency,
    pub(crate) opening: Option<BalanceDraft>,
    pub(crate) closing: Option<BalanceDraft>,
    pub(crate) lines: Vec<BankLineDraft>,
    /// Where it begins.
    pub(crate) row: u64,
}

impl Block {
    /// Nothing of an account yet.
    pub(crate) const fn of(account: Option<String>, currency: Currency, row: u64) -> Self {
        Self { account, currency, opening: None, closing: None, lines: Vec::new(), row }
    }

    /// Makes statements of it: one for the account's own currency, one for each other currency among its
    /// lines. Balances that do not fit the lines are worth a word, nothing more: real ones often do not.
    pub(crate) fn close(self, intake: &mut Intake) {
        let Self { account, currency, opening, closing, lines, row } = self;
        let own = |balance: &BalanceDraft| balance.amount.currency() == currency;
        for foreign in [opening, closing].into_iter().flatten().filter(|balance| !own(balance)) {
            let message = format!(
                "A balance is in {}, the account in {currency}; it was left out",
                foreign.amount.currency()
            );
            intake.warn(Some(row), WarningCode::BalanceDiffers, message);
        }
        let mut statements = vec![StatementDraft {
            account: account.clone(),
            currency,
            opening: opening.filter(own),
            closing: closing.filter(own),
            lines: Vec::new(),
        }];
        for line in lines {
            let currency = line.amount.currency();
            match statements.iter_mut().find(|statement| statement.currency == currency) {
                Some(statement) => statement.lines.push(line),
                None => statements.push(StatementDraft {
                    account: account.clone(),
                    currency,
                    opening: None,
                    closing: None,
                    lines: vec![line],
                }),
            }
        }
        let others = statements.len() > 1;
        let says_something = |statement: &StatementDraft| {
            !statement.lines.is_empty()
                || statement.opening.is_some()
                || statement.closing.is_some()
                || !others
        };
        for statement in statements.into_iter().filter(says_something) {
            if let Some(difference) = statement.difference().filter(|difference| !difference.is_zero()) {
                let name = statement.account.as_deref().unwrap_or("without a number");
                let message = format!(
                    "The closing balance of account {name} differs by {difference} from its opening balance and \
                     its lines"
                );
                intake.warn(Some(row), WarningCode::BalanceDiffers, message);
            }
            intake.statements.push(statement);
        }
    }
}
