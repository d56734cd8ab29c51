//! What is particular to one agreement: the typed values that fill its clauses.

use super::figures::{self, Language, counted};
use super::words::amount_in_words;
use crate::client::ClientKind;
use crate::day::Day;
use crate::interest::yearly_equivalent;
use crate::money::{Money, Percent};
use crate::plan::{Acceleration, Quote};

/// A party as the agreement names it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Party {
    /// The registered name, not the trade name.
    pub name: String,
    /// The register's number, with the register if it helps; empty when there is none.
    pub registration: String,
    /// The address in one line; empty when not known.
    pub address: String,
    /// Who signs, and in what capacity: `Ana Reyes, director`. Empty when it is the party itself.
    pub signatory: String,
    /// Where messages about the agreement go; empty when not agreed.
    pub contact: String,
}

/// The price of a missed instalment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LateCharge {
    /// Percent a year on that instalment alone.
    Yearly(Percent),
    /// Percent a month on that instalment alone. The yearly rate is printed too: Canada's Interest Act
    /// (s. 4) lets no more than 5 % a year be asked otherwise.
    Monthly(Percent),
    /// One amount for each missed instalment.
    Flat(Money),
}

impl LateCharge {
    /// Percent a year, if it is a rate. Simple interest: twelve months are twelve times one.
    pub fn yearly(&self) -> Option<Percent> {
        match self {
            Self::Yearly(rate) => Some(*rate),
            Self::Monthly(rate) => yearly_equivalent(*rate, 12).ok().map(|yearly| yearly.nominal),
            Self::Flat(_) => None,
        }
    }
}

/// Everything once and for all, sooner and for less.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EarlySettlement {
    /// The last day for it.
    pub by: Day,
    /// What then settles everything, payments already made included.
    pub pay: Money,
}

/// The version this one takes the place of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replaced {
    /// Its number.
    pub version: u32,
    /// Its fingerprint as printed.
    pub fingerprint: String,
}

/// The facts of an agreement. What is `None` or empty is simply not said; a clause that cannot do without
/// it is refused.
#[derive(Debug, Clone)]
pub struct Facts<'a> {
    /// The language it is written in.
    pub language: Language,
    /// Who is owed.
    pub business: Party,
    /// Who pays.
    pub client: Party,
    /// Whether the client is a consumer.
    pub client_kind: ClientKind,
    /// The day it is made out.
    pub made_on: Day,
    /// What is owed on the invoices covered, as acknowledged.
    pub debt: Money,
    /// The schedule.
    pub quote: &'a Quote,
    /// Days of grace after a due day.
    pub grace_days: u32,
    /// Days a notice leaves to make a missed instalment good.
    pub cure_days: u32,
    /// When the rest can be made due.
    pub acceleration: Acceleration,
    /// What a missed instalment costs.
    pub late_charge: Option<LateCharge>,
    /// A discount for paying everything early.
    pub early: Option<EarlySettlement>,
    /// Complaints that stay open.
    pub disputes: Option<String>,
    /// Someone who guarantees the payments.
    pub guarantor: Option<String>,
    /// Account and bank, or another way to pay.
    pub account: Option<String>,
    /// What to write on each payment.
    pub reference: Option<String>,
    /// Whose working days count.
    pub place: Option<String>,
    /// Working hours in which messages are sent, such as `9:00` and `17:00`.
    pub hours: Option<(String, String)>,
    /// Working days within which each side answers.
    pub answer_days: u32,
    /// Years personal details are kept.
    pub retention_years: u32,
    /// The law that applies, such as `Ontario, Canada`.
    pub law: Option<String>,
    /// The courts that decide.
    pub courts: Option<String>,
    /// Where free advice about debt can be had.
    pub advice: Option<String>,
    /// The version this one takes the place of.
    pub replaces: Option<Replaced>,
}

