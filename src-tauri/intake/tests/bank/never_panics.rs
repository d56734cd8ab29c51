//! Bytes nobody meant, and real files with damage: read or refused, every record accounted for.

use crate::read;
use crate::samples::{options, samples_in};
use goodterms_intake::line_keys;
use proptest::prelude::*;

const OFX: &str = "OFXHEADER:100\n<OFX><STMTRS><CURDEF>EUR<BANKACCTFROM><ACCTID>1</BANKACCTFROM><BANKTRANLIST>\n\
    <STMTTRN><DTPOSTED>20260102<TRNAMT>-5,00<FITID>A<NAME>Ann &amp; Bo<MEMO>x</STMTTRN></BANKTRANLIST><LEDGERBAL><BALAMT>1.00</OFX>";
const CAMT: &str = "<Document xmlns=\"camt.053.001.08\"><Stmt><Acct><Id><IBAN>DE89370400440532013000</IBAN></Id></Acct>\n\
    <Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">1.00</Amt><CdtDbtInd>CRDT</CdtDbtInd></Bal>\n\
    <Ntry><Amt Ccy=\"EUR\">5.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><BookgDt><Dt>2026-01-02</Dt></BookgDt></Ntry></Stmt></Document>";
const MT940: &str = "{1:F01X}{4:\n:20:X\n:25:1\n:60F:C260101EUR10,00\n:61:2601020102CR5,00NTRFNONREF//B\nbelow\n\
    :86:166?00TEXT?20EREF+A?21SVWZ+Inv 7?31DE89370400440532013000?32Ann\n:62F:C260102EUR15,00\n-}";
const QIF: &str = "!Type:Bank\nD13/01'26\nT-1,234.50\nPAnn\nMInv 7\nN12\nSfood\n$-1.00\n^\nD1/2/26\nU5\n^\n";
const TABLE: &str = "Account,Date,Value Date,Description,Debit,Credit,Balance,Currency\n1,2026-01-02,2026-01-02,a,5.00,,5.00,EUR\n\
    1,2026-01-03,,b,,7.00,12.00,EUR\n,,,more words,,,,\n1,2026-01-04,,Closing balance,,,12.00,EUR\n";

/// Some bytes taken out, put in or turned, or the rest cut off.
fn damaged(bytes: &[u8], cuts: &[(prop::sample::Index, u8, u8)]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for (at, how, byte) in cuts {
        if bytes.is_empty() {
            break;
        }
        let at = at.index(bytes.len());
        match how % 6 {
            0 => bytes[at] = *byte,
            1 => bytes.insert(at, *byte),
            2 => drop(bytes.remove(at)),
            3 => bytes.truncate(at.max(bytes.len() / 2)),
            4 => bytes.insert(at, b"<>/:,;^\n?+!&-\"0"[usize::from(*byte) % 15]),
            _ => {
                let piece = bytes[at..(at + 40).min(bytes.len())].to_vec();
                bytes.splice(at..at, piece);
            }
        }
    }
    bytes
}

fn any_cuts(most: usize) -> impl Strategy<Value = Vec<(prop::sample::Index, u8, u8)>> {
    prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), any::<u8>()), 1..most)
}

fn read_or_refused(bytes: &[u8]) -> Result<(), TestCaseError> {
    let first = read(bytes, &options());
    prop_assert_eq!(&read(bytes, &options()), &first);
    if let Ok(intake) = first {
        let keys = line_keys(&intake.statements);
        let mut all: Vec<_> = keys.iter().flatten().collect();
        let count = all.len();
        all.sort_unstable();
        all.dedup();
        prop_assert_eq!(all.len(), count, "two lines share a key");
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(1200) })]

    #[test]
    fn any_bytes_behind_any_beginning(
        head in prop::sample::select(vec!["<OFX><STMTTRN>", "<Document camt.053><Stmt><Ntry>", ":20:\n:25:\n:61:", ":60F:C260101EUR1,\n:61:", "!Type:Bank\nD", "Date,Description,Debit,Credit\n"]),
        bytes in prop::collection::vec(any::<u8>(), 0..200),
    ) {
        read_or_refused(&[head.as_bytes(), &bytes].concat())?;
    }

    #[test]
    fn any_text_behind_any_beginning(
        head in prop::sample::select(vec!["<OFX><STMTTRN><TRNAMT>", "<Document camt.053><Stmt><Ntry><Amt>", ":20:\n:25:\n:61:260102C1,NTRF\n:86:", "!Type:Bank\nD1/1/26\nT", "Date,Description,Amount\n2026-01-02,"]),
        text in "\\PC{0,120}",
    ) {
        read_or_refused(format!("{head}{text}").as_bytes())?;
    }

    #[test]
    fn damaged_shapes(
        whole in prop::sample::select(vec![OFX, CAMT, MT940, QIF, TABLE]),
        cuts in any_cuts(10),
    ) {
        read_or_refused(&damaged(whole.as_bytes(), &cuts))?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

    #[test]
    fn damaged_samples(
        kind in prop::sample::select(vec!["ofx", "camt", "mt940", "qif", "bank-csv"]),
        which in any::<prop::sample::Index>(),
        cuts in any_cuts(8),
    ) {
        let all = samples_in(kind);
        if !all.is_empty() {
            read_or_refused(&damaged(&all[which.index(all.len())].1, &cuts))?;
        }
    }
}

#[test]
fn every_prefix_of_each_shape_is_read_or_refused() {
    for whole in [OFX, CAMT, MT940, QIF, TABLE] {
        assert!(read(whole.as_bytes(), &options()).is_ok(), "{whole}");
        for end in 0..whole.len() {
            let _ = read(&whole.as_bytes()[..end], &options());
        }
    }
}
