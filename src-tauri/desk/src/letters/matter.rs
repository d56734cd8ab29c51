//! What a letter is about, read from the book.

use super::owed::{Owing, Reach, owing};
use super::{LetterAsk, notices, sums};
use crate::choice::{one_of, unknown};
use crate::error::Answer;
use crate::overlay::{self, Laid};
use crate::shown::{entry_id, known};
use crate::{ageing, finding, said};
use goodterms_ledger::client::{self, Client};
use goodterms_ledger::entry::{self, Entry};
use goodterms_ledger::reading::account::{self, PaidDebit};
use goodterms_ledger::{Connection, LedgerError};
use goodterms_paper::letter::{Matter, NextInstalment, PaidInvoice, Receipt, Reminder, Step, Thanks, Tone};
use goodterms_terms::entry::EntryKind;
use goodterms_terms::plan::{InstalmentState, Notice, PlanState, Standing};
use goodterms_terms::{Code, Day, Money, Refusal, day};

/// Days a letter leaves for an answer.
const ANSWER_DAYS: i64 = 7;

/// What a letter is about, to whom, and what it asks for.
pub(super) struct About {
    pub(super) client: Client,
    pub(super) matter: Matter,
    /// What a payment must be marked with.
    pub(super) reference: String,
    /// What is asked for, where it is one amount.
    pub(super) asked: Option<Money>,
    pub(super) answer_by: Option<Day>,
    /// The notice it is, once it has gone out, of which version of a plan.
    pub(super) notice: Option<(i64, Notice)>,
}

const STEPS: [(&str, Step); 5] = [
    ("before_due", Step::BeforeDue),
    ("next_day", Step::NextDay),
    ("one_week", Step::OneWeek),
    ("two_weeks", Step::TwoWeeks),
    ("one_month", Step::OneMonth),
];
const TONES: [(&str, Tone); 3] = [("warm", Tone::Warm), ("neutral", Tone::Neutral), ("firm", Tone::Firm)];

/// The wire name of a step.
pub(super) fn step_name(step: Step) -> &'static str {
    STEPS.iter().find(|(_, known)| *known == step).map_or("", |(name, _)| name)
}

/// The wire name of a tone.
pub(super) fn tone_name(tone: Tone) -> &'static str {
    TONES.iter().find(|(_, known)| *known == tone).map_or("", |(name, _)| name)
}

/// Reads what was asked for.
pub(super) async fn of(conn: &mut Connection, ask: &LetterAsk, on: Day) -> Answer<About> {
    match ask.kind.as_str() {
        "reminder" => reminder(conn, ask, on).await,
        "receipt" => receipt(conn, ask, on).await,
        "thanks" => thanks(conn, ask, on).await,
        "missed" => notices::missed(conn, ask, on).await,
        "default" => notices::default(conn, ask, on).await,
        other => {
            let known = ["reminder", "receipt", "thanks", "missed", "default"];
            Err(unknown(Code::LetterChoiceUnknown, "kind", other, known.into_iter()).into())
        }
    }
}

