//! E-mail against the book: who wrote, or whom mail did not reach, and whether it is there already.

use super::matching::Shipment;
use crate::clock;
use crate::desk::{Doing, line};
use crate::error::{Answer, DeskError};
use crate::shown::{client_id, hex};
use chrono::{FixedOffset, TimeZone as _};
use goodterms_intake::{Letter, Sent, Undelivered};
use goodterms_ledger::client::{self, Client};
use goodterms_ledger::contact::{self, Contact};
use goodterms_ledger::{Connection, business};
use goodterms_terms::client::{Channel, ContactKind, Direction};
use goodterms_terms::history::Happening;
use goodterms_terms::{Code, Day, Refusal};
use sha2::{Digest as _, Sha256};

/// So many characters of a letter stand in the record of contacts; the letter itself is kept whole.
const FIRST_LINES: usize = 600;

/// A word that a letter is for one client.
#[derive(Debug, Clone)]
pub(super) struct NewWord {
    contact: Contact,
    /// The address that mail does not reach, and why.
    dead: Option<(String, String)>,
}

impl Shipment<'_> {
    /// Finds whose letters these are. One letter alone that is nobody's is refused; among several it is left out.
    pub(super) async fn match_letters(
        &mut self,
        conn: &mut Connection,
        letters: &[Letter],
        today: Day,
    ) -> Answer<()> {
        for letter in letters {
            let message = own_id(letter);
            let twice = self.words.iter().any(|word| word.contact.message == message);
            if twice || contact::has_message(conn, &message).await? {
                self.outcome.unchanged.contacts += 1;
                continue;
            }
            let on = match letter.sent {
                Some(sent) => business_day(conn, sent).await?.unwrap_or(sent.on).min(today),
                None => today,
            };
            let (words, refused) = words(conn, letter, &message, on).await?;
            match refused {
                Some(refusal) if words.is_empty() && letters.len() == 1 => return Err(refusal.into()),
                Some(refusal) => self.skip(letter.row, refusal.code.as_str(), refusal.message),
                None => {}
            }
            self.outcome.created.contacts += words.len() as u64;
            self.words.extend(words);
        }
        Ok(())
    }
}

/// Writes the words and tells of them.
pub(super) async fn write(doing: &mut Doing, words: &[NewWord], import: i64) -> Answer<()> {
    let recorded_at = doing.moment.recorded_at;
    let mut lines = Vec::new();
    for word in words {
        let contact = Contact { import: Some(import), ..word.contact.clone() };
        let id = contact::insert(&mut doing.act, &contact, recorded_at).await?;
        let on = contact.on.to_string();
        let told = Happening::ContactRecorded {
            on: on.clone(),
            channel: contact.channel.clone(),
            direction: contact.direction.clone(),
            contact: contact.kind.clone(),
        };
        lines.push(line(&told, &format!("contact-{id}"), Some(contact.client))?);
        if let Some((address, reason)) = &word.dead {
            contact::mark_dead(&mut doing.act, (id, contact.client), address, reason).await?;
            let told = Happening::MailFailed { address: address.clone(), on, reason: reason.clone() };
            lines.push(line(&told, &client_id(contact.client), Some(contact.client))?);
        }
    }
    doing.act.record_many(&lines).await?;
    Ok(())
}

/// What a letter says to whom, and why not where it is nobody's.
async fn words(
    conn: &mut Connection,
    letter: &Letter,
    message: &str,
    on: Day,
) -> Answer<(Vec<NewWord>, Option<Refusal>)> {
    let word = |client: &Client, kind: ContactKind, note: String| Contact {
        id: 0,
        client: client.id,
        on,
        channel: Channel::Email.as_str().to_owned(),
        direction: Direction::In.as_str().to_owned(),
        kind: kind.as_str().to_owned(),
        note,
        import: None,
        message: message.to_owned(),
    };
    if letter.undelivered.is_empty() {
        let from = letter.from.as_ref().map(|from| from.address.as_str()).unwrap_or_default();
        let kind = if letter.automatic { ContactKind::AutoReply } else { ContactKind::Reply };
        return Ok(match whose(conn, from, "came from").await? {
            Ok(client) => {
                (vec![NewWord { contact: word(&client, kind, first_lines(letter)), dead: None }], None)
            }
            Err(refusal) => (Vec::new(), Some(refusal)),
        });
    }
    let (mut words, mut refused) = (Vec::new(), None);
    for lost in &letter.undelivered {
        match whose(conn, &lost.recipient, "did not reach").await? {
            Ok(client) => {
                let reason = reason(lost);
                let dead = (!lost.still_trying).then(|| (lost.recipient.clone(), reason.clone()));
                let note = format!("{}: {reason}", lost.recipient);
                words.push(NewWord { contact: word(&client, ContactKind::Undelivered, note), dead });
            }
            Err(refusal) => refused = refused.or(Some(refusal)),
        }
    }
    Ok((words, refused))
}

