//! The sample book: its figures are those of every picture of the product, and nothing a screen can show is
//! missing from it.

use crate::place::day;
use goodterms_desk::ageing::{AgeingAsk, AgeingFigures, ageing};
use goodterms_desk::books::{
    BookOpen, BookVerify, BookView, StartAsk, Unlock, book_open, book_verify, start_view,
};
use goodterms_desk::clients::{ClientAsk, ClientListAsk, ClientView, client_list, client_view};
use goodterms_desk::contacts::{ContactAdd, contact_add};
use goodterms_desk::demands::{DemandCheck, demand_check};
use goodterms_desk::demo::{SampleOpen, sample_open, usual_day};
use goodterms_desk::documents::{DocumentListAsk, document_list};
use goodterms_desk::history::{HistoryAsk, history};
use goodterms_desk::imports::{ImportListAsk, import_list};
use goodterms_desk::invoices::{InvoiceListAsk, InvoiceView, invoice_list};
use goodterms_desk::payments::{PaymentListAsk, payment_list};
use goodterms_desk::plans::{PlanAsk, PlanListAsk, PlanView, plan_list, plan_show};
use goodterms_desk::today::{TodayAsk, today};
use goodterms_desk::{Clock, Desk};
use std::collections::BTreeSet;
use std::path::PathBuf;
use tempfile::TempDir;

/// The desk of somebody who presses the button on that Tuesday.
struct Visitor {
    home: TempDir,
    desk: Desk,
}

impl Visitor {
    async fn new() -> Self {
        let home = tempfile::tempdir().unwrap();
        let desk = desk_on(&home, "2026-11-17T13:05:00Z");
        let visitor = Self { home, desk };
        visitor.opens(false).await;
        visitor
    }

    async fn opens(&self, afresh: bool) -> BookView {
        sample_open(&self.desk, SampleOpen { afresh: Some(afresh) }).await.unwrap()
    }

    async fn client(&self, name: &str) -> ClientView {
        client_view(&self.desk, ClientAsk { client: name.to_owned(), as_of: None }).await.unwrap()
    }

    async fn plan(&self, reference: &str) -> PlanView {
        let ask = PlanAsk { plan: reference.to_owned(), as_of: None };
        plan_show(&self.desk, ask).await.unwrap().plans.remove(0)
    }

    async fn invoices(&self) -> Vec<InvoiceView> {
        invoice_list(&self.desk, InvoiceListAsk::default()).await.unwrap().invoices
    }

    async fn is_whole(&self) {
        let proof = book_verify(&self.desk, BookVerify::default()).await.unwrap();
        assert!(proof.is_whole(), "{:?}", proof.damage);
    }
}

fn desk_on(home: &TempDir, now: &str) -> Desk {
    Desk::new(home.path().to_owned(), Clock::Frozen(now.parse().unwrap()), "visitor")
}

fn buckets(figures: &AgeingFigures) -> [&str; 6] {
    let AgeingFigures { current, d1_30, d31_60, d61_90, d90_plus, total, .. } = figures;
    [current, d1_30, d31_60, d61_90, d90_plus, total]
}

/// One sample for everything that only looks at it: making it is the long part.
#[tokio::test]
async fn it_is_the_book_of_the_pictures() {
    let visitor = Visitor::new().await;
    the_ageing_is_the_one_in_the_pictures_to_the_cent(&visitor).await;
    invoices_are_those_of_the_pictures(&visitor).await;
    plans_stand_as_in_the_pictures(&visitor).await;
    something_to_do_waits_of_every_kind(&visitor).await;
    everything_a_screen_can_show_is_in_it(&visitor).await;
}

