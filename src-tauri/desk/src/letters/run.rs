//! A print run: one letter or statement for each of many clients, all of them or none.

use super::{Drawn, LetterAsk};
use crate::choice::unknown;
use crate::desk::{Desk, Doing};
use crate::error::{Answer, ErrorKind};
use crate::files::{free_place, plain_name};
use crate::papers::{Delivered, Delivery};
use crate::shown::client_id;
use crate::statements;
use crate::work::Phase;
use crate::{ageing, finding};
use goodterms_ledger::client::{self, Client};
use goodterms_terms::{Code, Day, Refusal};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use ts_rs::TS;

/// Asks for a print run.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct LetterRun {
    /// `reminder` or `statement`.
    #[ts(type = "'reminder' | 'statement'")]
    pub kind: String,
    /// To whom; to everybody with something overdue when nobody is named.
    pub clients: Vec<String>,
    /// Who signs the reminders.
    #[ts(optional)]
    pub signed_by: Option<String>,
    /// Whether they go out by post today, and so count as words to the clients.
    pub posted: bool,
    /// The folder the files are written to. Never from the wire.
    #[serde(skip)]
    #[ts(skip)]
    pub folder: String,
    /// The business day; today when none is given.
    #[ts(optional, type = "string")]
    pub as_of: Option<Day>,
}

/// What a print run made.
#[derive(Debug, Serialize, TS)]
pub struct LettersMade {
    /// The folder.
    pub folder: String,
    /// The files in it, in the order of the clients' names.
    pub files: Vec<String>,
    /// Clients who got nothing, and why.
    pub left_out: Vec<LeftOut>,
}

/// A client who got nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LeftOut {
    /// The client's name.
    pub client: String,
    /// `client-12`.
    pub client_id: String,
    /// Why, for programs.
    pub code: String,
    /// Why, in one sentence.
    pub message: String,
}

/// Writes a letter to each of many clients, each a file of its own, and keeps them all in the book. A client
/// whose letter is refused is left out and named; when it is stopped, or the machine fails, nothing is kept.
///
/// # Errors
/// When a client is not found, the folder is none, nobody is left to write to, somebody stopped it, or the files
/// or the book cannot be written.
pub async fn letter_run(desk: &Desk, ask: LetterRun) -> Answer<LettersMade> {
    let folder = folder(&ask.folder)?;
    let mut doing = desk.begin(ask.as_of).await?;
    let clients = chosen(&mut doing, &ask).await?;
    let working = desk.work().begin(Phase::Drawing, clients.len() as u64);
    let mut names = Names::default();
    let (mut ready, mut left_out): (Vec<(String, Delivered)>, Vec<LeftOut>) = (Vec::new(), Vec::new());
    for client in clients {
        let place = names.free(&folder, &client.name, doing.on);
        match write(&mut doing, &ask, &client, &place).await {
            Ok(delivery) => ready.push((place.to_string_lossy().into_owned(), delivery.prepare()?)),
            Err(refusal) if refusal.kind == ErrorKind::Refused => left_out.push(LeftOut {
                client_id: client_id(client.id),
                client: client.name,
                code: refusal.code,
                message: refusal.message,
            }),
            Err(failure) => return Err(failure),
        }
        working.done(1)?;
    }
    if ready.is_empty() {
        let why = left_out.first().map(|first| format!(" {}: {}", first.client, first.message));
        let message = format!("There is nobody to write to.{}", why.unwrap_or_default());
        return Err(Refusal::rule(Code::NoLetters, message).into());
    }
    working.past_stopping()?;
    doing.done().await?;
    let mut files = Vec::with_capacity(ready.len());
    for (name, file) in ready {
        file.keep()?;
        files.push(Path::new(&name).file_name().unwrap_or_default().to_string_lossy().into_owned());
    }
    Ok(LettersMade { folder: folder.to_string_lossy().into_owned(), files, left_out })
}

fn folder(named: &str) -> Result<PathBuf, Refusal> {
    let folder = PathBuf::from(named);
    if folder.is_dir() {
        return Ok(folder);
    }
    Err(Refusal::input(Code::PathMissing, format!("{named} is not a folder."))
        .hint("Name a folder that exists.")
        .field("folder"))
}

/// Those named, or everybody with something overdue, by name.
async fn chosen(doing: &mut Doing, ask: &LetterRun) -> Answer<Vec<Client>> {
    let mut chosen: BTreeMap<(String, i64), Client> = BTreeMap::new();
    if ask.clients.is_empty() {
        let late: BTreeSet<i64> = ageing::by_client(&mut doing.act, None, doing.on)
            .await?
            .into_iter()
            .filter(|(_, ageing)| ageing.overdue() > 0)
            .map(|((client, _), _)| client)
            .collect();
        for id in late {
            if let Some(client) = client::by_id(&mut doing.act, id).await? {
                chosen.insert((client.name.clone(), client.id), client);
            }
        }
    }
    for meant in &ask.clients {
        let client = finding::client(&mut doing.act, meant).await?;
        chosen.insert((client.name.clone(), client.id), client);
    }
    Ok(chosen.into_values().collect())
}

async fn write(doing: &mut Doing, ask: &LetterRun, client: &Client, place: &Path) -> Answer<Delivery> {
    let out = place.to_string_lossy();
    let about = client_id(client.id);
    match ask.kind.as_str() {
        "statement" => Ok(statements::kept(doing, client, None, Some(&out)).await?.delivery),
        "reminder" => {
            let letter = LetterAsk {
                kind: ask.kind.clone(),
                about,
                signed_by: ask.signed_by.clone(),
                ..LetterAsk::default()
            };
            let drawn = Drawn::of(&mut doing.act, &doing.business, doing.faces, &letter, doing.on).await?;
            let delivery = Delivery::of(&drawn.paper(), Some(&out), drawn.file_name())?;
            drawn.keep(doing, &delivery, ask.posted).await?;
            Ok(delivery)
        }
        other => {
            let known = ["reminder", "statement"].into_iter();
            Err(unknown(Code::LetterChoiceUnknown, "kind", other, known).into())
        }
    }
}

/// Names of files that are free.
#[derive(Default)]
struct Names(BTreeSet<PathBuf>);

impl Names {
    fn free(&mut self, folder: &Path, client: &str, on: Day) -> PathBuf {
        let stem = format!("{} {on}", plain_name(client));
        free_place(folder, &stem, ".pdf", |place| !place.exists() && self.0.insert(place.to_owned()))
    }
}
