//! The facts a suggestion rests on.

use crate::day::Day;
use crate::money::Money;

/// One fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Evidence {
    /// The payment's reference is the one that was asked for.
    ReferenceExact {
        /// As it was asked for.
        reference: String,
    },
    /// The number stands in what was written.
    NumberInText {
        /// The invoice's number or the plan's reference.
        number: String,
    },
    /// The amount is what is open.
    AmountExact,
    /// Less than is open by exactly the discount that was agreed for paying early, and in time for it.
    EarlyDiscount {
        /// How much comes off.
        off: Money,
        /// The last day on which it may be taken.
        until: Day,
    },
    /// A payment of that amount was entered for about that day.
    PaymentEntered {
        /// The day it was entered for.
        on: Day,
        /// What it pays.
        pays: Vec<String>,
    },
    /// Less than is open by no more than bank fees take.
    AmountShort {
        /// By how much.
        short: Money,
    },
    /// Less than is open.
    AmountPart {
        /// What would be left.
        left: Money,
    },
    /// More than is open.
    AmountOver {
        /// What of the movement would still be to match.
        over: Money,
    },
    /// Several items add up to the amount.
    AmountSum {
        /// How many.
        items: usize,
    },
    /// Several movements name the item and add up to it.
    LinesSum {
        /// How many, this one included.
        lines: usize,
    },
    /// Several movements would each pay the item.
    ClaimedTwice {
        /// How many, this one included.
        lines: usize,
    },
    /// The account or name was matched to this client before.
    PayerKnown,
    /// The payer's name is like the client's.
    PayerAlike {
        /// The client's name.
        client: String,
    },
    /// The next instalment of a plan.
    InstalmentDue {
        /// Its place in the plan.
        n: u32,
        /// The day it is due.
        due: Day,
    },
    /// Nothing fits the amount, so the oldest come first.
    OldestFirst,
    /// It came after the day it was due.
    DaysAfterDue {
        /// By so many days.
        days: i64,
    },
    /// It came on the day or before.
    DaysBeforeDue {
        /// By so many days; 0 on the day.
        days: i64,
    },
}

impl Evidence {
    /// The name on the wire. It never changes.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::ReferenceExact { .. } => "reference_exact",
            Self::NumberInText { .. } => "number_in_text",
            Self::AmountExact => "amount_exact",
            Self::EarlyDiscount { .. } => "early_discount",
            Self::PaymentEntered { .. } => "payment_entered",
            Self::AmountShort { .. } => "amount_short",
            Self::AmountPart { .. } => "amount_part",
            Self::AmountOver { .. } => "amount_over",
            Self::AmountSum { .. } => "amount_sum",
            Self::LinesSum { .. } => "lines_sum",
            Self::ClaimedTwice { .. } => "claimed_twice",
            Self::PayerKnown => "payer_known",
            Self::PayerAlike { .. } => "payer_alike",
            Self::InstalmentDue { .. } => "instalment_due",
            Self::OldestFirst => "oldest_first",
            Self::DaysAfterDue { .. } => "days_after_due",
            Self::DaysBeforeDue { .. } => "days_before_due",
        }
    }

    /// The fact in one sentence.
    pub fn sentence(&self) -> String {
        let with_code = |money: &Money| format!("{money} {}", money.currency());
        match self {
            Self::ReferenceExact { reference } => format!("The reference is {reference}."),
            Self::NumberInText { number } => format!("The text names {number}."),
            Self::AmountExact => "The amount is exactly what is open.".to_owned(),
            Self::EarlyDiscount { off, until } => {
                format!("{} less, the discount agreed for paying by {until}.", with_code(off))
            }
            Self::PaymentEntered { on, pays } if pays.is_empty() => {
                format!("It is the payment you entered for {on}.")
            }
            Self::PaymentEntered { on, pays } => {
                format!("It is the payment you entered for {on}, which pays {}.", pays.join(", "))
            }
            Self::AmountShort { short } => {
                format!("{} less than is open, as bank fees may take.", with_code(short))
            }
            Self::AmountPart { left } => format!("{} would stay open.", with_code(left)),
            Self::AmountOver { over } => {
                format!("{} more than is open; that part would still be to match.", with_code(over))
            }
            Self::AmountSum { items: 1 } => "The amount is exactly what is open.".to_owned(),
            Self::AmountSum { items } => format!("{items} items add up to exactly this amount."),
            Self::LinesSum { lines } => {
                format!("{lines} payments name it and add up to exactly what is open.")
            }
            Self::ClaimedTwice { lines } => {
                format!("{lines} payments name it, each for the whole of what is open.")
            }
            Self::PayerKnown => "This payer was matched to this client before.".to_owned(),
            Self::PayerAlike { client } => format!("The payer's name is like {client}."),
            Self::InstalmentDue { n: 0, due } => format!("It is the down payment, due on {due}."),
            Self::InstalmentDue { n, due } => format!("It is instalment {n}, due on {due}."),
            Self::OldestFirst => "No open amount fits, so it would pay the oldest first.".to_owned(),
            Self::DaysAfterDue { days: 1 } => "It came 1 day after it was due.".to_owned(),
            Self::DaysAfterDue { days } => format!("It came {days} days after it was due."),
            Self::DaysBeforeDue { days: 0 } => "It came on the day it was due.".to_owned(),
            Self::DaysBeforeDue { days: 1 } => "It came 1 day before it was due.".to_owned(),
            Self::DaysBeforeDue { days } => format!("It came {days} days before it was due."),
        }
    }

    /// Whether it says which item was meant.
    pub(super) const fn is_a_name(&self) -> bool {
        matches!(self, Self::ReferenceExact { .. } | Self::NumberInText { .. })
    }

    /// Smaller comes first.
    pub(super) const fn weight(&self) -> u8 {
        match self {
            Self::ReferenceExact { .. } | Self::PaymentEntered { .. } => 0,
            Self::NumberInText { .. } => 1,
            Self::AmountExact => 2,
            Self::AmountSum { .. } => 3,
            Self::AmountShort { .. } | Self::EarlyDiscount { .. } => 4,
            Self::AmountPart { .. } | Self::AmountOver { .. } => 5,
            Self::LinesSum { .. } | Self::ClaimedTwice { .. } => 6,
            Self::PayerKnown => 7,
            Self::PayerAlike { .. } => 8,
            Self::InstalmentDue { .. } => 9,
            Self::OldestFirst => 10,
            Self::DaysAfterDue { .. } | Self::DaysBeforeDue { .. } => 11,
        }
    }
}
