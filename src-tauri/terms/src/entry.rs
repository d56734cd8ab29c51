//! Entries: what makes a client owe more or less. They are only ever added, never changed.
//!
//! A debit raises what the client owes, a credit lowers it. A correction is an entry of the same kind with
//! the opposite amount that names what it reverses: a *mistake* is taken back on the original's own day, an
//! *event* (a payment that bounced) counts from the day it happened.

use serde::{Deserialize, Serialize};

macro_rules! named {
    ($(#[$doc:meta])* $kind:ident { $($(#[$each:meta])* $name:ident = $text:literal,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        pub enum $kind { $($(#[$each])* #[serde(rename = $text)] $name,)* }

        impl $kind {
            /// Every one of them.
            pub const ALL: &'static [$kind] = &[$($kind::$name,)*];

            /// The name on the wire and in the book.
            pub const fn as_str(self) -> &'static str {
                match self { $($kind::$name => $text,)* }
            }

            /// Finds it by that name.
            pub fn from_name(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|kind| kind.as_str() == name)
            }
        }
    };
}
pub(crate) use named;

named! {
    /// What kind of entry it is.
    EntryKind {
        /// Goods or services billed, with tax.
        Invoice = "invoice",
        /// What was owed when the book began.
        OpeningBalance = "opening_balance",
        /// A late fee the business chose to claim.
        LateFee = "late_fee",
        /// Interest the business chose to claim.
        Interest = "interest",
        /// The fixed sum a statute allows for a late debt.
        Compensation = "compensation",
        /// A cost of recovery.
        Cost = "cost",
        /// Money given back to the client.
        Refund = "refund",
        /// Money received.
        Payment = "payment",
        /// A credit note.
        CreditNote = "credit_note",
        /// A discount that was earned or given.
        Discount = "discount",
        /// An amount given up.
        WriteOff = "write_off",
        /// A difference inferred from an import, for somebody to look at.
        Adjustment = "adjustment",
    }
}

impl EntryKind {
    /// Whether entries of this kind raise what the client owes.
    pub const fn is_debit(self) -> bool {
        matches!(
            self,
            Self::Invoice
                | Self::OpeningBalance
                | Self::LateFee
                | Self::Interest
                | Self::Compensation
                | Self::Cost
                | Self::Refund
        )
    }
}
