//! What a whole column proves: the order of its dates, the decimal mark of its amounts.
//!
//! Nothing is decided from one value or by habit. A column is read to its end; values that can be read in
//! one way only are its proof. Where nothing proves anything, another column of the same file may, since
//! one program wrote both; after that, only the person.

use super::field::Field;
use crate::options::{DateOrder, DecimalMark};
use crate::reading::{DecidedBy, ProofRow};
use crate::values::{amount, date, figure};
use goodterms_terms::{Code, Refusal};

/// How many rows are kept as proof, and shown when in doubt.
const SHOWN: usize = 3;

/// What was seen in one column, for a question with two answers.
#[derive(Debug, Clone)]
pub(crate) struct Evidence<A> {
    /// Each answer and the rows that prove it.
    proofs: [(A, Vec<ProofRow>); 2],
    /// Rows that could be read either way, with both readings.
    open: Vec<OpenRow>,
    open_count: u64,
}

#[derive(Debug, Clone)]
struct OpenRow {
    row: u64,
    text: String,
    readings: [String; 2],
}

/// An answer that can be asked for.
pub(crate) trait Answer: Copy + PartialEq {
    const AMBIGUOUS: Code;
    const CONTRADICTED: Code;
    /// The question in words.
    const DOUBT: &'static str;
    const OPTION: &'static str;
    fn name(self) -> &'static str;
}

impl Answer for DateOrder {
    const AMBIGUOUS: Code = Code::DateOrderAmbiguous;
    const CONTRADICTED: Code = Code::DateOrderContradicted;
    const DOUBT: &'static str = "whether the day or the month comes first";
    const OPTION: &'static str = "--date-order";
    fn name(self) -> &'static str {
        self.as_str()
    }
}

impl Answer for DecimalMark {
    const AMBIGUOUS: Code = Code::DecimalMarkAmbiguous;
    const CONTRADICTED: Code = Code::DecimalMarkContradicted;
    const DOUBT: &'static str = "whether the separator marks decimals or thousands";
    const OPTION: &'static str = "--decimal";
    fn name(self) -> &'static str {
        self.as_str()
    }
}

impl<A: Answer> Evidence<A> {
    fn of(answers: [A; 2]) -> Self {
        Self { proofs: answers.map(|answer| (answer, Vec::new())), open: Vec::new(), open_count: 0 }
    }

    fn prove(&mut self, answer: A, row: u64, text: &str, read_as: impl FnOnce() -> String) {
        let proof = self.proofs.iter_mut().find(|(proven, rows)| *proven == answer && rows.len() < SHOWN);
        if let Some((_, rows)) = proof {
            rows.push(ProofRow { row, text: text.to_owned(), read_as: read_as() });
        }
    }

    fn leave_open(&mut self, row: u64, text: &str, readings: impl FnOnce() -> [String; 2]) {
        self.open_count += 1;
        if self.open.len() < SHOWN {
            self.open.push(OpenRow { row, text: text.to_owned(), readings: readings() });
        }
    }

    /// The one answer that rows prove, if they prove only one.
    pub(crate) fn proven(&self) -> Option<A> {
        match &self.proofs {
            [(first, rows), (_, none)] if !rows.is_empty() && none.is_empty() => Some(*first),
            [(_, none), (second, rows)] if !rows.is_empty() && none.is_empty() => Some(*second),
            _ => None,
        }
    }

    /// Whether rows prove both answers: each such row is clear, the column as a whole is not.
    pub(crate) fn is_mixed(&self) -> bool {
        self.proofs.iter().all(|(_, rows)| !rows.is_empty())
    }

    /// The rows that prove an answer.
    pub(crate) fn proof_of(&self, answer: A) -> Vec<ProofRow> {
        self.proofs
            .iter()
            .find(|(proven, _)| *proven == answer)
            .map(|(_, rows)| rows.clone())
            .unwrap_or_default()
    }

