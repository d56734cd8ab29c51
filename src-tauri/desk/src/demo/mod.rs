//! A sample book: a made-up business, its clients, and what happened between them in the last half year.
//!
//! Everything goes in through the same functions a person uses, each on its own day. Only the key and the
//! machine's true time differ from one sample to the next.

mod story;

use crate::books::{BookCreate, book_create};
use crate::business::{BusinessEdit, business_edit};
use crate::clients::{ClientAdd, client_add};
use crate::contacts::{ContactAdd, contact_add};
use crate::demands::{DemandCheck, DemandIssue, demand_check, demand_issue};
use crate::desk::Desk;
use crate::disputes::{DisputeAdd, dispute_add};
use crate::error::Answer;
use crate::invoices::{InvoiceAdd, invoice_add};
use crate::payments::{PaymentAdd, payment_add};
use crate::plans::{PlanCreate, PlanSign, QuoteAsk, Signing, plan_create, plan_sign};
use crate::policy::{PolicySet, policy_set};
use crate::statements::{StatementAsk, statement};
use goodterms_ledger::home::write_whole;
use goodterms_terms::{Code, Day, Refusal, day};
use serde::Serialize;
use std::path::{Path, PathBuf};
use story::{CLIENTS, Event, STORY};

/// The passphrase of every sample book. It guards nothing but fiction.
const PASSPHRASE: &str = "a calm word on a Tuesday";

/// A sample book that was made.
#[derive(Debug, Clone, Serialize)]
pub struct DemoMade {
    /// The book.
    pub book: String,
    /// The file with its passphrase.
    pub passphrase_file: String,
    /// A payment plan's agreement.
    pub agreement: String,
    /// A final demand.
    pub demand: String,
    /// A statement of account.
    pub statement: String,
    /// The day the sample stands at.
    pub as_of: Day,
}

/// The day a sample stands at when none is named.
pub fn usual_day() -> Day {
    Day::from_ymd_opt(2026, 11, 17).unwrap_or_default()
}

/// Makes a sample book in a folder, with its passphrase file and the papers of the main job. The book stays
/// open on the desk. The keychain is not asked.
///
/// # Errors
/// When one of its files lies there already, the day is too close to the end of the calendar, or the machine
/// fails; then nothing of it is left.
pub async fn demo(desk: &Desk, folder: &Path, as_of: Option<Day>) -> Answer<DemoMade> {
    let on = as_of.unwrap_or_else(usual_day);
    for edge in [-400, 400] {
        day::within_years(day::plus_days(on, edge)).map_err(|refusal| refusal.field("as_of"))?;
    }
    let folder = std::path::absolute(folder)?;
    let files = Files::of(&folder);
    files.refuse_existing()?;
    std::fs::create_dir_all(&folder).map_err(|_| {
        Refusal::input(Code::PathMissing, format!("No folder can be made at {}.", folder.display()))
            .hint("Name a folder you may write to.")
            .field("dir")
    })?;
    let made = make(desk, &files, on).await;
    if made.is_err() {
        desk.close().await?;
        files.take_away();
    }
    made
}

/// Where everything of a sample lies.
struct Files {
    book: PathBuf,
    passphrase: PathBuf,
    agreement: PathBuf,
    demand: PathBuf,
    statement: PathBuf,
}

impl Files {
    fn of(folder: &Path) -> Self {
        Self {
            book: folder.join("sample.book"),
            passphrase: folder.join("passphrase.txt"),
            agreement: folder.join("payment-plan.pdf"),
            demand: folder.join("final-demand.pdf"),
            statement: folder.join("statement.pdf"),
        }
    }

    fn all(&self) -> [&Path; 5] {
        [&self.book, &self.passphrase, &self.agreement, &self.demand, &self.statement]
    }

    fn refuse_existing(&self) -> Result<(), Refusal> {
        let Some(there) = self.all().into_iter().find(|file| file.exists()) else { return Ok(()) };
        Err(Refusal::rule(Code::FileExists, format!("{} is there already.", there.display()))
            .hint("Name another folder; nothing is written over.")
            .file(there.to_string_lossy()))
    }

    /// What was begun goes; what cannot be removed is no worse than what went wrong before.
    fn take_away(&self) {
        for file in self.all() {
            let _ = std::fs::remove_file(file);
        }
    }
}

