//! Workbooks of every kind, against the same list as text, and those nobody should open.

use crate::fuzzed::seeds::{compound, open_document, records, zipped};
use crate::list::{AMOUNT, DATES, List};
use crate::samples::{currency, expected, options, reading, sample, samples_in};
use crate::written_otherwise::same_drafts;
use goodterms_intake::{Column, Field, Format as Kept, Kind, Options, SkipCode, WarningCode};
use goodterms_terms::{Code, Day, Money, day};
use rust_xlsxwriter::{Format, Formula, Workbook, Worksheet};

/// Writes a sheet with a closure and gives the workbook's bytes.
fn workbook(write: impl FnOnce(&mut Worksheet)) -> Vec<u8> {
    let mut book = Workbook::new();
    write(book.add_worksheet());
    book.save_to_buffer().unwrap()
}

/// A list as a workbook: amounts as numbers, days as days, the rest as text, under a title.
fn xlsx_of(list: &List) -> Vec<u8> {
    let shown = Format::new().set_num_format("dd/mm/yyyy");
    workbook(|sheet| {
        sheet.write_string(0, 0, "Acme Ltd, receivables").unwrap();
        for (x, name) in (0_u16..).zip(&list.header) {
            sheet.write_string(2, x, name).unwrap();
        }
        for (y, row) in (3_u32..).zip(&list.rows) {
            for (x, cell) in (0_u16..).zip(row) {
                match (day::parse(cell), cell.contains('.').then(|| cell.parse::<f64>())) {
                    (Ok(day), _) => {
                        let since = day - Day::from_ymd_opt(1899, 12, 30).unwrap();
                        let number = f64::from(i32::try_from(since.num_days()).unwrap());
                        sheet.write_number_with_format(y, x, number, &shown).unwrap()
                    }
                    (_, Some(Ok(number))) => sheet.write_number(y, x, number).unwrap(),
                    _ => sheet.write_string(y, x, cell).unwrap(),
                };
            }
        }
    })
}

#[test]
fn a_list_is_the_same_as_a_workbook() {
    same_drafts(|list| {
        let french = list.with_header(&[
            "Code client",
            "N\u{b0} de facture",
            "Date de facture",
            "\u{c9}ch\u{e9}ance",
            "Montant TTC",
            "Litige",
            "Date de paiement",
        ]);
        let as_text = list.with_cells(&DATES, |iso| format!("{}.{}.{}", &iso[8..], &iso[5..7], &iso[..4]));
        let with_signs = list.with_cells(&[AMOUNT], |amount| format!("{} $", amount.replace('.', ",")));
        vec![
            ("as it is".into(), xlsx_of(list)),
            ("French, columns shuffled".into(), xlsx_of(&french.shuffled(4))),
            ("days as text".into(), xlsx_of(&as_text)),
            ("amounts as text".into(), xlsx_of(&with_signs)),
        ]
    });
}

const HEADER: [&str; 5] = ["Invoice Number", "Client", "Invoice Date", "Due Date", "Total"];

/// One sheet with our header and rows of text, numbers where a cell is one.
fn fill(sheet: &mut Worksheet, rows: &[[&str; 5]]) {
    for (y, row) in (0_u32..).zip([HEADER].iter().chain(rows)) {
        for (x, cell) in (0_u16..).zip(row) {
            match cell.parse::<f64>() {
                Ok(number) => sheet.write_number(y, x, number).unwrap(),
                Err(_) => sheet.write_string(y, x, *cell).unwrap(),
            };
        }
    }
}

