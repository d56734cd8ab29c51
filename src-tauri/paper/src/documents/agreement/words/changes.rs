//! The words of the annex of changes.

use super::super::super::words::{Both, french};

/// The words of the annex of changes.
pub(in crate::documents::agreement) struct ChangeWords {
    pub(in crate::documents::agreement) title: &'static str,
    pub(in crate::documents::agreement) lead: fn(version: u32, before: u32, fingerprint: &str) -> String,
    pub(in crate::documents::agreement) what: &'static str,
    pub(in crate::documents::agreement) before: &'static str,
    pub(in crate::documents::agreement) now: &'static str,
    pub(in crate::documents::agreement) nothing: &'static str,
    pub(in crate::documents::agreement) date: &'static str,
    pub(in crate::documents::agreement) total: &'static str,
    pub(in crate::documents::agreement) interest: &'static str,
    pub(in crate::documents::agreement) rate: &'static str,
    pub(in crate::documents::agreement) grace: &'static str,
    pub(in crate::documents::agreement) cure: &'static str,
    pub(in crate::documents::agreement) days: fn(u32) -> String,
    pub(in crate::documents::agreement) party: [&'static str; 2],
    pub(in crate::documents::agreement) invoice: fn(number: &str) -> String,
    pub(in crate::documents::agreement) instalment: fn(number: u32) -> String,
    pub(in crate::documents::agreement) clause: fn(title: &str) -> String,
    pub(in crate::documents::agreement) instalment_was: fn(day: &str, amount: &str) -> String,
}

pub(in crate::documents::agreement) static CHANGES: Both<ChangeWords> = Both {
    english: ChangeWords {
        title: "What changed",
        lead: |version, before, fingerprint| {
            let named = if fingerprint.is_empty() { String::new() } else { format!(" ({fingerprint})") };
            format!(
                "Version {version} takes the place of version {before}{named} once both parties have signed it. \
                 Everything that differs is listed here; all else is as it was."
            )
        },
        what: "What",
        before: "Before",
        now: "Now",
        nothing: "Nothing differs but the version.",
        date: "Date of the agreement",
        total: "Total to pay",
        interest: "Interest in it",
        rate: "Yearly rate",
        grace: "Grace period",
        cure: "Time to put it right",
        days: |days| if days == 1 { "1\u{A0}day".to_owned() } else { format!("{days}\u{A0}days") },
        party: ["The Business", "The Client"],
        invoice: |number| format!("Invoice {number}"),
        instalment: |number| {
            if number == 0 { "Down payment".to_owned() } else { format!("Instalment {number}") }
        },
        clause: |title| format!("Clause “{title}”"),
        instalment_was: |day, amount| format!("{amount} on {day}"),
    },
    french: ChangeWords {
        title: "Ce qui change",
        lead: |version, before, fingerprint| {
            let named = if fingerprint.is_empty() { String::new() } else { format!(" ({fingerprint})") };
            french(&format!(
                "La version {version} remplace la version {before}{named} dès que les deux parties l’ont signée. Tout \
                 ce qui diffère figure ci-dessous ; le reste est inchangé."
            ))
        },
        what: "Élément",
        before: "Avant",
        now: "Maintenant",
        nothing: "Rien ne diffère, hormis la version.",
        date: "Date de l’accord",
        total: "Total à payer",
        interest: "Dont intérêts",
        rate: "Taux annuel",
        grace: "Délai de grâce",
        cure: "Délai de régularisation",
        days: |days| if days < 2 { format!("{days}\u{A0}jour") } else { format!("{days}\u{A0}jours") },
        party: ["L’Entreprise", "Le Client"],
        invoice: |number| format!("Facture {number}"),
        instalment: |number| if number == 0 { "Acompte".to_owned() } else { format!("Échéance {number}") },
        clause: |title| french(&format!("Clause « {title} »")),
        instalment_was: |day, amount| format!("{amount} le {day}"),
    },
};
