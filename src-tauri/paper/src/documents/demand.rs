//! The final demand: firm, courteous, complete, and with one next step that will really be taken.

mod body;
mod words;

use super::HowToPay;
use super::agreement::Signatory;
use super::stationery::{letterhead, small_print, window};
use super::words::SHARED;
use crate::document::{Document, Facts};
use crate::flow::{Furniture, Writer};
use crate::logo::Logo;
use crate::manner::Manner;
use crate::party::Party;
use crate::text::{clean, isolated};
use goodterms_terms::money::Percent;
use goodterms_terms::{Day, Money};
use words::WORDS;

/// Everything a final demand must say.
#[derive(Debug, Clone)]
pub struct FinalDemand {
    /// Paper and language.
    pub manner: Manner,
    /// Who writes.
    pub creditor: Party,
    /// Who is written to, by the name that stands on the contract.
    pub debtor: Party,
    /// The creditor's logo.
    pub logo: Option<Logo>,
    /// The day of the letter.
    pub date: Day,
    /// The creditor's reference for this matter.
    pub reference: String,
    /// How the reader is greeted, without "Dear": `Ms Kowalska`, `Madame Kowalska`. When empty, the debtor's
    /// name in English, and `Madame, Monsieur` in French.
    pub greeting: String,
    /// What the invoices are for, as a noun: `the catering of your spring events`. May be empty.
    pub for_what: String,
    /// The invoices that are overdue.
    pub invoices: Vec<OverdueInvoice>,
    /// Their sums.
    pub invoices_total: OverdueTotal,
    /// Interest that is claimed, with its calculation.
    pub interest: Option<InterestClaim>,
    /// Other charges that are claimed.
    pub charges: Vec<ClaimedCharge>,
    /// All that is demanded: what is open, interest and charges.
    pub total: Money,
    /// What was already sent, in order.
    pub contacts: Vec<EarlierContact>,
    /// The last day to pay.
    pub deadline: Day,
    /// How to pay.
    pub pay: HowToPay,
    /// A concrete plan that is offered; without it the letter asks for a proposal.
    pub offer: Option<PlanOffer>,
    /// The one step that follows, if nothing is done.
    pub next_step: NextStep,
    /// Paragraphs that a law prescribes; set as given.
    pub notices: Vec<String>,
    /// What is enclosed.
    pub enclosures: Vec<String>,
    /// Who signs.
    pub signatory: Signatory,
}

/// An overdue invoice.
#[derive(Debug, Clone)]
pub struct OverdueInvoice {
    /// Its number.
    pub number: String,
    /// The day it was issued.
    pub issued: Day,
    /// The day it fell due.
    pub due: Day,
    /// Whole days late on the day of the letter.
    pub days_late: i64,
    /// Its amount with tax.
    pub total: Money,
    /// What was paid or credited.
    pub paid: Money,
    /// What is open.
    pub open: Money,
}

/// The sums of the overdue invoices.
#[derive(Debug, Clone, Copy)]
pub struct OverdueTotal {
    /// Of all amounts with tax.
    pub total: Money,
    /// Of all payments and credits.
    pub paid: Money,
    /// Of what is open.
    pub open: Money,
}

/// Claimed interest, with every span it was worked out over.
#[derive(Debug, Clone)]
pub struct InterestClaim {
    /// The spans.
    pub spans: Vec<InterestSpan>,
    /// The whole interest, rounded once.
    pub total: Money,
    /// What grows by a day from the day after the letter, if it is stated.
    pub per_day: Option<Money>,
    /// The rule: `simple interest at 12 % a year under clause 7 of our terms`.
    pub rule: String,
    /// Where the rule is found.
    pub source: String,
    /// The day on which rule and rate were read.
    pub as_of: Day,
}

/// A span of days with one balance and one rate.
#[derive(Debug, Clone)]
pub struct InterestSpan {
    /// First day counted.
    pub from: Day,
    /// Last day counted.
    pub to: Day,
    /// Days counted.
    pub days: i64,
    /// The balance it runs on.
    pub balance: Money,
    /// Percent a year.
    pub rate: Percent,
    /// What it comes to.
    pub amount: Money,
}

/// A charge that is claimed besides interest.
#[derive(Debug, Clone)]
pub struct ClaimedCharge {
    /// What it is, with its ground: `Fixed compensation (Late Payment Act, s. 5A)`.
    pub what: String,
    /// The day it was claimed.
    pub on: Day,
    /// The amount.
    pub amount: Money,
}

/// Something that was sent or said before.
#[derive(Debug, Clone)]
pub struct EarlierContact {
    /// The day.
    pub on: Day,
    /// The channel, in the reader's words: `E-mail`, `Letter`, `Telephone call`.
    pub channel: String,
    /// What it was: `First reminder`.
    pub what: String,
}

/// A plan that is offered.
#[derive(Debug, Clone)]
pub struct PlanOffer {
    /// How many instalments.
    pub instalments: u32,
    /// What each of them is (the last may differ by the rounding).
    pub each: Money,
    /// How often, as it stands beside "instalments" or « versements »: `monthly`, `mensuels`.
    pub every: String,
    /// The day of the first.
    pub first: Day,
}

/// The one step that the business will take.
#[derive(Debug, Clone)]
pub struct NextStep {
    /// The day it will be taken.
    pub on: Day,
    /// The step, as it follows "we will" or « voici ce que nous ferons »: `pass this account to Northgate
    /// Collections Ltd.`, `confier le dossier à Recouvrement Nordet inc.`.
    pub what: String,
}

impl FinalDemand {
    /// Lays the letter out.
    pub fn document(&self) -> Document {
        let manner = self.manner;
        let (shared, words) = (SHARED.of(manner.language()), WORDS.of(manner.language()));
        let mut writer = Writer::of(manner);
        letterhead(&mut writer, manner, &self.creditor, self.logo.as_ref());
        let facts = [
            (shared.date, manner.day(self.date)),
            (shared.our_reference, self.reference.clone()),
            (words.please_pay_by, manner.day(self.deadline)),
        ];
        window(&mut writer, manner, &self.creditor, &self.debtor, &facts);
        self.body(&mut writer);
        small_print(&mut writer, words.disclaimer);

        let furniture = Furniture {
            head: (
                isolated(&self.creditor.name),
                format!("{}, {}", isolated(&self.debtor.name), manner.day(self.date)),
            ),
            foot: (isolated(&self.creditor.name), isolated(&self.reference)),
            folds: true,
            language: manner.language(),
        };
        let facts = Facts {
            title: (words.file_title)(&clean(&self.debtor.name)),
            author: clean(&self.creditor.name),
            subject: clean(&self.reference),
            language: manner.locale.tag(),
            day: self.date,
        };
        writer.finish(facts, &furniture)
    }
}
