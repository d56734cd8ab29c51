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
    pub(in crate::documents::agreement) returned: fn(hash: &str) -> String,
    pub(in crate::documents::agreement) consent: &'static str,
    pub(in crate::documents::agreement) consented: fn(sentence: &str) -> String,
    pub(in crate::documents::agreement) proves: &'static str,
    /// What it proves; the last sentence stands only where there is a seal.
    pub(in crate::documents::agreement) proof: &'static str,
    pub(in crate::documents::agreement) seal_proof: &'static str,
    pub(in crate::documents::agreement) proves_not: &'static str,
    pub(in crate::documents::agreement) no_proof: &'static str,
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
        returned: |hash| format!("Signed on paper and returned; SHA-256 of the returned file: {hash}"),
        consent: "Consent",
        consented: |sentence| format!("Each of them agreed to this sentence when signing: “{sentence}”"),
        proves: "What this shows",
        proof: "The fingerprint and the SHA-256 belong to this version alone: a document with other terms has others. \
                The times are those of the Business’s computer.",
        seal_proof: "The seal in this file shows that nothing in it has changed since it was sealed, and that it was \
                     sealed with the key named above.",
        proves_not: "What it does not show",
        no_proof: "It does not prove who a person is: nobody outside the two parties has checked identities, and the \
                   Business made its key itself unless its certificate says otherwise. These are simple electronic \
                   signatures. In most places that is enough for a payment plan.",
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
        returned: |hash| {
            french(&format!("Signé sur papier puis retourné ; SHA-256 du fichier retourné : {hash}"))
        },
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
                   elle-même sa clé, sauf indication contraire de son certificat. Il s’agit de signatures électroniques \
                   simples, ce qui suffit presque partout pour un échéancier.",
        check: "Comment le vérifier",
        checking: "Tout lecteur de PDF qui contrôle les signatures indique si le sceau est intact. Il peut dire le \
                   signataire inconnu, car aucune autorité ne répond de la clé\u{A0}: comparez son empreinte à celle que \
                   l’Entreprise vous communique par une autre voie.",
    },
};
