//! The recovery sheet: the words that open a book when nothing else does, on paper and nowhere else.

mod words;

use super::stationery::{fact_strip, lead_in, lines, say, title};
use crate::document::{Document, Facts};
use crate::flow::{Block, Furniture, Writer, voice};
use crate::manner::Manner;
use crate::text::{Span, Style, clean, isolated};
use crate::tree::Role;
use crate::unit::{Mil, mm, pt};
use goodterms_terms::Day;
use words::{WORDS, Words};

/// A recovery sheet. It says what opens which book and no more: no business, no address, no place of the file.
///
/// The words stand in the pages that are drawn from it: keep neither longer than it takes to print them.
#[derive(Clone)]
pub struct RecoverySheet {
    /// Paper and language.
    pub manner: Manner,
    /// The name of the book.
    pub book: String,
    /// The day the words were made.
    pub made_on: Day,
    /// The words in their order; when there are none, the sheet has 24 empty places for a pen.
    pub words: Vec<String>,
}

impl std::fmt::Debug for RecoverySheet {
    /// Never the words.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("RecoverySheet")
            .field("book", &self.book)
            .field("made_on", &self.made_on)
            .finish_non_exhaustive()
    }
}

/// How many words there are when they are to be written by hand, and how many stand beside each other.
const USUAL: usize = 24;
const ACROSS: usize = 4;
const WORD: Style = Style { size: 12_000, ..voice::STRONG };

impl RecoverySheet {
    fn words(&self) -> &'static Words {
        WORDS.of(self.manner.language())
    }

    /// Lays the sheet out.
    pub fn document(&self) -> Document {
        let (manner, words) = (self.manner, self.words());
        let mut writer = Writer::of(manner);
        title(&mut writer, words.title, pt(4));
        writer.rule(pt(9), 900, 0);
        let facts = [(words.book, isolated(&self.book)), (words.made_on, manner.day(self.made_on))];
        fact_strip(&mut writer, &facts, pt(7));
        writer.section();
        say(&mut writer, words.opens, pt(16));
        writer.side(words.the_words);
        lead_in(&mut writer, if self.words.is_empty() { words.write } else { words.in_order }, pt(16));
        self.grid(&mut writer);
        writer.side(words.keep);
        for (at, sentence) in words.keeping.iter().enumerate() {
            say(&mut writer, sentence, if at == 0 { pt(20) } else { pt(5) });
        }
        writer.side(words.use_them);
        say(&mut writer, words.using, pt(14));
        self.notes(&mut writer);
        let furniture = Furniture {
            head: (words.title.into(), isolated(&self.book)),
            foot: (isolated(&self.book), manner.day(self.made_on)),
            folds: false,
            language: manner.language(),
        };
        let facts = Facts {
            title: (words.file_title)(&clean(&self.book)),
            author: String::new(),
            subject: words.title.to_owned(),
            language: manner.locale.tag(),
            day: self.made_on,
        };
        writer.finish(facts, &furniture)
    }

    /// The words with their numbers, read across, each on a rule.
    fn grid(&self, writer: &mut Writer) {
        let sheet = writer.sheet;
        let gap = mm(6);
        let across = i32::try_from(ACROSS).unwrap_or(1);
        let each = (sheet.full() - gap * (across - 1)) / across;
        let places: Vec<&str> = if self.words.is_empty() {
            vec![""; USUAL]
        } else {
            self.words.iter().map(String::as_str).collect()
        };
        for (row, words) in places.chunks(ACROSS).enumerate() {
            let mut left = sheet.left;
            let mut columns = Vec::new();
            for (at, word) in words.iter().enumerate() {
                columns.push(place(writer, row * ACROSS + at + 1, word, left, each));
                left += each + gap;
            }
            writer.keep();
            writer.columns(columns, if row == 0 { pt(14) } else { pt(11) });
        }
    }

    /// Room for a pen.
    fn notes(&self, writer: &mut Writer) {
        let sheet = writer.sheet;
        writer.side(self.words().notes);
        say(writer, self.words().noting, pt(14));
        for at in 0..3 {
            writer.keep();
            writer.put(Block::Rule {
                left: sheet.text_left,
                length: sheet.measure(),
                thickness: 300,
                grey: 40,
                before: if at == 0 { mm(9) } else { mm(8) },
            });
        }
    }
}

/// A number, and its word on a rule.
fn place(writer: &mut Writer, number: usize, word: &str, left: Mil, wide: Mil) -> Vec<Block> {
    let spans = vec![Span::new(&format!("{number}."), voice::LABEL), Span::new("\u{2002}", voice::LABEL)];
    let word = Span::new(word.trim(), WORD);
    let spans = spans.into_iter().chain((!word.text.is_empty()).then_some(word)).collect();
    vec![
        writer.text(Role::Paragraph, spans, lines(left, wide, pt(17))),
        Block::Rule { left, length: wide, thickness: 300, grey: 40, before: pt(1) },
    ]
}