async fn reminder(conn: &mut Connection, ask: &LetterAsk, on: Day) -> Answer<About> {
    let step = one_of(Code::LetterChoiceUnknown, "step", ask.step.as_deref(), &STEPS)?;
    let tone = one_of(Code::LetterChoiceUnknown, "tone", ask.tone.as_deref(), &TONES)?;
    let client = finding::client(conn, &ask.about).await?;
    let Owing { items, totals, days_late } = owing(conn, client.id, Reach::Asked, on).await?;
    if items.is_empty() {
        let message = format!("{} owes nothing that is late or falls due soon.", client.name);
        let hint = "What is disputed, or not yet due within two weeks, is not asked for.";
        return Err(Refusal::rule(Code::NothingOverdue, message).hint(hint).into());
    }
    let step = step.unwrap_or(match days_late {
        ..=0 => Step::BeforeDue,
        1..=6 => Step::NextDay,
        7..=13 => Step::OneWeek,
        14..=29 => Step::TwoWeeks,
        _ => Step::OneMonth,
    });
    if (step == Step::BeforeDue) != (days_late == 0) {
        let message = if days_late == 0 { "Nothing is late yet." } else { "Something is late already." };
        return Err(Refusal::rule(Code::LetterTooEarly, message)
            .hint("Leave the step out: the letter then fits how things stand.")
            .field("step")
            .into());
    }
    let answer_by = answer_by(ask, on)?;
    let asked = totals.first().copied().filter(|_| totals.len() == 1);
    Ok(About {
        reference: reference_of(items.iter().map(|item| item.number.as_str()), &client),
        matter: Matter::Reminder(Reminder {
            step,
            tone: tone.unwrap_or(match step {
                Step::BeforeDue | Step::NextDay => Tone::Warm,
                Step::OneWeek | Step::TwoWeeks => Tone::Neutral,
                Step::OneMonth => Tone::Firm,
            }),
            owed: items,
            totals,
            answer_by,
        }),
        client,
        asked,
        answer_by: Some(answer_by),
        notice: None,
    })
}

/// The one invoice a payment is for, or the client.
fn reference_of<'a>(mut numbers: impl Iterator<Item = &'a str>, client: &Client) -> String {
    match (numbers.next(), numbers.next()) {
        (Some(one), None) if !one.is_empty() => one.to_owned(),
        _ => client.name.clone(),
    }
}

pub(super) fn answer_by(ask: &LetterAsk, on: Day) -> Result<Day, Refusal> {
    let by = ask.answer_by.unwrap_or_else(|| day::plus_days(on, ANSWER_DAYS));
    if by <= on {
        return Err(Refusal::input(Code::DeadlineTooSoon, "An answer needs at least a day.")
            .hint("Choose a later day.")
            .field("answer_by"));
    }
    Ok(by)
}

/// A payment that stands, whose it is, and what it paid.
struct Paid {
    payment: Entry,
    client: Client,
    money: Money,
    debits: Vec<PaidDebit>,
}

impl Paid {
    async fn of(conn: &mut Connection, meant: &str, on: Day) -> Answer<Self> {
        let payment = finding::payment(conn, meant).await?;
        if payment.reversed {
            let message = "This payment was taken back, so there is nothing to confirm.";
            return Err(Refusal::rule(Code::AlreadyReversed, message).field("about").into());
        }
        let client = client::by_id(conn, payment.client)
            .await?
            .ok_or_else(|| LedgerError::unexpected("a payment of nobody"))?;
        let money = Money::of(-payment.amount, known(&payment.currency)?);
        let debits = account::paid_debits(conn, payment.id, on).await?;
        Ok(Self { payment, client, money, debits })
    }

    /// What the client still owes in its currency, nothing when they have credit.
    async fn left(&self, conn: &mut Connection, on: Day) -> Answer<Money> {
        let aged = ageing::by_client(conn, Some(self.client.id), on).await?;
        let key = (self.client.id, self.payment.currency.clone());
        let net = aged.get(&key).map_or(0, |ageing| ageing.net());
        Ok(Money::of(net.max(0), self.money.currency()))
    }
}

async fn receipt(conn: &mut Connection, ask: &LetterAsk, on: Day) -> Answer<About> {
    let paid = Paid::of(conn, &ask.about, on).await?;
    let left = paid.left(conn, on).await?;
    let currency = paid.money.currency();
    let language = said::language(&paid.client);
    let invoices: Vec<PaidInvoice> = paid
        .debits
        .iter()
        .map(|debit| PaidInvoice {
            number: called(debit, language),
            issued: debit.issued,
            total: Money::of(debit.total, currency),
            paid: Money::of(debit.paid, currency),
            open: Money::of(debit.open, currency),
        })
        .collect();
    let used: i64 = paid.debits.iter().map(|debit| debit.paid).sum();
    let credit = paid.money.minor() - used;
    let number = entry_id(EntryKind::Payment, paid.payment.id).to_uppercase();
    Ok(About {
        matter: Matter::Receipt(Receipt {
            number,
            paid: paid.money,
            on: paid.payment.on,
            by: entry::particulars(conn, paid.payment.id).await?.method,
            invoices,
            credit: (credit > 0).then(|| Money::of(credit, currency)),
            left,
        }),
        client: paid.client,
        reference: String::new(),
        asked: None,
        answer_by: None,
        notice: None,
    })
}

