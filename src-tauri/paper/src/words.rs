//! Amounts in words, as a promise to pay should state them.

use goodterms_terms::Money;

const ONES: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: [&str; 10] =
    ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
/// Thousands, in the short scale that all English-speaking countries now use.
const SCALES: [&str; 7] = ["", "thousand", "million", "billion", "trillion", "quadrillion", "quintillion"];

/// Code, one, many, one part, many parts. Others are written with their code and a fraction.
const NAMES: [(&str, &str, &str, &str, &str); 24] = [
    ("AED", "UAE dirham", "UAE dirhams", "fils", "fils"),
    ("AUD", "Australian dollar", "Australian dollars", "cent", "cents"),
    ("BRL", "Brazilian real", "Brazilian reais", "centavo", "centavos"),
    ("CAD", "Canadian dollar", "Canadian dollars", "cent", "cents"),
    ("CHF", "Swiss franc", "Swiss francs", "centime", "centimes"),
    ("CNY", "Chinese yuan", "Chinese yuan", "fen", "fen"),
    ("CZK", "Czech koruna", "Czech korunas", "haler", "halers"),
    ("DKK", "Danish krone", "Danish kroner", "øre", "øre"),
    ("EUR", "euro", "euros", "cent", "cents"),
    ("GBP", "pound sterling", "pounds sterling", "penny", "pence"),
    ("HKD", "Hong Kong dollar", "Hong Kong dollars", "cent", "cents"),
    ("HUF", "Hungarian forint", "Hungarian forints", "fillér", "fillér"),
    ("INR", "Indian rupee", "Indian rupees", "paisa", "paise"),
    ("JPY", "Japanese yen", "Japanese yen", "", ""),
    ("KWD", "Kuwaiti dinar", "Kuwaiti dinars", "fils", "fils"),
    ("MXN", "Mexican peso", "Mexican pesos", "centavo", "centavos"),
    ("NOK", "Norwegian krone", "Norwegian kroner", "øre", "øre"),
    ("NZD", "New Zealand dollar", "New Zealand dollars", "cent", "cents"),
    ("PLN", "Polish zloty", "Polish zlotys", "grosz", "groszy"),
    ("SEK", "Swedish krona", "Swedish kronor", "öre", "öre"),
    ("SGD", "Singapore dollar", "Singapore dollars", "cent", "cents"),
    ("UAH", "Ukrainian hryvnia", "Ukrainian hryvnias", "kopiyka", "kopiykas"),
    ("USD", "US dollar", "US dollars", "cent", "cents"),
    ("ZAR", "South African rand", "South African rand", "cent", "cents"),
];

/// A whole number in words, without "and": `one thousand two hundred thirty-four`.
pub fn number(value: u64) -> String {
    if value == 0 {
        return "zero".to_owned();
    }
    let mut groups = Vec::new();
    let (mut rest, mut scale) = (value, 0);
    while rest > 0 {
        if rest % 1000 > 0 {
            let name = SCALES.get(scale).copied().unwrap_or_default();
            groups.push(format!("{} {name}", below_thousand(rest % 1000)).trim_end().to_owned());
        }
        rest /= 1000;
        scale += 1;
    }
    groups.reverse();
    groups.join(" ")
}

fn below_thousand(value: u64) -> String {
    let name = |names: &[&'static str], at: u64| {
        usize::try_from(at).ok().and_then(|at| names.get(at)).copied().unwrap_or_default()
    };
    let (hundreds, rest) = (value / 100, value % 100);
    let small = match rest {
        0 => String::new(),
        1..=19 => name(&ONES, rest).to_owned(),
        _ if rest % 10 == 0 => name(&TENS, rest / 10).to_owned(),
        _ => format!("{}-{}", name(&TENS, rest / 10), name(&ONES, rest % 10)),
    };
    match (hundreds, small.is_empty()) {
        (0, _) => small,
        (_, true) => format!("{} hundred", name(&ONES, hundreds)),
        _ => format!("{} hundred {small}", name(&ONES, hundreds)),
    }
}

/// An amount in English words: `one thousand two hundred Canadian dollars and fifty cents`.
///
/// A currency without a name here is written as on a cheque: `one thousand two hundred and 50/100 XCD`.
pub fn amount(money: Money) -> String {
    let minor = money.minor().unsigned_abs();
    let scale = money.currency().scale().unsigned_abs();
    let (whole, part) = (minor / scale, minor % scale);
    let minus = if money.minor() < 0 { "minus " } else { "" };
    let code = money.currency();
    let Some((_, one, many, one_part, many_parts)) = NAMES.iter().find(|names| names.0 == code.code()) else {
        let fraction = if scale == 1 { String::new() } else { format!(" and {part}/{scale}") };
        return format!("{minus}{}{fraction} {code}", number(whole));
    };
    let unit = if whole == 1 { one } else { many };
    let parts = match part {
        0 => String::new(),
        1 => format!(" and one {one_part}"),
        _ => format!(" and {} {many_parts}", number(part)),
    };
    format!("{minus}{} {unit}{parts}", number(whole))
}

#[cfg(test)]
mod tests {
    use super::*;
    use goodterms_terms::Currency;
    use proptest::prelude::*;

    fn words(minor: i64, code: &str) -> String {
        amount(Money::of(minor, Currency::from_code(code).unwrap()))
    }

    #[test]
    fn amounts_are_spelt_out() {
        for (minor, code, spelt) in [
            (480_000, "CAD", "four thousand eight hundred Canadian dollars"),
            (120_050, "CAD", "one thousand two hundred Canadian dollars and fifty cents"),
            (101, "GBP", "one pound sterling and one penny"),
            (5, "EUR", "zero euros and five cents"),
            (1_000_021, "JPY", "one million twenty-one Japanese yen"),
            (
                1_234_567,
                "KWD",
                "one thousand two hundred thirty-four Kuwaiti dinars and five hundred sixty-seven fils",
            ),
            (120_050, "XCD", "one thousand two hundred and 50/100 XCD"),
            (1_200, "KRW", "one thousand two hundred KRW"),
            (-100, "USD", "minus one US dollar"),
            (1_000_000_000_000_000, "JPY", "one quadrillion Japanese yen"),
            (
                999_999_999_999_999,
                "USD",
                "nine trillion nine hundred ninety-nine billion nine hundred ninety-nine million \
                 nine hundred ninety-nine thousand nine hundred ninety-nine US dollars and ninety-nine cents",
            ),
        ] {
            assert_eq!(words(minor, code), spelt);
        }
    }

    /// Reads words back, so that no number is ever spelt wrongly.
    fn read(words: &str) -> u64 {
        let (mut total, mut group) = (0_u64, 0_u64);
        for word in words.split([' ', '-']) {
            let at = |names: &[&str]| names.iter().position(|name| *name == word).map(|at| at as u64);
            if word == "hundred" {
                group *= 100;
            } else if let Some(scale) = at(&SCALES[1..]) {
                total += group * 1000_u64.pow(u32::try_from(scale).unwrap() + 1);
                group = 0;
            } else {
                group += at(&ONES).or_else(|| at(&TENS).map(|tens| tens * 10)).unwrap();
            }
        }
        total + group
    }

    proptest! {
        #[test]
        fn every_number_reads_back(value in 0_u64..=1_000_000_000_000_000) {
            prop_assert_eq!(read(&number(value)), value);
        }

        #[test]
        fn small_numbers_read_back(value in 0_u64..=20_000) {
            prop_assert_eq!(read(&number(value)), value);
        }
    }
}
