//! The house rules that no compiler knows, as tests: which crate may know which, how long a file may
//! be, who may ask for the time. Each rule is a small function that is first shown a bad example, so
//! that a rule which finds nothing is known to be able to find something.
//!
//! When one of these fails, mend the code. A rule itself changes only with a dated line in DECISIONS.md.
#![expect(clippy::expect_used, clippy::panic, reason = "a rule that cannot be read must fail loudly")]

mod crates;
mod files;
mod licences;
mod rules;
#[expect(dead_code, reason = "the list itself is written by the example")]
#[path = "../../examples/licences/works.rs"]
mod works;
