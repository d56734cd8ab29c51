//! The book as one JSON document, which another book can take up. `export.schema.json` describes it.

use super::Making;
use super::files::finish;
use crate::desk::Look;
use crate::error::Answer;
use crate::history;
use goodterms_ledger::timeline::Span;
use goodterms_ledger::whole::{self, Holds, TABLES};
use goodterms_ledger::{LedgerError, business};
use goodterms_terms::policy;
use serde::Serialize;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::io::Write;

/// The document's name in an export.
pub(super) const DOCUMENT: &str = "goodterms.json";
/// What the document says it is.
pub(super) const FORMAT: &str = "goodterms-export";
/// The version of its shape; an app takes up what is not later than its own.
pub(super) const VERSION: u64 = 1;

/// Writes the document, a page of rows at a time.
pub(super) async fn write(making: &mut Making<'_>, look: &mut Look) -> Answer<()> {
    let mut file = making.folder.file(DOCUMENT)?;
    write!(file, "{{\"format\":\"{FORMAT}\",\"version\":{VERSION},\"made_on\":\"{}\"", look.on)?;
    let decided = business::policy(&mut look.reader, look.business.currency).await?;
    let decided: Map<String, Value> = policy::KEYS
        .iter()
        .filter_map(|key| decided.get(key).map(|value| ((*key).to_owned(), value.into())))
        .collect();
    let whose = &look.business;
    let business = json!({
        "name": whose.name,
        "country": whose.country,
        "region": whose.region,
        "currency": whose.currency.code(),
        "locale": whose.locale,
        "time_zone": whose.time_zone,
    });
    part(&mut file, "business", &business)?;
    part(&mut file, "policy", &decided)?;
    let mut counts: BTreeMap<String, u64> = BTreeMap::new();
    for table in TABLES {
        write!(file, ",\n\"{}\":[", table.key)?;
        let (mut after, mut first) = (Some(0), true);
        while let Some(place) = after {
            let (rows, next) = whole::page(&mut look.reader, table, place).await?;
            for row in &rows {
                element(&mut file, &mut first, row)?;
            }
            *counts.entry(table.key.to_owned()).or_default() += rows.len() as u64;
            making.working.done(rows.len())?;
            after = next;
        }
        write!(file, "]")?;
    }
    write!(file, ",\n\"history\":[")?;
    let (mut after, mut first) = (Some(0), true);
    while let Some(place) = after {
        let span = Span { client: None, after: Some(place), limit: Some(whole::PAGE), newest_first: false };
        let lines = history::lines(&mut look.reader, span).await?;
        for line in &lines {
            element(&mut file, &mut first, line)?;
        }
        *counts.entry("history".to_owned()).or_default() += lines.len() as u64;
        after = lines.last().map(|line| line.seq);
    }
    writeln!(file, "]}}")?;
    making.count_once(counts);
    finish(file)
}

fn part(file: &mut impl Write, key: &str, value: &impl Serialize) -> Answer<()> {
    write!(file, ",\n\"{key}\":")?;
    written(file, value)
}

fn element(file: &mut impl Write, first: &mut bool, value: &impl Serialize) -> Answer<()> {
    write!(file, "{}", if *first { "\n" } else { ",\n" })?;
    *first = false;
    written(file, value)
}

fn written(file: &mut impl Write, value: &impl Serialize) -> Answer<()> {
    let text = serde_json::to_vec(value).map_err(LedgerError::from)?;
    Ok(file.write_all(&text)?)
}

/// What an export's document looks like, as a JSON Schema: `export.schema.json`.
pub fn schema() -> Value {
    let mut properties = json!({
        "format": { "const": FORMAT },
        "version": { "const": VERSION },
        "made_on": { "$ref": "#/$defs/day", "description": "The business day it was made on." },
        "business": { "type": "object", "description": "Whose book it was. Another book that takes it up keeps its own." },
        "policy": { "type": "object", "description": "What the business had decided, by key.", "additionalProperties": { "type": "string" } },
        "history": { "type": "array", "items": { "type": "object" }, "description": "What happened, oldest first, to be read. It proves the book it is of and is not taken up by another." },
    });
    let mut required = vec!["format", "version", "made_on", "business", "policy", "history"];
    for table in TABLES {
        let mut columns = Map::new();
        for column in table.columns {
            let kind = match column.holds {
                Holds::Number => json!({ "type": "integer" }),
                Holds::Words => json!({ "type": "string" }),
                Holds::Amount => json!({ "$ref": "#/$defs/amount" }),
                Holds::Day => json!({ "$ref": "#/$defs/day" }),
                Holds::Flag => json!({ "type": "boolean" }),
                Holds::Bytes => json!({ "$ref": "#/$defs/bytes" }),
            };
            let kind = if column.may_lack { json!({ "anyOf": [kind, { "type": "null" }] }) } else { kind };
            columns.insert(column.name.to_owned(), kind);
        }
        let mut wanted: Vec<&str> = table.columns.iter().map(|column| column.name).collect();
        if table.names_currency() {
            columns.insert("currency".to_owned(), json!({ "$ref": "#/$defs/currency" }));
            wanted.push("currency");
        }
        properties[table.key] = json!({
            "type": "array",
            "items": { "type": "object", "additionalProperties": false, "required": wanted, "properties": columns },
        });
        required.push(table.key);
    }
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Everything in a Goodterms book",
        "description": "Amounts are decimals in the precision of the row's currency; an entry's amount is more than nothing when the client owes more by it. Days are civil dates in the business's zone; recorded_at, undone_at and signed_at are milliseconds since 1970 UTC. Papers and originals lie in the folder papers beside, each file's name led by the first 16 digits of its SHA-256.",
        "type": "object",
        "additionalProperties": false,
        "required": required,
        "properties": properties,
        "$defs": {
            "amount": { "type": "string", "pattern": "^-?[0-9]+(\\.[0-9]+)?$" },
            "bytes": { "type": "string", "pattern": "^([0-9a-f]{2})*$", "description": "Hexadecimal digits." },
            "currency": { "type": "string", "pattern": "^[A-Z]{3}$", "description": "ISO 4217." },
            "day": { "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" },
        },
    })
}