/// The one client with that address.
async fn whose(conn: &mut Connection, address: &str, how: &str) -> Answer<Result<Client, Refusal>> {
    if address.is_empty() {
        return Ok(Err(Refusal::input(
            Code::MailSenderMissing,
            format!("The e-mail does not say which address it {how}."),
        )
        .hint("Record it by hand on the client's page.")));
    }
    let mut found = client::at_addresses(conn, &[address.to_owned()]).await?;
    Ok(match (found.len(), found.pop()) {
        (1, Some(client)) => Ok(client),
        (_, None) => {
            let message = format!("The e-mail {how} {address}, which is no client's address.");
            let hint = "Give the client this e-mail address, then bring the e-mail in again.";
            Err(Refusal::input(Code::MailSenderUnknown, message).hint(hint).field("from"))
        }
        (count, Some(last)) => {
            found.push(last);
            let message = format!("The e-mail {how} {address}, which is the address of {count} clients.");
            let of = found.iter().map(|client| format!("{} ({})", client.name, client_id(client.id)));
            let hint = "Record it by hand on the page of the client who is meant.";
            Err(Refusal::input(Code::MailSenderShared, message).hint(hint).candidates(of))
        }
    })
}

/// Why mail did not arrive, in the other machine's words and its number for them (RFC 3463).
fn reason(lost: &Undelivered) -> String {
    let said = match (&lost.reason, &lost.status) {
        (Some(reason), Some(status)) if !reason.contains(status) => format!("{status} {reason}"),
        (Some(said), _) | (None, Some(said)) => said.clone(),
        (None, None) => String::new(),
    };
    if lost.still_trying { format!("not yet delivered. {said}").trim_end().to_owned() } else { said }
}

/// The subject and the first lines, without what they quote.
fn first_lines(letter: &Letter) -> String {
    let own = |line: &&str| !line.is_empty() && !line.starts_with('>');
    // A signature begins with two dashes (RFC 3676); what a program quotes whole begins with a line of them.
    let ends = |line: &&str| *line != "--" && !line.starts_with("-----") && !line.starts_with("_____");
    let text: Vec<&str> = letter.text.lines().map(str::trim).take_while(ends).filter(own).collect();
    let whole = format!("{}\n{}", letter.subject, text.join("\n"));
    let cut = whole.floor_char_boundary(FIRST_LINES.min(whole.len()));
    let kept = whole.get(..cut).unwrap_or_default().trim();
    if cut < whole.len() { format!("{kept}\u{2026}") } else { kept.to_owned() }
}

/// What an e-mail is known by: its own id, or all it says where it has none.
fn own_id(letter: &Letter) -> String {
    letter.message_id.clone().filter(|id| !id.is_empty()).unwrap_or_else(|| {
        let from = letter.from.as_ref().map(|from| from.address.as_str()).unwrap_or_default();
        let sent = letter.sent.map(|sent| format!("{} {}:{}", sent.on, sent.hour, sent.minute));
        let said = [from, &sent.unwrap_or_default(), &letter.subject, &letter.text].join("\n");
        format!("sha256:{}", hex(&Sha256::digest(said.as_bytes())))
    })
}

/// The day it was where the business is.
async fn business_day(conn: &mut Connection, sent: Sent) -> Answer<Option<Day>> {
    let zone = clock::zone(&business::read(conn).await?.time_zone).map_err(DeskError::from)?;
    let there = FixedOffset::east_opt(i32::from(sent.ahead) * 60);
    let wall = sent.on.and_hms_opt(u32::from(sent.hour), u32::from(sent.minute), 0);
    Ok(there
        .zip(wall)
        .and_then(|(there, wall)| there.from_local_datetime(&wall).single())
        .map(|at| at.with_timezone(&zone).date_naive()))
}
