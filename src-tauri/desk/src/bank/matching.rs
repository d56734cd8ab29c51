//! Confirming what a line pays, and taking that back.

use super::list::{self, BankLineView};
use super::suggest;
use super::towards::{Towards, refuse_foreign, spent, to_invoices, towards, wanted};
use super::{early, tying};
use crate::desk::{Desk, Doing};
use crate::error::Answer;
use crate::overlay;
use crate::payments::{self, PaymentKept, Receipt, by_policy, earn_plan_interest, instructed};
use crate::shown::{amount, entry_id, known, line_id, row_of};
use crate::work::Phase;
use goodterms_ledger::bank::{self, Match};
use goodterms_ledger::entry;
use goodterms_ledger::reading::account::{self, OpenDebit};
use goodterms_ledger::reading::bank::{LineQuery, LineRow, lines};
use goodterms_terms::bank_match::Target;
use goodterms_terms::entry::EntryKind;
use goodterms_terms::history::Happening;
use goodterms_terms::payment::Share;
use goodterms_terms::{Code, Day, Money, Refusal};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use ts_rs::TS;

/// Confirms what a line pays.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct BankMatch {
    /// `line-12`.
    pub line: String,
    /// The invoices it pays, by number or id, each as far as it is open, in this order.
    pub invoices: Vec<String>,
    /// The client whose account it pays, by the business's order, when no invoice is named. With invoices: whose
    /// they are.
    #[ts(optional)]
    pub client: Option<String>,
    /// The plan whose instalments it pays, by its reference, when no invoice is named.
    #[ts(optional)]
    pub plan: Option<String>,
    /// The payment in the book that it is, `payment-12`: then nothing more is paid.
    #[ts(optional)]
    pub payment: Option<String>,
    /// Whether the discount for paying early is given where the line is short by exactly that and in time; it is
    /// when nothing is said.
    #[ts(optional)]
    pub discount: Option<bool>,
    /// How much of it; all that is left, as far as something is open, when nothing is said.
    #[ts(optional)]
    pub amount: Option<String>,
    /// Why, when its day is closed.
    #[ts(optional)]
    pub reason: Option<String>,
    /// The business day; today when none is given.
    #[ts(optional, type = "string")]
    pub as_of: Option<Day>,
}

/// Confirms every line whose number and amount leave no doubt.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct BankExact {
    /// Only these lines; all when none is named.
    pub lines: Vec<String>,
    /// Why, when days of them are closed.
    #[ts(optional)]
    pub reason: Option<String>,
    /// The business day; today when none is given.
    #[ts(optional, type = "string")]
    pub as_of: Option<Day>,
}

/// Takes back what lines were matched with.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct BankUnmatch {
    /// `line-12`, …
    pub lines: Vec<String>,
    /// Why, when days of them are closed.
    #[ts(optional)]
    pub reason: Option<String>,
    /// The business day; today when none is given.
    #[ts(optional, type = "string")]
    pub as_of: Option<Day>,
}

/// Lines as they stand now.
#[derive(Debug, Serialize, TS)]
pub struct BankMatches {
    /// Those that were matched, or no longer are; the latest first.
    pub lines: Vec<BankLineView>,
    /// The payments that were entered, or taken back.
    pub payments: Vec<String>,
}

/// Confirms what a line pays: a payment on the line's own day; or which payment of the book it is.
///
/// # Errors
/// When the line, an invoice or the client is not found, nothing of them is left, the currencies differ, the day
/// is closed, or the book cannot be written.
pub async fn bank_match(desk: &Desk, ask: BankMatch) -> Answer<BankMatches> {
    let mut doing = desk.begin(ask.as_of).await?;
    let line = one(&mut doing, &ask.line).await?;
    if let Some(meant) = &ask.payment {
        refuse_spent(&line)?;
        let payment = tying::tie(&mut doing, &line, meant).await?;
        return answer(doing, line.id, line.on, payment).await;
    }
    doing.refuse_closed(line.on, ask.reason.as_deref())?;
    refuse_spent(&line)?;
    let towards = towards(&mut doing, &ask).await?;
    let whose = towards.client();
    earn_plan_interest(&mut doing, whose, line.on).await?;
    let debits = account::open_debits(&mut doing.act, whose, line.on.max(doing.on)).await?;
    let open: Vec<&OpenDebit> = debits.iter().filter(|debit| debit.currency == line.currency).collect();
    let wanted = wanted(&ask, &line)?;
    let most = wanted.unwrap_or(line.left());
    let shares = match &towards {
        Towards::Invoices(_, invoices) => {
            refuse_foreign(invoices, &line)?;
            to_invoices(invoices, &open, most)
        }
        Towards::Plan(plan) => suggest::to_plan(plan, &open, most),
        Towards::Account(client) => by_policy(&mut doing, *client, &open, most, line.on).await?,
    };
    // What a client's account does not take is credit; what is named and does not take it leaves it to match.
    let amount = match &towards {
        Towards::Account(_) => most,
        Towards::Invoices(..) | Towards::Plan(_) => spent(&shares, wanted, &towards, &line)?,
    };
    let discount = match &towards {
        Towards::Invoices(_, invoices) if ask.discount != Some(false) => match invoices.as_slice() {
            [one] => early::give(&mut doing, &line, one, amount, &open).await?,
            _ => None,
        },
        _ => None,
    };
    let instructed = !matches!(towards, Towards::Account(_));
    let told = Told { client: whose, instructed, discount, reason: ask.reason.as_deref() };
    let kept = enter(&mut doing, &line, &told, amount, &shares, &debits).await?;
    answer(doing, line.id, line.on, kept.payment).await
}

