//! Bank statements against the book: lines it has already, and lines that are new.

use super::matching::Shipment;
use crate::desk::Doing;
use crate::error::Answer;
use crate::work::Working;
use goodterms_intake::{BalanceDraft, LineKey, StatementDraft, line_keys};
use goodterms_ledger::Connection;
use goodterms_ledger::bank::{self, NewLine, NewStatement};
use goodterms_terms::{Currency, Day};
use std::collections::HashSet;

/// Lines written between two looks at whether somebody wants it stopped.
const AT_ONCE: usize = 5_000;

/// What a file says of an account that the book does not have yet.
#[derive(Debug, Clone)]
pub(super) struct NewLines {
    account: String,
    currency: Currency,
    opening: Option<(i64, Option<Day>)>,
    closing: Option<(i64, Option<Day>)>,
    pub(super) lines: Vec<NewLine>,
}

impl Shipment<'_> {
    pub(super) async fn match_statements(
        &mut self,
        conn: &mut Connection,
        drafts: &[StatementDraft],
    ) -> Answer<()> {
        let keys = line_keys(drafts);
        let all: Vec<LineKey> = keys.iter().flatten().copied().collect();
        let mut seen: HashSet<LineKey> = bank::known(conn, &all).await?;
        for (draft, keys) in drafts.iter().zip(keys) {
            let mut new = NewLines {
                account: draft.account.clone().unwrap_or_default(),
                currency: draft.currency,
                opening: draft.opening.map(balance),
                closing: draft.closing.map(balance),
                lines: Vec::new(),
            };
            for (line, same_as) in draft.lines.iter().zip(keys) {
                if !seen.insert(same_as) {
                    self.outcome.unchanged.bank_lines += 1;
                    continue;
                }
                self.outcome.created.bank_lines += 1;
                new.lines.push(NewLine {
                    on: line.on,
                    value_on: line.value_on,
                    amount: line.amount.minor(),
                    payer: line.payer.clone().unwrap_or_default(),
                    payer_account: line.payer_account.clone().unwrap_or_default(),
                    reference: line.reference.clone().unwrap_or_default(),
                    text: line.text.clone(),
                    bank_id: line.bank_id.clone().unwrap_or_default(),
                    same_as,
                });
            }
            self.statements.push(new);
        }
        Ok(())
    }
}

fn balance(draft: BalanceDraft) -> (i64, Option<Day>) {
    (draft.amount.minor(), draft.on)
}

/// Writes what is new of the statements.
pub(super) async fn write(
    doing: &mut Doing,
    statements: &[NewLines],
    import: i64,
    working: &Working<'_>,
) -> Answer<()> {
    for new in statements {
        let account = bank::account(&mut doing.act, &new.account, new.currency).await?;
        let statement = NewStatement { account, import, opening: new.opening, closing: new.closing };
        let statement = bank::insert_statement(&mut doing.act, &statement).await?;
        for some in new.lines.chunks(AT_ONCE) {
            bank::insert_lines(&mut doing.act, statement, some).await?;
            working.done(some.len())?;
        }
    }
    Ok(())
}
