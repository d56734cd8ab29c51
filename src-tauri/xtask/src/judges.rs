//! The independent judges of papers that come from PyPI: in a Python of their own beside cargo's builds, so that
//! nothing of the machine is touched. Without them their tests say that they were skipped.

use crate::command::{ask, run};
use crate::house;
use crate::report::Trouble;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Pinned: a new judge may find new faults, and that is looked at on purpose.
const JUDGES: [&str; 3] = ["page-validation==0.11.0", "outloud==0.2.1", "pyHanko==0.38.0"];
/// What a Python that has them all can say.
const PRESENT: &str = "import page, outloud, pyhanko";

/// Names a Python that has the judges to the tests.
pub(crate) const NAME: &str = "GOODTERMS_PYTHON";

/// Makes sure that the judges are there, and says when they cannot be.
pub(crate) fn ensure() -> Result<(), Trouble> {
    if std::env::var_os(NAME).is_some() {
        println!("  {NAME} is set.");
        return Ok(());
    }
    let (home, python) = place()?;
    if has_judges(&python) {
        println!("  All {} are installed.", JUDGES.len());
    } else if let Err(trouble) = install(&home, &python) {
        println!("{trouble}\n  They only judge: their tests will say that they were skipped.");
    }
    Ok(())
}

/// The Python to name to the tests, when it has the judges and nobody has named another.
pub(crate) fn python() -> Option<PathBuf> {
    let (_, python) = place().ok()?;
    (std::env::var_os(NAME).is_none() && has_judges(&python)).then_some(python)
}

fn place() -> Result<(PathBuf, PathBuf), Trouble> {
    let home = house::debug_builds()?.join("judges");
    let python = if cfg!(windows) { home.join("Scripts/python.exe") } else { home.join("bin/python") };
    Ok((home, python))
}

fn has_judges(python: &Path) -> bool {
    ask(python, &["-c", PRESENT]).is_some()
}

fn install(home: &Path, python: &Path) -> Result<(), Trouble> {
    let base = if cfg!(windows) { "python" } else { "python3" };
    run(Command::new(base).args(["-m", "venv"]).arg(home))?;
    run(Command::new(python)
        .args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"])
        .args(JUDGES))
}
