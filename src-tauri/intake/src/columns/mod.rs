//! What each column is: fields, their names in seven languages, and the choice between them.

pub(crate) mod bank;
mod choose;
mod field;
pub(crate) mod infer;
pub(crate) mod plan;
pub(crate) mod product;
mod reports;
pub(crate) mod survey;
pub(crate) mod synonyms;

pub(crate) use choose::choose;
pub use field::Field;
