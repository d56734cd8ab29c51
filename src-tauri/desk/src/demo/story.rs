//! What is in the sample book. Everybody in it is made up.

use crate::clients::ClientWords;

pub(super) const BUSINESS: &str = "Birch & Ferry Millwork";
pub(super) const OWNER: &str = "Ruth Calloway";
pub(super) const PAY_TO: [&str; 3] = [
    "Interac e-Transfer: accounts@birchferry.example",
    "Bank: Thousand Isles Credit Union, transit 00042-899",
    "Account: 1004477",
];

/// How long before the sample's day the book was begun.
pub(super) const BEGINS_DAYS_AGO: i64 = 170;

/// Who is sent a final demand.
pub(super) const DEMANDED: &str = "Stoneybrook Property Group";
/// Whose statement is made.
pub(super) const STATED: &str = "Harbourlight Cafés Inc.";

const MAPLE: &str = "Maple & Main Restaurant";
const FERNHILL: &str = "Fernhill Interiors Ltd.";
const GREEK: &str = "Νίκος Παπαδόπουλος Contracting";
const ZOFIA: &str = "Zofia Wiśniewska";
const CYRILLIC: &str = "Бондаренко Буд";
const FRENCH: &str = "Ateliers Beaurivage inc.";
const LOFTS: &str = "Lakeside Lofts LLC";

/// A client of the sample.
pub(super) struct Person {
    name: &'static str,
    kind: &'static str,
    language: &'static str,
    email: &'static str,
    phone: &'static str,
    street: (&'static str, &'static str),
    town: (&'static str, &'static str),
    place: (&'static str, &'static str),
}

impl Person {
    pub(super) fn words(&self) -> ClientWords {
        let word = |text: &str| Some(text.to_owned());
        ClientWords {
            name: word(self.name),
            kind: word(self.kind),
            language: word(self.language),
            email: word(self.email),
            phone: word(self.phone),
            number: word(self.street.0),
            street: word(self.street.1),
            postcode: word(self.town.0),
            town: word(self.town.1),
            country: word(self.place.0),
            region: word(self.place.1),
            ..ClientWords::default()
        }
    }
}

pub(super) const CLIENTS: &[Person] = &[
    Person {
        name: FERNHILL,
        kind: "business",
        language: "en-CA",
        email: "books@fernhill.example",
        phone: "+1 613 555 0101",
        street: ("220", "Princess Street"),
        town: ("K7L 1B2", "Kingston"),
        place: ("CA", "ON"),
    },
    Person {
        name: MAPLE,
        kind: "business",
        language: "en-CA",
        email: "office@mapleandmain.example",
        phone: "+1 613 555 0107",
        street: ("8", "Main Street"),
        town: ("K6V 3X5", "Brockville"),
        place: ("CA", "ON"),
    },
    Person {
        name: DEMANDED,
        kind: "business",
        language: "en-CA",
        email: "payables@stoneybrook.example",
        phone: "+1 416 555 0113",
        street: ("1450", "Lakeshore Road"),
        town: ("M8V 1A1", "Toronto"),
        place: ("CA", "ON"),
    },
    Person {
        name: GREEK,
        kind: "business",
        language: "en-CA",
        email: "nikos@papacontracting.example",
        phone: "+1 416 555 0119",
        street: ("611", "Danforth Avenue"),
        town: ("M4K 1R2", "Toronto"),
        place: ("CA", "ON"),
    },
    Person {
        name: STATED,
        kind: "business",
        language: "en-CA",
        email: "accounts@harbourlight.example",
        phone: "+1 613 555 0125",
        street: ("3", "Wharf Lane"),
        town: ("K7L 2Z4", "Kingston"),
        place: ("CA", "ON"),
    },
    Person {
        name: ZOFIA,
        kind: "consumer",
        language: "en-CA",
        email: "zofia@wisniewska.example",
        phone: "+1 613 555 0131",
        street: ("77", "Elm Crescent"),
        town: ("K7G 2B3", "Gananoque"),
        place: ("CA", "ON"),
    },
    Person {
        name: CYRILLIC,
        kind: "business",
        language: "en-CA",
        email: "office@bondarenko.example",
        phone: "+1 647 555 0137",
        street: ("2300", "Bloor Street West"),
        town: ("M6S 1P4", "Toronto"),
        place: ("CA", "ON"),
    },
    Person {
        name: FRENCH,
        kind: "business",
        language: "fr-CA",
        email: "comptes@beaurivage.example",
        phone: "+1 819 555 0143",
        street: ("95", "rue des Érables"),
        town: ("J8X 2K1", "Gatineau"),
        place: ("CA", "QC"),
    },
    Person {
        name: LOFTS,
        kind: "business",
        language: "en-US",
        email: "ap@lakesidelofts.example",
        phone: "+1 716 555 0149",
        street: ("500", "Erie Street"),
        town: ("14202", "Buffalo"),
        place: ("US", "NY"),
    },
];

