//! The documents of the trade.

pub mod agreement;
pub mod demand;
pub mod statement;
mod stationery;

/// How the reader can pay.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HowToPay {
    /// Details of the account with their labels: `IBAN`, `CA…`. Set as given.
    pub details: Vec<(String, String)>,
    /// What the payment must be marked with.
    pub reference: String,
    /// Where a payment can be made on line; empty when nowhere.
    pub link: String,
}
