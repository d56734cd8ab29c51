//! Parts that several documents share: letterhead, window address, facts, how to pay, closings.

use super::HowToPay;
use super::agreement::Signatory;
use super::words::{SHARED, spans};
use crate::codes::readable_side;
use crate::flow::{Block, Envelope, Set, Writer, voice};
use crate::logo::Logo;
use crate::manner::Manner;
use crate::party::Party;
use crate::text::{Align, Span, Style, clean, isolated};
use crate::tree::Role;
use crate::unit::{Mil, mm, pt};

/// Cells of a row: texts with the number of columns each spans.
pub(super) type Cells = Vec<(String, usize)>;

/// Cells of one column each.
pub(super) fn single(texts: impl IntoIterator<Item = String>) -> Cells {
    texts.into_iter().map(|text| (text, 1)).collect()
}

/// A line of text in a column.
pub(super) const fn lines(left: Mil, measure: Mil, leading: Mil) -> Set {
    Set { left, measure, leading, before: 0, align: Align::Left, divide: false, keep_next: false }
}

/// Texts of one style below each other.
pub(super) fn column(writer: &mut Writer, texts: &[String], style: Style, set: Set) -> Vec<Block> {
    texts.iter().map(|text| writer.text(Role::Paragraph, vec![Span::new(text, style)], set)).collect()
}

