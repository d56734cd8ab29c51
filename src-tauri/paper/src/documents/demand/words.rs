//! The words of a final demand.

use super::super::words::{Both, french};

pub(super) struct Words {
    pub(super) disclaimer: &'static str,
    pub(super) please_pay_by: &'static str,
    pub(super) file_title: fn(name: &str) -> String,
    pub(super) subject: fn(total: &str) -> String,
    /// How many invoices, and what they are for; that may be empty.
    pub(super) opening: fn(invoices: usize, for_what: &str) -> String,
    pub(super) owed: &'static str,
    pub(super) owed_lead: fn(day: &str, open: &str) -> String,
    pub(super) days_late: &'static str,
    pub(super) open_on_invoices: &'static str,
    pub(super) interest: &'static str,
    pub(super) interest_rule: fn(rule: &str) -> String,
    pub(super) interest_source: fn(source: &str, day: &str) -> String,
    pub(super) interest_grows: fn(per_day: &str) -> String,
    pub(super) from: &'static str,
    pub(super) to: &'static str,
    pub(super) days: &'static str,
    pub(super) balance: &'static str,
    pub(super) rate: &'static str,
    pub(super) rounded_once: &'static str,
    pub(super) in_all: &'static str,
    pub(super) in_all_lead: fn(total: &str) -> String,
    pub(super) claim: &'static str,
    pub(super) as_of: &'static str,
    pub(super) amount: &'static str,
    pub(super) to_pay: &'static str,
    pub(super) before: &'static str,
    pub(super) before_lead: &'static str,
    pub(super) how: &'static str,
    pub(super) what: &'static str,
    pub(super) pay_by: &'static str,
    pub(super) pay: fn(total: &str, deadline: &str) -> String,
    pub(super) time: &'static str,
    /// Number of instalments in words, their rhythm, each of them, the first day, the deadline.
    pub(super) offer: fn(number: &str, every: &str, each: &str, first: &str, deadline: &str) -> String,
    pub(super) ask_for_plan: fn(deadline: &str) -> String,
    pub(super) wrong: &'static str,
    pub(super) dispute: fn(reach: &str, deadline: &str) -> String,
    pub(super) next: &'static str,
    pub(super) next_step: fn(deadline: &str, day: &str, step: &str) -> String,
    pub(super) last_words: &'static str,
    pub(super) close: fn(greeting: &str) -> String,
}

