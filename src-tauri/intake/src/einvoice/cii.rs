//! UN/CEFACT Cross Industry Invoice D16B, and its forerunner of ZUGFeRD 1 (EN 16931-3-3; FeRD 2014).
//!
//! The forerunner names the frame otherwise and leaves the prefix `Header` out; the parts are the same.

use super::paper::{Early, Paper, Party, Written, bic, said};
use crate::xml::{all, at, children, one_line, text, written};
use goodterms_terms::Address;
use roxmltree::Node;
use rust_decimal::Decimal;

/// Reads a `CrossIndustryInvoice` or `CrossIndustryDocument`.
pub(super) fn read(root: Node<'_, '_>) -> Paper {
    let first = |paths: [&'static str; 2]| paths.into_iter().find_map(|path| at(root, path));
    let head = first(["ExchangedDocument", "HeaderExchangedDocument"]);
    let deal = first([
        "SupplyChainTradeTransaction/ApplicableHeaderTradeAgreement",
        "SpecifiedSupplyChainTradeTransaction/ApplicableSupplyChainTradeAgreement",
    ]);
    let pay = first([
        "SupplyChainTradeTransaction/ApplicableHeaderTradeSettlement",
        "SpecifiedSupplyChainTradeTransaction/ApplicableSupplyChainTradeSettlement",
    ]);
    let sums = pay.and_then(|pay| {
        at(pay, "SpecifiedTradeSettlementHeaderMonetarySummation")
            .or_else(|| at(pay, "SpecifiedTradeSettlementMonetarySummation"))
    });
    let of = |node: Option<Node<'_, '_>>, path: &'static str| node.and_then(|node| text(node, path));
    let every = |node: Option<Node<'_, '_>>, path: &'static str| -> Vec<String> {
        node.map(|node| all(node, path).into_iter().filter_map(one_line).collect()).unwrap_or_default()
    };
    let currency = of(pay, "InvoiceCurrencyCode");
    let sum = |name: &'static str| sums.and_then(|sums| amount(sums, name, currency.as_deref()));
    Paper {
        credit_note: false,
        type_code: of(head, "TypeCode"),
        number: of(head, "ID"),
        issued: head.and_then(|head| date(head, "IssueDateTime")),
        due: pay.and_then(|pay| {
            children(pay, "SpecifiedTradePaymentTerms").find_map(|terms| date(terms, "DueDateDateTime"))
        }),
        lines: sum("LineTotalAmount"),
        allowances: sum("AllowanceTotalAmount"),
        charges: sum("ChargeTotalAmount"),
        net: sum("TaxBasisTotalAmount"),
        tax: sum("TaxTotalAmount"),
        total: sum("GrandTotalAmount"),
        prepaid: sum("TotalPrepaidAmount"),
        prepayments: Vec::new(),
        rounding: sum("RoundingAmount"),
        payable: sum("DuePayableAmount"),
        seller: deal.and_then(|deal| at(deal, "SellerTradeParty")).map(party).unwrap_or_default(),
        buyer: deal.and_then(|deal| at(deal, "BuyerTradeParty")).map(party).unwrap_or_default(),
        buyer_reference: said(of(deal, "BuyerReference")),
        order: said(
            of(deal, "BuyerOrderReferencedDocument/IssuerAssignedID")
                .or_else(|| of(deal, "BuyerOrderReferencedDocument/ID")),
        ),
        preceding: every(pay, "InvoiceReferencedDocument/IssuerAssignedID"),
        terms: pay.and_then(terms),
        early: pay.map(|pay| early(pay, currency.as_deref())).unwrap_or_default(),
        accounts: ["IBANID", "ProprietaryID"]
            .into_iter()
            .flat_map(|name| {
                let means = pay.map(|pay| {
                    all(pay, "SpecifiedTradeSettlementPaymentMeans/PayeePartyCreditorFinancialAccount")
                });
                means.into_iter().flatten().filter_map(|account| text(account, name)).collect::<Vec<_>>()
            })
            .collect(),
        bic: bic(of(
            pay,
            "SpecifiedTradeSettlementPaymentMeans/PayeeSpecifiedCreditorFinancialInstitution/BICID",
        )),
        payment_reference: of(pay, "PaymentReference"),
        currency,
    }
}