/// Keeps what was done and shows the line as it stands now.
async fn answer(mut doing: Doing, line: i64, on: Day, payment: String) -> Answer<BankMatches> {
    let policy = doing.policy.clone();
    let query = LineQuery { only: Some(vec![line]), ..LineQuery::default() };
    let until = doing.on.max(on);
    let lines = list::shown(&mut doing.act, &query, &policy, until).await?;
    doing.done().await?;
    Ok(BankMatches { lines, payments: vec![payment] })
}

/// Confirms every line whose number and amount leave no doubt, in one go.
///
/// # Errors
/// When a line named is not found or has no such suggestion, a day is closed, or the book cannot be written; then
/// nothing has changed.
pub async fn bank_match_exact(desk: &Desk, ask: BankExact) -> Answer<BankMatches> {
    let working = desk.work().begin(Phase::Matching, 0);
    let mut doing = desk.begin(ask.as_of).await?;
    let named = rows(&ask.lines)?;
    // All of them are looked at together, so that two for one invoice are seen to be two.
    let query = LineQuery { unmatched: true, ..LineQuery::default() };
    let on = doing.on;
    let mut found = lines(&mut doing.act, &query, on).await?;
    found.reverse();
    let policy = doing.policy.clone();
    let suggested = suggest::of(&mut doing.act, &found, &policy, on).await?;
    working.go_on(Phase::Writing, found.len() as u64)?;
    let (mut matched, mut payments) = (Vec::new(), Vec::new());
    for (line, suggestions) in found.iter().zip(suggested) {
        working.done(1)?;
        let wanted = named.as_ref().is_none_or(|named| named.contains(&line.id));
        let Some(exact) = suggestions.into_iter().find(|one| one.exact && wanted) else { continue };
        let Some(client) = exact.items.first().map(|item| item.client) else { continue };
        doing.refuse_closed(line.on, ask.reason.as_deref())?;
        earn_plan_interest(&mut doing, client, line.on).await?;
        let debits = account::open_debits(&mut doing.act, client, line.on.max(on)).await?;
        let open: Vec<&OpenDebit> = debits.iter().filter(|debit| debit.currency == line.currency).collect();
        let mut shares = Vec::new();
        for item in &exact.items {
            shares.extend(match item.target {
                Target::Invoice(entry) => instructed(entry, &open, item.amount),
                Target::Instalment { plan, .. } => {
                    let plans = overlay::governing(&mut doing.act, Some(client), on).await?;
                    let plan = plans.into_iter().find(|laid| laid.rows.plan == plan);
                    plan.map(|plan| suggest::to_plan(&plan, &open, item.amount)).unwrap_or_default()
                }
            });
        }
        // Another line of this round may have taken what was open, an instalment and its invoice being one debt.
        if shares.iter().map(|share| share.amount).sum::<i64>() != line.left() {
            continue;
        }
        let told = Told { client, instructed: true, discount: None, reason: ask.reason.as_deref() };
        let kept = enter(&mut doing, line, &told, line.left(), &shares, &debits).await?;
        matched.push(line.id);
        payments.push(kept.payment);
    }
    if let Some(without) = named.iter().flatten().find(|id| !matched.contains(id)) {
        return Err(Refusal::rule(
            Code::BankLineDoubtful,
            format!("{} has no suggestion whose number and amount leave no doubt.", line_id(*without)),
        )
        .hint("Match it by itself, naming the invoice.")
        .field("lines")
        .into());
    }
    if matched.is_empty() {
        return Ok(BankMatches { lines: Vec::new(), payments });
    }
    let query = LineQuery { only: Some(matched), ..LineQuery::default() };
    let shown = list::shown(&mut doing.act, &query, &policy, on).await?;
    working.past_stopping()?;
    doing.done().await?;
    Ok(BankMatches { lines: shown, payments })
}

