//! Every electronic invoice among the samples, held against what independent tools found in it.

use crate::samples::{expected, options, reading, sample, samples_in};
use goodterms_intake::{CreditNoteDraft, Format, Intake, InvoiceDraft, Kind, SkipCode, WarningCode};
use goodterms_terms::{Code, Refusal};

/// What Python's `xml.etree` finds in each sample by local names.
const KNOWN: &str = include_str!("known.tsv");

/// The rows of [`KNOWN`]: sample, number, issued, due (in brackets when assumed), total (with a minus when
/// credited), to pay, currency, buyer.
fn known() -> impl Iterator<Item = [&'static str; 8]> {
    KNOWN
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| line.split('\t').collect::<Vec<_>>().try_into().unwrap())
}

fn invoice(intake: &Intake) -> &InvoiceDraft {
    assert_eq!((intake.invoices.len(), intake.credit_notes.len()), (1, 0), "{:?}", intake.skipped);
    &intake.invoices[0]
}

fn credit_note(intake: &Intake) -> &CreditNoteDraft {
    assert_eq!((intake.invoices.len(), intake.credit_notes.len()), (0, 1), "{:?}", intake.skipped);
    &intake.credit_notes[0]
}

#[test]
fn every_sample_reads_as_independent_tools_read_it() {
    for [path, number, issued, due, total, payable, currency, buyer] in known() {
        let Some(bytes) = sample(path) else { return };
        let intake = reading(&bytes, &options()).unwrap();
        assert_eq!((intake.reading.kind, intake.rows.used), (Kind::Invoices, 1), "{path}");
        assert!(intake.reading.columns.is_empty() && intake.reading.facts.len() >= 6, "{path}");
        assert_eq!(intake.clients[0].name.as_deref(), Some(buyer), "{path}");
        if let Some(credited) = total.strip_prefix('-') {
            let note = credit_note(&intake);
            let read = (
                note.number.as_str(),
                note.issued.to_string(),
                note.amount.to_string(),
                note.remaining.unwrap().to_string(),
            );
            assert_eq!(read, (number, issued.into(), credited.into(), payable.into()), "{path}");
            assert_eq!(note.amount.currency().code(), currency, "{path}");
            continue;
        }
        let draft = invoice(&intake);
        let read_due = if draft.due_assumed { format!("({})", draft.due) } else { draft.due.to_string() };
        let balance = draft.balance.unwrap();
        let read = (
            draft.number.as_str(),
            draft.issued.to_string(),
            read_due.as_str(),
            draft.total.to_string(),
            balance.to_string(),
        );
        assert_eq!(read, (number, issued.into(), due, total.into(), payable.into()), "{path}");
        assert_eq!(draft.total.currency().code(), currency, "{path}");
        let paid: i64 = draft.payments.iter().map(|paid| paid.amount.minor()).sum();
        let rounding = draft.particulars.rounding.map_or(0, |rounding| rounding.minor());
        assert_eq!(draft.total.minor() - paid + rounding, balance.minor(), "{path}");
    }
}

#[test]
fn no_sample_is_forgotten() {
    for kind in ["ubl", "cii", "facturx"] {
        for (path, bytes) in samples_in(kind) {
            let known = known().any(|[known, ..]| known == path);
            match reading(&bytes, &options()) {
                Ok(intake) if path == "cii/cen_CII-BR-CO-10-RoundingIssue.xml" => {
                    assert_eq!(intake.skipped[0].code, SkipCode::ZeroAmount);
                }
                Ok(_) => assert!(known, "{path}"),
                Err(refusal) => {
                    assert!(
                        path.ends_with("waytoosmall.pdf") || path.ends_with("unknown_invoice.pdf"),
                        "{path}: {refusal}"
                    );
                }
            }
        }
    }
}

