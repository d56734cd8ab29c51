//! OFX and QFX.

use crate::samples::{currency, expected, numbers, options, sample, samples_in};
use crate::{codes, lines, read, sum, told};
use goodterms_intake::{DecimalMark, Format, Options};
use goodterms_terms::Code;

const CORE: [&str; 7] = [
    "annacruz_bradesco",
    "annacruz_cef_malformed_decimal",
    "asgrim_ofxdata-memoWithAmpersand",
    "asgrim_ofxdata-oneline",
    "ofxparse_checking",
    "ofxtools_stmtrs",
    "ofxtools_stmtrs_euro",
];

/// Counts, sums, days, accounts and balances as independent tools found them.
#[test]
fn the_samples_say_what_others_read_in_them() {
    for name in CORE {
        let path = format!("ofx/{name}.ofx");
        let Some(bytes) = sample(&path) else { return };
        let intake = read(&bytes, &options()).unwrap();
        let of = |key: &str| expected(&path, key);
        assert_eq!(intake.reading.format, Format::Ofx);
        assert_eq!(intake.rows.read.to_string(), of("stmttrn_count"), "{path}");
        assert_eq!(intake.skipped.len().to_string(), of("unparseable_amounts"), "{path}");
        let total = sum(&intake);
        assert_eq!(if total == "0.00" { "0" } else { &total }, of("sum_trnamt"), "{path}");
        let credits = lines(&intake).iter().filter(|line| line.amount.is_positive()).count();
        assert_eq!(credits.to_string(), of("credits"), "{path}");
        let statement = &intake.statements[0];
        assert_eq!(statement.account.as_deref(), Some(of("accounts").as_str()), "{path}");
        assert_eq!(statement.currency.code(), of("currency"), "{path}");
        let balance = statement.closing.map(|closing| closing.amount.to_string());
        assert_eq!(balance, Some(of("ledger_balances").replace(',', ".")), "{path}");
        let days: Vec<String> =
            lines(&intake).iter().map(|line| line.on.to_string().replace('-', "")).collect();
        if let (Some(first), Some(last)) = (days.iter().min(), days.iter().max()) {
            assert_eq!(format!("{first}..{last}"), of("first..last DTPOSTED"), "{path}");
        }
    }
}

/// Every movement of every sample is a line or a listed row, also of those that no library reads.
#[test]
fn no_movement_of_any_sample_is_lost() {
    for (path, bytes) in samples_in("ofx") {
        let text = String::from_utf8_lossy(&bytes).to_uppercase();
        let there = text.matches("<STMTTRN>").count() + text.matches("<INVTRAN>").count();
        match read(&bytes, &options()) {
            Ok(intake) => assert_eq!(intake.rows.read, there as u64, "{path}"),
            Err(refusal) => {
                assert!(refusal.message.len() > 20 && refusal.hint.is_some(), "{path}");
                assert!(there == 0 || text.starts_with("<OFC>"), "{path}: {}", refusal.message);
            }
        }
    }
}

#[test]
fn a_file_without_a_statement_gives_the_banks_own_word() {
    for (name, word) in [
        ("ofxparse_signon_fail.ofx", "invalid identification code"),
        ("ofxparse_error_message.ofx", "General Server Error"),
        ("ofxparse_bank_small.ofx", "no statement"),
        ("libofx_heap-buffer-overflow-1.ofx", "no statement"),
    ] {
        let Some(bytes) = sample(&format!("ofx/{name}")) else { return };
        let refusal = read(&bytes, &options()).unwrap_err();
        assert_eq!(refusal.code, Code::StatementMissing, "{name}");
        assert!(refusal.message.contains(word), "{name}: {}", refusal.message);
    }
}

const HEAD: &str = "OFXHEADER:100\nDATA:OFXSGML\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR\n\
    <BANKACCTFROM><BANKID>1<ACCTID>DE89 3704 0044 0532 0130 00 EUR</BANKACCTFROM>\n<BANKTRANLIST>\n";

