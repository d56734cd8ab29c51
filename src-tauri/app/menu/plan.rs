//! What stands in the menu bar, in which order, under which key: once for macOS, once for Windows.

use crate::words::Words;

/// A system with a menu bar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Platform {
    /// One bar at the top of the screen, with the program's own column first.
    Mac,
    /// A bar in the window.
    Windows,
}

impl Platform {
    /// The one this program runs on, if it has a bar.
    pub(crate) const HERE: Option<Self> = if cfg!(target_os = "macos") {
        Some(Self::Mac)
    } else if cfg!(windows) {
        Some(Self::Windows)
    } else {
        None
    };
}

/// A column of the bar.
pub(crate) struct Column {
    pub(crate) name: Words,
    pub(crate) role: Role,
    pub(crate) lines: &'static [Line],
}

/// What a column is to macOS.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Role {
    Plain,
    Window,
    Help,
}

/// A line of a column.
pub(crate) enum Line {
    /// Something the window does when it hears the id.
    Verb { id: &'static str, words: Words, key: Option<&'static str>, in_book: bool },
    /// Something the system does.
    Own(System, Words),
    /// A rule between lines.
    Rule,
}

/// What systems do themselves.
#[derive(Debug, Clone, Copy)]
pub(crate) enum System {
    Undo,
    Redo,
    Cut,
    Copy,
    Paste,
    SelectAll,
    Services,
    Hide,
    HideOthers,
    ShowAll,
    Quit,
    Minimise,
    Zoom,
    FullScreen,
    ToFront,
    Close,
}

/// The bar, from the left.
pub(crate) fn plan(platform: Platform) -> Vec<Column> {
    let column = |en, fr, role, lines| Column { name: Words::new(en, fr), role, lines };
    match platform {
        Platform::Mac => vec![
            column("Goodterms", "Goodterms", Role::Plain, MAC_PROGRAM),
            column("File", "Fichier", Role::Plain, MAC_FILE),
            column("Edit", "Édition", Role::Plain, MAC_EDIT),
            column("View", "Présentation", Role::Plain, MAC_VIEW),
            column("Go", "Aller", Role::Plain, GO),
            column("Window", "Fenêtre", Role::Window, MAC_WINDOW),
            column("Help", "Aide", Role::Help, MAC_HELP),
        ],
        Platform::Windows => vec![
            column("&File", "&Fichier", Role::Plain, WINDOWS_FILE),
            column("&Edit", "&Édition", Role::Plain, WINDOWS_EDIT),
            column("&View", "&Affichage", Role::Plain, WINDOWS_VIEW),
            column("&Go", "A&ller", Role::Plain, GO),
            column("&Help", "Ai&de", Role::Plain, WINDOWS_HELP),
        ],
    }
}

/// Every id the window is told, so that a test can hold them against what the window does.
pub fn verbs() -> Vec<&'static str> {
    let columns = [Platform::Mac, Platform::Windows].into_iter().flat_map(plan);
    let mut ids: Vec<_> = columns
        .flat_map(|column| column.lines)
        .filter_map(|line| if let Line::Verb { id, .. } = line { Some(*id) } else { None })
        .filter(|id| *id != super::QUIT)
        .collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}

const fn verb(id: &'static str, en: &'static str, fr: &'static str) -> Line {
    Line::Verb { id, words: Words::new(en, fr), key: None, in_book: false }
}

const fn own(which: System, en: &'static str, fr: &'static str) -> Line {
    Line::Own(which, Words::new(en, fr))
}

impl Line {
    const fn key(self, key: &'static str) -> Self {
        match self {
            Self::Verb { id, words, in_book, .. } => Self::Verb { id, words, key: Some(key), in_book },
            other => other,
        }
    }

    /// Only with a book open.
    const fn in_book(self) -> Self {
        match self {
            Self::Verb { id, words, key, .. } => Self::Verb { id, words, key, in_book: true },
            other => other,
        }
    }
}

const NEW_BOOK: Line = verb("new_book", "New Book…", "Nouveau livre…");
const OPEN_BOOK: Line = verb("open_book", "Open Book…", "Ouvrir un livre…").key("CmdOrCtrl+O");
const LOCK_BOOK: Line = verb("lock_book", "Lock Book", "Verrouiller le livre").key("CmdOrCtrl+L").in_book();
const IMPORT: Line =
    verb("import_file", "Import a File…", "Importer un fichier…").key("CmdOrCtrl+I").in_book();
