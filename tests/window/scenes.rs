//! What is photographed: the screens of the window over the sample book, and how to get there. To add one,
//! add a line. A scene may open a dialog, but does not change the book.

use Step::{Fill, Keys, Press};

/// Words of the window, in English and in French.
pub(crate) type Words = (&'static str, &'static str);

/// One picture.
pub(crate) struct Scene {
    pub(crate) name: &'static str,
    /// Its address. `{client NAME}`, `{invoice NUMBER}` and `{paper KIND}` stand for an id. Without an
    /// address the scene is the first screen, with no book open.
    pub(crate) at: Option<&'static str>,
    /// What is done there.
    pub(crate) steps: &'static [Step],
}

/// Something a person does, in either language.
pub(crate) enum Step {
    /// Presses what is called so.
    Press(Words),
    /// Presses keys together.
    Keys(&'static [&'static str]),
    /// Writes into the field with this label.
    Fill(Words, &'static str),
}

const fn first(name: &'static str, steps: &'static [Step]) -> Scene {
    Scene { name, at: None, steps }
}

const fn scene(name: &'static str, at: &'static str) -> Scene {
    Scene { name, at: Some(at), steps: &[] }
}

const fn doing(name: &'static str, at: &'static str, steps: &'static [Step]) -> Scene {
    Scene { name, at: Some(at), steps }
}

const NEW_BOOK: Words = ("New book", "Nouveau livre");
const MAKE_BOOK: Words = ("Create the book", "Créer le livre");
const WHAT: Words = ("Find or do anything", "Trouver ou agir");
const LATEST: Words = ("Mon 16 Nov", "lun. 16 nov.");
const THANKS: Words = ("Thank-you letter", "Lettre de remerciement");
const EXPORT: Words = ("Export everything…", "Tout exporter…");
const LETTERS: Words = ("Letters for everybody overdue…", "Lettres à tous les comptes en retard…");

pub(crate) const SCENES: &[Scene] = &[
    first("start", &[]),
    first("start-new", &[Press(NEW_BOOK)]),
    first("start-new-refused", &[Press(NEW_BOOK), Press(MAKE_BOOK)]),
    scene("today", "#/today"),
    doing("today-walked", "#/today", &[Keys(&["j"]), Keys(&["j"])]),
    doing("palette", "#/today", &[Keys(&["Control", "k"])]),
    doing("palette-found", "#/today", &[Keys(&["Control", "k"]), Fill(WHAT, "quarry")]),
    doing("keys", "#/today", &[Keys(&["?"])]),
    doing("display-menu", "#/today", &[Press(("Display", "Affichage"))]),
    scene("clients", "#/clients"),
    scene("clients-none", "#/clients?find=zzz"),
    doing("client-new", "#/clients", &[Keys(&["n"])]),
    scene("client", "#/clients/{client Fernhill}"),
    scene("client-late", "#/clients/{client Northgate}"),
    scene("client-disputed", "#/clients/{client Granite}"),
    scene("client-invoices", "#/clients/{client Fernhill}?part=invoices"),
    scene("client-plans", "#/clients/{client Fernhill}?part=plans"),
    scene("client-payments", "#/clients/{client Fernhill}?part=payments"),
    scene("client-papers", "#/clients/{client Fernhill}?part=papers"),
    scene("client-details", "#/clients/{client Fernhill}?part=details"),
    doing("client-word", "#/clients/{client Fernhill}", &[Keys(&["l"])]),
    doing("payment-new", "#/clients/{client Fernhill}", &[Keys(&["r"])]),
    scene("invoices", "#/invoices"),
    doing("invoice-new", "#/invoices", &[Keys(&["n"])]),
    scene("invoice-panel", "#/invoices?open={invoice INV-1209}"),
    scene("invoice", "#/invoices/{invoice INV-1209}"),
    scene("invoice-disputed", "#/invoices/{invoice INV-1206}"),
    doing("invoice-dispute", "#/invoices/{invoice INV-1209}", &[Keys(&["x"])]),
    scene("payments", "#/payments"),
    scene("bank", "#/bank"),
    scene("plans", "#/plans"),
    scene("plan", "#/plans/PP-2026-0004"),
    scene("plan-missed", "#/plans/PP-2026-0006"),
    scene("plan-offered", "#/plans/PP-2026-0007"),
    doing("plan-sign", "#/plans/PP-2026-0007", &[Keys(&["s"])]),
    scene("compose-whose", "#/compose"),
    scene("compose", "#/compose?client={client Quarry}"),
    doing("compose-adjust", "#/compose?client={client Quarry}", &[Keys(&["e"])]),
    scene("demand", "#/demand/{client Lakeshore}"),
    scene("demand-shut", "#/demand/{client Granite}"),
    scene("statement", "#/statement/{client Fernhill}"),
    scene("letter-reminder", "#/letter/{client Northgate}?kind=reminder"),
    scene("letter-refused", "#/letter/{client Bellwether}?kind=reminder"),
    doing("letter-thanks", "#/payments?client={client Ferry Street}", &[Press(LATEST), Press(THANKS)]),
    doing("letters-run", "#/clients", &[Press(LETTERS)]),
    scene("paper-agreement", "#/papers/{paper agreement}"),
    scene("paper-demand", "#/papers/{paper final_demand}"),
    scene("reports", "#/reports"),
    scene("reports-ageing", "#/reports?part=ageing"),
    scene("reports-before", "#/reports?as_of=2025-06-30"),
    scene("import", "#/import"),
    scene("history", "#/history"),
    scene("settings", "#/settings"),
    scene("settings-logo", "#/settings?part=logo"),
    scene("settings-pay", "#/settings?part=pay"),
    scene("settings-policy", "#/settings?part=policy"),
    scene("settings-seal", "#/settings?part=seal"),
    scene("settings-display", "#/settings?part=display"),
    scene("settings-book", "#/settings?part=book"),
    doing("export", "#/settings?part=book", &[Press(EXPORT)]),
    scene("about", "#/about"),
];
