//! Letters: reminders of what is late, receipts, thanks, the notices of a plan, and many at once.

use crate::place::{Place, day};
use goodterms_desk::Answer;
use goodterms_desk::contacts::ContactAdd;
use goodterms_desk::disputes::{DisputeAdd, dispute_add};
use goodterms_desk::documents::{DocumentListAsk, document_list};
use goodterms_desk::letters::{
    LetterAsk, LetterMade, LetterPreview, LetterRun, letter, letter_preview, letter_run,
};
use goodterms_desk::plans::{PlanCreate, PlanSign, QuoteAsk, Signing, plan_create, plan_sign};
use goodterms_desk::work::{Phase, WorkAsk, WorkCancel, work_cancel, work_view};

const ON: &str = "2026-11-17";

fn ask(kind: &str, about: &str, on: &str) -> LetterAsk {
    LetterAsk { kind: kind.into(), about: about.into(), as_of: Some(day(on)), ..LetterAsk::default() }
}

async fn made(place: &Place, kind: &str, about: &str, on: &str) -> Answer<LetterMade> {
    let out = Some(place.out(&format!("{kind}.pdf")));
    letter(&place.desk, LetterAsk { out, ..ask(kind, about, on) }).await
}

async fn seen(place: &Place, kind: &str, about: &str, on: &str) -> Answer<LetterPreview> {
    letter_preview(&place.desk, ask(kind, about, on)).await
}

/// The text of a kept letter: its title is in the file as it is.
async fn papers(place: &Place) -> Vec<(String, String)> {
    let list = document_list(&place.desk, DocumentListAsk::default()).await.unwrap();
    list.documents.into_iter().map(|paper| (paper.kind, paper.name)).collect()
}

#[tokio::test]
async fn a_reminder_fits_how_late_things_are_and_leaves_out_what_is_disputed() {
    let place = Place::new().await;
    place.client("Quarry Road Brewing").await;
    assert_eq!(seen(&place, "reminder", "Quarry", ON).await.unwrap_err().code, "nothing_overdue");
    place.invoice("Quarry", "INV-1", "100.00", "2026-10-25", "2026-11-24").await;
    let soon = seen(&place, "reminder", "Quarry", ON).await.unwrap();
    assert_eq!((soon.step.as_deref(), soon.tone.as_deref()), (Some("before_due"), Some("warm")));

    place.invoice("Quarry", "INV-2", "250.00", "2026-10-08", "2026-11-07").await;
    let late = seen(&place, "reminder", "Quarry", ON).await.unwrap();
    assert_eq!((late.step.as_deref(), late.tone.as_deref()), (Some("one_week"), Some("neutral")));
    assert_eq!(late.answer_by, Some(day("2026-11-24")));
    let early = LetterAsk { step: Some("before_due".into()), ..ask("reminder", "Quarry", ON) };
    assert_eq!(letter_preview(&place.desk, early).await.unwrap_err().code, "letter_too_early");

    let disputed = DisputeAdd {
        invoice: "INV-2".into(),
        amount: None,
        note: Some("short by two".into()),
        as_of: Some(day(ON)),
    };
    dispute_add(&place.desk, disputed).await.unwrap();
    let rest = seen(&place, "reminder", "Quarry", ON).await.unwrap();
    assert_eq!(rest.step.as_deref(), Some("before_due"), "only INV-1 can be asked for");

    for (field, wrong) in [
        ("kind", LetterAsk { kind: "threat".into(), ..ask("", "Quarry", ON) }),
        ("step", LetterAsk { step: Some("never".into()), ..ask("reminder", "Quarry", ON) }),
        ("tone", LetterAsk { tone: Some("rude".into()), ..ask("reminder", "Quarry", ON) }),
        ("answer_by", LetterAsk { answer_by: Some(day(ON)), ..ask("reminder", "Quarry", ON) }),
    ] {
        let refused = letter_preview(&place.desk, wrong).await.unwrap_err();
        assert_eq!(refused.field.as_deref(), Some(field), "{refused}");
    }
}

