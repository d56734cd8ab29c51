//! The words of the terms sheet.

use super::super::words::{Both, french};

pub(super) struct Words {
    pub(super) title: &'static str,
    pub(super) file_title: fn(name: &str) -> String,
    pub(super) holds_from: &'static str,
    pub(super) lead: fn(name: &str, day: &str) -> String,
    pub(super) invoices: &'static str,
    pub(super) invoices_text: &'static str,
    pub(super) due: &'static str,
    pub(super) due_text: fn(days: u32) -> String,
    pub(super) early: &'static str,
    pub(super) early_text: fn(share: &str, days: u32) -> String,
    pub(super) deposit: &'static str,
    pub(super) deposit_text: fn(share: &str, from: Option<&str>) -> String,
    pub(super) question: &'static str,
    pub(super) question_text: fn(days: u32) -> String,
    pub(super) late: &'static str,
    pub(super) late_text: &'static str,
    pub(super) late_cost: fn(rate: &str, grace_days: u32, ground: &str) -> String,
    pub(super) late_free: &'static str,
    pub(super) plans: &'static str,
    pub(super) plans_text: &'static str,
    pub(super) talk: &'static str,
    pub(super) talk_text: fn(reach: &str) -> String,
    pub(super) pay: &'static str,
    pub(super) pay_text: &'static str,
    pub(super) disclaimer: &'static str,
}

