//! Bank statements: OFX, CAMT, MT940 and QIF.
//!
//! The readers are tolerant of layout and strict with money: a record whose amount or day cannot be read is
//! left out and listed, and the rest still comes in. Tables of a bank are read as all tables are
//! (`table` below says what is special to them).

mod block;
mod camt;
mod markup;
mod mt940;
mod ofx;
mod qif;
mod sepa;
pub(crate) mod table;

use crate::columns::Field;
use crate::columns::infer::{AmountsSeen, Named};
use crate::drafts::{Intake, WarningCode};
use crate::money::{fitting, unreadable};
use crate::options::{DecimalMark, Kind, Options};
use crate::reading::{ColumnReading, DecidedBy, Format, Question, Reading, Undecided};
use crate::sheet::Verdict;
use crate::table::Text;
use crate::values::amount;
use goodterms_terms::{Code, Currency, Day, Money, Refusal, day};

pub(crate) use qif::is_qif;

/// Reads a bank's own format. `format` is one of [`Format::Ofx`], [`Format::Camt`], [`Format::Mt940`] and
/// [`Format::Qif`].
///
/// # Errors
/// [`Code::StatementMissing`]; [`Code::DateOrderAmbiguous`] and its kin where the format leaves it open;
/// [`Code::FileKindUnsupported`] for anything else.
pub(crate) fn read(format: Format, text: &Text<'_>, options: &Options) -> Result<Intake, Refusal> {
    if let Some(kind) = options.as_kind.filter(|&kind| kind != Kind::Bank) {
        return Err(Refusal::input(
            Code::KindAmbiguous,
            format!("This is a bank's statement, and cannot be brought in as {}", kind.as_str()),
        )
        .field("as")
        .hint("Leave --as out, or say --as bank."));
    }
    let mut intake = Intake::of(Reading {
        encoding: text.encoding,
        encoding_guessed: text.guessed,
        ..Reading::of(Kind::Bank, format)
    });
    if text.damaged {
        let message = format!("Some characters make no sense in {}; names may be damaged", text.encoding);
        intake.warn(None, WarningCode::TextDamaged, message);
    }
    match format {
        Format::Ofx => ofx::read(&text.text, options, &mut intake)?,
        Format::Camt => camt::read(&text.text, options, &mut intake)?,
        Format::Mt940 => mt940::read(&text.text, options, &mut intake)?,
        Format::Qif => qif::read(&text.text, options, &mut intake)?,
        _ => return Err(Refusal::input(Code::FileKindUnsupported, "This is no bank's own format")),
    }
    intake.skipped.sort_by_key(|skipped| skipped.row);
    intake.warnings.sort_by_key(|warning| warning.row);
    Ok(intake)
}

/// A bank's file without any statement.
fn no_statement(message: impl Into<String>) -> Refusal {
    Refusal::input(Code::StatementMissing, message)
        .hint("Download the statement again and choose a period in which something was booked.")
}

/// Notes what became of a record.
fn note<T>(intake: &mut Intake, row: u64, result: Result<T, Verdict>) -> Option<T> {
    intake.rows.read += 1;
    match result {
        Ok(taken) => {
            intake.rows.used += 1;
            return Some(taken);
        }
        Err(Verdict::Skip(code, message)) => intake.skip(row, code, message),
        Err(Verdict::Used) => intake.rows.used += 1,
        Err(Verdict::Totals) => intake.rows.totals += 1,
        Err(Verdict::OtherSide) => intake.rows.other_side += 1,
    }
    None
}

/// An amount as it is written, in a format that says which mark it uses.
fn money(text: &str, mark: DecimalMark, currency: Currency) -> Result<Money, Verdict> {
    let shape = amount::shape(text).filter(|shape| shape.sign.is_empty() || is_sign_of(shape.sign, currency));
    let figure = shape.and_then(|shape| shape.figure(mark));
    fitting(figure.ok_or_else(|| unreadable(Field::Amount, text))?, text.trim(), currency)
}

fn is_sign_of(sign: &str, currency: Currency) -> bool {
    crate::values::currency::can_mean(sign, currency)
}

/// What a file of freely written amounts proves of its decimal mark.
#[derive(Default)]
struct Marks(AmountsSeen);

impl Marks {
    fn see(&mut self, row: u64, text: &str, currency: Currency) {
        // A currency with three decimals writes all its amounts as if they had thousands.
        if currency.exponent() != 3 {
            self.0.see(row, text);
        }
    }

    /// Decides, and shows in the reading how. `name` is what the format calls the amount.
    fn decide(&self, name: &str, options: &Options, intake: &mut Intake) -> Result<Decided, Refusal> {
        let named = Named { field: Field::Amount, header: name };
        let (mark, by) = self.0.marks.answer(options.decimal, None, &named)?;
        note_question(intake, Field::Amount, Question::Decimal, by);
        intake.reading.decimal = mark;
        intake.reading.columns.push(ColumnReading {
            header: name.to_owned(),
            position: intake.reading.columns.len() + 1,
            field: Some(Field::Amount),
            date_order: None,
            decimal: mark,
            proof: mark.map(|mark| self.0.marks.proof_of(mark)).unwrap_or_default(),
        });
        Ok(Decided(mark))
    }
}

