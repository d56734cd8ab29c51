//! The words of a receipt.

use super::super::super::words::{Both, french};

pub(super) struct Words {
    pub(super) subject: fn(number: &str, paid: &str) -> String,
    /// From whom, when, how much in figures and in words, by what means; that may be empty.
    pub(super) received: fn(name: &str, day: &str, paid: &str, in_words: &str, by: &str) -> String,
    pub(super) paid: &'static str,
    pub(super) paid_lead: &'static str,
    pub(super) this_payment: &'static str,
    pub(super) credit: &'static str,
    pub(super) paid_in_all: &'static str,
    pub(super) account: &'static str,
    pub(super) left: fn(left: &str) -> String,
    pub(super) nothing_left: &'static str,
    pub(super) last_words: &'static str,
}

pub(super) static WORDS: Both<Words> = Both {
    english: Words {
        subject: |number, paid| match number {
            "" => format!("Receipt for {paid}"),
            number => format!("Receipt {number} for {paid}"),
        },
        received: |name, day, paid, in_words, by| {
            let by = if by.is_empty() { String::new() } else { format!(" by {by}") };
            format!("We received from {name}, on {day}{by}, {paid} ({in_words}).")
        },
        paid: "What it pays",
        paid_lead: "The payment was entered as follows:",
        this_payment: "This payment",
        credit: "Kept to your credit",
        paid_in_all: "Received",
        account: "Your account",
        left: |left| format!("After this payment {left} is open on your account in this currency."),
        nothing_left: "After this payment nothing is open on your account in this currency.",
        last_words: "Thank you for your payment.",
    },
    french: Words {
        subject: |number, paid| match number {
            "" => format!("Reçu de {paid}"),
            number => french(&format!("Reçu {number} : {paid}")),
        },
        received: |name, day, paid, in_words, by| {
            let by = if by.is_empty() { String::new() } else { format!(" par {by}") };
            format!("Nous avons reçu de {name}, le {day}{by}, la somme de {paid} ({in_words}).")
        },
        paid: "Ce qu’il règle",
        paid_lead: "Le paiement a été imputé comme suit\u{A0}:",
        this_payment: "Ce paiement",
        credit: "Conservé à votre crédit",
        paid_in_all: "Reçu",
        account: "Votre compte",
        left: |left| {
            format!("Après ce paiement, il reste {left} à régler sur votre compte dans cette monnaie.")
        },
        nothing_left: "Après ce paiement, plus rien n’est dû sur votre compte dans cette monnaie.",
        last_words: "Merci de votre paiement.",
    },
};
