//! The pages of an agreement: parties, clauses with their schedules, places to sign.

use super::super::stationery::{column, fact_strip, how_to_pay, lead_in, lines, say, small_print};
use super::super::words::{SHARED, strong};
use super::words::{Promise, WORDS, Words};
use super::{ClauseText, PlanAgreement};
use crate::document::{Attached, Document, Facts};
use crate::flow::{Block, Furniture, Set, Writer, voice};
use crate::mark::PageMark;
use crate::text::{Span, clean, isolated};
use crate::tree::Role;
use crate::unit::{mm, pt};
use goodterms_terms::agreement::in_words;

impl PlanAgreement {
    pub(super) fn words(&self) -> &'static Words {
        WORDS.of(self.manner.language())
    }

    pub(super) fn laid_out(&self) -> Document {
        let (manner, words) = (self.manner, self.words());
        let mut writer = Writer::of(manner);
        if !self.fingerprint.trim().is_empty() {
            writer.mark_pages(PageMark {
                reference: clean(&self.reference),
                version: self.version,
                fingerprint: clean(&self.fingerprint),
                page: 1,
                pages: 1,
            });
        }
        self.attach_data(&mut writer);
        self.opening(&mut writer);
        self.parties(&mut writer);
        self.without_clauses(&mut writer);
        for clause in &self.clauses {
            clause_text(&mut writer, clause);
            self.appended(&mut writer, &clause.id);
        }
        self.signatures(&mut writer);
        small_print(&mut writer, words.disclaimer);
        self.what_changed(&mut writer);
        self.certificate(&mut writer);

        let short: String = clean(&self.fingerprint).chars().take(8).collect();
        let furniture = Furniture {
            head: (
                words.running_title.into(),
                format!("{} \u{B7} {}", isolated(&self.creditor.name), isolated(&self.debtor.name)),
            ),
            foot: (
                (words.foot)(&isolated(&self.reference), self.version),
                if short.is_empty() { short } else { (words.short_fingerprint)(&short) },
            ),
            folds: false,
            language: manner.language(),
        };
        let facts = Facts {
            title: (words.file_title)(&clean(&self.reference), self.version),
            author: clean(&self.creditor.name),
            subject: format!("{} \u{B7} {}", clean(&self.creditor.name), clean(&self.debtor.name)),
            language: manner.locale.tag(),
            day: self.date,
        };
        writer.finish(facts, &furniture)
    }

    /// Puts the plan's data into the file, for machines.
    fn attach_data(&self, writer: &mut Writer) {
        if !self.plan.is_empty() {
            writer.attach(Attached {
                name: "plan.json",
                media_type: "application/json",
                description: self.words().data.into(),
                bytes: self.plan.as_bytes().to_vec(),
            });
        }
    }

    fn opening(&self, writer: &mut Writer) {
        let (sheet, words, shared) = (writer.sheet, self.words(), SHARED.of(self.manner.language()));
        let title_width = sheet.full() - if self.logo.is_some() { mm(50) } else { 0 };
        let mut left = vec![Block::Gap(pt(2))];
        let set = lines(sheet.left, title_width, pt(27));
        left.push(writer.text(Role::Title, vec![Span::new(words.title, voice::TITLE)], set));
        let mut columns = vec![left];
        if let Some(logo) = &self.logo {
            let (width, _) = logo.fitted(mm(46), mm(16));
            let alt = (shared.logo_of)(&clean(&self.creditor.name));
            columns.push(vec![writer.picture(logo, alt, sheet.right - width, mm(46), mm(16))]);
        }
        writer.columns(columns, 0);
        writer.rule(pt(9), 900, 0);
        let facts = [
            (shared.reference, self.reference.clone()),
            (words.version, self.version.to_string()),
            (words.date, self.manner.day(self.date)),
            (words.law, self.governing_law.clone()),
        ];
        fact_strip(writer, &facts, pt(7));
        if !self.fingerprint.is_empty() {
            fact_strip(writer, &[(words.fingerprint, self.fingerprint.clone())], pt(6));
        }
    }

    fn parties(&self, writer: &mut Writer) {
        writer.section();
        let sheet = writer.sheet;
        let gap = mm(7);
        let half = (sheet.full() - gap) / 2;
        let home = self.creditor.address.country.clone();
        let columns = self
            .words()
            .parties
            .into_iter()
            .zip([&self.creditor, &self.debtor])
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
                address.extend(party.address_lines_in(&home, self.manner.language()));
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
        let (manner, words) = (self.manner, self.words());
        let missing = |id: &str| !self.clauses.iter().any(|clause| clause.id == id);
        if missing("background") {
            writer.side(words.background);
            lead_in(writer, &(words.owes)(self.invoices.len(), &manner.day(self.date)), pt(12));
            self.appended(writer, "background");
        }
        if missing("acknowledgment") {
            writer.side(words.acknowledgment);
            let debt = strong(&manner.coded(self.debt));
            say(writer, &(words.acknowledges)(&debt, &manner.in_words(self.debt)), pt(12));
        }
        if missing("schedule") {
            writer.side(words.payments);
            self.promise(writer);
            self.appended(writer, "schedule");
        }
        if missing("method") {
            writer.side(words.how_to_pay);
            lead_in(writer, words.counts, pt(12));
            self.appended(writer, "method");
        }
    }

    fn promise(&self, writer: &mut Writer) {
        let count = self.instalments.iter().filter(|instalment| instalment.number > 0).count();
        let promise = Promise {
            instalments: count,
            in_words: &in_words(u64::try_from(count).unwrap_or(0), self.manner.language()),
            down_payment: self.instalments.len() > count,
            interest: self.instalments_total.parts.is_some(),
            total: &strong(&self.manner.coded(self.instalments_total.amount)),
        };
        lead_in(writer, &(self.words().promise)(promise), pt(12));
    }

    /// What belongs to a clause besides its words.
    fn appended(&self, writer: &mut Writer, clause: &str) {
        match clause {
            "background" => self.schedule_of_invoices(writer),
            "schedule" => self.schedule_of_instalments(writer),
            "method" => how_to_pay(writer, self.manner, &self.pay, &self.creditor.name),
            _ => {}
        }
    }
}

fn clause_text(writer: &mut Writer, clause: &ClauseText) {
    writer.numbered_side(clause.number.as_deref().unwrap_or_default().trim(), &clause.title);
    for (at, text) in clause.paragraphs.iter().enumerate() {
        writer.say(text, if at == 0 { pt(12) } else { pt(5) });
    }
}
