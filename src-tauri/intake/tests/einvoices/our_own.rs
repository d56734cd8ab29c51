//! Documents of our own, so that these tests say something where the samples are not.

use std::fmt::Write as _;
use std::io::Write as _;

/// A small UBL invoice. `more` stands before the sums.
pub(crate) fn ubl(number: &str, total: &str, currency: &str, more: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
        <ubl:Invoice xmlns:ubl=\"urn:oasis:names:specification:ubl:schema:xsd:Invoice-2\" xmlns:cac=\"urn:cac\" xmlns:cbc=\"urn:cbc\">\
        <cbc:ID>{number}</cbc:ID><cbc:IssueDate>2026-03-05</cbc:IssueDate><cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>\
        <cbc:DocumentCurrencyCode>{currency}</cbc:DocumentCurrencyCode>\
        <cac:AccountingSupplierParty><cac:Party><cac:PartyLegalEntity><cbc:RegistrationName>Nordlicht GmbH</cbc:RegistrationName></cac:PartyLegalEntity></cac:Party></cac:AccountingSupplierParty>\
        <cac:AccountingCustomerParty><cac:Party><cac:PartyLegalEntity><cbc:RegistrationName>Bäckerei Sonnenschein</cbc:RegistrationName></cac:PartyLegalEntity></cac:Party></cac:AccountingCustomerParty>\
        {more}<cac:LegalMonetaryTotal><cbc:TaxInclusiveAmount currencyID=\"{currency}\">{total}</cbc:TaxInclusiveAmount></cac:LegalMonetaryTotal>\
        </ubl:Invoice>"
    )
}

/// A small Cross Industry Invoice of that type.
pub(crate) fn cii(number: &str, type_code: &str, total: &str) -> String {
    format!(
        "<rsm:CrossIndustryInvoice xmlns:rsm=\"urn:rsm\" xmlns:ram=\"urn:ram\" xmlns:udt=\"urn:udt\">\
        <rsm:ExchangedDocument><ram:ID>{number}</ram:ID><ram:TypeCode>{type_code}</ram:TypeCode>\
        <ram:IssueDateTime><udt:DateTimeString format=\"102\">20260305</udt:DateTimeString></ram:IssueDateTime></rsm:ExchangedDocument>\
        <rsm:SupplyChainTradeTransaction><ram:ApplicableHeaderTradeAgreement>\
        <ram:SellerTradeParty><ram:Name>Nordlicht GmbH</ram:Name></ram:SellerTradeParty>\
        <ram:BuyerTradeParty><ram:Name>Atelier Brindille</ram:Name></ram:BuyerTradeParty></ram:ApplicableHeaderTradeAgreement>\
        <ram:ApplicableHeaderTradeSettlement><ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode>\
        <ram:SpecifiedTradePaymentTerms><ram:DueDateDateTime><udt:DateTimeString format=\"102\">20260404</udt:DateTimeString></ram:DueDateDateTime>\
        <ram:ApplicableTradePaymentDiscountTerms><ram:BasisPeriodMeasure unitCode=\"DAY\">10</ram:BasisPeriodMeasure>\
        <ram:BasisAmount>{total}</ram:BasisAmount><ram:CalculationPercent>2.5</ram:CalculationPercent></ram:ApplicableTradePaymentDiscountTerms></ram:SpecifiedTradePaymentTerms>\
        <ram:SpecifiedTradeSettlementHeaderMonetarySummation><ram:GrandTotalAmount>{total}</ram:GrandTotalAmount>\
        <ram:DuePayableAmount>{total}</ram:DuePayableAmount></ram:SpecifiedTradeSettlementHeaderMonetarySummation>\
        </ram:ApplicableHeaderTradeSettlement></rsm:SupplyChainTradeTransaction></rsm:CrossIndustryInvoice>"
    )
}

/// A PDF that carries that file under that name; `trailer` goes into its trailer.
pub(crate) fn pdf(name: &str, attached: &[u8], trailer: &str) -> Vec<u8> {
    let mut bytes = b"%PDF-1.7\n".to_vec();
    let mut places = Vec::new();
    let mut object = |bytes: &mut Vec<u8>, head: &str, stream: Option<&[u8]>| {
        places.push(bytes.len());
        let number = places.len();
        write!(bytes, "{number} 0 obj\n{head}\n").unwrap();
        if let Some(stream) = stream {
            bytes.extend(b"stream\n");
            bytes.extend(stream);
            bytes.extend(b"\nendstream\n");
        }
        bytes.extend(b"endobj\n");
    };
    object(
        &mut bytes,
        "<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles << /Names [(a) 3 0 R] >> >> /AF [3 0 R] >>",
        None,
    );
    object(&mut bytes, "<< /Type /Pages /Kids [] /Count 0 >>", None);
    object(&mut bytes, &format!("<< /Type /Filespec /F ({name}) /UF ({name}) /EF << /F 4 0 R >> >>"), None);
    let head = format!("<< /Type /EmbeddedFile /Length {} >>", attached.len());
    object(&mut bytes, &head, Some(attached));
    let start = bytes.len();
    let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", places.len() + 1);
    for place in &places {
        writeln!(table, "{place:010} 00000 n ").unwrap();
    }
    write!(
        table,
        "trailer\n<< /Size {} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n",
        places.len() + 1
    )
    .unwrap();
    bytes.extend(table.into_bytes());
    bytes
}

/// A ZIP archive of these files.
pub(crate) fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in files {
        writer.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}
