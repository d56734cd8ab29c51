//! Checks of laid-out pages: what a typographer would look for, over every sample and over arbitrary words.

#[path = "../tests/samples/mod.rs"]
mod samples;

mod bench;
mod codes;
mod flow;
mod scripts;
mod words;

use crate::flow::{Page, What};
use crate::text::Run;
use crate::tree::{NodeId, Role};
use crate::unit::{Mil, mm, pt, scaled};
use crate::{Document, render_pdf, render_svg};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use ttf_parser::GlyphId;

/// Half a hyphen, or half a full stop, may stand in the margin.
const HANG: Mil = pt(4);

/// What a run says.
fn words(run: &Run) -> String {
    run.said.iter().map(|said| &run.text[said.text.clone()]).collect()
}

/// All words of a page that belong to a node `keep` wants.
fn text_of(page: &Page, keep: impl Fn(Option<NodeId>) -> bool) -> String {
    let mut text = String::new();
    for marks in page.marks.chunk_by(|a, b| a.node == b.node) {
        for mark in marks.iter().filter(|mark| keep(mark.node)) {
            if let What::Text(run) = &mark.what {
                text.push_str(&words(run));
            }
        }
        text.push('\n');
    }
    text
}

/// The pages on which a node or anything below it stands.
fn pages_of(document: &Document, wanted: NodeId) -> BTreeSet<usize> {
    let nodes = document.tree.nodes();
    let below = |mut node: NodeId| {
        while node != wanted && node != crate::tree::Tree::ROOT {
            node = nodes[node].parent;
        }
        node == wanted
    };
    (0..document.pages.len())
        .filter(|page| document.pages[*page].marks.iter().any(|mark| mark.node.is_some_and(below)))
        .collect()
}

/// Whether every drop of ink lies within the margins, but for hanging points and fold marks.
fn within_margins(document: &Document) -> Result<(), String> {
    let sheet = &document.sheet;
    for (number, page) in document.pages.iter().enumerate() {
        if let Some((width, height)) = page.leaf {
            // Somebody else's rules: only what a printer cannot reach is out of bounds.
            let inside = |mark: &crate::flow::Mark| {
                (mm(3)..width - mm(3)).contains(&mark.x) && (0..height).contains(&mark.y)
            };
            if let Some(mark) =
                page.marks.iter().find(|mark| matches!(mark.what, What::Text(_)) && !inside(mark))
            {
                return Err(format!("page {}: {mark:?}", number + 1));
            }
            continue;
        }
        for mark in &page.marks {
            let (left, right, top, bottom) = match &mark.what {
                What::Rule { length, .. } if mark.x < sheet.left => {
                    (sheet.left, mark.x + length, mark.y, mark.y)
                }
                What::Rule { length, thickness, .. } => (mark.x, mark.x + length, mark.y, mark.y + thickness),
                // The code that names a page lies in the corner, out of the way of all text.
                What::Drawing { width, .. } if mark.node.is_none() && mark.y > sheet.bottom => {
                    (sheet.left, mark.x + width - (sheet.width - mm(4) - sheet.right), sheet.top, sheet.top)
                }
                What::Picture { width, height, .. }
                | What::Drawing { width, height, .. }
                | What::Field { width, height } => (mark.x, mark.x + width, mark.y, mark.y + height),
                What::Text(run) => {
                    let inked: Vec<(Mil, Mil)> = run
                        .glyphs
                        .iter()
                        .filter_map(|glyph| {
                            run.face.loaded().outlines.glyph_bounding_box(GlyphId(glyph.id))?;
                            let x = mark.x + glyph.x;
                            Some((x, x + scaled(i32::from(run.face.advance(glyph.id)), run.size)))
                        })
                        .collect();
                    let Some(left) = inked.iter().map(|ink| ink.0).min() else { continue };
                    let right = inked.iter().map(|ink| ink.1).max().unwrap_or(left);
                    (left, right, mark.y - run.size, mark.y)
                }
            };
            // Marks of letters reach over the edge of their own advance by a little.
            if left < sheet.left - pt(2)
                || right > sheet.right + HANG
                || top < pt(14)
                || bottom > sheet.foot_line
            {
                return Err(format!("page {}: {left}..{right}, {top}..{bottom}: {mark:?}", number + 1));
            }
        }
    }
    Ok(())
}

#[test]
fn all_ink_lies_within_the_margins() {
    for (name, document) in samples::all() {
        assert_eq!(within_margins(&document), Ok(()), "{name}");
    }
}

#[test]
fn rows_are_never_torn_and_a_total_is_never_alone() {
    for (name, document) in samples::all() {
        let nodes = document.tree.nodes();
        for (table, _) in nodes.iter().enumerate().filter(|(_, node)| node.role == Role::Table) {
            let rows = &nodes[table].children;
            let pages: Vec<BTreeSet<usize>> = rows.iter().map(|row| pages_of(&document, *row)).collect();
            for page in &pages {
                assert_eq!(page.len(), 1, "{name}: a row stands on one page");
            }
            // The head is not alone either, and neither is the last row.
            assert_eq!(pages[0], pages[1], "{name}: head and first row");
            assert_eq!(pages[pages.len() - 1], pages[pages.len() - 2], "{name}: last two rows");
        }
    }
}

