//! Checks of what letters say, in both languages.

use super::{paragraphs, samples, text_of};
use crate::Document;
use crate::flow::What;
use crate::tree::Role;

/// All that is read of a document, in order and on one line.
fn said(document: &Document) -> String {
    let text: String = document.pages.iter().map(|page| text_of(page, |node| node.is_some())).collect();
    text.replace('\u{AD}', "").replace('\n', " ")
}

#[test]
fn french_marks_never_stand_at_the_wrong_end_of_a_line() {
    let french = samples::all().into_iter().filter(|(name, _)| name.ends_with("-fr"));
    let reminders = samples::reminders().into_iter().filter(|(name, _)| name.contains(" fr-"));
    let mut lines = 0;
    for (name, document) in french.chain(reminders) {
        for (_, _, line) in paragraphs(&document).values().flatten() {
            lines += 1;
            let (first, last) = (line.chars().next(), line.trim_end().chars().last());
            assert!(!first.is_some_and(|c| ":;?!»%€$".contains(c)), "{name}: {line}");
            assert_ne!(last, Some('«'), "{name}: {line}");
        }
    }
    assert!(lines > 1_000, "{lines} lines");
}

/// Every follow-up shows every item and the sum, and says until when and whom to talk to.
#[test]
fn every_follow_up_says_everything_it_must() {
    for (name, document) in samples::reminders() {
        let text = said(&document);
        let mut facts = vec!["INV-1071"];
        if name.contains("several") {
            facts = vec!["INV-1051", "INV-1057", "INV-1072", "Fournier"];
            if name.contains(" fr-") {
                facts[3] = "Vandenbroucke";
            }
        }
        let total = match (name.contains("several"), name.contains(" fr-")) {
            (false, false) => "2,019.00",
            (true, false) => "5,325.25",
            (false, true) => "2 019,00",
            (true, true) => "5 325,25",
        };
        facts.push(total);
        facts.push(if name.contains(" fr-") {
            "compta@atelier-lumen.example"
        } else {
            "accounts@harbourlane.example"
        });
        if !name.starts_with("BeforeDue") {
            facts.push(if name.contains(" fr-") { "27 novembre 2026" } else { "27 November 2026" });
        }
        for fact in facts {
            assert!(text.contains(fact), "{name}: {fact} is missing from {text}");
        }
    }
}

/// Three tones of one step say the same in different words, and no two steps say the same.
#[test]
fn no_two_follow_ups_are_alike() {
    let mut seen = std::collections::BTreeMap::new();
    for (name, document) in samples::reminders() {
        if let Some(other) = seen.insert(said(&document), name.clone()) {
            panic!("{name} says what {other} says");
        }
    }
}

/// A default notice speaks of acceleration only where the signed version has it.
#[test]
fn a_default_notice_says_no_more_than_the_signed_version() {
    let letters = |ending: &str| {
        let find = |wanted: String| {
            samples::all()
                .into_iter()
                .find(|(name, _)| *name == wanted)
                .map(|(_, document)| said(&document))
                .unwrap()
        };
        (find(format!("default{ending}")), find(format!("default-plain{ending}")))
    };
    for (ending, declared, kept) in [
        ("", "we declare the rest of the plan", "nothing else is made due by this letter"),
        ("-fr", "nous déclarons exigible le reste", "rien d’autre ne devient exigible"),
    ] {
        let (accelerated, plain) = letters(ending);
        assert!(accelerated.contains(declared) && !accelerated.contains(kept), "{accelerated}");
        assert!(plain.contains(kept) && !plain.contains(declared), "{plain}");
    }
}

#[test]
fn a_certificate_says_who_how_when_and_what_it_does_not_prove() {
    let text = said(&samples::signed(samples::agreement()).document());
    for fact in [
        "Certificate of signatures",
        "Maeve O’Connell, Managing director",
        "Drawn on the screen",
        "Name typed, set in a script face",
        "17 November 2026, 14:32:05 (UTC\u{2212}05:00)",
        "3f6c0b1d 9a7e4852",
        "9C41 7AE2",
        "It does not prove who a person is",
    ] {
        assert!(text.contains(fact), "{fact:?} is missing from {text}");
    }
    let unsealed = said(&samples::amended(samples::agreement()).document());
    assert!(!unsealed.contains("seal"), "no seal, no word of it: {unsealed}");
    for fact in [
        "Instalment 3",
        "Grace period 7 days 10 days",
        "Signed by hand on paper; the copy is kept: scan 2027-01-11.pdf",
    ] {
        assert!(unsealed.contains(fact), "{fact:?} is missing from {unsealed}");
    }
}

/// Both marks stand in the places for digital signatures, which stay there for the seal.
#[test]
fn a_mark_stands_within_its_field() {
    let document = samples::signed(samples::agreement()).document();
    let mut fields = 0;
    for page in &document.pages {
        for field in &page.marks {
            let What::Field { width, height } = &field.what else { continue };
            fields += 1;
            let inside = page.marks.iter().filter(|mark| {
                let What::Drawing { width: w, height: h, .. } = &mark.what else { return false };
                mark.node.is_some()
                    && mark.x >= field.x
                    && mark.x + w <= field.x + width
                    && mark.y >= field.y
                    && mark.y + h <= field.y + height
            });
            assert_eq!(inside.count(), 1, "one mark in the field at {}, {}", field.x, field.y);
        }
    }
    assert_eq!(fields, 2);
    let alts: Vec<&String> = document
        .tree
        .nodes()
        .iter()
        .filter_map(|node| if let Role::Figure { alt } = &node.role { Some(alt) } else { None })
        .collect();
    assert_eq!(alts, ["Signature of Maeve O’Connell", "Signature of Lena Fournier"]);
}

/// The recovery sheet names the book and nothing of who keeps it where; its words never reach a log.
#[test]
fn a_recovery_sheet_says_no_more_than_needed() {
    let desk = samples::Desk::kingston();
    let (_, document) = desk.sheets().into_iter().find(|(name, _)| *name == "recovery").unwrap();
    let text = said(&document);
    for word in ["1. harbour", "24. thunder", "17 November 2026"] {
        assert!(text.replace('\u{2002}', " ").contains(word), "{word} is missing from {text}");
    }
    for private in
        [&desk.business.email, &desk.business.phone, &desk.business.address.street, &desk.client.name]
    {
        assert!(!text.contains(private.as_str()), "{private}");
    }
    let sheet = crate::recovery::RecoverySheet {
        manner: desk.manner,
        book: "Book".into(),
        made_on: samples::on("2026-11-17"),
        words: vec!["harbour".into()],
    };
    assert!(!format!("{sheet:?}").contains("harbour"));
}

#[test]
fn the_test_page_names_the_characters_no_face_has() {
    let (_, document) = samples::Desk::kingston()
        .sheets()
        .into_iter()
        .find(|(name, _)| *name == "test-page-missing")
        .unwrap();
    let text = said(&document);
    for number in ["U+6F22", "U+5B57", "U+1F600", "3 characters are in none of our faces"] {
        assert!(text.contains(number), "{number} is missing from {text}");
    }
    assert_eq!(document.missing(), ['字', '漢', '😀']);
}
