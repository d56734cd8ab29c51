//! Attacks on a sealed file: what is appended to it, and games with tables and ranges. All must be refused.

use super::{harbour, order, sealed, sent, small};
use goodterms_paper::seal::{Judgement, Reason, judge, seal, verify};
use std::fmt::Write;

/// Where the newest table of a file stands.
fn table_of(file: &[u8]) -> Option<usize> {
    let at = file.windows(9).rposition(|window| window == b"startxref")?;
    let text = String::from_utf8_lossy(&file[at + 9..]);
    text.split_whitespace().next()?.parse().ok()
}

/// Appends a revision with these objects; the trailer is given but for `/Prev`.
pub(crate) fn append(file: &mut Vec<u8>, objects: &[(u32, String)], trailer: &str) {
    let before = table_of(file);
    let mut table = "xref\n0 1\n0000000000 65535 f \n".to_owned();
    for (number, object) in objects {
        let _ = write!(table, "{number} 1\n{:010} 00000 n \n", file.len());
        file.extend_from_slice(format!("{number} 0 obj\n{object}\nendobj\n").as_bytes());
    }
    let prev = before.map(|at| format!("/Prev {at}")).unwrap_or_default();
    let at = file.len();
    file.extend_from_slice(
        format!("{table}trailer\n<<{trailer}{prev}>>\nstartxref\n{at}\n%%EOF\n").as_bytes(),
    );
}

const TRAILER: &str =
    "/Size 30/Root 1 0 R/Info 8 0 R/ID[<00112233445566778899AABBCCDDEEFF><00112233445566778899AABBCCDDEEFF>]";

/// The small file sealed, and what it was before.
fn files() -> (Vec<u8>, Vec<u8>) {
    (sealed(&small()).bytes, small())
}

/// The reason why a file is refused, also when held against what was sent.
fn refusal(file: &[u8], sent: &[u8]) -> Reason {
    let findings = verify(file);
    assert!(matches!(judge(&findings, file, sent), Judgement::Refused(_)), "accepted: {findings:?}");
    findings.problems.first().unwrap().reason
}

/// Objects as they stand in the small file, changed.
fn page(extra: &str) -> String {
    format!(
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Annots[6 0 R 7 0 R]/Resources<<>>{extra}>>"
    )
}

fn client_field(extra: &str) -> String {
    format!(
        "<</Type/Annot/Subtype/Widget/FT/Sig/T(client)/F 4/Rect[180 20 280 60]/P 3 0 R/AP<</N 10 0 R>>{extra}>>"
    )
}

fn catalog(extra: &str) -> String {
    format!("<</Type/Catalog/Pages 2 0 R/AcroForm 5 0 R{extra}>>")
}

const CONTENT: &str = "<</Length 4>>\nstream\nq Q \nendstream";

