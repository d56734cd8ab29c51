//! What to know about the law before a plan is offered. Never a refusal and never legal advice: the
//! owner decides, with the source at hand.

use super::facts::{Facts, LateCharge};
use crate::client::ClientKind;
use crate::day::Day;
use crate::jurisdiction::{Confidence, Jurisdiction, Mark, PlanTrap};
use crate::money::Percent;
use chrono::Months;
use serde::Serialize;

/// The limitation period of an invoice ends within so many days: get the signature first.
const LIMITATION_NEAR_DAYS: i64 = 60;

/// Something to know before offering a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Warning {
    /// Stable name.
    pub code: WarningCode,
    /// One sentence or two.
    pub message: String,
    /// The same in French.
    pub message_fr: String,
    /// Where it was read, in words.
    pub source: String,
    /// When it was read.
    pub as_of: Day,
    /// How sure it is.
    pub confidence: Confidence,
}

/// The kinds of warning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum WarningCode {
    /// Interest, a late charge or a guarantee can make the plan regulated credit.
    ChargeMayBeCredit,
    /// So many instalments can make it regulated credit.
    ManyInstalmentsMayBeCredit,
    /// So long a time can make it regulated credit.
    LongPlanMayBeCredit,
    /// A rate is above the highest the law allows.
    RateAboveCap,
    /// A flat charge counts towards that highest rate.
    FlatChargeCounts,
    /// An invoice's claim soon ends.
    LimitationNear,
    /// An invoice's claim has ended.
    LimitationPassed,
}

/// What the law is asked about: the agreement, and who stands behind the client's name.
#[derive(Debug, Clone, Copy)]
pub struct Question<'a> {
    /// The agreement.
    pub facts: &'a Facts<'a>,
    /// Whether a business client is one person or a small partnership; British credit law protects them too.
    pub sole_trader: bool,
    /// The due days of the invoices covered, each with the last day its limitation period began anew.
    pub invoices: &'a [(Day, Option<Day>)],
}

impl Question<'_> {
    fn charges(&self) -> bool {
        let facts = self.facts;
        facts.quote.annual_rate.is_some() || facts.late_charge.is_some() || facts.guarantor.is_some()
    }

    fn yearly_rates(&self) -> impl Iterator<Item = Percent> {
        let late = self.facts.late_charge.and_then(|charge: LateCharge| charge.yearly());
        self.facts.quote.annual_rate.into_iter().chain(late)
    }
}

/// What the law of `place` gives to think about, most weighty first.
pub fn warnings(question: &Question<'_>, place: &Jurisdiction) -> Vec<Warning> {
    let mut found = credit(question, place);
    found.extend(rates(question, place));
    found.extend(limitation(question, place));
    found
}

/// Where a plan can become consumer credit.
fn credit(question: &Question<'_>, place: &Jurisdiction) -> Vec<Warning> {
    let british = place.code.starts_with("GB");
    let protected = question.facts.client_kind == ClientKind::Consumer || british && question.sole_trader;
    if !protected {
        return Vec::new();
    }
    // A member state's own data may only point at the common European rule, which has the figures.
    let union = place.parent.as_deref().and_then(|code| Jurisdiction::find(code).ok());
    let traps: Vec<&PlanTrap> =
        place.plan.traps.iter().chain(union.iter().flat_map(|law| &law.plan.traps)).collect();
    let mut found = Vec::new();
    let mut add = |code: WarningCode, trap: Option<&&PlanTrap>| {
        found.extend(trap.map(|trap| warning(code, (trap.text.clone(), trap.text_fr.clone()), &trap.mark)));
    };
    let quote = question.facts.quote;
    let entries = quote.instalments.len();
    let lasts_beyond = |end: Option<Day>| end.is_some_and(|end| quote.last_due > end);
    let made_on = question.facts.made_on;
    let after_months = |months: u16| made_on.checked_add_months(Months::new(u32::from(months)));
    let after_days = |days: u16| made_on.checked_add_signed(chrono::TimeDelta::days(i64::from(days)));
    if question.charges() {
        let explicit = traps.iter().find(|trap| trap.charge_allowed == Some(false));
        let unclear = traps.iter().find(|trap| trap.charge_allowed.is_none());
        add(WarningCode::ChargeMayBeCredit, explicit.or(unclear));
    }
    let too_many = |trap: &&&PlanTrap| trap.most_instalments.is_some_and(|most| entries > usize::from(most));
    add(WarningCode::ManyInstalmentsMayBeCredit, traps.iter().find(too_many));
    let too_long = |trap: &&&PlanTrap| {
        lasts_beyond(trap.most_months.and_then(after_months))
            || lasts_beyond(trap.most_days.and_then(after_days))
    };
    add(WarningCode::LongPlanMayBeCredit, traps.iter().find(too_long));
    found
}