/// Takes back what lines were matched with: exactly the payments they became and the discounts those earned, each on
/// its own day. A payment that was in the book before its line stays.
///
/// # Errors
/// When a line is not found or not matched, a day is closed, or the book cannot be written; then nothing has
/// changed.
pub async fn bank_unmatch(desk: &Desk, ask: BankUnmatch) -> Answer<BankMatches> {
    let mut doing = desk.begin(ask.as_of).await?;
    let recorded_at = doing.moment.recorded_at;
    let (mut unmatched, mut payments) = (BTreeSet::new(), Vec::new());
    let mut latest = doing.on;
    for meant in &ask.lines {
        let line = one(&mut doing, meant).await?;
        if !unmatched.insert(line.id) {
            continue;
        }
        let made = bank::payments_of(&mut doing.act, line.id).await?;
        if made.is_empty() {
            return Err(Refusal::rule(
                Code::BankLineUnmatched,
                format!("{} is not matched.", line_id(line.id)),
            )
            .field("line")
            .into());
        }
        if made.iter().any(|one| !one.was_entered) {
            doing.refuse_closed(line.on, ask.reason.as_deref())?;
        }
        latest = latest.max(line.on);
        for Match { payment: id, was_entered, discount } in made {
            let Some(payment) = entry::by_id(&mut doing.act, id).await? else { continue };
            if was_entered {
                tying::untie(&mut doing, &line, &payment).await?;
                continue;
            }
            let note = ask.reason.as_deref().unwrap_or_default();
            entry::reverse(&mut doing.act, &payment, None, note, recorded_at).await?;
            if let Some(discount) = discount {
                payments::take_back_discount(&mut doing, discount, note).await?;
            }
            let happening = Happening::BankLineUnmatched {
                payer: line.payer.clone(),
                amount: amount(-payment.amount, &payment.currency)?,
                currency: payment.currency.clone(),
                on: line.on.to_string(),
            };
            doing.tell(&happening, &line_id(line.id), Some(payment.client)).await?;
            payments.push(entry_id(EntryKind::Payment, id));
        }
    }
    let policy = doing.policy.clone();
    let query = LineQuery { only: Some(unmatched.into_iter().collect()), ..LineQuery::default() };
    let shown = list::shown(&mut doing.act, &query, &policy, latest).await?;
    doing.done().await?;
    Ok(BankMatches { lines: shown, payments })
}

/// For whom a line is entered.
struct Told<'a> {
    client: i64,
    instructed: bool,
    /// The discount that the payment earned.
    discount: Option<i64>,
    reason: Option<&'a str>,
}

/// Enters the payment a line is, notes that it is that line, and tells it.
async fn enter(
    doing: &mut Doing,
    line: &LineRow,
    told: &Told<'_>,
    amount: i64,
    shares: &[Share],
    debits: &[OpenDebit],
) -> Answer<PaymentKept> {
    let amount = Money::of(amount, known(&line.currency)?);
    let receipt = Receipt {
        client: told.client,
        amount,
        on: line.on,
        method: "transfer".to_owned(),
        reference: line.reference.clone(),
        note: told.reason.unwrap_or_default().to_owned(),
        instructed: told.instructed,
    };
    let kept = payments::receive(doing, &receipt, shares, debits).await?;
    if let Some(payment) = row_of(&kept.payment, EntryKind::Payment.as_str()) {
        let new = Match { payment, was_entered: false, discount: told.discount };
        bank::insert_match(&mut doing.act, line.id, &new).await?;
    }
    let happening = Happening::BankLineMatched {
        payer: line.payer.clone(),
        amount: amount.to_string(),
        currency: line.currency.clone(),
        on: line.on.to_string(),
        paid: kept.paid(),
        credit: kept.credit.clone(),
    };
    doing.tell(&happening, &line_id(line.id), Some(told.client)).await?;
    Ok(kept)
}

/// The line meant.
async fn one(doing: &mut Doing, meant: &str) -> Answer<LineRow> {
    let only = Some(vec![row(meant)?]);
    let found = lines(&mut doing.act, &LineQuery { only, ..LineQuery::default() }, Day::MAX).await?.pop();
    found.ok_or_else(|| unknown(meant).into())
}

fn row(meant: &str) -> Result<i64, Refusal> {
    row_of(meant, "line").ok_or_else(|| unknown(meant))
}

fn rows(meant: &[String]) -> Result<Option<Vec<i64>>, Refusal> {
    if meant.is_empty() {
        return Ok(None);
    }
    meant.iter().map(|meant| row(meant)).collect::<Result<_, _>>().map(Some)
}

fn unknown(meant: &str) -> Refusal {
    Refusal::input(Code::BankLineUnknown, format!("There is no bank line \u{201c}{meant}\u{201d}."))
        .hint("Give the id that bank list shows, such as line-12.")
        .field("line")
}

fn refuse_spent(line: &LineRow) -> Result<(), Refusal> {
    let id = line_id(line.id);
    if line.amount <= 0 {
        return Err(Refusal::rule(
            Code::BankLineOut,
            format!("{id} is money that went out; it pays nothing."),
        )
        .field("line"));
    }
    if line.left() == 0 {
        return Err(Refusal::rule(Code::BankLineSpent, format!("All of {id} is matched already."))
            .hint("Unmatch it first, to match it otherwise.")
            .field("line"));
    }
    Ok(())
}
