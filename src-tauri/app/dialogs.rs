//! Choosing files: always in the system's own dialog, so that the window never names a file by itself.

use crate::asking::{choose, choose_folder, choose_place, is_scripted};
use crate::commands::by_itself;
use crate::menu::Bar;
use crate::places;
use crate::words::DialogWords;
use goodterms_desk::business::{BusinessEdit, BusinessView, business_edit};
use goodterms_desk::documents::{DocumentSave, DocumentSaved, document_save};
use goodterms_desk::letters::{LetterRun, LettersMade, letter_run};
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
    let words = spoken(&window);
    let papers =
        |ask: FileDialogBuilder<R>| ask.set_title(words.save_paper).add_filter(words.papers, &["pdf"]);
    let Some(place) = choose_place(&window, suggested_name, papers).await else { return Ok(None) };
    let out = place.to_string_lossy().into_owned();
    let saved = document_save(&desk, DocumentSave { document, out }).await?;
    if open && !is_scripted(&window) {
        // The copy is there and the window says where; that nothing shows PDFs here takes nothing from it.
        let _ = tauri_plugin_opener::open_path(&saved.path, None::<&str>);
    }
    Ok(Some(saved))
}

/// The words of dialogs in the window's language.
fn spoken<R: Runtime>(window: &WebviewWindow<R>) -> &'static DialogWords {
    window.state::<Bar>().language().dialogs()
}
