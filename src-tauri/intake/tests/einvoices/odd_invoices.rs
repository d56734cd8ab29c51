//! What electronic invoices can do besides being plain.

use crate::our_own::{cii, pdf, ubl};
use crate::samples::{currency, options, reading};
use goodterms_intake::{FactName, Format, Intake, Kind, Options, SkipCode, WarningCode};
use goodterms_terms::{Code, Refusal};

fn read(text: &str) -> Intake {
    reading(text.as_bytes(), &options()).unwrap()
}

fn refused(text: &str) -> Refusal {
    reading(text.as_bytes(), &options()).unwrap_err()
}

fn skipped(text: &str) -> SkipCode {
    let intake = read(text);
    assert_eq!((intake.rows.read, intake.invoices.len(), intake.credit_notes.len()), (1, 0, 0));
    intake.skipped[0].code
}

#[test]
fn money_keeps_its_currencys_decimals() {
    for (total, code, minor) in
        [("1234", "JPY", 1234), ("1.234", "KWD", 1234), ("0.1", "EUR", 10), ("+12.5000", "EUR", 1250)]
    {
        let intake = read(&ubl("1", total, code, ""));
        assert_eq!(
            (intake.invoices[0].total.minor(), intake.invoices[0].total.currency()),
            (minor, currency(code))
        );
    }
    assert_eq!(skipped(&ubl("1", "0.5", "JPY", "")), SkipCode::AmountTooPrecise);
    assert_eq!(skipped(&ubl("1", "1,50", "EUR", "")), SkipCode::AmountUnreadable);
    assert_eq!(skipped(&ubl("1", "1 500", "EUR", "")), SkipCode::AmountUnreadable);
    assert_eq!(skipped(&ubl("1", "99999999999999999999", "EUR", "")), SkipCode::AmountTooLarge);
    assert_eq!(skipped(&ubl("1", "5", "QQQ", "")), SkipCode::CurrencyUnknown);
    assert_eq!(skipped(&ubl("1", "0.00", "EUR", "")), SkipCode::ZeroAmount);
    let mixed = ubl("1", "5", "EUR", "").replace("currencyID=\"EUR\"", "currencyID=\"SEK\"");
    assert_eq!(skipped(&mixed), SkipCode::CurrencyConflict);
}

#[test]
fn what_must_be_there_is_asked_for() {
    let plain = ubl("1", "5", "EUR", "");
    let without = |from: &str, to: &str| plain.replace(from, to);
    assert_eq!(skipped(&without("<cbc:ID>1</cbc:ID>", "")), SkipCode::NumberMissing);
    assert_eq!(skipped(&without("<cbc:IssueDate>2026-03-05</cbc:IssueDate>", "")), SkipCode::DateMissing);
    assert_eq!(skipped(&without("2026-03-05", "5 March")), SkipCode::DateUnreadable);
    assert_eq!(skipped(&without("2026-03-05", "1066-10-14")), SkipCode::DateOutOfRange);
    assert_eq!(skipped(&without("B\u{e4}ckerei Sonnenschein", " ")), SkipCode::ClientMissing);
    assert_eq!(
        skipped(&without(">5</cbc:TaxInclusiveAmount>", "></cbc:TaxInclusiveAmount>")),
        SkipCode::AmountMissing
    );
    assert_eq!(skipped(&without(">380<", ">325<")), SkipCode::NotAnInvoice);
    assert_eq!(skipped(&without(">380<", ">351<")), SkipCode::NotAnInvoice);
}

#[test]
fn types_and_signs_tell_invoices_from_credit_notes() {
    let kinds = |text: &str| {
        let intake = read(text);
        (intake.invoices.len(), intake.credit_notes.first().map(|note| note.amount.to_string()))
    };
    for invoice in ["380", "326", "384", "386", "389", "751"] {
        assert_eq!(kinds(&cii("1", invoice, "10.00")), (1, None), "{invoice}");
    }
    for credit in ["381", "396", "261"] {
        assert_eq!(kinds(&cii("1", credit, "10.00")), (0, Some("10.00".into())), "{credit}");
        assert_eq!(kinds(&cii("1", credit, "-10.00")), (0, Some("10.00".into())), "{credit}");
    }
    assert_eq!(kinds(&cii("1", "384", "-10.00")), (0, Some("10.00".into())));
}

