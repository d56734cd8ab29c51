//! What banks call their columns, in a dozen languages, and whether a table is a bank's.
//!
//! The names were taken from real exports (bank2ynab's 115 banks, OCA's, and the samples). They are asked only
//! for tables of a bank, so that `Debit` or `IBAN` cannot make an invoice of something else.

use super::choose::Claims;
use super::field::Field;
use super::synonyms::{Fit, squashed, table};
use goodterms_terms::Currency;
use std::collections::HashMap;
use std::sync::LazyLock;

/// As in `synonyms`: the better name first; names after `~` do not tell a bank's table from another.
pub(super) const NAMES: &[(Field, &str)] = &[
    (
        Field::BookingDate,
        "booking date; posting date; posted date; date posted; date processed; processed date; completed date; entry date; \
         buchungstag; buchungsdatum; boekdatum; boekingsdatum; uitvoeringsdatum; date de comptabilisation; date comptable; \
         fecha contable; data contabile; datum za\u{fa}\u{10d}tov\u{e1}n\u{ed}; k\u{f6}nyvel\u{e9}s d\u{e1}tuma; \
         data ksi\u{119}gowania; bokf\u{f6}ringsdag; bokf\u{f8}ringsdato; tranzakci\u{f3} d\u{e1}tuma; date op\u{e9}ration; \
         date d'op\u{e9}ration; fecha operaci\u{f3}n; data operazione; data operacji; datum proveden\u{ed}; \
         ~transaction date; ~transactiedatum; ~date; ~datum; ~fecha; ~data; ~dato; ~created; ~created at; ~d\u{e1}tum; ~buchung",
    ),
    (
        Field::Currency,
        "~currency; ~currency code; ~account currency; ~buchungsw\u{e4}hrung; ~w\u{e4}hrung; ~waehrung; ~whg; ~munt; ~devise; \
         ~moneda; ~divisa; ~moeda; ~m\u{11b}na \u{fa}\u{10d}tu; ~m\u{11b}na; ~tranzakci\u{f3} devizaneme; ~devizanem; ~waluta; \
         ~ccy; ~valuta",
    ),
    (
        Field::ValueDate,
        "value date; valutadatum; wertstellung; wertstellungsdatum; date de valeur; date valeur; rentedatum; fecha valor; \
         data valuta; data valor; \u{e9}rt\u{e9}knap; datum valuty; data waluty; valuteringsdag; rentedato; valuta",
    ),
    (
        Field::Amount,
        "~amount; ~transaction amount; ~booked amount; ~buchungsbetrag; ~betrag; ~umsatz; ~bedrag; ~montant; ~importe; ~importo; \
         ~valor; ~za\u{fa}\u{10d}tovan\u{e1} \u{10d}\u{e1}stka; ~\u{10d}\u{e1}stka; ~tranzakci\u{f3} \u{f6}sszege; \
         ~\u{f6}sszeg; ~kwota; ~kwota operacji; ~belopp; ~bel\u{f8}b; ~bel\u{f8}p",
    ),
    (
        Field::Debit,
        "debit; debit amount; debits; withdrawals; withdrawal; withdrawal amount; withdrawal amt.; money out; paid out; amount out; \
         ~out; ~payments; soll; ausgang; ausgaben; ausg\u{e4}nge; d\u{e9}bit; d\u{e9}bits; debet; uitgaven; cargo; cargos; debe; \
         dare; uscite; addebiti; d\u{e9}bito; v\u{fd}daj; terhel\u{e9}s; obci\u{105}\u{17c}enia; belastung; lastschrift",
    ),
    (
        Field::Credit,
        "credit; credit amount; credits; deposits; deposit; deposit amount; deposit amt.; money in; paid in; amount in; ~in; \
         ~receipts; haben; eingang; einnahmen; eing\u{e4}nge; cr\u{e9}dit; cr\u{e9}dits; kredit; inkomsten; abono; abonos; haber; \
         avere; entrate; accrediti; cr\u{e9}dito; p\u{159}\u{ed}jem; j\u{f3}v\u{e1}\u{ed}r\u{e1}s; uznania; gutschrift",
    ),
    (
        Field::Direction,
        "d/c; c/d; d/k; k/d; dr/cr; cr/dr; debit/credit; credit/debit; debit or credit; debit credit indicator; \
         credit debit indicator; credit/debit flag; cd flag; dc indicator; direction; af bij; bij af; soll haben; soll/haben; \
         haben/soll; s/h; bev\u{e9}tel/kiad\u{e1}s; in/out; inflow/outflow; sens",
    ),
    (
        Field::PayerAccount,
        "counterparty account; counterparty account number; counterparty iban; counter account; tegenrekening; \
         tegenrekening iban/bban; rekeningnummer tegenpartij; rekening tegenpartij; partner account; \
         partner sz\u{e1}mlasz\u{e1}ma; payer account; payer iban; payee account; payee iban; beneficiary account; bank account; \
         iban zahlungsbeteiligter; kontonummer/iban; gegenkonto; iban gegenkonto; \u{10d}\u{ed}slo proti\u{fa}\u{10d}tu; \
         proti\u{fa}\u{10d}et; bankovn\u{ed} spojen\u{ed}; compte contrepartie; cuenta contraparte; kontonummer; iban",
    ),
    (
        Field::Payer,
        "counterparty name; counterparty; naam tegenpartij; tegenpartij; naam / omschrijving; partner name; partner neve; \
         beguenstigter/zahlungspflichtiger; beg\u{fc}nstigter/zahlungspflichtiger; beguenstigter/auftraggeber; \
         auftraggeber/beg\u{fc}nstigter; auftraggeber/empf\u{e4}nger; name zahlungsbeteiligter; zahlungsbeteiligter; \
         zahlungspflichtiger; zahlungspflichtige*r; zahlungsempf\u{e4}nger; auftraggeber; empf\u{e4}nger; payer name; payer; payee name; payee; \
         beneficiary name; beneficiary; merchant; merchant name; other party; from/to; contrepartie; nom de la contrepartie; \
         beneficiario; ordenante; controparte; ordinante; contraparte; n\u{e1}zev proti\u{fa}\u{10d}tu; protistrana; \
         kontrahent; nadawca/odbiorca; mottagare; avs\u{e4}ndare; sender; ~partner; ~name; ~naam; ~nom; ~customer; ~client",
    ),
    (
        Field::Account,
        "account number; account no; account iban; own account; iban/bban; rekeningnummer; rekening; auftragskonto; \
         iban auftragskonto; auftraggeberkonto; iban auftraggeberkonto; eigenes konto; umsatz get\u{e4}tigt von; \
         sz\u{e1}mlasz\u{e1}m; \u{10d}\u{ed}slo \u{fa}\u{10d}tu; num\u{e9}ro de compte; cuenta; conto; compte; rachunek; \
         ~account; ~konto",
    ),
    (
        Field::Text,
        "description; transaction description; details; transaction details; detail; narrative; label; memo; particulars; \
         purpose; payment details; remarks; verwendungszweck; buchungstext; vorgang/verwendungszweck; transaktionsbeschreibung; \
         transaktionsbeschreibung zusatz; omschrijving; omschrijving-1; omschrijving-2; omschrijving-3; mededelingen; mededeling; \
         vrije mededeling; libell\u{e9}; libelle; d\u{e9}tail; communication; concepto; descripci\u{f3}n; descrizione; causale; \
         descri\u{e7}\u{e3}o; hist\u{f3}rico; popis; zpr\u{e1}va; zpr\u{e1}va pro p\u{159}\u{ed}jemce; zpr\u{e1}va pro m\u{11b}; \
         pozn\u{e1}mka; klientsk\u{e1} pozn\u{e1}mka; k\u{f6}zlem\u{e9}ny; r\u{e9}szletek; tytu\u{142}; tytu\u{142} operacji; \
         opis; opis operacji; meddelande; tekst; forklaring; beskrivelse; text; ~notes; ~message",
    ),
    (
        Field::Reference,
        "payment reference; betalingskenmerk; gestructureerde mededeling; kundenreferenz; kundenreferenz (end-to-end); \
         end-to-end-referenz; variabiln\u{ed} symbol; variabiln\u{ed} symbol 1; vs; variable symbol; customer reference; \
         ~reference; ~reference no; ~reference number; ~ref; ~referenz; ~r\u{e9}f\u{e9}rence; ~referencia; ~riferimento; \
         ~refer\u{ea}ncia; ~transactiereferentie; ~cheque number; ~check number; ~cheque no; ~cheque",
    ),
    (
        Field::BankId,
        "transaction id; record id; operation number; bank reference; buchungsreferenz; id transakce; \
         referen\u{10d}n\u{ed} \u{10d}\u{ed}slo transakce; volgnr; unique id; fitid; entry reference; \
         megb\u{ed}z\u{e1}s azonos\u{ed}t\u{f3}; operation id; ~id",
    ),
    (
        Field::Balance,
        "running balance; saldo na trn; saldo nach buchung; account balance; balance after; kontostand; egyenleg; \
         z\u{16f}statek; saldo po operacji; ~balance; ~saldo; ~solde; ~ledger balance",
    ),
];

