//! Faces handed in from outside, for scripts that are too large to be carried along (Chinese, Japanese, Korean).

use super::{Loaded, load};
use goodterms_terms::{Code, Refusal};
use sha2::{Digest, Sha256};
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::{LazyLock, Mutex, PoisonError};

/// So many may be handed in at once.
const MOST: usize = 4;

/// The faces a document may use besides the bundled ones, in the order in which they are asked for a character
/// that no bundled face has.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Faces([Option<Pack>; MOST]);

impl Faces {
    /// Reads font files: TrueType (`.ttf`), or collections of TrueType (`.ttc`), of which the first font is
    /// taken. What was read once is kept until the program ends, so the same file costs its memory once.
    ///
    /// # Errors
    /// [`Code::FontUnreadable`] when a file is no such font, holds no TrueType outlines (most `.otf` files
    /// hold others), may not be embedded by its own licence bits, or when there are more than four.
    pub fn with_optional(files: &[&[u8]]) -> Result<Self, Refusal> {
        if files.len() > MOST {
            return Err(unreadable("no more than four can be used at once"));
        }
        let mut faces = Self::default();
        for (slot, file) in faces.0.iter_mut().zip(files) {
            *slot = Some(Pack::read(file)?);
        }
        Ok(faces)
    }

    /// The faces, in order.
    pub(crate) fn optional(&self) -> impl Iterator<Item = super::Face> + '_ {
        self.0.iter().flatten().map(|pack| super::Face::Optional(*pack))
    }
}

/// A face from outside. Two are the same when their files are.
#[derive(Clone, Copy)]
pub(crate) struct Pack(&'static Inner);

struct Inner {
    digest: [u8; 32],
    loaded: Loaded,
}

/// Every file read so far.
static READ: LazyLock<Mutex<Vec<Pack>>> = LazyLock::new(Mutex::default);

impl Pack {
    fn read(file: &[u8]) -> Result<Self, Refusal> {
        let digest: [u8; 32] = Sha256::digest(file).into();
        let mut read = READ.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = read.iter().find(|pack| pack.0.digest == digest) {
            return Ok(*known);
        }
        let name = judged(file)?;
        let bytes: &'static [u8] = Box::leak(file.to_vec().into_boxed_slice());
        let loaded = load(bytes, 0, &name).ok_or_else(|| unreadable("it is damaged"))?;
        let pack = Self(Box::leak(Box::new(Inner { digest, loaded })));
        read.push(pack);
        Ok(pack)
    }

    pub(crate) const fn loaded(self) -> &'static Loaded {
        &self.0.loaded
    }

    /// A name that follows from the file, so that it does not matter what was read before it.
    pub(super) fn key(self) -> String {
        let start: String = self.0.digest.iter().take(4).map(|byte| format!("{byte:02x}")).collect();
        format!("x{start}")
    }
}

/// The PostScript name of a font that may be used.
fn judged(file: &[u8]) -> Result<String, Refusal> {
    let face = ttf_parser::Face::parse(file, 0)
        .map_err(|_| unreadable("it is neither a TrueType font nor a collection of them"))?;
    if face.tables().glyf.is_none() {
        return Err(unreadable("it has no TrueType outlines"));
    }
    if matches!(face.permissions(), Some(ttf_parser::Permissions::Restricted))
        || !face.is_subsetting_allowed()
    {
        return Err(unreadable("its maker does not allow it to be embedded in documents"));
    }
    if !(16..=16_384).contains(&face.units_per_em()) {
        return Err(unreadable("it is damaged"));
    }
    // Cut once at every glyph, so that no document meets a part of it that cannot be.
    let all: Vec<u16> = (0..face.number_of_glyphs()).collect();
    let remapper = subsetter::GlyphRemapper::new_from_glyphs_sorted(&all);
    if subsetter::subset(file, 0, &remapper).is_err() {
        return Err(unreadable("it is damaged"));
    }
    // Only characters that a PDF name holds as they are.
    let name = face.names().into_iter().filter(|name| name.name_id == ttf_parser::name_id::POST_SCRIPT_NAME);
    let name = name.filter_map(|name| name.to_string()).next().unwrap_or_default();
    let kept: String = name.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').take(60).collect();
    Ok(if kept.is_empty() { "Optional".to_owned() } else { kept })
}

fn unreadable(why: &str) -> Refusal {
    Refusal::input(Code::FontUnreadable, format!("The font cannot be used: {why}"))
        .hint("Choose a TrueType font with the file name ending .ttf or .ttc, such as Noto Serif JP.")
        .field("font")
}

impl PartialEq for Pack {
    fn eq(&self, other: &Self) -> bool {
        self.0.digest == other.0.digest
    }
}
impl Eq for Pack {}
impl PartialOrd for Pack {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl Ord for Pack {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.digest.cmp(&other.0.digest)
    }
}
impl Hash for Pack {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.digest.hash(state);
    }
}
impl fmt::Debug for Pack {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.loaded.name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_truetype_fonts_are_taken_and_each_is_kept_once() {
        let refused = |file: &[u8]| Faces::with_optional(&[file]).unwrap_err().code;
        assert_eq!(refused(b""), Code::FontUnreadable);
        assert_eq!(refused(b"OTTO and more"), Code::FontUnreadable);
        let hebrew = super::super::Face::Hebrew.loaded().bytes;
        assert_eq!(refused(&hebrew[..hebrew.len() / 4]), Code::FontUnreadable);
        let (once, twice) =
            (Faces::with_optional(&[hebrew]).unwrap(), Faces::with_optional(&[hebrew]).unwrap());
        assert_eq!(once, twice);
        let places: Vec<*const u8> = [once, twice]
            .iter()
            .flat_map(|faces| faces.optional().map(|face| face.loaded().bytes.as_ptr()).collect::<Vec<_>>())
            .collect();
        assert_eq!(places[0], places[1], "kept once");
        assert!(Faces::with_optional(&[hebrew; 5]).is_err());
    }
}
