//! The words of a reminder of a promise.

use super::super::super::words::{Both, french};

/// What was promised, and what came of it.
pub(super) struct Promised<'a> {
    pub(super) on: &'a str,
    pub(super) by: &'a str,
    pub(super) amount: &'a str,
    pub(super) received: &'a str,
    pub(super) some_received: bool,
    pub(super) missing: &'a str,
    pub(super) answer_by: &'a str,
    /// Whether its day has passed.
    pub(super) passed: bool,
}

pub(super) struct Words {
    pub(super) subject: fn(&Promised<'_>) -> String,
    pub(super) fact: fn(&Promised<'_>) -> String,
    pub(super) lead: fn(day: &str, total: &str) -> String,
    pub(super) help: fn(&Promised<'_>) -> String,
    pub(super) last_words: &'static str,
}

pub(super) static WORDS: Both<Words> = Both {
    english: Words {
        subject: |p| format!("Your payment planned for {}: {}", p.by, p.amount),
        fact: |p| {
            let told = format!("On {} you told us that {} would reach us by {}.", p.on, p.amount, p.by);
            match (p.passed, p.some_received) {
                (false, _) => format!(
                    "{told} Thank you for letting us know. This is only a friendly reminder of the day."
                ),
                (true, false) => format!(
                    "{told} We have not seen it yet. It may be on its way, or something may have changed."
                ),
                (true, true) => format!(
                    "{told} We have received {} of it, for which we thank you; {} has not arrived yet.",
                    p.received, p.missing
                ),
            }
        },
        lead: |day, total| format!("On {day}, {total} was open in all:"),
        help: |p| {
            if p.passed {
                format!(
                    "Please pay {}, or tell us by {} which day now suits you. If a payment plan would help more than \
                     another day, we will gladly offer one.",
                    p.missing, p.answer_by
                )
            } else {
                "If the day no longer suits you, a short word beforehand is enough, and we will note another."
                    .to_owned()
            }
        },
        last_words: "Thank you for keeping us informed.",
    },
    french: Words {
        subject: |p| french(&format!("Votre paiement prévu pour le {} : {}", p.by, p.amount)),
        fact: |p| {
            let told =
                format!("Le {}, vous nous avez annoncé un paiement de {} pour le {}.", p.on, p.amount, p.by);
            french(&match (p.passed, p.some_received) {
                (false, _) => {
                    format!("{told} Merci de nous avoir prévenus. Ceci n’est qu’un rappel amical de la date.")
                }
                (true, false) => format!(
                    "{told} Nous ne l’avons pas encore vu arriver. Il est peut-être en route, ou quelque chose a changé."
                ),
                (true, true) => format!(
                    "{told} Nous en avons reçu {}, et vous en remercions ; {} ne nous est pas encore parvenu.",
                    p.received, p.missing
                ),
            })
        },
        lead: |day, total| french(&format!("Au {day}, il restait {total} à régler en tout :")),
        help: |p| {
            if p.passed {
                format!(
                    "Merci de régler {}, ou de nous dire au plus tard le {} quelle date vous convient désormais. Si un \
                     échéancier vous aidait davantage qu’une autre date, nous vous en proposerons un volontiers.",
                    p.missing, p.answer_by
                )
            } else {
                "Si la date ne vous convient plus, un mot avant suffit, et nous en noterons une autre."
                    .to_owned()
            }
        },
        last_words: "Merci de nous tenir au courant.",
    },
};
