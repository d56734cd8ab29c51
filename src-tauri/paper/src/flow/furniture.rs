//! What stands on every page besides the text: running heads, feet, fold marks.

use super::page::{Mark, Page, What};
use super::sheet::Sheet;
use crate::codes::qr;
use crate::fonts::Face;
use crate::mark::PageMark;
use crate::text::{Align, Case, Paragraph, Setting, Span, Style};
use crate::unit::{Mil, mm, pt, tenth_mm};
use goodterms_terms::agreement::Language;
use std::rc::Rc;

/// Page furniture. It is decoration to a screen reader: all of it also stands in the text.
///
/// Its words are sentences of ours: what comes from outside is isolated.
#[derive(Debug, Clone, Default)]
pub(crate) struct Furniture {
    /// At the head of every page but the first, left and right.
    pub(crate) head: (String, String),
    /// At the foot of every page, left and in the middle.
    pub(crate) foot: (String, String),
    /// A mark where a letter folds, on the first page.
    pub(crate) folds: bool,
    /// The language of the page numbers.
    pub(crate) language: Language,
}

const SMALL: Style = Style { face: Face::Sans, size: 7_600, grey: 38, tabular: true, within: None };

/// The room for page numbers, and for what stands in the middle of the foot.
const NUMBER: Mil = mm(24);
const MIDDLE: Mil = mm(62);

/// The side of the code: the largest that fits the corner below the text, its empty border included. A module of the
/// usual code is 0.6 mm, more than three dots of a scan at 150 dots an inch; only a very long reference makes it
/// smaller.
const CORNER: Mil = tenth_mm(225);
/// How far from the edges of the paper it ends.
const EDGE: Mil = mm(4);

impl Furniture {
    /// Sets the furniture on finished pages.
    pub(crate) fn set(&self, pages: &mut [Page], sheet: &Sheet, mark: Option<&PageMark>, case: &mut Case) {
        let half = sheet.full() / 2 - pt(6);
        // The foot ends before the code.
        let right = mark.map_or(sheet.right, |_| sheet.right.min(sheet.width - EDGE - CORNER));
        let rest = right - sheet.left - NUMBER - MIDDLE - mm(6);
        let mut fitted = |text: &str, x: Mil, measure: Mil, y: Mil, align: Align| {
            let setting = Setting { measure, align, divide: false };
            let paragraph = shortened(text, measure, case);
            // It was made to fit, so there is one line of it.
            let lines = paragraph.lines(setting).into_iter().take(1).flat_map(|line| line.runs);
            lines
                .map(|run| Mark { node: None, x: x + run.x, y, what: What::Text(Rc::new(run)) })
                .collect::<Vec<_>>()
        };
        let mut head = fitted(&self.head.0, sheet.left, half, sheet.head_line, Align::Left);
        head.extend(fitted(&self.head.1, sheet.right - half, half, sheet.head_line, Align::Right));
        head.push(hairline(sheet, sheet.right, sheet.head_line + mm(2)));
        let mut foot = vec![hairline(sheet, right, sheet.foot_line - mm(5))];
        foot.extend(fitted(&self.foot.0, sheet.left, rest, sheet.foot_line, Align::Left));
        let middle = right - NUMBER - MIDDLE;
        foot.extend(fitted(&self.foot.1, middle, MIDDLE, sheet.foot_line, Align::Right));

        let count = pages.iter().filter(|page| page.leaf.is_none()).count();
        for (at, page) in pages.iter_mut().filter(|page| page.leaf.is_none()).enumerate() {
            if at > 0 {
                page.marks.extend(head.iter().cloned());
            }
            page.marks.extend(foot.iter().cloned());
            let number = match self.language {
                Language::English => format!("Page {} of {count}", at + 1),
                Language::French => format!("Page {} sur {count}", at + 1),
            };
            page.marks.extend(fitted(&number, right - NUMBER, NUMBER, sheet.foot_line, Align::Right));
            page.marks.extend(mark.and_then(|mark| code(mark, at + 1, count, sheet)));
            if self.folds && at == 0 {
                for fold in sheet.folds {
                    let what = What::Rule { length: mm(4), thickness: 250, grey: 55 };
                    page.marks.push(Mark { node: None, x: mm(5), y: fold, what });
                }
            }
        }
    }
}

/// The code that names a page, in the corner where neither text nor foot reaches: so a page that was printed,
/// signed and scanned is known again. Its empty border may lie where printers cannot reach.
fn code(mark: &PageMark, page: usize, pages: usize, sheet: &Sheet) -> Option<Mark> {
    let number = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    let mark = PageMark { page: number(page), pages: number(pages), ..mark.clone() };
    let drawing =
        qr::drawn(&mark.to_string(), qr::Kind { largest: 20, quiet: true, swiss: false }, "").ok()?;
    let (x, y) = (sheet.width - EDGE - CORNER, sheet.height - EDGE - CORNER);
    let drawing = Rc::new(drawing);
    Some(Mark { node: None, x, y, what: What::Drawing { drawing, width: CORNER, height: CORNER } })
}

fn hairline(sheet: &Sheet, right: Mil, y: Mil) -> Mark {
    let what = What::Rule { length: right - sheet.left, thickness: 300, grey: 62 };
    Mark { node: None, x: sheet.left, y, what }
}

/// A line that fits, shortened with an ellipsis when it is too long: the whole stands in the text.
fn shortened(text: &str, measure: Mil, case: &mut Case) -> Paragraph {
    let whole = Paragraph::new(&[Span::sentence(text.to_owned(), SMALL)], case);
    if whole.natural_width() <= measure {
        return whole;
    }
    // Nothing narrower than a thin space fits more than so many characters.
    let chars: Vec<char> = text.chars().take(400).collect();
    let mut start_of = |kept: usize| {
        let start: String = chars.iter().take(kept).collect();
        Paragraph::new(&[Span::sentence(start.trim_end().to_owned() + "\u{2026}", SMALL)], case)
    };
    let (mut fits, mut too_long) = (0, chars.len());
    while fits + 1 < too_long {
        let middle = usize::midpoint(fits, too_long);
        if start_of(middle).natural_width() <= measure { fits = middle } else { too_long = middle }
    }
    start_of(fits)
}
