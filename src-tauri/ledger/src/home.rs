//! The app's own folder: key files, anchors and locks. Never client data.

use crate::error::Result;
use crate::salt::BookSalt;
use std::io::Write;
use std::path::{Path, PathBuf};

/// Where this computer keeps what it remembers about books.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Home {
    root: PathBuf,
}

impl Home {
    /// The folder at `root`; made when first written to. Which folder that is, the caller decides.
    pub fn at(root: impl Into<PathBuf>) -> Self {
        Self { root: root.into() }
    }

    /// The folder itself.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The passphrase key file of a book.
    pub fn key_file(&self, book: BookSalt) -> PathBuf {
        self.root.join("keys").join(book.to_hex()).with_extension("json")
    }

    /// The chain anchor of a book.
    pub fn anchor_file(&self, book: BookSalt) -> PathBuf {
        self.root.join("anchors").join(book.to_hex()).with_extension("json")
    }

    /// The file whose lock says who writes to a book.
    pub(crate) fn lock_file(&self, name: &str) -> PathBuf {
        self.root.join("locks").join(name).with_extension("lock")
    }
}

/// A file written whole and forced to disk beside the place it is meant for. Dropped, it is gone.
#[derive(Debug)]
pub struct Beside {
    file: tempfile::NamedTempFile,
    place: PathBuf,
}

impl Beside {
    /// Writes `bytes` beside `place`.
    ///
    /// # Errors
    /// Those of the machine; then nothing is left.
    pub fn write(place: &Path, bytes: &[u8]) -> Result<Self> {
        let mut file = tempfile::Builder::new().prefix(".").suffix(".part").tempfile_in(folder_of(place))?;
        file.write_all(bytes)?;
        file.as_file().sync_all()?;
        Ok(Self { file, place: place.to_owned() })
    }

    /// Moves it to its place, over what lay there, and forces the folder to disk.
    ///
    /// # Errors
    /// Those of the machine; then what lay there still does.
    pub fn keep(self) -> Result<()> {
        self.file.persist(&self.place).map_err(|failed| failed.error)?;
        sync_folder(folder_of(&self.place))
    }
}

fn folder_of(place: &Path) -> &Path {
    match place.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// Writes `bytes` so that after any crash the file is either as before or wholly new: a neighbour is
/// written, forced to disk and renamed over it, then the folder is forced to disk.
///
/// # Errors
/// Those of the machine; the old file is then still there.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<()> {
    make_private_folder(folder_of(path))?;
    Beside::write(path, bytes)?.keep()
}

/// Makes a folder only its owner can look into.
pub(crate) fn make_private_folder(folder: &Path) -> Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    Ok(builder.create(folder)?)
}

/// Makes renames and new names in `folder` survive a power cut.
pub(crate) fn sync_folder(folder: &Path) -> Result<()> {
    // Windows cannot open a folder as a file, and NTFS journals its names by itself.
    #[cfg(unix)]
    std::fs::File::open(folder)?.sync_all()?;
    #[cfg(not(unix))]
    let _ = folder;
    Ok(())
}