#[test]
fn the_head_of_a_table_is_repeated_on_every_page_it_reaches() {
    let document = samples::plan(40, 60, 27).document();
    let nodes = document.tree.nodes();
    let tables: Vec<NodeId> =
        nodes.iter().enumerate().filter(|(_, node)| node.role == Role::Table).map(|(id, _)| id).collect();
    let mut repeated = 0;
    for (table, head) in tables.into_iter().zip(["InvoiceIssuedDueTotal, CAD", "InstalmentDueTo pay, CAD"]) {
        for page in pages_of(&document, table).into_iter().skip(1) {
            let furniture = text_of(&document.pages[page], |node| node.is_none()).replace('\n', "");
            assert!(furniture.contains(head), "page {}: {furniture}", page + 1);
            repeated += 1;
        }
    }
    assert!(repeated >= 3, "the tables reach over {repeated} more pages");
}

/// The lines of each running paragraph, by page: baseline, words.
fn paragraphs(document: &Document) -> BTreeMap<NodeId, Vec<(usize, Mil, String)>> {
    let mut paragraphs: BTreeMap<NodeId, Vec<(usize, Mil, String)>> = BTreeMap::new();
    for (number, page) in document.pages.iter().enumerate() {
        for mark in &page.marks {
            let (Some(node), What::Text(run)) = (mark.node, &mark.what) else { continue };
            if document.tree.nodes()[node].role != Role::Paragraph {
                continue;
            }
            let lines = paragraphs.entry(node).or_default();
            match lines.last_mut() {
                Some(last) if (last.0, last.1) == (number, mark.y) => last.2.push_str(&words(run)),
                _ => lines.push((number, mark.y, words(run))),
            }
        }
    }
    paragraphs
}

#[test]
fn paragraphs_leave_no_line_alone_and_never_divide_words_twice_in_a_row() {
    let (mut lines, mut hyphens) = (0, 0);
    for (name, document) in samples::all() {
        for paragraph in paragraphs(&document).values() {
            let mut by_page: BTreeMap<usize, usize> = BTreeMap::new();
            for (page, _, _) in paragraph {
                *by_page.entry(*page).or_default() += 1;
            }
            if by_page.len() > 1 {
                assert!(by_page.values().all(|count| *count > 1), "{name}: {paragraph:?}");
            }
            let divided: Vec<bool> = paragraph.iter().map(|(_, _, line)| line.ends_with('\u{AD}')).collect();
            assert!(!divided.windows(2).any(|pair| pair == [true, true]), "{name}: {paragraph:?}");
            assert_ne!(divided.last(), Some(&true), "{name}: a paragraph ends whole");
            if paragraph.len() > 1 {
                lines += paragraph.len();
                hyphens += divided.iter().filter(|divided| **divided).count();
            }
        }
    }
    assert!(hyphens * 8 <= lines, "{hyphens} hyphens in {lines} lines");
}

#[test]
fn signatures_and_closings_stand_below_text() {
    let closings = [
        "Signatures",
        "Yours sincerely",
        "With kind regards",
        "Nous vous prions d’agréer",
        "Bien cordialement",
    ];
    let mut found = 0;
    for (name, document) in samples::all() {
        for page in &document.pages {
            let text = text_of(page, |node| node.is_some());
            if let Some(at) = closings.iter().filter_map(|mark| text.find(&format!("\n{mark}"))).min() {
                found += 1;
                assert!(at > 40, "{name}: {text}");
            }
        }
    }
    assert!(found > 40, "{found} closings");
}

#[test]
fn previews_have_the_pages_of_the_print_and_say_the_same() {
    for (name, document) in samples::all() {
        let pictures = render_svg(&document);
        let print = render_pdf(&document);
        assert_eq!((pictures.len(), print.pages), (document.page_count(), document.page_count()), "{name}");
        let file = lopdf::Document::load_mem(&print.bytes).unwrap();
        assert_eq!(file.get_pages().len(), pictures.len(), "{name}");
        for picture in &pictures {
            assert!(picture.starts_with("<svg ") && picture.ends_with("</svg>"), "{name}");
            assert!(!picture.contains("<script") && !picture.contains("<text"), "{name}");
        }
        assert!(pictures[0].contains("Harbour &amp; Lane") || name.contains('-'), "{name}");
    }
}

