//! The Swiss payment slip: receipt and payment part, 210 by 105 mm at the foot of a page of its own.
//!
//! All places, sizes and words are those of SIX: Style Guide QR-bill, and Implementation Guidelines QR-bill 2.3,
//! chapter 3 and annex C.

mod words;

use super::{SwissBill, SwissParty, Unfit};
use crate::document::Document;
use crate::drawing::{Drawing, Step, rectangle};
use crate::flow::{Block, Leaf, Set, Writer};
use crate::fonts::Face;
use crate::text::{Align, Span, Style};
use crate::tree::Role;
use crate::unit::{Mil, mm, pt, tenth_mm};
pub use words::SlipLanguage;
use words::Words;

/// The slip lies at the foot of a sheet of A4.
const PAGE: (Mil, Mil) = (mm(210), mm(297));
const TOP: Mil = mm(297 - 105);
/// The payment part begins here, right of the receipt.
const PART: Mil = mm(62);

/// What a part of the slip says, and how large: headings and values.
#[derive(Clone, Copy)]
struct Voice {
    heading: Style,
    value: Style,
    leading: Mil,
    left: Mil,
    measure: Mil,
}

const fn style(face: Face, size: Mil) -> Style {
    Style { face, size, grey: 0, tabular: false, within: None }
}

const TITLE: Style = style(Face::SlipBold, pt(11));
const RECEIPT: Voice = Voice {
    heading: style(Face::SlipBold, pt(6)),
    value: style(Face::Slip, pt(8)),
    leading: pt(9),
    left: mm(5),
    measure: mm(52),
};
const PAYMENT: Voice = Voice {
    heading: style(Face::SlipBold, pt(8)),
    value: style(Face::Slip, pt(10)),
    leading: pt(11),
    left: mm(118),
    measure: mm(87),
};

/// A bill that was checked, with its texts as they are printed.
struct Slip<'a> {
    bill: &'a SwissBill,
    words: &'static Words,
    account: Vec<String>,
    reference: String,
    code: Drawing,
}

impl Document {
    /// The same document with a last page more: the payment slip of a Swiss QR-bill, at the foot of a sheet of
    /// A4, as banks and post offices read it.
    ///
    /// # Errors
    /// What the scheme does not allow.
    pub fn with_swiss_bill(self, bill: &SwissBill, language: SlipLanguage) -> Result<Self, Unfit> {
        let mut writer = Writer::after(&self);
        add(&mut writer, bill, language)?;
        Ok(writer.append_to(self))
    }
}

fn add(writer: &mut Writer, bill: &SwissBill, language: SlipLanguage) -> Result<(), Unfit> {
    let words = language.words();
    let (kind, reference) = bill.marked()?;
    let slip = Slip {
        bill,
        words,
        account: [vec![grouped(&bill.account()?)], lines_of(&bill.creditor)].concat(),
        reference: if kind == "QRR" { grouped_right(&reference) } else { grouped(&reference) },
        code: bill.code(words.code)?,
    };
    writer.section();
    writer.in_language(language.tag());
    let mut groups = slip.receipt(writer);
    groups.extend(slip.payment(writer));
    groups.push((TOP, separation(writer, words)));
    writer.end_section();
    writer.put(Block::Leaf(Leaf { size: PAGE, groups }));
    Ok(())
}

type Groups = Vec<(Mil, Vec<Block>)>;

