//! Exports of the products people leave, against what independent tools found in them.

use crate::samples::{currency, expected, numbers, options, reading, sample, samples_in};
use goodterms_intake::{Column, Field, Intake, InvoiceDraft, Kind, Options, SkipCode, WarningCode};
use goodterms_terms::{Code, Money};

/// Number, client, total with currency, open: what a person would check first.
fn facts(intake: &Intake) -> Vec<(String, String, String, String)> {
    let open = |i: &InvoiceDraft| {
        Money::of(
            i.total.minor() - i.payments.iter().map(|p| p.amount.minor()).sum::<i64>(),
            i.total.currency(),
        )
    };
    intake
        .invoices
        .iter()
        .map(|i| {
            let client = intake.clients[i.client].known_as().to_owned();
            (i.number.clone(), client, format!("{:?}", i.total), open(i).to_string())
        })
        .collect()
}

fn fact(number: &str, client: &str, total: &str, open: &str) -> (String, String, String, String) {
    (number.into(), client.into(), total.into(), open.into())
}

/// Each word or number of a fact stands in what was expected.
fn all_expected(path: &str, key: &str, words: &[&str]) {
    let text = expected(path, key);
    for word in words {
        assert!(text.contains(word), "{word} is not in: {text}");
    }
}

#[test]
fn zoho_repeats_totals_on_every_line_and_they_are_taken_once() {
    let path = "invoices/zoho_invoices.csv";
    let Some(bytes) = sample(path) else { return };
    let intake = reading(&bytes, &options()).unwrap();
    assert_eq!(
        facts(&intake),
        [
            fact("INV-000001", "Highlander", "489.75 USD", "489.75"),
            fact("INV-000002", "Jessica Jones", "460.00 USD", "460.00"),
            fact("INV-000003", "Simpsons Baking Co", "390.00 USD", "390.00"),
        ]
    );
    all_expected(
        path,
        "invoices",
        &["13 line rows", "489.75", "460.00", "390.00", "all Draft", "due 2021-02-27"],
    );
    assert_eq!(intake.rows.used, 13);
    assert_eq!(intake.invoices[2].due.to_string(), "2021-02-27");
    assert!(intake.invoices.iter().all(|i| i.draft && i.balance == Some(i.total) && !i.due_assumed));
    assert_eq!(intake.clients[0].reference.as_deref(), Some("2520018000000073035"));
}

#[test]
fn freshbooks_has_line_totals_only_so_they_are_added_up() {
    let path = "invoices/freshbooks_invoices.csv";
    let Some(bytes) = sample(path) else { return };
    let intake = reading(&bytes, &options()).unwrap();
    assert_eq!(facts(&intake), [fact("0000001", "X-Men", "7890.00 USD", "7890.00")]);
    all_expected(path, "invoices", &["0000001", "X-Men", "7890.00 USD", "3 line rows", "no due date"]);
    let invoice = &intake.invoices[0];
    assert_eq!((invoice.rows.as_slice(), invoice.due_assumed), ([2, 3, 4].as_slice(), true));
    assert_eq!(
        (invoice.issued.to_string(), invoice.due.to_string()),
        ("2021-01-28".into(), "2021-02-27".into())
    );
    let codes: Vec<_> = intake.warnings.iter().map(|w| w.code).collect();
    assert_eq!(codes, [WarningCode::DueDatesAssumed, WarningCode::TotalFromLines]);
}

