//! The words of the two notices of a payment plan.

use super::super::super::words::{Both, french};

/// What both notices say.
pub(super) struct Agreed {
    pub(super) agreement: fn(plan: &str, version: u32, signed: &str) -> String,
    pub(super) instalment: &'static str,
    pub(super) down_payment: &'static str,
    pub(super) amount: &'static str,
    pub(super) received: &'static str,
    pub(super) late_charge: &'static str,
    pub(super) to_pay: &'static str,
}

pub(super) static AGREED: Both<Agreed> = Both {
    english: Agreed {
        agreement: |plan, version, signed| {
            format!("the payment plan {plan}, version {version}, which we both signed on {signed}")
        },
        instalment: "Instalment",
        down_payment: "Down payment",
        amount: "Amount",
        received: "Received",
        late_charge: "Late charge agreed in the plan",
        to_pay: "To pay",
    },
    french: Agreed {
        agreement: |plan, version, signed| {
            format!("l’échéancier {plan}, version {version}, que nous avons tous deux signé le {signed}")
        },
        instalment: "N°",
        down_payment: "Acompte",
        amount: "Montant",
        received: "Reçu",
        late_charge: "Frais de retard convenus dans l’échéancier",
        to_pay: "À payer",
    },
};

/// The notice of a missed instalment.
pub(super) struct Missed {
    pub(super) subject: fn(plan: &str, missed: usize) -> String,
    pub(super) fact: fn(agreement: &str, missed: usize, grace_days: u32) -> String,
    pub(super) missing: &'static str,
    pub(super) missing_lead: &'static str,
    pub(super) cure: &'static str,
    pub(super) cure_text: fn(to_pay: &str, by: &str) -> String,
    pub(super) only_this: &'static str,
    pub(super) trouble: &'static str,
    pub(super) trouble_text: fn(reach: &str, by: &str) -> String,
    pub(super) last_words: &'static str,
}

pub(super) static MISSED: Both<Missed> = Both {
    english: Missed {
        subject: |plan, missed| {
            let what = if missed == 1 { "an instalment" } else { "instalments" };
            format!("{plan}: {what} not yet received")
        },
        fact: |agreement, missed, grace| {
            let what = if missed == 1 { "an instalment has" } else { "some instalments have" };
            let grace = match grace {
                0 => String::new(),
                1 => ", and the agreed day of grace is over".to_owned(),
                days => format!(", and the agreed {days} days of grace are over"),
            };
            format!(
                "Under {agreement}, {what} not reached us{grace}. The plan provides for this letter, and for time to \
                 put things right. If your payment is on its way, thank you; then please set this letter aside."
            )
        },
        missing: "What is missing",
        missing_lead: "Our records show this as open:",
        cure: "Until when",
        cure_text: |to_pay, by| {
            format!(
                "If {to_pay} reaches us by {by}, the matter is settled and the plan goes on as if nothing had happened."
            )
        },
        only_this: "Nothing else becomes due by this letter: the other instalments keep their days.",
        trouble: "If that is difficult",
        trouble_text: |reach, by| {
            format!(
                "Plans are made in good faith, and things happen. If you cannot pay by {by}, please {reach} before then. \
                 We can move a day or change the schedule; what we agree is written down and signed as a new version."
            )
        },
        last_words: "Thank you for giving this your attention.",
    },
    french: Missed {
        subject: |plan, missed| {
            let what = if missed == 1 {
                "une échéance non encore reçue"
            } else {
                "des échéances non encore reçues"
            };
            french(&format!("Échéancier {plan} : {what}"))
        },
        fact: |agreement, missed, grace| {
            let what = if missed == 1 {
                "une échéance ne nous est pas parvenue"
            } else {
                "des échéances ne nous sont pas parvenues"
            };
            let grace = match grace {
                0 => String::new(),
                1 => ", et le jour de grâce convenu est écoulé".to_owned(),
                days => format!(", et les {days} jours de grâce convenus sont écoulés"),
            };
            french(&format!(
                "Selon {agreement}, {what}{grace}. L’accord prévoit cette lettre, ainsi qu’un délai pour régulariser. Si \
                 votre paiement est en route, merci : ne tenez pas compte de cette lettre."
            ))
        },
        missing: "Ce qui manque",
        missing_lead: "Voici ce qui reste ouvert dans nos comptes\u{A0}:",
        cure: "Jusqu’à quand",
        cure_text: |to_pay, by| {
            format!(
                "Si {to_pay} nous parviennent au plus tard le {by}, tout est régularisé et l’échéancier se poursuit comme \
                 si de rien n’était."
            )
        },
        only_this: "Rien d’autre ne devient exigible du fait de cette lettre\u{A0}: les autres échéances gardent leur date.",
        trouble: "Si c’est difficile",
        trouble_text: |reach, by| {
            french(&format!(
                "Un échéancier se conclut de bonne foi, et il y a des imprévus. Si vous ne pouvez pas payer au plus tard le \
                 {by}, nous vous invitons à {reach} avant cette date. Nous pouvons déplacer une date ou revoir \
                 l’échéancier ; ce dont nous convenons est écrit et signé comme nouvelle version."
            ))
        },
        last_words: "Merci de l’attention que vous porterez à cette lettre.",
    },
};

