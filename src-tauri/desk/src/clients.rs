//! Clients: the list with what each owes, one of them whole, adding and editing.

use crate::desk::Desk;
use crate::error::Answer;
use crate::history::HistoryLine;
use crate::invoices::{self, InvoiceView};
use crate::shown::{ByCurrency, amount, client_id};
use crate::written::{accepted, note};
use crate::{ageing, contacts, finding};
use goodterms_ledger::client::{self, Client};
use goodterms_ledger::contact;
use goodterms_ledger::reading::invoices::InvoiceQuery;
use goodterms_ledger::timeline::Span;
use goodterms_terms::ageing::Ageing;
use goodterms_terms::history::{Change, Happening};
use goodterms_terms::{Address, ClientKind, Code, Day, Refusal};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// Asks for all clients.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct ClientListAsk {
    /// The business day; today when none is given.
    #[ts(optional, type = "string")]
    pub as_of: Option<Day>,
}

/// All clients and what they owe.
#[derive(Debug, Serialize, TS)]
pub struct ClientList {
    /// The day it is true for.
    #[ts(type = "string")]
    pub as_of: Day,
    /// By name.
    pub clients: Vec<ClientRow>,
}

/// A client in a list.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ClientRow {
    /// `client-12`.
    pub id: String,
    /// Name.
    pub name: String,
    /// Balance by currency, credit on account taken off.
    pub balance: ByCurrency,
    /// What is overdue, by currency.
    pub overdue: ByCurrency,
    /// How many invoices are open.
    #[ts(type = "number")]
    pub open_invoices: u64,
    /// How they usually pay; not yet known.
    pub segment: Option<String>,
}

/// Asks for one client.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ClientAsk {
    /// By id, name or number.
    pub client: String,
    /// The business day; today when none is given.
    #[ts(optional, type = "string")]
    pub as_of: Option<Day>,
}

/// One client, whole.
#[derive(Debug, Serialize, TS)]
pub struct ClientView {
    /// The day it is true for.
    #[ts(type = "string")]
    pub as_of: Day,
    /// Id, name and what they owe.
    #[serde(flatten)]
    #[ts(flatten)]
    pub row: ClientRow,
    /// Credit on account by currency, as a positive amount.
    pub credit: ByCurrency,
    /// Particulars.
    #[serde(flatten)]
    #[ts(flatten)]
    pub particulars: Particulars,
    /// Their invoices, the latest first.
    pub invoices: Vec<InvoiceView>,
    /// Words to and from them, the latest first.
    pub contacts: Vec<contacts::ContactView>,
    /// What happened, the latest first.
    pub history: Vec<HistoryLine>,
}

/// What is known of a client beside what they owe.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Particulars {
    /// `business` or `consumer`.
    pub kind: String,
    /// Their number in another system.
    pub reference: String,
    /// E-mail address.
    pub email: String,
    /// When mail to that address last failed, where it did.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub email_failed: Option<MailFailed>,
    /// Telephone number.
    pub phone: String,
    /// Language, BCP 47.
    pub language: String,
    /// Postal address.
    #[ts(
        type = "{ street: string; number: string; extra: string; postcode: string; town: string; region: string; country: string }"
    )]
    pub address: Address,
    /// Notes.
    pub notes: String,
}

/// Mail to a client's address did not arrive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MailFailed {
    /// The day it came back.
    #[ts(type = "string")]
    pub on: Day,
    /// Why, in the words of the other side's machine; may be empty.
    pub reason: String,
}

impl Particulars {
    fn of(client: &Client, email_failed: Option<MailFailed>) -> Self {
        Self {
            kind: client.kind.as_str().to_owned(),
            reference: client.reference.clone(),
            email: client.email.clone(),
            email_failed,
            phone: client.phone.clone(),
            language: client.language.clone(),
            address: client.address.clone(),
            notes: client.notes.clone(),
        }
    }
}

