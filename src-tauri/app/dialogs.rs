//! Choosing files: always in the system's own dialog, so that the window never names a file by itself.

use crate::asking::{choose, choose_folder, choose_place, is_scripted};
use crate::commands::by_itself;
use crate::menu::Bar;
use crate::places;
use crate::words::DialogWords;
use goodterms_desk::business::{BusinessEdit, BusinessView, business_edit};
use goodterms_desk::documents::{DocumentSave, DocumentSaved, document_save};
use goodterms_desk::export::{Export, Exported, export_inside};
use goodterms_desk::letters::{LetterRun, LettersMade, letter_run};
use goodterms_desk::recovery::{RecoverySheetSave, RecoverySheetSaved, recovery_sheet_save};
use goodterms_desk::terms_sheets::{TermsSheetAsk, TermsSheetMade, terms_sheet};
use goodterms_desk::{Answer, Desk};
use serde::Deserialize;
use tauri::{Manager as _, Runtime, State, WebviewWindow};
use tauri_plugin_dialog::FileDialogBuilder;

/// Files that can be brought in: lists, electronic invoices, bank statements, contact cards, mail.
const LISTS: [&str; 17] = [
    "csv", "tsv", "txt", "xlsx", "xls", "ods", "xml", "json", "pdf", "zip", "ofx", "qfx", "qif", "sta",
    "mt940", "vcf", "eml",
];

/// Asks for nothing but a file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ChooseFile {}

/// Asks for a place for a new file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ChoosePlace {
    /// The name the dialog offers.
    suggested_name: String,
}

/// Asks for a copy of a paper as a file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SaveDocument {
    /// `document-3`.
    document: String,
    /// The name the dialog offers.
    suggested_name: String,
    /// Whether to show it in the system's own viewer.
    open: bool,
}

/// Asks for the sheet of a new book's words.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SaveRecoverySheet {
    /// The words, while they are shown.
    phrase: String,
    /// The name the dialog offers.
    suggested_name: String,
}

/// A book to open; nothing when the dialog was cancelled.
#[tauri::command]
pub(crate) async fn choose_book_file<R: Runtime>(
    window: WebviewWindow<R>,
    args: ChooseFile,
) -> Option<String> {
    let ChooseFile {} = args;
    let words = spoken(&window);
    let place =
        choose(&window, |ask| ask.set_title(words.open_book).add_filter(words.books, &["book"])).await?;
    places::noted(window.app_handle(), place)
}

/// A place for a new book; nothing when the dialog was cancelled.
#[tauri::command]
pub(crate) async fn choose_new_book_file<R: Runtime>(
    window: WebviewWindow<R>,
    args: ChoosePlace,
) -> Option<String> {
    let words = spoken(&window);
    let ask = |ask: FileDialogBuilder<R>| ask.set_title(words.new_book).add_filter(words.books, &["book"]);
    let place = choose_place(&window, args.suggested_name, ask).await?;
    places::noted(window.app_handle(), place)
}

/// A file to bring in; nothing when the dialog was cancelled.
#[tauri::command]
pub(crate) async fn choose_import_file<R: Runtime>(
    window: WebviewWindow<R>,
    args: ChooseFile,
) -> Option<String> {
    let ChooseFile {} = args;
    let words = spoken(&window);
    let place = choose(&window, |ask| {
        ask.set_title(words.import_file).add_filter(words.lists, &LISTS).add_filter(words.all_files, &["*"])
    });
    places::noted(window.app_handle(), place.await?)
}

/// Gives the business a logo from a file; nothing when the dialog was cancelled.
#[tauri::command]
pub(crate) async fn choose_logo<R: Runtime>(
    window: WebviewWindow<R>,
    desk: State<'_, Desk>,
    args: ChooseFile,
) -> Answer<Option<BusinessView>> {
    let ChooseFile {} = args;
    let words = spoken(&window);
    let pictures = |ask: FileDialogBuilder<R>| {
        ask.set_title(words.logo).add_filter(words.pictures, &["png", "jpg", "jpeg"])
    };
    let Some(place) = choose(&window, pictures).await else { return Ok(None) };
    let logo = Some(std::fs::read(place)?);
    business_edit(&desk, BusinessEdit { logo, ..BusinessEdit::default() }).await.map(Some)
}

/// A copy of an agreement that came back; nothing when the dialog was cancelled.
#[tauri::command]
pub(crate) async fn choose_returned_copy<R: Runtime>(
    window: WebviewWindow<R>,
    args: ChooseFile,
) -> Option<String> {
    let ChooseFile {} = args;
    let words = spoken(&window);
    let copies = |ask: FileDialogBuilder<R>| {
        ask.set_title(words.returned).add_filter(words.scans, &["pdf", "png", "jpg", "jpeg"])
    };
    places::noted(window.app_handle(), choose(&window, copies).await?)
}

