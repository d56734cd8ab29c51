//! The faces we print with: unmodified, openly licensed fonts carried inside the program.
//!
//! Nothing is ever taken from the computer it runs on, so a letter looks the same everywhere.
//! Licences lie beside the fonts in `fonts/`.

use std::sync::LazyLock;

/// One bundled face. The order is the order of the embedded resources.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Face {
    Serif,
    SerifBold,
    SerifItalic,
    Sans,
    SansBold,
    Hebrew,
    Arabic,
}

/// A face, read once and kept.
pub(crate) struct Loaded {
    /// The font file as published.
    pub(crate) bytes: &'static [u8],
    /// Its PostScript name.
    pub(crate) name: &'static str,
    /// For outlines, coverage and metrics.
    pub(crate) outlines: ttf_parser::Face<'static>,
    /// For shaping.
    pub(crate) shaping: harfrust::Font,
    /// The glyph of each character of the basic plane, 0 when there is none.
    coverage: Box<[u16]>,
    /// The advance of each glyph, in thousandths of an em.
    advances: Box<[u16]>,
}

const FILES: [(&str, &[u8]); 7] = [
    ("SourceSerif4-Regular", include_bytes!("../fonts/SourceSerif4_400Regular.ttf")),
    ("SourceSerif4-SemiBold", include_bytes!("../fonts/SourceSerif4_600SemiBold.ttf")),
    ("SourceSerif4-Italic", include_bytes!("../fonts/SourceSerif4_400Regular_Italic.ttf")),
    ("SourceSans3-Regular", include_bytes!("../fonts/SourceSans3_400Regular.ttf")),
    ("SourceSans3-SemiBold", include_bytes!("../fonts/SourceSans3_600SemiBold.ttf")),
    ("NotoSerifHebrew-Regular", include_bytes!("../fonts/NotoSerifHebrew_400Regular.ttf")),
    ("NotoNaskhArabic-Regular", include_bytes!("../fonts/NotoNaskhArabic_400Regular.ttf")),
];

static LOADED: [LazyLock<Loaded>; 7] = [
    LazyLock::new(|| load(0)),
    LazyLock::new(|| load(1)),
    LazyLock::new(|| load(2)),
    LazyLock::new(|| load(3)),
    LazyLock::new(|| load(4)),
    LazyLock::new(|| load(5)),
    LazyLock::new(|| load(6)),
];

#[expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "the files are compiled in and a test reads every one of them"
)]
fn load(index: usize) -> Loaded {
    let (name, bytes) = FILES[index];
    let outlines = ttf_parser::Face::parse(bytes, 0).expect("a bundled font can be read");
    let shaping = harfrust::Font::new(bytes, 0).expect("a bundled font can be shaped");
    let mut coverage = vec![0_u16; 0x1_0000].into_boxed_slice();
    let subtables = outlines.tables().cmap.iter().flat_map(|cmap| cmap.subtables);
    for table in subtables.filter(ttf_parser::cmap::Subtable::is_unicode) {
        table.codepoints(|code| {
            let glyph = table.glyph_index(code).map_or(0, |glyph| glyph.0);
            if let Some(slot) = usize::try_from(code).ok().and_then(|at| coverage.get_mut(at)) {
                *slot = glyph;
            }
        });
    }
    let advance = |id| outlines.glyph_hor_advance(ttf_parser::GlyphId(id)).unwrap_or(0);
    let advances = (0..outlines.number_of_glyphs()).map(advance).collect();
    Loaded { bytes, name, outlines, shaping, coverage, advances }
}

impl Face {
    /// Every face, in order.
    #[cfg(test)]
    pub(crate) const ALL: [Self; 7] = [
        Self::Serif,
        Self::SerifBold,
        Self::SerifItalic,
        Self::Sans,
        Self::SansBold,
        Self::Hebrew,
        Self::Arabic,
    ];

    /// The face itself, read on first use.
    #[expect(clippy::indexing_slicing, reason = "there are as many faces as names of faces")]
    pub(crate) fn loaded(self) -> &'static Loaded {
        &LOADED[self as usize]
    }

    /// Where to look for a character, the face itself first. The other family stands in for what one lacks.
    pub(crate) const fn chain(self) -> [Self; 4] {
        match self {
            Self::Serif => [Self::Serif, Self::Sans, Self::Hebrew, Self::Arabic],
            Self::SerifBold => [Self::SerifBold, Self::SansBold, Self::Hebrew, Self::Arabic],
            Self::SerifItalic => [Self::SerifItalic, Self::Sans, Self::Hebrew, Self::Arabic],
            Self::Sans => [Self::Sans, Self::Serif, Self::Hebrew, Self::Arabic],
            Self::SansBold => [Self::SansBold, Self::SerifBold, Self::Hebrew, Self::Arabic],
            Self::Hebrew => [Self::Hebrew, Self::Serif, Self::Sans, Self::Arabic],
            Self::Arabic => [Self::Arabic, Self::Serif, Self::Sans, Self::Hebrew],
        }
    }

    /// The advance of a glyph, in thousandths of an em.
    pub(crate) fn advance(self, glyph: u16) -> u16 {
        self.loaded().advances.get(usize::from(glyph)).copied().unwrap_or(0)
    }

    /// The glyph for a character, if this face draws it.
    pub(crate) fn glyph(self, c: char) -> Option<u16> {
        let at = usize::try_from(u32::from(c)).ok()?;
        self.loaded().coverage.get(at).copied().filter(|glyph| *glyph != 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// All layout arithmetic takes a unit of the font to be a thousandth of an em.
    #[test]
    fn every_face_can_be_read_and_has_a_thousand_units_to_the_em() {
        for face in Face::ALL {
            let loaded = face.loaded();
            assert_eq!(loaded.outlines.units_per_em(), 1000, "{}", loaded.name);
            assert!(loaded.outlines.glyph_index(' ').is_some(), "{}", loaded.name);
            let published = loaded.outlines.names().into_iter().find(|name| name.name_id == 6);
            assert_eq!(published.and_then(|name| name.to_string()).as_deref(), Some(loaded.name));
        }
    }

    #[test]
    fn faces_cover_the_scripts_we_promise() {
        let drawn = |c: char| Face::Serif.chain().into_iter().find(|face| face.glyph(c).is_some());
        for c in "Grzegorz Brzęczyszczykiewicz Παπαδοπούλου Щербаченко Ġużè Łódź Đorđe".chars()
        {
            assert_eq!(drawn(c), Some(Face::Serif), "{c}");
        }
        assert_eq!(drawn('\u{1F00}'), Some(Face::Sans), "polytonic Greek");
        assert_eq!(drawn('₹'), Some(Face::Serif));
        assert_eq!(drawn('ש'), Some(Face::Hebrew));
        assert_eq!(drawn('ش'), Some(Face::Arabic));
        assert_eq!(drawn('漢'), None);
    }
}
