//! Clients, once per file, whether they have rows of their own or are named on invoices and payments.

use crate::columns::Field;
use crate::columns::plan::Plan;
use crate::drafts::{ClientDraft, Intake, SkipCode, WarningCode};
use crate::sheet::{RowTaker, Verdict};
use crate::table::Line;
use crate::values::words;
use goodterms_terms::Address;
use std::collections::{HashMap, HashSet};

/// The clients met so far.
#[derive(Debug, Default)]
pub(crate) struct ClientBook {
    by_key: HashMap<String, usize>,
    /// Clients met under a second name.
    renamed: HashSet<usize>,
}

impl ClientBook {
    /// The client a row names, added when new; later rows fill in what earlier ones left blank.
    pub(crate) fn client_of(&mut self, plan: &Plan, line: &Line<'_>, intake: &mut Intake) -> Option<usize> {
        let key = key_of(plan, line)?;
        if let Some(&at) = self.by_key.get(&key) {
            if let Some(known) = intake.clients.get_mut(at) {
                fill_gaps(known, plan, line);
            }
            self.compare_names(at, plan, line, intake);
            return Some(at);
        }
        let at = intake.clients.len();
        let draft = draft_of(plan, line, intake);
        intake.clients.push(draft);
        self.by_key.insert(key, at);
        Some(at)
    }

    /// A program's own number for a client is worth more than the name, but two names are worth a word.
    fn compare_names(&mut self, at: usize, plan: &Plan, line: &Line<'_>, intake: &mut Intake) {
        let (written, known) = (plan.text(line, Field::Client), intake.clients.get(at));
        let Some((name, row)) = known.and_then(|client| Some((client.name.as_deref()?, client.row))) else {
            return;
        };
        if !written.is_empty()
            && written != name
            && one_spaced(written).to_lowercase() != name.to_lowercase()
            && self.renamed.insert(at)
        {
            let message = format!(
                "The client of row {row} is called \u{201c}{written}\u{201d} here; the first name was kept"
            );
            intake.warn(Some(line.number), WarningCode::ClientNameDiffers, message);
        }
    }

    /// The client of that key, if met before.
    fn known(&self, plan: &Plan, line: &Line<'_>) -> Option<usize> {
        key_of(plan, line).and_then(|key| self.by_key.get(&key).copied())
    }
}

/// A client is known by the reference its program gives it, else by the name in any case.
fn key_of(plan: &Plan, line: &Line<'_>) -> Option<String> {
    let reference = plan.text(line, Field::ClientReference);
    if !reference.is_empty() {
        return Some(format!("#{reference}"));
    }
    name_of(plan, line).map(|name| name.to_lowercase())
}

fn name_of(plan: &Plan, line: &Line<'_>) -> Option<String> {
    let name = plan.text(line, Field::Client);
    let full = if name.is_empty() { person_of(plan, line) } else { one_spaced(name) };
    Some(full).filter(|name| !name.is_empty())
}

fn person_of(plan: &Plan, line: &Line<'_>) -> String {
    let (first, last) = (plan.text(line, Field::FirstName), plan.text(line, Field::LastName));
    one_spaced(&format!("{first} {last}"))
}

fn one_spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn draft_of(plan: &Plan, line: &Line<'_>, intake: &mut Intake) -> ClientDraft {
    let written = plan.text(line, Field::Email);
    if !written.is_empty() && words::email(written).is_none() {
        let message =
            format!("\u{201c}{written}\u{201d} is not an e-mail address; the client comes in without it");
        intake.warn(Some(line.number), WarningCode::EmailUnreadable, message);
    }
    let mut draft = ClientDraft {
        name: name_of(plan, line),
        reference: plan.some_text(line, Field::ClientReference),
        row: line.number,
        ..ClientDraft::default()
    };
    fill_gaps(&mut draft, plan, line);
    draft
}

fn fill_gaps(draft: &mut ClientDraft, plan: &Plan, line: &Line<'_>) {
    let fill = |slot: &mut Option<String>, field| {
        if slot.is_none() {
            *slot = plan.some_text(line, field);
        }
    };
    fill(&mut draft.phone, Field::Phone);
    fill(&mut draft.notes, Field::Notes);
    fill(&mut draft.contact, Field::Contact);
    if draft.contact.is_none() && (plan.has(Field::FirstName) || plan.has(Field::LastName)) {
        let person = Some(person_of(plan, line)).filter(|person| !person.is_empty());
        draft.contact = person.filter(|person| draft.name.as_ref() != Some(person));
    }
    if draft.email.is_none() {
        draft.email = words::email(plan.text(line, Field::Email)).map(str::to_owned);
    }
    if draft.address.is_empty() {
        draft.address = address_of(plan, line);
    }
}

fn address_of(plan: &Plan, line: &Line<'_>) -> Address {
    let text = |field| one_spaced(plan.text(line, field));
    let country = text(Field::Country);
    Address {
        street: text(Field::Street),
        number: text(Field::HouseNumber),
        extra: text(Field::AddressExtra),
        postcode: text(Field::Postcode),
        town: text(Field::Town),
        region: text(Field::Region),
        country: match country.len() {
            // A number is some program's own code, not a country.
            _ if country.bytes().all(|b| b.is_ascii_digit()) => String::new(),
            2 => country.to_uppercase(),
            _ => country,
        },
    }
}

/// Rows that are clients.
pub(crate) struct Clients<'p> {
    plan: &'p Plan,
    book: ClientBook,
    prints: Vec<u64>,
}

impl<'p> Clients<'p> {
    pub(crate) fn of(plan: &'p Plan) -> Self {
        Self { plan, book: ClientBook::default(), prints: Vec::new() }
    }
}

impl RowTaker for Clients<'_> {
    fn take(&mut self, line: &Line<'_>, intake: &mut Intake) -> Verdict {
        let name = plan_name(self.plan, line);
        if name.eq_ignore_ascii_case("total") || name.eq_ignore_ascii_case("totals") {
            return Verdict::Totals;
        }
        if let Some(at) = self.book.known(self.plan, line) {
            let first = intake.clients.get(at).map_or(0, |client| client.row);
            return if self.prints.get(at) == Some(&line.fingerprint()) {
                Verdict::skip(SkipCode::DuplicateRow, format!("The same client stands in row {first}"))
            } else {
                let message = format!("Row {first} describes this client otherwise; the first row was taken");
                Verdict::skip(SkipCode::ConflictingDuplicate, message)
            };
        }
        match self.book.client_of(self.plan, line, intake) {
            Some(_) => {
                self.prints.push(line.fingerprint());
                Verdict::Used
            }
            None => Verdict::skip(SkipCode::ClientMissing, "The row names no client"),
        }
    }
}

fn plan_name<'r>(plan: &Plan, line: &Line<'r>) -> &'r str {
    plan.text(line, Field::Client)
}
