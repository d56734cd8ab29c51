//! What comes in beside lists: mail that came back, bank lines that are payments entered before, discounts for paying
//! early, and files of a layout that was seen before.

use crate::place::{Place, day};
use goodterms_desk::bank::{
    BankExact, BankLineView, BankList, BankMatch, BankUnmatch, bank_list, bank_match, bank_match_exact,
    bank_unmatch,
};
use goodterms_desk::clients::{ClientAsk, ClientEdit, ClientView, ClientWords, client_edit, client_view};
use goodterms_desk::imports::{ImportAsk, ImportReport, ImportUndo, import, import_undo};
use goodterms_desk::invoices::{InvoiceListAsk, invoice_list};
use goodterms_desk::payments::{PaymentReverse, payment_reverse};
use goodterms_desk::{Answer, Day};

const TODAY: &str = "2026-11-17";

async fn view(place: &Place, client: &str) -> ClientView {
    let ask = ClientAsk { client: client.to_owned(), as_of: Some(day(TODAY)) };
    client_view(&place.desk, ask).await.unwrap()
}

async fn with_address(place: &Place, client: &str, address: &str) {
    let words = ClientWords { email: Some(address.to_owned()), ..ClientWords::default() };
    let ask = ClientEdit { client: client.to_owned(), words, as_of: None };
    client_edit(&place.desk, ask).await.unwrap();
}

async fn bring(place: &Place, name: &str, text: &str, ask: ImportAsk) -> Answer<ImportReport> {
    let path = place.folder.path().join(name);
    std::fs::write(&path, text).unwrap();
    let path = path.to_str().unwrap().to_owned();
    import(&place.desk, ImportAsk { path, as_of: Some(day(TODAY)), ..ask }).await
}

async fn undo(place: &Place, report: &ImportReport) {
    let ask = ImportUndo { import: report.import.clone().unwrap(), as_of: None };
    import_undo(&place.desk, ask).await.unwrap();
}

const REPLY: &str = "From: Fern Hill <Fern@Fernhill.example>\r\n\
    To: office@birch.example\r\n\
    Subject: Re: Invoice F-1\r\n\
    Date: Mon, 16 Nov 2026 23:30:00 -0800\r\n\
    Message-ID: <reply-1@fernhill.example>\r\n\
    Content-Type: text/plain; charset=utf-8\r\n\
    \r\n\
    We will pay on Friday.\r\n\
    > You wrote: please pay\r\n\
    --\r\n\
    Fern\r\n";

const BOUNCE: &str = "From: MAILER-DAEMON@mx.example\r\n\
    To: office@birch.example\r\n\
    Subject: Undelivered mail\r\n\
    Date: Mon, 16 Nov 2026 10:00:00 -0500\r\n\
    Message-ID: <bounce-1@mx.example>\r\n\
    MIME-Version: 1.0\r\n\
    Content-Type: multipart/report; report-type=delivery-status; boundary=\"b\"\r\n\
    \r\n\
    --b\r\n\
    Content-Type: text/plain\r\n\
    \r\n\
    It did not arrive.\r\n\
    --b\r\n\
    Content-Type: message/delivery-status\r\n\
    \r\n\
    Reporting-MTA: dns; mx.example\r\n\
    \r\n\
    Final-Recipient: rfc822; fern@fernhill.example\r\n\
    Action: failed\r\n\
    Status: 5.1.1\r\n\
    Diagnostic-Code: smtp; 550 no such mailbox\r\n\
    --b--\r\n";

#[tokio::test]
async fn a_reply_goes_into_the_record_of_contacts_once() {
    let place = Place::new().await;
    place.client("Fernhill").await;
    let refused = bring(&place, "reply.eml", REPLY, ImportAsk::default()).await.unwrap_err();
    assert_eq!(refused.code, "mail_sender_unknown");
    assert!(refused.message.contains("Fern@Fernhill.example"), "{}", refused.message);

    with_address(&place, "Fernhill", "fern@fernhill.example").await;
    let rehearsed = ImportAsk { dry_run: true, preview: Some(5), ..ImportAsk::default() };
    let shown = bring(&place, "reply.eml", REPLY, rehearsed).await.unwrap();
    assert_eq!((shown.import, shown.created.contacts), (None, 1));
    let rows = shown.preview.unwrap().rows;
    assert_eq!((rows[0].kind, rows[0].number.as_str()), ("mail", "Re: Invoice F-1"));
    assert!(view(&place, "Fernhill").await.contacts.is_empty(), "a rehearsal writes nothing");

    let report = bring(&place, "reply.eml", REPLY, ImportAsk::default()).await.unwrap();
    assert_eq!((report.created.contacts, report.created.total()), (1, 1));
    let contacts = view(&place, "Fernhill").await.contacts;
    let word = &contacts[0];
    assert_eq!(
        (word.channel.as_str(), word.direction.as_str(), word.kind.as_str()),
        ("email", "in", "reply")
    );
    assert_eq!(word.on, day("2026-11-17"), "the day it was where the business is");
    assert_eq!(word.note, "Re: Invoice F-1\nWe will pay on Friday.");
    assert_eq!(word.import, report.import, "and its original is kept with that import");

    // The same message out of another program is the same message.
    let again = bring(&place, "again.eml", &REPLY.replace("\r\n", "\n"), ImportAsk::default()).await.unwrap();
    assert_eq!((again.created.total(), again.unchanged.contacts), (0, 1));
    place.is_whole().await;
    undo(&place, &report).await;
    assert!(view(&place, "Fernhill").await.contacts.is_empty());
    let anew = bring(&place, "reply.eml", REPLY, ImportAsk::default()).await.unwrap();
    assert_eq!(anew.created.contacts, 1, "what was taken back may come again");
    place.is_whole().await;
}

