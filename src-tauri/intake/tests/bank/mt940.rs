//! MT940 and its dialects.

use crate::samples::{expected, options, sample, samples_in};
use crate::{codes, lines, read, told};
use goodterms_terms::{Code, Money};

fn balance(text: &str) -> String {
    let amount = &text[10..].replace(',', ".");
    let sign = if text.starts_with('D') { "-" } else { "" };
    let money = Money::parse(amount.trim_end_matches('.'), crate::samples::currency(&text[7..10])).unwrap();
    format!("{sign}{money}")
}

#[test]
fn the_samples_say_what_others_read_in_them() {
    for name in ["asnb_mt940.txt", "february_30.sta", "knab.sta", "sepa_snippet.sta"] {
        let path = format!("mt940/{name}");
        let Some(bytes) = sample(&path) else { return };
        let intake = read(&bytes, &options()).unwrap();
        let of = |key: &str| expected(&path, key);
        assert_eq!(lines(&intake).len().to_string(), of("lines_61"), "{path}");
        assert_eq!(
            crate::sum(&intake).trim_end_matches(".00"),
            of("net_sum(C-D)").trim_end_matches(".00"),
            "{path}"
        );
        let opening = intake.statements[0].opening.unwrap().amount.to_string();
        assert_eq!(opening, balance(&of("first_opening")), "{path}");
        let closing = intake.statements.last().unwrap().closing.unwrap().amount.to_string();
        assert_eq!(closing, balance(&of("last_closing")), "{path}");
        let mut accounts: Vec<String> = intake.statements.iter().filter_map(|s| s.account.clone()).collect();
        accounts.dedup();
        assert_eq!(accounts.join(" | "), of("accounts"), "{path}");
        let first = lines(&intake)[0].value_on.unwrap().format("%y%m%d").to_string();
        // The thirtieth of February is its last day.
        assert_eq!(first, of("first_value_date").replace("160230", "160229"), "{path}");
    }
}

#[test]
fn no_movement_of_any_sample_is_lost() {
    for (path, bytes) in samples_in("mt940") {
        let there = String::from_utf8_lossy(&bytes).matches("\n:61:").count();
        match read(&bytes, &options()) {
            Ok(intake) => assert_eq!(intake.rows.read, there as u64, "{path}"),
            Err(refusal) => {
                assert_eq!(there, 0, "{path}: {}", refusal.message);
                assert!(
                    [
                        Code::HeaderNotFound,
                        Code::ColumnsUnrecognised,
                        Code::FileNotText,
                        Code::StatementMissing
                    ]
                    .contains(&refusal.code),
                    "{path}"
                );
            }
        }
    }
}

#[test]
fn details_of_every_style_name_the_other_side() {
    for (name, at, line) in [
        (
            "asnb_mt940.txt",
            0,
            "2020-01-01 -65.00 hr gjlm paulissen|NL47INGB9999999999||NL47INGB9999999999 hr gjlm paulissen Betaling sieraden",
        ),
        (
            "knab.sta",
            1,
            "2014-07-29 -7260.00 PICQER|NL65INGB0123456789||FACTUUR 201403110, 201403113 REK: NL65INGB0123456789/NAAM: PICQER",
        ),
        (
            "sepa_snippet.sta",
            0,
            "2007-09-04 50990.05 KARL KAUFMANN|DE14508800500194785000|EndToEndId TFNR 22 004 00001|Verw CTSc-01 BC-PPP TFNr 22 004 Empfaenger Marta Metzger",
        ),
        (
            "raphaelm.sta",
            0,
            "2002-03-20 5000.00 Empf\u{e4}nger||68790452|Verwendungszweck 1 Verwendungszweck 2 Buchungstext",
        ),
        (
            "with_binary_character.sta",
            0,
            "2010-03-19 27.00 PAYPAL|0175526300|100323-03-100323|QQW53T2245ZGY46J ABBUCHUNG VOM PAYPAL-KONTO 100318P3TX1433EV",
        ),
        ("rabobank-iban.sta", 1, "2013-01-02 -10.00 JOHN DOE|||Reference 201301234 P001234567"),
    ] {
        let Some(bytes) = sample(&format!("mt940/{name}")) else { return };
        let intake = read(&bytes, &options()).unwrap();
        assert_eq!(told(lines(&intake)[at]), line, "{name}");
    }
}

#[test]
fn statements_and_accounts_of_one_file_stay_apart() {
    let Some(bytes) = sample("mt940/raphaelm.sta") else { return };
    let intake = read(&bytes, &options()).unwrap();
    let accounts: Vec<_> =
        intake.statements.iter().map(|s| (s.account.clone().unwrap(), s.lines.len())).collect();
    assert_eq!(
        accounts,
        [("1222333444".to_owned(), 6), ("1222333444".to_owned(), 2), ("3346780111".to_owned(), 1)]
    );
    assert!(
        intake.statements.iter().all(|s| s.currency.code() == "DEM" && s.difference().unwrap().is_zero())
    );
}

#[test]
fn what_cannot_be_read_is_listed_and_the_rest_comes_in() {
    let file = ":20:X\n:25:NL91ABNA0417164300EUR\n:60F:C260101EUR10,00\n:61:2601020102C5,00NTRFINV-7\n:86:INV-7\n\
        :61:2613020102C5,00NTRFA1\n:61:2601020102C5,001NTRFA1\n:61:260102Q5,00NTRFA1\n:62F:C260102EUR16,00\n-\n";
    let intake = read(file.as_bytes(), &options()).unwrap();
    assert_eq!(codes(&intake), "6:DateUnreadable 7:AmountTooPrecise 8:DirectionUnclear BalanceDiffers");
    assert_eq!(told(lines(&intake)[0]), "2026-01-02 5.00 ||INV-7|INV-7");
    assert_eq!(intake.statements[0].account.as_deref(), Some("NL91ABNA0417164300"));
    let yen = file.replace("EUR", "JPY").replace("5,00N", "500N");
    assert_eq!(lines(&read(yen.as_bytes(), &options()).unwrap())[0].amount.to_string(), "500");
    let envelope = format!("{{1:F01X}}{{2:O940}}{{4:\n{file}}}{{5:}}{{1:F01X}}{{4:\n{file}");
    assert_eq!(read(envelope.as_bytes(), &options()).unwrap().statements.len(), 2);
}
