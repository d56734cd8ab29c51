//! Measures how long documents take: `cargo run --release -p goodterms-paper --example pace`.
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "an example run by hand")]

#[path = "../tests/samples/mod.rs"]
mod samples;

use goodterms_paper::{render_pdf, render_svg};
use std::time::{Duration, Instant};

fn main() {
    let count: u32 = 200;
    let measure = |name: &str, work: &dyn Fn()| {
        let start = Instant::now();
        work();
        let first = start.elapsed();
        let start = Instant::now();
        (0..count).for_each(|_| work());
        let each: Duration = start.elapsed() / count;
        println!("{name:32} first {first:9.2?}, then {each:9.2?} each");
    };
    let (letter, agreement) = (samples::demand(), samples::agreement());
    let laid_out = letter.document();
    measure("letter: layout", &|| drop(letter.document()));
    measure("letter: PDF of laid-out pages", &|| drop(render_pdf(&laid_out)));
    measure("letter: layout and PDF", &|| drop(render_pdf(&letter.document())));
    measure("letter: SVG of laid-out pages", &|| drop(render_svg(&laid_out)));
    measure("agreement: layout and PDF", &|| drop(render_pdf(&agreement.document())));

    // A name of its own in every letter, so that no set of glyphs is met twice.
    let start = Instant::now();
    let mut bytes = 0;
    for number in 0..count {
        let mut other = letter.clone();
        let name: String = (0..12)
            .map(|at| char::from(b'A' + u8::try_from((number * (at + 3) + at) % 57).unwrap()))
            .collect();
        other.debtor.name = name;
        bytes += render_pdf(&other.document()).bytes.len();
    }
    println!(
        "{:32} {:9.2?} each, {} bytes on average",
        "different letters",
        start.elapsed() / count,
        bytes / count as usize
    );
}
