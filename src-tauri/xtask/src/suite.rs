//! `cargo xtask test`: every check there is, one after the other, and an honest count at the end.

use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use crate::command::{run, run_seeing};
use crate::house::{self, cargo, cargo_whole};
use crate::packages::{self, Purpose};
use crate::report::{Trouble, spoken, step};
use crate::tally::{Tally, skips};
use crate::{bindings, judges, tools, ui};

/// What has been checked so far.
struct Suite {
    started: Instant,
    rows: Vec<Row>,
    /// What tests said they left out, and why.
    skips: Vec<String>,
}

/// What one step found.
#[derive(Default)]
struct Found {
    tally: Tally,
    skips: Vec<String>,
    trouble: Option<Trouble>,
}

struct Row {
    title: &'static str,
    tally: Tally,
    took: Duration,
}

/// `cargo xtask test`.
pub(crate) fn test(words: &[String]) -> Result<ExitCode, Trouble> {
    if !words.is_empty() {
        return Err(Trouble::new("test takes no words: it is every check there is.", "cargo xtask test"));
    }
    let mut suite = Suite { started: Instant::now(), rows: Vec::new(), skips: Vec::new() };
    if let Err(trouble) = prepare() {
        eprintln!("{trouble}");
        suite.rows.push(Row { title: "Preparation", tally: Tally::FAIL, took: suite.started.elapsed() });
        return Ok(suite.close());
    }
    suite.check("Formatting", || run(&mut cargo(&["fmt", "--all", "--check"])));
    suite.check("Interface: types", || run(&mut ui::npm(&["run", "--silent", "check"])));
    suite.check("Interface: lint", || run(&mut ui::npm(&["run", "--silent", "lint"])));
    suite.count("Interface: unit tests", ui_tests);
    suite.check("Clippy", || run(&mut cargo_whole(&["clippy"], &["--all-targets", "--", "-D", "warnings"])));
    if tools::nextest() {
        suite.count("Rust tests", || nextest(&["-E", "not binary(window)"]));
        suite.count("Examples in the documentation", || cargo_test(&["--doc"]));
        suite.count("The window", || nextest(&["-E", "binary(window)", "--test-threads", "1"]));
    } else {
        println!(
            "\n  cargo-nextest is not installed; `cargo test` runs the same tests, the window's among them."
        );
        suite.count("Rust tests", || cargo_test(&[]));
    }
    suite.check("TypeScript bindings", bindings::check_fresh);
    suite.check("Documentation", || {
        run(cargo_whole(&["doc"], &["--no-deps"]).env("RUSTDOCFLAGS", "-D warnings"))
    });
    Ok(suite.close())
}

/// Everything `test` needs on this machine.
pub(crate) fn prepare() -> Result<(), Trouble> {
    step("System packages", || packages::ensure(Purpose::Test))?;
    step("Judges of papers", judges::ensure)?;
    step("Tools", || tools::node().and_then(|()| tools::rust_companions()))?;
    step("npm packages", ui::install)?;
    step("Interface", ui::build)
}

impl Suite {
    /// One check that either holds or does not.
    fn check(&mut self, title: &'static str, work: impl FnOnce() -> Result<(), Trouble>) {
        self.count(title, || match work() {
            Ok(()) => Found { tally: Tally::PASS, ..Found::default() },
            Err(trouble) => Found { tally: Tally::FAIL, trouble: Some(trouble), ..Found::default() },
        });
    }

    /// Many checks that count themselves. A runner that fails without a failed test (it did not
    /// build, it crashed) counts as one failure, and so does one that ran no test at all.
    fn count(&mut self, title: &'static str, work: impl FnOnce() -> Found) {
        let started = Instant::now();
        let mut tally = Tally::default();
        let outcome = step(title, || {
            let found = work();
            tally = found.tally;
            self.skips.extend(found.skips);
            found.trouble.map_or(Ok(()), Err)
        });
        if let Err(trouble) = outcome {
            eprintln!("{trouble}");
            if tally.failed == 0 {
                tally += Tally::FAIL;
            }
        } else if tally == Tally::default() {
            eprintln!("✗ {title}: nothing was run.");
            tally = Tally::FAIL;
        }
        self.rows.push(Row { title, tally, took: started.elapsed() });
    }

