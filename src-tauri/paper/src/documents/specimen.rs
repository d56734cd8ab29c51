//! A test page for any name: how it looks in every face and size our papers use, and what no face can show.

mod words;

use super::stationery::{Cells, lead_in, lines, say, single, title};
use crate::document::{Document, Facts};
use crate::flow::{Furniture, Kind, RowKind, Set, Width, Writer, voice};
use crate::manner::Manner;
use crate::text::{Case, Paragraph, Span, Style, clean, isolated};
use crate::tree::Role;
use crate::unit::pt;
use goodterms_terms::Day;
use std::collections::BTreeSet;
use words::WORDS;

/// A test page for a name.
#[derive(Debug, Clone)]
pub struct Specimen {
    /// Paper and language.
    pub manner: Manner,
    /// The name, or any other words.
    pub name: String,
    /// The day of the page.
    pub date: Day,
}

impl Specimen {
    /// Lays the page out.
    pub fn document(&self) -> Document {
        let words = WORDS.of(self.manner.language());
        let mut writer = Writer::of(self.manner);
        title(&mut writer, words.title, pt(4));
        writer.rule(pt(9), 900, 0);
        writer.section();
        say(&mut writer, words.lead, pt(9));
        for (label, style) in words.voices.iter().zip(VOICES) {
            self.shown(&mut writer, label, style);
        }
        self.in_running_text(&mut writer, words.in_text);
        self.characters(&mut writer);
        let furniture = Furniture {
            head: (words.title.into(), isolated(&self.name)),
            foot: (self.manner.day(self.date), String::new()),
            folds: false,
            language: self.manner.language(),
        };
        let facts = Facts {
            title: (words.file_title)(&clean(&self.name)),
            author: String::new(),
            subject: words.title.to_owned(),
            language: self.manner.locale.tag(),
            day: self.date,
        };
        writer.finish(facts, &furniture)
    }

    fn shown(&self, writer: &mut Writer, label: &str, style: Style) {
        let sheet = writer.sheet;
        writer.side(label);
        let leading = style.size * 14 / 10;
        let set = Set { before: pt(9), ..lines(sheet.text_left, sheet.measure(), leading) };
        writer.set(Role::Paragraph, vec![Span::new(&self.name, style)], set);
    }

    fn in_running_text(&self, writer: &mut Writer, (label, sentence): (&str, fn(&str) -> String)) {
        writer.side(label);
        say(writer, &sentence(&isolated(&self.name)), pt(9));
    }

    /// Every character of the name, with its number, and whether it can be shown.
    fn characters(&self, writer: &mut Writer) {
        let words = WORDS.of(self.manner.language());
        let mut seen = BTreeSet::new();
        let name = clean(&self.name);
        let characters: Vec<char> = name.chars().filter(|c| !c.is_whitespace() && seen.insert(*c)).collect();
        // Shaping it asks every face in turn; what is left over has none.
        let mut case = Case::default();
        let _shaped = Paragraph::new(&[Span::new(&name, voice::TEXT)], &mut case);
        let missing = case.missing;
        writer.side(words.characters);
        if missing.is_empty() {
            say(writer, words.all_there, pt(12));
            return;
        }
        lead_in(writer, &(words.not_there)(missing.len()), pt(12));
        let rows: Vec<(RowKind, Cells)> = characters
            .iter()
            .filter(|c| missing.contains(c))
            .map(|c| (RowKind::Body, single([c.to_string(), format!("U+{:04X}", u32::from(*c))])))
            .collect();
        writer.table(Width::Text, &[(words.character, Kind::Words), (words.number, Kind::Figures)], rows);
    }
}

/// Every voice a name can have on our papers, in the order of their labels.
const VOICES: [Style; 11] = [
    voice::TITLE,
    voice::LETTERHEAD,
    voice::SUBJECT,
    voice::NAME,
    voice::TEXT,
    voice::STRONG,
    voice::CONSENT,
    voice::DETAIL,
    voice::ROW_STRONG,
    voice::SMALL,
    Style { face: crate::fonts::Face::Script, size: 26_000, ..voice::TEXT },
];
