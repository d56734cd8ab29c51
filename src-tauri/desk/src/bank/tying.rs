//! A line that is a payment which was in the book before it: tied together, and let go again.

use crate::desk::Doing;
use crate::error::Answer;
use crate::finding;
use crate::shown::{amount, entry_id, line_id};
use goodterms_ledger::bank::{self, Match};
use goodterms_ledger::entry::Entry;
use goodterms_ledger::reading::bank::LineRow;
use goodterms_terms::entry::EntryKind;
use goodterms_terms::history::Happening;
use goodterms_terms::{Code, Refusal};

/// Notes that a line is this payment. No money moves.
///
/// # Errors
/// When the payment is not found, was taken back, is a line already, or does not go into what is left of the line.
pub(super) async fn tie(doing: &mut Doing, line: &LineRow, meant: &str) -> Answer<String> {
    let payment = finding::payment(&mut doing.act, meant).await?;
    let id = entry_id(EntryKind::Payment, payment.id);
    if payment.reversed {
        let message = format!("{id} has been taken back.");
        return Err(Refusal::rule(Code::AlreadyReversed, message).field("payment").into());
    }
    if let Some((other, _)) = bank::line_of(&mut doing.act, payment.id).await? {
        return Err(Refusal::rule(
            Code::PaymentMatched,
            format!("{id} is {} of a bank statement already.", line_id(other)),
        )
        .hint("Unmatch that line first, if the other is meant.")
        .field("payment")
        .into());
    }
    if payment.currency != line.currency {
        return Err(Refusal::input(
            Code::CurrencyMismatch,
            format!("{id} is in {}, the line in {}.", payment.currency, line.currency),
        )
        .field("payment")
        .into());
    }
    if -payment.amount > line.left() {
        return Err(Refusal::rule(
            Code::BankMatchTooMuch,
            format!(
                "{id} is {} {}, but only {} of {} is left to match.",
                amount(-payment.amount, &line.currency)?,
                line.currency,
                amount(line.left(), &line.currency)?,
                line_id(line.id),
            ),
        )
        .hint("If its amount is wrong, take the payment back and match the line to what it pays.")
        .field("payment")
        .into());
    }
    let tied = Match { payment: payment.id, was_entered: true, discount: None };
    bank::insert_match(&mut doing.act, line.id, &tied).await?;
    let happening = Happening::BankLineTied {
        payer: line.payer.clone(),
        amount: amount(-payment.amount, &line.currency)?,
        currency: line.currency.clone(),
        on: line.on.to_string(),
        entered: payment.on.to_string(),
    };
    doing.tell(&happening, &line_id(line.id), Some(payment.client)).await?;
    Ok(id)
}

/// Lets the payment go, which stays in the book as it was.
///
/// # Errors
/// When the book cannot be written.
pub(super) async fn untie(doing: &mut Doing, line: &LineRow, payment: &Entry) -> Answer<()> {
    bank::untie(&mut doing.act, payment.id).await?;
    let happening = Happening::BankLineUntied {
        payer: line.payer.clone(),
        amount: amount(-payment.amount, &line.currency)?,
        currency: line.currency.clone(),
        on: line.on.to_string(),
        entered: payment.on.to_string(),
    };
    doing.tell(&happening, &line_id(line.id), Some(payment.client)).await?;
    Ok(())
}