#[tokio::test]
async fn a_bounce_marks_the_address_until_there_is_another_or_a_reply() {
    let place = Place::new().await;
    place.client("Fernhill").await;
    with_address(&place, "Fernhill", "Fern@fernhill.example").await;
    let report = bring(&place, "bounce.eml", BOUNCE, ImportAsk::default()).await.unwrap();
    let client = view(&place, "Fernhill").await;
    assert_eq!(client.contacts[0].kind, "undelivered");
    let failed = client.particulars.email_failed.unwrap();
    assert_eq!((failed.on, failed.reason.as_str()), (day("2026-11-16"), "5.1.1 550 no such mailbox"));
    assert!(client.history.iter().any(|line| line.kind == "mail_failed"), "the history says so");

    with_address(&place, "Fernhill", "new@fernhill.example").await;
    assert_eq!(view(&place, "Fernhill").await.particulars.email_failed, None, "another address is another");
    with_address(&place, "Fernhill", "fern@fernhill.example").await;
    assert!(view(&place, "Fernhill").await.particulars.email_failed.is_some());
    bring(&place, "reply.eml", REPLY, ImportAsk::default()).await.unwrap();
    assert_eq!(view(&place, "Fernhill").await.particulars.email_failed, None, "it works again");
    undo(&place, &report).await;
    place.is_whole().await;

    // Two clients with one address: nobody is chosen.
    place.client("Fernhill Two").await;
    with_address(&place, "Fernhill Two", "fern@fernhill.example").await;
    let refused = bring(&place, "bounce.eml", BOUNCE, ImportAsk::default()).await.unwrap_err();
    assert_eq!(refused.code, "mail_sender_shared");
    assert_eq!(refused.candidates.len(), 2);
}

const STATEMENT: &str = "Date,Payer,Reference,Amount,IBAN,Balance\n\
    2026-11-12,FERNHILL,F-1,100.00,DE89370400440532013000,100.00\n\
    2026-11-13,FERNHILL,thanks,60.00,DE89370400440532013000,160.00\n";

async fn lines(place: &Place) -> Vec<BankLineView> {
    let ask = BankList { as_of: Some(day(TODAY)), ..BankList::default() };
    let mut lines = bank_list(&place.desk, ask).await.unwrap().lines;
    lines.reverse();
    lines
}

async fn net(place: &Place, client: &str) -> String {
    view(place, client).await.row.balance.get("CAD").cloned().unwrap_or_default()
}

