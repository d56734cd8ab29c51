//! The whole of the intake, from bytes to drafts: real exports, the same list written in many ways, doubt,
//! bad rows, and bytes nobody meant.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test fails by panicking, and says aloud what it skips"
)]

mod bad_rows;
mod doubt;
mod everyday;
mod fuzzed;
mod large;
mod list;
mod never_panics;
mod products;
mod receivables;
mod reports;
mod samples;
mod workbooks;
mod written_otherwise;
