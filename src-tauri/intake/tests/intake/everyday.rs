//! Layouts known from documentation rather than from files at hand, and what a person may map by hand.

use crate::samples::{currency, options, reading};
use goodterms_intake::{Column, Field, Kind, Options};
use goodterms_terms::Code;

#[test]
fn xero_exports_a_row_per_line_and_credit_notes_and_overpayments_among_them() {
    let text = "ContactName,EmailAddress,POAddressLine1,POCity,POPostalCode,POCountry,InvoiceNumber,Reference,InvoiceDate,DueDate,Total,TaxTotal,InvoiceAmountPaid,InvoiceAmountDue,Description,Quantity,UnitAmount,LineAmount,Currency,Type,Sent,Status\n\
        City Agency,ap@city.example,1 High St,Oaktown,OK12,United Kingdom,INV-0001,P/O 9711,15/07/2026,14/08/2026,650.0000,0.00,150.00,500.00,Consulting,1.0000,500.0000,500.00,GBP,Sales invoice,Sent,Awaiting Payment\n\
        City Agency,ap@city.example,1 High St,Oaktown,OK12,United Kingdom,INV-0001,P/O 9711,15/07/2026,14/08/2026,650.0000,0.00,150.00,500.00,Travel,1.0000,150.0000,150.00,GBP,Sales invoice,Sent,Awaiting Payment\n\
        City Agency,ap@city.example,1 High St,Oaktown,OK12,United Kingdom,CN-1,,16/07/2026,,-20.00,0.00,0.00,-20.00,Refund,1.0000,20.0000,20.00,GBP,Sales credit note,Sent,Awaiting Payment\n\
        City Agency,ap@city.example,1 High St,Oaktown,OK12,United Kingdom,OP-1,,16/07/2026,,30.00,0.00,0.00,30.00,Paid twice,1.0000,30.0000,30.00,GBP,Sales overpayment,,Awaiting Payment\n";
    let intake = reading(text.as_bytes(), &options()).unwrap();
    let [invoice] = intake.invoices.as_slice() else { panic!("{:?}", intake.invoices) };
    assert_eq!(
        (format!("{:?}", invoice.total), invoice.rows.as_slice()),
        ("650.00 GBP".into(), [2, 3].as_slice())
    );
    assert_eq!(
        (invoice.payments[0].amount.minor(), invoice.balance.map(|b| b.minor())),
        (15_000, Some(50_000))
    );
    assert_eq!(invoice.po_number.as_deref(), Some("P/O 9711"));
    assert_eq!((intake.credit_notes[0].amount.minor(), intake.skipped.len()), (2000, 0));
    let [ahead] = intake.payments.as_slice() else { panic!("{:?}", intake.payments) };
    assert_eq!(
        (ahead.amount.minor(), ahead.invoice.as_deref(), ahead.reference.as_deref()),
        (3000, None, Some("OP-1"))
    );
    assert_eq!(
        (intake.clients[0].address.town.as_str(), intake.clients[0].address.country.as_str()),
        ("Oaktown", "United Kingdom")
    );
}

#[test]
fn quickbooks_template_names_the_invoice_on_its_first_line_only() {
    let text = "*InvoiceNo,*Customer,*InvoiceDate,*DueDate,Terms,Location,Memo,Item(Product/Service),ItemDescription,ItemQuantity,ItemRate,*ItemAmount,Service Date\n\
        1001,Ann,15/01/2026,14/02/2026,Net 30,,,Hours,Work,2,50,100.00,\n\
        ,,,,,,,Goods,Parts,1,20,20.00,\n\
        1001,,,,,,,Goods,More,1,5,5.00,\n\
        1002,Bo,16/01/2026,15/02/2026,Net 30,,,Hours,Work,1,50,50.00,\n";
    let intake = reading(text.as_bytes(), &options()).unwrap();
    let totals: Vec<_> =
        intake.invoices.iter().map(|i| (i.number.as_str(), i.total.minor(), i.rows.len())).collect();
    assert_eq!(totals, [("1001", 12_500, 3), ("1002", 5000, 1)]);
}

