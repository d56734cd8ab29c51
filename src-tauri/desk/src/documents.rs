//! Papers as they were made: what there is, how it looks, and a copy as a file.

use crate::desk::Desk;
use crate::error::Answer;
use crate::finding;
use crate::papers::place_for_a_file;
use crate::shown::{client_id, document_id, row_of};
use goodterms_ledger::Connection;
use goodterms_ledger::document::{self, Document};
use goodterms_ledger::home::Beside;
use goodterms_terms::{Code, Day, Refusal};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Asks for papers.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct DocumentListAsk {
    /// One client's, by id, name or number.
    #[ts(optional)]
    pub client: Option<String>,
}

/// Papers.
#[derive(Debug, Serialize, TS)]
pub struct DocumentList {
    /// The latest first.
    pub documents: Vec<DocumentRow>,
}

/// A paper in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DocumentRow {
    /// `document-3`.
    pub id: String,
    /// `agreement`, `final_demand` or `statement`.
    pub kind: String,
    /// The name of its file.
    pub name: String,
    /// The day it was made for.
    #[ts(type = "string")]
    pub on: Day,
    /// The client's name.
    pub client: String,
    /// `client-12`.
    pub client_id: String,
}

impl From<Document> for DocumentRow {
    fn from(document: Document) -> Self {
        Self {
            id: document_id(document.id),
            kind: document.kind,
            name: document.name,
            on: document.on,
            client: document.client_name,
            client_id: client_id(document.client),
        }
    }
}

/// Asks how a paper looks.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DocumentAsk {
    /// `document-3`.
    pub document: String,
}

/// A paper as it looks.
#[derive(Debug, Serialize, TS)]
pub struct DocumentPages {
    /// Which.
    #[serde(flatten)]
    #[ts(flatten)]
    pub document: DocumentRow,
    /// Its pages, SVG; none when it was made before they were kept.
    pub pages: Vec<String>,
}

/// Asks for a copy of a paper as a file. Only the shell and the command line ask for it: the window never
/// names a place.
#[derive(Debug)]
pub struct DocumentSave {
    /// `document-3`.
    pub document: String,
    /// Where it shall be written.
    pub out: String,
}

/// A copy that was written.
#[derive(Debug, Serialize)]
pub struct DocumentSaved {
    /// Where it lies.
    pub path: String,
}

/// Papers, the latest first.
///
/// # Errors
/// When the client is ambiguous or the book cannot be read.
pub async fn document_list(desk: &Desk, ask: DocumentListAsk) -> Answer<DocumentList> {
    let mut look = desk.look(None).await?;
    let client = match &ask.client {
        Some(meant) => Some(finding::client(&mut look.reader, meant).await?.id),
        None => None,
    };
    let documents = document::list(&mut look.reader, client).await?;
    Ok(DocumentList { documents: documents.into_iter().map(DocumentRow::from).collect() })
}

/// A paper as it looks: the very pages its file has.
///
/// # Errors
/// When it is not found or the book cannot be read.
pub async fn document_pages(desk: &Desk, ask: DocumentAsk) -> Answer<DocumentPages> {
    let mut look = desk.look(None).await?;
    let found = found(&mut look.reader, &ask.document).await?;
    let pages = document::pages(&mut look.reader, found.id).await?;
    Ok(DocumentPages { document: found.into(), pages })
}

/// Writes a copy of a paper: byte for byte what the book keeps.
///
/// # Errors
/// When it is not found, the place is none for a file, or it cannot be written.
pub async fn document_save(desk: &Desk, ask: DocumentSave) -> Answer<DocumentSaved> {
    let mut look = desk.look(None).await?;
    let found = found(&mut look.reader, &ask.document).await?;
    let bytes = document::bytes(&mut look.reader, found.id).await?;
    let place = place_for_a_file(&ask.out)?;
    Beside::write(&place, &bytes)?.keep()?;
    Ok(DocumentSaved { path: place.to_string_lossy().into_owned() })
}

async fn found(conn: &mut Connection, meant: &str) -> Answer<Document> {
    let document = match row_of(meant, "document") {
        Some(row) => document::by_id(conn, row).await?,
        None => None,
    };
    document.ok_or_else(|| {
        Refusal::input(Code::DocumentUnknown, format!("There is no paper \u{201c}{meant}\u{201d}."))
            .field("document")
            .into()
    })
}
