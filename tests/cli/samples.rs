//! Real exports, where they are at hand: other people's files, never part of this project.

use crate::bench::{Bench, answer};
use serde_json::Value;
use std::path::{Path, PathBuf};

fn samples() -> Option<PathBuf> {
    let usual = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/samples");
    let folder = std::env::var_os("GOODTERMS_SAMPLES").map_or_else(usual, PathBuf::from);
    if folder.is_dir() {
        return Some(folder.canonicalize().unwrap());
    }
    println!("SKIPPED: no samples in {}; set GOODTERMS_SAMPLES to where they are", folder.display());
    None
}

fn import(bench: &Bench, folder: &Path, file: &str) -> Value {
    let path = folder.join(file);
    answer(&bench.on("2026-11-17", &["import", path.to_str().unwrap()]))
}

fn invoices(bench: &Bench, day: &str, words: &str) -> Vec<Value> {
    bench.ask_on(day, &format!("invoice list {words}"))["invoices"].as_array().unwrap().clone()
}

/// A real year of receivables: on three days it must come to what another program found.
#[test]
fn a_real_year_of_receivables_ages_as_it_should() {
    let Some(folder) = samples() else { return };
    let bench = Bench::in_currency("USD");
    let file = "ar/WA_Fn-UseC_-Accounts-Receivable.csv";
    let report = import(&bench, &folder, file);
    assert_eq!(
        (report["created"]["invoices"].as_u64(), report["created"]["clients"].as_u64()),
        (Some(2466), Some(100))
    );
    assert_eq!(report["skipped"], serde_json::json!([]));
    for (day, total, overdue, open_count, overdue_count) in [
        ("2013-01-01", "5845.81", "846.51", 100, 14),
        ("2013-07-01", "5274.43", "995.70", 87, 14),
        ("2013-12-31", "761.90", "555.65", 13, 10),
    ] {
        let figures = bench.ask_on(day, "ageing")["currencies"]["USD"].clone();
        assert_eq!(
            (figures["total"].as_str(), figures["d1_30"].as_str()),
            (Some(total), Some(overdue)),
            "{day}"
        );
        for later in ["d31_60", "d61_90", "d90_plus", "credit"] {
            assert_eq!(figures[later], "0.00", "{day}: {later}");
        }
        assert_eq!(invoices(&bench, day, "--state open").len(), open_count, "{day}");
        assert_eq!(invoices(&bench, day, "--state overdue").len(), overdue_count, "{day}");
    }
    let numbers = invoices(&bench, "2026-11-17", "");
    let zeros = numbers.iter().filter(|invoice| invoice["number"].as_str().unwrap().starts_with('0')).count();
    assert_eq!(zeros, 266, "leading zeros are part of a number");
    assert_eq!(import(&bench, &folder, file)["unchanged"]["invoices"], 2466);
}

#[test]
fn its_variants_come_to_the_same() {
    let Some(folder) = samples() else { return };
    for (file, count) in
        [("ar_ddmmyyyy.csv", 2466), ("ar_leading_zeros_lost.csv", 2466), ("ar_with_missing.csv", 2586)]
    {
        let bench = Bench::in_currency("USD");
        let report = import(&bench, &folder, &format!("ar/{file}"));
        assert_eq!(report["created"]["invoices"], count, "{file}");
        if count == 2466 {
            let figures = bench.ask_on("2013-07-01", "ageing")["currencies"]["USD"].clone();
            assert_eq!(
                (figures["total"].as_str(), figures["d1_30"].as_str()),
                (Some("5274.43"), Some("995.70")),
                "{file}"
            );
        }
    }
}

/// Number, client, issued, total, balance and leading state of what each program exported.
#[test]
fn exports_of_common_programs_give_their_values() {
    let Some(folder) = samples() else { return };
    for (file, expected) in [
        (
            "zoho",
            &[
                "INV-000001 Highlander 489.75 489.75 USD draft",
                "INV-000002 Jessica_Jones 460.00 460.00 USD draft",
                "INV-000003 Simpsons_Baking_Co 390.00 390.00 USD draft",
            ][..],
        ),
        ("freshbooks", &["0000001 X-Men 7890.00 7890.00 USD overdue"]),
        (
            "wave",
            &[
                "2 Mark_Walberg 4974.00 4974.00 USD overdue",
                "3 Lucas_Cage 590.50 0.00 USD paid",
                "4 Jessica_Jones 3500.41 3500.41 USD overdue",
            ],
        ),
        (
            "i2g",
            &[
                "1 Barry_Gordon 953.55 953.55 ILS overdue",
                "2 James_Gordon 70.20 70.20 USD overdue",
                "3 Daily_Planet 367.20 367.20 USD overdue",
                "4 Deadpool_Inc 72.90 72.90 USD overdue",
            ],
        ),
        ("invoicely", &["INV-1 Bruce_Wayne 1020.00 1020.00 USD overdue"]),
    ] {
        let bench = Bench::in_currency("USD");
        import(&bench, &folder, &format!("invoices/{file}_invoices.csv"));
        let rows = invoices(&bench, "2026-11-17", "--sort number");
        let said = rows.iter().map(|row| {
            let word = |key: &str| row[key].as_str().unwrap().replace(' ', "_");
            ["number", "client", "total", "balance", "currency", "state"].map(word).join(" ")
        });
        assert_eq!(said.collect::<Vec<_>>(), expected, "{file}");
    }
}

#[test]
fn a_preamble_repeated_lines_and_a_second_header_are_no_obstacle() {
    let Some(folder) = samples() else { return };
    let bench = Bench::in_currency("USD");
    let report = import(&bench, &folder, "invoices/invoiceninja_invoice.csv");
    assert_eq!(report["created"]["invoices"], 400);
    let totals = bench.ask("invoice list --limit 0")["totals"][0].clone();
    assert_eq!((totals["total"].as_str(), totals["balance"].as_str()), (Some("11860.87"), Some("6174.66")));

    let bench = Bench::in_currency("INR");
    import(&bench, &folder, "invoices/frappebooks_sales_invoices.csv");
    let open: Vec<String> = invoices(&bench, "2026-11-17", "--sort number")
        .iter()
        .filter(|row| row["balance"] != "0.00")
        .map(|row| format!("{}:{}", row["number"].as_str().unwrap(), row["balance"].as_str().unwrap()))
        .collect();
    assert_eq!(
        open,
        [
            "1001:46.00",
            "1008:172.00",
            "1011:100.00",
            "1014:679.80",
            "1018:300.00",
            "1019:259.60",
            "1020:500.00"
        ]
    );
}
