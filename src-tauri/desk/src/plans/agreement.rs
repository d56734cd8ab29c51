//! From a plan to its paper: the facts its clauses speak of, its canonical data, and the document.

use crate::paying::{Asked, Paying};
use crate::{papers, said};
use goodterms_ledger::business::Business;
use goodterms_ledger::client::Client;
use goodterms_ledger::reading::account::OpenDebit;
use goodterms_paper::agreement::{self as document, PlanAgreement};
use goodterms_paper::{Faces, Logo};
use goodterms_terms::agreement::{ClauseText, Clauses, EarlySettlement, Facts, LateCharge, Party};
use goodterms_terms::plan::{Acceleration, PaperInvoice, PaperParty, PlanPaper, Quote, SCHEMA};
use goodterms_terms::policy::Policy;
use goodterms_terms::{Day, Money};

/// Working days within which each side answers a message.
const ANSWER_DAYS: u32 = 5;
/// Years personal details are kept after the last payment.
const RETENTION_YEARS: u32 = 7;

/// Everything an agreement is written from.
pub(super) struct Draft<'a> {
    pub(super) business: &'a Business,
    pub(super) client: &'a Client,
    pub(super) faces: Faces,
    pub(super) policy: &'a Policy,
    pub(super) on: Day,
    pub(super) reference: &'a str,
    /// What is covered, and how much of it.
    pub(super) covered: &'a [(OpenDebit, i64)],
    pub(super) debt: Money,
    pub(super) quote: &'a Quote,
    pub(super) clauses: &'a Clauses,
    /// The place of the business: the law of the original contract.
    pub(super) law: Option<String>,
    /// The place whose working days count.
    pub(super) place: Option<&'a str>,
    /// Invoices covered whose dispute is open.
    pub(super) disputed: Vec<String>,
    /// What settles everything early.
    pub(super) early: Option<EarlySettlement>,
    pub(super) cure_days: u32,
    pub(super) accelerate_after: u32,
}

impl Draft<'_> {
    /// How to pay; with the first amount, a code for it.
    fn paying(&self, first: Option<Money>) -> Paying {
        Paying::of(&Asked {
            business: self.business,
            client: self.client,
            manner: papers::manner(self.client, self.business, self.faces),
            reference: self.reference,
            amount: first,
            first: true,
        })
    }

    /// What its clauses speak of.
    pub(super) fn facts(&self) -> Facts<'_> {
        let pay = self.paying(None).how;
        let account = pay.details.iter().map(|(label, value)| format!("{label} {value}")).collect::<Vec<_>>();
        Facts {
            language: said::language(self.client),
            business: named(&papers::creditor(self.business)),
            client: named(&papers::debtor(self.client)),
            client_kind: self.client.kind,
            made_on: self.on,
            debt: self.debt,
            quote: self.quote,
            grace_days: self.policy.grace_days,
            cure_days: self.cure_days,
            acceleration: Acceleration { after_missed: self.accelerate_after },
            late_charge: self
                .policy
                .late_charge
                .map(LateCharge::Yearly)
                .filter(|_| self.clauses.has("late-charge")),
            early: self.early,
            guarantor: None,
            account: Some(account.join(", ")).filter(|_| !self.business.pay_to.trim().is_empty()),
            disputes: Some(self.disputed.join(", ")).filter(|numbers| !numbers.is_empty()),
            reference: Some(self.reference.to_owned()),
            place: self.place.map(str::to_owned),
            hours: Some(("9:00".to_owned(), "17:00".to_owned())),
            answer_days: ANSWER_DAYS,
            retention_years: RETENTION_YEARS,
            law: self.law.clone(),
            courts: None,
            advice: None,
            replaces: None,
        }
    }
}

fn named(party: &goodterms_paper::Party) -> Party {
    Party {
        name: party.name.clone(),
        registration: party.registration.clone(),
        address: party.address_lines("").join(", "),
        signatory: String::new(),
        contact: party.email.clone(),
    }
}

/// The canonical data: nothing in it is random or tied to one book.
pub(super) fn paper_of(draft: &Draft<'_>, clauses: &[ClauseText]) -> PlanPaper {
    let party = |party: &goodterms_paper::Party| PaperParty {
        name: party.name.clone(),
        registration: party.registration.clone(),
        address: party.address_lines(""),
    };
    let currency = draft.debt.currency();
    PlanPaper {
        schema: SCHEMA.to_owned(),
        plan: draft.reference.to_owned(),
        version: 1,
        replaces: None,
        made_on: draft.on,
        language: said::tag(said::language(draft.client)).to_owned(),
        business: party(&papers::creditor(draft.business)),
        client: party(&papers::debtor(draft.client)),
        currency,
        invoices: draft
            .covered
            .iter()
            .map(|(debit, amount)| PaperInvoice {
                number: debit.number.clone(),
                issued: debit.issued,
                due: debit.due,
                total: Money::of(debit.total, currency).to_string(),
                covered: Money::of(*amount, currency).to_string(),
            })
            .collect(),
        instalments: draft.quote.instalments.iter().map(Into::into).collect(),
        total: draft.quote.total.to_string(),
        interest: draft.quote.interest.to_string(),
        annual_rate: draft.quote.annual_rate.map(|rate| rate.to_string()),
        grace_days: draft.policy.grace_days,
        cure_days: draft.cure_days,
        clauses: clauses.iter().map(Into::into).collect(),
    }
}

/// The document.
pub(super) fn written(
    draft: &Draft<'_>,
    clauses: &[ClauseText],
    paper: &PlanPaper,
    logo: Option<Logo>,
) -> PlanAgreement {
    let currency = draft.debt.currency();
    let money = |minor| Money::of(minor, currency);
    let sum = |of: &dyn Fn(&(OpenDebit, i64)) -> i64| money(draft.covered.iter().map(of).sum());
    let with_interest = !draft.quote.interest.is_zero();
    let principal = draft.quote.instalments.iter().map(|i| i.principal.minor()).sum();
    PlanAgreement {
        manner: papers::manner(draft.client, draft.business, draft.faces),
        creditor: papers::creditor(draft.business),
        debtor: papers::debtor(draft.client),
        logo,
        date: draft.on,
        governing_law: draft.law.clone().unwrap_or_default(),
        reference: draft.reference.to_owned(),
        version: 1,
        fingerprint: paper.fingerprint().to_string(),
        plan: paper.canonical_json(),
        invoices: draft
            .covered
            .iter()
            .map(|(debit, amount)| document::CoveredInvoice {
                number: debit.number.clone(),
                issued: debit.issued,
                due: debit.due,
                total: money(debit.total),
                paid: money(debit.total - debit.open),
                covered: money(*amount),
            })
            .collect(),
        invoices_total: document::CoveredTotal {
            total: sum(&|(debit, _)| debit.total),
            paid: sum(&|(debit, _)| debit.total - debit.open),
            covered: draft.debt,
        },
        debt: draft.debt,
        instalments: draft
            .quote
            .instalments
            .iter()
            .map(|i| document::Instalment {
                number: i.n,
                due: i.due,
                amount: i.amount,
                parts: with_interest.then_some((i.principal, i.interest)),
            })
            .collect(),
        instalments_total: document::InstalmentTotal {
            amount: draft.quote.total,
            parts: with_interest.then_some((money(principal), draft.quote.interest)),
        },
        pay: draft.paying(draft.quote.instalments.first().map(|first| first.amount)).how,
        clauses: document::ClauseText::numbered(clauses),
        creditor_signatory: document::Signatory::default(),
        debtor_signatory: document::Signatory::default(),
        changes: None,
        signing: None,
    }
}
