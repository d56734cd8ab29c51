//! What banks write into field 86 of MT940: German `?20…` subfields with SEPA tags in them, Dutch
//! `/REMI/…` tags, labels such as `REK:`, or plain words.

use super::{account, in_one_line, is_iban, some};

/// What was written with a movement.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Details {
    pub(super) payer: Option<String>,
    pub(super) payer_account: Option<String>,
    pub(super) reference: Option<String>,
    pub(super) text: String,
}

/// How many characters a subfield takes; a shorter one ends a word.
const SUBFIELD: usize = 27;

/// Tags a purpose is made of in the German style. `SVWZ` is the payer's own words.
const SEPA: [&str; 14] = [
    "EREF+", "KREF+", "MREF+", "CRED+", "DEBT+", "COAM+", "OAMT+", "SVWZ+", "ABWA+", "ABWE+", "IBAN+",
    "BIC+", "MDAT+", "PURP+",
];

/// Tags between slashes, as Dutch and other banks write them.
const SLASHED: [&str; 26] = [
    "EREF", "PREF", "MARF", "CSID", "ORDP", "BENM", "NAME", "REMI", "IBAN", "BIC", "ISDT", "TRTP", "CNTP",
    "RTRN", "OCMT", "CHGS", "ADDR", "ID", "SVCL", "PURP", "ULTC", "ULTD", "KREF", "USTD", "STRD", "CDTRREF",
];

/// Reads the field, its lines still apart.
pub(super) fn details(field: &str) -> Details {
    let whole: String = field.lines().collect();
    if let Some((separator, body)) = subfields(&whole) {
        return german(separator, body);
    }
    if let Some(tags) = slashed(&whole) {
        return dutch(&tags);
    }
    labelled(field)
}

/// `166?00…`: a code of three digits and the sign that begins each subfield.
fn subfields(whole: &str) -> Option<(char, &str)> {
    let trimmed = whole.trim_start();
    let (code, body) = trimmed.split_at_checked(3)?;
    let separator = body.chars().next()?;
    let numbered = body.get(separator.len_utf8()..)?.bytes().take(2).filter(u8::is_ascii_digit).count() == 2;
    let known = matches!(separator, '?' | '>' | '<' | '~' | '^' | '|' | '@' | '\u{a7}');
    (code.bytes().all(|b| b.is_ascii_digit()) && known && numbered).then_some((separator, body))
}

fn german(separator: char, body: &str) -> Details {
    let mut details = Details::default();
    let (mut purpose, mut name, mut booking, mut rest) =
        (String::new(), String::new(), String::new(), String::new());
    let mut iban = None;
    for part in body.split(separator).filter(|part| !part.is_empty()) {
        let Some((number, value)) = part.split_at_checked(2) else { continue };
        match number.parse::<u8>() {
            Ok(0) => booking = in_one_line(value),
            Ok(20..=29 | 60..=63) => append(&mut purpose, value),
            Ok(32 | 33) => append(&mut name, value),
            Ok(31) => details.payer_account = account(value),
            Ok(38) => iban = account(value),
            Ok(10 | 30 | 34) => {}
            Ok(_) => append(&mut rest, value),
            // A separator that is part of the text.
            Err(_) => {
                purpose.push(separator);
                purpose.push_str(part);
            }
        }
    }
    details.payer_account = iban.filter(|iban| is_iban(iban)).or(details.payer_account);
    details.payer = some(&name);
    let tags = sepa_tags(&purpose);
    let value = |tag: &str| tags.iter().find(|(named, _)| *named == tag).and_then(|(_, value)| some(value));
    details.reference = ["EREF+", "KREF+"].into_iter().find_map(value).filter(|text| is_given(text));
    let words = value("SVWZ+");
    let untagged = tags.iter().filter(|(tag, _)| tag.is_empty()).map(|(_, value)| value.as_str());
    let said: Vec<&str> = untagged.chain(words.as_deref()).collect();
    details.text = super::joined(said.into_iter().chain([rest.as_str()]));
    if details.text.is_empty() {
        details.text = booking;
    }
    details.payer_account = details.payer_account.or_else(|| value("IBAN+").and_then(|iban| account(&iban)));
    details
}

