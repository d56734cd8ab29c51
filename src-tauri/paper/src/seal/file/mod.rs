//! A PDF file as a row of revisions, each appended to the one before (ISO 32000-1, 7.5.6).
//!
//! Read more strictly than viewers do: what two viewers could understand in two ways is not understood here at
//! all. Only classic cross-reference tables are read, which is what this product writes; every byte of a file
//! belongs to its header, an object that its table lists, a table, or is white space.

mod token;
mod value;

pub(crate) use token::Lexer;
pub(crate) use value::{Dict, Text, Value};

use super::verify::Reason;
use std::collections::BTreeMap;
use std::ops::Range;

/// Larger files are no agreements.
const LARGEST: usize = 64 << 20;
const MOST_REVISIONS: usize = 64;
const MOST_OBJECTS: usize = 100_000;

/// The length of an entry of a table.
const ENTRY: usize = 20;

/// An object with where it stands.
#[derive(Debug, Clone)]
pub(crate) struct Object {
    pub(crate) value: Value,
    /// Where the data of a stream stand.
    pub(crate) data: Option<Range<usize>>,
    /// From its number to its `endobj`.
    pub(crate) span: Range<usize>,
}

/// What one saving added.
#[derive(Debug)]
pub(crate) struct Revision {
    pub(crate) span: Range<usize>,
    pub(crate) objects: BTreeMap<u32, Object>,
    /// The numbers it took out of use.
    pub(crate) freed: Vec<u32>,
    pub(crate) trailer: Dict,
    /// Where its table stands.
    pub(crate) table: usize,
}

/// A file, its oldest revision first.
#[derive(Debug)]
pub(crate) struct PdfFile<'a> {
    pub(crate) bytes: &'a [u8],
    pub(crate) revisions: Vec<Revision>,
}

/// A table as it is read, before its objects are.
struct Section {
    at: usize,
    end: usize,
    offsets: BTreeMap<u32, usize>,
    freed: Vec<u32>,
    trailer: Dict,
}

impl<'a> PdfFile<'a> {
    /// Reads a whole file.
    pub(crate) fn read(bytes: &'a [u8]) -> Result<Self, Reason> {
        if !bytes.starts_with(b"%PDF-") {
            return Err(Reason::NotAPdf);
        }
        if bytes.len() > LARGEST {
            return Err(Reason::FileUnusual);
        }
        let mut sections = sections(bytes)?;
        sections.reverse();
        let mut file = Self { bytes, revisions: Vec::new() };
        let mut start = 0;
        for section in sections {
            let end = section.end;
            if section.at < start {
                return Err(Reason::FileDamaged);
            }
            let revision = file.revision(section, start)?;
            file.revisions.push(revision);
            start = end;
        }
        Ok(file)
    }

    /// Reads the objects of a revision, which must fill it.
    fn revision(&self, section: Section, start: usize) -> Result<Revision, Reason> {
        let Section { at: table, end, offsets, freed, trailer } = section;
        let mut order: Vec<(usize, u32)> = offsets.iter().map(|(number, at)| (*at, *number)).collect();
        order.sort_unstable();
        let mut lexer = Lexer::new(self.bytes, start);
        if start == 0 {
            // The header, and the line of high bytes that says the file is not text.
            lexer.skip();
        }
        let mut objects = BTreeMap::new();
        for (at, number) in order {
            lexer.space();
            if lexer.at != at {
                return Err(Reason::HiddenBytes);
            }
            let object = self.object(number, at, &offsets).ok_or(Reason::FileDamaged)?;
            lexer.at = object.span.end;
            if lexer.at > table {
                return Err(Reason::FileDamaged);
            }
            objects.insert(number, object);
        }
        lexer.space();
        if lexer.at != table {
            return Err(Reason::HiddenBytes);
        }
        Ok(Revision { span: start..end, objects, freed, trailer, table })
    }

