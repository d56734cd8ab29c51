//! What came back: whether a file is an agreement of this book, which version, and nothing else.

use crate::desk::{Desk, Doing};
use crate::error::Answer;
use crate::files;
use crate::shown::{document_id, hex};
use goodterms_ledger::Connection;
use goodterms_ledger::document::{self, NewDocument};
use goodterms_ledger::plan::{self, Version, Which};
use goodterms_paper::PageMark;
use goodterms_paper::seal::{Findings, Judgement, judge, scan, verify};
use goodterms_terms::history::Happening;
use goodterms_terms::{Code, Day, Refusal};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use std::path::Path;
use ts_rs::TS;

/// What the book calls a copy that came back.
const RETURNED: &str = "returned_copy";
/// More than a scan of a long agreement has.
const MOST_BYTES: u64 = 64 << 20;

/// Asks which agreement a file is.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PlanMatch {
    /// The file: a PDF, or a picture of a page.
    pub path: String,
    /// Whether the copy is kept in the book, when it is one of ours.
    #[serde(default)]
    #[ts(optional)]
    pub keep: Option<bool>,
    /// The business day; today when none is given.
    #[serde(default)]
    #[ts(optional, type = "string")]
    pub as_of: Option<Day>,
}

/// The agreement a file is.
#[derive(Debug, Serialize, TS)]
pub struct PlanMatched {
    /// `PP-2026-0001`.
    pub plan: String,
    /// Its version.
    #[ts(type = "number")]
    pub version: u32,
    /// As printed on every page.
    pub fingerprint: String,
    /// `sealed`, or `printed`: as it was written, or its scan.
    pub kind: String,
    /// Whether it is a scan, and not the file itself.
    pub scanned: bool,
    /// Who else has signed the file since, as its certificates say.
    pub added: Vec<String>,
    /// The copy as it was kept: `document-7`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub document: Option<String>,
}

/// Finds the agreement a file is, and keeps the copy if that is wanted. A file that is none, or was changed, is
/// refused with the reason.
///
/// # Errors
/// When the file cannot be read, is not exactly an agreement of this book, or the book cannot be written.
pub async fn plan_match(desk: &Desk, ask: PlanMatch) -> Answer<PlanMatched> {
    let copy = Copy::read(&ask.path)?;
    let mut look = desk.look(ask.as_of).await?;
    let returned = copy.returned(&mut look.reader, look.on).await?;
    drop(look);
    let document = if ask.keep == Some(true) {
        let mut doing = desk.begin(ask.as_of).await?;
        let document = copy.keep(&mut doing, &returned).await?;
        doing.done().await?;
        Some(document_id(document))
    } else {
        None
    };
    let Returned { plan, version, fingerprint, kind, is_scan, added, .. } = returned;
    let kind = kind.to_owned();
    Ok(PlanMatched { plan, version, fingerprint, kind, scanned: is_scan, added, document })
}

/// A file that came back.
pub(super) struct Copy {
    /// Its name, without a folder.
    pub(super) name: String,
    pub(super) bytes: Vec<u8>,
}

/// The agreement a file that came back is.
pub(super) struct Returned {
    client: i64,
    pub(super) plan: String,
    pub(super) version: u32,
    fingerprint: String,
    kind: &'static str,
    /// Whether it is a scan, and not the file itself.
    pub(super) is_scan: bool,
    /// Who else has signed the file since, as its certificates say.
    pub(super) added: Vec<String>,
}

impl Copy {
    pub(super) fn read(path: &str) -> Answer<Self> {
        let place = Path::new(path);
        let name = place.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let bytes = files::read(place, path, MOST_BYTES)?;
        if bytes.len() as u64 > MOST_BYTES {
            return Err(refused(format!("{path} is larger than 64 MiB.")).into());
        }
        Ok(Self { name, bytes })
    }

    /// The agreement of this book it is.
    pub(super) async fn returned(&self, conn: &mut Connection, on: Day) -> Answer<Returned> {
        let versions = plan::versions(conn, Which::All, None, on).await?;
        let findings = verify(&self.bytes);
        match &findings.plan {
            Some(said) => {
                let version = named(&versions, &said.reference, said.version, &said.fingerprint.to_string())?;
                as_sent(conn, version, &findings, &self.bytes).await
            }
            None => scanned(conn, &versions, &findings, &self.bytes).await,
        }
    }

