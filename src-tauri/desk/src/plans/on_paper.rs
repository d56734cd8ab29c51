//! Signatures that come back in a copy: by hand on paper and scanned, or digitally from another program. What
//! came back is matched to the very version and kept; that it bears the signature a person says who has seen it.

use super::matching::{Copy, Returned};
use super::sign::{PlanSigned, role_of, signed, signer, to_sign};
use crate::desk::Desk;
use crate::error::Answer;
use crate::shown::hex;
use goodterms_ledger::plan::{Signature, SignedCopy, Version};
use goodterms_terms::history::Happening;
use goodterms_terms::{Code, Day, Refusal};
use serde::Deserialize;
use sha2::{Digest as _, Sha256};
use ts_rs::TS;

/// Takes a signature in a copy that came back as a party's own.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct PlanSignInCopy {
    /// `PP-2026-0001`.
    pub plan: String,
    /// `business` or `client`.
    pub party: String,
    /// Who signed; may be left out where the file's own certificate says it.
    #[ts(optional)]
    pub name: Option<String>,
    /// For whom, or as what: "owner".
    #[ts(optional)]
    pub role: Option<String>,
    /// The copy: a scan, a picture of it, or a PDF signed in another program.
    pub path: String,
    /// The day the signature bears; the business day when nothing is said.
    #[ts(optional, type = "string")]
    pub signed_on: Option<Day>,
    /// Whether whoever asks has seen the signature on the copy.
    pub seen: bool,
    /// The business day; today when none is given.
    #[ts(optional, type = "string")]
    pub as_of: Option<Day>,
}

/// Takes a signature in a copy as a party's own, and keeps the copy.
///
/// # Errors
/// When nobody has seen the signature, the file is not exactly this version or not signed, somebody else has
/// signed it, the day cannot be, or as [`super::plan_sign`]; then nothing has changed.
pub async fn plan_sign_in_copy(desk: &Desk, ask: PlanSignInCopy) -> Answer<PlanSigned> {
    if !ask.seen {
        let message = "Nobody has said that they saw the signature on the copy.";
        return Err(Refusal::rule(Code::SignatureNotSeen, message)
            .hint("Look at the copy, and confirm that it bears the signature.")
            .field("seen")
            .into());
    }
    // Reading a scan takes a while: that is done before anything is being written.
    let copy = Copy::read(&ask.path)?;
    let mut look = desk.look(ask.as_of).await?;
    let returned = copy.returned(&mut look.reader, look.on).await?;
    drop(look);

    let mut doing = desk.begin(ask.as_of).await?;
    let (rows, party) = to_sign(&mut doing, &ask.plan, &ask.party).await?;
    if (&returned.plan, returned.version) != (&rows.reference, rows.version) {
        let message = format!(
            "This is {}, version {}; to be signed is {}, version {}.",
            returned.plan, returned.version, rows.reference, rows.version
        );
        return Err(Refusal::rule(Code::CopyRefused, message).field("path").into());
    }
    let name = name_of(&returned, ask.name.as_deref())?;
    let signed_on = dated(ask.signed_on, &rows, doing.on)?;
    let document = copy.keep(&mut doing, &returned).await?;
    let how = if returned.is_scan { "on_paper" } else { "elsewhere" };
    let signature = Signature {
        party: party.clone(),
        name: name.clone(),
        how: how.to_owned(),
        drawing: None,
        drawn_as: "png".to_owned(),
        role: role_of(ask.role),
        copy: Some(SignedCopy { document, file: copy.name.clone(), signed_on }),
        on: doing.on,
        signed_at: doing.moment.recorded_at,
        offset_minutes: doing.moment.offset_minutes,
    };
    let happening = Happening::PlanSignedInCopy {
        plan: rows.reference.clone(),
        version: rows.version,
        party,
        name,
        how: how.to_owned(),
        signed_on: signed_on.to_string(),
        sha256: hex(&Sha256::digest(&copy.bytes)),
    };
    signed(doing, rows, signature, &happening).await
}

/// Who signed: on a scan whoever is named, in a signed file whom its certificates name.
fn name_of(returned: &Returned, said: Option<&str>) -> Result<String, Refusal> {
    let said = said.map(str::trim).filter(|name| !name.is_empty());
    if returned.is_scan {
        return signer(said.unwrap_or_default());
    }
    let by = &returned.added;
    if by.is_empty() {
        let message = "This is the agreement as it was sent: nobody has signed it.";
        return Err(Refusal::rule(Code::CopyUnsigned, message)
            .hint("A copy signed by hand is scanned or photographed whole; a file is signed digitally.")
            .field("path"));
    }
    let found = match said {
        Some(name) => by.iter().find(|signed| signed.to_lowercase() == name.to_lowercase()),
        None => by.first().filter(|_| by.len() == 1),
    };
    found.cloned().map(|name| signer(&name)).unwrap_or_else(|| {
        let message = match said {
            Some(name) => format!("The file was signed by {}, not by {name}.", by.join(", ")),
            None => format!("The file was signed by {}: which of them is it?", by.join(", ")),
        };
        Err(Refusal::input(Code::SignerDiffers, message)
            .hint("Give the name as the certificate says it.")
            .field("name")
            .candidates(by.iter().cloned()))
    })
}

/// The day a signature bears: none before the agreement was written, and none that is still to come.
fn dated(said: Option<Day>, rows: &Version, on: Day) -> Result<Day, Refusal> {
    let day = said.unwrap_or(on);
    if (rows.drafted_on..=on).contains(&day) {
        return Ok(day);
    }
    let message = if day > on {
        format!("{day} is still to come.")
    } else {
        format!("{} was written on {}, so nobody signed it on {day}.", rows.reference, rows.drafted_on)
    };
    Err(Refusal::input(Code::SignedOnOutOfRange, message)
        .hint("Give the day that stands beside the signature, or leave it out.")
        .field("signed_on"))
}
