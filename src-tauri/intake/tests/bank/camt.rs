//! CAMT.052, .053 and .054.

use crate::samples::{options, sample, samples_in};
use crate::{codes, lines, read, told};
use goodterms_intake::Format;
use goodterms_terms::Code;

#[test]
fn the_samples_say_what_others_read_in_them() {
    let Some(bytes) = sample("camt/camt053.v2.multi.statement.xml") else { return };
    let intake = read(&bytes, &options()).unwrap();
    assert_eq!((intake.statements.len(), intake.reading.format), (2, Format::Camt));
    let all = lines(&intake);
    assert_eq!(told(all[0]), "2014-12-31 8.85 ||000000001|Transaction Description 1");
    assert!(told(all[1]).starts_with("2014-12-31 -7.00 ") && told(all[1]).contains("|000000002|"));
    assert_eq!(codes(&intake), "");

    let intake = read(&sample("camt/camt053.v8.xml").unwrap(), &options()).unwrap();
    let line = lines(&intake)[0];
    assert_eq!((line.on.to_string().as_str(), line.amount.to_string().as_str()), ("2014-12-31", "8.85"));
    assert_eq!(
        (line.reference.as_deref(), line.payer.as_deref()),
        (Some("4654654654654654"), Some("NAME NAME"))
    );
    assert!(line.text.contains("MUELL/FINP/RA12345"));

    let intake = read(&sample("camt/camt054.v4.xml").unwrap(), &options()).unwrap();
    let amounts: Vec<String> = lines(&intake).iter().map(|line| line.amount.to_string()).collect();
    assert_eq!(amounts, ["3.10", "3.20", "3.20"]);
    assert_eq!(intake.statements[0].currency.code(), "CHF");
    assert_eq!(codes(&intake), "BatchDiffers");

    let refusal = read(&sample("camt/camt053.v2.wrong.xml").unwrap(), &options()).unwrap_err();
    assert_eq!(refusal.code, Code::StatementMissing);
}

/// Each entry, or each payment of a batch, of every sample is a line.
#[test]
fn no_entry_of_any_sample_is_lost() {
    for (path, bytes) in samples_in("camt").into_iter().filter(|(path, _)| !path.contains("wrong")) {
        let text = String::from_utf8(bytes.clone()).unwrap();
        let (entries, payments) = (text.matches("<Ntry>").count(), text.matches("<TxDtls>").count());
        let intake = read(&bytes, &options()).unwrap_or_else(|refusal| panic!("{path}: {}", refusal.message));
        assert_eq!(lines(&intake).len(), if payments > entries { payments } else { entries }, "{path}");
        assert!(intake.statements.iter().all(|statement| statement.account.is_some()), "{path}");
    }
}

fn message(body: &str) -> Vec<u8> {
    format!(
        "<?xml version=\"1.0\"?>\n<ns:Document xmlns:ns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.13\">\n<ns:BkToCstmrStmt>\
         <ns:Stmt><ns:CreDtTm>2026-02-01T08:00:00</ns:CreDtTm><ns:Acct><ns:Id><ns:IBAN>DE89370400440532013000</ns:IBAN></ns:Id>\
         <ns:Ccy>EUR</ns:Ccy></ns:Acct>\n{body}</ns:Stmt></ns:BkToCstmrStmt></ns:Document>"
    )
    .into_bytes()
}

fn entry(inner: &str) -> String {
    format!("<ns:Ntry>{}</ns:Ntry>\n", inner.replace('<', "<ns:").replace("<ns:/", "</ns:"))
}

const BOOKED: &str = "<Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-01-31</Dt></BookgDt>";

#[test]
fn what_takes_money_back_keeps_its_sign_and_its_other_side() {
    let parties = "<NtryDtls><TxDtls><RltdPties><Dbtr><Pty><Nm>Ann Payer</Nm></Pty></Dbtr><Cdtr><Nm>Us</Nm></Cdtr></RltdPties>\
        <RmtInf><Ustrd>INV-7</Ustrd><Ustrd>thanks</Ustrd></RmtInf></TxDtls></NtryDtls>";
    let paid = entry(&format!("<Amt Ccy=\"EUR\">10.00</Amt><CdtDbtInd>CRDT</CdtDbtInd>{BOOKED}{parties}"));
    let bounced = entry(&format!(
        "<Amt Ccy=\"EUR\">10.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><RvslInd>true</RvslInd>{BOOKED}{parties}"
    ));
    let intake = read(&message(&(paid + &bounced)), &options()).unwrap();
    let all = lines(&intake);
    assert_eq!(told(all[0]), "2026-01-31 10.00 Ann Payer|||INV-7 thanks");
    assert_eq!(
        (told(all[1]), all[1].reversal),
        ("2026-01-31 -10.00 Ann Payer|||INV-7 thanks".to_owned(), true)
    );
}