/// A purpose with SEPA tags in it, as some banks put into a table's cell: `EREF+…SVWZ+…`.
pub(super) fn purpose(text: &str) -> Option<Details> {
    let tags = sepa_tags(text);
    let value = |wanted: &str| tags.iter().find(|(tag, _)| *tag == wanted).and_then(|(_, value)| some(value));
    let words = value("SVWZ+")?;
    let before = value("").unwrap_or_default();
    Some(Details {
        payer: None,
        payer_account: None,
        reference: value("EREF+").or_else(|| value("KREF+")).filter(|text| is_given(text)),
        text: super::joined([before.as_str(), words.as_str()]),
    })
}

/// Adds a subfield: one that fills its width goes on in the next, a shorter one ends a word.
fn append(text: &mut String, part: &str) {
    if !text.is_empty() && !text.ends_with('\u{0}') {
        text.push(' ');
    }
    if text.ends_with('\u{0}') {
        text.pop();
    }
    text.push_str(part);
    if part.chars().count() >= SUBFIELD {
        text.push('\u{0}');
    }
}

/// Cuts a purpose at its tags; what stands before the first has an empty one.
fn sepa_tags(purpose: &str) -> Vec<(&str, String)> {
    let mut cuts: Vec<(usize, &str)> = SEPA.iter().flat_map(|tag| purpose.match_indices(tag)).collect();
    cuts.sort_unstable();
    let ends = cuts.iter().map(|&(at, _)| at).skip(1).chain([purpose.len()]);
    let first = cuts.first().map_or(purpose.len(), |&(at, _)| at);
    let tagged = cuts.iter().zip(ends).map(|(&(at, tag), end)| {
        (tag, purpose.get(at + tag.len()..end).unwrap_or_default().replace('\u{0}', ""))
    });
    let before = purpose.get(..first).unwrap_or_default().replace('\u{0}', "");
    [("", before)].into_iter().chain(tagged).collect()
}

fn is_given(reference: &str) -> bool {
    !matches!(reference.to_ascii_uppercase().as_str(), "NOTPROVIDED" | "NONREF" | "")
}

/// Cuts at known tags between slashes; `None` where there are fewer than two.
fn slashed(whole: &str) -> Option<Vec<(&str, &str)>> {
    let mut cuts = Vec::new();
    for (at, _) in whole.match_indices('/') {
        let Some(rest) = whole.get(at + 1..) else { continue };
        let Some((tag, _)) = rest.split_once('/') else { continue };
        let tag = tag.trim_start_matches(' ');
        if SLASHED.contains(&tag) {
            cuts.push((at, at + 2 + tag.len() + (rest.len() - rest.trim_start_matches(' ').len()), tag));
        }
    }
    let starts =
        cuts.first().is_some_and(|&(at, ..)| whole.get(..at).is_some_and(|before| before.trim().is_empty()));
    if cuts.len() < 2 || !starts {
        return None;
    }
    let ends = cuts.iter().map(|&(at, ..)| at).skip(1).chain([whole.len()]);
    Some(
        cuts.iter()
            .zip(ends)
            .map(|(&(_, from, tag), end)| (tag, whole.get(from..end).unwrap_or_default()))
            .collect(),
    )
}

