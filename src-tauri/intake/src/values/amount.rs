//! Amounts as people and programs write them, without a float anywhere.
//!
//! Reading is in two steps. [`shape`] looks at one cell and says what its separators prove: nothing
//! (`950`), something (`1.234,50`), or that it could be either (`1,234`). Only when the whole column has
//! been looked at does [`Shape::figure`] read the digits.

use super::figure::{Figure, MOST_DIGITS};
use crate::options::DecimalMark::{self, Comma, Dot};

/// What the separators of one amount prove.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Marks {
    /// No separator that could be a decimal mark.
    Whole,
    /// It can be read with this decimal mark only.
    Only(DecimalMark),
    /// One separator and three digits: decimals or thousands.
    Either,
}

/// An amount whose parts are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Shape<'a> {
    body: &'a str,
    negative: bool,
    /// The currency sign or word beside it, if any.
    pub(crate) sign: &'a str,
    /// What its separators prove.
    pub(crate) marks: Marks,
}

/// Takes an amount apart: signs, brackets, currency, digits. `None` when it is not an amount.
pub(crate) fn shape(text: &str) -> Option<Shape<'_>> {
    let text = text.trim().trim_start_matches('\'');
    let first = text.find(|c: char| c.is_ascii_digit())?;
    let last = text.rfind(|c: char| c.is_ascii_digit())?;
    let (before, rest) = text.split_at(first);
    let (body, after) = rest.split_at(last + 1 - first);
    let (before, leading_mark) = split_leading_mark(before);
    let (after, trailing_mark) = split_trailing_mark(after);
    let start = first - leading_mark;
    let body_text = text.get(start..start + leading_mark + body.len() + trailing_mark)?;
    let (left, right) = (Side::of(before)?, Side::of(after)?);
    let bracketed = left.bracket == Some('(') && right.bracket == Some(')');
    if (left.bracket.is_some() || right.bracket.is_some()) && !bracketed || left.minus && right.minus {
        return None;
    }
    let (sign, credit) = match (left.word, right.word) {
        (sign, "CR" | "Cr" | "cr" | "CR." | "Cr.") => (sign, true),
        (sign, "DR" | "Dr" | "dr" | "DR." | "Dr.") => (sign, false),
        ("", sign) | (sign, "") => (sign, false),
        _ => return None,
    };
    let negative = bracketed || left.minus || right.minus || credit;
    marks_of(body_text).map(|marks| Shape { body: body_text, negative, sign, marks })
}

/// `.50`: a mark right before the first digit, unless it ends an abbreviation as in `Rs.500`.
fn split_leading_mark(before: &str) -> (&str, usize) {
    match before.strip_suffix(['.', ',']) {
        Some(rest) if !rest.ends_with(char::is_alphabetic) => (rest, 1),
        _ => (before, 0),
    }
}

/// `500,` and the `500,-` or `500.--` of price tags: a mark right after the last digit.
fn split_trailing_mark(after: &str) -> (&str, usize) {
    match after.strip_prefix(['.', ',']) {
        Some(rest) => (rest.trim_start_matches(['-', '\u{2013}', '\u{2014}']), 1),
        None => (after, 0),
    }
}

/// What stands on one side of the digits.
struct Side<'a> {
    minus: bool,
    bracket: Option<char>,
    word: &'a str,
}

impl<'a> Side<'a> {
    fn of(text: &'a str) -> Option<Self> {
        let is_minus = |c| matches!(c, '-' | '\u{2212}' | '\u{2013}');
        let is_frame = |c: char| is_minus(c) || c.is_whitespace() || matches!(c, '+' | '(' | ')' | '\'');
        let word = text.trim_matches(is_frame);
        let frame = || text.chars().filter(|&c| is_frame(c));
        let short = word.chars().count() <= 16;
        let plain = word.chars().all(|c| c.is_alphabetic() || is_currency_sign(c) || matches!(c, '.' | ' '));
        let minuses = frame().filter(|&c| is_minus(c)).count();
        let inside = word.contains(is_minus) || word.contains(['(', ')']);
        (short && plain && !inside && minuses <= 1).then(|| Self {
            minus: minuses == 1,
            bracket: frame().find(|c| matches!(c, '(' | ')')),
            word,
        })
    }
}

fn is_currency_sign(c: char) -> bool {
    matches!(c, '$' | '\u{a2}'..='\u{a5}' | '\u{20a0}'..='\u{20cf}' | '\u{e3f}' | '\u{fdfc}')
}

