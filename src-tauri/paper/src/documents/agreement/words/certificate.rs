//! The words of the certificate page.

use super::super::super::words::{Both, french};

/// The words of the certificate of signatures.
pub(in crate::documents::agreement) struct CertificateWords {
    pub(in crate::documents::agreement) title: &'static str,
    pub(in crate::documents::agreement) lead: fn(reference: &str, version: u32) -> String,
    pub(in crate::documents::agreement) document: &'static str,
    pub(in crate::documents::agreement) reference: &'static str,
    pub(in crate::documents::agreement) hash: &'static str,
    pub(in crate::documents::agreement) key: &'static str,
    pub(in crate::documents::agreement) signed: &'static str,
    pub(in crate::documents::agreement) party: &'static str,
    pub(in crate::documents::agreement) how: &'static str,
    pub(in crate::documents::agreement) when: &'static str,
    pub(in crate::documents::agreement) drawn: &'static str,
    pub(in crate::documents::agreement) typed: &'static str,
    pub(in crate::documents::agreement) image: &'static str,
    pub(in crate::documents::agreement) on_paper: fn(file: &str, hash: &str) -> String,
    pub(in crate::documents::agreement) elsewhere: fn(file: &str, hash: &str) -> String,
    pub(in crate::documents::agreement) recorded: fn(day: &str, moment: &str) -> String,
    pub(in crate::documents::agreement) consent: &'static str,
    pub(in crate::documents::agreement) consented: fn(sentence: &str) -> String,
    pub(in crate::documents::agreement) proves: &'static str,
    /// What it proves; the last sentence stands only where there is a seal.
    pub(in crate::documents::agreement) proof: &'static str,
    pub(in crate::documents::agreement) seal_proof: &'static str,
    pub(in crate::documents::agreement) proves_not: &'static str,
    pub(in crate::documents::agreement) no_proof: &'static str,
    /// Of signatures in a copy that came back.
    pub(in crate::documents::agreement) copy_proof: &'static str,
    /// Of signatures made on the screen.
    pub(in crate::documents::agreement) simple: &'static str,
    pub(in crate::documents::agreement) check: &'static str,
    pub(in crate::documents::agreement) checking: &'static str,
}

pub(in crate::documents::agreement) static CERTIFICATE: Both<CertificateWords> = Both {
    english: CertificateWords {
        title: "Certificate of signatures",
        lead: |reference, version| {
            format!(
                "This page belongs to the agreement {reference}, version {version}. It records who signed it, how \
                 and when."
            )
        },
        document: "The document",
        reference: "Reference",
        hash: "SHA-256 of the unsigned version",
        key: "Key fingerprint of the Business’s seal",
        signed: "Who signed",
        party: "Party",
        how: "How",
        when: "When",
        drawn: "Drawn on the screen",
        typed: "Name typed, set in a script face",
        image: "Picture of a signature",
        on_paper: |file, hash| format!("Signed by hand on paper; the copy is kept: {file}, SHA-256 {hash}"),
        elsewhere: |file, hash| {
            format!("Signed digitally in another program; the copy is kept: {file}, SHA-256 {hash}")
        },
        recorded: |day, moment| format!("{day}; recorded {moment}"),
        consent: "Consent",
        consented: |sentence| format!("Each of them agreed to this sentence when signing: “{sentence}”"),
        proves: "What this shows",
        proof: "The fingerprint and the SHA-256 belong to this version alone: a document with other terms has others. \
                The times are those of the Business’s computer.",
        seal_proof: "The seal in this file shows that nothing in it has changed since it was sealed, and that it was \
                     sealed with the key named above.",
        proves_not: "What it does not show",
        no_proof: "It does not prove who a person is: nobody outside the two parties has checked identities, and the \
                   Business made its key itself unless its certificate says otherwise.",
        copy_proof: "A signature made on paper or in another program stands in the returned copy, not in this file. \
                     The Business keeps that copy and states that it saw the signature there.",
        simple: "A signature made on the screen is a simple electronic signature. In most places that is enough for a \
                 payment plan.",
        check: "How to check it",
        checking: "Any PDF reader that verifies signatures shows whether the seal is unbroken. It may call the \
                   signer unknown, because no authority vouches for the key: compare the key fingerprint with the one \
                   the Business gives you by another way.",
    },
    french: CertificateWords {
        title: "Certificat de signature",
        lead: |reference, version| {
            format!(
                "Cette page fait partie de l’accord {reference}, version {version}. Elle consigne qui l’a signé, \
                 comment et quand."
            )
        },
        document: "Le document",
        reference: "Référence",
        hash: "SHA-256 de la version non signée",
        key: "Empreinte de la clé du sceau de l’Entreprise",
        signed: "Les signataires",
        party: "Partie",
        how: "Comment",
        when: "Quand",
        drawn: "Tracée à l’écran",
        typed: "Nom saisi au clavier, composé en écriture cursive",
        image: "Image d’une signature",
        on_paper: |file, hash| {
            french(&format!(
                "Signé à la main sur papier ; l’exemplaire est conservé : {file}, SHA-256 {hash}"
            ))
        },
        elsewhere: |file, hash| {
            french(&format!(
                "Signé numériquement dans un autre programme ; l’exemplaire est conservé : {file}, SHA-256 {hash}"
            ))
        },
        recorded: |day, moment| french(&format!("{day} ; enregistré : {moment}")),
        consent: "Consentement",
        consented: |sentence| {
            french(&format!("En signant, chacun a consenti à la phrase suivante : « {sentence} »"))
        },
        proves: "Ce que cela établit",
        proof: "L’empreinte et le SHA-256 n’appartiennent qu’à cette version\u{A0}: un document aux conditions différentes en \
                aurait d’autres. Les heures sont celles de l’ordinateur de l’Entreprise.",
        seal_proof: "Le sceau de ce fichier établit que rien n’y a changé depuis qu’il a été apposé, et qu’il l’a été avec \
                     la clé indiquée ci-dessus.",
        proves_not: "Ce que cela n’établit pas",
        no_proof: "Cela ne prouve pas l’identité d’une personne\u{A0}: aucun tiers ne l’a vérifiée, et l’Entreprise a créé \
                   elle-même sa clé, sauf indication contraire de son certificat.",
        copy_proof: "Une signature faite sur papier ou dans un autre programme figure sur l’exemplaire retourné, non dans \
                     ce fichier. L’Entreprise conserve cet exemplaire et déclare y avoir vu la signature.",
        simple: "Une signature faite à l’écran est une signature électronique simple, ce qui suffit presque partout pour \
                 un échéancier.",
        check: "Comment le vérifier",
        checking: "Tout lecteur de PDF qui contrôle les signatures indique si le sceau est intact. Il peut dire le \
                   signataire inconnu, car aucune autorité ne répond de la clé\u{A0}: comparez son empreinte à celle que \
                   l’Entreprise vous communique par une autre voie.",
    },
};