async fn the_ageing_is_the_one_in_the_pictures_to_the_cent(visitor: &Visitor) {
    let view = ageing(&visitor.desk, AgeingAsk::default()).await.unwrap();
    assert_eq!(view.as_of, usual_day());
    let rows: Vec<(&str, [&str; 6])> = view
        .clients
        .iter()
        .filter(|row| row.currency == "CAD")
        .map(|row| (row.client.as_str(), buckets(&row.figures)))
        .collect();
    assert_eq!(
        rows,
        [
            ("Cedar & Salt Bakery", ["0.00", "1356.00", "0.00", "0.00", "0.00", "1356.00"]),
            ("Fernhill Veterinary Clinic", ["2118.00", "2641.00", "0.00", "0.00", "0.00", "4759.00"]),
            ("Ferry Street Cycles", ["1695.00", "0.00", "0.00", "0.00", "0.00", "1695.00"]),
            ("Granite Bay Outfitters", ["904.00", "0.00", "2034.00", "0.00", "0.00", "2938.00"]),
            ("Hollis & Daughters Florists", ["0.00", "791.00", "0.00", "0.00", "0.00", "791.00"]),
            ("Lakeshore Dental Studio", ["2260.00", "4520.00", "0.00", "0.00", "0.00", "6780.00"]),
            ("Maple Lane Montessori", ["1695.00", "0.00", "0.00", "0.00", "0.00", "1695.00"]),
            ("Northgate Property Care", ["0.00", "0.00", "1130.00", "0.00", "2825.00", "3955.00"]),
            ("Quarry Road Brewing Co.", ["1695.00", "0.00", "3390.00", "5280.00", "0.00", "10365.00"]),
            ("Rideau Court Condominiums", ["5650.00", "0.00", "0.00", "0.00", "0.00", "5650.00"]),
            ("Studio Varga Interiors", ["0.00", "3164.00", "0.00", "0.00", "0.00", "3164.00"]),
            ("Wolfe Creek Guest House", ["0.00", "1017.00", "0.00", "0.00", "0.00", "1017.00"]),
        ]
    );
    assert_eq!(
        buckets(&view.currencies["CAD"]),
        ["16017.00", "13489.00", "6554.00", "5280.00", "2825.00", "44165.00"]
    );
    assert_eq!(view.currencies["CAD"].credit, "0.00");
    assert_eq!(
        buckets(&view.currencies["USD"]),
        ["1550.00", "800.00", "400.00", "3400.00", "0.00", "6150.00"]
    );
    assert_eq!(view.currencies["USD"].credit, "-45.00");
}

async fn invoices_are_those_of_the_pictures(visitor: &Visitor) {
    let invoices = visitor.invoices().await;
    for (number, client, subject, due, balance, days_late) in [
        ("INV-1187", "Quarry Road Brewing Co.", "Taproom bar front", "2026-09-13", "5280.00", 65),
        ("INV-1203", "Quarry Road Brewing Co.", "Cold-room doors", "2026-10-11", "3390.00", 37),
        ("INV-1226", "Quarry Road Brewing Co.", "Tasting tables", "2026-11-29", "1695.00", 0),
        ("INV-1209", "Lakeshore Dental Studio", "Hygiene rooms three and four", "2026-11-03", "4520.00", 14),
        ("INV-1224", "Lakeshore Dental Studio", "Staff-room kitchen", "2026-11-24", "2260.00", 0),
        ("INV-1215", "Fernhill Veterinary Clinic", "Grooming-room cabinets", "2026-11-06", "1921.00", 11),
        ("INV-1229", "Fernhill Veterinary Clinic", "Waiting-room bench", "2026-12-05", "678.00", 0),
        (
            "INV-1168",
            "Northgate Property Care",
            "Lobby millwork, Division Street",
            "2026-08-02",
            "2825.00",
            107,
        ),
        ("INV-1225", "Cedar & Salt Bakery", "Pastry counter", "2026-11-10", "1356.00", 7),
        ("INV-1216", "Wolfe Creek Guest House", "Storm doors, east porch", "2026-11-08", "1017.00", 9),
        ("INV-1218", "Maple Lane Montessori", "Cubbies and coat pegs", "2026-11-20", "1243.00", 0),
        ("INV-1206", "Granite Bay Outfitters", "Display shelving, walnut", "2026-10-16", "2034.00", 32),
        ("INV-1219", "Petit Quai Traiteur", "Buffet en érable", "2026-11-22", "0.00", 0),
    ] {
        let found = invoices.iter().find(|invoice| invoice.number == number).unwrap();
        assert_eq!(
            (
                found.client.as_str(),
                found.subject.as_str(),
                found.due,
                found.balance.as_str(),
                found.days_late
            ),
            (client, subject, day(due), balance, days_late),
            "{number}"
        );
    }
    let states: BTreeSet<&str> =
        invoices.iter().flat_map(|invoice| invoice.states.iter().map(String::as_str)).collect();
    for state in ["open", "overdue", "part_paid", "paid", "disputed", "on_plan", "written_off", "draft"] {
        assert!(states.contains(state), "{state}");
    }
    assert!(invoices.iter().any(|invoice| invoice.due_assumed && invoice.state == "open"));
    assert!((150..=250).contains(&invoices.len()), "{}", invoices.len());
    let owed: Vec<&InvoiceView> = invoices.iter().filter(|invoice| invoice.days_late > 0).collect();
    assert_eq!(owed.len(), 14, "nothing is late but what the pictures show: {owed:?}");
}

