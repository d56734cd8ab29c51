//! What the person in front of the terminal sees: titles, times, and what to do when it fails.

use std::fmt;
use std::time::{Duration, Instant};

/// Something went wrong, and what the person can do about it.
#[derive(Debug)]
pub(crate) struct Trouble {
    what: String,
    remedy: String,
}

impl Trouble {
    /// `what` happened, as a sentence; `remedy` is one too, or a command to type.
    pub(crate) fn new(what: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { what: what.into(), remedy: remedy.into() }
    }

    /// A file or folder could not be read or written.
    pub(crate) fn file(path: &std::path::Path, cause: &std::io::Error) -> Self {
        Self::new(format!("{}: {cause}", path.display()), "Check that the folder exists and may be written.")
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "✗ {}", self.what)?;
        for line in self.remedy.lines() {
            write!(f, "\n  → {line}")?;
        }
        Ok(())
    }
}

/// Does one step: its title before, how long it took after. The failure itself is told by whoever
/// receives it, once.
pub(crate) fn step<T>(title: &str, work: impl FnOnce() -> Result<T, Trouble>) -> Result<T, Trouble> {
    println!("\n▸ {title}");
    let started = Instant::now();
    let outcome = work();
    let mark = if outcome.is_ok() { '✓' } else { '✗' };
    println!("{mark} {title} · {}", spoken(started.elapsed()));
    outcome
}

/// A time as one would say it: `0.4 s`, `48 s`, `3 min 12 s`.
pub(crate) fn spoken(time: Duration) -> String {
    match (time.as_secs(), time.subsec_millis()) {
        (seconds @ 0..10, millis) => format!("{seconds}.{} s", millis / 100),
        (seconds @ 10..60, _) => format!("{seconds} s"),
        (seconds, _) => format!("{} min {} s", seconds / 60, seconds % 60),
    }
}

#[cfg(test)]
mod tests {
    use super::{Trouble, spoken};
    use std::time::Duration;

    #[test]
    fn times_are_said_as_people_say_them() {
        let said = [380, 9_990, 48_700, 192_000].map(|millis| spoken(Duration::from_millis(millis)));
        assert_eq!(said, ["0.3 s", "9.9 s", "48 s", "3 min 12 s"]);
    }

    #[test]
    fn a_trouble_tells_what_to_do_on_lines_of_its_own() {
        let told = Trouble::new("Two packages are missing.", "apt-get update\napt-get install x").to_string();
        assert_eq!(told, "✗ Two packages are missing.\n  → apt-get update\n  → apt-get install x");
    }
}