    fn object(&self, number: u32, at: usize, beside: &BTreeMap<u32, usize>) -> Option<Object> {
        let mut lexer = Lexer::new(self.bytes, at);
        let (own, generation) = (lexer.number()?, lexer.number()?);
        if own != u64::from(number) || generation != 0 {
            return None;
        }
        lexer.keyword(b"obj")?;
        let value = lexer.value()?;
        let mut data = None;
        if lexer.keyword(b"stream").is_some() {
            lexer.take(b"\r\n").or_else(|| lexer.take(b"\n"))?;
            let length = value.as_dict()?.get(b"Length".as_slice())?;
            let length = usize::try_from(self.length(length, beside)?).ok()?;
            let span = lexer.at..lexer.at.checked_add(length)?;
            self.bytes.get(span.clone())?;
            lexer.at = span.end;
            lexer.line_end();
            lexer.take(b"endstream")?;
            data = Some(span);
        }
        lexer.keyword(b"endobj")?;
        Some(Object { value, data, span: at..lexer.at })
    }

    /// The length of a stream: a number, or a number in an object of the same revision or an earlier one.
    fn length(&self, length: &Value, beside: &BTreeMap<u32, usize>) -> Option<i64> {
        let Some(number) = length.as_reference() else { return length.as_integer() };
        if let Some(at) = beside.get(&number) {
            let mut lexer = Lexer::new(self.bytes, *at);
            lexer.number().filter(|own| *own == u64::from(number))?;
            lexer.number()?;
            lexer.keyword(b"obj")?;
            return lexer.value()?.as_integer();
        }
        self.object_at(number, self.revisions.len().checked_sub(1)?)?.value.as_integer()
    }

    /// An object as it stood after a revision.
    pub(crate) fn object_at(&self, number: u32, revision: usize) -> Option<&Object> {
        let revisions = self.revisions.get(..=revision)?;
        revisions.iter().rev().find_map(|revision| revision.objects.get(&number))
    }

    /// What a value is after a revision, references followed.
    pub(crate) fn resolved<'b>(&'b self, value: &'b Value, revision: usize) -> &'b Value {
        let mut value = value;
        // A reference to a reference is nothing a file needs.
        for _ in 0..4 {
            let Some(number) = value.as_reference() else { return value };
            match self.object_at(number, revision) {
                Some(object) => value = &object.value,
                None => return &Value::Null,
            }
        }
        &Value::Null
    }

    /// An entry of a dictionary, references followed.
    pub(crate) fn entry<'b>(&'b self, dict: &'b Dict, key: &[u8], revision: usize) -> &'b Value {
        dict.get(key).map_or(&Value::Null, |value| self.resolved(value, revision))
    }

    /// The number of the catalog after a revision.
    pub(crate) fn root(&self, revision: usize) -> Option<u32> {
        self.revisions.get(revision)?.trailer.get(b"Root".as_slice())?.as_reference()
    }

    /// The catalog after a revision.
    pub(crate) fn catalog(&self, revision: usize) -> Option<&Dict> {
        self.object_at(self.root(revision)?, revision)?.value.as_dict()
    }

    /// The number of the last revision.
    pub(crate) const fn last(&self) -> usize {
        self.revisions.len().saturating_sub(1)
    }
}

/// The tables of a file, the newest first.
fn sections(bytes: &[u8]) -> Result<Vec<Section>, Reason> {
    let last = bytes.windows(9).rposition(|window| window == b"startxref").ok_or(Reason::FileDamaged)?;
    let (mut at, end) = ending(bytes, last).ok_or(Reason::FileDamaged)?;
    if end != bytes.len() {
        return Err(Reason::RangeNotWhole);
    }
    let mut sections: Vec<Section> = Vec::new();
    loop {
        let section = section(bytes, at)?;
        let newest = sections.is_empty();
        let follows = sections.last().is_none_or(|after: &Section| section.end <= after.at);
        if !follows || (newest && section.end != end) || sections.len() >= MOST_REVISIONS {
            return Err(Reason::FileDamaged);
        }
        let before = section.trailer.get(b"Prev".as_slice()).cloned();
        sections.push(section);
        match before {
            None => return Ok(sections),
            Some(before) => {
                let before = before.as_integer().and_then(|before| usize::try_from(before).ok());
                at = before.filter(|before| *before < at).ok_or(Reason::FileDamaged)?;
            }
        }
    }
}

