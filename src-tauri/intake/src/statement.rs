//! What passed through a bank account, as its bank tells it.

use goodterms_terms::{Currency, Day, Money};
use sha2::{Digest, Sha256};
use std::collections::HashMap;

/// One account's statement. A file may hold several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatementDraft {
    /// The account: its IBAN or number, without blanks.
    pub account: Option<String>,
    /// What all its amounts are in.
    pub currency: Currency,
    /// What was on the account before the first line.
    pub opening: Option<BalanceDraft>,
    /// What was on the account after the last line.
    pub closing: Option<BalanceDraft>,
    /// In the order of the file.
    pub lines: Vec<BankLineDraft>,
}

/// What was on an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BalanceDraft {
    /// At the end (opening: the beginning) of that day.
    pub on: Option<Day>,
    /// Negative when overdrawn.
    pub amount: Money,
}

/// One movement on an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BankLineDraft {
    /// The day it was booked.
    pub on: Day,
    /// The day it counts for interest, where it is stated.
    pub value_on: Option<Day>,
    /// Money in is positive.
    pub amount: Money,
    /// Who is on the other side, as written.
    pub payer: Option<String>,
    /// The account on the other side, without blanks.
    pub payer_account: Option<String>,
    /// The reference the payer's bank was given: structured (RF, QRR), end-to-end, or a cheque's number.
    pub reference: Option<String>,
    /// All that was written with it, in one line.
    pub text: String,
    /// The bank's own number for it. Not always the only one of its kind.
    pub bank_id: Option<String>,
    /// It takes an earlier movement back: a returned debit, a bounced transfer.
    pub reversal: bool,
    /// The line of the file it begins at (its place in the file where lines say nothing), counted from 1.
    pub row: u64,
}

impl StatementDraft {
    /// By how much the closing balance is more than the opening balance and all lines together. `None` where
    /// a balance is missing or the sum does not fit.
    pub fn difference(&self) -> Option<Money> {
        let (opening, closing) = (self.opening?, self.closing?);
        let sum = self.lines.iter().try_fold(opening.amount, |sum, line| sum.plus(line.amount)).ok()?;
        closing.amount.minus(sum).ok()
    }
}

/// A name for a movement that is the same in every file it appears in.
pub type LineKey = [u8; 32];

/// One key for each line of each statement of a file, in the same order.
///
/// Two files that overlap give the lines they share the same keys. A bank's own number alone is not enough:
/// some banks use one number for several movements. So a key is made of the account, that number (or, where
/// there is none, what was written), the day, the amount, and which of several such lines of the file it is.
/// Lines are counted over all statements of an account, so it takes the whole file at once.
pub fn line_keys(statements: &[StatementDraft]) -> Vec<Vec<LineKey>> {
    let mut seen: HashMap<LineKey, u64> = HashMap::new();
    let mut key = |statement: &StatementDraft, line: &BankLineDraft| {
        let alike = digest_of(statement, line);
        let before = seen.entry(alike).or_default();
        *before += 1;
        Sha256::new().chain_update(alike).chain_update(before.to_be_bytes()).finalize().into()
    };
    statements
        .iter()
        .map(|statement| statement.lines.iter().map(|line| key(statement, line)).collect())
        .collect()
}

fn digest_of(statement: &StatementDraft, line: &BankLineDraft) -> LineKey {
    let mut digest = Sha256::new();
    let mut say = |text: &str| {
        digest.update((text.len() as u64).to_be_bytes());
        digest.update(text);
    };
    say(&statement.account.as_deref().unwrap_or_default().to_uppercase());
    say(line.amount.currency().code());
    say(&line.amount.minor().to_string());
    say(&line.on.to_string());
    match &line.bank_id {
        Some(id) => say(&format!("id {id}")),
        None => {
            let written = [line.payer.as_deref(), line.reference.as_deref(), Some(line.text.as_str())];
            let letters = written.into_iter().flatten().flat_map(str::chars).filter(|c| c.is_alphanumeric());
            say(&letters.flat_map(char::to_lowercase).collect::<String>());
        }
    }
    digest.finalize().into()
}
