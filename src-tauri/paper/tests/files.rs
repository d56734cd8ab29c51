//! The finished files, judged by tools that know nothing of us: qpdf and poppler, where they are installed.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should fail")]
#![allow(clippy::print_stderr, reason = "what is skipped is said aloud")]

mod samples;

use goodterms_paper::{Logo, agreement, render_pdf, render_svg};
use goodterms_terms::Code;
use lopdf::Object;
use std::io::Write;
use std::process::Command;

/// Runs a tool over a file and returns what it says, or nothing (loudly) when it is not installed.
fn ask(tool: &str, arguments: &[&str], file: &[u8]) -> Option<String> {
    let mut on_disk = tempfile::NamedTempFile::new().unwrap();
    on_disk.write_all(file).unwrap();
    let path = on_disk.path().to_str().unwrap().to_owned();
    let arguments: Vec<&str> =
        arguments.iter().map(|a| if *a == "FILE" { path.as_str() } else { a }).collect();
    match Command::new(tool).args(&arguments).output() {
        Ok(output) => {
            let said = String::from_utf8_lossy(&output.stdout).into_owned();
            let complaint = String::from_utf8_lossy(&output.stderr).into_owned();
            assert!(output.status.success() && complaint.is_empty(), "{tool}: {said}{complaint}");
            Some(said)
        }
        Err(error) => {
            eprintln!("SKIPPED: {tool} is not installed here ({error})");
            None
        }
    }
}

#[test]
fn qpdf_finds_nothing_wrong() {
    for (name, document) in samples::all() {
        if let Some(said) = ask("qpdf", &["--check", "FILE"], &render_pdf(&document).bytes) {
            assert!(said.contains("No syntax or stream encoding errors"), "{name}: {said}");
            assert!(said.contains("PDF Version: 1.7"), "{name}: {said}");
        }
    }
}

#[test]
fn every_font_is_embedded_subset_and_has_unicode() {
    for (name, document) in samples::all() {
        let Some(said) = ask("pdffonts", &["FILE"], &render_pdf(&document).bytes) else { return };
        let fonts: Vec<&str> = said.lines().skip(2).collect();
        assert!(fonts.len() >= 3, "{name}: {said}");
        for font in fonts {
            assert!(font.contains(" yes yes yes "), "{name}: {font}");
            assert_eq!(font.find('+'), Some(6), "{name}: {font}");
        }
    }
}

/// What poppler extracts, with lines joined as a reader would.
fn extracted(file: &[u8]) -> Option<String> {
    let text = ask("pdftotext", &["-enc", "UTF-8", "FILE", "-"], file)?;
    let marks = ['\u{202A}', '\u{202B}', '\u{202C}', '\u{200E}', '\u{200F}'];
    let text = text.replace(marks, "").replace("\u{AD}\n", "").replace(['\n', '\u{C}'], " ");
    Some(text.split_whitespace().collect::<Vec<_>>().join(" "))
}

#[test]
fn names_of_every_script_are_extracted_exactly() {
    for pair in samples::NAMES.windows(2) {
        let plan = samples::wild(pair[0], pair[1], "EUR");
        let Some(text) = extracted(&render_pdf(&plan.document()).bytes) else { return };
        for name in pair {
            // Print composes letters with their accents; the ligature in the last name stays what it is.
            assert!(text.contains(name), "{name:?} is missing from {text}");
        }
        assert!(text.contains("ul. Świętojańska 17 90-001 Łódź POLAND"), "{text}");
    }
}

#[test]
fn running_text_is_extracted_exactly() {
    let plan = samples::plan(40, 60, 27);
    let Some(text) = extracted(&render_pdf(&plan.document()).bytes) else { return };
    for agreement::ClauseText { paragraphs, .. } in &plan.clauses {
        assert!(text.contains(&paragraphs[0]), "{:?} is missing", paragraphs[0]);
    }
    for invoice in &plan.invoices {
        let row = [
            invoice.number.clone(),
            plan.manner.short_day(invoice.issued).replace('\u{A0}', " "),
            plan.manner.short_day(invoice.due).replace('\u{A0}', " "),
            plan.manner.amount(invoice.total),
        ];
        for cell in row {
            assert!(text.contains(&cell), "{cell} is missing");
        }
    }
    assert!(
        text.contains(
            "one hundred and thirty-four thousand three hundred and thirty-five Canadian dollars and 00/100"
        ),
        "{text}"
    );
    let pages = text.matches("Fingerprint 7F3A91C2 Page").count();
    assert_eq!(pages, render_pdf(&plan.document()).pages, "the short fingerprint stands on every page");
}

