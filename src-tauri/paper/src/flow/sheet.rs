//! The sheet and its margins.

use crate::manner::Paper;
use crate::unit::{Mil, mm, pt};

/// Where things stand on a sheet of paper.
///
/// Side-heads hang in a margin column at the left, text runs beside them in a measure of about 75
/// characters, tables take the whole width. The left edge is that of the address in a window envelope.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sheet {
    pub(crate) width: Mil,
    pub(crate) height: Mil,
    /// Left edge of side-heads, tables and addresses.
    pub(crate) left: Mil,
    /// Left edge of running text.
    pub(crate) text_left: Mil,
    /// Right edge of everything.
    pub(crate) right: Mil,
    /// Top of the body on the first page, and on the others.
    pub(crate) first_top: Mil,
    pub(crate) top: Mil,
    /// Bottom of the body.
    pub(crate) bottom: Mil,
    /// Baseline of the running head and of the foot.
    pub(crate) head_line: Mil,
    pub(crate) foot_line: Mil,
    /// Heights of the fold marks of a letter, if it is folded in three.
    pub(crate) folds: [Mil; 2],
}

impl Sheet {
    /// The sheet for a kind of paper.
    pub(crate) fn of(paper: Paper) -> Self {
        let (width, height, folds) = match paper {
            Paper::A4 => (mm(210), mm(297), [mm(105), mm(210)]),
            // Not thirds: a sheet so folded fills a No. 10 envelope and hardly slides in it.
            Paper::Letter => (pt(612), pt(792), [mm(100), mm(200)]),
        };
        Self {
            width,
            height,
            left: mm(25),
            text_left: mm(60),
            right: mm(188),
            first_top: mm(18),
            top: mm(30),
            bottom: height - mm(27),
            head_line: mm(18),
            foot_line: height - mm(16),
            folds,
        }
    }

    /// The measure of running text.
    pub(crate) const fn measure(&self) -> Mil {
        self.right - self.text_left
    }

    /// The whole width.
    pub(crate) const fn full(&self) -> Mil {
        self.right - self.left
    }
}