static FITS: LazyLock<HashMap<String, Vec<Fit>>> = LazyLock::new(|| table(NAMES));

/// The fields a header's text can mean in a bank's table. A currency behind the name, as in
/// `Withdrawals (SGD)`, does not change it.
pub(crate) fn fits(header: &str) -> &'static [Fit] {
    if header.len() > 80 {
        return &[];
    }
    let of = |name: &str| FITS.get(&squashed(name)).map(Vec::as_slice);
    let without = || currency_of(header).and_then(|(name, _)| of(name));
    of(header).or_else(without).unwrap_or_default()
}

/// The currency a header ends with, and the name before it.
pub(crate) fn currency_of(header: &str) -> Option<(&str, Currency)> {
    let bare = header.trim().trim_end_matches([')', ']']);
    let (name, code) = bare.split_at_checked(bare.len().checked_sub(3)?)?;
    let apart = name.ends_with([' ', '(', '[', '_', '-', '/']);
    let capitals = code.bytes().all(|b| b.is_ascii_uppercase());
    let currency = Currency::from_code(code).ok().filter(|_| apart && capitals)?;
    Some((name.trim_end_matches([' ', '(', '[', '_', '-', '/']), currency))
}

/// How much a table looks like a bank's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Likeness {
    /// It lacks what every movement has.
    None,
    /// Days, amounts and words.
    Likely,
    /// Columns that only banks have.
    Certain,
}

