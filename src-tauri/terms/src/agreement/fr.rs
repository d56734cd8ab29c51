//! The clauses in plain French.

use super::facts::Var;
use super::wording::{Wording, always, with, without};

pub(super) const CLAUSES: &[Wording] = &[
    Wording {
        id: "parties",
        title: "Parties",
        lines: &[
            always(
                "Le présent accord est conclu entre {business_party} (« l’Entreprise ») et {client_party} (« le Client »).",
            ),
            with(Var::BusinessSignatory, "L’Entreprise est représentée par {business_signatory}."),
            with(Var::ClientSignatory, "Le Client est représenté par {client_signatory}."),
            with(Var::Consumer, "Le Client agit à titre privé."),
            without(Var::Consumer, "Le Client agit dans le cadre de son activité professionnelle."),
        ],
    },
    Wording {
        id: "background",
        title: "Contexte",
        lines: &[
            always(
                "L’Entreprise a adressé au Client les factures énumérées à l’annexe A. La part de ces factures visée par \
                 le présent accord s’élève à {debt}.",
            ),
            always(
                "Les deux parties souhaitent régler cette dette équitablement et continuer à travailler ensemble.",
            ),
            with(
                Var::ReplacedVersion,
                "La présente version remplace la version {replaced_version} le jour où les deux parties l’ont signée. \
                 Jusque-là, cette dernière reste en vigueur.",
            ),
            with(Var::ReplacedFingerprint, "L’empreinte de la version remplacée est {replaced_fingerprint}."),
        ],
    },
    Wording {
        id: "acknowledgment",
        title: "Reconnaissance de dette",
        lines: &[
            always(
                "Le Client confirme devoir à l’Entreprise, au {made_on}, la somme de {debt} ({debt_in_words}) au titre \
                 des factures de l’annexe A.",
            ),
            always(
                "Ceci est une reconnaissance écrite de la dette. Lorsque la loi fait courir un nouveau délai de \
                 prescription à partir d’une telle reconnaissance, ce délai court à nouveau du jour où le Client signe.",
            ),
        ],
    },
    Wording {
        id: "no-dispute",
        title: "Absence de contestation",
        lines: &[
            without(Var::Disputes, "Le Client n’a aucune réclamation concernant ces factures."),
            with(
                Var::Disputes,
                "Le Client n’a aucune réclamation concernant ces factures, sauf celle-ci : {disputes}. Ce point reste \
                 ouvert ; le présent accord ne le tranche pas.",
            ),
        ],
    },
    Wording {
        id: "schedule",
        title: "Paiements",
        lines: &[
            without(
                Var::DownPayment,
                "Le Client paiera {total} en {instalments}, aux dates et pour les montants indiqués à l’annexe B : du \
                 {first_due} au {last_due}.",
            ),
            with(
                Var::DownPayment,
                "Le Client paiera {total} : un acompte de {down_payment} le {down_due}, et le reste en {instalments}, \
                 aux dates et pour les montants indiqués à l’annexe B : du {first_due} au {last_due}.",
            ),
            always("Le Client peut payer plus tôt, en tout ou en partie, à tout moment et sans frais."),
        ],
    },
    Wording {
        id: "due-day-shift",
        title: "Week-ends et jours fériés",
        lines: &[
            with(
                Var::Place,
                "Si une échéance tombe un jour qui n’est pas ouvrable ({place}), le jour ouvrable suivant la remplace.",
            ),
            without(
                Var::Place,
                "Si une échéance tombe un jour qui n’est pas ouvrable là où se trouve l’Entreprise, le jour ouvrable \
                 suivant la remplace.",
            ),
        ],
    },
    Wording {
        id: "method",
        title: "Comment payer",
        lines: &[
            with(Var::Account, "Les paiements sont versés à : {account}."),
            without(Var::Account, "Les paiements sont versés sur le compte indiqué sur les factures."),
            with(Var::Reference, "Chaque paiement porte la référence {reference}."),
            always("Un paiement compte à partir du jour où l’Entreprise le reçoit."),
        ],
    },
    Wording {
        id: "allocation",
        title: "Imputation des paiements",
        lines: &[
            always(
                "Chaque paiement s’impute sur l’échéance impayée la plus ancienne et, parmi les factures de l’annexe A, \
                 sur la plus ancienne d’abord.",
            ),
            with(Var::AnnualRate, "Au sein d’une échéance, il éteint la dette avant les intérêts."),
            always("Les frais de retard éventuels viennent en dernier."),
        ],
    },
    Wording {
        id: "interest",
        title: "Intérêts",
        lines: &[
            without(Var::AnnualRate, "Aucun intérêt n’est demandé pour le paiement échelonné."),
            with(
                Var::AnnualRate,
                "Des intérêts de {annual_rate} par an courent sur ce qui reste dû, pour une période entière par \
                 échéance. Ils sont compris dans les montants de l’annexe B et s’élèvent au total à {interest}.",
            ),
            with(
                Var::AnnualRate,
                "Les intérêts ne sont dus que pour le temps utilisé. Si tout est payé plus tôt, ceux des échéances non \
                 encore dues disparaissent.",
            ),
            always(
                "Tant que le présent accord est respecté, aucun autre intérêt n’est demandé sur les factures de l’annexe A.",
            ),
        ],
    },
    Wording {
        id: "late-charge",
        title: "En cas de retard d’une échéance",
        lines: &[
            with(
                Var::LateRate,
                "Si une échéance reste impayée après son délai de grâce, des intérêts de {late_rate} courent sur cette \
                 seule échéance, du lendemain de sa date jusqu’à son paiement. Ils ne portent pas eux-mêmes intérêt.",
            ),
            with(
                Var::LateFlat,
                "Si une échéance reste impayée après son délai de grâce, une somme de {late_flat} s’y ajoute une seule fois.",
            ),
        ],
    },
    Wording {
        id: "grace",
        title: "Délai de grâce et régularisation",
        lines: &[
            with(
                Var::Grace,
                "Une échéance reçue dans un délai de {grace} après sa date est réputée payée à temps.",
            ),
            without(Var::Grace, "Une échéance est payée à temps lorsqu’elle est reçue à sa date ou avant."),
            always(
                "Si elle n’est pas reçue d’ici là, l’Entreprise écrit d’abord au Client et lui laisse au moins {cure} \
                 pour la payer. Une échéance payée dans ce délai est régularisée.",
            ),
            always(
                "Si le Client prévoit qu’un paiement sera difficile, un message avant sa date suffit pour demander une \
                 autre date. L’Entreprise cherchera une solution.",
            ),
        ],
    },
    Wording {
        id: "acceleration",
        title: "Exigibilité anticipée",
        lines: &[
            always(
                "Si {after_missed} ou plus restent impayées et que le délai donné par un avis écrit est écoulé, \
                 l’Entreprise peut déclarer, par un second avis écrit, que tout ce qui reste dû devient exigible.",
            ),
            always(
                "Cela devient exigible à la date indiquée dans ce second avis. Jusque-là, seules les échéances échues sont dues.",
            ),
        ],
    },
    Wording {
        id: "early-discount",
        title: "Remise pour paiement anticipé",
        lines: &[
            with(
                Var::EarlyBy,
                "Si l’Entreprise a reçu {early_pay} au total au plus tard le {early_by}, paiements déjà effectués \
                 compris, les factures de l’annexe A sont entièrement réglées et {forgiven} sont remis.",
            ),
            with(
                Var::EarlyBy,
                "Passé cette date, les montants de l’annexe B restent inchangés ; rien d’autre ne change.",
            ),
        ],
    },
    Wording {
        id: "forbearance",
        title: "Ce que l’Entreprise promet",
        lines: &[
            always(
                "Tant que le présent accord est respecté, l’Entreprise n’engage pas de procédure judiciaire, ne confie \
                 pas le dossier à une agence de recouvrement et n’ajoute pas de frais aux factures de l’annexe A.",
            ),
            always("Elle fait cette promesse en contrepartie de celles du Client."),
        ],
    },
    Wording {
        id: "no-novation",
        title: "Ce qui reste inchangé",
        lines: &[
            always(
                "Le présent accord change les dates de paiement de la dette, non la dette : il n’y a pas novation. Les \
                 contrats d’origine, les factures, les garanties et toute réserve de propriété restent tels quels.",
            ),
            always(
                "Accepter une fois un paiement tardif ou partiel ne change pas ce qui est convenu pour le suivant.",
            ),
        ],
    },
    Wording {
        id: "set-off",
        title: "Nouvelles commandes",
        lines: &[
            always(
                "Les nouvelles commandes sont payées à leurs conditions habituelles et ne font pas partie du présent accord.",
            ),
            always("Aucune partie ne déduit d’autres créances d’une échéance sans l’accord écrit des deux."),
        ],
    },
    Wording {
        id: "security",
        title: "Garantie",
        lines: &[with(
            Var::Guarantor,
            "{guarantor} garantit ces paiements par un acte séparé et a été invité à prendre un conseil indépendant \
             avant de le signer.",
        )],
    },
    Wording {
        id: "without-prejudice",
        title: "Échanges avant la signature",
        lines: &[
            always(
                "Ce que chaque partie a dit ou proposé avant la signature des deux visait à trouver une solution et ne \
                 vaut pas aveu.",
            ),
            always("L’accord signé lui-même peut être produit en justice."),
        ],
    },
    Wording {
        id: "communication",
        title: "Rester en contact",
        lines: &[
            with(Var::ClientContact, "Les messages au Client sont adressés à {client_contact}."),
            with(Var::BusinessContact, "Les messages à l’Entreprise sont adressés à {business_contact}."),
            without(
                Var::ClientContact,
                "Les messages sont adressés aux dernières coordonnées que les parties se sont données.",
            ),
            with(Var::HoursFrom, "Ils sont envoyés les jours ouvrables entre {hours_from} et {hours_to}."),
            always("Chaque partie répond dans un délai de {answer}."),
        ],
    },
    Wording {
        id: "confidentiality",
        title: "Confidentialité",
        lines: &[always(
            "Les deux parties gardent le présent accord pour elles. Elles peuvent le montrer aux conseils, auditeurs, \
             autorités et tribunaux qui doivent le voir.",
        )],
    },
    Wording {
        id: "data",
        title: "Données personnelles",
        lines: &[
            always(
                "Les données personnelles ne servent qu’à exécuter le présent accord. Elles sont conservées {retention} \
                 après le dernier paiement, et plus longtemps seulement si la loi l’exige.",
            ),
            always(
                "Le Client peut demander à tout moment ce qui est conservé et faire corriger les erreurs.",
            ),
        ],
    },
    Wording {
        id: "changes",
        title: "Modifications",
        lines: &[always(
            "Une modification compte dès que les deux parties l’ont signée comme nouvelle version. La version \
             précédente reste lisible, et en vigueur jusque-là.",
        )],
    },
    Wording {
        id: "entire",
        title: "Intégralité de l’accord",
        lines: &[
            always(
                "Le présent document et ses annexes contiennent tout ce que les parties ont convenu sur le paiement échelonné de cette dette.",
            ),
            always("Si une clause n’est pas valable, les autres demeurent."),
        ],
    },
    Wording {
        id: "law",
        title: "Droit et tribunaux",
        lines: &[
            with(Var::Law, "Le droit applicable est celui-ci : {law}."),
            without(Var::Law, "Le droit applicable aux factures s’applique aussi au présent accord."),
            with(
                Var::Courts,
                "Ce qui ne peut se régler par le dialogue est tranché par les tribunaux compétents : {courts}.",
            ),
            with(
                Var::Consumer,
                "Le Client conserve la protection que la loi de son domicile accorde aux consommateurs.",
            ),
        ],
    },
    Wording {
        id: "advice",
        title: "Temps de lecture et conseil",
        lines: &[
            always(
                "Les deux parties ont eu le temps de lire le présent accord et de demander conseil avant de le signer.",
            ),
            with(Var::Advice, "Conseil gratuit et indépendant en matière de dettes : {advice}."),
        ],
    },
    Wording {
        id: "signatures",
        title: "Signatures",
        lines: &[
            always(
                "Les parties signent à la main ou par voie électronique. Toutes deux acceptent qu’une signature \
                 électronique ait ici le même effet qu’une signature manuscrite, et chacune reçoit le document signé.",
            ),
            always("L’empreinte portée sur chaque page n’appartient qu’à cette version."),
        ],
    },
    Wording {
        id: "thanks",
        title: "Merci",
        lines: &[always("Merci d’avoir trouvé cette solution avec nous.")],
    },
];