/// A sum; where it stands twice, the one in the document's own currency.
fn amount(node: Node<'_, '_>, name: &str, currency: Option<&str>) -> Option<Written> {
    let found = children(node, name)
        .find(|sum| sum.attribute("currencyID").is_none_or(|own| currency.is_none_or(|wanted| own == wanted)))
        .or_else(|| at(node, name))?;
    Some(Written { text: one_line(found)?, currency: found.attribute("currencyID").map(str::to_owned) })
}

/// A day stands in a `DateTimeString` (format 102: `20180305`), a `DateString` or a `DateTime`.
fn date(node: Node<'_, '_>, name: &str) -> Option<String> {
    let holder = at(node, name)?;
    let inner = ["DateTimeString", "DateString", "DateTime"].into_iter().find_map(|name| text(holder, name));
    inner.or_else(|| one_line(holder))
}

fn terms(pay: Node<'_, '_>) -> Option<String> {
    let notes: Vec<String> =
        all(pay, "SpecifiedTradePaymentTerms/Description").into_iter().map(written).collect();
    Some(notes.join("\n")).filter(|notes| !notes.trim().is_empty())
}

fn early(pay: Node<'_, '_>, currency: Option<&str>) -> Vec<Early> {
    let terms = all(pay, "SpecifiedTradePaymentTerms/ApplicableTradePaymentDiscountTerms");
    let one = |terms: Node<'_, '_>| {
        let period = at(terms, "BasisPeriodMeasure");
        let in_days = |unit: Option<&str>| unit.is_none_or(|unit| unit.eq_ignore_ascii_case("DAY"));
        Some(Early {
            percent: Decimal::from_str_exact(&text(terms, "CalculationPercent")?).ok()?,
            days: period
                .filter(|period| in_days(period.attribute("unitCode")))
                .and_then(one_line)
                .and_then(|days| days.split('.').next()?.parse().ok()),
            until: None,
            base: amount(terms, "BasisAmount", currency),
        })
    };
    terms.into_iter().filter_map(one).collect()
}

fn party(node: Node<'_, '_>) -> Party {
    let line = |path: &'static str| text(node, &format!("PostalTradeAddress/{path}")).unwrap_or_default();
    let extra = [line("LineTwo"), line("LineThree")];
    let contact = at(node, "DefinedTradeContact");
    let of_contact = |path: &'static str| contact.and_then(|contact| text(contact, path));
    Party {
        name: text(node, "Name"),
        trading_name: text(node, "SpecifiedLegalOrganization/TradingBusinessName"),
        id: text(node, "ID").or_else(|| text(node, "GlobalID")),
        vat_id: all(node, "SpecifiedTaxRegistration/ID")
            .into_iter()
            .find(|id| id.attribute("schemeID") == Some("VA"))
            .and_then(one_line),
        contact: said(of_contact("PersonName").or_else(|| of_contact("DepartmentName"))),
        email: of_contact("EmailURIUniversalCommunication/URIID")
            .or_else(|| of_contact("EmailURIUniversalCommunication/CompleteNumber"))
            .or_else(|| text(node, "URIUniversalCommunication/URIID")),
        phone: of_contact("TelephoneUniversalCommunication/CompleteNumber"),
        address: Address {
            street: line("LineOne"),
            number: line("BuildingNumber"),
            extra: extra.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join(", "),
            postcode: line("PostcodeCode"),
            town: line("CityName"),
            region: line("CountrySubDivisionName"),
            country: line("CountryID").to_uppercase(),
        },
    }
}
