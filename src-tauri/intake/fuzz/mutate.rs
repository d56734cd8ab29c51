//! Makes bytes that nearly mean something out of bytes that do.

use fastrand::Rng;

/// Words that parsers look for, and numbers they trip over.
const WORDS: &[&str] = &[
    "Invoice Number",
    "Client",
    "Invoice Date",
    "Due Date",
    "Total",
    "Balance",
    "Total for ",
    "TOTAL",
    "Type",
    "Payment",
    "Credit Memo",
    "Currency",
    "31/12/2026",
    "12/31/2026",
    "2026-02-30",
    "1.234,56",
    "1,234",
    "($5)",
    "\u{20ac}",
    "=\"007\"",
    "#REF!",
    "5.1E+09",
    "99999999999999999999",
    "-0",
    "\"",
    "\"\"",
    "\r",
    "\n",
    "\r\n",
    ";",
    "\t",
    "sep=;",
    "\u{feff}",
    "\u{0}",
    "4294967295",
    "65535",
    "18446744073709551616",
    "-1",
    "0",
    "NaN",
    "1e308",
    "<",
    ">",
    "/>",
    "</",
    "<!DOCTYPE a [<!ENTITY b \"c\">]>",
    "&b;",
    "&#0;",
    "&#x110000;",
    "<![CDATA[",
    "]]>",
    "xmlns=\"\"",
    "<?xml version=\"1.0\" encoding=\"UTF-16\"?>",
    "<STMTTRN>",
    "<DTPOSTED>20260230",
    "<TRNAMT>-,5",
    ":61:",
    ":86:",
    ":62F:",
    "{4:",
    "-}",
    "C160230EUR5,",
    "!Type:Bank",
    "^",
    "D1/1'26",
    "<Ntry>",
    "<Amt Ccy=\"KWD\">",
    "BEGIN:VCARD",
    "END:VCARD",
    "N;ENCODING=QUOTED-PRINTABLE:=C3",
    "=\r\n",
    "item1.EMAIL:",
    "PHOTO;BASE64:",
    "From: ",
    "Content-Type: multipart/mixed; boundary=x",
    "--x",
    "=?utf-8?B?4pyT?=",
    "%PDF-1.7",
    "stream\n",
    "endobj",
    "/EmbeddedFiles",
    "startxref",
    "PK\u{3}\u{4}",
    "r=\"XFD1048576\"",
    "t=\"s\"",
    "si=\"4294967294\"",
    "count=\"9999999999\"",
    "number-columns-repeated=\"16384\"",
    "number-rows-repeated=\"1048576\"",
    "date1904=\"1\"",
];

/// Changes bytes in one to six ways. `others` are there to be spliced in.
pub(crate) fn mutate(rng: &mut Rng, mut bytes: Vec<u8>, others: &[&[u8]]) -> Vec<u8> {
    for _ in 0..rng.usize(1..=6) {
        let at = rng.usize(0..=bytes.len());
        match rng.u8(0..12) {
            0 if !bytes.is_empty() => {
                let at = at.min(bytes.len() - 1);
                bytes[at] ^= 1 << rng.u8(0..8);
            }
            1 if !bytes.is_empty() => {
                let at = at.min(bytes.len() - 1);
                bytes[at] = *rng
                    .choice(&[0, 1, 0x0A, 0x20, 0x22, 0x2C, 0x30, 0x39, 0x3C, 0x7F, 0x80, 0xFF])
                    .unwrap_or(&0);
            }
            2 => drop(bytes.splice(at..at, std::iter::once(rng.u8(..)))),
            3 => {
                let end = bytes.len().min(at + rng.usize(1..64));
                drop(bytes.drain(at..end));
            }
            4 => bytes.truncate(at),
            5 => {
                let part = bytes[at..bytes.len().min(at + rng.usize(1..200))].to_vec();
                let to = rng.usize(0..=bytes.len());
                let times = if rng.u8(0..20) == 0 { rng.usize(1..200) } else { 1 };
                drop(bytes.splice(to..to, part.repeat(times)));
            }
            6 => {
                if let Some(other) = rng.choice(others).filter(|other| !other.is_empty()) {
                    let from = rng.usize(0..other.len());
                    let part = &other[from..other.len().min(from + rng.usize(1..400))];
                    drop(bytes.splice(at..at, part.iter().copied()));
                }
            }
            7 => number(rng, &mut bytes),
            8 => {
                let (from, to) = (line(&bytes, at), rng.usize(0..=bytes.len()));
                let part = bytes[from.clone()].to_vec();
                let to = line(&bytes, to).start;
                drop(bytes.splice(to..to, part));
            }
            9 => {
                let end = bytes.len().min(at + 4);
                let little = [0, 1, 0xFF, 0xFFFF, 0x7FFF_FFFF, u32::MAX, bytes.len() as u32];
                let value = rng.choice(&little).copied().unwrap_or(0).to_le_bytes();
                drop(bytes.splice(at..end, value));
            }
            _ => {
                let word = rng.choice(WORDS).unwrap_or(&"").as_bytes();
                let end = if rng.bool() { at } else { bytes.len().min(at + word.len()) };
                drop(bytes.splice(at..end, word.iter().copied()));
            }
        }
    }
    bytes.truncate(1 << 20);
    bytes
}

/// Puts another number where one stands.
fn number(rng: &mut Rng, bytes: &mut Vec<u8>) {
    let digits: Vec<usize> = (0..bytes.len()).filter(|&at| bytes[at].is_ascii_digit()).collect();
    let Some(&start) = rng.choice(&digits) else { return };
    let end = (start..bytes.len()).find(|&at| !bytes[at].is_ascii_digit()).unwrap_or(bytes.len());
    let other = match rng.u8(0..4) {
        0 => "0".to_owned(),
        1 => rng.u64(..).to_string(),
        2 => "9".repeat(rng.usize(1..40)),
        _ => rng.u32(0..70_000).to_string(),
    };
    drop(bytes.splice(start..end, other.into_bytes()));
}

/// The line a place stands in, its end included.
fn line(bytes: &[u8], at: usize) -> std::ops::Range<usize> {
    let start = bytes[..at].iter().rposition(|&b| b == b'\n').map_or(0, |before| before + 1);
    let end = bytes[at..].iter().position(|&b| b == b'\n').map_or(bytes.len(), |after| at + after + 1);
    start..end
}
