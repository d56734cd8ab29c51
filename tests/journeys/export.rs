//! Everything out, and into another book: what stood in the one stands in the other, on every day.

use crate::place::{PASSPHRASE, Place, day, desk};
use goodterms_desk::ageing::{AgeingAsk, ageing};
use goodterms_desk::books::{BookCreate, BookVerify, Unlock, book_create, book_verify, open_for};
use goodterms_desk::clients::{ClientListAsk, client_list};
use goodterms_desk::disputes::{DisputeAdd, dispute_add};
use goodterms_desk::export::{Export, Exported, export, schema};
use goodterms_desk::imports::{ImportAsk, ImportReport, ImportUndo, import, import_undo};
use goodterms_desk::invoices::{InvoiceListAsk, invoice_list};
use goodterms_desk::payments::{PaymentReverse, payment_reverse};
use goodterms_desk::plans::{
    PlanCreate, PlanListAsk, PlanSign, QuoteAsk, Signing, plan_create, plan_list, plan_sign,
};
use goodterms_desk::statements::{StatementAsk, statement};
use goodterms_desk::{Access, Answer, Desk};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

const DAYS: [&str; 5] = ["2026-09-01", "2026-10-05", "2026-10-31", "2026-11-17", "2027-02-01"];

/// A book with a bit of everything: credit, a mistake, a dispute, a plan both signed with a payment on it.
async fn lived_in(currency: &str) -> Place {
    let place = Place::in_currency(currency).await;
    let list = "Number,Client,Issued,Due,Total,Paid date,Paid\n\
        007,=Fernhill,2026-07-01,2026-07-31,1200,,\n\
        A-2,=Fernhill,2026-09-14,2026-10-14,800,2026-10-20,300\n\
        A-3,\"Łódź, \"\"Drzwi\"\"\",2026-10-02,2026-11-02,450,,\n\
        A-4,Birk,2026-10-02,2026-11-02,450,,\n";
    place.import("list.csv", list, "2026-11-01").await.unwrap();
    let gone = place
        .import(
            "gone.csv",
            "Number,Client,Issued,Due,Total\nX-1,Nobody,2026-08-01,2026-08-31,9\n",
            "2026-11-01",
        )
        .await;
    let undo = ImportUndo { import: gone.unwrap().import.unwrap(), as_of: None };
    import_undo(&place.desk, undo).await.unwrap();
    place.paid("Birk", "500", "2026-11-03").await;
    let wrong = place.paid("Birk", "70", "2026-11-04").await.payment;
    payment_reverse(&place.desk, PaymentReverse { payment: wrong, ..PaymentReverse::default() })
        .await
        .unwrap();
    let disputed = DisputeAdd {
        invoice: "A-3".into(),
        amount: Some("50".into()),
        note: Some("short".into()),
        as_of: Some(day("2026-11-05")),
    };
    dispute_add(&place.desk, disputed).await.unwrap();
    let changed = list.replace("1200", "1250");
    place.import("changed.csv", &changed, "2026-11-06").await.unwrap();
    let ask = PlanCreate {
        client: "Łódź".to_owned(),
        schedule: QuoteAsk { count: Some(3), start: Some(day("2026-11-10")), ..QuoteAsk::default() },
        out: Some(place.out("plan.pdf")),
        as_of: Some(day("2026-11-07")),
        ..PlanCreate::default()
    };
    let plan = plan_create(&place.desk, ask).await.unwrap().plan;
    for (party, on) in [("business", "2026-11-07"), ("client", "2026-11-08")] {
        let ask = PlanSign {
            plan: plan.clone(),
            party: party.to_owned(),
            name: "Ruth".to_owned(),
            role: None,
            signing: Signing::Typed,
            as_of: Some(day(on)),
        };
        plan_sign(&place.desk, ask).await.unwrap();
    }
    place.paid("Łódź", "100", "2026-11-12").await;
    let ask = StatementAsk {
        client: "Birk".to_owned(),
        out: Some(place.out("statement.pdf")),
        ..StatementAsk::default()
    };
    statement(&place.desk, ask).await.unwrap();
    place.is_whole().await;
    place
}

async fn out(place: &Place, name: &str, formats: &[&str]) -> PathBuf {
    PathBuf::from(exported(place, name, formats).await.folder)
}

async fn exported(place: &Place, name: &str, formats: &[&str]) -> Exported {
    let ask = Export {
        out: place.out(name),
        formats: formats.iter().map(|format| (*format).to_owned()).collect(),
        as_of: Some(day("2026-11-17")),
    };
    export(&place.desk, ask).await.unwrap()
}

