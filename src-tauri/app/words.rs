//! The few words the system shows for us, in the two languages of the window.

use serde::Deserialize;

/// A language of the window.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Language {
    /// English.
    #[default]
    En,
    /// French.
    Fr,
}

/// Words in each language.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Words {
    pub(crate) en: &'static str,
    pub(crate) fr: &'static str,
}

impl Words {
    pub(crate) const fn new(en: &'static str, fr: &'static str) -> Self {
        Self { en, fr }
    }

    pub(crate) const fn of(self, language: Language) -> &'static str {
        match language {
            Language::En => self.en,
            Language::Fr => self.fr,
        }
    }
}

/// What file dialogs say.
pub(crate) struct DialogWords {
    pub(crate) open_book: &'static str,
    pub(crate) new_book: &'static str,
    pub(crate) books: &'static str,
    pub(crate) import_file: &'static str,
    pub(crate) lists: &'static str,
    pub(crate) all_files: &'static str,
    pub(crate) logo: &'static str,
    pub(crate) pictures: &'static str,
    pub(crate) save_paper: &'static str,
    pub(crate) papers: &'static str,
    pub(crate) returned: &'static str,
    pub(crate) scans: &'static str,
    pub(crate) seal: &'static str,
    pub(crate) keys: &'static str,
    pub(crate) letters: &'static str,
    pub(crate) export: &'static str,
}

impl Language {
    /// What file dialogs say in it.
    pub(crate) const fn dialogs(self) -> &'static DialogWords {
        match self {
            Self::En => &ENGLISH,
            Self::Fr => &FRENCH,
        }
    }
}

const ENGLISH: DialogWords = DialogWords {
    open_book: "Open a book",
    new_book: "Where the new book shall lie",
    books: "Goodterms books",
    import_file: "Choose a file to bring in",
    lists: "Lists and invoices",
    all_files: "All files",
    logo: "Choose a logo",
    pictures: "Pictures (PNG, JPEG)",
    save_paper: "Save a copy",
    papers: "PDF documents",
    returned: "Choose the copy that came back",
    scans: "Agreements and scans (PDF, PNG, JPEG)",
    seal: "Choose the file with your key",
    keys: "Keys (P12, PFX)",
    letters: "Choose a folder for the letters",
    export: "Choose where the folder of the export shall lie",
};

const FRENCH: DialogWords = DialogWords {
    open_book: "Ouvrir un livre",
    new_book: "Emplacement du nouveau livre",
    books: "Livres Goodterms",
    import_file: "Choisir un fichier à importer",
    lists: "Listes et factures",
    all_files: "Tous les fichiers",
    logo: "Choisir un logo",
    pictures: "Images (PNG, JPEG)",
    save_paper: "Enregistrer une copie",
    papers: "Documents PDF",
    returned: "Choisir la copie reçue",
    scans: "Ententes et numérisations (PDF, PNG, JPEG)",
    seal: "Choisir le fichier de votre clé",
    keys: "Clés (P12, PFX)",
    letters: "Choisir un dossier pour les lettres",
    export: "Choisir où placer le dossier de l’exportation",
};
