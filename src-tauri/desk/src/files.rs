//! Files a person has named.

use crate::error::Answer;
use goodterms_terms::{Code, Refusal};
use std::io::Read as _;
use std::path::Path;

/// A file's bytes, and one more than is allowed when it has more, so that whoever reads them can say so. `name`
/// is what it is called in a refusal.
///
/// # Errors
/// [`Code::FileUnreadable`], or the machine's own.
pub(crate) fn read(path: &Path, name: &str, most: u64) -> Answer<Vec<u8>> {
    let unreadable = |why: &str| {
        Refusal::input(Code::FileUnreadable, format!("{name} {why}"))
            .hint("Check the path.")
            .file(name.to_owned())
    };
    let file = std::fs::File::open(path).map_err(|cause| match cause.kind() {
        std::io::ErrorKind::NotFound => unreadable("is not there"),
        _ => unreadable("cannot be opened"),
    })?;
    if file.metadata()?.is_dir() {
        return Err(unreadable("is a folder").into());
    }
    let mut bytes = Vec::new();
    file.take(most + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}
