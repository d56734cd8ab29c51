//! The fields a column can hold. Their names are what `--map FIELD=COLUMN` takes.

use crate::options::Kind;
use goodterms_terms::{Code, Refusal};
use serde::{Serialize, Serializer};
use std::str::FromStr;
use ts_rs::TS;

macro_rules! fields {
    ($($(#[$doc:meta])* $name:ident = $text:literal,)*) => {
        /// What a column can hold.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, TS)]
        #[ts(rename = "ImportField")]
        pub enum Field { $($(#[$doc])* #[ts(rename = $text)] $name,)* }

        impl Field {
            /// All fields.
            pub const ALL: &'static [Field] = &[$(Field::$name,)*];

            /// The name on the wire and in options.
            pub const fn as_str(self) -> &'static str {
                match self { $(Field::$name => $text,)* }
            }
        }
    };
}

fields! {
    /// The invoice's number.
    InvoiceNumber = "invoice_number",
    /// The client's name.
    Client = "client",
    /// The client's number or code.
    ClientReference = "client_reference",
    /// Day of issue.
    IssueDate = "issue_date",
    /// Day due.
    DueDate = "due_date",
    /// Total with tax.
    Total = "total",
    /// Total in the file's base currency.
    BaseTotal = "base_total",
    /// What is still open.
    Balance = "balance",
    /// What was paid.
    Paid = "paid",
    /// The day it was paid.
    PaidDate = "paid_date",
    /// What was written off.
    WrittenOff = "written_off",
    /// Currency.
    Currency = "currency",
    /// How many of the base currency one of the row's currency is.
    ExchangeRate = "exchange_rate",
    /// Draft, sent, paid, void, …
    Status = "status",
    /// Invoice, credit note, …
    Type = "type",
    /// Payment terms: `Net 30`.
    Terms = "terms",
    /// Whether the client disputes it.
    Disputed = "disputed",
    /// Purchase order or reference of the client.
    PoNumber = "po_number",
    /// Whether it has been issued (0 or 1).
    Submitted = "submitted",
    /// Whether it has been cancelled (0 or 1).
    Cancelled = "cancelled",
    /// Total of one line of the invoice.
    LineTotal = "line_total",
    /// Tax of one line of the invoice.
    LineTax = "line_tax",
    /// What one line of the invoice is about.
    LineItem = "line_item",
    /// Type of ledger account in a list of transactions.
    AccountType = "account_type",
    /// Who issued it.
    Seller = "seller",
    /// Amount of a payment.
    Amount = "amount",
    /// Day of a payment.
    PaymentDate = "payment_date",
    /// How it was paid.
    Method = "method",
    /// The payment's own reference.
    Reference = "reference",
    /// E-mail address.
    Email = "email",
    /// Telephone.
    Phone = "phone",
    /// Contact person.
    Contact = "contact",
    /// First name of the contact.
    FirstName = "first_name",
    /// Last name of the contact.
    LastName = "last_name",
    /// Street, or the whole address.
    Street = "street",
    /// House number.
    HouseNumber = "house_number",
    /// Second line of the address.
    AddressExtra = "address_extra",
    /// Postal code.
    Postcode = "postcode",
    /// Town.
    Town = "town",
    /// Region, province or state.
    Region = "region",
    /// Country.
    Country = "country",
    /// Notes.
    Notes = "notes",
    /// The day a movement was booked.
    BookingDate = "booking_date",
    /// The day a movement counts for interest.
    ValueDate = "value_date",
    /// Money out, in a column of its own.
    Debit = "debit",
    /// Money in, in a column of its own.
    Credit = "credit",
    /// Whether money came in or went out.
    Direction = "direction",
    /// Who is on the other side of a movement.
    Payer = "payer",
    /// The account on the other side.
    PayerAccount = "payer_account",
    /// What was written with a movement.
    Text = "text",
    /// The account itself.
    Account = "account",
    /// The bank's own number of a movement.
    BankId = "bank_id",
}

/// Who the client is and how to reach them.
const CONTACT: &[Field] = &[
    Field::Client,
    Field::ClientReference,
    Field::Email,
    Field::Phone,
    Field::Contact,
    Field::FirstName,
    Field::LastName,
    Field::Street,
    Field::HouseNumber,
    Field::AddressExtra,
    Field::Postcode,
    Field::Town,
    Field::Region,
    Field::Country,
];

/// What only invoices have, the most telling first: a column goes to the first field that claims it.
const INVOICE: &[Field] = &[
    Field::InvoiceNumber,
    Field::IssueDate,
    Field::DueDate,
    Field::BaseTotal,
    Field::Total,
    Field::Balance,
    Field::Paid,
    Field::PaidDate,
    Field::WrittenOff,
    Field::Currency,
    Field::ExchangeRate,
    Field::Status,
    Field::Type,
    Field::Terms,
    Field::Disputed,
    Field::PoNumber,
    Field::Submitted,
    Field::Cancelled,
    Field::LineTotal,
    Field::LineTax,
    Field::LineItem,
    Field::AccountType,
    Field::Seller,
];

const PAYMENT: &[Field] = &[
    Field::InvoiceNumber,
    Field::Amount,
    Field::PaymentDate,
    Field::Method,
    Field::Reference,
    Field::Currency,
];

/// What movements on an account have. The currency comes before the value date: `Valuta` is either.
const BANK: &[Field] = &[
    Field::BookingDate,
    Field::Currency,
    Field::ValueDate,
    Field::Amount,
    Field::Debit,
    Field::Credit,
    Field::Direction,
    Field::PayerAccount,
    Field::Payer,
    Field::Account,
    Field::Text,
    Field::Reference,
    Field::BankId,
    Field::Balance,
];

impl Field {
    /// The fields rows of that kind have.
    pub(crate) fn of(kind: Kind) -> impl Iterator<Item = Self> {
        let own: &[Self] = match kind {
            Kind::Clients => &[Self::Notes],
            Kind::Invoices => INVOICE,
            Kind::Payments => PAYMENT,
            Kind::Bank => BANK,
            Kind::Mail => &[],
        };
        let contact = if matches!(kind, Kind::Bank | Kind::Mail) { &[] } else { CONTACT };
        own.iter().chain(contact).copied()
    }

    /// Whether its column holds dates.
    pub(crate) const fn is_date(self) -> bool {
        matches!(
            self,
            Self::IssueDate
                | Self::DueDate
                | Self::PaidDate
                | Self::PaymentDate
                | Self::BookingDate
                | Self::ValueDate
        )
    }

    /// Whether its column holds amounts.
    pub(crate) const fn is_amount(self) -> bool {
        matches!(
            self,
            Self::Total
                | Self::BaseTotal
                | Self::Balance
                | Self::Paid
                | Self::WrittenOff
                | Self::LineTotal
                | Self::LineTax
                | Self::Amount
                | Self::Debit
                | Self::Credit
        )
    }

    /// Whether another column of the same meaning may fill a gap: facts of a client, never of the money.
    pub(crate) fn takes_fallbacks(self) -> bool {
        CONTACT.contains(&self) || matches!(self, Self::Notes | Self::LineItem | Self::Text | Self::Reference)
    }
}

impl FromStr for Field {
    type Err = Refusal;

    /// Takes the wire names and the short names people use: `number`, `customer`, `issued`, `due`, `po`, …
    fn from_str(text: &str) -> Result<Self, Refusal> {
        let name = text.trim().to_ascii_lowercase().replace(['-', ' '], "_");
        let short = match name.as_str() {
            "number" | "invoice" => Some(Self::InvoiceNumber),
            "customer" | "name" => Some(Self::Client),
            "customer_reference" | "client_id" | "customer_id" => Some(Self::ClientReference),
            "issued" | "invoice_date" => Some(Self::IssueDate),
            "due" => Some(Self::DueDate),
            "paid_on" | "settled" => Some(Self::PaidDate),
            "open" => Some(Self::Balance),
            "po" => Some(Self::PoNumber),
            "date" => Some(Self::PaymentDate),
            "city" => Some(Self::Town),
            "state" | "province" => Some(Self::Region),
            "zip" | "postal_code" => Some(Self::Postcode),
            "address" => Some(Self::Street),
            _ => Self::ALL.iter().copied().find(|field| field.as_str() == name),
        };
        short.ok_or_else(|| {
            Refusal::input(
                Code::FieldUnknown,
                format!("\u{201c}{text}\u{201d} is not a field a column can be mapped to"),
            )
            .field("map")
            .candidates(Self::ALL.iter().map(|field| field.as_str().to_owned()))
        })
    }
}

impl Serialize for Field {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_is_found_by_its_wire_name() {
        for &field in Field::ALL {
            assert_eq!(field.as_str().parse::<Field>(), Ok(field));
        }
        assert_eq!("Due".parse::<Field>(), Ok(Field::DueDate));
        assert_eq!("colour".parse::<Field>().unwrap_err().code, Code::FieldUnknown);
    }
}
