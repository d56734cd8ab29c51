//! Goodterms without a window: the same abilities for scripts and bookkeepers.
//!
//! A thin second front over the desk. It reads the command line, opens the book for what the command needs,
//! asks the desk, and shows the answer as JSON or in words. No rule lives here.

mod ageing;
mod bank;
mod books;
mod clients;
mod demands;
mod demo;
mod export;
mod failure;
mod imports;
mod interest;
mod invoices;
mod letters;
mod line;
mod output;
mod page;
mod payments;
mod plans;
mod policy;
mod progress;
mod records;
mod schedule;
mod sitting;
mod table;
mod words;

use std::process::ExitCode;

fn main() -> ExitCode {
    // A panic is a fault of ours: it is told in one sentence below, without a trace of anybody's data.
    std::panic::set_hook(Box::new(|_| {}));
    let words: Vec<_> = std::env::args_os().collect();
    let json = line::wants_json(&words);
    let done = std::panic::catch_unwind(|| line::follow(words, json));
    ExitCode::from(done.unwrap_or_else(|_| failure::show(&failure::fault(), json)))
}
