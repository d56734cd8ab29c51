//! Signed by hand on paper, or digitally in another program: the copy comes back and is the signature's evidence.

use crate::place::{Place, day};
use goodterms_desk::Answer;
use goodterms_desk::documents::{DocumentListAsk, document_list};
use goodterms_desk::history::{HistoryAsk, history};
use goodterms_desk::plans::{
    PlanCreate, PlanMatch, PlanSeal, PlanSign, PlanSignInCopy, PlanSigned, PlanWithdraw, QuoteAsk, Signing,
    plan_create, plan_match, plan_seal, plan_sign, plan_sign_in_copy, plan_withdraw,
};
use goodterms_paper::seal::{Seal, SealKey, SealOrder, seal};
use std::process::Command;

const ON: &str = "2026-11-17";
const LATER: &str = "2026-11-20";

async fn offered(place: &Place) {
    place.client("Quarry Road Brewing").await;
    place.invoice("Quarry Road", "INV-1187", "5280.00", "2026-08-14", "2026-09-13").await;
    let ask = PlanCreate {
        client: "Quarry Road".into(),
        schedule: QuoteAsk { count: Some(3), ..QuoteAsk::default() },
        out: Some(place.out("plan.pdf")),
        as_of: Some(day(ON)),
        ..PlanCreate::default()
    };
    plan_create(&place.desk, ask).await.unwrap();
}

fn in_copy(place: &Place, party: &str, name: &str, file: &str) -> PlanSignInCopy {
    PlanSignInCopy {
        plan: "PP-2026-0001".into(),
        party: party.into(),
        name: (!name.is_empty()).then(|| name.into()),
        path: place.out(file),
        signed_on: Some(day("2026-11-18")),
        seen: true,
        as_of: Some(day(LATER)),
        ..PlanSignInCopy::default()
    }
}

async fn refused(place: &Place, ask: PlanSignInCopy) -> String {
    plan_sign_in_copy(&place.desk, ask).await.unwrap_err().code
}

async fn signs_here(place: &Place, party: &str, name: &str) -> Answer<PlanSigned> {
    let ask = PlanSign {
        plan: "PP-2026-0001".into(),
        party: party.into(),
        name: name.into(),
        role: None,
        signing: Signing::Typed,
        as_of: Some(day(LATER)),
    };
    plan_sign(&place.desk, ask).await
}

/// Puts a paper on a scanner: its pages as pictures, in a PDF without any words. Says so where that cannot be done.
fn scan(place: &Place, paper: &str, out: &str) -> bool {
    let drawn = Command::new("pdftoppm")
        .args(["-jpeg", "-gray", "-r", "150", &place.out(paper), &place.out("page")])
        .status();
    if drawn.is_err() {
        println!("SKIPPED: pdftoppm is not installed here");
        return false;
    }
    let mut pages: Vec<_> = std::fs::read_dir(place.folder.path())
        .unwrap()
        .map(|file| file.unwrap().path())
        .filter(|path| path.extension().is_some_and(|kind| kind == "jpg"))
        .collect();
    pages.sort();
    let mut pdf = b"%PDF-1.4\n".to_vec();
    let mut places = Vec::new();
    let mut put = |pdf: &mut Vec<u8>, head: String, stream: Option<&[u8]>| {
        places.push(pdf.len());
        pdf.extend(format!("{} 0 obj\n{head}\n", places.len()).bytes());
        if let Some(stream) = stream {
            pdf.extend_from_slice(b"stream\n");
            pdf.extend_from_slice(stream);
            pdf.extend_from_slice(b"\nendstream\n");
        }
        pdf.extend_from_slice(b"endobj\n");
    };
    let kids: Vec<String> = (0..pages.len()).map(|at| format!("{} 0 R", 3 + 3 * at)).collect();
    put(&mut pdf, "<</Type/Catalog/Pages 2 0 R>>".into(), None);
    put(&mut pdf, format!("<</Type/Pages/Count {}/Kids[{}]>>", kids.len(), kids.join(" ")), None);
    for (at, page) in pages.iter().enumerate() {
        let picture = std::fs::read(page).unwrap();
        std::fs::remove_file(page).unwrap();
        let size = |at: usize| u16::from_be_bytes([picture[at], picture[at + 1]]);
        let frame = picture.windows(2).position(|mark| mark == [0xff, 0xc0]).unwrap();
        let (high, wide) = (size(frame + 5), size(frame + 7));
        let own = 3 + 3 * at;
        put(
            &mut pdf,
            format!(
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents {} 0 R/Resources<</XObject<</P {} 0 R>>>>>>",
                own + 1,
                own + 2
            ),
            None,
        );
        let draw = b"q 612 0 0 792 0 0 cm /P Do Q";
        put(&mut pdf, format!("<</Length {}>>", draw.len()), Some(draw));
        let head = format!(
            "<</Type/XObject/Subtype/Image/Width {wide}/Height {high}/ColorSpace/DeviceGray/BitsPerComponent 8\
             /Filter/DCTDecode/Length {}>>",
            picture.len()
        );
        put(&mut pdf, head, Some(&picture));
    }
    let table = pdf.len();
    pdf.extend(format!("xref\n0 {}\n0000000000 65535 f \n", places.len() + 1).bytes());
    for place in &places {
        pdf.extend(format!("{place:010} 00000 n \n").bytes());
    }
    let end = format!("trailer\n<</Size {}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n", places.len() + 1);
    pdf.extend(end.bytes());
    std::fs::write(place.out(out), pdf).unwrap();
    true
}

