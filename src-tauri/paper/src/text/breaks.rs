//! Choosing the lines of a whole paragraph at once, so that no line pays for another (Knuth and Plass).

use super::Align;
use crate::unit::Mil;

/// What ends an atom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum After {
    /// A line may end here, cleanly.
    Break,
    /// A line may end here with a hyphen of this width.
    Hyphen(Mil),
}

/// The smallest stretch of text that is never divided.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Atom {
    /// Where its text starts and where what can be seen of it ends, in bytes.
    pub(crate) start: usize,
    pub(crate) visible_end: usize,
    /// Where it ends, its spaces included.
    pub(crate) end: usize,
    /// Width of what can be seen.
    pub(crate) width: Mil,
    /// Width of the spaces after it.
    pub(crate) space: Mil,
    /// How far its last character may stand out into the margin.
    pub(crate) hang: Mil,
    pub(crate) after: After,
}

/// A line: atoms `first..end`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Chosen {
    pub(crate) first: usize,
    pub(crate) end: usize,
    /// How much wider (narrower when negative) its spaces become.
    pub(crate) slack: Mil,
    /// Its spaces would become so wide that the line tears apart.
    pub(crate) gaping: bool,
}

/// Spaces wider than this many hundredths of their width more make holes.
const GAPING: i64 = 130;

/// A space may grow by so many hundredths of its width at no more than moderate cost, and shrink by so many.
const STRETCH: i64 = 50;
const SHRINK: i64 = 33;

/// A hyphen; two in succession; a last line of hardly a word; one of only part of a word; a line more than
/// needed.
const HYPHEN: i64 = 150_000;
const HYPHENS_IN_SUCCESSION: i64 = 1_000_000_000_000;
const RUNT: i64 = 60_000;
const TAIL: i64 = 4_000_000;
const LINE: i64 = 10;

/// The cheapest way to set `atoms` in lines of `measure`. Every atom must fit a line by itself.
pub(crate) fn choose(atoms: &[Atom], measure: Mil, align: Align) -> Vec<Chosen> {
    let sums = Sums::of(atoms);
    // cheapest[j]: cost of setting all atoms before j, and where the line that ends there starts.
    let mut cheapest: Vec<(i64, usize)> = vec![(0, 0)];
    for end in 1..=atoms.len() {
        let mut best = (i64::MAX, end - 1);
        for first in (0..end).rev() {
            let line = sums.line(atoms, first, end, align);
            let Some(cost) = line.cost(measure, align, end == atoms.len()) else {
                if first + 1 == end {
                    continue;
                }
                break;
            };
            let before = cheapest.get(first).map_or(i64::MAX, |(cost, _)| *cost);
            let succession = line.hyphenated && hyphenated_before(atoms, first);
            let total = before.saturating_add(cost).saturating_add(if succession {
                HYPHENS_IN_SUCCESSION
            } else {
                0
            });
            if total < best.0 {
                best = (total, first);
            }
        }
        cheapest.push(best);
    }
    let mut lines = Vec::new();
    let mut end = atoms.len();
    while end > 0 {
        let first = cheapest.get(end).map_or(0, |(_, first)| *first).min(end - 1);
        let line = sums.line(atoms, first, end, align);
        let slack = line.slack(measure, align, end == atoms.len());
        let gaping = align == Align::Justified
            && end < atoms.len()
            && (i64::from(measure) - line.natural) * 100 > line.spaces * GAPING;
        lines.push(Chosen { first, end, slack, gaping });
        end = first;
    }
    lines.reverse();
    lines
}

/// Whether a line that starts with this atom follows a hyphen.
fn hyphenated_before(atoms: &[Atom], first: usize) -> bool {
    first.checked_sub(1).and_then(|last| atoms.get(last)).is_some_and(|atom| atom.after != After::Break)
}

/// Running sums, so that a line's width is one subtraction.
struct Sums {
    widths: Vec<i64>,
    spaces: Vec<i64>,
}

impl Sums {
    fn of(atoms: &[Atom]) -> Self {
        let running = |of: fn(&Atom) -> Mil| {
            let mut sum = 0_i64;
            std::iter::once(0)
                .chain(atoms.iter().map(move |atom| {
                    sum += i64::from(of(atom));
                    sum
                }))
                .collect()
        };
        Self { widths: running(|atom| atom.width), spaces: running(|atom| atom.space) }
    }

