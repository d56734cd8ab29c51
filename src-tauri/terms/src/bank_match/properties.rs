//! What holds for every line and every list of open items.

use super::*;
use crate::day;
use proptest::prelude::*;

fn any_item() -> impl Strategy<Value = (u8, u8, u8, u16, i64, bool)> {
    (0_u8..6, 0_u8..30, 0_u8..4, 0_u16..200, 1_i64..5_000, any::<bool>())
}

fn any_line() -> impl Strategy<Value = (i64, Option<u8>, Vec<u8>, u16, bool)> {
    (
        -500_i64..9_000,
        prop::option::of(0_u8..6),
        prop::collection::vec(0_u8..30, 0..4),
        0_u16..200,
        any::<bool>(),
    )
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(600) })]

    #[test]
    fn nothing_is_paid_twice_or_beyond(
        items in prop::collection::vec(any_item(), 0..24),
        lines in prop::collection::vec(any_line(), 0..8),
    ) {
        let currencies = ["EUR", "JPY", "KWD", "EUR"].map(|code| Currency::from_code(code).unwrap());
        let start = day::parse("2026-01-01").unwrap();
        let names = ["Acme Ltd", "Acme GmbH", "Northwind", "M\u{fc}ller KG", "Bo", "Hans Maier"];
        let items: Vec<OpenItem> = items.iter().enumerate().map(|(at, (client, number, currency, due, open, plan))| OpenItem {
            target: if *plan { Target::Instalment { plan: i64::from(*number), n: at as u32 } } else { Target::Invoice(at as i64) },
            number: if *plan { format!("PLAN-{number}") } else { format!("INV-{number:04}") },
            reference: (number % 5 == 0).then(|| format!("RF{number:02}1234")),
            client: i64::from(*client),
            client_name: names[usize::from(*client)].to_owned(),
            issued: start,
            due: day::plus_days(start, i64::from(*due)),
            early: Vec::new(),
            open: Money::of(*open, currencies[usize::from(*currency)]),
        }).collect();
        let lines: Vec<BankLine> = lines.iter().map(|(amount, payer, named, on, jpy)| BankLine {
            on: day::plus_days(start, i64::from(*on)),
            amount: Money::of(*amount, currencies[usize::from(*jpy)]),
            payer: payer.map(|payer| names[usize::from(payer)].to_uppercase()),
            payer_account: payer.map(|payer| format!("ACCT{payer}")),
            reference: named.first().map(|number| format!("RF{number:02} 1234")),
            text: named.iter().map(|number| format!("inv {number}")).collect::<Vec<_>>().join(", "),
        }).collect();
        let known = [KnownPayer::Account { account: "ACCT2".into(), client: 2 }, KnownPayer::Name { name: "Bo".into(), client: 4 }];
        let matcher = Matcher::of(&items, &[], &known, &[Money::of(25, currencies[0])]);
        let all = matcher.suggestions(&lines);
        prop_assert_eq!(&all, &Matcher::of(&items, &[], &known, &[Money::of(25, currencies[0])]).suggestions(&lines));
        prop_assert_eq!(all.len(), lines.len());
        let mut taken: HashMap<Target, i64> = HashMap::new();
        for (line, suggestions) in lines.iter().zip(&all) {
            prop_assert!(line.amount.is_positive() || suggestions.is_empty());
            prop_assert!(suggestions.len() <= MOST_SUGGESTIONS);
            for suggestion in suggestions {
                prop_assert!(!suggestion.parts.is_empty() && !suggestion.evidence.is_empty());
                let sum: i64 = suggestion.parts.iter().map(|part| part.amount.minor()).sum();
                prop_assert!(sum <= line.amount.minor());
                for part in &suggestion.parts {
                    let item = items.iter().find(|item| item.target == part.target).unwrap();
                    prop_assert!(part.amount.is_positive());
                    prop_assert_eq!(part.amount.currency(), line.amount.currency());
                    prop_assert_eq!(part.amount.currency(), item.open.currency());
                    prop_assert!(part.amount.minor() <= item.open.minor());
                    if suggestion.exact {
                        prop_assert_eq!(part.amount, item.open);
                        *taken.entry(part.target).or_default() += part.amount.minor();
                    }
                }
                if suggestion.exact {
                    prop_assert_eq!(sum, line.amount.minor());
                    prop_assert!(suggestion.evidence.iter().any(Evidence::is_a_name));
                }
            }
        }
        for item in &items {
            prop_assert!(taken.get(&item.target).is_none_or(|taken| *taken <= item.open.minor()));
        }
    }

    #[test]
    fn no_text_breaks_it(text in "\\PC{0,120}", payer in "\\PC{0,40}", number in "\\PC{0,20}") {
        let eur = Currency::from_code("EUR").unwrap();
        let due = day::parse("2026-01-01").unwrap();
        let items = [OpenItem {
            target: Target::Invoice(1), number, reference: Some(text.clone()), client: 1, client_name: payer.clone(),
            issued: due, due, open: Money::of(100, eur), early: Vec::new(),
        }];
        let line = BankLine {
            on: due, amount: Money::of(100, eur), payer: Some(payer.clone()), payer_account: Some(payer.clone()),
            reference: Some(text.clone()), text,
        };
        let known = [KnownPayer::Name { name: payer, client: 1 }];
        prop_assert!(Matcher::of(&items, &[], &known, &[]).suggestions(&[line])[0].len() <= MOST_SUGGESTIONS);
    }
}
