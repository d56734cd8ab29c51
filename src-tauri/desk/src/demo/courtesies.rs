//! The plain reminders and thanks that go with bills paid late or early: by rule, the same every time.

use super::billed::{BILLED, Bill};
use super::clients::FRENCH;
use super::words::{How, REMINDED, THANKED};
use chrono::Datelike as _;
use goodterms_terms::{Day, Refusal, day};

/// A plain word about a bill.
#[derive(Debug)]
pub(super) struct Courtesy {
    /// A told day.
    pub(super) on: Day,
    pub(super) client: &'static str,
    pub(super) how: How,
    pub(super) said: String,
}

/// Paid later than this, one was reminded; earlier, one was thanked.
const LATE: i64 = 6;
const VERY_LATE: i64 = 14;
const EARLY: i64 = -3;

const FIRST: [&str; 3] = [
    "A quick note about INV",
    "INV may have slipped by. Could you have a look?",
    "Has INV reached you? A short reply is all it takes.",
];
const SECOND: [&str; 2] = [
    "INV is still open, so here is a copy. If something is in the way, please say so.",
    "INV again. Would a later date help?",
];
const THANKS: [&str; 3] = [
    "INV came in ahead of its day. Thank you.",
    "Thank you for settling INV so promptly.",
    "INV is paid. It is a pleasure to work for you.",
];
const FIRST_FR: [&str; 2] = [
    "Un petit mot au sujet de la facture INV",
    "La facture INV vous a peut-être échappé. Pourriez-vous y jeter un œil?",
];
const SECOND_FR: [&str; 1] = ["La facture INV est toujours ouverte. Une autre date vous aiderait-elle?"];
const THANKS_FR: [&str; 2] =
    ["Merci pour le règlement rapide de la facture INV.", "La facture INV est réglée. Merci, et à bientôt."];

/// All of them.
pub(super) fn courtesies() -> Result<Vec<Courtesy>, Refusal> {
    let mut all = Vec::new();
    for bill in BILLED.iter().filter(|bill| !bill.paid.is_empty()) {
        let (due, paid) = (day::parse(bill.due)?, day::parse(bill.paid)?);
        let late = (paid - due).num_days();
        if late >= LATE {
            all.push(courtesy(bill, working_day(due, 4), REMINDED, (&FIRST, &FIRST_FR)));
        }
        if late >= VERY_LATE {
            all.push(courtesy(bill, working_day(due, 11), REMINDED, (&SECOND, &SECOND_FR)));
        }
        if late <= EARLY && bill.number % 2 == 0 {
            all.push(courtesy(bill, working_day(paid, 1), THANKED, (&THANKS, &THANKS_FR)));
        }
    }
    Ok(all)
}

fn courtesy(bill: &'static Bill, on: Day, how: How, (english, french): (&[&str], &[&str])) -> Courtesy {
    let pool = if FRENCH.contains(&bill.client) { french } else { english };
    let text = pool.iter().cycle().nth(bill.number as usize % pool.len().max(1)).copied().unwrap_or_default();
    Courtesy { on, client: bill.client, how, said: text.replace("INV", &bill.numbered()) }
}

/// So many days later, or the Monday after when that is a weekend.
fn working_day(day: Day, later: i64) -> Day {
    let then = day::plus_days(day, later);
    let past_friday = i64::from(then.weekday().num_days_from_monday()) - 4;
    day::plus_days(then, if past_friday > 0 { 3 - past_friday } else { 0 })
}
