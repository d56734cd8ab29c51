//! The words programs put into status, type, yes-or-no and terms columns.

use rust_decimal::Decimal;

/// What a status says about an invoice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Status {
    /// Not issued yet.
    Draft,
    /// Settled.
    Paid,
    /// Settled in part.
    PartPaid,
    /// Cancelled, void, deleted.
    Void,
    /// Disputed.
    Disputed,
    /// Open, or a word that changes nothing.
    Other,
}

/// Reads a status.
pub(crate) fn status(text: &str) -> Status {
    if text.is_empty() {
        return Status::Other;
    }
    match text.trim().to_lowercase().as_str() {
        "draft" | "entwurf" | "brouillon" | "concept" | "borrador" | "bozza" | "rascunho" => Status::Draft,
        "paid" | "yes" | "true" | "fully paid" | "paid in full" | "closed" | "settled" | "bezahlt"
        | "beglichen" | "pay\u{e9}" | "pay\u{e9}e" | "r\u{e9}gl\u{e9}e" | "betaald" | "pagado" | "pagada"
        | "cobrada" | "pagato" | "pagata" | "saldata" | "pago" | "paga" => Status::Paid,
        "partial"
        | "partially paid"
        | "part paid"
        | "part-paid"
        | "partially_paid"
        | "teilbezahlt"
        | "teilweise bezahlt"
        | "partiellement pay\u{e9}e"
        | "gedeeltelijk betaald"
        | "parcial"
        | "parcialmente pagada"
        | "parziale" => Status::PartPaid,
        "void" | "voided" | "cancelled" | "canceled" | "deleted" | "reversed" | "storniert" | "storno"
        | "annulliert" | "annul\u{e9}" | "annul\u{e9}e" | "geannuleerd" | "anulada" | "anulado"
        | "cancelada" | "cancelado" | "annullata" | "annullato" => Status::Void,
        "disputed" | "in dispute" | "strittig" | "bestritten" | "en litige" | "contest\u{e9}e"
        | "betwist" | "en disputa" | "contestata" | "em disputa" => Status::Disputed,
        _ => Status::Other,
    }
}

/// What a row's type says it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Document {
    /// An invoice, or a word that does not say.
    Invoice,
    /// A credit note.
    CreditNote,
    /// The client paid too much or beforehand.
    Overpayment,
    /// Money from the client.
    Payment,
    /// A posting that can be anything; its sign tells what it does to what is open.
    Posting,
    /// Something the business owes.
    Bill,
    /// None of these: an estimate, an order.
    Another,
}

/// Reads a type. Unknown words are taken for invoices: the column may sort them by trade.
pub(crate) fn document(text: &str) -> Document {
    if text.is_empty() {
        return Document::Invoice;
    }
    let word = text.trim().to_lowercase().replace(['_', '-'], " ");
    match word.as_str() {
        "bill"
        | "bill credit"
        | "bill overpayment"
        | "bill prepayment"
        | "bill credit note"
        | "vendor bill"
        | "purchase"
        | "purchase invoice"
        | "expense"
        | "accpay"
        | "eingangsrechnung"
        | "facture fournisseur" => Document::Bill,
        "payment" | "customer payment" | "payment received" | "receipt" | "zahlung" | "zahlungseingang"
        | "paiement" | "r\u{e8}glement" | "betaling" | "pago" | "cobro" | "pagamento" | "incasso"
        | "recebimento" => Document::Payment,
        "deposit" | "journal entry" | "journal" | "general journal" | "buchung" | "\u{e9}criture"
        | "opening balance" => Document::Posting,
        "estimate" | "quote" | "quotation" | "proposal" | "sales order" | "order" | "purchase order"
        | "delivery note" | "statement" | "refund" | "transfer" | "angebot" | "auftrag" | "lieferschein"
        | "devis" | "offerte" | "presupuesto" | "preventivo" | "or\u{e7}amento" => Document::Another,
        _ if word.contains("overpayment") || word.contains("prepayment") => Document::Overpayment,
        "credit"
        | "avoir"
        | "note de cr\u{e9}dit"
        | "gutschrift"
        | "rechnungskorrektur"
        | "stornorechnung"
        | "creditnota"
        | "nota de cr\u{e9}dito"
        | "abono"
        | "nota di credito"
        | "factura rectificativa"
        | "accreccredit" => Document::CreditNote,
        _ if word.contains("credit memo") || word.contains("credit note") || word.contains("creditnote") => {
            Document::CreditNote
        }
        _ => Document::Invoice,
    }
}

