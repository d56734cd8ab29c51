//! Envelopes with windows: where an address must stand to be seen however the sheet slides inside.

use super::sheet::Sheet;
use crate::manner::Paper;
use crate::unit::{Mil, mm, tenth_mm};

/// A rectangle on a sheet, from its top left corner.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Area {
    pub(crate) left: Mil,
    pub(crate) top: Mil,
    pub(crate) right: Mil,
    pub(crate) bottom: Mil,
}

/// The envelopes of a place. The sender buys them, and the sheet must fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Envelope {
    /// DIN lang, 220 × 110 mm, window 90 × 45 mm at 20 mm from the left and 15 mm from the foot (DIN 680); its
    /// address field is that of DIN 5008, form B.
    Din,
    /// DL, 220 × 110 mm, window 90 × 35 mm at 20 mm from the left and 18 mm from the foot (BS 4264).
    British,
    /// C5/6, 229 × 114 mm, window 100 × 45 mm at 12 mm from the right and 21 mm from the foot (SN 010130).
    Swiss,
    /// DL, 220 × 110 mm, window 100 × 35 mm at 20 mm from the right and from the foot, as sold in France.
    French,
    /// No. 10, 9 1/2 × 4 1/8 inches, window 4 1/2 × 1 1/8 inches at 7/8 inch from the left and 1/2 inch from
    /// the foot, as sold in the United States and Canada.
    Number10,
}

/// The outside of an envelope and its window, in tenths of a millimetre: width, height, then the window's
/// distance from the left, from the top, its width and its height.
struct Made {
    wide: i32,
    high: i32,
    left: i32,
    top: i32,
    window: (i32, i32),
}

impl Envelope {
    /// The envelope of a sender in this country (ISO 3166-1 alpha-2) for this paper.
    pub(crate) fn of(sender: &str, paper: Paper) -> Self {
        match (paper, sender.trim().to_ascii_uppercase().as_str()) {
            (Paper::Letter, _) => Self::Number10,
            (Paper::A4, "CH" | "LI") => Self::Swiss,
            (Paper::A4, "FR" | "BE" | "LU" | "MC") => Self::French,
            (Paper::A4, "GB" | "IE" | "AU" | "NZ" | "ZA" | "IN" | "MT" | "SG" | "HK" | "KE" | "NG") => {
                Self::British
            }
            (Paper::A4, _) => Self::Din,
        }
    }

    const fn made(self) -> Made {
        match self {
            Self::Din => Made { wide: 2200, high: 1100, left: 200, top: 500, window: (900, 450) },
            Self::British => Made { wide: 2200, high: 1100, left: 200, top: 570, window: (900, 350) },
            Self::Swiss => Made { wide: 2290, high: 1140, left: 1170, top: 480, window: (1000, 450) },
            Self::French => Made { wide: 2200, high: 1100, left: 1000, top: 550, window: (1000, 350) },
            Self::Number10 => Made { wide: 2413, high: 1048, left: 222, top: 635, window: (1143, 286) },
        }
    }

    /// What the window shows of the first sheet, folded at its marks, wherever it slides.
    pub(crate) fn visible(self, sheet: &Sheet) -> Area {
        let Made { wide, high, left, top, window } = self.made();
        let [panel, _] = sheet.folds;
        let (across, down) = ((tenth_mm(wide) - sheet.width).max(0), (tenth_mm(high) - panel).max(0));
        Area {
            left: tenth_mm(left),
            top: tenth_mm(top),
            right: (tenth_mm(left + window.0) - across).min(sheet.width),
            bottom: tenth_mm(top + window.1) - down,
        }
    }

    /// Where the address begins, for lines that are read from here downwards, and how wide it may be.
    ///
    /// It starts at the left edge of all text where the window allows it, and 3 mm within the window where it
    /// does not (machines want 1/8 inch of white around an address).
    pub(crate) fn address(self, sheet: &Sheet) -> Address {
        let visible = self.visible(sheet);
        let left = sheet.left.max(visible.left + mm(3));
        // The sender's line above it needs 5 mm and may hide behind the edge; the address may not.
        let top = (visible.top + mm(2)).max(match self {
            Self::Din => mm(59),
            _ => 0,
        });
        Address { left, top, width: (visible.right - mm(3)).min(sheet.right) - left, bottom: visible.bottom }
    }
}

