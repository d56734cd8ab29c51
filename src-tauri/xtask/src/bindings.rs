//! The interface's types, written from the desk's one command list.
//!
//! The desk's example `bindings` prints TypeScript; this writes it to ui/src/ipc/wire.ts, or says
//! that the file there is not what the list says today.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use crate::command::{print, run};
use crate::house;
use crate::report::{Trouble, step};

const REMEDY: &str = "cargo xtask bindings";

/// `cargo xtask bindings [--check]`.
pub(crate) fn bindings(words: &[String]) -> Result<ExitCode, Trouble> {
    let check = match words {
        [] => false,
        [only] if only == "--check" => true,
        _ => return Err(Trouble::new("bindings takes nothing but --check.", "cargo xtask bindings --help")),
    };
    step("TypeScript bindings", || {
        let text =
            print(&mut house::cargo(&["run", "--quiet", "-p", "goodterms-desk", "--example", "bindings"]))?;
        if check { compare(&text) } else { write(&text) }
    })?;
    Ok(ExitCode::SUCCESS)
}

/// For the suite: the same comparison, from the workspace's own build so that nothing is built twice.
pub(crate) fn check_fresh() -> Result<(), Trouble> {
    run(&mut house::cargo_whole(&["build"], &["--example", "bindings"]))?;
    let exporter =
        house::debug_builds()?.join("examples").join(format!("bindings{}", std::env::consts::EXE_SUFFIX));
    compare(&print(&mut Command::new(exporter))?)
}

fn target() -> PathBuf {
    house::root().join("ui/src/ipc/wire.ts")
}

fn compare(text: &str) -> Result<(), Trouble> {
    let path = target();
    let there = fs::read_to_string(&path)
        .map_err(|cause| Trouble::new(format!("{}: {cause}", path.display()), REMEDY))?;
    match first_difference(&there, text) {
        None => Ok(()),
        Some(line) => Err(Trouble::new(format!("ui/src/ipc/wire.ts is stale from line {line} on."), REMEDY)),
    }
}

/// The first line that differs, counted from one. How a checkout ends its lines does not matter.
fn first_difference(there: &str, fresh: &str) -> Option<usize> {
    let (mut there, mut fresh) = (there.lines(), fresh.lines());
    (1..)
        .map_while(|nth| match (there.next(), fresh.next()) {
            (None, None) => None,
            (a, b) => Some((nth, a == b)),
        })
        .find_map(|(nth, same)| (!same).then_some(nth))
}

#[expect(clippy::disallowed_methods, reason = "a generated file; the next run writes it again")]
fn write(text: &str) -> Result<(), Trouble> {
    let path = target();
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder).map_err(|cause| Trouble::file(folder, &cause))?;
    fs::write(&path, text).map_err(|cause| Trouble::file(&path, &cause))?;
    println!("  {} lines in ui/src/ipc/wire.ts", text.lines().count());
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::first_difference;

    #[test]
    fn stale_bindings_are_found_where_they_begin_to_differ() {
        assert_eq!(first_difference("a\nb\n", "a\nb\n"), None);
        assert_eq!(first_difference("a\r\nb\r\n", "a\nb\n"), None, "a Windows checkout is not stale");
        assert_eq!(first_difference("a\nb\n", "a\nc\n"), Some(2));
        assert_eq!(first_difference("a\n", "a\nb\n"), Some(2), "something was added");
        assert_eq!(first_difference("a\nb\n", "a\n"), Some(2), "something was taken away");
    }
}
