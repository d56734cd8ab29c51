//! Who owes: a client, where they are, and whether the law sees a business or a consumer.

use serde::{Deserialize, Serialize};

/// Whether the debtor acts in the course of business. Many statutory rights depend on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClientKind {
    /// A company, partnership or trader acting in business.
    Business,
    /// A person acting privately.
    Consumer,
}

impl ClientKind {
    /// The name on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Business => "business",
            Self::Consumer => "consumer",
        }
    }
}

/// A structured postal address. Payment codes and window envelopes need the parts, so they are kept apart.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Address {
    /// Street name, without the number.
    pub street: String,
    /// House or building number.
    pub number: String,
    /// A second line: suite, floor, care of.
    pub extra: String,
    /// Postal code.
    pub postcode: String,
    /// Town or city.
    pub town: String,
    /// Region, province or state, as an ISO 3166-2 suffix (`ON`) or a name.
    pub region: String,
    /// Country, ISO 3166-1 alpha-2 (`CA`).
    pub country: String,
}

impl Address {
    /// Whether nothing at all is known.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

crate::entry::named! {
    /// How a word reached the client, or came from them.
    Channel {
        /// Electronic mail.
        Email = "email",
        /// A short message.
        Sms = "sms",
        /// A telephone call.
        Call = "call",
        /// A letter.
        Letter = "letter",
    }
}

impl Channel {
    /// Whether it leaves something written: calls do not count as written reminders.
    pub const fn is_written(self) -> bool {
        !matches!(self, Self::Call)
    }
}

crate::entry::named! {
    /// Which way a word went.
    Direction {
        /// From the business to the client.
        Out = "out",
        /// From the client to the business.
        In = "in",
    }
}

crate::entry::named! {
    /// What a word was about.
    ContactKind {
        /// A reminder of what is due.
        Reminder = "reminder",
        /// A final demand.
        FinalDemand = "final_demand",
        /// Thanks.
        Thanks = "thanks",
        /// A conversation.
        Talk = "talk",
        /// An answer.
        Reply = "reply",
        /// A machine's answer: away, received, on holiday.
        AutoReply = "auto_reply",
        /// Mail that did not arrive.
        Undelivered = "undelivered",
    }
}
