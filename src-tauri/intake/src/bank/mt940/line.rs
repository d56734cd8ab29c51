//! Field 61: `1602300301DR6,00N024NONREF//bank's number` and a line of more below.

use super::{on, short_day};
use crate::bank::{in_one_line, money, some, whole_year};
use crate::drafts::SkipCode;
use crate::options::DecimalMark;
use crate::sheet::Verdict;
use goodterms_terms::{Currency, Day, Money};

/// A movement, without its details.
pub(super) struct Movement<'t> {
    pub(super) on: Day,
    pub(super) value_on: Option<Day>,
    pub(super) amount: Money,
    pub(super) reversal: bool,
    pub(super) reference: Option<String>,
    pub(super) bank_id: Option<String>,
    /// What stands below the first line.
    pub(super) below: String,
    /// A day no month has, as written.
    pub(super) clamped: Option<&'t str>,
}

/// Reads the field's lines.
pub(super) fn read<'t>(lines: &[&'t str], currency: Currency) -> Result<Movement<'t>, Verdict> {
    let first = lines.first().copied().unwrap_or_default().trim();
    let unreadable_day = || {
        let shown: String = first.chars().take(20).collect();
        Verdict::skip(SkipCode::DateUnreadable, format!("\u{201c}{shown}\u{201d} does not begin with a day"))
    };
    let (value, rest) = first.split_at_checked(6).ok_or_else(unreadable_day)?;
    let (value_on, value_clamped) = short_day(value).ok_or_else(unreadable_day)?;
    let year = value.get(..2).and_then(|year| year.parse().ok()).map_or(0, whole_year);
    let (entry, rest) = entry_day(rest, value_on, year);
    let entry_clamped = entry.is_some_and(|(_, clamped)| clamped);
    let direction = Direction::of(rest).ok_or_else(|| {
        Verdict::skip(SkipCode::DirectionUnclear, "The movement says neither C (money in) nor D (money out)")
    })?;
    if direction.expected {
        return Err(Verdict::skip(
            SkipCode::NotBooked,
            "The bank expects this movement and has not booked it",
        ));
    }
    let rest = direction.rest;
    let length = rest.bytes().take_while(|b| b.is_ascii_digit() || matches!(b, b',' | b'.')).count();
    let (figures, rest) = rest.split_at_checked(length).unwrap_or((rest, ""));
    let amount = money(figures, DecimalMark::Comma, currency)?;
    // Four characters say what kind of movement it is: NTRF, N024, S051.
    let references = rest.char_indices().nth(4).and_then(|(at, _)| rest.get(at..)).unwrap_or_default();
    let (own, bank) = references.split_once("//").unwrap_or((references, ""));
    Ok(Movement {
        on: entry.map_or(value_on, |(day, _)| day),
        value_on: Some(value_on),
        amount: if direction.out { amount.negated() } else { amount },
        reversal: direction.reversal,
        reference: given(own),
        bank_id: given(bank),
        below: in_one_line(&lines.iter().skip(1).copied().collect::<Vec<_>>().join(" ")),
        clamped: match () {
            () if value_clamped => Some(value),
            () if entry_clamped => first.get(6..10),
            () => None,
        },
    })
}

fn given(text: &str) -> Option<String> {
    let nothing = ["NONREF", "NOREF", "KREF+", "EREF+", "EREF", "PREF", "MARF"];
    // A lone letter is what is left of a cut NONREF.
    some(text).filter(|text| text.len() > 1 && !nothing.contains(&text.as_str()))
}

/// The day it was booked, `MMDD` in the year nearest to the value date; blanks where it is not given.
fn entry_day(rest: &str, value_on: Day, year: i32) -> (Option<(Day, bool)>, &str) {
    let Some((four, after)) = rest.split_at_checked(4) else { return (None, rest) };
    if four.trim().is_empty() {
        return (None, after);
    }
    if !four.bytes().all(|b| b.is_ascii_digit()) {
        return (None, rest.trim_start());
    }
    let number = |range: std::ops::Range<usize>| four.get(range).and_then(|part| part.parse::<u32>().ok());
    let (Some(month), Some(day)) = (number(0..2), number(2..4)) else { return (None, rest) };
    let days = [year, year - 1, year + 1].into_iter().filter_map(|year| on(year, month, day));
    (days.min_by_key(|(day, _)| (*day - value_on).num_days().abs()), after)
}

