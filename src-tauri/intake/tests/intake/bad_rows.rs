//! Rows that cannot be read are listed with the reason and left out; the others come in.

use crate::samples::{currency, options, reading};
use goodterms_intake::{Intake, Options, SkipCode, WarningCode};

const HEADER: &str =
    "Invoice Number,Client,Email,Invoice Date,Due Date,Total,Balance,Date Paid,Status,Type,Currency\n";

fn read_rows(rows: &str) -> Intake {
    reading(format!("{HEADER}{rows}").as_bytes(), &options()).unwrap()
}

fn skipped(rows: &str) -> Vec<(u64, SkipCode)> {
    read_rows(rows).skipped.iter().map(|s| (s.row, s.code)).collect()
}

const GOOD: &str = "1,Ann,,2026-01-20,2026-02-20,10.00,,,,,\n";

#[test]
fn every_reason_has_its_row() {
    for (row, code) in [
        (",Ann,,2026-01-20,2026-02-20,10.00,,,,,", SkipCode::NumberMissing),
        ("5.13E+09,Ann,,2026-01-20,2026-02-20,10.00,,,,,", SkipCode::NumberDamaged),
        ("2,,,2026-01-20,2026-02-20,10.00,,,,,", SkipCode::ClientMissing),
        ("2,Ann,,,2026-02-20,10.00,,,,,", SkipCode::DateMissing),
        ("2,Ann,,Pending,2026-02-20,10.00,,,,,", SkipCode::DateUnreadable),
        ("2,Ann,,2026-02-30,2026-02-20,10.00,,,,,", SkipCode::DateUnreadable),
        ("2,Ann,,2026-01-20,soon,10.00,,,,,", SkipCode::DateUnreadable),
        ("2,Ann,,2026-01-20,2026-02-20,10.00,,maybe,,,", SkipCode::DateUnreadable),
        ("2,Ann,,1066-01-20,2026-02-20,10.00,,,,,", SkipCode::DateOutOfRange),
        ("2,Ann,,2026-01-20,2026-02-20,,,,,,", SkipCode::AmountMissing),
        ("2,Ann,,2026-01-20,2026-02-20,ten,,,,,", SkipCode::AmountUnreadable),
        ("2,Ann,,2026-01-20,2026-02-20,5 pcs,,,,,", SkipCode::CurrencyUnknown),
        ("2,Ann,,2026-01-20,2026-02-20,10.005,,,,,", SkipCode::AmountTooPrecise),
        ("2,Ann,,2026-01-20,2026-02-20,99999999999999999.00,,,,,", SkipCode::AmountTooLarge),
        ("2,Ann,,2026-01-20,2026-02-20,0.00,,,,,", SkipCode::ZeroAmount),
        ("2,Ann,,2026-01-20,2026-02-20,10.00,,,,,QQQ", SkipCode::CurrencyUnknown),
        ("2,Ann,,2026-01-20,2026-02-20,\u{20ac}10.00,,,,,USD", SkipCode::CurrencyConflict),
        ("2,Ann,,2026-01-20,2026-02-20,10.00,,,Voided,,", SkipCode::Void),
        ("2,Ann,,2026-01-20,2026-02-20,10.00,0.00,,,Sales overpayment,", SkipCode::Overpayment),
        ("2,Ann,,2026-01-20,2026-02-20,10.00,,,,Payment,", SkipCode::NotAnInvoice),
        ("2,Ann,,2026-01-20,2026-02-20,#REF!,,,,,", SkipCode::FormulaError),
        ("2,Ann,,2026-01-20,2026-02-20,10.00,,,,Bill,", SkipCode::Bill),
        ("2,Ann,,2026-01-20,2026-02-20,10.00,,,,Estimate,", SkipCode::NotAnInvoice),
        ("2,Smith, John,,2026-01-20,2026-02-20,10.00,,,,,x", SkipCode::RowBroken),
        ("1,Ann,,2026-01-20,2026-02-20,10.00,,,,,", SkipCode::DuplicateRow),
        ("1,Ann,,2026-01-20,2026-02-20,11.00,,,,,", SkipCode::ConflictingDuplicate),
    ] {
        let intake = read_rows(&format!("{GOOD}{row}\n3,Bo,,2026-01-21,2026-02-21,20.00,,,,,\n"));
        let found: Vec<_> = intake.skipped.iter().map(|s| (s.row, s.code)).collect();
        assert_eq!(found, [(3, code)], "{row}");
        assert_eq!(
            intake.invoices.iter().map(|i| i.number.as_str()).collect::<Vec<_>>(),
            ["1", "3"],
            "{row}"
        );
        assert!(!intake.clients.iter().any(|c| c.known_as().is_empty()), "{row}");
    }
}

