//! What passed through the bank: lines of statements, what they may pay, and what they were matched with.
//!
//! A suggestion is never applied alone: somebody confirms it, line by line or all exact ones at once.

mod early;
mod list;
mod matching;
mod suggest;
mod towards;
mod tying;

pub use list::{
    BankAccountView, BankAccounts, BankAccountsAsk, BankEvidence, BankLineView, BankLines, BankList,
    BankMatched, BankSuggestion, BankSuggestionItem, bank_accounts, bank_list,
};
pub use matching::{
    BankExact, BankMatch, BankMatches, BankUnmatch, bank_match, bank_match_exact, bank_unmatch,
};
