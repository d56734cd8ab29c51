//! From the rows of a table to drafts: the walk that every kind of file shares.

use crate::bank::table::Movements;
use crate::clients::Clients;
use crate::columns::plan::Plan;
use crate::columns::survey::Survey;
use crate::columns::{choose, product};
use crate::drafts::{Intake, SkipCode, WarningCode};
use crate::invoices::Invoices;
use crate::mail;
use crate::options::{Kind, Options};
use crate::payments::Payments;
use crate::reading::{Format, Reading};
use crate::remembered;
use crate::report::{Headings, Mark, Report};
use crate::table::header::{self, Header};
use crate::table::{Line, Source, Text, dialect};
use crate::values::totals;
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

    /// Looks at a row above the header.
    fn title(&mut self, _line: &Line<'_>) {}

    /// A row whose cells cannot be told apart was left out.
    fn lost(&mut self, _line: &Line<'_>) {}

    /// After the last row.
    fn finish(&mut self, _intake: &mut Intake) {}
}

/// Reads decoded text as a table.
pub(crate) fn read(text: &Text<'_>, options: &Options) -> Result<Intake, Refusal> {
    let delimiter = dialect::delimiter_of(&text.text)?;
    let about = Reading {
        encoding: text.encoding,
        encoding_guessed: text.guessed,
        delimiter: Some(char::from(delimiter)),
        ..Reading::of(Kind::Invoices, Format::Csv)
    };
    let mut intake = read_rows(Source::Text(&text.text, delimiter), about, options)?;
    text.warn_of_damage(&mut intake);
    intake.warnings.sort_by_key(|warning| warning.row);
    Ok(intake)
}

/// Reads the rows of a table. `about` says where they stand. What is remembered of its layout counts as said, as long
/// as the table can be read by it.
pub(crate) fn read_rows(source: Source<'_>, about: Reading, options: &Options) -> Result<Intake, Refusal> {
    if let Some(said) = remembered::of(source, options)?
        && let Ok(mut intake) = rows_by(source, about.clone(), &said.under(options))
    {
        said.note(options, &mut intake.reading);
        return Ok(intake);
    }
    rows_by(source, about, options)
}

fn rows_by(source: Source<'_>, about: Reading, options: &Options) -> Result<Intake, Refusal> {
    let header = header_of(source, options)?;
    let choice = choose(&header, options)?;
    let kind = choice.kind;
    let mut survey = Survey::of(&choice, options);
    let mut headings = Headings::of(&header);
    let mut lines = source.lines();
    while let Some(line) = lines.next_line()? {
        match place_of(&line, &header, &headings) {
            Place::Body => {
                survey.see(&line);
                headings.see(&line);
            }
            Place::Report(_) => headings.see(&line),
            _ => {}
        }
    }
    let plan = Plan::of(choice, survey, &header, options)?;
    let mut intake = Intake::of(Reading {
        kind,
        header_row: header.row,
        date_order: plan.date_order,
        decimal: plan.decimal,
        ambiguous: plan.undecided.clone(),
        columns: plan.columns(&header),
        product: product::of(&header),
        fingerprint: product::fingerprint(kind, &header),
        ..about
    });
    warn_about_the_file(&mut intake, &plan);
    let mut taker: Box<dyn RowTaker + '_> = match kind {
        Kind::Clients => Box::new(Clients::of(&plan)),
        Kind::Invoices => Box::new(Invoices::of(&plan, options)),
        Kind::Payments => Box::new(Payments::of(&plan, options)),
        Kind::Bank => Box::new(Movements::of(&plan, &header, options)),
        Kind::Mail => return Err(mail::no_table()),
    };
    let mut report = Report::of(headings, &plan);
    let mut lines = source.lines();
    while let Some(line) = lines.next_line()? {
        take(line, &header, &plan, &mut report, taker.as_mut(), &mut intake);
    }
    taker.finish(&mut intake);
    drop(taker);
    if intake.rows.read == intake.rows.title + intake.rows.header + intake.rows.blank {
        return Err(Refusal::input(
            Code::FileEmpty,
            "The file names its columns, but no row stands below them",
        )
        .hint("Export it again for a period in which there is something."));
    }
    intake.skipped.sort_by_key(|skipped| skipped.row);
    intake.warnings.sort_by_key(|warning| warning.row);
    Ok(intake)
}

/// The header of a table.
pub(crate) fn header_of(source: Source<'_>, options: &Options) -> Result<Header, Refusal> {
    let named: Vec<&str> = options.map.iter().map(|(_, column)| column.0.trim()).collect();
    header::find(source, &named)
}

#[derive(Debug, PartialEq, Eq)]
enum Place {
    Title,
    Header,
    Blank,
    Stamp,
    Broken(String),
    Report(Mark),
    Body,
}

fn place_of(line: &Line<'_>, header: &Header, headings: &Headings) -> Place {
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
        && totals::is_report_stamp(only)
    {
        return Place::Stamp;
    }
    if let Some(message) = broken(line, header) {
        return Place::Broken(message);
    }
    headings.mark(line).map_or(Place::Body, Place::Report)
}

/// A row whose cells cannot be trusted to stand in their own columns.
fn broken(line: &Line<'_>, header: &Header) -> Option<String> {
    if line.has_nul() {
        return Some("The row holds characters that are no text".into());
    }
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

fn take(
    line: Line<'_>,
    header: &Header,
    plan: &Plan,
    report: &mut Report<'_>,
    taker: &mut dyn RowTaker,
    intake: &mut Intake,
) {
    intake.rows.read += 1;
    match place_of(&line, header, report.headings()) {
        Place::Title => {
            taker.title(&line);
            intake.rows.title += 1;
        }
        Place::Header => intake.rows.header += 1,
        Place::Blank => intake.rows.blank += 1,
        Place::Stamp => intake.rows.totals += 1,
        Place::Broken(message) => {
            taker.lost(&line);
            intake.skip(line.number, SkipCode::RowBroken, message);
        }
        Place::Report(Mark::Heading) => {
            intake.rows.header += 1;
            report.enter(&line);
        }
        Place::Report(Mark::Total) => {
            intake.rows.totals += 1;
            report.close(&line, intake);
        }
        Place::Body => {
            let verdict = match plan.spreadsheet_error(&line) {
                Some(message) => {
                    taker.lost(&line);
                    Verdict::skip(SkipCode::FormulaError, message)
                }
                None => taker.take(&line.under(report.client()), intake),
            };
            match verdict {
                Verdict::Totals => {
                    intake.rows.totals += 1;
                    // What a bank's table adds up is balances, and its own reader checks them.
                    if intake.reading.kind != Kind::Bank {
                        report.close(&line, intake);
                    }
                    return;
                }
                Verdict::Used => intake.rows.used += 1,
                Verdict::OtherSide => intake.rows.other_side += 1,
                Verdict::Skip(code, message) => intake.skip(line.number, code, message),
            }
            report.add(&line);
        }
    }
}

fn warn_about_the_file(intake: &mut Intake, plan: &Plan) {
    if plan.has_serials() {
        let message = "A date column holds a spreadsheet's day numbers; they were counted from 1900";
        intake.warn(None, WarningCode::DateNumbers, message);
    }
    if let Some(row) = plan.too_fine {
        let message =
            format!("Amounts with more decimals than their currency has were rounded, first in row {row}");
        intake.warn(None, WarningCode::AmountRounded, message);
    }
    for field in &plan.mixed {
        let message = format!(
            "The column for {} is written in two ways; each row was clear in itself or as told",
            field.as_str()
        );
        intake.warn(None, WarningCode::MixedWriting, message);
    }
}
