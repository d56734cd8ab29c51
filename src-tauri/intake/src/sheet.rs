//! From the rows of a table to drafts: the walk that every kind of file shares.

use crate::clients::Clients;
use crate::columns::choose;
use crate::columns::plan::{Plan, Survey};
use crate::drafts::{Intake, SkipCode, WarningCode};
use crate::invoices::Invoices;
use crate::options::{Kind, Options};
use crate::payments::Payments;
use crate::reading::{Format, Reading};
use crate::table::header::{self, Header};
use crate::table::{Line, Lines, Text, dialect};
use crate::values::words;
use goodterms_terms::{Code, Refusal};

/// Where a row went.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// Into a draft.
    Used,
    /// It adds others up, or ends the report.
    Totals,
    /// It is the other side of a double entry.
    OtherSide,
    /// Left out.
    Skip(SkipCode, String),
}

impl Verdict {
    /// Leaves the row out.
    pub(crate) fn skip(code: SkipCode, message: impl Into<String>) -> Self {
        Self::Skip(code, message.into())
    }
}

/// Makes drafts of rows of one kind.
pub(crate) trait RowTaker {
    /// Takes one row that is neither title, header nor blank.
    fn take(&mut self, line: &Line<'_>, intake: &mut Intake) -> Verdict;

    /// A row whose cells cannot be told apart was left out.
    fn lost(&mut self, _line: &Line<'_>) {}

    /// After the last row.
    fn finish(&mut self, _intake: &mut Intake) {}
}

/// Reads decoded text as a table.
pub(crate) fn read(text: &Text<'_>, options: &Options) -> Result<Intake, Refusal> {
    let delimiter = dialect::delimiter_of(&text.text)?;
    let named: Vec<&str> = options.map.iter().map(|(_, column)| column.0.trim()).collect();
    let header = header::find(&text.text, delimiter, &named)?;
    let choice = choose(&header, options)?;
    let kind = choice.kind;
    let mut survey = Survey::of(&choice);
    let mut lines = Lines::of(&text.text, delimiter);
    while let Some(line) = lines.next_line()? {
        if place_of(&line, &header) == Place::Body {
            survey.see(&line);
        }
    }
    let plan = Plan::of(choice, &survey, &header, options)?;
    let mut intake = Intake::of(Reading {
        kind,
        format: Format::Csv,
        encoding: text.encoding,
        encoding_guessed: text.guessed,
        delimiter: Some(char::from(delimiter)),
        header_row: header.row,
        date_order: plan.date_order,
        decimal: plan.decimal,
        ambiguous: plan.undecided.clone(),
        columns: plan.columns(&header),
    });
    warn_about_the_file(&mut intake, text, &plan);
    let mut taker: Box<dyn RowTaker + '_> = match kind {
        Kind::Clients => Box::new(Clients::of(&plan)),
        Kind::Invoices => Box::new(Invoices::of(&plan, options)),
        Kind::Payments => Box::new(Payments::of(&plan, options)),
        Kind::Bank => return Err(bank_table()),
    };
    let mut lines = Lines::of(&text.text, delimiter);
    while let Some(line) = lines.next_line()? {
        take(&line, &header, taker.as_mut(), &mut intake);
    }
    taker.finish(&mut intake);
    drop(taker);
    intake.skipped.sort_by_key(|skipped| skipped.row);
    intake.warnings.sort_by_key(|warning| warning.row);
    Ok(intake)
}

fn bank_table() -> Refusal {
    Refusal::input(Code::FileKindUnsupported, "A table of bank movements cannot be read yet")
}

#[derive(Debug, PartialEq, Eq)]
enum Place {
    Title,
    Header,
    Blank,
    Stamp,
    Broken(String),
    Body,
}

fn place_of(line: &Line<'_>, header: &Header) -> Place {
    if let Some(row) = header.row {
        if line.number < row {
            return Place::Title;
        }
        let repeated =
            || line.width() == header.names.len() && line.cells().eq(header.names.iter().map(String::as_str));
        if line.number == row || header.second == Some(line.number) || repeated() {
            return Place::Header;
        }
    }
    if line.is_blank() {
        return Place::Blank;
    }
    let mut filled = line.cells().filter(|cell| !cell.is_empty());
    if let (Some(only), None) = (filled.next(), filled.next())
        && words::is_report_stamp(only)
    {
        return Place::Stamp;
    }
    broken(line, header).map_or(Place::Body, Place::Broken)
}

/// A row whose cells cannot be trusted to stand in their own columns.
fn broken(line: &Line<'_>, header: &Header) -> Option<String> {
    if line.quote_open {
        return Some(
            "A quote is opened in this row and never closed, so its cells cannot be told apart".into(),
        );
    }
    let columns = header.names.len();
    if header.row.is_none() || columns == 0 {
        return None;
    }
    let beyond = line.width() > columns && line.cells().skip(columns).any(|cell| !cell.is_empty());
    let torn = line.spans_lines && line.width() != columns;
    (beyond || torn).then(|| {
        format!("The row has {} cells where the header has {columns}; a separator or quote inside a cell is not protected", line.width())
    })
}

fn take(line: &Line<'_>, header: &Header, taker: &mut dyn RowTaker, intake: &mut Intake) {
    intake.rows.read += 1;
    match place_of(line, header) {
        Place::Title => intake.rows.title += 1,
        Place::Header => intake.rows.header += 1,
        Place::Blank => intake.rows.blank += 1,
        Place::Stamp => intake.rows.totals += 1,
        Place::Broken(message) => {
            taker.lost(line);
            intake.skip(line.number, SkipCode::RowBroken, message);
        }
        Place::Body => match taker.take(line, intake) {
            Verdict::Used => intake.rows.used += 1,
            Verdict::Totals => intake.rows.totals += 1,
            Verdict::OtherSide => intake.rows.other_side += 1,
            Verdict::Skip(code, message) => intake.skip(line.number, code, message),
        },
    }
}

fn warn_about_the_file(intake: &mut Intake, text: &Text<'_>, plan: &Plan) {
    if text.damaged {
        let message = format!("Some characters make no sense in {}; names may be damaged", text.encoding);
        intake.warn(None, WarningCode::TextDamaged, message);
    }
    if plan.has_serials() {
        let message = "A date column holds a spreadsheet's day numbers; they were counted from 1900";
        intake.warn(None, WarningCode::DateNumbers, message);
    }
    for field in &plan.mixed {
        let message = format!(
            "The column for {} is written in two ways; each row was clear in itself or as told",
            field.as_str()
        );
        intake.warn(None, WarningCode::MixedWriting, message);
    }
}
