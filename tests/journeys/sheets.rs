//! Sheets: how the business bills, and the words that open a book.

use crate::place::{Place, day, desk};
use goodterms_desk::books::{BookCreate, Unlock, book_create, open_for};
use goodterms_desk::documents::{DocumentListAsk, document_list};
use goodterms_desk::policy::{PolicySet, policy_set};
use goodterms_desk::recovery::{RecoverySheetSave, recovery_sheet_save};
use goodterms_desk::terms_sheets::{TermsSheetAsk, terms_sheet, terms_sheet_preview};
use goodterms_desk::{Access, Answer};
use std::path::Path;
use std::process::Command;

/// What a paper says, on one line; nothing where that cannot be read.
fn said(path: &str) -> Option<String> {
    let read = Command::new("pdftotext").args(["-layout", path, "-"]).output().ok()?;
    let text = String::from_utf8(read.stdout).unwrap();
    Some(text.split_whitespace().collect::<Vec<_>>().join(" "))
}

fn asked(place: &Place, client: Option<&str>, out: Option<&str>) -> TermsSheetAsk {
    TermsSheetAsk {
        client: client.map(str::to_owned),
        out: out.map(|name| place.out(name)),
        as_of: Some(day("2026-11-17")),
        ..TermsSheetAsk::default()
    }
}

#[tokio::test]
async fn how_the_business_bills_is_told_as_it_was_decided() {
    let place = Place::new().await;
    place.client("Quarry Road Brewing").await;
    for (key, value) in [("terms_days", "21"), ("late_charge", "9")] {
        let ask = PolicySet { key: key.into(), value: value.into(), as_of: Some(day("2026-11-17")) };
        policy_set(&place.desk, ask).await.unwrap();
    }
    // For nobody in particular it is a file and nothing else; without a place it would be nothing at all.
    let nowhere = terms_sheet(&place.desk, asked(&place, None, None)).await.unwrap_err();
    assert_eq!(nowhere.code, "path_missing");
    let made = terms_sheet(&place.desk, asked(&place, None, Some("terms.pdf"))).await.unwrap();
    assert_eq!((made.document, made.client), (None, None));
    if let Some(text) = said(&place.out("terms.pdf")) {
        assert!(text.contains("Invoices are due 21 days after their date"), "{text}");
        assert!(text.contains("simple interest of 9% a year"), "{text}");
    }

    let preview = terms_sheet_preview(&place.desk, asked(&place, Some("Quarry"), None)).await.unwrap();
    assert_eq!(preview.client.as_deref(), Some("Quarry Road Brewing"));
    assert!(preview.pages[0].contains("<svg"));
    let made = terms_sheet(&place.desk, asked(&place, Some("Quarry"), None)).await.unwrap();
    let papers = document_list(&place.desk, DocumentListAsk::default()).await.unwrap().documents;
    assert_eq!(papers.len(), 1, "only the client's own is kept");
    assert_eq!((Some(&papers[0].id), papers[0].kind.as_str()), (made.document.as_ref(), "terms_sheet"));
    let many = TermsSheetAsk { question_days: Some(400), ..asked(&place, Some("Quarry"), None) };
    assert_eq!(terms_sheet(&place.desk, many).await.unwrap_err().field.as_deref(), Some("question_days"));
    place.is_whole().await;
}

fn new_book(folder: &Path, sheet: &str) -> BookCreate {
    BookCreate {
        path: folder.join("New.book").to_str().unwrap().to_owned(),
        name: "Birch & Ferry".to_owned(),
        country: "CA".to_owned(),
        currency: "CAD".to_owned(),
        keychain: false,
        recovery_sheet: Some(folder.join(sheet).to_str().unwrap().to_owned()),
        ..BookCreate::default()
    }
}

#[tokio::test]
async fn the_words_of_a_new_book_are_printed_only_where_it_was_said() {
    let folder = tempfile::tempdir().unwrap();
    let desk = desk(&folder);
    // Where no sheet can go, no book is made whose words would be lost.
    let refused = book_create(&desk, new_book(folder.path(), "nowhere/sheet.pdf")).await;
    assert_eq!(refused.err().unwrap().code, "path_missing");
    assert!(!folder.path().join("New.book").exists());

    let made = book_create(&desk, new_book(folder.path(), "sheet.pdf")).await.unwrap();
    let sheet = made.recovery_sheet.unwrap();
    if let Some(text) = said(&sheet) {
        // The numbered words, read across, are the words that open the book.
        let words: Vec<&str> = made.recovery_phrase.split(' ').collect();
        for (at, word) in words.iter().enumerate() {
            assert!(text.contains(&format!("{}. {word}", at + 1)), "{} {word}: {text}", at + 1);
        }
    }
    let again = async |phrase: &str| -> Answer<String> {
        let out = folder.path().join("again.pdf").to_str().unwrap().to_owned();
        let ask = RecoverySheetSave { phrase: phrase.to_owned(), out };
        Ok(recovery_sheet_save(&desk, ask).await?.path)
    };
    assert_eq!(again("twelve words only").await.unwrap_err().code, "phrase_word_count");
    assert_eq!(
        std::fs::read(again(&made.recovery_phrase).await.unwrap()).unwrap(),
        std::fs::read(&sheet).unwrap()
    );
    desk.close().await.unwrap();
    let unlock = Unlock::Recovery { phrase: made.recovery_phrase };
    open_for(&desk, &folder.path().join("New.book"), unlock, Access::Write).await.unwrap();
    let papers = document_list(&desk, DocumentListAsk::default()).await.unwrap().documents;
    assert!(papers.is_empty(), "the book keeps no copy of its own key");
}
