//! A plain statement of account: what happened, what is open, how old it is.

mod words;

use super::HowToPay;
use super::stationery::{Cells, how_to_pay, lead_in, letterhead, single, small_print, title, window};
use super::words::{SHARED, strong};
use crate::document::{Document, Facts};
use crate::flow::{Furniture, Kind, RowKind, Width, Writer};
use crate::logo::Logo;
use crate::manner::Manner;
use crate::party::Party;
use crate::text::{clean, isolated};
use crate::unit::pt;
use goodterms_terms::{Currency, Day, Money};
use words::{WORDS, Words};

/// A client's account over a period.
#[derive(Debug, Clone)]
pub struct Statement {
    /// Paper and language.
    pub manner: Manner,
    /// Who writes.
    pub creditor: Party,
    /// Whose account it is.
    pub client: Party,
    /// The creditor's logo.
    pub logo: Option<Logo>,
    /// The day of the statement.
    pub date: Day,
    /// The client's number or another reference. May be empty.
    pub reference: String,
    /// First and last day of the period.
    pub period: (Day, Day),
    /// One account a currency; they are never added together.
    pub accounts: Vec<Account>,
    /// How to pay what is open.
    pub pay: HowToPay,
    /// A word to the client, set at the end. May be empty.
    pub note: String,
}

/// The account in one currency.
#[derive(Debug, Clone)]
pub struct Account {
    /// The currency.
    pub currency: Currency,
    /// The balance before the first day.
    pub opening: Money,
    /// What happened, in order.
    pub entries: Vec<StatementEntry>,
    /// The balance after the last day.
    pub closing: Money,
    /// How old the balance is.
    pub ageing: Ageing,
}

/// Something that changed the balance.
#[derive(Debug, Clone)]
pub struct StatementEntry {
    /// The day it counts from.
    pub on: Day,
    /// What it is, in the reader's words: `Invoice`, `Payment`, `Credit note`.
    pub kind: String,
    /// Its number or other reference.
    pub reference: String,
    /// What it adds to the balance.
    pub debit: Option<Money>,
    /// What it takes from the balance.
    pub credit: Option<Money>,
    /// The balance after it.
    pub balance: Money,
}

/// The balance by days since it fell due.
#[derive(Debug, Clone, Copy)]
pub struct Ageing {
    /// Not yet due.
    pub current: Money,
    /// 1 to 30 days late.
    pub d1_30: Money,
    /// 31 to 60 days late.
    pub d31_60: Money,
    /// 61 to 90 days late.
    pub d61_90: Money,
    /// More than 90 days late.
    pub d90_plus: Money,
    /// Credit that is not yet used: nothing, or negative.
    pub credit: Money,
    /// All of it together, which is the closing balance.
    pub net: Money,
}

impl Statement {
    /// Lays the statement out.
    pub fn document(&self) -> Document {
        let (manner, words) = (self.manner, self.words());
        let shared = SHARED.of(manner.language());
        let mut writer = Writer::of(manner);
        letterhead(&mut writer, manner, &self.creditor, self.logo.as_ref());
        let (from, to) = self.period;
        let facts = [
            (shared.date, manner.day(self.date)),
            (words.your_account, self.reference.clone()),
            (words.period, (words.from_to)(&manner.short_day(from), &manner.short_day(to))),
        ];
        window(&mut writer, manner, &self.creditor, &self.client, &facts);
        title(&mut writer, words.title, pt(28));
        for account in &self.accounts {
            self.account(&mut writer, account);
        }
        self.how_to_settle(&mut writer);
        if !self.note.trim().is_empty() {
            writer.side(words.a_word);
            writer.say(&self.note, pt(15));
        }
        small_print(&mut writer, words.disclaimer);
        let day = manner.day(self.date);
        let furniture = Furniture {
            head: (words.title.into(), format!("{}, {day}", isolated(&self.client.name))),
            foot: (isolated(&self.creditor.name), isolated(&self.reference)),
            folds: true,
            language: manner.language(),
        };
        let facts = Facts {
            title: (words.file_title)(&clean(&self.client.name), &day),
            author: clean(&self.creditor.name),
            subject: clean(&self.reference),
            language: manner.locale.tag(),
            day: self.date,
        };
        writer.finish(facts, &furniture)
    }

    fn words(&self) -> &'static Words {
        WORDS.of(self.manner.language())
    }

    fn account(&self, writer: &mut Writer, account: &Account) {
        let (manner, words) = (self.manner, self.words());
        let (from, to) = self.period;
        let currency = account.currency;
        writer.side(&(words.account_in)(currency.code()));
        let day = manner.day(to);
        let balance = if account.closing.minor() < 0 {
            (words.credit_was)(&day, &strong(&manner.money(account.closing.negated())))
        } else {
            (words.balance_was)(&day, &strong(&manner.money(account.closing)))
        };
        lead_in(writer, &balance, pt(14));
        let [debit, credit, balance] = [words.charged, SHARED.of(manner.language()).paid, words.balance]
            .map(|head| format!("{head}, {currency}"));
        let columns = [
            (SHARED.of(manner.language()).date, Kind::Short),
            (words.entry, Kind::Short),
            (words.reference, Kind::Words),
            (debit.as_str(), Kind::Figures),
            (credit.as_str(), Kind::Figures),
            (balance.as_str(), Kind::Figures),
        ];
        let none = String::new;
        let opening = manner.amount(account.opening);
        let mut rows: Vec<(RowKind, Cells)> = vec![(
            RowKind::Body,
            single([manner.short_day(from), words.opening.to_owned(), none(), none(), none(), opening]),
        )];
        let maybe = |money: Option<Money>| money.map_or_else(String::new, |money| manner.amount(money));
        rows.extend(account.entries.iter().map(|entry| {
            let cells = [
                manner.short_day(entry.on),
                entry.kind.clone(),
                entry.reference.clone(),
                maybe(entry.debit),
                maybe(entry.credit),
                manner.amount(entry.balance),
            ];
            (RowKind::Body, single(cells))
        }));
        rows.push((RowKind::Grand, vec![((words.balance_on)(&day), 5), (manner.amount(account.closing), 1)]));
        writer.table(Width::Sheet, &columns, rows);
        self.ageing(writer, account);
    }

    fn ageing(&self, writer: &mut Writer, account: &Account) {
        let (words, ageing) = (self.words(), account.ageing);
        writer.side(words.age);
        lead_in(writer, &(words.by_days)(account.currency.code()), pt(13));
        let columns = words.buckets.map(|head| (head, Kind::Figures));
        let buckets =
            [ageing.current, ageing.d1_30, ageing.d31_60, ageing.d61_90, ageing.d90_plus, ageing.credit];
        let mut cells: Vec<String> = buckets
            .into_iter()
            .map(|money| if money.is_zero() { "\u{2013}".to_owned() } else { self.manner.amount(money) })
            .collect();
        cells.push(self.manner.amount(ageing.net));
        writer.table(Width::Sheet, &columns, vec![(RowKind::Body, single(cells))]);
    }

    fn how_to_settle(&self, writer: &mut Writer) {
        let owes = self.accounts.iter().any(|account| account.closing.is_positive());
        if !owes || self.pay.details.is_empty() && self.pay.link.trim().is_empty() {
            return;
        }
        writer.side(self.words().how_to_pay);
        lead_in(writer, self.words().reach_us_here, pt(15));
        how_to_pay(writer, self.manner, &self.pay, &self.creditor.name);
    }
}
