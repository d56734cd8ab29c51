//! Tables of banks.

use crate::samples::{currency, expected, numbers, options, sample, samples_in};
use crate::{codes, lines, read, sum, told};
use goodterms_intake::{Column, DateOrder, Field, Intake, Kind, Options, SkipCode};
use goodterms_terms::{Code, Money};

fn mapped(columns: &[(&str, &str)]) -> Options {
    let map =
        columns.iter().map(|(field, column)| (field.parse::<Field>().unwrap(), Column((*column).into())));
    Options { map: map.collect(), ..options() }
}

fn of(name: &str, options: &Options) -> Option<Intake> {
    let bytes = sample(&format!("bank-csv/{name}"))?;
    Some(
        read(&bytes, options)
            .unwrap_or_else(|refusal| panic!("{name}: {} {:?}", refusal.message, refusal.candidates)),
    )
}

/// Rows and sums as an independent tool found them.
#[test]
fn the_samples_say_what_others_read_in_them() {
    let tab = [("booking_date", "1"), ("text", "2"), ("value_date", "3"), ("credit", "4"), ("debit", "5")];
    for (name, key, options) in [
        ("2018-04-14_10-52-13_bunq-transactieoverzicht.csv", "rows,sum", options()),
        ("CSV_A_20180414_112204.csv", "rows,sum", options()),
        ("umsatz-1234________1234-20180227.CSV", "rows,sum", options()),
        ("test_delimiter_tab.csv", "rows,sum(in-out)", mapped(&tab)),
    ] {
        let Some(intake) = of(name, &options) else { return };
        let told = expected(&format!("bank-csv/{name}"), key);
        let figures = numbers(&told);
        // One file holds a row of words alone "just to confuse things".
        assert_eq!((lines(&intake).len() + intake.skipped.len()).to_string(), figures[0], "{name}");
        assert!(intake.skipped.len() <= 1, "{name}");
        assert_eq!(sum(&intake).trim_start_matches('-'), figures[1], "{name}");
        assert_eq!(sum(&intake).starts_with('-'), told.contains(", -"), "{name}");
        assert_eq!(intake.statements.len(), 1, "{name}");
    }
}

/// Three rows bear a currency where the mark should be. The other tool took whatever is not marked O for
/// money in; here such rows are left out and listed, for they are purchases.
#[test]
fn a_mark_that_says_nothing_is_listed() {
    let flag =
        [("booking_date", "1"), ("text", "2"), ("value_date", "3"), ("amount", "4"), ("direction", "5")];
    let Some(intake) = of("test_row_format_CD_flag.csv", &mapped(&flag)) else { return };
    let told = expected("bank-csv/test_row_format_CD_flag.csv", "rows,sum (O=out)");
    let figures = numbers(&told);
    let unclear = intake.skipped.iter().filter(|skipped| skipped.code == SkipCode::DirectionUnclear).count();
    assert_eq!((unclear, intake.skipped.len()), (3, 4));
    assert_eq!((lines(&intake).len() + intake.skipped.len()).to_string(), figures[0]);
    let minor = |text: &str| Money::parse(text, currency("USD")).unwrap().minor();
    let left_out = minor("30.01") + minor("27.54") + minor("81.99");
    assert_eq!(minor(&sum(&intake)), -minor(&figures[1]) - left_out);
}

#[test]
fn cards_mark_money_in_and_announce_what_is_not_booked() {
    let Some(intake) = of("MS_JANE_SMITH_01-12-2019_14-12-2019.csv", &options()) else { return };
    assert_eq!((lines(&intake).len(), intake.skipped.len(), sum(&intake).as_str()), (10, 3, "-285.80"));
    assert_eq!(intake.statements[0].currency.code(), "GBP");
    let last = lines(&intake)[9];
    assert_eq!(told(last), "2019-12-02 1100.00 |||PAYMENT RECEIVED - THANK YOU");
    assert!(codes(&intake).contains("2:NotBooked") && codes(&intake).ends_with("SignsInferred"));
}

#[test]
fn a_movement_over_two_rows_is_one() {
    let Some(intake) = of("TransactionHistory_20180418043121.csv", &options()) else { return };
    assert_eq!((lines(&intake).len(), intake.rows.used, sum(&intake).as_str()), (8, 16, "-173.28"));
    assert_eq!(intake.statements[0].currency.code(), "SGD");
    assert_eq!(told(lines(&intake)[2]), "2018-04-17 -66.66 |||CASH WITHDRAWAL ATM 66-6666 OCBC-666 BRANCH S");
}

#[test]
fn balances_among_the_rows_are_balances() {
    let Some(intake) = of("test_swedebank_statement.xls", &options()) else { return };
    let statement = &intake.statements[0];
    assert_eq!(statement.opening.unwrap().amount.to_string(), "10374.04");
    assert_eq!(statement.closing.unwrap().amount.to_string(), "12952.97");
    assert_eq!((statement.lines.len(), statement.currency.code(), codes(&intake).as_str()), (13, "LTL", ""));
    let dmy = Options { date_order: Some(DateOrder::Dmy), ..options() };
    let intake = of("oca_meta_data_separated_credit_debit.csv", &dmy).unwrap();
    let statement = &intake.statements[0];
    assert_eq!((statement.account.as_deref(), statement.currency.code()), (Some("08088804068"), "EUR"));
    assert_eq!((statement.lines.len(), sum(&intake).as_str()), (4, "1069.32"));
    // The file itself is 0.02 off.
    assert_eq!(statement.difference().unwrap().to_string(), "0.02");
    assert_eq!(codes(&intake), "BalanceDiffers");
}

