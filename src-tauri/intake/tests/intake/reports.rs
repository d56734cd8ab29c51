//! Reports with headings, subtotals and footers, as accounting programs print them.

use crate::samples::{currency, expected, options, reading, sample};
use goodterms_intake::{Intake, Kind, SkipCode, WarningCode};
use goodterms_terms::{Code, Money};

fn open_of(intake: &Intake) -> i64 {
    let invoices = intake.invoices.iter().map(|i| i.balance.unwrap_or(i.total).minor());
    let credits = intake.credit_notes.iter().map(|c| -c.remaining.unwrap_or(c.amount).minor());
    let payments = intake.payments.iter().map(|p| -p.amount.minor());
    invoices.chain(credits).chain(payments).sum()
}

fn client(intake: &Intake, number: &str) -> String {
    let invoice = intake.invoices.iter().find(|i| i.number == number).unwrap();
    intake.clients[invoice.client].known_as().to_owned()
}

#[test]
fn quickbooks_ageing_detail_is_flattened() {
    let path = "invoices/qbo_ar_aging_detail.csv";
    let Some(bytes) = sample(path) else { return };
    let intake = reading(&bytes, &options()).unwrap();
    assert_eq!((intake.invoices.len(), intake.credit_notes.len(), intake.clients.len()), (3, 1, 4));
    let total = Money::of(open_of(&intake), currency("USD")).to_string();
    assert!(expected(path, "as of / rows").contains(&format!("TOTAL {total}")), "{total}");
    assert_eq!(client(&intake, "SI-3"), "Carter Katz - REP");
    assert_eq!((intake.rows.header, intake.rows.totals, intake.rows.title), (3, 4, 3));
    assert!(intake.warnings.is_empty() && intake.skipped.is_empty(), "{:?}", intake.warnings);
    assert_eq!(intake.reading.product, Some("QuickBooks Online"));
}

#[test]
fn headings_name_the_client_where_no_column_does() {
    let Some(bytes) = sample("invoices/qbo_open_invoices.csv") else { return };
    let intake = reading(&bytes, &options()).unwrap();
    assert_eq!((intake.invoices.len(), client(&intake, "5004").as_str()), (1, "Acme Corp"));
    assert_eq!(intake.invoices[0].due.to_string(), "2026-04-30");

    let path = "invoices/qbo_invoices_and_received_payments.csv";
    let Some(bytes) = sample(path) else { return };
    let intake = reading(&bytes, &options()).unwrap();
    let [payment] = intake.payments.as_slice() else { panic!("{:?}", intake.payments) };
    let seen = format!("Acme {} {}", payment.on, payment.amount);
    assert!(expected(path, "payments").contains(&seen), "{seen}");
    assert_eq!((payment.invoice.as_deref(), client(&intake, "5003").as_str()), (None, "Beta LLC"));
    let skipped: Vec<_> = intake.skipped.iter().map(|s| (s.row, s.code)).collect();
    assert_eq!(
        skipped,
        [(12, SkipCode::NotAnInvoice), (13, SkipCode::AmountMissing), (14, SkipCode::ZeroAmount)]
    );
}

#[test]
fn xeros_spans_add_up_to_what_is_open() {
    let text = "Aged Receivables Detail\nOur Org\nAs at 31 March 2026\nAgeing by due date\n\n\
        Invoice Date,Due Date,Invoice Number,Invoice Reference,Current,< 1 Month,1 Month,2 Months,3 Months,Older,Total\n\
        Ace Corp,,,,,,,,,,\n\
        15 Jan 2026,14 Feb 2026,INV-1,PO 7,0.00,0.00,100.00,0.00,0.00,0.00,100.00\n\
        20 Feb 2026,22 Mar 2026,CN-1,,-30.00,0.00,0.00,0.00,0.00,0.00,-30.00\n\
        Total Ace Corp,,,,-30.00,0.00,100.00,0.00,0.00,0.00,70.00\n\
        Total Gas SE,,,,,,,,,,\n\
        1 Mar 2026,31 Mar 2026,INV-2,,0.00,0.00,0.00,0.00,0.00,5.50,5.50\n\
        Total Total Gas SE,,,,0.00,0.00,0.00,0.00,0.00,5.50,5.50\n\
        Total,,,,-30.00,0.00,100.00,0.00,0.00,5.50,75.50\n";
    let intake = reading(text.as_bytes(), &options()).unwrap();
    assert_eq!((intake.invoices.len(), intake.credit_notes.len(), open_of(&intake)), (2, 1, 7550));
    assert_eq!(
        (client(&intake, "INV-1").as_str(), client(&intake, "INV-2").as_str()),
        ("Ace Corp", "Total Gas SE")
    );
    let codes: Vec<_> = intake.warnings.iter().map(|w| w.code).collect();
    assert_eq!(codes, [WarningCode::TotalIsBalance]);
}