    /// Answers for the column. `told` is the person's word, `elsewhere` what the file's other columns prove.
    ///
    /// # Errors
    /// [`Answer::AMBIGUOUS`] when nothing decides, [`Answer::CONTRADICTED`] when `told` cannot be true.
    pub(crate) fn answer(
        &self,
        told: Option<A>,
        elsewhere: Option<A>,
        column: &Named<'_>,
    ) -> Result<(Option<A>, Option<DecidedBy>), Refusal> {
        if self.open_count == 0 {
            return Ok((self.proven(), None));
        }
        match (self.proven(), told) {
            (Some(proven), Some(told)) if proven != told => Err(self.contradicted(proven, told, column)),
            (Some(proven), _) => Ok((Some(proven), None)),
            (None, Some(told)) => Ok((Some(told), Some(DecidedBy::Option))),
            (None, None) if !self.is_mixed() && elsewhere.is_some() => {
                Ok((elsewhere, Some(DecidedBy::OtherColumn)))
            }
            (None, None) => Err(self.ambiguous(column)),
        }
    }

    fn ambiguous(&self, column: &Named<'_>) -> Refusal {
        let [first, second] = [&self.proofs[0].0, &self.proofs[1].0].map(|answer| answer.name());
        let why = if self.is_mixed() { "Rows contradict each other on" } else { "Nothing in the file tells" };
        let show = |open: &OpenRow| {
            let [one, other] = &open.readings;
            format!("row {}: {} is {one} ({first}) or {other} ({second})", open.row, open.text)
        };
        let mut refusal = Refusal::input(
            A::AMBIGUOUS,
            format!("{why} {} in the column \u{201c}{}\u{201d}", A::DOUBT, column.header),
        )
        .field(column.field.as_str())
        .candidates(self.open.iter().map(show))
        .hint(format!("Say which with {option} {first} or {option} {second}.", option = A::OPTION));
        refusal.row = self.open.first().map(|open| open.row);
        refusal
    }

    fn contradicted(&self, proven: A, told: A, column: &Named<'_>) -> Refusal {
        let proof = self.proof_of(proven);
        let mut refusal = Refusal::input(
            A::CONTRADICTED,
            format!(
                "The column \u{201c}{}\u{201d} is {}, so it cannot be read as {}",
                column.header,
                proven.name(),
                told.name()
            ),
        )
        .field(column.field.as_str())
        .candidates(proof.iter().map(|p| format!("row {}: {} can only be {}", p.row, p.text, p.read_as)))
        .hint(format!("Leave {} out, or correct these rows.", A::OPTION));
        refusal.row = proof.first().map(|p| p.row);
        refusal
    }
}

/// A column by its names.
pub(crate) struct Named<'a> {
    pub(crate) field: Field,
    pub(crate) header: &'a str,
}

/// What was seen in a column of dates.
#[derive(Debug, Clone)]
pub(crate) struct DatesSeen {
    pub(crate) orders: Evidence<DateOrder>,
    /// Year first: an order of its own that asks no question.
    pub(crate) year_first: Vec<ProofRow>,
    dates: u64,
    serials: u64,
}

impl Default for DatesSeen {
    fn default() -> Self {
        Self {
            orders: Evidence::of([DateOrder::Dmy, DateOrder::Mdy]),
            year_first: Vec::new(),
            dates: 0,
            serials: 0,
        }
    }
}

impl DatesSeen {
    /// Looks at one cell.
    pub(crate) fn see(&mut self, row: u64, text: &str) {
        let Some(shape) = date::shape(text) else { return };
        let read = |order| shape.day(Some(order)).map(|day| day.to_string()).unwrap_or_default();
        match shape {
            date::Shape::Serial(_) => self.serials += 1,
            date::Shape::Either { .. } => {
                self.dates += 1;
                self.orders.leave_open(row, text, || [read(DateOrder::Dmy), read(DateOrder::Mdy)]);
            }
            date::Shape::Clear(day, order) => {
                self.dates += 1;
                match order {
                    Some(DateOrder::Ymd) if self.year_first.len() < SHOWN => {
                        let read_as = day.to_string();
                        self.year_first.push(ProofRow { row, text: text.to_owned(), read_as });
                    }
                    Some(order) => self.orders.prove(order, row, text, || day.to_string()),
                    None => {}
                }
            }
        }
    }

    /// Whether any cell was a date.
    pub(crate) fn any(&self) -> bool {
        self.dates + self.serials > 0
    }

    /// A spreadsheet's day numbers count as dates only where the column has nothing else.
    pub(crate) fn all_serials(&self) -> bool {
        self.serials > 0 && self.dates == 0
    }
}

/// What was seen in a column of amounts.
#[derive(Debug, Clone)]
pub(crate) struct AmountsSeen {
    pub(crate) marks: Evidence<DecimalMark>,
}

