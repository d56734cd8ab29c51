//! The words of the recovery sheet, apart from the secret ones.

use super::super::words::{Both, french};

pub(super) struct Words {
    pub(super) title: &'static str,
    pub(super) file_title: fn(book: &str) -> String,
    pub(super) book: &'static str,
    pub(super) made_on: &'static str,
    pub(super) opens: &'static str,
    pub(super) the_words: &'static str,
    pub(super) in_order: &'static str,
    pub(super) write: &'static str,
    pub(super) keep: &'static str,
    pub(super) keeping: [&'static str; 3],
    pub(super) use_them: &'static str,
    pub(super) using: &'static str,
    pub(super) notes: &'static str,
    pub(super) noting: &'static str,
}

pub(super) static WORDS: Both<Words> = Both {
    english: Words {
        title: "Recovery sheet",
        file_title: |book| format!("Recovery sheet: {book}"),
        book: "Book",
        made_on: "Words made on",
        opens: "These words open the book named above, and its backups, when its key on the computer is lost. Whoever has them \
                and the file can read everything in it.",
        the_words: "The words",
        in_order: "They count in this order, from left to right, line by line:",
        write: "Write them here by hand, in this order, from left to right, line by line:",
        keep: "Keep it safe",
        keeping: [
            "Keep this sheet where you keep things that must not be lost: a safe, a deposit box, with a notary. Not beside the \
             computer.",
            "Make no photograph and no copy in a file, an e-mail or a note on line.",
            "Nobody who helps you needs to know these words. Nobody can give you new ones for this book when they are lost and \
             its key is gone too.",
        ],
        use_them: "How to use them",
        using: "Open the book, choose to open it with recovery words, and type them in this order. If new words are made later, \
                this sheet opens nothing any more: destroy it then.",
        notes: "Notes",
        noting: "Where the second copy is kept, and who may open it:",
    },
    french: Words {
        title: "Feuille de récupération",
        file_title: |book| french(&format!("Feuille de récupération : {book}")),
        book: "Livre",
        made_on: "Mots créés le",
        opens: "Ces mots ouvrent le livre ci-dessus, et ses sauvegardes, lorsque sa clé sur l’ordinateur est perdue. Qui les possède \
                avec le fichier peut tout y lire.",
        the_words: "Les mots",
        in_order: "Ils comptent dans cet ordre, de gauche à droite, ligne par ligne\u{A0}:",
        write: "Écrivez-les ici à la main, dans cet ordre, de gauche à droite, ligne par ligne\u{A0}:",
        keep: "À garder en lieu sûr",
        keeping: [
            "Gardez cette feuille là où vous gardez ce qui ne doit pas se perdre\u{A0}: un coffre, une banque, chez un notaire. Pas \
             à côté de l’ordinateur.",
            "N’en faites ni photographie, ni copie dans un fichier, un courriel ou une note en ligne.",
            "Personne n’a besoin de ces mots pour vous aider. Personne ne peut vous en donner d’autres pour ce livre s’ils sont \
             perdus et que sa clé l’est aussi.",
        ],
        use_them: "Comment s’en servir",
        using: "Ouvrez le livre, choisissez de l’ouvrir avec les mots de récupération et saisissez-les dans cet ordre. Si de nouveaux \
                mots sont créés plus tard, cette feuille n’ouvre plus rien\u{A0}: détruisez-la alors.",
        notes: "Notes",
        noting: "Où se trouve la seconde copie, et qui peut l’ouvrir\u{A0}:",
    },
};