async fn plans_stand_as_in_the_pictures(visitor: &Visitor) {
    let plans = plan_list(&visitor.desk, PlanListAsk::default()).await.unwrap().plans;
    let stands: Vec<(&str, &str, bool)> =
        plans.iter().map(|plan| (plan.plan.as_str(), plan.state.as_str(), plan.on_track)).collect();
    assert_eq!(
        stands,
        [
            ("PP-2026-0001", "completed", false),
            ("PP-2026-0002", "completed", false),
            ("PP-2026-0003", "completed", false),
            ("PP-2026-0004", "active", true),
            ("PP-2026-0005", "active", true),
            ("PP-2026-0006", "active", false),
            ("PP-2026-0007", "offered", false),
        ]
    );
    let states = |plan: &PlanView| plan.instalments.iter().map(|i| i.state.clone()).collect::<Vec<_>>();
    let fernhill = visitor.plan("PP-2026-0004").await;
    assert_eq!(fernhill.invoices, ["INV-1098", "INV-1112"]);
    assert_eq!((fernhill.total.as_str(), fernhill.paid.as_str()), ("7200.00", "5040.00"));
    let mut expected = vec!["kept"; 7];
    expected.extend(["in_grace", "to_come", "to_come"]);
    assert_eq!(states(&fernhill), expected);
    let due: Vec<String> = fernhill.instalments.iter().skip(5).map(|i| i.due.to_string()).collect();
    assert_eq!(due, ["2026-09-14", "2026-10-13", "2026-11-12", "2026-12-14", "2027-01-12"]);
    assert_eq!(
        states(&visitor.plan("PP-2026-0005").await),
        ["kept", "kept", "kept", "to_come", "to_come", "to_come"]
    );
    assert_eq!(
        states(&visitor.plan("PP-2026-0006").await),
        ["kept", "kept", "missed", "missed", "in_grace", "to_come"]
    );
    assert_eq!(visitor.plan("PP-2026-0007").await.signed_by, ["business"]);
}

async fn something_to_do_waits_of_every_kind(visitor: &Visitor) {
    let view = today(&visitor.desk, TodayAsk::default()).await.unwrap();
    let waits: Vec<(&str, &str)> =
        view.items.iter().map(|item| (item.kind, item.client.as_deref().unwrap_or_default())).collect();
    assert_eq!(waits.first(), Some(&("bank_unmatched", "")), "money that came in comes first");
    assert_eq!(view.items.first().and_then(|item| item.count), Some(4), "money out asks for nothing");
    for item in [
        ("step_due", "Northgate Property Care"),
        ("instalment_in_grace", "Fernhill Veterinary Clinic"),
        ("instalment_missed", "Hudson & Vine Provisions"),
        ("plan_to_sign", "Rideau Court Condominiums"),
        ("late_again", "Lakeshore Dental Studio"),
        ("late_again", "Quarry Road Brewing Co."),
        ("newly_late", "Wolfe Creek Guest House"),
        ("demand_possible", "Erie Street Lofts LLC"),
        ("dispute_open", "Granite Bay Outfitters"),
        ("import_review", ""),
        ("credit_unused", "Hudson & Vine Provisions"),
        ("thank_completed", "Auberge du Vieux-Moulin"),
        ("thank_instalment", "Ferry Street Cycles"),
        ("thank_payment", "Petit Quai Traiteur"),
    ] {
        assert!(waits.contains(&item), "{item:?} is not among {waits:?}");
    }
    let held: BTreeSet<&str> = view.held.iter().map(|held| held.why).collect();
    assert!(held.is_superset(&BTreeSet::from(["dispute", "plan_on_track", "written_recently"])), "{held:?}");
}

