//! The payment-plan agreement: what both parties sign.

use super::HowToPay;
use super::stationery::{column, fact_strip, how_to_pay, lines, small_print};
use crate::document::{Document, Facts};
use crate::flow::{Block, Furniture, Kind, RowKind, Set, Sheet, Width, Writer, voice};
use crate::logo::Logo;
use crate::manner::Manner;
use crate::party::Party;
use crate::text::{Span, clean, isolated};
use crate::tree::Role;
use crate::unit::{Mil, mm, pt};
use crate::words;
use goodterms_terms::{Day, Money};

/// One version of a payment plan, ready to be signed.
#[derive(Debug, Clone)]
pub struct PlanAgreement {
    /// Paper and language.
    pub manner: Manner,
    /// To whom the money is owed.
    pub creditor: Party,
    /// Who owes it.
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
    /// Background; the usual sentence when empty.
    pub recital: Vec<String>,
    /// Acknowledgment of the debt; the usual sentence, with the amount in figures and words, when empty.
    pub acknowledgment: Vec<String>,
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
    /// The clauses, already chosen and worded; they are set as given.
    pub clauses: Vec<ClauseText>,
    /// Who signs for the creditor.
    pub creditor_signatory: Signatory,
    /// Who signs for the debtor.
    pub debtor_signatory: Signatory,
}

/// An invoice of the schedule.
#[derive(Debug, Clone)]
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
#[derive(Debug, Clone, Copy)]
pub struct CoveredTotal {
    /// Of all amounts with tax.
    pub total: Money,
    /// Of all payments and credits.
    pub paid: Money,
    /// Of what the plan covers.
    pub covered: Money,
}

/// An instalment. Number 0 is the down payment.
#[derive(Debug, Clone)]
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
#[derive(Debug, Clone, Copy)]
pub struct InstalmentTotal {
    /// All to be paid.
    pub amount: Money,
    /// All principal and all interest, if the plan bears interest.
    pub parts: Option<(Money, Money)>,
}

/// A clause as it is to be printed.
#[derive(Debug, Clone, Default)]
pub struct ClauseText {
    /// Its number, if clauses are numbered.
    pub number: Option<String>,
    /// Its title, which hangs in the margin.
    pub title: String,
    /// Its paragraphs.
    pub paragraphs: Vec<String>,
}

/// Who signs, if it is known beforehand.
#[derive(Debug, Clone, Default)]
pub struct Signatory {
    /// Name of the person.
    pub name: String,
    /// Office or role.
    pub role: String,
}

const DISCLAIMER: &str = "This plan was prepared with software. It is not legal advice.";

impl PlanAgreement {
    /// Lays the agreement out.
    pub fn document(&self) -> Document {
        let mut writer = Writer::new(Sheet::of(self.manner.paper));
        self.opening(&mut writer);
        self.parties(&mut writer);
        self.background(&mut writer);
        self.schedule(&mut writer);
        writer.side("How to pay");
        writer.lead_in(
            vec![Span::new(
                "Payments count when they reach this account, marked with the reference.",
                voice::TEXT,
            )],
            pt(15),
        );
        how_to_pay(&mut writer, &self.pay, &self.creditor.name);
        for clause in &self.clauses {
            clause_text(&mut writer, clause);
        }
        self.signatures(&mut writer);
        small_print(&mut writer, DISCLAIMER);

        let short: String = clean(&self.fingerprint).chars().take(8).collect();
        let furniture = Furniture {
            head: (
                String::from("Payment plan agreement"),
                format!("{} and {}", isolated(&self.creditor.name), isolated(&self.debtor.name)),
            ),
            foot: (
                format!("{} \u{B7} Version {}", isolated(&self.reference), self.version),
                if short.is_empty() { short } else { format!("Fingerprint {short}") },
            ),
            folds: false,
        };
        let facts = Facts {
            title: format!("Payment plan agreement {}, version {}", clean(&self.reference), self.version),
            author: clean(&self.creditor.name),
            subject: format!("{} and {}", clean(&self.creditor.name), clean(&self.debtor.name)),
            language: self.manner.locale.tag(),
            day: self.date,
        };
        writer.finish(facts, &furniture, self.logo.clone())
    }

    fn opening(&self, writer: &mut Writer) {
        let sheet = writer.sheet;
        let title_width = sheet.full() - mm(50);
        let mut left = vec![Block::Gap(pt(2))];
        let set = lines(sheet.left, title_width, pt(27));
        left.push(writer.text(Role::Title, vec![Span::new("Payment plan agreement", voice::TITLE)], set));
        let mut columns = vec![left];
        if let Some(logo) = &self.logo {
            let (width, _) = logo.fitted(mm(46), mm(16));
            columns.push(vec![writer.picture(
                logo,
                &self.creditor.name,
                sheet.right - width,
                mm(46),
                mm(16),
            )]);
        }
        writer.columns(columns, 0);
        writer.rule(pt(9), 900, 0);
        let facts = [
            ("Reference", self.reference.clone()),
            ("Version", self.version.to_string()),
            ("Date", self.manner.day(self.date)),
            ("Governing law", self.governing_law.clone()),
        ];
        fact_strip(writer, &facts, pt(7));
        if !self.fingerprint.is_empty() {
            fact_strip(writer, &[("Fingerprint of this version", self.fingerprint.clone())], pt(6));
        }
    }

