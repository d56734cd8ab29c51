//! What programs and people call the columns, in seven languages.
//!
//! The products' names were taken from real exports: QuickBooks, Xero, FreshBooks, Wave, Zoho, Invoice
//! Ninja, Invoice2go, Invoicely, Frappe Books, bigcapital, and IBM's receivables set. Within a field the
//! better name comes first: a file with both `Total` and `Amount` means the first by its total.

use super::field::Field;
use crate::values::currency;
use std::collections::HashMap;
use std::sync::LazyLock;

/// Names written as people write them; compared by [`squashed`]. Names after `~` are neutral: they fit,
/// but do not tell one kind of file from another.
const NAMES: &[(Field, &str)] = &[
    (
        Field::InvoiceNumber,
        "invoice number; invoice no; invoice #; invoice id number; invoice num; document number; invoice document; \
         transaction number; bill number to client; rechnungsnummer; rechnungs-nr; rechnungsnr; rechnung nr; re-nr; \
         belegfeld 1; belegnummer; beleg-nr; num\u{e9}ro de facture; n\u{b0} de facture; n\u{b0} facture; num\u{e9}ro facture; \
         no de facture; facture n\u{b0}; factuurnummer; factuur nr; factuurnr; n\u{fa}mero de factura; n\u{ba} factura; \
         n\u{ba} de factura; num factura; numero factura; numero fattura; n. fattura; fattura n; numero della fattura; \
         n\u{fa}mero da fatura; n\u{ba} fatura; n\u{ba} da fatura; n\u{fa}mero fatura; \
         tax invoice number; tax invoice no; invoice code; bill no; bill number; voucher no; belegnr; beleg-nummer; rechn.-nr; rechnungskennung; facture no; n\u{b0} de pi\u{e8}ce; num\u{e9}ro de pi\u{e8}ce; r\u{e9}f\u{e9}rence facture; nro factura; nro. de factura; folio; num. fattura; nr. fattura; numero documento; n. documento; n\u{ba} do documento; nota fiscal; factuur nummer; \
         ~num; ~no; ~number; ~details; ~invoice; ~invoices; ~rechnung; ~facture; ~factuur; ~factura; ~fattura; ~fatura; ~nr; \
         ~nummer; ~num\u{e9}ro; ~n\u{fa}mero; ~numero; ~document no; ~doc no; ~inv no; ~inv #; ~inv number; ~invoice ref; \
         ~invoice reference",
    ),
    (
        Field::Client,
        "customer name; customer full name; client name; customer; client; display name; contact name; customer/company; \
         organization; organisation; party; company name; name; kunde; kundenname; kundin; firma; debitor; \
         debtor; debtor name; bill to; billed to; sold to; buyer; klant; klantnaam; nom du client; nom client; cliente; \
         nombre del cliente; nombre cliente; raz\u{f3}n social; nome cliente; nome do cliente; ragione sociale; raison sociale; \
         business name; company; nom; nombre; nome; naam; bedrijf; soci\u{e9}t\u{e9}; empresa; azienda; \
         payer; payer name; \
         rechnungsempf\u{e4}nger; auftraggeber; mandant; destinataire; client factur\u{e9}; tiers; debiteur; afnemer; opdrachtgever; relatie; deudor; intestatario; committente; sacado",
    ),
    (
        Field::ClientReference,
        "customer id; client id; customer number; client number; customer no; client no; customer code; client code; \
         customer ref; client reference; customer reference; account number; id number; kundennummer; kunden-nr; kundennr; \
         debitorennummer; num\u{e9}ro client; code client; n\u{b0} client; klantnummer; klantcode; n\u{fa}mero de cliente; \
         c\u{f3}digo cliente; c\u{f3}digo de cliente; codice cliente; n\u{fa}mero do cliente; c\u{f3}digo do cliente; cust number; \
         cust no; contact id",
    ),
    (
        Field::IssueDate,
        "invoice date; date issued; issue date; issued on; issued; date of issue; document date; invoiced at; invoiced on; \
         billing date; bill date; rechnungsdatum; ausstellungsdatum; date de facture; date facture; date de facturation; \
         date d'\u{e9}mission; factuurdatum; fecha de factura; fecha factura; fecha de emisi\u{f3}n; fecha emisi\u{f3}n; \
         data fattura; data della fattura; data emissione; data di emissione; data da fatura; data fatura; data de emiss\u{e3}o; \
         data emiss\u{e3}o; erstellt am; ausgestellt am; \u{e9}mise le; \u{e9}mis le; date de la facture; datum factuur; uitgiftedatum; emitida el; emessa il; emitida em; emiss\u{e3}o; tax date; posting date; \
         ~transaction date; ~belegdatum; ~date; ~datum; ~fecha; ~data; ~date created; ~created date",
    ),
    (
        Field::DueDate,
        "due date; invoice due date; due; due at; due on; date due; payment due; payment due date; net due date; pay by; \
         f\u{e4}lligkeitsdatum; faelligkeitsdatum; f\u{e4}llig am; faellig am; f\u{e4}lligkeit; faelligkeit; f\u{e4}llig; \
         zahlbar bis; zahlungsziel datum; date d'\u{e9}ch\u{e9}ance; \u{e9}ch\u{e9}ance; date \u{e9}ch\u{e9}ance; payable avant; \
         vervaldatum; vervaldag; fecha de vencimiento; fecha vencimiento; vencimiento; vence; scadenza; data scadenza; \
         data di scadenza; vencimento; data de vencimento; data vencimento; due in date; \
         maturity date; maturity; f\u{e4}lligkeitstermin; date limite; date limite de paiement; payable le; uiterste betaaldatum; te betalen voor; fecha l\u{ed}mite; fecha l\u{ed}mite de pago; data limite; vence em; termine di pagamento entro",
    ),
    (Field::BaseTotal, "base grand total; total in base currency"),
    (
        Field::Total,
        "grand total; invoice total; total amount; invoice amount; invoice value; amount (one column); total; gross amount; \
         gross total; total incl tax; total inc tax; total due amount; gross; rechnungsbetrag; bruttobetrag; gesamtbetrag; \
         betrag brutto; brutto; summe; gesamt; montant ttc; total ttc; montant total; montant de la facture; factuurbedrag; \
         totaalbedrag; totaal; bedrag incl btw; importe total; total factura; importe factura; importo totale; totale fattura; \
         totale; importo fattura; valor total; total da fatura; valor da fatura; original amount; \
         ~amount; ~betrag; ~montant; ~bedrag; ~importe; ~importo; ~valor; ~value",
    ),
    (
        Field::Balance,
        "balance; open balance; balance due; balance due amount; outstanding amount; outstanding; outstanding balance; \
         amount due; invoice amount due; open amount; open doc. amount; open; amount outstanding; remaining; remaining balance; \
         amount open; unpaid amount; offener betrag; offen; offener posten; restbetrag; saldo; noch offen; solde; \
         solde d\u{fb}; reste \u{e0} payer; montant d\u{fb}; restant d\u{fb}; openstaand; openstaand bedrag; openstaand saldo; \
         saldo pendiente; pendiente; importe pendiente; saldo aperto; da pagare; residuo; importo aperto; importo residuo; \
         saldo em aberto; em aberto; valor em aberto; total open amount; open advance; amount remaining; still open; \
         remaining amount; saldo insoluto; bedrag open; nog te betalen; \
         offener saldo; offene summe; noch zu zahlen; montant restant; solde restant; montant impay\u{e9}; impay\u{e9}; restbedrag; te ontvangen; por cobrar; importe adeudado; adeudado; insoluto; da incassare; por receber; a receber; valor pendente; pendente",
    ),
    (
        Field::Paid,
        "amount paid; amount paid amount; invoice amount paid; invoice paid; paid amount; paid; paid to date; total paid; \
         payments received; bezahlt; bezahlter betrag; gezahlt; betrag bezahlt; pay\u{e9}; montant pay\u{e9}; r\u{e9}gl\u{e9}; \
         montant r\u{e9}gl\u{e9}; betaald; betaald bedrag; pagado; importe pagado; cobrado; pagato; importo pagato; incassato; \
         pago; valor pago; recebido; \
         bereits bezahlt; zahlbetrag; encaiss\u{e9}; montant encaiss\u{e9}; reeds betaald; ontvangen; importe cobrado; abonado; importo incassato; valor recebido",
    ),
    (
        Field::PaidDate,
        "date paid; paid date; settled date; settlement date; date settled; last payment date; paid at; paid on; \
         payment date; clear date; cleared on; bezahlt am; zahlungsdatum; zahlungseingang; ausgleichsdatum; date de paiement; \
         date paiement; date de r\u{e8}glement; date r\u{e8}glement; pay\u{e9}e le; pay\u{e9} le; betaaldatum; betaald op; \
         fecha de pago; fecha pago; fecha de cobro; data pagamento; data di pagamento; data incasso; data de pagamento; \
         data do pagamento; data de liquida\u{e7}\u{e3}o",
    ),
    (Field::WrittenOff, "write off amount; writeoff amount; written off; amount written off; ausgebucht"),
    (
        Field::Currency,
        "currency; currency code; invoice currency; customer currency; invoice currency code; w\u{e4}hrung; waehrung; \
         wkz umsatz; devise; monnaie; valuta; munt; moneda; divisa; moeda; ccy; cur",
    ),
    (
        Field::ExchangeRate,
        "exchange rate; wechselkurs; taux de change; wisselkoers; tipo de cambio; tasso di cambio; taxa de c\u{e2}mbio",
    ),
    (
        Field::Status,
        "invoice status; document status; status; state of invoice; payment status; rechnungsstatus; zahlungsstatus; statut; \
         \u{e9}tat; estado; stato; situa\u{e7}\u{e3}o; \
         stand; estado de la factura; stato fattura; stato pagamento; estado da fatura; situa\u{e7}\u{e3}o da fatura; status betaling",
    ),
    (
        Field::Type,
        "transaction type; document type; invoice type; type; belegart; dokumentart; belegtyp; type de document; soort; \
         documenttype; tipo; tipo de documento; tipo documento",
    ),
    (
        Field::Terms,
        "payment terms label; payment terms; terms; term; payment term; net days; zahlungsziel; zahlungsbedingungen; \
         zahlungsbedingung; conditions de paiement; d\u{e9}lai de paiement; betalingstermijn; betalingsvoorwaarden; \
         condiciones de pago; plazo de pago; condizioni di pagamento; termini di pagamento; condi\u{e7}\u{f5}es de pagamento; \
         prazo de pagamento",
    ),
    (
        Field::Disputed,
        "disputed; dispute; in dispute; bestritten; strittig; reklamiert; contest\u{e9}; contest\u{e9}e; litige; en litige; \
         betwist; disputada; disputado; en disputa; contestata; contestato; contestada; contestado; em disputa",
    ),
    (
        Field::PoNumber,
        "po number; purchase order; purchase order number; p.o. #; p.o. number; po #; po no; po; purchaseorder; reference; \
         reference no.; your reference; bestellnummer; bestellnr; ihr zeichen; bon de commande; r\u{e9}f\u{e9}rence; \
         inkoopnummer; referentie; orden de compra; n\u{fa}mero de pedido; referencia; ordine d'acquisto; riferimento; \
         pedido de compra; refer\u{ea}ncia",
    ),
    (Field::Submitted, "submitted"),
    (Field::Cancelled, "cancelled; canceled; voided; is void; storniert"),
    (Field::LineTotal, "line total; item total; line amount; item amount; line gross"),
    (Field::LineTax, "item tax amount; line tax amount"),
    (
        Field::LineItem,
        "item name; item product; sales price; item(product/service); item desc; item description; item notes; inventory item code; \
         item; product/service; item quantity; item qty; item rate; item cost; item price; unit amount; unit price; quantity; \
         qty; artikel; menge; einzelpreis; quantit\u{e9}; prix unitaire; aantal; cantidad; precio unitario; quantit\u{e0}; \
         prezzo unitario; quantidade; pre\u{e7}o unit\u{e1}rio",
    ),
    (Field::AccountType, "account type"),
    (
        Field::Seller,
        "seller; seller name; seller company; issued by; issuer; business unit; our company; supplier; supplier name; \
         verk\u{e4}ufer; rechnungssteller; vendeur; fournisseur; verkoper; vendedor; emisor; venditore; emittente; emitente",
    ),
    (
        Field::Amount,
        "payment amount; amount paid; paid amount; amount received; received amount; zahlungsbetrag; gezahlter betrag; \
         montant pay\u{e9}; montant du paiement; montant r\u{e9}gl\u{e9}; betaald bedrag; importe pagado; importe del pago; \
         importo pagato; importo pagamento; valor pago; valor do pagamento; ~amount; ~betrag; ~montant; ~bedrag; ~importe; \
         ~importo; ~valor; ~total; ~paid; ~bezahlt",
    ),
    (
        Field::PaymentDate,
        "payment date; date paid; paid date; date of payment; received on; date received; receipt date; paid on; paid at; \
         zahlungsdatum; bezahlt am; zahlungseingang; date de paiement; date paiement; date de r\u{e8}glement; betaaldatum; \
         betaald op; fecha de pago; fecha pago; fecha de cobro; data pagamento; data di pagamento; data incasso; \
         data de pagamento; data do pagamento; ~date; ~datum; ~fecha; ~data; ~transaction date",
    ),
    (
        Field::Method,
        "payment method; payment mode; payment type; method; mode; paid by; zahlungsart; zahlungsmethode; zahlungsweise; \
         mode de paiement; moyen de paiement; mode de r\u{e8}glement; betaalwijze; betaalmethode; m\u{e9}todo de pago; \
         forma de pago; metodo di pagamento; modalit\u{e0} di pagamento; m\u{e9}todo de pagamento; forma de pagamento",
    ),
    (
        Field::Reference,
        "payment number; payment id; payment reference; receipt number; receipt no; transaction reference; transaction id; \
         check number; cheque number; check #; cheque no; zahlungsreferenz; zahlungsnummer; ~reference; ~reference number; \
         ~ref; ~referenz; ~r\u{e9}f\u{e9}rence; ~referentie; ~referencia; ~riferimento; ~refer\u{ea}ncia; ~memo; ~description",
    ),
    (
        Field::Email,
        "email; e-mail; email address; e-mail address; email id; main email; primary contact emailid; contact email; \
         email recipient; customer email; client email; billing email; e-mail-adresse; mail; courriel; adresse e-mail; \
         adresse \u{e9}lectronique; e-mailadres; correo; correo electr\u{f3}nico; posta elettronica; indirizzo email; \
         endere\u{e7}o de e-mail",
    ),
    (
        Field::Phone,
        "phone; phone number; phone numbers; main phone; telephone; work phone number; work phone; mobile phone; mobile; \
         mobile number; personal phone number; contact phone; customer phone; billing phone; tel; telefon; telefonnummer; \
         handy; mobil; t\u{e9}l\u{e9}phone; telefoon; telefoonnummer; tel\u{e9}fono; m\u{f3}vil; telefono; cellulare; \
         telefone; telem\u{f3}vel; celular",
    ),
    (
        Field::Contact,
        "contact; contact person; full name; attention; ansprechpartner; kontakt; interlocuteur; contactpersoon; contacto; referente; contato",
    ),
    (
        Field::FirstName,
        "first name; contact first name; firstname; given name; vorname; pr\u{e9}nom; voornaam; primeiro nome",
    ),
    (
        Field::LastName,
        "last name; contact last name; lastname; surname; family name; nachname; nom de famille; achternaam; apellido; apellidos; cognome; sobrenome; apelido",
    ),
    (
        Field::Street,
        "billing street; billing address; billing address 1; bill addr line1; bill address; address line 1; address_line_1; \
         poaddressline1; street; street address; address; document recipient address; customer address; client address; \
         address 1; stra\u{df}e; strasse; anschrift; adresse; rue; straat; adres; calle; direcci\u{f3}n; domicilio; via; \
         indirizzo; rua; endere\u{e7}o; morada",
    ),
    (Field::HouseNumber, "house number; building number; hausnummer; hausnr; huisnummer; numero civico"),
    (
        Field::AddressExtra,
        "billing apt/suite; billing street2; billing address 2; bill addr line2; address line 2; address_line_2; \
         poaddressline2; address 2; apartment; suite; adresszusatz; compl\u{e9}ment d'adresse; complemento",
    ),
    (
        Field::Postcode,
        "billing postal code; billing code; billing address postcode; bill addr postal code; postal code; \
         postal_code/zip_code; popostalcode; zip; zip code; postcode; postal/zip; plz; postleitzahl; code postal; \
         c\u{f3}digo postal; cap; cep",
    ),
    (
        Field::Town,
        "billing city; billing address city; bill addr city; city; town; pocity; ort; stadt; ville; plaats; stad; woonplaats; \
         ciudad; poblaci\u{f3}n; citt\u{e0}; comune; cidade; localidade",
    ),
    (
        Field::Region,
        "billing state/province; billing state; billing address state; bill addr state; province/state; state/province; \
         province; state; region; poregion; county; bundesland; kanton; r\u{e9}gion; provincie; provincia; estado/provincia; uf",
    ),
    (
        Field::Country,
        "billing country; billing address country; bill addr country; country; country code; pocountry; land; pays; pa\u{ed}s; \
         paese; nazione",
    ),
    (
        Field::Notes,
        "notes; note; private notes; public notes; comment; comments; remarks; memo; notizen; notiz; bemerkung; bemerkungen; remarques; opmerkingen; notas; note interne; observaciones; observa\u{e7}\u{f5}es",
    ),
];