#[test]
fn waves_ledger_gives_its_receivable_rows() {
    let path = "invoices/wave_invoices.csv";
    let Some(bytes) = sample(path) else { return };
    let intake = reading(&bytes, &options()).unwrap();
    assert_eq!(
        facts(&intake),
        [
            fact("2", "Mark Walberg", "4974.00 USD", "4974.00"),
            fact("3", "Lucas Cage", "590.50 USD", "0.00"),
            fact("4", "Jessica Jones", "3500.41 USD", "3500.41"),
        ]
    );
    all_expected(path, "what", &["4974.00", "590.50", "3500.41", "so paid"]);
    assert_eq!(intake.invoices[1].payments[0].on.map(|d| d.to_string()).as_deref(), Some("2021-01-28"));
    assert_eq!((intake.rows.read, intake.rows.used, intake.rows.other_side), (16, 4, 11));
    assert!(intake.invoices.iter().all(|i| i.due_assumed) && intake.skipped.is_empty());
}

#[test]
fn invoice2go_keeps_tables_inside_cells() {
    let path = "invoices/i2g_invoices.csv";
    let Some(bytes) = sample(path) else { return };
    let mut found = facts(&reading(&bytes, &options()).unwrap());
    found.sort();
    assert_eq!(
        found,
        [
            fact("1", "Barry Gordon", "953.55 ILS", "953.55"),
            fact("2", "James Gordon", "70.20 USD", "70.20"),
            fact("3", "Daily Planet", "367.20 USD", "367.20"),
            fact("4", "Deadpool Inc", "72.90 USD", "72.90"),
        ]
    );
    all_expected(path, "invoices", &["953.55 ILS", "70.20 USD", "367.20 USD", "72.90 USD", "all unpaid"]);
    let intake = reading(&bytes, &options()).unwrap();
    assert_eq!(intake.clients[0].email.as_deref(), Some("barry@capitalcity.gov"));
    assert!(intake.invoices.iter().all(|i| i.issued.to_string() == "2021-01-28" && i.payments.is_empty()));
}

#[test]
fn invoicely_writes_months_as_words() {
    let path = "invoices/invoicely_invoices.csv";
    let Some(bytes) = sample(path) else { return };
    let intake = reading(&bytes, &options()).unwrap();
    assert_eq!(facts(&intake), [fact("INV-1", "Bruce Wayne", "1020.00 USD", "1020.00")]);
    all_expected(path, "invoices", &["INV-1", "Bruce Wayne", "2021-01-28", "1020.00"]);
    assert_eq!(
        (intake.invoices[0].due.to_string(), intake.invoices[0].due_assumed),
        ("2021-01-28".into(), false)
    );
}

#[test]
fn invoice_ninja_invoices_stand_under_a_title_block() {
    let path = "invoices/invoiceninja_invoice.csv";
    let Some(bytes) = sample(path) else { return };
    let intake = reading(&bytes, &options()).unwrap();
    assert_eq!(intake.rows.title.to_string(), expected(path, "preamble rows before header"));
    let counts =
        [intake.rows.used, intake.invoices.len() as u64, intake.clients.len() as u64].map(|n| n.to_string());
    assert_eq!(counts.as_slice(), numbers(&expected(path, "line rows / distinct invoice numbers / clients")));
    let sum = |minors: i64| Money::of(minors, currency("USD")).to_string();
    let total = sum(intake.invoices.iter().map(|i| i.total.minor()).sum());
    let paid = sum(intake.invoices.iter().flat_map(|i| &i.payments).map(|p| p.amount.minor()).sum());
    assert_eq!(
        [total, paid].as_slice(),
        numbers(&expected(path, "sum Amount, sum Paid over distinct invoices"))
    );
    let early = intake.warnings.iter().filter(|w| w.code == WarningCode::DueBeforeIssued).count();
    assert!(
        expected(path, "status").contains(&format!("{early} invoices have due date before invoice date"))
    );
    assert!(intake.invoices.iter().all(|i| i.payments.iter().all(|p| p.on.is_none())));
}

