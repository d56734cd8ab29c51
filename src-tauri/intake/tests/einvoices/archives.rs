//! Archives: of invoices, of statements, of cards; and what does not belong in one.

use crate::our_own::{cii, pdf, ubl, zip};
use crate::samples::{options, reading, sample};
use goodterms_intake::{Format, Kind, SkipCode};
use goodterms_terms::Code;

#[test]
fn invoices_of_an_archive_come_in_together() {
    let (one, two) = (ubl("1", "5.00", "EUR", ""), ubl("2", "6.00", "SEK", ""));
    let three = pdf("factur-x.xml", cii("3", "381", "7.00").as_bytes(), "");
    let archive = zip(&[
        ("march/1.xml", one.as_bytes()),
        ("march/2.xml", two.as_bytes()),
        ("3.pdf", &three),
        ("__MACOSX/march/._1.xml", b"\0\x05\x16\x07"),
        ("readme.txt", b"See the invoices."),
        ("1 again.xml", one.as_bytes()),
        ("1 otherwise.xml", ubl("1", "9.00", "EUR", "").as_bytes()),
    ]);
    let intake = reading(&archive, &options()).unwrap();
    let invoices: Vec<_> =
        intake.invoices.iter().map(|i| (i.number.as_str(), i.total.to_string(), i.client)).collect();
    assert_eq!(invoices, [("1", "5.00".into(), 0), ("2", "6.00".into(), 0)]);
    assert_eq!(
        (intake.clients.len(), intake.credit_notes[0].client, intake.credit_notes[0].rows[0]),
        (2, 1, 3)
    );
    let codes: Vec<_> = intake.skipped.iter().map(|s| (s.row, s.code)).collect();
    assert_eq!(
        codes,
        [(4, SkipCode::FileUnreadable), (5, SkipCode::DuplicateRow), (6, SkipCode::ConflictingDuplicate)]
    );
    assert!(intake.skipped[0].message.starts_with("readme.txt: "), "{}", intake.skipped[0].message);
    assert_eq!((intake.rows.read, intake.rows.used, intake.rows.skipped), (6, 3, 3));
}

#[test]
fn one_file_in_an_archive_is_read_as_if_it_lay_alone() {
    let table = b"Invoice Number,Client,Invoice Date,Due Date,Total\nA-1,Ann,2026-01-31,2026-02-28,10.00\n";
    let intake = reading(&zip(&[("list.csv", table)]), &options()).unwrap();
    assert_eq!((intake.reading.format, intake.invoices.len()), (Format::Csv, 1));
    let refusal = reading(&zip(&[("a.csv", table), ("b.csv", table)]), &options()).unwrap_err();
    assert!(refusal.message.contains("a.csv") && refusal.hint.is_some(), "{refusal}");
}

#[test]
fn kinds_are_not_mixed() {
    let cards = b"BEGIN:VCARD\nVERSION:3.0\nFN:Ann\nEND:VCARD\n";
    let both = zip(&[("a.vcf", cards), ("1.xml", ubl("1", "5", "EUR", "").as_bytes())]);
    let refusal = reading(&both, &options()).unwrap_err();
    assert!(refusal.code == Code::KindAmbiguous && refusal.message.contains("1.xml"), "{refusal}");
    let two = reading(&zip(&[("a.vcf", cards), ("b.vcf", cards)]), &options()).unwrap();
    assert_eq!((two.reading.kind, two.clients.len()), (Kind::Clients, 2));
}

#[test]
fn an_archive_of_nothing_readable_says_so() {
    assert_eq!(reading(&zip(&[]), &options()).unwrap_err().code, Code::FileEmpty);
    let picture =
        reading(&zip(&[("a.png", b"\x89PNG\r\n"), ("b.png", b"\x89PNG\r\n")]), &options()).unwrap_err();
    assert!(picture.message.contains("picture") && picture.file.as_deref() == Some("a.png"), "{picture:?}");
    let word = zip(&[("[Content_Types].xml", b"<Types/>"), ("word/document.xml", b"<w/>")]);
    assert!(reading(&word, &options()).unwrap_err().message.contains("Word document"));
}

#[test]
fn a_zipped_statement_reads_as_the_statement() {
    let Some(plain) = sample("camt/camt053.v8.xml") else { return };
    let alone = reading(&plain, &options()).unwrap();
    let zipped = reading(&zip(&[("2026/statement.xml", &plain)]), &options()).unwrap();
    assert_eq!(alone, zipped);
    let Some(other) = sample("camt/camt053.v4.xml") else { return };
    let both = reading(&zip(&[("a.xml", &plain), ("b.xml", &other)]), &options()).unwrap();
    let lines =
        |intake: &goodterms_intake::Intake| intake.statements.iter().map(|s| s.lines.len()).sum::<usize>();
    assert_eq!(
        both.statements.len(),
        alone.statements.len() + reading(&other, &options()).unwrap().statements.len()
    );
    assert!(lines(&both) > lines(&alone) && both.reading.kind == Kind::Bank);
}
