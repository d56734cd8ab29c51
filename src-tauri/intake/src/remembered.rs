//! What somebody said of an earlier file of the same layout, taken up again as if it had been said now.

use crate::columns::{Field, product};
use crate::options::{Column, DateOrder, DecimalMark, Kind, Options};
use crate::reading::{DecidedBy, Question, Reading, Remembered};
use crate::table::{Source, header};
use goodterms_terms::{Currency, Refusal};

/// What somebody said of files of one layout.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Said {
    /// What the rows are.
    pub as_kind: Option<Kind>,
    /// The order of dates.
    pub date_order: Option<DateOrder>,
    /// The decimal mark.
    pub decimal: Option<DecimalMark>,
    /// Which column holds which field.
    pub map: Vec<(Field, Column)>,
    /// The currency of amounts whose file names none.
    pub currency: Option<Currency>,
    /// The sheet of a workbook.
    pub sheet: Option<String>,
}

impl Said {
    /// This, and of what it leaves unsaid what was said before.
    #[must_use]
    pub fn over(self, before: &Self) -> Self {
        let kept: Vec<_> = before.map.iter().filter(|pair| !contradicts(&self.map, pair)).cloned().collect();
        Self {
            as_kind: self.as_kind.or(before.as_kind),
            date_order: self.date_order.or(before.date_order),
            decimal: self.decimal.or(before.decimal),
            map: self.map.into_iter().chain(kept).collect(),
            currency: self.currency.or(before.currency),
            sheet: self.sheet.or_else(|| before.sheet.clone()),
        }
    }

    /// What of it was still of use for a file, as its reading says.
    #[must_use]
    pub fn as_far_as_used(&self, reading: &Reading) -> Self {
        let used = |fact: Remembered| reading.remembered.contains(&fact);
        Self {
            date_order: self.date_order.filter(|_| used(Remembered::DateOrder)),
            decimal: self.decimal.filter(|_| used(Remembered::Decimal)),
            ..self.clone()
        }
    }

    /// What was said now, and of what was not said, what was said before.
    pub(crate) fn under(&self, now: &Options) -> Options {
        let said = Self {
            as_kind: now.as_kind,
            date_order: now.date_order,
            decimal: now.decimal,
            map: now.map.clone(),
            currency: now.currency_said.then_some(now.currency),
            sheet: now.sheet.clone(),
        }
        .over(self);
        Options {
            as_kind: said.as_kind,
            date_order: said.date_order,
            decimal: said.decimal,
            map: said.map,
            currency: said.currency.unwrap_or(now.currency),
            sheet: said.sheet,
            ..now.clone()
        }
    }

    /// Says in the reading what was remembered, and not said now.
    pub(crate) fn note(&self, now: &Options, reading: &mut Reading) {
        let columns = self.under(now).map.len() > now.map.len();
        // What the file itself proves otherwise was of no use.
        let order = now.date_order.is_none()
            && self.date_order.is_some_and(|said| reading.date_order.is_none_or(|read| read == said));
        let mark = now.decimal.is_none()
            && self.decimal.is_some_and(|said| reading.decimal.is_none_or(|read| read == said));
        let facts = [
            (Remembered::Kind, now.as_kind.is_none() && self.as_kind.is_some()),
            (Remembered::Columns, columns),
            (Remembered::DateOrder, order),
            (Remembered::Decimal, mark),
            (Remembered::Currency, !now.currency_said && self.currency.is_some()),
            (Remembered::Sheet, now.sheet.is_none() && self.sheet.is_some() && reading.sheet.is_some()),
        ];
        reading.remembered = facts.into_iter().filter(|(_, is)| *is).map(|(fact, _)| fact).collect();
        for open in &mut reading.ambiguous {
            let remembered = match open.question {
                Question::DateOrder => order,
                Question::Decimal => mark,
            };
            if remembered && open.decided_by == DecidedBy::Option {
                open.decided_by = DecidedBy::Remembered;
            }
        }
    }
}

/// Whether another column was said for that field, or another field for that column.
fn contradicts(map: &[(Field, Column)], (field, column): &(Field, Column)) -> bool {
    map.iter().any(|(said, at)| said == field || at.0.eq_ignore_ascii_case(&column.0))
}

/// What was said of a table with this header. A table without one is known by nothing.
///
/// # Errors
/// What [`header::find`] refuses.
pub(crate) fn of<'o>(source: Source<'_>, options: &'o Options) -> Result<Option<&'o Said>, Refusal> {
    for (fingerprint, said) in &options.remembered {
        // The header may be found only by the names that were said of it.
        let named: Vec<&str> = said.map.iter().map(|(_, column)| column.0.trim()).collect();
        let header = header::find(source, &named)?;
        let is_it = |kind: Kind| product::fingerprint(kind, &header) == *fingerprint;
        let kinds = Kind::TABLES.into_iter().filter(|&kind| options.as_kind.is_none_or(|said| said == kind));
        if header.row.is_some() && kinds.into_iter().any(is_it) {
            return Ok(Some(said));
        }
    }
    Ok(None)
}
