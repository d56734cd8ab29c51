//! Taking an export up in an empty book: the same rows under the same numbers, so that every balance, on every
//! day, is what it was.

use super::files::PAPERS;
use super::json::{DOCUMENT, FORMAT, VERSION};
use crate::desk::{Desk, Doing};
use crate::error::Answer;
use crate::files;
use crate::imports::{ImportAsk, ImportReport};
use crate::shown::{hex, import_id};
use crate::work::{Phase, Working};
use goodterms_intake::{DateOrder, DecimalMark, Format, Kind, Reading, RowCounts};
use goodterms_ledger::whole::{self, Row, TABLES, Table};
use goodterms_ledger::{bank, business, correction, entry, import, original};
use goodterms_terms::history::{Counts, Happening};
use goodterms_terms::{Code, Refusal};
use serde::de::{DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor};
use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;
use std::fmt;
use std::io::Read as _;
use std::path::Path;

/// The largest document that is read, in bytes.
const MOST_BYTES: u64 = 1 << 30;
/// The largest paper that is read, in bytes.
const MOST_PAPER: u64 = 1 << 28;
/// How far into a file its own name for itself is looked for.
const BEGINNING: u64 = 200;
/// Rows of a statement.
const AT_ONCE: usize = 5_000;

/// Whether a file is an export's document, told by how it begins.
pub(crate) fn is_export(path: &Path) -> bool {
    let mut beginning = Vec::new();
    let read = std::fs::File::open(path).and_then(|file| file.take(BEGINNING).read_to_end(&mut beginning));
    let letters: Vec<u8> = beginning.into_iter().filter(|byte| !byte.is_ascii_whitespace()).collect();
    read.is_ok() && letters.starts_with(format!("{{\"format\":\"{FORMAT}\"").as_bytes())
}

/// Takes an export up.
///
/// # Errors
/// [`Code::ExportUnreadable`] when it is not whole; [`Code::BookNotEmpty`]; `cancelled`; when a paper of it is
/// missing, or the book cannot be written. Then nothing has changed.
pub(crate) async fn take_up(desk: &Desk, path: &Path, name: &str, ask: &ImportAsk) -> Answer<ImportReport> {
    let working = desk.work().begin(Phase::Reading, 0);
    let bytes = files::read(path, name, MOST_BYTES)?;
    if bytes.len() as u64 > MOST_BYTES {
        return Err(Refusal::input(Code::FileTooLarge, format!("{name} is larger than 1 GiB."))
            .file(name)
            .into());
    }
    let sha256 = Sha256::digest(&bytes);
    let read = read(&bytes).map_err(|why| unreadable(&why.to_string()).file(name))?;
    drop(bytes);
    if read.version > VERSION {
        return Err(unreadable("it was made by a later version of Goodterms")
            .hint("Update Goodterms, then bring it in again.")
            .file(name)
            .into());
    }
    let mut doing = desk.begin(ask.as_of).await?;
    if !whole::is_empty(&mut doing.act).await? {
        return Err(Refusal::rule(
            Code::BookNotEmpty,
            "This book holds something already; a whole export is taken up only by an empty book.",
        )
        .hint("Make a new book and bring the export in there.")
        .file(name)
        .into());
    }
    rows(&mut doing, &read, &working).await?;
    papers(&mut doing, path, &working).await?;
    agreed(&mut doing, name).await?;
    policy(&mut doing, &read.policy).await?;
    let created = whole::counts(&mut doing.act).await?;
    let (on, recorded_at) = (doing.on, doing.moment.recorded_at);
    let id = import::insert(&mut doing.act, name, &sha256, WHOLE_BOOK, on, recorded_at).await?;
    import::brought(&mut doing.act, id, &created).await?;
    let happening = Happening::Imported {
        file: name.to_owned(),
        sha256: hex(&sha256),
        created,
        updated: Counts::default(),
    };
    doing.tell(&happening, &import_id(id), None).await?;
    working.past_stopping()?;
    if ask.dry_run {
        // Nothing is kept: the transaction ends here.
        return Ok(report(None, created, read.rows));
    }
    doing.done().await?;
    Ok(report(Some(import_id(id)), created, read.rows))
}

/// The kind of import that brings a whole book.
pub(crate) const WHOLE_BOOK: &str = "book";

fn report(import: Option<String>, created: Counts, rows: u64) -> ImportReport {
    let reading = Reading {
        date_order: Some(DateOrder::Ymd),
        decimal: Some(DecimalMark::Dot),
        ..Reading::of(Kind::Invoices, Format::Goodterms)
    };
    ImportReport {
        dry_run: import.is_none(),
        import,
        reading,
        created,
        updated: Counts::default(),
        unchanged: Counts::default(),
        changed: Vec::new(),
        missing: Vec::new(),
        skipped: Vec::new(),
        warnings: Vec::new(),
        rows: RowCounts { read: rows, used: rows, ..RowCounts::default() },
        preview: None,
    }
}

async fn rows(doing: &mut Doing, read: &Document, working: &Working<'_>) -> Answer<()> {
    working.go_on(Phase::Writing, read.rows)?;
    whole::begin_taking_up(&mut doing.act).await?;
    for (table, batches) in TABLES.iter().zip(&read.tables) {
        for batch in batches.iter().flatten() {
            whole::take_up(&mut doing.act, table, batch).await?;
            working.done(AT_ONCE)?;
        }
    }
    Ok(entry::bring_all_up_to_date(&mut doing.act).await?)
}