    /// Keeps it in the client's file and answers its row; kept before, it stays the one copy.
    pub(super) async fn keep(&self, doing: &mut Doing, returned: &Returned) -> Answer<i64> {
        let (client, on) = (returned.client, doing.on);
        let copy =
            NewDocument { client, kind: RETURNED, name: &self.name, on, bytes: &self.bytes, pages: &[] };
        if let Some(before) = document::same_as(&mut doing.act, &copy).await? {
            return Ok(before);
        }
        let document = document::insert(&mut doing.act, &copy, doing.moment.recorded_at).await?;
        let happening = Happening::CopyReturned {
            plan: returned.plan.clone(),
            version: returned.version,
            copy: returned.kind.to_owned(),
            sha256: hex(&Sha256::digest(&self.bytes)),
        };
        doing.tell(&happening, &returned.plan, Some(client)).await?;
        Ok(document)
    }
}

fn refused(message: impl Into<String>) -> Refusal {
    Refusal::rule(Code::CopyRefused, message).field("path")
}

/// The version that is meant, which must be one that was written here, word for word.
fn named<'a>(
    versions: &'a [Version],
    reference: &str,
    number: u32,
    fingerprint: &str,
) -> Result<&'a Version, Refusal> {
    let same = |version: &&Version| version.reference == reference && version.version == number;
    let Some(version) = versions.iter().find(same) else {
        return Err(refused(format!("This book has no plan {reference}, version {number}.")));
    };
    if version.fingerprint == fingerprint {
        return Ok(version);
    }
    Err(refused(format!(
        "The file says it is {reference}, version {number}, but not in the words that were agreed: its \
         fingerprint is {fingerprint}, ours is {}.",
        version.fingerprint
    )))
}

/// A file that bears the plan's data must be one that was made here, to the last byte, with signatures added at most.
async fn as_sent(
    conn: &mut Connection,
    version: &Version,
    findings: &Findings,
    bytes: &[u8],
) -> Answer<Returned> {
    let mut why = None;
    for (kind, ours) in [("sealed", version.sealed), ("printed", version.document)] {
        let Some(ours) = ours else { continue };
        let sent = document::bytes(conn, ours).await?;
        match judge(findings, bytes, &sent) {
            Judgement::Unchanged => return Ok(returned(version, kind, false, Vec::new())),
            Judgement::Signed(added) => {
                let added = added.into_iter().map(|by| by.name).collect();
                return Ok(returned(version, kind, false, added));
            }
            // What a file is meant to be shows in how much of it is ours.
            Judgement::Refused(problems) if why.is_none() || bytes.starts_with(&sent) => why = Some(problems),
            Judgement::Refused(_) => {}
        }
    }
    let why = why.unwrap_or_default();
    let sentences: Vec<&str> = why.iter().map(|problem| problem.reason.sentence()).collect();
    Err(refused(sentences.join(" ")).into())
}

/// A file without the plan's data can only be a scan.
async fn scanned(
    conn: &mut Connection,
    versions: &[Version],
    findings: &Findings,
    bytes: &[u8],
) -> Answer<Returned> {
    let read = scan::read(bytes).map_err(|why| why.message);
    let known = read.and_then(|scan| match scan.agreement() {
        Ok(mark) => Ok((mark.clone(), scan)),
        Err(problem) => Err(problem.sentence()),
    });
    // What is no scan either is a damaged file: what is the matter with that says more.
    let damage = findings.problems.first().filter(|_| bytes.starts_with(b"%PDF"));
    let (mark, scan) =
        known.map_err(|why| refused(damage.map_or(why, |damage| damage.reason.sentence().to_owned())))?;
    let version = named(versions, &mark.reference, mark.version, &mark.fingerprint)?;
    let mut pages = Vec::new();
    for ours in [version.document, version.sealed].into_iter().flatten() {
        pages.push(document::pages(conn, ours).await?.len());
    }
    let sent = |pages: usize| PageMark { pages: u32::try_from(pages).unwrap_or(u32::MAX), ..mark.clone() };
    let whole = pages.iter().map(|pages| scan.judge(&sent(*pages)));
    let mut why = None;
    for judged in whole {
        match judged {
            Ok(_) => return Ok(returned(version, "printed", true, Vec::new())),
            Err(problem) => why = why.or(Some(problem)),
        }
    }
    Err(refused(why.map(|problem| problem.sentence()).unwrap_or_default()).into())
}

fn returned(version: &Version, kind: &'static str, is_scan: bool, added: Vec<String>) -> Returned {
    Returned {
        client: version.client,
        plan: version.reference.clone(),
        version: version.version,
        fingerprint: version.fingerprint.clone(),
        kind,
        is_scan,
        added,
    }
}