#[test]
fn jobs_stand_under_their_customer() {
    let text = ",,Type,Date,Num,P. O. #,Terms,Due Date,Aging,Open Balance\n\
        Acme,,,,,,,,,\n,Job 1,,,,,,,,\n\
        ,,Invoice,01/15/2026,11,,Net 30,02/14/2026,5,100.00\n\
        ,,Payment,01/20/2026,4711,,,,,-25.00\n\
        ,Total Job 1,,,,,,,,75.00\n,Job 2,,,,,,,,\n\
        ,,Credit Memo,01/21/2026,12,,,,,-5.00\n,Total Job 2,,,,,,,,-5.00\nTotal Acme,,,,,,,,,70.00\n\
        Bo,,,,,,,,,\n,,Invoice,01/15/2026,13,,Net 30,02/14/2026,,30.00\nTotal Bo,,,,,,,,,30.00\n\
        TOTAL,,,,,,,,,100.00\n";
    let intake = reading(text.as_bytes(), &options()).unwrap();
    assert_eq!((client(&intake, "11").as_str(), client(&intake, "13").as_str()), ("Acme:Job 1", "Bo"));
    let [unapplied] = intake.payments.as_slice() else { panic!("{:?}", intake.payments) };
    assert_eq!(
        (unapplied.amount.to_string(), unapplied.reference.as_deref()),
        ("25.00".into(), Some("4711"))
    );
    assert_eq!(intake.clients[intake.credit_notes[0].client].known_as(), "Acme:Job 2");
    assert_eq!(open_of(&intake), 10_000);
    assert!(intake.skipped.is_empty() && intake.warnings.iter().all(|w| w.code != WarningCode::TotalDiffers));
}

#[test]
fn a_total_that_differs_from_its_rows_is_said_and_stops_nothing() {
    let text = ",Date,Num,Customer,Due date,Open balance\n\
        CURRENT,,,,,\n,01/13/2026,1,Ann,02/13/2026,10.00\n,01/14/2026,2,Bo,02/14/2026,20.00\n\
        Total for CURRENT,,,,,35.00\nTOTAL,,,,,30.00\n";
    let intake = reading(text.as_bytes(), &options()).unwrap();
    assert_eq!(intake.invoices.len(), 2);
    let told: Vec<_> = intake.warnings.iter().filter(|w| w.code == WarningCode::TotalDiffers).collect();
    assert_eq!(told.len(), 1);
    assert_eq!(told[0].message, "\u{201c}Total for CURRENT\u{201d} says 35.00, but its rows add up to 30.00");
    // The same under a plain table.
    let plain = "Invoice Number,Client,Invoice Date,Total\n1,Ann,2026-01-13,10.00\nTotal,,,11.00\n";
    let codes: Vec<_> =
        reading(plain.as_bytes(), &options()).unwrap().warnings.iter().map(|w| w.code).collect();
    assert_eq!(codes, [WarningCode::DueDatesAssumed, WarningCode::TotalDiffers]);
}

#[test]
fn totals_of_several_currencies_are_not_compared() {
    let text = "Invoice Number,Client,Invoice Date,Due Date,Total,Currency\n\
        1,Ann,2026-01-13,2026-02-13,10.00,EUR\n2,Bo,2026-01-13,2026-02-13,10.00,USD\nTotal,,,,15.00,\n";
    let intake = reading(text.as_bytes(), &options()).unwrap();
    assert!(intake.warnings.is_empty(), "{:?}", intake.warnings);
    assert_ne!(intake.invoices[0].total.currency(), intake.invoices[1].total.currency());
}

#[test]
fn reports_that_show_no_invoices_name_the_one_to_export() {
    let summary = "A/R Aging Summary\n\nCustomer,Current,1 - 30,31 - 60,61 - 90,91 and over,Total\nAnn,0.00,5.00,0,0,0,5.00\nTOTAL,0,5.00,0,0,0,5.00\n";
    let refusal = reading(summary.as_bytes(), &options()).unwrap_err();
    assert_eq!(refusal.code, Code::SummaryReport);
    assert!(refusal.hint.as_deref().is_some_and(|hint| hint.contains("Detail")), "{:?}", refusal.hint);
    let Some(bytes) = sample("invoices/qbo_sales_by_product_detail.csv") else { return };
    assert_eq!(reading(&bytes, &options()).unwrap_err().code, Code::GroupedReport);
}

#[test]
fn credits_and_overpayments_come_in_as_credit() {
    let text = "InvoiceNumber,ContactName,InvoiceDate,DueDate,Total,InvoiceAmountPaid,InvoiceAmountDue,Currency,Type,Status\n\
        INV-1,Ann,20/01/2026,20/02/2026,100.00,40.00,60.00,NZD,Sales invoice,Awaiting Payment\n\
        CN-1,Ann,21/01/2026,21/02/2026,-15.00,0.00,-15.00,NZD,Sales credit note,Awaiting Payment\n\
        ,Ann,22/01/2026,,25.00,0.00,25.00,NZD,Sales overpayment,Awaiting Payment\n\
        B-1,Ann,22/01/2026,,25.00,0.00,25.00,NZD,Bill,Awaiting Payment\n";
    let intake = reading(text.as_bytes(), &options()).unwrap();
    assert_eq!(intake.reading.kind, Kind::Invoices);
    assert_eq!((intake.invoices.len(), intake.credit_notes.len(), intake.payments.len()), (1, 1, 1));
    assert_eq!(open_of(&intake), 6000 - 1500 - 2500);
    assert_eq!(intake.skipped.iter().map(|s| s.code).collect::<Vec<_>>(), [SkipCode::Bill]);
}
