//! Letters: reminders, receipts, thanks, and the notices a payment plan provides for.

mod matter;
mod notices;
mod owed;
mod run;

pub use run::{LetterRun, LettersMade, letter_run};

use crate::desk::Desk;
use crate::error::Answer;
use crate::papers::{self, Delivery, PaperWarning};
use crate::paying::{Asked, Paying};
use crate::shown::{client_id, document_id};
use goodterms_ledger::business::Business;
use goodterms_ledger::client::Client;
use goodterms_ledger::contact::{self, Contact};
use goodterms_ledger::{Connection, document, plan};
use goodterms_paper::agreement::Signatory;
use goodterms_paper::letter::{Letter, Matter};
use goodterms_paper::{Document, Faces};
use goodterms_terms::history::Happening;
use goodterms_terms::plan::Notice;
use goodterms_terms::{Day, Money};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Asks for a letter.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct LetterAsk {
    /// `reminder`, `receipt`, `thanks`, `missed` or `default`.
    #[ts(type = "'reminder' | 'receipt' | 'thanks' | 'missed' | 'default'")]
    pub kind: String,
    /// What it is about: a reminder's client, a receipt's or thanks' payment, a notice's plan.
    pub about: String,
    /// A reminder's step: `before_due`, `next_day`, `one_week`, `two_weeks` or `one_month`; how late the
    /// oldest invoice is decides when nothing is said.
    #[ts(optional, type = "'before_due' | 'next_day' | 'one_week' | 'two_weeks' | 'one_month'")]
    pub step: Option<String>,
    /// How a reminder is said: `warm`, `neutral` or `firm`; the step decides when nothing is said.
    #[ts(optional, type = "'warm' | 'neutral' | 'firm'")]
    pub tone: Option<String>,
    /// The day by which an answer is asked for; a week from the letter when nothing is said.
    #[ts(optional, type = "string")]
    pub answer_by: Option<Day>,
    /// How the reader is greeted, without "Dear"; by the client's name when nothing is said.
    #[ts(optional)]
    pub greeting: Option<String>,
    /// Who signs it.
    #[ts(optional)]
    pub signed_by: Option<String>,
    /// Whether it goes out by post today, and so counts as a word to the client; of a notice, whether it is given.
    pub posted: bool,
    /// Where it shall be written; it is only kept in the book when nothing is said. Never from the wire.
    #[serde(skip)]
    #[ts(skip)]
    pub out: Option<String>,
    /// The business day; today when none is given.
    #[ts(optional, type = "string")]
    pub as_of: Option<Day>,
}

/// A letter as it would be.
#[derive(Debug, Serialize, TS)]
pub struct LetterPreview {
    /// Its pages, SVG.
    pub pages: Vec<String>,
    /// The client's name.
    pub client: String,
    /// `client-12`.
    pub client_id: String,
    /// The step taken, of a reminder.
    #[ts(type = "'before_due' | 'next_day' | 'one_week' | 'two_weeks' | 'one_month' | null")]
    pub step: Option<String>,
    /// How it is said, of a reminder.
    #[ts(type = "'warm' | 'neutral' | 'firm' | null")]
    pub tone: Option<String>,
    /// The day by which an answer is asked for, where one is.
    #[ts(type = "string | null")]
    pub answer_by: Option<Day>,
    /// What to mind.
    pub warnings: Vec<PaperWarning>,
}

/// A letter that was made.
#[derive(Debug, Serialize, TS)]
pub struct LetterMade {
    /// `document-3`.
    pub document: String,
    /// Where it was written, if a place was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub pdf: Option<String>,
    /// `reminder`, `receipt`, …
    pub kind: String,
    /// The client's name.
    pub client: String,
    /// `client-12`.
    pub client_id: String,
    /// What to mind.
    pub warnings: Vec<PaperWarning>,
}

/// A letter as it would be; nothing is kept.
///
/// # Errors
/// As [`letter`], except that nothing is written.
pub async fn letter_preview(desk: &Desk, ask: LetterAsk) -> Answer<LetterPreview> {
    let mut look = desk.look(ask.as_of).await?;
    let drawn = Drawn::of(&mut look.reader, &look.business, look.faces, &ask, look.on).await?;
    let paper = drawn.paper();
    papers::refuse_missing(&paper.missing())?;
    let (step, tone) = drawn.manner_of_asking();
    Ok(LetterPreview {
        pages: goodterms_paper::render_svg(&paper),
        client_id: client_id(drawn.client.id),
        client: drawn.client.name,
        step,
        tone,
        answer_by: drawn.answer_by,
        warnings: papers::lacking(&look.business),
    })
}

