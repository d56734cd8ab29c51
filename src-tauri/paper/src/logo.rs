//! The business's logo: a PNG or JPEG picture, checked before it may stand on paper.

use crate::drawing::fitted;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use goodterms_terms::{Code, Refusal};
use lopdf::{Dictionary, Object};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::io::Cursor;
use std::sync::Arc;

/// The largest file, and the largest picture, that is taken.
const LARGEST_FILE: usize = 2_000_000;
const LARGEST_SIDE: u32 = 4_000;
const MOST_PIXELS: u64 = 4_000_000;

/// A picture fit for print.
#[derive(Debug, Clone)]
pub struct Logo {
    pub(crate) pixels_wide: u32,
    pub(crate) pixels_high: u32,
    /// As given, for the preview.
    pub(crate) file: Arc<[u8]>,
    pub(crate) kind: Kind,
}

impl Serialize for Logo {
    /// The file it was read from, as base64.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        STANDARD.encode(&self.file).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Logo {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let file = STANDARD.decode(String::deserialize(deserializer)?).map_err(D::Error::custom)?;
        Self::read(&file).map_err(D::Error::custom)
    }
}

/// How its pixels are stored.
#[derive(Debug, Clone)]
pub(crate) enum Kind {
    /// The JPEG file as it is: one or three components.
    Jpeg { grey: bool },
    /// Eight bits a component, and the opacity apart.
    Pixels { grey: bool, colours: Arc<[u8]>, opacity: Option<Arc<[u8]>> },
}

impl Logo {
    /// Reads a PNG or JPEG file.
    ///
    /// # Errors
    /// [`Code::LogoTooLarge`] beyond 2 MB, 4,000 pixels a side or four million pixels in all;
    /// [`Code::LogoUnreadable`] when it is neither PNG nor JPEG, is damaged, or is made for a press (CMYK).
    pub fn read(file: &[u8]) -> Result<Self, Refusal> {
        if file.len() > LARGEST_FILE {
            return Err(too_large(format!("The logo has {} bytes", file.len())));
        }
        match file {
            [0x89, b'P', b'N', b'G', ..] => read_png(file),
            [0xFF, 0xD8, 0xFF, ..] => read_jpeg(file),
            _ => Err(unreadable("it is neither a PNG nor a JPEG picture")),
        }
    }

    /// Its size when fitted into a box, keeping its proportions.
    pub(crate) fn fitted(&self, width: i32, height: i32) -> (i32, i32) {
        let side = |pixels: u32| i32::try_from(pixels).unwrap_or(i32::MAX);
        fitted((side(self.pixels_wide), side(self.pixels_high)), (width, height))
    }

    /// Whether it is the same file.
    pub(crate) fn same_as(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.file, &other.file) || self.file == other.file
    }

    /// The media type of the file as given.
    pub(crate) const fn media_type(&self) -> &'static str {
        match self.kind {
            Kind::Jpeg { .. } => "image/jpeg",
            Kind::Pixels { .. } => "image/png",
        }
    }

    /// The dictionary of an image of this size.
    pub(crate) fn dictionary(&self, grey: bool) -> Dictionary {
        let mut dictionary = Dictionary::new();
        dictionary.set("Type", "XObject");
        dictionary.set("Subtype", "Image");
        dictionary.set("Width", Object::Integer(i64::from(self.pixels_wide)));
        dictionary.set("Height", Object::Integer(i64::from(self.pixels_high)));
        dictionary.set("BitsPerComponent", Object::Integer(8));
        dictionary.set("ColorSpace", if grey { "DeviceGray" } else { "DeviceRGB" });
        dictionary
    }
}

fn within_limits(wide: u32, high: u32) -> Result<(), Refusal> {
    let fits = wide > 0 && high > 0 && wide.max(high) <= LARGEST_SIDE;
    if fits && u64::from(wide) * u64::from(high) <= MOST_PIXELS {
        return Ok(());
    }
    Err(too_large(format!("The logo is {wide} by {high} pixels")))
}

fn read_png(file: &[u8]) -> Result<Logo, Refusal> {
    let damaged = |_| unreadable("the PNG file is damaged");
    let limits = png::Limits { bytes: 64 << 20 };
    let mut decoder = png::Decoder::new_with_limits(Cursor::new(file), limits);
    decoder.set_transformations(png::Transformations::normalize_to_color8());
    // The size stands in the head of the file: it is judged before a single pixel is unpacked.
    let mut reader = decoder.read_info().map_err(damaged)?;
    let (wide, high) = reader.info().size();
    within_limits(wide, high)?;
    let size = reader.output_buffer_size().ok_or_else(|| unreadable("the PNG file is damaged"))?;
    let mut pixels = vec![0; size];
    let frame = reader.next_frame(&mut pixels).map_err(damaged)?;
    pixels.truncate(frame.buffer_size());
    let channels = frame.color_type.samples();
    let grey = channels < 3;
    let (colours, opacity) = match channels {
        2 | 4 => {
            let colours =
                pixels.chunks_exact(channels).flat_map(|p| p.iter().copied().take(channels - 1)).collect();
            let opacity: Arc<[u8]> =
                pixels.chunks_exact(channels).filter_map(|p| p.last().copied()).collect();
            (colours, Some(opacity).filter(|all| all.iter().any(|alpha| *alpha != u8::MAX)))
        }
        _ => (Arc::from(pixels), None),
    };
    let kind = Kind::Pixels { grey, colours, opacity };
    Ok(Logo { pixels_wide: wide, pixels_high: high, file: file.into(), kind })
}

fn read_jpeg(file: &[u8]) -> Result<Logo, Refusal> {
    use zune_jpeg::zune_core::{bytestream::ZCursor, colorspace::ColorSpace, options::DecoderOptions};
    let damaged = |_| unreadable("the JPEG file is damaged");
    let side = LARGEST_SIDE as usize;
    let options = DecoderOptions::default().set_strict_mode(true).set_max_width(side).set_max_height(side);
    let mut decoder = zune_jpeg::JpegDecoder::new_with_options(ZCursor::new(file), options);
    decoder.decode_headers().map_err(|error| match error {
        zune_jpeg::errors::DecodeErrors::LargeDimensions(_) => {
            too_large("The logo is larger than 4,000 pixels".into())
        }
        _ => unreadable("the JPEG file is damaged"),
    })?;
    let (wide, high) = decoder.dimensions().ok_or_else(|| unreadable("the JPEG file is damaged"))?;
    let (wide, high) = (u32::try_from(wide).unwrap_or(u32::MAX), u32::try_from(high).unwrap_or(u32::MAX));
    within_limits(wide, high)?;
    let grey = match decoder.input_colorspace() {
        Some(ColorSpace::Luma) => true,
        Some(ColorSpace::YCbCr | ColorSpace::RGB) => false,
        _ => return Err(unreadable("its colours are made for a printing press (CMYK)")),
    };
    // It goes into the file as it is, so it must be whole: a reader would show half a picture.
    decoder.decode().map_err(damaged)?;
    Ok(Logo { pixels_wide: wide, pixels_high: high, file: file.into(), kind: Kind::Jpeg { grey } })
}

fn too_large(what: String) -> Refusal {
    Refusal::input(Code::LogoTooLarge, format!("{what}, which is larger than a letter needs"))
        .hint("Save it no larger than 2,000 by 2,000 pixels and 2 MB.")
        .field("logo")
}

fn unreadable(why: &str) -> Refusal {
    Refusal::input(Code::LogoUnreadable, format!("The logo cannot be used: {why}"))
        .hint("Save it as a PNG, or as a JPEG in RGB, and choose that file.")
        .field("logo")
}
