//! Sealing an agreement: set once more from its very words with both signatures and their certificate page,
//! and sealed with the business's own key.

use super::view::found;
use crate::clock::wall_time;
use crate::desk::{Desk, Look};
use crate::error::Answer;
use crate::papers::Delivery;
use crate::seals::ForUse;
use crate::shown::{document_id, hex};
use goodterms_ledger::plan::{self, Signature, Version};
use goodterms_ledger::{Connection, LedgerError, document};
use goodterms_paper::Logo;
use goodterms_paper::agreement::{self as paper, How, PlanAgreement, ReturnedCopy, Signatory, Signing};
use goodterms_paper::seal::{Seal, verify};
use goodterms_terms::history::Happening;
use goodterms_terms::{Code, Day, Refusal};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use ts_rs::TS;

/// The kind of paper it is.
const SEALED: &str = "sealed_agreement";

/// Asks for the sealed agreement of a plan that both have signed.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct PlanSeal {
    /// Which, by reference, fingerprint or client.
    pub plan: String,
    /// Where it shall be written, besides the book.
    #[serde(skip)]
    #[ts(skip)]
    pub out: Option<String>,
    /// The business day; today when none is given.
    #[ts(optional, type = "string")]
    pub as_of: Option<Day>,
}

/// A sealed agreement.
#[derive(Debug, Serialize, TS)]
pub struct PlanSealed {
    /// `PP-2026-0001`.
    pub plan: String,
    /// Its version.
    #[ts(type = "number")]
    pub version: u32,
    /// Of the plan's canonical data, as printed on every page.
    pub fingerprint: String,
    /// Of the sealed file.
    pub sha256: String,
    /// The seal.
    pub seal: SealView,
    /// `document-3`.
    pub document: String,
    /// Where the file was written, if a place was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub pdf: Option<String>,
}

/// A seal on a file, as the file says.
#[derive(Debug, Serialize, TS)]
pub struct SealView {
    /// Whose it is.
    pub subject: String,
    /// When it says it was made, ISO 8601.
    pub signed_at: String,
    /// The name of its key.
    pub key: String,
}

/// How often an agreement is sealed anew when what its seal rests on has changed meanwhile.
const TRIES: usize = 2;

/// Seals the agreement of a plan both have signed. Sealed before, it is the same file again.
///
/// An authority for time stamps may take a while to answer, so the file is sealed and stamped first, while the
/// book is free for others, and kept after that if nothing it rests on has changed.
///
/// # Errors
/// When the plan is not found or not signed by both, its words were not kept, or file or book cannot be
/// written; then nothing has changed. [`Code::InUse`] when it is being changed again and again.
pub async fn plan_seal(desk: &Desk, ask: PlanSeal) -> Answer<PlanSealed> {
    for _ in 0..TRIES {
        let mut look = desk.look(ask.as_of).await?;
        let rows = found(&mut look.reader, &ask.plan, look.on).await?.rows;
        if let Some(sealed) = rows.sealed {
            return again(&mut look.reader, &rows, sealed, ask.out.as_deref()).await;
        }
        let ready = Ready::of(look, rows, ask.out.as_deref()).await?;
        if let Some(sealed) = ready.kept(desk, &ask).await? {
            return Ok(sealed);
        }
    }
    Err(Refusal::rule(Code::InUse, "The plan or the seal was changed while the agreement was being sealed.")
        .hint("Nothing was sealed. Seal it again in a moment.")
        .into())
}

/// An agreement that was sealed before.
async fn again(conn: &mut Connection, rows: &Version, sealed: i64, out: Option<&str>) -> Answer<PlanSealed> {
    let delivery = Delivery::again(document::bytes(conn, sealed).await?, out, file_name(rows))?;
    let answer = answered(rows, delivery.bytes(), sealed)?;
    Ok(PlanSealed { pdf: delivery.prepare()?.keep()?, ..answer })
}

fn file_name(rows: &Version) -> String {
    format!("{} {}, signed.pdf", rows.reference, rows.client_name)
}

/// A sealed agreement that is not kept yet.
struct Ready {
    rows: Version,
    seal: ForUse,
    delivery: Delivery,
}

impl Ready {
    async fn of(mut look: Look, rows: Version, out: Option<&str>) -> Answer<Self> {
        let seal = ForUse::of(&mut look).await?;
        let mut agreement = signed(&mut look.reader, &rows, &seal.seal).await?;
        agreement.manner.faces = look.faces;
        let authority = look.policy().await?.time_stamp_authority;
        let moment = look.wall_time()?;
        drop(look);
        let drawn = Delivery::of(&agreement.document(), out, file_name(&rows))?;
        let delivery = drawn.sealed(&seal.seal, moment, authority.as_deref()).await?;
        Ok(Self { rows, seal, delivery })
    }

    /// Whether the plan is still what was sealed.
    fn rests_on(&self, now: &Version) -> bool {
        let of = |rows: &Version| (rows.id, rows.sealed, rows.ended_on);
        of(&self.rows) == of(now) && self.rows.signatures == now.signatures
    }

