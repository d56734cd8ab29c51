//! Sealing an agreement: set once more from its very words with both signatures and their certificate page,
//! and sealed with the business's own key.

use super::view::found;
use crate::clock::wall_time;
use crate::desk::Desk;
use crate::error::Answer;
use crate::papers::Delivery;
use crate::seals;
use crate::shown::{document_id, hex};
use goodterms_ledger::plan::{self, Signature, Version};
use goodterms_ledger::{Connection, LedgerError, document};
use goodterms_paper::Logo;
use goodterms_paper::agreement::{self as paper, How, PlanAgreement, Signatory, Signing};
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

/// Seals the agreement of a plan both have signed. Sealed before, it is the same file again.
///
/// # Errors
/// When the plan is not found or not signed by both, its words were not kept, or file or book cannot be
/// written; then nothing has changed.
pub async fn plan_seal(desk: &Desk, ask: PlanSeal) -> Answer<PlanSealed> {
    let mut doing = desk.begin(ask.as_of).await?;
    let rows = found(&mut doing.act, &ask.plan, doing.on).await?.rows;
    let name = format!("{} {}, signed.pdf", rows.reference, rows.client_name);
    if let Some(sealed) = rows.sealed {
        let bytes = document::bytes(&mut doing.act, sealed).await?;
        let delivery = Delivery::again(bytes, ask.out.as_deref(), name)?;
        let answer = answered(&rows, delivery.bytes(), sealed)?;
        return Ok(PlanSealed { pdf: delivery.prepare()?.keep()?, ..answer });
    }
    let seal = seals::current(&mut doing).await?;
    let mut agreement = signed(&mut doing.act, &rows, &seal).await?;
    agreement.manner.faces = doing.faces;
    let agreement = agreement.document();
    let moment = doing.wall_time()?;
    let delivery = Delivery::of(&agreement, ask.out.as_deref(), name)?.sealed(
        &seal,
        moment,
        doing.policy.time_stamp_authority.as_deref(),
    )?;
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
    Ok(PlanSealed { pdf: file.keep()?, ..answer })
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
            creditor: Some(mark(business)?),
            debtor: Some(mark(client)?),
            unsigned_sha256: hex(&Sha256::digest(&unsigned)),
            key_fingerprint: seal.fingerprint().to_string(),
        }),
        ..agreement
    })
}

/// A signature as it is set.
fn mark(signature: &Signature) -> Answer<paper::Signature> {
    let how = match (&signature.drawing, signature.drawn_as.as_str()) {
        (None, _) => How::Typed(paper::typed(&signature.name)?),
        (Some(strokes), "strokes") => {
            let strokes: Vec<paper::Stroke> = serde_json::from_slice(strokes).map_err(LedgerError::from)?;
            How::Drawn(paper::drawn(&strokes)?)
        }
        (Some(png), _) => How::Image(Logo::read(png)?),
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