#[test]
fn entries_that_cannot_count_are_listed() {
    let body = [
        entry("<Amt Ccy=\"EUR\">1.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>PDNG</Sts>"),
        entry(&format!("<Amt Ccy=\"EUR\">x</Amt><CdtDbtInd>CRDT</CdtDbtInd>{BOOKED}")),
        entry(&format!("<Amt Ccy=\"EUR\">1.00</Amt>{BOOKED}")),
        entry(&format!("<Amt Ccy=\"QQQ\">1.00</Amt><CdtDbtInd>CRDT</CdtDbtInd>{BOOKED}")),
        entry("<Amt Ccy=\"EUR\">1.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>"),
        entry(&format!("<Amt Ccy=\"EUR\">1.001</Amt><CdtDbtInd>CRDT</CdtDbtInd>{BOOKED}")),
    ]
    .concat();
    let intake = read(&message(&body), &options()).unwrap();
    let first = intake.skipped[0].row;
    let after = |row: u64| row - first;
    let found: Vec<_> = intake.skipped.iter().map(|s| (after(s.row), format!("{:?}", s.code))).collect();
    let expected = [
        (0, "NotBooked"),
        (1, "AmountUnreadable"),
        (2, "DirectionUnclear"),
        (3, "CurrencyUnknown"),
        (5, "AmountTooPrecise"),
    ];
    assert_eq!(found, expected.map(|(row, code)| (row, code.to_owned())));
    assert_eq!((lines(&intake).len(), lines(&intake)[0].on.to_string().as_str()), (1, "2026-02-01"));
    assert!(codes(&intake).ends_with("DayAssumed"));
}

#[test]
fn a_batch_is_taken_apart_only_when_each_payment_says_how_much() {
    let batch = |second: &str| {
        message(&entry(&format!(
            "<Amt Ccy=\"EUR\">30.00</Amt><CdtDbtInd>CRDT</CdtDbtInd>{BOOKED}<NtryDtls><TxDtls><Amt Ccy=\"EUR\">10.00</Amt></TxDtls>\
             <TxDtls>{second}</TxDtls></NtryDtls>"
        )))
    };
    let amounts = |bytes: &[u8]| {
        let intake = read(bytes, &options()).unwrap();
        (lines(&intake).iter().map(|line| line.amount.to_string()).collect::<Vec<_>>(), codes(&intake))
    };
    let whole = "<AmtDtls><InstdAmt><Amt Ccy=\"CAD\">29.00</Amt></InstdAmt><TxAmt><Amt Ccy=\"EUR\">20.00</Amt></TxAmt></AmtDtls>";
    assert_eq!(amounts(&batch(whole)), (vec!["10.00".into(), "20.00".into()], String::new()));
    assert_eq!(amounts(&batch("<Amt Ccy=\"EUR\">19.00</Amt>")).1, "BatchDiffers");
    assert_eq!(amounts(&batch("<Refs/>")), (vec!["30.00".into()], String::new()));
}

#[test]
fn balances_are_checked_and_cut_files_said() {
    let paid = entry(&format!("<Amt Ccy=\"EUR\">10.00</Amt><CdtDbtInd>CRDT</CdtDbtInd>{BOOKED}"));
    let bal = |code: &str, amount: &str| {
        format!(
            "<ns:Bal><ns:Tp><ns:CdOrPrtry><ns:Cd>{code}</ns:Cd></ns:CdOrPrtry></ns:Tp><ns:Amt Ccy=\"EUR\">{amount}</ns:Amt>\
             <ns:CdtDbtInd>CRDT</ns:CdtDbtInd></ns:Bal>\n"
        )
    };
    let file = |closing: &str| message(&(bal("OPBD", "5.00") + &bal("CLBD", closing) + &paid));
    assert_eq!(codes(&read(&file("15.00"), &options()).unwrap()), "");
    assert_eq!(codes(&read(&file("16.00"), &options()).unwrap()), "BalanceDiffers");
    let whole = file("15.00");
    let cut = whole.len() - 60;
    let intake = read(&whole[..cut], &options()).unwrap();
    assert!(codes(&intake).contains("FileCutOff"), "{}", codes(&intake));
}

#[test]
fn document_types_and_deep_nesting_are_harmless() {
    let bomb = b"<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"aaaa\">]><Document xmlns=\"camt.053\"><Stmt>&a;</Stmt></Document>";
    assert_eq!(read(bomb, &options()).unwrap_err().code, Code::FileKindUnsupported);
    let deep = message(&entry(&format!("{}<Amt Ccy=\"EUR\">1</Amt>", "<A>".repeat(100_000))));
    assert_eq!(read(&deep, &options()).unwrap().rows.skipped, 1);
}