/// What to write about a client; what is absent stays as it is.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct ClientWords {
    /// Name, as on the contract.
    #[ts(optional)]
    pub name: Option<String>,
    /// `business` or `consumer`.
    #[ts(optional)]
    pub kind: Option<String>,
    /// Their number in another system.
    #[ts(optional)]
    pub reference: Option<String>,
    /// E-mail address.
    #[ts(optional)]
    pub email: Option<String>,
    /// Telephone number.
    #[ts(optional)]
    pub phone: Option<String>,
    /// Language, BCP 47.
    #[ts(optional)]
    pub language: Option<String>,
    /// Street name.
    #[ts(optional)]
    pub street: Option<String>,
    /// House number.
    #[ts(optional)]
    pub number: Option<String>,
    /// A second line of the address.
    #[ts(optional)]
    pub extra: Option<String>,
    /// Postal code.
    #[ts(optional)]
    pub postcode: Option<String>,
    /// Town.
    #[ts(optional)]
    pub town: Option<String>,
    /// Region, province or state.
    #[ts(optional)]
    pub region: Option<String>,
    /// Country, two letters.
    #[ts(optional)]
    pub country: Option<String>,
    /// Notes.
    #[ts(optional)]
    pub notes: Option<String>,
}

/// Adds a client.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct ClientAdd {
    /// What is known; the name is necessary.
    pub words: ClientWords,
    /// The business day; today when none is given.
    #[ts(optional, type = "string")]
    pub as_of: Option<Day>,
}

/// Changes a client.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct ClientEdit {
    /// Whom, by id, name or number.
    pub client: String,
    /// What to change.
    pub words: ClientWords,
    /// The business day; today when none is given.
    #[ts(optional, type = "string")]
    pub as_of: Option<Day>,
}

/// A client that was added or changed.
#[derive(Debug, Serialize, TS)]
pub struct ClientKept {
    /// `client-12`.
    pub client: String,
    /// Name.
    pub name: String,
}

/// All clients and what they owe.
///
/// # Errors
/// When no book is open or it cannot be read.
pub async fn client_list(desk: &Desk, ask: ClientListAsk) -> Answer<ClientList> {
    let mut look = desk.look(ask.as_of).await?;
    let owed = ageing::by_client(&mut look.reader, None, look.on).await?;
    let open = invoices::open_counts(&mut look.reader, look.on).await?;
    let mut clients = Vec::new();
    for (client, stands) in client::all_known(&mut look.reader).await? {
        if stands {
            clients.push(row(&client, &owed, open.get(&client.id).copied().unwrap_or(0))?);
        }
    }
    clients.sort_by_cached_key(|row| client::name_key(&row.name));
    Ok(ClientList { as_of: look.on, clients })
}

/// One client, whole.
///
/// # Errors
/// When they are not found or the book cannot be read.
pub async fn client_view(desk: &Desk, ask: ClientAsk) -> Answer<ClientView> {
    let mut look = desk.look(ask.as_of).await?;
    let client = finding::client(&mut look.reader, &ask.client).await?;
    let owed = ageing::by_client(&mut look.reader, Some(client.id), look.on).await?;
    let query = InvoiceQuery { client: Some(client.id), descending: true, ..InvoiceQuery::default() };
    let invoices = invoices::listed(&mut look.reader, &query, look.on).await?;
    let open =
        invoices.iter().filter(|invoice| invoice.states.iter().any(|state| state == "open")).count() as u64;
    let mut contacts = contacts::of_client(&mut look.reader, client.id, look.on).await?;
    contacts.reverse();
    let email_failed = contact::dead_address(&mut look.reader, client.id, &client.email, look.on).await?;
    let email_failed = email_failed.map(|(on, reason)| MailFailed { on, reason });
    let span = Span { client: Some(client.id), newest_first: true, ..Span::default() };
    let history = crate::history::lines(&mut look.reader, span).await?;
    let mut credit = ByCurrency::new();
    for ((_, currency), ageing) in owed.iter().filter(|(_, ageing)| ageing.credit < 0) {
        credit.insert(currency.clone(), amount(-ageing.credit, currency)?);
    }
    Ok(ClientView {
        as_of: look.on,
        row: row(&client, &owed, open)?,
        credit,
        particulars: Particulars::of(&client, email_failed),
        invoices,
        contacts,
        history,
    })
}

