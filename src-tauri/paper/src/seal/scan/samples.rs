//! Pixels as PDF stores them without a picture format: samples of so many bits, in some colours.

use super::pages::{inverted, number, some_inflated};
use super::picture::{Picture, Unseen, grey};
use lopdf::{Document, Object, Stream};

/// How the samples of a picture are laid out.
pub(super) struct Samples {
    wide: usize,
    high: usize,
    bits: usize,
    channels: usize,
    inverted: bool,
    /// The grey of each colour of a list.
    palette: Option<Vec<u8>>,
}

impl Samples {
    pub(super) fn of(document: &Document, image: &Stream, wide: usize, high: usize) -> Result<Self, Unseen> {
        let mask = image.dict.get_deref(b"ImageMask", document).and_then(Object::as_bool).unwrap_or(false);
        let bits = if mask { 1 } else { number(document, &image.dict, b"BitsPerComponent").unwrap_or(8) };
        let space = super::pages::listed(document, &image.dict, b"ColorSpace");
        let (channels, palette) = if mask {
            (1, None)
        } else {
            colours(document, &space).ok_or_else(|| Unseen::Unknown("colours".to_owned()))?
        };
        if !matches!(bits, 1 | 2 | 4 | 8 | 16) {
            return Err(Unseen::Damaged);
        }
        Ok(Self { wide, high, bits, channels, inverted: inverted(document, image), palette })
    }

    /// Bytes in a row.
    pub(super) const fn row(&self) -> usize {
        (self.wide * self.channels * self.bits).div_ceil(8)
    }

    /// Bytes from a pixel to the next, as PNG counts them.
    pub(super) const fn step(&self) -> usize {
        let bytes = self.channels * self.bits / 8;
        if bytes == 0 { 1 } else { bytes }
    }

    pub(super) fn picture(&self, data: &[u8]) -> Result<Picture, Unseen> {
        let mut greys = Vec::with_capacity(self.wide * self.high);
        for row in data.chunks_exact(self.row().max(1)).take(self.high) {
            greys.extend((0..self.wide).map(|x| self.grey(row, x)));
        }
        Picture::new(self.wide, self.high, greys)
    }

    fn grey(&self, row: &[u8], x: usize) -> u8 {
        let sample = |channel: usize| self.sample(row, x * self.channels + channel);
        let shown = match (&self.palette, self.channels) {
            (Some(palette), _) => {
                let index = usize::from(self.raw(row, x));
                return palette.get(index).copied().unwrap_or(u8::MAX);
            }
            (None, 3) => grey(sample(0), sample(1), sample(2)),
            (None, 4) => {
                let ink = |channel| u16::from(!sample(channel)) * u16::from(!sample(3)) / 255;
                let [red, green, blue] =
                    [0, 1, 2].map(|channel| u8::try_from(ink(channel)).unwrap_or(u8::MAX));
                grey(red, green, blue)
            }
            _ => sample(0),
        };
        if self.inverted { !shown } else { shown }
    }

    /// A sample as it is stored; of 16 bits the upper 8.
    fn raw(&self, row: &[u8], at: usize) -> u8 {
        let byte = |at: usize| row.get(at).copied().unwrap_or(0);
        match self.bits {
            16 => byte(at * 2),
            8 => byte(at),
            bits => {
                let per_byte = 8 / bits;
                let shift = 8 - bits * (at % per_byte + 1);
                byte(at / per_byte) >> shift & ((1 << bits) - 1)
            }
        }
    }

    /// A sample from 0 to 255.
    fn sample(&self, row: &[u8], at: usize) -> u8 {
        let raw = self.raw(row, at);
        match self.bits {
            1 => raw * 255,
            2 => raw * 85,
            4 => raw * 17,
            _ => raw,
        }
    }
}

/// The channels of a colour space, and the greys of its list if it has one.
fn colours(document: &Document, space: &[&Object]) -> Option<(usize, Option<Vec<u8>>)> {
    let name = space.first().map_or(Ok(&b"DeviceGray"[..]), |name| name.as_name()).ok()?;
    match name {
        b"DeviceGray" | b"CalGray" | b"G" | b"Separation" => Some((1, None)),
        b"DeviceRGB" | b"CalRGB" | b"RGB" | b"Lab" => Some((3, None)),
        b"DeviceCMYK" | b"CMYK" => Some((4, None)),
        b"ICCBased" => {
            let profile = space.get(1)?.as_stream().ok()?;
            number(document, &profile.dict, b"N")
                .filter(|count| matches!(count, 1 | 3 | 4))
                .map(|count| (count, None))
        }
        b"Indexed" | b"I" => {
            let base = space.get(1)?;
            let base = match base {
                Object::Array(items) => items
                    .iter()
                    .filter_map(|item| document.dereference(item).ok().map(|(_, item)| item))
                    .collect(),
                name => vec![*name],
            };
            // A list of lists is nothing the standard knows.
            let (channels, None) = colours(document, base.get(..base.len().min(2))?)? else { return None };
            let table = match space.get(3)? {
                Object::String(bytes, _) => bytes.clone(),
                Object::Stream(stream) if stream.dict.has(b"Filter") => some_inflated(&stream.content, 1_024),
                Object::Stream(stream) => stream.content.clone(),
                _ => return None,
            };
            let greys = table.chunks_exact(channels).map(|colour| match colour {
                [red, green, blue] => grey(*red, *green, *blue),
                [one, ..] => *one,
                [] => 0,
            });
            Some((1, Some(greys.collect())))
        }
        _ => None,
    }
}

/// Undoes the filters of PNG, row by row.
pub(super) fn unfiltered(data: &[u8], row: usize, step: usize) -> Vec<u8> {
    let mut whole: Vec<u8> = Vec::with_capacity(data.len());
    let mut above = vec![0_u8; row];
    for line in data.chunks_exact(row + 1) {
        let Some((filter, line)) = line.split_first() else { continue };
        let mut done: Vec<u8> = Vec::with_capacity(row);
        for (at, byte) in line.iter().enumerate() {
            let before = |row: &[u8]| at.checked_sub(step).and_then(|at| row.get(at)).copied().unwrap_or(0);
            let (left, up, corner) = (before(&done), above.get(at).copied().unwrap_or(0), before(&above));
            let guess = match filter {
                1 => left,
                2 => up,
                3 => u8::midpoint(left, up),
                4 => paeth(left, up, corner),
                _ => 0,
            };
            done.push(byte.wrapping_add(guess));
        }
        whole.extend_from_slice(&done);
        above = done;
    }
    whole
}

/// The neighbour nearest to what a slope through all three would give (PNG, section 9.4).
fn paeth(left: u8, up: u8, corner: u8) -> u8 {
    let slope = i16::from(left) + i16::from(up) - i16::from(corner);
    let off = |value: u8| (slope - i16::from(value)).abs();
    if off(left) <= off(up) && off(left) <= off(corner) {
        left
    } else if off(up) <= off(corner) {
        up
    } else {
        corner
    }
}