/// A file with a key from an authority; nothing when the dialog was cancelled.
#[tauri::command]
pub(crate) async fn choose_seal_file<R: Runtime>(
    window: WebviewWindow<R>,
    args: ChooseFile,
) -> Option<String> {
    let ChooseFile {} = args;
    let words = spoken(&window);
    let keys = |ask: FileDialogBuilder<R>| ask.set_title(words.seal).add_filter(words.keys, &["p12", "pfx"]);
    places::noted(window.app_handle(), choose(&window, keys).await?)
}

/// Writes everything in the book into a new folder inside one a person chooses; nothing when the dialog was
/// cancelled.
#[tauri::command]
pub(crate) async fn export_into<R: Runtime>(
    window: WebviewWindow<R>,
    args: Export,
) -> Answer<Option<Exported>> {
    let Some(place) = choose_folder(&window, spoken(&window).export).await else { return Ok(None) };
    let ask = Export { out: place.to_string_lossy().into_owned(), ..args };
    by_itself(window.app_handle().clone(), async |desk| export_inside(desk, ask).await).await.map(Some)
}

/// Writes letters into a folder a person chooses; nothing when the dialog was cancelled.
#[tauri::command]
pub(crate) async fn print_letters<R: Runtime>(
    window: WebviewWindow<R>,
    args: LetterRun,
) -> Answer<Option<LettersMade>> {
    let Some(place) = choose_folder(&window, spoken(&window).letters).await else { return Ok(None) };
    let run = LetterRun { folder: place.to_string_lossy().into_owned(), ..args };
    by_itself(window.app_handle().clone(), async |desk| letter_run(desk, run).await).await.map(Some)
}

/// Writes a copy of a paper where a person wants it; nothing when the dialog was cancelled.
#[tauri::command]
pub(crate) async fn save_document<R: Runtime>(
    window: WebviewWindow<R>,
    desk: State<'_, Desk>,
    args: SaveDocument,
) -> Answer<Option<DocumentSaved>> {
    let SaveDocument { document, suggested_name, open } = args;
    let Some(out) = paper_place(&window, suggested_name).await else { return Ok(None) };
    let saved = document_save(&desk, DocumentSave { document, out }).await?;
    if open && !is_scripted(&window) {
        // The copy is there and the window says where; that nothing shows PDFs here takes nothing from it.
        let _ = tauri_plugin_opener::open_path(&saved.path, None::<&str>);
    }
    Ok(Some(saved))
}

/// Writes the words of a new book as a sheet where a person wants it; nothing when the dialog was cancelled.
#[tauri::command]
pub(crate) async fn save_recovery_sheet<R: Runtime>(
    window: WebviewWindow<R>,
    desk: State<'_, Desk>,
    args: SaveRecoverySheet,
) -> Answer<Option<RecoverySheetSaved>> {
    let SaveRecoverySheet { phrase, suggested_name } = args;
    let Some(out) = paper_place(&window, suggested_name).await else { return Ok(None) };
    let saved = recovery_sheet_save(&desk, RecoverySheetSave { phrase, out }).await?;
    Ok(Some(saved))
}

/// Writes how the business bills, for nobody in particular, where a person wants it; nothing when the dialog was
/// cancelled.
#[tauri::command]
pub(crate) async fn save_terms_sheet<R: Runtime>(
    window: WebviewWindow<R>,
    args: ChoosePlace,
) -> Answer<Option<TermsSheetMade>> {
    let Some(out) = paper_place(&window, args.suggested_name).await else { return Ok(None) };
    let ask = TermsSheetAsk { out: Some(out), ..TermsSheetAsk::default() };
    by_itself(window.app_handle().clone(), async |desk| terms_sheet(desk, ask).await).await.map(Some)
}

/// Where a paper shall be written, as a person says in the dialog.
async fn paper_place<R: Runtime>(window: &WebviewWindow<R>, suggested_name: String) -> Option<String> {
    let words = spoken(window);
    let papers =
        |ask: FileDialogBuilder<R>| ask.set_title(words.save_paper).add_filter(words.papers, &["pdf"]);
    let place = choose_place(window, suggested_name, papers).await?;
    Some(place.to_string_lossy().into_owned())
}

/// The words of dialogs in the window's language.
fn spoken<R: Runtime>(window: &WebviewWindow<R>) -> &'static DialogWords {
    window.state::<Bar>().language().dialogs()
}
