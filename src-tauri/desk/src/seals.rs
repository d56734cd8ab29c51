//! The business's own seal: a key made here when it is first needed, or one that an authority vouches for.

use crate::desk::{Desk, Doing, Look};
use crate::error::Answer;
use crate::files;
use chrono::{DateTime, FixedOffset};
use goodterms_ledger::seal::{self, NewSeal};
use goodterms_ledger::{Connection, LedgerError};
use goodterms_paper::seal::{Seal, SealKey};
use goodterms_terms::history::Happening;
use goodterms_terms::{Code, Day, Refusal};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::path::Path;
use ts_rs::TS;
use zeroize::Zeroizing;

/// A file of a key and its certificates is a few kilobytes.
const MOST_KEY_BYTES: u64 = 1 << 20;

/// Asks for the seal.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SealAsk {}

/// The seal in use.
#[derive(Debug, Serialize, TS)]
pub struct SealInUse {
    /// The seal; nothing before the first agreement was sealed.
    pub seal: Option<SealFacts>,
}

/// What is known of a seal.
#[derive(Debug, Serialize, TS)]
pub struct SealFacts {
    /// Whose it is, as its certificate says.
    pub name: String,
    /// The name of its key: SHA-256 of the public key, in groups.
    pub key: String,
    /// Whether an authority vouches for it; otherwise it was made here.
    pub imported: bool,
    /// Its certificate holds from that day.
    #[ts(type = "string")]
    pub from: Day,
    /// To that day.
    #[ts(type = "string")]
    pub until: Day,
}

/// Takes up a key from an authority, in a `.p12` or `.pfx` file.
#[derive(Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SealImport {
    /// The file.
    pub path: String,
    /// Its password.
    #[ts(type = "string")]
    pub password: Zeroizing<String>,
}

impl fmt::Debug for SealImport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SealImport").field("path", &self.path).finish_non_exhaustive()
    }
}

/// The seal in use.
///
/// # Errors
/// When the book cannot be read.
pub async fn seal_view(desk: &Desk, _: SealAsk) -> Answer<SealInUse> {
    let mut look = desk.look(None).await?;
    let kept = kept(&mut look.reader).await?;
    Ok(SealInUse { seal: kept.map(|(seal, imported)| facts(&seal, imported)) })
}

/// Takes up a key from an authority: what is sealed from now on bears it. What was sealed before stays as it is.
///
/// # Errors
/// When the file cannot be read, its password is wrong, it holds no key that can sign, its certificate does not
/// hold now, it is in use already, or the book cannot be written.
pub async fn seal_import(desk: &Desk, ask: SealImport) -> Answer<SealInUse> {
    let path = Path::new(&ask.path);
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let bytes = Zeroizing::new(files::read(path, &name, MOST_KEY_BYTES)?);
    let mut doing = desk.begin(None).await?;
    let imported = Seal::from_p12(&bytes, &ask.password, doing.wall_time()?)?;
    let fingerprint = imported.fingerprint();
    if seal::fingerprints(&mut doing.act).await?.iter().any(|known| known == fingerprint.as_bytes()) {
        return Err(Refusal::rule(Code::KeyInUse, "This key is, or was, the seal of this book already.")
            .field("path")
            .into());
    }
    take_up(&mut doing, &imported, "imported").await?;
    let happening = Happening::SealImported { name: imported.name(), key: fingerprint.to_string() };
    doing.tell(&happening, "seal", None).await?;
    doing.done().await?;
    Ok(SealInUse { seal: Some(facts(&imported, true)) })
}

/// The seal a paper is about to be sealed with.
pub(crate) struct ForUse {
    /// The seal itself.
    pub(crate) seal: Seal,
    /// Whether it was made just now and is not in the book yet.
    is_new: bool,
}

impl ForUse {
    /// The seal in use; made now, in the business's name, if there is none yet. Nothing is written.
    ///
    /// # Errors
    /// [`Code::KeyOutOfTime`] when its certificate has expired; when the system gives no random bytes, or the
    /// book cannot be read.
    pub(crate) async fn of(look: &mut Look) -> Answer<Self> {
        let now = look.wall_time()?;
        Ok(match kept(&mut look.reader).await? {
            Some((kept, _)) => Self { seal: kept.at(now)?, is_new: false },
            None => Self { seal: made(&look.business.name, now)?, is_new: true },
        })
    }

    /// Whether it is the seal in use. One that was made just now becomes it, unless another has come before.
    ///
    /// # Errors
    /// When the book cannot be read or written.
    pub(crate) async fn is_in_use(&self, doing: &mut Doing) -> Answer<bool> {
        if let Some((now, _)) = kept(&mut doing.act).await? {
            return Ok(now.fingerprint() == self.seal.fingerprint());
        }
        if self.is_new {
            take_up(doing, &self.seal, "own").await?;
            let (name, key) = (self.seal.name(), self.seal.fingerprint().to_string());
            doing.tell(&Happening::SealMade { name, key }, "seal", None).await?;
        }
        Ok(self.is_new)
    }
}

/// The seal the book keeps, and whether it came from elsewhere.
async fn kept(conn: &mut Connection) -> Answer<Option<(Seal, bool)>> {
    let Some(kept) = seal::current(conn).await? else { return Ok(None) };
    let key = SealKey::from_secret_bytes(&kept.secret)?;
    Ok(Some((Seal::with_certificates(key, kept.certificates)?, kept.origin == "imported")))
}

async fn take_up(doing: &mut Doing, seal: &Seal, origin: &'static str) -> Answer<()> {
    let fingerprint = seal.fingerprint();
    let new = NewSeal {
        origin,
        secret: &seal.key().to_secret_bytes(),
        fingerprint: fingerprint.as_bytes(),
        certificates: seal.certificates(),
    };
    goodterms_ledger::seal::take_up(&mut doing.act, &new, doing.moment.recorded_at).await?;
    Ok(())
}

fn made(name: &str, now: DateTime<FixedOffset>) -> Answer<Seal> {
    let mut random = Zeroizing::new([0_u8; 32]);
    let mut serial = [0_u8; 16];
    for bytes in [random.as_mut_slice(), serial.as_mut_slice()] {
        getrandom::fill(bytes).map_err(|_| LedgerError::unexpected("the system gives no random bytes"))?;
    }
    let key = SealKey::from_random_bytes(&random);
    Ok(Seal::self_signed(key, name, &serial, now)?)
}

fn facts(seal: &Seal, imported: bool) -> SealFacts {
    let (from, until) = seal.holds();
    SealFacts {
        name: seal.name(),
        key: seal.fingerprint().to_string(),
        imported,
        from: from.date_naive(),
        until: until.date_naive(),
    }
}
