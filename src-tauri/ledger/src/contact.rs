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
    /// The file it came as.
    pub import: Option<i64>,
    /// The e-mail's own id, where it is one that came as a file.
    pub message: String,
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
        "insert into contact (client_id, day, channel, direction, kind, note, recorded_at, import_id, message) \
         values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning id",
    )
    .bind(contact.client)
    .bind(day_number(contact.on))
    .bind(&contact.channel)
    .bind(&contact.direction)
    .bind(&contact.kind)
    .bind(&contact.note)
    .bind(recorded_at)
    .bind(contact.import)
    .bind(&contact.message)
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
        import_id: Option<i64>,
        message: String,
    }
    let rows: Vec<ContactRow> = sqlx::query_as(
        "select id, client_id, day, channel, direction, kind, note, import_id, message from contact \
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
                import: row.import_id,
                message: row.message,
            })
        })
        .collect()
}

/// Whether this e-mail is in the book.
///
/// # Errors
/// When the book cannot be read.
pub async fn has_message(conn: &mut SqliteConnection, message: &str) -> Result<bool, LedgerError> {
    Ok(sqlx::query_scalar("select exists (select 1 from contact where message = ?1 and ?1 <> '')")
        .bind(message)
        .fetch_one(conn)
        .await?)
}

/// Notes that mail to a client's address did not arrive, as this contact tells.
///
/// # Errors
/// When the book cannot be written.
pub async fn mark_dead(
    conn: &mut SqliteConnection,
    (contact, client): (i64, i64),
    address: &str,
    reason: &str,
) -> Result<(), LedgerError> {
    sqlx::query("insert into dead_address (contact_id, client_id, address, reason) values (?, ?, ?, ?)")
        .bind(contact)
        .bind(client)
        .bind(address.trim().to_lowercase())
        .bind(reason)
        .execute(conn)
        .await?;
    Ok(())
}

/// When mail to a client's address last failed, and why. A word from the client that came later, or another
/// address of theirs, and it counts no more.
///
/// # Errors
/// When the book cannot be read.
pub async fn dead_address(
    conn: &mut SqliteConnection,
    client: i64,
    address: &str,
    until: Day,
) -> Result<Option<(Day, String)>, LedgerError> {
    let row: Option<(i64, String)> = sqlx::query_as(
        "select c.day, d.reason from dead_address d join contact c on c.id = d.contact_id \
         where d.client_id = ?1 and d.address = ?2 and c.day <= ?3 and not exists (select 1 from contact w \
           where w.client_id = ?1 and w.channel = 'email' and w.direction = 'in' and w.kind = 'reply' and w.day > c.day \
           and w.day <= ?3) \
         order by c.day desc, c.id desc limit 1",
    )
    .bind(client)
    .bind(address.trim().to_lowercase())
    .bind(day_number(until))
    .fetch_optional(conn)
    .await?;
    row.map(|(day, reason)| Ok((column::day(day)?, reason))).transpose()
}

/// Takes back the words an import brought and answers how many.
///
/// # Errors
/// When the book cannot be written.
pub(crate) async fn take_back_import(conn: &mut SqliteConnection, import: i64) -> Result<u64, LedgerError> {
    sqlx::query("delete from dead_address where contact_id in (select id from contact where import_id = ?)")
        .bind(import)
        .execute(&mut *conn)
        .await?;
    let done = sqlx::query("delete from contact where import_id = ?").bind(import).execute(conn).await?;
    Ok(done.rows_affected())
}
