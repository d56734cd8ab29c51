//! What a file is, told by its content. Extensions lie: banks call their CSV files `.xls`.

use goodterms_terms::{Code, Refusal};

/// How much of the beginning is looked at.
const LOOK: usize = 4096;

/// Refuses bytes that are recognisably something other than a table of text.
pub(crate) fn refuse_other_kinds(bytes: &[u8]) -> Result<(), Refusal> {
    match binary_kind(bytes) {
        Some((name, hint)) => Err(unsupported(name, hint)),
        None => Ok(()),
    }
}

/// Refuses decoded text that is recognisably in another format.
pub(crate) fn refuse_other_texts(text: &str) -> Result<(), Refusal> {
    match text_kind(text) {
        Some((name, hint)) => Err(unsupported(name, hint)),
        None => Ok(()),
    }
}

const AS_CSV: &str = "Save or export it as CSV and import that file.";
const AS_BANK_CSV: &str = "This import takes clients, invoices and payments as CSV.";

fn unsupported(name: &str, hint: &str) -> Refusal {
    Refusal::input(
        Code::FileKindUnsupported,
        format!("This is {name}, not a table of text such as a CSV file"),
    )
    .hint(hint)
}

fn binary_kind(bytes: &[u8]) -> Option<(&'static str, &'static str)> {
    const MAGIC: &[(&[u8], &str, &str)] = &[
        (b"PK\x03\x04", "a workbook or a ZIP archive", AS_CSV),
        (b"PK\x05\x06", "an empty ZIP archive", AS_CSV),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "an old-style Office file", AS_CSV),
        (b"\x1F\x8B", "a gzip archive", "Unpack it and import the file inside."),
        (b"7z\xBC\xAF\x27\x1C", "a 7z archive", "Unpack it and import the file inside."),
        (b"Rar!\x1A\x07", "a RAR archive", "Unpack it and import the file inside."),
        (b"\x89PNG", "a picture", AS_CSV),
        (b"\xFF\xD8\xFF", "a picture", AS_CSV),
        (b"GIF8", "a picture", AS_CSV),
        (b"SQLite format 3\0", "a database", AS_CSV),
        (b"{\\rtf", "a text document", AS_CSV),
    ];
    let start = bytes.get(..bytes.len().min(1024)).unwrap_or_default();
    if start.windows(5).any(|w| w == b"%PDF-") {
        return Some(("a PDF", AS_CSV));
    }
    MAGIC.iter().find(|(magic, ..)| bytes.starts_with(magic)).map(|&(_, name, hint)| (name, hint))
}

fn text_kind(text: &str) -> Option<(&'static str, &'static str)> {
    let cut = text.floor_char_boundary(LOOK.min(text.len()));
    let start = text.get(..cut).unwrap_or_default().trim_start();
    let upper = start.to_ascii_uppercase();
    if upper.starts_with("OFXHEADER") || upper.contains("<OFX>") || upper.contains("<?OFX") {
        return Some(("an OFX bank statement", AS_BANK_CSV));
    }
    if start.starts_with('<') {
        return Some(match () {
            () if upper.contains("CAMT.05") || upper.contains("<BKTOCSTMR") => {
                ("a CAMT bank statement", AS_BANK_CSV)
            }
            () if upper.contains("CROSSINDUSTRY") || upper.contains("UBL:SCHEMA") => {
                ("an electronic invoice", AS_CSV)
            }
            () if upper.contains("<HTML") => ("a web page", AS_CSV),
            () => ("an XML file", AS_CSV),
        });
    }
    if upper.starts_with("!TYPE:") || upper.starts_with("!ACCOUNT") || upper.starts_with("!OPTION:") {
        return Some(("a QIF bank file", AS_BANK_CSV));
    }
    if upper.starts_with("!HDR") || upper.starts_with("!TRNS") || upper.starts_with("!CUST") {
        return Some(("a QuickBooks IIF file", AS_CSV));
    }
    if upper.starts_with("BEGIN:VCARD") {
        return Some(("a file of contact cards", AS_CSV));
    }
    if upper.starts_with("BEGIN:VCALENDAR") {
        return Some(("a calendar", AS_CSV));
    }
    if start.starts_with("\"EXTF\"") || start.starts_with("EXTF;") {
        return Some(("a DATEV posting batch", "Export the list of open items instead."));
    }
    if is_mt940(start) {
        return Some(("an MT940 bank statement", AS_BANK_CSV));
    }
    let json = (start.starts_with('{') || start.starts_with('[')) && start.contains("\":");
    json.then_some(("a JSON file", AS_CSV))
}

/// SWIFT fields stand at the start of a line: `:20:`, `:25:`, `:60F:`, `:61:`.
fn is_mt940(start: &str) -> bool {
    let swift_field = |line: &str| {
        [":20:", ":25:", ":28C:", ":60F:", ":60M:", ":61:", ":86:"].iter().any(|tag| line.starts_with(tag))
    };
    start.starts_with("{1:F") || start.lines().filter(|line| swift_field(line)).take(2).count() == 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_tells_what_a_file_is() {
        let check = |bytes: &[u8], word: &str| {
            let refusal = refuse_other_kinds(bytes)
                .and_then(|()| refuse_other_texts(std::str::from_utf8(bytes).unwrap()))
                .unwrap_err();
            assert_eq!(refusal.code, Code::FileKindUnsupported);
            assert!(refusal.message.contains(word), "{}", refusal.message);
        };
        check(b"PK\x03\x04....", "workbook");
        check(b"\xEF\xBB\xBF%PDF-1.7", "PDF");
        check(b"OFXHEADER:100\r\n", "OFX");
        check(b"<?xml version=\"1.0\"?><OFX><SIGNONMSGSRSV1>", "OFX");
        check(b"<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.02\">", "CAMT");
        check(
            b"<Invoice xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:Invoice-2\">",
            "electronic invoice",
        );
        check(b":20:STARTUMS\r\n:25:10020030/1234567\r\n", "MT940");
        check(b"!Type:Bank\nD1/1/10\n", "QIF");
        check(b"{\"invoices\": []}", "JSON");
        for table in ["a,b\n1,2\n", "Zeit:20:15,x\n", "{name},{total}\n"] {
            assert_eq!(refuse_other_texts(table), Ok(()), "{table}");
        }
    }
}
