//! `cargo xtask …`: everything a person or a machine does with this repository, in one place.
//!
//! Each task is a short function that reads as a list of steps; a step prints its title, how long
//! it took and, when it fails, what to do. Nothing but the standard library is used, so that the
//! first answer on a fresh machine comes after seconds. CI runs these same tasks and adds nothing.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a task runner talks to the terminal")]

mod bindings;
mod check;
mod command;
mod house;
mod icons;
mod judges;
mod licences;
mod packages;
mod report;
mod suite;
mod tally;
mod tasks;
mod tools;
mod ui;
mod window;

use std::process::ExitCode;

use report::Trouble;

/// Something `cargo xtask` can do.
struct Task {
    name: &'static str,
    /// One line for the overview.
    summary: &'static str,
    /// How it is called, and what is worth knowing before.
    help: &'static str,
    /// Takes the words after the name.
    run: fn(&[String]) -> Result<ExitCode, Trouble>,
}

const TASKS: [Task; 12] = [
    Task {
        name: "run",
        summary: "open the app: installs what is missing, builds, starts",
        help: "cargo xtask run [--release]\n\n\
               Says which system packages are missing and installs them (Debian and Ubuntu), installs\n\
               the npm packages, builds the interface and the app, and opens the window.\n\
               --release builds the optimised app: slower to build, faster to use.",
        run: tasks::run,
    },
    Task {
        name: "demo",
        summary: "no display needed: a sample book and its papers as PDFs",
        help: "cargo xtask demo [FOLDER]\n\n\
               Makes a book with fictional data and the papers of the main job (a payment-plan\n\
               agreement, a final demand, a statement) and prints where they are.\n\
               Without FOLDER they go to demo/ in cargo's target folder, replacing the last demo.",
        run: tasks::demo,
    },
    Task {
        name: "test",
        summary: "every check there is",
        help: "cargo xtask test\n\n\
               Prepares the machine like `run`, then: formatting, the interface's types, lint and unit\n\
               tests, clippy, all Rust tests, examples in the documentation, the documentation itself,\n\
               fresh TypeScript bindings, and the real window under Xvfb. It goes on after a failure, so\n\
               that one run shows everything, and ends with `N passed, N failed`.",
        run: suite::test,
    },
    Task {
        name: "check",
        summary: "the quick subset for every day; needs no WebKit",
        help: "cargo xtask check\n\n\
               Formatting, the interface's types, then clippy and the Rust tests of every crate but the\n\
               window's.",
        run: check::check,
    },
    Task {
        name: "bindings",
        summary: "write the interface's types from the command list",
        help: "cargo xtask bindings [--check]\n\n\
               Writes ui/src/ipc/wire.ts. With --check it writes nothing and fails if the file is stale.",
        run: bindings::bindings,
    },
    Task {
        name: "dev",
        summary: "open the app with live reload of the interface",
        help: "cargo xtask dev\n\n\
               Prepares like `run`, then starts the interface's server and the app. A change in ui/ shows\n\
               at once; a change in Rust rebuilds and restarts.",
        run: tasks::dev,
    },
    Task {
        name: "bench",
        summary: "measure against the targets, side by side",
        help: "cargo xtask bench [WORDS…]\n\
               cargo xtask bench ui\n\n\
               Runs the desk's benchmark in an optimised build; WORDS are passed on as they are\n\
               (`cargo xtask bench -- --help` lists them). `ui` measures the window instead: the optimised\n\
               app over 100,000 invoices, in the real web view (Linux).",
        run: tasks::bench,
    },
    Task {
        name: "shots",
        summary: "a picture of every screen, and what is wrong with it",
        help: "cargo xtask shots [NAME…]\n\n\
               Opens the app over the sample book and takes every scene, or those whose name begins so, in\n\
               light and dark, English and French, at two sizes, into shots/ in cargo's target folder.\n\
               Fails on serious findings of axe and on screens that scroll sideways (Linux).",
        run: window::shots,
    },
    Task {
        name: "icons",
        summary: "draw the icons anew from their two pictures",
        help: "cargo xtask icons\n\n\
               Draws src-tauri/icons/icon.svg (and icon-small.svg up to 32 pixels) in every size a desktop\n\
               asks for. Needs the npm packages.",
        run: icons::icons,
    },
    Task {
        name: "licences",
        summary: "name everybody whose work is in the app",
        help: "cargo xtask licences\n\n\
               Writes ui/src/about/licences.json: crates of every desktop, npm packages and fonts, each with\n\
               its version and licence.",
        run: licences::licences,
    },
    Task {
        name: "dist",
        summary: "installers for this system",
        help: "cargo xtask dist [WORDS…]\n\n\
               Prepares like `run`, then runs `tauri build`; WORDS are passed on to it.",
        run: tasks::dist,
    },
    Task {
        name: "ready",
        summary: "only prepare this machine for `test`",
        help: "cargo xtask ready\n\n\
               Installs what `cargo xtask test` needs and stops there.",
        run: tasks::ready,
    },
];

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let Some((name, rest)) = words.split_first() else {
        return overview();
    };
    if matches!(name.as_str(), "help" | "--help" | "-h") {
        return overview();
    }
    let Some(task) = TASKS.iter().find(|task| task.name == name) else {
        eprintln!("There is no task called “{name}”. `cargo xtask --help` lists them.");
        return ExitCode::from(2);
    };
    if matches!(rest.first().map(String::as_str), Some("--help" | "-h")) {
        println!("{}: {}\n\n{}", task.name, task.summary, task.help);
        return ExitCode::SUCCESS;
    }
    match (task.run)(rest) {
        Ok(code) => code,
        Err(trouble) => {
            eprintln!("{trouble}");
            ExitCode::FAILURE
        }
    }
}

fn overview() -> ExitCode {
    println!("cargo xtask TASK: everything one does with this repository.\n");
    for task in &TASKS {
        println!("  {:<9} {}", task.name, task.summary);
    }
    println!("\n`cargo xtask TASK --help` says more. CARGO_TARGET_DIR is honoured.");
    ExitCode::SUCCESS
}

#[cfg(test)]
mod tests {
    use super::TASKS;

    #[test]
    fn every_task_has_its_own_name_and_says_how_it_is_called() {
        for (nth, task) in TASKS.iter().enumerate() {
            assert!(TASKS.iter().skip(nth + 1).all(|other| other.name != task.name), "{} twice", task.name);
            let call = format!("cargo xtask {}", task.name);
            assert!(task.help.starts_with(&call), "the help of {} must begin with `{call}`", task.name);
        }
    }
}
