//! Rules about what stands in the files.

use crate::files::{File, file, files};

/// Longer than this and a file can no longer be held in the head.
const RUST_LINES: usize = 500;
// Markup and style stand in one file with the script, so it may be a little longer than one would like.
const UI_LINES: usize = 300;

/// The one place that may ask the machine what time it is.
const CLOCK: &str = "src-tauri/desk/src/clock.rs";
/// The one place in the interface that may speak to Tauri.
const HOST: &str = "ui/src/ipc/host.ts";
/// Written by the exporter, however long.
const GENERATED: &str = "ui/src/ipc/wire.ts";

fn code(path: &str) -> bool {
    path.ends_with(".rs") && (path.starts_with("src-tauri/") || path.starts_with("tests/"))
}

fn interface(path: &str) -> bool {
    path.starts_with("ui/src/") && [".ts", ".svelte"].iter().any(|ending| path.ends_with(ending))
}

/// The offending lines as `path:line: text`.
fn offences(files: &[File], offends: impl Fn(&str) -> bool) -> Vec<String> {
    let mut found = Vec::new();
    for file in files {
        for (nth, line) in file.text.lines().enumerate().filter(|(_, line)| offends(line)) {
            found.push(format!("{}:{}: {}", file.path, nth + 1, line.trim()));
        }
    }
    found
}

fn none(found: &[String], rule: &str) {
    assert!(found.is_empty(), "{rule}\n{}", found.join("\n"));
}

/// A line of Rust without its comment. Good enough for what is looked for here.
fn without_comment(line: &str) -> &str {
    line.split("//").next().unwrap_or(line)
}

/// Does the line hold one of the words, on its own, in whatever case?
fn has_word(line: &str, words: &[&str]) -> bool {
    line.split(|c: char| !c.is_ascii_alphanumeric() && c != '_')
        .any(|word| words.iter().any(|wanted| word.eq_ignore_ascii_case(wanted)))
}

#[test]
fn files_can_be_held_in_the_head() {
    let long = |files: Vec<File>, most: usize| -> Vec<String> {
        let lengths = files.iter().map(|file| (file, file.text.lines().count()));
        lengths
            .filter(|(_, lines)| *lines > most)
            .map(|(file, lines)| format!("{}: {lines} lines", file.path))
            .collect()
    };
    none(&long(files(code), RUST_LINES), "a file of Rust has at most 500 lines");
    // Words are looked up, not read from top to bottom.
    let written = files(|path| interface(path) && path != GENERATED && !path.starts_with("ui/src/words/"));
    none(&long(written, UI_LINES), "a file of the interface has at most 300 lines");
}

#[test]
fn only_the_clock_asks_for_the_time() {
    let asks = |line: &str| {
        let line = without_comment(line);
        ["Utc::now", "Local::now", "SystemTime::now", "OffsetDateTime::now"]
            .iter()
            .any(|call| line.contains(call))
            || ["'now'", "CURRENT_TIMESTAMP", "CURRENT_DATE", "unixepoch()"]
                .iter()
                .any(|sql| line.contains(sql))
    };
    assert!(asks("let today = Utc::now();") && asks("values (datetime('now'))"), "the rule can see");
    assert!(!asks("let today = clock.now(); // not Utc::now"), "and does not see ghosts");
    let product = |path: &str| {
        path.starts_with("src-tauri/")
            && !path.starts_with("src-tauri/xtask/")
            && path != CLOCK
            && [".rs", ".sql"].iter().any(|ending| path.ends_with(ending))
    };
    none(&offences(&files(product), asks), "time is an argument: only desk's clock asks the machine");
}

#[test]
fn the_rules_of_the_trade_touch_nothing() {
    let touches = |line: &str| {
        let line = without_comment(line);
        ["std::fs", "std::net", "std::env", "std::process", "std::thread", "Instant::now"]
            .iter()
            .any(|it| line.contains(it))
            || line.contains("async fn")
    };
    assert!(touches("use std::fs;") && touches("pub async fn pay() {}") && !touches("// no std::fs here"));
    let terms = files(|path| path.starts_with("src-tauri/terms/src/") && path.ends_with(".rs"));
    none(&offences(&terms, touches), "terms does no input, no output and waits for nothing");
}

#[test]
fn no_column_holds_a_fraction() {
    let fractional = |line: &str| {
        let statement = line.split("--").next().unwrap_or(line);
        has_word(statement, &["real", "double", "float", "numeric", "decimal"])
    };
    assert!(fractional("  amount REAL not null,") && fractional("rate numeric(10, 2)"), "the rule can see");
    assert!(!fractional("amount integer not null, -- minor units, never REAL"), "prose is prose");
    let migrations = files(|path| path.contains("/migrations/") && path.ends_with(".sql"));
    none(&offences(&migrations, fractional), "money is integer minor units; no column is a float");
}

#[test]
fn only_the_host_speaks_to_tauri() {
    let imports = |line: &str| line.contains(concat!("@tauri", "-apps/"));
    let elsewhere = files(|path| interface(path) && path != HOST && path != GENERATED);
    none(&offences(&elsewhere, imports), "only ui/src/ipc/host.ts may import Tauri's packages");
    assert!(file(HOST).text.lines().any(imports), "{HOST} is where it is done, or this rule guards nothing");
}

#[test]
fn the_readme_has_both_commands_where_one_can_copy_them() {
    let readme = file("README.md").text;
    for command in ["cargo xtask run", "cargo xtask test"] {
        assert!(
            readme.lines().any(|line| line.trim_end() == command),
            "README.md: `{command}` on a line of its own"
        );
    }
    assert!(file(".ci/run").text.contains("cargo xtask test"), "CI runs what the README says");
    assert!(
        file("CHANGELOG.md").text.contains("## Unreleased"),
        "what is not released yet is in the changelog"
    );
}

#[test]
fn no_path_of_somebodys_machine_is_written_down() {
    // Put together here, so that this file does not hold them itself.
    let homes = ["work", "root"].map(|folder| format!("/{folder}/"));
    let personal = |line: &str| {
        homes.iter().any(|home| {
            line.match_indices(home.as_str()).any(|(at, _)| {
                let before = line.get(..at).and_then(|before| before.chars().next_back());
                before.is_none_or(|c| " \t\"'`(=:<>[,".contains(c))
            })
        })
    };
    let bad = format!("path = \"{}somebody/book\"", homes[0]);
    assert!(personal(&bad), "the rule can see: {bad}");
    assert!(!personal("https://example.org/homework/and/more"), "an address is no machine");
    let all = files(|path| !path.ends_with("package-lock.json") && path != "Cargo.lock");
    none(&offences(&all, personal), "a path of one machine means nothing on another");
}

#[test]
fn nothing_is_left_for_later_and_no_test_is_asleep() {
    let marks =
        ["#[ig|nore", "todo|!(", "unim|plemented!(", "FIX|ME", "XX|X:"].map(|mark| mark.replace('|', ""));
    let later = |line: &str| marks.iter().any(|mark| line.contains(mark.as_str()));
    assert!(later(&format!("    {}]", marks[0])) && !later("an ignored row"), "the rule can see");
    let written = files(|path| (code(path) || interface(path)) && path != GENERATED);
    none(&offences(&written, later), "finish it, or leave it out");
}

#[test]
fn words_are_found_whole() {
    assert!(
        has_word("x REAL,", &["real"])
            && !has_word("realised integer", &["real"])
            && !has_word("is_real", &["real"])
    );
}
