//! Contact cards: vCard 2.1 (versit 1996), 3.0 (RFC 2426), 4.0 (RFC 6350), one client a card.

mod property;

use crate::drafts::{ClientDraft, Intake, SkipCode, WarningCode};
use crate::options::{Kind, MOST_CELL_BYTES, MOST_ROWS, Options};
use crate::reading::{Format, Reading};
use crate::table::Text;
use crate::values::words;
use goodterms_terms::{Address, Code, Refusal};
use property::{Property, goes_on};

/// Reads every card of a file.
///
/// # Errors
/// [`Code::KindAmbiguous`] when the file is to be taken for something else; [`Code::FileTooLarge`] for more
/// cards than a file may have rows, or a text of more than a cell may hold.
pub(crate) fn read(text: &Text<'_>, options: &Options) -> Result<Intake, Refusal> {
    if let Some(kind) = options.as_kind.filter(|&kind| kind != Kind::Clients) {
        return Err(Refusal::input(
            Code::KindAmbiguous,
            format!("These are contact cards, and cannot be brought in as {}", kind.as_str()),
        )
        .field("as")
        .hint("Leave --as out, or say --as clients."));
    }
    let mut reading = Reading::of(Kind::Clients, Format::Vcard);
    reading.encoding = text.encoding;
    reading.encoding_guessed = text.guessed;
    let mut intake = Intake::of(reading);
    text.warn_of_damage(&mut intake);
    let mut card = Card::default();
    // A card within a card (AGENT) is somebody else.
    let mut depth = 0_u32;
    for (row, line) in Unfolded::of(&text.text) {
        let small = line.trim().to_ascii_uppercase();
        if small == "BEGIN:VCARD" {
            depth += 1;
            if depth == 1 {
                card = Card { row, ..Card::default() };
            }
        } else if small == "END:VCARD" && depth > 0 {
            depth -= 1;
            if depth == 0 {
                take(&card, &mut intake)?;
            }
        } else if depth == 1
            && let Some(property) = Property::of(&line)
        {
            card.keep(property)?;
        }
    }
    if depth > 0 {
        let message = "The file ends in the middle of a card; what is there of it was read";
        intake.warn(Some(card.row), WarningCode::FileCutOff, message);
        take(&card, &mut intake)?;
    }
    Ok(intake)
}

/// Lines with their continuations: those that begin with a blank, and those that follow a `=` at the end.
struct Unfolded<'t> {
    lines: std::iter::Peekable<std::iter::Enumerate<std::str::Lines<'t>>>,
}

impl<'t> Unfolded<'t> {
    fn of(text: &'t str) -> Self {
        Self { lines: text.lines().enumerate().peekable() }
    }
}

impl Iterator for Unfolded<'_> {
    type Item = (u64, String);

    fn next(&mut self) -> Option<Self::Item> {
        let (at, first) = self.lines.next()?;
        let mut line = first.to_owned();
        while let Some((_, next)) = self.lines.peek() {
            if goes_on(&line) {
                line.pop();
                line.push_str(next);
            } else if let Some(more) = next.strip_prefix([' ', '\t']) {
                line.push_str(more);
            } else {
                break;
            }
            self.lines.next();
        }
        Some((at as u64 + 1, line))
    }
}

/// What of a card is about a client.
#[derive(Debug, Default)]
struct Card {
    row: u64,
    properties: Vec<Property>,
}

/// The properties that are read; pictures, keys and programs' own are not.
const READ: [&str; 9] = ["FN", "N", "ORG", "EMAIL", "TEL", "ADR", "NOTE", "KIND", "X-ABSHOWAS"];

impl Card {
    fn keep(&mut self, property: Property) -> Result<(), Refusal> {
        if !READ.contains(&property.name.as_str()) {
            return Ok(());
        }
        if property.value.len() > MOST_CELL_BYTES {
            return Err(Refusal::input(Code::FileTooLarge, "A text of this card is longer than 1 MiB")
                .hint("Export the card again without attachments.")
                .row(self.row));
        }
        self.properties.push(property);
        Ok(())
    }

    fn all<'c>(&'c self, name: &'c str) -> impl Iterator<Item = &'c Property> {
        self.properties.iter().filter(move |one| one.name == name)
    }

    /// The preferred of several; the first among equals.
    fn best(&self, name: &str, wanted: impl Fn(&Property) -> bool) -> Option<&Property> {
        self.properties.iter().filter(|one| one.name == name && wanted(one)).min_by_key(|one| one.rank())
    }

    fn text(&self, name: &str) -> Option<String> {
        self.all(name).map(|one| one_line(&one.text())).find(|text| !text.is_empty())
    }

    /// `N` is family, given, additional, prefix, suffix.
    fn person(&self) -> Option<String> {
        let parts = self.all("N").next()?.parts();
        let order = [3, 1, 2, 0, 4];
        let words = order.iter().filter_map(|&at| parts.get(at)).map(String::as_str);
        Some(one_line(&words.collect::<Vec<_>>().join(" "))).filter(|name| !name.is_empty())
    }