/// The client signs the file with a key of their own, as another program does.
fn signed_elsewhere(place: &Place, name: &str, out: &str) {
    let now = chrono::DateTime::parse_from_rfc3339("2026-11-18T10:00:00-05:00").unwrap();
    let theirs = Seal::self_signed(SealKey::from_random_bytes(&[7; 32]), name, &[5; 16], now).unwrap();
    let order = SealOrder { field: "client", moment: now, reason: "", time_stamp: false };
    let file = seal(&std::fs::read(place.out("plan.pdf")).unwrap(), &theirs, &order).unwrap();
    std::fs::write(place.out(out), file.bytes).unwrap();
}

#[tokio::test]
async fn a_scan_that_bears_the_signature_counts_as_the_partys_own() {
    let mut place = Place::new().await;
    offered(&place).await;
    if !scan(&place, "plan.pdf", "scan.pdf") {
        return;
    }
    let ask = |party, name| in_copy(&place, party, name, "scan.pdf");
    // Never from the scan alone, never without a name, never on a day that cannot be.
    assert_eq!(
        refused(&place, PlanSignInCopy { seen: false, ..ask("client", "Mara") }).await,
        "signature_not_seen"
    );
    assert_eq!(refused(&place, ask("client", "")).await, "signature_name_missing");
    for day_said in ["2026-11-16", "2026-11-21"] {
        let ask = PlanSignInCopy { signed_on: Some(day(day_said)), ..ask("client", "Mara Singh") };
        assert_eq!(refused(&place, ask).await, "signed_on_out_of_range", "{day_said}");
    }
    let papers = async || document_list(&place.desk, DocumentListAsk::default()).await.unwrap().documents;
    assert_eq!(papers().await.len(), 1, "what is refused is not kept");

    let signed = plan_sign_in_copy(&place.desk, ask("client", "Mara Singh")).await.unwrap();
    assert_eq!(signed.state, "offered");
    let by = &signed.signatures[0];
    assert_eq!((by.how.as_str(), by.signed_on, by.on), ("on_paper", Some(day("2026-11-18")), day(LATER)));
    assert_eq!(by.file.as_deref(), Some("scan.pdf"));
    assert_eq!(refused(&place, ask("client", "Mara Singh")).await, "already_signed");

    // The same paper bears the business's signature too: it is kept once.
    let both = plan_sign_in_copy(&place.desk, ask("business", "Ruth Birch")).await.unwrap();
    assert_eq!((both.state.as_str(), &both.signatures[1].copy), ("active", &both.signatures[0].copy));
    let kinds: Vec<String> = papers().await.into_iter().map(|paper| paper.kind).collect();
    assert_eq!(kinds, ["returned_copy", "agreement"]);

    let seal_ask =
        PlanSeal { plan: "PP-2026-0001".into(), out: Some(place.out("signed.pdf")), as_of: Some(day(LATER)) };
    plan_seal(&place.desk, seal_ask).await.unwrap();
    if let Ok(text) = Command::new("pdftotext").args([&place.out("signed.pdf"), "-"]).output() {
        let text = String::from_utf8(text.stdout).unwrap().split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(text.contains("Signed by hand on paper"), "{text}");
        assert!(text.contains("scan.pdf"), "{text}");
    }
    let told =
        history(&place.desk, HistoryAsk { client: Some("Quarry Road".into()), ..HistoryAsk::default() });
    let said: Vec<String> = told.await.unwrap().history.into_iter().map(|line| line.what).collect();
    let line = "Mara Singh signed PP-2026-0001, version 1, for the client by hand on paper on 2026-11-18; \
                the copy is kept.";
    assert!(said.iter().any(|told| told == line), "{said:?}");
    place.is_whole().await;
    place.next_morning().await;
    place.is_whole().await;
}

