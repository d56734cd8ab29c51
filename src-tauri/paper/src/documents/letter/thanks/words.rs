//! The words of thank-you letters.

use super::super::super::words::{Both, french};

/// An amount and a day, as they are written.
type Next = Option<(String, String)>;

pub(super) struct Words {
    pub(super) part_subject: &'static str,
    pub(super) part: fn(paid: &str, day: &str) -> String,
    pub(super) still_open: fn(total: &str) -> String,
    pub(super) part_help: &'static str,
    pub(super) part_end: &'static str,
    pub(super) early_subject: fn(invoice: &str) -> String,
    pub(super) early: fn(invoice: &str, paid: &str, day: &str, due: &str) -> String,
    pub(super) early_end: &'static str,
    pub(super) instalment_subject: fn(number: u32, of: u32) -> String,
    pub(super) instalment: fn(plan: &str, paid: &str, day: &str) -> String,
    pub(super) instalment_left: fn(left: &str, next: Next) -> String,
    pub(super) instalment_end: &'static str,
    pub(super) plan_subject: fn(plan: &str) -> String,
    pub(super) plan: fn(plan: &str, paid: &str, day: &str) -> String,
    pub(super) plan_end: &'static str,
    pub(super) cleared_subject: &'static str,
    pub(super) cleared: fn(paid: &str, day: &str) -> String,
    pub(super) cleared_end: &'static str,
}

pub(super) static WORDS: Both<Words> = Both {
    english: Words {
        part_subject: "Your payment has reached us",
        part: |paid, day| {
            format!(
                "Your payment of {paid} reached us on {day}. Thank you. It has been entered against the oldest items \
                 first, and this is where your account stands."
            )
        },
        still_open: |total| format!("After your payment, {total} is open:"),
        part_help: "If it suits you to go on in parts, tell us which days and amounts you have in mind, and we will note \
                    them.",
        part_end: "Thank you again for the step you have taken.",
        early_subject: |invoice| format!("Invoice {invoice}, paid early"),
        early: |invoice, paid, day, due| {
            format!(
                "Your payment of {paid} for invoice {invoice} reached us on {day}, ahead of its due date of {due}. Thank \
                 you: payments like yours let us pay our own suppliers in good time, and we notice them."
            )
        },
        early_end: "It is a pleasure to work with you.",
        instalment_subject: |number, of| match number {
            0 => "Your down payment has reached us".to_owned(),
            number => format!("Instalment {number} of {of} has reached us"),
        },
        instalment: |plan, paid, day| {
            format!(
                "Your payment of {paid} under the payment plan {plan} reached us on {day}. Thank you for keeping to it."
            )
        },
        instalment_left: |left, next| match next {
            Some((amount, day)) => {
                format!("Of the plan, {left} is left. The next instalment is {amount}, due on {day}.")
            }
            None => format!("Of the plan, {left} is left."),
        },
        instalment_end: "You need do nothing until then. Should a day become difficult, tell us beforehand and we will look \
                         for another.",
        plan_subject: |plan| format!("Your payment plan {plan} is completed"),
        plan: |plan, paid, day| {
            format!(
                "With your payment of {day}, all instalments of the payment plan {plan} are paid, {paid} in all. The \
                 invoices it covered are settled and nothing more is owed under it. Thank you for seeing it through."
            )
        },
        plan_end: "Please keep this letter with your papers. We look forward to working with you again.",
        cleared_subject: "Your account is clear",
        cleared: |paid, day| {
            format!(
                "Your payment of {paid} reached us on {day}. With it everything is settled, and nothing is open on your account. Thank you."
            )
        },
        cleared_end: "We look forward to our next work together.",
    },
    french: Words {
        part_subject: "Votre paiement nous est parvenu",
        part: |paid, day| {
            format!(
                "Votre paiement de {paid} nous est parvenu le {day}. Merci. Il a été imputé d’abord sur les éléments les \
                 plus anciens, et voici où en est votre compte."
            )
        },
        still_open: |total| french(&format!("Après votre paiement, il reste {total} :")),
        part_help: "S’il vous convient de continuer par versements, dites-nous les dates et les montants auxquels vous \
                    pensez, et nous les noterons.",
        part_end: "Merci encore de ce pas.",
        early_subject: |invoice| format!("Facture {invoice}, réglée en avance"),
        early: |invoice, paid, day, due| {
            french(&format!(
                "Votre paiement de {paid} pour la facture {invoice} nous est parvenu le {day}, avant son échéance du {due}. \
                 Merci : des règlements comme le vôtre nous permettent de payer nos propres fournisseurs à temps, et nous \
                 y sommes sensibles."
            ))
        },
        early_end: "C’est un plaisir de travailler avec vous.",
        instalment_subject: |number, of| match number {
            0 => "Votre acompte nous est parvenu".to_owned(),
            number => format!("L’échéance {number} sur {of} nous est parvenue"),
        },
        instalment: |plan, paid, day| {
            format!(
                "Votre paiement de {paid} au titre de l’échéancier {plan} nous est parvenu le {day}. Merci de le respecter."
            )
        },
        instalment_left: |left, next| match next {
            Some((amount, day)) => {
                format!(
                    "Il reste {left} à payer sur l’échéancier. La prochaine échéance est de {amount}, le {day}."
                )
            }
            None => format!("Il reste {left} à payer sur l’échéancier."),
        },
        instalment_end: "Vous n’avez rien à faire d’ici là. Si une date devenait difficile, dites-le-nous avant, et nous en \
                         chercherons une autre.",
        plan_subject: |plan| format!("Votre échéancier {plan} est soldé"),
        plan: |plan, paid, day| {
            format!(
                "Avec votre paiement du {day}, toutes les échéances de l’échéancier {plan} sont réglées, soit {paid} au \
                 total. Les factures qu’il couvrait sont soldées et plus rien n’est dû à ce titre. Merci de l’avoir mené à \
                 son terme."
            )
        },
        plan_end: "Nous vous invitons à conserver cette lettre. Au plaisir de travailler de nouveau avec vous.",
        cleared_subject: "Votre compte est à jour",
        cleared: |paid, day| {
            format!(
                "Votre paiement de {paid} nous est parvenu le {day}. Tout est ainsi réglé, et votre compte ne présente plus aucun solde. Merci."
            )
        },
        cleared_end: "Au plaisir de notre prochaine collaboration.",
    },
};