/// What it is, why it is refused, and the objects it appends.
type Attack = (&'static str, Reason, Vec<(u32, String)>);

#[test]
fn whatever_is_appended_but_signatures_is_refused() {
    let text = |text: &str| text.to_owned();
    let contents = page("").replace("4 0 R", "[4 0 R 20 0 R]");
    let note = page("").replace("7 0 R]", "7 0 R 20 0 R]");
    let free_text =
        "<</Type/Annot/Subtype/FreeText/Rect[0 0 300 200]/Contents(Paid in full)/DA(/Helv 12 Tf)>>";
    let attacks: Vec<Attack> = vec![
        ("more content on a page", Reason::PageChanged, vec![(3, contents), (20, text(CONTENT))]),
        ("other content of a page", Reason::PageChanged, vec![(4, text(CONTENT))]),
        (
            "other pages",
            Reason::PageChanged,
            vec![(2, text("<</Type/Pages/Kids[20 0 R]/Count 1>>")), (20, page(""))],
        ),
        ("a larger page", Reason::PageChanged, vec![(3, page("").replace("300 200", "300 400"))]),
        ("a note", Reason::AnnotationChanged, vec![(3, note.clone()), (20, text(free_text))]),
        ("a hidden field", Reason::AnnotationChanged, vec![(3, page("").replace(" 7 0 R]", "]"))]),
        (
            "another look of a signature",
            Reason::AppearanceChanged,
            vec![(9, text("<</Type/XObject/Subtype/Form/BBox[0 0 1 1]/Length 4>>\nstream\nq Q \nendstream"))],
        ),
        (
            "another look of a signed field",
            Reason::AppearanceChanged,
            vec![(
                6,
                text(
                    "<</Type/Annot/Subtype/Widget/FT/Sig/T(business)/F 4/Rect[20 20 120 60]/P 3 0 R/AP<</N 10 0 R>>/V 11 0 R>>",
                ),
            )],
        ),
        (
            "a signature taken away",
            Reason::FormChanged,
            vec![(
                6,
                text(
                    "<</Type/Annot/Subtype/Widget/FT/Sig/T(business)/F 4/Rect[20 20 120 60]/P 3 0 R/AP<</N 9 0 R>>>>",
                ),
            )],
        ),
        (
            "another signature in its place",
            Reason::AlteredAfterSigning,
            vec![(11, text("<</Type/Sig/Contents<00>/ByteRange[0 0 0 0]>>"))],
        ),
        (
            "a look without a signature",
            Reason::AppearanceChanged,
            vec![(7, client_field("").replace("10 0 R", "20 0 R")), (20, text(CONTENT))],
        ),
        (
            "a field moved",
            Reason::FormChanged,
            vec![(7, client_field("/V 20 0 R").replace("180 20", "0 0")), (20, text("<<>>"))],
        ),
        (
            "a field shown elsewhere",
            Reason::FormChanged,
            vec![(7, client_field("/V 20 0 R/Parent 5 0 R")), (20, text("<<>>"))],
        ),
        ("a field signed with what was there", Reason::FormChanged, vec![(7, client_field("/V 11 0 R"))]),
        (
            "a field signed with nothing",
            Reason::SignatureUnreadable,
            vec![(7, client_field("/V 20 0 R")), (20, text("<<>>"))],
        ),
        (
            "a new field",
            Reason::FormChanged,
            vec![(5, text("<</Fields[6 0 R 7 0 R 20 0 R]/SigFlags 3>>")), (20, text("<</FT/Tx/T(x)/V(y)>>"))],
        ),
        (
            "fields in another order",
            Reason::FormChanged,
            vec![(5, text("<</Fields[7 0 R 6 0 R]/SigFlags 3>>"))],
        ),
        (
            "appearances to be made anew",
            Reason::FormChanged,
            vec![(5, text("<</Fields[6 0 R 7 0 R]/SigFlags 3/NeedAppearances true>>"))],
        ),
        ("flags taken away", Reason::FormChanged, vec![(5, text("<</Fields[6 0 R 7 0 R]/SigFlags 0>>"))]),
        (
            "an action on opening",
            Reason::AlteredAfterSigning,
            vec![(1, catalog("/OpenAction<</S/URI/URI(http://x.example)>>"))],
        ),
        (
            "other pages by another catalog",
            Reason::AlteredAfterSigning,
            vec![
                (1, text("<</Type/Catalog/Pages 20 0 R/AcroForm 5 0 R>>")),
                (20, text("<</Type/Pages/Kids[3 0 R]/Count 1>>")),
            ],
        ),
        (
            "another form",
            Reason::FormChanged,
            vec![
                (1, text("<</Type/Catalog/Pages 2 0 R/AcroForm 20 0 R>>")),
                (20, text("<</Fields[]/SigFlags 3>>")),
            ],
        ),
        ("layers", Reason::AlteredAfterSigning, vec![(1, catalog("/OCProperties<<>>"))]),
        (
            "another title",
            Reason::FactsChanged,
            vec![(8, text("<</Title(Other)/CreationDate(D:20261117000000Z)>>"))],
        ),
        ("something that nothing refers to", Reason::RangeNotWhole, vec![(20, text(CONTENT))]),
        (
            "proofs with something else beside",
            Reason::PageChanged,
            vec![(1, catalog("/DSS<</Certs[4 0 R]>>")), (4, text(CONTENT))],
        ),
    ];
    for (name, reason, objects) in attacks {
        // Against the sealed file, and against the one that was sent to be signed first.
        let (mut file, unsealed) = files();
        let sent = file.clone();
        append(&mut file, &objects, TRAILER);
        assert_eq!(refusal(&file, &sent), reason, "{name}");
        let mut early = unsealed.clone();
        append(&mut early, &objects, TRAILER);
        // The field to be sealed is as it should be here, and what nothing refers to does no harm yet.
        if objects.iter().any(|(number, _)| *number < 11 && *number != 6)
            && let Ok(signed) = seal(&early, &harbour(), &order("business"))
        {
            assert_ne!(verify(&signed.bytes).problems, [], "{name}, before the seal");
        }
    }
}

/// A later revision defines what an earlier one only mentioned, or swaps what it kept for later.
#[test]
fn what_was_prepared_beforehand_is_refused() {
    let mut base = b"%PDF-1.7\n".to_vec();
    let objects: Vec<(u32, String)> = vec![
        (1, catalog("")),
        (2, "<</Type/Pages/Kids[3 0 R]/Count 1>>".into()),
        (3, page("").replace("4 0 R", "[4 0 R 40 0 R]")),
        (4, CONTENT.into()),
        (5, "<</Fields[6 0 R 7 0 R]/SigFlags 3>>".into()),
        (6, client_field("").replace("client", "business")),
        (7, client_field("")),
        (8, "<</Title(T)>>".into()),
        (10, "<</Type/XObject/Subtype/Form/BBox[0 0 1 1]/Length 0>>\nstream\n\nendstream".into()),
    ];
    append(&mut base, &objects, TRAILER);
    let sent = sealed(&base).bytes;
    assert_eq!(verify(&sent).problems, []);
    let mut file = sent.clone();
    append(&mut file, &[(40, CONTENT.into())], &TRAILER.replace("/Size 30", "/Size 41"));
    assert_eq!(refusal(&file, &sent), Reason::AlteredAfterSigning);
}

#[test]
fn games_with_tables_are_refused() {
    let (sent, _) = files();
    let at = table_of(&sent).unwrap();
    let appended = |text: &str| [&sent, text.as_bytes()].concat();
    let start = sent.len();
    let trailer = |more: &str| format!("trailer\n<<{TRAILER}/Prev {at}{more}>>\nstartxref\n{start}\n%%EOF\n");
    let games = [
        (
            "an object taken out of use",
            format!("xref\n4 1\n0000000000 00001 f \n{}", trailer("")),
            Reason::AlteredAfterSigning,
        ),
        (
            "a hybrid file",
            format!("xref\n0 1\n0000000000 65535 f \n{}", trailer("/XRefStm 20")),
            Reason::FileUnusual,
        ),
        (
            "encryption",
            format!("xref\n0 1\n0000000000 65535 f \n{}", trailer("/Encrypt<<>>")),
            Reason::FileUnusual,
        ),
        (
            "an object of another generation",
            format!("xref\n4 1\n0000000015 00001 n \n{}", trailer("")),
            Reason::FileDamaged,
        ),
        (
            "an object inside what was signed",
            format!("xref\n4 1\n0000000015 00000 n \n{}", trailer("")),
            Reason::HiddenBytes,
        ),
        (
            "the same number twice",
            format!("xref\n20 1\n{start:010} 00000 n \n20 1\n{start:010} 00000 n \n{}", trailer("")),
            Reason::FileDamaged,
        ),
        (
            "a table without its own place",
            format!(
                "xref\n0 1\n0000000000 65535 f \ntrailer\n<<{TRAILER}/Prev {at}>>\nstartxref\n{at}\n%%EOF\n"
            ),
            Reason::FileDamaged,
        ),
        (
            "a table that goes in circles",
            format!(
                "xref\n0 1\n0000000000 65535 f \ntrailer\n<<{TRAILER}/Prev {start}>>\nstartxref\n{start}\n%%EOF\n"
            ),
            Reason::FileDamaged,
        ),
        (
            "a table that stands alone",
            format!("xref\n0 1\n0000000000 65535 f \ntrailer\n<<{TRAILER}>>\nstartxref\n{start}\n%%EOF\n"),
            Reason::HiddenBytes,
        ),
        (
            "another catalog",
            format!("xref\n0 1\n0000000000 65535 f \n{}", trailer("").replace("Root 1", "Root 2")),
            Reason::AlteredAfterSigning,
        ),
        (
            "another id",
            format!("xref\n0 1\n0000000000 65535 f \n{}", trailer("").replacen("<00", "<01", 1)),
            Reason::AlteredAfterSigning,
        ),
        (
            "a stream in place of a table",
            format!(
                "20 0 obj\n<</Type/XRef/Length 0>>\nstream\n\nendstream\nendobj\nstartxref\n{start}\n%%EOF\n"
            ),
            Reason::FileUnusual,
        ),
        ("something after the end", "20 0 obj\n(x)\nendobj\n".to_owned(), Reason::RangeNotWhole),
        (
            "an empty revision",
            format!("xref\n0 1\n0000000000 65535 f \n{}", trailer("")),
            Reason::RangeNotWhole,
        ),
    ];
    for (name, text, reason) in games {
        assert_eq!(refusal(&appended(&text), &sent), reason, "{name}");
    }
    // An object that the table does not list, among those that it does.
    let hidden = "21 0 obj\n(x)\nendobj\n20 0 obj\n(y)\nendobj\n";
    let (second, table) = (start + 21, start + hidden.len());
    let text = format!(
        "{hidden}xref\n20 1\n{second:010} 00000 n \ntrailer\n<<{TRAILER}/Prev {at}>>\nstartxref\n{table}\n%%EOF\n"
    );
    assert_eq!(refusal(&appended(&text), &sent), Reason::HiddenBytes, "an object not listed");
}

#[test]
fn games_with_ranges_are_refused() {
    let (sent, _) = files();
    let at = sent.windows(10).rposition(|window| window == b"/ByteRange").unwrap() + 10;
    let room = sent[at..].iter().position(|byte| *byte == b'/').unwrap();
    let written = String::from_utf8(sent[at..at + room].to_vec()).unwrap();
    let numbers: Vec<i64> =
        written.trim().trim_matches(['[', ']']).split(' ').map(|number| number.parse().unwrap()).collect();
    let [_, first, second, rest] = numbers[..] else { panic!("{written}") };
    let ranges = [
        "[0 0 0 0]".to_owned(),
        "[]".to_owned(),
        format!("[0 {first}]"),
        format!("[0 {first} {second} {}]", rest - 1),
        format!("[0 {first} {second} {}]", rest + 1),
        format!("[0 {first} {second} 999999999]"),
        format!("[0 {} {second} {rest}]", first - 1),
        format!("[0 {} {second} {rest}]", first + 1),
        format!("[1 {} {second} {rest}]", first - 1),
        format!("[0 {first} {first} {}]", rest + second - first),
        format!("[0 {first} {} {}]", second - 1, rest + 1),
        format!("[0 {first} {} {}]", second + 1, rest - 1),
        format!("[0 {first} -1 {rest}]"),
        format!("[0 {first} {second} -{rest}]"),
        format!("[0 {second} {first} {rest}]"),
        format!("[0 {first} {second} {rest} 0 0]"),
        format!("[0 {first}.0 {second} {rest}]"),
    ];
    for range in ranges {
        let mut file = sent.clone();
        file[at..at + room].copy_from_slice(format!("{range:room$}").as_bytes());
        assert_eq!(refusal(&file, &sent), Reason::RangeWrong, "{range}");
    }
    let mut twice = sent.clone();
    let with_second = format!("{}/Contents<>", written.trim());
    twice[at..at + room].copy_from_slice(format!("{with_second:room$}").as_bytes());
    assert_eq!(refusal(&twice, &sent), Reason::FileDamaged, "a second /Contents");
}

/// The same words in a file of one's own, sealed by another key, are still not what was sent.
#[test]
fn a_file_that_was_not_sent_is_refused_whoever_sealed_it() {
    use goodterms_paper::seal::{Seal, SealKey};
    let other = Seal::self_signed(
        SealKey::from_random_bytes(&[8; 32]),
        "Harbour & Lane Catering Ltd.",
        &[5; 16],
        super::moment(),
    );
    let forged = seal(super::agreement(), &other.unwrap(), &order("business")).unwrap().bytes;
    let findings = verify(&forged);
    assert_eq!(findings.problems, []);
    assert_ne!(findings.signatures[0].key, harbour().fingerprint());
    assert!(matches!(judge(&findings, &forged, sent()), Judgement::Refused(_)));
}
