//! What stands on every page besides the text: running heads, feet, fold marks.

use super::page::{Mark, Page, What};
use super::sheet::Sheet;
use crate::fonts::Face;
use crate::text::{Align, Paragraph, Setting, Span, Style};
use crate::unit::{Mil, mm, pt};
use std::collections::BTreeSet;
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
}

const SMALL: Style = Style { face: Face::Sans, size: 7_600, grey: 38, tabular: true };

impl Furniture {
    /// Sets the furniture on finished pages.
    pub(crate) fn set(&self, pages: &mut [Page], sheet: &Sheet, missing: &mut BTreeSet<char>) {
        let count = pages.len();
        for (at, page) in pages.iter_mut().enumerate() {
            let mut marks = Vec::new();
            if at > 0 {
                let half = sheet.full() / 2 - pt(6);
                put(&mut marks, &self.head.0, sheet.left, half, sheet.head_line, Align::Left, missing);
                put(
                    &mut marks,
                    &self.head.1,
                    sheet.right - half,
                    half,
                    sheet.head_line,
                    Align::Right,
                    missing,
                );
                marks.push(hairline(sheet, sheet.head_line + mm(2)));
            }
            let number = format!("Page {} of {count}", at + 1);
            let side = mm(24);
            marks.push(hairline(sheet, sheet.foot_line - mm(5)));
            let (middle, rest) = (mm(62), sheet.full() - side - mm(62) - mm(6));
            put(&mut marks, &self.foot.0, sheet.left, rest, sheet.foot_line, Align::Left, missing);
            put(
                &mut marks,
                &self.foot.1,
                sheet.right - side - middle,
                middle,
                sheet.foot_line,
                Align::Right,
                missing,
            );
            put(&mut marks, &number, sheet.right - side, side, sheet.foot_line, Align::Right, missing);
            if self.folds && at == 0 {
                for fold in sheet.folds {
                    let what = What::Rule { length: mm(4), thickness: 250, grey: 55 };
                    marks.push(Mark { node: None, x: mm(5), y: fold, what });
                }
            }
            page.marks.append(&mut marks);
        }
    }
}

fn hairline(sheet: &Sheet, y: Mil) -> Mark {
    let what = What::Rule { length: sheet.full(), thickness: 300, grey: 62 };
    Mark { node: None, x: sheet.left, y, what }
}

/// Sets one line, shortened with an ellipsis when it is too long: the whole stands in the text.
fn put(
    marks: &mut Vec<Mark>,
    text: &str,
    x: Mil,
    measure: Mil,
    y: Mil,
    align: Align,
    missing: &mut BTreeSet<char>,
) {
    let mut shown = text.to_owned();
    let mut paragraph = Paragraph::new(&[Span::sentence(shown.clone(), SMALL)], missing);
    if paragraph.natural_width() > measure {
        let chars: Vec<char> = text.chars().take(160).collect();
        for keep in (0..chars.len()).rev() {
            shown = chars.iter().take(keep).collect::<String>().trim_end().to_owned() + "\u{2026}";
            paragraph = Paragraph::new(&[Span::sentence(shown.clone(), SMALL)], missing);
            if paragraph.natural_width() <= measure {
                break;
            }
        }
    }
    // Nothing in a foot is divided: its words are held together, and it was made to fit.
    let setting = Setting { measure, align, divide: false };
    for line in paragraph.lines(setting).into_iter().take(1) {
        for run in line.runs {
            marks.push(Mark { node: None, x: x + run.x, y, what: What::Text(Rc::new(run)) });
        }
    }
}