/// The place of an address on a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Address {
    pub(crate) left: Mil,
    pub(crate) top: Mil,
    pub(crate) width: Mil,
    /// No line may reach below this.
    pub(crate) bottom: Mil,
}

impl Address {
    /// Whether it stands in the right half of the sheet, so that other facts go to its left.
    pub(crate) const fn is_right(&self, sheet: &Sheet) -> bool {
        self.left > sheet.width / 2 - mm(15)
    }

    /// The distance of its lines: no more than `usual`, and so that all of them can be seen.
    pub(crate) fn leading(&self, lines: usize, usual: Mil) -> Mil {
        let lines = i32::try_from(lines).unwrap_or(i32::MAX).max(1);
        usual.min((self.bottom - self.top) / lines).max(usual * 4 / 5)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [(Envelope, Paper); 5] = [
        (Envelope::Din, Paper::A4),
        (Envelope::British, Paper::A4),
        (Envelope::Swiss, Paper::A4),
        (Envelope::French, Paper::A4),
        (Envelope::Number10, Paper::Letter),
    ];

    /// Tries every place of the sheet in steps of half a millimetre.
    #[test]
    fn what_is_visible_is_seen_wherever_the_sheet_slides() {
        for (envelope, paper) in ALL {
            let sheet = Sheet::of(paper);
            let Made { wide, high, left, top, window } = envelope.made();
            let visible = envelope.visible(&sheet);
            let (across, down) = (tenth_mm(wide) - sheet.width, tenth_mm(high) - sheet.folds[0]);
            assert!(across >= 0 && down >= 0, "{envelope:?}: a folded sheet goes in");
            for x in (0..=across).step_by(1_417) {
                for y in (0..=down).step_by(1_417) {
                    assert!(visible.left + x >= tenth_mm(left) && visible.top + y >= tenth_mm(top));
                    assert!(visible.right + x <= tenth_mm(left + window.0), "{envelope:?}");
                    assert!(visible.bottom + y <= tenth_mm(top + window.1), "{envelope:?}");
                }
            }
            // The panels fold onto each other: none is higher than the first.
            let rest = sheet.height - sheet.folds[1];
            assert!(sheet.folds[1] - sheet.folds[0] <= sheet.folds[0] && rest <= sheet.folds[0]);
        }
    }

    #[test]
    fn five_lines_of_an_address_have_room_in_every_window() {
        for (envelope, paper) in ALL {
            let sheet = Sheet::of(paper);
            let address = envelope.address(&sheet);
            let visible = envelope.visible(&sheet);
            let leading = address.leading(5, 12_600);
            assert!(leading * 10 >= 12_600 * 8, "{envelope:?}: lines stay apart");
            // The last line needs its letters, not the white below it.
            assert!(address.top >= visible.top && address.top + leading * 5 - 2_500 <= visible.bottom);
            assert!(address.left >= visible.left && address.left + address.width <= visible.right);
            assert!(address.width >= mm(60), "{envelope:?}: {}", address.width);
            assert_eq!(address.is_right(&sheet), matches!(envelope, Envelope::Swiss | Envelope::French));
        }
    }

    #[test]
    fn envelopes_are_those_of_the_sender_and_fit_the_paper() {
        assert_eq!(Envelope::of("de", Paper::A4), Envelope::Din);
        assert_eq!(Envelope::of("GB", Paper::A4), Envelope::British);
        assert_eq!(Envelope::of("FR", Paper::A4), Envelope::French);
        assert_eq!(Envelope::of("CH", Paper::A4), Envelope::Swiss);
        assert_eq!(Envelope::of("CA", Paper::Letter), Envelope::Number10);
        assert_eq!(Envelope::of("CA", Paper::A4), Envelope::Din);
    }
}
