//! Time stamps on seals (RFC 3161), where the policy names an authority. Nothing but the digest of a signature
//! leaves the machine. An authority may take its time, so it is asked while nothing is being written.

use crate::error::Answer;
use goodterms_ledger::LedgerError;
use goodterms_paper::seal::Sealed;
use goodterms_terms::{Code, Refusal};
use std::time::Duration;

/// How long an authority may take to answer.
const PATIENCE: Duration = Duration::from_secs(15);
/// No time stamp is larger.
const MOST_BYTES: u64 = 64 << 10;

/// The sealed file with a time stamp from the authority at that address.
///
/// # Errors
/// [`Code::TimeStampUnreachable`] when it does not answer; [`Code::TimeStampRefused`] when what it answers is no
/// time stamp of this seal.
pub(crate) async fn stamped(sealed: Sealed, authority: &str) -> Answer<Sealed> {
    let mut nonce = [0_u8; 8];
    getrandom::fill(&mut nonce).map_err(|_| LedgerError::unexpected("the system gives no random bytes"))?;
    let request = sealed.time_stamp_request(&nonce);
    let (address, asked) = (authority.to_owned(), request.to_bytes());
    let answer = tokio::task::spawn_blocking(move || ask(&address, &asked))
        .await
        .map_err(|_| LedgerError::unexpected("asking for a time stamp broke off"))?;
    let answer = answer.map_err(|why| {
        Refusal::rule(Code::TimeStampUnreachable, format!("{authority} gave no time stamp: {why}."))
            .hint("Try again later, or switch time stamps off: the seal holds without one.")
    })?;
    Ok(sealed.with_time_stamp(&request.answered(&answer)?)?)
}

fn ask(authority: &str, request: &[u8]) -> Result<Vec<u8>, ureq::Error> {
    let agent: ureq::Agent = ureq::Agent::config_builder().timeout_global(Some(PATIENCE)).build().into();
    agent
        .post(authority)
        .content_type("application/timestamp-query")
        .send(request)?
        .body_mut()
        .with_config()
        .limit(MOST_BYTES)
        .read_to_vec()
}
