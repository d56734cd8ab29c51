//! What happened in the book, oldest first.

use crate::clock::wall_time;
use crate::desk::Desk;
use crate::error::Answer;
use crate::finding;
use goodterms_ledger::timeline::{self, Recorded, Span};
use goodterms_terms::Day;
use goodterms_terms::history::Happening;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Asks for the history.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct HistoryAsk {
    /// One client's, by id, name or number.
    #[ts(optional)]
    pub client: Option<String>,
    /// At most so many; all when nothing is said.
    #[ts(optional, type = "number")]
    pub limit: Option<u32>,
    /// Only those after this number; before it, when the newest come first.
    #[ts(optional, type = "number")]
    pub after: Option<i64>,
    /// From the end backwards.
    #[ts(optional)]
    pub newest_first: Option<bool>,
}

/// The history.
#[derive(Debug, Serialize, TS)]
pub struct HistoryView {
    /// Oldest first, unless asked the other way round.
    pub history: Vec<HistoryLine>,
}

/// One thing that happened.
#[derive(Debug, Clone, Serialize, TS)]
pub struct HistoryLine {
    /// Its number, without gaps.
    #[ts(type = "number")]
    pub seq: i64,
    /// The machine's true time, ISO 8601 with the business's offset.
    pub at: String,
    /// The business day.
    #[ts(type = "string")]
    pub day: Day,
    /// Who.
    pub who: String,
    /// What sort of thing.
    pub kind: String,
    /// To what: `invoice-12`.
    pub subject: String,
    /// Whose, when it belongs to a client.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub client: Option<String>,
    /// One English sentence.
    pub what: String,
    /// The facts, as they were written down; nothing when they have been taken out on request.
    #[ts(type = "Record<string, unknown> | null")]
    pub facts: serde_json::Value,
}

/// What happened.
///
/// # Errors
/// When the client is ambiguous or the book cannot be read.
pub async fn history(desk: &Desk, ask: HistoryAsk) -> Answer<HistoryView> {
    let mut look = desk.look(None).await?;
    let client = match &ask.client {
        // A filter that matches nothing answers an empty list.
        Some(meant) if finding::clients(&mut look.reader, meant).await?.is_empty() => {
            return Ok(HistoryView { history: Vec::new() });
        }
        Some(meant) => Some(finding::client(&mut look.reader, meant).await?.id),
        None => None,
    };
    let lines = lines(
        &mut look.reader,
        Span {
            client,
            after: ask.after,
            limit: ask.limit.map(i64::from),
            newest_first: ask.newest_first.unwrap_or(false),
        },
    )
    .await?;
    Ok(HistoryView { history: lines })
}

/// Lines of the history.
pub(crate) async fn lines(conn: &mut goodterms_ledger::Connection, span: Span) -> Answer<Vec<HistoryLine>> {
    Ok(timeline::list(conn, &span).await?.into_iter().map(shown).collect())
}

fn shown(row: Recorded) -> HistoryLine {
    let facts: serde_json::Value = row
        .body
        .as_deref()
        .and_then(|body| serde_json::from_str(body).ok())
        .unwrap_or(serde_json::Value::Null);
    let what = serde_json::from_value::<Happening>(facts.clone())
        .map(|happening| happening.sentence())
        // A name such as "Fernhill Ltd." brings its own full stop.
        .map(|said| said.strip_suffix("..").map_or(said.clone(), |said| format!("{said}.")))
        .unwrap_or_else(|_| said_plainly(&row.kind, facts.is_null()));
    HistoryLine {
        seq: row.seq,
        at: local_time(row.recorded_at, row.offset_minutes),
        day: row.business_day,
        who: row.actor,
        client: row.client.map(crate::shown::client_id),
        kind: row.kind,
        subject: row.subject,
        what,
        facts,
    }
}

/// What the book itself wrote down, or what has been taken out on request.
fn said_plainly(kind: &str, taken_out: bool) -> String {
    match kind {
        "book_created" => "Began the book.".to_owned(),
        "history_redacted" => "Took out the words of an entry, on request.".to_owned(),
        "lineage_begun" => "Took up an older copy of the book.".to_owned(),
        _ if taken_out => "The words of this entry were taken out, on request.".to_owned(),
        other => format!("{}.", other.replace('_', " ")),
    }
}

/// An instant as the business's wall clock showed it: `2026-11-17T08:05:00-05:00`.
pub(crate) fn local_time(recorded_at: i64, offset_minutes: i64) -> String {
    wall_time(recorded_at, offset_minutes)
        .map(|time| time.to_rfc3339_opts(chrono::SecondsFormat::Secs, true))
        .unwrap_or_default()
}
