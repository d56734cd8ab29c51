//! What lines of a bank statement may pay: the book's open debts laid before the rule.

use super::list::{BankEvidence, BankSuggestion, BankSuggestionItem};
use crate::error::Answer;
use crate::overlay::{self, Laid};
use crate::shown::{amount, client_id, entry_id, known};
use goodterms_ledger::Connection;
use goodterms_ledger::reading::account::OpenDebit;
use goodterms_ledger::reading::bank::{self, LineRow};
use goodterms_terms::bank_match::{
    BankLine, DAYS_APART, EarlyDiscount, EnteredPayment, Evidence, KnownPayer, Matcher, OpenItem, Suggestion,
    Target,
};
use goodterms_terms::entry::EntryKind;
use goodterms_terms::payment::Share;
use goodterms_terms::policy::Policy;
use goodterms_terms::{Day, Money, day};
use std::collections::HashMap;

/// What a line may pay, and why.
#[derive(Debug, Clone)]
pub(super) struct Suggested {
    pub(super) items: Vec<Item>,
    pub(super) exact: bool,
    payment: Option<(i64, Money)>,
    discount: Option<Money>,
    evidence: Vec<BankEvidence>,
}

/// So much of an open debt.
#[derive(Debug, Clone)]
pub(super) struct Item {
    pub(super) target: Target,
    pub(super) client: i64,
    /// Minor units.
    pub(super) amount: i64,
    number: String,
    client_name: String,
}

impl Suggested {
    fn of(
        suggestion: Suggestion,
        items: &HashMap<Target, &OpenItem>,
        entered: &HashMap<i64, &EnteredPayment>,
    ) -> Self {
        let item = |target: Target, amount: i64| {
            items.get(&target).map(|item| Item {
                target,
                client: item.client,
                amount,
                number: item.number.clone(),
                client_name: item.client_name.clone(),
            })
        };
        let parts = suggestion.parts.iter();
        let evidence = suggestion.evidence.iter();
        Self {
            items: parts.filter_map(|part| item(part.target, part.amount.minor())).collect(),
            exact: suggestion.exact,
            payment: suggestion
                .payment
                .and_then(|payment| entered.get(&payment).map(|entered| (payment, entered.amount))),
            discount: suggestion.discount,
            evidence: evidence.map(BankEvidence::from).collect(),
        }
    }

    pub(super) fn view(self, currency: &str) -> Answer<BankSuggestion> {
        let items: Vec<BankSuggestionItem> =
            self.items.into_iter().map(|item| item.view(currency)).collect::<Answer<_>>()?;
        let first = items.first();
        let entered = self.payment.map(|(_, amount)| amount.to_string());
        Ok(BankSuggestion {
            invoice: first.map(|item| item.invoice.clone()).unwrap_or_default(),
            amount: first.map(|item| item.amount.clone()).or(entered).unwrap_or_default(),
            payment: self.payment.map(|(payment, _)| entry_id(EntryKind::Payment, payment)),
            discount: self.discount.map(|discount| discount.to_string()),
            exact: self.exact,
            evidence: self.evidence,
            items,
        })
    }
}

impl From<&Evidence> for BankEvidence {
    fn from(fact: &Evidence) -> Self {
        let said = Self {
            code: fact.code().to_owned(),
            message: fact.sentence(),
            text: None,
            amount: None,
            n: None,
            day: None,
        };
        match fact {
            Evidence::ReferenceExact { reference: text }
            | Evidence::NumberInText { number: text }
            | Evidence::PayerAlike { client: text } => Self { text: Some(text.clone()), ..said },
            Evidence::AmountShort { short: money }
            | Evidence::AmountPart { left: money }
            | Evidence::AmountOver { over: money } => Self { amount: Some(money.to_string()), ..said },
            Evidence::AmountSum { items: count }
            | Evidence::LinesSum { lines: count }
            | Evidence::ClaimedTwice { lines: count } => Self { n: i64::try_from(*count).ok(), ..said },
            Evidence::InstalmentDue { n, due } => Self { n: Some(i64::from(*n)), day: Some(*due), ..said },
            Evidence::EarlyDiscount { off, until } => {
                Self { amount: Some(off.to_string()), day: Some(*until), ..said }
            }
            Evidence::PaymentEntered { on, pays } => {
                let text = Some(pays.join(", ")).filter(|pays| !pays.is_empty());
                Self { text, day: Some(*on), ..said }
            }
            Evidence::DaysAfterDue { days } | Evidence::DaysBeforeDue { days } => {
                Self { n: Some(*days), ..said }
            }
            Evidence::AmountExact | Evidence::PayerKnown | Evidence::OldestFirst => said,
        }
    }
}

impl Item {
    fn view(self, currency: &str) -> Answer<BankSuggestionItem> {
        let (id, instalment) = match self.target {
            Target::Invoice(entry) => (Some(entry_id(EntryKind::Invoice, entry)), None),
            Target::Instalment { n, .. } => (None, Some(format!("{}/{n}", self.number))),
        };
        Ok(BankSuggestionItem {
            id,
            invoice: self.number,
            client: self.client_name,
            client_id: client_id(self.client),
            amount: amount(self.amount, currency)?,
            instalment,
        })
    }
}

