//! A plain statement of account: what happened, what is open, how old it is.

use super::HowToPay;
use super::stationery::{how_to_pay, letterhead, lines, small_print, window};
use crate::document::{Document, Facts};
use crate::flow::{Furniture, Kind, RowKind, Set, Sheet, Width, Writer, voice};
use crate::logo::Logo;
use crate::manner::Manner;
use crate::party::Party;
use crate::text::{Span, clean, isolated};
use crate::tree::Role;
use crate::unit::pt;
use goodterms_terms::{Currency, Day, Money};

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

const DISCLAIMER: &str = "This statement was prepared with software.";

impl Statement {
    /// Lays the statement out.
    pub fn document(&self) -> Document {
        let mut writer = Writer::new(Sheet::of(self.manner.paper));
        letterhead(&mut writer, &self.creditor, self.logo.as_ref());
        let facts = [
            ("Date", self.manner.day(self.date)),
            ("Your account", self.reference.clone()),
            (
                "Period",
                format!(
                    "{} to {}",
                    self.manner.short_day(self.period.0),
                    self.manner.short_day(self.period.1)
                ),
            ),
        ];
        window(&mut writer, &self.creditor, &self.client, &facts);
        let sheet = writer.sheet;
        let title = Set { before: pt(28), keep_next: true, ..lines(sheet.left, sheet.full(), pt(27)) };
        writer.set(Role::Title, vec![Span::new("Statement of account", voice::TITLE)], title);
        for account in &self.accounts {
            self.account(&mut writer, account);
        }
        self.how_to_settle(&mut writer);
        if !self.note.trim().is_empty() {
            writer.side("A word");
            writer.say(&self.note, pt(15));
        }
        small_print(&mut writer, DISCLAIMER);
        let furniture = Furniture {
            head: (
                "Statement of account".into(),
                format!("{}, {}", isolated(&self.client.name), self.manner.day(self.date)),
            ),
            foot: (isolated(&self.creditor.name), isolated(&self.reference)),
            folds: true,
        };
        let facts = Facts {
            title: format!(
                "Statement of account for {}, {}",
                clean(&self.client.name),
                self.manner.day(self.date)
            ),
            author: clean(&self.creditor.name),
            subject: clean(&self.reference),
            language: self.manner.locale.tag(),
            day: self.date,
        };
        writer.finish(facts, &furniture, self.logo.clone())
    }

    fn account(&self, writer: &mut Writer, account: &Account) {
        let manner = self.manner;
        let (from, to) = self.period;
        let currency = account.currency;
        writer.side(&format!("Account in {currency}"));
        let balance = if account.closing.minor() < 0 {
            vec![
                Span::new(&format!("On {} there was a credit of ", manner.day(to)), voice::TEXT),
                Span::new(&manner.money(account.closing.negated()), voice::STRONG),
                Span::new(" in your favour.", voice::TEXT),
            ]
        } else {
            vec![
                Span::new(&format!("On {} the balance was ", manner.day(to)), voice::TEXT),
                Span::new(&manner.money(account.closing), voice::STRONG),
                Span::new(".", voice::TEXT),
            ]
        };
        writer.lead_in(balance, pt(14));
        let heads = ["Charged", "Paid or credited", "Balance"].map(|head| format!("{head}, {currency}"));
        let [debit, credit, balance] = heads;
        let columns = [
            ("Date", Kind::Short),
            ("Entry", Kind::Short),
            ("Reference", Kind::Words),
            (debit.as_str(), Kind::Figures),
            (credit.as_str(), Kind::Figures),
            (balance.as_str(), Kind::Figures),
        ];
        let maybe = |money: Option<Money>| (money.map_or_else(String::new, |money| manner.amount(money)), 1);
        let mut rows = vec![(
            RowKind::Body,
            vec![
                (manner.short_day(from), 1),
                ("Opening balance".into(), 1),
                (String::new(), 1),
                (String::new(), 1),
                (String::new(), 1),
                (manner.amount(account.opening), 1),
            ],
        )];
        rows.extend(account.entries.iter().map(|entry| {
            let cells = vec![
                (manner.short_day(entry.on), 1),
                (entry.kind.clone(), 1),
                (entry.reference.clone(), 1),
                maybe(entry.debit),
                maybe(entry.credit),
                (manner.amount(entry.balance), 1),
            ];
            (RowKind::Body, cells)
        }));
        let closing = format!("Balance on {}", manner.day(to));
        rows.push((RowKind::Grand, vec![(closing, 5), (manner.amount(account.closing), 1)]));
        writer.table(Width::Sheet, &columns, rows);
        self.ageing(writer, account);
    }

    fn ageing(&self, writer: &mut Writer, account: &Account) {
        let ageing = account.ageing;
        writer.side("Age of the balance");
        let text = format!("By days since it fell due, in {}:", account.currency);
        writer.lead_in(vec![Span::new(&text, voice::TEXT)], pt(13));
        let columns =
            ["Not yet due", "1\u{2013}30", "31\u{2013}60", "61\u{2013}90", "Over 90", "Credit", "Net"]
                .map(|head| (head, Kind::Figures));
        let buckets =
            [ageing.current, ageing.d1_30, ageing.d31_60, ageing.d61_90, ageing.d90_plus, ageing.credit];
        let mut cells: Vec<(String, usize)> = buckets
            .into_iter()
            .map(|money| if money.is_zero() { "\u{2013}".to_owned() } else { self.manner.amount(money) })
            .map(|text| (text, 1))
            .collect();
        cells.push((self.manner.amount(ageing.net), 1));
        writer.table(Width::Sheet, &columns, vec![(RowKind::Body, cells)]);
    }

    fn how_to_settle(&self, writer: &mut Writer) {
        let owed: Vec<String> = self
            .accounts
            .iter()
            .filter(|account| account.closing.is_positive())
            .map(|account| self.manner.money(account.closing))
            .collect();
        if owed.is_empty() || self.pay.details.is_empty() && self.pay.link.trim().is_empty() {
            return;
        }
        writer.side("How to pay");
        let text = "Payments reach us here; please give the reference, so that they are entered at once.";
        writer.lead_in(vec![Span::new(text, voice::TEXT)], pt(15));
        how_to_pay(writer, &self.pay, &self.creditor.name);
    }
}