const NEW_CLIENT: Line = verb("new_client", "Add a Client…", "Ajouter un client…").in_book();
const NEW_INVOICE: Line = verb("new_invoice", "Enter an Invoice…", "Inscrire une facture…").in_book();
const PAYMENT: Line = verb("record_payment", "Record a Payment…", "Inscrire un paiement…").in_book();
const PLAN: Line = verb("compose_plan", "Compose a Plan…", "Composer un échéancier…").in_book();
const PALETTE: Line =
    verb("palette", "Find or Do Anything…", "Trouver ou agir…").key("CmdOrCtrl+K").in_book();
const SETTINGS: Line = verb("settings", "Settings…", "Réglages…").key("CmdOrCtrl+Comma").in_book();
const UNDO_LAST: Line = verb("undo_last", "Undo the Last Act", "Défaire le dernier acte").in_book();
const SHORTCUTS: Line = verb("shortcuts", "Keyboard Shortcuts", "Raccourcis clavier");
const ABOUT: Line = verb("about", "About Goodterms", "À propos de Goodterms").in_book();

const MAC_PROGRAM: &[Line] = &[
    ABOUT,
    Line::Rule,
    SETTINGS,
    Line::Rule,
    own(System::Services, "Services", "Services"),
    Line::Rule,
    own(System::Hide, "Hide Goodterms", "Masquer Goodterms"),
    own(System::HideOthers, "Hide Others", "Masquer les autres"),
    own(System::ShowAll, "Show All", "Tout afficher"),
    Line::Rule,
    own(System::Quit, "Quit Goodterms", "Quitter Goodterms"),
];

const MAC_FILE: &[Line] = &[
    NEW_BOOK,
    OPEN_BOOK,
    Line::Rule,
    NEW_CLIENT,
    NEW_INVOICE,
    PAYMENT,
    PLAN,
    Line::Rule,
    IMPORT,
    Line::Rule,
    LOCK_BOOK,
    own(System::Close, "Close Window", "Fermer la fenêtre"),
];

const MAC_EDIT: &[Line] = &[
    own(System::Undo, "Undo", "Annuler"),
    own(System::Redo, "Redo", "Rétablir"),
    Line::Rule,
    own(System::Cut, "Cut", "Couper"),
    own(System::Copy, "Copy", "Copier"),
    own(System::Paste, "Paste", "Coller"),
    own(System::SelectAll, "Select All", "Tout sélectionner"),
    Line::Rule,
    UNDO_LAST,
];

const MAC_VIEW: &[Line] =
    &[PALETTE, Line::Rule, own(System::FullScreen, "Enter Full Screen", "Activer le mode plein écran")];

const MAC_WINDOW: &[Line] = &[
    own(System::Minimise, "Minimize", "Placer dans le Dock"),
    own(System::Zoom, "Zoom", "Réduire/agrandir"),
    Line::Rule,
    own(System::ToFront, "Bring All to Front", "Tout ramener au premier plan"),
];

const MAC_HELP: &[Line] = &[SHORTCUTS];

const WINDOWS_FILE: &[Line] = &[
    NEW_BOOK,
    OPEN_BOOK,
    Line::Rule,
    NEW_CLIENT,
    NEW_INVOICE,
    PAYMENT,
    PLAN,
    Line::Rule,
    IMPORT,
    Line::Rule,
    SETTINGS,
    LOCK_BOOK,
    Line::Rule,
    verb(super::QUIT, "Exit", "Quitter").key("Ctrl+Q"),
];

const WINDOWS_EDIT: &[Line] = &[
    UNDO_LAST,
    Line::Rule,
    own(System::Cut, "Cut", "Couper"),
    own(System::Copy, "Copy", "Copier"),
    own(System::Paste, "Paste", "Coller"),
    own(System::SelectAll, "Select All", "Tout sélectionner"),
];

const WINDOWS_VIEW: &[Line] = &[PALETTE];

const GO: &[Line] = &[
    verb("today", "Today", "Aujourd’hui").in_book(),
    verb("clients", "Clients", "Clients").in_book(),
    verb("invoices", "Invoices", "Factures").in_book(),
    verb("payments", "Payments", "Paiements").in_book(),
    verb("plans", "Plans", "Échéanciers").in_book(),
    verb("reports", "Reports", "Rapports").in_book(),
    Line::Rule,
    verb("history", "History", "Journal").in_book(),
];

const WINDOWS_HELP: &[Line] = &[SHORTCUTS, Line::Rule, ABOUT];
