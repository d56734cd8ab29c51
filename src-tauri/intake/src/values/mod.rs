//! One cell at a time: amounts, dates, currencies, and the words programs put into status columns.

pub(crate) mod amount;
pub(crate) mod currency;
pub(crate) mod date;
pub(crate) mod figure;
pub(crate) mod totals;
pub(crate) mod words;
