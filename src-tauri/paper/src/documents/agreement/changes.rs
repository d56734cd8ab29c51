//! The annex of a later version: everything that differs from the version before, one row each.

use super::super::stationery::{Cells, lead_in, say, single, title};
use super::PlanAgreement;
use super::words::CHANGES;
use crate::flow::{Block, Kind, RowKind, Width, Writer};
use crate::manner::Manner;
use crate::text::isolated;
use crate::unit::pt;
use goodterms_terms::Money;
use goodterms_terms::money::Percent;
use goodterms_terms::plan::{PaperClause, PaperParty, PlanPaper};
use serde::{Deserialize, Serialize};

/// What is different between two versions of an agreement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Changes {
    /// The number of the version before.
    pub before: u32,
    /// Its fingerprint, as it is printed on it.
    pub fingerprint: String,
    /// The changes: terms, then invoices, instalments and clauses in their order.
    pub rows: Vec<Change>,
}

/// One change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// What changed, in the reader's language.
    pub what: String,
    /// As it was; empty when it is new.
    pub before: String,
    /// As it is now; empty when it is gone.
    pub now: String,
}

impl Changes {
    /// Compares what two versions say, and words each difference.
    pub fn between(before: &PlanPaper, now: &PlanPaper, manner: Manner) -> Self {
        let mut comparing = Comparing { manner, rows: Vec::new() };
        comparing.terms(before, now);
        comparing.invoices(before, now);
        comparing.instalments(before, now);
        comparing.clauses(before, now);
        Self { before: before.version, fingerprint: before.fingerprint().to_string(), rows: comparing.rows }
    }
}

struct Comparing {
    manner: Manner,
    rows: Vec<Change>,
}

impl Comparing {
    fn row(&mut self, what: impl Into<String>, before: String, now: String) {
        if before != now {
            self.rows.push(Change { what: what.into(), before, now });
        }
    }

    /// An amount of a paper. One that cannot be read stands as it is.
    fn amount(&self, paper: &PlanPaper, text: &str) -> String {
        Money::parse(text, paper.currency)
            .map_or_else(|_| format!("{text} {}", paper.currency), |money| self.manner.coded(money))
    }

    fn terms(&mut self, before: &PlanPaper, now: &PlanPaper) {
        let words = CHANGES.of(self.manner.language());
        let manner = self.manner;
        let parties = [(&before.business, &now.business), (&before.client, &now.client)];
        for (what, (was, is)) in words.party.into_iter().zip(parties) {
            self.row(what, party(was), party(is));
        }
        self.row(words.date, manner.day(before.made_on), manner.day(now.made_on));
        let total = [before, now].map(|paper| self.amount(paper, &paper.total));
        let interest = [before, now].map(|paper| self.amount(paper, &paper.interest));
        let rate = [before, now].map(|paper| {
            paper.annual_rate.as_deref().map(|text| {
                Percent::parse(text).map_or_else(|_| text.to_owned(), |rate| manner.percent(rate))
            })
        });
        for (what, [was, is]) in [
            (words.total, total),
            (words.interest, interest),
            (words.rate, rate.map(Option::unwrap_or_default)),
            (words.grace, [before, now].map(|paper| (words.days)(paper.grace_days))),
            (words.cure, [before, now].map(|paper| (words.days)(paper.cure_days))),
        ] {
            self.row(what, was, is);
        }
    }

    fn invoices(&mut self, before: &PlanPaper, now: &PlanPaper) {
        let name = CHANGES.of(self.manner.language()).invoice;
        for was in &before.invoices {
            let is = now.invoices.iter().find(|invoice| invoice.number == was.number);
            let is = is.map(|is| self.amount(now, &is.covered)).unwrap_or_default();
            self.row(name(&was.number), self.amount(before, &was.covered), is);
        }
        let known = |number: &str| before.invoices.iter().any(|invoice| invoice.number == number);
        for is in now.invoices.iter().filter(|invoice| !known(&invoice.number)) {
            self.row(name(&is.number), String::new(), self.amount(now, &is.covered));
        }
    }

    fn instalments(&mut self, before: &PlanPaper, now: &PlanPaper) {
        let words = CHANGES.of(self.manner.language());
        let mut numbers: Vec<u32> =
            before.instalments.iter().chain(&now.instalments).map(|instalment| instalment.n).collect();
        numbers.sort_unstable();
        numbers.dedup();
        for number in numbers {
            let [was, is] = [before, now].map(|paper| {
                let found = paper.instalments.iter().find(|instalment| instalment.n == number);
                found.map_or_else(String::new, |instalment| {
                    let amount = self.amount(paper, &instalment.amount);
                    (words.instalment_was)(&self.manner.day(instalment.due), &amount)
                })
            });
            self.row((words.instalment)(number), was, is);
        }
    }

    fn clauses(&mut self, before: &PlanPaper, now: &PlanPaper) {
        let name = CHANGES.of(self.manner.language()).clause;
        // A clause of one's own has no stable name; its title stands for it.
        let same =
            |a: &PaperClause, b: &PaperClause| a.id == b.id && (!a.id.is_empty() || a.title == b.title);
        let text = |clause: &PaperClause| clause.paragraphs.join(" ");
        for was in &before.clauses {
            let is = now.clauses.iter().find(|clause| same(was, clause));
            let title = is.map_or(&was.title, |is| &is.title);
            self.row(name(title), text(was), is.map(text).unwrap_or_default());
        }
        for is in now.clauses.iter().filter(|is| !before.clauses.iter().any(|was| same(was, is))) {
            self.row(name(&is.title), String::new(), text(is));
        }
    }
}

/// A party in one line.
fn party(party: &PaperParty) -> String {
    let mut parts = vec![party.name.trim(), party.registration.trim()];
    parts.extend(party.address.iter().map(|line| line.trim()));
    parts.retain(|part| !part.is_empty());
    parts.join(", ")
}

impl PlanAgreement {
    pub(super) fn what_changed(&self, writer: &mut Writer) {
        let Some(changes) = &self.changes else { return };
        let words = CHANGES.of(self.manner.language());
        writer.put(Block::Turn);
        writer.end_section();
        title(writer, words.title, 0);
        writer.section();
        let lead = (words.lead)(self.version, changes.before, &isolated(&changes.fingerprint));
        if changes.rows.is_empty() {
            say(writer, &lead, pt(9));
            say(writer, words.nothing, pt(6));
            return;
        }
        lead_in(writer, &lead, pt(9));
        let said = |text: &str| if text.trim().is_empty() { "\u{2013}".to_owned() } else { text.to_owned() };
        let rows: Vec<(RowKind, Cells)> = changes
            .rows
            .iter()
            .map(|change| {
                (RowKind::Body, single([change.what.clone(), said(&change.before), said(&change.now)]))
            })
            .collect();
        let columns = [(words.what, Kind::Short), (words.before, Kind::Words), (words.now, Kind::Words)];
        writer.table(Width::Sheet, &columns, rows);
    }
}
