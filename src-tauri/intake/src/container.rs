//! What a file is, told by its content. Extensions lie: banks call their CSV files `.xls`.

use crate::archive;
use crate::reading::Format;
use crate::table::encoding::{self, Text};
use goodterms_terms::{Code, Refusal};

/// How much of the beginning is looked at.
const LOOK: usize = 4096;

/// What a file is.
pub(crate) enum Container<'a> {
    /// A workbook: [`Format::Xlsx`], [`Format::Xls`] or [`Format::Ods`].
    Workbook(Format),
    /// A ZIP archive of other files.
    Archive,
    /// A PDF, perhaps with an invoice attached to it.
    Pdf,
    /// Text in one of these shapes.
    Text(Script, Text<'a>),
}

/// The shapes text comes in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Script {
    /// Rows and a delimiter.
    Table,
    /// XML: an electronic invoice, or it says itself what else.
    Xml,
    /// ISO 20022 camt.052, .053 or .054.
    Camt,
    /// OFX or QFX of either generation.
    Ofx,
    /// SWIFT MT940.
    Mt940,
    /// Quicken.
    Qif,
    /// Contact cards.
    Cards,
    /// An e-mail.
    Mail,
}

/// Tells what the bytes are, and decodes them where they are text.
///
/// # Errors
/// [`Code::FileKindUnsupported`] for what is recognised and not read, [`Code::FileNotText`],
/// [`Code::FileEmpty`], and what [`archive::holds`] refuses.
pub(crate) fn of(bytes: &[u8]) -> Result<Container<'_>, Refusal> {
    let start = bytes.get(..bytes.len().min(1024)).unwrap_or_default();
    if start.windows(5).any(|w| w == b"%PDF-") {
        return Ok(Container::Pdf);
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return archive::holds(bytes);
    }
    if bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        return Ok(Container::Workbook(Format::Xls));
    }
    refuse_other_bytes(bytes)?;
    let text = encoding::decode(bytes)?;
    if text.text.trim().is_empty() {
        return Err(Refusal::input(Code::FileEmpty, "The file is empty"));
    }
    Ok(Container::Text(script_of(&text.text)?, text))
}

/// Refuses a file of a kind that is recognised and not read.
pub(crate) fn unsupported(name: &str, hint: &str) -> Refusal {
    Refusal::input(Code::FileKindUnsupported, format!("This is {name}, which cannot be brought in"))
        .hint(hint)
}

const AS_CSV: &str = "Save or export it as CSV and import that file.";

fn refuse_other_bytes(bytes: &[u8]) -> Result<(), Refusal> {
    const MAGIC: &[(&[u8], &str, &str)] = &[
        (b"\x1F\x8B", "a gzip archive", "Unpack it and import the file inside."),
        (b"7z\xBC\xAF\x27\x1C", "a 7z archive", "Unpack it and import the file inside."),
        (b"Rar!\x1A\x07", "a RAR archive", "Unpack it and import the file inside."),
        (b"\x89PNG", "a picture", AS_CSV),
        (b"\xFF\xD8\xFF", "a picture", AS_CSV),
        (b"GIF8", "a picture", AS_CSV),
        (b"SQLite format 3\0", "a database", AS_CSV),
        (b"{\\rtf", "a text document", AS_CSV),
    ];
    MAGIC
        .iter()
        .find(|(magic, ..)| bytes.starts_with(magic))
        .map_or(Ok(()), |&(_, name, hint)| Err(unsupported(name, hint)))
}

fn script_of(text: &str) -> Result<Script, Refusal> {
    let cut = text.floor_char_boundary(LOOK.min(text.len()));
    let start = text.get(..cut).unwrap_or_default().trim_start();
    let upper = start.to_ascii_uppercase();
    let begins = |words: &[&str]| words.iter().any(|word| upper.starts_with(word));
    if begins(&["OFXHEADER"]) || upper.contains("<OFX>") || upper.contains("<?OFX") {
        return Ok(Script::Ofx);
    }
    if start.starts_with('<') {
        return match () {
            () if upper.contains("CAMT.05") || upper.contains("<BKTOCSTMR") => Ok(Script::Camt),
            () if upper.contains("<HTML") => Err(unsupported("a web page", AS_CSV)),
            () => Ok(Script::Xml),
        };
    }
    if crate::bank::is_qif(start) {
        return Ok(Script::Qif);
    }
    if begins(&["BEGIN:VCARD"]) {
        return Ok(Script::Cards);
    }
    if is_mt940(start) {
        return Ok(Script::Mt940);
    }
    if is_mail(start) {
        return Ok(Script::Mail);
    }
    let json = (start.starts_with('{') || start.starts_with('[')) && start.contains("\":");
    match () {
        () if begins(&["!HDR", "!TRNS", "!CUST"]) => Err(unsupported("a QuickBooks IIF file", AS_CSV)),
        () if begins(&["BEGIN:VCALENDAR"]) => Err(unsupported("a calendar", AS_CSV)),
        () if begins(&["\"EXTF\"", "EXTF;"]) => {
            Err(unsupported("a DATEV posting batch", "Export the list of open items instead."))
        }
        () if json => Err(unsupported("a JSON file", AS_CSV)),
        () => Ok(Script::Table),
    }
}

