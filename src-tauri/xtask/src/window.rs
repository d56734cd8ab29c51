//! What needs the real window and is no part of the everyday checks: pictures of all screens, and measurements.

use std::process::ExitCode;

use crate::command::run;
use crate::house::{cargo, cargo_whole};
use crate::report::{Trouble, step};
use crate::suite;

/// `cargo xtask shots [NAME…]`.
pub(crate) fn shots(words: &[String]) -> Result<ExitCode, Trouble> {
    if let Some(word) = words.iter().find(|word| word.starts_with('-')) {
        return Err(Trouble::new(format!("shots knows no {word}."), "cargo xtask shots --help"));
    }
    suite::prepare()?;
    step("Pictures", || {
        let mut command = cargo_whole(&["test"], &["--test", "window", "shots::", "--", "--nocapture"]);
        run(command.env("GOODTERMS_SHOTS", words.join(" ")))
    })?;
    Ok(ExitCode::SUCCESS)
}

/// `cargo xtask bench ui`.
pub(crate) fn bench(words: &[String]) -> Result<ExitCode, Trouble> {
    if !words.is_empty() {
        return Err(Trouble::new("bench ui takes no words.", "cargo xtask bench ui"));
    }
    suite::prepare()?;
    let words = ["bench", "-p", "goodterms", "--features", "custom-protocol", "--bench", "ui"];
    step("The window, measured", || run(&mut cargo(&words)))?;
    Ok(ExitCode::SUCCESS)
}