/// Takes up what lies in the folder of papers beside the document, each by its hash.
async fn papers(doing: &mut Doing, document: &Path, working: &Working<'_>) -> Answer<()> {
    let folder = document.parent().unwrap_or(Path::new(".")).join(PAPERS);
    if folder.is_dir() {
        for found in std::fs::read_dir(&folder)? {
            let path = found?.path();
            if path.is_file() {
                let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
                let bytes = files::read(&path, &name, MOST_PAPER)?;
                let sha256 = Sha256::digest(&bytes);
                whole::take_up_bytes(&mut doing.act, &sha256, &bytes).await?;
                if import::has_hash(&mut doing.act, &sha256).await? {
                    original::keep(&mut doing.act, &bytes).await?;
                }
                working.past_stopping()?;
            }
        }
    }
    if let Some(missing) = whole::missing_paper(&mut doing.act).await? {
        return Err(Refusal::input(Code::FileUnreadable, format!("The paper {missing} is not in {PAPERS}."))
            .hint(format!("Keep the folder {PAPERS} of the export beside {DOCUMENT}, as it was written."))
            .file(missing)
            .into());
    }
    Ok(())
}

/// Refuses rows that do not agree with one another: somebody changed the document.
async fn agreed(doing: &mut Doing, name: &str) -> Answer<()> {
    let mut wrong = whole::dangling(&mut doing.act).await?;
    wrong.extend(entry::disagreements(&mut doing.act).await?);
    wrong.extend(correction::disagreements(&mut doing.act).await?);
    wrong.extend(bank::disagreements(&mut doing.act).await?);
    match wrong.first() {
        None => Ok(()),
        Some(first) => Err(unreadable(&format!("its rows do not agree ({first})")).file(name).into()),
    }
}

/// A book that has decided nothing yet takes the policy over, where its amounts mean the same.
async fn policy(doing: &mut Doing, decided: &BTreeMap<String, String>) -> Answer<()> {
    if business::anything_decided(&mut doing.act).await? {
        return Ok(());
    }
    let mut policy = doing.policy.clone();
    for (key, value) in decided {
        if policy.get(key).is_some_and(|usual| usual != *value) && policy.set(key, value).is_ok() {
            business::decide(&mut doing.act, key, value).await?;
        }
    }
    Ok(())
}

fn unreadable(why: &str) -> Refusal {
    Refusal::input(Code::ExportUnreadable, format!("This export cannot be taken up: {why}."))
        .hint("Bring in the goodterms.json of an export as it was written.")
}

/// An export's document, its rows ready to be taken up.
#[derive(Default)]
struct Document {
    version: u64,
    policy: BTreeMap<String, String>,
    /// For each table, in their order: lists of rows. Nothing when the document does not have the table.
    tables: Vec<Option<Vec<String>>>,
    rows: u64,
}

fn read(bytes: &[u8]) -> Result<Document, serde_json::Error> {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let mut from = serde_json::Deserializer::from_slice(bytes);
    let document = from.deserialize_map(WholeDocument)?;
    from.end()?;
    Ok(document)
}

struct WholeDocument;

impl<'de> Visitor<'de> for WholeDocument {
    type Value = Document;

    fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("an export")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Document, A::Error> {
        let mut document = Document { tables: vec![None; TABLES.len()], ..Document::default() };
        while let Some(key) = map.next_key::<String>()? {
            let place = TABLES.iter().position(|table| table.key == key);
            match (
                key.as_str(),
                place.and_then(|place| Some((TABLES.get(place)?, document.tables.get_mut(place)?))),
            ) {
                ("version", _) => document.version = map.next_value()?,
                ("policy", _) => document.policy = map.next_value()?,
                (_, Some((table, batches))) => {
                    let (read, count) = map.next_value_seed(Rows(table))?;
                    document.rows += count;
                    *batches = Some(read);
                }
                _ => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
            // What a later version wrote may not be read as if it were ours.
            if document.version > VERSION {
                break;
            }
        }
        if document.version > VERSION {
            while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
            return Ok(document);
        }
        let lacking = TABLES.iter().zip(&document.tables).find(|(_, read)| read.is_none());
        match lacking {
            Some((table, _)) => Err(A::Error::custom(format!("{} are missing", table.key))),
            None => Ok(document),
        }
    }
}

/// The rows of a table, each as soon as it is read.
struct Rows(&'static Table);

impl<'de> DeserializeSeed<'de> for Rows {
    type Value = (Vec<String>, u64);

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Self::Value, D::Error> {
        from.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for Rows {
    type Value = (Vec<String>, u64);

    fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "a list of {}", self.0.key)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut rows: A) -> Result<Self::Value, A::Error> {
        let (mut batches, mut batch, mut count) = (Vec::new(), Vec::new(), 0);
        while let Some(row) = rows.next_element::<Row>()? {
            count += 1;
            let kept = whole::kept(self.0, &row).map_err(|bad| {
                let key = self.0.key;
                A::Error::custom(format!("row {count} of {key} has {} as {}", bad.found, bad.column))
            })?;
            batch.push(kept);
            if batch.len() == AT_ONCE {
                batches.push(serde_json::to_string(&batch).map_err(A::Error::custom)?);
                batch.clear();
            }
        }
        if !batch.is_empty() {
            batches.push(serde_json::to_string(&batch).map_err(A::Error::custom)?);
        }
        Ok((batches, count))
    }
}
