//! Black and white as scanners of offices pack it: the codes of fax machines (ITU-T T.4 and T.6) and JBIG2
//! (ITU-T T.88).

use super::picture::{Picture, Unseen, fits};

/// What a PDF says of a fax (ISO 32000-1, table 11).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Fax {
    pub(super) columns: usize,
    pub(super) rows: usize,
    /// Below 0 it is of group 4; of group 3 with 0 in one dimension, above it in two.
    pub(super) kind: i64,
    pub(super) lines_end: bool,
    pub(super) block_ends: bool,
    pub(super) rows_fill_bytes: bool,
}

/// Reads what a fax machine writes. Black is what the machine calls black: which of its bits a PDF takes for ink is
/// said in several ways and often wrongly, and a page shows it by being mostly paper.
pub(super) fn fax(data: &[u8], fax: Fax) -> Result<Picture, Unseen> {
    let (Ok(columns), Ok(rows)) = (u32::try_from(fax.columns), u32::try_from(fax.rows)) else {
        return Err(Unseen::Damaged);
    };
    let mut sheet = Sheet::new(fax.columns, fax.rows)?;
    let settings = hayro_ccitt::DecodeSettings {
        columns,
        rows,
        end_of_block: fax.block_ends,
        end_of_line: fax.lines_end,
        rows_are_byte_aligned: fax.rows_fill_bytes,
        encoding: match fax.kind {
            ..0 => hayro_ccitt::EncodingMode::Group4,
            0 => hayro_ccitt::EncodingMode::Group3_1D,
            1.. => hayro_ccitt::EncodingMode::Group3_2D,
        },
        strict: false,
    };
    hayro_ccitt::decode(data, &mut sheet, &mut hayro_ccitt::DecoderContext::new(settings))
        .map_err(|_| Unseen::Damaged)?;
    sheet.picture()
}

/// Reads JBIG2 as PDF embeds it; what several pages share stands apart from it (ISO 32000-1, 7.4.7).
pub(super) fn jbig2(data: &[u8], shared: Option<&[u8]>) -> Result<Picture, Unseen> {
    let settings = hayro_jbig2::DecodeSettings::default();
    let damaged = |_| Unseen::Damaged;
    let shared =
        shared.map(|data| hayro_jbig2::Globals::new(data, &settings)).transpose().map_err(damaged)?;
    let page = hayro_jbig2::Page::new_embedded(data, shared.as_ref(), &settings).map_err(damaged)?;
    let mut sheet = Sheet::new(page.width() as usize, page.height() as usize)?;
    page.decode(&mut sheet).map_err(damaged)?;
    sheet.picture()
}

/// A sheet that is filled row by row from the top. What was not written on is white.
struct Sheet {
    wide: usize,
    high: usize,
    greys: Vec<u8>,
    /// Rows that are done.
    rows: usize,
}

impl Sheet {
    fn new(wide: usize, high: usize) -> Result<Self, Unseen> {
        if !fits(wide, high) {
            return Err(Unseen::Damaged);
        }
        Ok(Self { wide, high, greys: Vec::with_capacity(wide * high), rows: 0 })
    }

    /// So many pixels of one colour, as far as the row goes.
    fn put(&mut self, black: bool, count: usize) {
        let grey = if black { 0 } else { u8::MAX };
        let end = (self.greys.len() + count).min((self.rows.min(self.high) + 1) * self.wide);
        self.greys.resize(end.min(self.wide * self.high).max(self.greys.len()), grey);
    }

    fn end_row(&mut self) {
        self.put(false, self.wide);
        self.rows += 1;
    }

    fn picture(mut self) -> Result<Picture, Unseen> {
        self.greys.resize(self.wide * self.high, u8::MAX);
        Picture::new(self.wide, self.high, self.greys)
    }
}

impl hayro_ccitt::Decoder for Sheet {
    fn push_row(&mut self, changes: &[u32]) {
        let (mut at, mut black) = (0, false);
        for change in changes {
            self.put(black, change.saturating_sub(at) as usize);
            (at, black) = (*change, !black);
        }
        self.put(black, self.wide.saturating_sub(at as usize));
        self.end_row();
    }
}

impl hayro_jbig2::Decoder for Sheet {
    fn push_pixel(&mut self, black: bool) {
        self.put(black, 1);
    }

    fn push_pixel_chunk(&mut self, black: bool, chunk_count: u32) {
        self.put(black, chunk_count as usize * 8);
    }

    fn next_line(&mut self) {
        self.end_row();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Four pixels, then four: white above, black and white below; by hand from the codes of T.6 and T.4.
    #[test]
    fn a_sheet_is_read_in_every_code() {
        let fax_of = |kind, data: &[u8]| {
            let fax_kind =
                Fax { columns: 8, rows: 2, kind, lines_end: false, block_ends: true, rows_fill_bytes: false };
            fax(data, fax_kind).unwrap().greys
        };
        let wanted = [[255; 8], [0, 0, 0, 0, 255, 255, 255, 255]].concat();
        // Group 4: V0; then horizontal 001, white 0 00110101, black 4 011, V0; end of block.
        let four = [0b1001_0011, 0b0101_0111, 0b0000_0000, 0b0001_0000, 0b0000_0001];
        assert_eq!(fax_of(-1, &four), wanted);
        // Group 3: white 8 10011; then white 0 00110101, black 4 011, white 4 1011.
        assert_eq!(fax_of(0, &[0b1001_1001, 0b1010_1011, 0b1011_0000]), wanted);
    }

    #[test]
    fn what_is_too_large_is_not_unpacked() {
        let huge = Fax {
            columns: 1 << 20,
            rows: 1 << 20,
            kind: -1,
            lines_end: false,
            block_ends: true,
            rows_fill_bytes: false,
        };
        assert_eq!(fax(&[0], huge), Err(Unseen::Damaged));
        // A page of 65,535 pixels either way, and nothing on it.
        let page =
            [&[0, 0, 0, 0, 48, 0, 1, 0, 0, 0, 19][..], &[0, 0, 0xFF, 0xFF, 0, 0, 0xFF, 0xFF], &[0; 11]];
        assert_eq!(jbig2(&page.concat(), None), Err(Unseen::Damaged));
    }

    proptest! {
        #[test]
        fn reading_never_panics(data in proptest::collection::vec(any::<u8>(), 0..400), kind in -1..2_i64, flags in any::<[bool; 3]>()) {
            let [lines_end, block_ends, rows_fill_bytes] = flags;
            let _ = fax(&data, Fax { columns: 100, rows: 60, kind, lines_end, block_ends, rows_fill_bytes });
            let page = [&[0, 0, 0, 0, 48, 0, 1, 0, 0, 0, 19, 0, 0, 0, 64, 0, 0, 0, 64][..], &[0; 11], &data].concat();
            let _ = jbig2(&page, Some(&data));
            let _ = jbig2(&page, None);
        }
    }
}
