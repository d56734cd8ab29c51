//! An electronic invoice as its file tells it: text as written, whichever of the two grammars it came in.
//!
//! The numbers in comments are the business terms of EN 16931-1:2017.

use goodterms_terms::Address;
use rust_decimal::Decimal;

/// An amount as written, with the currency beside it.
#[derive(Debug, Clone)]
pub(super) struct Written {
    pub(super) text: String,
    pub(super) currency: Option<String>,
}

/// Seller or buyer.
#[derive(Debug, Clone, Default)]
pub(super) struct Party {
    /// The registered name (BT-27, BT-44).
    pub(super) name: Option<String>,
    /// The name it trades under (BT-28, BT-45).
    pub(super) trading_name: Option<String>,
    /// The number the other side knows it by (BT-46).
    pub(super) id: Option<String>,
    /// Its VAT number (BT-48).
    pub(super) vat_id: Option<String>,
    pub(super) contact: Option<String>,
    pub(super) email: Option<String>,
    pub(super) phone: Option<String>,
    pub(super) address: Address,
}

impl Party {
    /// The registered name, or the one it trades under.
    pub(super) fn known_as(&self) -> Option<&str> {
        self.name.as_deref().or(self.trading_name.as_deref())
    }

    /// Whether either name is that one, whatever the case and spacing.
    pub(super) fn is_called(&self, name: &str) -> bool {
        let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
        [&self.name, &self.trading_name].into_iter().flatten().any(|own| plain(own) == plain(name))
    }
}

/// A text that says something: programs fill fields they must have with `n/a`.
pub(super) fn said(text: Option<String>) -> Option<String> {
    const NOTHING: [&str; 6] = ["n/a", "na", "-", ".", "none", "nicht vorhanden"];
    text.filter(|text| !NOTHING.contains(&text.to_lowercase().as_str()))
}

/// A BIC has eight or eleven characters (ISO 9362); other numbers stand in its place too.
pub(super) fn bic(text: Option<String>) -> Option<String> {
    let is_bic = |text: &String| {
        let letters = text.get(..6).is_some_and(|start| start.bytes().all(|b| b.is_ascii_alphabetic()));
        matches!(text.len(), 8 | 11) && letters && text.bytes().all(|b| b.is_ascii_alphanumeric())
    };
    text.map(|text| text.to_uppercase()).filter(is_bic)
}

/// A prepayment with a record of its own.
#[derive(Debug, Clone)]
pub(super) struct Prepayment {
    pub(super) amount: Written,
    pub(super) on: Option<String>,
}

/// Less to pay for paying early, as a field of its own says it.
#[derive(Debug, Clone)]
pub(super) struct Early {
    pub(super) percent: Decimal,
    pub(super) days: Option<u32>,
    pub(super) until: Option<String>,
    pub(super) base: Option<Written>,
}

/// The whole document.
#[derive(Debug, Clone, Default)]
pub(super) struct Paper {
    /// It calls itself a credit note by its very element.
    pub(super) credit_note: bool,
    /// What kind of document it is (BT-3, UNTDID 1001).
    pub(super) type_code: Option<String>,
    /// BT-1.
    pub(super) number: Option<String>,
    /// BT-2.
    pub(super) issued: Option<String>,
    /// BT-9.
    pub(super) due: Option<String>,
    /// BT-5.
    pub(super) currency: Option<String>,
    /// BT-106, BT-107, BT-108, BT-109.
    pub(super) lines: Option<Written>,
    pub(super) allowances: Option<Written>,
    pub(super) charges: Option<Written>,
    pub(super) net: Option<Written>,
    /// BT-110.
    pub(super) tax: Option<Written>,
    /// BT-112.
    pub(super) total: Option<Written>,
    /// BT-113.
    pub(super) prepaid: Option<Written>,
    pub(super) prepayments: Vec<Prepayment>,
    /// BT-114.
    pub(super) rounding: Option<Written>,
    /// BT-115.
    pub(super) payable: Option<Written>,
    pub(super) seller: Party,
    pub(super) buyer: Party,
    /// BT-10.
    pub(super) buyer_reference: Option<String>,
    /// BT-13.
    pub(super) order: Option<String>,
    /// BT-25.
    pub(super) preceding: Vec<String>,
    /// BT-20, with its line breaks.
    pub(super) terms: Option<String>,
    pub(super) early: Vec<Early>,
    /// BT-84.
    pub(super) accounts: Vec<String>,
    /// BT-86.
    pub(super) bic: Option<String>,
    /// BT-83.
    pub(super) payment_reference: Option<String>,
}
