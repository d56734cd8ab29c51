//! Bytes nobody meant: whatever comes, it is read or refused, and every document is accounted for.

use crate::our_own::{cii, pdf, ubl, zip};
use crate::samples::{options, reading, samples_in};
use goodterms_intake::{Options, read_mail};
use proptest::prelude::*;
use std::sync::LazyLock;

const CARD: &str = "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=B6rg=\r\n=20;;;\r\nitem1.TEL;TYPE=\"work,voice\";PREF=1:tel:+49;ext=1\r\nADR:;;a\\, b;c\r\n ;d;e;f\r\nEND:VCARD\r\n";
const MAIL: &str = "From: Ann <a@b.example>\r\nTo: c@d.example\r\nSubject: =?utf-8?Q?Z=C3=BC?=\r\nDate: Tue, 3 Mar 2026 09:05:00 +0100\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=x\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n<p>Hi</p>\r\n--x\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; x\r\n\r\nFinal-Recipient: rfc822; a@b.example\r\nAction: failed\r\nStatus: 5.1.1\r\n--x--\r\n";

/// A document of each kind that is read.
fn seeds() -> &'static [Vec<u8>] {
    static SEEDS: LazyLock<Vec<Vec<u8>>> = LazyLock::new(make_seeds);
    &SEEDS
}

fn make_seeds() -> Vec<Vec<u8>> {
    let more = "<cac:PaymentTerms><cbc:Note>#SKONTO#TAGE=7#PROZENT=2.00#\n30 Tage netto bis 04.04.2026, 3% Skonto 10 Tage</cbc:Note></cac:PaymentTerms>\
        <cac:PrepaidPayment><cbc:PaidAmount>1</cbc:PaidAmount></cac:PrepaidPayment>";
    let invoice = ubl("A-1", "10.00", "EUR", more);
    let cross = cii("B-2", "381", "-10.00");
    let attached = pdf("factur-x.xml", cross.as_bytes(), "");
    let archive = zip(&[("a.xml", invoice.as_bytes()), ("b.pdf", &attached), ("c.xml", cross.as_bytes())]);
    vec![invoice.into_bytes(), cross.into_bytes(), attached, archive, CARD.into(), MAIL.into()]
}

fn damage(bytes: &mut Vec<u8>, cuts: &[(prop::sample::Index, u8, u8)]) {
    const WORDS: [&str; 12] =
        ["<", ">", "</", "&amp;", "<![CDATA[", "=", ";", ":", "\r\n ", "9999999999", "-", "\u{fc}"];
    for (at, how, byte) in cuts {
        if bytes.is_empty() {
            return;
        }
        let at = at.index(bytes.len());
        match how % 6 {
            0 => bytes[at] = *byte,
            1 => bytes.insert(at, *byte),
            2 => drop(bytes.remove(at)),
            3 => bytes.truncate(at),
            4 => drop(bytes.splice(at..at, WORDS[usize::from(*byte) % WORDS.len()].bytes())),
            _ => {
                let end = bytes.len().min(at + usize::from(*byte));
                let again = bytes[at..end].to_vec();
                drop(bytes.splice(at..at, again));
            }
        }
    }
}

fn look(bytes: &[u8], options: &Options) {
    let _ = reading(bytes, options);
    let _ = read_mail(bytes);
}

fn cuts() -> impl Strategy<Value = Vec<(prop::sample::Index, u8, u8)>> {
    prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), any::<u8>()), 1..10)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(1500) })]

    #[test]
    fn any_bytes_behind_a_beginning(
        beginning in prop::sample::select(vec![&b""[..], b"PK\x03\x04", b"PK\x05\x06", b"%PDF-1.7\n", b"<?xml version=\"1.0\"?>", b"<Invoice>", b"BEGIN:VCARD\n", b"From: a\nTo: b\n"]),
        rest in prop::collection::vec(any::<u8>(), 0..300),
    ) {
        look(&[beginning, &rest].concat(), &options());
    }

    #[test]
    fn damaged_documents(which in any::<prop::sample::Index>(), cuts in cuts()) {
        let all = seeds();
        let mut bytes = all[which.index(all.len())].clone();
        damage(&mut bytes, &cuts);
        look(&bytes, &options());
    }

    /// What comes out of a damaged invoice is still an invoice.
    #[test]
    fn drafts_are_whole(cuts in cuts(), cross in any::<bool>()) {
        let mut bytes = if cross { cii("1", "380", "10.00") } else { ubl("1", "10.00", "KWD", "") }.into_bytes();
        damage(&mut bytes, &cuts);
        if let Ok(intake) = reading(&bytes, &options()) {
            for invoice in &intake.invoices {
                prop_assert!(invoice.total.is_positive() && !invoice.number.is_empty());
                prop_assert!(!intake.clients[invoice.client].known_as().is_empty());
                prop_assert!(invoice.payments.iter().all(|paid| paid.amount.is_positive()));
            }
            prop_assert!(intake.credit_notes.iter().all(|note| note.amount.is_positive() && note.client < intake.clients.len()));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

    #[test]
    fn damaged_samples(kind in prop::sample::select(vec!["ubl", "cii", "vcard", "eml"]), which in any::<prop::sample::Index>(), cuts in cuts()) {
        let all = samples_in(kind);
        if !all.is_empty() {
            let mut bytes = all[which.index(all.len())].1.clone();
            damage(&mut bytes, &cuts);
            look(&bytes, &options());
        }
    }
}

#[test]
fn every_prefix_is_read_or_refused() {
    for bytes in seeds() {
        for end in 0..bytes.len() {
            look(&bytes[..end], &options());
        }
    }
}
