//! Starting other programs so that what they do can be seen and repeated by hand.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use crate::report::Trouble;

/// Runs a program in the open: the line one would type, then its own output. Fails unless it succeeds.
pub(crate) fn run(command: &mut Command) -> Result<(), Trouble> {
    println!("  $ {}", line(command));
    let status = command.status().map_err(|cause| cannot_start(command, &cause))?;
    if status.success() { Ok(()) } else { Err(failed(command)) }
}

/// Like [`run`], and shows every line of its standard output to `see` on the way.
pub(crate) fn run_seeing(command: &mut Command, mut see: impl FnMut(&str)) -> Result<(), Trouble> {
    println!("  $ {}", line(command));
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(|cause| cannot_start(command, &cause))?;
    if let Some(output) = child.stdout.take() {
        for text in BufReader::new(output).split(b'\n').map_while(Result::ok) {
            let text = String::from_utf8_lossy(&text);
            println!("{text}");
            see(&text);
        }
    }
    let status = child.wait().map_err(|cause| cannot_start(command, &cause))?;
    if status.success() { Ok(()) } else { Err(failed(command)) }
}

/// What a program prints, if it can be started and succeeds.
pub(crate) fn ask(program: impl AsRef<OsStr>, arguments: &[&str]) -> Option<String> {
    let output =
        Command::new(program).args(arguments).stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Runs a program in the open and gives back all that it prints.
pub(crate) fn print(command: &mut Command) -> Result<String, Trouble> {
    println!("  $ {}", line(command));
    let output = command.stderr(Stdio::inherit()).output().map_err(|cause| cannot_start(command, &cause))?;
    if !output.status.success() {
        return Err(failed(command));
    }
    String::from_utf8(output.stdout)
        .map_err(|cause| Trouble::new(format!("It does not print text: {cause}"), "Please report this."))
}

/// The line one would type at the repository's root to start this program.
pub(crate) fn line(command: &Command) -> String {
    let settings = command
        .get_envs()
        .filter_map(|(name, value)| Some(format!("{}={}", name.to_string_lossy(), quoted(value?))));
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    let line = settings.chain(words.map(quoted)).collect::<Vec<_>>().join(" ");
    match command.get_current_dir().and_then(|folder| folder.strip_prefix(crate::house::root()).ok()) {
        Some(folder) if folder != "" => format!("(cd {} && {line})", folder.display()),
        _ => line,
    }
}

fn quoted(word: &OsStr) -> String {
    let word = word.to_string_lossy();
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_=/.:+,@\\".contains(c);
    if !word.is_empty() && word.chars().all(plain) { word.into_owned() } else { format!("'{word}'") }
}

fn cannot_start(command: &Command, cause: &std::io::Error) -> Trouble {
    let program = command.get_program().to_string_lossy();
    Trouble::new(format!("{program} could not be started: {cause}"), format!("Is {program} installed?"))
}

fn failed(command: &Command) -> Trouble {
    Trouble::new(
        "This did not succeed; its own words are above.",
        format!("To see it alone: {}", line(command)),
    )
}

#[cfg(test)]
mod tests {
    use super::{ask, line, run_seeing};
    use std::process::Command;

    #[test]
    fn a_command_is_shown_as_it_would_be_typed() {
        let mut command = Command::new("cargo");
        command.args(["test", "-E", "not binary(window)"]).env("RUSTDOCFLAGS", "-D warnings");
        assert_eq!(line(&command), "RUSTDOCFLAGS='-D warnings' cargo test -E 'not binary(window)'");
    }

    #[test]
    fn a_folder_of_the_house_is_part_of_the_line() {
        let mut command = Command::new("npm");
        command.arg("ci").current_dir(crate::house::root().join("ui"));
        assert_eq!(line(&command), "(cd ui && npm ci)");
    }

    #[test]
    fn lines_are_seen_while_they_are_printed_and_failure_is_told() {
        let mut seen = Vec::new();
        let outcome = run_seeing(Command::new("rustc").arg("--version"), |text| seen.push(text.to_owned()));
        assert!(outcome.is_ok(), "rustc is there, cargo has just used it");
        assert!(seen.iter().any(|text| text.starts_with("rustc ")), "its line was seen: {seen:?}");
        assert!(run_seeing(Command::new("rustc").arg("--no-such-flag"), |_| ()).is_err());
        assert_eq!(ask("no-such-program-anywhere", &[]), None);
    }
}