#[test]
fn a_due_date_that_is_not_stated_is_marked() {
    let terms = |note: &str| {
        let more = format!("<cac:PaymentTerms><cbc:Note>{note}</cbc:Note></cac:PaymentTerms>");
        let intake = read(&ubl("1", "5", "EUR", &more));
        let draft = &intake.invoices[0];
        let warned = intake.warnings.iter().any(|warning| warning.code == WarningCode::DueDatesAssumed);
        assert_eq!(draft.due_assumed, warned);
        (draft.due.to_string(), draft.due_assumed)
    };
    assert_eq!(terms("14 days net"), ("2026-03-19".into(), true));
    assert_eq!(terms("as agreed"), ("2026-04-04".into(), true));
    let means =
        "<cac:PaymentMeans><cbc:PaymentDueDate>2026-05-01+02:00</cbc:PaymentDueDate></cac:PaymentMeans>";
    let intake = read(&ubl("1", "5", "EUR", means));
    assert_eq!(
        (intake.invoices[0].due.to_string(), intake.invoices[0].due_assumed),
        ("2026-05-01".into(), false)
    );
    let mut options = options();
    options.default_terms_days = 7;
    let intake = reading(ubl("1", "5", "EUR", "").as_bytes(), &options).unwrap();
    assert_eq!(intake.invoices[0].due.to_string(), "2026-03-12");
}

#[test]
fn discounts_come_out_of_their_own_fields_too() {
    let intake = read(&cii("1", "380", "200.00"));
    let early: Vec<_> = intake.invoices[0].particulars.early_payment.iter().collect();
    assert_eq!(
        (early[0].days, early[0].percent.to_string(), early[0].base.unwrap().to_string()),
        (10, "2.5".into(), "200.00".into())
    );
    let more = "<cac:PaymentTerms><cbc:SettlementDiscountPercent>3</cbc:SettlementDiscountPercent>\
        <cac:SettlementPeriod><cbc:EndDate>2026-03-12</cbc:EndDate></cac:SettlementPeriod></cac:PaymentTerms>";
    let intake = read(&ubl("1", "5", "EUR", more));
    let early = intake.invoices[0].particulars.early_payment[0];
    assert_eq!((early.days, early.percent.to_string()), (7, "3".into()));
}

#[test]
fn prepayments_keep_their_days_when_they_add_up() {
    let sums = |listed: &str| {
        let more = format!(
            "<cac:PrepaidPayment><cbc:PaidAmount currencyID=\"EUR\">{listed}</cbc:PaidAmount><cbc:ReceivedDate>2026-02-01</cbc:ReceivedDate></cac:PrepaidPayment>"
        );
        let text = ubl("1", "100.00", "EUR", &more).replace(
            "</cac:LegalMonetaryTotal>",
            "<cbc:PrepaidAmount currencyID=\"EUR\">40.00</cbc:PrepaidAmount><cbc:PayableAmount currencyID=\"EUR\">60.00</cbc:PayableAmount></cac:LegalMonetaryTotal>",
        );
        let intake = read(&text);
        let paid = intake.invoices[0].payments[0];
        (
            paid.on.map(|on| on.to_string()),
            paid.amount.to_string(),
            intake.invoices[0].balance.unwrap().to_string(),
        )
    };
    assert_eq!(sums("40.00"), (Some("2026-02-01".into()), "40.00".into(), "60.00".into()));
    assert_eq!(sums("39.00"), (None, "40.00".into(), "60.00".into()));
}

#[test]
fn sums_that_disagree_are_worth_a_warning() {
    let with = |sums: &str| {
        let text = ubl(
            "1",
            "119.00",
            "EUR",
            "<cac:TaxTotal><cbc:TaxAmount currencyID=\"SEK\">5</cbc:TaxAmount></cac:TaxTotal><cac:TaxTotal><cbc:TaxAmount currencyID=\"EUR\">19.00</cbc:TaxAmount></cac:TaxTotal>",
        );
        let intake =
            read(&text.replace("<cac:LegalMonetaryTotal>", &format!("<cac:LegalMonetaryTotal>{sums}")));
        intake.warnings.iter().filter(|warning| warning.code == WarningCode::AmountsDisagree).count()
    };
    assert_eq!(with("<cbc:TaxExclusiveAmount>100.00</cbc:TaxExclusiveAmount>"), 0);
    assert_eq!(with("<cbc:TaxExclusiveAmount>101.00</cbc:TaxExclusiveAmount>"), 1);
    assert_eq!(
        with(
            "<cbc:LineExtensionAmount>110</cbc:LineExtensionAmount><cbc:TaxExclusiveAmount>100.00</cbc:TaxExclusiveAmount><cbc:AllowanceTotalAmount>10</cbc:AllowanceTotalAmount>"
        ),
        0
    );
    assert_eq!(
        with(
            "<cbc:LineExtensionAmount>110</cbc:LineExtensionAmount><cbc:TaxExclusiveAmount>100.00</cbc:TaxExclusiveAmount>"
        ),
        1
    );
    assert_eq!(
        with("<cbc:PayableAmount>118.00</cbc:PayableAmount><cbc:PrepaidAmount>2.00</cbc:PrepaidAmount>"),
        1
    );
}

