//! The same movement in two files is known again; two like movements are two.

use crate::read;
use crate::samples::options;
use goodterms_intake::{LineKey, line_keys};
use std::collections::BTreeSet;

fn keys(text: &str) -> Vec<LineKey> {
    let intake = read(text.as_bytes(), &options()).unwrap();
    line_keys(&intake.statements).into_iter().flatten().collect()
}

fn ofx(movements: &[(&str, &str, &str)]) -> String {
    let movement = |(id, day, amount): &(&str, &str, &str)| {
        format!("<STMTTRN><DTPOSTED>{day}<TRNAMT>{amount}<FITID>{id}<NAME>Ann</STMTTRN>\n")
    };
    let all: String = movements.iter().map(movement).collect();
    format!("<OFX><STMTRS><CURDEF>EUR<BANKACCTFROM><ACCTID>1</BANKACCTFROM>\n{all}</STMTRS></OFX>")
}

#[test]
fn overlapping_files_share_the_keys_of_what_they_share() {
    let first =
        keys(&ofx(&[("A", "20260101", "5.00"), ("B", "20260102", "6.00"), ("B", "20260102", "6.00")]));
    let second =
        keys(&ofx(&[("B", "20260102", "6.00"), ("B", "20260102", "6.00"), ("C", "20260103", "7.00")]));
    assert_eq!(&first[1..], &second[..2]);
    let all: BTreeSet<LineKey> = first.iter().chain(&second).copied().collect();
    assert_eq!(all.len(), 4);
    // A bank that gives one number to several movements loses none of them.
    let reused =
        keys(&ofx(&[("0", "20260101", "5.00"), ("0", "20260101", "6.00"), ("0", "20260102", "5.00")]));
    assert_eq!(reused.into_iter().collect::<BTreeSet<_>>().len(), 3);
}

#[test]
fn without_a_number_the_words_tell_whatever_their_layout() {
    let mt940 = |text: &str| {
        format!(
            ":20:X\n:25:1\n:60F:C260101EUR0,\n:61:260102C5,NTRFNONREF\n:86:{text}\n:62F:C260102EUR5,\n-\n"
        )
    };
    assert_eq!(keys(&mt940("Inv 7 Ann")), keys(&mt940("INV 7\nANN")));
    assert_ne!(keys(&mt940("Inv 7 Ann")), keys(&mt940("Inv 8 Ann")));
    // Two pages of one day: the second like movement is the second, on whichever page it stands.
    let two_pages = format!("{}{}", mt940("Inv 7"), mt940("Inv 7"));
    let keys = keys(&two_pages);
    assert_ne!(keys[0], keys[1]);
}