#[test]
fn invoice_ninja_clients_have_two_phone_columns() {
    let path = "invoices/invoiceninja_clients.csv";
    let Some(bytes) = sample(path) else { return };
    let intake = reading(&bytes, &options()).unwrap();
    assert_eq!(intake.reading.kind, Kind::Clients);
    assert!(expected(path, "rows after 3 preamble rows").starts_with(&intake.clients.len().to_string()));
    let first = &intake.clients[0];
    assert_eq!(first.phone.as_deref(), Some("1-537-759-0369"));
    assert_eq!((first.address.town.as_str(), first.address.extra.as_str()), ("Lornamouth", "Suite 612"));
    assert_eq!(
        (first.contact.as_deref(), first.email.as_deref()),
        (Some("Terrill Ondricka"), Some("brook59@example.org"))
    );
}

#[test]
fn invoice_ninja_payments_are_known_by_their_title() {
    let path = "invoices/invoiceninja_payments.csv";
    let Some(bytes) = sample(path) else { return };
    let intake = reading(&bytes, &options()).unwrap();
    assert_eq!(intake.reading.kind, Kind::Payments);
    let repeats: Vec<_> = intake.skipped.iter().map(|s| s.code).collect();
    assert_eq!(repeats, [SkipCode::DuplicateRow, SkipCode::DuplicateRow]);
    // The expected sum counts the two repeats, $26.67 and ($400.00), which are left out here.
    let sum: i64 = intake.payments.iter().map(|p| p.amount.minor()).sum::<i64>() + 2667 - 40_000;
    let rows = intake.payments.len() + intake.skipped.len();
    let seen = [rows.to_string(), Money::of(sum, currency("USD")).to_string()];
    assert_eq!(seen.as_slice(), numbers(&expected(path, "rows")).get(..2).unwrap());
    let refund = intake.payments.last().unwrap();
    assert_eq!((refund.invoice.as_deref(), refund.amount.minor()), (Some("801"), -40_000));
    assert_eq!(refund.on.to_string(), "2020-01-29");
}

#[test]
fn frappe_has_two_headers_drafts_and_foreign_invoices() {
    let path = "invoices/frappebooks_sales_invoices.csv";
    let Some(bytes) = sample(path) else { return };
    let intake = reading(&bytes, &Options::new(currency("INR"))).unwrap();
    assert_eq!((intake.rows.read, intake.rows.header, intake.invoices.len()), (30, 2, 10));
    let expected = expected(path, "rows");
    for (number, client, total, open) in facts(&intake) {
        let wanted = expected.split([' ', ',']).find_map(|word| word.strip_prefix(&format!("{number}:")));
        let wanted = wanted.map_or(0.0, |text| text.parse::<f64>().unwrap());
        assert_eq!(open, format!("{wanted:.2}"), "{number} {client} {total}");
    }
    let draft: Vec<_> = intake.invoices.iter().filter(|i| i.draft).map(|i| i.number.as_str()).collect();
    assert_eq!(draft, ["1020"]);
    let foreign = intake.invoices.iter().find(|i| i.number == "1018").unwrap();
    assert_eq!(format!("{:?}", foreign.total), "300.00 INR");
    assert!(intake.warnings.iter().any(|w| w.code == WarningCode::BaseCurrency));
    assert!(intake.clients.iter().any(|c| c.known_as() == "B\u{f8}l\u{e8}n"));
}

