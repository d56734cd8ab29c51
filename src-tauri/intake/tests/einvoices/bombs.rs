//! Files made to do harm are refused at once, without laying them out in memory.

use crate::our_own::{cii, pdf, ubl, zip};
use crate::samples::{options, reading};
use goodterms_terms::Code;
use std::io::Write as _;
use std::time::Instant;

fn refused_at_once(bytes: &[u8]) -> Code {
    let start = Instant::now();
    let refusal = reading(bytes, &options()).unwrap_err();
    assert!(start.elapsed().as_secs() < 10, "{refusal}: {:?}", start.elapsed());
    assert!(refusal.hint.is_some(), "{refusal}");
    refusal.code
}

/// An archive with one entry of so many zeros.
fn zeros(name: &str, bytes: u64) -> Vec<u8> {
    let mut writer = ::zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = ::zip::write::SimpleFileOptions::default()
        .compression_method(::zip::CompressionMethod::Deflated)
        .large_file(true);
    writer.start_file(name, options).unwrap();
    let block = vec![0_u8; 1 << 20];
    for _ in 0..bytes >> 20 {
        writer.write_all(&block).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// Says in its directory and header that an entry is small.
fn with_lying_sizes(mut archive: Vec<u8>, size: u32) -> Vec<u8> {
    for (mark, at) in [(b"PK\x01\x02", 24), (b"PK\x03\x04", 22)] {
        let place = archive.windows(4).position(|w| w == mark).unwrap() + at;
        archive[place..place + 4].copy_from_slice(&size.to_le_bytes());
    }
    archive
}

#[test]
fn zip_bombs() {
    // 128 MiB stand for 10 GiB: deflate packs both a thousandfold, and reading stops long before either ends.
    let big = zeros("list.csv", 128 << 20);
    assert!(big.len() < 1 << 20);
    assert_eq!(refused_at_once(&big), Code::FileTooLarge);
    let small = zeros("list.csv", 64 << 20);
    assert_eq!(refused_at_once(&with_lying_sizes(small, 10)), Code::FileKindUnsupported);
    let nested = zip(&[("1.zip", &zip(&[("2.zip", &zip(&[("x", b"x")]))])), ("a.csv", b"a,b\n")]);
    assert_eq!(refused_at_once(&nested), Code::FileKindUnsupported);
    let names: Vec<String> = (0..20_000).map(|n| format!("{n}")).collect();
    let many: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &b"x"[..])).collect();
    assert_eq!(refused_at_once(&zip(&many)), Code::FileTooLarge);
    let workbook = {
        let mut writer =
            ::zip::ZipWriter::new_append(std::io::Cursor::new(zeros("xl/worksheets/sheet1.xml", 128 << 20)))
                .unwrap();
        writer.start_file("[Content_Types].xml", ::zip::write::SimpleFileOptions::default()).unwrap();
        writer.finish().unwrap().into_inner()
    };
    assert_eq!(refused_at_once(&workbook), Code::FileTooLarge);
}

#[test]
fn damaged_archives() {
    let whole = zip(&[("a.csv", b"Invoice Number,Client,Invoice Date,Total\n1,Ann,2026-01-31,5.00\n")]);
    for end in [4, 30, whole.len() / 2, whole.len() - 1] {
        assert_eq!(refused_at_once(&whole[..end]), Code::FileKindUnsupported);
    }
}

#[test]
fn xml_bombs() {
    let laughs = (1..10).fold("<!ENTITY a0 \"ha\">".to_owned(), |all, n| {
        format!("{all}<!ENTITY a{n} \"{}\">", format!("&a{};", n - 1).repeat(10))
    });
    let text = format!(
        "<?xml version=\"1.0\"?><!DOCTYPE x [{laughs}]>{}",
        ubl("&a9;", "5", "EUR", "").split_once("?>").unwrap().1
    );
    assert_eq!(refused_at_once(text.as_bytes()), Code::FileKindUnsupported);
    let outside = format!("<!DOCTYPE x SYSTEM \"file:///etc/passwd\">{}", cii("1", "380", "5"));
    assert_eq!(refused_at_once(outside.as_bytes()), Code::FileKindUnsupported);
    assert_eq!(refused_at_once(ubl(&"9".repeat(3 << 20), "5", "EUR", "").as_bytes()), Code::FileTooLarge);
    assert_eq!(refused_at_once(ubl("1", "5", "EUR", &"<a>".repeat(1 << 20)).as_bytes()), Code::FileTooLarge);
    let attributes: String = (0..500_000).map(|n| format!(" a{n}=\"\"")).collect();
    assert_eq!(
        refused_at_once(ubl("1", "5", "EUR", &format!("<a{attributes}/>")).as_bytes()),
        Code::FileTooLarge
    );
}

#[test]
fn pdf_bombs() {
    let invoice = cii("1", "380", "5.00");
    let padded = format!("{invoice}<!--{}-->", " ".repeat(40 << 20));
    assert_eq!(refused_at_once(&pdf("factur-x.xml", padded.as_bytes(), "")), Code::FileTooLarge);
    let deep = format!("/X {}{}", "[".repeat(100_000), "]".repeat(100_000));
    let _ = reading(&pdf("factur-x.xml", invoice.as_bytes(), &deep), &options());
    let many = [pdf("a", b"", ""), b"1 0 obj 1 endobj\n".repeat(250_000)].concat();
    assert_eq!(refused_at_once(&many), Code::FileTooLarge);
}
