//! Measures how long documents take: `cargo run --release -p goodterms-paper --example pace`.
//!
//! Times are of the processor where the system tells them (Linux), since other work may run beside; elsewhere
//! of the clock.
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "an example run by hand")]

#[path = "../tests/samples/mod.rs"]
mod samples;

use goodterms_paper::demand::FinalDemand;
use goodterms_paper::{render_pdf, render_svg};
use std::time::{Duration, Instant};

/// What this thread has had of a processor.
fn worked() -> Duration {
    static START: std::sync::OnceLock<Instant> = std::sync::OnceLock::new();
    let start = *START.get_or_init(Instant::now);
    std::fs::read_to_string("/proc/thread-self/schedstat")
        .ok()
        .and_then(|line| line.split(' ').next()?.parse().ok())
        .map_or_else(|| start.elapsed(), Duration::from_nanos)
}

/// The letter to somebody else: a name of its own in every one, so that no set of glyphs is met twice.
fn other(letter: &FinalDemand, number: u32) -> FinalDemand {
    let mut other = letter.clone();
    // Another day in every letter, and other sums: hardly a paragraph is met twice.
    other.deadline = goodterms_terms::day::plus_days(letter.deadline, i64::from(number));
    for invoice in &mut other.invoices {
        let more = goodterms_terms::Money::of(i64::from(number), invoice.open.currency());
        invoice.open = invoice.open.plus(more).unwrap();
    }
    other.debtor.name =
        (0..12).map(|at| char::from(b'A' + u8::try_from((number * (at + 3) + at) % 57).unwrap())).collect();
    other
}

fn main() {
    let count: u32 = 200;
    let measure = |name: &str, work: &dyn Fn()| {
        let start = worked();
        work();
        let first = worked() - start;
        let start = worked();
        (0..count).for_each(|_| work());
        let each = (worked() - start) / count;
        println!("{name:32} first {first:9.2?}, then {each:9.2?} each");
    };
    let (mut letter, agreement) = (samples::demand(), samples::agreement());
    // Cut down to two pages, which is what most letters have.
    while letter.document().page_count() > 2 && letter.contacts.pop().is_some() {}
    let laid_out = letter.document();
    let pages = (laid_out.page_count(), agreement.document().page_count());
    println!("the letter has {} pages, the agreement {}", pages.0, pages.1);
    measure("letter: layout", &|| drop(letter.document()));
    measure("letter: PDF of laid-out pages", &|| drop(render_pdf(&laid_out)));
    measure("letter: layout and PDF", &|| drop(render_pdf(&letter.document())));
    measure("letter: SVG of laid-out pages", &|| drop(render_svg(&laid_out)));
    measure("agreement: layout and PDF", &|| drop(render_pdf(&agreement.document())));

    let clock = Instant::now();
    let half = |from: u32| {
        let letter = letter.clone();
        std::thread::spawn(move || {
            let start = worked();
            let sizes = (from..from + 500).map(|at| render_pdf(&other(&letter, at).document()).bytes.len());
            (sizes.sum::<usize>(), worked() - start)
        })
    };
    let done = [half(0), half(500)].map(|half| half.join().unwrap());
    let bytes: usize = done.iter().map(|(bytes, _)| bytes).sum();
    println!(
        "1,000 different letters on two threads: {:.2?} by the clock, {:.2?} and {:.2?} of processor, {} bytes on average",
        clock.elapsed(),
        done[0].1,
        done[1].1,
        bytes / 1_000
    );
}