async fn everything_a_screen_can_show_is_in_it(visitor: &Visitor) {
    visitor.is_whole().await;
    let desk = &visitor.desk;

    let clients = client_list(desk, ClientListAsk::default()).await.unwrap().clients;
    assert!((25..=30).contains(&clients.len()), "{}", clients.len());
    for foreign in ["Νίκος Παπαδόπουλος Contracting", "Piekarnia Łukasz i Synowie", "مقهى الياسمين"]
    {
        assert!(visitor.client(foreign).await.row.balance.values().all(|owed| owed == "0.00"), "{foreign}");
    }
    assert_eq!(visitor.client("Zofia Wiśniewska").await.particulars.kind, "consumer");
    assert_eq!(visitor.client("Petit Quai").await.particulars.language, "fr-CA");
    assert_eq!(visitor.client("Hudson").await.credit["USD"], "45.00");
    let fernhill = visitor.client("Fernhill").await;
    assert_eq!(fernhill.contacts[0].note, "The back office flooded. Could you give me two days?");
    assert!(fernhill.invoices.len() > 10 && fernhill.contacts.len() >= 8);
    for kind in ["reminder", "final_demand", "thanks", "talk", "reply"] {
        let mut of_any = false;
        for client in &clients {
            of_any |= visitor.client(&client.id).await.contacts.iter().any(|word| word.kind == kind);
        }
        assert!(of_any, "{kind}");
    }

    let payments = payment_list(desk, PaymentListAsk::default()).await.unwrap();
    assert!(payments.total_count > 200, "{}", payments.total_count);
    assert!(payments.payments.iter().any(|payment| payment.taken_back));
    let imports = import_list(desk, ImportListAsk::default()).await.unwrap().imports;
    let files: Vec<(&str, bool, u64)> =
        imports.iter().map(|import| (import.file.as_str(), import.undone, import.assumed)).collect();
    assert_eq!(
        files,
        [
            ("bank-statement.ofx", false, 0),
            ("workshop-orders.csv", false, 4),
            ("estimates.csv", true, 0),
            ("earlier-invoices.csv", false, 0),
            ("clients.csv", false, 0),
        ]
    );
    let papers = document_list(desk, DocumentListAsk::default()).await.unwrap().documents;
    let of_kind = |kind: &str| papers.iter().filter(|paper| paper.kind == kind).count();
    assert_eq!((of_kind("agreement"), of_kind("final_demand"), of_kind("statement")), (7, 1, 2));

    let gate = async |client: &str| {
        let ask = DemandCheck { client: client.to_owned(), ..DemandCheck::default() };
        let reasons = demand_check(desk, ask).await.unwrap().reasons;
        reasons.iter().map(|reason| reason.code.as_str().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(gate("Erie Street").await, Vec::<String>::new(), "one is ready for its demand");
    assert_eq!(gate("Granite Bay").await, ["open_dispute"]);
    assert_eq!(gate("Fernhill").await, ["plan_on_track"]);
    assert_eq!(gate("Quarry Road").await, ["too_few_reminders"]);
    assert_eq!(gate("Petit Quai").await, ["nothing_owed"]);

    let told = history(desk, HistoryAsk::default()).await.unwrap().history;
    assert!(told.is_sorted_by_key(|line| line.day), "each thing happened on its own day");
    assert!(told.last().unwrap().day < usual_day(), "today is the visitor's own");
    let kinds: BTreeSet<&str> = told.iter().map(|line| line.kind.as_str()).collect();
    for kind in ["demand_issued", "dispute_resolved", "entry_reversed", "import_undone", "statement_made"] {
        assert!(kinds.contains(kind), "{kind}");
    }
}

#[tokio::test]
async fn it_opens_again_as_it_was_left_or_afresh() {
    let mut visitor = Visitor::new().await;
    let left = words_with_quarry_road(&visitor).await;
    let word = ContactAdd {
        client: "Quarry Road".into(),
        on: None,
        channel: "call".into(),
        direction: "out".into(),
        kind: "talk".into(),
        note: Some("See you at three.".into()),
        as_of: None,
    };
    contact_add(&visitor.desk, word).await.unwrap();
    visitor.desk.close().await.unwrap();
    visitor.desk = desk_on(&visitor.home, "2026-11-18T13:05:00Z");
    let again = visitor.opens(false).await;
    assert_eq!(again.today, day("2026-11-18"));
    assert_eq!(words_with_quarry_road(&visitor).await, left + 1, "what was tried in it is still there");

    visitor.desk.close().await.unwrap();
    let recent = start_view(&visitor.desk, StartAsk::default()).await.unwrap().recent.remove(0);
    assert!(recent.known && !recent.passphrase, "among the recent books it asks for nothing either");
    let ask = BookOpen { path: recent.path, unlock: Unlock::Keychain };
    assert_eq!(book_open(&visitor.desk, ask).await.unwrap().path, again.path);

    let afresh = visitor.opens(true).await;
    assert_eq!((afresh.path, words_with_quarry_road(&visitor).await), (again.path, left));
    visitor.is_whole().await;
}

#[tokio::test]
async fn one_that_does_not_open_says_how_to_begin_afresh() {
    let visitor = Visitor::new().await;
    let path = PathBuf::from(visitor.opens(false).await.path);
    visitor.desk.close().await.unwrap();
    std::fs::write(&path, "not a book any more").unwrap();
    let cause = sample_open(&visitor.desk, SampleOpen::default()).await.unwrap_err();
    assert!(cause.hint.unwrap().contains("afresh"), "{}", cause.message);

    // Half a sample, left by a power cut, is never taken for a whole one.
    std::fs::write(path.with_file_name("unfinished"), "").unwrap();
    visitor.opens(false).await;
    visitor.is_whole().await;
}

async fn words_with_quarry_road(visitor: &Visitor) -> usize {
    visitor.client("Quarry Road").await.contacts.len()
}