#[test]
fn a_quote_that_is_never_closed_is_told_and_takes_only_its_own_rows() {
    let found = skipped(&format!(
        "{GOOD}2,\"Acme,,2026-01-20,2026-02-20,10.00,,,,,\n3,Bo,,2026-01-21,2026-02-21,20.00,,,,,\n"
    ));
    assert_eq!(found, [(3, SkipCode::RowBroken)]);
}

#[test]
fn one_number_for_two_clients_comes_in_twice_with_a_word() {
    let intake = read_rows(&format!("{GOOD}1,Bo,,2026-01-20,2026-02-20,12.00,,,,,\n"));
    assert_eq!(intake.invoices.len(), 2);
    assert_eq!(
        intake.warnings.iter().map(|w| (w.row, w.code)).collect::<Vec<_>>(),
        [(Some(3), WarningCode::NumberShared)]
    );
}

#[test]
fn credit_notes_are_never_invoices() {
    let intake = read_rows(
        "1,Ann,,2026-01-20,,-10.00,-4.00,,,,\n2,Ann,,2026-01-20,,5.00,,,,Credit Memo,\n3,Ann,,2026-01-20,,(7.00),,,,,\n",
    );
    assert!(intake.invoices.is_empty());
    let credits: Vec<_> =
        intake.credit_notes.iter().map(|c| (c.amount.minor(), c.remaining.map(|r| r.minor()))).collect();
    assert_eq!(credits, [(1000, Some(400)), (500, None), (700, None)]);
}

#[test]
fn a_bad_address_costs_the_address_not_the_client() {
    let intake = read_rows(
        "1,Ann,not-an-email,2026-01-20,2026-02-20,10.00,,,,,\n2,Bo,bo@example.com,2026-01-20,2026-02-20,10.00,,,,,\n",
    );
    let emails: Vec<_> = intake.clients.iter().map(|c| c.email.as_deref()).collect();
    assert_eq!(emails, [None, Some("bo@example.com")]);
    assert_eq!(
        intake.warnings.iter().map(|w| (w.row, w.code)).collect::<Vec<_>>(),
        [(Some(2), WarningCode::EmailUnreadable)]
    );
}

#[test]
fn what_came_in_is_told_from_what_the_columns_say() {
    let intake = read_rows(
        "1,Ann,,2026-01-20,2026-02-20,10.00,,2026-02-01,,,\n\
         2,Ann,,2026-01-20,2026-02-20,10.00,4.00,2026-02-01,,,\n\
         3,Ann,,2026-01-20,2026-02-20,10.00,4.00,,,,\n\
         4,Ann,,2026-01-20,2026-02-20,10.00,10.00,,,,\n\
         5,Ann,,2026-01-20,2026-02-20,10.00,,,Paid,,\n\
         6,Ann,,2026-01-20,2026-02-20,10.00,,unpaid,,,\n\
         7,Ann,,2026-01-20,2026-02-20,10.00,12.00,,,,\n\
         8,Ann,,2026-01-20,2026-02-20,10.00,10.00,,Paid,,\n\
         9,Ann,,2026-01-20,2026-02-20,10.00,,,Partial,,\n",
    );
    let paid: Vec<_> = intake
        .invoices
        .iter()
        .map(|i| i.payments.first().map(|p| (p.on.map(|d| d.to_string()), p.amount.to_string())))
        .collect();
    let on = |day: Option<&str>, amount: &str| Some((day.map(str::to_owned), amount.to_owned()));
    assert_eq!(
        paid,
        [
            on(Some("2026-02-01"), "10.00"),
            on(Some("2026-02-01"), "6.00"),
            on(None, "6.00"),
            None,
            on(None, "10.00"),
            None,
            None,
            None,
            None,
        ]
    );
    let warned: Vec<_> = intake.warnings.iter().map(|w| (w.row.unwrap(), w.code)).collect();
    assert_eq!(
        warned,
        [
            (8, WarningCode::BalanceExceedsTotal),
            (9, WarningCode::StatusDisagrees),
            (10, WarningCode::PartPaidUnknown)
        ]
    );
}

#[test]
fn a_sign_for_many_currencies_means_the_books_or_is_said_aloud() {
    let text = "Invoice Number,Client,Invoice Date,Due Date,Total\n1,Ann,2026-01-20,2026-02-20,$10.00\n";
    for (book, taken, assumed) in [("CAD", "CAD", false), ("EUR", "USD", true)] {
        let intake = reading(text.as_bytes(), &Options::new(currency(book))).unwrap();
        assert_eq!(intake.invoices[0].total.currency().code(), taken);
        assert_eq!(intake.warnings.iter().any(|w| w.code == WarningCode::CurrencyAssumed), assumed);
    }
}

