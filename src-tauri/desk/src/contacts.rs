//! Words to and from clients, also those that went from elsewhere.

use crate::desk::Desk;
use crate::error::Answer;
use crate::finding;
use crate::shown::import_id;
use goodterms_ledger::Connection;
use goodterms_ledger::contact::{self, Contact};
use goodterms_terms::client::{Channel, ContactKind, Direction};
use goodterms_terms::history::Happening;
use goodterms_terms::{Code, Day, Refusal};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Records a word.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ContactAdd {
    /// With whom, by id, name or number.
    pub client: String,
    /// When; the business day when none is given.
    #[ts(optional, type = "string")]
    pub on: Option<Day>,
    /// `email`, `sms`, `call` or `letter`.
    pub channel: String,
    /// `out` or `in`.
    pub direction: String,
    /// `reminder`, `final_demand`, `thanks`, `talk`, `reply`, `auto_reply` or `undelivered`.
    pub kind: String,
    /// What was said.
    #[ts(optional)]
    pub note: Option<String>,
    /// The business day; today when none is given.
    #[ts(optional, type = "string")]
    pub as_of: Option<Day>,
}

/// A word that was recorded.
#[derive(Debug, Serialize, TS)]
pub struct ContactKept {
    /// `contact-12`.
    pub contact: String,
}

/// A word, shown.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ContactView {
    /// When.
    #[ts(type = "string")]
    pub on: Day,
    /// How.
    pub channel: String,
    /// Which way.
    pub direction: String,
    /// What about.
    pub kind: String,
    /// What was said.
    pub note: String,
    /// The import whose file it is, where it came as one: `import-3`. Its original is kept.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub import: Option<String>,
}

/// Records a word to or from a client.
///
/// # Errors
/// When the client is not found, a word is unknown, the day lies ahead, or the book cannot be written.
pub async fn contact_add(desk: &Desk, ask: ContactAdd) -> Answer<ContactKept> {
    let mut doing = desk.begin(ask.as_of).await?;
    let client = finding::client(&mut doing.act, &ask.client).await?;
    let channel = Channel::from_name(&ask.channel)
        .ok_or_else(|| unknown("channel", &ask.channel, Channel::ALL.iter().map(|c| c.as_str())))?;
    let direction = Direction::from_name(&ask.direction)
        .ok_or_else(|| unknown("direction", &ask.direction, Direction::ALL.iter().map(|d| d.as_str())))?;
    let kind = ContactKind::from_name(&ask.kind)
        .ok_or_else(|| unknown("kind", &ask.kind, ContactKind::ALL.iter().map(|k| k.as_str())))?;
    let on = ask.on.unwrap_or(doing.on);
    if on > doing.on {
        return Err(Refusal::input(
            Code::ContactAhead,
            format!("{on} has not come yet; it is {}.", doing.on),
        )
        .hint("Record a word on the day it was said or sent.")
        .field("on")
        .into());
    }
    let contact = Contact {
        id: 0,
        client: client.id,
        on,
        channel: channel.as_str().to_owned(),
        direction: direction.as_str().to_owned(),
        kind: kind.as_str().to_owned(),
        note: ask.note.unwrap_or_default().trim().to_owned(),
        import: None,
        message: String::new(),
    };
    let recorded_at = doing.moment.recorded_at;
    let id = contact::insert(&mut doing.act, &contact, recorded_at).await?;
    let happening = Happening::ContactRecorded {
        on: on.to_string(),
        channel: contact.channel,
        direction: contact.direction,
        contact: contact.kind,
    };
    let subject = format!("contact-{id}");
    doing.tell(&happening, &subject, Some(client.id)).await?;
    doing.done().await?;
    Ok(ContactKept { contact: subject })
}

fn unknown(field: &str, word: &str, known: impl Iterator<Item = &'static str>) -> Refusal {
    Refusal::input(Code::ContactWordUnknown, format!("\u{201c}{word}\u{201d} is not a {field} we know."))
        .field(field)
        .candidates(known.map(str::to_owned))
}

/// Words with a client up to a day, oldest first.
pub(crate) async fn of_client(conn: &mut Connection, client: i64, until: Day) -> Answer<Vec<ContactView>> {
    let contacts = contact::of_client(conn, client, until).await?;
    Ok(contacts
        .into_iter()
        .map(|c| ContactView {
            on: c.on,
            channel: c.channel,
            direction: c.direction,
            kind: c.kind,
            note: c.note,
            import: c.import.map(import_id),
        })
        .collect())
}
