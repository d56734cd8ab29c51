//! Who is in the sample book. Everybody is made up.
//!
//! Most came in with `clients.csv` on the first day; the others were written in later.

use crate::clients::ClientWords;

/// The file of the first day.
pub(super) const FILE: (&str, &str) = ("clients.csv", include_str!("clients.csv"));

pub(super) const FERNHILL: &str = "Fernhill Veterinary Clinic";
pub(super) const QUARRY: &str = "Quarry Road Brewing Co.";
pub(super) const LAKESHORE: &str = "Lakeshore Dental Studio";
pub(super) const NORTHGATE: &str = "Northgate Property Care";
pub(super) const VARGA: &str = "Studio Varga Interiors";
pub(super) const GRANITE: &str = "Granite Bay Outfitters";
pub(super) const CEDAR: &str = "Cedar & Salt Bakery";
pub(super) const WOLFE: &str = "Wolfe Creek Guest House";
pub(super) const HOLLIS: &str = "Hollis & Daughters Florists";
pub(super) const RIDEAU: &str = "Rideau Court Condominiums";
pub(super) const MAPLE: &str = "Maple Lane Montessori";
pub(super) const FERRY: &str = "Ferry Street Cycles";
pub(super) const PETIT: &str = "Petit Quai Traiteur";
pub(super) const HARBOUR: &str = "Harbourlight Cafés Inc.";
pub(super) const BOATS: &str = "Gananoque Boatworks";
pub(super) const AUBERGE: &str = "Auberge du Vieux-Moulin";
pub(super) const BEAURIVAGE: &str = "Ateliers Beaurivage inc.";
pub(super) const ZOFIA: &str = "Zofia Wiśniewska";
pub(super) const LUKASZ: &str = "Piekarnia Łukasz i Synowie";
pub(super) const NIKOS: &str = "Νίκος Παπαδόπουλος Contracting";
pub(super) const YASMIN: &str = "مقهى الياسمين";
pub(super) const LETTER: &str = "Thornbury Letterpress";
pub(super) const BOOKS: &str = "Sydenham Street Books";
pub(super) const BARBERS: &str = "Wellington Barbers";
pub(super) const WOOL: &str = "Amherst Island Wool";
pub(super) const WINES: &str = "Bellwether Wines";
pub(super) const ROWING: &str = "Portsmouth Rowing Club";
pub(super) const OPTICAL: &str = "St. Lawrence Optical";
pub(super) const ERIE: &str = "Erie Street Lofts LLC";
pub(super) const HUDSON: &str = "Hudson & Vine Provisions";

/// Who is written to in French.
pub(super) const FRENCH: [&str; 4] = [CEDAR, PETIT, AUBERGE, BEAURIVAGE];

/// Who is billed in US dollars.
pub(super) const AMERICAN: [&str; 2] = [ERIE, HUDSON];

/// A consumer, who came in April.
pub(super) fn zofia() -> ClientWords {
    words([
        ZOFIA,
        "C-118",
        "zofia@wisniewska.example",
        "+1 613 555 0118",
        "77",
        "Elm Crescent",
        "K7G 2B3",
        "Gananoque",
        "A private house; pays at once when the work is right.",
        "consumer",
    ])
}

/// The newest client, since October.
pub(super) fn maple() -> ClientWords {
    words([
        MAPLE,
        "C-111",
        "ingrid@maplelane.example",
        "+1 613 555 0111",
        "15",
        "Maple Lane",
        "K7M 3C9",
        "Kingston",
        "Ingrid Solberg, head of school. Referred by Fernhill.",
        "business",
    ])
}

fn words(all: [&str; 10]) -> ClientWords {
    let [name, reference, email, phone, number, street, postcode, town, notes, kind] =
        all.map(|word| Some(word.to_owned()));
    ClientWords {
        name,
        kind,
        reference,
        email,
        phone,
        language: Some("en-CA".into()),
        street,
        number,
        postcode,
        town,
        region: Some("ON".into()),
        country: Some("CA".into()),
        notes,
        ..ClientWords::default()
    }
}
