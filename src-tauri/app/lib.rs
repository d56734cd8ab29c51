//! The shell: a window over the desk. Only this crate knows Tauri, and it holds no rule.

mod asking;
mod canvas;
mod commands;
mod dialogs;
mod menu;
mod places;
mod tidings;
mod window;
mod words;

use goodterms_desk::{Clock, Desk};
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;
use tauri::{App, Builder, Runtime};
use tauri_plugin_window_state::StateFlags;

pub use menu::verbs;
pub use tidings::Tiding;

/// What of the window is the same the next time. Whether it is shown is ours: when its page is there.
const KEPT: StateFlags = StateFlags::SIZE.union(StateFlags::POSITION).union(StateFlags::MAXIMIZED);

/// Opens the window and stays until it is closed.
pub fn run() -> ExitCode {
    canvas::suit_the_machine();
    let desk = match Desk::usual_home() {
        Ok(home) => Desk::new(home, clock(), actor()),
        Err(why) => return fail(&why.to_string()),
    };
    let started = Started {
        words: std::env::args_os().skip(1).map(|word| word.to_string_lossy().into_owned()).collect(),
        folder: std::env::current_dir().unwrap_or_default(),
        answers: seam("GOODTERMS_DIALOG_ANSWERS").map(|paths| std::env::split_paths(&paths).collect()),
    };
    let mut builder = Builder::default();
    // A home of its own is a desk of its own: only at the usual one is there a single window.
    if std::env::var_os("GOODTERMS_HOME").is_none_or(|home| home.is_empty()) {
        builder = builder.plugin(tauri_plugin_single_instance::init(|app, words, folder| {
            window::come_forward(app);
            places::take_up(app, words.get(1..).unwrap_or_default(), folder.as_ref());
        }));
    }
    let builder = builder
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_window_state::Builder::new().with_state_flags(KEPT).build())
        .enable_macos_default_menu(false)
        .on_menu_event(menu::hear)
        .on_window_event(window::hear)
        .on_page_load(|view, load| window::show_when_drawn(view, load.event()));
    match build(builder, desk, started).and_then(|app| menu::hang(app.handle()).map(|()| app)) {
        Ok(app) => {
            app.run(|app, event| places::opened(app, &event));
            ExitCode::SUCCESS
        }
        Err(why) => fail(&format!("The window could not be opened: {why}")),
    }
}

/// How the program was started.
#[derive(Debug, Default)]
pub struct Started {
    /// The words after its name.
    pub words: Vec<String>,
    /// The folder they were said in.
    pub folder: PathBuf,
    /// What answers in place of the file dialogs, where a test drives the window.
    pub answers: Option<Vec<PathBuf>>,
}

/// The app on any runtime, so that tests can knock at its commands without a window.
///
/// # Errors
/// When the system gives no window.
pub fn build<R: Runtime>(builder: Builder<R>, desk: Desk, started: Started) -> tauri::Result<App<R>> {
    let app = builder
        .manage(desk)
        .manage(asking::Answers::new(started.answers))
        .manage(menu::Bar::default())
        .manage(places::Places::default())
        .manage(tidings::Tidings::default())
        .invoke_handler(commands::handler())
        .build(tauri::generate_context!())?;
    places::take_up(app.handle(), &started.words, &started.folder);
    Ok(app)
}

/// What a test has set for the window it drives. Nothing in a release, and nothing unless it is driven.
fn seam(name: &str) -> Option<OsString> {
    let driven = cfg!(debug_assertions) && std::env::var_os("TAURI_AUTOMATION").is_some();
    std::env::var_os(name).filter(|_| driven)
}

/// The machine's time; a time that stands still where a test has set one.
fn clock() -> Clock {
    let frozen = seam("GOODTERMS_CLOCK").and_then(|at| at.to_str()?.parse().ok());
    frozen.map_or(Clock::Machine, Clock::Frozen)
}

/// Whoever is signed in at this computer.
fn actor() -> String {
    ["USER", "USERNAME"]
        .iter()
        .find_map(|name| std::env::var(name).ok().filter(|name| !name.is_empty()))
        .unwrap_or_else(|| "owner".to_owned())
}

#[expect(clippy::print_stderr, reason = "there is no window to say it in")]
fn fail(why: &str) -> ExitCode {
    eprintln!("{why}");
    ExitCode::from(4)
}