    fn line(&self, atoms: &[Atom], first: usize, end: usize, align: Align) -> Measured {
        let between = |sums: &[i64], to: usize| {
            sums.get(to).copied().unwrap_or(0) - sums.get(first).copied().unwrap_or(0)
        };
        let last = end.checked_sub(1).and_then(|last| atoms.get(last));
        let (hyphen, hyphenated) = match last.map(|atom| atom.after) {
            Some(After::Hyphen(width)) if end < atoms.len() => (i64::from(width), true),
            _ => (0, false),
        };
        // A hyphen hangs by half of itself, other points as their atom says.
        let hang = match (align, hyphenated) {
            (Align::Justified, true) => hyphen / 2,
            (Align::Justified, false) => last.map_or(0, |atom| i64::from(atom.hang)),
            _ => 0,
        };
        let spaces = between(&self.spaces, end.saturating_sub(1));
        let tail = first + 1 == end && hyphenated_before(atoms, first);
        Measured { natural: between(&self.widths, end) + spaces + hyphen - hang, spaces, hyphenated, tail }
    }
}

struct Measured {
    natural: i64,
    spaces: i64,
    hyphenated: bool,
    /// It is nothing but the end of a divided word.
    tail: bool,
}

impl Measured {
    /// What is left over of the measure to be shared among the spaces.
    fn slack(&self, measure: Mil, align: Align, last: bool) -> Mil {
        let left_over = i64::from(measure) - self.natural;
        let even = align == Align::Justified && (!last || left_over < 0) && self.spaces > 0;
        if even { Mil::try_from(left_over).unwrap_or(0) } else { 0 }
    }

    /// How bad the line is; nothing when it does not fit.
    fn cost(&self, measure: Mil, align: Align, last: bool) -> Option<i64> {
        let measure = i64::from(measure);
        let left_over = measure - self.natural;
        let shrink = if align == Align::Justified { self.spaces * SHRINK / 100 } else { 0 };
        if left_over + shrink < 0 {
            return None;
        }
        let runt = if last && self.natural * 100 < measure * 12 { RUNT } else { 0 };
        let runt = if last && self.tail { runt + TAIL } else { runt };
        let hyphen = if self.hyphenated { HYPHEN } else { 0 };
        // Thousandths of the room there is to stretch or shrink; for ragged lines, of a fifth of the measure.
        let strain = match (align, left_over) {
            _ if last && left_over >= 0 => 0,
            (Align::Justified, 0..) => {
                left_over * 1000 / (self.spaces * STRETCH / 100).max(measure / 400).max(1)
            }
            (Align::Justified, _) => -left_over * 1000 / shrink.max(1),
            _ => left_over * 1000 / (measure / 5).max(1),
        };
        let strain = strain.min(20_000);
        let badness = LINE + 100 * strain * strain / 1_000_000 * strain / 1000;
        Some(badness * badness + hyphen + runt)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(widths: &[Mil]) -> Vec<Atom> {
        widths
            .iter()
            .enumerate()
            .map(|(at, width)| Atom {
                start: at,
                visible_end: at + 1,
                end: at + 1,
                width: *width,
                space: 10,
                hang: 0,
                after: After::Break,
            })
            .collect()
    }

    /// First-fit would fill the first line and leave the second one gaping.
    #[test]
    fn lines_are_chosen_for_the_whole_paragraph() {
        let atoms = words(&[30, 30, 20, 95, 50, 40]);
        let lines = choose(&atoms, 100, Align::Left);
        assert!(lines.iter().all(|line| line.end > line.first));
        assert_eq!(lines.last().map(|line| line.end), Some(6));
        let joined: Vec<usize> = lines.iter().flat_map(|line| line.first..line.end).collect();
        assert_eq!(joined, (0..6).collect::<Vec<_>>());
    }

    #[test]
    fn two_hyphens_never_follow_each_other_when_it_can_be_helped() {
        let mut atoms = words(&[40, 30, 30, 40, 30, 30, 40, 30, 30, 40]);
        for at in [0, 1, 3, 4, 6, 7] {
            if let Some(atom) = atoms.get_mut(at) {
                atom.after = After::Hyphen(5);
                atom.space = 0;
            }
        }
        let lines = choose(&atoms, 100, Align::Justified);
        let ends: Vec<bool> =
            lines.iter().map(|line| line.end < 10 && hyphenated_before(&atoms, line.end)).collect();
        assert!(!ends.windows(2).any(|pair| pair == [true, true]), "{ends:?}");
    }

    #[test]
    fn a_word_that_fills_the_measure_stands_alone() {
        let lines = choose(&words(&[100, 100]), 100, Align::Justified);
        assert_eq!(lines.len(), 2);
    }
}