/// How well a header's name fits a field.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Fit {
    pub(crate) field: Field,
    /// Smaller is better.
    pub(crate) rank: usize,
    /// The name alone does not tell what kind of file it is.
    pub(crate) neutral: bool,
}

static FITS: LazyLock<HashMap<String, Vec<Fit>>> = LazyLock::new(|| table(NAMES));

/// Fields by the names they go by.
pub(super) fn table(names: &[(Field, &str)]) -> HashMap<String, Vec<Fit>> {
    let mut fits: HashMap<String, Vec<Fit>> = HashMap::new();
    for &(field, names) in names {
        for (rank, name) in names.split(';').map(str::trim).enumerate() {
            let (name, neutral) = name.strip_prefix('~').map_or((name, false), |neutral| (neutral, true));
            let all = fits.entry(squashed(name)).or_default();
            if all.iter().all(|fit| fit.field != field) {
                all.push(Fit { field, rank, neutral });
            }
        }
    }
    fits
}

/// The fields a header's text can mean.
pub(crate) fn fits(header: &str) -> &'static [Fit] {
    // No name of a column is this long; a letter in a cell need not be folded whole.
    if header.len() > 80 {
        return &[];
    }
    let named = |name: &str| FITS.get(&squashed(name)).map(Vec::as_slice).unwrap_or_default();
    match currency::split_off(header).filter(|_| named(header).is_empty()) {
        Some((name, _)) => named(name),
        None => named(header),
    }
}

