//! `cargo xtask check`: what is worth knowing many times a day, without WebKit.

use std::process::ExitCode;

use crate::command::run;
use crate::house::{WITHOUT_WINDOW, cargo};
use crate::report::{Trouble, step};
use crate::{tools, ui};

/// `cargo xtask check`. Stops at the first failure: it is meant to be run again at once.
pub(crate) fn check(words: &[String]) -> Result<ExitCode, Trouble> {
    if !words.is_empty() {
        return Err(Trouble::new("check takes no words.", "cargo xtask check"));
    }
    step("Formatting", || run(&mut cargo(&["fmt", "--all", "--check"])))?;
    step("npm packages", || tools::node().and_then(|()| ui::install()))?;
    step("Interface: types", || run(&mut ui::npm(&["run", "--silent", "check"])))?;
    step("Clippy", || {
        let after = ["--all-targets", "--", "-D", "warnings"];
        run(cargo(&["clippy"]).args(WITHOUT_WINDOW).args(after))
    })?;
    step("Rust tests", || {
        let runner: &[&str] = if tools::nextest() { &["nextest", "run"] } else { &["test"] };
        run(cargo(runner).args(WITHOUT_WINDOW))
    })?;
    Ok(ExitCode::SUCCESS)
}
