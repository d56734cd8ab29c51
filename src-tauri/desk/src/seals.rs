//! The business's own seal: made the first time it is needed, kept inside the book.

use crate::desk::Doing;
use crate::error::Answer;
use goodterms_ledger::{LedgerError, seal};
use goodterms_paper::seal::{Seal, SealKey};
use goodterms_terms::history::Happening;
use zeroize::Zeroizing;

/// The seal in use; made now, in the business's name, if there is none yet.
///
/// # Errors
/// [`goodterms_terms::Code::KeyOutOfTime`] when its certificate has expired; when the system gives no random
/// bytes, or the book cannot be read or written.
pub(crate) async fn current(doing: &mut Doing) -> Answer<Seal> {
    if let Some(kept) = seal::current(&mut doing.act).await? {
        let key = SealKey::from_secret_bytes(&kept.secret)?;
        return Ok(Seal::with_certificates(key, kept.certificates)?.at(doing.wall_time()?)?);
    }
    let made = made(doing)?;
    let fingerprint = made.fingerprint();
    let new = seal::NewSeal {
        origin: "own",
        secret: &made.key().to_secret_bytes(),
        fingerprint: fingerprint.as_bytes(),
        certificates: made.certificates(),
    };
    seal::take_up(&mut doing.act, &new, doing.moment.recorded_at).await?;
    let happening = Happening::SealMade { name: made.name(), key: fingerprint.to_string() };
    doing.tell(&happening, "seal", None).await?;
    Ok(made)
}

fn made(doing: &Doing) -> Answer<Seal> {
    let (mut random, mut serial) = (Zeroizing::new([0_u8; 32]), [0_u8; 16]);
    for bytes in [random.as_mut_slice(), serial.as_mut_slice()] {
        getrandom::fill(bytes).map_err(|_| LedgerError::unexpected("the system gives no random bytes"))?;
    }
    let key = SealKey::from_random_bytes(&random);
    Ok(Seal::self_signed(key, &doing.business.name, &serial, doing.wall_time()?)?)
}