#[test]
fn numbers_leave_no_question_and_text_is_asked_about() {
    let rows = [
        ["1042", "Ann", "2026-01-05", "2026-02-05", "1.234"],
        ["7", "Bo", "2026-01-05", "2026-02-05", "7.0000000000000009"],
        ["8", "Cy", "2026-01-05", "2026-02-05", "33.335"],
    ];
    let intake = reading(&workbook(|sheet| fill(sheet, &rows)), &options()).unwrap();
    let totals: Vec<String> = intake.invoices.iter().map(|i| i.total.to_string()).collect();
    assert_eq!(totals, ["1.23", "7.00", "33.34"]);
    assert_eq!(intake.invoices[0].number, "1042");
    let codes: Vec<_> = intake.warnings.iter().map(|w| w.code).collect();
    assert_eq!(codes, [WarningCode::AmountRounded]);
    let kuwait = Options::new(currency("KWD"));
    let exact = reading(&workbook(|sheet| fill(sheet, &rows[..1])), &kuwait).unwrap();
    assert_eq!((exact.invoices[0].total.to_string(), exact.warnings.len()), ("1.234".into(), 0));

    // The numbers beside it prove nothing about what a person typed as text.
    let mixed = workbook(|sheet| {
        fill(
            sheet,
            &[["1", "Ann", "2026-01-05", "2026-02-05", "10.5"], ["2", "Bo", "2026-01-05", "2026-02-05", "x"]],
        );
        sheet.write_string(2, 4, "1,234").unwrap();
    });
    assert_eq!(reading(&mixed, &options()).unwrap_err().code, Code::DecimalMarkAmbiguous);
    let dates = [["1", "Ann", "02/03/2026", "04/05/2026", "10"]];
    assert_eq!(
        reading(&workbook(|sheet| fill(sheet, &dates)), &options()).unwrap_err().code,
        Code::DateOrderAmbiguous
    );
}

#[test]
fn errors_and_formulas_without_a_result_are_left_out_with_a_sentence() {
    let bytes = workbook(|sheet| {
        let row = |n| [n, "Ann", "2026-01-05", "2026-02-05", "10"];
        fill(sheet, &[row("1"), row("2"), row("3"), row("4")]);
        sheet.write_string(2, 4, "#REF!").unwrap();
        sheet.write_string(3, 1, "#N/A").unwrap();
        sheet.write_formula(4, 4, Formula::new("=5+5").set_result("")).unwrap();
    });
    let intake = reading(&bytes, &options()).unwrap();
    let skipped: Vec<_> = intake.skipped.iter().map(|s| (s.row, s.code)).collect();
    assert_eq!(skipped[..2], [(3, SkipCode::FormulaError), (4, SkipCode::FormulaError)]);
    assert_eq!(intake.skipped[0].message, "The spreadsheet shows #REF! in total");

    // A program that stores formulas and no results.
    let bytes = workbook(|sheet| fill(sheet, &[["1", "Ann", "2026-01-05", "2026-02-05", "10"]]));
    let bytes = with_part(&bytes, "xl/worksheets/sheet1.xml", "<v>10</v>", "<f>5+5</f>");
    let intake = reading(&bytes, &options()).unwrap();
    assert_eq!(intake.skipped[0].code, SkipCode::FormulaError);
    assert!(intake.skipped[0].message.contains("never stored"), "{}", intake.skipped[0].message);
}

/// A workbook with a word in one of its parts replaced.
fn with_part(bytes: &[u8], name: &str, from: &str, to: &str) -> Vec<u8> {
    let mut parts = crate::fuzzed::seeds::parts(bytes);
    let part = parts.iter_mut().find(|(known, _)| known == name).unwrap();
    let text = String::from_utf8(part.1.clone()).unwrap();
    assert!(text.contains(from), "{text}");
    part.1 = text.replace(from, to).into_bytes();
    zipped(&parts)
}

