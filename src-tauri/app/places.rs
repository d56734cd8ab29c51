//! Where files may be: only where a person has said. The window can ask for a file again, but never for one
//! that no dialog, no drop and no other program has named.

use crate::commands::error;
use crate::tidings::{Tiding, tell};
use goodterms_desk::books::{StartAsk, start_view};
use goodterms_desk::{Answer, Desk, DeskError, ErrorKind};
use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use tauri::ipc::{Invoke, InvokeBody};
use tauri::{AppHandle, Manager as _, RunEvent, Runtime, Url};

/// Every place a person has said since the program was started.
#[derive(Debug, Default)]
pub(crate) struct Places(Mutex<HashSet<PathBuf>>);

impl Places {
    fn note(&self, place: PathBuf) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(place);
    }

    fn has(&self, place: &Path) -> bool {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).contains(place)
    }
}

/// Notes a place a person has said, as the window will name it. One that is not text cannot be named.
pub(crate) fn noted<R: Runtime>(app: &AppHandle<R>, place: PathBuf) -> Option<String> {
    app.state::<Places>().note(place.clone());
    place.into_os_string().into_string().ok()
}

/// Takes up what the program was started with: the first word that is a file, and no option.
pub(crate) fn take_up<R: Runtime>(app: &AppHandle<R>, words: &[String], folder: &Path) {
    let found = words.iter().filter(|word| !word.starts_with('-')).find_map(|word| {
        let by_address = Url::parse(word).ok().and_then(|address| address.to_file_path().ok());
        let place = by_address.unwrap_or_else(|| folder.join(word));
        place.is_file().then_some(place)
    });
    if let Some(path) = found.and_then(|place| noted(app, place)) {
        tell(app, Tiding::OpenBook { path });
    }
}

/// The place a call names: whichever command it is, a place is always its `path`.
pub(crate) fn named_in<R: Runtime>(call: &Invoke<R>) -> Option<PathBuf> {
    let InvokeBody::Json(body) = call.message.payload() else { return None };
    body.get("args")?.get("path")?.as_str().map(PathBuf::from)
}

/// Refuses a place nobody has said, neither today nor by opening a book there before.
pub(crate) async fn refuse_strange<R: Runtime>(app: &AppHandle<R>, place: &Path) -> Answer<()> {
    if app.state::<Places>().has(place) {
        return Ok(());
    }
    let known = start_view(&app.state::<Desk>(), StartAsk {}).await?.recent;
    if known.iter().any(|book| Path::new(&book.path) == place) {
        return Ok(());
    }
    let message = format!("Nobody has chosen the file {}.", place.display());
    Err(DeskError {
        hint: Some("Choose it in the dialog, or drop it on the window.".to_owned()),
        ..error("path_not_chosen", ErrorKind::Refused, message)
    })
}

/// Takes up what macOS opens with this program; elsewhere it is among the words it is started with.
#[cfg_attr(not(target_os = "macos"), expect(unused_variables, reason = "only macOS has this event"))]
pub(crate) fn opened<R: Runtime>(app: &AppHandle<R>, event: &RunEvent) {
    #[cfg(target_os = "macos")]
    if let RunEvent::Opened { urls } = event {
        let words: Vec<String> = urls.iter().map(ToString::to_string).collect();
        take_up(app, &words, Path::new("/"));
    }
}
