//! What this computer remembers of a book's history: its last entry.
//!
//! The chain inside the book shows any change in the middle, but not that its end was cut off or that an
//! older copy was put back. The anchor, kept outside the book, shows that.

use crate::error::Result;
use crate::history::Head;
use crate::home::{Home, write_whole};
use crate::salt::BookSalt;
use serde::{Deserialize, Serialize};
use sqlx::SqliteConnection;

/// How the book compares with what this computer saw last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case", tag = "standing")]
pub enum Standing {
    /// This computer has not seen the book before, or its memory of it is unreadable.
    FirstSeen,
    /// The book ends where this computer left it, or goes on from there.
    InStep,
    /// Entries this computer saw are gone: the end was cut off or an older copy put back.
    RecordsMissing {
        /// How many.
        missing: i64,
    },
    /// An entry this computer saw has been replaced by another.
    Rewritten {
        /// Number of the last entry both should share.
        seq: i64,
    },
    /// A backup was taken up again elsewhere: another line of the same book.
    OtherLine,
}

impl Standing {
    /// Whether something this computer saw is no longer there.
    pub fn is_loss(self) -> bool {
        matches!(self, Self::RecordsMissing { .. } | Self::Rewritten { .. })
    }
}

/// The file's contents. A loss, once noticed, is remembered until a new line of the book is begun, so
/// that working on does not hide it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Anchor {
    lineage: String,
    seq: i64,
    hash: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    loss: Option<Loss>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Loss {
    Missing(i64),
    Rewritten(i64),
}

impl Anchor {
    fn read(home: &Home, book: BookSalt) -> Option<Self> {
        let text = std::fs::read(home.anchor_file(book)).ok()?;
        serde_json::from_slice(&text).ok()
    }
}

/// Compares the opened book with what this computer remembers.
pub(crate) async fn compare(
    home: &Home,
    salt: BookSalt,
    book: &mut SqliteConnection,
    lineage: &str,
) -> Result<Standing> {
    let Some(anchor) = Anchor::read(home, salt) else { return Ok(Standing::FirstSeen) };
    if anchor.lineage != lineage {
        return Ok(Standing::OtherLine);
    }
    match anchor.loss {
        Some(Loss::Missing(missing)) => return Ok(Standing::RecordsMissing { missing }),
        Some(Loss::Rewritten(seq)) => return Ok(Standing::Rewritten { seq }),
        None => {}
    }
    let head = Head::of(&mut *book).await?;
    if head.seq < anchor.seq {
        return Ok(Standing::RecordsMissing { missing: anchor.seq - head.seq });
    }
    let here: Option<Vec<u8>> = sqlx::query_scalar("SELECT hash FROM history WHERE seq = ?")
        .bind(anchor.seq)
        .fetch_optional(book)
        .await?;
    let same = anchor.seq == 0 || here.is_some_and(|hash| crate::hex::show(&hash) == anchor.hash);
    Ok(if same { Standing::InStep } else { Standing::Rewritten { seq: anchor.seq } })
}

/// Remembers where the book now ends; a known loss stays known.
pub(crate) fn remember(
    home: &Home,
    salt: BookSalt,
    lineage: &str,
    head: Head,
    standing: Standing,
) -> Result<()> {
    let loss = match standing {
        Standing::RecordsMissing { missing } => Some(Loss::Missing(missing)),
        Standing::Rewritten { seq } => Some(Loss::Rewritten(seq)),
        Standing::FirstSeen | Standing::InStep | Standing::OtherLine => None,
    };
    let anchor =
        Anchor { lineage: lineage.to_owned(), seq: head.seq, hash: crate::hex::show(&head.hash), loss };
    let text =
        serde_json::to_vec(&anchor).map_err(|cause| crate::LedgerError::unexpected(cause.to_string()))?;
    write_whole(&home.anchor_file(salt), &text)
}