/// Whether a cell says yes. Anything that is not a no is one: a column of disputes may hold the reason.
pub(crate) fn says_yes(text: &str) -> bool {
    const NO: &str = "no n false 0 f none nein non nee n\u{e3}o nao falso faux falsch - ne";
    let small = text.trim().to_lowercase();
    !small.is_empty() && !NO.split(' ').any(|no| no == small)
}

/// Whether a cell in a column of paid dates says that nothing was paid yet.
pub(crate) fn says_unpaid(text: &str) -> bool {
    const UNPAID: &str = "- -- n/a na nil none null unpaid open pending due never offen ausstehend impay\u{e9} impay\u{e9}e \
        openstaand pendiente pendente aperta 0 00/00/0000 0000-00-00 00.00.0000";
    let small = text.trim().to_lowercase();
    small.is_empty() || UNPAID.split_ascii_whitespace().any(|word| word == small)
}

/// The days in payment terms: `Net 30`, `30 Tage netto`, `14`, `Due on Receipt`. `None` when they say none.
pub(crate) fn terms_days(text: &str) -> Option<u32> {
    let small = text.trim().to_lowercase();
    let numbers = small.split(|c: char| !c.is_ascii_digit()).filter(|n| !n.is_empty());
    let all: Vec<&str> = numbers.take(2).collect();
    // A code such as NAA8 holds a digit, not days.
    let letters = small.split(|c: char| c.is_ascii_digit()).next().unwrap_or_default();
    let word = letters.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    if !all.is_empty() && !matches!(word, "" | "n" | "net") {
        return None;
    }
    // These need more than a number of days.
    let from_month_end =
        ["eom", "end of month", "monatsende", "fin de mois", "einde maand", "fin de mes", "fine mese"];
    if from_month_end.iter().any(|words| small.contains(words)) || small.contains('%') {
        return None;
    }
    match all.as_slice() {
        [days] => days.parse().ok().filter(|&days| days <= 366),
        [] if ["receipt", "sofort", "immediate", "r\u{e9}ception", "contado", "vista", "comptant"]
            .iter()
            .any(|word| small.contains(word)) =>
        {
            Some(0)
        }
        _ => None,
    }
}

/// Terms of the trade that name a discount: `2/10 net 30`, `2% 10, Net 30`, `2/10, n/30`. Percent, its days, and the
/// days until all is due.
pub(crate) fn early_terms(text: &str) -> Option<(Decimal, u32, u32)> {
    let small = text.trim().to_lowercase();
    let (early, net) = small.split_once('n')?;
    let (percent, days) = early.split_once(['/', '%'])?;
    let number = |text: &str, signs: &[char]| {
        let text = text.trim_matches(|c: char| c.is_whitespace() || signs.contains(&c));
        text.parse::<u32>().ok().filter(|&days| days <= 366)
    };
    let percent = Decimal::from_str_exact(percent.trim().replace(',', ".").as_str()).ok()?;
    let days = days.trim().trim_end_matches("days").trim_end_matches("tage");
    let net = net.trim_start_matches("et").trim_start_matches("to").trim_end_matches("days");
    let (days, net) = (number(days, &[',', '-', '/'])?, number(net, &['/', '.'])?);
    (percent > Decimal::ZERO && percent < Decimal::from(50) && days < net).then_some((percent, days, net))
}

/// Whether a cell shows a spreadsheet's error: `#REF!`, `#N/A`, `#DIV/0!`, `Err:502`.
pub(crate) fn is_spreadsheet_error(text: &str) -> bool {
    const ERRORS: &[&str] = &[
        "#REF!",
        "#N/A",
        "#DIV/0!",
        "#VALUE!",
        "#NAME?",
        "#NULL!",
        "#NUM!",
        "#SPILL!",
        "#CALC!",
        "#GETTING_DATA",
        "#BEZUG!",
        "#NV",
        "#WERT!",
        "#UNCALCULATED",
    ];
    text.starts_with(['#', 'E']) && (ERRORS.contains(&text) || text.strip_prefix("Err:5").is_some())
}

