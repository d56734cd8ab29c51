//! Content streams: operators of PDF with whole-number lengths, written as short as they can be (ISO 32000-1,
//! annex A). Lengths are thousandths of a point, upwards.

use crate::drawing::{Drawing, Paint, Step};
use crate::unit::{Mil, decimal};

/// The operators of a page as they grow.
#[derive(Debug, Default)]
pub(super) struct Content {
    bytes: Vec<u8>,
    /// What one text operator will show: strings of glyphs, and steps back between them.
    shown: Vec<u8>,
    /// A string is open.
    within: bool,
}

impl Content {
    /// All that was written; nothing remains.
    pub(super) fn take(&mut self) -> Vec<u8> {
        std::mem::take(&mut self.bytes)
    }

    /// Operands and their operator.
    fn put(&mut self, operands: &[Mil], operator: &str) {
        for operand in operands {
            self.bytes.extend_from_slice(decimal(*operand).as_bytes());
            self.bytes.push(b' ');
        }
        self.line(operator);
    }

    fn line(&mut self, text: &str) {
        self.bytes.extend_from_slice(text.as_bytes());
        self.bytes.push(b'\n');
    }

    pub(super) fn begin_decoration(&mut self) {
        self.line("/Artifact BMC");
    }

    pub(super) fn begin_tagged(&mut self, kind: &str, id: i64) {
        self.line(&format!("/{kind} <</MCID {id}>> BDC"));
    }

    /// Says what the glyphs that follow stand for, where they alone would say something else.
    pub(super) fn begin_spoken(&mut self, words: &str) {
        let text: String = words.encode_utf16().map(|unit| format!("{unit:04X}")).collect();
        self.line(&format!("/Span <</ActualText <FEFF{text}>>> BDC"));
    }

    pub(super) fn end_marked(&mut self) {
        self.line("EMC");
    }

    /// The grey of what is filled: 0 is ink, 100 is paper.
    pub(super) fn ink(&mut self, grey: u8) {
        self.put(&[i32::from(grey) * 10], "g");
    }

    pub(super) fn begin_text(&mut self, font: &str, size: Mil) {
        self.line("BT");
        self.line(&format!("/{font} {} Tf", decimal(size)));
    }

    pub(super) fn end_text(&mut self) {
        self.line("ET");
    }

    /// Moves the pen.
    pub(super) fn go_to(&mut self, x: Mil, y: Mil) {
        self.put(&[1_000, 0, 0, 1_000, x, y], "Tm");
    }

    /// A glyph at the pen, to be shown with its neighbours.
    pub(super) fn glyph(&mut self, id: u16) {
        if !self.within {
            self.shown.push(b'<');
            self.within = true;
        }
        self.shown.extend([12, 8, 4, 0].map(|shift| hexadecimal(id >> shift & 0xF)));
    }

    /// A step back before the next glyph, in thousandths of an em.
    pub(super) fn back(&mut self, thousandths: i32) {
        self.close();
        self.shown.extend_from_slice(thousandths.to_string().as_bytes());
    }

    fn close(&mut self) {
        if std::mem::take(&mut self.within) {
            self.shown.push(b'>');
        }
    }

    /// Shows what waits.
    pub(super) fn show(&mut self) {
        self.close();
        if !self.shown.is_empty() {
            self.bytes.push(b'[');
            self.bytes.append(&mut self.shown);
            self.line("] TJ");
        }
    }

    pub(super) fn rectangle(&mut self, x: Mil, y: Mil, width: Mil, height: Mil) {
        self.put(&[x, y, width, height], "re");
        self.line("f");
    }

    /// A picture of this name in a box with its lower left corner here.
    pub(super) fn picture(&mut self, name: &str, x: Mil, y: Mil, width: Mil, height: Mil) {
        self.line("q");
        self.put(&[width, 0, 0, height, x, y], "cm");
        self.line(&format!("/{name} Do\nQ"));
    }

    /// A drawing in a box with its upper left corner here.
    pub(super) fn drawing(&mut self, drawing: &Drawing, x: Mil, y: Mil, width: Mil, height: Mil) {
        // A matrix turns the drawing's own box into its place, so its numbers stay short.
        let (across, down) = (share(width, drawing.width), share(height, drawing.height));
        self.line("q");
        self.line(&format!("{across} 0 0 -{down} {} {} cm", decimal(x), decimal(y)));
        for path in &drawing.paths {
            match path.paint {
                Paint::Fill { grey } => {
                    self.ink(grey);
                    self.steps(&path.steps);
                    self.line("f");
                }
                Paint::Stroke { thickness, grey } => {
                    self.put(&[i32::from(grey) * 10], "G");
                    self.put(&[thickness], "w");
                    self.line("1 J 1 j");
                    self.steps(&path.steps);
                    self.line("S");
                }
            }
        }
        self.line("Q");
    }

    fn steps(&mut self, steps: &[Step]) {
        for step in steps {
            match *step {
                Step::Move(x, y) => self.put(&[x, y], "m"),
                Step::Line(x, y) => self.put(&[x, y], "l"),
                Step::Cubic([a, b, c]) => self.put(&[a.0, a.1, b.0, b.1, c.0, c.1], "c"),
                Step::Close => self.line("h"),
            }
        }
    }
}

/// A digit of sixteen.
fn hexadecimal(value: u16) -> u8 {
    u8::try_from(value).map_or(b'0', |value| if value < 10 { b'0' + value } else { b'A' - 10 + value })
}

/// How many of `whole` go into `part`, with six decimals.
fn share(part: Mil, whole: Mil) -> String {
    let millionths = i64::from(part) * 1_000_000 / i64::from(whole.max(1));
    format!("{}.{:06}", millionths / 1_000_000, millionths % 1_000_000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn glyphs_are_shown_together_with_the_steps_between_them() {
        let mut content = Content::default();
        content.begin_text("F0", 10_500);
        content.go_to(70_866, -1_500);
        content.glyph(18);
        content.glyph(255);
        content.back(-12);
        content.glyph(1);
        content.show();
        content.show();
        content.end_text();
        let written = String::from_utf8(content.take()).unwrap();
        assert_eq!(written, "BT\n/F0 10.5 Tf\n1 0 0 1 70.866 -1.5 Tm\n[<001200FF>-12<0001>] TJ\nET\n");
        assert_eq!(share(1_417, 1_000), "1.417000");
        assert_eq!(share(500, 45_000), "0.011111");
    }
}
