//! The real app in a real window, used as a person uses it: by the words on the screen and the keys.
//!
//! Each test sets a stage of its own (a private display, a session bus with a keychain, an empty home),
//! opens the built app there through WebKit's own driver, and keeps pictures in `window/` in cargo's
//! target folder. Linux only: no driver ships for the web views of Windows and macOS.
//!
//! Where the driver or the display is missing, a test says so loudly and passes; under `CI=true` it fails.
#![cfg(target_os = "linux")]
#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::print_stderr,
    reason = "a test fails by panicking, and talks"
)]

mod books;
mod desk;
mod driver;
mod harness;
mod imports;
mod inspection;
mod main_job;
mod manners;
mod scenes;
mod shots;
mod stage;
mod wire;

/// The stage is set so that the driver can take pictures.
pub(crate) const TAKES_PICTURES: bool = true;