#[tokio::test]
async fn a_payment_entered_by_hand_is_tied_to_its_line_and_counted_once() {
    let place = Place::new().await;
    place.client("Fernhill").await;
    place.invoice("Fernhill", "F-1", "100.00", "2026-10-01", "2026-10-31").await;
    let entered = place.paid("Fernhill", "100.00", "2026-11-10").await;
    bring(&place, "bank.csv", STATEMENT, ImportAsk { kind: Some("bank".into()), ..ImportAsk::default() })
        .await
        .unwrap();
    let line = lines(&place).await.remove(0);
    let first = &line.suggestions[0];
    assert_eq!(first.payment.as_deref(), Some(entered.payment.as_str()));
    assert_eq!((first.exact, first.evidence[0].code.as_str()), (false, "payment_entered"));
    assert_eq!(first.amount, "100.00");
    let all = bank_match_exact(&place.desk, BankExact { as_of: Some(day(TODAY)), ..BankExact::default() });
    assert!(all.await.unwrap().payments.is_empty(), "nothing goes in a second time");

    let tie = |line: &str| BankMatch {
        line: line.to_owned(),
        payment: Some(entered.payment.clone()),
        as_of: Some(day(TODAY)),
        ..BankMatch::default()
    };
    let before = net(&place, "Fernhill").await;
    let done = bank_match(&place.desk, tie(&line.id)).await.unwrap();
    assert_eq!((done.payments[0].as_str(), done.lines[0].left.as_str()), (entered.payment.as_str(), "0.00"));
    assert_eq!(done.lines[0].matched[0].invoice, "F-1");
    assert_eq!(net(&place, "Fernhill").await, before, "no money moved");
    assert_eq!(bank_match(&place.desk, tie(&line.id)).await.unwrap_err().code, "bank_line_spent");
    let other = lines(&place).await.remove(1);
    assert_eq!(bank_match(&place.desk, tie(&other.id)).await.unwrap_err().code, "payment_matched");
    assert!(other.suggestions.iter().all(|one| one.payment.is_none()));
    place.is_whole().await;

    let ask = BankUnmatch { lines: vec![line.id.clone()], ..BankUnmatch::default() };
    let undone = bank_unmatch(&place.desk, ask).await.unwrap();
    assert_eq!(undone.lines[0].left, "100.00");
    assert_eq!(net(&place, "Fernhill").await, before, "the payment stays");
    let history: Vec<String> =
        view(&place, "Fernhill").await.history.into_iter().map(|line| line.kind).take(2).collect();
    assert_eq!(history, ["bank_line_untied", "bank_line_tied"]);

    // Larger than what is left of the line.
    assert_eq!(bank_match(&place.desk, tie(&other.id)).await.unwrap_err().code, "bank_match_too_much");
    place.is_whole().await;
}

const TERMS: &str = "Invoice Number,Client,Invoice Date,Terms,Total\n\
    E-1,Early Bird,2026-11-02,2/10 net 30,1000.00\n\
    E-2,Early Bird,2026-11-02,3% Skonto 8 Tage,200.00\n";

const PAID_EARLY: &str = "Date,Payer,Reference,Amount,IBAN,Balance\n\
    2026-11-12,EARLY BIRD,E-1,980.00,DE1,980.00\n\
    2026-11-13,EARLY BIRD,E-2,194.00,DE1,1174.00\n";

#[tokio::test]
async fn a_discount_for_paying_early_is_given_with_the_payment_and_goes_with_it() {
    let place = Place::new().await;
    bring(&place, "list.csv", TERMS, ImportAsk::default()).await.unwrap();
    let due: Vec<(String, Day)> =
        place.invoices(TODAY).await.into_iter().map(|invoice| (invoice.number, invoice.due)).collect();
    assert!(due.contains(&("E-1".to_owned(), day("2026-12-02"))), "net 30: {due:?}");
    bring(&place, "bank.csv", PAID_EARLY, ImportAsk { kind: Some("bank".into()), ..ImportAsk::default() })
        .await
        .unwrap();
    let found = lines(&place).await;
    let codes = |at: usize| -> Vec<&str> {
        found[at].suggestions[0].evidence.iter().map(|evidence| evidence.code.as_str()).collect()
    };
    assert_eq!(found[0].suggestions[0].discount.as_deref(), Some("20.00"));
    assert!(codes(0).contains(&"early_discount"), "on the tenth day: {:?}", codes(0));
    assert!(!codes(1).contains(&"early_discount"), "eleven days after: {:?}", codes(1));

    let pay = |line: &str, invoice: &str, discount: Option<bool>| BankMatch {
        line: line.to_owned(),
        invoices: vec![invoice.to_owned()],
        discount,
        as_of: Some(day(TODAY)),
        ..BankMatch::default()
    };
    let balance = async |number: &str| {
        let ask = InvoiceListAsk { as_of: Some(day(TODAY)), ..InvoiceListAsk::default() };
        let rows = invoice_list(&place.desk, ask).await.unwrap().invoices;
        rows.into_iter().find(|row| row.number == number).unwrap().balance
    };
    bank_match(&place.desk, pay(&found[1].id, "E-2", None)).await.unwrap();
    assert_eq!(balance("E-2").await, "6.00", "too late for it");
    bank_match(&place.desk, pay(&found[0].id, "E-1", Some(false))).await.unwrap();
    assert_eq!(balance("E-1").await, "20.00", "left open when it is not to be given");
    let take_back = |lines: Vec<String>| BankUnmatch { lines, ..BankUnmatch::default() };
    bank_unmatch(&place.desk, take_back(vec![found[0].id.clone()])).await.unwrap();
    bank_match(&place.desk, pay(&found[0].id, "E-1", None)).await.unwrap();
    assert_eq!(balance("E-1").await, "0.00");
    place.is_whole().await;
    bank_unmatch(&place.desk, take_back(vec![found[0].id.clone()])).await.unwrap();
    assert_eq!(balance("E-1").await, "1000.00", "the discount went with the payment");
    place.is_whole().await;

    let done = bank_match(&place.desk, pay(&found[0].id, "E-1", None)).await.unwrap();
    let ask = PaymentReverse { payment: done.payments[0].clone(), ..PaymentReverse::default() };
    payment_reverse(&place.desk, ask).await.unwrap();
    assert_eq!(balance("E-1").await, "1000.00", "also when the payment itself is taken back");
    place.is_whole().await;
}

