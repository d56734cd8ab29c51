//! Judging a file that came back against the one that was sent.

use super::{Findings, Problem, Reason, SignatureFound};

/// What may be made of a returned file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Judgement {
    /// It is the file that was sent, with nothing new in it.
    Unchanged,
    /// It is the file that was sent, and these signatures were added, which hold.
    Signed(Vec<SignatureFound>),
    /// It cannot be accepted, for these reasons, the weightiest first.
    Refused(Vec<Problem>),
}

/// Judges a returned file by its findings: the bytes that were sent, sealed or not, must be its very beginning,
/// and what follows may only sign.
///
/// A file that is refused may still be kept as evidence.
pub fn judge(findings: &Findings, returned: &[u8], sent: &[u8]) -> Judgement {
    if returned == sent && findings.problems.is_empty() {
        return Judgement::Unchanged;
    }
    if !returned.starts_with(sent) {
        let mut problems = vec![stranger(findings, sent).into()];
        problems.extend(findings.problems.iter().cloned());
        return Judgement::Refused(problems);
    }
    if !findings.problems.is_empty() {
        return Judgement::Refused(findings.problems.clone());
    }
    // What was sent must also be a revision by itself, or what follows would not be an addition.
    let closes = |end: &usize| {
        returned.get(sent.len()..*end).is_some_and(|rest| matches!(rest, b"" | b"\n" | b"\r" | b"\r\n"))
    };
    if !findings.ends.iter().any(closes) {
        return Judgement::Refused(vec![Reason::NotOurs.into()]);
    }
    let added: Vec<SignatureFound> =
        findings.signatures.iter().filter(|found| found.covers > sent.len()).cloned().collect();
    if added.is_empty() { Judgement::Unchanged } else { Judgement::Signed(added) }
}

/// Why a file is not the one that was sent.
fn stranger(findings: &Findings, sent: &[u8]) -> Reason {
    match (&findings.plan, super::plan::of(sent)) {
        (Some(theirs), Some(ours)) if theirs.fingerprint == ours.fingerprint => {
            // Altered in place, with the attachment untouched, or written anew.
            if findings.problems.is_empty() || findings.length != sent.len() {
                Reason::SavedAnew
            } else {
                Reason::NotOurs
            }
        }
        (Some(theirs), Some(ours)) if theirs.reference == ours.reference => Reason::OtherVersion,
        _ => Reason::NotOurs,
    }
}
