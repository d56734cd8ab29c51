//! Small facts of a file: strings, moments, and what of its metadata lasts.

use crate::seal::file::Text;
use chrono::{DateTime, FixedOffset, NaiveDateTime, TimeZone};

/// Longer strings are of no use here.
const LONGEST: usize = 300;

/// PDFDocEncoding where it differs from Latin-1 (ISO 32000-1, annex D.2): from 0x18, and from 0x80.
const ACCENTS: [char; 8] =
    ['\u{2D8}', '\u{2C7}', '\u{2C6}', '\u{2D9}', '\u{2DD}', '\u{2DB}', '\u{2DA}', '\u{2DC}'];
const SIGNS: [char; 33] = [
    '\u{2022}', '\u{2020}', '\u{2021}', '\u{2026}', '\u{2014}', '\u{2013}', '\u{192}', '\u{2044}',
    '\u{2039}', '\u{203A}', '\u{2212}', '\u{2030}', '\u{201E}', '\u{201C}', '\u{201D}', '\u{2018}',
    '\u{2019}', '\u{201A}', '\u{2122}', '\u{FB01}', '\u{FB02}', '\u{141}', '\u{152}', '\u{160}', '\u{178}',
    '\u{17D}', '\u{131}', '\u{142}', '\u{153}', '\u{161}', '\u{17E}', '\u{FFFD}', '\u{20AC}',
];

/// All that a string says: UTF-16, UTF-8 or PDFDocEncoding.
pub(super) fn letters(text: &Text) -> String {
    let plain = |byte: u8| {
        let from = |table: &[char], start: u8| {
            byte.checked_sub(start).and_then(|at| table.get(usize::from(at)).copied())
        };
        from(&ACCENTS, 0x18).or_else(|| from(&SIGNS, 0x80)).unwrap_or_else(|| char::from(byte))
    };
    match text.bytes.as_slice() {
        [0xFE, 0xFF, units @ ..] => {
            let pair = |pair: &[u8]| pair.iter().fold(0, |unit, byte| unit << 8 | u16::from(*byte));
            let units = units.chunks_exact(2).map(pair);
            char::decode_utf16(units).map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
        }
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        bytes => bytes.iter().map(|byte| plain(*byte)).collect(),
    }
}

/// The words of a string as they can be shown: no control characters, not too many.
pub(super) fn words(text: &Text) -> String {
    letters(text).chars().filter(|letter| !letter.is_control()).take(LONGEST).collect()
}

/// A moment as PDF writes it: `D:20261117143000-05'00'`. Without a zone it is no moment.
pub(super) fn moment(text: &Text) -> Option<DateTime<FixedOffset>> {
    let text = std::str::from_utf8(&text.bytes).ok()?.strip_prefix("D:")?;
    let (digits, zone) = text.split_at_checked(14)?;
    let plain = NaiveDateTime::parse_from_str(digits, "%Y%m%d%H%M%S").ok()?;
    let offset = match zone.as_bytes() {
        [b'Z', ..] => FixedOffset::east_opt(0)?,
        [sign @ (b'+' | b'-'), rest @ ..] => {
            let two =
                |at: usize| -> Option<i32> { std::str::from_utf8(rest.get(at..at + 2)?).ok()?.parse().ok() };
            let seconds = two(0)? * 3_600 + two(3).unwrap_or(0) * 60;
            FixedOffset::east_opt(if *sign == b'-' { -seconds } else { seconds })?
        }
        _ => return None,
    };
    offset.from_local_datetime(&plain).single()
}

/// The namespace of title, author and subject.
const DUBLIN_CORE: &str = "http://purl.org/dc/elements/1.1/";

/// What XMP metadata say that a reader may show: title, author and subject, their words only. Every program that
/// saves a file writes its metadata in its own way; nothing when two readers could find different words.
pub(super) fn said(xmp: &str) -> Option<[String; 3]> {
    if xmp.matches(DUBLIN_CORE).count() != 1 || !xmp.contains(&format!("xmlns:dc=\"{DUBLIN_CORE}\"")) {
        return None;
    }
    let said = ["title", "creator", "description"].map(|name| {
        let (open, close) = (format!("<dc:{name}>"), format!("</dc:{name}>"));
        // As an element, and once.
        match xmp.matches(&format!("dc:{name}")).count() {
            0 => Some(String::new()),
            2 => xmp.split_once(&open)?.1.split_once(&close).map(|(within, _)| within_tags(within)),
            _ => None,
        }
    });
    let [Some(title), Some(author), Some(subject)] = said else { return None };
    Some([title, author, subject])
}

/// The words between tags.
fn within_tags(marked: &str) -> String {
    let words = marked.split('<').map(|part| part.split_once('>').map_or(part, |(_, words)| words).trim());
    words.filter(|words| !words.is_empty()).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8]) -> Text {
        Text { bytes: bytes.to_vec(), hexadecimal: false, span: 0..0 }
    }

    #[test]
    fn moments_keep_their_zone() {
        let read = |bytes: &[u8]| moment(&text(bytes)).map(|moment| moment.to_rfc3339());
        assert_eq!(read(b"D:20261117143000-05'00'").unwrap(), "2026-11-17T14:30:00-05:00");
        assert_eq!(read(b"D:20261117143000+05'30").unwrap(), "2026-11-17T14:30:00+05:30");
        assert_eq!(read(b"D:20261117143000Z").unwrap(), "2026-11-17T14:30:00+00:00");
        for wrong in [&b""[..], b"D:2026", b"D:20261117143000", b"D:20261317143000Z", b"D:20261117143000+9"] {
            assert_eq!(read(wrong), None);
        }
    }

    #[test]
    fn strings_say_the_same_in_each_encoding() {
        let wide: Vec<u8> =
            [0xFE, 0xFF].into_iter().chain("A · “€” ˘".encode_utf16().flat_map(u16::to_be_bytes)).collect();
        let plain = b"A \xB7 \x8D\xA0\x8E \x18";
        assert_eq!(letters(&text(&wide)), letters(&text(plain)));
        assert_eq!(letters(&text("\u{FEFF}Łódź".as_bytes())), "Łódź");
    }

    #[test]
    fn of_metadata_the_words_count() {
        let xmp = "<a xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><b/> <dc:title><li>T &amp; U</li></dc:title></a>";
        assert_eq!(said(xmp).unwrap(), ["T &amp; U".to_owned(), String::new(), String::new()]);
        assert_eq!(said(xmp), said(&xmp.replace("<b/>", "<b c=\"d\"/>\n")));
        assert_ne!(said(xmp), said(&xmp.replace('T', "V")));
        for hidden in [
            xmp.replace("<b/>", "<dc:title>V</dc:title>"),
            xmp.replace("<b/>", "<b dc:title=\"V\"/>"),
            xmp.replace("<b/>", "<b xmlns:x=\"http://purl.org/dc/elements/1.1/\"><x:title>V</x:title></b>"),
            xmp.replace("xmlns:dc", "xmlns:cd"),
        ] {
            assert_eq!(said(&hidden), None, "{hidden}");
        }
    }
}