#[test]
fn stripe_writes_small_currency_codes_and_times() {
    let text = "id,Amount Due,Currency,Customer,Date (UTC),Due Date (UTC),Number,Paid,Subtotal,Total,Amount Paid,Status,Customer Email\n\
        in_1,12.00,usd,cus_9,2026-01-23 08:26:29,2026-02-22 08:26:29,AB-0001,FALSE,12.00,12.00,0.00,open,ann@example.com\n\
        in_2,0.00,usd,cus_9,2026-01-24 08:26:29,2026-02-23 08:26:29,AB-0002,TRUE,8.00,8.00,8.00,paid,ann@example.com\n\
        in_3,5.00,usd,cus_9,2026-01-24 08:26:29,2026-02-23 08:26:29,AB-0003,FALSE,5.00,5.00,0.00,void,ann@example.com\n";
    let map = vec![
        (Field::IssueDate, Column("Date (UTC)".into())),
        (Field::DueDate, Column("due date utc".into())),
    ];
    let intake = reading(text.as_bytes(), &Options { map, ..Options::new(currency("EUR")) }).unwrap();
    let found: Vec<_> = intake
        .invoices
        .iter()
        .map(|i| (i.number.as_str(), i.total.currency().code().to_owned(), i.payments.len()))
        .collect();
    assert_eq!(found, [("AB-0001", "USD".to_owned(), 0), ("AB-0002", "USD".to_owned(), 1)]);
    assert_eq!(intake.skipped.len(), 1);
}

#[test]
fn a_german_list_of_open_items() {
    let text = "Rechnungsnummer;Kunde;Rechnungsdatum;F\u{e4}lligkeitsdatum;Rechnungsbetrag;Bezahlt;Offener Betrag;W\u{e4}hrung;\u{dc}berf\u{e4}llig;Tage \u{fc}berf\u{e4}llig\n\
        RE-007;M\u{fc}ller & S\u{f6}hne;05.03.2026;04.04.2026;1.190,00;190,00;1.000,00;EUR;Ja;12\n\
        Summe;;;;1.190,00;190,00;1.000,00;;;\n";
    let intake = reading(text.as_bytes(), &options()).unwrap();
    let [invoice] = intake.invoices.as_slice() else { panic!("{:?}", intake.invoices) };
    assert_eq!(
        (invoice.issued.to_string(), format!("{:?}", invoice.total)),
        ("2026-03-05".into(), "1190.00 EUR".into())
    );
    assert_eq!((invoice.payments[0].on, invoice.payments[0].amount.minor()), (None, 19_000));
    assert_eq!(intake.rows.totals, 1);
}

#[test]
fn yen_and_dinar_keep_their_own_precision() {
    let text = "Invoice Number,Client,Invoice Date,Due Date,Total,Currency\n1,Ann,2026-01-20,2026-02-20,\"1,234,567\",JPY\n2,Bo,2026-01-20,2026-02-20,12.345,KWD\n3,Cy,2026-01-20,2026-02-20,10.50,EUR\n";
    let intake = reading(text.as_bytes(), &options()).unwrap();
    let minors: Vec<_> = intake.invoices.iter().map(|i| i.total.minor()).collect();
    assert_eq!(minors, [1_234_567, 12_345, 1050]);
}

#[test]
fn terms_give_the_due_date_where_the_file_has_none() {
    let text = "Invoice Number,Client,Invoice Date,Terms,Total\n1,Ann,2026-01-20,Net 14,10.00\n2,Bo,2026-01-20,Due on receipt,10.00\n3,Cy,2026-01-20,,10.00\n";
    let intake = reading(text.as_bytes(), &Options { default_terms_days: 45, ..options() }).unwrap();
    let due: Vec<_> = intake.invoices.iter().map(|i| (i.due.to_string(), i.due_assumed)).collect();
    assert_eq!(due, [("2026-02-03".into(), true), ("2026-01-20".into(), true), ("2026-03-06".into(), true)]);
}

#[test]
fn a_file_without_a_header_is_read_when_its_columns_are_named_by_position() {
    let text = "77,Ann,2026-01-20,10.00\n78,Bo,2026-01-21,12.00\n";
    assert_eq!(reading(text.as_bytes(), &options()).unwrap_err().code, Code::HeaderNotFound);
    let at = |field, place: &str| (field, Column(place.into()));
    let map = vec![
        at(Field::InvoiceNumber, "1"),
        at(Field::Client, "2"),
        at(Field::IssueDate, "3"),
        at(Field::Total, "4"),
    ];
    let told = Options { map, as_kind: Some(Kind::Invoices), ..options() };
    let intake = reading(text.as_bytes(), &told).unwrap();
    assert_eq!((intake.invoices.len(), intake.reading.header_row), (2, None));
    assert_eq!(intake.invoices[0].number, "77");
}

