//! Faces a person has added for scripts the bundled ones lack: font files in the folder `fonts` of the app's own
//! folder. The first four by name are used.

use goodterms_paper::Faces;
use std::fs;
use std::path::Path;

/// So many are used.
const MOST: usize = 4;
/// The largest font file that is read: 64 MiB.
const MOST_BYTES: u64 = 64 << 20;

/// The faces in a folder. A file that is no font that can be embedded is passed over: a paper that needs it then
/// names the characters it lacks.
pub(crate) fn in_folder(folder: &Path) -> Faces {
    let Ok(entries) = fs::read_dir(folder) else { return Faces::default() };
    let mut places: Vec<_> = entries
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|place| {
            let kind = place.extension().map(|kind| kind.to_ascii_lowercase());
            kind.is_some_and(|kind| kind == "ttf" || kind == "ttc" || kind == "otf")
        })
        .collect();
    places.sort();
    let mut files: Vec<Vec<u8>> = Vec::new();
    for place in places {
        let small = fs::metadata(&place).is_ok_and(|about| about.len() <= MOST_BYTES);
        let Some(file) = fs::read(&place).ok().filter(|_| small) else { continue };
        if Faces::with_optional(&[&file]).is_ok() {
            files.push(file);
        }
        if files.len() == MOST {
            break;
        }
    }
    let files: Vec<&[u8]> = files.iter().map(Vec::as_slice).collect();
    Faces::with_optional(&files).unwrap_or_default()
}
