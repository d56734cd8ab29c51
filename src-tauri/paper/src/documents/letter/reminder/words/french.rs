//! Follow-ups in French.

use super::{Owing, Words};
use crate::documents::words::french;

/// Puts the invoice, or the invoices, into a French sentence.
impl Owing<'_> {
    fn les_factures(&self) -> String {
        self.only.map_or_else(
            || format!("les {} factures ci-dessous", self.count),
            |number| format!("la facture\u{A0}{number}"),
        )
    }

    fn en_tete(&self) -> String {
        self.only.map_or_else(
            || format!("Les {} factures ci-dessous", self.count),
            |number| format!("La facture\u{A0}{number}"),
        )
    }

    fn arrive_a_echeance(&self) -> String {
        format!(
            "{} {}",
            self.either("arrive à échéance le", "arrivent bientôt à échéance, la première le"),
            self.day
        )
    }

    fn etait_due(&self) -> String {
        format!(
            "{} {}",
            self.either("était à régler le", "sont ouvertes, la plus ancienne depuis son échéance du"),
            self.day
        )
    }

    fn ouverte_depuis(&self) -> String {
        format!(
            "{} {}",
            self.either(
                "reste ouverte depuis son échéance du",
                "restent ouvertes, la plus ancienne depuis son échéance du"
            ),
            self.day
        )
    }
}