#[test]
fn quickbooks_desktop_lists_are_flat_and_read() {
    let path = "invoices/qbd_ar_aging_detail.csv";
    let Some(bytes) = sample(path) else { return };
    let intake = reading(&bytes, &options()).unwrap();
    let open: i64 = intake.invoices.iter().filter_map(|i| i.balance).map(|b| b.minor()).sum();
    let seen = [intake.invoices.len().to_string(), Money::of(open, currency("USD")).to_string()];
    assert_eq!(seen.as_slice(), numbers(&expected(path, "rows")).get(..2).unwrap());
    let part = intake.invoices.iter().find(|i| i.number == "1063").unwrap();
    assert_eq!((part.total.to_string(), part.po_number.as_deref()), ("4180.75".into(), Some("PO-8841")));
    assert_eq!((part.payments[0].on, part.payments[0].amount.to_string()), (None, "2000.00".into()));

    let path = "invoices/qbd_customer_list.csv";
    let Some(bytes) = sample(path) else { return };
    let intake = reading(&bytes, &options()).unwrap();
    assert_eq!(intake.clients.len(), 4);
    let skipped: Vec<_> = intake.skipped.iter().map(|s| (s.row, s.code)).collect();
    assert_eq!(skipped, [(9, SkipCode::DuplicateRow), (11, SkipCode::ClientMissing)]);
    all_expected(path, "rows", &["4 customers", "1 exact repeat", "1 nameless (line 11)", "not-an-email"]);
    let okafor = intake.clients.iter().find(|c| c.known_as() == "Okafor, Chidi").unwrap();
    assert_eq!((okafor.email.as_deref(), okafor.phone.as_deref()), (None, Some("(623) 555-0170")));
    assert_eq!(
        intake.warnings.iter().map(|w| (w.row, w.code)).collect::<Vec<_>>(),
        [(Some(10), WarningCode::EmailUnreadable)]
    );
}

#[test]
fn lists_of_clients_are_read() {
    for (path, count, name, town) in [
        ("invoices/freshbooks_clients.csv", 2, "X-Men", ""),
        ("invoices/wave_clients.csv", 4, "Jessica Jones", "NYC"),
        ("invoices/zoho_contacts.csv", 5, "Jessica Jones", ""),
        ("invoices/i2g_clients.csv", 2, "Bruce Wayne", ""),
        ("invoices/invoicely_clients.csv", 2, "Bruce Wayne", ""),
        ("invoices/frappebooks_parties.csv", 6, "B\u{e9}", ""),
        ("invoices/bigcapital_customers.csv", 5, "Harley Veum", "East Matteofort"),
        ("invoices/qbo_customer_contact_list.csv", 2, "SHELL OIL 123", ""),
    ] {
        let Some(bytes) = sample(path) else { return };
        let intake = reading(&bytes, &options()).unwrap_or_else(|refusal| panic!("{path}: {refusal}"));
        assert_eq!((intake.reading.kind, intake.clients.len()), (Kind::Clients, count), "{path}");
        let client = intake
            .clients
            .iter()
            .find(|c| c.known_as() == name)
            .unwrap_or_else(|| panic!("{path}: {:?}", intake.clients));
        assert_eq!(client.address.town, town, "{path}");
        assert!(intake.skipped.is_empty(), "{path}: {:?}", intake.skipped);
    }
}

/// bigcapital exports lines without any total: there is nothing to take, so the file is refused by name.
#[test]
fn an_export_without_totals_names_what_is_missing() {
    let Some(bytes) = sample("invoices/bigcapital_sale-invoices.csv") else { return };
    let refusal = reading(&bytes, &options()).unwrap_err();
    assert_eq!((refusal.code, refusal.field.as_deref()), (Code::ColumnMissing, Some("total")));
    let told = Options { map: vec![(Field::LineTotal, Column("Rate".into()))], ..options() };
    let intake = reading(&bytes, &told).unwrap();
    assert_eq!((intake.invoices[0].number.as_str(), intake.invoices[0].total.minor()), ("B-101", 10_000));
}

#[test]
fn what_holds_no_list_never_comes_in_as_one() {
    for kind in ["ical", "iban", "qr", "csv"] {
        for (path, bytes) in samples_in(kind) {
            match reading(&bytes, &options()) {
                Ok(intake) if kind == "csv" => assert_eq!(intake.reading.kind, Kind::Bank, "{path}"),
                Ok(intake) => panic!("{path} came in as {:?}: {:?}", intake.reading.kind, intake.rows),
                Err(refusal) => assert_eq!(refusal.kind, goodterms_terms::RefusalKind::Input, "{path}"),
            }
        }
    }
}