    /// The firm, then its departments.
    fn organisation(&self) -> Vec<String> {
        let parts = self.all("ORG").next().map(Property::parts).unwrap_or_default();
        parts.iter().map(|part| one_line(part)).filter(|part| !part.is_empty()).collect()
    }

    /// A card that calls itself a firm's, in version 4 or as Apple writes it.
    fn is_firm(&self) -> bool {
        let says = |name, word: &str| self.text(name).is_some_and(|text| text.eq_ignore_ascii_case(word));
        says("KIND", "org") || says("X-ABSHOWAS", "COMPANY")
    }

    /// A card is known by its own name. The firm a person works for is a line of the address.
    fn client(&self) -> Option<ClientDraft> {
        let mut organisation = self.organisation();
        let full = self.text("FN").or_else(|| self.person());
        let firm = organisation.first().cloned().filter(|_| self.is_firm() || full.is_none());
        let name = firm.or_else(|| full.clone())?;
        organisation.retain(|part| *part != name);
        let notes: Vec<String> =
            self.all("NOTE").map(Property::text).filter(|note| !note.is_empty()).collect();
        let phone =
            self.best("TEL", |one| !one.is("FAX") && !one.is("PAGER")).or_else(|| self.best("TEL", |_| true));
        Some(ClientDraft {
            contact: full.or_else(|| self.person()).filter(|person| *person != name),
            email: self.email(),
            phone: phone.map(|one| telephone(&one.text())).filter(|phone| !phone.is_empty()),
            address: self.address(&organisation),
            notes: Some(notes.join("\n\n")).filter(|notes| !notes.is_empty()),
            row: self.row,
            reference: None,
            name: Some(name),
        })
    }

    fn email(&self) -> Option<String> {
        let readable = |one: &Property| words::email(&one.text()).is_some();
        let best = self.best("EMAIL", readable)?.text();
        words::email(best.strip_prefix("mailto:").unwrap_or(&best)).map(str::to_owned)
    }

    fn address(&self, organisation: &[String]) -> Address {
        let filled = |one: &Property| one.parts().iter().any(|part| !part.is_empty());
        let chosen = self
            .best("ADR", |one| filled(one) && (one.is("PREF") || one.is("WORK")))
            .or_else(|| self.best("ADR", filled));
        let parts = chosen.map(Property::parts).unwrap_or_default();
        let part = |at: usize| parts.get(at).map(|part| in_one_line(part)).unwrap_or_default();
        let (box_, mut extended, mut street) = (part(0), part(1), part(2));
        // Programs that do not know the parts write the whole address into one of them.
        if street.is_empty() {
            street = std::mem::take(&mut extended);
        }
        let extra = organisation.iter().cloned().chain([extended, box_]).filter(|part| !part.is_empty());
        let country = part(6);
        Address {
            street,
            number: String::new(),
            extra: extra.collect::<Vec<_>>().join(", "),
            postcode: part(5),
            town: part(3),
            region: part(4),
            country: if country.len() == 2 { country.to_uppercase() } else { country },
        }
    }
}

fn take(card: &Card, intake: &mut Intake) -> Result<(), Refusal> {
    intake.rows.read += 1;
    if intake.rows.read > MOST_ROWS {
        return Err(Refusal::input(Code::FileTooLarge, format!("The file has more than {MOST_ROWS} cards"))
            .hint("Split the file."));
    }
    let Some(client) = card.client() else {
        intake.skip(
            card.row,
            SkipCode::ClientMissing,
            "The card has no name, neither of a person nor of a firm",
        );
        return Ok(());
    };
    let same = |known: &ClientDraft| *known == ClientDraft { row: known.row, ..client.clone() };
    if let Some(first) = intake.clients.iter().rev().take(LOOK_BACK).find(|known| same(known)) {
        let message = format!("The same card stands in row {}", first.row);
        intake.skip(card.row, SkipCode::DuplicateRow, message);
        return Ok(());
    }
    if client.email.is_none()
        && let Some(written) = card.text("EMAIL")
    {
        let message =
            format!("\u{201c}{written}\u{201d} is not an e-mail address; the client comes in without it");
        intake.warn(Some(card.row), WarningCode::EmailUnreadable, message);
    }
    intake.rows.used += 1;
    intake.clients.push(client);
    Ok(())
}

/// Cards exported twice stand near each other; looking further back would make long files slow.
const LOOK_BACK: usize = 1000;

/// `tel:+1-418-656-9254;ext=102` is what a telephone is called in version 4.
fn telephone(text: &str) -> String {
    one_line(&text.strip_prefix("tel:").unwrap_or(text).replace(";ext=", " ext. "))
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn in_one_line(text: &str) -> String {
    text.lines().map(one_line).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(", ")
}
