//! What happened to the book: entries, and the hashes that chain them.
//!
//! # The hashes, so that anyone can check them
//! All numbers are big-endian; a text is its length in bytes as u64, then its UTF-8 bytes.
//! ```text
//! body_hash = SHA-256("goodterms history body 1\n" ‖ blind[16] ‖ body text)
//! hash      = SHA-256("goodterms history entry 1\n" ‖ prev_hash[32] ‖ seq u64 ‖ recorded_at i64
//!                     ‖ offset_minutes i64 ‖ business_day i64 ‖ actor text ‖ kind text ‖ subject text
//!                     ‖ (0x00 | 0x01 client_id i64) ‖ body_hash[32])
//! ```
//! The first entry's `prev_hash` is 32 zero bytes.

use crate::day::day_number;
use crate::error::{LedgerError, MachineCode, Result};
use goodterms_terms::Day;
use serde::Serialize;
use sha2::{Digest, Sha256};
use sqlx::{QueryBuilder, Sqlite, SqliteConnection};
use std::borrow::Cow;

/// When something happens: the machine's true time and the business's own day. Given by the caller.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// Milliseconds since 1970-01-01, UTC.
    pub recorded_at: i64,
    /// The wall clock's distance from UTC in minutes, east positive.
    pub offset_minutes: i32,
    /// The business day.
    pub business_day: Day,
}

/// Who does something, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActContext {
    /// When.
    pub moment: Moment,
    /// Who: the person at the window, the command line, or the app itself.
    pub actor: String,
}

/// One thing that happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HistoryEntry {
    /// What happened, as a stable name: `invoice_added`.
    pub kind: Cow<'static, str>,
    /// What it is about: `invoice-12`.
    pub subject: String,
    /// Whose history it belongs to.
    pub client: Option<i64>,
    /// The particulars as JSON. The only place for words about a person: it can be redacted.
    pub body: String,
}

impl HistoryEntry {
    /// Something that happened, with no particulars yet.
    pub fn new(kind: impl Into<Cow<'static, str>>, subject: impl Into<String>) -> Self {
        Self { kind: kind.into(), subject: subject.into(), client: None, body: "{}".to_owned() }
    }

    /// Files it under a client.
    #[must_use]
    pub fn of_client(mut self, client: i64) -> Self {
        self.client = Some(client);
        self
    }

    /// Adds the particulars.
    ///
    /// # Errors
    /// When they cannot be written as JSON.
    pub fn with_body(mut self, particulars: &impl Serialize) -> Result<Self> {
        self.body = serde_json::to_string(particulars)
            .map_err(|cause| LedgerError::unexpected(format!("history particulars: {cause}")))?;
        Ok(self)
    }
}

/// The kind of entry that says another entry's words were taken out; its subject is `history-<seq>`.
pub(crate) const REDACTED: &str = "history_redacted";

/// What a redaction's subject names.
pub(crate) fn redaction_subject(seq: i64) -> String {
    format!("history-{seq}")
}

/// The last entry: its number (0 for none) and hash.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Head {
    /// Number of the entry, counted from 1.
    pub seq: i64,
    /// Its hash; zeros before the first.
    pub hash: [u8; 32],
}

impl Head {
    pub(crate) const NONE: Self = Self { seq: 0, hash: [0; 32] };

    /// The last entry of a book. As long as it stays the same, nothing in the book has changed.
    ///
    /// # Errors
    /// When the book cannot be read.
    pub async fn of(book: &mut SqliteConnection) -> Result<Self> {
        let last: Option<(i64, Vec<u8>)> =
            sqlx::query_as("SELECT seq, hash FROM history ORDER BY seq DESC LIMIT 1")
                .fetch_optional(book)
                .await?;
        let Some((seq, hash)) = last else { return Ok(Self::NONE) };
        let hash = hash.try_into().map_err(|_| crate::error::CannotOpen::damaged())?;
        Ok(Self { seq, hash })
    }
}

/// The fields of a row that the hash covers.
pub(crate) struct Sealed<'a> {
    pub(crate) prev: &'a [u8; 32],
    pub(crate) seq: i64,
    pub(crate) recorded_at: i64,
    pub(crate) offset_minutes: i64,
    pub(crate) business_day: i64,
    pub(crate) actor: &'a str,
    pub(crate) kind: &'a str,
    pub(crate) subject: &'a str,
    pub(crate) client: Option<i64>,
    pub(crate) body_hash: &'a [u8; 32],
}

