//! The words of an agreement that no clause says.

mod certificate;
mod changes;

pub(super) use certificate::CERTIFICATE;
pub(super) use changes::CHANGES;

use super::super::words::Both;

pub(super) struct Words {
    pub(super) title: &'static str,
    /// At the head of each page.
    pub(super) running_title: &'static str,
    /// What the attached data is.
    pub(super) data: &'static str,
    pub(super) disclaimer: &'static str,
    pub(super) file_title: fn(reference: &str, version: u32) -> String,
    pub(super) foot: fn(reference: &str, version: u32) -> String,
    pub(super) short_fingerprint: fn(&str) -> String,
    pub(super) version: &'static str,
    pub(super) law: &'static str,
    pub(super) fingerprint: &'static str,
    /// The business, the client.
    pub(super) parties: [&'static str; 2],
    pub(super) background: &'static str,
    pub(super) owes: fn(invoices: usize, day: &str) -> String,
    pub(super) acknowledgment: &'static str,
    pub(super) acknowledges: fn(debt: &str, in_words: &str) -> String,
    pub(super) payments: &'static str,
    pub(super) promise: fn(Promise<'_>) -> String,
    pub(super) how_to_pay: &'static str,
    pub(super) counts: &'static str,
    pub(super) schedule_a: &'static str,
    pub(super) in_this_plan: &'static str,
    pub(super) covered: &'static str,
    pub(super) schedule_b: &'static str,
    pub(super) instalment: &'static str,
    pub(super) principal: &'static str,
    pub(super) interest: &'static str,
    pub(super) to_pay: &'static str,
    pub(super) down_payment: &'static str,
    pub(super) in_all: &'static str,
    pub(super) signatures: &'static str,
    pub(super) consent: &'static str,
    /// For the business, for the client.
    pub(super) signing_for: [&'static str; 2],
    /// What a screen reader says of the two places for digital signatures.
    pub(super) fields: [&'static str; 2],
    pub(super) signature: &'static str,
    pub(super) name: &'static str,
    pub(super) capacity: &'static str,
    pub(super) date: &'static str,
    /// What a mark is to those who do not see it: the name of who signed.
    pub(super) mark_of: fn(&str) -> String,
    pub(super) on_paper: &'static str,
    pub(super) elsewhere: &'static str,
}

/// What is promised, for one sentence.
pub(super) struct Promise<'a> {
    pub(super) instalments: usize,
    pub(super) in_words: &'a str,
    pub(super) down_payment: bool,
    pub(super) interest: bool,
    pub(super) total: &'a str,
}

pub(super) static WORDS: Both<Words> = Both {
    english: Words {
        title: "Payment plan agreement",
        running_title: "Payment plan agreement",
        data: "The terms of this agreement as data, for computers",
        disclaimer: "This plan was prepared with software. It is not legal advice.",
        file_title: |reference, version| format!("Payment plan agreement {reference}, version {version}"),
        foot: |reference, version| format!("{reference} \u{B7} Version {version}"),
        short_fingerprint: |short| format!("Fingerprint {short}"),
        version: "Version",
        law: "Governing law",
        fingerprint: "Fingerprint of this version",
        parties: ["The Business", "The Client"],
        background: "Background",
        owes: |invoices, day| {
            let which = if invoices == 1 {
                "the invoice of Schedule\u{A0}A, as it stood"
            } else {
                "the invoices of Schedule\u{A0}A, as they stood"
            };
            format!("The Client owes the Business the open balance of {which} on {day}.")
        },
        acknowledgment: "Acknowledgment",
        acknowledges: |debt, in_words| {
            format!("On signing, the Client acknowledges owing the Business {debt} ({in_words}).")
        },
        payments: "Payments",
        promise: |promise| {
            let down = if promise.down_payment { "a down payment and " } else { "" };
            let plural = if promise.instalments == 1 { "instalment" } else { "instalments" };
            let interest = if promise.interest { ", interest included" } else { "" };
            format!(
                "The Client will pay {down}{} {plural}{interest}, in all {}, on the days and in the amounts of \
                 Schedule\u{A0}B.",
                promise.in_words, promise.total
            )
        },
        how_to_pay: "How to pay",
        counts: "A payment counts on the day it reaches the Business.",
        schedule_a: "Schedule A: the invoices",
        in_this_plan: "Covered",
        covered: "Covered by this plan",
        schedule_b: "Schedule B: the instalments",
        instalment: "Instalment",
        principal: "Principal",
        interest: "Interest",
        to_pay: "To pay",
        down_payment: "Down payment",
        in_all: "In all",
        signatures: "Signatures",
        consent: "Each party has read this agreement, received a copy of it, and agrees to it.",
        signing_for: ["For the Business", "For the Client"],
        fields: ["Digital signature of the Business", "Digital signature of the Client"],
        signature: "Signature",
        name: "Name",
        capacity: "Capacity",
        date: "Date",
        mark_of: |name| format!("Signature of {name}"),
        on_paper: "Signed by hand on the printed copy",
        elsewhere: "Signed digitally in the returned copy",
    },
    french: Words {
        title: "Accord de paiement échelonné",
        running_title: "Accord de paiement",
        data: "Les conditions de cet accord sous forme de données, pour les ordinateurs",
        disclaimer: "Accord préparé à l’aide d’un logiciel. Il ne constitue pas un avis juridique.",
        file_title: |reference, version| {
            format!("Accord de paiement échelonné {reference}, version {version}")
        },
        foot: |reference, version| format!("{reference} \u{B7} Version {version}"),
        short_fingerprint: |short| format!("Empreinte {short}"),
        version: "Version",
        law: "Droit applicable",
        fingerprint: "Empreinte de cette version",
        parties: ["L’Entreprise", "Le Client"],
        background: "Contexte",
        owes: |invoices, day| {
            let which = if invoices == 1 {
                "de la facture de l’annexe\u{A0}A, tel qu’il s’établissait"
            } else {
                "des factures de l’annexe\u{A0}A, tel qu’il s’établissait"
            };
            format!("Le Client doit à l’Entreprise le solde {which} au {day}.")
        },
        acknowledgment: "Reconnaissance",
        acknowledges: |debt, in_words| {
            format!("En signant, le Client reconnaît devoir à l’Entreprise {debt} ({in_words}).")
        },
        payments: "Paiements",
        promise: |promise| {
            let down = if promise.down_payment { "un acompte puis " } else { "" };
            let (number, plural) = if promise.instalments == 1 {
                ("une", "échéance")
            } else {
                (promise.in_words, "échéances")
            };
            let interest = if promise.interest { ", intérêts compris" } else { "" };
            format!(
                "Le Client paiera {down}{number} {plural}{interest}, soit {} au total, aux dates et pour les \
                 montants de l’annexe\u{A0}B.",
                promise.total
            )
        },
        how_to_pay: "Mode de paiement",
        counts: "Un paiement compte le jour où il parvient à l’Entreprise.",
        schedule_a: "Annexe A\u{A0}: les factures",
        in_this_plan: "Couvert",
        covered: "Couvert par cet accord",
        schedule_b: "Annexe B\u{A0}: les échéances",
        instalment: "N°",
        principal: "Capital",
        interest: "Intérêts",
        to_pay: "À payer",
        down_payment: "Acompte",
        in_all: "Au total",
        signatures: "Signatures",
        consent: "Chaque partie a lu le présent accord, en a reçu un exemplaire et y consent.",
        signing_for: ["Pour l’Entreprise", "Pour le Client"],
        fields: ["Signature électronique de l’Entreprise", "Signature électronique du Client"],
        signature: "Signature",
        name: "Nom",
        capacity: "Qualité",
        date: "Date",
        mark_of: |name| format!("Signature de {name}"),
        on_paper: "Signé à la main sur l’exemplaire imprimé",
        elsewhere: "Signé numériquement dans l’exemplaire retourné",
    },
};
