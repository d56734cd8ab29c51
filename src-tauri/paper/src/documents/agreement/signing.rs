//! Signatures: who signed how and when, and the places their marks stand in.

use super::super::stationery::lines;
use super::super::words::styled;
use super::{PlanAgreement, Signatory};
use crate::drawing::Drawing;
use crate::flow::{Block, Writer, voice};
use crate::logo::Logo;
use crate::party::Party;
use crate::text::{Span, Style, clean};
use crate::tree::Role;
use crate::unit::{Mil, mm, pt};
use chrono::{DateTime, FixedOffset};
use goodterms_terms::Day;

/// The signatures of an agreement and what its certificate page says about them.
#[derive(Debug, Clone)]
pub struct Signing {
    /// The business's signature.
    pub creditor: Option<Signature>,
    /// The client's signature.
    pub debtor: Option<Signature>,
    /// SHA-256 of the same version before anybody signed, as hexadecimal digits.
    pub unsigned_sha256: String,
    /// The fingerprint of the key the business seals the file with, as it is shown; empty without a seal.
    pub key_fingerprint: String,
}

/// A signature of one party.
#[derive(Debug, Clone)]
pub struct Signature {
    /// Who signed.
    pub by: Signatory,
    /// How.
    pub how: How,
    /// When it was made, or recorded if it is in a copy, by the clock of the place.
    pub at: DateTime<FixedOffset>,
}

/// How a person signed.
#[derive(Debug, Clone)]
pub enum How {
    /// On the screen, by hand: see [`super::drawn`].
    Drawn(Drawing),
    /// By typing the name: see [`super::typed`].
    Typed(Drawing),
    /// With a picture of a signature; what is transparent in it stays paper.
    Image(Logo),
    /// By hand on a printed copy, which came back.
    OnPaper(ReturnedCopy),
    /// In another program, in a copy of the file, which came back.
    Elsewhere(ReturnedCopy),
}

/// The copy that bears a signature.
#[derive(Debug, Clone)]
pub struct ReturnedCopy {
    /// The name of the file that came back.
    pub file: String,
    /// Its SHA-256, as hexadecimal digits.
    pub sha256: String,
    /// The day the signature bears.
    pub signed_on: Day,
}

impl Signature {
    /// The copy that bears it, if it was not made on the screen.
    pub(super) fn copy(&self) -> Option<&ReturnedCopy> {
        match &self.how {
            How::OnPaper(copy) | How::Elsewhere(copy) => Some(copy),
            How::Drawn(_) | How::Typed(_) | How::Image(_) => None,
        }
    }
}

/// The names of the two digital signatures in the file.
const FIELDS: [&str; 2] = ["business", "client"];
/// How high a mark may be.
const MARK: Mil = mm(15);

/// One party's place to sign.
struct Place<'a> {
    party: &'a Party,
    signatory: &'a Signatory,
    signature: Option<&'a Signature>,
    field: &'static str,
    field_says: &'static str,
    label: &'static str,
    left: Mil,
    measure: Mil,
}

impl PlanAgreement {
    /// Both signatures, never on a page by themselves.
    pub(super) fn signatures(&self, writer: &mut Writer) {
        let (sheet, words) = (writer.sheet, self.words());
        writer.keep();
        writer.side(words.signatures);
        writer.lead_in(styled(words.consent, voice::CONSENT, voice::CONSENT), pt(18));
        let gap = mm(10);
        let measure = (sheet.full() - gap) / 2;
        let given = self.signing.as_ref();
        let place = |at: usize, party, signatory, signature| Place {
            party,
            signatory,
            signature,
            field: if at == 0 { FIELDS[0] } else { FIELDS[1] },
            field_says: if at == 0 { words.fields[0] } else { words.fields[1] },
            label: if at == 0 { words.signing_for[0] } else { words.signing_for[1] },
            left: if at == 0 { sheet.left } else { sheet.left + measure + gap },
            measure,
        };
        let places = [
            place(0, &self.creditor, &self.creditor_signatory, given.and_then(|g| g.creditor.as_ref())),
            place(1, &self.debtor, &self.debtor_signatory, given.and_then(|g| g.debtor.as_ref())),
        ];
        // Names first, so that the places to sign are level whatever the names are.
        let names = places.iter().map(|place| place.heading(writer)).collect();
        writer.columns(names, pt(12));
        writer.keep();
        let blocks = places.iter().map(|place| self.signed(writer, place)).collect();
        writer.columns(blocks, 0);
    }

