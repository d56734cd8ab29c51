//! What a fresh Debian or Ubuntu lacks: said by name, and installed where we may.

use std::io::IsTerminal;
use std::process::Command;

use crate::command::{ask, run};
use crate::report::Trouble;

/// What the machine is being prepared for. Each needs what the one before it needs.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Purpose {
    /// The command line and its papers: a compiler and OpenSSL for the encrypted book.
    Demo,
    /// The window.
    Run,
    /// Every check: the driver and a display for the window tests, a keychain, tools that read PDFs.
    Test,
}

const NEEDED: [(Purpose, &str); 14] = [
    (Purpose::Demo, "build-essential"),
    (Purpose::Demo, "pkg-config"),
    (Purpose::Demo, "libssl-dev"),
    (Purpose::Run, "libwebkit2gtk-4.1-dev"),
    (Purpose::Run, "librsvg2-dev"),
    (Purpose::Test, "webkit2gtk-driver"),
    (Purpose::Test, "xvfb"),
    (Purpose::Test, "dbus-x11"),
    (Purpose::Test, "gnome-keyring"),
    (Purpose::Test, "poppler-utils"),
    (Purpose::Test, "qpdf"),
    (Purpose::Test, "procps"),
    (Purpose::Test, "python3-venv"),
    (Purpose::Test, "fonts-droid-fallback"),
];

/// Makes sure the system packages are there. Off Debian and Ubuntu it only says what is needed.
pub(crate) fn ensure(purpose: Purpose) -> Result<(), Trouble> {
    if !cfg!(target_os = "linux") {
        println!("  Nothing to install on this system.");
        return Ok(());
    }
    let needed: Vec<&str> =
        NEEDED.iter().filter(|(least, _)| *least <= purpose).map(|(_, name)| *name).collect();
    if ask("dpkg-query", &["--version"]).is_none() {
        println!("  Not Debian or Ubuntu: please install what corresponds to {}.", needed.join(", "));
        return Ok(());
    }
    let missing = missing(&needed, installed);
    if missing.is_empty() {
        println!("  All {} are installed.", needed.len());
        return Ok(());
    }
    println!("  Missing: {}", missing.join(", "));
    install(&missing)
}

fn missing<'a>(needed: &[&'a str], installed: impl Fn(&str) -> bool) -> Vec<&'a str> {
    needed.iter().copied().filter(|name| !installed(name)).collect()
}

fn installed(name: &str) -> bool {
    ask("dpkg-query", &["--show", "--showformat=${db:Status-Status}\\n", name])
        .is_some_and(|states| states.lines().any(|state| state == "installed"))
}

fn install(missing: &[&str]) -> Result<(), Trouble> {
    let Some(sudo) = authority() else {
        return Err(Trouble::new(
            format!("These system packages are missing: {}.", missing.join(", ")),
            format!(
                "Please run this, then try again:\n\
                 sudo apt-get update && sudo apt-get install -y {}",
                missing.join(" ")
            ),
        ));
    };
    run(&mut apt(sudo, &["update", "-q"]))?;
    let mut words = vec!["install", "-y", "-q", "--no-install-recommends"];
    words.extend(missing);
    run(&mut apt(sudo, &words))
}

/// May we install? As root without more; by sudo if it needs no password or someone is there to type it.
fn authority() -> Option<&'static [&'static str]> {
    if ask("id", &["-u"]).is_some_and(|id| id.trim() == "0") {
        return Some(&[]);
    }
    let someone_there = std::io::stdin().is_terminal() && ask("sudo", &["-V"]).is_some();
    (someone_there || ask("sudo", &["-n", "true"]).is_some()).then_some(&["sudo"])
}

fn apt(sudo: &[&str], words: &[&str]) -> Command {
    let mut whole = sudo.iter().chain(&["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]).chain(words);
    let mut command = Command::new(whole.next().copied().unwrap_or("apt-get"));
    command.args(whole);
    command
}

#[cfg(test)]
mod tests {
    use super::{NEEDED, Purpose, apt, missing};
    use crate::command::line;

    #[test]
    fn only_what_is_missing_is_named_in_order() {
        assert_eq!(missing(&["a", "b", "c"], |name| name == "b"), ["a", "c"]);
    }

    #[test]
    fn the_demo_needs_no_web_view() {
        assert!(NEEDED.iter().any(|(purpose, name)| *purpose == Purpose::Run && name.contains("webkit2gtk")));
        assert!(NEEDED.iter().all(|(purpose, name)| *purpose != Purpose::Demo || !name.contains("webkit")));
    }

    #[test]
    fn apt_is_called_the_same_way_with_and_without_sudo() {
        assert_eq!(line(&apt(&[], &["update"])), "env DEBIAN_FRONTEND=noninteractive apt-get update");
        assert_eq!(
            line(&apt(&["sudo"], &["update"])),
            "sudo env DEBIAN_FRONTEND=noninteractive apt-get update"
        );
    }
}
