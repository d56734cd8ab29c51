//! Lines looked at together: what several of them say of one item.

use super::{BankLine, Evidence, OpenItem, Suggestion, Target};
use crate::money::Money;
use std::collections::{BTreeMap, HashMap};

/// Several lines that each name the same item and together are what is open of it.
pub(super) fn add_up_shared(items: &[OpenItem], lines: &[BankLine], all: &mut [Vec<Suggestion>]) {
    let mut named: BTreeMap<Target, Vec<usize>> = BTreeMap::new();
    for (place, suggestions) in all.iter().enumerate() {
        let first = suggestions.first().filter(|first| first.evidence.iter().any(Evidence::is_a_name));
        if let Some([part]) = first.map(|first| first.parts.as_slice()) {
            named.entry(part.target).or_default().push(place);
        }
    }
    let opens: HashMap<Target, Money> = items.iter().map(|item| (item.target, item.open)).collect();
    for (target, places) in named.into_iter().filter(|(_, places)| places.len() > 1) {
        let sum: i128 =
            places.iter().filter_map(|&at| lines.get(at)).map(|line| i128::from(line.amount.minor())).sum();
        if opens.get(&target).is_some_and(|open| i128::from(open.minor()) == sum) {
            for at in &places {
                if let Some(first) = all.get_mut(*at).and_then(|suggestions| suggestions.first_mut()) {
                    first.evidence.push(Evidence::LinesSum { lines: places.len() });
                }
            }
        }
    }
}

/// One item can be paid once: lines that each pay it exactly are left to a person.
pub(super) fn doubt_shared(all: &mut [Vec<Suggestion>]) {
    let mut claims: HashMap<Target, usize> = HashMap::new();
    for part in all.iter().flatten().filter(|s| s.exact).flat_map(|s| &s.parts) {
        *claims.entry(part.target).or_default() += 1;
    }
    for suggestion in all.iter_mut().flatten().filter(|s| s.exact) {
        let lines =
            suggestion.parts.iter().filter_map(|part| claims.get(&part.target)).max().copied().unwrap_or(0);
        if lines > 1 {
            suggestion.exact = false;
            suggestion.evidence.push(Evidence::ClaimedTwice { lines });
        }
    }
}
