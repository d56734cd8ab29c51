//! The built command line against its contract: exit codes, JSON keys, and what lies on the disk afterwards.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "a test that cannot go on fails, and says what it saw"
)]

mod bench;
mod books;
mod demo;
mod export;
mod figures;
mod golden;
mod imports;
mod letters;
mod main_job;
mod money;
mod plans;
mod refusals;
mod samples;
mod usage;
