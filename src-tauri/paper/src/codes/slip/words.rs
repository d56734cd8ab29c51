//! The words of the slip, as annex C of the guidelines fixes them.

/// The languages a slip may be in. Its words are fixed: nothing else may stand on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SlipLanguage {
    /// German.
    German,
    /// French.
    French,
    /// Italian.
    Italian,
    /// English.
    English,
}

pub(super) struct Words {
    pub(super) payment_part: &'static str,
    pub(super) receipt: &'static str,
    pub(super) account: &'static str,
    pub(super) reference: &'static str,
    pub(super) additional: &'static str,
    pub(super) currency: &'static str,
    pub(super) amount: &'static str,
    pub(super) acceptance_point: &'static str,
    pub(super) separate: &'static str,
    pub(super) payable_by: &'static str,
    pub(super) payable_by_whom: &'static str,
    /// What the code is, for those who do not see it; not part of the annex.
    pub(super) code: &'static str,
}

const GERMAN: Words = Words {
    payment_part: "Zahlteil",
    receipt: "Empfangsschein",
    account: "Konto / Zahlbar an",
    reference: "Referenz",
    additional: "Zusätzliche Informationen",
    currency: "Währung",
    amount: "Betrag",
    acceptance_point: "Annahmestelle",
    separate: "Vor der Einzahlung abzutrennen",
    payable_by: "Zahlbar durch",
    payable_by_whom: "Zahlbar durch (Name/Adresse)",
    code: "Swiss QR Code mit den Angaben dieses Zahlteils",
};
const FRENCH: Words = Words {
    payment_part: "Section paiement",
    receipt: "Récépissé",
    account: "Compte / Payable à",
    reference: "Référence",
    additional: "Informations supplémentaires",
    currency: "Monnaie",
    amount: "Montant",
    acceptance_point: "Point de dépôt",
    separate: "A détacher avant le versement",
    payable_by: "Payable par",
    payable_by_whom: "Payable par (nom/adresse)",
    code: "Swiss QR Code avec les indications de cette section paiement",
};
const ITALIAN: Words = Words {
    payment_part: "Sezione pagamento",
    receipt: "Ricevuta",
    account: "Conto / Pagabile a",
    reference: "Riferimento",
    additional: "Informazioni supplementari",
    currency: "Valuta",
    amount: "Importo",
    acceptance_point: "Punto di accettazione",
    separate: "Da staccare prima del versamento",
    payable_by: "Pagabile da",
    payable_by_whom: "Pagabile da (nome/indirizzo)",
    code: "Swiss QR Code con le indicazioni di questa sezione pagamento",
};
const ENGLISH: Words = Words {
    payment_part: "Payment part",
    receipt: "Receipt",
    account: "Account / Payable to",
    reference: "Reference",
    additional: "Additional information",
    currency: "Currency",
    amount: "Amount",
    acceptance_point: "Acceptance point",
    separate: "Separate before paying in",
    payable_by: "Payable by",
    payable_by_whom: "Payable by (name/address)",
    code: "Swiss QR Code with what this payment part says",
};

impl SlipLanguage {
    /// BCP 47.
    pub(super) const fn tag(self) -> &'static str {
        match self {
            Self::German => "de-CH",
            Self::French => "fr-CH",
            Self::Italian => "it-CH",
            Self::English => "en",
        }
    }

    pub(super) const fn words(self) -> &'static Words {
        match self {
            Self::German => &GERMAN,
            Self::French => &FRENCH,
            Self::Italian => &ITALIAN,
            Self::English => &ENGLISH,
        }
    }
}
