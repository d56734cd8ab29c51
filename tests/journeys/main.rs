//! Journeys over the desk and a real encrypted book with a clock that stands still.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "a test that cannot go on fails, and says what it saw"
)]

mod arrivals;
mod export;
mod imports;
mod killed;
mod letters;
mod main_job;
mod money;
mod on_paper;
mod place;
mod privacy;
mod sample;
mod sealed;
mod seals;
mod sheets;
mod today;
