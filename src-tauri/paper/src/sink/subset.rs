//! The part of each face that a document uses, with what its glyphs mean.

use crate::document::Document;
use crate::flow::What;
use crate::fonts::Face;
use crate::text::Run;
use miniz_oxide::deflate::compress_to_vec_zlib;
use rustc_hash::FxHashMap;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{Arc, LazyLock, Mutex, PoisonError};
use subsetter::GlyphRemapper;

/// The glyphs of one face in one document.
pub(crate) struct Used {
    /// Glyph ids of the whole face, in order.
    pub(crate) glyphs: BTreeSet<u16>,
    /// What each glyph means when nothing else is said beside it.
    pub(crate) meanings: FxHashMap<u16, String>,
}

/// A face cut down to some glyphs.
pub(crate) struct Subset {
    pub(crate) program: Vec<u8>,
    /// The program as a zlib stream, which is how it goes into the file.
    pub(crate) packed: Vec<u8>,
    /// Name with the six letters that mark a subset.
    pub(crate) name: String,
    remapper: GlyphRemapper,
}

impl Subset {
    /// The glyph's id in the subset.
    pub(crate) fn glyph(&self, id: u16) -> u16 {
        self.remapper.get(id).unwrap_or(0)
    }
}

/// Which glyphs of which faces a document uses.
#[expect(
    clippy::mutable_key_type,
    reason = "faces are compared by their number or digest, which never change"
)]
pub(crate) fn used(document: &Document) -> BTreeMap<Face, Used> {
    let mut faces: BTreeMap<Face, Used> = BTreeMap::new();
    for page in &document.pages {
        for mark in &page.marks {
            if let What::Text(run) = &mark.what {
                faces
                    .entry(run.face)
                    .or_insert_with(|| Used { glyphs: BTreeSet::new(), meanings: FxHashMap::default() })
                    .note(run);
            }
        }
    }
    faces
}

impl Used {
    fn note(&mut self, run: &Run) {
        for said in &run.said {
            let text = run.text.get(said.text.clone()).unwrap_or_default();
            for glyph in run.glyphs.get(said.glyphs.clone()).unwrap_or_default() {
                self.glyphs.insert(glyph.id);
                if said.plain && !text.is_empty() {
                    self.meanings.entry(glyph.id).or_insert_with(|| text.to_owned());
                }
            }
        }
    }

    /// What a glyph means on its own. One that never stands plainly for a text means what its face says.
    pub(crate) fn meaning(&self, face: Face, id: u16) -> String {
        self.meanings.get(&id).cloned().unwrap_or_else(|| {
            ['-', '\u{25A1}']
                .into_iter()
                .find(|c| face.glyph(*c) == Some(id))
                .unwrap_or('\u{FFFD}')
                .to_string()
        })
    }
}

type Known = HashMap<(Face, Vec<u16>), Arc<Subset>>;

/// Subsets already cut. Letters of one batch share most of theirs.
static KNOWN: LazyLock<Mutex<Known>> = LazyLock::new(Mutex::default);
const MOST_KNOWN: usize = 64;

/// Cuts a face down to these glyphs.
pub(crate) fn subset(face: Face, glyphs: &BTreeSet<u16>) -> Arc<Subset> {
    let key = (face, glyphs.iter().copied().collect::<Vec<u16>>());
    if let Some(known) = KNOWN.lock().unwrap_or_else(PoisonError::into_inner).get(&key) {
        return Arc::clone(known);
    }
    let cut = Arc::new(cut(face, &key.1));
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    if known.len() >= MOST_KNOWN {
        known.clear();
    }
    known.insert(key, Arc::clone(&cut));
    cut
}

#[expect(
    clippy::expect_used,
    reason = "a face can be cut at any of its own glyphs: a test cuts the bundled ones at all of them, and one from \
              outside is tried before it is taken"
)]
fn cut(face: Face, glyphs: &[u16]) -> Subset {
    let loaded = face.loaded();
    let remapper = GlyphRemapper::new_from_glyphs_sorted(glyphs);
    let cut = subsetter::subset(loaded.bytes, loaded.index, &remapper).expect("a face can be cut");
    let program = lean(&cut).unwrap_or(cut);
    let digest = Sha256::digest(&program);
    let letters = digest.iter().take(6).map(|byte| char::from(b'A' + byte % 26));
    let name = format!("{}+{}", letters.collect::<String>(), loaded.name);
    Subset { packed: packed(&program), program, name, remapper }
}

