//! The finished understanding of a table: where each field is and how its column is read.

use super::choose::Choice;
use super::field::Field;
use super::infer::{Named, agreed};
use super::survey::Survey;
use super::synonyms::squashed;
use crate::options::{DateOrder, DecimalMark, Options};
use crate::reading::{ColumnReading, DecidedBy, ProofRow, Question, Undecided};
use crate::table::Line;
use crate::table::header::Header;
use crate::values::{amount, currency, date, figure, words};
use crate::workbook::NOT_CALCULATED;
use goodterms_terms::{Day, Refusal};
use std::collections::BTreeMap;

/// An exchange rate of one, as `1`, `1.0`, `1,000000`.
pub(crate) fn is_one(text: &str) -> bool {
    text.strip_prefix('1')
        .is_some_and(|rest| rest.bytes().all(|b| matches!(b, b'.' | b',' | b'0')) && !rest.starts_with('0'))
}

/// What a cell in a date column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DateCell<'r> {
    /// Nothing, or the file has no such column.
    Empty,
    /// A day.
    Day(Day),
    /// Something else.
    Unreadable(&'r str),
}

/// What a cell in an amount column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum AmountCell<'r> {
    /// Nothing, or the file has no such column.
    Empty,
    /// A figure, and the currency sign beside it.
    Figure(figure::Figure, &'r str),
    /// Something else.
    Unreadable(&'r str),
}

/// Where each field is and how its column is read.
#[derive(Debug)]
pub(crate) struct Plan {
    columns: BTreeMap<Field, Vec<usize>>,
    orders: BTreeMap<Field, DateOrder>,
    serials: Vec<Field>,
    marks: BTreeMap<Field, DecimalMark>,
    /// Fields whose column is written in two ways, each clear in itself.
    pub(crate) mixed: Vec<Field>,
    pub(crate) undecided: Vec<Undecided>,
    pub(crate) date_order: Option<DateOrder>,
    pub(crate) decimal: Option<DecimalMark>,
    proofs: BTreeMap<Field, Vec<ProofRow>>,
    /// Currencies that columns of amounts name in their header.
    named_currencies: BTreeMap<Field, String>,
    /// The first row whose amount, a workbook's number, has more decimals than the book's currency.
    pub(crate) too_fine: Option<u64>,
    /// The currency `base_total` is in, where the file shows it.
    pub(crate) base_currency: Option<String>,
    /// A list of ledger transactions (Wave): only its receivable rows are invoices.
    pub(crate) is_ledger: bool,
}

impl Plan {
    /// Decides every column.
    ///
    /// # Errors
    /// What [`super::infer::Evidence::answer`] refuses.
    pub(crate) fn of(
        mut choice: Choice,
        mut survey: Survey,
        header: &Header,
        options: &Options,
    ) -> Result<Self, Refusal> {
        survey.put_paid_right(&mut choice);
        let survey = &survey;
        let mut plan = Self {
            columns: choice.columns,
            orders: BTreeMap::new(),
            serials: survey
                .dates
                .iter()
                .filter(|(_, seen)| seen.all_serials())
                .map(|(&field, _)| field)
                .collect(),
            marks: BTreeMap::new(),
            mixed: Vec::new(),
            undecided: Vec::new(),
            date_order: None,
            decimal: None,
            proofs: BTreeMap::new(),
            named_currencies: BTreeMap::new(),
            too_fine: survey.too_fine,
            base_currency: survey.base.first().filter(|_| survey.base.len() == 1).cloned(),
            is_ledger: survey.columns.contains_key(&Field::AccountType)
                && header.names.iter().any(|name| squashed(name) == "amountonecolumn"),
        };
        plan.named_currencies = plan
            .columns
            .keys()
            .filter(|field| field.is_amount())
            .filter_map(|&field| {
                Some((field, currency::split_off(plan.header_of(field, header))?.1.to_owned()))
            })
            .collect();
        plan.decide_dates(survey, header, options)?;
        plan.decide_amounts(survey, header, options)?;
        Ok(plan)
    }

    fn decide_dates(&mut self, survey: &Survey, header: &Header, options: &Options) -> Result<(), Refusal> {
        let told = options.date_order.filter(|&order| order != DateOrder::Ymd);
        let elsewhere = agreed(survey.dates.values().filter_map(|seen| seen.orders.proven()));
        for (&field, seen) in &survey.dates {
            let named = Named { field, header: self.header_of(field, header) };
            let (answer, by) = seen.orders.answer(told, elsewhere, &named)?;
            if seen.orders.is_mixed() {
                self.mixed.push(field);
            }
            self.note(field, Question::DateOrder, by);
            let year_first = answer.is_none() && !seen.year_first.is_empty() && !seen.orders.is_mixed();
            let order = if year_first { Some(DateOrder::Ymd) } else { answer };
            if let Some(order) = order {
                let proof = if year_first { seen.year_first.clone() } else { seen.orders.proof_of(order) };
                self.orders.insert(field, order);
                self.proofs.insert(field, proof);
            }
        }
        self.date_order = agreed(self.orders.values().copied());
        Ok(())
    }

    fn decide_amounts(&mut self, survey: &Survey, header: &Header, options: &Options) -> Result<(), Refusal> {
        let elsewhere = agreed(survey.amounts.values().filter_map(|seen| seen.marks.proven()));
        for (&field, seen) in &survey.amounts {
            let named = Named { field, header: self.header_of(field, header) };
            let (answer, by) = seen.marks.answer(options.decimal, elsewhere, &named)?;
            if seen.marks.is_mixed() {
                self.mixed.push(field);
            }
            self.note(field, Question::Decimal, by);
            if let Some(mark) = answer {
                self.marks.insert(field, mark);
                self.proofs.insert(field, seen.marks.proof_of(mark));
            }
        }
        self.decimal = agreed(self.marks.values().copied());
        Ok(())
    }

    fn note(&mut self, field: Field, question: Question, by: Option<DecidedBy>) {
        self.undecided.extend(by.map(|decided_by| Undecided { field, question, decided_by }));
    }

    fn header_of<'h>(&self, field: Field, header: &'h Header) -> &'h str {
        let at = self.columns.get(&field).and_then(|places| places.first());
        at.and_then(|&at| header.names.get(at))
            .map(String::as_str)
            .filter(|name| !name.is_empty())
            .unwrap_or(field.as_str())
    }

    /// Whether the file has such a column.
    pub(crate) fn has(&self, field: Field) -> bool {
        self.columns.contains_key(&field)
    }

    /// How many columns hold it.
    pub(crate) fn count(&self, field: Field) -> usize {
        self.columns.get(&field).map_or(0, Vec::len)
    }

    /// Whether the dates of that column are a spreadsheet's day numbers.
    pub(crate) fn has_serials(&self) -> bool {
        !self.serials.is_empty()
    }

    /// The currency the header of that column names.
    pub(crate) fn named_currency(&self, field: Field) -> Option<&str> {
        self.named_currencies.get(&field).map(String::as_str)
    }

    /// The text of a field; the first of its columns that holds any.
    pub(crate) fn text<'r>(&self, line: &Line<'r>, field: Field) -> &'r str {
        let places = self.columns.get(&field).map(Vec::as_slice).unwrap_or_default();
        let says = |cell: &&str| match field {
            _ if cell.is_empty() => false,
            // Facts of a client may be lacking; an error in their cell is no fact.
            _ if field.takes_fallbacks() => !words::is_spreadsheet_error(cell),
            _ => true,
        };
        let written = places.iter().map(|&at| line.cell(at)).find(says);
        match field {
            Field::Client => written.unwrap_or(line.heading),
            _ => written.unwrap_or_default(),
        }
    }

    /// What is wrong with a row in which a spreadsheet shows an error where a fact should be.
    pub(crate) fn spreadsheet_error(&self, line: &Line<'_>) -> Option<String> {
        let shows = |field: Field| {
            let places = self.columns.get(&field)?;
            places.iter().map(|&at| line.cell(at)).find(|cell| words::is_spreadsheet_error(cell))
        };
        let needed = self.columns.keys().filter(|&&field| field == Field::Client || !field.takes_fallbacks());
        needed.filter_map(|&field| Some((field, shows(field)?))).next().map(|(field, shown)| match shown {
            NOT_CALCULATED => format!(
                "The result of the formula in {} was never stored; open the workbook, save it and import it again",
                field.as_str()
            ),
            _ => format!("The spreadsheet shows {shown} in {}", field.as_str()),
        })
    }

    /// Whether the amount of a field is a workbook's own number.
    pub(crate) fn is_number(&self, line: &Line<'_>, field: Field) -> bool {
        let places = self.columns.get(&field).map(Vec::as_slice).unwrap_or_default();
        places.iter().find(|&&at| !line.cell(at).is_empty()).is_some_and(|&at| line.is_number(at))
    }

    /// The texts of all columns of a field, left to right.
    pub(crate) fn texts<'r>(&self, line: &Line<'r>, field: Field) -> Vec<&'r str> {
        let mut places = self.columns.get(&field).cloned().unwrap_or_default();
        places.sort_unstable();
        places.into_iter().map(|at| line.cell(at)).collect()
    }

    /// Where the first column of a field is, counted from 0.
    pub(crate) fn place(&self, field: Field) -> Option<usize> {
        self.columns.get(&field).and_then(|places| places.first()).copied()
    }

    /// The text of a field, when there is any.
    pub(crate) fn some_text(&self, line: &Line<'_>, field: Field) -> Option<String> {
        Some(self.text(line, field)).filter(|text| !text.is_empty()).map(str::to_owned)
    }

    /// Whether the row names a client in any way.
    pub(crate) fn has_client(&self, line: &Line<'_>) -> bool {
        let named = [Field::Client, Field::ClientReference, Field::FirstName, Field::LastName];
        named.iter().any(|&field| !self.text(line, field).is_empty())
    }

    /// The day in a field.
    pub(crate) fn date<'r>(&self, line: &Line<'r>, field: Field) -> DateCell<'r> {
        let text = self.text(line, field);
        if text.is_empty() {
            return DateCell::Empty;
        }
        let shape = date::shape(text).filter(|shape| match shape {
            date::Shape::Serial(_) => self.serials.contains(&field),
            date::Shape::Either { .. } | date::Shape::Clear(..) => true,
        });
        let order = self.orders.get(&field).copied();
        shape.and_then(|shape| shape.day(order)).map_or(DateCell::Unreadable(text), DateCell::Day)
    }

    /// The amount in a field.
    pub(crate) fn amount<'r>(&self, line: &Line<'r>, field: Field) -> AmountCell<'r> {
        let text = self.text(line, field);
        if text.is_empty() {
            return AmountCell::Empty;
        }
        // A column without a mark of its own holds whole amounts or amounts that are clear in themselves.
        let mark = match self.marks.get(&field) {
            Some(&mark) if !self.is_number(line, field) => mark,
            _ => DecimalMark::Dot,
        };
        let shape = amount::shape(text);
        let figure = shape.and_then(|shape| shape.figure(mark).map(|figure| (figure, shape.sign)));
        figure.map_or(AmountCell::Unreadable(text), |(figure, sign)| AmountCell::Figure(figure, sign))
    }

    /// Every column, for the reading.
    pub(crate) fn columns(&self, header: &Header) -> Vec<ColumnReading> {
        let field_at =
            |at: usize| self.columns.iter().find(|(_, places)| places.contains(&at)).map(|(&field, _)| field);
        (0..header.width)
            .map(|at| {
                let field = field_at(at);
                ColumnReading {
                    header: header.names.get(at).cloned().unwrap_or_default(),
                    position: at + 1,
                    field,
                    date_order: field.and_then(|field| self.orders.get(&field).copied()),
                    decimal: field.and_then(|field| self.marks.get(&field).copied()),
                    proof: field.and_then(|field| self.proofs.get(&field).cloned()).unwrap_or_default(),
                }
            })
            .collect()
    }
}
