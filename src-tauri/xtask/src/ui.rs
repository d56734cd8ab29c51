//! The interface in ui/: its packages, its build, its scripts. What is unchanged is not done again.

use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::command::run;
use crate::house;
use crate::report::Trouble;

fn folder() -> PathBuf {
    house::root().join("ui")
}

/// npm in ui/.
pub(crate) fn npm(arguments: &[&str]) -> Command {
    let mut command = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
    command.args(arguments).current_dir(folder());
    command
}

/// Installs exactly the locked packages, unless that is what is already there.
pub(crate) fn install() -> Result<(), Trouble> {
    let ui = folder();
    let locked = fingerprint(&[ui.join("package-lock.json"), ui.join("package.json")])?;
    // Inside node_modules, so that whatever replaces the folder also takes the mark away.
    let mark = ui.join("node_modules/.installed-by-xtask");
    if fs::read_to_string(&mark).is_ok_and(|seen| seen == locked) {
        println!("  Up to date.");
        return Ok(());
    }
    run(&mut npm(&["ci", "--no-audit", "--no-fund"]))?;
    leave(&mark, &locked)
}

/// Builds ui/dist, unless it was built from just these sources.
pub(crate) fn build() -> Result<(), Trouble> {
    let dist = folder().join("dist");
    let mark = house::debug_builds()?.join("ui-built-from");
    if dist.join("index.html").is_file()
        && fs::read_to_string(&mark).is_ok_and(|seen| state(&dist).is_ok_and(|now| now == seen))
    {
        println!("  Up to date.");
        return Ok(());
    }
    run(&mut npm(&["run", "--silent", "build"]))?;
    leave(&mark, &state(&dist)?)
}

/// Sources and result together: a build by someone else's hand is noticed too.
fn state(dist: &Path) -> Result<String, Trouble> {
    let mut sources = Vec::new();
    collect(&folder(), &mut sources)?;
    let mut built = Vec::new();
    collect(dist, &mut built)?;
    Ok(format!("{} {}", fingerprint(&sources)?, fingerprint(&built)?))
}

/// Every file below `folder` that somebody wrote or built; installed packages and nested results are not.
fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> Result<(), Trouble> {
    for entry in fs::read_dir(folder).map_err(|cause| Trouble::file(folder, &cause))? {
        let path = entry.map_err(|cause| Trouble::file(folder, &cause))?.path();
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        if path.is_file() {
            files.push(path);
        } else if !matches!(name, "node_modules" | "dist") && !name.starts_with('.') {
            collect(&path, files)?;
        }
    }
    files.sort();
    Ok(())
}

fn fingerprint(files: &[PathBuf]) -> Result<String, Trouble> {
    let mut hasher = DefaultHasher::new();
    for path in files {
        path.hash(&mut hasher);
        fs::read(path).map_err(|cause| Trouble::file(path, &cause))?.hash(&mut hasher);
    }
    Ok(format!("{:016x}", hasher.finish()))
}

#[expect(clippy::disallowed_methods, reason = "half a mark is no match, so the work is only done once more")]
fn leave(mark: &Path, text: &str) -> Result<(), Trouble> {
    let folder = mark.parent().unwrap_or(mark);
    fs::create_dir_all(folder).map_err(|cause| Trouble::file(folder, &cause))?;
    fs::write(mark, text).map_err(|cause| Trouble::file(mark, &cause))
}

#[cfg(test)]
mod tests {
    use super::fingerprint;
    use crate::house;

    #[test]
    fn a_fingerprint_tells_files_apart_and_stays_the_same() {
        let file = |name: &str| vec![house::root().join("src-tauri/xtask").join(name)];
        let one = fingerprint(&file("Cargo.toml")).expect("it is there");
        assert_eq!(one, fingerprint(&file("Cargo.toml")).expect("it is there"));
        assert_ne!(one, fingerprint(&file("src/main.rs")).expect("it is there"));
        assert!(fingerprint(&file("no-such-file")).is_err());
    }
}
