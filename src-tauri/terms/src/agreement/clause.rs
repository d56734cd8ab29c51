//! The clauses an agreement can have, in their order: which are needed, which are a choice, and why.

use crate::jurisdiction::Confidence;

/// A clause, apart from its wording.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clause {
    /// Its stable name.
    pub id: &'static str,
    /// Whether an agreement is incomplete without it.
    pub required: bool,
    /// Whether it is on when nobody chose; required ones always are.
    pub usual: bool,
    /// What it is for, in a line for whoever chooses.
    pub purpose: &'static str,
    /// What to mind; empty when nothing.
    pub note: &'static str,
    /// Where that was read: names of [`crate::jurisdiction::Source`]s. Empty for plain good practice.
    pub sources: &'static [&'static str],
    /// How sure it is.
    pub confidence: Confidence,
}

const fn needed(id: &'static str, purpose: &'static str) -> Clause {
    Clause { id, required: true, usual: true, purpose, note: "", sources: &[], confidence: Confidence::Seed }
}

const fn chosen(id: &'static str, usual: bool, purpose: &'static str) -> Clause {
    Clause { id, required: false, usual, purpose, note: "", sources: &[], confidence: Confidence::Seed }
}

impl Clause {
    const fn minding(
        self,
        note: &'static str,
        sources: &'static [&'static str],
        confidence: Confidence,
    ) -> Self {
        Self { note, sources, confidence, ..self }
    }
}

use Confidence::{Memory, Official, Secondary, Text};

/// All clauses, in the order of the document.
///
/// Acceleration is a choice here, never a default: an agreement can be complete without it, and the rest
/// may be made due only where the signed version says so.
pub const CLAUSES: &[Clause] = &[
    needed("parties", "Who agrees: registered names, register numbers, addresses.").minding(
        "Use the registered name, not the trade name. Whether the client is a consumer decides which credit rules apply.",
        &[],
        Secondary,
    ),
    needed("background", "Which invoices make up the debt.").minding(
        "Every invoice is listed, because limitation and interest run for each of them.",
        &[],
        Secondary,
    ),
    needed("acknowledgment", "The client confirms the amount in writing, in figures and in words.").minding(
        "In most places a signed acknowledgment starts the limitation period anew, but only before it has ended. \
         In France the signer of a one-sided promise writes the amount; in Germany an abstract acknowledgment needs ink on paper.",
        &["uk-lim", "ie-lim", "on-lim", "ny-17101", "fr-cciv", "de-bgb"],
        Text,
    ),
    chosen("no-dispute", true, "There is no complaint about the invoices, or only those listed.").minding(
        "While a complaint is open, list it or leave this out.",
        &[],
        Secondary,
    ),
    needed("schedule", "Days and amounts.").minding(
        "More than 12 instalments or 12 months with an individual in the United Kingdom, or more than 4 with a consumer \
         in the United States, can turn the plan into regulated credit.",
        &["uk-60f", "us-1602", "eu-ccd2"],
        Secondary,
    ),
    needed("due-day-shift", "What happens when a due day is a weekend or holiday.").minding(
        "Saying it settles what national rules would each decide differently.",
        &["de-bgb", "uk-bfda"],
        Text,
    ),
    needed("method", "Where payments go and when they count."),
    needed("allocation", "What a payment reduces first.").minding(
        "Many laws put interest first; the debt first is simpler and kinder.",
        &["fr-cciv", "de-bgb"],
        Text,
    ),
    needed("interest", "No interest, or one yearly rate.").minding(
        "Canada wants the yearly rate stated. Ceilings: Canada 35 % a year with fees, New York 16 %, Florida 18 %. \
         Without interest most consumer-credit rules stay out of play.",
        &["ca-int", "ca-c26", "ny-usury", "fl-687", "tx-302001"],
        Text,
    ),
    chosen("late-charge", false, "What a missed instalment costs.").minding(
        "Only on the instalment that is late. A flat sum is not for consumers in Quebec or Germany, and in Canada it \
         counts towards the 35 %.",
        &["es-l3", "eu-rec22", "de-bgb"],
        Text,
    ),
    needed("grace", "Days before anything happens, a notice with time to put it right, and how to ask for a change."),
    chosen("acceleration", false, "When everything still open can be made due.").minding(
        "With a consumer in Germany: two instalments in a row, a tenth of the sum (a twentieth over three years), and two \
         weeks' warning (s. 498 BGB).",
        &["de-bgb"],
        Text,
    ),
    chosen("early-discount", false, "A reward for paying everything early.")
        .minding("It says what happens when the day is missed: nothing changes.", &[], Secondary),
    needed("forbearance", "What the business promises in return.").minding(
        "It gives the agreement its consideration. Time still runs towards limitation unless the debt is acknowledged.",
        &["fr-conso"],
        Memory,
    ),
    needed("no-novation", "The original contracts and invoices stay.").minding("", &["fr-cciv"], Text),
    chosen("set-off", false, "New orders are paid on their usual terms.").minding("", &[], Memory),
    chosen("security", false, "Someone else guarantees the payments.").minding(
        "A guarantee needs its own paper and signature. Never add one by surprise.",
        &[],
        Memory,
    ),
    chosen("without-prejudice", false, "What was said before signing is no admission.").minding(
        "The signed agreement itself must stay open, or it may not restart the limitation period.",
        &[],
        Memory,
    ),
    needed("communication", "Who is written to, and when.").minding("", &["uk-conc79", "au-hours"], Official),
    needed("confidentiality", "Both keep it to themselves.").minding("", &["qc-r22"], Official),
    chosen("data", false, "What personal details are used for.").minding("", &[], Memory),
    needed("changes", "Changes are signed as a new version."),
    needed("entire", "This document is the whole agreement about paying over time.").minding("", &[], Memory),
    needed("law", "Which law applies and which courts decide.")
        .minding("The law of the original contract. Consumers keep the protection of their home.", &[], Memory),
    needed("advice", "Both had time to read and to ask.").minding(
        "The English pre-action protocol expects individuals to be told where free debt advice is.",
        &["uk-pap3"],
        Secondary,
    ),
    needed("signatures", "Who signs, how, and that electronic signatures count.").minding(
        "Keep the signed file unchanged. Exceptions: an abstract acknowledgment in Germany, deeds, guarantees.",
        &["us-7001", "uk-eca7", "ie-eca", "fr-cciv", "de-bgb"],
        Text,
    ),
    chosen("thanks", true, "A kind closing line."),
];
