//! Choosing files: always in the system's own dialog, so that the window never names a file by itself.

use serde::Deserialize;
use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};
use tauri::{AppHandle, Manager as _, Runtime};
use tauri_plugin_dialog::{DialogExt as _, FilePath};
use tokio::sync::oneshot;

/// Answers for the file dialogs while the app is driven by a test, which no dialog can be. Always empty in a
/// release.
#[derive(Debug, Default)]
pub(crate) struct Answers(Mutex<VecDeque<PathBuf>>);

impl Answers {
    /// Paths from `GOODTERMS_DIALOG_ANSWERS`, in a debug build under automation only.
    pub(crate) fn from_environment() -> Self {
        let driven = cfg!(debug_assertions) && std::env::var_os("TAURI_AUTOMATION").is_some();
        let answers = std::env::var_os("GOODTERMS_DIALOG_ANSWERS").filter(|_| driven);
        Self(Mutex::new(answers.map(|paths| std::env::split_paths(&paths).collect()).unwrap_or_default()))
    }

    fn next(&self) -> Option<PathBuf> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).pop_front()
    }
}

/// Asks for nothing but a file.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ChooseBook {}

/// Asks for a place for a new file.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ChooseNewBook {
    /// The name the dialog offers.
    suggested_name: String,
}

/// A book to open; nothing when the dialog was cancelled.
#[tauri::command]
pub(crate) async fn choose_book_file<R: Runtime>(app: AppHandle<R>, args: ChooseBook) -> Option<String> {
    let ChooseBook {} = args;
    if let Some(answer) = app.state::<Answers>().next() {
        return shown(answer);
    }
    let (chosen, answer) = oneshot::channel();
    app.dialog().file().add_filter("Goodterms", &["book"]).pick_file(move |file| {
        // Nobody may be waiting any more.
        let _ = chosen.send(file);
    });
    path(answer.await.ok().flatten())
}

/// A place for a new book; nothing when the dialog was cancelled.
#[tauri::command]
pub(crate) async fn choose_new_book_file<R: Runtime>(
    app: AppHandle<R>,
    args: ChooseNewBook,
) -> Option<String> {
    if let Some(answer) = app.state::<Answers>().next() {
        return shown(answer);
    }
    let (chosen, answer) = oneshot::channel();
    let mut dialog =
        app.dialog().file().add_filter("Goodterms", &["book"]).set_file_name(args.suggested_name);
    if let Ok(documents) = app.path().document_dir() {
        dialog = dialog.set_directory(documents);
    }
    dialog.save_file(move |file| {
        let _ = chosen.send(file);
    });
    path(answer.await.ok().flatten())
}

fn path(file: Option<FilePath>) -> Option<String> {
    shown(file?.into_path().ok()?)
}

fn shown(path: PathBuf) -> Option<String> {
    path.into_os_string().into_string().ok()
}
