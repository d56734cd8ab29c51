//! Shows how files are read: `cargo run -p goodterms-intake --example look -- FILE…`.

#![allow(clippy::print_stdout, reason = "it is there to print")]

use goodterms_intake::{Options, read};
use goodterms_terms::Currency;

fn main() {
    let currency = std::env::var("GOODTERMS_CURRENCY").unwrap_or_else(|_| "USD".into());
    let Ok(currency) = Currency::from_code(&currency) else { return println!("{currency} is no currency") };
    for path in std::env::args().skip(1) {
        println!("== {path}");
        let Ok(bytes) = std::fs::read(&path) else {
            println!("   cannot be opened");
            continue;
        };
        match read(&bytes, &Options::new(currency)) {
            Err(refusal) => println!(
                "   refused: {:?} {refusal} {:?} {:?}",
                refusal.code, refusal.hint, refusal.candidates
            ),
            Ok(intake) => show(&intake),
        }
    }
}

fn show(intake: &goodterms_intake::Intake) {
    let reading = &intake.reading;
    println!(
        "   {:?} {:?} {} {:?} sheet {:?} product {:?} {:?}",
        reading.kind,
        reading.format,
        reading.encoding,
        reading.delimiter,
        reading.sheet,
        reading.product,
        intake.rows
    );
    for column in reading.columns.iter().filter(|column| column.field.is_some()) {
        println!("   column {} {:?} is {:?}", column.position, column.header, column.field);
    }
    let client = |at: usize| intake.clients.get(at).map(|client| client.known_as()).unwrap_or_default();
    for i in intake.invoices.iter().take(12) {
        let paid: Vec<String> = i.payments.iter().map(|p| format!("{} on {:?}", p.amount, p.on)).collect();
        println!(
            "   invoice {} {} {} due {}{} {:?} open {:?} paid {paid:?}",
            i.number,
            client(i.client),
            i.issued,
            i.due,
            if i.due_assumed { " (assumed)" } else { "" },
            i.total,
            i.balance
        );
    }
    for c in intake.credit_notes.iter().take(5) {
        println!(
            "   credit {} {} {} {:?} left {:?}",
            c.number,
            client(c.client),
            c.issued,
            c.amount,
            c.remaining
        );
    }
    for p in intake.payments.iter().take(5) {
        println!(
            "   payment {:?} {} {} {:?}",
            p.invoice,
            p.client.map(client).unwrap_or_default(),
            p.on,
            p.amount
        );
    }
    for s in intake.skipped.iter().take(8) {
        println!("   left out {} {:?} {}", s.row, s.code, s.message);
    }
    for w in intake.warnings.iter().take(8) {
        println!("   warning {:?} {:?} {}", w.row, w.code, w.message);
    }
    let (invoices, clients) = (intake.invoices.len(), intake.clients.len());
    println!(
        "   {invoices} invoices, {} credits, {clients} clients, {} payments",
        intake.credit_notes.len(),
        intake.payments.len()
    );
}
