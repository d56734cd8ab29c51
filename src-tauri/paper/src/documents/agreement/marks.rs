//! The marks people leave: strokes of a pen as one smooth line, a typed name as outlines of a script face.

use crate::drawing::{Drawing, Step};
use crate::fonts::{Face, per_mille};
use crate::text::{Align, Case, Paragraph, Run, Setting, Span, Style};
use crate::unit::{Mil, pt, scaled};
use goodterms_terms::{Code, Refusal};
use ttf_parser::{GlyphId, OutlineBuilder};

/// Points of one stroke of the pen, in any unit, y downwards.
pub type Stroke = Vec<(i32, i32)>;

/// The side of a drawn signature's box, and the pen that draws it, in thousandths of a point.
const WIDE: i64 = 170_000;
const PEN: i32 = 1_300;
/// More points than this are no signature.
const MOST_POINTS: usize = 20_000;

/// A drawn signature as one smooth line a stroke: cubic Béziers through its points, as Catmull and Rom join
/// them, in whole numbers.
///
/// # Errors
/// [`Code::SignatureNameMissing`] when nothing was drawn, or far too much.
pub fn drawn(strokes: &[Stroke]) -> Result<Drawing, Refusal> {
    let all = || strokes.iter().flatten();
    let ends = |of: fn(&(i32, i32)) -> i32| (all().map(of).min(), all().map(of).max());
    let ((Some(left), Some(right)), (Some(top), Some(bottom))) = (ends(|p| p.0), ends(|p| p.1)) else {
        return Err(Refusal::input(Code::SignatureNameMissing, "nothing was drawn".to_owned())
            .hint("Sign with a finger, a pen or the mouse, or type the name."));
    };
    if all().count() > MOST_POINTS {
        return Err(Refusal::input(
            Code::SignatureNameMissing,
            "too much was drawn for a signature".to_owned(),
        )
        .hint("Clear the pad and sign again."));
    }
    let (wide, high) = (i64::from(right) - i64::from(left), i64::from(bottom) - i64::from(top));
    let largest = wide.max(high * 3).max(1);
    let place = |at: i32, from: i32| {
        let scaled = (i64::from(at) - i64::from(from)) * WIDE / largest;
        i32::try_from(scaled).unwrap_or(0) + PEN
    };
    let size = |length: i64| i32::try_from(length * WIDE / largest).unwrap_or(0) + 2 * PEN;
    let mut drawing = Drawing::new(size(wide), size(high), "");
    for stroke in strokes {
        let mut points: Vec<(i32, i32)> =
            stroke.iter().map(|(x, y)| (place(*x, left), place(*y, top))).collect();
        points.dedup();
        drawing.stroke(PEN, 0, smooth(&points));
    }
    drawing.paths.retain(|path| !path.steps.is_empty());
    Ok(drawing)
}

/// A curve through all points. A single point is a dot.
fn smooth(points: &[(i32, i32)]) -> Vec<Step> {
    let Some(first) = points.first().copied() else { return Vec::new() };
    let mut steps = vec![Step::Move(first.0, first.1)];
    if points.len() == 1 {
        steps.push(Step::Line(first.0, first.1));
        return steps;
    }
    let at = |index: usize| points.get(index.min(points.len() - 1)).copied().unwrap_or(first);
    for index in 0..points.len() - 1 {
        let (before, from, to, after) =
            (at(index.saturating_sub(1)), at(index), at(index + 1), at(index + 2));
        let sixth = |a: i32, b: i32| (b - a) / 6;
        steps.push(Step::Cubic([
            (from.0 + sixth(before.0, to.0), from.1 + sixth(before.1, to.1)),
            (to.0 - sixth(from.0, after.0), to.1 - sixth(from.1, after.1)),
            to,
        ]));
    }
    steps
}

/// A typed signature: the name as outlines of a script face, so that no font goes with it. Letters the face
/// has not are set in another; those that no face has are left out.
///
/// # Errors
/// [`Code::SignatureNameMissing`] when the name is empty.
pub fn typed(name: &str) -> Result<Drawing, Refusal> {
    const SIZE: Mil = 26_000;
    let style = Style { face: Face::Script, size: SIZE, grey: 0, tabular: false, within: None };
    let span = Span::new(name.trim(), style);
    if span.text.is_empty() {
        return Err(Refusal::input(Code::SignatureNameMissing, "no name was typed".to_owned()));
    }
    let paragraph = Paragraph::new(&[span], &mut Case::default());
    let width = paragraph.natural_width();
    let setting = Setting { measure: width.saturating_add(pt(1)), align: Align::Left, divide: false };
    let lines = paragraph.lines(setting);
    let mut pen = Pen { steps: Vec::new(), x: 0, y: 0, size: SIZE, em: 1000 };
    for run in lines.iter().take(1).flat_map(|line| &line.runs) {
        pen.run(run, SIZE);
    }
    let mut drawing = Drawing::new(width + pt(4), SIZE * 3 / 2, "");
    drawing.fill(0, pen.steps);
    Ok(drawing)
}