/// The notice that a missed instalment was not made good.
pub(super) struct Defaulted {
    pub(super) subject: fn(plan: &str) -> String,
    pub(super) fact: fn(agreement: &str, noticed: &str, cure_by: &str) -> String,
    pub(super) agreed: &'static str,
    pub(super) agreed_lead: fn(number: &str, title: &str) -> String,
    pub(super) follows: &'static str,
    pub(super) declared: fn(rest: &str, total: &str, due: &str) -> String,
    pub(super) no_acceleration: &'static str,
    pub(super) please_pay: fn(open: &str, by: &str) -> String,
    pub(super) way: &'static str,
    pub(super) way_text: fn(reach: &str, by: &str) -> String,
    pub(super) last_words: &'static str,
}

pub(super) static DEFAULT: Both<Defaulted> = Both {
    english: Defaulted {
        subject: |plan| format!("Payment plan {plan}: notice that it was not kept"),
        fact: |agreement, noticed, cure_by| {
            format!(
                "This letter is about {agreement}. On {noticed} we wrote to you that a payment was missing and could be \
                 made good by {cure_by}. It has not reached us."
            )
        },
        agreed: "What we agreed",
        agreed_lead: |number, title| match number {
            "" => format!("The signed version says under “{title}”:"),
            number => format!("The signed version says in clause\u{A0}{number}, “{title}”:"),
        },
        follows: "What follows",
        declared: |rest, total, due| {
            format!(
                "Under this clause we declare the rest of the plan, {rest}, due. Together with what is missing that is \
                 {total}, to be paid by {due}. What you have already paid stays paid."
            )
        },
        no_acceleration: "What is missing is due now. The other instalments keep their days and amounts: nothing else is \
                          made due by this letter.",
        please_pay: |open, by| format!("Please pay {open} so that it reaches us by {by}."),
        way: "There is a way back",
        way_text: |reach, by| {
            format!(
                "We would still rather go on with a plan that works. If other dates or amounts would help, please {reach} \
                 by {by}; we will answer you, and what we agree replaces this letter once both of us have signed it. The \
                 same goes if you see any of this differently."
            )
        },
        last_words: "We hope to hear from you and to find a good end to this together.",
    },
    french: Defaulted {
        subject: |plan| french(&format!("Échéancier {plan} : avis de non-respect")),
        fact: |agreement, noticed, cure_by| {
            format!(
                "Cette lettre concerne {agreement}. Le {noticed}, nous vous avons écrit qu’un paiement manquait et pouvait \
                 être régularisé au plus tard le {cure_by}. Il ne nous est pas parvenu."
            )
        },
        agreed: "Ce qui est convenu",
        agreed_lead: |number, title| {
            french(&match number {
                "" => format!("La version signée prévoit, sous « {title} » :"),
                number => format!("La version signée prévoit à la clause\u{A0}{number}, « {title} » :"),
            })
        },
        follows: "Ce qui s’ensuit",
        declared: |rest, total, due| {
            format!(
                "En application de cette clause, nous déclarons exigible le reste de l’échéancier, soit {rest}. Avec ce qui \
                 manque, cela fait {total}, à régler au plus tard le {due}. Ce que vous avez déjà payé reste acquis."
            )
        },
        no_acceleration: "Ce qui manque est dû maintenant. Les autres échéances gardent leurs dates et leurs montants\u{A0}: \
                          rien d’autre ne devient exigible du fait de cette lettre.",
        please_pay: |open, by| {
            format!("Merci de régler {open} de façon que la somme nous parvienne au plus tard le {by}.")
        },
        way: "Un retour est possible",
        way_text: |reach, by| {
            french(&format!(
                "Nous préférons toujours poursuivre avec un échéancier qui fonctionne. Si d’autres dates ou d’autres montants \
                 vous aidaient, nous vous invitons à {reach} au plus tard le {by} ; nous vous répondrons, et ce dont nous \
                 conviendrons remplacera cette lettre dès que nous l’aurons signé tous les deux. Il en va de même si vous \
                 voyez l’un de ces points autrement."
            ))
        },
        last_words: "Nous espérons avoir de vos nouvelles et trouver ensemble une bonne issue.",
    },
};
