//! Drawings made of paths: payment codes, signatures, scissors lines. Whole numbers in, the same marks out.

use crate::unit::Mil;
use serde::{Deserialize, Serialize};

/// A drawing: filled and stroked paths in a box, with the words that say what it shows.
///
/// Lengths are thousandths of a point and count from the top left corner of the box, y downwards. A drawing is
/// set at any size; it keeps its proportions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Drawing {
    /// Width of the box.
    pub width: i32,
    /// Height of the box.
    pub height: i32,
    /// What is drawn, the lowest first.
    pub paths: Vec<Path>,
    /// What it shows, for those who do not see it. A drawing without words is decoration.
    pub alt: String,
}

/// A path and how it is painted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Path {
    /// Its steps; each of its parts starts with a [`Step::Move`].
    pub steps: Vec<Step>,
    /// How it is painted.
    pub paint: Paint,
}

/// A step of the pen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Step {
    /// To a point, without drawing.
    Move(i32, i32),
    /// In a straight line.
    Line(i32, i32),
    /// In a cubic Bézier curve: both control points, then its end.
    Cubic([(i32, i32); 3]),
    /// Back to where this part started.
    Close,
}

/// How a path is painted. 0 grey is ink, 100 is paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Paint {
    /// Filled; where parts overlap, their direction decides (the nonzero winding rule).
    Fill {
        /// Its grey.
        grey: u8,
    },
    /// Stroked with a round pen.
    Stroke {
        /// How thick the pen is, in thousandths of a point of the drawing.
        thickness: i32,
        /// Its grey.
        grey: u8,
    },
}

impl Drawing {
    /// An empty drawing.
    pub fn new(width: i32, height: i32, alt: impl Into<String>) -> Self {
        Self { width: width.max(1), height: height.max(1), paths: Vec::new(), alt: alt.into() }
    }

    /// Adds a filled path.
    pub fn fill(&mut self, grey: u8, steps: Vec<Step>) {
        self.paths.push(Path { steps, paint: Paint::Fill { grey } });
    }

    /// Adds a stroked path.
    pub fn stroke(&mut self, thickness: i32, grey: u8, steps: Vec<Step>) {
        self.paths.push(Path { steps, paint: Paint::Stroke { thickness, grey } });
    }

    /// Its size when fitted into a box, keeping its proportions.
    pub(crate) fn fitted(&self, width: Mil, height: Mil) -> (Mil, Mil) {
        fitted((self.width, self.height), (width, height))
    }
}

/// The largest size with the proportions of `own` that fits into `room`; never nothing.
pub(crate) fn fitted(own: (i32, i32), room: (Mil, Mil)) -> (Mil, Mil) {
    let (wide, high) = (i64::from(own.0.max(1)), i64::from(own.1.max(1)));
    let (width, height) = (i64::from(room.0), i64::from(room.1));
    let (w, h) = if width * high <= height * wide {
        (width, width * high / wide)
    } else {
        (height * wide / high, height)
    };
    (i32::try_from(w.max(1)).unwrap_or(1), i32::try_from(h.max(1)).unwrap_or(1))
}

/// The steps around a rectangle.
pub(crate) fn rectangle(x: i32, y: i32, width: i32, height: i32) -> Vec<Step> {
    vec![
        Step::Move(x, y),
        Step::Line(x + width, y),
        Step::Line(x + width, y + height),
        Step::Line(x, y + height),
        Step::Close,
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_drawing_keeps_its_proportions_in_any_box() {
        let drawing = Drawing::new(3_000, 1_000, "");
        assert_eq!(drawing.fitted(600, 600), (600, 200));
        assert_eq!(drawing.fitted(600, 100), (300, 100));
        assert_eq!(drawing.fitted(0, 0), (1, 1));
    }
}
