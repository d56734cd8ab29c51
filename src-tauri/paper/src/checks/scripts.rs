//! Many scripts in one line, and what a reader gets back from the file.

use super::bench::{self, pdf_text};
use crate::flow::{Kind, RowKind, Width, voice};
use crate::text::Span;
use crate::{Faces, render_pdf};

/// A sentence of business in each language, with a name and a number in another script.
const SENTENCES: [(&str, &str); 8] = [
    ("en", "Thank you: the first instalment of €921.36 (office fit-out) reached us on 3 December."),
    ("fr", "Merci : l’acompte de 1 234,56 € est bien arrivé, « en avance » même, le 3 décembre."),
    ("pl", "Dziękujemy, Grzegorzu Brzęczyszczykiewiczu: wpłata 921,36 zł dotarła w środę."),
    ("el", "Ευχαριστούμε, κυρία Παπαδοπούλου: η δόση των 921,36 € έφτασε την Τετάρτη."),
    ("uk", "Дякуємо, пане Щербаченко: внесок 921,36 ₴ надійшов у середу, їжак і ґанок."),
    ("he", "תודה רבה, התשלום הראשון הגיע אלינו ביום רביעי."),
    ("ar", "شكراً جزيلاً لكم، وصلت الدفعة الأولى يوم الأربعاء."),
    ("hi", "धन्यवाद, पहली किस्त बुधवार को प्राप्त हुई, क्षमा कीजिए।"),
];

fn flat(text: &str) -> String {
    let kept = text.chars().filter(|c| !matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}'));
    // pdftotext turns a line of Arabic back glyph by glyph, and so the letter and its vowel mark that one glyph
    // stands for: the order of these two is its own.
    kept.collect::<String>()
        .replace("\u{627}\u{64B}", "\u{64B}\u{627}")
        .replace(['\u{A0}', '\u{202F}'], " ")
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

#[test]
fn text_in_eight_languages_comes_back_from_the_file_as_it_went_in() {
    for (language, sentence) in SENTENCES {
        let document = bench::page(|writer| writer.say(sentence, 0));
        assert_eq!(document.missing(), [], "{language}");
        bench::keep(language, &render_pdf(&document).bytes);
        let Some(text) = pdf_text(&render_pdf(&document).bytes) else { return };
        assert!(
            flat(&text).contains(&flat(sentence)),
            "{language}: {:?} is not in {:?}",
            flat(sentence),
            flat(&text)
        );
    }
}

#[test]
fn all_scripts_stand_together_in_one_paragraph_and_in_one_table() {
    let together: String = SENTENCES.iter().map(|(_, sentence)| *sentence).collect::<Vec<_>>().join(" ");
    let document = bench::page(|writer| {
        writer.paragraph(vec![Span::new(&together, voice::TEXT)], 0);
        let rows = SENTENCES
            .iter()
            .map(|(language, sentence)| {
                (RowKind::Body, vec![((*language).to_owned(), 1), ((*sentence).to_owned(), 1)])
            })
            .collect();
        writer.table(Width::Sheet, &[("Language", Kind::Short), ("Sentence", Kind::Words)], rows);
    });
    assert_eq!(document.missing(), []);
    assert_eq!(super::within_margins(&document), Ok(()));
    bench::keep("scripts", &render_pdf(&document).bytes);
}

#[test]
fn a_face_from_outside_sets_what_no_bundled_one_can() {
    const FACE: &str = "/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf";
    let Ok(file) = std::fs::read(FACE) else {
        println!("SKIPPED: no TrueType face with Japanese is installed ({FACE})");
        return;
    };
    let faces = Faces::with_optional(&[&file]).unwrap();
    let sentence =
        "株式会社さくら様、初回のお支払い921円を確かに受領いたしました。誠にありがとうございます。";
    let long = sentence.repeat(8);
    let document = bench::page_with(faces, |writer| writer.say(&long, 0));
    assert_eq!(document.missing(), []);
    assert_eq!(super::within_margins(&document), Ok(()));
    for line in super::paragraphs(&document).values().flatten() {
        let first = line.2.chars().next().unwrap();
        assert!(!"、。」）".contains(first), "no line starts with a closing mark: {}", line.2);
    }
    let rendered = render_pdf(&document);
    assert_eq!(rendered.bytes, render_pdf(&document).bytes);
    bench::keep("japanese", &rendered.bytes);
    let Some(text) = pdf_text(&rendered.bytes) else { return };
    let text: String = text.split_whitespace().collect();
    assert!(text.contains(&long), "{text}");
}
