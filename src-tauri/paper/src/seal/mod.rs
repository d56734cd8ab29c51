//! Seals: a business's own digital signature on its agreements, and the check of what comes back.
//!
//! A seal proves that nothing was changed since it was made, and by which key. It does not prove who holds the
//! key.
//!
//! ```text
//! SealKey ─▶ Seal ─▶ seal(file) ─▶ Sealed ─▶ with_time_stamp
//!                                    │
//!                    client returns it, signed or scanned
//!                                    ▼
//!          verify(file) ─▶ Findings ─▶ judge      scan::read ─▶ Scan ─▶ match
//! ```

mod certificate;
mod cms;
mod der;
mod file;
mod identity;
mod key;
mod public;
pub mod scan;
mod sealing;
mod signed;
mod stamp;
mod verify;

pub use identity::Seal;
pub use key::{KeyFingerprint, SealKey};
pub use sealing::{SealOrder, Sealed, seal};
pub use stamp::{TimeStamp, TimeStampRequest};
pub use verify::{
    Change, Findings, Judgement, PlanFound, Problem, Reason, SignatureFound, Vouched, judge, verify,
};
