//! The notices a payment plan provides for.

use super::LetterAsk;
use super::matter::{About, answer_by};
use crate::error::Answer;
use crate::overlay::Laid;
use crate::plans;
use goodterms_ledger::{Connection, LedgerError, client};
use goodterms_paper::letter::{DefaultNotice, Matter, MissedInstalment, OpenInstalment, SignedPlan};
use goodterms_terms::plan::{InstalmentState, NextStep, Notice, Standing};
use goodterms_terms::{Code, Day, Money, Refusal};

/// The notice that instalments are missed, with the last day to make them good; it is given once.
pub(super) async fn missed(conn: &mut Connection, ask: &LetterAsk, on: Day) -> Answer<About> {
    let broken = Broken::of(conn, ask, on).await?;
    let cure_by = match broken.next {
        NextStep::GiveNotice { cure_by } => cure_by,
        NextStep::WaitForCure { until } => {
            let message = format!("Notice was given: until {until} it can be made good.");
            return Err(Refusal::rule(Code::LetterTooEarly, message)
                .hint("Wait for that day to end.")
                .into());
        }
        _ => {
            let message = "Notice was given, and its last day has passed.";
            return Err(Refusal::rule(Code::LetterTooEarly, message)
                .hint("Write the notice that it was not made good.")
                .into());
        }
    };
    let matter = Matter::Missed(MissedInstalment {
        agreement: broken.agreement(),
        missed: broken.missed,
        open: broken.open,
        late_charge: None,
        to_pay: broken.open,
        grace_days: broken.laid.rows.grace_days,
        cure_by,
    });
    let notice = Some((broken.laid.rows.id, Notice { on, cure_by }));
    let about = About::of_plan(conn, &broken.laid, matter, broken.open, cure_by).await?;
    Ok(About { notice, ..about })
}

/// The notice that they were not made good: it asks for what is missing, and no more. What is left of the plan
/// stays due on its own days, because nobody has made it due.
pub(super) async fn default(conn: &mut Connection, ask: &LetterAsk, on: Day) -> Answer<About> {
    let broken = Broken::of(conn, ask, on).await?;
    let given = broken.laid.version.life.notices.iter().max_by_key(|notice| notice.cure_by);
    let (Some(given), NextStep::MayDeclareDefault) = (given.copied(), broken.next) else {
        let message = match broken.next {
            NextStep::WaitForCure { until } => format!("Until {until} it can still be made good."),
            _ => "No notice of the missed instalment was given yet.".to_owned(),
        };
        return Err(Refusal::rule(Code::LetterTooEarly, message)
            .hint("First comes the notice of the missed instalment; this letter follows its last day.")
            .into());
    };
    let answer_by = answer_by(ask, on)?;
    let matter = Matter::Default(DefaultNotice {
        agreement: broken.agreement(),
        missed: broken.missed,
        open: broken.open,
        noticed: (given.on, given.cure_by),
        acceleration: None,
        answer_by,
    });
    About::of_plan(conn, &broken.laid, matter, broken.open, answer_by).await
}

/// A plan in force of which something is missed.
struct Broken {
    laid: Laid,
    next: NextStep,
    missed: Vec<OpenInstalment>,
    open: Money,
}

impl Broken {
    async fn of(conn: &mut Connection, ask: &LetterAsk, on: Day) -> Answer<Self> {
        let laid = plans::found(conn, &ask.about, on).await?;
        let missed = missed_of(&laid.version.standing(&laid.receipts, on))?;
        if missed.is_empty() {
            let message = format!("No instalment of {} is missed.", laid.rows.reference);
            return Err(Refusal::rule(Code::PlanOnTrack, message)
                .hint("An instalment is missed when its days of grace have ended.")
                .field("about")
                .into());
        }
        let open = missed.iter().try_fold(Money::zero(laid.rows.currency), |sum, i| sum.plus(i.open))?;
        let next = laid.version.next_step(&laid.receipts, on);
        Ok(Self { laid, next, missed, open })
    }

    fn agreement(&self) -> SignedPlan {
        let rows = &self.laid.rows;
        let last = rows.signatures.iter().map(|signature| signature.on).max();
        SignedPlan {
            plan: rows.reference.clone(),
            version: rows.version,
            signed_on: last.or(rows.effective_on).unwrap_or(rows.drafted_on),
        }
    }
}

fn missed_of(standing: &Standing) -> Result<Vec<OpenInstalment>, Refusal> {
    standing
        .instalments
        .iter()
        .filter(|instalment| instalment.state == InstalmentState::Missed)
        .map(|i| {
            let open = i.amount.minus(i.paid)?;
            Ok(OpenInstalment { number: i.n, due: i.due, amount: i.amount, received: i.paid, open })
        })
        .collect()
}

impl About {
    async fn of_plan(
        conn: &mut Connection,
        laid: &Laid,
        matter: Matter,
        asked: Money,
        answer_by: Day,
    ) -> Answer<Self> {
        let client = client::by_id(conn, laid.rows.client)
            .await?
            .ok_or_else(|| LedgerError::unexpected("a plan of nobody"))?;
        Ok(Self {
            client,
            matter,
            reference: laid.rows.reference.clone(),
            asked: Some(asked),
            answer_by: Some(answer_by),
            notice: None,
        })
    }
}