/// Which way the money went. `RC` takes back a credit, so money goes out; `EC` and `ED` are expected. A letter
/// between this and the amount is the third of the currency.
struct Direction<'t> {
    out: bool,
    reversal: bool,
    expected: bool,
    rest: &'t str,
}

impl<'t> Direction<'t> {
    fn of(text: &'t str) -> Option<Self> {
        let (reversal, text) = text.strip_prefix('R').map_or((false, text), |rest| (true, rest));
        let (expected, text) = text.strip_prefix('E').map_or((false, text), |rest| (true, rest));
        let (debit, rest) = match text.strip_prefix('D') {
            Some(rest) => (true, rest),
            None => (false, text.strip_prefix('C')?),
        };
        let rest = rest.strip_prefix(|c: char| c.is_ascii_uppercase()).unwrap_or(rest);
        Some(Self { out: debit != reversal, reversal, expected, rest })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(line: &str) -> Result<String, SkipCode> {
        let eur = Currency::from_code("EUR").unwrap();
        match read(&[line, "below"], eur) {
            Ok(m) => Ok(format!(
                "{} {} {} {} {} {} {}",
                m.on,
                m.value_on.unwrap(),
                m.amount,
                if m.reversal { "back" } else { "-" },
                m.reference.as_deref().unwrap_or("-"),
                m.bank_id.as_deref().unwrap_or("-"),
                m.clamped.unwrap_or("-")
            )),
            Err(Verdict::Skip(code, _)) => Err(code),
            Err(_) => panic!("a line is taken or left out"),
        }
    }

    #[test]
    fn every_dialect_says_day_sign_amount_and_reference() {
        for (line, read) in [
            (
                "2001050105D801,55NIDBNL08ABNA9999999999",
                "2020-01-05 2020-01-05 -801.55 - NL08ABNA9999999999 - -",
            ),
            ("200101    D65,00NOVBX1", "2020-01-01 2020-01-01 -65.00 - X1 - -"),
            ("1602300301DR6,00N024NONREF", "2016-03-01 2016-02-29 -6.00 - - - 160230"),
            ("240312    DD212,39NMSCNONREF//", "2024-03-12 2024-03-12 -212.39 - - - -"),
            ("1105240524D9,N192NONREF", "2011-05-24 2011-05-24 -9.00 - - - -"),
            (
                "1407290729C500NTRF29-07-2014 10:05//B4G",
                "2014-07-29 2014-07-29 500.00 - 29-07-2014 10:05 B4G -",
            ),
            ("110101D15,70N000NONREF", "2011-01-01 2011-01-01 -15.70 - - - -"),
            ("131017D620,3NSTON", "2013-10-17 2013-10-17 -620.30 - - - -"),
            ("2001010101RC5,00NTRFAB", "2020-01-01 2020-01-01 -5.00 back AB - -"),
            ("2001010101RD5,00NTRFAB", "2020-01-01 2020-01-01 5.00 back AB - -"),
            ("1912310102C5,00NTRFAB", "2020-01-02 2019-12-31 5.00 - AB - -"),
            ("170914D233,15NMSC", "2017-09-14 2017-09-14 -233.15 - - - -"),
        ] {
            assert_eq!(shown(line).as_deref(), Ok(read), "{line}");
        }
        assert_eq!(shown("2013450101C5,00NTRF"), Err(SkipCode::DateUnreadable));
        assert_eq!(shown("2001010101X5,00NTRF"), Err(SkipCode::DirectionUnclear));
        assert_eq!(shown("2001010101C,NTRF"), Err(SkipCode::AmountUnreadable));
        assert_eq!(shown("2001010101EC5,00NTRF"), Err(SkipCode::NotBooked));
        assert_eq!(shown(""), Err(SkipCode::DateUnreadable));
    }
}
