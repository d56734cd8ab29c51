//! Parts that several documents share: letterhead, window address, facts, signatures.

use super::HowToPay;
use crate::flow::{Block, Set, Writer, voice};
use crate::logo::Logo;
use crate::party::Party;
use crate::text::{Align, Span, Style, isolated};
use crate::tree::Role;
use crate::unit::{Mil, mm, pt};

/// A line of text in a column.
pub(super) const fn lines(left: Mil, measure: Mil, leading: Mil) -> Set {
    Set { left, measure, leading, before: 0, align: Align::Left, divide: false, keep_next: false }
}

/// Texts of one style below each other.
pub(super) fn column(writer: &mut Writer, texts: &[String], style: Style, set: Set) -> Vec<Block> {
    texts.iter().map(|text| writer.text(Role::Paragraph, vec![Span::new(text, style)], set)).collect()
}

/// The head of a letter: who writes, with the logo, and how to reach them.
pub(super) fn letterhead(writer: &mut Writer, from: &Party, logo: Option<&Logo>) {
    let sheet = writer.sheet;
    let split = sheet.text_left + mm(72);
    let wide = split - sheet.left - mm(6);
    let mut left = Vec::new();
    if let Some(logo) = logo {
        left.push(writer.picture(logo, &from.name, sheet.left, mm(62), mm(17)));
    } else {
        let name = vec![Span::new(&from.name, voice::LETTERHEAD)];
        left.push(writer.text(Role::Paragraph, name, lines(sheet.left, wide, pt(21))));
    }
    let measure = sheet.right - split;
    let mut right = Vec::new();
    if logo.is_some() {
        let name = vec![Span::new(&from.name, voice::DETAIL.in_face(crate::fonts::Face::SansBold))];
        right.push(writer.text(Role::Paragraph, name, lines(split, measure, pt(12))));
    }
    let mut details = from.address_lines(&from.address.country);
    details.extend(from.detail_lines());
    right.extend(column(writer, &details, voice::SMALL, lines(split, measure, 11_200)));
    writer.columns(vec![left, right], 0);
}

/// The address for the window of an envelope at the left, facts of the letter at the right.
pub(super) fn window(writer: &mut Writer, from: &Party, to: &Party, facts: &[(&str, String)]) {
    let sheet = writer.sheet;
    let wide = mm(80);
    writer.floor(sheet.address_top - mm(5));
    let address = from.address_line(&from.address.country);
    let sender = format!("{} \u{B7} {}", isolated(&from.name), isolated(&address));
    let small = Style { size: 6_800, ..voice::SMALL };
    let mut left = vec![writer.text(
        Role::Paragraph,
        vec![Span::sentence(sender, small)],
        lines(sheet.left, wide, 8_600),
    )];
    left.push(Block::Gap(mm(5) - 8_600));
    let envelope = to.envelope_lines(&from.address.country);
    left.extend(column(
        writer,
        &envelope,
        Style { size: 10_000, ..voice::DETAIL },
        lines(sheet.left, wide, 12_600),
    ));
    let split = sheet.text_left + mm(72);
    let mut right = vec![Block::Gap(mm(5))];
    right.extend(labelled(writer, facts, split, sheet.right - split));
    writer.columns(vec![left, right], 0);
}

/// Labels with their values below each other.
pub(super) fn labelled(writer: &mut Writer, facts: &[(&str, String)], left: Mil, measure: Mil) -> Vec<Block> {
    let mut blocks = Vec::new();
    for (at, (label, value)) in facts.iter().filter(|(_, value)| !value.trim().is_empty()).enumerate() {
        let set =
            Set { keep_next: true, before: if at == 0 { 0 } else { 4_000 }, ..lines(left, measure, 10_000) };
        blocks.push(writer.text(Role::Paragraph, vec![Span::new(label, voice::LABEL)], set));
        let set = lines(left, measure, 12_200);
        blocks.push(writer.text(Role::Paragraph, vec![Span::new(value, voice::DETAIL)], set));
    }
    blocks
}

/// Facts in a row, label above value.
pub(super) fn fact_strip(writer: &mut Writer, facts: &[(&str, String)], before: Mil) {
    let sheet = writer.sheet;
    let facts: Vec<&(&str, String)> = facts.iter().filter(|(_, value)| !value.trim().is_empty()).collect();
    let count = i32::try_from(facts.len().max(1)).unwrap_or(1);
    let gap = mm(5);
    let each = (sheet.full() - gap * (count - 1)) / count;
    let mut left = sheet.left;
    let mut columns = Vec::new();
    for fact in facts {
        columns.push(labelled(writer, std::slice::from_ref(fact), left, each));
        left += each + gap;
    }
    writer.columns(columns, before);
}

/// A label hanging before its value, both in the column of running text.
pub(super) fn detail(writer: &mut Writer, label: &str, value: &str, before: Mil) {
    let sheet = writer.sheet;
    let (left, wide, gap) = (sheet.text_left, mm(34), mm(3));
    let label = vec![Span::new(label, voice::LABEL)];
    let label = writer.text(Role::Paragraph, label, lines(left, wide, 13_000));
    let set = lines(left + wide + gap, sheet.measure() - wide - gap, 13_000);
    let value = writer.text(Role::Paragraph, vec![Span::new(value, voice::DETAIL)], set);
    writer.columns(vec![vec![label], vec![value]], before);
}

/// Where and how to pay, below a sentence that leads in.
pub(super) fn how_to_pay(writer: &mut Writer, pay: &HowToPay, payee: &str) {
    let mut before = pt(5);
    let mut put = |writer: &mut Writer, label: &str, value: &str| {
        if !value.trim().is_empty() {
            writer.keep();
            detail(writer, label, value, std::mem::take(&mut before));
        }
    };
    put(writer, "Payee", payee);
    for (label, value) in &pay.details {
        put(writer, label, value);
    }
    put(writer, "Reference", &pay.reference);
    put(writer, "Pay on line", &pay.link);
}

/// A note at the very end, in small print.
pub(super) fn small_print(writer: &mut Writer, text: &str) {
    let sheet = writer.sheet;
    let set = Set { before: pt(14), ..lines(sheet.left, sheet.full(), pt(11)) };
    writer.set(Role::Paragraph, vec![Span::new(text, voice::SMALL)], set);
}
