//! Verifying a file that came back: what is in it, what was changed, and whether it may be accepted.
//!
//! Stricter than viewers are. Every revision after the first may only sign: fill empty signature fields, add
//! time stamps and the proofs that go with signatures. Anything else is refused with its [`Reason`].

mod changes;
mod facts;
mod judge;
mod plan;
mod reason;
mod signature;

pub use judge::{Judgement, judge};
pub use reason::{Problem, Reason};

use super::file::{PdfFile, Value};
use super::key::KeyFingerprint;
use super::stamp::TimeStamp;
use chrono::{DateTime, FixedOffset};
use goodterms_terms::plan::Fingerprint;
use signature::Held;

/// What is to be known of a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Findings {
    /// Its length in bytes.
    pub length: usize,
    /// Where each of its revisions ends, in bytes from the start.
    pub ends: Vec<usize>,
    /// The signatures that hold, in the order they were made.
    pub signatures: Vec<SignatureFound>,
    /// Time stamps over the whole document that hold.
    pub time_stamps: Vec<TimeStamp>,
    /// What was changed after the first revision, all of it permitted.
    pub changes: Vec<Change>,
    /// Whether the signatures and time stamps cover every byte of the file.
    pub whole: bool,
    /// The plan attached.
    pub plan: Option<PlanFound>,
    /// What is the matter; empty for a file with which nothing is.
    pub problems: Vec<Problem>,
}

/// A signature that holds: the bytes it covers are unchanged since this key signed them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignatureFound {
    /// The name of its field.
    pub field: String,
    /// Whose it is, as the certificate says. Nobody here has checked that.
    pub name: String,
    /// The name of the key.
    pub key: KeyFingerprint,
    /// Who vouches for the certificate.
    pub vouched: Vouched,
    /// When it says it was made.
    pub claimed: Option<DateTime<FixedOffset>>,
    /// Why it says it was made.
    pub reason: String,
    /// The time stamp joined to it.
    pub time_stamp: Option<TimeStamp>,
    /// How many bytes of the file it covers, from the start.
    pub covers: usize,
}

/// Who vouches for a certificate. Whether they are to be trusted is not judged here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Vouched {
    /// Its own key.
    BySelf,
    /// The last of the certificates enclosed that lead up from it; complete when that one signs itself.
    By {
        /// The name that last certificate bears.
        name: String,
        /// Whether the chain is enclosed to its root.
        complete: bool,
    },
    /// An authority whose certificate is not enclosed.
    ByAbsent,
}

/// A permitted change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// An empty signature field was signed.
    Signed {
        /// Its name.
        field: String,
    },
    /// A time stamp over the whole document was added.
    TimeStamped,
    /// Certificates and revocation lists were added, so that signatures can be checked in years to come.
    ProofAdded,
    /// The date of the last change and the program that made it, which every program notes.
    FactsTouched,
}

/// The plan attached to a file, by its names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanFound {
    /// Its reference.
    pub reference: String,
    /// Its version, from 1.
    pub version: u32,
    /// The fingerprint of its very bytes.
    pub fingerprint: Fingerprint,
}

/// Finds out all about a file. Any bytes will do; what is not a file of the right kind has its problem named.
pub fn verify(bytes: &[u8]) -> Findings {
    let mut findings = Findings { length: bytes.len(), ..Findings::default() };
    match PdfFile::read(bytes) {
        Ok(file) => findings.read(&file),
        Err(reason) => findings.problems.push(reason.into()),
    }
    findings
}

impl Findings {
    fn read(&mut self, file: &PdfFile<'_>) {
        self.ends = file.revisions.iter().map(|revision| revision.span.end).collect();
        self.plan = plan::attached(file);
        // From here on, only proofs were added.
        let mut only_proofs = file.revisions.len();
        for revision in 1..file.revisions.len() {
            match changes::of(file, revision) {
                Ok(made) => {
                    let proofs = !made.is_empty() && made.iter().all(|change| *change == Change::ProofAdded);
                    only_proofs = if proofs { only_proofs.min(revision) } else { file.revisions.len() };
                    self.changes.extend(made);
                }
                Err(reason) => {
                    only_proofs = file.revisions.len();
                    self.problems.push(reason.into());
                }
            }
        }
        let mut covered = 0;
        for (field, number) in fields(file) {
            let held = number.ok_or(Reason::SignatureUnreadable);
            match held.and_then(|number| signature::check(file, &field, number)) {
                Ok(Held::By(found)) => {
                    covered = covered.max(found.covers);
                    self.signatures.push(*found);
                }
                Ok(Held::Stamp(stamp, end)) => {
                    covered = covered.max(end);
                    self.time_stamps.push(stamp);
                }
                Err(reason) => self.problems.push(Problem { reason, field: Some(field) }),
            }
        }
        self.signatures.sort_by_key(|found| found.covers);
        self.whole = covered == self.length;
        let proofs_from = only_proofs.checked_sub(1).and_then(|last| self.ends.get(last)).copied();
        let anything_signed = !self.signatures.is_empty() || file.revisions.len() > 1;
        if anything_signed
            && self.problems.is_empty()
            && !self.whole
            && proofs_from.is_none_or(|from| covered < from)
        {
            self.problems.push(Reason::RangeNotWhole.into());
        }
    }
}

/// The filled signature fields of a file: their names, and the object each refers to.
fn fields(file: &PdfFile<'_>) -> Vec<(String, Option<u32>)> {
    let last = file.last();
    let fields = || {
        let form = file.entry(file.catalog(last)?, b"AcroForm", last).as_dict()?;
        file.entry(form, b"Fields", last).as_array()
    };
    let filled = |field: &Value| {
        let field = file.resolved(field, last).as_dict()?;
        let value = field.get(b"V".as_slice()).filter(|_| file.entry(field, b"FT", last).is_name(b"Sig"))?;
        Some((changes::name(file.entry(field, b"T", last)), value.as_reference()))
    };
    fields().unwrap_or_default().iter().filter_map(filled).collect()
}
