//! What is shown of how an electronic invoice was read.

use super::paper::{Paper, Written};
use super::sums::Sums;
use crate::drafts::Intake;
use crate::particulars::Particulars;
use crate::reading::{Fact, FactName};
use goodterms_terms::{Day, day};

/// A document and what was made of it.
pub(super) struct Shown<'d> {
    pub(super) row: u64,
    pub(super) paper: &'d Paper,
    pub(super) issued: Day,
    pub(super) due: Day,
    pub(super) sums: &'d Sums,
    pub(super) particulars: &'d Particulars,
}

/// Lists what a document says, as written and as read.
pub(super) fn show(shown: &Shown<'_>, intake: &mut Intake) {
    let &Shown { row, paper, issued, due, sums, particulars } = shown;
    let mut tell = |name: FactName, text: Option<&str>, read_as: String| {
        intake.reading.facts.push(Fact { row, name, text: text.unwrap_or_default().to_owned(), read_as });
    };
    let as_written = |written: &Option<Written>| written.as_ref().map(|written| written.text.clone());
    for (name, text) in [
        (FactName::Number, paper.number.as_deref()),
        (FactName::DocumentType, paper.type_code.as_deref()),
        (FactName::Seller, paper.seller.known_as()),
        (FactName::Buyer, paper.buyer.known_as()),
        (FactName::Order, paper.order.as_deref()),
        (FactName::BuyerReference, paper.buyer_reference.as_deref()),
        (FactName::PaymentReference, paper.payment_reference.as_deref()),
    ] {
        if let Some(text) = text {
            tell(name, Some(text), text.to_owned());
        }
    }
    tell(FactName::Issued, paper.issued.as_deref(), issued.to_string());
    tell(FactName::Due, paper.due.as_deref().or(paper.terms.as_deref().map(str::trim)), due.to_string());
    for (name, written, money) in [
        (FactName::Total, &paper.total, Some(sums.total)),
        (FactName::Prepaid, &paper.prepaid, sums.prepaid),
        (FactName::Rounding, &paper.rounding, sums.rounding),
        (FactName::Payable, &paper.payable, Some(sums.payable)),
    ] {
        if let Some(money) = money {
            tell(name, as_written(written).as_deref(), format!("{} {money}", money.currency()));
        }
    }
    for account in &particulars.accounts {
        tell(FactName::Account, Some(account), account.clone());
    }
    for number in &particulars.preceding {
        tell(FactName::Preceding, Some(number), number.clone());
    }
    for early in &particulars.early_payment {
        let read_as = format!("{}% / {}", early.percent, day::plus_days(issued, i64::from(early.days)));
        tell(FactName::EarlyPayment, particulars.terms.as_deref(), read_as);
    }
}