impl Slip<'_> {
    fn receipt(&self, writer: &mut Writer) -> Groups {
        let (words, voice) = (self.words, RECEIPT);
        let title = title(writer, words.receipt, voice.left);
        let mut facts = Vec::new();
        said(writer, voice, words.account, &self.account, &mut facts);
        if !self.reference.is_empty() {
            said(writer, voice, words.reference, std::slice::from_ref(&self.reference), &mut facts);
        }
        self.payer(writer, voice, (mm(52), mm(20)), &mut facts);
        let amount = self.amount(writer, voice, mm(5), mm(17), (mm(27), mm(30), mm(10)));
        let point = Set { align: Align::Right, ..set(voice, pt(8)) };
        let point = vec![text(writer, words.acceptance_point, voice.heading, point)];
        let mut groups = vec![(TOP + mm(5), title), (TOP + mm(12), facts), (TOP + mm(82), point)];
        groups.extend(amount);
        groups
    }

    fn payment(&self, writer: &mut Writer) -> Groups {
        let (words, voice) = (self.words, PAYMENT);
        let title = title(writer, words.payment_part, PART + mm(5));
        let code = writer.drawing(self.code.clone(), PART + mm(5), mm(46), mm(46));
        let mut facts = Vec::new();
        said(writer, voice, words.account, &self.account, &mut facts);
        if !self.reference.is_empty() {
            said(writer, voice, words.reference, std::slice::from_ref(&self.reference), &mut facts);
        }
        let further: Vec<String> = [&self.bill.message, &self.bill.billing]
            .into_iter()
            .map(|text| text.trim().to_owned())
            .filter(|text| !text.is_empty())
            .collect();
        if !further.is_empty() {
            said(writer, voice, words.additional, &further, &mut facts);
        }
        self.payer(writer, voice, (mm(65), mm(25)), &mut facts);
        let amount = self.amount(writer, voice, PART + mm(5), PART + mm(22), (PART + mm(15), mm(40), mm(15)));
        let mut groups = vec![(TOP + mm(5), title), (TOP + mm(17), vec![code]), (TOP + mm(5), facts)];
        groups.extend(amount);
        let small = Set { left: PART + mm(5), measure: mm(138), leading: pt(8), ..set(voice, pt(8)) };
        let procedures = self.bill.procedures.iter();
        let procedures =
            procedures.map(|procedure| text(writer, procedure, style(Face::Slip, pt(7)), small)).collect();
        groups.push((TOP + mm(90), procedures));
        groups
    }

    /// Who pays, or room to write it.
    fn payer(&self, writer: &mut Writer, voice: Voice, room: (Mil, Mil), to: &mut Vec<Block>) {
        match &self.bill.debtor {
            Some(debtor) => said(writer, voice, self.words.payable_by, &lines_of(debtor), to),
            None => {
                said(writer, voice, self.words.payable_by_whom, &[], to);
                to.push(Block::Gap(pt(1)));
                to.push(writer.drawing(corners(room), voice.left, room.0, room.1));
            }
        }
    }

    /// Currency and amount below their headings, or room to write the amount.
    fn amount(
        &self,
        writer: &mut Writer,
        voice: Voice,
        currency_left: Mil,
        amount_left: Mil,
        (room_left, wide, high): (Mil, Mil, Mil),
    ) -> Groups {
        let mut column = |heading: &str, value: Option<&str>, left: Mil| {
            let place = Set { left, measure: mm(30), ..set(voice, voice.leading) };
            let mut blocks = vec![text(writer, heading, voice.heading, place)];
            blocks.extend(value.map(|value| text(writer, value, voice.value, place)));
            blocks
        };
        let amount = self.bill.amount.map(|amount| spaced(&amount.to_string()));
        let mut groups = vec![
            (TOP + mm(68), column(self.words.currency, Some(self.bill.currency.code()), currency_left)),
            (TOP + mm(68), column(self.words.amount, amount.as_deref(), amount_left)),
        ];
        if amount.is_none() {
            let below = if voice.left == RECEIPT.left { mm(68) } else { mm(72) };
            groups.push((TOP + below, vec![writer.drawing(corners((wide, high)), room_left, wide, high)]));
        }
        groups
    }
}

fn set(voice: Voice, leading: Mil) -> Set {
    Set {
        left: voice.left,
        measure: voice.measure,
        leading,
        before: 0,
        align: Align::Left,
        divide: false,
        keep_next: false,
    }
}

fn text(writer: &mut Writer, words: &str, style: Style, set: Set) -> Block {
    writer.text(Role::Paragraph, vec![Span::new(words, style)], set)
}

fn title(writer: &mut Writer, words: &str, left: Mil) -> Vec<Block> {
    let place = Set { left, measure: mm(51), ..set(PAYMENT, pt(13)) };
    // Heads of a section want a title above them, which some letters do without.
    let titled = writer.tree.nodes().iter().any(|node| node.role == Role::Title);
    let role = if titled { Role::Heading } else { Role::Paragraph };
    vec![writer.text(role, vec![Span::new(words, TITLE)], place)]
}

/// A heading with the lines below it, and an empty line between it and what stands above.
fn said(writer: &mut Writer, voice: Voice, heading: &str, lines: &[String], to: &mut Vec<Block>) {
    let before = if to.is_empty() { 0 } else { voice.leading };
    to.push(text(writer, heading, voice.heading, Set { before, ..set(voice, voice.leading) }));
    for line in lines {
        to.push(text(writer, line, voice.value, set(voice, voice.leading)));
    }
}

/// Name, street with number, postal code with town; the country when it is not Switzerland or Liechtenstein.
fn lines_of(party: &SwissParty) -> Vec<String> {
    let country = party.country.trim().to_ascii_uppercase();
    let abroad = if matches!(country.as_str(), "CH" | "LI") { String::new() } else { format!("{country}-") };
    let street = format!("{} {}", party.street.trim(), party.number.trim());
    let town = format!("{abroad}{} {}", party.postcode.trim(), party.town.trim());
    [party.name.trim(), street.trim(), town.trim()]
        .into_iter()
        .filter(|line| !line.is_empty())
        .map(str::to_owned)
        .collect()
}

