//! QIF.

use crate::samples::{expected, options, sample, samples_in};
use crate::{codes, lines, read, sum, told};
use goodterms_intake::{DateOrder, Options};
use goodterms_terms::Code;

#[test]
fn the_samples_say_what_others_read_in_them() {
    for (name, order) in
        [("ddmmyy", DateOrder::Dmy), ("mmddyy", DateOrder::Mdy), ("separator", DateOrder::Dmy)]
    {
        let path = format!("qif/3_records_{name}.qif");
        let Some(bytes) = sample(&path) else { return };
        let intake = read(&bytes, &options()).unwrap();
        assert_eq!(lines(&intake).len().to_string(), expected(&path, "T_records"));
        assert_eq!(sum(&intake), expected(&path, "sum"));
        assert_eq!(intake.reading.date_order, Some(order), "{path}");
        let days: Vec<String> = lines(&intake).iter().map(|line| line.on.to_string()).collect();
        assert_eq!(days, ["2010-01-01", "2010-06-01", "2010-12-29"], "{path}");
        assert!(!intake.reading.columns[0].proof.is_empty(), "the reading shows what decided");
    }
}

/// The same three movements, written in eight ways.
#[test]
fn the_same_movements_are_read_from_every_spelling() {
    for (path, bytes) in samples_in("qif")
        .into_iter()
        .filter(|(path, _)| path.contains("3_records") && !path.contains("separator"))
    {
        let intake = read(&bytes, &options()).unwrap();
        let all: Vec<String> = lines(&intake).iter().map(|line| told(line)).collect();
        let expected = ["2010-01-01 -10.00", "2010-06-01 -20.00", "2010-12-29 30.00"];
        assert_eq!(all, expected.map(|start| format!("{start} Description|||Reference")), "{path}");
    }
}

#[test]
fn other_text_is_refused_and_splits_are_one_movement() {
    let Some(bytes) = sample("qif/not_a_QIF_file.txt") else { return };
    let code = read(&bytes, &options()).unwrap_err().code;
    assert!([Code::HeaderNotFound, Code::ColumnsUnrecognised].contains(&code), "{code:?}");
    let mdy = Options { date_order: Some(DateOrder::Mdy), ..options() };
    let intake = read(&sample("qif/splits.qif").unwrap(), &mdy).unwrap();
    let all: Vec<String> = lines(&intake).iter().map(|line| told(line)).collect();
    assert_eq!(
        all,
        ["1994-06-01 -1000.00 Bank Of Mortgage||1005|Memo", "1994-06-02 75.00 Deposit|||Deposit"]
    );
}

#[test]
fn dates_that_decide_nothing_are_asked_about() {
    let file = "!Type:Bank\nD1/2/26\nT5.00\n^\nD3/4/26\nT6.00\n^\nD5/5/26\nT7.00\n^\n";
    let refusal = read(file.as_bytes(), &options()).unwrap_err();
    assert_eq!((refusal.code, refusal.candidates.len()), (Code::DateOrderAmbiguous, 2));
    assert!(
        refusal.candidates[0].contains("2026-02-01 (dmy) or 2026-01-02 (mdy)"),
        "{:?}",
        refusal.candidates
    );
    let days = |order| {
        let told = Options { date_order: Some(order), ..options() };
        lines(&read(file.as_bytes(), &told).unwrap())[0].on.to_string()
    };
    assert_eq!((days(DateOrder::Dmy), days(DateOrder::Mdy)), ("2026-02-01".into(), "2026-01-02".into()));
}

#[test]
fn records_that_are_no_movements_are_counted_apart() {
    let file = "!Option:AutoSwitch\n!Account\nNGiro\nTBank\n^\n!Clear:AutoSwitch\n!Type:Bank\nD13.1.26\nT100,00\nPOpening Balance\nL[Giro]\n^\n\
        D14.1.26\nT1.234,50\nPAnn\nN77\n^\nD15.1.26\nPno amount\n^\nDsoon\nT1,00\n^\n!Type:Cat\nNFood\n^\n!Type:Invst\nD1.1.26\nNBuy\nT5,00\n^\n";
    let intake = read(file.as_bytes(), &options()).unwrap();
    assert_eq!(told(lines(&intake)[0]), "2026-01-14 1234.50 Ann||77|Ann");
    let statement = &intake.statements[0];
    assert_eq!(
        (statement.account.as_deref(), statement.opening.unwrap().amount.to_string().as_str()),
        (Some("Giro"), "100.00")
    );
    assert_eq!(codes(&intake), "18:AmountMissing 21:DateUnreadable 28:NotAMovement");
    assert_eq!((intake.rows.title, intake.rows.totals, intake.rows.read), (2, 1, 7));
}
