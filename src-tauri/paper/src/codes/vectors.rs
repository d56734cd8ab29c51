//! The published payloads that codes are held against.

use std::path::PathBuf;

/// A file of `qr` in the folder of samples, read as UTF-8 or, failing that, as Latin-1. When it is not there the test says so.
pub(super) fn text(name: &str) -> Option<String> {
    let folder = std::env::var_os("GOODTERMS_SAMPLES").map_or_else(
        || PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/samples")),
        PathBuf::from,
    );
    let Ok(bytes) = std::fs::read(folder.join("qr").join(name)) else {
        println!("SKIPPED: the sample qr/{name} is not here (GOODTERMS_SAMPLES names the folder)");
        return None;
    };
    Some(
        String::from_utf8(bytes)
            .unwrap_or_else(|error| error.as_bytes().iter().map(|b| char::from(*b)).collect()),
    )
}