const ODD: &str = "Doc;Firm;Made;Sum\n\
    1001;Fernhill;03/04/2026;1.234\n\
    1002;Fernhill;05/06/2026;2.500\n";

#[tokio::test]
async fn what_was_said_of_a_layout_is_remembered_until_it_fits_no_longer() {
    let place = Place::new().await;
    assert!(
        bring(&place, "odd.csv", ODD, ImportAsk::default()).await.is_err(),
        "it cannot be read by itself"
    );
    let said = || ImportAsk {
        kind: Some("invoices".into()),
        date_order: Some("dmy".into()),
        decimal: Some("comma".into()),
        map: ["invoice_number=Doc", "client=Firm", "issue_date=Made", "total=Sum"].map(str::to_owned).into(),
        currency: Some("EUR".into()),
        ..ImportAsk::default()
    };
    // A rehearsal teaches nothing.
    bring(&place, "odd.csv", ODD, ImportAsk { dry_run: true, ..said() }).await.unwrap();
    assert!(bring(&place, "odd.csv", ODD, ImportAsk::default()).await.is_err());
    let first = bring(&place, "odd.csv", ODD, said()).await.unwrap();
    assert!(first.reading.remembered.is_empty(), "this time it was said");
    let wire = |report: &ImportReport| serde_json::to_value(&report.reading.remembered).unwrap();

    let next = ODD.replace("1001", "2001").replace("1002", "2002");
    let second = bring(&place, "next.csv", &next, ImportAsk::default()).await.unwrap();
    assert_eq!(second.created.invoices, 2);
    assert_eq!(wire(&second), serde_json::json!(["kind", "columns", "date_order", "decimal", "currency"]));
    assert!(
        second
            .reading
            .ambiguous
            .iter()
            .all(|open| { serde_json::to_value(open.decided_by).unwrap() == "remembered" })
    );
    let invoices = place.invoices(TODAY).await;
    let new = invoices.iter().find(|row| row.number == "2001").unwrap();
    assert_eq!(
        (new.total.as_str(), new.currency.as_str(), new.issued),
        ("1234.00", "EUR", day("2026-04-03"))
    );

    // What is said now wins, and is remembered in its place.
    let third = ODD.replace("1001", "3001").replace("1002", "3002");
    let ask = ImportAsk { date_order: Some("mdy".into()), ..ImportAsk::default() };
    let report = bring(&place, "third.csv", &third, ask).await.unwrap();
    assert_eq!(wire(&report), serde_json::json!(["kind", "columns", "decimal", "currency"]));
    let fourth = ODD.replace("1001", "4001").replace("1002", "4002");
    bring(&place, "fourth.csv", &fourth, ImportAsk::default()).await.unwrap();
    let invoices = place.invoices(TODAY).await;
    let new = invoices.iter().find(|row| row.number == "4001").unwrap();
    assert_eq!(new.issued, day("2026-03-04"), "as it was said last");
    place.is_whole().await;
}

#[tokio::test]
async fn what_fits_no_longer_is_forgotten() {
    let place = Place::new().await;
    let list = |number: &str, on: &str| {
        format!("Invoice Number,Client,Invoice Date,Due Date,Total\n{number},Fernhill,{on},,10.00\n")
    };
    let ask = ImportAsk { date_order: Some("dmy".into()), ..ImportAsk::default() };
    bring(&place, "a.csv", &list("A-1", "03/04/2026"), ask).await.unwrap();
    let second = bring(&place, "b.csv", &list("A-2", "03/04/2026"), ImportAsk::default()).await.unwrap();
    assert_eq!(second.reading.remembered.len(), 1);
    // The program now writes the month first, as this file proves.
    let third = bring(&place, "c.csv", &list("A-3", "04/25/2026"), ImportAsk::default()).await.unwrap();
    assert!(third.reading.remembered.is_empty());
    assert_eq!(third.created.invoices, 1);
    let fourth = bring(&place, "d.csv", &list("A-4", "03/04/2026"), ImportAsk::default()).await.unwrap_err();
    assert_eq!(fourth.code, "date_order_ambiguous", "so it is asked again");
}
