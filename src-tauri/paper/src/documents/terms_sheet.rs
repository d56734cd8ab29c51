//! The terms sheet: how a business bills, told before the first invoice, so that nothing comes as a surprise.

mod words;

use super::HowToPay;
use super::stationery::{how_to_pay, lead_in, letterhead, reach, say, small_print, title, window};
use crate::document::{Document, Facts};
use crate::flow::{Furniture, Writer};
use crate::logo::Logo;
use crate::manner::Manner;
use crate::party::Party;
use crate::text::{clean, isolated};
use crate::unit::pt;
use goodterms_terms::money::Percent;
use goodterms_terms::{Day, Money};
use words::{WORDS, Words};

/// How a business bills.
#[derive(Debug, Clone)]
pub struct TermsSheet {
    /// Paper and language.
    pub manner: Manner,
    /// Whose terms they are.
    pub business: Party,
    /// For whom the sheet is made; nobody in particular when left out.
    pub client: Option<Party>,
    /// The business's logo.
    pub logo: Option<Logo>,
    /// The day from which they hold.
    pub date: Day,
    /// Days from the invoice to its due day; 0 for at once.
    pub net_days: u32,
    /// A discount for paying early: percent, and within how many days of the invoice.
    pub discount: Option<(Percent, u32)>,
    /// A deposit on large orders.
    pub deposit: Option<Deposit>,
    /// What late payment costs, if anything was agreed.
    pub late: Option<LateTerm>,
    /// Whether payment plans are offered.
    pub plans: bool,
    /// Days within which a client says that an invoice is not right.
    pub question_days: u32,
    /// Terms of one's own: title and text.
    pub more: Vec<(String, String)>,
    /// How to pay.
    pub pay: HowToPay,
}

/// A deposit on large orders.
#[derive(Debug, Clone, Copy)]
pub struct Deposit {
    /// The share of the order.
    pub share: Percent,
    /// From which amount of the order on; all orders when left out.
    pub from: Option<Money>,
}

/// What late payment costs.
#[derive(Debug, Clone)]
pub struct LateTerm {
    /// Percent a year, simple interest.
    pub rate: Percent,
    /// Days after the due day on which nothing is charged.
    pub grace_days: u32,
    /// What allows it: `clause 7 of our terms of service`, `article L. 441-10 du code de commerce`. May be empty.
    pub ground: String,
}

impl TermsSheet {
    fn words(&self) -> &'static Words {
        WORDS.of(self.manner.language())
    }

    /// Lays the sheet out.
    pub fn document(&self) -> Document {
        let (manner, words) = (self.manner, self.words());
        let mut writer = Writer::of(manner);
        letterhead(&mut writer, manner, &self.business, self.logo.as_ref());
        let day = manner.day(self.date);
        match &self.client {
            Some(client) => {
                let facts = [(words.holds_from, day.clone())];
                window(&mut writer, manner, &self.business, client, &facts);
                title(&mut writer, words.title, pt(28));
            }
            None => title(&mut writer, words.title, pt(40)),
        }
        say(&mut writer, &(words.lead)(&isolated(&self.business.name), &day), pt(9));
        self.terms(&mut writer);
        self.people(&mut writer);
        small_print(&mut writer, words.disclaimer);
        let furniture = Furniture {
            head: (words.title.into(), isolated(&self.business.name)),
            foot: (isolated(&self.business.name), day),
            folds: self.client.is_some(),
            language: manner.language(),
        };
        let facts = Facts {
            title: (words.file_title)(&clean(&self.business.name)),
            author: clean(&self.business.name),
            subject: words.title.to_owned(),
            language: manner.locale.tag(),
            day: self.date,
        };
        writer.finish(facts, &furniture)
    }

    fn terms(&self, writer: &mut Writer) {
        let (manner, words) = (self.manner, self.words());
        let mut put = |head: &str, sentence: &str| {
            writer.side(head);
            say(writer, sentence, pt(13));
        };
        put(words.invoices, words.invoices_text);
        put(words.due, &(words.due_text)(self.net_days));
        if let Some((share, days)) = self.discount {
            put(words.early, &(words.early_text)(&manner.percent(share), days));
        }
        if let Some(deposit) = self.deposit {
            let from = deposit.from.map(|money| manner.money(money));
            put(words.deposit, &(words.deposit_text)(&manner.percent(deposit.share), from.as_deref()));
        }
        put(words.question, &(words.question_text)(self.question_days));
        put(words.late, words.late_text);
        if let Some(late) = &self.late {
            let ground = isolated(late.ground.trim().trim_end_matches('.'));
            say(writer, &(words.late_cost)(&manner.percent(late.rate), late.grace_days, &ground), pt(5));
        } else {
            say(writer, words.late_free, pt(5));
        }
        if self.plans {
            writer.side(words.plans);
            say(writer, words.plans_text, pt(13));
        }
        for (head, text) in &self.more {
            writer.side(head);
            writer.say(text, pt(13));
        }
    }

    fn people(&self, writer: &mut Writer) {
        let words = self.words();
        writer.side(words.talk);
        say(writer, &(words.talk_text)(&reach(self.manner, &self.business)), pt(13));
        if !self.pay.details.is_empty() || !self.pay.link.trim().is_empty() {
            writer.side(words.pay);
            lead_in(writer, words.pay_text, pt(13));
            // A code and a reference are for one payment; here there is none yet.
            let pay = HowToPay { code: None, reference: String::new(), ..self.pay.clone() };
            how_to_pay(writer, self.manner, &pay, &self.business.name);
        }
    }
}