    fn parties(&self, writer: &mut Writer) {
        writer.section();
        let sheet = writer.sheet;
        let gap = mm(7);
        let half = (sheet.full() - gap) / 2;
        let home = self.creditor.address.country.clone();
        let columns = [("The creditor", &self.creditor), ("The debtor", &self.debtor)]
            .into_iter()
            .zip([sheet.left, sheet.left + half + gap])
            .map(|((label, party), left)| {
                let head = Set { keep_next: true, ..lines(left, half, pt(12)) };
                let mut blocks = vec![
                    Block::Rule { left, length: half, thickness: 300, grey: 62, before: 0 },
                    Block::Gap(pt(5)),
                    writer.text(Role::Heading, vec![Span::new(label, voice::SIDE)], head),
                ];
                let name = vec![Span::new(&party.name, voice::NAME)];
                blocks.push(writer.text(Role::Paragraph, name, lines(left, half, 15_500)));
                let mut address = Vec::new();
                if !party.contact.trim().is_empty() {
                    address.push(party.contact.clone());
                }
                address.extend(party.address_lines(&home));
                let set = lines(left, half, 12_400);
                blocks.extend(column(writer, &address, voice::DETAIL, set));
                blocks.push(Block::Gap(pt(4)));
                blocks.extend(column(
                    writer,
                    &party.detail_lines(),
                    voice::SMALL,
                    Set { leading: 11_600, ..set },
                ));
                blocks
            })
            .collect();
        writer.columns(columns, pt(14));
    }

    fn background(&self, writer: &mut Writer) {
        let manner = self.manner;
        writer.side("Background");
        let recital = if self.recital.is_empty() {
            let which = match self.invoices.len() {
                1 => "the invoice listed here, as it stood",
                _ => "the invoices listed here, as they stood",
            };
            vec![format!(
                "The debtor owes the creditor the open balance of {which} on {}.",
                manner.day(self.date)
            )]
        } else {
            self.recital.clone()
        };
        for (at, text) in recital.iter().enumerate() {
            writer.lead_in(vec![Span::new(text, voice::TEXT)], if at == 0 { pt(15) } else { pt(5) });
        }
        let currency = self.debt.currency();
        let heads = ["Total", "Paid or credited", "In this plan"].map(|head| format!("{head}, {currency}"));
        let [total, paid, covered] = heads;
        let columns = [
            ("Invoice", Kind::Words),
            ("Issued", Kind::Short),
            ("Due", Kind::Short),
            (total.as_str(), Kind::Figures),
            (paid.as_str(), Kind::Figures),
            (covered.as_str(), Kind::Figures),
        ];
        let mut rows: Vec<(RowKind, Vec<(String, usize)>)> = self
            .invoices
            .iter()
            .map(|invoice| {
                let cells = [
                    invoice.number.clone(),
                    manner.short_day(invoice.issued),
                    manner.short_day(invoice.due),
                    manner.amount(invoice.total),
                    manner.amount(invoice.paid),
                    manner.amount(invoice.covered),
                ];
                (RowKind::Body, cells.into_iter().map(|text| (text, 1)).collect())
            })
            .collect();
        let sums = self.invoices_total;
        rows.push((
            RowKind::Grand,
            vec![
                ("Covered by this plan".into(), 3),
                (manner.amount(sums.total), 1),
                (manner.amount(sums.paid), 1),
                (manner.amount(sums.covered), 1),
            ],
        ));
        writer.table(Width::Sheet, &columns, rows);

        writer.side("Acknowledgment");
        if self.acknowledgment.is_empty() {
            writer.paragraph(
                vec![
                    Span::new("On signing, the debtor acknowledges owing the creditor ", voice::TEXT),
                    Span::new(&manner.money(self.debt), voice::STRONG),
                    Span::new(&format!(" ({}).", unbroken(&words::amount(self.debt))), voice::TEXT),
                ],
                pt(15),
            );
        }
        for (at, text) in self.acknowledgment.iter().enumerate() {
            writer.say(text, if at == 0 { pt(15) } else { pt(5) });
        }
    }

