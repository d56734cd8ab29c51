//! What happened, told day by day: bills and what came in on them, plans, words, and the rest.

use super::billed::{BILLED, Bill};
use super::calendar::Calendar;
use super::clients::{self, AMERICAN, FERNHILL, FRENCH, GRANITE, HOLLIS, NORTHGATE, QUARRY, ROWING, ZOFIA};
use super::courtesies::courtesies;
use super::earlier::{self, LISTED};
use super::files;
use super::plans::{PLANS, Plan};
use super::words::{How, WORDS};
use crate::clients::ClientWords;
use crate::error::Answer;
use goodterms_terms::Day;

/// The day the book was begun.
pub(super) const BEGUN: &str = "2026-01-05";
/// Who was sent a final demand, and whose statement is printed with the sample.
pub(super) const DEMANDED: &str = NORTHGATE;
pub(super) const STATED: &str = QUARRY;

/// Something a person did.
#[derive(Debug)]
pub(super) enum Act {
    Decided(&'static str, String),
    Brought { name: &'static str, text: String, taken_back: bool },
    Added(Box<ClientWords>),
    French(&'static str),
    Billed(&'static Bill),
    Paid(Payment),
    TakenBack { invoice: String, why: &'static str },
    Said { client: &'static str, how: How, text: String },
    Disputed { invoice: &'static str, amount: Option<&'static str>, note: &'static str },
    Settled { invoice: &'static str, how: &'static str },
    Planned(&'static Plan),
    Demanded { deadline: Day },
    Stated { client: &'static str, from: Day },
}

/// Money that came in.
#[derive(Debug)]
pub(super) struct Payment {
    pub(super) client: &'static str,
    /// The invoice it names; where none is named, the desk puts it where it belongs.
    pub(super) invoice: Option<String>,
    pub(super) amount: String,
    pub(super) method: &'static str,
}

/// Everything, in the order of its days.
pub(super) fn story(calendar: Calendar) -> Answer<Vec<(Day, Act)>> {
    let mut told = beginning(calendar)?;
    for bill in BILLED {
        told.push((calendar.day(bill.issued)?, Act::Billed(bill)));
    }
    for bill in LISTED.iter().filter(|bill| files::was_open(bill)).chain(BILLED) {
        if !bill.paid.is_empty() {
            told.push((calendar.day(bill.paid)?, Act::Paid(whole(bill))));
        }
    }
    for plan in PLANS {
        told.push((calendar.day(plan.written)?, Act::Planned(plan)));
        for (day, amount) in plan.receipts(calendar)? {
            let method = method(plan.client);
            told.push((day, Act::Paid(Payment { client: plan.client, invoice: None, amount, method })));
        }
    }
    for word in WORDS {
        let (client, how, text) = (word.client, word.how, word.said.to_owned());
        told.push((calendar.day(word.on)?, Act::Said { client, how, text }));
    }
    for courtesy in courtesies()? {
        let (client, how, text) = (courtesy.client, courtesy.how, courtesy.said);
        told.push((calendar.moved(courtesy.on), Act::Said { client, how, text }));
    }
    told.extend(happenings(calendar)?);
    told.sort_by_key(|(day, _)| *day);
    Ok(told)
}

/// The first day, and the files that came in then and later.
fn beginning(calendar: Calendar) -> Answer<Vec<(Day, Act)>> {
    let first = calendar.day(BEGUN)?;
    let brought = |name, text| Act::Brought { name, text, taken_back: false };
    let (name, text) = clients::FILE;
    let mut told = vec![
        (first, Act::Decided("next_steps", "call,pause_work,small_claims".to_owned())),
        (first, Act::Decided("late_charge", "18".to_owned())),
        (first, Act::Decided("small_balance", "5.00".to_owned())),
        (first, brought(name, text.to_owned())),
        (first, brought("earlier-invoices.csv", files::earlier(calendar)?)),
    ];
    told.extend(FRENCH.map(|client| (first, Act::French(client))));
    told.push((
        calendar.day("2026-02-02")?,
        Act::Decided("closing_date", calendar.day(earlier::WRITTEN)?.to_string()),
    ));
    let (name, text) = ("estimates.csv", files::estimates(calendar)?);
    told.push((calendar.day("2026-03-03")?, Act::Brought { name, text, taken_back: true }));
    told.push((calendar.day("2026-04-10")?, Act::Added(Box::new(clients::zofia()))));
    told.push((calendar.day("2026-10-19")?, Act::Added(Box::new(clients::maple()))));
    told.push((calendar.day("2026-11-13")?, brought("workshop-orders.csv", files::workshop(calendar)?)));
    told.push((calendar.day("2026-11-16")?, brought("bank-statement.ofx", files::statement(calendar)?)));
    Ok(told)
}

/// What happened once.
fn happenings(calendar: Calendar) -> Answer<Vec<(Day, Act)>> {
    let cheque = Payment {
        client: HOLLIS,
        invoice: Some("INV-1210".to_owned()),
        amount: "791.00".to_owned(),
        method: method(HOLLIS),
    };
    let mut told = Vec::new();
    for (day, act) in [
        (
            "2026-05-04",
            Act::Disputed {
                invoice: "INV-1131",
                amount: Some("600.00"),
                note: "Two shelf fronts do not match the sample.",
            },
        ),
        ("2026-05-22", Act::Settled { invoice: "INV-1131", how: "Both fronts were made again, at no cost." }),
        ("2026-07-02", Act::Stated { client: FERNHILL, from: calendar.day(BEGUN)? }),
        ("2026-10-30", Act::Demanded { deadline: calendar.day("2026-11-16")? }),
        ("2026-10-30", Act::Paid(cheque)),
        (
            "2026-11-06",
            Act::TakenBack { invoice: "INV-1210".to_owned(), why: "The bank returned the cheque." },
        ),
        (
            "2026-11-09",
            Act::Disputed {
                invoice: "INV-1206",
                amount: None,
                note: "The shelf finish is duller than the sample.",
            },
        ),
        ("2026-11-12", Act::Stated { client: STATED, from: calendar.day("2026-07-01")? }),
    ] {
        told.push((calendar.day(day)?, act));
    }
    Ok(told)
}

fn whole(bill: &Bill) -> Payment {
    Payment {
        client: bill.client,
        invoice: Some(bill.numbered()),
        amount: bill.total.to_owned(),
        method: method(bill.client),
    }
}

/// How a client pays.
fn method(client: &str) -> &'static str {
    match client {
        HOLLIS | ROWING => "Cheque",
        ZOFIA => "Card",
        american if AMERICAN.contains(&american) => "Wire transfer",
        GRANITE | QUARRY | NORTHGATE => "Bank transfer",
        _ => "Interac e-Transfer",
    }
}