/// Blanks and apostrophes only ever group thousands.
fn is_grouper(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\'' | '\u{2019}')
}

fn marks_of(body: &str) -> Option<Marks> {
    // The runs of digits between separators, each with the separator before it.
    let mut runs: [(char, usize); 14] = [(' ', 0); 14];
    let mut used = 0;
    let mut current = ('^', 0_usize);
    for c in body.chars() {
        if c.is_ascii_digit() {
            current.1 += 1;
        } else if c == '.' || c == ',' || is_grouper(c) {
            *runs.get_mut(used)? = current;
            used += 1;
            current = (if is_grouper(c) { '\'' } else { c }, 0);
        } else {
            return None;
        }
    }
    *runs.get_mut(used)? = current;
    let runs = runs.get(..=used)?;
    let first = runs.first()?.1;
    let count = |mark| runs.iter().filter(|run| run.0 == mark).count();
    let (dots, commas, blanks) = (count('.'), count(','), count('\''));
    let &(last_mark, last_run) = runs.last()?;
    let groups = |mark: char, runs: &[(char, usize)]| first > 0 && grouped(mark, runs);
    match (dots, commas) {
        (0, 0) => (blanks == 0 || first <= 3 && groups('\'', runs)).then_some(Marks::Whole),
        (1, 0) | (0, 1) => {
            let mark = if dots == 1 { '.' } else { ',' };
            let decimal = if dots == 1 { Dot } else { Comma };
            if last_mark != mark || blanks > 0 && !(first <= 3 && groups('\'', runs)) {
                return None;
            }
            let leading_zero = body.starts_with('0');
            let clear = last_run != 3 || first == 0 || first > 3 || leading_zero || blanks > 0;
            Some(if clear { Marks::Only(decimal) } else { Marks::Either })
        }
        (_, 0) => (blanks == 0 && first <= 3 && groups('.', runs)).then_some(Marks::Only(Comma)),
        (0, _) => (blanks == 0 && first <= 3 && groups(',', runs)).then_some(Marks::Only(Dot)),
        _ if blanks > 0 || first > 3 => None,
        (_, 1) if last_mark == ',' => groups('.', runs).then_some(Marks::Only(Comma)),
        (1, _) if last_mark == '.' => groups(',', runs).then_some(Marks::Only(Dot)),
        _ => None,
    }
}

/// Whether `mark` stands where thousands are grouped: runs of three, or two and two and three (India).
fn grouped(mark: char, runs: &[(char, usize)]) -> bool {
    let sizes = || runs.iter().filter(|run| run.0 == mark).map(|run| run.1);
    let whole = runs.iter().take_while(|run| run.0 == '^' || run.0 == mark).count();
    let contiguous = sizes().count() + 1 == whole;
    let last_is_three = sizes().next_back() == Some(3);
    let threes = sizes().all(|size| size == 3);
    let lakhs = sizes().rev().skip(1).all(|size| size == 2);
    contiguous && last_is_three && (threes || lakhs)
}