/// What each of these lines may pay, the likeliest first: nothing where nothing is left to match.
pub(super) async fn of(
    conn: &mut Connection,
    lines: &[LineRow],
    policy: &Policy,
    on: Day,
) -> Answer<Vec<Vec<Suggested>>> {
    if lines.iter().all(|line| line.left() == 0) {
        return Ok(lines.iter().map(|_| Vec::new()).collect());
    }
    let mut items = invoices(conn).await?;
    items.extend(instalments(conn, on).await?);
    let known = payers(conn).await?;
    let entered = entered(conn, lines).await?;
    let fees = [policy.small_balance];
    let matcher = Matcher::of(&items, &entered, &known, &fees);
    let by_target: HashMap<Target, &OpenItem> = items.iter().map(|item| (item.target, item)).collect();
    let by_entry: HashMap<i64, &EnteredPayment> = entered.iter().map(|one| (one.payment, one)).collect();
    let lines = lines.iter().map(line).collect::<Answer<Vec<_>>>()?;
    let suggestions = matcher.suggestions(&lines).into_iter();
    Ok(suggestions
        .map(|each| each.into_iter().map(|one| Suggested::of(one, &by_target, &by_entry)).collect())
        .collect())
}

/// Payments in the book that one of the lines may be.
async fn entered(conn: &mut Connection, lines: &[LineRow]) -> Answer<Vec<EnteredPayment>> {
    let left: Vec<&LineRow> = lines.iter().filter(|line| line.left() > 0).collect();
    let (Some(first), Some(last)) =
        (left.iter().map(|line| line.on).min(), left.iter().map(|line| line.on).max())
    else {
        return Ok(Vec::new());
    };
    let amounts: Vec<i64> = left.iter().map(|line| line.left()).collect();
    let days = (day::plus_days(first, -DAYS_APART), day::plus_days(last, DAYS_APART));
    bank::entered(conn, &amounts, days)
        .await?
        .into_iter()
        .map(|row| {
            Ok(EnteredPayment {
                payment: row.id,
                client: row.client,
                client_name: row.client_name,
                on: row.on,
                amount: Money::of(row.amount, known(&row.currency)?),
                pays: row.pays,
                is_credit: row.credit > 0,
            })
        })
        .collect()
}

/// A line as the rule sees it: what is left of it.
fn line(row: &LineRow) -> Answer<BankLine> {
    let said = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
    Ok(BankLine {
        on: row.on,
        amount: Money::of(row.left(), known(&row.currency)?),
        payer: said(&row.payer),
        payer_account: said(&row.payer_account),
        reference: said(&row.reference),
        text: row.text.clone(),
    })
}

async fn invoices(conn: &mut Connection) -> Answer<Vec<OpenItem>> {
    let rows = bank::payable(conn).await?;
    rows.into_iter()
        .map(|row| {
            let currency = known(&row.currency)?;
            let early = row.early.into_iter();
            Ok(OpenItem {
                target: Target::Invoice(row.id),
                open: Money::of(row.free, currency),
                early: early
                    .map(|(until, off)| EarlyDiscount { until, off: Money::of(off, currency) })
                    .collect(),
                issued: row.issued,
                number: row.number,
                reference: None,
                client: row.client,
                client_name: row.client_name,
                due: row.due,
            })
        })
        .collect()
}

/// Instalments of plans in force of which something is still to be paid.
async fn instalments(conn: &mut Connection, on: Day) -> Answer<Vec<OpenItem>> {
    let mut items = Vec::new();
    for plan in overlay::governing(conn, None, on).await? {
        for instalment in plan.version.standing(&plan.receipts, on).instalments {
            let left = instalment.amount.minor() - instalment.paid.minor();
            if left > 0 {
                items.push(OpenItem {
                    target: Target::Instalment { plan: plan.rows.plan, n: instalment.n },
                    number: plan.rows.reference.clone(),
                    reference: None,
                    client: plan.rows.client,
                    client_name: plan.rows.client_name.clone(),
                    issued: plan.rows.drafted_on,
                    due: instalment.due,
                    early: Vec::new(),
                    open: Money::of(left, plan.rows.currency),
                });
            }
        }
    }
    Ok(items)
}

async fn payers(conn: &mut Connection) -> Answer<Vec<KnownPayer>> {
    let mut known = Vec::new();
    for payer in bank::payers(conn).await? {
        let client = payer.client;
        if !payer.account.is_empty() {
            known.push(KnownPayer::Account { account: payer.account, client });
        }
        if !payer.name.is_empty() {
            known.push(KnownPayer::Name { name: payer.name, client });
        }
    }
    Ok(known)
}

/// What an amount for a plan pays: interest the plan has earned, then its invoices, the oldest first.
pub(super) fn to_plan(plan: &Laid, open: &[&OpenDebit], amount: i64) -> Vec<Share> {
    let charges = plan.rows.charged.iter().map(|(_, entry)| (*entry, i64::MAX));
    let covers = plan.still_covered().into_iter().map(|(entry, covered)| (entry, covered.minor()));
    let mut left = amount;
    let mut shares = Vec::new();
    for (entry, most) in charges.chain(covers) {
        let free = open.iter().find(|debit| debit.id == entry).map_or(0, |debit| debit.free);
        let amount = left.min(most).min(free);
        if amount > 0 {
            shares.push(Share { debit: entry, amount });
            left -= amount;
        }
    }
    shares
}