#[test]
fn the_sheet_with_the_table_is_found_and_several_are_asked_about() {
    let rows = [["1", "Ann", "2026-01-05", "2026-02-05", "10"]];
    let with = |others: &[(&str, bool)]| {
        let mut book = Workbook::new();
        book.add_worksheet().set_name("Notes").unwrap().write_string(0, 0, "Nothing here").unwrap();
        for (name, hidden) in others {
            let sheet = book.add_worksheet().set_name(*name).unwrap();
            fill(sheet, &rows);
            sheet.set_hidden(*hidden);
        }
        book.save_to_buffer().unwrap()
    };
    let named = |name: &str| Options { sheet: Some(name.into()), ..options() };
    let one = reading(&with(&[("Open", false), ("Old", true)]), &options()).unwrap();
    assert_eq!((one.reading.sheet.as_deref(), one.reading.format), (Some("Open"), Kept::Xlsx));
    let several = with(&[("Open", false), ("Old", false)]);
    let refusal = reading(&several, &options()).unwrap_err();
    assert_eq!(
        (refusal.code, refusal.candidates.as_slice()),
        (Code::SheetAmbiguous, &["Open".into(), "Old".to_owned()][..])
    );
    assert_eq!(reading(&several, &named("OLD")).unwrap().reading.sheet.as_deref(), Some("Old"));
    let refusal = reading(&several, &named("New")).unwrap_err();
    assert_eq!((refusal.code, refusal.candidates.len()), (Code::SheetUnknown, 3));
}

#[test]
fn old_and_open_workbooks_are_read_as_new_ones_are() {
    let old = compound(&records(&[
        &HEADER,
        &["0007", "Ann", "@46000", "@46030", "1234.5"],
        &["A-2", "Bo", "31/01/2026", "28/02/2026", "7.25"],
    ]));
    let open = zipped(&open_document());
    for (bytes, format) in [(old, Kept::Xls), (open, Kept::Ods)] {
        let intake = reading(&bytes, &options()).unwrap();
        assert_eq!((intake.reading.format, intake.invoices.len()), (format, 2), "{:?}", intake.skipped);
        let (first, second) = (&intake.invoices[0], &intake.invoices[1]);
        assert_eq!((first.total.to_string(), second.total.to_string()), ("1234.50".into(), "7.25".into()));
        assert_eq!(second.issued.to_string(), "2026-01-31");
    }
}

#[test]
fn samples_hold_the_days_their_programs_show() {
    // No header: columns by position. The third day is a duration, which is none.
    let map = vec![
        (Field::IssueDate, Column("1".into())),
        (Field::InvoiceNumber, Column("2".into())),
        (Field::Client, Column("2".into())),
        (Field::Total, Column("2".into())),
    ];
    let told = Options { as_kind: Some(Kind::Invoices), map, ..options() };
    for name in ["date.xlsx", "date_1904.xlsx", "date.xls", "date_1904.xls", "date.ods"] {
        let Some(bytes) = sample(&format!("xlsx/{name}")) else { return };
        let intake = reading(&bytes, &told).unwrap_or_else(|refusal| panic!("{name}: {refusal}"));
        let days: Vec<String> = intake.invoices.iter().map(|i| i.issued.to_string()).take(2).collect();
        let second = if name == "date.ods" { "2021-01-01" } else { "2021-01-02" };
        assert_eq!(days, ["2021-01-01", second], "{name}");
        assert_eq!(intake.invoices[0].number, "15", "{name}");
    }
}

#[test]
fn the_ageing_workbook_gives_its_open_invoices() {
    let path = "invoices/ar-aging-report.xlsx";
    let Some(bytes) = sample(path) else { return };
    let intake = reading(&bytes, &options()).unwrap();
    let open: i64 = intake.invoices.iter().filter_map(|i| i.balance).map(|b| b.minor()).sum();
    assert!(expected(path, "Open Invoices").contains(&(open / 100).to_string()));
    assert!(intake.invoices.iter().all(|i| i.total.currency() == currency("ILS")));
    // 28 rows, of which one is blank and one is a note.
    assert_eq!((intake.invoices.len(), intake.skipped.len()), (26, 1));
    let summary = Options { sheet: Some("Aging Report".into()), ..options() };
    assert_eq!(reading(&bytes, &summary).unwrap_err().code, Code::SummaryReport);
}

