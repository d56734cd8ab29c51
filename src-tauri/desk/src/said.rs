//! What papers call the things the book keeps under short names, in the language of their reader.

use goodterms_ledger::client::Client;
use goodterms_terms::agreement::Language;
use goodterms_terms::entry::EntryKind;
use goodterms_terms::policy::NextStep;

/// The language a client is written to in: French if that is theirs, else English.
pub(crate) fn language(client: &Client) -> Language {
    language_of(&client.language)
}

/// The language of a tag, BCP 47: French or else English.
pub(crate) fn language_of(tag: &str) -> Language {
    let tag = tag.trim().to_ascii_lowercase();
    let french = tag == "fr" || tag.starts_with("fr-") || tag.starts_with("fr_");
    if french { Language::French } else { Language::English }
}

/// Its tag, BCP 47.
pub(crate) const fn tag(language: Language) -> &'static str {
    match language {
        Language::English => "en",
        Language::French => "fr",
    }
}

const fn either(language: Language, english: &'static str, french: &'static str) -> &'static str {
    match language {
        Language::English => english,
        Language::French => french,
    }
}

/// An entry of an account.
pub(crate) fn entry(kind: EntryKind, reversal: bool, language: Language) -> String {
    let (english, french) = match kind {
        EntryKind::Invoice => ("Invoice", "Facture"),
        EntryKind::OpeningBalance => ("Opening balance", "Solde d\u{2019}ouverture"),
        EntryKind::LateFee => ("Late fee", "Frais de retard"),
        EntryKind::Interest => ("Interest", "Intérêts"),
        EntryKind::Compensation => ("Compensation", "Indemnité"),
        EntryKind::Cost => ("Recovery cost", "Frais de recouvrement"),
        EntryKind::Refund => ("Refund", "Remboursement"),
        EntryKind::Payment => ("Payment", "Paiement"),
        EntryKind::CreditNote => ("Credit note", "Note de crédit"),
        EntryKind::Discount => ("Discount", "Remise"),
        EntryKind::WriteOff => ("Amount waived", "Montant abandonné"),
        EntryKind::Adjustment => ("Adjustment", "Ajustement"),
    };
    let name = either(language, english, french);
    match language {
        _ if !reversal => name.to_owned(),
        Language::English => format!("{name} taken back"),
        Language::French => format!("{name} (annulation)"),
    }
}

/// How a word went.
pub(crate) fn channel(channel: &str, language: Language) -> String {
    let (english, french) = match channel {
        "email" => ("E-mail", "Courriel"),
        "sms" => ("Text message", "Texto"),
        "call" => ("Telephone call", "Appel téléphonique"),
        _ => ("Letter", "Lettre"),
    };
    either(language, english, french).to_owned()
}

/// What a word was.
pub(crate) fn contact(kind: &str, language: Language) -> String {
    let (english, french) = match kind {
        "reminder" => ("Reminder", "Rappel"),
        "final_demand" => ("Final demand", "Mise en demeure"),
        "reply" => ("Reply", "Réponse"),
        _ => ("Conversation", "Conversation"),
    };
    either(language, english, french).to_owned()
}

/// The step as it follows "we will", or "voici ce que nous ferons".
pub(crate) const fn next_step(step: NextStep, language: Language) -> &'static str {
    let (english, french) = match step {
        NextStep::Call => (
            "telephone you to look for a way forward together",
            "vous téléphoner pour chercher ensemble une solution",
        ),
        NextStep::Agency => {
            ("pass this account to a collection agency", "confier ce compte à une agence de recouvrement")
        }
        NextStep::Lawyer => ("pass this account to our lawyer", "confier ce compte à notre avocat"),
        NextStep::SmallClaims => (
            "bring a claim in the small-claims court",
            "présenter une demande à la cour des petites créances",
        ),
        NextStep::PauseWork => (
            "pause further work and deliveries until the account is settled",
            "suspendre les travaux et les livraisons jusqu\u{2019}au règlement du compte",
        ),
    };
    either(language, english, french)
}

/// Credit on account.
pub(crate) fn credit(language: Language) -> String {
    either(language, "Credit on account", "Crédit au compte").to_owned()
}

/// The label of an account that has none of its own.
pub(crate) fn pay_to(language: Language) -> String {
    either(language, "Pay to", "Payer à").to_owned()
}

/// Where nothing is known of how to pay.
pub(crate) fn account_as_on_invoices(language: Language) -> (String, String) {
    (
        either(language, "Account", "Compte").to_owned(),
        either(language, "as given on our invoices", "tel qu\u{2019}indiqué sur nos factures").to_owned(),
    )
}

/// How money moves when a code is scanned.
#[derive(Clone, Copy)]
pub(crate) enum Way {
    Transfer,
    Pix,
    Upi,
    OnLine,
}

/// What stands below a code that pays.
pub(crate) fn scan_to_pay(amount: &str, first: bool, way: Way, language: Language) -> String {
    let (english, french) = match way {
        Way::Transfer => ("by bank transfer", "par virement"),
        Way::Pix => ("by Pix", "par Pix"),
        Way::Upi => ("by UPI", "par UPI"),
        Way::OnLine => ("on line", "en ligne"),
    };
    match language {
        Language::English if first => format!("Scan to make the first payment, {amount}, {english}"),
        Language::English => format!("Scan to pay {amount} {english}"),
        Language::French if first => {
            format!("À scanner pour le premier versement de {amount} {french}")
        }
        Language::French => format!("À scanner pour payer {amount} {french}"),
    }
}

/// The code, to those who do not see it.
pub(crate) fn payment_code(amount: &str, payee: &str, language: Language) -> String {
    match language {
        Language::English => format!("Code that pays {amount} to {payee}"),
        Language::French => format!("Code de paiement de {amount} à {payee}"),
    }
}
