//! The terms sheet: how the business bills, for a new client or for whoever asks.

use crate::desk::Desk;
use crate::error::Answer;
use crate::papers::{self, Delivery, PaperWarning};
use crate::paying;
use crate::shown::{client_id, document_id};
use crate::{finding, said};
use goodterms_ledger::business::Business;
use goodterms_ledger::client::Client;
use goodterms_ledger::document;
use goodterms_paper::terms_sheet::{LateTerm, TermsSheet};
use goodterms_paper::{Document, Faces, Manner};
use goodterms_terms::history::Happening;
use goodterms_terms::policy::Policy;
use goodterms_terms::{Code, Day, Refusal};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The kind of paper it is.
const KIND: &str = "terms_sheet";
/// Days in which a client says that an invoice is not right, when nothing else is said.
const QUESTION_DAYS: u32 = 14;
/// More days than anybody leaves for that.
const MOST_DAYS: u32 = 365;

/// Asks for a terms sheet.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct TermsSheetAsk {
    /// For whom, by id, name or number; for nobody in particular when nothing is said.
    #[ts(optional)]
    pub client: Option<String>,
    /// Days in which a client says that an invoice is not right; 14 when nothing is said.
    #[ts(optional, type = "number")]
    pub question_days: Option<u32>,
    /// Where it shall be written, besides the book. Never from the wire.
    #[serde(skip)]
    #[ts(skip)]
    pub out: Option<String>,
    /// The day it holds from; today when none is given.
    #[ts(optional, type = "string")]
    pub as_of: Option<Day>,
}

/// A terms sheet as it would be.
#[derive(Debug, Serialize, TS)]
pub struct TermsSheetPreview {
    /// Its pages, SVG.
    pub pages: Vec<String>,
    /// The day it holds from.
    #[ts(type = "string")]
    pub on: Day,
    /// For whom.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub client: Option<String>,
    /// What to mind.
    pub warnings: Vec<PaperWarning>,
}

/// A terms sheet that was made.
#[derive(Debug, Serialize, TS)]
pub struct TermsSheetMade {
    /// `document-3`; one that is for nobody in particular is in no client's file.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub document: Option<String>,
    /// Where it was written, if a place was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub pdf: Option<String>,
    /// For whom.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub client: Option<String>,
    /// `client-12`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub client_id: Option<String>,
    /// What to mind.
    pub warnings: Vec<PaperWarning>,
}

/// A terms sheet as it would be; nothing is kept.
///
/// # Errors
/// As [`terms_sheet`], except that nothing is written.
pub async fn terms_sheet_preview(desk: &Desk, ask: TermsSheetAsk) -> Answer<TermsSheetPreview> {
    let mut look = desk.look(ask.as_of).await?;
    let client = match &ask.client {
        Some(meant) => Some(finding::client(&mut look.reader, meant).await?),
        None => None,
    };
    let policy = look.policy().await?;
    let paper = drawn(&look.business, &policy, client.as_ref(), look.faces, &ask, look.on)?;
    papers::refuse_missing(&paper.missing())?;
    Ok(TermsSheetPreview {
        pages: goodterms_paper::render_svg(&paper),
        on: look.on,
        client: client.map(|client| client.name),
        warnings: papers::lacking(&look.business),
    })
}

/// Makes a terms sheet. One for a client is kept in that client's file; one for nobody in particular is only
/// written where it was asked for.
///
/// # Errors
/// When the client is not found, the days are too many, nothing says where a sheet for nobody shall go, or file
/// or book cannot be written.
pub async fn terms_sheet(desk: &Desk, ask: TermsSheetAsk) -> Answer<TermsSheetMade> {
    let Some(meant) = ask.client.clone() else { return for_nobody(desk, &ask).await };
    let mut doing = desk.begin(ask.as_of).await?;
    let client = finding::client(&mut doing.act, &meant).await?;
    let paper = drawn(&doing.business, &doing.policy, Some(&client), doing.faces, &ask, doing.on)?;
    let name = file_name(&doing.business, Some(&client));
    let delivery = Delivery::of(&paper, ask.out.as_deref(), name)?;
    let recorded_at = doing.moment.recorded_at;
    let document =
        document::insert(&mut doing.act, &delivery.kept(client.id, KIND, doing.on), recorded_at).await?;
    let happening = Happening::LetterMade { letter: KIND.to_owned(), posted: false };
    doing.tell(&happening, &document_id(document), Some(client.id)).await?;
    let warnings = papers::lacking(&doing.business);
    let file = delivery.prepare()?;
    doing.done().await?;
    Ok(TermsSheetMade {
        document: Some(document_id(document)),
        pdf: file.keep()?,
        client_id: Some(client_id(client.id)),
        client: Some(client.name),
        warnings,
    })
}

async fn for_nobody(desk: &Desk, ask: &TermsSheetAsk) -> Answer<TermsSheetMade> {
    let Some(out) = ask.out.as_deref() else {
        let message = "A terms sheet for nobody in particular is in no client's file.";
        return Err(Refusal::input(Code::PathMissing, message)
            .hint("Say where it shall be written, or for which client it is.")
            .field("out")
            .into());
    };
    let mut look = desk.look(ask.as_of).await?;
    let policy = look.policy().await?;
    let paper = drawn(&look.business, &policy, None, look.faces, ask, look.on)?;
    let delivery = Delivery::of(&paper, Some(out), file_name(&look.business, None))?;
    Ok(TermsSheetMade {
        document: None,
        pdf: delivery.prepare()?.keep()?,
        client: None,
        client_id: None,
        warnings: papers::lacking(&look.business),
    })
}

fn file_name(business: &Business, client: Option<&Client>) -> String {
    client.map_or_else(
        || format!("{}, terms.pdf", business.name),
        |client| format!("{}, terms for {}.pdf", business.name, client.name),
    )
}

/// The sheet, from what the business has decided: nothing stands on it that the policy does not say.
fn drawn(
    business: &Business,
    policy: &Policy,
    client: Option<&Client>,
    faces: Faces,
    ask: &TermsSheetAsk,
    on: Day,
) -> Answer<Document> {
    let question_days = ask.question_days.unwrap_or(QUESTION_DAYS);
    if question_days == 0 || question_days > MOST_DAYS {
        let message = format!("{question_days} days are not a time in which one can ask.");
        return Err(Refusal::input(Code::PolicyValueRefused, message)
            .hint(format!("Give 1 to {MOST_DAYS} days."))
            .field("question_days")
            .into());
    }
    let manner = match client {
        Some(client) => papers::manner(client, business, faces),
        None => Manner { faces, ..Manner::of(&business.country, said::language_of(&business.locale)) },
    };
    let sheet = TermsSheet {
        manner,
        business: papers::creditor(business),
        client: client.map(papers::debtor),
        logo: papers::logo(business)?,
        date: on,
        net_days: policy.terms_days,
        discount: None,
        deposit: None,
        late: policy.late_charge.map(|rate| LateTerm { rate, grace_days: 0, ground: String::new() }),
        plans: true,
        question_days,
        more: Vec::new(),
        pay: paying::anybody(business, manner.language()),
    };
    Ok(sheet.document())
}