pub(super) const WORDS: Words = Words {
    subject: |o| {
        french(&match o.only {
            Some(number) => format!("Facture {number}, échéance du {} : {}", o.day, o.total),
            None => format!("Vos factures ouvertes : {}", o.total),
        })
    },
    fact: [
        [
            |o| {
                french(&format!(
                    "Un petit mot pour vous signaler que {} {}. Rien n’est en retard ; nous voulons seulement nous \
                     assurer que tout est arrivé au bon endroit.",
                    o.les_factures(),
                    o.arrive_a_echeance()
                ))
            },
            |o| {
                format!(
                    "{} {}. Nous vous l’indiquons pour que vous puissiez prévoir le règlement.",
                    o.en_tete(),
                    o.arrive_a_echeance()
                )
            },
            |o| {
                format!(
                    "{} {}. Nous vous remercions de prévoir le règlement pour cette date.",
                    o.en_tete(),
                    o.arrive_a_echeance()
                )
            },
        ],
        [
            |o| {
                french(&format!(
                    "{} {}, et nous n’avons pas encore vu passer le règlement. Il est peut-être déjà en route : dans \
                     ce cas, merci, et ne tenez pas compte de cette lettre.",
                    o.en_tete(),
                    o.etait_due()
                ))
            },
            |o| {
                format!(
                    "{} {}. Le règlement n’apparaît pas encore dans nos comptes.",
                    o.en_tete(),
                    o.etait_due()
                )
            },
            |o| {
                format!(
                    "{} {}. Nous n’avons pas reçu le règlement et vous demandons de l’effectuer.",
                    o.en_tete(),
                    o.etait_due()
                )
            },
        ],
        [
            |o| {
                format!(
                    "{} {}. Une facture s’égare, une question reste en suspens, cela arrive. Voici donc l’ensemble \
                     en un coup d’œil.",
                    o.en_tete(),
                    o.ouverte_depuis()
                )
            },
            |o| format!("{} {}. Nous n’avons pas encore reçu le règlement.", o.en_tete(), o.ouverte_depuis()),
            |o| {
                format!(
                    "{} {}. Nous vous demandons de régler, ou de nous dire ce qui s’y oppose.",
                    o.en_tete(),
                    o.ouverte_depuis()
                )
            },
        ],
        [
            |o| {
                french(&format!(
                    "{} {}. Nous aimons travailler avec vous : si quelque chose bloque, mieux vaut nous en parler tôt.",
                    o.en_tete(),
                    o.ouverte_depuis()
                ))
            },
            |o| format!("{} {}, et nous souhaitons régler cela avec vous.", o.en_tete(), o.ouverte_depuis()),
            |o| {
                format!(
                    "{} {}. Le délai de paiement est passé et nous vous demandons une réponse.",
                    o.en_tete(),
                    o.ouverte_depuis()
                )
            },
        ],
        [
            |o| {
                french(&format!(
                    "{} {}. Cherchons une solution ensemble : dix minutes de conversation y suffisent souvent.",
                    o.en_tete(),
                    o.ouverte_depuis()
                ))
            },
            |o| {
                format!(
                    "{} {}. Nous souhaitons trouver avec vous une solution qui convienne à tous les deux.",
                    o.en_tete(),
                    o.ouverte_depuis()
                )
            },
            |o| {
                format!(
                    "{} {}. Nous vous demandons de {} régler, ou de convenir avec nous d’un échéancier.",
                    o.en_tete(),
                    o.ouverte_depuis(),
                    o.either("la", "les")
                )
            },
        ],
    ],
    lead: |day, total| french(&format!("Au {day}, il restait {total} à régler en tout :")),
    help: [
        [
            |o| {
                format!(
                    "Si {} pas, dites-le-nous avant, et nous trouverons une autre solution.",
                    o.either("cette date ne vous convient", "ces dates ne vous conviennent")
                )
            },
            |_| "Si quelque chose est à corriger, merci de nous le dire avant l’échéance.".to_owned(),
            |_| {
                "Si un règlement à cette date n’est pas possible, merci de nous le dire avant l’échéance."
                    .to_owned()
            },
        ],
        [
            |o| {
                french(&format!(
                    "Pourriez-vous vous en occuper au plus tard le {} ? Si quelque chose bloque, un mot suffit.",
                    o.by
                ))
            },
            |o| {
                french(&format!(
                    "Merci de régler au plus tard le {}. Si c’est fait entre-temps, merci : cette lettre est alors \
                     sans objet.",
                    o.by
                ))
            },
            |o| {
                format!(
                    "Merci de régler au plus tard le {}, ou de nous dire d’ici là quand nous pouvons attendre le \
                     paiement.",
                    o.by
                )
            },
        ],
        [
            |o| {
                french(&format!(
                    "Pourriez-vous nous dire au plus tard le {} quand nous pouvons attendre le règlement ? Si un \
                     premier versement partiel vous aide, il est bienvenu.",
                    o.by
                ))
            },
            |o| {
                french(&format!(
                    "Merci de régler au plus tard le {}, ou de nous dire d’ici là ce qui manque : un numéro de \
                     commande, une copie, une réponse de notre part.",
                    o.by
                ))
            },
            |o| {
                french(&format!(
                    "Merci de régler au plus tard le {}. Si un élément est inexact, dites-nous lequel et pourquoi ; \
                     le reste peut être payé entre-temps.",
                    o.by
                ))
            },
        ],
        [
            |o| {
                french(&format!(
                    "Un règlement en deux ou trois fois vous aiderait-il ? Dites-nous au plus tard le {} ce qui vous \
                     convient, et nous le mettrons par écrit.",
                    o.by
                ))
            },
            |o| {
                french(&format!(
                    "Merci de régler au plus tard le {}. Si ce n’est pas possible, le montant peut être étalé : \
                     dites-nous d’ici là ce que vous pouvez payer, et quand.",
                    o.by
                ))
            },
            |o| {
                format!(
                    "Merci de régler la totalité au plus tard le {}, ou de proposer d’ici là des dates que vous \
                     pourrez tenir.",
                    o.by
                )
            },
        ],
        [
            |o| {
                format!(
                    "Nous pouvons en parler au téléphone, ou vous envoyer des échéanciers au choix. Dites-nous au \
                     plus tard le {} ce que vous préférez.",
                    o.by
                )
            },
            |o| {
                format!(
                    "Merci de régler au plus tard le {}, ou de convenir avec nous d’ici là d’un échéancier que vous \
                     pourrez tenir.",
                    o.by
                )
            },
            |o| {
                format!(
                    "Merci de régler ou de répondre au plus tard le {}. Sans nouvelles à cette date, nous vous \
                     appellerons pour chercher une solution ensemble.",
                    o.by
                )
            },
        ],
    ],
    last_words: [
        "Merci, et au plaisir de travailler de nouveau avec vous.",
        "Merci de votre aide.",
        "Merci d’y donner suite.",
    ],
};
