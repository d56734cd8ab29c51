//! What the XML parts of workbooks share: opening, walking, attributes, text.

use crate::options::MOST_CELL_BYTES;
use goodterms_terms::{Code, Refusal};
use quick_xml::XmlVersion;
use quick_xml::events::{BytesEnd, BytesRef, BytesStart, Event};
use std::borrow::Cow;
use std::io::{BufRead, BufReader, Cursor, Error, Read, Result as Io};
use zip::ZipArchive;

/// No part of a workbook nests its elements this deep.
const MOST_DEPTH: usize = 200;

/// An opened workbook.
pub(super) type Parts<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// Opens the parts of a workbook.
pub(super) fn parts(bytes: &[u8]) -> Result<Parts<'_>, Refusal> {
    ZipArchive::new(Cursor::new(bytes)).map_err(|_| damaged())
}

/// The workbook cannot be read.
pub(super) fn damaged() -> Refusal {
    Refusal::input(Code::FileKindUnsupported, "The workbook is damaged or protected by a password")
        .hint("Open it in its program, save it as a new .xlsx without a password, and import that file.")
}

/// One part, ready to be walked; `None` when the workbook has no such part. Programs write names with and
/// without a leading slash, and in any case.
pub(super) fn part<'z, 'b>(
    parts: &'z mut Parts<'b>,
    name: &str,
) -> Result<Option<Walk<impl BufRead + use<'z, 'b>>>, Refusal> {
    let wanted = name.trim_start_matches('/');
    let same = |known: &str| known.trim_start_matches('/').eq_ignore_ascii_case(wanted);
    let at = (0..parts.len())
        .find(|&at| parts.name_for_index(at).and_then(Result::ok).is_some_and(|known| same(&known)));
    let Some(at) = at else { return Ok(None) };
    let entry = parts.by_index(at).map_err(|_| damaged())?;
    Ok(Some(Walk::of(BufReader::with_capacity(1 << 16, entry))))
}

/// Walks through the elements of a part.
pub(super) struct Walk<R: BufRead> {
    reader: quick_xml::Reader<Leash<R>>,
    buffer: Vec<u8>,
    depth: usize,
}

/// What a walk comes by.
pub(super) enum Step<'b> {
    /// An element begins.
    Open(BytesStart<'b>),
    /// An element ends.
    Close(BytesEnd<'b>),
    /// Text, its entities resolved.
    Text(Cow<'b, str>),
    /// A comment or the like.
    Other,
    /// The part ends.
    End,
}

impl<R: BufRead> Walk<R> {
    pub(super) fn of(source: R) -> Self {
        let mut reader = quick_xml::Reader::from_reader(Leash { source, since: 0 });
        reader.config_mut().expand_empty_elements = true;
        Self { reader, buffer: Vec::with_capacity(1024), depth: 0 }
    }

    /// The next step.
    ///
    /// # Errors
    /// What [`damaged`] says; [`Code::FileTooLarge`] for a text longer than any cell.
    pub(super) fn step(&mut self) -> Result<Step<'_>, Refusal> {
        self.buffer.clear();
        self.reader.get_mut().since = 0;
        let event = match self.reader.read_event_into(&mut self.buffer) {
            Ok(event) => event,
            Err(quick_xml::Error::Io(error)) if error.get_ref().is_some() => {
                return Err(Refusal::input(
                    Code::FileTooLarge,
                    "A cell of the workbook is longer than 1 MiB",
                ));
            }
            Err(_) => return Err(damaged()),
        };
        Ok(match event {
            Event::Start(element) => {
                self.depth += 1;
                if self.depth > MOST_DEPTH {
                    return Err(damaged());
                }
                Step::Open(element)
            }
            Event::End(element) => {
                self.depth = self.depth.saturating_sub(1);
                Step::Close(element)
            }
            Event::Text(text) => Step::Text(text.xml10_content()),
            Event::CData(text) => Step::Text(text.xml10_content()),
            Event::GeneralRef(reference) => Step::Text(Cow::Owned(resolved(&reference))),
            Event::DocType(_) => return Err(damaged()),
            Event::Eof => Step::End,
            Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) => Step::Other,
        })
    }
}

/// Lets one step read no more than the largest cell, however much is there.
struct Leash<R> {
    source: R,
    since: usize,
}

impl<R: BufRead> Read for Leash<R> {
    fn read(&mut self, to: &mut [u8]) -> Io<usize> {
        self.source.read(to)
    }
}

impl<R: BufRead> BufRead for Leash<R> {
    fn fill_buf(&mut self) -> Io<&[u8]> {
        if self.since > MOST_CELL_BYTES {
            return Err(Error::other("longer than any cell"));
        }
        self.source.fill_buf()
    }

    fn consume(&mut self, amount: usize) {
        self.since += amount;
        self.source.consume(amount);
    }
}

/// The five entities XML knows, and characters by number; no others are defined without a document type.
fn resolved(reference: &BytesRef<'_>) -> String {
    if let Ok(Some(c)) = reference.resolve_char_ref() {
        return c.to_string();
    }
    match reference.xml10_content().as_ref() {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        _ => "",
    }
    .into()
}

/// An attribute by its name without prefix.
pub(super) fn attribute<'e>(element: &'e BytesStart<'_>, name: &str) -> Option<Cow<'e, str>> {
    let found = element
        .attributes()
        .with_checks(false)
        .flatten()
        .find(|attribute| attribute.key.local_name().as_ref() == name)?;
    found.normalized_value(XmlVersion::Implicit1_0).ok()
}