#[test]
fn an_envelope_is_opened_and_other_documents_are_refused_by_name() {
    let invoice = ubl("1", "5", "EUR", "");
    let inner = invoice.split_once("?>").unwrap().1.trim_start();
    let envelope = format!(
        "<sh:StandardBusinessDocument xmlns:sh=\"urn:sbd\"><sh:StandardBusinessDocumentHeader/>{inner}</sh:StandardBusinessDocument>"
    );
    assert_eq!(read(&envelope).invoices.len(), 1);
    for (text, word) in [
        (
            "<Order xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:Order-2\"><ID>1</ID></Order>",
            "an order",
        ),
        ("<p:FatturaElettronica xmlns:p=\"urn:it\"/>", "FatturaPA"),
        ("<Invoice><Total>5</Total></Invoice>", "grammar of its own"),
        ("<kml/>", "\u{201c}kml\u{201d}"),
    ] {
        let refusal = refused(text);
        assert!(refusal.code == Code::FileKindUnsupported && refusal.message.contains(word), "{refusal}");
        assert!(refusal.hint.is_some());
    }
    let mut options = options();
    options.as_kind = Some(Kind::Clients);
    assert_eq!(reading(invoice.as_bytes(), &options).unwrap_err().code, Code::KindAmbiguous);
}

#[test]
fn a_declared_encoding_is_believed_where_utf8_is_not() {
    let text =
        ubl("1", "5", "EUR", "").replace("UTF-8", "ISO-8859-2").replace("B\u{e4}ckerei", "P\u{159}\u{ed}tel");
    let (bytes, _, _) = encoding_rs::ISO_8859_2.encode(&text);
    let intake = reading(&bytes, &options()).unwrap();
    assert_eq!(intake.clients[0].name.as_deref(), Some("P\u{159}\u{ed}tel Sonnenschein"));
    assert_eq!((intake.reading.encoding, intake.reading.encoding_guessed), ("ISO-8859-2", false));
}

#[test]
fn what_was_read_is_shown_as_written_and_as_read() {
    let intake = read(&ubl("0042", "1234.5", "EUR", ""));
    let fact = |name| {
        intake
            .reading
            .facts
            .iter()
            .find(|fact| fact.name == name)
            .map(|fact| (fact.text.as_str(), fact.read_as.as_str()))
    };
    assert_eq!(fact(FactName::Number), Some(("0042", "0042")));
    assert_eq!(fact(FactName::Total), Some(("1234.5", "EUR 1234.50")));
    assert_eq!(fact(FactName::Due), Some(("", "2026-04-04")));
    assert_eq!(fact(FactName::Seller), Some(("Nordlicht GmbH", "Nordlicht GmbH")));
    let json = serde_json::to_value(&intake.reading).unwrap();
    assert_eq!(json["facts"][0]["name"], "number");
}

#[test]
fn a_pdf_gives_its_invoice_whatever_it_is_called() {
    let invoice = cii("7", "380", "10.00");
    for name in ["factur-x.xml", "ZUGFeRD-invoice.xml", "anything.bin"] {
        let intake = reading(&pdf(name, invoice.as_bytes(), ""), &options()).unwrap();
        assert_eq!((intake.reading.format, intake.invoices[0].number.as_str()), (Format::FacturX, "7"));
    }
    let marked = [b"\xEF\xBB\xBF", invoice.as_bytes()].concat();
    let before = [b"\xEF\xBB\xBF\r\n".as_slice(), &pdf("factur-x.xml", &marked, "")].concat();
    assert_eq!(reading(&before, &options()).unwrap().invoices.len(), 1);
    let other = reading(&pdf("notes.txt", b"Hello", ""), &options()).unwrap_err();
    assert!(other.message.contains("none of them is an electronic invoice"), "{other}");
    let locked =
        reading(&pdf("factur-x.xml", invoice.as_bytes(), "/Encrypt << /Filter /Unknown >>"), &options())
            .unwrap_err();
    assert!(locked.message.contains("password"), "{locked}");
}

#[test]
fn a_bill_to_the_business_itself_is_left_out() {
    let mut options = Options::new(currency("EUR"));
    options.business = Some("b\u{e4}ckerei  sonnenschein".into());
    let intake = reading(ubl("1", "5", "EUR", "").as_bytes(), &options).unwrap();
    assert_eq!(intake.skipped[0].code, SkipCode::Bill);
    options.business = Some("Nordlicht GmbH".into());
    let intake = reading(ubl("1", "5", "EUR", "").as_bytes(), &options).unwrap();
    assert!(
        intake.invoices.len() == 1 && intake.warnings.iter().all(|w| w.code != WarningCode::SellerDiffers)
    );
}