#[tokio::test]
async fn a_letter_that_is_posted_is_a_word_to_the_client() {
    let place = Place::new().await;
    place.client("Quarry Road Brewing").await;
    place.invoice("Quarry", "INV-2", "250.00", "2026-10-08", "2026-11-07").await;
    let out = Some(place.out("posted.pdf"));
    let posted = LetterAsk { posted: true, out, ..ask("reminder", "Quarry", ON) };
    letter(&place.desk, posted).await.unwrap();
    made(&place, "reminder", "Quarry", ON).await.unwrap();
    assert!(std::fs::read(place.out("posted.pdf")).unwrap().starts_with(b"%PDF"));
    let client = goodterms_desk::clients::ClientAsk { client: "Quarry".into(), as_of: Some(day(ON)) };
    let view = goodterms_desk::clients::client_view(&place.desk, client).await.unwrap();
    let words = serde_json::to_string(&view).unwrap();
    assert_eq!(words.matches("\"kind\":\"reminder\"").count(), 1, "one of the two was posted: {words}");
    assert_eq!(papers(&place).await.len(), 2);
    // The same word can still be added by hand.
    let by_hand = ContactAdd {
        client: "Quarry".into(),
        on: Some(day(ON)),
        channel: "letter".into(),
        direction: "out".into(),
        kind: "reminder".into(),
        note: None,
        as_of: Some(day(ON)),
    };
    goodterms_desk::contacts::contact_add(&place.desk, by_hand).await.unwrap();
    place.is_whole().await;
}

#[tokio::test]
async fn a_payment_is_confirmed_and_thanked_for() {
    let place = Place::new().await;
    place.client("Quarry Road Brewing").await;
    place.invoice("Quarry", "INV-1", "100.00", "2026-10-25", "2026-11-24").await;
    let early = place.paid("Quarry", "100.00", "2026-11-10").await.payment;
    let pages = seen(&place, "thanks", &early, ON).await.unwrap().pages;
    assert!(!pages.is_empty());
    place.invoice("Quarry", "INV-2", "250.00", "2026-10-08", "2026-11-07").await;
    let part = place.paid("Quarry", "300.00", "2026-11-12").await.payment;
    for kind in ["receipt", "thanks"] {
        made(&place, kind, &part, ON).await.unwrap();
    }
    assert_eq!(
        papers(&place).await.iter().map(|(kind, _)| kind.as_str()).collect::<Vec<_>>(),
        ["thanks", "receipt"]
    );
    assert_eq!(seen(&place, "receipt", "payment-999", ON).await.unwrap_err().code, "payment_unknown");
    let back = goodterms_desk::payments::PaymentReverse {
        payment: part.clone(),
        as_of: Some(day(ON)),
        ..goodterms_desk::payments::PaymentReverse::default()
    };
    goodterms_desk::payments::payment_reverse(&place.desk, back).await.unwrap();
    assert_eq!(seen(&place, "receipt", &part, ON).await.unwrap_err().code, "already_reversed");
}

#[tokio::test]
async fn a_missed_instalment_is_noticed_before_it_is_called_a_default() {
    let place = Place::new().await;
    place.client("Quarry Road Brewing").await;
    place.invoice("Quarry", "INV-1", "900.00", "2026-06-01", "2026-07-01").await;
    let plan = PlanCreate {
        client: "Quarry".into(),
        schedule: QuoteAsk { count: Some(3), start: Some(day("2026-08-01")), ..QuoteAsk::default() },
        as_of: Some(day("2026-07-15")),
        ..PlanCreate::default()
    };
    plan_create(&place.desk, plan).await.unwrap();
    for (party, name) in [("business", "Ruth Birch"), ("client", "Mara Singh")] {
        let sign = PlanSign {
            plan: "PP-2026-0001".into(),
            party: party.into(),
            name: name.into(),
            role: None,
            signing: Signing::Typed,
            as_of: Some(day("2026-07-15")),
        };
        plan_sign(&place.desk, sign).await.unwrap();
    }
    let plan = "PP-2026-0001";
    // The first of August was a Saturday; grace runs for a week.
    assert_eq!(seen(&place, "missed", plan, "2026-08-05").await.unwrap_err().code, "plan_on_track");
    assert_eq!(seen(&place, "default", plan, "2026-08-20").await.unwrap_err().code, "letter_too_early");
    let kept = made(&place, "missed", plan, "2026-08-20").await.unwrap();
    assert_eq!(kept.kind, "missed_notice");
    assert_eq!(seen(&place, "default", plan, "2026-09-20").await.unwrap_err().code, "letter_too_early");
    let given = LetterAsk { posted: true, ..ask("missed", plan, "2026-08-20") };
    letter(&place.desk, given).await.unwrap();
    for (kind, on) in [("default", "2026-08-25"), ("missed", "2026-08-25"), ("missed", "2026-09-20")] {
        let still = seen(&place, kind, plan, on).await.unwrap_err();
        assert_eq!(still.code, "letter_too_early", "{kind} {on} {still}");
    }
    made(&place, "default", plan, "2026-09-20").await.unwrap();

    let first = place.paid("Quarry", "300.00", "2026-09-21").await.payment;
    place.paid("Quarry", "300.00", "2026-09-22").await;
    assert!(seen(&place, "thanks", &first, "2026-09-23").await.is_ok());
    assert_eq!(seen(&place, "missed", plan, "2026-09-23").await.unwrap_err().code, "plan_on_track");
}

