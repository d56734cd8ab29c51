//! The pages of an agreement: parties, clauses with their schedules, places to sign.

use super::super::stationery::{column, fact_strip, how_to_pay, lines, small_print};
use super::{ClauseText, PlanAgreement, Signatory};
use crate::document::{Document, Facts};
use crate::flow::{Block, Furniture, Kind, RowKind, Set, Sheet, Width, Writer, voice};
use crate::text::{Span, clean, isolated};
use crate::tree::Role;
use crate::unit::{Mil, mm, pt};
use goodterms_terms::Money;
use goodterms_terms::agreement::{Language, amount_in_words, in_words};

const DISCLAIMER: &str = "This plan was prepared with software. It is not legal advice.";

type Cells = Vec<(String, usize)>;

impl PlanAgreement {
    pub(super) fn laid_out(&self) -> Document {
        let mut writer = Writer::new(Sheet::of(self.manner.paper));
        self.opening(&mut writer);
        self.parties(&mut writer);
        self.without_clauses(&mut writer);
        for clause in &self.clauses {
            clause_text(&mut writer, clause);
            self.appended(&mut writer, &clause.id);
        }
        self.signatures(&mut writer);
        small_print(&mut writer, DISCLAIMER);

        let short: String = clean(&self.fingerprint).chars().take(8).collect();
        let parties = format!("{} and {}", isolated(&self.creditor.name), isolated(&self.debtor.name));
        let furniture = Furniture {
            head: ("Payment plan agreement".into(), parties),
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
        let columns = [("The Business", &self.creditor), ("The Client", &self.debtor)]
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
                blocks.push(Block::Gap(pt(2)));
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

    /// What an agreement must say is said in any case, also when no clause says it.
    fn without_clauses(&self, writer: &mut Writer) {
        let manner = self.manner;
        let missing = |id: &str| !self.clauses.iter().any(|clause| clause.id == id);
        if missing("background") {
            writer.side("Background");
            let which = match self.invoices.len() {
                1 => "the invoice of Schedule\u{A0}A, as it stood",
                _ => "the invoices of Schedule\u{A0}A, as they stood",
            };
            let day = manner.day(self.date);
            let text = format!("The Client owes the Business the open balance of {which} on {day}.");
            writer.lead_in(vec![Span::new(&text, voice::TEXT)], pt(12));
            self.appended(writer, "background");
        }
        if missing("acknowledgment") {
            writer.side("Acknowledgment");
            let words = amount_in_words(self.debt, Language::English);
            writer.paragraph(
                vec![
                    Span::new("On signing, the Client acknowledges owing the Business ", voice::TEXT),
                    Span::new(&manner.money(self.debt), voice::STRONG),
                    Span::new(&format!(" ({words})."), voice::TEXT),
                ],
                pt(12),
            );
        }
        if missing("schedule") {
            writer.side("Payments");
            self.promise(writer);
            self.appended(writer, "schedule");
        }
        if missing("method") {
            writer.side("How to pay");
            let text = "A payment counts on the day it reaches the Business.";
            writer.lead_in(vec![Span::new(text, voice::TEXT)], pt(12));
            self.appended(writer, "method");
        }
    }

    fn promise(&self, writer: &mut Writer) {
        let count = self.instalments.iter().filter(|instalment| instalment.number > 0).count();
        let down = if self.instalments.len() > count { "a down payment and " } else { "" };
        let number = in_words(u64::try_from(count).unwrap_or(0), Language::English);
        let plural = if count == 1 { "instalment" } else { "instalments" };
        let interest = if self.instalments_total.parts.is_some() { ", interest included" } else { "" };
        writer.lead_in(
            vec![
                Span::new(
                    &format!("The Client will pay {down}{number} {plural}{interest}, in all "),
                    voice::TEXT,
                ),
                Span::new(&self.manner.money(self.instalments_total.amount), voice::STRONG),
                Span::new(", on the days and in the amounts of Schedule\u{A0}B.", voice::TEXT),
            ],
            pt(12),
        );
    }

    /// What belongs to a clause besides its words.
    fn appended(&self, writer: &mut Writer, clause: &str) {
        match clause {
            "background" => self.schedule_of_invoices(writer),
            "schedule" => self.schedule_of_instalments(writer),
            "method" => how_to_pay(writer, &self.pay, &self.creditor.name),
            _ => {}
        }
    }

    fn schedule_of_invoices(&self, writer: &mut Writer) {
        let manner = self.manner;
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
        let mut rows: Vec<(RowKind, Cells)> = self
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
        writer.captioned_table("Schedule A: the invoices", Width::Sheet, &columns, rows);
    }

    fn schedule_of_instalments(&self, writer: &mut Writer) {
        let manner = self.manner;
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
        let mut rows: Vec<(RowKind, Cells)> = self
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
        writer.captioned_table("Schedule B: the instalments", Width::Text, &columns, rows);
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
            ("For the Business", &self.creditor, &self.creditor_signatory),
            ("For the Client", &self.debtor, &self.debtor_signatory),
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
