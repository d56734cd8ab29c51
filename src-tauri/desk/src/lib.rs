//! What a person can do with a book: one function per query and mutation, the same for the window and the
//! command line.
//!
//! The desk composes the rules ([`goodterms_terms`]), the book ([`goodterms_ledger`]), the papers
//! ([`goodterms_paper`]) and what comes in ([`goodterms_intake`]). It holds no rule of its own. Its clock is
//! the only one in the product, and its errors cross as codes.

pub mod ageing;
pub mod bank;
pub mod books;
pub mod business;
mod choice;
pub mod clients;
pub mod clock;
mod command_list;
pub mod contacts;
pub mod demands;
pub mod demo;
mod desk;
pub mod disputes;
pub mod documents;
mod error;
pub mod export;
mod files;
pub mod find;
mod finding;
mod fonts;
mod founding;
pub mod history;
pub mod imports;
pub mod interest;
pub mod invoices;
pub mod letters;
mod lists;
mod overlay;
mod papers;
mod paying;
pub mod payments;
pub mod plans;
pub mod policy;
mod recent;
pub mod recovery;
mod said;
pub mod seals;
mod shown;
mod stamping;
pub mod statements;
pub mod terms_sheets;
pub mod today;
pub mod wire;
pub mod work;
mod written;

pub use clock::Clock;
pub use desk::Desk;
pub use error::{Answer, DeskError, ErrorKind};
pub use goodterms_ledger::Access;
pub use goodterms_terms::{Day, day};
pub use papers::PaperWarning;