macro_rules! variables {
    ($($(#[$doc:meta])* $name:ident = $text:literal,)*) => {
        /// A gap in a clause's text.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub(super) enum Var { $($(#[$doc])* $name,)* }

        impl Var {
            pub(super) const ALL: &'static [Self] = &[$(Self::$name,)*];

            pub(super) const fn name(self) -> &'static str {
                match self { $(Self::$name => $text,)* }
            }
        }
    };
}

variables! {
    BusinessParty = "business_party",
    ClientParty = "client_party",
    BusinessSignatory = "business_signatory",
    ClientSignatory = "client_signatory",
    BusinessContact = "business_contact",
    ClientContact = "client_contact",
    MadeOn = "made_on",
    Debt = "debt",
    DebtInWords = "debt_in_words",
    Total = "total",
    Instalments = "instalments",
    FirstDue = "first_due",
    LastDue = "last_due",
    DownPayment = "down_payment",
    DownDue = "down_due",
    AnnualRate = "annual_rate",
    Interest = "interest",
    LateRate = "late_rate",
    LateFlat = "late_flat",
    Grace = "grace",
    Cure = "cure",
    AfterMissed = "after_missed",
    EarlyBy = "early_by",
    EarlyPay = "early_pay",
    Forgiven = "forgiven",
    Disputes = "disputes",
    Guarantor = "guarantor",
    Account = "account",
    Reference = "reference",
    Place = "place",
    HoursFrom = "hours_from",
    HoursTo = "hours_to",
    Answer = "answer",
    Retention = "retention",
    Law = "law",
    Courts = "courts",
    Advice = "advice",
    ReplacedVersion = "replaced_version",
    ReplacedFingerprint = "replaced_fingerprint",
    /// Stands in no text: present when the client is a consumer.
    Consumer = "consumer",
}

impl<'a> Facts<'a> {
    /// What every agreement has, with the usual grace of seven days and two weeks to put things right;
    /// everything else is left unsaid.
    pub fn of(quote: &'a Quote, business: Party, client: Party, made_on: Day, debt: Money) -> Self {
        Self {
            language: Language::English,
            business,
            client,
            client_kind: ClientKind::Business,
            made_on,
            debt,
            quote,
            grace_days: 7,
            cure_days: 14,
            acceleration: Acceleration::default(),
            late_charge: None,
            early: None,
            disputes: None,
            guarantor: None,
            account: None,
            reference: None,
            place: None,
            hours: None,
            answer_days: 5,
            retention_years: 7,
            law: None,
            courts: None,
            advice: None,
            replaces: None,
        }
    }
}

impl Facts<'_> {
    /// What fills a gap, written in the agreement's language; `None` when the fact is not given.
    pub(super) fn value(&self, var: Var) -> Option<String> {
        let language = self.language;
        let money = |amount: Money| figures::money(amount, language);
        let day = |on: Day| figures::day(on, language);
        let said = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        let days = |count: u32| match language {
            Language::English => counted(count, "day", "days", language),
            Language::French => counted(count, "jour", "jours", language),
        };
        let counted_ones = self.quote.counted();
        match var {
            Var::BusinessParty => Some(self.party(&self.business)),
            Var::ClientParty => Some(self.party(&self.client)),
            Var::BusinessSignatory => said(&self.business.signatory),
            Var::ClientSignatory => said(&self.client.signatory),
            Var::BusinessContact => said(&self.business.contact),
            Var::ClientContact => said(&self.client.contact),
            Var::MadeOn => Some(day(self.made_on)),
            Var::Debt => Some(money(self.debt)),
            Var::DebtInWords => Some(amount_in_words(self.debt, language)),
            Var::Total => Some(money(self.quote.total)),
            Var::Instalments => u32::try_from(counted_ones.len()).ok().map(|count| self.instalments(count)),
            Var::FirstDue => counted_ones.first().map(|first| day(first.due)),
            Var::LastDue => Some(day(self.quote.last_due)),
            Var::DownPayment => self.quote.down_payment().map(|down| money(down.amount)),
            Var::DownDue => self.quote.down_payment().map(|down| day(down.due)),
            Var::AnnualRate => self.quote.annual_rate.map(|rate| figures::percent(rate, language)),
            Var::Interest => Some(money(self.quote.interest)),
            Var::LateRate => self.late_charge.and_then(|charge| self.late_rate(charge)),
            Var::LateFlat => match self.late_charge {
                Some(LateCharge::Flat(amount)) => Some(money(amount)),
                _ => None,
            },
            Var::Grace => Some(self.grace_days).filter(|grace| *grace > 0).map(days),
            Var::Cure => Some(days(self.cure_days)),
            Var::AfterMissed => Some(self.instalments(self.acceleration.after_missed.max(1))),
            Var::EarlyBy => self.early.map(|early| day(early.by)),
            Var::EarlyPay => self.early.map(|early| money(early.pay)),
            Var::Forgiven => self.early.and_then(|early| self.debt.minus(early.pay).ok()).map(money),
            Var::Disputes => self.disputes.as_deref().and_then(said),
            Var::Guarantor => self.guarantor.as_deref().and_then(said),
            Var::Account => self.account.as_deref().and_then(said),
            Var::Reference => self.reference.as_deref().and_then(said),
            Var::Place => self.place.as_deref().and_then(said),
            Var::HoursFrom => self.hours.as_ref().and_then(|(from, _)| said(from)),
            Var::HoursTo => self.hours.as_ref().and_then(|(_, to)| said(to)),
            Var::Answer => Some(match language {
                Language::English => counted(self.answer_days, "working day", "working days", language),
                Language::French => counted(self.answer_days, "jour ouvrable", "jours ouvrables", language),
            }),
            Var::Retention => Some(match language {
                Language::English => counted(self.retention_years, "year", "years", language),
                Language::French => counted(self.retention_years, "an", "ans", language),
            }),
            Var::Law => self.law.as_deref().and_then(said),
            Var::Courts => self.courts.as_deref().and_then(said),
            Var::Advice => self.advice.as_deref().and_then(said),
            Var::ReplacedVersion => self.replaces.as_ref().map(|replaced| replaced.version.to_string()),
            Var::ReplacedFingerprint => {
                self.replaces.as_ref().and_then(|replaced| said(&replaced.fingerprint))
            }
            Var::Consumer => Some(String::new()).filter(|_| self.client_kind == ClientKind::Consumer),
        }
    }

    fn instalments(&self, count: u32) -> String {
        match self.language {
            Language::English => counted(count, "instalment", "instalments", self.language),
            Language::French => counted(count, "\u{e9}ch\u{e9}ance", "\u{e9}ch\u{e9}ances", self.language),
        }
    }

    /// The name, then what is known of register and address.
    fn party(&self, party: &Party) -> String {
        let mut written = party.name.trim().to_owned();
        if !party.registration.trim().is_empty() {
            written.push_str(&format!(" ({})", party.registration.trim()));
        }
        if !party.address.trim().is_empty() {
            written.push_str(", ");
            written.push_str(party.address.trim());
        }
        written
    }

    /// The rate with its yearly equivalent.
    fn late_rate(&self, charge: LateCharge) -> Option<String> {
        let yearly = figures::percent(charge.yearly()?, self.language);
        Some(match (charge, self.language) {
            (LateCharge::Monthly(rate), Language::English) => {
                format!("{} per month, which is {yearly} per year,", figures::percent(rate, self.language))
            }
            (LateCharge::Monthly(rate), Language::French) => {
                format!("{} par mois, soit {yearly} par an,", figures::percent(rate, self.language))
            }
            (_, Language::English) => format!("{yearly} per year"),
            (_, Language::French) => format!("{yearly} par an"),
        })
    }
}