/// Collects outlines as steps, in thousandths of a point with y downwards.
struct Pen {
    steps: Vec<Step>,
    x: Mil,
    y: Mil,
    size: Mil,
    /// Units of the face to its em.
    em: i32,
}

impl Pen {
    fn run(&mut self, run: &Run, baseline: Mil) {
        self.size = run.size;
        self.em = run.face.loaded().em;
        for glyph in &run.glyphs {
            self.x = run.x + glyph.x + pt(2);
            self.y = baseline - glyph.rise;
            run.face.loaded().outlines.outline_glyph(GlyphId(glyph.id), self);
        }
    }

    /// Units of a font are whole numbers, or halves of them between two points of a curve; a half is dropped.
    fn point(&self, x: f32, y: f32) -> (i32, i32) {
        #[expect(clippy::cast_possible_truncation, reason = "outlines lie within a few thousand units")]
        let whole = |units: f32| scaled(per_mille(units as i32, self.em), self.size);
        (self.x + whole(x), self.y - whole(y))
    }

    fn last(&self) -> (i32, i32) {
        match self.steps.last() {
            Some(Step::Move(x, y) | Step::Line(x, y) | Step::Cubic([_, _, (x, y)])) => (*x, *y),
            _ => (self.x, self.y),
        }
    }
}

impl OutlineBuilder for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.point(x, y);
        self.steps.push(Step::Move(x, y));
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.point(x, y);
        self.steps.push(Step::Line(x, y));
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        // A quadratic curve as a cubic one: both control points two thirds of the way to its own.
        let (from, control, to) = (self.last(), self.point(x1, y1), self.point(x, y));
        let towards =
            |end: (i32, i32)| (end.0 + (control.0 - end.0) * 2 / 3, end.1 + (control.1 - end.1) * 2 / 3);
        self.steps.push(Step::Cubic([towards(from), towards(to), to]));
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.steps.push(Step::Cubic([self.point(x1, y1), self.point(x2, y2), self.point(x, y)]));
    }

    fn close(&mut self) {
        self.steps.push(Step::Close);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strokes_become_curves_through_every_point() {
        let strokes = [vec![(0, 0), (0, 0), (100, 50), (200, 0)], vec![(50, 80)]];
        let drawing = drawn(&strokes).unwrap();
        assert_eq!(drawing.paths.len(), 2);
        let curve = &drawing.paths[0].steps;
        assert_eq!(curve.len(), 3, "a point that is there twice counts once: {curve:?}");
        let ends: Vec<(i32, i32)> = curve
            .iter()
            .map(|step| match step {
                Step::Move(x, y) | Step::Line(x, y) | Step::Cubic([_, _, (x, y)]) => (*x, *y),
                Step::Close => unreachable!("a stroke stays open"),
            })
            .collect();
        // 240 units are as wide as the box, since 80 units of height count three times.
        let unit = |n: i64| i32::try_from(n * WIDE / 240).unwrap() + PEN;
        assert_eq!(ends, [(PEN, PEN), (unit(100), unit(50)), (unit(200), PEN)]);
        assert_eq!(drawing.paths[1].steps.len(), 2, "a dot is a line to itself");
        assert!(drawing.width <= i32::try_from(WIDE).unwrap() + 2 * PEN);
    }

    #[test]
    fn nothing_and_far_too_much_are_refused() {
        assert_eq!(drawn(&[]).unwrap_err().code, Code::SignatureNameMissing);
        assert_eq!(drawn(&[vec![]]).unwrap_err().code, Code::SignatureNameMissing);
        assert!(drawn(&[vec![(1, 1); MOST_POINTS + 1]]).is_err());
        assert!(drawn(&[vec![(i32::MIN, i32::MAX), (i32::MAX, i32::MIN)]]).is_ok());
        assert_eq!(typed("  ").unwrap_err().code, Code::SignatureNameMissing);
    }

    #[test]
    fn a_typed_name_is_outlines_as_wide_as_the_name() {
        let short = typed("Ana").unwrap();
        let long = typed("Ana Lucía Fournier-Łukasz").unwrap();
        assert!(long.width > 2 * short.width);
        for drawing in [short, long, typed("Щербаченко").unwrap(), typed("שירותי").unwrap()] {
            assert_eq!(drawing.paths.len(), 1);
            let steps = &drawing.paths[0].steps;
            assert!(steps.iter().filter(|step| matches!(step, Step::Close)).count() >= 3);
            assert!(steps.iter().all(|step| match step {
                Step::Move(x, y) | Step::Line(x, y) | Step::Cubic([_, _, (x, y)]) => {
                    (-5_000..drawing.width + 5_000).contains(x)
                        && (-2_000..drawing.height + 2_000).contains(y)
                }
                Step::Close => true,
            }));
        }
    }
}