pub(super) static WORDS: Both<Words> = Both {
    english: Words {
        disclaimer: "This letter was prepared with software. It is not legal advice.",
        please_pay_by: "Please pay by",
        file_title: |name| format!("Final demand for payment to {name}"),
        subject: |total| format!("Final demand for payment: {total}"),
        opening: |invoices, for_what| {
            let (invoices, are, they) = if invoices == 1 {
                ("the invoice", "is", "It is")
            } else {
                ("the invoices", "are", "They are")
            };
            let what = if for_what.is_empty() { String::new() } else { format!(" {they} for {for_what}.") };
            format!(
                "We write about {invoices} listed below, which {are} still open although the time for payment \
                 has passed.{what} We value our work together and would much rather settle this with you \
                 directly. This letter sets out what is owed, how it can be paid, what to do if something is \
                 wrong, and what happens next."
            )
        },
        owed: "What is owed",
        owed_lead: |day, open| format!("On {day}, {open} was open on these invoices:"),
        days_late: "Days late",
        open_on_invoices: "Open on invoices",
        interest: "Interest",
        interest_rule: |rule| format!("We claim {rule}"),
        interest_source: |source, day| format!(" (source: {source}, read on {day})"),
        interest_grows: |per_day| {
            format!(" From the day after this letter it grows by {per_day} a day until payment.")
        },
        from: "From",
        to: "To",
        days: "Days",
        balance: "Balance",
        rate: "Rate a year",
        rounded_once: "Interest, rounded once",
        in_all: "In all",
        in_all_lead: |total| format!("Together this comes to {total}:"),
        claim: "Claim",
        as_of: "As of",
        amount: "Amount",
        to_pay: "To pay",
        before: "What came before",
        before_lead: "We have been in touch about this before, without a solution yet:",
        how: "How",
        what: "What",
        pay_by: "Please pay by",
        pay: |total, deadline| {
            format!(
                "Please pay {total} so that it reaches us by {deadline}. If you have paid in the meantime, \
                 thank you; then this letter needs no answer."
            )
        },
        time: "If you need time",
        offer: |number, every, each, first, deadline| {
            format!(
                "If paying it all by then is not possible, we would rather agree a payment plan than go any \
                 further. We offer {number} {every} instalments of {each} (the last one evens out the \
                 rounding), the first on {first}. If another rhythm suits you better, tell us by {deadline} \
                 what you can pay and when."
            )
        },
        ask_for_plan: |deadline| {
            format!(
                "If paying it all by then is not possible, we would rather agree a payment plan than go any \
                 further. Tell us by {deadline} what you can pay and when, and we will put a plan in writing \
                 for both of us to sign."
            )
        },
        wrong: "If something is wrong",
        dispute: |reach, deadline| {
            format!(
                "If you disagree with any of this, or something was not as agreed, please {reach} by \
                 {deadline}. Please say which invoice it is about, and why. We will look into it and answer \
                 you before we do anything further about that part."
            )
        },
        next: "What happens next",
        next_step: |deadline, day, step| {
            format!(
                "If by {deadline} we have neither received payment nor heard from you, we will, on {day}, {step}."
            )
        },
        last_words: "We hope to settle this with you, and to go on working together.",
        close: |_| "Yours sincerely,".to_owned(),
    },
    french: Words {
        disclaimer: "Lettre préparée à l’aide d’un logiciel. Elle ne constitue pas un avis juridique.",
        please_pay_by: "À régler au plus tard le",
        file_title: |name| format!("Dernière demande de paiement à {name}"),
        subject: |total| french(&format!("Dernière demande de paiement : {total}")),
        opening: |invoices, for_what| {
            let (which, for_them) = if invoices == 1 {
                (
                    "de la facture ci-dessous, qui reste ouverte alors que son échéance est passée",
                    "Elle porte sur",
                )
            } else {
                (
                    "des factures ci-dessous, qui restent ouvertes alors que leur échéance est passée",
                    "Elles portent sur",
                )
            };
            let what = if for_what.is_empty() { String::new() } else { format!(" {for_them} {for_what}.") };
            french(&format!(
                "Nous vous écrivons au sujet {which}.{what} Nous tenons à notre collaboration et préférons de \
                 loin régler cette question directement avec vous. Cette lettre indique ce qui est dû, comment \
                 le payer, que faire si quelque chose est inexact et ce qui se passera ensuite."
            ))
        },
        owed: "Ce qui est dû",
        owed_lead: |day, open| french(&format!("Au {day}, il restait {open} à payer sur ces factures :")),
        days_late: "Jours de retard",
        open_on_invoices: "Reste dû sur factures",
        interest: "Intérêts",
        interest_rule: |rule| format!("Nous demandons {rule}"),
        interest_source: |source, day| french(&format!(" (source : {source}, consultée le {day})")),
        interest_grows: |per_day| {
            format!(
                " À partir du lendemain de cette lettre, ils augmentent de {per_day} par jour jusqu’au paiement."
            )
        },
        from: "Du",
        to: "Au",
        days: "Jours",
        balance: "Solde",
        rate: "Taux annuel",
        rounded_once: "Intérêts, arrondis une seule fois",
        in_all: "Au total",
        in_all_lead: |total| french(&format!("L’ensemble s’élève à {total} :")),
        claim: "Poste",
        as_of: "À la date du",
        amount: "Montant",
        to_pay: "À payer",
        before: "Échanges précédents",
        before_lead: "Nous nous sommes déjà parlé ou écrit à ce sujet, sans trouver encore de solution\u{A0}:",
        how: "Moyen",
        what: "Objet",
        pay_by: "Date de paiement",
        pay: |total, deadline| {
            french(&format!(
                "Nous vous remercions de régler {total} de façon que la somme nous parvienne au plus tard le \
                 {deadline}. Si vous avez payé entre-temps, merci : cette lettre est alors sans objet."
            ))
        },
        time: "S’il vous faut du temps",
        offer: |number, every, each, first, deadline| {
            french(&format!(
                "Si un paiement complet à cette date n’est pas possible, nous préférons convenir d’un échéancier \
                 plutôt que d’aller plus loin. Nous vous proposons {number} versements {every} de {each} (le \
                 dernier tient compte de l’arrondi), le premier le {first}. Si un autre rythme vous convient \
                 mieux, indiquez-nous au plus tard le {deadline} ce que vous pouvez payer, et quand."
            ))
        },
        ask_for_plan: |deadline| {
            french(&format!(
                "Si un paiement complet à cette date n’est pas possible, nous préférons convenir d’un échéancier \
                 plutôt que d’aller plus loin. Indiquez-nous au plus tard le {deadline} ce que vous pouvez \
                 payer, et quand ; nous mettrons l’échéancier par écrit pour que nous le signions tous les deux."
            ))
        },
        wrong: "Si quelque chose est inexact",
        dispute: |reach, deadline| {
            french(&format!(
                "Si vous n’êtes pas d’accord avec l’un de ces éléments, ou si quelque chose n’a pas été fait comme \
                 convenu, nous vous remercions de {reach} au plus tard le {deadline}, en précisant la facture et \
                 la raison. Nous vérifierons et vous répondrons avant toute autre démarche sur ce point."
            ))
        },
        next: "Et ensuite",
        next_step: |deadline, day, step| {
            format!(
                "Si, le {deadline}, nous n’avons reçu ni paiement ni nouvelles de votre part, voici ce que nous \
                 ferons le {day}\u{A0}: {step}."
            )
        },
        last_words: "Nous espérons régler cette question avec vous prochainement et poursuivre notre collaboration.",
        close: |greeting| {
            let reader = if greeting.is_empty() { "Madame, Monsieur" } else { greeting };
            format!("Nous vous prions d’agréer, {reader}, nos salutations distinguées.")
        },
    },
};