async fn another(currency: &str) -> (TempDir, Desk) {
    let folder = tempfile::tempdir().unwrap();
    let other = desk(&folder);
    let ask = BookCreate {
        path: folder.path().join("Other.book").to_str().unwrap().to_owned(),
        name: "Other".to_owned(),
        country: "CA".to_owned(),
        currency: currency.to_owned(),
        time_zone: Some("America/Toronto".to_owned()),
        passphrase: Some(PASSPHRASE.to_owned()),
        keychain: false,
        ..BookCreate::default()
    };
    book_create(&other, ask).await.unwrap();
    (folder, other)
}

async fn taken_up(into: &Desk, document: &Path) -> Answer<ImportReport> {
    import(into, ImportAsk { path: document.to_str().unwrap().to_owned(), ..ImportAsk::default() }).await
}

/// Every figure a person can ask for, as JSON.
async fn figures(desk: &Desk) -> Vec<serde_json::Value> {
    let mut all = Vec::new();
    for on in DAYS.map(|on| Some(day(on))) {
        all.push(serde_json::to_value(ageing(desk, AgeingAsk { as_of: on }).await.unwrap()).unwrap());
        all.push(
            serde_json::to_value(client_list(desk, ClientListAsk { as_of: on }).await.unwrap()).unwrap(),
        );
        let ask = InvoiceListAsk { as_of: on, ..InvoiceListAsk::default() };
        all.push(serde_json::to_value(invoice_list(desk, ask).await.unwrap()).unwrap());
        let ask = PlanListAsk { as_of: on, ..PlanListAsk::default() };
        all.push(serde_json::to_value(plan_list(desk, ask).await.unwrap()).unwrap());
    }
    all
}

#[tokio::test]
async fn an_export_taken_up_by_an_empty_book_gives_the_same_figures_on_every_day() {
    for currency in ["CAD", "JPY", "KWD"] {
        let place = lived_in(currency).await;
        let folder = out(&place, "export", &[]).await;
        let (kept, other) = another(currency).await;
        let report = taken_up(&other, &folder.join("goodterms.json")).await.unwrap();
        assert_eq!((report.created.clients, report.created.invoices), (3, 4));
        assert_eq!(figures(&other).await, figures(&place.desk).await, "{currency}");
        let proof = book_verify(&other, BookVerify {}).await.unwrap();
        assert!(proof.is_whole(), "{:?}", proof.damage);
        let refused = taken_up(&other, &folder.join("goodterms.json")).await.unwrap_err();
        assert_eq!(refused.code, "book_not_empty");
        let undo = ImportUndo { import: report.import.unwrap(), as_of: None };
        assert_eq!(import_undo(&other, undo).await.unwrap_err().code, "import_whole_book");
        // It is kept, not only held.
        other.close().await.unwrap();
        let other = desk(&kept);
        let unlock = Unlock::Passphrase { passphrase: PASSPHRASE.to_owned() };
        open_for(&other, &kept.path().join("Other.book"), unlock, Access::Read).await.unwrap();
        assert_eq!(figures(&other).await, figures(&place.desk).await, "{currency}");
    }
}

#[tokio::test]
async fn an_export_writes_every_format_and_over_nothing() {
    let place = lived_in("CAD").await;
    let done = exported(&place, "export", &["csv", "csv-local", "xlsx", "json"]).await;
    let counted = ["clients", "invoices", "disputes", "papers"].map(|what| done.counts[what]);
    assert_eq!(counted, [3, 4, 1, 2], "a thing in several formats is one thing");
    let folder = PathBuf::from(done.folder);
    let clients = std::fs::read_to_string(folder.join("csv/clients.csv")).unwrap();
    assert!(clients.starts_with("\u{feff}Client,Client number,"), "{clients}");
    assert!(clients.contains("\r\n'=Fernhill,"), "a formula is words: {clients}");
    assert!(clients.contains("\r\n\"Łódź, \"\"Drzwi\"\"\","), "{clients}");
    let invoices = std::fs::read_to_string(folder.join("csv/invoices.csv")).unwrap();
    assert!(
        invoices.contains("\r\n007,'=Fernhill,2026-07-01,2026-07-31,no,CAD,1250.00,0.00,1250.00,overdue,"),
        "{invoices}"
    );
    let workbook = std::fs::read(folder.join("goodterms.xlsx")).unwrap();
    assert!(workbook.starts_with(b"PK\x03\x04"));
    let papers: Vec<_> = std::fs::read_dir(folder.join("papers")).unwrap().collect();
    assert_eq!(papers.len(), 2, "the agreement and the statement");
    let beside: Vec<_> =
        std::fs::read_dir(place.folder.path()).unwrap().map(|e| e.unwrap().file_name()).collect();
    assert!(beside.iter().all(|name| !name.to_string_lossy().starts_with('.')), "{beside:?}");

    let again = Export { out: place.out("export"), ..Export::default() };
    assert_eq!(export(&place.desk, again).await.unwrap_err().code, "export_folder_taken");
    let odd = Export { out: place.out("odd"), formats: vec!["doc".to_owned()], ..Export::default() };
    assert_eq!(export(&place.desk, odd).await.unwrap_err().code, "export_format_unknown");
    assert!(!Path::new(&place.out("odd")).exists());
    std::fs::create_dir(place.out("empty")).unwrap();
    assert!(out(&place, "empty", &["csv"]).await.join("csv/invoices.csv").is_file());
}