#[test]
fn akaunting_keeps_totals_and_payments_in_sheets_of_their_own() {
    let path = "invoices/akaunting_invoices.xlsx";
    let Some(bytes) = sample(path) else { return };
    let intake = reading(&bytes, &options()).unwrap();
    let [invoice] = intake.invoices.as_slice() else { panic!("{:?}", intake.invoices) };
    let paid = invoice.payments[0];
    let seen = format!(
        "{} {} amount 100 total {} paid {} USD",
        invoice.number,
        invoice.issued,
        short(invoice.total),
        short(paid.amount)
    );
    assert!(expected(path, "sheets").contains(&seen), "{seen}");
    assert_eq!(
        (paid.on.map(|d| d.to_string()).as_deref(), intake.reading.product),
        (Some("2020-01-01"), Some("Akaunting"))
    );
}

fn short(money: Money) -> String {
    money.to_string().trim_end_matches(".00").to_owned()
}

#[test]
fn what_nobody_should_open_is_refused() {
    for (path, code) in
        [("xlsx/pass_protected.xlsx", Code::FileKindUnsupported), ("xlsx/empty_sheet.xlsx", Code::FileEmpty)]
    {
        let Some(bytes) = sample(path) else { return };
        assert_eq!(reading(&bytes, &options()).unwrap_err().code, code, "{path}");
    }
    // Two cells as far apart as an old sheet allows: gigabytes, if they were laid out.
    let mut far = records(&[&HEADER]);
    let end = far.len() - 4;
    let cell = [0x03, 0x02, 14, 0, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    drop(far.splice(end..end, cell));
    assert_eq!(reading(&compound(&far), &options()).unwrap_err().code, Code::FileTooLarge);
    // A table that claims more strings than the file could hold: 65 GB of room, before the first is read.
    let mut strings = records(&[&HEADER]);
    let claim = [0xFC, 0, 8, 0, 1, 0, 0, 0, 0x9B, 0x58, 0x5D, 0xA2];
    drop(strings.splice(20..20, claim));
    assert_eq!(reading(&compound(&strings), &options()).unwrap_err().code, Code::FileKindUnsupported);
    // Cells and rows that repeat: sixteen thousand million of them in a few bytes.
    let mut parts = open_document();
    let content = String::from_utf8(parts[1].1.clone()).unwrap();
    parts[1].1 = content
        .replace("<table:table-row>", "<table:table-row table:number-rows-repeated=\"1000000\">")
        .replace("<table:table-cell ", "<table:table-cell table:number-columns-repeated=\"16000\" ")
        .into_bytes();
    assert_eq!(reading(&zipped(&parts), &options()).unwrap_err().code, Code::FileTooLarge);
    // One row a million times, each cell once: no list either, and no reason to lay it out.
    parts[1].1 = content
        .replace("<table:table-row>", "<table:table-row table:number-rows-repeated=\"1000000\">")
        .into_bytes();
    assert_eq!(reading(&zipped(&parts), &options()).unwrap_err().code, Code::FileTooLarge);
    // A cell of three megabytes.
    let plain = workbook(|sheet| fill(sheet, &[["1", "Ann", "2026-01-05", "2026-02-05", "10"]]));
    let long = with_part(&plain, "xl/sharedStrings.xml", "Ann", &"A".repeat(3 << 20));
    assert_eq!(reading(&long, &options()).unwrap_err().code, Code::FileTooLarge);
}

#[test]
fn every_sample_is_read_or_refused_with_a_sentence() {
    for folder in ["xlsx", "invoices", "bank-csv"] {
        for (path, bytes) in samples_in(folder) {
            if let Err(refusal) = reading(&bytes, &options()) {
                assert!(
                    refusal.message.len() > 10 && !refusal.message.contains("Error"),
                    "{path}: {refusal}"
                );
            }
        }
    }
}
