//! Which currency an amount is in: a column's code or word, a sign beside the digits, or the book's own.

use goodterms_terms::Currency;

/// Signs and words, with the currencies they can mean, the likeliest first.
const MEANINGS: &[(&str, &str)] = &[
    ("$", "USD CAD AUD NZD SGD HKD MXN CLP COP ARS TWD JMD TTD BSD BBD BZD FJD NAD XCD"),
    ("US$", "USD"),
    ("USD$", "USD"),
    ("C$", "CAD"),
    ("CA$", "CAD"),
    ("CAD$", "CAD"),
    ("CDN$", "CAD"),
    ("A$", "AUD"),
    ("AU$", "AUD"),
    ("NZ$", "NZD"),
    ("S$", "SGD"),
    ("HK$", "HKD"),
    ("MX$", "MXN"),
    ("R$", "BRL"),
    ("\u{20ac}", "EUR"),
    ("EURO", "EUR"),
    ("EUROS", "EUR"),
    ("\u{a3}", "GBP EGP GIP FKP SHP LBP SYP"),
    ("\u{20a4}", "GBP EGP GIP FKP SHP LBP SYP"),
    ("POUND", "GBP EGP"),
    ("POUNDS", "GBP EGP"),
    ("POUND STERLING", "GBP"),
    ("POUNDS STERLING", "GBP"),
    ("STERLING", "GBP"),
    ("\u{a5}", "JPY CNY"),
    ("YEN", "JPY"),
    ("YUAN", "CNY"),
    ("RMB", "CNY"),
    ("DOLLAR", "USD CAD AUD NZD SGD HKD"),
    ("DOLLARS", "USD CAD AUD NZD SGD HKD"),
    ("US DOLLAR", "USD"),
    ("US DOLLARS", "USD"),
    ("CANADIAN DOLLAR", "CAD"),
    ("AUSTRALIAN DOLLAR", "AUD"),
    ("\u{20b9}", "INR"),
    ("RS", "INR PKR LKR NPR MUR"),
    ("RS.", "INR PKR LKR NPR MUR"),
    ("RUPEE", "INR PKR LKR NPR MUR"),
    ("RUPEES", "INR PKR LKR NPR MUR"),
    ("KR", "SEK NOK DKK ISK"),
    ("KR.", "DKK SEK NOK ISK"),
    ("FR", "CHF"),
    ("FR.", "CHF"),
    ("SFR", "CHF"),
    ("SFR.", "CHF"),
    ("FRANKEN", "CHF"),
    ("Z\u{141}", "PLN"),
    ("K\u{10c}", "CZK"),
    ("FT", "HUF"),
    ("LEI", "RON MDL"),
    ("\u{20ba}", "TRY"),
    ("TL", "TRY"),
    ("\u{20aa}", "ILS"),
    ("NIS", "ILS"),
    ("\u{20b4}", "UAH"),
    ("\u{20bd}", "RUB"),
    ("\u{20a9}", "KRW"),
    ("\u{e3f}", "THB"),
    ("\u{20ab}", "VND"),
    ("\u{20b1}", "PHP"),
    ("\u{20a6}", "NGN"),
    ("R", "ZAR"),
    ("DIRHAM", "AED MAD"),
    ("DIRHAMS", "AED MAD"),
    ("DH", "MAD AED"),
    ("DHS", "AED MAD"),
];

/// What a sign or word stands for, as seen from a book in some currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Meaning {
    /// The currency taken.
    pub(crate) currency: Currency,
    /// The sign stands for several, and the book's own is not among them.
    pub(crate) assumed: bool,
}

/// The currency a sign, word or code means. The book's own wins when the sign can mean it.
pub(crate) fn meaning(text: &str, book: Currency) -> Option<Meaning> {
    let word = text.trim().to_uppercase();
    if let Ok(currency) = Currency::from_code(&word) {
        return Some(Meaning { currency, assumed: false });
    }
    let (_, codes) = MEANINGS.iter().find(|(sign, _)| *sign == word)?;
    if codes.split(' ').any(|code| code == book.code()) {
        return Some(Meaning { currency: book, assumed: false });
    }
    let currency = codes.split(' ').find_map(|code| Currency::from_code(code).ok())?;
    Some(Meaning { currency, assumed: codes.contains(' ') })
}

/// A column's name without the currency it ends with, and that currency's code: `Total (EUR)`,
/// `Amount in USD`, `Montant CAD`.
pub(crate) fn split_off(name: &str) -> Option<(&str, &str)> {
    let bare = name.trim().trim_end_matches([')', ']']);
    let (rest, code) = bare.rsplit_once([' ', '(', '[', ',', '_'])?;
    let is_code =
        code.len() == 3 && code.bytes().all(|b| b.is_ascii_uppercase()) && Currency::from_code(code).is_ok();
    let rest = rest.trim_end_matches([' ', '(', '[', ',', '_']);
    let rest = rest.strip_suffix(" in").unwrap_or(rest);
    (is_code && !rest.is_empty()).then_some((rest, code))
}

/// Whether a sign beside an amount can stand for that currency.
pub(crate) fn can_mean(sign: &str, currency: Currency) -> bool {
    meaning(sign, currency).is_some_and(|meant| meant.currency == currency)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_mean_the_books_currency_when_they_can() {
        let of = |code: &str| Currency::from_code(code).unwrap();
        let check = |text: &str, book: &str, code: &str, assumed: bool| {
            assert_eq!(meaning(text, of(book)), Some(Meaning { currency: of(code), assumed }), "{text}");
        };
        check("$", "CAD", "CAD", false);
        check("$", "EUR", "USD", true);
        check("\u{20ac}", "CAD", "EUR", false);
        check("kr", "NOK", "NOK", false);
        check("usd", "EUR", "USD", false);
        check("EURO", "USD", "EUR", false);
        check("Dirham", "EUR", "AED", true);
        assert_eq!(meaning("pcs", of("EUR")), None);
        assert!(can_mean("$", of("AUD")) && !can_mean("\u{20ac}", of("USD")));
    }

    #[test]
    fn a_column_may_name_its_currency() {
        assert_eq!(split_off("Open Advance (ILS)"), Some(("Open Advance", "ILS")));
        assert_eq!(split_off("Amount in USD"), Some(("Amount", "USD")));
        assert_eq!(split_off("Montant CAD"), Some(("Montant", "CAD")));
        assert_eq!((split_off("Total"), split_off("EUR"), split_off("Invoice (OLD)")), (None, None, None));
    }

    #[test]
    fn every_code_in_the_table_is_a_currency() {
        for code in MEANINGS.iter().flat_map(|(_, codes)| codes.split(' ')) {
            assert!(Currency::from_code(code).is_ok(), "{code}");
        }
    }
}
