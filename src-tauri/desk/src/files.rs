//! Files a person has named, and names for new ones.

use crate::error::Answer;
use goodterms_terms::{Code, Refusal};
use std::io::Read as _;
use std::path::{Path, PathBuf};

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

/// A name as every system takes it in the name of a file: at most 80 characters, none that stands for something
/// else, no blank or dot at either end.
pub(crate) fn plain_name(name: &str) -> String {
    let plain: String = name
        .chars()
        .map(|c| if c.is_control() || "/\\:*?\"<>|".contains(c) { '-' } else { c })
        .take(80)
        .collect();
    plain.trim_matches([' ', '.']).to_owned()
}

/// The first place that is free: of the name itself, or else with a number behind it.
pub(crate) fn free_place(
    folder: &Path,
    stem: &str,
    ending: &str,
    mut is_free: impl FnMut(&Path) -> bool,
) -> PathBuf {
    let mut place = folder.join(format!("{stem}{ending}"));
    let mut at = 1_u64;
    while !is_free(&place) {
        at += 1;
        place = folder.join(format!("{stem} ({at}){ending}"));
    }
    place
}
