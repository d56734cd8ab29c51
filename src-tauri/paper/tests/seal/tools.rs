//! Judges that know nothing of us, where they are installed.

use std::path::Path;
use std::process::{Command, Output};

/// Runs a tool; nothing, loudly, where it is not installed.
pub(crate) fn run(tool: &str, arguments: &[&str]) -> Option<Output> {
    match Command::new(tool).args(arguments).output() {
        Ok(output) => Some(output),
        Err(error) => {
            println!("SKIPPED: {tool} is not installed here ({error})");
            None
        }
    }
}

/// What a tool says when it is content; it must be.
pub(crate) fn content(tool: &str, arguments: &[&str]) -> Option<String> {
    let output = run(tool, arguments)?;
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(
        output.status.success(),
        "{tool} {arguments:?}: {said}{}",
        String::from_utf8_lossy(&output.stderr)
    );
    Some(said)
}

/// Runs a script of this folder with a Python that has pyHanko (`GOODTERMS_PYTHON`, or else `python3`).
pub(crate) fn pyhanko(script: &str, arguments: &[&str]) -> Option<String> {
    let python = std::env::var("GOODTERMS_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    if !run(&python, &["-c", "import pyhanko"])?.status.success() {
        println!("SKIPPED: {python} has no pyHanko (GOODTERMS_PYTHON names one that has)");
        return None;
    }
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/seal").join(script);
    content(&python, &[&[script.to_str().unwrap()], arguments].concat())
}

/// A folder for one test.
pub(crate) struct Folder(tempfile::TempDir);

impl Folder {
    pub(crate) fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    pub(crate) fn path(&self, name: &str) -> String {
        self.0.path().join(name).to_str().unwrap().to_owned()
    }

    /// Writes a file and returns its path.
    pub(crate) fn put(&self, name: &str, bytes: &[u8]) -> String {
        use std::io::Write;
        let path = self.path(name);
        std::fs::File::create(&path).unwrap().write_all(bytes).unwrap();
        path
    }

    pub(crate) fn read(&self, name: &str) -> Vec<u8> {
        std::fs::read(self.path(name)).unwrap()
    }
}
