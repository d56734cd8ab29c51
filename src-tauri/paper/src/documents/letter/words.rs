//! The words that all letters share.

use super::super::words::Both;

pub(super) struct Words {
    pub(super) owed: &'static str,
    pub(super) days_late: &'static str,
    pub(super) in_all: &'static str,
    pub(super) helps: &'static str,
    pub(super) how_to_pay: &'static str,
    pub(super) pay_here: &'static str,
    pub(super) talk: &'static str,
    pub(super) ask: fn(reach: &str) -> String,
    pub(super) disclaimer: &'static str,
    /// The close of a friendly letter, and of a formal one.
    pub(super) warmly: &'static str,
    pub(super) formally: fn(greeting: &str) -> String,
}

pub(super) static WORDS: Both<Words> = Both {
    english: Words {
        owed: "What is owed",
        days_late: "Days late",
        in_all: "In all",
        helps: "What would help",
        how_to_pay: "How to pay",
        pay_here: "Payments reach us here. Please give the reference:",
        talk: "Whom to talk to",
        ask: |reach| {
            format!("If you have a question, or need another date, please {reach}. We are glad to help.")
        },
        disclaimer: "This letter was prepared with software. It is not legal advice.",
        warmly: "With kind regards,",
        formally: |_| "Yours sincerely,".to_owned(),
    },
    french: Words {
        owed: "Ce qui est dû",
        days_late: "Jours de retard",
        in_all: "Au total",
        helps: "Ce qui aiderait",
        how_to_pay: "Comment payer",
        pay_here: "Voici comment nous payer. Merci d’indiquer la référence\u{A0}:",
        talk: "À qui parler",
        ask: |reach| {
            format!(
                "Pour toute question, ou s’il vous faut une autre date, vous pouvez {reach}. Nous vous aiderons volontiers."
            )
        },
        disclaimer: "Lettre préparée à l’aide d’un logiciel. Elle ne constitue pas un avis juridique.",
        warmly: "Bien cordialement,",
        formally: |greeting| {
            let reader = if greeting.is_empty() { "Madame, Monsieur" } else { greeting };
            format!("Nous vous prions d’agréer, {reader}, nos salutations distinguées.")
        },
    },
};
