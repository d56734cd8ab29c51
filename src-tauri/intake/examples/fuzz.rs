//! Reads mutated files until something breaks, or does not.
//!
//! `cargo run --release -p goodterms-intake --example fuzz -- [--parser P] [--executions N] [--seed S]
//! [--only NUMBER --out FILE]`. Without a parser all are run. `--only` writes the file of one execution, so
//! that a find can be looked at. Exits with 1 when anything was found.

#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    clippy::disallowed_methods,
    unreachable_pub,
    reason = "a tool for the people who work on this, over files of its own making"
)]

#[path = "../fuzz/mutate.rs"]
mod mutate;
#[path = "../fuzz/run.rs"]
mod run;
#[path = "../fuzz/seeds.rs"]
mod seeds;

use peak_alloc::PeakAlloc;
use std::process::ExitCode;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// The execution under way, and how long the watch has seen it.
static UNDER_WAY: AtomicU64 = AtomicU64::new(0);

fn main() -> ExitCode {
    let told = |name: &str| std::env::args().skip_while(|arg| arg != name).nth(1);
    let number = |name: &str, default: u64| told(name).and_then(|n| n.parse().ok()).unwrap_or(default);
    let (executions, seed) = (number("--executions", 1_000_000), number("--seed", 1));
    let parser = told("--parser");
    let chosen = seeds::PARSERS
        .iter()
        .map(|(name, _)| *name)
        .filter(|name| parser.as_deref().is_none_or(|p| p == *name));
    if let (Some(only), Some(out), Some(parser)) = (told("--only"), told("--out"), &parser) {
        let bytes = run::file(&seeds::seeds(parser), seed, only.parse().unwrap());
        std::fs::write(out, bytes).unwrap();
        return ExitCode::SUCCESS;
    }
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        // What a library panics over in a workbook is caught where it is called.
        if !place.contains("calamine") {
            println!("  panic at {place} in execution {}", UNDER_WAY.load(Ordering::Relaxed));
        }
    }));
    std::thread::spawn(watch);
    let mut found = 0;
    for parser in chosen {
        let start = Instant::now();
        let mut base = 0;
        let mut asked = false;
        let tally = run::run(
            parser,
            executions,
            seed,
            || {
                let cost = if asked { MEMORY.peak_usage().saturating_sub(base) } else { 0 };
                base = MEMORY.current_usage();
                MEMORY.reset_peak_usage();
                asked = !asked;
                cost
            },
            |number| UNDER_WAY.store(number, Ordering::Relaxed),
        );
        let seconds = start.elapsed().as_secs();
        println!(
            "{parser}: {} executions in {seconds} s, {} files read, {} finds (seed {seed})",
            tally.executions,
            tally.read,
            tally.finds.len()
        );
        for find in tally.finds.iter().take(20) {
            println!("  execution {}: {}", find.number, find.what);
        }
        found += tally.finds.len();
    }
    if found == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Ends a run that does not come back, saying where.
fn watch() {
    let mut last = (0, Instant::now());
    loop {
        std::thread::sleep(Duration::from_secs(1));
        let now = UNDER_WAY.load(Ordering::Relaxed);
        if now != last.0 {
            last = (now, Instant::now());
        } else if now != 0 && last.1.elapsed() > Duration::from_secs(60) {
            println!("  execution {now} does not come back");
            std::process::exit(1);
        }
    }
}
