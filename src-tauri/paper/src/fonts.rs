//! The faces we print with: unmodified, openly licensed fonts carried inside the program.
//!
//! Nothing is ever taken from the computer it runs on, so a letter looks the same everywhere. Faces for
//! further scripts can be handed in as bytes ([`Faces`]). Licences lie beside the fonts in `fonts/`.

mod optional;

pub use optional::Faces;
pub(crate) use optional::Pack;

use std::sync::LazyLock;

/// One face. The order is the order of the embedded resources.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Face {
    Serif,
    SerifBold,
    SerifItalic,
    Sans,
    SansBold,
    Hebrew,
    Arabic,
    Devanagari,
    /// The hand of typed signatures, drawn as outlines.
    Script,
    /// Of the slips that Swiss banks read, which must look as their rules say.
    Slip,
    SlipBold,
    /// Handed in from outside.
    Optional(Pack),
}

/// A face, read once and kept.
pub(crate) struct Loaded {
    /// The font file as published, and which of its fonts it is.
    pub(crate) bytes: &'static [u8],
    pub(crate) index: u32,
    /// Its PostScript name.
    pub(crate) name: String,
    /// For outlines, coverage and metrics.
    pub(crate) outlines: ttf_parser::Face<'static>,
    /// For shaping.
    pub(crate) shaping: harfrust::Font,
    /// Units of the font in an em.
    pub(crate) em: i32,
    /// The glyph of each character of the basic plane, 0 when there is none.
    coverage: Box<[u16]>,
    /// The advance of each glyph, in thousandths of an em.
    advances: Box<[u16]>,
}

macro_rules! bundled {
    ($($face:ident $name:literal $file:literal,)*) => {
        const FILES: &[(&str, &[u8])] = &[$(($name, include_bytes!(concat!("../fonts/", $file))),)*];

        static LOADED: [LazyLock<Loaded>; FILES.len()] = [$(LazyLock::new(|| bundled(Face::$face)),)*];

        impl Face {
            /// Every bundled face, in order.
            #[cfg(test)]
            pub(crate) const ALL: &'static [Self] = &[$(Self::$face,)*];
        }
    };
}

bundled! {
    Serif "SourceSerif4-Regular" "SourceSerif4_400Regular.ttf",
    SerifBold "SourceSerif4-SemiBold" "SourceSerif4_600SemiBold.ttf",
    SerifItalic "SourceSerif4-Italic" "SourceSerif4_400Regular_Italic.ttf",
    Sans "SourceSans3-Regular" "SourceSans3_400Regular.ttf",
    SansBold "SourceSans3-SemiBold" "SourceSans3_600SemiBold.ttf",
    Hebrew "NotoSerifHebrew-Regular" "NotoSerifHebrew_400Regular.ttf",
    Arabic "NotoNaskhArabic-Regular" "NotoNaskhArabic_400Regular.ttf",
    Devanagari "NotoSerifDevanagari-Regular" "NotoSerifDevanagari_400Regular.ttf",
    Script "Caveat-Regular" "Caveat_400Regular.ttf",
    Slip "SlipSans-Regular" "SlipSans_400Regular.ttf",
    SlipBold "SlipSans-Bold" "SlipSans_700Bold.ttf",
}

#[expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "the files are compiled in and a test reads every one of them"
)]
fn bundled(face: Face) -> Loaded {
    let (name, bytes) = FILES[face.number()];
    load(bytes, 0, name).expect("a bundled font can be read")
}

/// Reads a font; nothing when it cannot be read.
fn load(bytes: &'static [u8], index: u32, name: &str) -> Option<Loaded> {
    let outlines = ttf_parser::Face::parse(bytes, index).ok()?;
    let shaping = harfrust::Font::new(bytes, index)?;
    let em = i32::from(outlines.units_per_em());
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
    let advance = |id| {
        let units = outlines.glyph_hor_advance(ttf_parser::GlyphId(id)).unwrap_or(0);
        u16::try_from(per_mille(i32::from(units), em)).unwrap_or(u16::MAX)
    };
    let advances = (0..outlines.number_of_glyphs()).map(advance).collect();
    Some(Loaded { bytes, index, name: name.to_owned(), outlines, shaping, em, coverage, advances })
}

/// Units of a font with `em` of them to the em, as thousandths of an em.
pub(crate) fn per_mille(units: i32, em: i32) -> i32 {
    if em == 1000 {
        return units;
    }
    let (units, em) = (i64::from(units) * 1000, i64::from(em.max(1)));
    i32::try_from((units * 2 + em).div_euclid(em * 2)).unwrap_or(0)
}