impl Sealed<'_> {
    /// The row's hash.
    pub(crate) fn hash(&self) -> [u8; 32] {
        let mut sha = Sha256::new_with_prefix(b"goodterms history entry 1\n");
        sha.update(self.prev);
        for number in [self.seq, self.recorded_at, self.offset_minutes, self.business_day] {
            sha.update(number.to_be_bytes());
        }
        for text in [self.actor, self.kind, self.subject] {
            sha.update((text.len() as u64).to_be_bytes());
            sha.update(text);
        }
        match self.client {
            None => sha.update([0]),
            Some(client) => {
                sha.update([1]);
                sha.update(client.to_be_bytes());
            }
        }
        sha.update(self.body_hash);
        sha.finalize().into()
    }
}

/// The hash of an entry's words and their blind.
pub(crate) fn body_hash(blind: &[u8], body: &str) -> [u8; 32] {
    let mut sha = Sha256::new_with_prefix(b"goodterms history body 1\n");
    sha.update(blind);
    sha.update(body);
    sha.finalize().into()
}

/// How many rows go to SQLite in one statement: 11 values each, well below its limit of 32,766.
const BATCH: usize = 500;

/// A row on its way.
struct Row<'a> {
    seq: i64,
    entry: &'a HistoryEntry,
    body_hash: [u8; 32],
    prev: [u8; 32],
    hash: [u8; 32],
    blind: [u8; 16],
}

/// Appends entries after `head` and answers the new head. Must run inside an act's transaction.
pub(crate) async fn append(
    book: &mut SqliteConnection,
    mut head: Head,
    context: &ActContext,
    entries: &[HistoryEntry],
) -> Result<Head> {
    // SQLite ends a text at a NUL, so what is hashed here would not be what is read back.
    let texts = entries.iter().flat_map(|entry| [&*entry.kind, &entry.subject, &entry.body]);
    if texts.chain([&*context.actor]).any(|text| text.contains('\0')) {
        return Err(LedgerError::unexpected("a NUL character in a history entry"));
    }
    for batch in entries.chunks(BATCH) {
        let rows = chained(&mut head, context, batch)?;
        insert(book, context, &rows).await?;
    }
    Ok(head)
}

/// Numbers and hashes a batch, moving `head` on.
fn chained<'a>(head: &mut Head, context: &ActContext, batch: &'a [HistoryEntry]) -> Result<Vec<Row<'a>>> {
    let mut blinds = vec![[0_u8; 16]; batch.len()];
    getrandom::fill(blinds.as_flattened_mut())
        .map_err(|_| LedgerError::machine(MachineCode::NoRandomness))?;
    let moment = context.moment;
    let row = |(entry, blind): (&'a HistoryEntry, [u8; 16])| {
        let (seq, prev) = (head.seq + 1, head.hash);
        let body_hash = body_hash(&blind, &entry.body);
        let sealed = Sealed {
            prev: &prev,
            seq,
            recorded_at: moment.recorded_at,
            offset_minutes: i64::from(moment.offset_minutes),
            business_day: day_number(moment.business_day),
            actor: &context.actor,
            kind: &entry.kind,
            subject: &entry.subject,
            client: entry.client,
            body_hash: &body_hash,
        };
        *head = Head { seq, hash: sealed.hash() };
        Row { seq, entry, body_hash, prev, hash: head.hash, blind }
    };
    Ok(batch.iter().zip(blinds).map(row).collect())
}

/// Many rows in one statement each, bound rather than as `json_each`: with three hashes a row that
/// measured twice as fast.
async fn insert(book: &mut SqliteConnection, context: &ActContext, rows: &[Row<'_>]) -> Result<()> {
    let moment = context.moment;
    let mut entries = QueryBuilder::<Sqlite>::new(
        "INSERT INTO history (seq, recorded_at, offset_minutes, business_day, actor, kind, subject,
                              client_id, body_hash, prev_hash, hash) ",
    );
    entries.push_values(rows, |mut row, of| {
        row.push_bind(of.seq)
            .push_bind(moment.recorded_at)
            .push_bind(moment.offset_minutes)
            .push_bind(day_number(moment.business_day))
            .push_bind(&context.actor)
            .push_bind(&*of.entry.kind)
            .push_bind(&of.entry.subject)
            .push_bind(of.entry.client)
            .push_bind(&of.body_hash[..])
            .push_bind(&of.prev[..])
            .push_bind(&of.hash[..]);
    });
    entries.build().execute(&mut *book).await?;
    let mut words = QueryBuilder::<Sqlite>::new("INSERT INTO history_body (seq, blind, body) ");
    words.push_values(rows, |mut row, of| {
        row.push_bind(of.seq).push_bind(&of.blind[..]).push_bind(&of.entry.body);
    });
    words.build().execute(book).await?;
    Ok(())
}
