//! Payment codes and page codes, read back from the printed page.

use super::bench::{self, codes, scanned};
use crate::codes::{
    PaymentLink, Pix, Remittance, SepaTransfer, SlipLanguage, SwissBill, SwissParty, SwissReference, Upi,
    readable_side,
};
use crate::flow::What;
use crate::{Drawing, PageMark, render_pdf, render_svg};
use goodterms_terms::{Currency, Money};

fn money(amount: &str, code: &str) -> Money {
    Money::parse(amount, Currency::from_code(code).unwrap()).unwrap()
}

fn all() -> Vec<(&'static str, String, Drawing)> {
    let epc = SepaTransfer {
        name: "Atelier Lumen SARL".into(),
        iban: "FR1420041010050500013M02606".into(),
        bic: String::new(),
        amount: money("5325.25", "EUR"),
        purpose: String::new(),
        remittance: Remittance::Text("PLAN-2026-014, première échéance".into()),
        note: String::new(),
    };
    let pix = Pix {
        key: "123e4567-e12b-12d1-a456-426655440000".into(),
        name: "Fulano de Tal".into(),
        town: "Brasília".into(),
        amount: money("10", "BRL"),
        txid: "PLAN2026014".into(),
    };
    let upi = Upi {
        address: "harbour.lane@bank".into(),
        name: "Harbour & Lane".into(),
        amount: money("10", "INR"),
        reference: "PLAN-2026-014".into(),
        note: String::new(),
    };
    let link = PaymentLink::new("https://pay.example.com/i/PLAN-2026-014?amount=921.36").unwrap();
    vec![
        ("epc", epc.payload().unwrap(), epc.code("EPC").unwrap()),
        ("pix", pix.payload().unwrap(), pix.code("PIX").unwrap()),
        ("upi", upi.payload().unwrap(), upi.code("UPI").unwrap()),
        ("link", link.payload().to_owned(), link.code("Link").unwrap()),
    ]
}

#[test]
fn payment_codes_are_read_back_from_the_printed_page() {
    for (name, payload, code) in all() {
        let side = readable_side(&code);
        let document = bench::page(|writer| {
            let block = writer.drawing(code, writer.sheet.left, side, side);
            writer.put(block);
        });
        bench::keep(name, &render_pdf(&document).bytes);
        let Some(pictures) = scanned(&render_pdf(&document).bytes) else { return };
        assert_eq!(codes(&pictures[0]), [payload], "{name}");
    }
}

fn bill() -> SwissBill {
    let party = |parts: [&str; 6]| {
        let [name, street, number, postcode, town, country] = parts.map(str::to_owned);
        SwissParty { name, street, number, postcode, town, country }
    };
    SwissBill {
        iban: "CH4431999123000889012".into(),
        creditor: party(["Max Muster & Söhne", "Musterstrasse", "123", "8000", "Seldwyla", "CH"]),
        amount: Some(money("1949.75", "CHF")),
        currency: Currency::from_code("CHF").unwrap(),
        debtor: Some(party(["Simon Muster", "Musterstrasse", "1", "8000", "Seldwyla", "CH"])),
        reference: SwissReference::Qr("210000000003139471430009017".into()),
        message: "Order from 15.10.2020".into(),
        billing: "//S1/10/1234/11/201021/30/102673386/32/7.7/40/0:30".into(),
        procedures: vec!["eBill/B/simon.muster@example.com".into()],
    }
}

#[test]
fn a_swiss_slip_has_its_own_page_and_its_code_can_be_read() {
    use SlipLanguage::{English, French, German, Italian};
    for (language, word) in
        [(German, "Zahlteil"), (French, "Récépissé"), (Italian, "Ricevuta"), (English, "Payment part")]
    {
        let mut blank = bill();
        blank.amount = None;
        blank.debtor = None;
        for (name, bill) in [("slip", bill()), ("slip-blank", blank)] {
            let letter = bench::page(|writer| {
                writer.say("Please find the payment slip on the next page.", 0);
            });
            let document = letter.with_swiss_bill(&bill, language).unwrap();
            assert_eq!(document.page_count(), 2);
            assert_eq!(document.missing(), []);
            assert_eq!(super::within_margins(&document), Ok(()));
            let rendered = render_pdf(&document);
            bench::keep(&format!("{name}-{language:?}"), &rendered.bytes);
            assert_eq!(render_svg(&document).len(), 2);
            let Some(text) = bench::pdf_text(&rendered.bytes) else { return };
            assert!(text.contains(word) && text.contains("CH44 3199 9123 0008 8901 2"), "{text}");
            let Some(pictures) = scanned(&rendered.bytes) else { return };
            assert_eq!(codes(&pictures[1]), [bill.payload().unwrap()], "{language:?}");
        }
    }
}

#[test]
fn a_bill_that_breaks_the_rules_is_refused() {
    let mut bill = bill();
    bill.reference = SwissReference::None;
    let letter = bench::page(|writer| writer.say("Nothing more.", 0));
    assert_eq!(letter.with_swiss_bill(&bill, SlipLanguage::German).unwrap_err().reason(), "reference");
}

#[test]
fn the_code_of_a_page_lies_over_nothing() {
    for (name, document) in super::samples::all().iter().filter(|(name, _)| name.starts_with("agreement")) {
        for page in &document.pages {
            let code = page.marks.iter().find_map(|mark| match &mark.what {
                What::Drawing { .. } if mark.node.is_none() && mark.y > document.sheet.bottom => {
                    Some((mark.x, mark.y))
                }
                _ => None,
            });
            let (left, top) = code.unwrap();
            for mark in &page.marks {
                let (right, bottom) = match &mark.what {
                    What::Text(run) => (mark.x + run.reach(), mark.y),
                    What::Rule { length, .. } => (mark.x + length, mark.y),
                    _ => continue,
                };
                assert!(right <= left || bottom <= top, "{name}: {mark:?}");
            }
        }
    }
}

#[test]
fn every_page_of_an_agreement_names_itself_even_after_a_scan() {
    let plan = super::samples::agreement();
    let rendered = render_pdf(&plan.document());
    let Some(pictures) = scanned(&rendered.bytes) else { return };
    assert_eq!(pictures.len(), rendered.pages);
    for (at, picture) in pictures.iter().enumerate() {
        let read = codes(picture);
        let marks: Vec<PageMark> = read.iter().filter_map(|text| text.parse().ok()).collect();
        let number = |count: usize| u32::try_from(count).unwrap();
        let wanted = PageMark {
            reference: plan.reference.clone(),
            version: plan.version,
            fingerprint: plan.fingerprint.clone(),
            page: number(at + 1),
            pages: number(rendered.pages),
        };
        assert_eq!(marks, [wanted], "page {}: {read:?}", at + 1);
    }
}