    fn signed(&self, writer: &mut Writer, place: &Place<'_>) -> Vec<Block> {
        let words = self.words();
        let Place { left, measure, .. } = *place;
        let signatory = place.signature.map_or(place.signatory, |signature| &signature.by);
        let mut blocks = vec![writer.field(place.field, place.field_says, left, measure, MARK)];
        if let Some(signature) = place.signature {
            // The mark stands where the field is, on the rule below it.
            let (mark, height) = self.mark(writer, signature, left, measure);
            blocks.extend([Block::Gap(-height), mark]);
        }
        blocks.push(Block::Rule { left, length: measure, thickness: 500, grey: 0, before: 0 });
        blocks.push(Block::Gap(pt(2)));
        blocks.push(place.line(writer, words.signature, voice::LABEL, pt(11)));
        let date = place.signature.map(|signature| match signature.copy() {
            Some(copy) => self.manner.day(copy.signed_on),
            None => self.manner.moment(&signature.at),
        });
        let date = date.unwrap_or_default();
        for (known, label) in
            [(&signatory.name, words.name), (&signatory.role, words.capacity), (&date, words.date)]
        {
            // What is known stands on the rule, what is not is left to the pen; both are equally high.
            let is_known = !known.trim().is_empty();
            blocks.push(Block::Gap(if is_known { mm(9) - pt(14) } else { mm(9) }));
            if is_known {
                blocks.push(place.line(writer, known, voice::DETAIL, pt(13)));
            }
            let before = if is_known { pt(1) } else { 0 };
            blocks.push(Block::Rule { left, length: measure, thickness: 300, grey: 0, before });
            blocks.push(Block::Gap(pt(2)));
            blocks.push(place.line(writer, label, voice::LABEL, pt(11)));
        }
        blocks
    }

    /// The mark of a signature, and how high it is.
    fn mark(&self, writer: &mut Writer, signature: &Signature, left: Mil, measure: Mil) -> (Block, Mil) {
        let words = self.words();
        match &signature.how {
            How::Drawn(drawing) | How::Typed(drawing) => {
                let (_, height) = drawing.fitted(measure, MARK);
                let alt = (words.mark_of)(&clean(&signature.by.name));
                let drawing = Drawing { alt, ..drawing.clone() };
                (writer.drawing(drawing, left, measure, MARK), height)
            }
            How::Image(picture) => {
                let (_, height) = picture.fitted(measure, MARK);
                let alt = (words.mark_of)(&clean(&signature.by.name));
                (writer.picture(picture, alt, left, measure, MARK), height)
            }
            How::OnPaper(_) => self.in_copy(writer, words.on_paper, left, measure),
            How::Elsewhere(_) => self.in_copy(writer, words.elsewhere, left, measure),
        }
    }

    /// Where else a signature is, in place of its mark.
    fn in_copy(&self, writer: &mut Writer, said: &str, left: Mil, measure: Mil) -> (Block, Mil) {
        let set = lines(left, measure, pt(14));
        (writer.text(Role::Paragraph, vec![Span::new(said, voice::DETAIL)], set), pt(14))
    }
}

impl Place<'_> {
    fn line(&self, writer: &mut Writer, words: &str, style: Style, leading: Mil) -> Block {
        let set = lines(self.left, self.measure, leading);
        writer.text(Role::Paragraph, vec![Span::new(words, style)], set)
    }

    fn heading(&self, writer: &mut Writer) -> Vec<Block> {
        vec![
            self.line(writer, self.label, voice::LABEL, pt(11)),
            self.line(writer, &self.party.name, voice::NAME, 15_500),
        ]
    }
}