fn called(debit: &PaidDebit, language: goodterms_terms::agreement::Language) -> String {
    if debit.number.is_empty() { said::entry(debit.kind, false, language) } else { debit.number.clone() }
}

/// Thanks say the most cheerful thing that is true of the payment.
async fn thanks(conn: &mut Connection, ask: &LetterAsk, on: Day) -> Answer<About> {
    let paid = Paid::of(conn, &ask.about, on).await?;
    let left = paid.left(conn, on).await?;
    let planned = match plan_paid(conn, &paid, on).await? {
        Some(laid) => planned(&laid, &paid, on),
        None => None,
    };
    let early = match paid.debits.as_slice() {
        [one] if one.open == 0 && paid.payment.on < one.due && !one.number.is_empty() => Some(one),
        _ => None,
    };
    let matter = match (planned, early) {
        (Some(thanks), _) => thanks,
        (None, Some(invoice)) => Thanks::Early {
            invoice: invoice.number.clone(),
            paid: paid.money,
            on: paid.payment.on,
            due: invoice.due,
        },
        (None, None) if left.is_zero() => Thanks::Cleared { paid: paid.money, on: paid.payment.on },
        (None, None) => {
            let Owing { items, .. } = owing(conn, paid.client.id, Reach::All, on).await?;
            let owed: Vec<_> =
                items.into_iter().filter(|item| item.open.currency() == paid.money.currency()).collect();
            Thanks::Part {
                paid: paid.money,
                on: paid.payment.on,
                totals: sums(owed.iter().map(|item| item.open))?,
                owed,
            }
        }
    };
    Ok(About {
        reference: paid.client.name.clone(),
        client: paid.client,
        matter: Matter::Thanks(matter),
        asked: None,
        answer_by: None,
        notice: None,
    })
}

/// The plan whose invoices the payment went to, in force on its day.
async fn plan_paid(conn: &mut Connection, paid: &Paid, on: Day) -> Answer<Option<Laid>> {
    let plans = overlay::governing(conn, Some(paid.client.id), on).await?;
    Ok(plans.into_iter().find(|laid| {
        laid.rows.effective_on.is_some_and(|from| from <= paid.payment.on)
            && paid.debits.iter().any(|debit| laid.rows.covers.iter().any(|cover| cover.entry == debit.id))
    }))
}

/// Thanks for an instalment, or for the whole plan; nothing when no instalment was made whole by it.
fn planned(laid: &Laid, paid: &Paid, on: Day) -> Option<Thanks> {
    let standing = laid.version.standing(&laid.receipts, on);
    let plan = laid.rows.reference.clone();
    if standing.state == PlanState::Completed {
        return Some(Thanks::Plan { plan, paid: standing.paid, on: paid.payment.on });
    }
    let kept = standing.instalments.iter().rev().find(|i| i.paid_on == Some(paid.payment.on))?;
    let next = standing.instalments.iter().find(|i| i.state != InstalmentState::Kept);
    Some(Thanks::Instalment {
        plan,
        number: kept.n,
        of: count_of(&standing),
        paid: paid.money,
        on: paid.payment.on,
        left: standing.open,
        next: next.map(|i| NextInstalment { due: i.due, amount: i.amount.minus(i.paid).unwrap_or(i.amount) }),
    })
}

/// Instalments, a down payment not counted.
fn count_of(standing: &Standing) -> u32 {
    u32::try_from(standing.instalments.iter().filter(|i| i.n > 0).count()).unwrap_or(u32::MAX)
}
