//! How slips of the pen, help, pipes and disks are met.

use crate::bench::{Bench, TODAY, answer, error, split, text};
use std::process::Stdio;

const COMMANDS: &str = "book new|book info|book verify|book business|book edit|policy set|policy show|import|import undo|\
    client list|client show|client add|client edit|invoice list|invoice add|payment add|payment reverse|contact add|\
    dispute add|dispute resolve|ageing|interest|plan quote|plan create|plan sign|plan seal|plan match|plan list|plan show|demand check|\
    demand issue|statement|history|demo";

#[test]
fn every_command_explains_itself() {
    let bench = Bench::bare();
    for command in COMMANDS.split('|').map(str::trim).chain([""]) {
        let mut words = split(command);
        words.push("--help");
        let run = bench.raw(&words);
        assert_eq!(run.status.code(), Some(0), "{command}");
        let help = text(&run.stdout);
        assert!(help.contains("Usage: goodterms-cli") && run.stderr.is_empty(), "{command}: {help}");
    }
    let version = bench.raw(&["--version"]);
    assert_eq!(text(&version.stdout).trim(), format!("goodterms-cli {}", env!("CARGO_PKG_VERSION")));
}

#[test]
fn a_slip_is_answered_in_the_errors_shape_and_exits_2() {
    let bench = Bench::bare();
    for (line, field) in [
        ("", None),
        ("nonsense", None),
        ("invoice", None),
        ("invoice lits", None),
        ("ageing --as-of yesterday", Some("as_of")),
        ("ageing --as-of 2026-02-30", Some("as_of")),
        ("ageing --as-of 1066-10-14", Some("as_of")),
        ("ageing --unheard-of", Some("unheard_of")),
        ("ageing", Some("book")),
        ("plan sign X --party client --name N", None),
        ("plan sign X --party client --name N --typed --drawn x.png", Some("typed")),
        ("plan quote --amount 1 --currency CAD --count many", Some("count")),
        ("plan quote --amount 1 --currency CAD --count -1", Some("count")),
        ("demand issue --client X --next-step call --out x.pdf", Some("deadline")),
        ("import", Some("file")),
        ("import undo", Some("id")),
        ("policy show --limit 3", Some("limit")),
        ("client list --limit few", Some("limit")),
    ] {
        for json in [format!("--json {line}"), format!("{line} --json")] {
            let slip = error(&bench.raw(&split(&json)), 2);
            assert_eq!(slip["code"], "usage", "{json}");
            assert_eq!(slip.get("field").and_then(|f| f.as_str()), field, "{json}: {slip}");
        }
        let words = bench.raw(&split(line));
        assert_eq!(words.status.code(), Some(2), "{line}");
        let said = text(&words.stderr);
        assert!(!said.is_empty() && !said.contains('{') && words.stdout.is_empty(), "{line}: {said}");
    }
    let suggestion = error(&bench.raw(&["invoice", "lits", "--json"]), 2);
    assert_eq!(suggestion["candidates"], serde_json::json!(["list"]));
    assert!(bench.files().is_empty());
}

/// Help and errors never show what an option for a secret was given.
#[test]
fn there_is_no_option_that_takes_a_secret_itself() {
    let bench = Bench::bare();
    let help = text(&bench.raw(&["book", "new", "--help"]).stdout);
    assert!(help.contains("--passphrase-file") && !help.contains("--passphrase "), "{help}");
    for option in ["--passphrase", "--recovery-phrase", "--password"] {
        error(&bench.raw(&["--json", "book", "info", option, "secret"]), 2);
    }
}

#[test]
fn globals_stand_before_or_after_and_the_book_may_stand_in_the_environment() {
    let bench = Bench::new();
    let before = bench.ask("client list --limit 5");
    let after = bench.raw(&split(
        "client list --limit 5 --json --as-of 2026-11-17 --recovery-phrase-file words.txt --book birch.book",
    ));
    assert_eq!(answer(&after), before);
    let mut command =
        bench.command(&split("client list --json --as-of 2026-11-17 --recovery-phrase-file words.txt"));
    assert_eq!(answer(&command.env("GOODTERMS_BOOK", "birch.book").output().unwrap()), before);
    let mut command = bench.command(&split("client list --json --recovery-phrase-file words.txt"));
    let nowhere = command.env("GOODTERMS_BOOK", "").output().unwrap();
    error(&nowhere, 2);
}

#[test]
fn a_reader_who_has_read_enough_is_no_failure() {
    let bench = Bench::new();
    for number in 1..=9 {
        bench.ask(&format!("client add --name Client{number}"));
    }
    let mut command = bench.command(&split("--book birch.book --recovery-phrase-file words.txt client list"));
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), text(&output.stderr).as_str()), (Some(0), ""));
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_on_stdout_is_the_machines_failure() {
    let bench = Bench::bare();
    let full = std::fs::File::options().write(true).open("/dev/full").unwrap();
    let mut command = bench.command(&split("plan quote --amount 100 --currency CAD --count 2 --json"));
    let output = command.stdout(full).output().unwrap();
    assert_eq!(error(&output, 4)["code"], "disk_full");
}

#[test]
fn in_words_lists_are_tables_and_acts_are_sentences() {
    let bench = Bench::new();
    let say = |line: &str| {
        let day = format!("--book birch.book --recovery-phrase-file words.txt --as-of {TODAY} {line}");
        let run = bench.raw(&split(&day));
        assert_eq!(run.status.code(), Some(0), "{line}: {}", text(&run.stderr));
        text(&run.stdout)
    };
    assert_eq!(say("client list"), "There are no clients here.\n");
    assert_eq!(say("client add --name Fernhill"), "Added Fernhill (client-1).\n");
    say("invoice add --client Fernhill --number A-1 --issued 2026-09-01 --due 2026-10-01 --total 1000");
    assert_eq!(
        say("payment add --invoice A-1 --amount 1100"),
        "Recorded payment-2: 1000.00 to A-1 and 100.00 kept as credit on account.\n"
    );
    let table = say("ageing");
    assert!(
        table.starts_with("As at 2026-11-17") && table.contains("Fernhill") && table.contains("-100.00"),
        "{table}"
    );
    let widths: Vec<usize> = table.lines().skip(2).map(|line| line.trim_end().chars().count()).collect();
    assert!(widths.windows(2).all(|pair| pair[0] == pair[1]), "the figures line up: {table}");
}
