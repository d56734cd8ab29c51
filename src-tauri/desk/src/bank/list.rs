//! Lines of bank statements as they are shown, each with what it may pay.

use super::suggest::{self, Suggested};
use crate::desk::Desk;
use crate::error::Answer;
use crate::shown::{account_id, amount, client_id, entry_id, line_id, row_of};
use goodterms_ledger::Connection;
use goodterms_ledger::reading::bank::{self, LineQuery, LineRow};
use goodterms_terms::entry::EntryKind;
use goodterms_terms::policy::Policy;
use goodterms_terms::{Code, Day, Refusal};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Asks for lines of bank statements.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct BankList {
    /// Only money in of which some is not yet matched.
    #[ts(optional)]
    pub unmatched: Option<bool>,
    /// Only this account's: `account-2`, or its number.
    #[ts(optional)]
    pub account: Option<String>,
    /// The business day; today when none is given.
    #[ts(optional, type = "string")]
    pub as_of: Option<Day>,
}

/// Lines of bank statements.
#[derive(Debug, Serialize, TS)]
pub struct BankLines {
    /// The latest first.
    pub lines: Vec<BankLineView>,
}

/// A movement on an account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BankLineView {
    /// `line-12`.
    pub id: String,
    /// `account-2`.
    pub account: String,
    /// The account's number; empty when its lists never said.
    pub account_number: String,
    /// The day it was booked.
    #[ts(type = "string")]
    pub date: Day,
    /// The day it counts for interest.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional, type = "string")]
    pub value_date: Option<Day>,
    /// Signed; money in is positive.
    pub amount: String,
    /// ISO 4217.
    pub currency: String,
    /// Who is on the other side.
    pub payer: String,
    /// Their account.
    pub payer_account: String,
    /// The reference given with it.
    pub reference: String,
    /// All that was written with it.
    pub text: String,
    /// What it pays.
    pub matched: Vec<BankMatched>,
    /// What of it is kept as credit on account.
    pub credit: String,
    /// What of it is not yet matched; nothing of money out.
    pub left: String,
    /// What it may pay, the likeliest first. Never applied alone.
    pub suggestions: Vec<BankSuggestion>,
}

/// What a line pays.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BankMatched {
    /// The invoice's number, or the name of another kind of debt.
    pub invoice: String,
    /// How much.
    pub amount: String,
    /// The client's name.
    pub client: String,
    /// `client-12`.
    pub client_id: String,
    /// `payment-12`: what the line became.
    pub payment: String,
}

/// What a line may pay, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BankSuggestion {
    /// The number of the first of what it would pay.
    pub invoice: String,
    /// How much of that.
    pub amount: String,
    /// Whether number and amount leave no doubt: these go in together at one confirmation.
    pub exact: bool,
    /// The payment in the book that it is, `payment-12`: then it pays nothing more.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub payment: Option<String>,
    /// What would come off the invoice for paying early.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub discount: Option<String>,
    /// Why.
    pub evidence: Vec<BankEvidence>,
    /// All it would pay.
    pub items: Vec<BankSuggestionItem>,
}

/// A reason for a suggestion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BankEvidence {
    /// Stable name.
    pub code: String,
    /// One sentence.
    pub message: String,
    /// The reference, number or name it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub text: Option<String>,
    /// How much less, more or left, in the line's currency.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub amount: Option<String>,
    /// How many items, payments or days; of an instalment its place in the plan, 0 the down payment.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub n: Option<i64>,
    /// The day it was due or entered for, or the last on which the discount may be taken.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional, type = "string")]
    pub day: Option<Day>,
}

/// A debt a line may pay.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BankSuggestionItem {
    /// `invoice-12`; nothing of an instalment.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub id: Option<String>,
    /// Its number, or the plan's reference.
    pub invoice: String,
    /// The client's name.
    pub client: String,
    /// `client-12`.
    pub client_id: String,
    /// How much.
    pub amount: String,
    /// The instalment of a plan it is, where it is one: `PP-2026-0001/3`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub instalment: Option<String>,
}

/// Lines of bank statements, the latest first, each with what it may pay.
///
/// # Errors
/// When the account is unknown or the book cannot be read.
pub async fn bank_list(desk: &Desk, ask: BankList) -> Answer<BankLines> {
    let mut look = desk.look(ask.as_of).await?;
    let query = LineQuery {
        unmatched: ask.unmatched.unwrap_or(false),
        account: match &ask.account {
            Some(meant) => Some(account(&mut look.reader, meant).await?),
            None => None,
        },
        only: None,
    };
    let policy = look.policy().await?;
    let lines = shown(&mut look.reader, &query, &policy, look.on).await?;
    Ok(BankLines { lines })
}

