//! A sheet as a table of text (RFC 4180), for people and for programs.

use goodterms_ledger::reading::sheets::Cell;
use std::io::{self, Write};

/// How numbers and cells are parted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Dialect {
    /// Between cells.
    pub(super) delimiter: char,
    /// Before decimals.
    pub(super) decimal: char,
}

impl Dialect {
    /// What programs expect.
    pub(super) const PLAIN: Self = Self { delimiter: ',', decimal: '.' };
    /// What Excel expects where the comma is the decimal mark.
    pub(super) const COMMA: Self = Self { delimiter: ';', decimal: ',' };

    /// What Excel expects where that locale (BCP 47) is set (Unicode CLDR, decimal symbol).
    pub(super) fn of(locale: &str) -> Self {
        const DOT: [&str; 12] = ["en", "zh", "ja", "ko", "he", "th", "hi", "bn", "ta", "te", "ms", "sw"];
        let (language, rest) = locale.split_once('-').unwrap_or((locale, ""));
        let region = rest.rsplit('-').next().unwrap_or_default();
        let dot = match (language, region) {
            ("en", "ZA") => false,
            ("de", "CH" | "LI") | ("fr" | "it", "CH") => true,
            ("es", "MX" | "US" | "PR" | "DO" | "GT" | "HN" | "NI" | "PA" | "PE" | "SV") => true,
            _ => DOT.contains(&language),
        };
        if dot { Self::PLAIN } else { Self::COMMA }
    }

    /// Writes a row.
    pub(super) fn row(self, to: &mut impl Write, cells: &[Cell]) -> io::Result<()> {
        for (place, cell) in cells.iter().enumerate() {
            if place > 0 {
                write!(to, "{}", self.delimiter)?;
            }
            match cell {
                Cell::Nothing => {}
                Cell::Number(number) => write!(to, "{number}")?,
                Cell::Amount(amount) => {
                    let amount = amount.to_string().replace('.', &self.decimal.to_string());
                    write!(to, "{amount}")?;
                }
                Cell::Day(day) => write!(to, "{day}")?,
                Cell::Flag(flag) => write!(to, "{}", if *flag { "yes" } else { "no" })?,
                Cell::Words(words) => self.words(to, words)?,
            }
        }
        to.write_all(b"\r\n")
    }

    /// Words that a spreadsheet would run as a formula are led by an apostrophe (OWASP, CSV injection).
    fn words(self, to: &mut impl Write, words: &str) -> io::Result<()> {
        let armed = words.starts_with(['=', '+', '-', '@', '\t', '\r']);
        let lead = if armed { "'" } else { "" };
        let special = |c| c == self.delimiter || matches!(c, '"' | '\n' | '\r' | '\t');
        if words.contains(special) || words.trim() != words {
            write!(to, "\"{lead}{}\"", words.replace('"', "\"\""))
        } else {
            write!(to, "{lead}{words}")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use goodterms_terms::{Currency, Money, day};

    fn written(dialect: Dialect, cells: &[Cell]) -> String {
        let mut text = Vec::new();
        dialect.row(&mut text, cells).unwrap();
        String::from_utf8(text).unwrap()
    }

    fn words(text: &str) -> Cell {
        Cell::Words(text.to_owned())
    }

    #[test]
    fn numbers_stay_numbers_and_formulas_become_words() {
        let money = |minor, code| Cell::Amount(Money::of(minor, Currency::from_code(code).unwrap()));
        let row = [money(-123_450, "CAD"), money(1200, "JPY"), money(1, "KWD"), Cell::Nothing];
        assert_eq!(written(Dialect::PLAIN, &row), "-1234.50,1200,0.001,\r\n");
        assert_eq!(written(Dialect::COMMA, &row), "-1234,50;1200;0,001;\r\n");
        for armed in ["=1+1", "+1", "-1", "@SUM(A1)"] {
            assert_eq!(written(Dialect::PLAIN, &[words(armed)]), format!("'{armed}\r\n"));
        }
        assert_eq!(written(Dialect::PLAIN, &[words("\tx"), words("\r=1")]), "\"'\tx\",\"'\r=1\"\r\n");
    }

    #[test]
    fn what_parts_cells_is_kept_inside_one() {
        let row = [words("a,b"), words("a;b"), words("say \"no\""), words("two\nlines"), words("007")];
        assert_eq!(written(Dialect::PLAIN, &row), "\"a,b\",a;b,\"say \"\"no\"\"\",\"two\nlines\",007\r\n");
        assert_eq!(written(Dialect::COMMA, &row[..2]), "a,b;\"a;b\"\r\n");
        let day = Cell::Day(day::parse("2026-11-17").unwrap());
        assert_eq!(written(Dialect::PLAIN, &[day, Cell::Flag(true)]), "2026-11-17,yes\r\n");
    }

    #[test]
    fn a_locale_decides_the_decimal_mark() {
        for (locale, dialect) in [
            ("en-CA", Dialect::PLAIN),
            ("fr-CA", Dialect::COMMA),
            ("de-DE", Dialect::COMMA),
            ("de-CH", Dialect::PLAIN),
            ("en-ZA", Dialect::COMMA),
            ("ja", Dialect::PLAIN),
        ] {
            assert_eq!(Dialect::of(locale), dialect, "{locale}");
        }
    }
}
