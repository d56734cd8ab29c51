//! Lines, pages and windows, over the samples and over arbitrary paragraphs and tables.

use super::{bench, pages_of, paragraphs, samples, within_margins, words};
use crate::Document;
use crate::flow::{Envelope, Kind, RowKind, What, Width, voice};
use crate::manner::Paper;
use crate::text::{Align, Case, Paragraph, Setting, Span};
use crate::tree::Role;
use crate::unit::{Mil, pt};
use proptest::prelude::*;

const PROSE: &str = "Thank you for your patience while we went through the account together; the enclosed statement \
    shows every invoice, each payment we received and the remaining balance. If something in it does not agree with \
    your own records, please tell us which entry you question, and we will gladly look at it again before anything \
    else happens. Otherwise a payment of the first instalment by the agreed day would help us both considerably.";

/// The widest space of each line in hundredths of its natural width, and how many lines end in a hyphen.
fn spaces(text: &str, measure: Mil) -> (Vec<i64>, usize) {
    let paragraph = Paragraph::new(&[Span::new(text, voice::TEXT)], &mut Case::default());
    let lines = paragraph.lines(Setting { measure, align: Align::Justified, divide: true });
    let space = i64::from(voice::TEXT.face.advance(voice::TEXT.face.glyph(' ').unwrap()));
    let natural = space * i64::from(voice::TEXT.size) / 1000;
    let mut widths = Vec::new();
    let mut hyphens = 0;
    for line in &lines {
        let whole: String = line.runs.iter().map(words).collect();
        hyphens += usize::from(whole.ends_with('\u{AD}'));
        let count = i64::try_from(whole.trim_end().matches(' ').count()).unwrap();
        let set = Paragraph::new(
            &[Span::new(whole.trim_end_matches(['\u{AD}', ' ']), voice::TEXT)],
            &mut Case::default(),
        );
        if count > 0 {
            let grown = i64::from(line.width) - i64::from(set.natural_width());
            widths.push(100 + grown * 100 / (count * natural));
        }
    }
    (widths, hyphens)
}

/// The same words set by typst 0.15 give as many lines and hyphens, and its widest space is as wide.
#[test]
fn ordinary_prose_at_the_measure_of_letters_is_hardly_ever_stretched_by_more_than_half_a_space() {
    let starts: Vec<usize> = PROSE.match_indices(' ').map(|(at, _)| at + 1).step_by(4).collect();
    let parts = || starts.iter().map(|start| PROSE.get(*start..).unwrap());
    let document = bench::page(|writer| parts().for_each(|text| writer.say(text, 0)));
    bench::keep("prose", &crate::render_pdf(&document).bytes);
    let (mut widths, mut hyphens) = (Vec::new(), 0);
    for text in parts() {
        let (of_part, divided) = spaces(text, document.sheet.measure());
        widths.extend(of_part);
        hyphens += divided;
    }
    let wide = widths.iter().filter(|width| **width > 150).count();
    assert!(wide * 9 <= widths.len(), "{wide} of {} lines: {widths:?}", widths.len());
    assert!(widths.iter().all(|width| *width <= 205), "{widths:?}");
    assert!(hyphens * 8 <= widths.len(), "{hyphens} hyphens in {} lines", widths.len());
}

const FRENCH: &str = "Nous vous remercions de votre confiance et de l’accompagnement attentif dont témoignent vos \
    collaboratrices ; l’échelonnement proposé correspondrait à vos disponibilités prévisionnelles, conformément aux \
    engagements précédemment enregistrés avec Constantinopolitaine et Cie. Tout versement supplémentaire diminuerait \
    proportionnellement les échéances ultérieures, intégralement et définitivement.";

/// The points are those of French: English ones would part `ver-se-ment` elsewhere or not at all.
#[test]
fn french_words_are_divided_as_french_divides_them_and_names_never() {
    let mut case = Case { language: "fr-FR", ..Case::default() };
    let paragraph = Paragraph::new(&[Span::new(FRENCH, voice::TEXT)], &mut case);
    let mut parted = std::collections::BTreeSet::new();
    for tenths in 0..60 {
        let setting = Setting { measure: pt(120 + tenths * 2), align: Align::Justified, divide: true };
        let lines: Vec<String> =
            paragraph.lines(setting).iter().map(|line| line.runs.iter().map(words).collect()).collect();
        for pair in lines.windows(2).filter(|pair| pair[0].ends_with('\u{AD}')) {
            let before = pair[0].trim_end_matches('\u{AD}').rsplit(' ').next().unwrap();
            let after = pair[1].split(' ').next().unwrap();
            parted.insert(format!("{before}-{}", after.trim_end_matches(['.', ',', ';'])));
        }
    }
    assert!(parted.len() > 10, "{parted:?}");
    for word in &parted {
        let (before, after) = word.split_once('-').unwrap();
        let start = before.rsplit('\u{2019}').next().unwrap();
        assert!(start.chars().count() >= 3 && after.chars().count() >= 3, "{word}");
        assert!(!word.contains("Constantin"), "{word}");
    }
    assert!(parted.iter().any(|word| word.contains('é') || word.contains('\u{2019}')), "{parted:?}");
}

