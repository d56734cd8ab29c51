//! What a letter lists as owed.

use super::sums;
use crate::demands::parts;
use crate::error::Answer;
use crate::overlay;
use crate::shown::known;
use goodterms_ledger::reading::account::{self, OpenDebit};
use goodterms_ledger::{Connection, dispute};
use goodterms_paper::letter::Owed;
use goodterms_terms::{Day, Money, day};

/// Days before a due day in which a friendly word is not too early.
const SOON: i64 = 14;

/// Which of what is owed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Reach {
    /// What a letter may ask for: all that is late or, when nothing is, what falls due soon. What is disputed is
    /// left out.
    Asked,
    /// Everything.
    All,
}

/// What a client owes. What a plan covers counts by its instalments.
pub(super) struct Owing {
    pub(super) items: Vec<Owed>,
    pub(super) totals: Vec<Money>,
    /// Days the oldest is late; less than 1 when nothing is.
    pub(super) days_late: i64,
}

pub(super) async fn owing(conn: &mut Connection, client: i64, reach: Reach, on: Day) -> Answer<Owing> {
    let open = account::open_debits(conn, client, on).await?;
    let plans = overlay::governing(conn, Some(client), on).await?;
    let disputed: Vec<i64> =
        dispute::open_for(conn, client, on).await?.into_iter().map(|dispute| dispute.entry).collect();
    let mut parts = parts(&open, &plans, on);
    if reach == Reach::Asked {
        parts.retain(|(entry, ..)| !disputed.contains(entry));
    }
    let is_late = parts.iter().any(|(.., due)| *due < on);
    let last = match reach {
        Reach::All => Day::MAX,
        Reach::Asked if is_late => day::plus_days(on, -1),
        Reach::Asked => day::plus_days(on, SOON),
    };
    let mut items = open
        .iter()
        .filter_map(|debit| item(debit, &parts, last, on).transpose())
        .collect::<Answer<Vec<Owed>>>()?;
    items.sort_by_key(|item| item.due);
    Ok(Owing {
        totals: sums(items.iter().map(|item| item.open))?,
        days_late: items.iter().map(|item| item.days_late).max().unwrap_or_default(),
        items,
    })
}

/// What of a debt falls due up to that day.
fn item(debit: &OpenDebit, parts: &[(i64, i64, Day)], last: Day, on: Day) -> Answer<Option<Owed>> {
    let mine = || parts.iter().filter(|(entry, _, due)| *entry == debit.id && *due <= last);
    let Some(due) = mine().map(|(.., due)| *due).min() else { return Ok(None) };
    let open = mine().map(|(_, amount, _)| amount).sum();
    Ok(Some(Owed {
        number: debit.number.clone(),
        issued: debit.issued,
        due,
        days_late: day::days_late(due, on),
        open: Money::of(open, known(&debit.currency)?),
    }))
}