/// Something that happened, in the desk's own words.
#[derive(Debug, Clone, Copy)]
pub(super) enum Event {
    Billed {
        client: &'static str,
        number: &'static str,
        total: &'static str,
        terms: u32,
        currency: &'static str,
    },
    PaidFor {
        invoice: &'static str,
        amount: &'static str,
    },
    Paid {
        client: &'static str,
        amount: &'static str,
    },
    Word {
        client: &'static str,
        channel: &'static str,
        direction: &'static str,
        kind: &'static str,
        note: &'static str,
    },
    Disputed {
        invoice: &'static str,
        amount: &'static str,
        note: &'static str,
    },
    Agreed {
        client: &'static str,
        signatory: &'static str,
        count: u32,
        every: &'static str,
        down_payment: &'static str,
    },
}

const fn billed(client: &'static str, number: &'static str, total: &'static str, terms: u32) -> Event {
    Event::Billed { client, number, total, terms, currency: "CAD" }
}

const fn billed_usd(client: &'static str, number: &'static str, total: &'static str, terms: u32) -> Event {
    Event::Billed { client, number, total, terms, currency: "USD" }
}

const fn reminded(client: &'static str, channel: &'static str, note: &'static str) -> Event {
    Event::Word { client, channel, direction: "out", kind: "reminder", note }
}

const fn said(
    client: &'static str,
    channel: &'static str,
    direction: &'static str,
    note: &'static str,
) -> Event {
    Event::Word { client, channel, direction, kind: "talk", note }
}

/// What happened, and how many days before the sample's day.
pub(super) const STORY: &[(i64, Event)] = &[
    (160, billed(MAPLE, "BF-1001", "6840.00", 30)),
    (150, billed(FERNHILL, "BF-1002", "2450.00", 30)),
    (140, billed(MAPLE, "BF-1003", "3160.00", 30)),
    (126, Event::PaidFor { invoice: "BF-1002", amount: "2450.00" }),
    (120, billed(DEMANDED, "BF-1004", "8975.50", 30)),
    (118, reminded(MAPLE, "email", "BF-1001 was due last week; is everything in order?")),
    (112, billed(GREEK, "BF-1005", "4310.00", 30)),
    (105, said(MAPLE, "call", "in", "A slow summer. They would like to pay every second Friday.")),
    (
        100,
        Event::Agreed {
            client: MAPLE,
            signatory: "Owen Prentice",
            count: 12,
            every: "two-weeks",
            down_payment: "1000.00",
        },
    ),
    (100, Event::Paid { client: MAPLE, amount: "1000.00" }),
    (98, billed(STATED, "BF-1006", "5200.00", 30)),
    (90, billed(ZOFIA, "BF-1007", "1980.00", 14)),
    (86, Event::Paid { client: MAPLE, amount: "750.00" }),
    (82, reminded(DEMANDED, "email", "A friendly word about BF-1004.")),
    (75, billed(CYRILLIC, "BF-1008", "1450.00", 30)),
    (72, Event::Paid { client: MAPLE, amount: "750.00" }),
    (70, reminded(GREEK, "email", "BF-1005 was due twelve days ago.")),
    (
        66,
        Event::Disputed {
            invoice: "BF-1007",
            amount: "600.00",
            note: "Two cabinet doors do not match the sample.",
        },
    ),
    (
        62,
        reminded(DEMANDED, "letter", "BF-1004 again, with the statement; please call if something is wrong."),
    ),
    (60, billed_usd(LOFTS, "BF-1009", "3875.00", 45)),
    (58, Event::Paid { client: MAPLE, amount: "750.00" }),
    (58, billed(DEMANDED, "BF-1010", "1240.00", 30)),
    (52, reminded(GREEK, "email", "BF-1005 is still open; a plan is possible.")),
    (50, Event::Paid { client: CYRILLIC, amount: "1600.00" }),
    (50, billed(FRENCH, "BF-1011", "2760.00", 30)),
    (45, said(DEMANDED, "call", "out", "Left a message for the payables desk.")),
    (44, Event::Paid { client: MAPLE, amount: "750.00" }),
    (40, Event::PaidFor { invoice: "BF-1006", amount: "2000.00" }),
    (38, reminded(STATED, "email", "Thank you for the part payment; the rest of BF-1006 is open.")),
    (35, billed(FERNHILL, "BF-1012", "3905.25", 45)),
    (30, Event::Paid { client: MAPLE, amount: "750.00" }),
    (24, reminded(DEMANDED, "email", "BF-1004 and BF-1010 are open.")),
    (16, Event::Paid { client: MAPLE, amount: "750.00" }),
    (
        15,
        Event::Word {
            client: MAPLE,
            channel: "email",
            direction: "out",
            kind: "thanks",
            note: "Six instalments, all on the day. Thank you.",
        },
    ),
    (12, reminded(FRENCH, "email", "Un petit mot au sujet de la facture BF-1011.")),
    (10, billed(STATED, "BF-1013", "1150.00", 30)),
    (6, billed_usd(LOFTS, "BF-1014", "990.00", 30)),
    (2, Event::Paid { client: MAPLE, amount: "750.00" }),
];