/// Whether the address of a letter shows in the window of its sender's envelope.
fn shows(document: &Document, lines: &[String], sender: &str, paper: Paper) {
    let visible = Envelope::of(sender, paper).visible(&document.sheet);
    let mut seen = 0;
    for mark in &document.pages[0].marks {
        let What::Text(run) = &mark.what else { continue };
        if run.size == 10_000 && lines.contains(&words(run)) {
            seen += 1;
            assert!(mark.x >= visible.left && mark.x + run.reach() <= visible.right, "{}", words(run));
            let (top, bottom) = (mark.y - run.size * 3 / 4, mark.y + run.size / 5);
            assert!(
                top >= visible.top && bottom <= visible.bottom,
                "{} {top}..{bottom} {visible:?}",
                words(run)
            );
        }
    }
    assert!(seen >= lines.len().min(3), "{seen} of {lines:?}");
}

#[test]
fn the_address_shows_in_the_window_of_the_senders_envelope() {
    let countries =
        [("CA", Paper::Letter), ("DE", Paper::A4), ("GB", Paper::A4), ("CH", Paper::A4), ("FR", Paper::A4)];
    for (country, paper) in countries {
        let mut letter = samples::demand();
        letter.creditor.address.country = country.into();
        letter.manner.paper = paper;
        let lines = letter.debtor.envelope_lines(country, letter.manner.language());
        let document = letter.document();
        shows(&document, &lines, country, paper);
        assert_eq!(within_margins(&document), Ok(()), "{country}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn no_paragraph_has_two_hyphens_in_a_row_or_divides_closer_than_three_letters(
        lengths in proptest::collection::vec(1_usize..14, 40..160),
    ) {
        let mut pool = PROSE.split(' ').cycle();
        let text: Vec<&str> = lengths.iter().map(|skip| pool.nth(*skip).unwrap()).collect();
        let document = bench::page(|writer| writer.say(&text.join(" "), 0));
        for lines in paragraphs(&document).values() {
            let divided: Vec<bool> = lines.iter().map(|line| line.2.ends_with('\u{AD}')).collect();
            prop_assert!(!divided.windows(2).any(|pair| pair == [true, true]), "{:?}", lines);
            for pair in lines.windows(2).filter(|pair| pair[0].2.ends_with('\u{AD}')) {
                let letters = |text: &str| text.chars().take_while(|c| c.is_alphabetic()).count();
                let before: String = pair[0].2.trim_end_matches('\u{AD}').chars().rev().collect();
                prop_assert!(letters(&before) >= 3 && letters(&pair[1].2) >= 3, "{:?}", pair);
            }
        }
    }

    #[test]
    fn rows_of_any_table_are_whole_and_its_total_is_never_alone(
        rows in 1_usize..90, above in 0_usize..40, long in 0_usize..30,
    ) {
        let document = bench::page(|writer| {
            for _ in 0..above {
                writer.say("A line above the table.", 0);
            }
            let cells = |at: usize| vec![
                (format!("INV-{at}"), 1),
                (PROSE.get(..long * 9).unwrap_or_default().to_owned(), 1),
                ("1,234.56".to_owned(), 1),
            ];
            let mut body: Vec<_> = (0..rows).map(|at| (RowKind::Body, cells(at))).collect();
            body.push((RowKind::Grand, vec![("In all".to_owned(), 2), ("99,999.00".to_owned(), 1)]));
            let columns = [("Invoice", Kind::Short), ("What", Kind::Words), ("Open", Kind::Figures)];
            writer.table(Width::Sheet, &columns, body);
        });
        prop_assert_eq!(within_margins(&document), Ok(()));
        let nodes = document.tree.nodes();
        let table = nodes.iter().position(|node| node.role == Role::Table).unwrap();
        let pages: Vec<_> = nodes[table].children.iter().map(|row| pages_of(&document, *row)).collect();
        prop_assert!(pages.iter().all(|page| page.len() == 1));
        prop_assert_eq!(&pages[0], &pages[1], "the head has a row below it");
        prop_assert_eq!(&pages[pages.len() - 1], &pages[pages.len() - 2], "the total has a row above it");
    }
}
