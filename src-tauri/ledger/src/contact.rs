//! Words to and from clients, disputes, and the papers that were made.

use crate::day::day_number;
use crate::{LedgerError, column};
use goodterms_terms::Day;
use sqlx::{FromRow, SqliteConnection};

/// A word to or from a client.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    /// Its row; nothing yet when new.
    pub id: i64,
    /// Whom.
    pub client: i64,
    /// When.
    pub on: Day,
    /// How: `email`, `sms`, `call`, `letter`.
    pub channel: String,
    /// `in` or `out`.
    pub direction: String,
    /// What about.
    pub kind: String,
    /// What was said.
    pub note: String,
}

/// Records a word and answers its row.
///
/// # Errors
/// When the book cannot be written.
pub async fn insert(
    conn: &mut SqliteConnection,
    contact: &Contact,
    recorded_at: i64,
) -> Result<i64, LedgerError> {
    Ok(sqlx::query_scalar(
        "insert into contact (client_id, day, channel, direction, kind, note, recorded_at) \
         values (?, ?, ?, ?, ?, ?, ?) returning id",
    )
    .bind(contact.client)
    .bind(day_number(contact.on))
    .bind(&contact.channel)
    .bind(&contact.direction)
    .bind(&contact.kind)
    .bind(&contact.note)
    .bind(recorded_at)
    .fetch_one(conn)
    .await?)
}

/// All words with a client up to a day, oldest first.
///
/// # Errors
/// When the book cannot be read.
pub async fn of_client(
    conn: &mut SqliteConnection,
    client: i64,
    until: Day,
) -> Result<Vec<Contact>, LedgerError> {
    #[derive(FromRow)]
    struct ContactRow {
        id: i64,
        client_id: i64,
        day: i64,
        channel: String,
        direction: String,
        kind: String,
        note: String,
    }
    let rows: Vec<ContactRow> = sqlx::query_as(
        "select id, client_id, day, channel, direction, kind, note from contact \
         where client_id = ? and day <= ? order by day, id",
    )
    .bind(client)
    .bind(day_number(until))
    .fetch_all(conn)
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok(Contact {
                id: row.id,
                client: row.client_id,
                on: column::day(row.day)?,
                channel: row.channel,
                direction: row.direction,
                kind: row.kind,
                note: row.note,
            })
        })
        .collect()
}
