//! Looking for the code of a page.

use super::ScannedPage;
use super::picture::{Picture, Unseen};
use crate::mark::PageMark;

/// A page of A4 at 200 dots an inch is this long; more is rarely needed and takes long.
const ENOUGH: usize = 2_400;

/// Less than this is no page.
const LEAST: usize = 60;

/// What the pictures of one page say. Some scanners lay a page out of several.
pub(super) fn page(pictures: impl IntoIterator<Item = Result<Picture, Unseen>>) -> ScannedPage {
    let mut trouble = None;
    for picture in pictures {
        match picture {
            Ok(picture) => {
                // A negative, as some scanners write black and white, is turned when there was nothing to see in it.
                let turned = || picture.is_dark().then(|| mark(&picture.negative())).flatten();
                if let Some(mark) = mark(&picture).or_else(turned) {
                    return ScannedPage::Known(mark);
                }
            }
            Err(unseen) => trouble = trouble.or(Some(unseen)),
        }
    }
    match trouble {
        None => ScannedPage::NoCode,
        Some(Unseen::Unknown(kind)) => ScannedPage::KindUnknown(kind),
        Some(Unseen::Damaged) => ScannedPage::Damaged,
    }
}

/// The first code of ours in a picture, looked for at several sizes: smaller ones have less noise, larger ones
/// finer steps.
fn mark(picture: &Picture) -> Option<PageMark> {
    let longest = picture.wide.max(picture.high);
    let first = longest.div_ceil(ENOUGH).max(1);
    let mut factors = vec![first];
    factors.extend((1..first).rev());
    factors.push(first + 1);
    let fits = factors.into_iter().filter(|factor| longest / factor >= LEAST);
    let sized = |factor| if factor == 1 { found(picture) } else { found(&picture.smaller(factor)) };
    let larger = || (longest <= ENOUGH).then(|| picture.larger()).and_then(|larger| found(&larger));
    fits.into_iter().find_map(sized).or_else(larger)
}

fn found(picture: &Picture) -> Option<PageMark> {
    let Picture { wide, high, greys } = picture;
    let at = |x: usize, y: usize| greys.get(y * wide + x).copied().unwrap_or(u8::MAX);
    let threshold = threshold(greys);
    // One threshold for all of an even scan; the greys themselves for what was photographed in uneven light.
    [true, false].into_iter().find_map(|even| {
        let shown = |x, y| match at(x, y) {
            grey if !even => grey,
            grey if grey <= threshold => 0,
            _ => u8::MAX,
        };
        let mut prepared = rqrr::PreparedImage::prepare_from_greyscale(*wide, *high, shown);
        let grids = prepared.detect_grids();
        grids.iter().filter_map(|grid| grid.decode().ok()).find_map(|(_, text)| text.parse().ok())
    })
}

/// The grey that parts ink from paper best: the one between two groups that differ most (Otsu, 1979).
fn threshold(greys: &[u8]) -> u8 {
    let mut counts = [0_u64; 256];
    for grey in greys {
        if let Some(count) = counts.get_mut(usize::from(*grey)) {
            *count += 1;
        }
    }
    let (all, sum) =
        (0..).zip(&counts).fold((0, 0), |(all, sum), (grey, count)| (all + count, sum + grey * count));
    let (mut dark, mut dark_sum) = (0_u64, 0_u64);
    let mut best = (0_u128, 127);
    for (grey, count) in (0_u8..=u8::MAX).zip(&counts) {
        dark += count;
        dark_sum += u64::from(grey) * count;
        let light = all - dark;
        if dark == 0 || light == 0 {
            continue;
        }
        // The difference of the means, squared, times both counts; whole numbers by a common factor.
        let apart = (u128::from(sum) * u128::from(dark)).abs_diff(u128::from(dark_sum) * u128::from(all));
        let between = apart / u128::from(dark) * (apart / u128::from(light));
        best = best.max((between, grey));
    }
    best.1
}
