//! Making the sample: everything goes in through the same functions a person uses, each on its own day.

use super::calendar::Calendar;
use super::clients::AMERICAN;
use super::plans::{PRINTED, Plan};
use super::story::{self, Act, BEGUN, DEMANDED, Payment, STATED};
use super::words::How;
use crate::books::{BookCreate, book_create};
use crate::business::{BusinessEdit, business_edit};
use crate::clients::{ClientAdd, ClientEdit, ClientWords, client_add, client_edit};
use crate::contacts::{ContactAdd, contact_add};
use crate::demands::{DemandIssue, demand_issue};
use crate::desk::Desk;
use crate::disputes::{DisputeAdd, DisputeResolve, dispute_add, dispute_resolve};
use crate::error::Answer;
use crate::imports::{ImportAsk, ImportUndo, import, import_undo};
use crate::invoices::{InvoiceAdd, invoice_add};
use crate::payments::{PaymentAdd, PaymentReverse, payment_add, payment_reverse};
use crate::plans::{PlanCreate, PlanSign, Signing, plan_create, plan_sign};
use crate::policy::{PolicySet, policy_set};
use crate::statements::{StatementAsk, statement};
use goodterms_ledger::home::write_whole;
use goodterms_terms::Day;
use std::collections::BTreeMap;
use std::path::Path;

/// The business whose book it is.
pub(super) const BUSINESS: &str = "Birch & Ferry Millwork";
/// The passphrase of every sample book. It guards nothing but fiction.
pub(super) const PASSPHRASE: &str = "a calm word on a Tuesday";
const OWNER: &str = "Nora Whitfield";
const LOGO: &[u8] = include_bytes!("logo.png");
const PAY_TO: [&str; 3] = [
    "Interac e-Transfer: accounts@birchferry.example",
    "Bank: Limestone Credit Union, transit 00042-899",
    "Account: 1004477",
];

/// The papers of the main job, as the book keeps them: `document-3`.
#[derive(Debug, Default)]
pub(super) struct Papers {
    pub(super) agreement: String,
    pub(super) demand: String,
    pub(super) statement: String,
}

/// Makes a sample book at a path, to stand at a day. It stays open on the desk.
pub(super) async fn make(desk: &Desk, book: &Path, on: Day) -> Answer<Papers> {
    let calendar = Calendar::at(on)?;
    begin(desk, book, calendar.day(BEGUN)?).await?;
    let mut maker = Maker { desk, calendar, payments: BTreeMap::new(), papers: Papers::default() };
    for (on, act) in story::story(calendar)? {
        maker.perform(act, on).await?;
    }
    Ok(maker.papers)
}

async fn begin(desk: &Desk, book: &Path, on: Day) -> Answer<()> {
    let ask = BookCreate {
        path: book.to_string_lossy().into_owned(),
        name: BUSINESS.into(),
        country: "CA".into(),
        region: Some("ON".into()),
        currency: "CAD".into(),
        locale: Some("en-CA".into()),
        time_zone: Some("America/Toronto".into()),
        passphrase: Some(PASSPHRASE.into()),
        keychain: false,
        as_of: Some(on),
        recovery_sheet: None,
    };
    book_create(desk, ask).await?;
    let particulars = BusinessEdit {
        email: Some("accounts@birchferry.example".into()),
        phone: Some("+1 613 555 0142".into()),
        tax_id: Some("GST/HST 70000 0000 RT0001".into()),
        number: Some("41".into()),
        street: Some("Ferry Lane".into()),
        postcode: Some("K7L 2Z4".into()),
        town: Some("Kingston".into()),
        region: Some("ON".into()),
        pay_to: Some(PAY_TO.map(str::to_owned).to_vec()),
        logo: Some(LOGO.to_vec()),
        as_of: Some(on),
        ..BusinessEdit::default()
    };
    business_edit(desk, particulars).await?;
    Ok(())
}

struct Maker<'a> {
    desk: &'a Desk,
    calendar: Calendar,
    /// The payment of each invoice that was named by one.
    payments: BTreeMap<String, String>,
    papers: Papers,
}

