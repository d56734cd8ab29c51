//! Contact cards of every version.

use crate::samples::{options, reading, sample, samples_in};
use goodterms_intake::{Intake, Kind, SkipCode, WarningCode};
use goodterms_terms::Code;

fn read(text: &str) -> Intake {
    reading(text.as_bytes(), &options()).unwrap()
}

fn names(intake: &Intake) -> Vec<&str> {
    intake.clients.iter().map(|client| client.known_as()).collect()
}

#[test]
fn every_sample_is_read() {
    let known: [(&str, &[&str], usize); 8] = [
        (
            "vcard/John_Doe_ANDROID.vcf",
            &[
                "\u{d1} \u{d1} \u{d1} \u{d1} \u{d1}",
                "\u{d1} \u{d1} \u{d1} \u{d1} \u{d1} \u{d1} \u{d1} \u{d1} \u{d1} \u{d1} \u{d1}",
                "\u{d1} \u{d1} \u{d1} \u{d1}",
                "\u{d1}\u{d1}\u{d1}\u{d1}",
            ],
            2,
        ),
        ("vcard/John_Doe_BLACK_BERRY.vcf", &["John Doe"], 0),
        ("vcard/John_Doe_GMAIL.vcf", &["Mr. John Richter, James Doe Sr."], 0),
        ("vcard/John_Doe_MS_OUTLOOK.vcf", &["Mr. John Richter James Doe Sr."], 0),
        ("vcard/gmail-list.vcf", &["Arnold Smith", "Chris Beatle", "Doug White"], 0),
        ("vcard/outlook-2003.vcf", &["John Doe III"], 0),
        ("vcard/rfc2426-example.vcf", &["Frank Dawson", "Tim Howes"], 0),
        ("vcard/rfc6350-example.vcf", &["Simon Perreault"], 0),
    ];
    for (path, bytes) in samples_in("vcard") {
        let (_, expected, nameless) = known.iter().find(|(known, ..)| *known == path).unwrap();
        let intake = reading(&bytes, &options()).unwrap();
        assert_eq!((names(&intake).as_slice(), intake.reading.kind), (*expected, Kind::Clients), "{path}");
        assert_eq!(intake.skipped.len(), *nameless, "{path}");
        assert!(intake.skipped.iter().all(|skipped| skipped.code == SkipCode::ClientMissing));
    }
}

#[test]
fn the_details_of_a_card_are_read() {
    let Some(bytes) = sample("vcard/outlook-2003.vcf") else { return };
    let intake = reading(&bytes, &options()).unwrap();
    let client = &intake.clients[0];
    assert_eq!(client.email.as_deref(), Some("jdoe@hotmail.com"));
    assert_eq!(client.phone.as_deref(), Some("BusinessPhone"));
    assert_eq!(client.notes.as_deref(), Some("This is the note field!!\nSecond line\n\nThird line is empty"));
    let address = &client.address;
    assert_eq!(
        (address.street.as_str(), address.town.as_str(), address.region.as_str(), address.postcode.as_str()),
        ("123 Main St", "Austin", "TX", "12345")
    );
    assert_eq!(
        (address.extra.as_str(), address.country.as_str()),
        ("Company, The, TheDepartment, TheOffice", "United States of America")
    );
    let Some(bytes) = sample("vcard/rfc6350-example.vcf") else { return };
    let intake = reading(&bytes, &options()).unwrap();
    assert_eq!(intake.clients[0].phone.as_deref(), Some("+1-418-656-9254 ext. 102"));
}

#[test]
fn the_preferred_of_several_is_taken_and_a_fax_is_not_called() {
    let intake = read(
        "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ann\r\nEMAIL;PREF=2:b@x.example\r\nEMAIL;PREF=1:a@x.example\r\nTEL;TYPE=fax:1\r\nTEL;TYPE=work:2\r\n\
        ADR;TYPE=home:;;Home 1;Town;;1;de\r\nADR;TYPE=work:;;Work 2;Town;;2;de\r\nEND:VCARD\r\n",
    );
    let client = &intake.clients[0];
    assert_eq!((client.email.as_deref(), client.phone.as_deref()), (Some("a@x.example"), Some("2")));
    assert_eq!((client.address.street.as_str(), client.address.country.as_str()), ("Work 2", "DE"));
}

#[test]
fn firms_and_people() {
    let intake = read(
        "BEGIN:VCARD\nFN:Nordlicht GmbH\nORG:Nordlicht GmbH\nX-ABShowAs:COMPANY\nN:Weber;Anna;;;\nEND:VCARD\n\
        BEGIN:VCARD\nORG:Atelier Brindille;Accounts\nEND:VCARD\n\
        BEGIN:VCARD\nVERSION:4.0\nKIND:org\nFN:Anna Weber\nORG:Weber Bau\nEND:VCARD\n\
        BEGIN:VCARD\nN:Weber;Anna;;Dr.;\nORG:Weber Bau\nEND:VCARD\n",
    );
    assert_eq!(names(&intake), ["Nordlicht GmbH", "Atelier Brindille", "Weber Bau", "Dr. Anna Weber"]);
    assert_eq!(intake.clients[2].contact.as_deref(), Some("Anna Weber"));
    assert_eq!(intake.clients[1].address.extra, "Accounts");
    assert_eq!(intake.clients[3].address.extra, "Weber Bau");
}

#[test]
fn every_card_is_accounted_for() {
    let card = "BEGIN:VCARD\nFN:Ann\nEMAIL:not an address\nEND:VCARD\n";
    let agent = "BEGIN:VCARD\nFN:Bo\nAGENT:\nBEGIN:VCARD\nFN:Somebody else\nEND:VCARD\nEND:VCARD\n";
    let intake =
        read(&format!("{card}{card}{agent}BEGIN:VCARD\nNOTE:nobody\nEND:VCARD\nBEGIN:VCARD\nFN:Cut off"));
    assert_eq!(names(&intake), ["Ann", "Bo", "Cut off"]);
    let skipped: Vec<_> = intake.skipped.iter().map(|skipped| (skipped.row, skipped.code)).collect();
    assert_eq!(skipped, [(5, SkipCode::DuplicateRow), (16, SkipCode::ClientMissing)]);
    let warned: Vec<_> = intake.warnings.iter().map(|warning| warning.code).collect();
    assert_eq!(warned, [WarningCode::EmailUnreadable, WarningCode::FileCutOff]);
    let mut options = options();
    options.as_kind = Some(Kind::Bank);
    assert_eq!(reading(card.as_bytes(), &options).unwrap_err().code, Code::KindAmbiguous);
}

#[test]
fn a_long_text_is_refused_and_a_long_picture_is_not() {
    let card = |name: &str| format!("BEGIN:VCARD\nFN:Ann\n{name}:{}\nEND:VCARD\n", "A".repeat(3 << 20));
    assert_eq!(reading(card("NOTE").as_bytes(), &options()).unwrap_err().code, Code::FileTooLarge);
    assert_eq!(names(&read(&card("PHOTO;ENCODING=b"))), ["Ann"]);
}
