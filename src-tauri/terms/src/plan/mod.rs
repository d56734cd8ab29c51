//! Payment plans: worked out, offered, agreed, followed, and proven.
//!
//! - [`QuoteRequest`] turns "so much, in so many parts, every month" into a [`Quote`].
//! - [`three_offers`] lays settle-now, standard and gentle side by side.
//! - [`PlanVersion`] is an agreed version as an overlay on invoices: it changes dates, not debts.
//! - [`PlanPaper`] is the canonical content of a version; its hash is the [`Fingerprint`] on every page.
//!
//! ```
//! use goodterms_terms::plan::QuoteRequest;
//! use goodterms_terms::{Currency, Money, day};
//!
//! let owed = Money::parse("1000", Currency::from_code("CAD")?)?;
//! let asked = QuoteRequest { count: Some(3), start: Some(day::parse("2027-01-31")?), ..QuoteRequest::of(owed, day::parse("2027-01-05")?) };
//! let quote = asked.quote()?;
//! let plan: Vec<String> = quote.instalments.iter().map(|i| format!("{} {}", i.due, i.amount)).collect();
//! assert_eq!(plan, ["2027-01-31 333.34", "2027-02-28 333.33", "2027-03-31 333.33"]);
//! # Ok::<(), goodterms_terms::Refusal>(())
//! ```

mod amortise;
mod fingerprint;
mod offers;
mod overlay;
mod paper;
mod quote;
mod received;
mod request;
mod solve;
mod spacing;
mod standing;
mod version;

#[cfg(test)]
mod overlay_tests;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;

pub use fingerprint::Fingerprint;
pub use offers::{Offer, OfferKind, OfferTerms, Pace, three_offers};
pub use overlay::{AgeingLine, share_out};
pub use paper::{PaperClause, PaperInstalment, PaperInvoice, PaperParty, PlanPaper, SCHEMA};
pub use quote::{Caution, Instalment, Quote};
pub use received::Receipt;
pub use request::{MOST_INSTALMENTS, QuoteRequest};
pub use spacing::{Anchor, Rhythm, Spacing, YearFraction};
pub use standing::{InstalmentStanding, InstalmentState, NextStep, Standing};
pub use version::{Acceleration, Covered, Life, Notice, PlanState, PlanVersion};
