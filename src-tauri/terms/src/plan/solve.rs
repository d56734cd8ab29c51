//! Deciding number, spacing and days of a plan from whichever of them are given.

use super::amortise::Debt;
use super::quote::Caution;
use super::request::{MOST_INSTALMENTS, QuoteRequest, Timetable, count_out_of_range};
use super::spacing::{Anchor, Rhythm, Spacing};
use crate::day::Day;
use crate::money::Money;
use crate::refusal::{Code, Refusal};

/// One more than allowed, so that "too many" can be told from "exactly as many as allowed".
const COUNTING_LIMIT: u32 = MOST_INSTALMENTS + 1;

/// Finds the days of the plan that `request` asks for.
pub(super) fn timetable(request: &QuoteRequest<'_>, financed: Money) -> Result<Timetable, Refusal> {
    let question = Question { request, financed };
    let (rhythm, count) = match (request.every, request.end) {
        (None, Some(end)) if request.count.or(request.instalment.map(|_| 1)).is_some() => {
            question.fitting_until(end)?
        }
        (every, _) => {
            let rhythm = request.rhythm(every.unwrap_or(Spacing::Month))?;
            (rhythm, question.count(&rhythm)?)
        }
    };
    question.check_amount_against(count, &rhythm)?;
    let mut cautions = Vec::new();
    if question.bears_interest() && !question.starts_as_usual(&rhythm) {
        cautions.push(Caution::InterestCountsWholePeriods);
    }
    Ok(Timetable {
        days: (0..count).map(|k| rhythm.date(k)).collect(),
        periods: (0..count).map(|_| rhythm.spacing().period()).collect(),
        cautions,
    })
}

struct Question<'a> {
    request: &'a QuoteRequest<'a>,
    financed: Money,
}

