//! Active plans, laid over invoices: what is due when, and how much of each invoice they answer for.

use crate::error::Answer;
use goodterms_ledger::plan::{self, Version, Which};
use goodterms_ledger::reading::account;
use goodterms_ledger::reading::invoices::Planned;
use goodterms_ledger::{Connection, LedgerError};
use goodterms_terms::ageing::Ageing;
use goodterms_terms::calendar::HolidayCalendar;
use goodterms_terms::plan::{
    Acceleration, Covered, Instalment, Life, Notice, PlanVersion, Receipt, share_out,
};
use goodterms_terms::{Day, Money};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A version as the rules see it, beside its rows.
#[derive(Debug, Clone)]
pub(crate) struct Laid {
    /// Its rows.
    pub(crate) rows: Version,
    /// The version.
    pub(crate) version: PlanVersion,
    /// What was received on it.
    pub(crate) receipts: Vec<Receipt>,
}

impl Laid {
    /// Lays a version out.
    ///
    /// # Errors
    /// When its rows make no sense.
    pub(crate) fn of(rows: Version) -> Answer<Self> {
        let money = |minor| Money::of(minor, rows.currency);
        let signed = |party: &str| rows.signatures.iter().find(|s| s.party == party).map(|s| s.on);
        let calendar = if rows.calendar.is_empty() {
            HolidayCalendar::weekends_only()
        } else {
            HolidayCalendar::find(&rows.calendar)
                .cloned()
                .map_err(|_| LedgerError::unexpected("a plan of an unknown calendar"))?
        };
        let version = PlanVersion {
            version: rows.version,
            currency: rows.currency,
            covered: rows
                .covers
                .iter()
                .map(|c| Covered { invoice: c.entry, number: c.number.clone(), amount: money(c.amount) })
                .collect(),
            instalments: rows
                .instalments
                .iter()
                .map(|i| Instalment {
                    n: i.n,
                    due: i.due,
                    amount: money(i.principal + i.interest),
                    principal: money(i.principal),
                    interest: money(i.interest),
                })
                .collect(),
            grace_days: rows.grace_days,
            cure_days: rows.cure_days,
            acceleration: rows.accelerate_after.map(|after_missed| Acceleration { after_missed }),
            calendar: Arc::new(calendar),
            life: Life {
                offered_on: Some(rows.drafted_on),
                business_signed_on: signed("business"),
                client_signed_on: signed("client"),
                begins_on: rows.effective_on,
                notices: rows
                    .notices
                    .iter()
                    .map(|notice| Notice { on: notice.on, cure_by: notice.cure_by })
                    .collect(),
                // What ends before it took effect was taken back.
                cancelled_on: rows.ended_on.filter(|_| rows.effective_on.is_none()),
                ..Life::default()
            },
        };
        let receipts = rows
            .receipts
            .iter()
            .map(|r| Receipt {
                on: r.on,
                to_invoices: money(r.to_invoices),
                to_interest: money(r.to_interest),
            })
            .collect();
        Ok(Self { rows, version, receipts })
    }

    /// What the plan still answers for of each covered invoice, in the order payments pay them.
    pub(crate) fn still_covered(&self) -> Vec<(i64, Money)> {
        self.rows
            .covers
            .iter()
            .map(|cover| (cover.entry, Money::of(cover.amount - cover.received, self.rows.currency)))
            .collect()
    }
}

/// The versions that say what is due on a day, of one client or of all.
pub(crate) async fn governing(conn: &mut Connection, client: Option<i64>, on: Day) -> Answer<Vec<Laid>> {
    let mut laid = Vec::new();
    for rows in plan::versions(conn, Which::Active, client, on).await? {
        laid.push(Laid::of(rows)?);
    }
    Ok(laid)
}

/// Invoices under a plan, each with the day its oldest unpaid part falls or fell due.
pub(crate) async fn planned(conn: &mut Connection, plans: &[Laid], on: Day) -> Answer<Vec<Planned>> {
    let mut oldest: BTreeMap<i64, Day> = BTreeMap::new();
    for plan in plans {
        let lines = plan.version.ageing_lines(&plan.receipts, on);
        for (entry, line) in share_out(&lines, &plan.still_covered()) {
            oldest.entry(entry).and_modify(|due| *due = line.due.min(*due)).or_insert(line.due);
        }
        for outside in outside(conn, plan, on).await? {
            oldest.entry(outside.entry).and_modify(|due| *due = outside.due.min(*due));
        }
    }
    Ok(oldest.into_iter().map(|(entry, due)| Planned::until(entry, due)).collect())
}

/// The part of a covered invoice that lies outside the plan.
struct Outside {
    entry: i64,
    due: Day,
    open: i64,
}

async fn outside(conn: &mut Connection, plan: &Laid, on: Day) -> Answer<Vec<Outside>> {
    let open: BTreeMap<i64, account::OpenDebit> = account::open_debits(conn, plan.rows.client, on)
        .await?
        .into_iter()
        .map(|debit| (debit.id, debit))
        .collect();
    Ok(plan
        .still_covered()
        .into_iter()
        .filter_map(|(entry, covered)| {
            let debit = open.get(&entry)?;
            let open = debit.open - covered.minor();
            (open > 0).then_some(Outside { entry, due: debit.due, open })
        })
        .collect())
}

/// Adds what plans answer for to ageings from which their invoices were left out.
pub(crate) async fn add_to(
    conn: &mut Connection,
    ageings: &mut BTreeMap<(i64, String), Ageing>,
    plans: &[Laid],
    on: Day,
) -> Answer<()> {
    for plan in plans {
        let key = (plan.rows.client, plan.rows.currency.code().to_owned());
        let ageing = ageings.entry(key).or_default();
        for line in plan.version.ageing_lines(&plan.receipts, on) {
            ageing.add(line.due, line.open.minor(), on);
        }
        for outside in outside(conn, plan, on).await? {
            ageing.add(outside.due, outside.open, on);
        }
    }
    Ok(())
}
