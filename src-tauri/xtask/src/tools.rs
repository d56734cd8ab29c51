//! The two toolchains one brings along: Rust with its companions, and Node.

use crate::command::{ask, run};
use crate::report::Trouble;

/// The oldest Node the interface's build accepts (Vite's own floor).
const NODE: (u32, u32) = (20, 19);

/// Node is there and new enough.
pub(crate) fn node() -> Result<(), Trouble> {
    let remedy =
        format!("Install Node {}.{} or newer from https://nodejs.org, then try again.", NODE.0, NODE.1);
    let Some(version) = ask("node", &["--version"]) else {
        return Err(Trouble::new("Node was not found.", remedy));
    };
    match major_minor(&version) {
        Some(found) if found >= NODE => {
            println!("  Node {}", version.trim());
            Ok(())
        }
        _ => Err(Trouble::new(format!("Node {} is too old.", version.trim()), remedy)),
    }
}

fn major_minor(version: &str) -> Option<(u32, u32)> {
    let mut parts = version.trim().trim_start_matches('v').split('.').map(str::parse);
    Some((parts.next()?.ok()?, parts.next()?.ok()?))
}

/// rustfmt and clippy are there; rustup is asked to add what is missing.
pub(crate) fn rust_companions() -> Result<(), Trouble> {
    let present = |name: &str| ask("cargo", &[name, "--version"]).is_some();
    let missing: Vec<&str> = [("fmt", "rustfmt"), ("clippy", "clippy")]
        .iter()
        .filter(|(c, _)| !present(c))
        .map(|(_, n)| *n)
        .collect();
    if missing.is_empty() {
        println!("  rustfmt and clippy are there.");
        return Ok(());
    }
    if ask("rustup", &["--version"]).is_none() {
        return Err(Trouble::new(
            format!("Missing beside cargo: {}.", missing.join(", ")),
            "Install them the way Rust itself was installed.",
        ));
    }
    run(std::process::Command::new("rustup").args(["component", "add"]).args(missing))
}

/// Is the faster test runner there? It is a convenience: `cargo test` runs the same tests.
pub(crate) fn nextest() -> bool {
    ask("cargo", &["nextest", "--version"]).is_some()
}

#[cfg(test)]
mod tests {
    use super::{NODE, major_minor};

    #[test]
    fn versions_of_node_are_compared_by_number() {
        assert_eq!(major_minor("v20.19.2\n"), Some((20, 19)));
        assert!(major_minor("v20.20.2") >= Some(NODE));
        assert!(major_minor("v22.1.0") >= Some(NODE));
        assert!(major_minor("v20.9.0") < Some(NODE), "9 is less than 19");
        assert_eq!(major_minor("system node"), None);
    }
}
