//! The documents of the trade.

pub mod agreement;
pub mod demand;
pub mod letter;
pub mod recovery;
pub mod specimen;
pub mod statement;
mod stationery;
pub mod terms_sheet;
mod words;

use crate::drawing::Drawing;
use serde::{Deserialize, Serialize};

/// How the reader can pay.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct HowToPay {
    /// Details of the account with their labels: `IBAN`, `CA…`. Set as given.
    pub details: Vec<(String, String)>,
    /// What the payment must be marked with.
    pub reference: String,
    /// Where a payment can be made on line; empty when nowhere.
    pub link: String,
    /// A code to scan, beside the details.
    pub code: Option<PaymentCode>,
}

/// A code that a banking app or a camera reads, as it is printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaymentCode {
    /// The code itself.
    pub drawing: Drawing,
    /// What stands below it, in the reader's language: `Scan to pay by bank transfer`.
    pub caption: String,
}
