//! A bench to run the built binary on: a folder of its own, a home of its own, a book with its words.

use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use tempfile::TempDir;

/// The day everything happens on unless a test says otherwise: a Tuesday.
pub(crate) const TODAY: &str = "2026-11-17";
pub(crate) const PASSPHRASE: &str = "a quiet passphrase";

/// Every key an error may have.
const ERROR_KEYS: [&str; 8] = ["code", "kind", "message", "hint", "file", "row", "field", "candidates"];

pub(crate) struct Bench {
    folder: TempDir,
}

impl Bench {
    /// A folder and nothing in it.
    pub(crate) fn bare() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    /// A Canadian business's new book.
    pub(crate) fn new() -> Self {
        Self::in_currency("CAD")
    }

    pub(crate) fn in_currency(currency: &str) -> Self {
        let bench = Self::bare();
        bench.write("passphrase.txt", &format!("{PASSPHRASE}\n"));
        let line = format!(
            "book new {} --country CA --region ON --currency {currency} --time-zone America/Toronto --no-keychain",
            bench.path("birch.book").display()
        );
        let passphrase = bench.path("passphrase.txt");
        let mut words: Vec<&str> = line.split(' ').collect();
        words.extend(["--name", "Birch & Ferry Millwork", "--passphrase-file", passphrase.to_str().unwrap()]);
        words.extend(["--json", "--as-of", TODAY]);
        let made = answer(&bench.raw(&words));
        bench.write("words.txt", made["recovery_phrase"].as_str().unwrap());
        bench
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn home(&self) -> PathBuf {
        self.path("home")
    }

    pub(crate) fn write(&self, name: &str, text: &str) {
        std::fs::write(self.path(name), text).unwrap();
    }

    /// The names of everything in the folder but the home.
    pub(crate) fn files(&self) -> Vec<String> {
        let entries = std::fs::read_dir(self.folder.path()).unwrap();
        let mut names: Vec<String> =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.retain(|name| name != "home");
        names.sort();
        names
    }

    pub(crate) fn book_bytes(&self) -> Vec<u8> {
        std::fs::read(self.path("birch.book")).unwrap()
    }

    /// The binary with these words and nothing else, in the folder.
    pub(crate) fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_goodterms-cli"));
        command
            .args(words)
            .current_dir(self.folder.path())
            .env("GOODTERMS_HOME", self.home())
            .env_remove("GOODTERMS_BOOK")
            .env_remove("DBUS_SESSION_BUS_ADDRESS")
            .env("USER", "ruth");
        command
    }

    pub(crate) fn raw(&self, words: &[&str]) -> Output {
        self.command(words).output().unwrap()
    }

    /// The words after the book, its recovery words, JSON and a day.
    pub(crate) fn on(&self, day: &str, words: &[&str]) -> Output {
        let mut line =
            vec!["--book", "birch.book", "--recovery-phrase-file", "words.txt", "--json", "--as-of", day];
        line.extend(words);
        self.raw(&line)
    }

    /// The answer to a line of words parted by spaces, today; it must succeed.
    pub(crate) fn ask(&self, line: &str) -> Value {
        self.ask_on(TODAY, line)
    }

    pub(crate) fn ask_on(&self, day: &str, line: &str) -> Value {
        answer(&self.on(day, &split(line)))
    }

    /// The error a line is met with, today; it must exit with that code and answer nothing.
    pub(crate) fn refused(&self, exit: i32, line: &str) -> Value {
        self.refused_on(TODAY, exit, line)
    }

    pub(crate) fn refused_on(&self, day: &str, exit: i32, line: &str) -> Value {
        let output = self.on(day, &split(line));
        assert!(output.stdout.is_empty(), "{line}: {}", text(&output.stdout));
        error(&output, exit)
    }

    /// A client with an invoice of 1000.00, issued and due on those days.
    pub(crate) fn owing(&self, client: &str, number: &str, issued: &str, due: &str) {
        self.ask_on(issued, &format!("client add --name {client}"));
        self.invoice(client, number, issued, due, "1000.00");
    }

    pub(crate) fn invoice(&self, client: &str, number: &str, issued: &str, due: &str, total: &str) {
        let line = format!(
            "invoice add --client {client} --number {number} --issued {issued} --due {due} --total {total}"
        );
        self.ask_on(issued, &line);
    }

    pub(crate) fn remind(&self, client: &str, on: &str) {
        let line = format!(
            "contact add --client {client} --on {on} --channel email --direction out --kind reminder"
        );
        self.ask_on(on, &line);
    }
}

/// Words parted by spaces.
pub(crate) fn split(line: &str) -> Vec<&str> {
    line.split_whitespace().collect()
}

pub(crate) fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("what is printed is text")
}

/// The one JSON document of an answer.
pub(crate) fn answer(output: &Output) -> Value {
    assert_eq!(output.status.code(), Some(0), "{}{}", text(&output.stdout), text(&output.stderr));
    assert!(output.stderr.is_empty(), "nothing is said beside the answer: {}", text(&output.stderr));
    document(&output.stdout)
}

pub(crate) fn document(bytes: &[u8]) -> Value {
    serde_json::from_slice(bytes).unwrap_or_else(|why| panic!("one JSON document: {why}: {}", text(bytes)))
}

/// The error of a run, in the shape the contract gives it.
pub(crate) fn error(output: &Output, exit: i32) -> Value {
    assert_eq!(output.status.code(), Some(exit), "{}{}", text(&output.stdout), text(&output.stderr));
    let whole = document(&output.stderr);
    assert_eq!(whole.as_object().unwrap().len(), 1, "{whole}");
    let error = whole["error"].clone();
    let fields = error.as_object().unwrap();
    for (key, value) in fields {
        assert!(ERROR_KEYS.contains(&key.as_str()), "{key} is no key of an error: {whole}");
        assert!(!value.is_null(), "an absent key is left out: {whole}");
    }
    let code = error["code"].as_str().unwrap();
    assert!(
        !code.is_empty() && code.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_'),
        "{code}"
    );
    let message = error["message"].as_str().unwrap();
    assert!(message.ends_with(['.', '!', '?', ':']) && message.len() > 3, "a sentence: {message}");
    if let Some(candidates) = fields.get("candidates") {
        assert!(!candidates.as_array().unwrap().is_empty(), "{whole}");
    }
    error
}

/// The keys of an object, sorted.
pub(crate) fn keys(value: &Value) -> Vec<&str> {
    let mut keys: Vec<&str> = value.as_object().unwrap().keys().map(String::as_str).collect();
    keys.sort_unstable();
    keys
}

/// Every one of these keys is there.
#[track_caller]
pub(crate) fn has(value: &Value, wanted: &str) {
    for key in wanted.split_whitespace() {
        assert!(value.get(key).is_some(), "{key} is missing in {value}");
    }
}

pub(crate) fn is_pdf(path: &Path) -> bool {
    std::fs::read(path).is_ok_and(|bytes| bytes.starts_with(b"%PDF-") && bytes.len() > 10_000)
}