/// The tables that a TrueType font in a PDF needs (ISO 32000-1, 9.9). Names of fonts and of glyphs are not.
const NEEDED: [&[u8; 4]; 9] =
    [b"cvt ", b"fpgm", b"glyf", b"head", b"hhea", b"hmtx", b"loca", b"maxp", b"prep"];

/// The same font without the tables a PDF has no use for; nothing when it is not built as fonts are.
fn lean(font: &[u8]) -> Option<Vec<u8>> {
    let number = |at: usize, length: usize| {
        let bytes = font.get(at..at + length)?;
        Some(bytes.iter().fold(0_usize, |sum, byte| sum << 8 | usize::from(*byte)))
    };
    let mut tables = Vec::new();
    for entry in (0..number(4, 2)?).map(|at| 12 + at * 16) {
        let head = font.get(entry..entry + 8)?;
        if NEEDED.iter().any(|needed| head.starts_with(*needed)) {
            tables.push((head, font.get(number(entry + 8, 4)?..)?.get(..number(entry + 12, 4)?)?));
        }
    }
    // The directory tells those who look a table up by halves where to begin.
    let power = tables.len().checked_ilog2()?;
    let search = 16_usize << power;
    let mut lean = font.get(..4)?.to_vec();
    for value in [tables.len(), search, usize::try_from(power).ok()?, tables.len() * 16 - search] {
        lean.extend(u16::try_from(value).ok()?.to_be_bytes());
    }
    let mut offset = 12 + tables.len() * 16;
    for (head, table) in &tables {
        lean.extend_from_slice(head);
        lean.extend(u32::try_from(offset).ok()?.to_be_bytes());
        lean.extend(u32::try_from(table.len()).ok()?.to_be_bytes());
        offset += table.len().next_multiple_of(4);
    }
    for (_, table) in &tables {
        lean.extend_from_slice(table);
        lean.resize(lean.len().next_multiple_of(4), 0);
    }
    Some(lean)
}

/// As zlib itself does when nothing is said.
const LEVEL: u8 = 6;

/// Deflates bytes as PDF's FlateDecode wants them: always by the same code, whatever other crates of the program
/// choose to deflate with, so that a paper is the same to the byte.
pub(crate) fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut packed = compress_to_vec_zlib(bytes, LEVEL);
    // A line end follows every stream. After a carriage return it would be read as the second half of one, and
    // strict readers would find the stream a byte short. Inflating stops before this byte.
    if packed.last() == Some(&b'\r') {
        packed.push(b'\n');
    }
    packed
}

#[cfg(test)]
mod tests {
    use super::*;

    /// About one stream in 256 would.
    #[test]
    fn no_stream_ends_with_a_bare_carriage_return() {
        let mut seen = 0;
        for number in 0..2_000_u32 {
            let bytes = number.to_be_bytes().repeat(9);
            let packed = packed(&bytes);
            assert_ne!(packed.last(), Some(&b'\r'));
            if packed.ends_with(b"\r\n") {
                seen += 1;
                let mut back = Vec::new();
                std::io::Read::read_to_end(&mut flate2::read::ZlibDecoder::new(packed.as_slice()), &mut back)
                    .unwrap();
                assert_eq!(back, bytes);
            }
        }
        assert!(seen > 0, "the case was never met");
    }

    #[test]
    fn every_glyph_of_every_face_can_be_cut() {
        for face in Face::ALL.iter().copied() {
            let all: BTreeSet<u16> = (0..face.loaded().outlines.number_of_glyphs()).collect();
            let whole = subset(face, &all);
            assert!(whole.program.len() > 10_000, "{}", whole.name);
            assert_eq!(whole.glyph(17), 17);
        }
    }
}