/// Lines as they are shown.
pub(super) async fn shown(
    conn: &mut Connection,
    query: &LineQuery,
    policy: &Policy,
    on: Day,
) -> Answer<Vec<BankLineView>> {
    let rows = bank::lines(conn, query, on).await?;
    let suggested = suggest::of(conn, &rows, policy, on).await?;
    rows.into_iter().zip(suggested).map(|(row, suggested)| view(row, suggested)).collect()
}

fn view(row: LineRow, suggested: Vec<Suggested>) -> Answer<BankLineView> {
    let money = |minor| amount(minor, &row.currency);
    let mut matched = Vec::new();
    for payment in &row.payments {
        for (_, number, minor) in &payment.paid {
            matched.push(BankMatched {
                invoice: number.clone(),
                amount: money(*minor)?,
                client: payment.client_name.clone(),
                client_id: client_id(payment.client),
                payment: entry_id(EntryKind::Payment, payment.entry),
            });
        }
    }
    Ok(BankLineView {
        id: line_id(row.id),
        account: account_id(row.account),
        date: row.on,
        value_date: row.value_on,
        amount: money(row.amount)?,
        credit: money(row.payments.iter().map(|payment| payment.credit).sum())?,
        left: money(row.left())?,
        matched,
        suggestions: suggested.into_iter().map(|one| one.view(&row.currency)).collect::<Answer<_>>()?,
        account_number: row.account_number,
        currency: row.currency,
        payer: row.payer,
        payer_account: row.payer_account,
        reference: row.reference,
        text: row.text,
    })
}

/// Asks for the accounts.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BankAccountsAsk {}

/// Accounts that statements came in for.
#[derive(Debug, Serialize, TS)]
pub struct BankAccounts {
    /// By number.
    pub accounts: Vec<BankAccountView>,
}

/// An account, and what it held last.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BankAccountView {
    /// `account-2`.
    pub id: String,
    /// Its number; empty when its lists never said.
    pub number: String,
    /// ISO 4217.
    pub currency: String,
    /// The latest closing balance.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub balance: Option<String>,
    /// The day of that balance.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional, type = "string")]
    pub balance_on: Option<Day>,
    /// How many lines it has.
    #[ts(type = "number")]
    pub lines: u64,
    /// Lines of money in of which some is not yet matched.
    #[ts(type = "number")]
    pub unmatched: u64,
}

/// Accounts that statements came in for, by number.
///
/// # Errors
/// When the book cannot be read.
pub async fn bank_accounts(desk: &Desk, _: BankAccountsAsk) -> Answer<BankAccounts> {
    let mut look = desk.look(None).await?;
    let accounts = bank::accounts(&mut look.reader)
        .await?
        .into_iter()
        .map(|row| {
            Ok(BankAccountView {
                id: account_id(row.id),
                balance: row.balance.map(|(minor, _)| amount(minor, &row.currency)).transpose()?,
                balance_on: row.balance.and_then(|(_, on)| on),
                number: row.number,
                currency: row.currency,
                lines: row.lines,
                unmatched: row.unmatched,
            })
        })
        .collect::<Answer<_>>()?;
    Ok(BankAccounts { accounts })
}

/// The one account meant, by id or number.
async fn account(conn: &mut Connection, meant: &str) -> Answer<i64> {
    let number: String = meant.split_whitespace().collect::<String>().to_uppercase();
    let mut known = bank::accounts(conn).await?;
    known.retain(|one| Some(one.id) == row_of(meant, "account") || one.number.to_uppercase() == number);
    match known.as_slice() {
        [one] => Ok(one.id),
        several => {
            let code = if several.is_empty() { Code::BankAccountUnknown } else { Code::BankAccountAmbiguous };
            let message = match several.len() {
                0 => format!("No statement of an account \u{201c}{meant}\u{201d} came in."),
                n => format!("{n} accounts have the number \u{201c}{meant}\u{201d}."),
            };
            Err(Refusal::input(code, message)
                .hint("Give its number or id as bank list shows them.")
                .field("account")
                .candidates(several.iter().map(|one| format!("{} in {}", account_id(one.id), one.currency)))
                .into())
        }
    }
}
