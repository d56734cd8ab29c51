//! Bytes to text: byte order mark, UTF-16 without one, UTF-8, and only then a guess.

use crate::drafts::{Intake, WarningCode};
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use goodterms_terms::{Code, Refusal};
use std::borrow::Cow;

/// Decoded text, without its byte order mark.
pub(crate) struct Text<'a> {
    /// The text; borrowed when the bytes were UTF-8 already.
    pub(crate) text: Cow<'a, str>,
    /// The encoding's WHATWG name.
    pub(crate) encoding: &'static str,
    /// Whether the encoding is only the likeliest one.
    pub(crate) guessed: bool,
    /// Whether some bytes made no sense in it.
    pub(crate) damaged: bool,
}

impl Text<'_> {
    /// Says that characters may be lost, where they may.
    pub(crate) fn warn_of_damage(&self, intake: &mut Intake) {
        if self.damaged {
            let message = format!("Some characters make no sense in {}; names may be damaged", self.encoding);
            intake.warn(None, WarningCode::TextDamaged, message);
        }
    }
}

/// Decodes the bytes of a file.
pub(crate) fn decode(bytes: &[u8]) -> Result<Text<'_>, Refusal> {
    let (encoding, guessed) = encoding_of(bytes);
    let (text, _, damaged) = encoding.decode(bytes);
    if looks_binary(&text) {
        return Err(Refusal::input(Code::FileNotText, "The file holds data that is not text")
            .hint("Export the list as CSV and import that file."));
    }
    Ok(Text { text, encoding: encoding.name(), guessed, damaged })
}

fn encoding_of(bytes: &[u8]) -> (&'static Encoding, bool) {
    if let Some((marked, _)) = Encoding::for_bom(bytes) {
        return (marked, false);
    }
    if let Some(wide) = unmarked_utf16(bytes) {
        return (wide, true);
    }
    if std::str::from_utf8(bytes).is_ok() {
        return (UTF_8, false);
    }
    if let Some(declared) = declared(bytes) {
        return (declared, false);
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    (detector.guess(None, Utf8Detection::Deny), true)
}

/// The encoding a file names itself: `<?xml encoding="ISO-8859-1"?>`, or `CHARSET:1252` of OFX. Asked only
/// of what is no UTF-8, for many programs write UTF-8 under another name.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let start: String = bytes.iter().take(512).map(|&b| char::from(b)).collect();
    let trimmed = start.trim_start();
    let label = if trimmed.starts_with("<?xml") {
        let (_, rest) = trimmed.split_once("encoding=")?;
        rest.split(['"', '\'']).nth(1)?
    } else if trimmed.starts_with("OFXHEADER") {
        let (_, rest) = trimmed.split_once("CHARSET:")?;
        let charset = rest.lines().next().unwrap_or_default().trim();
        return match charset {
            "1252" => Some(encoding_rs::WINDOWS_1252),
            _ => Encoding::for_label(charset.as_bytes()),
        };
    } else {
        return None;
    };
    Encoding::for_label(label.as_bytes()).filter(|found| *found != UTF_8)
}

/// UTF-16 of mostly Latin text has a zero in nearly every second byte.
fn unmarked_utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let look = bytes.get(..bytes.len().min(512))?;
    let zeros = |phase: usize| look.iter().skip(phase).step_by(2).filter(|&&b| b == 0).count();
    let (even, odd, half) = (zeros(0), zeros(1), look.len() / 2);
    match () {
        () if half == 0 || bytes.len() % 2 == 1 => None,
        () if odd * 4 >= half * 3 && even * 8 <= half => Some(UTF_16LE),
        () if even * 4 >= half * 3 && odd * 8 <= half => Some(UTF_16BE),
        () => None,
    }
}

/// More than one control character in a hundred.
fn looks_binary(text: &str) -> bool {
    let control = |b: &u8| *b < 0x20 && !matches!(b, b'\t' | b'\n' | b'\r' | 0x0B | 0x0C | 0x1A);
    let beginning = text.as_bytes().get(..text.len().min(1 << 16)).unwrap_or_default();
    let controls = beginning.iter().filter(|b| control(b)).count();
    controls * 100 > beginning.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_words_are_read_from_every_encoding() {
        let words =
            "Rechnungsnummer;F\u{e4}lligkeitsdatum;Stra\u{df}e\r\n1;15.01.2026;K\u{f6}nigstra\u{df}e\r\n";
        let latin: Vec<u8> = words.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
        let wide = |to: fn(u16) -> [u8; 2]| words.encode_utf16().flat_map(to).collect::<Vec<u8>>();
        let with = |bom: &[u8], rest: Vec<u8>| [bom, &rest].concat();
        let cases: [(Vec<u8>, &str, bool); 7] = [
            (words.into(), "UTF-8", false),
            (with(b"\xEF\xBB\xBF", words.into()), "UTF-8", false),
            (with(b"\xFF\xFE", wide(u16::to_le_bytes)), "UTF-16LE", false),
            (with(b"\xFE\xFF", wide(u16::to_be_bytes)), "UTF-16BE", false),
            (wide(u16::to_le_bytes), "UTF-16LE", true),
            (wide(u16::to_be_bytes), "UTF-16BE", true),
            (latin, "windows-1252", true),
        ];
        for (bytes, name, guessed) in cases {
            let text = decode(&bytes).unwrap();
            assert_eq!(
                (text.text.as_ref(), text.encoding, text.guessed, text.damaged),
                (words, name, guessed, false)
            );
        }
    }

    #[test]
    fn a_files_own_word_comes_before_a_guess() {
        for (head, name) in [
            ("<?xml version='1.0' encoding='ISO-8859-2'?>", "ISO-8859-2"),
            ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "windows-1252"),
            ("\r\nOFXHEADER:100\r\nCHARSET:1252\r\n", "windows-1252"),
        ] {
            let bytes = [head.as_bytes(), b"<NAME>M\xFCller und S\xF6hne"].concat();
            assert_eq!(decode(&bytes).unwrap().encoding, name, "{head}");
        }
    }

    #[test]
    fn what_is_not_text_is_refused() {
        for bytes in [&b"a,b\0\0\0\x01\x02"[..], &[1, 2, 3, 4, 5, 6]] {
            assert_eq!(decode(bytes).err().map(|r| r.code), Some(Code::FileNotText));
        }
    }
}