    fn schedule(&self, writer: &mut Writer) {
        let manner = self.manner;
        writer.side("Payment plan");
        let count = self.instalments.iter().filter(|instalment| instalment.number > 0).count();
        let down = if self.instalments.len() > count { "a down payment and " } else { "" };
        let number = words::number(u64::try_from(count).unwrap_or(0));
        let plural = if count == 1 { "instalment" } else { "instalments" };
        let interest = if self.instalments_total.parts.is_some() { ", interest included" } else { "" };
        writer.lead_in(
            vec![
                Span::new(
                    &format!("The debtor will pay {down}{number} {plural}{interest}, in all "),
                    voice::TEXT,
                ),
                Span::new(&manner.money(self.instalments_total.amount), voice::STRONG),
                Span::new(", each on or before its day.", voice::TEXT),
            ],
            pt(15),
        );
        let currency = self.debt.currency();
        let heads = ["Principal", "Interest", "To pay"].map(|head| format!("{head}, {currency}"));
        let [principal, interest, amount] = heads;
        let parted = self.instalments_total.parts.is_some();
        let mut columns = vec![("Instalment", Kind::Short), ("Due", Kind::Short)];
        if parted {
            columns.extend([(principal.as_str(), Kind::Figures), (interest.as_str(), Kind::Figures)]);
        }
        columns.push((amount.as_str(), Kind::Figures));
        let money = |parts: Option<(Money, Money)>, amount: Money| {
            let parts = parts.filter(|_| parted).map(|(a, b)| vec![manner.amount(a), manner.amount(b)]);
            let mut cells = parts.unwrap_or_else(|| vec!["\u{2013}".to_owned(); if parted { 2 } else { 0 }]);
            cells.push(manner.amount(amount));
            cells.into_iter().map(|text| (text, 1))
        };
        let mut rows: Vec<(RowKind, Vec<(String, usize)>)> = self
            .instalments
            .iter()
            .map(|instalment| {
                let name = match instalment.number {
                    0 => "Down payment".to_owned(),
                    number => number.to_string(),
                };
                let mut cells = vec![(name, 1), (manner.short_day(instalment.due), 1)];
                cells.extend(money(instalment.parts, instalment.amount));
                (RowKind::Body, cells)
            })
            .collect();
        let mut last = vec![("In all".to_owned(), 2)];
        last.extend(money(self.instalments_total.parts, self.instalments_total.amount));
        rows.push((RowKind::Grand, last));
        writer.table(Width::Text, &columns, rows);
    }

    /// Both signatures, never on a page by themselves.
    fn signatures(&self, writer: &mut Writer) {
        writer.keep();
        writer.side("Signatures");
        writer.lead_in(
            vec![Span::new(
                "Each party has read this agreement, received a copy of it, and agrees to it.",
                voice::CONSENT,
            )],
            pt(18),
        );
        let sheet = writer.sheet;
        let gap = mm(10);
        let half = (sheet.full() - gap) / 2;
        let blocks = [
            ("For the creditor", &self.creditor, &self.creditor_signatory),
            ("For the debtor", &self.debtor, &self.debtor_signatory),
        ];
        let lefts = [sheet.left, sheet.left + half + gap];
        // Names first, so that the places to sign are level whatever the names are.
        let names = blocks.iter().zip(lefts).map(|((label, party, _), left)| {
            [(*label, voice::LABEL, pt(11)), (party.name.as_str(), voice::NAME, 15_500)]
                .map(|(text, style, leading)| {
                    writer.text(Role::Paragraph, vec![Span::new(text, style)], lines(left, half, leading))
                })
                .into()
        });
        let names = names.collect();
        writer.columns(names, pt(12));
        writer.keep();
        let places = blocks
            .iter()
            .zip(lefts)
            .map(|((_, _, signatory), left)| places(writer, signatory, left, half))
            .collect();
        writer.columns(places, 0);
    }
}

/// Keeps the parts of "twenty-five" on one line.
fn unbroken(words: &str) -> String {
    words.replace('-', "\u{2011}")
}

fn clause_text(writer: &mut Writer, clause: &ClauseText) {
    writer.numbered_side(clause.number.as_deref().unwrap_or_default().trim(), &clause.title);
    for (at, text) in clause.paragraphs.iter().enumerate() {
        writer.say(text, if at == 0 { pt(12) } else { pt(5) });
    }
}

/// Where a party signs.
fn places(writer: &mut Writer, signatory: &Signatory, left: Mil, measure: Mil) -> Vec<Block> {
    let text = |writer: &mut Writer, words: &str, style, leading| {
        writer.text(Role::Paragraph, vec![Span::new(words, style)], lines(left, measure, leading))
    };
    let mut blocks = vec![
        Block::Gap(mm(15)),
        Block::Rule { left, length: measure, thickness: 500, grey: 0, before: 0 },
        Block::Gap(pt(2)),
        text(writer, "Signature", voice::LABEL, pt(11)),
    ];
    for (words, label) in [(&signatory.name, "Name"), (&signatory.role, "Capacity"), (&String::new(), "Date")]
    {
        // What is known stands on the rule, what is not is left to the pen; both are equally high.
        let known = !words.trim().is_empty();
        blocks.push(Block::Gap(if known { mm(9) - pt(14) } else { mm(9) }));
        if known {
            blocks.push(text(writer, words, voice::DETAIL, pt(13)));
        }
        let before = if known { pt(1) } else { 0 };
        blocks.push(Block::Rule { left, length: measure, thickness: 300, grey: 0, before });
        blocks.push(Block::Gap(pt(2)));
        blocks.push(text(writer, label, voice::LABEL, pt(11)));
    }
    blocks
}