#[test]
fn same_input_same_bytes_whatever_came_before() {
    let first: Vec<Vec<u8>> = samples::all().iter().map(|(_, document)| render_pdf(document).bytes).collect();
    let mut again: Vec<Vec<u8>> =
        samples::all().iter().rev().map(|(_, document)| render_pdf(document).bytes).collect();
    again.reverse();
    assert!(first == again, "two renderings differ");
    let elsewhere = std::thread::spawn(|| render_pdf(&samples::agreement().document()).bytes).join().unwrap();
    assert!(elsewhere == first[0], "another thread renders differently");
    let mut other = samples::agreement();
    other.version = 2;
    assert!(render_pdf(&other.document()).bytes != first[0]);
}

#[test]
fn the_file_says_what_it_is() {
    for (name, document) in samples::all() {
        let bytes = render_pdf(&document).bytes;
        assert!(bytes.starts_with(b"%PDF-1.7"), "{name}");
        let file = lopdf::Document::load_mem(&bytes).unwrap();
        let catalog = file.catalog().unwrap();
        let language: &[u8] = if name.ends_with("-fr") { b"fr-" } else { b"en-" };
        assert!(catalog.get(b"Lang").unwrap().as_str().unwrap().starts_with(language), "{name}");
        for key in ["MarkInfo", "Metadata", "OutputIntents", "StructTreeRoot", "ViewerPreferences"] {
            assert!(catalog.has(key.as_bytes()), "{name}: {key}");
        }
        // Signatures are appended behind a classic table, and its first object is free for them to find.
        assert!(
            bytes.windows(6).rev().take(40_000).any(|window| window == b"\nxref\n" || window == b"xref\n0"),
            "{name}"
        );
        let ids = file.trailer.get(b"ID").unwrap().as_array().unwrap();
        let id = ids[0].as_str().unwrap();
        assert!(id.len() == 16 && id.iter().any(|byte| *byte != 0) && ids[0] == ids[1], "{name}");
        let info = file.get_dictionary(file.trailer.get(b"Info").unwrap().as_reference().unwrap()).unwrap();
        assert!(!info.has(b"GTS_PDFXVersion") && info.has(b"Title"), "{name}");
        let day: &[u8] = if name.contains("amended") { b"D:20270111000000Z" } else { b"D:20261117000000Z" };
        assert_eq!(info.get(b"CreationDate").unwrap().as_str().unwrap(), day, "{name}");
    }
}

/// Every marked content is claimed by exactly one element, and by the right one.
#[test]
fn marks_and_outline_agree() {
    for (name, document) in samples::all() {
        let file = lopdf::Document::load_mem(&render_pdf(&document).bytes).unwrap();
        let root = file
            .get_dictionary(file.catalog().unwrap().get(b"StructTreeRoot").unwrap().as_reference().unwrap())
            .unwrap();
        let numbers = file.get_dictionary(root.get(b"ParentTree").unwrap().as_reference().unwrap()).unwrap();
        let numbers = numbers.get(b"Nums").unwrap().as_array().unwrap();
        for (page, (_, id)) in file.get_pages().iter().enumerate() {
            let owners =
                file.get_object(numbers[page * 2 + 1].as_reference().unwrap()).unwrap().as_array().unwrap();
            let content = lopdf::content::Content::decode(&file.get_page_content(*id)).unwrap();
            let mut ids = Vec::new();
            let (mut depth, mut loose) = (0, 0);
            for operation in &content.operations {
                match operation.operator.as_str() {
                    "BDC" | "BMC" => {
                        depth += 1;
                        if let Some(Object::Dictionary(properties)) = operation.operands.get(1)
                            && let Ok(number) = properties.get(b"MCID").and_then(Object::as_i64)
                        {
                            ids.push((number, operation.operands[0].as_name().unwrap().to_vec()));
                        }
                    }
                    "EMC" => depth -= 1,
                    "TJ" | "Tj" | "f" | "Do" if depth == 0 => loose += 1,
                    _ => {}
                }
            }
            assert_eq!((depth, loose), (0, 0), "{name}: everything is marked");
            assert_eq!(ids.len(), owners.len(), "{name}");
            for (at, (number, tag)) in ids.into_iter().enumerate() {
                assert_eq!(number, i64::try_from(at).unwrap(), "{name}");
                let element = file.get_dictionary(owners[at].as_reference().unwrap()).unwrap();
                assert_eq!(element.get(b"S").unwrap().as_name().unwrap(), tag, "{name}");
            }
        }
    }
}