    /// The summary. Its last line counts every check and test that was really run.
    fn close(self) -> ExitCode {
        let mut total = Tally::default();
        println!();
        for Row { title, tally, took } in &self.rows {
            total += *tally;
            let mark = if tally.failed == 0 { '✓' } else { '✗' };
            println!(
                "{mark} {title:<31} {:>5} passed {:>3} failed  {}",
                tally.passed,
                tally.failed,
                spoken(*took)
            );
        }
        for reason in &self.skips {
            println!("! skipped: {reason}");
        }
        println!("\nAll of it took {}.", spoken(self.started.elapsed()));
        println!("{} passed, {} failed", total.passed, total.failed);
        if total.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }
}

/// Runs nextest on the whole workspace and reads its report.
fn nextest(filter: &[&str]) -> Found {
    let config = "src-tauri/xtask/nextest.toml";
    let mut command = cargo(&["nextest", "run", "--config-file", config, "--no-fail-fast"]);
    command.args(house::WHOLE).args(filter);
    command.envs(judges::python().map(|python| (judges::NAME, python)));
    // Nextest keeps its reports below the root, wherever CARGO_TARGET_DIR points.
    let report = house::root().join("target/nextest/default/junit.xml");
    counted(Ok(report), Tally::from_junit, || run(&mut command))
}

/// Runs vitest and reads its report.
fn ui_tests() -> Found {
    let report = house::debug_builds().map(|builds| builds.join("vitest.json"));
    let file = report.as_ref().map(|path| path.display().to_string()).unwrap_or_default();
    let output = format!("--outputFile.json={file}");
    counted(report, Tally::from_vitest, || {
        run(&mut ui::npm(&[
            "run",
            "--silent",
            "test",
            "--",
            "--reporter=default",
            "--reporter=json",
            &output,
        ]))
    })
}

/// Does the work and counts from the report it leaves; an older report is taken away first.
fn counted(
    report: Result<PathBuf, Trouble>,
    read: fn(&str) -> Option<Tally>,
    work: impl FnOnce() -> Result<(), Trouble>,
) -> Found {
    let report = match report {
        Ok(report) => report,
        Err(trouble) => return Found { trouble: Some(trouble), ..Found::default() },
    };
    if report.exists()
        && let Err(cause) = fs::remove_file(&report)
    {
        return Found { trouble: Some(Trouble::file(&report, &cause)), ..Found::default() };
    }
    let trouble = work().err();
    let told = fs::read_to_string(&report).unwrap_or_default();
    Found { tally: read(&told).unwrap_or_default(), skips: skips(&told), trouble }
}

/// Runs cargo's own test runner on the whole workspace and adds up its closing lines.
fn cargo_test(more: &[&str]) -> Found {
    let mut command = cargo_whole(&["test", "--no-fail-fast"], more);
    let mut tally = Tally::default();
    let outcome = run_seeing(&mut command, |line| {
        if let Some(counted) = Tally::from_libtest(line) {
            tally += counted;
        }
    });
    Found { tally, trouble: outcome.err(), ..Found::default() }
}

#[cfg(test)]
mod tests {
    use super::{Found, Suite, Tally, Trouble};
    use std::time::Instant;

    fn after(passed: u64, failed: u64, trouble: Option<&str>) -> Tally {
        let mut suite = Suite { started: Instant::now(), rows: Vec::new(), skips: Vec::new() };
        let trouble = trouble.map(|what| Trouble::new(what, "Look above."));
        suite.count("A step", || Found { tally: Tally { passed, failed }, trouble, skips: Vec::new() });
        suite.rows.first().map(|row| row.tally).unwrap_or_default()
    }

    #[test]
    fn what_a_runner_counted_is_what_is_told() {
        assert_eq!(after(7, 0, None), Tally { passed: 7, failed: 0 });
        assert_eq!(after(7, 2, Some("Red.")), Tally { passed: 7, failed: 2 });
    }

    #[test]
    fn a_runner_that_breaks_or_runs_nothing_is_a_failure() {
        assert_eq!(after(7, 0, Some("It crashed.")), Tally { passed: 7, failed: 1 });
        assert_eq!(after(0, 0, None), Tally::FAIL, "an empty run proves nothing");
    }
}