pub(super) static WORDS: Both<Words> = Both {
    english: Words {
        title: "How we bill",
        file_title: |name| format!("How {name} bills"),
        holds_from: "Holds from",
        lead: |name, day| {
            format!(
                "This sheet says how {name} sends invoices and is paid, from {day} on. It is short on purpose: please ask \
                 about anything that does not suit you before we start."
            )
        },
        invoices: "Invoices",
        invoices_text: "Each invoice names the work, the amount, the due day and a reference for your payment. If you need an \
                        order number on it, or want it sent to another person, tell us before we send the first one.",
        due: "When to pay",
        due_text: |days| match days {
            0 => "Invoices are due when they reach you.".to_owned(),
            1 => "Invoices are due one day after their date; the due day stands on each of them.".to_owned(),
            days => {
                format!("Invoices are due {days} days after their date; the due day stands on each of them.")
            }
        },
        early: "If you pay early",
        early_text: |share, days| {
            format!(
                "If payment reaches us within {days} days of the invoice’s date, you may deduct {share}. Thank you for it."
            )
        },
        deposit: "Deposits",
        deposit_text: |share, from| match from {
            Some(from) => format!(
                "For orders of {from} and more we ask for {share} before we begin. The deposit is taken off the final invoice."
            ),
            None => format!(
                "We ask for {share} of an order before we begin. The deposit is taken off the final invoice."
            ),
        },
        question: "If something is wrong",
        question_text: |days| {
            format!(
                "Please tell us within {days} days of receiving an invoice what is not right about it. We look into it and \
                 answer; until then that part can wait, and the rest is paid on its day."
            )
        },
        late: "If it gets late",
        late_text: "We write to you, politely and in good time, and would rather talk than write. If you know that a day will be \
                    difficult, tell us beforehand: another day can nearly always be found.",
        late_cost: |rate, grace, ground| {
            let after = match grace {
                0 => "from the day after the due day".to_owned(),
                1 => "once one day of grace has passed".to_owned(),
                days => format!("once {days} days of grace have passed"),
            };
            let ground = if ground.is_empty() { String::new() } else { format!(" ({ground})") };
            format!("On what is late, simple interest of {rate} a year may be charged {after}{ground}.")
        },
        late_free: "We add no fees or interest that were not agreed with you beforehand.",
        plans: "Payment plans",
        plans_text: "When an amount is too large for one payment, we can spread it over instalments. Both of us sign the plan, \
                     and while it is kept the invoices in it rest.",
        talk: "Whom to talk to",
        talk_text: |reach| format!("For anything about invoices and payments, please {reach}."),
        pay: "How to pay",
        pay_text: "Payments reach us here. Please give the reference that stands on the invoice:",
        disclaimer: "This sheet was prepared with software. It is not legal advice.",
    },
    french: Words {
        title: "Notre façon de facturer",
        file_title: |name| french(&format!("{name} : notre façon de facturer")),
        holds_from: "En vigueur depuis le",
        lead: |name, day| {
            french(&format!(
                "Cette feuille explique comment {name} envoie ses factures et en reçoit le règlement, à partir du {day}. Elle \
                 est courte à dessein : si un point ne vous convient pas, parlons-en avant de commencer."
            ))
        },
        invoices: "Les factures",
        invoices_text: "Chaque facture indique le travail, le montant, la date d’échéance et une référence pour votre paiement. S’il \
                        y faut un numéro de commande, ou si elle doit aller à une autre personne, dites-le-nous avant l’envoi de \
                        la première.",
        due: "Quand payer",
        due_text: |days| match days {
            0 => "Les factures sont payables à réception.".to_owned(),
            1 => "Les factures sont payables un jour après leur date\u{A0}; l’échéance figure sur chacune."
                .to_owned(),
            days => french(&format!(
                "Les factures sont payables {days} jours après leur date ; l’échéance figure sur chacune."
            )),
        },
        early: "En cas de paiement anticipé",
        early_text: |share, days| {
            format!(
                "Si le paiement nous parvient dans les {days} jours suivant la date de la facture, vous pouvez en déduire \
                 {share}. Nous vous en remercions."
            )
        },
        deposit: "Acomptes",
        deposit_text: |share, from| match from {
            Some(from) => format!(
                "Pour les commandes de {from} et plus, nous demandons {share} avant de commencer. L’acompte est déduit de la \
                 facture finale."
            ),
            None => format!(
                "Nous demandons {share} de la commande avant de commencer. L’acompte est déduit de la facture finale."
            ),
        },
        question: "Si quelque chose est inexact",
        question_text: |days| {
            french(&format!(
                "Merci de nous dire dans les {days} jours suivant la réception d’une facture ce qui n’y est pas juste. Nous \
                 vérifions et répondons ; d’ici là, cette partie peut attendre, et le reste se paie à sa date."
            ))
        },
        late: "En cas de retard",
        late_text: "Nous vous écrivons, poliment et assez tôt, et préférons la conversation aux lettres. Si vous savez qu’une date \
                    sera difficile, prévenez-nous\u{A0}: on en trouve presque toujours une autre.",
        late_cost: |rate, grace, ground| {
            let after = match grace {
                0 => "dès le lendemain de l’échéance".to_owned(),
                1 => "après un jour de grâce".to_owned(),
                days => format!("après {days} jours de grâce"),
            };
            let ground = if ground.is_empty() { String::new() } else { format!(" ({ground})") };
            format!(
                "Sur ce qui est en retard, des intérêts simples de {rate} par an peuvent être demandés {after}{ground}."
            )
        },
        late_free: "Nous n’ajoutons ni frais ni intérêts qui n’aient été convenus avec vous auparavant.",
        plans: "Paiement échelonné",
        plans_text: "Quand un montant est trop élevé pour un seul paiement, nous pouvons l’étaler en plusieurs échéances. Nous \
                     signons l’accord tous les deux\u{A0}; tant qu’il est respecté, les factures concernées restent en repos.",
        talk: "À qui parler",
        talk_text: |reach| {
            format!("Pour toute question de facture ou de paiement, nous vous invitons à {reach}.")
        },
        pay: "Comment payer",
        pay_text: "Les paiements nous parviennent par les moyens ci-dessous. Merci d’indiquer la référence qui figure sur la \
                   facture\u{A0}:",
        disclaimer: "Feuille préparée à l’aide d’un logiciel. Elle ne constitue pas un avis juridique.",
    },
};