impl Default for AmountsSeen {
    fn default() -> Self {
        Self { marks: Evidence::of([DecimalMark::Dot, DecimalMark::Comma]) }
    }
}

impl AmountsSeen {
    /// Looks at one cell.
    pub(crate) fn see(&mut self, row: u64, text: &str) {
        let Some(shape) = amount::shape(text) else { return };
        let read = |mark| shape.figure(mark).map(figure::Figure::plain).unwrap_or_default();
        match shape.marks {
            amount::Marks::Whole => {}
            amount::Marks::Only(mark) => self.marks.prove(mark, row, text, || read(mark)),
            amount::Marks::Either => {
                self.marks.leave_open(row, text, || [read(DecimalMark::Dot), read(DecimalMark::Comma)]);
            }
        }
    }
}

/// The one answer several columns prove together; none when they disagree.
pub(crate) fn agreed<A: PartialEq>(answers: impl Iterator<Item = A>) -> Option<A> {
    let mut answers = answers;
    let first = answers.next()?;
    answers.all(|other| other == first).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    const COLUMN: Named<'static> = Named { field: Field::IssueDate, header: "Date" };

    fn dates(texts: &[&str]) -> DatesSeen {
        let mut seen = DatesSeen::default();
        for (row, text) in (2..).zip(texts) {
            seen.see(row, text);
        }
        seen
    }

    #[test]
    fn one_value_above_twelve_decides_the_column() {
        let seen = dates(&["09/01/2017", "10/02/2017", "24/01/2017"]);
        assert_eq!(seen.orders.answer(None, None, &COLUMN), Ok((Some(DateOrder::Dmy), None)));
        let proof = seen.orders.proof_of(DateOrder::Dmy);
        assert_eq!(proof, [ProofRow { row: 4, text: "24/01/2017".into(), read_as: "2017-01-24".into() }]);
        let told_wrong = seen.orders.answer(Some(DateOrder::Mdy), None, &COLUMN).unwrap_err();
        assert_eq!((told_wrong.code, told_wrong.row), (Code::DateOrderContradicted, Some(4)));
    }

    #[test]
    fn a_column_that_decides_nothing_asks_and_shows_both_readings() {
        let seen = dates(&["09/01/2017", "10/02/2017", "05/05/2017", "11/12/2017", "01/02/2017"]);
        let refusal = seen.orders.answer(None, None, &COLUMN).unwrap_err();
        assert_eq!((refusal.code, refusal.field.as_deref()), (Code::DateOrderAmbiguous, Some("issue_date")));
        assert_eq!(refusal.candidates.len(), 3);
        assert_eq!(refusal.candidates[0], "row 2: 09/01/2017 is 2017-01-09 (dmy) or 2017-09-01 (mdy)");
        let by = |told, elsewhere| seen.orders.answer(told, elsewhere, &COLUMN).unwrap();
        assert_eq!(by(Some(DateOrder::Mdy), None), (Some(DateOrder::Mdy), Some(DecidedBy::Option)));
        assert_eq!(by(None, Some(DateOrder::Dmy)), (Some(DateOrder::Dmy), Some(DecidedBy::OtherColumn)));
    }

    #[test]
    fn a_column_in_two_minds_is_asked_about_even_if_others_agree() {
        let seen = dates(&["24/01/2017", "01/24/2017", "03/04/2017"]);
        let refusal = seen.orders.answer(None, Some(DateOrder::Dmy), &COLUMN).unwrap_err();
        assert_eq!(refusal.code, Code::DateOrderAmbiguous);
        assert_eq!(dates(&["24/01/2017", "01/24/2017"]).orders.answer(None, None, &COLUMN), Ok((None, None)));
    }

    #[test]
    fn a_thousands_separator_alone_decides_nothing() {
        let mut seen = AmountsSeen::default();
        seen.see(2, "173,900");
        seen.see(3, "950");
        let column = Named { field: Field::Total, header: "Total" };
        let refusal = seen.marks.answer(None, None, &column).unwrap_err();
        assert_eq!(refusal.candidates, ["row 2: 173,900 is 173900 (dot) or 173.900 (comma)"]);
        seen.see(4, "12.50");
        assert_eq!(seen.marks.answer(None, None, &column), Ok((Some(DecimalMark::Dot), None)));
    }
}