fn file(movements: &str) -> Vec<u8> {
    format!("{HEAD}{movements}").into_bytes()
}

#[test]
fn fields_are_taken_from_open_and_closed_tags() {
    let intake = read(
        &file(
            "<STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20260102120000[-5:EST]<TRNAMT>12,50<FITID>A1<NAME>Tom &amp; Ann\n\
             <BANKACCTTO><BANKID>2<ACCTID>99 88</BANKACCTTO><MEMO>Inv 7 < 8 & so\n\
             <STMTTRN>\n<dtposted>20260103</dtposted><TRNAMT>-3,00</TRNAMT><FITID>A2</FITID><CHECKNUM>0012</CHECKNUM>\n\
             <LEDGERBAL><BALAMT>9,50<DTASOF>20260103</LEDGERBAL>",
        ),
        &options(),
    )
    .unwrap();
    let all = lines(&intake);
    assert_eq!(told(all[0]), "2026-01-02 12.50 Tom & Ann|9988||Inv 7 < 8 & so");
    assert_eq!(told(all[1]), "2026-01-03 -3.00 ||0012|");
    assert_eq!(intake.statements[0].account.as_deref(), Some("DE89370400440532013000"));
    assert_eq!(intake.statements[0].closing.unwrap().amount.to_string(), "9.50");
    assert_eq!((intake.reading.decimal, codes(&intake)), (Some(DecimalMark::Comma), String::new()));
}

#[test]
fn an_amount_that_could_be_thousands_is_asked_about() {
    let movement = |amount: &str| format!("<STMTTRN><DTPOSTED>20260102<TRNAMT>{amount}<FITID>A</STMTTRN>\n");
    let refusal = read(&file(&movement("1,234")), &options()).unwrap_err();
    assert_eq!((refusal.code, refusal.candidates.len()), (Code::DecimalMarkAmbiguous, 1));
    let told = Options { decimal: Some(DecimalMark::Dot), ..options() };
    assert_eq!(sum(&read(&file(&movement("1,234")), &told).unwrap()), "1234.00");
    let decided = format!("{}{}", movement("1,234"), movement("0.50"));
    assert_eq!(sum(&read(&file(&decided), &options()).unwrap()), "1234.50");
    // Three decimals are what dinars have.
    let dinars = String::from_utf8(file(&movement("1.234"))).unwrap().replace("EUR\n", "KWD\n");
    assert_eq!(sum(&read(dinars.as_bytes(), &options()).unwrap()), "1.234");
    let yen = String::from_utf8(file(&movement("1500"))).unwrap().replace("EUR\n", "JPY\n");
    assert_eq!(sum(&read(yen.as_bytes(), &options()).unwrap()), "1500");
}

#[test]
fn currencies_of_one_file_stay_apart() {
    let foreign = "<STMTTRN><DTPOSTED>20260102<TRNAMT>5.00<FITID>A<CURRENCY><CURRATE>1<CURSYM>CAD</CURRENCY></STMTTRN>\
        <STMTTRN><DTPOSTED>20260102<TRNAMT>6.00<FITID>B<ORIGCURRENCY><CURSYM>CAD</ORIGCURRENCY></STMTTRN>\
        <STMTTRN><DTPOSTED>20260102<TRNAMT>7.00<FITID>C<CURRENCY><CURSYM>QQQ</CURRENCY></STMTTRN>";
    let intake = read(&file(foreign), &options()).unwrap();
    let shown: Vec<_> =
        intake.statements.iter().map(|s| (s.currency.code().to_owned(), s.lines.len())).collect();
    assert_eq!(shown, [("EUR".to_owned(), 1), ("CAD".to_owned(), 1)]);
    assert_eq!(codes(&intake), "3:CurrencyUnknown");
    assert_eq!(currency("DEM").exponent(), 2);
    assert_eq!(numbers("6.00 EUR"), ["6.00"]);
}
