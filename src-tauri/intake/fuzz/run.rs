//! Reads mutated files and keeps count of what a person would call broken.

use super::mutate::mutate;
use super::seeds::{Seed, seeds};
use fastrand::Rng;
use goodterms_intake::{DateOrder, DecimalMark, Options, read};
use goodterms_terms::Currency;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

/// Longer than any small file may take.
const HANG: Duration = Duration::from_secs(2);
/// More than any small file may cost.
pub(crate) const MOST_MEMORY: usize = 300 << 20;

/// One broken reading.
#[derive(Debug)]
pub(crate) struct Find {
    /// Which execution it was: seed and number make the file again.
    pub(crate) number: u64,
    pub(crate) what: String,
}

/// What a run came to.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    pub(crate) executions: u64,
    /// Files that were read; the others were refused.
    pub(crate) read: u64,
    pub(crate) finds: Vec<Find>,
}

/// The file of one execution.
pub(crate) fn file(seeds: &[Seed], seed: u64, number: u64) -> Vec<u8> {
    let mut rng = Rng::with_seed(seed ^ number.wrapping_mul(0x9E37_79B9_7F4A_7C15));
    let mut one = seeds[rng.usize(0..seeds.len())].clone();
    let mut other = seeds[rng.usize(0..seeds.len())].clone();
    let choice = rng.usize(..);
    let part = one.part(choice);
    *part = mutate(&mut rng, std::mem::take(part), &[other.part(choice)]);
    let mut bytes = one.packed();
    // Now and then the packing itself is damaged.
    if !matches!(one, Seed::Plain(_)) && rng.u8(0..8) == 0 {
        bytes = mutate(&mut rng, bytes, &[]);
    }
    bytes
}

/// The options of one execution.
fn options(number: u64) -> Options {
    let currency = ["USD", "JPY", "KWD", "EUR"].get(number as usize % 4).copied().unwrap_or("USD");
    Options {
        date_order: [None, Some(DateOrder::Dmy), Some(DateOrder::Mdy)][number as usize % 3],
        decimal: [None, Some(DecimalMark::Dot), Some(DecimalMark::Comma)][number as usize / 3 % 3],
        ..Options::new(Currency::from_code(currency).unwrap())
    }
}

/// Runs a parser. `peak` says how much memory the last reading took at most, when that is measured.
pub(crate) fn run(
    parser: &str,
    executions: u64,
    seed: u64,
    mut peak: impl FnMut() -> usize,
    mut on_start: impl FnMut(u64),
) -> Tally {
    let seeds = seeds(parser);
    let mut tally = Tally::default();
    for number in 0..executions {
        let bytes = file(&seeds, seed, number);
        let options = options(number);
        on_start(number);
        peak();
        let start = Instant::now();
        let outcome = catch_unwind(AssertUnwindSafe(|| {
            let read = read(&bytes, &options);
            read.map(|intake| intake.rows.add_up() && intake.rows.skipped == intake.skipped.len() as u64)
        }));
        let (took, cost) = (start.elapsed(), peak());
        tally.executions += 1;
        let mut find = |what: String| tally.finds.push(Find { number, what });
        match outcome {
            Err(_) => find("panicked".into()),
            Ok(Ok(false)) => find("rows are not all accounted for".into()),
            Ok(Ok(true)) => tally.read += 1,
            Ok(Err(_)) => {}
        }
        if took > HANG {
            find(format!("took {took:?}"));
        }
        if cost > MOST_MEMORY {
            find(format!("took {} MiB", cost >> 20));
        }
    }
    tally
}