async fn three_who_owe(place: &Place) {
    for (client, number) in [("Quarry Road", "INV-1"), ("Hollis / Sons", "INV-2"), ("Auberge", "INV-3")] {
        place.client(client).await;
        place.invoice(client, number, "250.00", "2026-10-08", "2026-11-07").await;
    }
    place.client("Paid Up").await;
    let disputed = DisputeAdd { invoice: "INV-3".into(), amount: None, note: None, as_of: Some(day(ON)) };
    dispute_add(&place.desk, disputed).await.unwrap();
}

fn files_in(folder: &str) -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

#[tokio::test]
async fn a_run_writes_to_everybody_late_and_says_whom_it_left_out() {
    let place = Place::new().await;
    three_who_owe(&place).await;
    let folder = place.out("letters");
    let run = LetterRun {
        kind: "reminder".into(),
        as_of: Some(day(ON)),
        folder: folder.clone(),
        ..LetterRun::default()
    };
    assert_eq!(letter_run(&place.desk, run.clone()).await.unwrap_err().code, "path_missing");
    std::fs::create_dir(&folder).unwrap();
    let made = letter_run(&place.desk, run.clone()).await.unwrap();
    assert_eq!(made.files, ["Hollis - Sons 2026-11-17.pdf", "Quarry Road 2026-11-17.pdf"]);
    assert_eq!(files_in(&folder), made.files);
    let left: Vec<_> = made.left_out.iter().map(|left| (left.client.as_str(), left.code.as_str())).collect();
    assert_eq!(left, [("Auberge", "nothing_overdue")]);

    // A second run overwrites nothing.
    let again = LetterRun { clients: vec!["Hollis".into()], kind: "statement".into(), ..run.clone() };
    let again = letter_run(&place.desk, again).await.unwrap();
    assert_eq!(again.files, ["Hollis - Sons 2026-11-17 (2).pdf"]);
    let nobody = LetterRun { clients: vec!["Paid Up".into()], ..run };
    assert_eq!(letter_run(&place.desk, nobody).await.unwrap_err().code, "no_letters");
    assert_eq!(papers(&place).await.len(), 3);
    place.is_whole().await;
}

#[tokio::test]
async fn a_run_that_is_stopped_leaves_nothing_behind() {
    let place = Place::new().await;
    three_who_owe(&place).await;
    let folder = place.out("letters");
    std::fs::create_dir(&folder).unwrap();
    let run = LetterRun {
        kind: "statement".into(),
        as_of: Some(day(ON)),
        folder: folder.clone(),
        ..LetterRun::default()
    };
    let stop = async {
        while work_view(&place.desk, WorkAsk {}).await.unwrap().phase != Phase::Drawing {
            tokio::task::yield_now().await;
        }
        work_cancel(&place.desk, WorkCancel {}).await.unwrap();
    };
    let (run, ()) = tokio::join!(letter_run(&place.desk, run), stop);
    assert_eq!(run.unwrap_err().code, "cancelled");
    assert_eq!(files_in(&folder), Vec::<String>::new());
    assert_eq!(papers(&place).await, []);
}

/// Where Debian's `fonts-droid-fallback` puts a face with Japanese.
const JAPANESE: &str = "/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf";

#[tokio::test]
async fn a_name_no_bundled_face_has_is_written_with_one_that_was_added() {
    let mut place = Place::new().await;
    place.client("株式会社さくら").await;
    place.invoice("株式会社さくら", "INV-2", "250.00", "2026-10-08", "2026-11-07").await;
    let refused = made(&place, "reminder", "株式会社さくら", ON).await.unwrap_err();
    assert_eq!(refused.code, "paper_characters_missing");
    assert!(refused.hint.unwrap().contains("fonts"));

    let folder = place.folder.path().join("home").join("fonts");
    std::fs::create_dir(&folder).unwrap();
    std::fs::write(folder.join("a.ttf"), "no font at all").unwrap();
    if std::fs::copy(JAPANESE, folder.join("b.ttf")).is_err() {
        println!("SKIPPED: no TrueType face with Japanese is installed ({JAPANESE})");
        return;
    }
    place.next_morning().await;
    made(&place, "reminder", "株式会社さくら", ON).await.unwrap();
}
