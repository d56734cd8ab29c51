//! Going through the whole history to see that it is as it was written.

use crate::error::Result;
use crate::history::{Head, REDACTED, Sealed, body_hash, redaction_subject};
use serde::Serialize;
use sqlx::{FromRow, SqliteConnection};
use std::collections::BTreeSet;

/// What going through the history found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct ChainReport {
    /// How many entries there are.
    pub entries: i64,
    /// How many have had their words taken out, rightly.
    pub redacted: i64,
    /// The first entry that is not as it was written, or is missing.
    pub first_bad: Option<i64>,
}

impl ChainReport {
    /// Whether every entry is as it was written. That none is missing at the end, only the anchor knows.
    pub fn ok(&self) -> bool {
        self.first_bad.is_none()
    }
}

/// How many entries are held at a time.
const PAGE: i64 = 2_000;

#[derive(FromRow)]
struct Row {
    seq: i64,
    recorded_at: i64,
    offset_minutes: i64,
    business_day: i64,
    actor: String,
    kind: String,
    subject: String,
    client_id: Option<i64>,
    body_hash: Vec<u8>,
    prev_hash: Vec<u8>,
    hash: Vec<u8>,
    blind: Option<Vec<u8>>,
    body: Option<String>,
}

/// Goes through the whole history.
///
/// # Errors
/// A damaged file, or the machine's own.
pub async fn verify(book: &mut SqliteConnection) -> Result<ChainReport> {
    let mut walk = Walk {
        head: Head::NONE,
        entries: 0,
        bad: None,
        without_words: BTreeSet::new(),
        redactions: BTreeSet::new(),
    };
    loop {
        let rows: Vec<Row> = sqlx::query_as(
            "SELECT history.*, blind, body FROM history LEFT JOIN history_body USING (seq)
             WHERE seq > ? ORDER BY seq LIMIT ?",
        )
        .bind(walk.head.seq)
        .bind(PAGE)
        .fetch_all(&mut *book)
        .await?;
        if rows.is_empty() {
            return Ok(walk.report());
        }
        for row in &rows {
            walk.step(row);
        }
    }
}

/// Where one is while going through.
struct Walk {
    head: Head,
    entries: i64,
    bad: Option<i64>,
    without_words: BTreeSet<i64>,
    redactions: BTreeSet<String>,
}

impl Walk {
    fn step(&mut self, row: &Row) {
        self.entries += 1;
        let expected = self.head.seq + 1;
        if row.seq != expected {
            self.found_bad(expected);
        }
        let said = <[u8; 32]>::try_from(&row.body_hash[..]).unwrap_or_default();
        let computed = Sealed {
            prev: &self.head.hash,
            seq: row.seq,
            recorded_at: row.recorded_at,
            offset_minutes: row.offset_minutes,
            business_day: row.business_day,
            actor: &row.actor,
            kind: &row.kind,
            subject: &row.subject,
            client: row.client_id,
            body_hash: &said,
        }
        .hash();
        let words_match = match (&row.blind, &row.body) {
            (Some(blind), Some(body)) => body_hash(blind, body) == said,
            _ => self.without_words.insert(row.seq),
        };
        if row.hash != computed || row.prev_hash != self.head.hash || !words_match {
            self.found_bad(row.seq);
        }
        if row.kind == REDACTED {
            self.redactions.insert(row.subject.clone());
        }
        // Goes on from what the row says, so that a bad one does not make all later ones bad too.
        self.head = Head { seq: row.seq, hash: row.hash[..].try_into().unwrap_or(computed) };
    }

    fn found_bad(&mut self, seq: i64) {
        self.bad = Some(self.bad.map_or(seq, |earlier| earlier.min(seq)));
    }

    fn report(mut self) -> ChainReport {
        let unexplained = self
            .without_words
            .iter()
            .copied()
            .find(|seq| !self.redactions.contains(&redaction_subject(*seq)));
        if let Some(seq) = unexplained {
            self.found_bad(seq);
        }
        let redacted = self.without_words.len() as i64;
        ChainReport { entries: self.entries, redacted, first_bad: self.bad }
    }
}