/// Whether a spreadsheet has turned a long number into a power of ten: `5.13318E+09`.
pub(crate) fn is_power_of_ten(text: &str) -> bool {
    let upper = text.trim().to_ascii_uppercase();
    let Some((mantissa, power)) = upper.split_once("E+") else { return false };
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    digits(power)
        && mantissa.split_once(['.', ',']).is_some_and(|(whole, rest)| digits(whole) && digits(rest))
}

/// The first thing in a cell that looks like an e-mail address.
pub(crate) fn email(text: &str) -> Option<&str> {
    text.split([',', ';', ' ', '<', '>']).map(str::trim).find(|part| looks_like_email(part))
}

fn looks_like_email(text: &str) -> bool {
    let Some((local, domain)) = text.split_once('@') else { return false };
    let label = |part: &str| !part.is_empty() && !part.starts_with('-') && !part.ends_with('-');
    let plain = text.chars().all(|c| c.is_alphanumeric() || "@.!#$%&'*+-/=?^_`{|}~".contains(c));
    plain
        && text.len() <= 254
        && !local.is_empty()
        && !local.starts_with('.')
        && !local.ends_with('.')
        && domain.contains('.')
        && !domain.contains('@')
        && domain.split('.').all(label)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statuses_and_types_are_told_apart() {
        assert_eq!(status(" PAID "), Status::Paid);
        assert_eq!(status("Awaiting Payment"), Status::Other);
        assert_eq!(status("unsent"), Status::Other);
        assert_eq!(status("Storniert"), Status::Void);
        assert_eq!(document("Sales credit note"), Document::CreditNote);
        assert_eq!(document("Credit Memo"), Document::CreditNote);
        assert_eq!(document("Sales overpayment"), Document::Overpayment);
        assert_eq!(document("Bill overpayment"), Document::Bill);
        assert_eq!(document("Gutschrift"), Document::CreditNote);
        assert_eq!(document("Consulting"), Document::Invoice);
    }

    #[test]
    fn terms_of_the_trade_name_a_discount() {
        for (text, expected) in [
            ("2/10 net 30", Some(("2", 10, 30))),
            ("2% 10, Net 30", Some(("2", 10, 30))),
            ("2/10, n/30", Some(("2", 10, 30))),
            ("1.5% 10 days net 45 days", Some(("1.5", 10, 45))),
            ("2,5/8 netto 30", Some(("2.5", 8, 30))),
            ("Net 30", None),
            ("10/2024 net 30", None),
            ("0/10 net 30", None),
            ("2/30 net 10", None),
            ("2/10 EOM net", None),
            ("30 Tage netto, 2% Skonto", None),
        ] {
            let expected = expected.map(|(percent, days, net)| (percent.parse().unwrap(), days, net));
            assert_eq!(early_terms(text), expected, "{text}");
        }
    }

    #[test]
    fn terms_become_days_only_when_they_are_days() {
        for (text, days) in [
            ("Net 30", Some(30)),
            ("30", Some(30)),
            ("Due on Receipt", Some(0)),
            ("14 Tage netto", Some(14)),
            ("2% 10, Net 30", None),
            ("30 days EOM", None),
            ("", None),
            ("NAA8", None),
            ("NET15", Some(15)),
            ("99999", None),
        ] {
            assert_eq!(terms_days(text), days, "{text}");
        }
    }

    #[test]
    fn addresses_are_recognised() {
        for text in ["a@b.ca", "Ann <ann@example.com>", "x@y.z; q@r.s", "m\u{fc}ller@stra\u{df}e.de"] {
            assert!(email(text).is_some(), "{text}");
        }
        for text in ["not-an-email", "a@b", "@b.c", "a@.c", "a@b..c", "a b.c"] {
            assert!(email(text).is_none(), "{text}");
        }
    }

    #[test]
    fn damage_is_known() {
        assert!(is_power_of_ten("5.13318E+09") && !is_power_of_ten("INV-E+1") && !is_power_of_ten("12E+"));
        assert!(says_yes("Yes") && says_yes("wrong quantity") && !says_yes("No") && !says_yes(" "));
    }
}