#[test]
fn a_character_no_face_has_is_shown_and_reported() {
    let mut letter = samples::demand();
    letter.debtor.name = "漢字 Ltd. 😀".into();
    let document = letter.document();
    assert_eq!(document.missing(), ['字', '漢', '😀']);
    let text = text_of(&document.pages[0], |node| node.is_some());
    assert!(text.contains("漢字 Ltd. 😀"), "{text}");
    let square = crate::fonts::Face::Sans.glyph('\u{25A1}').unwrap();
    let squares = document.pages[0]
        .marks
        .iter()
        .filter_map(|mark| if let What::Text(run) = &mark.what { Some(run) } else { None })
        .flat_map(|run| &run.glyphs)
        .filter(|glyph| glyph.id == square)
        .count();
    assert!(squares >= 3, "{squares} squares");
    assert!(samples::demand().document().missing().is_empty());
}

/// What must stand in the text of a final demand, whatever it looks like.
#[test]
fn a_final_demand_says_everything_it_must() {
    let letter = samples::demand();
    let document = letter.document();
    let text: String = document.pages.iter().map(|page| text_of(page, |node| node.is_some())).collect();
    let text = text.replace('\u{AD}', "");
    let mut facts = vec![
        letter.creditor.name.clone(),
        letter.creditor.email.clone(),
        letter.debtor.name.clone(),
        letter.reference.clone(),
        "8 December 2026".into(),
        "$5,528.15".into(),
        "$921.36".into(),
        "we will, on 15 December 2026, file a claim in the Small Claims Court at Kingston.".into(),
        "If you disagree with any of this".into(),
        "payment plan".into(),
        "It is not legal advice.".into(),
    ];
    for invoice in &letter.invoices {
        facts.push(invoice.number.clone());
        facts.push(letter.manner.amount(invoice.open));
    }
    facts.extend(letter.contacts.iter().map(|contact| contact.what.clone()));
    facts.extend(letter.pay.details.iter().map(|(_, value)| value.clone()));
    facts.extend(
        letter.interest.iter().flat_map(|claim| &claim.spans).map(|span| letter.manner.amount(span.amount)),
    );
    let flat = text.replace('\n', "");
    for fact in facts {
        let fact = fact.replace('\u{A0}', " ");
        assert!(flat.contains(&fact), "{fact:?} is missing from {flat}");
    }
    assert_eq!(flat.matches("we will, on ").count(), 1, "exactly one next step");
}

#[test]
fn a_name_from_right_to_left_does_not_turn_what_follows() {
    let mut letter = samples::demand();
    letter.creditor.name = samples::NAMES[3].into();
    let document = letter.document();
    // The sender's line above the address: name, then street with its number first.
    let run = document.pages[0]
        .marks
        .iter()
        .filter_map(|mark| match &mark.what {
            What::Text(run) if words(run).contains("48 Wharf Street, Kingston") => Some((mark.x, run)),
            _ => None,
        })
        .next()
        .unwrap();
    assert!(run.0 > document.sheet.left + pt(30), "the street stands right of the name");
}

/// Anything a user, or a file somebody sent them, could hold.
fn anything() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => ".{0,60}",
        2 => "[a-zA-Z \u{A0}\u{2011}\u{202E}\u{200F}\u{0301}שبa漢]{0,80}",
        1 => "[^ ]{60,300}",
        1 => "(שלום|مرحبا|Łódź| |12|-|\\.){0,40}",
        1 => Just("W".repeat(2_000)),
        1 => Just("word ".repeat(600)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn no_words_can_break_a_document(names in proptest::collection::vec(anything(), 9)) {
        let mut plan = samples::plan(2, 3, 2);
        plan.creditor.name.clone_from(&names[0]);
        plan.debtor.name.clone_from(&names[1]);
        plan.debtor.address.street.clone_from(&names[2]);
        plan.reference.clone_from(&names[3]);
        plan.fingerprint.clone_from(&names[4]);
        plan.governing_law.clone_from(&names[5]);
        plan.clauses[0].title.clone_from(&names[6]);
        plan.clauses[1].paragraphs = vec![names[7].clone()];
        plan.invoices[0].number.clone_from(&names[8]);
        plan.creditor_signatory.name.clone_from(&names[0]);
        let mut letter = samples::demand();
        letter.debtor.name.clone_from(&names[0]);
        letter.greeting.clone_from(&names[1]);
        letter.creditor.email.clone_from(&names[2]);
        letter.for_what.clone_from(&names[3]);
        letter.contacts[0].what.clone_from(&names[4]);
        letter.contacts[0].channel.clone_from(&names[5]);
        letter.next_step.what.clone_from(&names[6]);
        letter.pay.details[0] = (names[7].clone(), names[8].clone());
        let mut account = samples::statement();
        account.client.name.clone_from(&names[0]);
        account.accounts[0].entries[0].kind.clone_from(&names[1]);
        account.accounts[0].entries[0].reference.clone_from(&names[2]);
        account.note.clone_from(&names[3]);
        for document in [plan.document(), letter.document(), account.document()] {
            prop_assert_eq!(within_margins(&document), Ok(()));
            let rendered = render_pdf(&document);
            prop_assert!(lopdf::Document::load_mem(&rendered.bytes).is_ok());
            prop_assert_eq!(render_svg(&document).len(), rendered.pages);
        }
    }
}
