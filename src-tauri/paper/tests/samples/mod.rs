//! Documents to look at and to test with. Everyone in them is invented.
#![allow(dead_code, unreachable_pub, unused_imports, reason = "each test uses some of them")]
#![allow(clippy::unwrap_used, reason = "all of it is written here, and a sample that is wrong should fail")]

mod agreements;
mod demands;
pub mod french;
mod letters;
mod sheets;

pub use agreements::{agreement, amended, clauses, plan, signed, wild};
pub use demands::{demand, statement};
pub use letters::{Desk, reminders};

use goodterms_paper::{Document, HowToPay, Logo, Manner, Party};
use goodterms_terms::{Address, Currency, Day, Money, day};

pub fn on(text: &str) -> Day {
    day::parse(text).unwrap()
}

pub fn currency(code: &str) -> Currency {
    Currency::from_code(code).unwrap()
}

fn cad(minor: i64) -> Money {
    Money::of(minor, currency("CAD"))
}

fn address(number: &str, street: &str, town: &str, region: &str, postcode: &str, country: &str) -> Address {
    Address {
        street: street.into(),
        number: number.into(),
        extra: String::new(),
        postcode: postcode.into(),
        town: town.into(),
        region: region.into(),
        country: country.into(),
    }
}

pub fn harbour() -> Party {
    Party {
        name: "Harbour & Lane Catering Ltd.".into(),
        contact: String::new(),
        address: address("48", "Wharf Street", "Kingston", "ON", "K7L 2Y4", "CA"),
        email: "accounts@harbourlane.example".into(),
        phone: "+1 613 555 0142".into(),
        registration: "Ontario corporation 2784519".into(),
        tax_id: "GST/HST 81234 5678 RT0001".into(),
    }
}

pub fn granite() -> Party {
    Party {
        name: "Granite Bay Events Inc.".into(),
        contact: "Lena Fournier".into(),
        address: address("1207", "Princess Street", "Kingston", "ON", "K7M 3E1", "CA"),
        email: "lena@granitebay.example".into(),
        phone: String::new(),
        registration: "Ontario corporation 3019926".into(),
        tax_id: String::new(),
    }
}

pub fn pay() -> HowToPay {
    HowToPay {
        details: vec![
            ("Bank".into(), "Limestone Credit Union, Kingston".into()),
            ("Transit and account".into(), "00412-829, 100 482 7".into()),
            ("Interac e-Transfer".into(), "accounts@harbourlane.example".into()),
        ],
        reference: "PLAN-2026-014".into(),
        ..HowToPay::default()
    }
}

/// Names of many scripts, long and short.
pub const NAMES: [&str; 6] = [
    "Grzegorz Brzęczyszczykiewicz i Wspólnicy Spółka z ograniczoną odpowiedzialnością",
    "Παπαδοπούλου & Υιοί Α.Ε., ᾿Αθῆναι",
    "ТОВ «Щербаченко і Ґудзь», Київ",
    "שירותי הסעדה בע״מ",
    "شركة الخليج للضيافة",
    "Þórður Łukasz-O’Neill, Ġużè & fils — café à l’œuvre ﬁ ffi",
];

/// What the desk in Québec shows that the one in France does not.
const QUEBEC: [&str; 3] = ["reminder-one-month", "receipt", "missed"];

/// Every sample, with its name. Those in French end in `-fr`.
pub fn all() -> Vec<(String, Document)> {
    let mut british = demand();
    british.manner = Manner::for_country("GB");
    british.logo = Some(logo());
    british.interest = None;
    british.charges.clear();
    british.total = british.invoices_total.open;
    british.offer = None;
    let mut many = demand();
    many.invoices = (0..40).map(|at| many.invoices[at % 3].clone()).collect();
    let mut samples: Vec<(String, Document)> = [
        ("agreement", agreement().document()),
        ("agreement-long", plan(40, 60, 27).document()),
        ("agreement-kwd", wild(NAMES[0], NAMES[1], "KWD").document()),
        ("agreement-jpy", wild(NAMES[2], NAMES[5], "JPY").document()),
        ("agreement-rtl", wild(NAMES[3], NAMES[4], "EUR").document()),
        ("agreement-signed", signed(agreement()).document()),
        ("agreement-amended", amended(agreement()).document()),
        ("demand", demand().document()),
        ("demand-a4", british.document()),
        ("demand-long", many.document()),
        ("statement", statement().document()),
        ("agreement-fr", french::agreement().document()),
        ("agreement-signed-fr", signed(french::agreement()).document()),
        ("agreement-amended-fr", amended(french::agreement()).document()),
        ("demand-fr", french::demand().document()),
        ("statement-fr", french::statement().document()),
    ]
    .map(|(name, document)| (name.to_owned(), document))
    .into();
    for (ending, desk) in [("", Desk::kingston()), ("-fr", Desk::lyon())] {
        let written = desk.letters().into_iter().chain(desk.sheets());
        samples.extend(written.map(|(name, document)| (format!("{name}{ending}"), document)));
    }
    let some = Desk::montreal().letters().into_iter().filter(|(name, _)| QUEBEC.contains(name));
    samples.extend(some.map(|(name, document)| (format!("{name}-qc-fr"), document)));
    samples
}

/// A small logo with an opacity channel: a disc of ink.
pub fn logo() -> Logo {
    Logo::read(&logo_png(240, 96)).unwrap()
}

pub fn logo_png(wide: u32, high: u32) -> Vec<u8> {
    let mut pixels = Vec::new();
    for y in 0..high {
        for x in 0..wide {
            let (dx, dy) = (i64::from(x) - i64::from(high) / 2, i64::from(y) - i64::from(high) / 2);
            let radius = i64::from(high) / 2 - 2;
            let inside = dx * dx + dy * dy <= radius * radius;
            let bar = x > high + 10 && (y / 12) % 2 == 0;
            pixels.extend([0x1E, 0x5A, 0x66, if inside || bar { 255 } else { 0 }]);
        }
    }
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, wide, high);
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.write_header().unwrap().write_image_data(&pixels).unwrap();
    file
}
