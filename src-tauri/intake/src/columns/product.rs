//! Which product's export a table is, and what its header is known by.
//!
//! A product is named only where its headers leave no doubt: names no other program is known to write,
//! taken from real exports and from the code of programs that read them.

use super::synonyms::squashed;
use crate::options::Kind;
use crate::table::header::Header;

/// A product and the headers it is told by: all of these, of one of these lists.
const TELLING: &[(&str, &[&str])] = &[
    (
        "QuickBooks Online",
        &[
            "Date; Transaction type; Num; Customer full name; Due date; Amount; Open balance",
            "Date; Transaction type; Num; Term; Due date; Open balance",
            "Date; Transaction type; Memo/Description; Transaction number; Amount",
            "Transaction date; Transaction type; Num; Customer full name; Sales price",
            "Customer full name; Phone numbers; Email; Full name; Bill address",
            "*InvoiceNo; *Customer; *InvoiceDate; *DueDate; Item(Product/Service)",
        ],
    ),
    (
        "QuickBooks Desktop",
        &[
            "Num; Customer; Date; Due Date; Amount; Open Balance; P.O. #",
            "Type; Date; Num; P. O. #; Name; Terms; Due Date; Aging; Open Balance",
            "Customer; Company Name; Main Email; Main Phone; Bill Addr Line1",
        ],
    ),
    (
        "Xero",
        &[
            "ContactName; EmailAddress; InvoiceNumber; InvoiceDate; DueDate; InvoiceAmountDue",
            "*ContactName; *InvoiceNumber; *InvoiceDate; *DueDate; *AccountCode; *TaxType",
            "*ContactName; AccountNumber; EmailAddress; POAttentionTo; POAddressLine1",
        ],
    ),
    (
        "FreshBooks",
        &[
            "Client Name; Invoice #; Date Issued; Invoice Status; Date Paid; Line Subtotal; Line Total",
            "Organization; First Name; Last Name; Email; Province/State; Postal Code",
        ],
    ),
    (
        "Wave",
        &[
            "Transaction ID; Amount (One column); Other Accounts for this Transaction; Account Group; Account Type",
            "customer_name; email; contact_first_name; customer_currency",
        ],
    ),
    (
        "Zoho",
        &[
            "Invoice Date; Invoice ID; Invoice Number; Invoice Status; Customer Name; PurchaseOrder; Payment Terms Label",
            "Display Name; Company Name; EmailID; MobilePhone; Payment Terms; Credit Limit",
        ],
    ),
    (
        "Invoice Ninja",
        &[
            "Client; Email; Invoice Number; Amount; Paid; PO Number; Partial/Deposit; Partial Due Date",
            "Balance; Paid to Date; Billing Apt/Suite; Private Notes; Public Notes",
        ],
    ),
    (
        "Invoice2go",
        &["DocumentNumber; EmailRecipient; DocumentStatus; DocumentDate; BalanceDueAmount; AmountPaidAmount"],
    ),
    ("Invoicely", &["Date; Due; Details; Client; Status; Total"]),
    ("Akaunting", &["invoice_number; order_number; invoiced_at; due_at; currency_rate; contact_name"]),
    ("Bigcapital", &["Invoice No.; Reference No.; Invoice Date; Customer; Invoice Message; Delivered; Rate"]),
    (
        "Stripe",
        &[
            "id; Amount Due; Billing; Closed; Currency; Customer; Date (UTC); Due Date (UTC); Number",
            "balance_transaction_id; created_utc; available_on_utc; gross; fee; net; reporting_category",
        ],
    ),
];

/// The product whose export a table is.
pub(crate) fn of(header: &Header) -> Option<&'static str> {
    let names: Vec<String> = header.names.iter().map(|name| squashed(name)).collect();
    // Frappe writes its own names of the fields below its header.
    if header.second.is_some() {
        return Some("Frappe Books");
    }
    let has_all = |list: &str| list.split(';').all(|name| names.contains(&squashed(name)));
    TELLING.iter().find(|(_, lists)| lists.iter().any(|list| has_all(list))).map(|&(product, _)| product)
}

/// What a header and its kind are known by: 16 hex digits. The names count in their order, however they
/// are spelt; what stands above and below does not.
pub(crate) fn fingerprint(kind: Kind, header: &Header) -> String {
    // FNV-1a: a map's hasher may differ from one version to the next, and this is kept.
    let names = header.names.iter().map(|name| squashed(name));
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for text in std::iter::once(kind.as_str().to_owned()).chain(names) {
        for byte in text.bytes().chain([0x1F]) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }
    format!("{hash:016x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn header(names: &str) -> Header {
        Header { names: names.split(';').map(str::to_owned).collect(), ..Header::default() }
    }

    #[test]
    fn products_are_told_by_headers_that_leave_no_doubt() {
        assert_eq!(of(&header("Date;Due;Details;Client;Status;Total")), Some("Invoicely"));
        assert_eq!(of(&header("Client;Invoice Number;Date;Due Date;Amount")), None);
        assert_eq!(of(&Header { second: Some(2), ..header("Name;Email") }), Some("Frappe Books"));
        for (product, lists) in TELLING {
            assert!(lists.iter().all(|list| of(&header(list)) == Some(*product)), "{product}");
        }
    }

    #[test]
    fn a_fingerprint_knows_the_next_export_of_the_same_program() {
        let print = |names: &str, kind| fingerprint(kind, &header(names));
        let first = print("Invoice No;Client;Total", Kind::Invoices);
        assert_eq!(first, print("*InvoiceNo ;CLIENT;total", Kind::Invoices));
        assert_ne!(first, print("Client;Invoice No;Total", Kind::Invoices));
        assert_ne!(first, print("Invoice No;Client;Total", Kind::Clients));
        assert_ne!(print("ab;c", Kind::Clients), print("a;bc", Kind::Clients));
    }
}
