//! The sentences and tables of a final demand.

use super::super::stationery::{how_to_pay, lines};
use super::FinalDemand;
use crate::flow::{Kind, RowKind, Set, Width, Writer, voice};
use crate::text::{Span, isolated};
use crate::tree::Role;
use crate::unit::{mm, pt};
use goodterms_terms::agreement::{Language, in_words};

type Cells = Vec<(String, usize)>;

fn single(texts: impl IntoIterator<Item = String>) -> Cells {
    texts.into_iter().map(|text| (text, 1)).collect()
}

/// A list in words: `A`, `A and B`, `A, B and C`.
fn listed(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// Words from outside that end a clause of ours, without their own full stop.
fn ended(words: &str) -> String {
    isolated(words.trim().trim_end_matches('.'))
}

impl FinalDemand {
    pub(super) fn body(&self, writer: &mut Writer) {
        let sheet = writer.sheet;
        let subject =
            Set { before: pt(24), keep_next: true, ..lines(sheet.text_left, sheet.measure(), pt(16)) };
        let title = format!("Final demand for payment: {}", self.manner.money(self.total));
        writer.set(Role::Title, vec![Span::new(&title, voice::SUBJECT)], subject);
        let greeting = if self.greeting.trim().is_empty() { &self.debtor.name } else { &self.greeting };
        writer.lead_in(vec![Span::sentence(format!("Dear {},", isolated(greeting)), voice::TEXT)], pt(9));
        self.opening(writer);
        self.what_is_owed(writer);
        self.interest(writer);
        self.all_in_all(writer);
        self.what_was_sent(writer);
        self.please_pay(writer);
        self.plan(writer);
        self.dispute(writer);
        self.what_follows(writer);
        self.closing(writer);
    }

    fn opening(&self, writer: &mut Writer) {
        let count = self.invoices.len();
        let (invoices, are, they) =
            if count == 1 { ("the invoice", "is", "It is") } else { ("the invoices", "are", "They are") };
        let mut text = format!(
            "We write about {invoices} listed below, which {are} still open although the time for payment has \
             passed."
        );
        if !self.for_what.trim().is_empty() {
            text.push_str(&format!(" {they} for {}.", ended(&self.for_what)));
        }
        text.push_str(
            " We value our work together and would much rather settle this with you directly. This letter sets \
             out what is owed, how it can be paid, what to do if something is wrong, and what happens next.",
        );
        writer.paragraph(vec![Span::sentence(text, voice::TEXT)], pt(6));
    }

    fn what_is_owed(&self, writer: &mut Writer) {
        let manner = self.manner;
        writer.side("What is owed");
        let open = manner.money(self.invoices_total.open);
        writer.lead_in(
            vec![
                Span::new(&format!("On {}, ", manner.day(self.date)), voice::TEXT),
                Span::new(&open, voice::STRONG),
                Span::new(" was open on these invoices:", voice::TEXT),
            ],
            pt(15),
        );
        let currency = self.total.currency();
        let heads = ["Total", "Paid or credited", "Open"].map(|head| format!("{head}, {currency}"));
        let [total, paid, open] = heads;
        let columns = [
            ("Invoice", Kind::Words),
            ("Issued", Kind::Short),
            ("Due", Kind::Short),
            ("Days late", Kind::Figures),
            (total.as_str(), Kind::Figures),
            (paid.as_str(), Kind::Figures),
            (open.as_str(), Kind::Figures),
        ];
        let mut rows: Vec<(RowKind, Cells)> = self
            .invoices
            .iter()
            .map(|invoice| {
                let cells = [
                    invoice.number.clone(),
                    manner.short_day(invoice.issued),
                    manner.short_day(invoice.due),
                    invoice.days_late.to_string(),
                    manner.amount(invoice.total),
                    manner.amount(invoice.paid),
                    manner.amount(invoice.open),
                ];
                (RowKind::Body, single(cells))
            })
            .collect();
        let sums = self.invoices_total;
        let last =
            if self.interest.is_none() && self.charges.is_empty() { RowKind::Grand } else { RowKind::Total };
        let mut sum = vec![("Open on invoices".to_owned(), 4)];
        sum.extend(single([sums.total, sums.paid, sums.open].map(|money| manner.amount(money))));
        rows.push((last, sum));
        writer.table(Width::Sheet, &columns, rows);
    }

    fn interest(&self, writer: &mut Writer) {
        let Some(claim) = &self.interest else { return };
        let manner = self.manner;
        writer.side("Interest");
        let mut text = format!("We claim {}", ended(&claim.rule));
        if !claim.source.trim().is_empty() {
            text.push_str(&format!(
                " (source: {}, read on {})",
                ended(&claim.source),
                manner.day(claim.as_of)
            ));
        }
        text.push('.');
        if let Some(per_day) = claim.per_day {
            text.push_str(&format!(
                " From the day after this letter it grows by {} a day until payment.",
                manner.money(per_day)
            ));
        }
        writer.lead_in(vec![Span::sentence(text, voice::TEXT)], pt(15));
        let currency = self.total.currency();
        let (balance, amount) = (format!("Balance, {currency}"), format!("Interest, {currency}"));
        let columns = [
            ("From", Kind::Short),
            ("To", Kind::Short),
            ("Days", Kind::Figures),
            (balance.as_str(), Kind::Figures),
            ("Rate a year", Kind::Figures),
            (amount.as_str(), Kind::Figures),
        ];
        let mut rows: Vec<(RowKind, Cells)> = claim
            .spans
            .iter()
            .map(|span| {
                let cells = [
                    manner.short_day(span.from),
                    manner.short_day(span.to),
                    span.days.to_string(),
                    manner.amount(span.balance),
                    format!("{}%", span.rate),
                    manner.amount(span.amount),
                ];
                (RowKind::Body, single(cells))
            })
            .collect();
        rows.push((
            RowKind::Total,
            vec![("Interest, rounded once".into(), 5), (manner.amount(claim.total), 1)],
        ));
        writer.table(Width::Sheet, &columns, rows);
    }

    /// What the claims come to together. Without claims the first table has said it.
    fn all_in_all(&self, writer: &mut Writer) {
        if self.interest.is_none() && self.charges.is_empty() {
            return;
        }
        let manner = self.manner;
        writer.side("In all");
        writer.lead_in(
            vec![
                Span::new("Together this comes to ", voice::TEXT),
                Span::new(&manner.money(self.total), voice::STRONG),
                Span::new(":", voice::TEXT),
            ],
            pt(15),
        );
        let amount = format!("Amount, {}", self.total.currency());
        let columns = [("Claim", Kind::Words), ("As of", Kind::Short), (amount.as_str(), Kind::Figures)];
        let row = |what: &str, on, amount| {
            (RowKind::Body, single([what.to_owned(), manner.short_day(on), manner.amount(amount)]))
        };
        let mut rows = vec![row("Open on invoices", self.date, self.invoices_total.open)];
        rows.extend(self.interest.as_ref().map(|claim| row("Interest", self.date, claim.total)));
        rows.extend(self.charges.iter().map(|charge| row(&charge.what, charge.on, charge.amount)));
        rows.push((RowKind::Grand, vec![("To pay".into(), 2), (manner.amount(self.total), 1)]));
        writer.table(Width::Text, &columns, rows);
    }

    fn what_was_sent(&self, writer: &mut Writer) {
        if self.contacts.is_empty() {
            return;
        }
        writer.side("What came before");
        writer.lead_in(
            vec![Span::new("We have been in touch about this before, without a solution yet:", voice::TEXT)],
            pt(15),
        );
        let columns = [("Date", Kind::Short), ("How", Kind::Short), ("What", Kind::Words)];
        let rows = self
            .contacts
            .iter()
            .map(|contact| {
                let day = self.manner.short_day(contact.on);
                (RowKind::Body, single([day, contact.channel.clone(), contact.what.clone()]))
            })
            .collect();
        writer.table(Width::Text, &columns, rows);
    }

    fn please_pay(&self, writer: &mut Writer) {
        writer.side("Please pay by");
        writer.lead_in(
            vec![
                Span::new("Please pay ", voice::TEXT),
                Span::new(&self.manner.money(self.total), voice::STRONG),
                Span::new(" so that it reaches us by ", voice::TEXT),
                Span::new(&self.manner.day(self.deadline), voice::STRONG),
                Span::new(
                    ". If you have paid in the meantime, thank you; then this letter needs no answer.",
                    voice::TEXT,
                ),
            ],
            pt(15),
        );
        how_to_pay(writer, &self.pay, &self.creditor.name);
    }

    fn plan(&self, writer: &mut Writer) {
        writer.side("If you need time");
        let deadline = self.manner.day(self.deadline);
        let text = match &self.offer {
            Some(offer) => format!(
                "If paying it all by then is not possible, we would rather agree a payment plan than go any \
                 further. We offer {} {} instalments of {} (the last one evens out the rounding), the first on {}. \
                 If another rhythm suits you better, tell us by {deadline} what you can pay and when.",
                in_words(u64::from(offer.instalments), Language::English),
                isolated(&offer.every),
                self.manner.money(offer.each),
                self.manner.day(offer.first),
            ),
            None => format!(
                "If paying it all by then is not possible, we would rather agree a payment plan than go any \
                 further. Tell us by {deadline} what you can pay and when, and we will put a plan in writing for \
                 both of us to sign."
            ),
        };
        writer.paragraph(vec![Span::sentence(text, voice::TEXT)], pt(15));
    }

    fn dispute(&self, writer: &mut Writer) {
        writer.side("If something is wrong");
        let email = isolated(&self.creditor.email);
        let phone = isolated(&self.creditor.phone).replace(' ', "\u{A0}");
        let reach = match (email.is_empty(), phone.is_empty()) {
            (true, true) => "write to the address above".to_owned(),
            (false, true) => format!("write to {email}"),
            (true, false) => format!("call {phone}"),
            (false, false) => format!("write to {email} or call {phone}"),
        };
        let text = format!(
            "If you disagree with any of this, or something was not as agreed, please {reach} by {}. Please say \
             which invoice it is about, and why. We will look into it and answer you before we do anything further \
             about that part.",
            self.manner.day(self.deadline),
        );
        writer.paragraph(vec![Span::sentence(text, voice::TEXT)], pt(15));
    }

    fn what_follows(&self, writer: &mut Writer) {
        writer.side("What happens next");
        let text = format!(
            "If by {} we have neither received payment nor heard from you, we will, on {}, {}.",
            self.manner.day(self.deadline),
            self.manner.day(self.next_step.on),
            ended(&self.next_step.what),
        );
        writer.paragraph(vec![Span::sentence(text, voice::TEXT)], pt(15));
        for notice in &self.notices {
            writer.say(notice, pt(6));
        }
        // The close never stands on a page by itself.
        writer.keep();
    }

    fn closing(&self, writer: &mut Writer) {
        writer.end_section();
        let sheet = writer.sheet;
        writer.lead_in(
            vec![Span::new(
                "We hope to settle this with you soon, and to go on working together.",
                voice::TEXT,
            )],
            pt(15),
        );
        let plain = Set { keep_next: true, ..lines(sheet.text_left, sheet.measure(), 14_500) };
        let mut put = |text: &str, style, before, keep_next| {
            if !text.trim().is_empty() {
                let set = Set { before, keep_next, ..plain };
                writer.set(Role::Paragraph, vec![Span::new(text, style)], set);
            }
        };
        put("Yours sincerely,", voice::TEXT, pt(9), true);
        let name =
            if self.signatory.name.trim().is_empty() { &self.creditor.name } else { &self.signatory.name };
        put(name, voice::STRONG, mm(16), true);
        put(&self.signatory.role, voice::TEXT, 0, true);
        let firm = if name == &self.creditor.name { "" } else { self.creditor.name.as_str() };
        put(firm, voice::TEXT, 0, false);
        if !self.enclosures.is_empty() {
            put(&format!("Enclosed: {}", listed(&self.enclosures)), voice::SMALL, pt(10), false);
        }
    }
}