#[test]
fn a_sellers_name_is_compared_with_the_business() {
    let text = "Seller,Invoice Number,Client,Invoice Date,Due Date,Total\nOther Ltd,1,Ann,2026-01-20,2026-02-20,10.00\n";
    let warned = |business: &str| {
        let intake =
            reading(text.as_bytes(), &Options { business: Some(business.into()), ..options() }).unwrap();
        assert_eq!(intake.invoices.len(), 1);
        intake.warnings.iter().any(|w| w.code == WarningCode::SellerDiffers)
    };
    assert!(warned("Acme Ltd") && !warned("other ltd"));
}

#[test]
fn one_reference_under_two_names_is_one_client_with_a_word() {
    let text = "Invoice Number,Customer ID,Customer Name,Invoice Date,Due Date,Total\n\
        1,7,Ann Ltd,2026-01-20,2026-02-20,10.00\n2,7,ANN  LTD,2026-01-20,2026-02-20,10.00\n\
        3,7,Bo Ltd,2026-01-20,2026-02-20,10.00\n4,7,Bo Ltd,2026-01-20,2026-02-20,10.00\n5,8,Ann Ltd,2026-01-20,2026-02-20,10.00\n";
    let intake = reading(text.as_bytes(), &options()).unwrap();
    let clients: Vec<_> = intake.invoices.iter().map(|i| i.client).collect();
    assert_eq!((clients.as_slice(), intake.clients.len()), ([0, 0, 0, 0, 1].as_slice(), 2));
    let warned: Vec<_> = intake.warnings.iter().map(|w| (w.row, w.code)).collect();
    assert_eq!(warned, [(Some(4), WarningCode::ClientNameDiffers)]);
}

#[test]
fn bytes_that_are_not_in_the_encoding_are_told() {
    let text = [b"\xEF\xBB\xBFName,Email\nB\xF8l\xE8n,b@example.com\n".as_slice()].concat();
    let intake = reading(&text, &options()).unwrap();
    assert_eq!(intake.warnings.iter().map(|w| w.code).collect::<Vec<_>>(), [WarningCode::TextDamaged]);
}

const LINES: &str = "Client Name,Invoice #,Date Issued,Item Name,Quantity,Line Total\n";

#[test]
fn an_invoice_that_lacks_a_line_is_left_out_whole() {
    let found = |rows: &str| {
        let intake = reading(format!("{LINES}{rows}").as_bytes(), &options()).unwrap();
        let skipped: Vec<_> = intake.skipped.iter().map(|s| (s.row, s.code)).collect();
        let totals: Vec<_> = intake.invoices.iter().map(|i| (i.number.clone(), i.total.minor())).collect();
        (skipped, totals)
    };
    let good = "Bo,2,2026-01-21,Hours,1,9.50\n";
    let other = vec![("2".to_owned(), 950)];
    let line = "Ann,1,2026-01-20,Hours,1,5.00\n";
    let bad = "Ann,1,2026-01-20,Parts,1,??\n";
    let (lost, unread) = (SkipCode::LineMissing, SkipCode::AmountUnreadable);
    assert_eq!(found(&format!("{line}{bad}{good}")), (vec![(2, lost), (3, unread)], other.clone()));
    assert_eq!(found(&format!("{bad}{line}{good}")), (vec![(2, unread), (3, lost)], other.clone()));
    let torn = "Ann,1,2026-01-20,Parts, large,1,3.00\n";
    assert_eq!(found(&format!("{line}{torn}{good}")), (vec![(2, lost), (3, SkipCode::RowBroken)], other));
}

/// A line without a number belongs to the invoice above it, also when that one was left out: never to the
/// one before.
#[test]
fn lines_of_an_invoice_left_out_are_not_given_to_another() {
    let rows = "Bo,2,2026-01-21,Hours,1,9.50\nAnn,1,Pending,Hours,1,5.00\n,,,Parts,1,3.00\n";
    let intake = reading(format!("{LINES}{rows}").as_bytes(), &options()).unwrap();
    assert_eq!(intake.invoices.iter().map(|i| i.total.minor()).collect::<Vec<_>>(), [950]);
    let skipped: Vec<_> = intake.skipped.iter().map(|s| (s.row, s.code)).collect();
    assert_eq!(skipped, [(3, SkipCode::DateUnreadable), (4, SkipCode::NumberMissing)]);
}

#[test]
fn a_row_with_characters_that_are_no_text_costs_that_row() {
    let long = (2..40).map(|n| format!("{n},Ann,,2026-01-20,2026-02-20,10.00,,,,,\n")).collect::<String>();
    let intake = read_rows(&format!("{long}41,A\0nn,,2026-01-20,2026-02-20,10.00,,,,,\n"));
    assert_eq!(
        (intake.invoices.len(), intake.skipped[0].row, intake.skipped[0].code),
        (38, 40, SkipCode::RowBroken)
    );
}