/// The head of a letter: who writes, with the logo, and how to reach them.
pub(super) fn letterhead(writer: &mut Writer, manner: Manner, from: &Party, logo: Option<&Logo>) {
    let sheet = writer.sheet;
    let split = sheet.text_left + mm(72);
    let wide = split - sheet.left - mm(6);
    let mut left = Vec::new();
    if let Some(logo) = logo {
        let alt = (SHARED.of(manner.language()).logo_of)(&clean(&from.name));
        left.push(writer.picture(logo, alt, sheet.left, mm(62), mm(17)));
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

/// The address where the window of the sender's envelope shows it, facts of the letter on the other side.
pub(super) fn window(
    writer: &mut Writer,
    manner: Manner,
    from: &Party,
    to: &Party,
    facts: &[(&str, String)],
) {
    let sheet = writer.sheet;
    let address = Envelope::of(&from.address.country, manner.paper).address(&sheet);
    writer.floor(address.top - mm(5));
    let sender = format!("{} \u{B7} {}", isolated(&from.name), isolated(&from.address_line()));
    let small = Style { size: 6_800, ..voice::SMALL };
    let line = lines(address.left, address.width, 8_600);
    let mut window = vec![writer.text(Role::Paragraph, vec![Span::sentence(sender, small)], line)];
    window.push(Block::Gap(mm(5) - 8_600));
    let envelope = to.envelope_lines(&from.address.country, manner.language());
    let set = lines(address.left, address.width, address.leading(envelope.len(), 12_600));
    window.extend(column(writer, &envelope, Style { size: 10_000, ..voice::DETAIL }, set));
    let split = if address.is_right(&sheet) { sheet.left } else { sheet.text_left + mm(72) };
    let measure = if address.is_right(&sheet) { address.left - mm(8) - split } else { sheet.right - split };
    let mut beside = vec![Block::Gap(mm(5))];
    beside.extend(labelled(writer, facts, split, measure));
    writer.columns(vec![window, beside], 0);
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

/// The title of a paper, over the whole width.
pub(super) fn title(writer: &mut Writer, words: &str, before: Mil) {
    let sheet = writer.sheet;
    let set = Set { before, keep_next: true, ..lines(sheet.left, sheet.full(), pt(27)) };
    writer.set(Role::Title, vec![Span::new(words, voice::TITLE)], set);
}

/// The subject of a letter and its greeting.
pub(super) fn subject(writer: &mut Writer, subject: String, greeting: String) {
    let sheet = writer.sheet;
    let set = Set { before: pt(15), keep_next: true, ..lines(sheet.text_left, sheet.measure(), pt(16)) };
    writer.set(Role::Title, vec![Span::sentence(subject, voice::SUBJECT)], set);
    writer.lead_in(vec![Span::sentence(greeting, voice::TEXT)], pt(7));
}

/// How the reader of a letter is greeted.
pub(super) fn greeting(manner: Manner, greeting: &str, reader: &Party) -> String {
    (SHARED.of(manner.language()).dear)(&isolated(greeting), &isolated(&reader.name))
}

/// How to reach the writer, as it follows "please": `write to … or call …`.
pub(super) fn reach(manner: Manner, party: &Party) -> String {
    let phone = isolated(&party.phone).replace(' ', "\u{A0}");
    (SHARED.of(manner.language()).reach)(&isolated(&party.email), &phone)
}

/// A running paragraph of ours.
pub(super) fn say(writer: &mut Writer, sentence: &str, before: Mil) {
    writer.paragraph(spans(sentence), before);
}

/// A running paragraph of ours that stays with what follows it.
pub(super) fn lead_in(writer: &mut Writer, sentence: &str, before: Mil) {
    writer.lead_in(spans(sentence), before);
}

/// A label hanging before its value, both within a column.
fn detail(writer: &mut Writer, label: &str, value: &str, before: Mil, measure: Mil) -> Block {
    let (left, wide, gap) = (writer.sheet.text_left, mm(32), mm(3));
    let label = vec![Span::new(label, voice::LABEL)];
    let label = writer.text(Role::Paragraph, label, lines(left, wide, 13_000));
    let set = lines(left + wide + gap, measure - wide - gap, 13_000);
    let value = writer.text(Role::Paragraph, vec![Span::new(value, voice::DETAIL)], set);
    Block::Columns { columns: vec![vec![label], vec![value]], before }
}

/// Labels hanging before their values, below each other; empty values are left out.
pub(super) fn detail_lines(writer: &mut Writer, facts: &[(&str, String)], before: Mil) {
    let measure = writer.sheet.measure();
    let known = facts.iter().filter(|(_, value)| !value.trim().is_empty());
    for (at, (label, value)) in known.enumerate() {
        let row = detail(writer, label, value, if at == 0 { before } else { pt(3) }, measure);
        if at > 0 {
            writer.keep();
        }
        writer.put(row);
    }
}

/// Where and how to pay, below a sentence that leads in; a payment code stands beside it.
pub(super) fn how_to_pay(writer: &mut Writer, manner: Manner, pay: &HowToPay, payee: &str) {
    let words = SHARED.of(manner.language());
    let sheet = writer.sheet;
    // As wide as a telephone needs it, and never so wide that the details have no room.
    let code_width = pay.code.as_ref().map_or(0, |code| readable_side(&code.drawing).min(mm(56)));
    // Below it the caption has room for a few words a line.
    let beside = if code_width > 0 { code_width.max(mm(34)) } else { 0 };
    let measure = sheet.measure() - if beside > 0 { beside + mm(4) } else { 0 };
    let mut details = vec![(words.payee, payee)];
    details.extend(pay.details.iter().map(|(label, value)| (label.as_str(), value.as_str())));
    details.extend([(words.reference, pay.reference.as_str()), (words.pay_on_line, pay.link.as_str())]);
    details.retain(|(_, value)| !value.trim().is_empty());
    let rows = |writer: &mut Writer, before: Mil| -> Vec<Block> {
        details
            .iter()
            .enumerate()
            .map(|(at, (label, value))| {
                detail(writer, label, value, if at == 0 { before } else { 0 }, measure)
            })
            .collect()
    };
    let Some(code) = &pay.code else {
        for row in rows(writer, pt(5)) {
            writer.keep();
            writer.put(row);
        }
        return;
    };
    let details = rows(writer, 0);
    let left = sheet.right - beside;
    let drawing = writer.drawing(code.drawing.clone(), left, code_width, code_width);
    let caption = vec![Span::new(&code.caption, voice::SMALL)];
    let set = Set { before: pt(1), ..lines(left, beside, pt(10)) };
    let caption = writer.text(Role::Paragraph, caption, set);
    writer.keep();
    writer.columns(vec![details, vec![drawing, caption]], pt(7));
}

/// The end of a letter: a last sentence, the close, who signs, what is enclosed. It never stands on a page
/// without the words before it.
pub(super) struct Closing<'a> {
    pub(super) last_words: &'a str,
    pub(super) close: &'a str,
    pub(super) signatory: &'a Signatory,
    pub(super) firm: &'a Party,
    pub(super) enclosures: &'a [String],
}

impl Closing<'_> {
    pub(super) fn set(&self, writer: &mut Writer, manner: Manner) {
        writer.keep();
        writer.end_section();
        let sheet = writer.sheet;
        if !self.last_words.is_empty() {
            lead_in(writer, self.last_words, pt(13));
        }
        let plain = Set { keep_next: true, ..lines(sheet.text_left, sheet.measure(), 14_500) };
        let mut put = |text: &str, style, before, keep_next| {
            if !text.trim().is_empty() {
                let set = Set { before, keep_next, ..plain };
                writer.set(Role::Paragraph, vec![Span::new(text, style)], set);
            }
        };
        put(self.close, voice::TEXT, pt(9), true);
        let alone = self.signatory.name.trim().is_empty();
        let (name, firm) =
            if alone { (&self.firm.name, "") } else { (&self.signatory.name, self.firm.name.as_str()) };
        put(name, voice::STRONG, mm(10), true);
        put(&self.signatory.role, voice::TEXT, 0, true);
        put(firm, voice::TEXT, 0, false);
        if !self.enclosures.is_empty() {
            let enclosed = (SHARED.of(manner.language()).enclosed)(&manner.listed(self.enclosures));
            put(&enclosed, voice::SMALL, pt(10), false);
        }
    }
}

/// A note at the very end, in small print.
pub(super) fn small_print(writer: &mut Writer, text: &str) {
    let sheet = writer.sheet;
    let set = Set { before: pt(14), ..lines(sheet.left, sheet.full(), pt(11)) };
    writer.set(Role::Paragraph, vec![Span::new(text, voice::SMALL)], set);
}
