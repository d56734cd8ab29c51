//! Payments that were entered before the bank's word of them came: a line that is one of them is no second
//! payment.

use super::index::Index;
use super::{BankLine, EnteredPayment, Evidence, Rank, Reading, Suggestion, numbers};
use crate::money::Money;
use std::collections::HashMap;

/// So many days apart at most are the day somebody entered and the day the bank booked.
pub const DAYS_APART: i64 = 5;
/// More payments than this that a line may be tell nothing.
const MOST: usize = 3;

/// Payments that no line was matched with, by amount.
pub(super) struct Entered<'i> {
    by_amount: HashMap<Money, Vec<&'i EnteredPayment>>,
}

impl<'i> Entered<'i> {
    pub(super) fn of(payments: &'i [EnteredPayment]) -> Self {
        let mut by_amount: HashMap<Money, Vec<&EnteredPayment>> = HashMap::new();
        for payment in payments {
            by_amount.entry(payment.amount).or_default().push(payment);
        }
        Self { by_amount }
    }

    /// Adds the payments a line may be. Where there is one, nothing else is beyond doubt: confirming it would
    /// count the same money twice.
    pub(super) fn doubt(&self, line: &BankLine, index: &Index, readings: &mut Vec<Reading>) {
        let apart = |payment: &EnteredPayment| (line.on - payment.on).num_days().abs();
        let mut fitting = self.by_amount.get(&line.amount).cloned().unwrap_or_default();
        fitting.retain(|payment| apart(payment) <= DAYS_APART);
        if fitting.is_empty() {
            return;
        }
        let payers = index.payers(line);
        let names = |number: &String| {
            let texts = [line.reference.as_deref(), Some(line.text.as_str())];
            texts.into_iter().flatten().any(|text| numbers::names(text, number))
        };
        let exact = readings.iter().any(|reading| reading.rank == Rank::Exact);
        fitting.retain(|payment| {
            let named = payment.pays.iter().any(names);
            // What pays other debts to the last minor unit is not what pays the one that is named.
            let of_others = exact && !named && !payment.is_credit;
            let theirs = payers.as_ref().is_none_or(|(clients, _)| clients.contains(&payment.client));
            !of_others && (named || theirs)
        });
        fitting.sort_by_key(|payment| (!payment.pays.iter().any(names), apart(payment), payment.payment));
        fitting.truncate(MOST);
        if fitting.is_empty() {
            return;
        }
        for reading in readings.iter_mut().filter(|reading| reading.rank == Rank::Exact) {
            reading.rank = Rank::NumberAndAmount;
            reading.suggestion.exact = false;
        }
        readings.extend(fitting.into_iter().map(|payment| {
            let mut evidence = vec![Evidence::PaymentEntered { on: payment.on, pays: payment.pays.clone() }];
            evidence.extend(payers.as_ref().map(|(_, payer)| payer.clone()));
            let suggestion = Suggestion {
                parts: Vec::new(),
                payment: Some(payment.payment),
                discount: None,
                exact: false,
                evidence,
            };
            Reading { rank: Rank::InTheBook, suggestion }
        }));
    }
}