impl Question<'_> {
    /// How many instalments there are in a rhythm that is already decided.
    fn count(&self, rhythm: &Rhythm) -> Result<u32, Refusal> {
        let until_end = self.request.end.map(|end| self.dates_until(end, rhythm)).transpose()?;
        match (self.request.count, until_end, self.request.instalment) {
            (Some(count), Some((fits, end)), _) if count != fits => Err(contradictory(format!(
                "{count} instalments every {} from {} would be due until {}, but {fits} fit until {end}",
                words(rhythm.spacing()),
                rhythm.date(0),
                rhythm.date(count - 1),
            ))
            .field("end")),
            (Some(count), _, _) | (None, Some((count, _)), _) => Ok(count),
            (None, None, Some(instalment)) => self.needed(instalment, rhythm.spacing(), MOST_INSTALMENTS),
            (None, None, None) => Err(Refusal::input(
                Code::PlanUndetermined,
                "the amount and spacing alone do not decide a plan",
            )
            .hint(
                "Say how many instalments there are, or what each comes to, or by which day the last is due.",
            )
            .field("count")),
        }
    }

    /// The rhythm in which so many instalments fit until `end`; see [`QuoteRequest`] for the choice.
    fn fitting_until(&self, end: Day) -> Result<(Rhythm, u32), Refusal> {
        if let Some(single) = self.single_on(end) {
            return Ok((single, 1));
        }
        let mut tried = Vec::new();
        let mut refused = None;
        for spacing in Spacing::WIDEST_FIRST {
            match self.try_spacing(spacing, end) {
                Ok(attempt) => tried.push(attempt),
                Err(refusal) => refused = Some(refusal),
            }
        }
        let exact = |attempt: &&Attempt| attempt.fits == attempt.needed;
        let monthly = |attempt: &&Attempt| attempt.rhythm.spacing() == Spacing::Month;
        let chosen = tried
            .iter()
            .find(|attempt| exact(attempt) && monthly(attempt))
            .or_else(|| tried.iter().find(exact))
            .or_else(|| tried.iter().find(|attempt| attempt.fits > attempt.needed));
        match (chosen, tried.last()) {
            (Some(attempt), _) => Ok((attempt.rhythm, attempt.needed)),
            (None, Some(closest)) if closest.fits == 0 => Err(ends_before(end, closest.rhythm.date(0))),
            (None, Some(closest)) => Err(contradictory(format!(
                "{} instalments do not fit until {end}: even every {} there is room for {}",
                closest.needed,
                words(closest.rhythm.spacing()),
                closest.fits,
            ))
            .field("end")),
            (None, None) => {
                Err(refused.unwrap_or_else(|| contradictory("no spacing fits this plan".to_owned())))
            }
        }
    }

    /// One instalment needs no spacing: with nothing else said it is due on the end itself.
    fn single_on(&self, end: Day) -> Option<Rhythm> {
        let request = self.request;
        let pays_all =
            |instalment: Money| instalment.minor() >= self.financed.minor() && !self.bears_interest();
        let single =
            request.count.map_or_else(|| request.instalment.is_some_and(pays_all), |count| count == 1);
        let free = single && request.start.is_none() && end >= request.as_of;
        free.then(|| Rhythm::starting(Spacing::Month, Anchor::Day, end).ok()).flatten()
    }

    fn bears_interest(&self) -> bool {
        self.request.annual_rate.is_some_and(|rate| !rate.0.is_zero())
    }

    fn try_spacing(&self, spacing: Spacing, end: Day) -> Result<Attempt, Refusal> {
        let rhythm = self.request.rhythm(spacing)?;
        let needed = match (self.request.count, self.request.instalment) {
            (Some(count), _) => count,
            (None, Some(instalment)) => self.needed(instalment, spacing, MOST_INSTALMENTS)?,
            (None, None) => 1,
        };
        Ok(Attempt { rhythm, needed, fits: rhythm.dates_until(end, COUNTING_LIMIT) })
    }

    fn dates_until(&self, end: Day, rhythm: &Rhythm) -> Result<(u32, Day), Refusal> {
        match rhythm.dates_until(end, COUNTING_LIMIT) {
            0 => Err(ends_before(end, rhythm.date(0))),
            COUNTING_LIMIT => Err(count_out_of_range(COUNTING_LIMIT).field("end")),
            fits => Ok((fits, end)),
        }
    }

    /// An amount per instalment that pays the debt before the last instalment contradicts the number.
    fn check_amount_against(&self, count: u32, rhythm: &Rhythm) -> Result<(), Refusal> {
        let Some(instalment) = self.request.instalment.filter(|_| count > 1) else { return Ok(()) };
        match self.needed(instalment, rhythm.spacing(), count) {
            Ok(needed) if needed < count => Err(contradictory(format!(
                "instalments of {instalment} pay everything in {needed}, but there would be {count}"
            ))
            .field("instalment")),
            Err(refusal) if refusal.code != Code::InstalmentCountOutOfRange => Err(refusal),
            // Fewer than needed: the last one takes the rest.
            _ => Ok(()),
        }
    }

    fn needed(&self, instalment: Money, spacing: Spacing, most: u32) -> Result<u32, Refusal> {
        let debt = Debt { financed: self.financed, annual_rate: self.request.annual_rate, periods: &[] };
        debt.count_for(instalment, spacing.period(), most)
    }

    fn starts_as_usual(&self, rhythm: &Rhythm) -> bool {
        let usual = Rhythm::one_period_after(rhythm.spacing(), self.request.anchor, self.request.as_of);
        usual.is_ok_and(|usual| usual.date(0) == rhythm.date(0))
    }
}

/// One spacing tried against an end.
struct Attempt {
    rhythm: Rhythm,
    needed: u32,
    fits: u32,
}

const fn words(spacing: Spacing) -> &'static str {
    match spacing {
        Spacing::Week => "week",
        Spacing::TwoWeeks => "two weeks",
        Spacing::TwiceAMonth => "half month",
        Spacing::Month => "month",
        Spacing::Quarter => "quarter",
    }
}

fn contradictory(message: String) -> Refusal {
    Refusal::input(Code::PlanContradictory, message)
        .hint("Leave one of them out and it follows from the others.")
}

fn ends_before(end: Day, first: Day) -> Refusal {
    Refusal::input(
        Code::PlanEndsBeforeStart,
        format!("the plan would end on {end}, before its first instalment on {first}"),
    )
    .field("end")
}
