//! The words banks write into their tables.

use super::signs::Flow;
use crate::bank::{account, is_iban};

/// What kind of balance a row tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum BalanceWord {
    /// Before the first movement.
    Opening,
    /// After the last.
    Closing,
    /// The sum of one side.
    Turnover,
}

const BALANCES: [(BalanceWord, &str); 3] = [
    (
        BalanceWord::Opening,
        "opening balance;balance at start of period;balance brought forward;start balance;starting balance;beginning balance;\
         previous balance;anfangssaldo;alter saldo;saldovortrag;alter kontostand;anfangskontostand;solde initial;ancien solde;\
         solde pr\u{e9}c\u{e9}dent;beginsaldo;saldo inicial;saldo anterior;saldo iniziale;po\u{10d}\u{e1}te\u{10d}n\u{ed} z\u{16f}statek;\
         nyit\u{f3} egyenleg;saldo pocz\u{105}tkowe",
    ),
    (
        BalanceWord::Closing,
        "closing balance;balance at end of period;balance carried forward;end balance;ending balance;endsaldo;neuer saldo;\
         neuer kontostand;endkontostand;solde final;nouveau solde;eindsaldo;saldo final;saldo finale;kone\u{10d}n\u{fd} z\u{16f}statek;\
         z\u{e1}r\u{f3} egyenleg;saldo ko\u{144}cowe",
    ),
    (
        BalanceWord::Turnover,
        "turnover;total debits;total credits;total debit;total credit;summe soll;summe haben;total withdrawals;total deposits",
    ),
];

/// Whether a cell says that its row is a balance.
pub(super) fn balance(cell: &str) -> Option<BalanceWord> {
    if cell.is_empty() || cell.len() > 60 {
        return None;
    }
    let small = cell.trim_matches([':', ' ', '.']).to_lowercase();
    BALANCES.iter().find(|(_, words)| words.split(';').any(|word| word == small)).map(|&(word, _)| word)
}

/// Whether a cell in a column of days says that there is none yet.
pub(super) fn is_pending(cell: &str) -> bool {
    const WORDS: &str = "pending;authorised;authorized;vorgemerkt;ausstehend;in bearbeitung;en attente;\u{e0} venir;in behandeling;\
         gereserveerd;pendiente;in sospeso;pendente;reserveret;reserverad;oczekuj\u{105}ca";
    let small = cell.trim().to_lowercase();
    !small.is_empty() && WORDS.split(';').any(|word| word.trim() == small)
}

const IN: &str = "c;cr;k;credit;kredit;kredyt;h;haben;i;in;inflow;bij;+;deposit;gutschrift;eingang;cr\u{e9}dit;credito;cr\u{e9}dito;\
     abono;avere;entrata;bev\u{e9}tel;p\u{159}\u{ed}jem;money in;paid in;income;incoming;uznanie";
const OUT: &str = "d;dr;debit;debet;s;soll;o;out;outflow;af;-;withdrawal;lastschrift;ausgang;belastung;d\u{e9}bit;debito;\
     d\u{e9}bito;cargo;dare;uscita;kiad\u{e1}s;v\u{fd}daj;money out;paid out;expense;outgoing;obci\u{105}\u{17c}enie";

/// What a word in a column of directions says.
pub(super) fn flow(word: &str) -> Option<Flow> {
    let small = word.trim_matches([' ', '.', '(', ')']).to_lowercase();
    let among = |words: &str| words.split(';').any(|known| known.trim() == small);
    match () {
        () if among(IN) => Some(Flow::In),
        () if among(OUT) => Some(Flow::Out),
        () => None,
    }
}

/// What a mark beside an amount says: `CR` or `DR` and nothing else.
pub(super) fn credit_or_debit(word: &str) -> Option<Flow> {
    match word.trim_matches([' ', '.']).to_ascii_uppercase().as_str() {
        "CR" => Some(Flow::In),
        "DR" => Some(Flow::Out),
        _ => None,
    }
}

/// The account a title names: an IBAN, or what stands behind `Account number:`.
pub(super) fn account_in(cell: &str) -> Option<String> {
    const LABELS: [&str; 8] = [
        "account number",
        "account no",
        "account",
        "iban",
        "kontonummer",
        "konto",
        "rekeningnummer",
        "num\u{e9}ro de compte",
    ];
    let tight: String = cell.chars().filter(|c| !c.is_whitespace()).collect();
    let behind = cell.split_once(':').map(|(label, behind)| (label.trim().to_lowercase(), behind));
    if let Some((_, number)) = behind.filter(|(label, _)| LABELS.contains(&label.as_str())) {
        return account(number).filter(|number| number.bytes().filter(u8::is_ascii_digit).count() >= 4);
    }
    is_iban(&tight).then_some(tight)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_say_what_they_say() {
        assert_eq!(balance("Opening balance"), Some(BalanceWord::Opening));
        assert_eq!(balance("Balance at end of period"), Some(BalanceWord::Closing));
        assert_eq!(balance("Balance of my life"), None);
        assert_eq!(
            (flow("K"), flow("Af"), flow("outflow"), flow("?")),
            (Some(Flow::In), Some(Flow::Out), Some(Flow::Out), None)
        );
        assert!(is_pending("Pending") && !is_pending("") && !is_pending("12-Dec-2019"));
        assert_eq!(account_in("Account Number : 08088804068").as_deref(), Some("08088804068"));
        assert_eq!(account_in("DE89 3704 0044 0532 0130 00").as_deref(), Some("DE89370400440532013000"));
        assert_eq!(account_in("Account: main"), None);
    }
}