pub(super) fn likeness(bank: &Claims) -> Likeness {
    let dated = bank.has(Field::BookingDate) || bank.has(Field::ValueDate);
    let both = bank.tells_any(&[Field::Debit]) && bank.tells_any(&[Field::Credit]);
    let moved = bank.has(Field::Amount) || bank.has(Field::Debit) || bank.has(Field::Credit);
    let telling = [Field::ValueDate, Field::Direction, Field::PayerAccount, Field::Account];
    match () {
        () if !dated || !moved => Likeness::None,
        () if both || bank.tells_any(&telling) => Likeness::Certain,
        () if bank.tells_any(&[Field::Text]) => Likeness::Likely,
        () => Likeness::None,
    }
}

/// What a person who names a column means by a field's general name when the table is a bank's.
pub(super) const fn meant(field: Field) -> Field {
    match field {
        Field::PaymentDate | Field::IssueDate => Field::BookingDate,
        Field::Client => Field::Payer,
        Field::Notes => Field::Text,
        Field::Total => Field::Amount,
        _ => field,
    }
}

/// Whether only a bank's table has such a field.
pub(super) const fn is_banks_own(field: Field) -> bool {
    matches!(
        field,
        Field::BookingDate
            | Field::ValueDate
            | Field::Debit
            | Field::Credit
            | Field::Direction
            | Field::Payer
            | Field::PayerAccount
            | Field::Text
            | Field::Account
            | Field::BankId
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_currency_behind_a_name_is_found() {
        let of = |header: &str| currency_of(header).map(|(name, currency)| format!("{name}|{currency}"));
        assert_eq!(of("Withdrawals (SGD)").as_deref(), Some("Withdrawals|SGD"));
        assert_eq!(of("\u{10c}\u{e1}stka CZK").as_deref(), Some("\u{10c}\u{e1}stka|CZK"));
        for none in ["Amount", "USD", "Withdrawals (SGX)", "Rechnung eur", "", "\u{10c}"] {
            assert_eq!(of(none), None, "{none}");
        }
        assert!(fits("Withdrawals (SGD)").iter().any(|fit| fit.field == Field::Debit));
        assert!(fits("Beguenstigter/Zahlungspflichtiger").iter().any(|fit| fit.field == Field::Payer));
    }
}
