//! Signing a plan: each party once, in any order. When both have signed it is active.

use super::view::found;
use crate::desk::{Desk, Doing};
use crate::error::Answer;
use crate::overlay;
use crate::shown::document_id;
use goodterms_ledger::LedgerError;
use goodterms_ledger::plan::{self, Signature, Version};
use goodterms_ledger::reading::account;
use goodterms_paper::{Logo, agreement as paper};
use goodterms_terms::history::Happening;
use goodterms_terms::{Code, Day, Refusal};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The largest drawing of a signature, in bytes.
const MOST_DRAWING_BYTES: usize = 1 << 20;

/// Signs a plan for one party.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PlanSign {
    /// `PP-2026-0001`.
    pub plan: String,
    /// `business` or `client`.
    pub party: String,
    /// The name signed.
    pub name: String,
    /// For whom, or as what: "owner".
    #[serde(default)]
    #[ts(optional)]
    pub role: Option<String>,
    /// Typed or drawn.
    pub signing: Signing,
    /// The business day; today when none is given.
    #[ts(optional, type = "string")]
    pub as_of: Option<Day>,
}

/// How somebody signs.
#[derive(Debug, Deserialize, TS)]
#[serde(tag = "how", rename_all = "snake_case", deny_unknown_fields)]
pub enum Signing {
    /// The name, typed.
    Typed,
    /// A drawing.
    Drawn {
        /// PNG.
        png: Vec<u8>,
    },
    /// A drawing, as the pen went.
    Pen {
        /// Stroke by stroke, the points in any unit, y downwards.
        strokes: Vec<Vec<(i32, i32)>>,
    },
}

/// Who has signed, and where the plan stands.
#[derive(Debug, Serialize, TS)]
pub struct PlanSigned {
    /// `PP-2026-0001`.
    pub plan: String,
    /// Its version.
    #[ts(type = "number")]
    pub version: u32,
    /// `offered` until both have signed, then `active`.
    pub state: String,
    /// Who has signed.
    pub signatures: Vec<SignatureView>,
}

/// A signature, shown.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SignatureView {
    /// `business` or `client`.
    pub party: String,
    /// The name signed.
    pub name: String,
    /// `typed` or `drawn`; `on_paper` by hand, or `elsewhere` in another program, in a copy that came back.
    pub how: String,
    /// The day that copy bears.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional, type = "string")]
    pub signed_on: Option<Day>,
    /// That copy as it was kept: `document-7`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub copy: Option<String>,
    /// The name of its file.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub file: Option<String>,
    /// The business day it was made or recorded here.
    #[ts(type = "string")]
    pub on: Day,
    /// The machine's true time of that, ISO 8601.
    pub at: String,
}

impl SignatureView {
    pub(super) fn of(signature: &Signature) -> Self {
        Self {
            at: crate::history::local_time(signature.signed_at, i64::from(signature.offset_minutes)),
            party: signature.party.clone(),
            name: signature.name.clone(),
            how: signature.how.clone(),
            signed_on: signature.copy.as_ref().map(|copy| copy.signed_on),
            copy: signature.copy.as_ref().map(|copy| document_id(copy.document)),
            file: signature.copy.as_ref().map(|copy| copy.file.clone()),
            on: signature.on,
        }
    }
}

/// Signs a plan for one party.
///
/// # Errors
/// When the plan is not found, the party is unknown or has signed, a drawing is no PNG, the debt has changed
/// since the agreement was written, or the book cannot be written.
pub async fn plan_sign(desk: &Desk, ask: PlanSign) -> Answer<PlanSigned> {
    let mut doing = desk.begin(ask.as_of).await?;
    let (rows, party) = to_sign(&mut doing, &ask.plan, &ask.party).await?;
    let name = signer(&ask.name)?;
    let (drawing, drawn_as) = drawing(ask.signing)?;
    let signature = Signature {
        how: if drawing.is_some() { "drawn" } else { "typed" }.to_owned(),
        party: party.clone(),
        name: name.clone(),
        drawing,
        drawn_as: drawn_as.to_owned(),
        role: role_of(ask.role),
        copy: None,
        on: doing.on,
        signed_at: doing.moment.recorded_at,
        offset_minutes: doing.moment.offset_minutes,
    };
    let (plan, version, how) = (rows.reference.clone(), rows.version, signature.how.clone());
    signed(doing, rows, signature, &Happening::PlanSigned { plan, version, party, name, how }).await
}

