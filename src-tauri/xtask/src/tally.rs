//! Counting what was really run, from what each runner itself reports.

use std::ops::AddAssign;

/// How many checks passed and failed.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) passed: u64,
    pub(crate) failed: u64,
}

impl Tally {
    /// One check that passed.
    pub(crate) const PASS: Self = Self { passed: 1, failed: 0 };
    /// One check that failed.
    pub(crate) const FAIL: Self = Self { passed: 0, failed: 1 };

    /// Reads nextest's JUnit report: `<testsuites … tests="12" failures="1" errors="0">`.
    pub(crate) fn from_junit(report: &str) -> Option<Self> {
        let head = report.split_once("<testsuites ")?.1.split('>').next()?;
        let count = |name: &str| number_after(head, &format!("{name}=\""));
        let failed = count("failures")? + count("errors")?;
        Some(Self { passed: count("tests")?.checked_sub(failed)?, failed })
    }

    /// Reads one line of cargo's own test runner: `test result: ok. 12 passed; 0 failed; …`.
    pub(crate) fn from_libtest(line: &str) -> Option<Self> {
        let counts = line.trim_start().strip_prefix("test result: ")?.split_once(". ")?.1;
        let count = |word: &str| -> Option<u64> {
            counts.split(';').find_map(|part| part.trim().strip_suffix(word)?.trim().parse().ok())
        };
        Some(Self { passed: count("passed")?, failed: count("failed")? })
    }

    /// Reads vitest's JSON report.
    pub(crate) fn from_vitest(report: &str) -> Option<Self> {
        let count = |name: &str| number_after(report, &format!("\"{name}\":"));
        Some(Self { passed: count("numPassedTests")?, failed: count("numFailedTests")? })
    }
}

/// What tests said they did not do, in a report that keeps their output: `SKIPPED: …`, each once.
pub(crate) fn skips(report: &str) -> Vec<String> {
    let mut told: Vec<String> = Vec::new();
    for line in report.lines() {
        if let Some((_, reason)) = line.split_once("SKIPPED: ") {
            let reason = reason.split("</system").next().unwrap_or(reason).trim();
            let reason = [("&apos;", "'"), ("&quot;", "\""), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")]
                .iter()
                .fold(reason.to_owned(), |text, (escape, character)| text.replace(escape, character));
            if !told.contains(&reason) {
                told.push(reason);
            }
        }
    }
    told
}

impl AddAssign for Tally {
    fn add_assign(&mut self, more: Self) {
        self.passed += more.passed;
        self.failed += more.failed;
    }
}

/// The whole number that stands right after `mark`, blanks allowed between.
fn number_after(text: &str, mark: &str) -> Option<u64> {
    let rest = text.split_once(mark)?.1.trim_start();
    let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    rest.get(..end)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::{Tally, skips};

    #[test]
    fn nextest_reports_are_read() {
        let report = r#"<?xml version="1.0"?>
            <testsuites name="nextest-run" tests="14" failures="2" errors="1" uuid="7" time="0.1">
            <testsuite name="a" tests="9" failures="9" errors="0">"#;
        assert_eq!(Tally::from_junit(report), Some(Tally { passed: 11, failed: 3 }), "the head counts all");
        assert_eq!(Tally::from_junit("<html>"), None);
    }

    #[test]
    fn what_was_skipped_is_told_once_each() {
        let report = "<system-err>\n  SKIPPED: no samples in &apos;x&apos;</system-err>\n  SKIPPED: no Xvfb\nSKIPPED: no Xvfb\n";
        assert_eq!(skips(report), ["no samples in 'x'", "no Xvfb"]);
    }

    #[test]
    fn cargo_test_lines_are_read() {
        let line = "test result: FAILED. 12 passed; 3 failed; 0 ignored; 0 measured; 1 filtered out; finished in 0.5s";
        assert_eq!(Tally::from_libtest(line), Some(Tally { passed: 12, failed: 3 }));
        assert_eq!(Tally::from_libtest("running 12 tests"), None);
    }

    #[test]
    fn vitest_reports_are_read() {
        let report = r#"{"numTotalTests":7,"numPassedTests":6,"numFailedTests": 1,"testResults":[]}"#;
        assert_eq!(Tally::from_vitest(report), Some(Tally { passed: 6, failed: 1 }));
        assert_eq!(Tally::from_vitest(r#"{"numPassedTests":"six"}"#), None);
    }
}