fn row(client: &Client, owed: &BTreeMap<(i64, String), Ageing>, open_invoices: u64) -> Answer<ClientRow> {
    let (mut balance, mut overdue) = (ByCurrency::new(), ByCurrency::new());
    let mine = (client.id, String::new())..(client.id + 1, String::new());
    for ((_, currency), ageing) in owed.range(mine) {
        balance.insert(currency.clone(), amount(ageing.net(), currency)?);
        if ageing.overdue() != 0 {
            overdue.insert(currency.clone(), amount(ageing.overdue(), currency)?);
        }
    }
    Ok(ClientRow {
        id: client_id(client.id),
        name: client.name.clone(),
        balance,
        overdue,
        open_invoices,
        segment: None,
    })
}

/// Adds a client.
///
/// # Errors
/// When the name is missing or already taken, a word is refused, or the book cannot be written.
pub async fn client_add(desk: &Desk, ask: ClientAdd) -> Answer<ClientKept> {
    let mut doing = desk.begin(ask.as_of).await?;
    let mut client = Client::named("");
    write(&mut client, &ask.words)?;
    let named_so = client::called(&mut doing.act, &client.name).await?;
    if let Some(other) =
        named_so.iter().find(|other| client::name_key(&other.name) == client::name_key(&client.name))
    {
        return Err(Refusal::rule(
            Code::ClientNameTaken,
            format!("There is already a client called {}.", other.name),
        )
        .hint("Edit that client, or add something to the name that tells them apart.")
        .field("name")
        .candidates([client_id(other.id)])
        .into());
    }
    client.id = client::insert(&mut doing.act, &client).await?;
    let happening = Happening::ClientAdded { name: client.name.clone() };
    doing.tell(&happening, &client_id(client.id), Some(client.id)).await?;
    doing.done().await?;
    Ok(ClientKept { client: client_id(client.id), name: client.name })
}

/// Changes a client.
///
/// # Errors
/// When they are not found, a word is refused, or the book cannot be written.
pub async fn client_edit(desk: &Desk, ask: ClientEdit) -> Answer<ClientKept> {
    let mut doing = desk.begin(ask.as_of).await?;
    let before = finding::client(&mut doing.act, &ask.client).await?;
    let mut client = before.clone();
    let changes = write(&mut client, &ask.words)?;
    if !changes.is_empty() {
        client::save(&mut doing.act, &client).await?;
        let happening = Happening::ClientEdited { name: before.name, changes };
        doing.tell(&happening, &client_id(client.id), Some(client.id)).await?;
        doing.done().await?;
    }
    Ok(ClientKept { client: client_id(client.id), name: client.name })
}

/// Writes the words that are there and answers what changed.
fn write(client: &mut Client, words: &ClientWords) -> Result<Vec<Change>, Refusal> {
    let mut changes = Vec::new();
    if let Some(kind) = &words.kind {
        let wanted = match kind.trim().to_ascii_lowercase().as_str() {
            "business" => ClientKind::Business,
            "consumer" => ClientKind::Consumer,
            _ => {
                return Err(Refusal::input(
                    Code::ClientWordRefused,
                    format!("\u{201c}{kind}\u{201d} is not a kind of client"),
                )
                .field("kind")
                .candidates(["business".to_owned(), "consumer".to_owned()]));
            }
        };
        note(&mut changes, "kind", client.kind.as_str(), wanted.as_str());
        client.kind = wanted;
    }
    let address = &mut client.address;
    for (field, place, word) in [
        ("name", &mut client.name, &words.name),
        ("reference", &mut client.reference, &words.reference),
        ("email", &mut client.email, &words.email),
        ("phone", &mut client.phone, &words.phone),
        ("language", &mut client.language, &words.language),
        ("street", &mut address.street, &words.street),
        ("number", &mut address.number, &words.number),
        ("extra", &mut address.extra, &words.extra),
        ("postcode", &mut address.postcode, &words.postcode),
        ("town", &mut address.town, &words.town),
        ("region", &mut address.region, &words.region),
        ("country", &mut address.country, &words.country),
        ("notes", &mut client.notes, &words.notes),
    ] {
        if let Some(word) = word {
            let word = accepted(Code::ClientWordRefused, field, word)?;
            note(&mut changes, field, place, &word);
            *place = word;
        }
    }
    if client.name.is_empty() {
        return Err(Refusal::input(Code::ClientWordRefused, "A client needs a name.").field("name"));
    }
    Ok(changes)
}
