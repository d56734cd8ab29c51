//! `cargo xtask bench ui`: a book of 100,000 invoices in the real web view, measured against what we promise.
//! A measurement, not a test: nothing fails, a figure beyond its limit is marked.
#![cfg_attr(
    target_os = "linux",
    expect(
        clippy::expect_used,
        clippy::panic,
        clippy::print_stdout,
        clippy::print_stderr,
        clippy::float_arithmetic,
        reason = "it talks, in milliseconds, and stops where it cannot go on"
    )
)]

#[cfg(target_os = "linux")]
#[expect(dead_code, reason = "the tests use the rest of it")]
mod desk;
#[cfg(target_os = "linux")]
#[expect(dead_code, reason = "the tests use the rest of it")]
mod driver;
#[cfg(target_os = "linux")]
#[path = "bench/measured.rs"]
mod measured;
#[cfg(target_os = "linux")]
#[path = "bench/memory.rs"]
mod memory;
#[cfg(target_os = "linux")]
mod stage;
#[cfg(target_os = "linux")]
mod wire;

/// Measured as people have it: no picture is taken.
#[cfg(target_os = "linux")]
pub(crate) const TAKES_PICTURES: bool = false;

#[cfg(target_os = "linux")]
fn main() {
    measured::measure();
}

/// No driver ships for the web views of Windows and macOS.
#[cfg(not(target_os = "linux"))]
fn main() {}