#[test]
fn a_logo_is_printed_with_its_opacity() {
    let mut letter = samples::demand();
    letter.logo = Some(samples::logo());
    let bytes = render_pdf(&letter.document()).bytes;
    if let Some(said) = ask("pdfimages", &["-list", "FILE"], &bytes) {
        assert!(said.contains("image") && said.contains("smask") && said.contains("240"), "{said}");
    }
}

#[test]
fn pictures_that_are_no_logo_are_refused() {
    let check = |file: &[u8], code: Code| assert_eq!(Logo::read(file).unwrap_err().code, code);
    check(b"", Code::LogoUnreadable);
    check(b"GIF89a", Code::LogoUnreadable);
    check(b"<svg/>", Code::LogoUnreadable);
    check(&[0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3], Code::LogoUnreadable);
    check(&vec![0; 2_000_001], Code::LogoTooLarge);
    let whole = samples::logo_png(60, 20);
    check(&whole[..whole.len() / 2], Code::LogoUnreadable);
    // A flood: a small file that claims 60,000 by 60,000 pixels.
    let mut flood = samples::logo_png(8, 8);
    flood[16..24].copy_from_slice(&[0, 0, 0xEA, 0x60, 0, 0, 0xEA, 0x60]);
    let crc = crc(&flood[12..29]);
    flood[29..33].copy_from_slice(&crc.to_be_bytes());
    check(&flood, Code::LogoTooLarge);
    assert!(Logo::read(&whole).is_ok());
}

/// Eight by eight pixels of one colour, in RGB, grey and CMYK.
const RGB: &str = "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1tdhbWGkJ6jq62rZ4C8ybqmx5moq6T/2wBDARweHigjKE4rK06kbl1upKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKT/wAARCAAIAAgDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAX/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFQEBAQAAAAAAAAAAAAAAAAAAAwT/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADAMBAAIRAxEAPwCeAVM//9k=";
const GREY: &str = "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1tdhbWGkJ6jq62rZ4C8ybqmx5moq6T/wAALCAAIAAgBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAABP/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AO//Z";
const CMYK: &str = "/9j/7gAOQWRvYmUAZAAAAAAA/9sAQwAbEhQXFBEbFxYXHhwbIChCKyglJShROj0wQmBVZWRfVV1baniZgWpxkHNbXYW1hpCeo6utq2eAvMm6pseZqKuk/8AAFAgACAAIBEMRAE0RAFkRAEsRAP/EABUAAQEAAAAAAAAAAAAAAAAAAAUG/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAA4EQwBNAFkASwAAPwCjUB00/9k=";

#[test]
fn a_jpeg_is_taken_as_it_is_unless_it_is_made_for_a_press() {
    use base64::Engine;
    let file = |text: &str| base64::engine::general_purpose::STANDARD.decode(text).unwrap();
    assert_eq!(Logo::read(&file(CMYK)).unwrap_err().code, Code::LogoUnreadable);
    let whole = file(RGB);
    assert_eq!(Logo::read(&whole[..whole.len() / 2]).unwrap_err().code, Code::LogoUnreadable);
    for text in [RGB, GREY] {
        let mut letter = samples::demand();
        letter.logo = Some(Logo::read(&file(text)).unwrap());
        let document = letter.document();
        let bytes = render_pdf(&document).bytes;
        assert!(
            bytes.windows(whole.len().min(60)).any(|w| w == &file(text)[..w.len()]),
            "the file is inside"
        );
        if let Some(said) = ask("pdfimages", &["-list", "FILE"], &bytes) {
            assert!(said.contains("jpeg"), "{said}");
        }
        assert!(render_svg(&document)[0].contains("data:image/jpeg;base64,"));
    }
}

/// CRC-32 as PNG has it.
fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(
            crc ^ u32::from(*byte),
            |crc, _| if crc & 1 == 1 { crc >> 1 ^ 0xEDB8_8320 } else { crc >> 1 },
        )
    })
}
