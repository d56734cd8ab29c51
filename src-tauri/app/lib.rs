//! The shell: a window over the desk. Only this crate knows Tauri, and it holds no rule.

mod commands;
mod dialogs;

use goodterms_desk::{Clock, Desk};
use std::process::ExitCode;
use tauri::{Builder, Context, Runtime};

/// Opens the window and stays until it is closed.
pub fn run() -> ExitCode {
    let desk = match Desk::usual_home() {
        Ok(home) => Desk::new(home, Clock::Machine, actor()),
        Err(why) => return fail(&why.to_string()),
    };
    match build(Builder::default().plugin(tauri_plugin_dialog::init()), desk).build(context()) {
        Ok(app) => {
            app.run(|_, _| {});
            ExitCode::SUCCESS
        }
        Err(why) => fail(&format!("The window could not be opened: {why}")),
    }
}

/// The desk's commands on any runtime, so that tests can knock at them without a window.
pub fn build<R: Runtime>(builder: Builder<R>, desk: Desk) -> Builder<R> {
    builder.manage(desk).manage(dialogs::Answers::from_environment()).invoke_handler(commands::handler())
}

/// The app's configuration, capabilities and interface.
pub fn context<R: Runtime>() -> Context<R> {
    tauri::generate_context!()
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
