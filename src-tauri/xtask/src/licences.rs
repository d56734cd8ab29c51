//! Whose work is in the app, and on what terms: the About page's list, and the texts beside the app.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::command::print;
use crate::house;
use crate::report::{Trouble, step};
use crate::tasks;

/// `cargo xtask licences`.
pub(crate) fn licences(words: &[String]) -> Result<ExitCode, Trouble> {
    if !words.is_empty() {
        return Err(Trouble::new("licences takes no words.", "cargo xtask licences"));
    }
    step("Licences", || {
        let list = told(&[])?;
        println!("  {} works in ui/src/about/licences.json", list.lines().count().saturating_sub(2));
        write(&house::root().join("ui/src/about/licences.json"), &list)
    })?;
    Ok(ExitCode::SUCCESS)
}

/// The texts as a file to put beside the app.
pub(crate) fn texts() -> Result<PathBuf, Trouble> {
    let file = tasks::release_builds()?.join("licences.txt");
    write(&file, &told(&["--", "--texts"])?)?;
    Ok(file)
}

fn told(words: &[&str]) -> Result<String, Trouble> {
    let mut cargo = house::cargo(&["run", "--quiet", "-p", "xtask", "--example", "licences"]);
    print(cargo.args(words))
}

#[expect(clippy::disallowed_methods, reason = "a generated file; the next run writes it again")]
fn write(file: &Path, text: &str) -> Result<(), Trouble> {
    let folder = file.parent().unwrap_or(file);
    std::fs::create_dir_all(folder).map_err(|cause| Trouble::file(folder, &cause))?;
    std::fs::write(file, text).map_err(|cause| Trouble::file(file, &cause))
}