#[test]
fn columns_no_one_knows_are_read_when_named() {
    let text = "Ref,Wer,Wann,Wieviel\n77,Ann,2026-01-20,10.00\n";
    assert_eq!(reading(text.as_bytes(), &options()).unwrap_err().code, Code::ColumnsUnrecognised);
    let at = |field, name: &str| (field, Column(name.into()));
    let map = vec![
        at(Field::InvoiceNumber, "Ref"),
        at(Field::Client, "Wer"),
        at(Field::IssueDate, "Wann"),
        at(Field::Total, "Wieviel"),
    ];
    let intake =
        reading(text.as_bytes(), &Options { map: map.clone(), as_kind: Some(Kind::Invoices), ..options() })
            .unwrap();
    assert_eq!(intake.invoices[0].total.minor(), 1000);
    let unknown = vec![at(Field::DueDate, "Bis")];
    let refusal = reading(text.as_bytes(), &Options { map: unknown, ..options() }).unwrap_err();
    assert_eq!((refusal.code, refusal.candidates.len()), (Code::ColumnUnknown, 4));
}

#[test]
fn nothing_empty_or_boundless_is_read() {
    let code = |bytes: &[u8]| reading(bytes, &options()).unwrap_err().code;
    assert_eq!(
        (code(b""), code(b" \r\n\r\n"), code(b"\xEF\xBB\xBF")),
        (Code::FileEmpty, Code::FileEmpty, Code::FileEmpty)
    );
    assert_eq!(code(&vec![b'a'; goodterms_intake::MOST_BYTES + 1]), Code::FileTooLarge);
    assert_eq!(code(b"Name,Email,Phone\n"), Code::FileEmpty);
    assert_eq!(code(b"Acme\n\nName,Email,Phone\n,,\n"), Code::FileEmpty);
}

#[test]
fn a_column_called_paid_may_hold_amounts_days_or_a_yes() {
    let paid = |one: &str, other: &str| {
        let text = format!(
            "Invoice Number,Client,Invoice Date,Due Date,Total,Paid\n1,Ann,2026-01-13,2026-02-13,10.00,{one}\n2,Bo,2026-01-13,2026-02-13,10.00,{other}\n"
        );
        let intake = reading(text.as_bytes(), &options()).unwrap();
        assert!(intake.skipped.is_empty(), "{:?}", intake.skipped);
        let of = |at: usize| {
            let receipts = &intake.invoices[at].payments;
            receipts.iter().map(|r| (r.amount.to_string(), r.on.map(|on| on.to_string()))).collect::<Vec<_>>()
        };
        [of(0), of(1)]
    };
    let all = |on: Option<&str>| vec![("10.00".to_owned(), on.map(str::to_owned))];
    assert_eq!(paid("4.00", ""), [vec![("4.00".to_owned(), None)], vec![]]);
    assert_eq!(paid("2026-02-01", "unpaid"), [all(Some("2026-02-01")), vec![]]);
    assert_eq!(paid("Yes", "No"), [all(None), vec![]]);
    assert_eq!(paid("true", "false"), [all(None), vec![]]);
}

#[test]
fn a_column_may_name_its_currency() {
    let text = "Invoice Number,Client,Invoice Date,Due Date,Total (EUR),Open in EUR\n1,Ann,2026-01-13,2026-02-13,10.00,4.00\n";
    let intake = reading(text.as_bytes(), &options()).unwrap();
    assert_eq!(
        (format!("{:?}", intake.invoices[0].total), intake.invoices[0].payments[0].amount.minor()),
        ("10.00 EUR".into(), 600)
    );
}

#[test]
fn a_program_is_known_again() {
    let print = |text: &str| reading(text.as_bytes(), &options()).unwrap().reading.fingerprint;
    let plain = "Invoice Number,Client,Invoice Date,Total\n1,Ann,2026-01-13,10.00\n";
    let later =
        "Title\n\nINVOICE_NUMBER;client;InvoiceDate;Total\n2;Bo;2026-02-13;7,00\n3;Bo;2026-02-13;7,00\n";
    assert_eq!(print(plain), print(later));
    assert_eq!(print(plain).len(), 16);
    assert_ne!(print(plain), print(&plain.replace("Client", "Customer")));
}
