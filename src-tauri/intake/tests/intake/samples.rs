//! Other people's files. They belong to their authors and are no part of the project, so tests read them
//! from beside it where they are, and say loudly where they are not.

use goodterms_intake::{Intake, Options, read};
use goodterms_terms::{Currency, Refusal};
use std::path::PathBuf;

pub(crate) fn currency(code: &str) -> Currency {
    Currency::from_code(code).unwrap()
}

pub(crate) fn options() -> Options {
    Options::new(currency("USD"))
}

/// Reads and proves that every row is accounted for, whatever came out.
pub(crate) fn reading(bytes: &[u8], options: &Options) -> Result<Intake, Refusal> {
    let intake = read(bytes, options)?;
    assert!(intake.rows.add_up(), "{:?}", intake.rows);
    assert_eq!(intake.rows.skipped, intake.skipped.len() as u64);
    let sources = intake.invoices.iter().map(|i| i.rows.len()).sum::<usize>()
        + intake.credit_notes.iter().map(|c| c.rows.len()).sum::<usize>()
        + intake.payments.len()
        + intake.letters.len();
    match intake.reading.kind {
        goodterms_intake::Kind::Clients => assert_eq!(intake.rows.used, intake.clients.len() as u64),
        // A batch that a bank booked as one movement is several lines.
        goodterms_intake::Kind::Bank => {}
        _ => assert_eq!(intake.rows.used, sources as u64),
    }
    Ok(intake)
}

fn folder() -> PathBuf {
    std::env::var_os("GOODTERMS_SAMPLES").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/samples"),
        PathBuf::from,
    )
}

/// The bytes of a sample, or a loud word that it is not here.
pub(crate) fn sample(path: &str) -> Option<Vec<u8>> {
    let bytes = std::fs::read(folder().join(path)).ok();
    if bytes.is_none() {
        println!("SKIPPED: the sample {path} is not here (GOODTERMS_SAMPLES names the folder)");
    }
    bytes
}

/// All samples of a folder, with their paths.
pub(crate) fn samples_in(kind: &str) -> Vec<(String, Vec<u8>)> {
    let Ok(entries) = std::fs::read_dir(folder().join(kind)) else {
        println!("SKIPPED: the samples of {kind} are not here (GOODTERMS_SAMPLES names the folder)");
        return Vec::new();
    };
    let mut all: Vec<_> = entries
        .map(|entry| entry.unwrap().path())
        .map(|path| {
            (format!("{kind}/{}", path.file_name().unwrap().to_string_lossy()), std::fs::read(&path).unwrap())
        })
        .collect();
    all.sort();
    all
}

/// What an independent tool found in a sample, from `EXPECTED.tsv`.
pub(crate) fn expected(path: &str, key: &str) -> String {
    let table =
        String::from_utf8(sample("EXPECTED.tsv").expect("EXPECTED.tsv lies beside the samples")).unwrap();
    let found = table.lines().find_map(|line| {
        let mut parts = line.split('\t');
        (parts.next() == Some(path) && parts.next() == Some(key))
            .then(|| parts.next().unwrap_or_default().to_owned())
    });
    found.unwrap_or_else(|| panic!("EXPECTED.tsv says nothing about {key} of {path}"))
}

/// The numbers in a sentence: `100 invoices 5845.81;` holds `100` and `5845.81`.
pub(crate) fn numbers(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_ascii_digit() && c != '.')
        .map(|part| part.trim_matches('.').to_owned())
        .filter(|part| !part.is_empty())
        .collect()
}