impl Shape<'_> {
    /// Reads the digits, taking `mark` where the amount itself proves nothing.
    pub(crate) fn figure(&self, mark: DecimalMark) -> Option<Figure> {
        let mark = match self.marks {
            Marks::Only(own) => own,
            Marks::Whole | Marks::Either => mark,
        };
        let point = if mark == Dot { '.' } else { ',' };
        let (mut digits, mut places, mut seen_point, mut count) = (0_i128, 0_u32, false, 0);
        for c in self.body.chars() {
            if let Some(digit) = c.to_digit(10) {
                digits = digits * 10 + i128::from(digit);
                places += u32::from(seen_point);
                count += usize::from(digits != 0);
            } else if c == point {
                seen_point = true;
            }
            if count > MOST_DIGITS {
                return None;
            }
        }
        Some(Figure::of(if self.negative { -digits } else { digits }, places))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use goodterms_terms::{Code, Currency};

    fn marks(text: &str) -> Option<Marks> {
        shape(text).map(|shape| shape.marks)
    }

    fn minor(text: &str, mark: DecimalMark, code: &str) -> Result<i64, Code> {
        let figure = shape(text).and_then(|shape| shape.figure(mark)).ok_or(Code::AmountUnreadable)?;
        figure.money(Currency::from_code(code).unwrap()).map(|money| money.minor())
    }

    #[test]
    fn separators_prove_what_they_prove() {
        let check = |texts: &[&str], expected: Option<Marks>| {
            for text in texts {
                assert_eq!(marks(text), expected, "{text}");
            }
        };
        check(&["950", "1 234", "1'234", "12\u{a0}345\u{202f}678", "-5", "($400)"], Some(Marks::Whole));
        check(
            &[
                "1.50",
                "1,234.50",
                "0.123",
                "1234.567",
                ".500",
                "500.",
                "1'234.567",
                "1,23,456.78",
                "1,234,567",
            ],
            Some(Marks::Only(Dot)),
        );
        check(
            &[
                "1,5",
                "1.234,50",
                "0,123",
                "500,",
                "500,-",
                "7.271,65",
                "1 234,567",
                "1.234.567",
                "299,99999999921",
            ],
            Some(Marks::Only(Comma)),
        );
        check(&["1,234", "1.234", "$173,900", "-12.000"], Some(Marks::Either));
        check(
            &[
                "",
                "-",
                "abc",
                "1.2.3",
                "1,2,3",
                "12,34.5,6",
                "1 23",
                "1.234,567,8",
                "12/01/2026",
                "5%",
                "1e3",
                "--5",
                "(5",
                "5)",
                "-5-",
                "3-4",
                "1 234 5",
                "1,234.5.6",
                "\u{661}",
            ],
            None,
        );
    }

    #[test]
    fn amounts_of_the_samples_are_read_exactly() {
        for (text, mark, cents) in [
            ("1,183.23", Dot, 118_323),
            ("\u{a3}67.40", Dot, 6740),
            ("\u{20a4}67.40", Dot, 6740),
            ("$13.50 ", Dot, 1350),
            ("$-142.85", Dot, -14_285),
            ("-$142.85", Dot, -14_285),
            ("($400.00)", Dot, -40_000),
            ("+50,00", Comma, 5000),
            ("+5257,28", Comma, 525_728),
            ("-3,40", Comma, -340),
            ("'579,68 USD", Comma, 57_968),
            ("299.99999999921", Dot, 30_000),
            ("-299.99999999921", Dot, -30_000),
            ("100.00000000079", Dot, 10_000),
            ("500,", Comma, 50_000),
            ("12.00-", Dot, -1200),
            ("12.00 CR", Dot, -1200),
            ("12.00 DR", Dot, 1200),
            ("\u{2212}12.00", Dot, -1200),
            ("1'234.50", Dot, 123_450),
            ("1\u{202f}234,50 \u{20ac}", Comma, 123_450),
            ("Rs.500", Dot, 50_000),
            ("1,234", Dot, 123_400),
            ("1.234", Comma, 123_400),
            ("1,00,000.00", Dot, 10_000_000),
            ("100.0000", Dot, 10_000),
            ("0.000000000000000000000000000000000000000000000000000000000000000001", Dot, 0),
        ] {
            assert_eq!(minor(text, mark, "EUR"), Ok(cents), "{text}");
        }
        assert_eq!(minor("1,234", Comma, "KWD"), Ok(1234));
        assert_eq!(minor("1,234", Dot, "JPY"), Ok(1234));
    }

    #[test]
    fn precision_is_dropped_only_when_it_is_noise() {
        assert_eq!(minor("3.63768643142", Dot, "USD"), Err(Code::AmountTooPrecise));
        assert_eq!(minor("1.005", Dot, "EUR"), Err(Code::AmountTooPrecise));
        assert_eq!(minor("1.000001", Dot, "EUR"), Err(Code::AmountTooPrecise));
        assert_eq!(minor("1.0000009", Dot, "EUR"), Ok(100));
        assert_eq!(minor("0.5", Dot, "JPY"), Err(Code::AmountTooPrecise));
        assert_eq!(minor("999999999999999999999", Dot, "EUR"), Err(Code::AmountTooLarge));
        assert_eq!(minor(&"9".repeat(300), Dot, "EUR"), Err(Code::AmountUnreadable));
    }

    #[test]
    fn the_currency_beside_the_digits_is_kept() {
        for (text, sign) in [
            ("CA$ 5", "CA$"),
            ("5 EUR", "EUR"),
            ("Rs. 5", "Rs."),
            ("5 zl", "zl"),
            ("$5.00 DR", "$"),
            ("5", ""),
        ] {
            assert_eq!(shape(text).map(|shape| shape.sign), Some(sign), "{text}");
        }
    }

    #[test]
    fn figures_show_as_plain_decimals() {
        let plain = |text: &str| shape(text).and_then(|s| s.figure(Dot)).map(Figure::plain);
        assert_eq!(plain("-1,234.50").as_deref(), Some("-1234.50"));
        assert_eq!(plain(".05").as_deref(), Some("0.05"));
    }
}
