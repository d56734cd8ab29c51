//! Pictures as greys: what a code is looked for in.

use std::io::{Cursor, Read};
use zune_jpeg::zune_core::{bytestream::ZCursor, colorspace::ColorSpace, options::DecoderOptions};

/// The longest side and the most pixels that are unpacked: A3 at 600 dots an inch.
const LONGEST_SIDE: usize = 16_000;
const MOST_PIXELS: usize = 75_000_000;

/// A picture of greys: 0 is black.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Picture {
    pub(super) wide: usize,
    pub(super) high: usize,
    pub(super) greys: Vec<u8>,
}

/// Why there is no picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Unseen {
    /// Compressed in a way that is not read here.
    Unknown(String),
    Damaged,
}

impl Picture {
    /// A picture, if its greys fill it and it is not too large.
    pub(super) fn new(wide: usize, high: usize, greys: Vec<u8>) -> Result<Self, Unseen> {
        let whole = fits(wide, high) && greys.len() == wide * high;
        if whole { Ok(Self { wide, high, greys }) } else { Err(Unseen::Damaged) }
    }

    /// Whether more of it is ink than paper.
    pub(super) fn is_dark(&self) -> bool {
        self.greys.iter().filter(|grey| **grey < 128).count() * 2 > self.greys.len()
    }

    /// Ink for paper and paper for ink.
    pub(super) fn negative(&self) -> Self {
        Self { greys: self.greys.iter().map(|grey| !*grey).collect(), ..*self }
    }

    /// The picture twice as large, its greys flowing into each other: small modules gain edges that can be followed.
    pub(super) fn larger(&self) -> Self {
        let (wide, high) = (self.wide * 2, self.high * 2);
        // A row and the one to blend it with, by three parts to one.
        let pairs = |at: usize, length: usize| {
            let other =
                if at.is_multiple_of(2) { (at / 2).saturating_sub(1) } else { (at / 2 + 1).min(length - 1) };
            (at / 2, other)
        };
        let blend =
            |near: u8, far: u8| u8::try_from((u16::from(near) * 3 + u16::from(far) + 2) / 4).unwrap_or(near);
        let row = |y: usize| self.greys.get(y * self.wide..(y + 1) * self.wide).unwrap_or_default();
        let mut greys = Vec::with_capacity(wide * high);
        for y in 0..high {
            let (near, far) = pairs(y, self.high);
            let line: Vec<u8> =
                row(near).iter().zip(row(far)).map(|(near, far)| blend(*near, *far)).collect();
            greys.extend((0..wide).map(|x| {
                let (near, far) = pairs(x, self.wide);
                let at = |x: usize| line.get(x).copied().unwrap_or(u8::MAX);
                blend(at(near), at(far))
            }));
        }
        Self { wide, high, greys }
    }

    /// The picture smaller by a whole factor, each pixel the mean of those it stands for.
    pub(super) fn smaller(&self, factor: usize) -> Self {
        let (wide, high) = (self.wide / factor, self.high / factor);
        let mut sums = vec![0_u32; wide * high];
        for (row, line) in self.greys.chunks_exact(self.wide.max(1)).take(high * factor).enumerate() {
            let Some(sums) = sums.get_mut(row / factor * wide..(row / factor + 1) * wide) else { continue };
            for (sum, cells) in sums.iter_mut().zip(line.chunks_exact(factor)) {
                *sum += cells.iter().map(|grey| u32::from(*grey)).sum::<u32>();
            }
        }
        let count = u32::try_from(factor * factor).unwrap_or(1).max(1);
        let greys = sums.into_iter().map(|sum| u8::try_from(sum / count).unwrap_or(u8::MAX)).collect();
        Self { wide, high, greys }
    }
}

/// Whether a picture of this size is unpacked at all.
pub(super) const fn fits(wide: usize, high: usize) -> bool {
    wide > 0 && high > 0 && wide <= LONGEST_SIDE && high <= LONGEST_SIDE && wide * high <= MOST_PIXELS
}

/// The grey of a colour, as the eye weighs it.
pub(super) fn grey(red: u8, green: u8, blue: u8) -> u8 {
    let weighed = 77 * u32::from(red) + 150 * u32::from(green) + 29 * u32::from(blue);
    u8::try_from(weighed >> 8).unwrap_or(u8::MAX)
}

/// Reads a PNG or JPEG file.
pub(super) fn read(file: &[u8]) -> Result<Picture, Unseen> {
    match file {
        [0x89, b'P', b'N', b'G', ..] => png(file),
        [0xFF, 0xD8, 0xFF, ..] => jpeg(file),
        _ => Err(Unseen::Unknown(String::new())),
    }
}

fn png(file: &[u8]) -> Result<Picture, Unseen> {
    let limits = png::Limits { bytes: 4 * MOST_PIXELS };
    let mut decoder = png::Decoder::new_with_limits(Cursor::new(file), limits);
    decoder.set_transformations(png::Transformations::normalize_to_color8());
    let mut reader = decoder.read_info().map_err(|_| Unseen::Damaged)?;
    let (wide, high) = reader.info().size();
    let (wide, high) = (wide as usize, high as usize);
    if !fits(wide, high) {
        return Err(Unseen::Damaged);
    }
    let mut pixels = vec![0; reader.output_buffer_size().ok_or(Unseen::Damaged)?];
    let frame = reader.next_frame(&mut pixels).map_err(|_| Unseen::Damaged)?;
    pixels.truncate(frame.buffer_size());
    let greys = pixels.chunks_exact(frame.color_type.samples()).map(|pixel| match pixel {
        [one] | [one, _] => *one,
        [red, green, blue, ..] => grey(*red, *green, *blue),
        [] => 0,
    });
    Picture::new(wide, high, greys.collect())
}

/// Reads a JPEG file; its colours are of no interest.
pub(super) fn jpeg(file: &[u8]) -> Result<Picture, Unseen> {
    let options = DecoderOptions::default().set_max_width(LONGEST_SIDE).set_max_height(LONGEST_SIDE);
    let mut decoder = zune_jpeg::JpegDecoder::new_with_options(ZCursor::new(file), options);
    decoder.decode_headers().map_err(|_| Unseen::Damaged)?;
    let (wide, high) = decoder.dimensions().ok_or(Unseen::Damaged)?;
    if !fits(wide, high) {
        return Err(Unseen::Damaged);
    }
    match decoder.input_colorspace() {
        Some(ColorSpace::Luma | ColorSpace::YCbCr) => {
            decoder.set_options(options.jpeg_set_out_colorspace(ColorSpace::Luma));
            Picture::new(wide, high, decoder.decode().map_err(|_| Unseen::Damaged)?)
        }
        Some(ColorSpace::RGB) => {
            let pixels = decoder.decode().map_err(|_| Unseen::Damaged)?;
            let greys = pixels.chunks_exact(3).map(|pixel| match pixel {
                [red, green, blue] => grey(*red, *green, *blue),
                _ => 0,
            });
            Picture::new(wide, high, greys.collect())
        }
        _ => Err(Unseen::Unknown("CMYK".to_owned())),
    }
}

/// Unpacks deflated data of a known size; what is more is not read.
pub(super) fn inflated(data: &[u8], size: usize) -> Result<Vec<u8>, Unseen> {
    let mut unpacked = Vec::new();
    let limit = u64::try_from(size).unwrap_or(0);
    // A truncated end still leaves the rest to be seen.
    let _ = flate2::read::ZlibDecoder::new(data).take(limit).read_to_end(&mut unpacked);
    if unpacked.len() == size { Ok(unpacked) } else { Err(Unseen::Damaged) }
}
