//! The folder of an export: made under another name beside its place, and put there when it is complete.

use crate::error::Answer;
use crate::shown::hex;
use goodterms_terms::{Code, Refusal};
use std::fs::{self, File};
use std::io::{BufWriter, Write as _};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// The folder for papers and originals.
pub(super) const PAPERS: &str = "papers";

/// A folder in the making; dropped, nothing of it stays.
pub(super) struct Folder {
    place: PathBuf,
    making: TempDir,
    names: Vec<String>,
}

impl Folder {
    /// Begins one beside its place.
    ///
    /// # Errors
    /// [`Code::PathMissing`]; [`Code::ExportFolderTaken`] when something lies there; those of the machine.
    pub(super) fn beside(out: &str) -> Answer<Self> {
        let out = out.trim();
        if out.is_empty() {
            return Err(Refusal::input(Code::PathMissing, "No folder is named for the export.")
                .hint("Name a folder that is not there yet.")
                .field("out")
                .into());
        }
        let place = std::path::absolute(out)?;
        let taken = match fs::symlink_metadata(&place) {
            Ok(there) if there.is_dir() => fs::read_dir(&place)?.next().is_some(),
            Ok(_) => true,
            Err(_) => false,
        };
        if taken {
            return Err(Refusal::input(
                Code::ExportFolderTaken,
                format!("The folder {out} holds something already."),
            )
            .hint("Name a new folder; an export never writes over anything.")
            .field("out")
            .into());
        }
        let parent = place.parent().unwrap_or(Path::new("."));
        if !parent.is_dir() {
            let parent = parent.display();
            return Err(Refusal::input(Code::PathMissing, format!("There is no folder {parent}."))
                .hint("Make it first, or name another place.")
                .field("out")
                .into());
        }
        let making = tempfile::Builder::new().prefix(".goodterms-export-").tempdir_in(parent)?;
        Ok(Self { place, making, names: Vec::new() })
    }

    /// Where it is made.
    pub(super) fn path(&self) -> &Path {
        self.making.path()
    }

    /// A new file in it, to be written bit by bit.
    pub(super) fn file(&mut self, name: &str) -> Answer<BufWriter<File>> {
        let path = self.path().join(name);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        self.names.push(name.to_owned());
        Ok(BufWriter::with_capacity(1 << 16, File::create_new(path)?))
    }

    /// Notes a file that something else writes.
    pub(super) fn note(&mut self, name: &str) -> PathBuf {
        self.names.push(name.to_owned());
        self.path().join(name)
    }

    /// A whole file.
    pub(super) fn write(&mut self, name: &str, bytes: &[u8]) -> Answer<()> {
        let mut file = self.file(name)?;
        file.write_all(bytes)?;
        finish(file)
    }

    /// The files so far, by name.
    pub(super) fn names(&self) -> Vec<String> {
        let mut names = self.names.clone();
        names.sort_unstable();
        names
    }

    /// Puts it in its place and answers where that is.
    pub(super) fn keep(self) -> Answer<String> {
        // An empty folder makes room; one that has been filled meanwhile does not go.
        if self.place.is_dir() {
            fs::remove_dir(&self.place)?;
        }
        fs::rename(self.making.path(), &self.place)?;
        // Nothing lies there any more.
        let _ = self.making.keep();
        Ok(self.place.to_string_lossy().into_owned())
    }
}

/// Brings a file to the disk.
pub(super) fn finish(file: BufWriter<File>) -> Answer<()> {
    let file = file.into_inner().map_err(std::io::IntoInnerError::into_error)?;
    Ok(file.sync_all()?)
}

/// Where a paper or original lies: under its own name, led by its hash, since names repeat.
pub(super) fn paper_path(sha256: &[u8], name: &str) -> String {
    let plain: String = name
        .chars()
        .map(|c| if c.is_control() || "/\\:*?\"<>|".contains(c) { '_' } else { c })
        .take(120)
        .collect();
    let digits: String = hex(sha256).chars().take(16).collect();
    format!("{PAPERS}/{digits}-{}", plain.trim_matches(['.', ' ']))
}