/// Where a `startxref` points, and where the file ends that it closes.
fn ending(bytes: &[u8], at: usize) -> Option<(usize, usize)> {
    let mut lexer = Lexer::new(bytes, at);
    lexer.keyword(b"startxref")?;
    let table = usize::try_from(lexer.number()?).ok()?;
    lexer.space();
    lexer.take(b"%%EOF")?;
    lexer.line_end();
    Some((table, lexer.at))
}

fn section(bytes: &[u8], at: usize) -> Result<Section, Reason> {
    let mut lexer = Lexer::new(bytes, at);
    // A stream in place of a table begins with the number of an object.
    lexer.take(b"xref").ok_or_else(|| {
        if bytes.get(at).is_some_and(u8::is_ascii_digit) { Reason::FileUnusual } else { Reason::FileDamaged }
    })?;
    let (offsets, freed) = entries(bytes, &mut lexer).ok_or(Reason::FileDamaged)?;
    let Some(Value::Dict(trailer)) = lexer.value() else { return Err(Reason::FileDamaged) };
    if trailer.contains_key(b"XRefStm".as_slice()) || trailer.contains_key(b"Encrypt".as_slice()) {
        return Err(Reason::FileUnusual);
    }
    lexer.space();
    let (own, end) = ending(bytes, lexer.at).ok_or(Reason::FileDamaged)?;
    // The first table of a file made for slow networks stands before the rest and names another.
    if own == at { Ok(Section { at, end, offsets, freed, trailer }) } else { Err(Reason::FileUnusual) }
}

/// The entries of a table up to its trailer.
fn entries(bytes: &[u8], lexer: &mut Lexer<'_>) -> Option<(BTreeMap<u32, usize>, Vec<u32>)> {
    let (mut offsets, mut freed) = (BTreeMap::new(), Vec::new());
    while lexer.keyword(b"trailer").is_none() {
        let first = u32::try_from(lexer.number()?).ok()?;
        let count = u32::try_from(lexer.number()?).ok()?;
        lexer.space();
        for number in first..first.checked_add(count)? {
            let entry: &[u8; ENTRY] = bytes.get(lexer.at..)?.first_chunk()?;
            let (offset, in_use) = entry_read(entry)?;
            lexer.at += ENTRY;
            let known = freed.contains(&number) || offsets.contains_key(&number);
            if known || offsets.len() + freed.len() >= MOST_OBJECTS {
                return None;
            }
            if in_use {
                offsets.insert(number, offset);
            } else if number > 0 {
                freed.push(number);
            }
        }
    }
    Some((offsets, freed))
}

/// An entry, exactly as the standard spells it: where the object stands, and whether it is in use.
fn entry_read(entry: &[u8; ENTRY]) -> Option<(usize, bool)> {
    let text = std::str::from_utf8(entry).ok()?;
    let digits = |range: Range<usize>| {
        text.get(range).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let offset = digits(0..10)?.parse().ok()?;
    let generation = digits(11..16)?;
    let end = matches!(text.get(18..), Some(" \n" | " \r" | "\r\n"));
    let shape = text.get(10..11) == Some(" ") && text.get(16..17) == Some(" ") && end;
    let in_use = match text.get(17..18)? {
        "n" => generation == "00000",
        "f" => return shape.then_some((offset, false)),
        _ => false,
    };
    (shape && in_use).then_some((offset, true))
}
