//! Bytes nobody meant: whatever comes, it is read or refused, and every row is accounted for.

use crate::samples::{options, reading, sample, samples_in};
use goodterms_intake::{Column, DateOrder, DecimalMark, Field, Kind, Options};
use proptest::prelude::*;

fn any_options() -> impl Strategy<Value = Options> {
    let kind = prop::option::of(prop::sample::select(vec![Kind::Clients, Kind::Invoices, Kind::Payments]));
    let order = prop::option::of(prop::sample::select(vec![DateOrder::Dmy, DateOrder::Mdy, DateOrder::Ymd]));
    let decimal = prop::option::of(prop::sample::select(vec![DecimalMark::Dot, DecimalMark::Comma]));
    let field = prop::sample::select(Field::ALL.to_vec());
    let map = prop::collection::vec((field, "[1-9]|[A-Za-z ]{0,8}").prop_map(|(f, c)| (f, Column(c))), 0..4);
    (kind, order, decimal, map, any::<u32>()).prop_map(
        |(as_kind, date_order, decimal, map, default_terms_days)| Options {
            as_kind,
            date_order,
            decimal,
            map,
            default_terms_days,
            ..options()
        },
    )
}

/// Cells that mean something, so that random rows get past the header.
fn any_cell() -> impl Strategy<Value = String> {
    prop_oneof![
        prop::sample::select(vec![
            "1",
            "2",
            "INV-1",
            "Ann",
            "Bo",
            "10.00",
            "1,234",
            "-5,00",
            "(7)",
            "$3",
            "12/11/2026",
            "31.12.2026",
            "2026-02-30",
            "Pending",
            "Paid",
            "void",
            "Total",
            "TOTAL for Ann",
            "=\"007\"",
            "a@b.ca",
            "44224",
            "EUR",
            "QQQ",
            "Credit Memo",
            "",
            "9999999999999999999999",
            "5.1E+09",
            "\u{20ac}1",
            "1'000.50",
            "0",
            "Yes",
        ])
        .prop_map(str::to_owned),
        "[ -~]{0,12}",
        "\\PC{0,6}",
    ]
}

fn any_table() -> impl Strategy<Value = String> {
    let names = prop::sample::subsequence(
        vec![
            "Invoice Number",
            "Client",
            "Invoice Date",
            "Due Date",
            "Total",
            "Balance",
            "Paid",
            "Date Paid",
            "Status",
            "Type",
            "Currency",
            "Line Total",
            "Quantity",
            "Item",
            "Terms",
            "Email",
            "Amount",
            "Payment Date",
            "Exchange Rate",
            "Base Grand Total",
            "Account Type",
            "Amount (One column)",
            "Submitted",
            "Cancelled",
            "Write Off Amount",
            "Seller",
        ],
        2..16,
    )
    .prop_shuffle();
    let rows = prop::collection::vec(prop::collection::vec(any_cell(), 0..16), 0..12);
    let delimiter = prop::sample::select(vec![",", ";", "\t", "|"]);
    (names, rows, delimiter, any::<bool>()).prop_map(|(names, rows, delimiter, quoted)| {
        let cell =
            |cell: &String| if quoted { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.clone() };
        let line = |row: &Vec<String>| row.iter().map(cell).collect::<Vec<_>>().join(delimiter);
        let header = names.join(delimiter);
        std::iter::once(header).chain(rows.iter().map(line)).collect::<Vec<_>>().join("\n")
    })
}

fn damage(bytes: &mut Vec<u8>, cuts: &[(prop::sample::Index, u8, u8)]) {
    for (at, how, byte) in cuts {
        if bytes.is_empty() {
            return;
        }
        let at = at.index(bytes.len());
        match how % 5 {
            0 => bytes[at] = *byte,
            1 => bytes.insert(at, *byte),
            2 => drop(bytes.remove(at)),
            3 => bytes.truncate(at),
            _ => bytes.insert(at, b"\",;\n\r"[usize::from(*byte) % 5]),
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(1500) })]

    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..400), options in any_options()) {
        let _ = reading(&bytes, &options);
    }

    #[test]
    fn any_text(text in "\\PC{0,200}", options in any_options()) {
        let _ = reading(text.as_bytes(), &options);
    }

    /// The drafts of a table never hold an amount of nothing, a nameless client or a number without text,
    /// and the same bytes give the same answer.
    #[test]
    fn any_rows(table in any_table(), options in any_options()) {
        let first = reading(table.as_bytes(), &options);
        prop_assert_eq!(&reading(table.as_bytes(), &options), &first);
        if let Ok(intake) = first {
            for invoice in &intake.invoices {
                prop_assert!(invoice.total.is_positive() && !invoice.number.is_empty());
                prop_assert!(invoice.payments.iter().all(|p| p.amount.is_positive()));
                prop_assert!(!intake.clients[invoice.client].known_as().is_empty());
            }
            prop_assert!(intake.credit_notes.iter().all(|c| c.amount.is_positive() && c.client < intake.clients.len()));
            prop_assert!(intake.payments.iter().all(|p| !p.amount.is_zero()));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(400) })]

    #[test]
    fn damaged_exports(
        which in any::<prop::sample::Index>(),
        cuts in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), any::<u8>()), 1..12),
        options in any_options(),
    ) {
        let all = samples_in("invoices");
        if !all.is_empty() {
            let mut bytes = all[which.index(all.len())].1.clone();
            damage(&mut bytes, &cuts);
            let _ = reading(&bytes, &options);
        }
    }
}

#[test]
fn every_prefix_of_an_export_is_read_or_refused() {
    let Some(bytes) = sample("invoices/i2g_invoices.csv") else { return };
    for end in 0..bytes.len() {
        let _ = reading(&bytes[..end], &options());
    }
}
