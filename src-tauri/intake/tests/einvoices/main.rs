//! What comes in as a document rather than as a table: electronic invoices, the PDFs and archives that carry
//! them, contact cards, e-mail, and bytes nobody meant.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test fails by panicking, and says aloud what it skips"
)]

mod archives;
mod bombs;
mod cards;
mod expected;
mod mail;
mod never_panics;
mod odd_invoices;
mod our_own;
#[path = "../intake/samples.rs"]
#[allow(dead_code, reason = "the tests of tables need more of it")]
mod samples;