/// A document somebody changed is refused, and nothing of it is in the book.
#[tokio::test]
async fn an_export_that_was_changed_is_refused_whole() {
    let place = lived_in("CAD").await;
    let folder = out(&place, "export", &["json"]).await;
    let document = folder.join("goodterms.json");
    let text = std::fs::read_to_string(&document).unwrap();
    let (_kept, other) = another("CAD").await;
    for (from, to, code) in [
        ("\"version\":1", "\"version\":2", "export_unreadable"),
        ("\"allocations\":[", "\"allocations\":[{\"id\":1},", "export_unreadable"),
        ("\"amount\":\"450.00\"", "\"amount\":\"4.505\"", "export_unreadable"),
        ("\"amount\":\"450.00\"", "\"amount\":\"45.00\"", "export_unreadable"),
        ("\"entries\":[", "\"others\":[", "export_unreadable"),
    ] {
        assert!(text.contains(from), "{from}");
        std::fs::write(&document, text.replacen(from, to, 1)).unwrap();
        let refused = taken_up(&other, &document).await.unwrap_err();
        assert_eq!(refused.code, code, "{to}: {}", refused.message);
    }
    std::fs::write(&document, &text).unwrap();
    let paper = std::fs::read_dir(folder.join("papers")).unwrap().next().unwrap().unwrap().path();
    std::fs::rename(&paper, folder.join("elsewhere.pdf")).unwrap();
    assert_eq!(taken_up(&other, &document).await.unwrap_err().code, "file_unreadable");
    assert!(client_list(&other, ClientListAsk::default()).await.unwrap().clients.is_empty());
    std::fs::rename(folder.join("elsewhere.pdf"), &paper).unwrap();
    assert_eq!(taken_up(&other, &document).await.unwrap().created.invoices, 4);
}

/// `GOODTERMS_GOLDEN=write` writes the description anew.
#[tokio::test]
async fn the_document_is_as_its_schema_says() {
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("export.schema.json");
    let described = serde_json::to_string_pretty(&schema()).unwrap() + "\n";
    if std::env::var_os("GOODTERMS_GOLDEN").is_some_and(|how| how == "write") {
        std::fs::write(&kept, &described).unwrap();
    }
    assert_eq!(
        std::fs::read_to_string(&kept).unwrap(),
        described,
        "GOODTERMS_GOLDEN=write keeps the new one"
    );

    let place = lived_in("CAD").await;
    let text = std::fs::read(out(&place, "export", &["json"]).await.join("goodterms.json")).unwrap();
    let document: serde_json::Value = serde_json::from_slice(&text).unwrap();
    let schema = schema();
    for key in schema["required"].as_array().unwrap() {
        assert!(document.get(key.as_str().unwrap()).is_some(), "{key}");
    }
    for (key, rows) in document.as_object().unwrap() {
        let wanted = &schema["properties"][key]["items"]["required"];
        for row in rows.as_array().into_iter().flatten().filter(|_| wanted.is_array()) {
            let mut has: Vec<&str> = row.as_object().unwrap().keys().map(String::as_str).collect();
            let mut wanted: Vec<&str> =
                wanted.as_array().unwrap().iter().map(|w| w.as_str().unwrap()).collect();
            has.sort_unstable();
            wanted.sort_unstable();
            assert_eq!(has, wanted, "{key}");
        }
    }
    for filled in
        ["imports", "clients", "entries", "allocations", "disputes", "plan_instalments", "plan_signatures"]
    {
        assert!(!document[filled].as_array().unwrap().is_empty(), "{filled}");
    }
}