/// The highest rate that may be agreed.
fn rates(question: &Question<'_>, place: &Jurisdiction) -> Vec<Warning> {
    let Some(cap) = &place.interest.cap else { return Vec::new() };
    // Thresholds are in the place's own money; a debt in another is judged by the strictest line.
    let same_money = question.facts.debt.currency() == place.currency;
    let kind = if same_money { question.facts.client_kind } else { ClientKind::Consumer };
    let Some(most) = cap.highest(kind, question.facts.debt.major()) else { return Vec::new() };
    let mut found = Vec::new();
    if let Some(rate) = question.yearly_rates().filter(|rate| rate.0 > most).max() {
        let most = most.normalize();
        let english = format!("{rate} % a year is above the {most} % that may be agreed. {}", cap.text);
        let french = format!(
            "{}\u{a0}% par an dépassent les {}\u{a0}% qui peuvent être convenus. {}",
            rate.to_string().replace('.', ","),
            most.to_string().replace('.', ","),
            cap.text_fr
        );
        found.push(warning(WarningCode::RateAboveCap, (english, french), &cap.mark));
    }
    if matches!(question.facts.late_charge, Some(LateCharge::Flat(_))) {
        found.push(warning(
            WarningCode::FlatChargeCounts,
            (cap.text.clone(), cap.text_fr.clone()),
            &cap.mark,
        ));
    }
    found
}

/// Claims that end soon: a signed acknowledgment helps only before they do.
fn limitation(question: &Question<'_>, place: &Jurisdiction) -> Option<Warning> {
    let law = place.limitation.as_ref()?;
    let kind = question.facts.client_kind;
    let ends = question.invoices.iter().map(|(due, restarted)| law.ends(*due, *restarted, kind)).min()?;
    let left = (ends - question.facts.made_on).num_days();
    let basis = &law.basis;
    let (code, english, french) = if left < 0 {
        (
            WarningCode::LimitationPassed,
            format!(
                "By {basis} the claim on the oldest invoice ended on {ends}. A plan may not bring it back; ask a lawyer before relying on it."
            ),
            format!(
                "Selon {basis}, le recours pour la plus ancienne facture s’est éteint le {ends}. Une entente ne le fait pas forcément renaître\u{202f}; consultez un avocat avant d’y compter."
            ),
        )
    } else if left < LIMITATION_NEAR_DAYS {
        (
            WarningCode::LimitationNear,
            format!(
                "By {basis} the claim on the oldest invoice ends on {ends}, in {left} days. Get the agreement signed before then."
            ),
            format!(
                "Selon {basis}, le recours pour la plus ancienne facture s’éteint le {ends}, dans {left}\u{a0}jours. Faites signer l’entente avant cela."
            ),
        )
    } else {
        return None;
    };
    Some(warning(code, (english, french), &law.mark))
}

fn warning(code: WarningCode, (message, message_fr): (String, String), mark: &Mark) -> Warning {
    Warning {
        code,
        message,
        message_fr,
        source: mark.in_words(),
        as_of: mark.as_of,
        confidence: mark.confidence,
    }
}