/// The version to be signed, and the party that has not signed it yet.
pub(super) async fn to_sign(doing: &mut Doing, plan: &str, party: &str) -> Answer<(Version, String)> {
    let rows = found(&mut doing.act, plan, doing.on).await?.rows;
    if rows.ended_on.is_some() {
        return Err(Refusal::rule(Code::PlanWithdrawn, format!("{} was taken back.", rows.reference))
            .hint("Write a new plan over what is owed now.")
            .into());
    }
    let known = party.trim().to_ascii_lowercase();
    if known != "business" && known != "client" {
        return Err(Refusal::input(Code::PartyUnknown, format!("\u{201c}{party}\u{201d} is not a party."))
            .field("party")
            .candidates(["business".to_owned(), "client".to_owned()])
            .into());
    }
    if let Some(before) = rows.signatures.iter().find(|signature| signature.party == known) {
        return Err(Refusal::rule(
            Code::AlreadySigned,
            format!("{} has already signed for the {known}, on {}.", before.name, before.on),
        )
        .into());
    }
    Ok((rows, known))
}

/// The name of whoever signs.
pub(super) fn signer(name: &str) -> Result<String, Refusal> {
    let name = name.trim();
    if name.is_empty() || name.chars().any(char::is_control) || name.chars().count() > 200 {
        let message = "A signature needs the name of whoever signs.";
        return Err(Refusal::input(Code::SignatureNameMissing, message).field("name"));
    }
    Ok(name.to_owned())
}

/// For whom somebody signs, or nothing.
pub(super) fn role_of(said: Option<String>) -> String {
    said.unwrap_or_default().trim().chars().filter(|c| !c.is_control()).take(200).collect()
}

/// Adds a signature. The second one makes the plan active, on the business day it was made or recorded.
pub(super) async fn signed(
    mut doing: Doing,
    mut rows: Version,
    signature: Signature,
    happening: &Happening,
) -> Answer<PlanSigned> {
    plan::sign(&mut doing.act, rows.id, &signature).await?;
    doing.tell(happening, &rows.reference, Some(rows.client)).await?;
    rows.signatures.push(signature);
    let (reference, version, on) = (rows.reference.clone(), rows.version, doing.on);
    let both = rows.signatures.len() == 2;
    if both {
        still_owed(&mut doing.act, &rows, on).await?;
        plan::activate(&mut doing.act, rows.id, on).await?;
        let active = Happening::PlanActivated { plan: reference.clone(), version, on: on.to_string() };
        doing.tell(&active, &reference, Some(rows.client)).await?;
    }
    doing.done().await?;
    Ok(PlanSigned {
        plan: reference,
        version,
        state: if both { "active" } else { "offered" }.to_owned(),
        signatures: rows.signatures.iter().map(SignatureView::of).collect(),
    })
}

/// The drawing and what it is. One that could not be printed later is refused now.
fn drawing(signing: Signing) -> Answer<(Option<Vec<u8>>, &'static str)> {
    let refused = || {
        Refusal::input(Code::DrawingRefused, "A drawn signature is a PNG picture of at most 1 MiB.")
            .field("drawn")
    };
    match signing {
        Signing::Typed => Ok((None, "png")),
        Signing::Drawn { png } => {
            if png.len() > MOST_DRAWING_BYTES || !png.starts_with(b"\x89PNG\r\n\x1a\n") {
                return Err(refused().into());
            }
            Logo::read(&png).map_err(|why| refused().hint(why.message))?;
            Ok((Some(png), "png"))
        }
        Signing::Pen { strokes } => {
            paper::drawn(&strokes)?;
            Ok((Some(serde_json::to_vec(&strokes).map_err(LedgerError::from)?), "strokes"))
        }
    }
}

/// Both must be agreeing to what is still true: every invoice covered is open for what the plan covers of it,
/// and no other plan answers for it.
async fn still_owed(conn: &mut goodterms_ledger::Connection, rows: &plan::Version, on: Day) -> Answer<()> {
    let open = account::open_debits(conn, rows.client, on).await?;
    for cover in &rows.covers {
        let left = open.iter().find(|debit| debit.id == cover.entry).map_or(0, |debit| debit.open);
        if left < cover.amount {
            return Err(Refusal::rule(
                Code::PlanOutdated,
                format!("{} has changed since the agreement was written.", cover.number),
            )
            .hint("Write the plan anew over what is owed now.")
            .into());
        }
    }
    for other in overlay::governing(conn, Some(rows.client), on).await? {
        if let Some(both) =
            other.rows.covers.iter().find(|c| rows.covers.iter().any(|mine| mine.entry == c.entry))
        {
            return Err(Refusal::rule(
                Code::InvoiceOnPlan,
                format!("{} is already covered by {}.", both.number, other.rows.reference),
            )
            .into());
        }
    }
    Ok(())
}
