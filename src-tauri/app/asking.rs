//! Showing the system's file dialogs, and what answers in their place while a test drives the window.

use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};
use tauri::{Manager as _, Runtime, WebviewWindow};
use tauri_plugin_dialog::{DialogExt as _, FileDialogBuilder, FilePath};
use tokio::sync::oneshot;

/// What answers in place of the file dialogs, which no test can reach: one path for each dialog, and none any
/// more means that it was cancelled. Never there in a release.
#[derive(Debug)]
pub(crate) struct Answers(Option<Mutex<VecDeque<PathBuf>>>);

impl Answers {
    pub(crate) fn new(answers: Option<Vec<PathBuf>>) -> Self {
        Self(answers.map(|paths| Mutex::new(paths.into())))
    }
}

/// Whether nobody sees a dialog.
pub(crate) fn is_scripted<R: Runtime>(window: &WebviewWindow<R>) -> bool {
    window.state::<Answers>().0.is_some()
}

/// Asks for a file that is there.
pub(crate) async fn choose<R: Runtime>(
    window: &WebviewWindow<R>,
    with: impl FnOnce(FileDialogBuilder<R>) -> FileDialogBuilder<R>,
) -> Option<PathBuf> {
    ask(window, with, |dialog, then| dialog.pick_file(then)).await
}

/// Asks for a folder that is there: among the person's documents, unless they go elsewhere.
pub(crate) async fn choose_folder<R: Runtime>(
    window: &WebviewWindow<R>,
    title: &'static str,
) -> Option<PathBuf> {
    ask(
        window,
        |dialog| among_documents(window, dialog).set_title(title),
        |dialog, then| dialog.pick_folder(then),
    )
    .await
}

/// Asks for a place for a file that is not there yet: among the person's documents, unless they go elsewhere.
pub(crate) async fn choose_place<R: Runtime>(
    window: &WebviewWindow<R>,
    name: String,
    with: impl FnOnce(FileDialogBuilder<R>) -> FileDialogBuilder<R>,
) -> Option<PathBuf> {
    ask(
        window,
        |dialog| with(among_documents(window, dialog).set_file_name(name)),
        |dialog, then| dialog.save_file(then),
    )
    .await
}

fn among_documents<R: Runtime>(
    window: &WebviewWindow<R>,
    dialog: FileDialogBuilder<R>,
) -> FileDialogBuilder<R> {
    match window.path().document_dir() {
        Ok(folder) => dialog.set_directory(folder),
        Err(_) => dialog,
    }
}

type Then = Box<dyn FnOnce(Option<FilePath>) + Send>;

async fn ask<R: Runtime>(
    window: &WebviewWindow<R>,
    with: impl FnOnce(FileDialogBuilder<R>) -> FileDialogBuilder<R>,
    show: impl FnOnce(FileDialogBuilder<R>, Then),
) -> Option<PathBuf> {
    if let Some(answers) = &window.state::<Answers>().0 {
        return answers.lock().unwrap_or_else(PoisonError::into_inner).pop_front();
    }
    let (chosen, answer) = oneshot::channel();
    let then = Box::new(move |file| {
        // Nobody may be waiting any more.
        let _ = chosen.send(file);
    });
    show(with(window.dialog().file().set_parent(window)), then);
    answer.await.ok().flatten()?.into_path().ok()
}
