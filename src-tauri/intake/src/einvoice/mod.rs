//! Electronic invoices: UBL, Cross Industry Invoice, and PDFs that carry one.
//!
//! Both grammars are read by local names into one [`paper::Paper`], as written; `draft` makes money and days
//! of it. What the invoice is about (lines, products) does not matter to a debt and is not read.

mod cii;
mod draft;
mod paper;
mod pdf;
mod shown;
mod sums;
pub(crate) mod terms;
mod ubl;

use crate::drafts::Intake;
use crate::options::{Kind, Options};
use crate::reading::{Format, Reading};
use crate::table::{Text, encoding};
use crate::xml::{self, all, at};
use goodterms_terms::{Code, Refusal};
use roxmltree::Node;

/// Reads the invoice that a PDF carries, as the row of that number.
///
/// # Errors
/// What [`pdf::attached_invoice`] and [`read`] refuse.
pub(crate) fn read_pdf(bytes: &[u8], row: u64, options: &Options) -> Result<Intake, Refusal> {
    let attached = pdf::attached_invoice(bytes)?;
    let mut intake = read(&encoding::decode(&attached)?, row, options)?;
    intake.reading.format = Format::FacturX;
    Ok(intake)
}

/// Reads an invoice or credit note in XML, as the row of that number.
///
/// # Errors
/// What [`xml::parse`] refuses; [`Code::FileKindUnsupported`] for any other document, by its name;
/// [`Code::KindAmbiguous`] when the file is to be taken for something else.
pub(crate) fn read(text: &Text<'_>, row: u64, options: &Options) -> Result<Intake, Refusal> {
    let document = xml::parse(&text.text)?;
    let root = in_its_envelope(document.root_element());
    let (format, paper) = match root.tag_name().name() {
        "Invoice" | "CreditNote" | "SelfBilledInvoice" | "SelfBilledCreditNote" if is_ubl(root) => {
            (Format::Ubl, ubl::read(root))
        }
        "CrossIndustryInvoice" | "CrossIndustryDocument" => (Format::Cii, cii::read(root)),
        other => return Err(refuse_by_name(other, root)),
    };
    if let Some(kind) = options.as_kind.filter(|kind| *kind != Kind::Invoices) {
        let message = format!("This is an electronic invoice, and cannot be brought in as {}", kind.as_str());
        return Err(Refusal::input(Code::KindAmbiguous, message)
            .field("as")
            .hint("Leave --as out, or say --as invoices."));
    }
    let mut reading = Reading::of(Kind::Invoices, format);
    reading.encoding = text.encoding;
    reading.encoding_guessed = text.guessed;
    let mut intake = Intake::of(reading);
    draft::take(paper, row, options, &mut intake);
    Ok(intake)
}

/// Whether XML is an invoice that can be read, for choosing among a PDF's attachments.
fn is_invoice(text: &str) -> bool {
    xml::parse(text).is_ok_and(|document| {
        let root = in_its_envelope(document.root_element());
        match root.tag_name().name() {
            "CrossIndustryInvoice" | "CrossIndustryDocument" => true,
            "Invoice" | "CreditNote" => is_ubl(root),
            _ => false,
        }
    })
}

/// Peppol sends a document in an envelope (GS1 Standard Business Document).
fn in_its_envelope<'a, 'i>(root: Node<'a, 'i>) -> Node<'a, 'i> {
    if root.tag_name().name() != "StandardBusinessDocument" {
        return root;
    }
    root.children()
        .find(|child| child.is_element() && child.tag_name().name() != "StandardBusinessDocumentHeader")
        .unwrap_or(root)
}

/// Others call their root `Invoice` too; UBL's has its sums in `LegalMonetaryTotal`.
fn is_ubl(root: Node<'_, '_>) -> bool {
    let namespace = root.tag_name().namespace().unwrap_or_default();
    namespace.contains("oasis:names:specification:ubl") || at(root, "LegalMonetaryTotal").is_some()
}

fn refuse_by_name(name: &str, root: Node<'_, '_>) -> Refusal {
    let (what, hint) = match name {
        "Order"
        | "OrderResponse"
        | "OrderChange"
        | "OrderCancellation"
        | "OrderResponseSimple"
        | "CrossIndustryOrder"
        | "SCRDMCCBDACIOMessageStructure" => ("an order or an answer to one", SEND_THE_INVOICE),
        "Quotation" | "RequestForQuotation" => ("a quotation", SEND_THE_INVOICE),
        "DespatchAdvice" | "ReceiptAdvice" | "CrossIndustryDespatchAdvice" => {
            ("a delivery note", SEND_THE_INVOICE)
        }
        "ApplicationResponse" | "InvoiceResponse" => ("an answer to an invoice", SEND_THE_INVOICE),
        "Catalogue" => ("a catalogue", SEND_THE_INVOICE),
        "Reminder" => ("a reminder", SEND_THE_INVOICE),
        "Statement" => ("a statement of account", SEND_THE_INVOICE),
        "RemittanceAdvice" => ("a remittance advice", "Bring in the bank's statement of the payment."),
        "DebitNote" => ("a debit note", SEND_THE_INVOICE),
        "AttachedDocument" => ("an invoice wrapped in another document", SEND_THE_INVOICE),
        "FatturaElettronica" => ("an Italian FatturaPA invoice", OTHER_GRAMMAR),
        "Facturae" => ("a Spanish Facturae invoice", OTHER_GRAMMAR),
        "Finvoice" => ("a Finnish Finvoice", OTHER_GRAMMAR),
        "Comprobante" => ("a Mexican CFDI invoice", OTHER_GRAMMAR),
        "nfeProc" | "NFe" => ("a Brazilian NF-e invoice", OTHER_GRAMMAR),
        "Faktura" => ("a Polish KSeF invoice", OTHER_GRAMMAR),
        "Envelope" => ("a message wrapped for sending", SEND_THE_INVOICE),
        "Invoice" => ("an invoice in a grammar of its own", OTHER_GRAMMAR),
        "Document"
            if !all(root, "CstmrCdtTrfInitn").is_empty() || !all(root, "CstmrDrctDbtInitn").is_empty() =>
        {
            ("an order to a bank", "Bring in the bank's statement instead.")
        }
        _ => {
            let shown: String = name.chars().take(60).collect();
            return Refusal::input(
                Code::FileKindUnsupported,
                format!("This is XML of the kind \u{201c}{shown}\u{201d}, which is no invoice and no bank statement"),
            )
            .hint(SEND_THE_INVOICE);
        }
    };
    Refusal::input(Code::FileKindUnsupported, format!("This is {what}, not an invoice that can be read"))
        .hint(hint)
}

const SEND_THE_INVOICE: &str =
    "Bring in the invoice itself: UBL (Peppol, XRechnung), CII, or a Factur-X or ZUGFeRD PDF.";
const OTHER_GRAMMAR: &str = "Export it as UBL, CII or Factur-X, or bring in a CSV list of invoices.";
