//! The words of the test page for a name.

use super::super::words::{Both, french};

pub(super) struct Words {
    pub(super) title: &'static str,
    pub(super) file_title: fn(name: &str) -> String,
    pub(super) lead: &'static str,
    /// In the order of the voices of the page.
    pub(super) voices: [&'static str; 11],
    pub(super) in_text: (&'static str, fn(name: &str) -> String),
    pub(super) characters: &'static str,
    pub(super) all_there: &'static str,
    pub(super) not_there: fn(count: usize) -> String,
    pub(super) character: &'static str,
    pub(super) number: &'static str,
}

pub(super) static WORDS: Both<Words> = Both {
    english: Words {
        title: "Test page for a name",
        file_title: |name| format!("Test page for {name}"),
        lead: "The name as it looks in every face and size of our papers. Look whether every letter and accent is there and \
               stands where it should.",
        voices: [
            "Title",
            "Letterhead",
            "Subject",
            "Name of a party",
            "Running text",
            "Strong",
            "Consent",
            "Address",
            "Total row",
            "Small print",
            "Typed signature",
        ],
        in_text: ("In a sentence", |name| {
            format!(
                "This agreement is between {name}, 12 Mill Road, and {name}, who owes 1,234.50 on 3 invoices; {name} has \
                 read it."
            )
        }),
        characters: "Characters",
        all_there: "Our faces have every character of this name.",
        not_there: |count| match count {
            1 => "One character is in none of our faces and is shown as a square:".to_owned(),
            count => format!("{count} characters are in none of our faces and are shown as squares:"),
        },
        character: "Character",
        number: "Unicode",
    },
    french: Words {
        title: "Page d’essai pour un nom",
        file_title: |name| format!("Page d’essai pour {name}"),
        lead: "Le nom tel qu’il paraît dans chaque caractère et chaque corps de nos documents. Vérifiez que chaque lettre et chaque \
               accent y est, et à sa place.",
        voices: [
            "Titre",
            "En-tête",
            "Objet",
            "Nom d’une partie",
            "Texte courant",
            "En gras",
            "Consentement",
            "Adresse",
            "Ligne de total",
            "Petits caractères",
            "Signature saisie",
        ],
        in_text: ("Dans une phrase", |name| {
            french(&format!(
                "Le présent accord est conclu entre {name}, 12 rue du Moulin, et {name}, qui doit 1 234,50 sur 3 factures ; \
                 {name} l’a lu."
            ))
        }),
        characters: "Caractères",
        all_there: "Nos polices ont tous les caractères de ce nom.",
        not_there: |count| match count {
            1 => "Un caractère ne figure dans aucune de nos polices et s’affiche comme un carré\u{A0}:"
                .to_owned(),
            count => french(&format!(
                "{count} caractères ne figurent dans aucune de nos polices et s’affichent comme des carrés :"
            )),
        },
        character: "Caractère",
        number: "Unicode",
    },
};
