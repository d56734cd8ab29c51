//! Every sample, held to what it was: its text as poppler reads it, and the SHA-256 of its bytes.
//!
//! A change that is meant is written down anew with `GOODTERMS_BLESS=1 cargo nextest run -p goodterms-paper
//! --test golden`, and read in the diff.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should fail")]
#![allow(clippy::print_stderr, reason = "what is skipped is said aloud")]

mod samples;

use goodterms_paper::render_pdf;
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Where the judges say that they are not installed.
const NOT_HERE: i32 = 77;

fn beside(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(name)
}

fn put(path: &Path, bytes: &[u8]) {
    std::fs::File::create(path).unwrap().write_all(bytes).unwrap();
}

/// Compares what was made with what was written down, or writes it down.
fn compare(name: &str, made: &str) {
    let file = beside("golden").join(name);
    if std::env::var_os("GOODTERMS_BLESS").is_some() {
        std::fs::create_dir_all(beside("golden")).unwrap();
        put(&file, made.as_bytes());
        return;
    }
    let written = std::fs::read_to_string(&file).unwrap_or_default().replace("\r\n", "\n");
    let differs = written.lines().zip(made.lines()).find(|(was, is)| was != is);
    assert!(written == made, "{name} is not what it was; first difference: {differs:?}");
}

#[test]
fn every_sample_is_the_same_to_the_byte() {
    let sums = samples::all().iter().fold(String::new(), |mut sums, (name, document)| {
        let hash = Sha256::digest(render_pdf(document).bytes);
        let _ = writeln!(sums, "{hash:x}  {name}.pdf");
        sums
    });
    compare("SHA256SUMS", &sums);
}

#[test]
fn every_sample_reads_as_it_did() {
    let folder = tempfile::tempdir().unwrap();
    for (name, document) in samples::all() {
        let path = folder.path().join("sample.pdf");
        put(&path, &render_pdf(&document).bytes);
        let output = match Command::new("pdftotext").args(["-enc", "UTF-8"]).arg(&path).arg("-").output() {
            Ok(output) => output,
            Err(error) => {
                eprintln!("SKIPPED: pdftotext is not installed here ({error})");
                return;
            }
        };
        let text = String::from_utf8(output.stdout).unwrap().replace("\u{AD}\n", "").replace('\u{C}', "\n");
        // Poppler's versions part paragraphs differently; the words and their order are what counts.
        let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        compare(&format!("{name}.txt"), &(lines.join("\n") + "\n"));
    }
}

/// Archives and screen readers: PDF/A-3a, PDF/UA-1 and outloud, over every sample.
#[test]
fn independent_judges_find_nothing() {
    let folder = tempfile::tempdir().unwrap();
    for (name, document) in samples::all() {
        let file = folder.path().join(format!("{name}.pdf"));
        put(&file, &render_pdf(&document).bytes);
    }
    let python = std::env::var("GOODTERMS_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let judged = match Command::new(&python).arg(beside("judges.py")).arg(folder.path()).output() {
        Ok(judged) => judged,
        Err(error) => {
            eprintln!("SKIPPED: {python} cannot be run here ({error}), so nobody judged the papers");
            return;
        }
    };
    let said = String::from_utf8_lossy(&judged.stdout);
    if judged.status.code() == Some(NOT_HERE) {
        eprintln!(
            "SKIPPED: {} (pip install page-validation outloud), so nobody judged the papers",
            said.trim()
        );
        return;
    }
    assert!(judged.status.success(), "{said}{}", String::from_utf8_lossy(&judged.stderr));
}