#[tokio::test]
async fn a_file_signed_in_another_program_names_its_signer() {
    let place = Place::new().await;
    offered(&place).await;
    signed_elsewhere(&place, "Mara Singh", "returned.pdf");
    let ask = PlanMatch { path: place.out("returned.pdf"), keep: Some(true), as_of: Some(day(LATER)) };
    let matched = plan_match(&place.desk, ask).await.unwrap();
    assert_eq!((matched.scanned, matched.added), (false, vec!["Mara Singh".to_owned()]));

    assert_eq!(refused(&place, in_copy(&place, "client", "", "plan.pdf")).await, "copy_unsigned");
    assert_eq!(refused(&place, in_copy(&place, "client", "Dana", "returned.pdf")).await, "signer_differs");
    let signed = plan_sign_in_copy(&place.desk, in_copy(&place, "client", "", "returned.pdf")).await.unwrap();
    let by = &signed.signatures[0];
    assert_eq!((by.name.as_str(), by.how.as_str()), ("Mara Singh", "elsewhere"));
    assert_eq!(by.copy, matched.document, "kept before, it is the same copy");
    assert_eq!(signs_here(&place, "business", "Ruth Birch").await.unwrap().state, "active");
    place.is_whole().await;
}

#[tokio::test]
async fn a_copy_of_another_plan_or_of_one_taken_back_signs_nothing() {
    let place = Place::new().await;
    offered(&place).await;
    signed_elsewhere(&place, "Mara Singh", "returned.pdf");
    std::fs::write(place.out("letter.pdf"), "%PDF-1.4 nothing of ours").unwrap();
    assert_eq!(refused(&place, in_copy(&place, "client", "Mara", "letter.pdf")).await, "copy_refused");
    assert_eq!(refused(&place, in_copy(&place, "client", "Mara", "absent.pdf")).await, "file_unreadable");
    let ask = PlanWithdraw { plan: "PP-2026-0001".into(), as_of: Some(day(ON)), ..PlanWithdraw::default() };
    plan_withdraw(&place.desk, ask).await.unwrap();
    assert_eq!(refused(&place, in_copy(&place, "client", "", "returned.pdf")).await, "plan_withdrawn");

    let ask = PlanCreate {
        client: "Quarry Road".into(),
        schedule: QuoteAsk { count: Some(4), ..QuoteAsk::default() },
        as_of: Some(day(ON)),
        ..PlanCreate::default()
    };
    plan_create(&place.desk, ask).await.unwrap();
    let other =
        PlanSignInCopy { plan: "PP-2026-0002".into(), ..in_copy(&place, "client", "", "returned.pdf") };
    assert_eq!(refused(&place, other).await, "copy_refused", "signed was the plan before");
    place.is_whole().await;
}
