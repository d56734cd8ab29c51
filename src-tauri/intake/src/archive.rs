//! ZIP archives: what is in them, within limits that no bomb gets past.
//!
//! Names inside an archive say nothing and are never used as paths. Declared sizes are not believed: what
//! counts is what comes out.

use crate::container::{Container, unsupported};
use crate::options::MOST_BYTES;
use crate::reading::Format;
use goodterms_terms::{Code, Refusal};
use std::io::{Cursor, Read as _};
use zip::ZipArchive;

/// The most entries an archive may have.
pub(crate) const MOST_ENTRIES: usize = 10_000;
/// The most bytes all entries may come to: 256 MiB.
pub(crate) const MOST_INFLATED: u64 = 256 << 20;
/// An entry that inflates to more than this many times its size is a bomb; small ones are let be.
const MOST_RATIO: u64 = 300;
const SMALL: u64 = 4 << 20;

/// One file of an archive.
pub(crate) struct Entry {
    /// Its name, only ever shown.
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
}

type Zip<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// Opens the directory of an archive.
fn open(bytes: &[u8]) -> Result<Zip<'_>, Refusal> {
    let too_many = || {
        Refusal::input(Code::FileTooLarge, format!("The archive holds more than {MOST_ENTRIES} files"))
            .hint("Unpack it and import the files it is about.")
    };
    // Counted before the list is laid out in memory.
    if bytes.windows(4).filter(|w| *w == b"PK\x01\x02").count() > MOST_ENTRIES {
        return Err(too_many());
    }
    let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| {
        Refusal::input(Code::FileKindUnsupported, "The archive is damaged: its list of files cannot be read")
            .hint("Download or copy it once more, or unpack it and import the files inside.")
    })?;
    if zip.len() > MOST_ENTRIES {
        return Err(too_many());
    }
    Ok(zip)
}

fn name_of(zip: &Zip<'_>, at: usize) -> Option<String> {
    zip.name_for_index(at)?.ok().map(|name| name.into_owned())
}

/// Tells a workbook from an archive of other files.
///
/// # Errors
/// [`Code::FileKindUnsupported`] for damaged archives and other Office documents; [`Code::FileTooLarge`]
/// for bombs.
pub(crate) fn holds(bytes: &[u8]) -> Result<Container<'static>, Refusal> {
    let mut zip = open(bytes)?;
    let names: Vec<String> = (0..zip.len()).filter_map(|at| name_of(&zip, at)).collect();
    let has = |name: &str| names.iter().any(|known| known.eq_ignore_ascii_case(name));
    let under = |folder: &str| names.iter().any(|known| known.starts_with(folder));
    const AS_CSV: &str = "Save the table in it as CSV or as a workbook and import that file.";
    if has("[Content_Types].xml") {
        return match () {
            () if under("xl/") => Ok(Container::Workbook(Format::Xlsx)),
            () if under("word/") => Err(unsupported("a Word document", AS_CSV)),
            () => Err(unsupported("an Office document without a table", AS_CSV)),
        };
    }
    if !has("mimetype") {
        return Ok(Container::Archive);
    }
    let mut mimetype = String::new();
    if let Ok(entry) = zip.by_name("mimetype") {
        let _ = entry.take(200).read_to_string(&mut mimetype);
    }
    match mimetype.trim() {
        "application/vnd.oasis.opendocument.spreadsheet"
        | "application/vnd.oasis.opendocument.spreadsheet-template" => Ok(Container::Workbook(Format::Ods)),
        "" => Ok(Container::Archive),
        _ => Err(unsupported("an OpenDocument or e-book file that is no workbook", AS_CSV)),
    }
}

/// Inflates everything once and keeps nothing, so that a workbook can be opened without fear.
///
/// # Errors
/// [`Code::FileTooLarge`] for bombs.
pub(crate) fn refuse_bombs(bytes: &[u8]) -> Result<(), Refusal> {
    let mut zip = open(bytes)?;
    let mut left = MOST_INFLATED;
    for at in 0..zip.len() {
        left = left.saturating_sub(inflate(&mut zip, at, left, &mut std::io::sink())?);
    }
    Ok(())
}

/// The files of an archive, in its order; folders and what systems add beside the files are left out.
pub(crate) struct Files<'a> {
    zip: Zip<'a>,
    next: usize,
    /// How much may still come out.
    left: u64,
}

impl<'a> Files<'a> {
    /// Opens an archive.
    ///
    /// # Errors
    /// [`Code::FileKindUnsupported`] when damaged, [`Code::FileTooLarge`] when it holds too many files.
    pub(crate) fn of(bytes: &'a [u8]) -> Result<Self, Refusal> {
        Ok(Self { zip: open(bytes)?, next: 0, left: MOST_INFLATED })
    }

    /// How many files it holds.
    pub(crate) fn count(&self) -> usize {
        (0..self.zip.len()).filter(|&at| name_of(&self.zip, at).is_some_and(|name| is_content(&name))).count()
    }

    /// The next file; `None` after the last.
    ///
    /// # Errors
    /// [`Code::FileTooLarge`] for bombs; [`Code::FileKindUnsupported`] for an archive inside the archive, a
    /// damaged or protected file.
    pub(crate) fn next_file(&mut self) -> Result<Option<Entry>, Refusal> {
        while self.next < self.zip.len() {
            let at = self.next;
            self.next += 1;
            let Some(name) = name_of(&self.zip, at).filter(|name| is_content(name)) else { continue };
            let mut bytes = Vec::new();
            let most = self.left.min(MOST_BYTES as u64);
            self.left = self.left.saturating_sub(inflate(&mut self.zip, at, most, &mut bytes)?);
            if bytes.starts_with(b"PK") && matches!(holds(&bytes), Ok(Container::Archive)) {
                return Err(unsupported(
                    "an archive inside an archive",
                    "Unpack it and import the files inside.",
                ));
            }
            return Ok(Some(Entry { name, bytes }));
        }
        Ok(None)
    }
}

fn is_content(name: &str) -> bool {
    let file = name.rsplit(['/', '\\']).next().unwrap_or_default();
    !file.is_empty() && !file.starts_with('.') && !name.starts_with("__MACOSX/") && file != "Thumbs.db"
}

/// Inflates one entry, counting what comes out; more than `most` bytes, or too many for its size, is
/// refused before it is all there.
fn inflate(zip: &mut Zip<'_>, at: usize, most: u64, to: &mut dyn std::io::Write) -> Result<u64, Refusal> {
    let name = name_of(zip, at).unwrap_or_default();
    let broken = || {
        Refusal::input(
            Code::FileKindUnsupported,
            format!("\u{201c}{name}\u{201d} in the archive is damaged or protected by a password"),
        )
        .hint("Unpack the archive and import the files inside.")
    };
    let entry = zip.by_index(at).map_err(|_| broken())?;
    let by_ratio = entry.compressed_size().saturating_mul(MOST_RATIO).max(SMALL);
    let most = most.min(by_ratio);
    let written = std::io::copy(&mut entry.take(most + 1), to).map_err(|_| broken())?;
    if written > most {
        return Err(Refusal::input(
            Code::FileTooLarge,
            "The archive unpacks to more than a file of this kind should ever hold",
        )
        .hint("Unpack it and import the files it is about."));
    }
    Ok(written)
}
