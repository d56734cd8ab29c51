//! The rules of the trade: money, days, invoices, payments, plans and demands.
//!
//! This crate does no I/O, reads no clock and holds no float. Everything is a pure function of its
//! arguments, and can fail only by a typed [`Refusal`].

pub mod ageing;
pub mod agreement;
pub mod bank_match;
pub mod calendar;
pub mod client;
pub mod day;
pub mod demand;
pub mod entry;
pub mod history;
pub mod interest;
pub mod invoice;
pub mod jurisdiction;
pub mod money;
pub mod payment;
pub mod plan;
pub mod policy;
pub mod refusal;

pub use client::{Address, ClientKind};
pub use day::Day;
pub use money::{Currency, Money};
pub use refusal::{Code, Refusal, RefusalKind};