impl Face {
    /// The place of a bundled face among them. Those from outside come after all of them.
    const fn number(self) -> usize {
        match self {
            Self::Serif => 0,
            Self::SerifBold => 1,
            Self::SerifItalic => 2,
            Self::Sans => 3,
            Self::SansBold => 4,
            Self::Hebrew => 5,
            Self::Arabic => 6,
            Self::Devanagari => 7,
            Self::Script => 8,
            Self::Slip => 9,
            Self::SlipBold => 10,
            Self::Optional(_) => 11,
        }
    }

    /// A name for the face within a document, the same on every machine.
    pub(crate) fn key(self) -> String {
        match self {
            Self::Optional(pack) => pack.key(),
            bundled => bundled.number().to_string(),
        }
    }

    /// The face itself; a bundled one is read on first use.
    #[expect(clippy::indexing_slicing, reason = "there are as many faces as numbers of faces: a test counts")]
    pub(crate) fn loaded(self) -> &'static Loaded {
        match self {
            Self::Optional(pack) => pack.loaded(),
            bundled => &LOADED[bundled.number()],
        }
    }

    /// Where to look for a character, the face itself first. The other family stands in for what one lacks.
    pub(crate) const fn chain(self) -> [Self; 5] {
        use Face::{Arabic, Devanagari, Hebrew, Sans, SansBold, Serif, SerifBold, SerifItalic};
        match self {
            Serif => [Serif, Sans, Hebrew, Arabic, Devanagari],
            SerifBold => [SerifBold, SansBold, Hebrew, Arabic, Devanagari],
            SerifItalic => [SerifItalic, Sans, Hebrew, Arabic, Devanagari],
            Sans => [Sans, Serif, Hebrew, Arabic, Devanagari],
            SansBold => [SansBold, SerifBold, Hebrew, Arabic, Devanagari],
            Hebrew => [Hebrew, Serif, Sans, Arabic, Devanagari],
            Arabic => [Arabic, Serif, Sans, Hebrew, Devanagari],
            Devanagari => [Devanagari, Serif, Sans, Hebrew, Arabic],
            Self::Script => [Self::Script, SerifItalic, Hebrew, Arabic, Devanagari],
            Self::Slip | Self::SlipBold | Self::Optional(_) => [self, Sans, Hebrew, Arabic, Devanagari],
        }
    }

    /// Whether it was chosen for its script, so that what all scripts share stays with their own faces.
    pub(crate) const fn is_of_one_script(self) -> bool {
        matches!(self, Self::Hebrew | Self::Arabic | Self::Devanagari | Self::Optional(_))
    }

    /// The advance of a glyph, in thousandths of an em.
    pub(crate) fn advance(self, glyph: u16) -> u16 {
        self.loaded().advances.get(usize::from(glyph)).copied().unwrap_or(0)
    }

    /// The glyph for a character, if this face draws it.
    pub(crate) fn glyph(self, c: char) -> Option<u16> {
        let at = usize::try_from(u32::from(c)).ok()?;
        match (self.loaded().coverage.get(at), self) {
            (Some(glyph), _) => Some(*glyph).filter(|glyph| *glyph != 0),
            // Beyond the basic plane only what comes from outside has letters.
            (None, Self::Optional(pack)) => pack.loaded().outlines.glyph_index(c).map(|glyph| glyph.0),
            (None, _) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// All layout arithmetic takes a unit of the font to be a thousandth of an em.
    #[test]
    fn every_face_can_be_read_and_has_a_thousand_units_to_the_em() {
        assert_eq!(LOADED.len(), Face::ALL.len());
        for face in Face::ALL {
            let loaded = face.loaded();
            assert_eq!(FILES[face.number()].0, loaded.name);
            assert_eq!(loaded.outlines.units_per_em(), 1000, "{}", loaded.name);
            assert!(loaded.outlines.glyph_index(' ').is_some(), "{}", loaded.name);
            let published = loaded.outlines.names().into_iter().find(|name| name.name_id == 6);
            assert_eq!(published.and_then(|name| name.to_string()).as_deref(), Some(loaded.name.as_str()));
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
        assert_eq!(drawn('क'), Some(Face::Devanagari));
        assert_eq!(drawn('漢'), None);
    }
}