/// Writes a letter and keeps it in the book.
///
/// # Errors
/// When what it is about is not found or gives no cause for it, a choice is unknown, or the file or the book
/// cannot be written.
pub async fn letter(desk: &Desk, ask: LetterAsk) -> Answer<LetterMade> {
    let mut doing = desk.begin(ask.as_of).await?;
    let drawn = Drawn::of(&mut doing.act, &doing.business, doing.faces, &ask, doing.on).await?;
    let delivery = Delivery::of(&drawn.paper(), ask.out.as_deref(), drawn.file_name())?;
    let document = drawn.keep(&mut doing, &delivery, ask.posted).await?;
    let warnings = papers::lacking(&doing.business);
    let file = delivery.prepare()?;
    doing.done().await?;
    Ok(LetterMade {
        document: document_id(document),
        pdf: file.keep()?,
        kind: drawn.kind().to_owned(),
        client_id: client_id(drawn.client.id),
        client: drawn.client.name,
        warnings,
    })
}

/// A letter, and how it says to pay.
struct Drawn {
    client: Client,
    letter: Letter,
    paying: Paying,
    answer_by: Option<Day>,
    notice: Option<(i64, Notice)>,
}

impl Drawn {
    async fn of(
        conn: &mut Connection,
        business: &Business,
        faces: Faces,
        ask: &LetterAsk,
        on: Day,
    ) -> Answer<Self> {
        let about = matter::of(conn, ask, on).await?;
        let client = about.client;
        let manner = papers::manner(&client, business, faces);
        let paying = Paying::of(&Asked {
            business,
            client: &client,
            manner,
            reference: &about.reference,
            amount: about.asked,
            first: false,
        });
        let letter = Letter {
            manner,
            creditor: papers::creditor(business),
            client: papers::debtor(&client),
            logo: papers::logo(business)?,
            date: on,
            reference: client.reference.clone(),
            greeting: ask.greeting.clone().unwrap_or_default().trim().to_owned(),
            matter: about.matter,
            pay: paying.how.clone(),
            signatory: Signatory {
                name: ask.signed_by.clone().unwrap_or_default().trim().to_owned(),
                role: String::new(),
            },
            enclosures: Vec::new(),
        };
        Ok(Self { client, letter, paying, answer_by: about.answer_by, notice: about.notice })
    }

    fn paper(&self) -> Document {
        self.paying.with_slip(self.letter.document())
    }

    /// As the book calls it.
    const fn kind(&self) -> &'static str {
        match self.letter.matter {
            Matter::Reminder(_) | Matter::Promise(_) => "reminder",
            Matter::Thanks(_) => "thanks",
            Matter::Receipt(_) => "receipt",
            Matter::Missed(_) => "missed_notice",
            Matter::Default(_) => "default_notice",
        }
    }

    fn manner_of_asking(&self) -> (Option<String>, Option<String>) {
        match &self.letter.matter {
            Matter::Reminder(reminder) => (
                Some(matter::step_name(reminder.step).to_owned()),
                Some(matter::tone_name(reminder.tone).to_owned()),
            ),
            _ => (None, None),
        }
    }

    fn file_name(&self) -> String {
        let Letter { date, matter, .. } = &self.letter;
        match matter {
            Matter::Missed(notice) => format!("{} {date}.pdf", notice.agreement.plan),
            Matter::Default(notice) => format!("{} {date}.pdf", notice.agreement.plan),
            _ => format!("{} {date}.pdf", self.client.name),
        }
    }

    /// Keeps the letter, and the word it is once it has gone out, and answers its document. A receipt is no word: it
    /// neither asks nor thanks.
    async fn keep(&self, doing: &mut crate::desk::Doing, delivery: &Delivery, posted: bool) -> Answer<i64> {
        let (on, recorded_at, kind) = (doing.on, doing.moment.recorded_at, self.kind());
        let kept = delivery.kept(self.client.id, kind, on);
        let document = document::insert(&mut doing.act, &kept, recorded_at).await?;
        if posted && kind != "receipt" {
            let word = Contact {
                id: 0,
                client: self.client.id,
                on,
                channel: "letter".to_owned(),
                direction: "out".to_owned(),
                kind: if kind == "thanks" { "thanks" } else { "reminder" }.to_owned(),
                note: String::new(),
                import: None,
                message: String::new(),
            };
            contact::insert(&mut doing.act, &word, recorded_at).await?;
            if let Some((version, Notice { on, cure_by })) = self.notice {
                let given = plan::Notice { on, cure_by };
                plan::give_notice(&mut doing.act, version, given, document).await?;
            }
        }
        let happening = Happening::LetterMade { letter: kind.to_owned(), posted };
        doing.tell(&happening, &document_id(document), Some(self.client.id)).await?;
        Ok(document)
    }
}

/// The sums of amounts, one a currency, in order of appearance.
fn sums(amounts: impl IntoIterator<Item = Money>) -> Answer<Vec<Money>> {
    let mut sums: Vec<Money> = Vec::new();
    for amount in amounts {
        match sums.iter_mut().find(|sum| sum.currency() == amount.currency()) {
            Some(sum) => *sum = sum.plus(amount)?,
            None => sums.push(amount),
        }
    }
    Ok(sums)
}
