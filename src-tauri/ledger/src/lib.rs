//! One encrypted book: its key, its file, its one writer, its history, and the tables of the trade.
//!
//! The book is a SQLCipher file. [`Book::create`] and [`Book::open`] give one; [`Book::begin`] gives an
//! [`Act`], one IMMEDIATE transaction that writes its own history; [`Book::read`] gives a connection
//! that can only look. Time is an argument throughout, and nothing here prints or logs.

// What holds the book: key, file, writer, history.
mod act;
pub mod anchor;
mod book;
pub mod chain;
mod cipher;
pub mod day;
mod error;
mod hex;
pub mod history;
pub mod home;
mod key;
pub mod keychain;
mod migrations;
mod new_book;
pub mod passphrase;
pub mod phrase;
mod reader;
mod salt;
mod small;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
pub mod timeline;
mod transaction;
mod upgrade;
pub mod verify;
mod writer_lock;

pub use act::{Act, Committed};
pub use anchor::Standing;
pub use book::{Access, Book};
pub use chain::ChainReport;
pub use day::{day_from_number, day_number};
pub use error::{CannotOpen, LedgerError, MachineCode, OpenCode, Result};
pub use history::{ActContext, Head, HistoryEntry, Moment};
pub use home::Home;
pub use key::BookKey;
pub use keychain::{KeychainError, Keys};
pub use migrations::schema_version;
pub use new_book::NewBook;
pub use passphrase::Passphrase;
pub use phrase::{Phrase, PhraseError};
pub use reader::Reader;
pub use salt::BookSalt;
pub use sqlx::SqliteConnection as Connection;
pub use timeline::{Recorded, Span};
pub use verify::Verification;

// What stands in the book: one file per table, and the questions asked of them.
pub mod bank;
pub mod business;
pub mod client;
mod column;
pub mod contact;
pub mod correction;
pub mod credits;
pub mod dispute;
pub mod document;
pub mod early;
pub mod entry;
pub mod import;
pub mod known;
pub mod layout;
pub mod original;
pub mod plan;
pub mod reading;
pub mod seal;
pub mod whole;
#[cfg(feature = "testing")]
pub mod yardstick;
