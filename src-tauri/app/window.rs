//! The window as the system sees it: its title, what is dropped on it, coming forward, and going.

use crate::places::noted;
use crate::tidings::{Tiding, tell};
use serde::Deserialize;
use tauri::webview::PageLoadEvent;
use tauri::{AppHandle, DragDropEvent, Manager as _, Runtime, Webview, WebviewWindow, Window, WindowEvent};

/// What the title bar shall say.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Title {
    title: String,
}

/// Names the window.
#[tauri::command]
pub(crate) fn shell_title<R: Runtime>(window: WebviewWindow<R>, args: Title) -> tauri::Result<()> {
    window.set_title(&args.title)
}

/// Asks for nothing but the end.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Quit {}

/// Ends the program, for systems whose window has no menu to do it.
#[tauri::command]
pub(crate) fn shell_quit<R: Runtime>(app: AppHandle<R>, args: Quit) {
    let Quit {} = args;
    app.exit(0);
}

/// Shows the window once its page is there, so that nobody sees it white or being moved to its place.
pub(crate) fn show_when_drawn<R: Runtime>(view: &Webview<R>, load: PageLoadEvent) {
    if load == PageLoadEvent::Finished {
        // It is gone already, or the system does not let it: there is nothing to be done about either.
        let _ = view.window().show();
    }
}

/// Brings the window before the others, for someone who has started the program again.
pub(crate) fn come_forward<R: Runtime>(app: &AppHandle<R>) {
    if let Some(window) = app.get_webview_window("main") {
        let _ = window.unminimize();
        let _ = window.set_focus();
    }
}

/// Passes on what is dragged over the window and dropped there, as long as it is files.
pub(crate) fn hear<R: Runtime>(window: &Window<R>, event: &WindowEvent) {
    let WindowEvent::DragDrop(event) = event else { return };
    let app = window.app_handle();
    match event {
        DragDropEvent::Enter { paths, .. } if !paths.is_empty() => tell(app, Tiding::Drag { over: true }),
        DragDropEvent::Drop { paths, .. } if !paths.is_empty() => {
            let paths = paths.iter().filter_map(|path| noted(app, path.clone())).collect();
            tell(app, Tiding::Dropped { paths });
        }
        DragDropEvent::Leave | DragDropEvent::Drop { .. } => tell(app, Tiding::Drag { over: false }),
        _ => {}
    }
}
