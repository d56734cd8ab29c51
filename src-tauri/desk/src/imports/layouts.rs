//! What is said of a file beforehand, and remembered for the next of its layout.

use super::ImportAsk;
use crate::choice::one_of;
use crate::desk::Doing;
use crate::error::Answer;
use goodterms_intake::{Column, DateOrder, DecimalMark, Field, Kind, Options, Reading, Said};
use goodterms_ledger::{Connection, layout};
use goodterms_terms::{Code, Currency, Refusal};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What was said, as it lies in the book: words as they are said on the command line.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
struct Kept {
    #[serde(skip_serializing_if = "Option::is_none")]
    kind: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_order: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    decimal: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    map: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    currency: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sheet: Option<String>,
}

/// What a file that came in teaches about the next of its layout.
#[derive(Debug, Clone)]
pub(super) enum Learned {
    /// Nothing new.
    Nothing,
    /// Read the next one so.
    Remember(String, Box<Said>),
    /// What was remembered fits no longer.
    Forget(String),
}

impl Learned {
    /// Of a file that was read: what was said now wins over what was said before.
    pub(super) fn of(reading: &Reading, said: Said, options: &Options) -> Self {
        let fingerprint = reading.fingerprint.clone();
        let before = options.remembered.get(&fingerprint);
        if fingerprint.is_empty() || reading.header_row.is_none() {
            return Self::Nothing;
        }
        let fits = !reading.remembered.is_empty();
        match before {
            Some(before) if fits => {
                let now = said.over(&before.as_far_as_used(reading));
                if now == *before { Self::Nothing } else { Self::Remember(fingerprint, Box::new(now)) }
            }
            _ if said != Said::default() => Self::Remember(fingerprint, Box::new(said)),
            Some(_) => Self::Forget(fingerprint),
            None => Self::Nothing,
        }
    }

    /// Keeps it in the book.
    ///
    /// # Errors
    /// When the book cannot be written.
    pub(super) async fn keep(&self, doing: &mut Doing) -> Answer<()> {
        let recorded_at = doing.moment.recorded_at;
        match self {
            Self::Nothing => {}
            Self::Remember(fingerprint, said) => {
                let kept =
                    serde_json::to_string(&Kept::of(said)).map_err(goodterms_ledger::LedgerError::from)?;
                layout::remember(&mut doing.act, fingerprint, &kept, recorded_at).await?;
            }
            Self::Forget(fingerprint) => layout::forget(&mut doing.act, fingerprint).await?,
        }
        Ok(())
    }
}

/// What is said of this file.
///
/// # Errors
/// [`Code::ImportOptionUnknown`], or when the currency is none.
pub(super) fn said(ask: &ImportAsk) -> Result<Said, Refusal> {
    Kept {
        kind: ask.kind.clone(),
        date_order: ask.date_order.clone(),
        decimal: ask.decimal.clone(),
        map: ask.map.clone(),
        currency: ask.currency.clone(),
        sheet: ask.sheet.clone(),
    }
    .said()
}

/// What was said of earlier files, by the fingerprint of their layout. What an older or newer version wrote and this
/// one does not understand is as good as forgotten.
///
/// # Errors
/// When the book cannot be read.
pub(super) async fn remembered(conn: &mut Connection) -> Answer<BTreeMap<String, Said>> {
    let understood = |text: String| serde_json::from_str::<Kept>(&text).ok()?.said().ok();
    let all = layout::all(conn).await?.into_iter();
    Ok(all.filter_map(|(fingerprint, text)| Some((fingerprint, understood(text)?))).collect())
}

impl Kept {
    fn of(said: &Said) -> Self {
        Self {
            kind: said.as_kind.map(|kind| kind.as_str().to_owned()),
            date_order: said.date_order.map(|order| order.as_str().to_owned()),
            decimal: said.decimal.map(|mark| mark.as_str().to_owned()),
            map: said.map.iter().map(|(field, column)| format!("{}={}", field.as_str(), column.0)).collect(),
            currency: said.currency.map(|currency| currency.code().to_owned()),
            sheet: said.sheet.clone(),
        }
    }

    fn said(&self) -> Result<Said, Refusal> {
        let currency = self.currency.as_deref().map(Currency::from_code).transpose();
        Ok(Said {
            as_kind: kind(self.kind.as_deref())?,
            date_order: date_order(self.date_order.as_deref())?,
            decimal: decimal(self.decimal.as_deref())?,
            map: self.map.iter().map(|pair| mapped(pair)).collect::<Result<_, _>>()?,
            currency: currency.map_err(|refusal| refusal.field("currency"))?,
            sheet: self.sheet.clone(),
        })
    }
}

fn kind(name: Option<&str>) -> Result<Option<Kind>, Refusal> {
    one_of(
        Code::ImportOptionUnknown,
        "as",
        name.filter(|name| *name != "auto"),
        &[
            ("clients", Kind::Clients),
            ("invoices", Kind::Invoices),
            ("payments", Kind::Payments),
            ("bank", Kind::Bank),
            ("mail", Kind::Mail),
        ],
    )
}

fn date_order(name: Option<&str>) -> Result<Option<DateOrder>, Refusal> {
    one_of(
        Code::ImportOptionUnknown,
        "date_order",
        name,
        &[("dmy", DateOrder::Dmy), ("mdy", DateOrder::Mdy), ("ymd", DateOrder::Ymd)],
    )
}

fn decimal(name: Option<&str>) -> Result<Option<DecimalMark>, Refusal> {
    one_of(
        Code::ImportOptionUnknown,
        "decimal",
        name,
        &[("dot", DecimalMark::Dot), ("comma", DecimalMark::Comma)],
    )
}

/// `total=Amount due`.
fn mapped(pair: &str) -> Result<(Field, Column), Refusal> {
    let refused = || {
        Refusal::input(
            Code::ImportOptionUnknown,
            format!("\u{201c}{pair}\u{201d} does not map a field to a column."),
        )
        .hint("Write it as field=column, such as total=Amount due.")
        .field("map")
        .candidates(Field::ALL.iter().map(|field| field.as_str().to_owned()))
    };
    let (field, column) = pair.split_once('=').ok_or_else(refused)?;
    let wanted = field.trim().to_ascii_lowercase();
    let field = Field::ALL.iter().copied().find(|field| field.as_str() == wanted).ok_or_else(refused)?;
    Ok((field, Column(column.trim().to_owned())))
}