impl Maker<'_> {
    async fn perform(&mut self, act: Act, on: Day) -> Answer<()> {
        let (desk, as_of) = (self.desk, Some(on));
        match act {
            Act::Decided(key, value) => {
                policy_set(desk, PolicySet { key: key.into(), value, as_of }).await?;
            }
            Act::Brought { name, text, taken_back } => self.bring(name, &text, taken_back, on).await?,
            Act::Added(words) => {
                client_add(desk, ClientAdd { words: *words, as_of }).await?;
            }
            Act::French(client) => {
                let words = ClientWords { language: Some("fr-CA".into()), ..ClientWords::default() };
                client_edit(desk, ClientEdit { client: client.into(), words, as_of }).await?;
            }
            Act::Billed(bill) => {
                let ask = InvoiceAdd {
                    client: bill.client.into(),
                    number: bill.numbered(),
                    subject: Some(bill.subject.into()),
                    due: Some(self.calendar.day(bill.due)?),
                    total: bill.total.into(),
                    currency: AMERICAN.contains(&bill.client).then(|| "USD".into()),
                    as_of,
                    ..InvoiceAdd::default()
                };
                invoice_add(desk, ask).await?;
            }
            Act::Paid(payment) => self.pay(payment, on).await?,
            Act::TakenBack { invoice, why } => {
                let payment = self.payments.get(&invoice).cloned().unwrap_or_default();
                payment_reverse(desk, PaymentReverse { payment, reason: Some(why.into()), as_of }).await?;
            }
            Act::Said { client, how, text } => self.say(client, how, text, on).await?,
            Act::Disputed { invoice, amount, note } => {
                let amount = amount.map(str::to_owned);
                let ask = DisputeAdd { invoice: invoice.into(), amount, note: Some(note.into()), as_of };
                dispute_add(desk, ask).await?;
            }
            Act::Settled { invoice, how } => {
                let resolution = Some(how.to_owned());
                dispute_resolve(desk, DisputeResolve { invoice: invoice.into(), resolution, as_of }).await?;
            }
            Act::Planned(plan) => self.plan(plan, on).await?,
            Act::Demanded { deadline } => {
                let ask = DemandIssue {
                    client: DEMANDED.into(),
                    deadline,
                    next_step: "call".into(),
                    signed_by: Some(OWNER.into()),
                    as_of,
                    ..DemandIssue::default()
                };
                self.papers.demand = demand_issue(desk, ask).await?.document;
            }
            Act::Stated { client, from } => {
                let (client, from) = (client.to_owned(), Some(from));
                let made =
                    statement(desk, StatementAsk { client, from, as_of, ..StatementAsk::default() }).await?;
                if made.client == STATED {
                    self.papers.statement = made.document;
                }
            }
        }
        Ok(())
    }

    /// The file lies in the app's own folder only while it is read.
    async fn bring(&self, name: &str, text: &str, taken_back: bool, on: Day) -> Answer<()> {
        let file = self.desk.home().root().join("sample").join(name);
        write_whole(&file, text.as_bytes())?;
        let ask =
            ImportAsk { path: file.to_string_lossy().into_owned(), as_of: Some(on), ..ImportAsk::default() };
        let report = import(self.desk, ask).await;
        std::fs::remove_file(&file)?;
        if let (Some(import), true) = (report?.import, taken_back) {
            import_undo(self.desk, ImportUndo { import, as_of: Some(on) }).await?;
        }
        Ok(())
    }

    async fn pay(&mut self, payment: Payment, on: Day) -> Answer<()> {
        let Payment { client, invoice, amount, method } = payment;
        let ask = PaymentAdd {
            client: Some(client.into()),
            invoice: invoice.clone(),
            amount,
            method: Some(method.into()),
            as_of: Some(on),
            ..PaymentAdd::default()
        };
        let kept = payment_add(self.desk, ask).await?;
        self.payments.extend(invoice.map(|invoice| (invoice, kept.payment)));
        Ok(())
    }

    async fn say(&self, client: &str, how: How, text: String, on: Day) -> Answer<()> {
        let (channel, direction, kind) = how;
        let ask = ContactAdd {
            client: client.into(),
            on: None,
            channel: channel.into(),
            direction: direction.into(),
            kind: kind.into(),
            note: Some(text),
            as_of: Some(on),
        };
        contact_add(self.desk, ask).await?;
        Ok(())
    }

    async fn plan(&mut self, plan: &Plan, on: Day) -> Answer<()> {
        let as_of = Some(on);
        let ask = PlanCreate {
            client: plan.client.into(),
            invoices: plan.invoices.iter().map(|number| (*number).to_owned()).collect(),
            schedule: plan.schedule(self.calendar)?,
            as_of,
            ..PlanCreate::default()
        };
        let made = plan_create(self.desk, ask).await?;
        for (party, name) in [("business", Some(OWNER)), ("client", plan.signatory)] {
            if let Some(name) = name {
                let (plan, party, name) = (made.plan.clone(), party.to_owned(), name.to_owned());
                plan_sign(
                    self.desk,
                    PlanSign { plan, party, name, role: None, signing: Signing::Typed, as_of },
                )
                .await?;
            }
        }
        if plan.client == PRINTED {
            self.papers.agreement = made.document;
        }
        Ok(())
    }
}
