//! The files that were brought in, as the programs they came from would have written them.

use super::billed::Bill;
use super::calendar::Calendar;
use super::clients::{
    AMERICAN, BOOKS, CEDAR, GRANITE, HARBOUR, HUDSON, MAPLE, NIKOS, PETIT, QUARRY, WINES, WOLFE,
};
use super::earlier::{GIVEN_UP, LISTED, WRITTEN};
use goodterms_terms::Refusal;
use std::fmt::Write as _;

/// The invoices of the program used before.
pub(super) fn earlier(calendar: Calendar) -> Result<String, Refusal> {
    let mut list = String::from(
        "Invoice Number,Customer Name,Invoice Date,Due Date,Currency,Total,Write Off Amount,Date Paid\n",
    );
    for bill in LISTED {
        let Bill { number, client, total, .. } = *bill;
        let (issued, due) = (calendar.day(bill.issued)?, calendar.day(bill.due)?);
        let currency = if AMERICAN.contains(&client) { "USD" } else { "CAD" };
        let given_up = if number == GIVEN_UP.0 { GIVEN_UP.1 } else { "" };
        let paid = if was_open(bill) { String::new() } else { calendar.day(bill.paid)?.to_string() };
        // Writing to a string cannot fail.
        let _ = writeln!(list, "INV-{number},{client},{issued},{due},{currency},{total},{given_up},{paid}");
    }
    Ok(list)
}

/// Whether a bill was still open when that list was written.
pub(super) fn was_open(bill: &Bill) -> bool {
    bill.paid.is_empty() || bill.paid > WRITTEN
}

/// Estimates, brought in as if they were invoices and taken back.
pub(super) fn estimates(calendar: Calendar) -> Result<String, Refusal> {
    let mut list = String::from("Invoice Number,Customer Name,Invoice Date,Due Date,Total\n");
    for (number, client, issued, due, total) in [
        ("EST-301", NIKOS, "2026-02-24", "2026-03-26", "3390.00"),
        ("EST-302", WINES, "2026-02-26", "2026-03-28", "1582.00"),
        ("EST-303", BOOKS, "2026-03-02", "2026-04-01", "904.00"),
    ] {
        let (issued, due) = (calendar.day(issued)?, calendar.day(due)?);
        let _ = writeln!(list, "{number},{client},{issued},{due},{total}");
    }
    Ok(list)
}

/// What the workshop's own sheet had last week: it names no due days, and one row is not yet sent.
pub(super) fn workshop(calendar: Calendar) -> Result<String, Refusal> {
    let mut list =
        String::from("Invoice Number,Customer Name,Type,Invoice Date,Due Date,Currency,Total,Status\n");
    for (number, client, kind, issued, currency, total, status) in [
        ("INV-1230", GRANITE, "Invoice", "2026-11-10", "CAD", "904.00", "Sent"),
        ("INV-1231", MAPLE, "Invoice", "2026-11-11", "CAD", "452.00", "Sent"),
        ("INV-1232", HUDSON, "Invoice", "2026-11-12", "USD", "1150.00", "Sent"),
        ("CN-0017", HUDSON, "Credit note", "2026-11-12", "USD", "45.00", "Sent"),
        ("INV-1233", HARBOUR, "Invoice", "2026-11-13", "CAD", "1582.00", "Draft"),
    ] {
        let issued = calendar.day(issued)?;
        let _ = writeln!(list, "{number},{client},{kind},{issued},,{currency},{total},{status}");
    }
    Ok(list)
}

/// What the bank's own site gives for the last days: three payments to match, one that was written in by hand the
/// day it came, and the card of the shop.
pub(super) fn statement(calendar: Calendar) -> Result<String, Refusal> {
    let mut lines = String::new();
    let movements = [
        ("2026-11-13", "-84.75", "KING STREET HARDWARE", "CARD 4417"),
        ("2026-11-13", "1356.00", CEDAR, "INV-1225"),
        ("2026-11-16", "2147.00", PETIT, "INV-1219"),
        ("2026-11-16", "1017.00", WOLFE, "storm doors INV 1216"),
        ("2026-11-16", "2000.00", QUARRY, "on account, more next week"),
    ];
    for (at, (on, amount, name, memo)) in movements.into_iter().enumerate() {
        let on = calendar.day(on)?.format("%Y%m%d");
        let kind = if amount.starts_with('-') { "POS" } else { "CREDIT" };
        let name: String = name.chars().take(32).collect();
        let name = name.replace('&', "&amp;");
        let _ = writeln!(
            lines,
            "<STMTTRN><TRNTYPE>{kind}<DTPOSTED>{on}<TRNAMT>{amount}<FITID>{on}{at}<NAME>{name}<MEMO>{memo}</STMTTRN>"
        );
    }
    let (from, to) =
        (calendar.day("2026-11-12")?.format("%Y%m%d"), calendar.day("2026-11-16")?.format("%Y%m%d"));
    Ok(format!(
        "OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\nSECURITY:NONE\nENCODING:UTF-8\nCHARSET:NONE\nCOMPRESSION:NONE\n\
         OLDFILEUID:NONE\nNEWFILEUID:NONE\n\n<OFX><SIGNONMSGSRSV1><SONRS><STATUS><CODE>0<SEVERITY>INFO</STATUS>\
         <DTSERVER>{to}<LANGUAGE>ENG</SONRS></SIGNONMSGSRSV1><BANKMSGSRSV1><STMTTRNRS><TRNUID>0<STATUS><CODE>0\
         <SEVERITY>INFO</STATUS><STMTRS><CURDEF>CAD<BANKACCTFROM><BANKID>000304821<ACCTID>5118620<ACCTTYPE>CHECKING\
         </BANKACCTFROM><BANKTRANLIST><DTSTART>{from}<DTEND>{to}\n{lines}</BANKTRANLIST><LEDGERBAL><BALAMT>18462.37\
         <DTASOF>{to}</LEDGERBAL></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>\n"
    ))
}