fn note_question(intake: &mut Intake, field: Field, question: Question, by: Option<DecidedBy>) {
    intake.reading.ambiguous.extend(by.map(|decided_by| Undecided { field, question, decided_by }));
}

/// The decimal mark of a file; none where no amount asks for one.
struct Decided(Option<DecimalMark>);

impl Decided {
    fn money(&self, text: &str, currency: Currency) -> Result<Money, Verdict> {
        let own = if text.contains(',') { DecimalMark::Comma } else { DecimalMark::Dot };
        let mark = if currency.exponent() == 3 { own } else { self.0.unwrap_or(own) };
        money(text, mark, currency)
    }
}

/// The day a text of digits begins with: `20180804093914:014` is 4 August 2018.
fn leading_day(text: &str) -> Option<Day> {
    let digits = text.trim().get(..8).filter(|digits| digits.bytes().all(|b| b.is_ascii_digit()))?;
    let part = |range: std::ops::Range<usize>| digits.get(range).and_then(|part| part.parse::<u32>().ok());
    let year = i32::try_from(part(0..4)?).ok()?;
    Day::from_ymd_opt(year, part(4..6)?, part(6..8)?).and_then(|found| day::within_years(found).ok())
}

/// Two digits of a year: 70 to 99 are of the last century, as in POSIX.
const fn whole_year(two_digits: i32) -> i32 {
    two_digits + if two_digits >= 70 { 1900 } else { 2000 }
}

/// A text in one line, with single blanks.
pub(crate) fn in_one_line(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty()) {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// Several texts in one line, each only once.
pub(crate) fn joined<'t>(parts: impl IntoIterator<Item = &'t str>) -> String {
    let mut all: Vec<String> = Vec::new();
    for part in parts {
        let part = in_one_line(part);
        if !part.is_empty() && !all.contains(&part) {
            all.push(part);
        }
    }
    all.join(" ")
}

/// A text in one line, where there is any.
pub(crate) fn some(text: &str) -> Option<String> {
    Some(in_one_line(text)).filter(|line| !line.is_empty())
}

/// An account without blanks and stray quotes, and an IBAN without the currency some banks put behind it.
pub(crate) fn account(text: &str) -> Option<String> {
    let tight: String = text.chars().filter(|c| !c.is_whitespace() && !c.is_control() && *c != '"').collect();
    let bare = tight.len().checked_sub(3).and_then(|at| tight.split_at_checked(at));
    let account = match bare {
        Some((iban, code)) if is_iban(iban) && Currency::from_code(code).is_ok() => iban.to_owned(),
        _ => tight,
    };
    Some(account).filter(|account| !account.is_empty())
}

/// Whether a text is an IBAN whose check digits are right (ISO 13616: 97 divides it with a rest of 1).
pub(crate) fn is_iban(text: &str) -> bool {
    let fits = (15..=34).contains(&text.len())
        && text.bytes().all(|b| b.is_ascii_alphanumeric())
        && text.bytes().take(2).all(|b| b.is_ascii_uppercase())
        && text.bytes().skip(2).take(2).all(|b| b.is_ascii_digit());
    let Some((head, tail)) = text.split_at_checked(4).filter(|_| fits) else { return false };
    let rest = tail
        .chars()
        .chain(head.chars())
        .filter_map(|c| c.to_digit(36))
        .fold(0, |rest, digit| (if digit < 10 { rest * 10 } else { rest * 100 } + digit) % 97);
    rest == 1
}

/// Whether every record that begins with `tag` stands in a line of its own, so that lines name records.
fn lines_name_records(text: &str, tag: &str) -> bool {
    !text.lines().any(|line| line.matches(tag).nth(1).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accounts_lose_blanks_and_a_trailing_currency() {
        assert_eq!(account("DE89 3704 0044 0532 0130 00 EUR").as_deref(), Some("DE89370400440532013000"));
        assert_eq!(account("50880050/0194787400888").as_deref(), Some("50880050/0194787400888"));
        assert_eq!(account("1234 EUR").as_deref(), Some("1234EUR"));
        assert_eq!(account(" \t"), None);
        assert!(is_iban("GB82WEST12345698765432") && !is_iban("GB83WEST12345698765432"));
        assert!(!is_iban("de89370400440532013000") && !is_iban("DE\u{e9}\u{e9}") && !is_iban(""));
    }

    #[test]
    fn days_are_the_first_eight_digits() {
        let text = |text: &str| leading_day(text).map(|day| day.to_string());
        assert_eq!(text("20180804093914:014").as_deref(), Some("2018-08-04"));
        assert_eq!(text("20190924100000[-03:EST]").as_deref(), Some("2019-09-24"));
        for none in ["00000000", "20120231", "201120000000", "2012", "", "2012-01-01", "\u{661}1111111"] {
            assert_eq!(text(none), None, "{none}");
        }
        assert_eq!((whole_year(94), whole_year(10)), (1994, 2010));
    }

    #[test]
    fn texts_are_joined_once_each() {
        assert_eq!(joined(["a  b", "", "a b", " c\n"]), "a b c");
        assert_eq!(some(" \r\n"), None);
    }
}
