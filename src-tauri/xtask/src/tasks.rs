//! The tasks for people: open the app, see what it does without a display, develop, measure, ship.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use crate::command::run as execute;
use crate::house::{self, cargo};
use crate::packages::{self, Purpose};
use crate::report::{Trouble, step};
use crate::{licences, suite, tools, ui, window};

/// `cargo xtask run [--release]`.
pub(crate) fn run(words: &[String]) -> Result<ExitCode, Trouble> {
    let release = match words {
        [] => false,
        [only] if only == "--release" => true,
        _ => return Err(Trouble::new("run takes nothing but --release.", "cargo xtask run --help")),
    };
    prepare_window()?;
    step("A display", display)?;
    let mut build = cargo(&["build", "-p", "goodterms", "--features", "custom-protocol"]);
    step("The app", || execute(if release { build.arg("--release") } else { &mut build }))?;
    println!("\n▸ Opening Goodterms. Close its window to come back here.");
    execute(&mut Command::new(app(release)?))?;
    Ok(ExitCode::SUCCESS)
}

/// `cargo xtask demo [FOLDER]`.
pub(crate) fn demo(words: &[String]) -> Result<ExitCode, Trouble> {
    let folder = match words {
        [] => fresh_demo_folder()?,
        [folder] if !folder.starts_with('-') => absolute(Path::new(folder))?,
        _ => return Err(Trouble::new("demo takes one folder, or nothing.", "cargo xtask demo --help")),
    };
    step("System packages", || packages::ensure(Purpose::Demo))?;
    step("The command line", || execute(&mut cargo(&["build", "-p", "goodterms-cli"])))?;
    step("A sample book and its papers", || {
        let cli = format!("goodterms-cli{}", std::env::consts::EXE_SUFFIX);
        execute(Command::new(house::debug_builds()?.join(cli)).arg("demo").arg(&folder))
    })?;
    let papers = papers(&folder)?;
    if papers.is_empty() {
        return Err(Trouble::new(
            format!("No PDF was made in {}.", folder.display()),
            "Please report this: the demo should make three.",
        ));
    }
    println!("\nThe papers:");
    for paper in papers {
        println!("  {}", paper.display());
    }
    println!("The sample book lies beside them in {}.", folder.display());
    Ok(ExitCode::SUCCESS)
}

/// `cargo xtask dev`.
pub(crate) fn dev(words: &[String]) -> Result<ExitCode, Trouble> {
    prepare_window()?;
    step("A display", display)?;
    tauri("dev", words)
}

/// `cargo xtask dist [WORDS…]`.
pub(crate) fn dist(words: &[String]) -> Result<ExitCode, Trouble> {
    prepare_window()?;
    let texts = step("Licences", licences::texts)?;
    // The path as JSON: quotes and backslashes are what Rust escapes, too.
    let beside = format!("{{\"bundle\":{{\"resources\":{{{texts:?}:\"licences.txt\"}}}}}}");
    let with_texts: Vec<String> =
        ["--config".to_owned(), beside].into_iter().chain(words.iter().cloned()).collect();
    tauri("build", &with_texts)
}

/// `cargo xtask bench [WORDS…]`.
pub(crate) fn bench(words: &[String]) -> Result<ExitCode, Trouble> {
    if let [what, rest @ ..] = words
        && what == "ui"
    {
        return window::bench(rest);
    }
    let words = words.strip_prefix(&["--".to_owned()]).unwrap_or(words);
    let mut command = cargo(&["run", "--release", "-p", "goodterms-desk", "--example", "bench", "--"]);
    execute(command.args(words))?;
    Ok(ExitCode::SUCCESS)
}

/// `cargo xtask ready`.
pub(crate) fn ready(words: &[String]) -> Result<ExitCode, Trouble> {
    if !words.is_empty() {
        return Err(Trouble::new("ready takes no words.", "cargo xtask ready"));
    }
    suite::prepare()?;
    Ok(ExitCode::SUCCESS)
}

fn prepare_window() -> Result<(), Trouble> {
    step("System packages", || packages::ensure(Purpose::Run))?;
    step("Node", tools::node)?;
    step("npm packages", ui::install)?;
    step("Interface", ui::build)
}

/// A window needs somewhere to open. Asked before the long build, not after it.
fn display() -> Result<(), Trouble> {
    let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    if !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY") {
        return Ok(());
    }
    Err(Trouble::new(
        "There is no display here, so the window cannot open.",
        "To see the main job done without one: cargo xtask demo\n\
         To open the window: run this again in a desktop session.",
    ))
}

fn app(release: bool) -> Result<PathBuf, Trouble> {
    let folder = if release { release_builds()? } else { house::debug_builds()? };
    Ok(folder.join(format!("goodterms{}", std::env::consts::EXE_SUFFIX)))
}

/// Where cargo puts optimised builds.
pub(crate) fn release_builds() -> Result<PathBuf, Trouble> {
    Ok(house::debug_builds()?.with_file_name("release"))
}

/// Tauri's own command line, which npm has installed. It must start at the root, beside tauri.conf.json.
fn tauri(verb: &str, words: &[String]) -> Result<ExitCode, Trouble> {
    let cli = "ui/node_modules/@tauri-apps/cli/tauri.js";
    execute(Command::new("node").args([cli, verb]).args(words).current_dir(house::root()))?;
    Ok(ExitCode::SUCCESS)
}

/// Our own folder, emptied: only ever what an earlier demo made.
fn fresh_demo_folder() -> Result<PathBuf, Trouble> {
    let builds = house::debug_builds()?;
    let folder = builds.with_file_name("demo");
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(|cause| Trouble::file(&folder, &cause))?;
    }
    Ok(folder)
}

fn absolute(folder: &Path) -> Result<PathBuf, Trouble> {
    std::path::absolute(folder).map_err(|cause| Trouble::file(folder, &cause))
}

fn papers(folder: &Path) -> Result<Vec<PathBuf>, Trouble> {
    let mut papers = Vec::new();
    for entry in fs::read_dir(folder).map_err(|cause| Trouble::file(folder, &cause))? {
        let path = entry.map_err(|cause| Trouble::file(folder, &cause))?.path();
        if path.is_dir() {
            papers.extend(self::papers(&path)?);
        } else if path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("pdf")) {
            papers.push(path);
        }
    }
    papers.sort();
    Ok(papers)
}
