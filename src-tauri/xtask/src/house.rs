//! Where things are, and how cargo is called, so that all tasks share one set of artefacts.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::report::Trouble;

/// The whole workspace as one selection. Every step of `test` uses exactly these words: another
/// selection would unify other features and build the dependencies a second time. The feature
/// embeds ui/dist in the app, which the window tests need.
pub(crate) const WHOLE: [&str; 3] = ["--workspace", "--features", "goodterms/custom-protocol"];

/// Everything that builds without WebKit.
pub(crate) const WITHOUT_WINDOW: [&str; 3] = ["--workspace", "--exclude", "goodterms"];

/// The repository's root.
pub(crate) fn root() -> &'static Path {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).unwrap_or(here)
}

/// Where cargo puts debug builds: the folder this very program was built into, whatever
/// CARGO_TARGET_DIR or cargo's configuration say.
pub(crate) fn debug_builds() -> Result<PathBuf, Trouble> {
    let me = std::env::current_exe().map_err(|cause| Trouble::file(Path::new("xtask"), &cause))?;
    let folder = me.parent().map(Path::to_owned);
    folder
        .ok_or_else(|| Trouble::new("xtask does not know where it was built.", "Start it by `cargo xtask`."))
}

/// Cargo at the root, as if typed there: what `cargo run` has told *this* program about itself
/// (CARGO_PKG_NAME and the like) is not passed on.
pub(crate) fn cargo(arguments: &[&str]) -> Command {
    let mut command = Command::new("cargo");
    command.args(arguments).current_dir(root());
    for (name, _) in std::env::vars_os() {
        let told = name.to_string_lossy();
        if ["CARGO_PKG_", "CARGO_MANIFEST_", "CARGO_BIN_"].iter().any(|start| told.starts_with(start)) {
            command.env_remove(&name);
        }
    }
    command
}

/// Cargo on the [`WHOLE`] workspace: `before`, the selection, `after`.
pub(crate) fn cargo_whole(before: &[&str], after: &[&str]) -> Command {
    let mut command = cargo(before);
    command.args(WHOLE).args(after);
    command
}

#[cfg(test)]
mod tests {
    use super::{debug_builds, root};

    #[test]
    fn the_root_holds_the_workspace() {
        assert!(root().join("Cargo.toml").is_file(), "{}", root().display());
        assert!(root().join("src-tauri/xtask").is_dir(), "{}", root().display());
    }

    #[test]
    fn builds_are_looked_for_where_this_was_built() {
        assert!(debug_builds().is_ok_and(|folder| folder.is_dir()));
    }
}