fn dutch(tags: &[(&str, &str)]) -> Details {
    let value =
        |wanted: &str| tags.iter().filter(|(tag, _)| *tag == wanted).find_map(|(_, value)| some(value));
    let mut details = Details {
        payer: value("NAME"),
        payer_account: value("IBAN").and_then(|iban| account(&iban)),
        reference: value("CDTRREF").or_else(|| value("EREF")).filter(|text| is_given(text)),
        text: ["REMI", "USTD", "STRD"].into_iter().find_map(value).unwrap_or_default(),
    };
    // ING: /CNTP/account/bank/name/town/, /REMI/USTD//words/.
    if let Some((_, party)) = tags.iter().find(|(tag, _)| *tag == "CNTP") {
        let mut parts = party.split('/');
        details.payer_account = parts.next().and_then(account).or(details.payer_account);
        details.payer = parts.nth(1).and_then(some).or(details.payer);
    }
    details.text = in_one_line(details.text.trim_matches('/'));
    if details.text.is_empty() {
        let all: Vec<&str> = tags.iter().filter(|(tag, _)| *tag != "NAME").map(|(_, value)| *value).collect();
        details.text = super::joined(all.into_iter().map(|value| value.trim_matches('/')));
    }
    details
}

/// Plain words, with what labels there are: `REK: NL65… /NAAM: PICQER`, `Z RACH.: 56…; OD: JAN NOWAK;`.
fn labelled(field: &str) -> Details {
    let tight: String = field.lines().collect();
    let after = |label: &str, ends: &[char]| {
        let (_, behind) = tight.split_once(label)?;
        behind.split(ends).next().and_then(some)
    };
    let number = after("Z RACH.:", &[';'])
        .or_else(|| after("REK:", &['/', ' ']).or_else(|| after("REK: ", &['/', ' '])));
    Details {
        payer: after("OD:", &[';'])
            .filter(|_| tight.contains("Z RACH.:"))
            .or_else(|| after("/NAAM:", &['\u{0}'])),
        payer_account: number.and_then(|number| account(&number)),
        reference: None,
        text: in_one_line(field),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn german_subfields_are_put_together() {
        let found = details(
            "166?00GUTSCHRIFT?100399?20EREF+EndToEndId TFNR 22 004?21 00001?22SVWZ+Verw CTSc-01 BC-PPP TF?23Nr 22 004\
             ?30DRESDEFF508?31DE1450880\n0500194785000?32KARL?33        KAUFMANN",
        );
        assert_eq!(found.reference.as_deref(), Some("EndToEndId TFNR 22 004 00001"));
        assert_eq!(found.text, "Verw CTSc-01 BC-PPP TFNr 22 004");
        assert_eq!(
            (found.payer.as_deref(), found.payer_account.as_deref()),
            (Some("KARL KAUFMANN"), Some("DE14508800500194785000"))
        );
        let plain =
            details("051?00UEBERWEISUNG?20Rechnung?214711?32Finanzamt Muenchen Abteilun?33g Erhebung");
        assert_eq!(
            (plain.text.as_str(), plain.payer.as_deref()),
            ("Rechnung 4711", Some("Finanzamt Muenchen Abteilung Erhebung"))
        );
        assert_eq!(details("820?00UMBUCHUNG").text, "UMBUCHUNG");
    }

    #[test]
    fn slashes_and_labels_are_read() {
        let found = details(
            "/EREF/01-01-2013/BENM//NAME/CONTRA ACCOUN\nT HOLDER/REMI/Invoice 12/IBAN/NL91ABNA0417164300",
        );
        assert_eq!(found.payer.as_deref(), Some("CONTRA ACCOUNT HOLDER"));
        assert_eq!((found.text.as_str(), found.reference.as_deref()), ("Invoice 12", Some("01-01-2013")));
        assert_eq!(found.payer_account.as_deref(), Some("NL91ABNA0417164300"));
        let knab = details("FACTUUR 201403110, 201403113\nREK: NL65INGB0123456789/NAAM: PICQER");
        assert_eq!(
            (knab.payer.as_deref(), knab.payer_account.as_deref()),
            (Some("PICQER"), Some("NL65INGB0123456789"))
        );
        assert_eq!(knab.text, "FACTUUR 201403110, 201403113 REK: NL65INGB0123456789/NAAM: PICQER");
        assert_eq!(details("/PT/FT/PY/SOMETHING FOO").text, "/PT/FT/PY/SOMETHING FOO");
    }
}
