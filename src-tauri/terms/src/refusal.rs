//! How a rule says no.
//!
//! Every refusal has a [`Code`] that never changes once shipped, a sentence for the command line and
//! logs, and, where it helps, the field, row and remedy. The window has its own words per code.

use serde::{Deserialize, Serialize};

/// Whether the rules say "not now" or the input cannot be understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RefusalKind {
    /// A rule of the trade forbids this at the moment; there is a way forward.
    Rule,
    /// What was given cannot be read, is ambiguous, or names nothing that exists.
    Input,
}

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $text:literal,)*) => {
        /// Every refusal the product knows. The text is the wire name and is never renamed.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Code { $($(#[$doc])* $name,)* }

        impl Code {
            /// All codes, for tables that must name each of them.
            pub const ALL: &'static [Code] = &[$(Code::$name,)*];

            /// The name on the wire, in snake case.
            pub const fn as_str(self) -> &'static str {
                match self { $(Code::$name => $text,)* }
            }
        }
    };
}

codes! {
    // money and days
    /// The text is not an amount.
    AmountUnreadable = "amount_unreadable",
    /// More decimals than the currency has.
    AmountTooPrecise = "amount_too_precise",
    /// The amount does not fit the books.
    AmountTooLarge = "amount_too_large",
    /// The amount must be more than nothing.
    AmountNotPositive = "amount_not_positive",
    /// Two currencies were about to be added.
    CurrencyMismatch = "currency_mismatch",
    /// No such ISO 4217 currency.
    CurrencyUnknown = "currency_unknown",
    /// The text is not a date.
    DateUnreadable = "date_unreadable",
    /// The date is out of the range books are kept in.
    DateOutOfRange = "date_out_of_range",
    /// No such IANA time zone.
    TimeZoneUnknown = "time_zone_unknown",
    /// The text is not a percentage.
    RateUnreadable = "rate_unreadable",
}

impl Serialize for Code {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Code {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        Self::ALL
            .iter()
            .copied()
            .find(|code| code.as_str() == text)
            .ok_or_else(|| serde::de::Error::custom(format!("no refusal is called {text}")))
    }
}

/// A typed no: what is refused, why, and what to do instead.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Refusal {
    /// Stable name.
    pub code: Code,
    /// Whether a rule or the input stands in the way.
    #[serde(skip)]
    pub kind: RefusalKind,
    /// One plain English sentence.
    pub message: String,
    /// What to do instead.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hint: Option<String>,
    /// The file it is about, by name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// The row of that file, counted from 1 as a text editor does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub row: Option<u64>,
    /// The field, column or option it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// What it could have meant.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub candidates: Vec<String>,
}

impl Refusal {
    /// A rule says not now.
    pub fn rule(code: Code, message: impl Into<String>) -> Self {
        Self::new(code, RefusalKind::Rule, message.into())
    }

    /// The input cannot be used.
    pub fn input(code: Code, message: impl Into<String>) -> Self {
        Self::new(code, RefusalKind::Input, message.into())
    }

    fn new(code: Code, kind: RefusalKind, message: String) -> Self {
        Self { code, kind, message, hint: None, file: None, row: None, field: None, candidates: Vec::new() }
    }

    /// Adds the way forward.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// Names the field; one that is already named stays.
    #[must_use]
    pub fn field(mut self, field: impl Into<String>) -> Self {
        self.field.get_or_insert_with(|| field.into());
        self
    }

    /// Names the file.
    #[must_use]
    pub fn file(mut self, file: impl Into<String>) -> Self {
        self.file = Some(file.into());
        self
    }

    /// Names the row.
    #[must_use]
    pub fn row(mut self, row: u64) -> Self {
        self.row = Some(row);
        self
    }

    /// Lists what it could have meant.
    #[must_use]
    pub fn candidates(mut self, candidates: impl IntoIterator<Item = String>) -> Self {
        self.candidates = candidates.into_iter().collect();
        self
    }
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Refusal {}
