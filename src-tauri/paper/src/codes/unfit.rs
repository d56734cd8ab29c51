//! Why a payment code cannot be made.

use std::fmt;

/// What a payment scheme does not allow. [`fmt::Display`] says it in a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unfit {
    /// A field the scheme needs is empty.
    Missing {
        /// The field, as the sentence begins: `The name`.
        what: &'static str,
    },
    /// A field is longer than the scheme allows.
    TooLong {
        /// The field.
        what: &'static str,
        /// How many characters it may have.
        most: usize,
    },
    /// A field does not look as it must.
    Form {
        /// The field.
        what: &'static str,
    },
    /// The check digits do not fit the rest: something was mistyped.
    CheckDigit {
        /// The field.
        what: &'static str,
    },
    /// A character that the scheme does not know.
    Character {
        /// The field.
        what: &'static str,
        /// The first such character.
        character: char,
    },
    /// The scheme does not pay in this currency.
    Currency {
        /// The ISO 4217 codes it pays in.
        allowed: &'static [&'static str],
    },
    /// The amount is nothing, or more than the scheme moves at once (999,999,999.99).
    Amount,
    /// An account of a country where the scheme does not reach.
    Country {
        /// The ISO 3166-1 code.
        country: String,
    },
    /// The kind of account and the kind of reference do not go together (Swiss QR-bill: a QR-IBAN needs a QR
    /// reference, and only a QR-IBAN may have one).
    Reference,
}

impl Unfit {
    /// A stable name for scripts and tables of words.
    pub const fn reason(&self) -> &'static str {
        match self {
            Self::Missing { .. } => "missing",
            Self::TooLong { .. } => "too_long",
            Self::Form { .. } => "form",
            Self::CheckDigit { .. } => "check_digit",
            Self::Character { .. } => "character",
            Self::Currency { .. } => "currency",
            Self::Amount => "amount",
            Self::Country { .. } => "country",
            Self::Reference => "reference",
        }
    }
}

impl fmt::Display for Unfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing { what } => write!(f, "{what} is needed for this payment code."),
            Self::TooLong { what, most } => write!(f, "{what} may have at most {most} characters."),
            Self::Form { what } => write!(f, "{what} is not written as it must be."),
            Self::CheckDigit { what } => {
                write!(f, "{what} has the wrong check digits: a digit or letter in it was probably mistyped.")
            }
            Self::Character { what, character } => {
                write!(f, "{what} holds the character {character:?}, which this payment code does not allow.")
            }
            Self::Currency { allowed } => {
                write!(f, "This payment code only pays in {}.", allowed.join(" or "))
            }
            Self::Amount => {
                f.write_str("The amount must be between 0.01 and 999,999,999.99 for this payment code.")
            }
            Self::Country { country } => {
                write!(f, "An account in {country:?} cannot be paid with this payment code.")
            }
            Self::Reference => f.write_str(
                "A QR-IBAN needs a QR reference of 27 digits, and any other IBAN an RF reference or none.",
            ),
        }
    }
}

impl std::error::Error for Unfit {}