/// SWIFT fields stand at the start of a line: `:20:`, `:25:`, `:60F:`, `:61:`.
fn is_mt940(start: &str) -> bool {
    let swift_field = |line: &str| {
        [":20:", ":25:", ":28C:", ":60F:", ":60M:", ":61:", ":86:"].iter().any(|tag| line.starts_with(tag))
    };
    start.starts_with("{1:F") || start.lines().filter(|line| swift_field(line)).take(2).count() == 2
}

/// An e-mail begins with lines of `Name: value`, and names at least two of those every e-mail has.
fn is_mail(start: &str) -> bool {
    const FIELDS: [&str; 10] = [
        "from:",
        "to:",
        "subject:",
        "date:",
        "received:",
        "message-id:",
        "return-path:",
        "mime-version:",
        "delivered-to:",
        "content-type:",
    ];
    let start =
        start.strip_prefix("From ").and_then(|rest| rest.split_once('\n')).map_or(start, |(_, rest)| rest);
    let mut known = 0;
    for line in start.lines().take_while(|line| !line.trim().is_empty()) {
        let small = line.to_ascii_lowercase();
        let name = small.split(':').next().unwrap_or_default().trim_end();
        let is_field = small.len() > name.len()
            && !name.is_empty()
            && name.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'));
        if !is_field && !line.starts_with([' ', '\t']) {
            return false;
        }
        known += usize::from(FIELDS.iter().any(|field| small.starts_with(field)));
    }
    known >= 2
}

#[cfg(test)]
mod tests {
    use super::*;

    fn script(text: &str) -> Script {
        match of(text.as_bytes()) {
            Ok(Container::Text(script, _)) => script,
            _ => panic!("{text} is text"),
        }
    }

    #[test]
    fn content_tells_what_a_file_is() {
        for (text, expected) in [
            ("OFXHEADER:100\r\n", Script::Ofx),
            ("<?xml version=\"1.0\"?><OFX><SIGNONMSGSRSV1>", Script::Ofx),
            ("<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.02\">", Script::Camt),
            ("<Invoice xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:Invoice-2\">", Script::Xml),
            (":20:STARTUMS\r\n:25:10020030/1234567\r\n", Script::Mt940),
            ("!Type:Bank\nD1/1/10\n", Script::Qif),
            ("BEGIN:VCARD\r\nVERSION:3.0\r\n", Script::Cards),
            ("Return-Path: <a@b.example>\nReceived: by x\n\tfor y\nSubject: Hello\n\nText", Script::Mail),
            ("a,b\n1,2\n", Script::Table),
            ("Zeit:20:15,x\n", Script::Table),
            ("{name},{total}\n", Script::Table),
            ("Date: 1,Subject: 2\nFrom one,2\n", Script::Table),
            ("From: January\nTo: March\nInvoice,Client,Total\n", Script::Table),
        ] {
            assert_eq!(script(text), expected, "{text}");
        }
        assert!(matches!(of(b"\xEF\xBB\xBF%PDF-1.7"), Ok(Container::Pdf)));
        assert!(matches!(of(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1.."), Ok(Container::Workbook(Format::Xls))));
    }

    #[test]
    fn what_is_recognised_and_not_read_is_refused_by_name() {
        for (bytes, word) in [
            (&b"{\"invoices\": []}"[..], "JSON"),
            (b"\x1F\x8B\x08", "gzip"),
            (b"<!DOCTYPE html><html>", "web page"),
            (b"!TRNS\tTRNSID", "IIF"),
            (b"\"EXTF\";700", "DATEV"),
        ] {
            let refusal = of(bytes).err().unwrap();
            assert_eq!(refusal.code, Code::FileKindUnsupported);
            assert!(refusal.message.contains(word), "{}", refusal.message);
        }
    }
}