/// In groups of four, from the left.
fn grouped(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    chars.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

/// Two digits, then groups of five: how a QR reference is written.
fn grouped_right(text: &str) -> String {
    let chars: Vec<char> = text.chars().rev().collect();
    let reversed =
        chars.chunks(5).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join(" ");
    reversed.chars().rev().collect()
}

/// Thousands apart by a space, as the guidelines want: `2 500.25`.
fn spaced(amount: &str) -> String {
    let (whole, rest) = amount.split_once('.').unwrap_or((amount, "00"));
    let digits: Vec<char> = whole.chars().rev().collect();
    let apart: String =
        digits.chunks(3).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join(" ");
    format!("{}.{rest}", apart.chars().rev().collect::<String>())
}

/// The corners of a field that is filled in by hand: 3 mm long, 0.75 points thick.
fn corners((wide, high): (Mil, Mil)) -> Drawing {
    let mut drawing = Drawing::new(wide, high, "");
    let (arm, pen, half) = (mm(3), 750, 375);
    for (x, to_x) in [(half, arm), (wide - half, wide - arm)] {
        for (y, to_y) in [(half, arm), (high - half, high - arm)] {
            drawing.stroke(pen, 0, vec![Step::Move(to_x, y), Step::Line(x, y), Step::Line(x, to_y)]);
        }
    }
    drawing
}

/// The lines to cut along, with scissors, and the words above them.
fn separation(writer: &mut Writer, words: &Words) -> Vec<Block> {
    let mut lines = Drawing::new(PAGE.0, mm(105), "");
    let thin = 300;
    lines.fill(0, rectangle(0, 0, PAGE.0, thin));
    lines.fill(0, rectangle(PART - thin / 2, 0, thin, mm(105)));
    scissors(&mut lines, (mm(105), 0), false);
    scissors(&mut lines, (PART, mm(12)), true);
    let place = Set { left: mm(5), measure: mm(90), before: -mm(4), ..set(RECEIPT, mm(4)) };
    vec![
        text(writer, words.separate, style(Face::Slip, pt(7)), place),
        writer.drawing(lines, 0, PAGE.0, mm(105)),
    ]
}

/// A pair of scissors, 5 mm long, its tips pointing right, or down.
fn scissors(drawing: &mut Drawing, at: (Mil, Mil), down: bool) {
    let unit = |tenths: i32| tenth_mm(tenths);
    let place = |(along, across): (i32, i32)| {
        let (along, across) = (unit(along), unit(across));
        if down { (at.0 + across, at.1 + along) } else { (at.0 + along, at.1 + across) }
    };
    let line = |points: &[(i32, i32)]| {
        points
            .iter()
            .enumerate()
            .map(|(number, point)| {
                let (x, y) = place(*point);
                if number == 0 { Step::Move(x, y) } else { Step::Line(x, y) }
            })
            .collect::<Vec<_>>()
    };
    for side in [1, -1] {
        drawing.stroke(500, 0, line(&[(14, 5 * side), (50, -7 * side)]));
        // A ring for the finger: four quarters of a circle.
        let (cx, cy, radius, pull) = (8, 8 * side, 6, 3);
        let quarter =
            |a: (i32, i32), b: (i32, i32), c: (i32, i32)| Step::Cubic([place(a), place(b), place(c)]);
        let start = place((cx + radius, cy));
        drawing.stroke(
            500,
            0,
            vec![
                Step::Move(start.0, start.1),
                quarter((cx + radius, cy + pull), (cx + pull, cy + radius), (cx, cy + radius)),
                quarter((cx - pull, cy + radius), (cx - radius, cy + pull), (cx - radius, cy)),
                quarter((cx - radius, cy - pull), (cx - pull, cy - radius), (cx, cy - radius)),
                quarter((cx + pull, cy - radius), (cx + radius, cy - pull), (cx + radius, cy)),
                Step::Close,
            ],
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_in_the_groups_of_the_guidelines() {
        assert_eq!(grouped("CH4431999123000889012"), "CH44 3199 9123 0008 8901 2");
        assert_eq!(grouped("RF18539007547034"), "RF18 5390 0754 7034");
        assert_eq!(grouped_right("210000000003139471430009017"), "21 00000 00003 13947 14300 09017");
        assert_eq!(spaced("1949.75"), "1 949.75");
        assert_eq!(spaced("1234567.00"), "1 234 567.00");
        assert_eq!(spaced("50.00"), "50.00");
    }
}
