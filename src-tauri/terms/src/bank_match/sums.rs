//! Which of several open amounts add up to exactly one.

/// The most items that are tried in every combination.
const MOST_ITEMS: usize = 24;
/// The most steps of a search, so that no line takes long.
const MOST_STEPS: u32 = 20_000;
/// More combinations than this tell nothing.
const MOST_FOUND: usize = 2;

/// Two or more of `items` (place and open amount, the earliest due first) that add up to `amount`: all, or the
/// oldest so many, or else whichever combination there is.
pub(super) fn adding_up_to(amount: i64, items: &[(usize, i64)]) -> Vec<Vec<usize>> {
    let mut sum = 0_i64;
    for (count, (_, open)) in items.iter().enumerate() {
        sum = sum.saturating_add(*open);
        if sum == amount && count > 0 {
            return vec![items.iter().take(count + 1).map(|&(at, _)| at).collect()];
        }
        if sum > amount {
            break;
        }
    }
    let usable: Vec<(usize, i64)> = items.iter().copied().filter(|&(_, open)| open < amount).collect();
    if usable.len() > MOST_ITEMS {
        return Vec::new();
    }
    let mut search = Search { items: &usable, chosen: Vec::new(), found: Vec::new(), steps: 0 };
    search.go_on(0, amount);
    // What was cut short may not be all there is.
    if search.found.len() > MOST_FOUND || search.steps >= MOST_STEPS { Vec::new() } else { search.found }
}

struct Search<'i> {
    items: &'i [(usize, i64)],
    chosen: Vec<usize>,
    found: Vec<Vec<usize>>,
    steps: u32,
}

impl Search<'_> {
    fn go_on(&mut self, from: usize, rest: i64) {
        self.steps += 1;
        if self.steps >= MOST_STEPS || self.found.len() > MOST_FOUND {
            return;
        }
        if rest == 0 {
            if self.chosen.len() > 1 {
                self.found.push(self.chosen.clone());
            }
            return;
        }
        for (next, &(at, open)) in self.items.iter().enumerate().skip(from) {
            if open <= rest {
                self.chosen.push(at);
                self.go_on(next + 1, rest - open);
                self.chosen.pop();
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sums(amount: i64, opens: &[i64]) -> Vec<Vec<usize>> {
        adding_up_to(amount, &opens.iter().copied().enumerate().collect::<Vec<_>>())
    }

    #[test]
    fn the_oldest_come_first_then_whatever_fits() {
        assert_eq!(sums(60, &[10, 50, 20]), [[0, 1]]);
        assert_eq!(sums(30, &[10, 50, 20]), [[0, 2]]);
        assert_eq!(sums(80, &[10, 50, 20]), [vec![0, 1, 2]]);
        assert!(sums(50, &[10, 50, 20]).is_empty() && sums(55, &[10, 50, 20]).is_empty());
        assert!(sums(40, &[10, 20, 20, 20, 20, 15, 25]).is_empty(), "too many ways tell nothing");
        assert!(sums(1000, &[1; 60]).is_empty());
    }
}