/// Letters and digits only, small, without accents: `*Invoice No.` and `InvoiceNo` are one name.
pub(crate) fn squashed(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        match c {
            '#' | '\u{2116}' => out.push_str("no"),
            '\u{b0}' | '\u{ba}' => out.push('o'),
            '\u{e0}'..='\u{e5}' | '\u{101}' | '\u{103}' | '\u{105}' => out.push('a'),
            '\u{e7}' | '\u{107}' | '\u{10d}' => out.push('c'),
            '\u{e8}'..='\u{eb}' | '\u{113}' | '\u{119}' | '\u{11b}' => out.push('e'),
            '\u{ec}'..='\u{ef}' => out.push('i'),
            '\u{f1}' | '\u{144}' | '\u{148}' => out.push('n'),
            '\u{f2}'..='\u{f6}' | '\u{f8}' | '\u{151}' => out.push('o'),
            '\u{f9}'..='\u{fc}' | '\u{16f}' | '\u{171}' => out.push('u'),
            '\u{fd}' | '\u{ff}' => out.push('y'),
            '\u{df}' => out.push_str("ss"),
            '\u{e6}' => out.push_str("ae"),
            '\u{153}' => out.push_str("oe"),
            c if c.is_alphanumeric() => out.push(c),
            _ => {}
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_name_in_many_spellings() {
        for spelling in ["Invoice Number", "*InvoiceNumber", "invoice_number", "INVOICE NUMBER "] {
            assert!(
                fits(spelling).iter().any(|fit| fit.field == Field::InvoiceNumber && !fit.neutral),
                "{spelling}"
            );
        }
        for (header, field) in [
            ("N\u{b0} de facture", Field::InvoiceNumber),
            ("F\u{e4}lligkeitsdatum", Field::DueDate),
            ("\u{c9}ch\u{e9}ance", Field::DueDate),
            ("Vervaldatum", Field::DueDate),
            ("Importo totale", Field::Total),
            ("Raz\u{f3}n social", Field::Client),
            ("SettledDate", Field::PaidDate),
            ("P.O. #", Field::PoNumber),
            ("postal_code/zip_code", Field::Postcode),
        ] {
            assert!(fits(header).iter().any(|fit| fit.field == field), "{header}");
        }
    }

    #[test]
    fn every_field_has_a_name_and_no_name_is_empty() {
        let all = || NAMES.iter().chain(super::super::bank::NAMES);
        for &field in Field::ALL {
            assert!(all().any(|&(named, _)| named == field), "{field:?}");
        }
        assert!(all().all(|(_, names)| names.split(';').all(|n| !squashed(n).is_empty())));
    }
}
