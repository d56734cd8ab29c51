//! UBL 2.1: Peppol BIS Billing 3, XRechnung, SI-UBL, EHF and their kin (OASIS UBL 2.1; EN 16931-3-2).

use super::paper::{Early, Paper, Party, Prepayment, Written, bic, said};
use crate::xml::{all, at, children, one_line, text, written};
use goodterms_terms::Address;
use roxmltree::Node;
use rust_decimal::Decimal;

/// Reads an `Invoice` or `CreditNote`.
pub(super) fn read(root: Node<'_, '_>) -> Paper {
    let name = root.tag_name().name();
    let currency = text(root, "DocumentCurrencyCode");
    let sum = |name: &'static str| at(root, "LegalMonetaryTotal").and_then(|sums| amount(sums, name));
    let due = [
        "DueDate",
        "PaymentMeans/PaymentDueDate",
        "PaymentTerms/PaymentDueDate",
        "PaymentTerms/InstallmentDueDate",
    ];
    Paper {
        credit_note: name.ends_with("CreditNote"),
        type_code: text(root, &format!("{name}TypeCode")),
        number: text(root, "ID"),
        issued: text(root, "IssueDate"),
        due: due.iter().find_map(|path| text(root, path)),
        lines: sum("LineExtensionAmount"),
        allowances: sum("AllowanceTotalAmount"),
        charges: sum("ChargeTotalAmount"),
        net: sum("TaxExclusiveAmount"),
        tax: tax(root, currency.as_deref()),
        total: sum("TaxInclusiveAmount"),
        prepaid: sum("PrepaidAmount"),
        prepayments: children(root, "PrepaidPayment").filter_map(prepayment).collect(),
        rounding: sum("PayableRoundingAmount"),
        payable: sum("PayableAmount"),
        currency,
        seller: at(root, "AccountingSupplierParty/Party").map(party).unwrap_or_default(),
        buyer: at(root, "AccountingCustomerParty/Party").map(party).unwrap_or_default(),
        buyer_reference: said(text(root, "BuyerReference")),
        order: said(text(root, "OrderReference/ID")),
        preceding: all(root, "BillingReference/InvoiceDocumentReference/ID")
            .into_iter()
            .filter_map(one_line)
            .collect(),
        terms: terms(root),
        early: children(root, "PaymentTerms").filter_map(early).collect(),
        accounts: all(root, "PaymentMeans/PayeeFinancialAccount/ID")
            .into_iter()
            .filter_map(one_line)
            .collect(),
        bic: bic(text(root, "PaymentMeans/PayeeFinancialAccount/FinancialInstitutionBranch/ID").or_else(
            || {
                text(
                    root,
                    "PaymentMeans/PayeeFinancialAccount/FinancialInstitutionBranch/FinancialInstitution/ID",
                )
            },
        )),
        payment_reference: text(root, "PaymentMeans/PaymentID"),
    }
}

fn amount(node: Node<'_, '_>, name: &str) -> Option<Written> {
    let found = at(node, name)?;
    Some(Written { text: one_line(found)?, currency: found.attribute("currencyID").map(str::to_owned) })
}

/// The tax in the document's own currency: a second sum may stand there in the tax authority's.
fn tax(root: Node<'_, '_>, currency: Option<&str>) -> Option<Written> {
    let sums = children(root, "TaxTotal").filter_map(|total| amount(total, "TaxAmount"));
    sums.into_iter().find(|sum| sum.currency.is_none() || sum.currency.as_deref() == currency)
}

fn prepayment(node: Node<'_, '_>) -> Option<Prepayment> {
    let on = text(node, "PaidDate").or_else(|| text(node, "ReceivedDate"));
    Some(Prepayment { amount: amount(node, "PaidAmount")?, on })
}

fn terms(root: Node<'_, '_>) -> Option<String> {
    let notes: Vec<String> = all(root, "PaymentTerms/Note").into_iter().map(written).collect();
    Some(notes.join("\n")).filter(|notes| !notes.trim().is_empty())
}

fn early(terms: Node<'_, '_>) -> Option<Early> {
    let percent = Decimal::from_str_exact(&text(terms, "SettlementDiscountPercent")?).ok()?;
    let period = at(terms, "SettlementPeriod");
    let days = period
        .and_then(|period| at(period, "DurationMeasure"))
        .filter(|measure| measure.attribute("unitCode").is_none_or(|unit| unit.eq_ignore_ascii_case("DAY")))
        .and_then(one_line)
        .and_then(|days| days.parse().ok());
    Some(Early {
        percent,
        days,
        until: period.and_then(|period| text(period, "EndDate")),
        base: amount(terms, "Amount"),
    })
}

fn party(node: Node<'_, '_>) -> Party {
    let place = at(node, "PostalAddress");
    let line = |path: &'static str| place.and_then(|place| text(place, path)).unwrap_or_default();
    let extra = [line("AdditionalStreetName"), line("AddressLine/Line"), line("Postbox")];
    Party {
        name: text(node, "PartyLegalEntity/RegistrationName"),
        trading_name: text(node, "PartyName/Name").or_else(|| person(node)),
        id: text(node, "PartyIdentification/ID"),
        vat_id: vat_id(node),
        contact: said(text(node, "Contact/Name")),
        email: text(node, "Contact/ElectronicMail").or_else(|| electronic_address(node)),
        phone: said(text(node, "Contact/Telephone")),
        address: Address {
            street: line("StreetName"),
            number: line("BuildingNumber"),
            extra: extra.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join(", "),
            postcode: line("PostalZone"),
            town: line("CityName"),
            region: line("CountrySubentity"),
            country: line("Country/IdentificationCode").to_uppercase(),
        },
    }
}

fn person(node: Node<'_, '_>) -> Option<String> {
    let parts = ["Person/FirstName", "Person/FamilyName"].map(|path| text(node, path).unwrap_or_default());
    Some(parts.join(" ").trim().to_owned()).filter(|name| !name.is_empty())
}

/// The number under the scheme VAT; other schemes are local tax numbers.
fn vat_id(node: Node<'_, '_>) -> Option<String> {
    children(node, "PartyTaxScheme")
        .find(|scheme| text(*scheme, "TaxScheme/ID").is_some_and(|id| id.eq_ignore_ascii_case("VAT")))
        .and_then(|scheme| text(scheme, "CompanyID"))
}

/// The Peppol address is an e-mail address only under the scheme EM.
fn electronic_address(node: Node<'_, '_>) -> Option<String> {
    at(node, "EndpointID").filter(|id| id.attribute("schemeID") == Some("EM")).and_then(one_line)
}