    /// Keeps it; nothing is kept when what it rests on has changed meanwhile.
    async fn kept(self, desk: &Desk, ask: &PlanSeal) -> Answer<Option<PlanSealed>> {
        let mut doing = desk.begin(ask.as_of).await?;
        let now = found(&mut doing.act, &ask.plan, doing.on).await?.rows;
        if !self.rests_on(&now) || !self.seal.is_in_use(&mut doing).await? {
            return Ok(None);
        }
        let Self { rows, delivery, .. } = self;
        let recorded_at = doing.moment.recorded_at;
        let kept = delivery.kept(rows.client, SEALED, doing.on);
        let document = document::insert(&mut doing.act, &kept, recorded_at).await?;
        plan::seal(&mut doing.act, rows.id, document).await?;
        let answer = answered(&rows, delivery.bytes(), document)?;
        let happening = Happening::PlanSealed {
            plan: rows.reference.clone(),
            version: rows.version,
            sha256: answer.sha256.clone(),
            key: answer.seal.key.clone(),
        };
        doing.tell(&happening, &rows.reference, Some(rows.client)).await?;
        let file = delivery.prepare()?;
        doing.done().await?;
        Ok(Some(PlanSealed { pdf: file.keep()?, ..answer }))
    }
}

/// The agreement as it was set, with both signatures.
async fn signed(conn: &mut Connection, rows: &Version, seal: &Seal) -> Answer<PlanAgreement> {
    let of = |party: &str| rows.signatures.iter().find(|signature| signature.party == party);
    let (Some(business), Some(client)) = (of("business"), of("client")) else {
        let missing = if of("business").is_some() { "the client" } else { "the business" };
        let who = if rows.signatures.is_empty() { "nobody" } else { "only one side" };
        return Err(Refusal::rule(
            Code::PlanUnsigned,
            format!("{} is signed by {who}; a seal closes what both have signed.", rows.reference),
        )
        .hint(format!("Sign it for {missing} first."))
        .into());
    };
    let unsigned = match rows.document {
        Some(document) => document::bytes(conn, document).await?,
        None => Vec::new(),
    };
    let model = plan::model(conn, rows.id).await?.ok_or_else(|| {
        Refusal::rule(
            Code::PlanModelMissing,
            format!("{} was written before agreements could be sealed.", rows.reference),
        )
        .hint("Its own PDF stays valid as it is. A new version of the plan can be sealed.")
    })?;
    let agreement: PlanAgreement = serde_json::from_slice(&model).map_err(LedgerError::from)?;
    Ok(PlanAgreement {
        signing: Some(Signing {
            creditor: Some(mark(conn, business).await?),
            debtor: Some(mark(conn, client).await?),
            unsigned_sha256: hex(&Sha256::digest(&unsigned)),
            key_fingerprint: seal.fingerprint().to_string(),
        }),
        ..agreement
    })
}

/// A signature as it is set.
async fn mark(conn: &mut Connection, signature: &Signature) -> Answer<paper::Signature> {
    let how = match (&signature.copy, &signature.drawing, signature.drawn_as.as_str()) {
        (Some(copy), ..) => {
            let bytes = document::bytes(conn, copy.document).await?;
            let (file, sha256) = (copy.file.clone(), hex(&Sha256::digest(&bytes)));
            let copy = ReturnedCopy { file, sha256, signed_on: copy.signed_on };
            if signature.how == "on_paper" { How::OnPaper(copy) } else { How::Elsewhere(copy) }
        }
        (None, None, _) => How::Typed(paper::typed(&signature.name)?),
        (None, Some(strokes), "strokes") => {
            let strokes: Vec<paper::Stroke> = serde_json::from_slice(strokes).map_err(LedgerError::from)?;
            How::Drawn(paper::drawn(&strokes)?)
        }
        (None, Some(png), _) => How::Image(Logo::read(png)?),
    };
    Ok(paper::Signature {
        by: Signatory { name: signature.name.clone(), role: signature.role.clone() },
        how,
        at: wall_time(signature.signed_at, i64::from(signature.offset_minutes))?,
    })
}

/// What a sealed file says of itself.
fn answered(rows: &Version, bytes: &[u8], document: i64) -> Answer<PlanSealed> {
    let findings = verify(bytes);
    let seal = findings
        .signatures
        .first()
        .filter(|_| findings.problems.is_empty())
        .ok_or_else(|| LedgerError::unexpected("the sealed agreement does not verify"))?;
    Ok(PlanSealed {
        plan: rows.reference.clone(),
        version: rows.version,
        fingerprint: rows.fingerprint.clone(),
        sha256: hex(&Sha256::digest(bytes)),
        seal: SealView {
            subject: seal.name.clone(),
            signed_at: seal.claimed.map(|at| at.to_rfc3339()).unwrap_or_default(),
            key: seal.key.to_string(),
        },
        document: document_id(document),
        pdf: None,
    })
}