#[test]
fn running_balances_prove_the_signs_and_give_both_ends() {
    for name in ["oca_balance.csv", "oca_debit_credit.csv", "oca_debit_credit_amount.csv"] {
        let Some(intake) = of(name, &options()) else { return };
        let statement = &intake.statements[0];
        let ends =
            (statement.opening.unwrap().amount.to_string(), statement.closing.unwrap().amount.to_string());
        assert_eq!(ends, ("10.00".into(), "1510.00".into()), "{name}");
    }
    let newest_first = "Date,Description,Amount,Balance\n2026-01-03,c,-5.00,15.00\n2026-01-02,b,10.00,20.00\n2026-01-01,a,10.00,10.00\n";
    let intake = read(newest_first.as_bytes(), &options()).unwrap();
    assert_eq!(intake.statements[0].opening.unwrap().amount.to_string(), "0.00");
    assert_eq!(intake.statements[0].closing.unwrap().amount.to_string(), "15.00");
    let gap = newest_first.replace("2026-01-02,b,10.00,20.00\n", "");
    let intake = read(gap.as_bytes(), &options()).unwrap();
    assert_eq!((codes(&intake).as_str(), intake.statements[0].closing), ("BalanceDiffers", None));
}

#[test]
fn every_sample_is_read_or_says_why_not() {
    for (path, bytes) in samples_in("bank-csv") {
        match read(&bytes, &options()) {
            Ok(intake) => assert_eq!(intake.reading.kind, Kind::Bank, "{path}"),
            Err(refusal) => {
                assert!(
                    [Code::HeaderNotFound, Code::DateOrderAmbiguous].contains(&refusal.code),
                    "{path}: {:?}",
                    refusal.code
                );
                assert!(refusal.hint.is_some_and(|hint| hint.contains("--")), "{path}");
            }
        }
    }
}

#[test]
fn tables_without_a_header_are_read_by_position() {
    let columns = [("date", "3"), ("text", "2"), ("amount", "5")];
    let mut options = mapped(&columns);
    options.as_kind = Some(Kind::Bank);
    let Some(intake) = of("kta_ei.dat", &options) else { return };
    assert_eq!(intake.reading.delimiter, Some('|'));
    assert!(lines(&intake).len() > 10 && intake.skipped.len() == 1, "{}", codes(&intake));
    let Some(intake) =
        of("statement_1.csv", &mapped(&[("booking_date", "1"), ("text", "2"), ("amount", "7")]))
    else {
        return;
    };
    assert_eq!(
        told(lines(&intake)[0]),
        "2018-02-10 20.59 |||Shop Name, AnyTown20.59 POUND STERLING GREAT BRITAIN"
    );
}

#[test]
fn directions_are_read_in_words_or_asked() {
    let file =
        |rows: &str| format!("Datum;Naam / Omschrijving;Rekening;Tegenrekening;Af Bij;Bedrag (EUR)\n{rows}");
    let rows = "20260102;Ann;NL91ABNA0417164300;NL47INGB0000000001;Bij;12,50\n20260103;Bo;NL91ABNA0417164300;;Af;2,50\n20260104;Cy;;;?;1,00\n";
    let intake = read(file(rows).as_bytes(), &options()).unwrap();
    assert_eq!((sum(&intake).as_str(), intake.statements[0].currency.code()), ("10.00", "EUR"));
    assert_eq!(codes(&intake), "4:DirectionUnclear");
    let both = "Date,Description,Debit,Credit\n2026-01-02,a,1.00,2.00\n2026-01-03,b,,\n2026-01-04,c,0.00,3.00\n2026-01-05,d,-4.00,\n";
    let intake = read(both.as_bytes(), &options()).unwrap();
    assert_eq!(
        (sum(&intake).as_str(), codes(&intake).as_str()),
        ("-1.00", "2:DirectionUnclear 3:AmountMissing")
    );
    // A card's only column, where a minus is money back.
    let card = "Date,Description,Debit\n2026-01-02,shop,5.00\n2026-01-03,refund,-2.00\n";
    assert_eq!(sum(&read(card.as_bytes(), &options()).unwrap()), "-3.00");
}

#[test]
fn what_could_be_payments_too_is_asked() {
    let file =
        "Date,Client,Amount,Payment Method,IBAN\n2026-01-02,Ann,5.00,transfer,DE89370400440532013000\n";
    let refusal = read(file.as_bytes(), &options()).unwrap_err();
    assert_eq!(
        (refusal.code, refusal.candidates.join(" ")),
        (Code::KindAmbiguous, "payments bank".to_owned())
    );
    let told_kind = |kind| Options { as_kind: Some(kind), ..options() };
    let payments = read(file.as_bytes(), &told_kind(Kind::Payments)).unwrap();
    assert_eq!((payments.payments.len(), payments.statements.len()), (1, 0));
    let other = read(b":20:X\n:25:1\n:60F:C260101EUR0,\n", &told_kind(Kind::Invoices)).unwrap_err();
    assert_eq!(other.code, Code::KindAmbiguous);
}
