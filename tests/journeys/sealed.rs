//! The agreement both have signed: sealed once, known again when it comes back, refused when it was changed.

use crate::place::{Place, day};
use goodterms_desk::Answer;
use goodterms_desk::documents::{DocumentListAsk, DocumentSave, document_list, document_save};
use goodterms_desk::plans::{
    PlanAsk, PlanCreate, PlanMatch, PlanSeal, PlanSealed, PlanSign, QuoteAsk, Signing, plan_create,
    plan_match, plan_seal, plan_show, plan_sign,
};

const ON: &str = "2026-11-17";

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

async fn signs(place: &Place, party: &str, name: &str, signing: Signing) {
    let ask = PlanSign {
        plan: "PP-2026-0001".into(),
        party: party.into(),
        name: name.into(),
        role: Some("owner".into()),
        signing,
        as_of: Some(day(ON)),
    };
    plan_sign(&place.desk, ask).await.unwrap();
}

fn pen() -> Signing {
    Signing::Pen { strokes: vec![vec![(0, 80), (60, 10), (120, 90), (200, 30)], vec![(20, 50), (180, 55)]] }
}

async fn seal(place: &Place, out: &str) -> Answer<PlanSealed> {
    let ask = PlanSeal { plan: "PP-2026-0001".into(), out: Some(place.out(out)), as_of: Some(day(ON)) };
    plan_seal(&place.desk, ask).await
}

/// The kind of agreement a file is, or the code of the refusal.
async fn known(place: &Place, file: &str) -> Result<String, String> {
    let ask = PlanMatch { path: place.out(file), keep: None, as_of: Some(day(ON)) };
    plan_match(&place.desk, ask).await.map(|matched| matched.kind).map_err(|refused| refused.code)
}

fn copied(place: &Place, from: &str, to: &str, change: impl FnOnce(&mut Vec<u8>)) {
    let mut bytes = std::fs::read(place.out(from)).unwrap();
    change(&mut bytes);
    std::fs::write(place.out(to), bytes).unwrap();
}

#[tokio::test]
async fn a_signed_agreement_is_sealed_and_known_again() {
    let mut place = Place::new().await;
    offered(&place).await;
    assert_eq!(seal(&place, "early.pdf").await.unwrap_err().code, "plan_unsigned");
    signs(&place, "client", "Mara Singh", Signing::Typed).await;
    assert_eq!(seal(&place, "early.pdf").await.unwrap_err().code, "plan_unsigned");
    assert!(!std::path::Path::new(&place.out("early.pdf")).exists());
    signs(&place, "business", "Ruth Birch", pen()).await;

    let sealed = seal(&place, "signed.pdf").await.unwrap();
    let plan = |list: goodterms_desk::plans::PlanList| list.plans.into_iter().next().unwrap();
    let ask = PlanAsk { plan: "PP-2026-0001".into(), as_of: Some(day(ON)) };
    let shown = plan(plan_show(&place.desk, ask).await.unwrap());
    assert_eq!((shown.fingerprint, shown.sealed), (sealed.fingerprint, Some(sealed.document)));
    assert_eq!(sealed.seal.subject, "Birch & Ferry Millwork");
    assert_eq!(known(&place, "signed.pdf").await, Ok("sealed".into()));
    assert_eq!(known(&place, "plan.pdf").await, Ok("printed".into()));

    let ask = PlanMatch { path: place.out("signed.pdf"), keep: Some(true), as_of: Some(day(ON)) };
    let kept = plan_match(&place.desk, ask).await.unwrap().document.unwrap();
    let ask = DocumentSave { document: kept, out: place.out("kept.pdf") };
    document_save(&place.desk, ask).await.unwrap();

    // The next morning it is the same file, and the same key.
    place.next_morning().await;
    let again = seal(&place, "again.pdf").await.unwrap();
    assert_eq!((again.sha256, again.seal.key), (sealed.sha256, sealed.seal.key));
    let bytes = |name: &str| std::fs::read(place.out(name)).unwrap();
    assert_eq!(bytes("again.pdf"), bytes("signed.pdf"));
    assert_eq!(bytes("kept.pdf"), bytes("signed.pdf"), "what came back is kept as it came");
    let papers = document_list(&place.desk, DocumentListAsk::default()).await.unwrap().documents;
    assert_eq!(
        papers.iter().map(|p| p.kind.as_str()).collect::<Vec<_>>(),
        ["returned_copy", "sealed_agreement", "agreement"]
    );
    place.is_whole().await;
}

#[tokio::test]
async fn a_changed_or_foreign_file_is_refused_with_the_reason() {
    let place = Place::new().await;
    offered(&place).await;
    signs(&place, "client", "Mara Singh", Signing::Typed).await;
    signs(&place, "business", "Ruth Birch", Signing::Typed).await;
    seal(&place, "signed.pdf").await.unwrap();

    copied(&place, "signed.pdf", "altered.pdf", |bytes| {
        let middle = bytes.len() / 2;
        bytes[middle] ^= 1;
    });
    copied(&place, "signed.pdf", "longer.pdf", |bytes| bytes.extend_from_slice(b"\n% a line more\n"));
    copied(&place, "signed.pdf", "shorter.pdf", |bytes| bytes.truncate(bytes.len() - 400));
    copied(&place, "plan.pdf", "nothing.pdf", Vec::clear);
    for file in ["altered.pdf", "longer.pdf", "shorter.pdf"] {
        assert_eq!(known(&place, file).await, Err("copy_refused".into()), "{file}");
    }
    assert!(known(&place, "nothing.pdf").await.is_err());
    assert_eq!(known(&place, "absent.pdf").await, Err("file_unreadable".into()));

    // What another book has agreed is none of this one's.
    let other = Place::new().await;
    std::fs::copy(place.out("signed.pdf"), other.out("signed.pdf")).unwrap();
    assert_eq!(known(&other, "signed.pdf").await, Err("copy_refused".into()));
}
