//! The payment-plan agreement: what both parties sign.

mod body;
mod certificate;
mod changes;
mod marks;
mod schedules;
mod signing;
mod words;

pub use changes::{Change, Changes};
pub use marks::{Stroke, drawn, typed};
pub use signing::{How, ReturnedCopy, Signature, Signing};

use super::HowToPay;
use crate::document::Document;
use crate::logo::Logo;
use crate::manner::Manner;
use crate::party::Party;
use goodterms_terms::{Day, Money};
use serde::{Deserialize, Serialize};

/// One version of a payment plan, ready to be signed.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct PlanAgreement {
    /// Paper and language.
    pub manner: Manner,
    /// To whom the money is owed: "the Business".
    pub creditor: Party,
    /// Who owes it: "the Client".
    pub debtor: Party,
    /// The creditor's logo.
    pub logo: Option<Logo>,
    /// The day the agreement bears.
    pub date: Day,
    /// The law that governs it, as a place: `Ontario, Canada`.
    pub governing_law: String,
    /// The plan's own reference.
    pub reference: String,
    /// The version, counted from 1.
    pub version: u32,
    /// The fingerprint of the plan's canonical data, as it is written out.
    pub fingerprint: String,
    /// The canonical data of this version, the very bytes the fingerprint is of: attached to the file as
    /// `plan.json`, for machines (`plan.schema.json` says what it holds). Empty attaches nothing.
    pub plan: String,
    /// The invoices covered.
    pub invoices: Vec<CoveredInvoice>,
    /// Their sums.
    pub invoices_total: CoveredTotal,
    /// What the debtor acknowledges owing.
    pub debt: Money,
    /// The schedule, in order.
    pub instalments: Vec<Instalment>,
    /// Its sums.
    pub instalments_total: InstalmentTotal,
    /// How to pay.
    pub pay: HowToPay,
    /// The clauses, already chosen and worded; they are set as given. Schedule A follows the clause
    /// `background`, schedule B the clause `schedule`, the account the clause `method`. Where one of these
    /// or `acknowledgment` is missing, a plain sentence of our own takes its place, before the clauses.
    pub clauses: Vec<ClauseText>,
    /// Who signs for the creditor.
    pub creditor_signatory: Signatory,
    /// Who signs for the debtor.
    pub debtor_signatory: Signatory,
    /// What is different from the version before: the annex of a second or later version.
    pub changes: Option<Changes>,
    /// The signatures and their certificate. Without them the places to sign are empty.
    #[serde(skip)]
    pub signing: Option<Signing>,
}

/// An invoice of the schedule.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct CoveredInvoice {
    /// Its number.
    pub number: String,
    /// The day it was issued.
    pub issued: Day,
    /// The day it fell due.
    pub due: Day,
    /// Its amount with tax.
    pub total: Money,
    /// What was paid or credited before.
    pub paid: Money,
    /// What of it the plan covers.
    pub covered: Money,
}

/// The sums of the invoices.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct CoveredTotal {
    /// Of all amounts with tax.
    pub total: Money,
    /// Of all payments and credits.
    pub paid: Money,
    /// Of what the plan covers.
    pub covered: Money,
}

/// An instalment. Number 0 is the down payment.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Instalment {
    /// Its number; 0 for a down payment.
    pub number: u32,
    /// The day it is due.
    pub due: Day,
    /// What is to be paid.
    pub amount: Money,
    /// The part that repays the debt and the part that is interest, if the plan bears interest.
    pub parts: Option<(Money, Money)>,
}

/// The sums of the instalments.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct InstalmentTotal {
    /// All to be paid.
    pub amount: Money,
    /// All principal and all interest, if the plan bears interest.
    pub parts: Option<(Money, Money)>,
}

/// A clause as it is to be printed.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct ClauseText {
    /// Its stable name: `background`, `grace`; empty for a clause of one's own.
    pub id: String,
    /// Its number, if clauses are numbered.
    pub number: Option<String>,
    /// Its title, which hangs in the margin.
    pub title: String,
    /// Its paragraphs.
    pub paragraphs: Vec<String>,
}

/// Who signs, if it is known beforehand.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Signatory {
    /// Name of the person.
    pub name: String,
    /// Office or role.
    pub role: String,
}

impl ClauseText {
    /// The clauses of an agreement as the rules word them, numbered from 1.
    pub fn numbered(clauses: &[goodterms_terms::agreement::ClauseText]) -> Vec<Self> {
        clauses
            .iter()
            .zip(1_usize..)
            .map(|(clause, number)| Self {
                id: clause.id.to_owned(),
                number: Some(number.to_string()),
                title: clause.title.to_owned(),
                paragraphs: clause.paragraphs.clone(),
            })
            .collect()
    }
}

impl PlanAgreement {
    /// Lays the agreement out.
    pub fn document(&self) -> Document {
        self.laid_out()
    }
}
