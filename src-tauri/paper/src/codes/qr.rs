//! QR codes as drawings (ISO/IEC 18004).

use super::Unfit;
use crate::drawing::{Drawing, Step, rectangle};
use qrcodegen::{QrCode, QrCodeEcc, QrSegment, Version};
use std::collections::BTreeSet;

/// A module is one point of the drawing, which is then set at any size.
const MODULE: i32 = 1_000;

/// The empty border a reader needs, in modules.
const QUIET: i32 = 4;

/// How a code is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Kind {
    /// The largest version that may be used, 1 to 40.
    pub(crate) largest: u8,
    /// Whether the empty border is part of the drawing.
    pub(crate) quiet: bool,
    /// Whether the Swiss cross stands in the middle.
    pub(crate) swiss: bool,
}

/// The code of a payload, with error correction level M, as one path without seams.
pub(crate) fn drawn(payload: &str, kind: Kind, alt: &str) -> Result<Drawing, Unfit> {
    let code = encoded(payload, kind.largest)?;
    let modules = code.size();
    let border = if kind.quiet { QUIET * MODULE } else { 0 };
    let side = modules * MODULE + border * 2;
    let mut drawing = Drawing::new(side, side, alt);
    drawing.fill(0, outline(&code, border));
    if kind.swiss {
        swiss_cross(&mut drawing);
    }
    Ok(drawing)
}

/// The modules of a payload.
pub(crate) fn encoded(payload: &str, largest: u8) -> Result<QrCode, Unfit> {
    let too_long = Unfit::TooLong { what: "The payment code as a whole", most: 331 };
    // Text that looks alphanumeric is packed more tightly by the encoder itself.
    let segments = QrSegment::make_segments(payload);
    QrCode::encode_segments_advanced(
        &segments,
        QrCodeEcc::Medium,
        Version::MIN,
        Version::new(largest.clamp(1, 40)),
        None,
        false,
    )
    .map_err(|_| too_long)
}

/// Every border between dark and light, walked with the dark on the right: one path, so that no seam shows
/// between modules, and holes turn the other way.
fn outline(code: &QrCode, border: i32) -> Vec<Step> {
    let dark = |x: i32, y: i32| code.get_module(x, y);
    let size = code.size();
    // Edges by where they start and their direction: east, south, west, north.
    let mut edges: BTreeSet<(i32, i32, usize)> = BTreeSet::new();
    for y in 0..size {
        for x in (0..size).filter(|x| dark(*x, y)) {
            let sides = [
                (x, y - 1, (x, y)),
                (x + 1, y, (x + 1, y)),
                (x, y + 1, (x + 1, y + 1)),
                (x - 1, y, (x, y + 1)),
            ];
            for (direction, (beside_x, beside_y, from)) in sides.into_iter().enumerate() {
                if !dark(beside_x, beside_y) {
                    edges.insert((from.1, from.0, direction));
                }
            }
        }
    }
    let mut steps = Vec::new();
    while let Some(first) = edges.first().copied() {
        let (mut y, mut x, mut direction) = first;
        let mut corners = vec![(x, y)];
        loop {
            edges.remove(&(y, x, direction));
            let (dx, dy) = STEPS.get(direction).copied().unwrap_or_default();
            (x, y) = (x + dx, y + dy);
            // Where four borders meet, turning right keeps modules that only touch at a corner apart.
            let next = [1, 0, 3].into_iter().map(|turn| (direction + turn) % 4);
            let Some(next) = next.into_iter().find(|next| edges.contains(&(y, x, *next))) else { break };
            if next != direction {
                corners.push((x, y));
            }
            direction = next;
        }
        let at = |(x, y): (i32, i32)| (border + x * MODULE, border + y * MODULE);
        for (number, corner) in corners.into_iter().map(at).enumerate() {
            steps.push(if number == 0 {
                Step::Move(corner.0, corner.1)
            } else {
                Step::Line(corner.0, corner.1)
            });
        }
        steps.push(Step::Close);
    }
    steps
}

/// East, south, west, north.
const STEPS: [(i32, i32); 4] = [(1, 0), (0, 1), (-1, 0), (0, -1)];

/// The Swiss cross of 7 mm in the middle of a code of 46 mm: a white edge, a black square, a white cross.
///
/// Implementation Guidelines QR-bill 2.3, 6.4.2; its proportions are those of the artwork that SIX publishes, here
/// in thousandths of the 7 mm.
fn swiss_cross(drawing: &mut Drawing) {
    let part = |of_7_mm: i32| drawing.width * 7 * of_7_mm / (46 * 1_000);
    let middle = drawing.width / 2;
    let square = |half: i32| rectangle(middle - half, middle - half, half * 2, half * 2);
    let (white, black) = (part(500), part(465));
    let (arm, bar) = (part(278), part(83));
    let shapes = [
        (100, square(white)),
        (0, square(black)),
        (100, rectangle(middle - arm, middle - bar, arm * 2, bar * 2)),
        (100, rectangle(middle - bar, middle - arm, bar * 2, arm * 2)),
    ];
    for (grey, steps) in shapes {
        drawing.fill(grey, steps);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Fills the path again by counting windings and compares with the modules.
    #[test]
    fn the_outline_encloses_exactly_the_dark_modules() {
        for payload in ["HTTPS://EXAMPLE.ORG", "GOODTERMS:P-1/1/7K3M9QWX-4T2P-8HBN-R5VD/1/3", "1"] {
            let code = encoded(payload, 25).unwrap();
            let steps = outline(&code, 0);
            let mut vertical: Vec<(i32, i32, i32, i32)> = Vec::new();
            let (mut start, mut pen) = ((0, 0), (0, 0));
            for step in steps {
                let to = match step {
                    Step::Move(x, y) => {
                        start = (x, y);
                        pen = start;
                        continue;
                    }
                    Step::Line(x, y) => (x, y),
                    Step::Close => start,
                    Step::Cubic(_) => panic!("no curves"),
                };
                assert!(pen.0 == to.0 || pen.1 == to.1, "only straight edges");
                if pen.0 == to.0 {
                    vertical.push((pen.0, pen.1.min(to.1), pen.1.max(to.1), (to.1 - pen.1).signum()));
                }
                pen = to;
            }
            for y in 0..code.size() {
                for x in 0..code.size() {
                    let (cx, cy) = (x * MODULE + MODULE / 2, y * MODULE + MODULE / 2);
                    let winding: i32 = vertical
                        .iter()
                        .filter(|(at, top, bottom, _)| *at < cx && *top < cy && cy < *bottom)
                        .map(|(.., turn)| turn)
                        .sum();
                    assert_eq!(winding != 0, code.get_module(x, y), "{payload}: {x}, {y}");
                }
            }
        }
    }

    #[test]
    fn a_payload_that_does_not_fit_is_refused() {
        assert!(matches!(encoded(&"x".repeat(400), 13), Err(Unfit::TooLong { .. })));
        assert!(encoded(&"x".repeat(331), 13).is_ok());
    }
}