#[test]
fn expected_values_are_met_to_the_letter() {
    for path in [
        "cii/akretion_zugferd-basic.xml",
        "cii/zf_EN16931_Einfach.cii.xml",
        "ubl/cen_ubl-tc434-example5.xml",
        "ubl/peppol_base-creditnote-correction.xml",
        "ubl/peppol_base-example.xml",
        "ubl/se_BIS_Billing_30-Rantefaktura_Enkel.xml",
        "ubl/xrechnung_01.10a_skonto_ubl.xml",
    ] {
        let Some(bytes) = sample(path) else { return };
        let intake = reading(&bytes, &options()).unwrap();
        let (number, total, particulars) = match intake.invoices.first() {
            Some(draft) => (&draft.number, draft.total, &draft.particulars),
            None => {
                let note = credit_note(&intake);
                (&note.number, note.amount, &note.particulars)
            }
        };
        assert_eq!(*number, expected(path, "invoice_number"), "{path}");
        assert_eq!(particulars.type_code, Some(expected(path, "type_code")), "{path}");
        let stated =
            goodterms_terms::Money::parse(&expected(path, "total_with_tax"), total.currency()).unwrap();
        assert_eq!((total, total.currency().code()), (stated, expected(path, "currency").as_str()), "{path}");
        assert_eq!(intake.clients[0].name, Some(expected(path, "buyer")), "{path}");
        let fact = |name| {
            intake.reading.facts.iter().find(|fact| fact.name == name).map(|fact| fact.read_as.clone())
        };
        assert_eq!(fact(goodterms_intake::FactName::Seller), Some(expected(path, "seller")), "{path}");
    }
    let account = |path: &str| {
        let intake = reading(&sample(path)?, &options()).unwrap();
        Some(invoice(&intake).particulars.clone())
    };
    if let Some(particulars) = account("cii/akretion_zugferd-basic.xml") {
        assert_eq!(particulars.accounts, [expected("cii/akretion_zugferd-basic.xml", "iban")]);
        assert_eq!(
            particulars.payment_reference,
            Some(expected("cii/akretion_zugferd-basic.xml", "payment_reference"))
        );
    }
    if let Some(particulars) = account("ubl/cen_ubl-tc434-example5.xml") {
        assert_eq!(particulars.preceding, [expected("ubl/cen_ubl-tc434-example5.xml", "preceding_invoice")]);
    }
}

#[test]
fn the_discounts_of_the_samples_are_typed() {
    for path in ["ubl/xrechnung_01.10a_skonto_ubl.xml", "cii/xrechnung_01.10a_skonto_uncefact.xml"] {
        let Some(bytes) = sample(path) else { return };
        let intake = reading(&bytes, &options()).unwrap();
        let early = &invoice(&intake).particulars.early_payment;
        let read: Vec<_> = early.iter().map(|one| (one.days, one.percent.to_string())).collect();
        assert_eq!(read, [(7, "2.00".to_owned()), (14, "1.00".to_owned())], "{path}");
    }
}

#[test]
fn prepaid_amounts_are_payments_without_a_day() {
    let Some(bytes) = sample("ubl/cen_ubl-tc434-example5.xml") else { return };
    let intake = reading(&bytes, &options()).unwrap();
    let payments: Vec<_> =
        invoice(&intake).payments.iter().map(|paid| (paid.on, paid.amount.to_string())).collect();
    assert_eq!(payments, [(None, expected("ubl/cen_ubl-tc434-example5.xml", "prepaid"))]);
}

#[test]
fn pdfs_that_cannot_be_read_are_refused_with_the_reason() {
    let refused = |path: &str| -> Option<Refusal> { Some(reading(&sample(path)?, &options()).unwrap_err()) };
    if let Some(refusal) = refused("facturx/unknown_invoice.pdf") {
        assert_eq!(refusal.code, Code::FileKindUnsupported);
        assert!(refusal.message.contains("carries no data") && refusal.hint.is_some(), "{refusal}");
    }
    if let Some(refusal) = refused("facturx/corrupt-factur-x-waytoosmall.pdf") {
        assert!(refusal.message.contains("damaged"), "{refusal}");
    }
}

#[test]
fn an_invoice_of_another_seller_is_worth_a_warning() {
    let Some(bytes) = sample("facturx/Facture_FR_BASICWL.pdf") else { return };
    let of = |business: &str| {
        let mut options = options();
        options.business = Some(business.into());
        reading(&bytes, &options).unwrap()
    };
    let intake = of("Goodterms Demo");
    assert_eq!(intake.reading.format, Format::FacturX);
    assert!(
        intake
            .warnings
            .iter()
            .any(|w| w.code == WarningCode::SellerDiffers && w.message.contains("Goodterms Demo"))
    );
    assert_eq!(invoice(&intake).balance.unwrap().to_string(), "470.15");
    let own_bill = of("Ma jolie  BOUTIQUE");
    assert_eq!((own_bill.skipped[0].code, own_bill.invoices.len()), (SkipCode::Bill, 0));
}