async fn make(desk: &Desk, files: &Files, on: Day) -> Answer<DemoMade> {
    let start = day::plus_days(on, -story::BEGINS_DAYS_AGO);
    found(desk, files, start).await?;
    for event in STORY {
        happen(desk, files, event, day::plus_days(on, -event.0)).await?;
    }
    let gate = demand_check(
        desk,
        DemandCheck { client: story::DEMANDED.into(), as_of: Some(on), ..DemandCheck::default() },
    );
    let earliest = gate.await?.earliest_deadline;
    let demand = DemandIssue {
        client: story::DEMANDED.into(),
        deadline: day::plus_days(on, 14).max(earliest),
        next_step: "small_claims".into(),
        out: text(&files.demand),
        signed_by: Some(story::OWNER.into()),
        as_of: Some(on),
        ..DemandIssue::default()
    };
    let demand = demand_issue(desk, demand).await?.pdf;
    let ask = StatementAsk {
        client: story::STATED.into(),
        out: text(&files.statement),
        as_of: Some(on),
        ..StatementAsk::default()
    };
    let statement = statement(desk, ask).await?.pdf;
    Ok(DemoMade {
        book: text(&files.book),
        passphrase_file: text(&files.passphrase),
        agreement: text(&files.agreement),
        demand,
        statement,
        as_of: on,
    })
}

/// The business, its policy and its clients.
async fn found(desk: &Desk, files: &Files, on: Day) -> Answer<()> {
    let book = BookCreate {
        path: text(&files.book),
        name: story::BUSINESS.into(),
        country: "CA".into(),
        region: Some("ON".into()),
        currency: "CAD".into(),
        locale: Some("en-CA".into()),
        time_zone: Some("America/Toronto".into()),
        passphrase: Some(PASSPHRASE.into()),
        keychain: false,
        as_of: Some(on),
    };
    book_create(desk, book).await?;
    write_whole(&files.passphrase, format!("{PASSPHRASE}\n").as_bytes())?;
    let particulars = BusinessEdit {
        email: Some("accounts@birchferry.example".into()),
        phone: Some("+1 613 555 0142".into()),
        tax_id: Some("GST/HST 70000 0000 RT0001".into()),
        street: Some("Ferry Street".into()),
        number: Some("14".into()),
        postcode: Some("K7G 1A1".into()),
        town: Some("Gananoque".into()),
        region: Some("ON".into()),
        pay_to: Some(story::PAY_TO.map(str::to_owned).to_vec()),
        as_of: Some(on),
        ..BusinessEdit::default()
    };
    business_edit(desk, particulars).await?;
    let steps =
        PolicySet { key: "next_steps".into(), value: "call,pause_work,small_claims".into(), as_of: Some(on) };
    policy_set(desk, steps).await?;
    for client in CLIENTS {
        client_add(desk, ClientAdd { words: client.words(), as_of: Some(on) }).await?;
    }
    Ok(())
}

async fn happen(desk: &Desk, files: &Files, event: &(i64, Event), on: Day) -> Answer<()> {
    let as_of = Some(on);
    match event.1 {
        Event::Billed { client, number, total, terms, currency } => {
            let ask = InvoiceAdd {
                client: client.into(),
                number: number.into(),
                terms_days: Some(terms),
                total: total.into(),
                currency: Some(currency.into()),
                as_of,
                ..InvoiceAdd::default()
            };
            invoice_add(desk, ask).await?;
        }
        Event::PaidFor { invoice, amount } => {
            let ask = PaymentAdd { invoice: Some(invoice.into()), ..paid(amount, on) };
            payment_add(desk, ask).await?;
        }
        Event::Paid { client, amount } => {
            payment_add(desk, PaymentAdd { client: Some(client.into()), ..paid(amount, on) }).await?;
        }
        Event::Word { client, channel, direction, kind, note } => {
            let ask = ContactAdd {
                client: client.into(),
                on: as_of,
                channel: channel.into(),
                direction: direction.into(),
                kind: kind.into(),
                note: Some(note.into()),
                as_of,
            };
            contact_add(desk, ask).await?;
        }
        Event::Disputed { invoice, amount, note } => {
            let ask = DisputeAdd {
                invoice: invoice.into(),
                amount: Some(amount.into()),
                note: Some(note.into()),
                as_of,
            };
            dispute_add(desk, ask).await?;
        }
        Event::Agreed { client, signatory, count, every, down_payment } => {
            let schedule = QuoteAsk {
                count: Some(count),
                every: Some(every.into()),
                down_payment: Some(down_payment.into()),
                ..QuoteAsk::default()
            };
            let ask = PlanCreate {
                client: client.into(),
                schedule,
                out: text(&files.agreement),
                as_of,
                ..PlanCreate::default()
            };
            let plan = plan_create(desk, ask).await?.plan;
            for (party, name) in [("business", story::OWNER), ("client", signatory)] {
                let (plan, party, name) = (plan.clone(), party.to_owned(), name.to_owned());
                plan_sign(desk, PlanSign { plan, party, name, signing: Signing::Typed, as_of }).await?;
            }
        }
    }
    Ok(())
}

fn paid(amount: &str, on: Day) -> PaymentAdd {
    let method = Some("bank transfer".to_owned());
    PaymentAdd { amount: amount.into(), on: Some(on), method, as_of: Some(on), ..PaymentAdd::default() }
}

fn text(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}
