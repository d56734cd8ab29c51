//! The main job from a spreadsheet to a final demand, and from a debt to a plan that is kept.

use crate::bench::{Bench, has, is_pdf};
use serde_json::json;

const LIST: &str = "Invoice Number,Customer,Invoice Date,Due Date,Total\n\
                    BF-201,Fernhill Interiors,2026-08-03,2026-09-02,1200.00\n\
                    BF-202,Fernhill Interiors,2026-09-07,2026-10-07,800.50\n\
                    BF-203,Northway Foods,2026-10-20,2026-11-19,640.00\n";

/// Imported, aged, reminded twice, demanded.
#[test]
fn from_a_list_to_a_final_demand() {
    let bench = Bench::new();
    bench.write("list.csv", LIST);
    let report = bench.ask("import list.csv");
    has(&report, "import reading created updated unchanged missing skipped warnings");
    has(&report["reading"], "kind encoding delimiter date_order decimal ambiguous");
    assert_eq!(report["reading"]["date_order"], "ymd");
    assert_eq!(
        report["created"],
        json!({"clients": 2, "invoices": 3, "credit_notes": 0, "payments": 0, "bank_lines": 0})
    );
    assert_eq!(report["skipped"], json!([]));

    let ageing = bench.ask("ageing");
    assert_eq!(ageing["as_of"], "2026-11-17");
    assert_eq!(
        ageing["currencies"]["CAD"],
        json!({"current": "640.00", "d1_30": "0.00", "d31_60": "800.50", "d61_90": "1200.00", "d90_plus": "0.00",
               "total": "2640.50", "credit": "0.00", "net": "2640.50"})
    );
    let rows = ageing["clients"].as_array().unwrap();
    assert_eq!(rows.len(), 2);
    has(&rows[0], "client client_id currency current d1_30 d31_60 d61_90 d90_plus total credit net");

    let gate = bench.ask("demand check --client Fernhill");
    has(&gate, "allowed reasons warnings");
    assert_eq!(
        (gate["allowed"].as_bool(), gate["reasons"][0]["code"].as_str()),
        (Some(false), Some("too_few_reminders"))
    );
    has(&gate["reasons"][0], "code message way_forward");
    bench.remind("Fernhill", "2026-09-10");
    bench.remind("Fernhill", "2026-10-12");
    assert_eq!(bench.ask("demand check --client Fernhill")["allowed"], true);

    let issued =
        bench.ask("demand issue --client Fernhill --deadline 2026-12-04 --next-step call --out demand.pdf");
    has(&issued, "demand pdf task");
    assert_eq!(issued["total"], "2000.50");
    assert_eq!(issued["task"], json!({"due": "2026-12-05", "next_step": "call"}));
    assert!(is_pdf(&bench.path("demand.pdf")));

    let history = bench.ask("history --client Fernhill");
    let kinds: Vec<&str> =
        history["history"].as_array().unwrap().iter().map(|line| line["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["client_imported", "contact_recorded", "contact_recorded", "demand_issued"]);
    let statement = bench.ask("statement --client Fernhill --from 2026-09-01 --out statement.pdf");
    assert_eq!(statement["balance"], json!({"CAD": "2000.50"}));
    assert!(is_pdf(&bench.path("statement.pdf")));
    assert_eq!(
        bench.files(),
        ["birch.book", "demand.pdf", "list.csv", "passphrase.txt", "statement.pdf", "words.txt"]
    );
    assert!(bench.ask("book verify")["money_ok"].as_bool().unwrap());
}

/// Agreed, signed by both in either order, paid, followed.
#[test]
fn from_a_debt_to_a_plan_that_is_kept() {
    let bench = Bench::new();
    bench.write("list.csv", LIST);
    bench.ask("import list.csv");
    let line = "plan create --client Fernhill --invoices BF-201,BF-202 --count 4 --start 2026-12-01 --down-payment 200.50 \
                --clause acceleration=on --out agreement.pdf";
    let created = bench.ask(line);
    has(&created, "plan version fingerprint pdf warnings");
    assert_eq!((created["plan"].as_str(), created["version"].as_u64()), (Some("PP-2026-0001"), Some(1)));
    assert!(is_pdf(&bench.path("agreement.pdf")));
    let fingerprint = created["fingerprint"].as_str().unwrap();
    assert_eq!(fingerprint.split('-').next().unwrap().len(), 8, "eight characters unbroken: {fingerprint}");

    let plan = |day: &str| bench.ask_on(day, "plan show PP-2026-0001")["plans"][0].clone();
    assert_eq!(plan("2026-11-17")["state"], "offered");
    let late = bench.ask("invoice list --state overdue --client Fernhill");
    assert_eq!(late["invoices"].as_array().unwrap().len(), 2, "an offer changes no due day");

    let first = bench.ask("plan sign PP-2026-0001 --party client --name Fern --typed");
    assert_eq!(first["state"], "offered");
    bench.write("not.png", "no picture");
    assert_eq!(
        bench.refused(2, "plan sign PP-2026-0001 --party business --name R --drawn not.png")["code"],
        "drawing_refused"
    );
    assert_eq!(
        bench.refused(1, "plan sign PP-2026-0001 --party client --name Fern --typed")["code"],
        "already_signed"
    );
    assert_eq!(
        bench.refused(2, "plan sign PP-2026-0001 --party landlord --name Fern --typed")["code"],
        "party_unknown"
    );
    std::fs::write(bench.path("half.png"), [b"\x89PNG\r\n\x1a\n".as_slice(), &[0; 64]].concat()).unwrap();
    assert_eq!(
        bench.refused(2, "plan sign PP-2026-0001 --party business --name R --drawn half.png")["code"],
        "drawing_refused"
    );
    std::fs::write(bench.path("drawn.png"), include_bytes!("../fixtures/cli/signature.png")).unwrap();
    assert_eq!(bench.refused(1, "plan seal PP-2026-0001 --out early.pdf")["code"], "plan_unsigned");
    let second =
        bench.ask(&format!("plan sign {fingerprint} --party business --name Ruth --drawn drawn.png"));
    assert_eq!(
        (second["state"].as_str(), second["signatures"].as_array().unwrap().len()),
        (Some("active"), 2)
    );
    has(&second["signatures"][1], "party name how on at");

    let sealed = bench.ask("plan seal PP-2026-0001 --out sealed.pdf");
    has(&sealed, "fingerprint sha256 seal");
    has(&sealed["seal"], "subject signed_at");
    assert!(is_pdf(&bench.path("sealed.pdf")));
    let matched = bench.ask("plan match sealed.pdf");
    assert_eq!(matched["fingerprint"].as_str(), Some(fingerprint));
    let said = |file: &str| {
        let matched = bench.ask(&format!("plan match {file}"));
        has(&matched, "plan version fingerprint kind");
        matched["kind"].as_str().unwrap().to_owned()
    };
    assert_eq!((said("sealed.pdf").as_str(), said("agreement.pdf").as_str()), ("sealed", "printed"));
    assert_eq!(bench.refused(1, "plan match drawn.png")["code"], "copy_refused");

    assert_eq!(bench.ask("invoice list --state overdue --client Fernhill")["invoices"], json!([]));
    assert_eq!(bench.ask("invoice list --state on_plan")["invoices"].as_array().unwrap().len(), 2);
    let paid = bench.ask("payment add --client Fernhill --amount 200.50 --on 2026-11-17");
    assert_eq!(paid["allocations"], json!([{"invoice": "BF-201", "amount": "200.50"}]));
    bench.ask_on("2026-12-01", "payment add --client Fernhill --amount 450.00");

    let kept = plan("2026-12-15");
    has(&kept, "plan client version state total paid next_due instalments");
    assert_eq!(
        (kept["state"].as_str(), kept["paid"].as_str(), kept["total"].as_str()),
        (Some("active"), Some("650.50"), Some("2000.50"))
    );
    assert_eq!((kept["next_due"].as_str(), kept["on_track"].as_bool()), (Some("2027-01-01"), Some(true)));
    let instalments = kept["instalments"].as_array().unwrap();
    assert_eq!(
        instalments[0],
        json!({"n": 0, "due": "2026-11-17", "amount": "200.50", "paid": "200.50", "state": "kept"})
    );
    assert_eq!(instalments[1]["state"], "kept");
    assert_eq!(
        instalments[2],
        json!({"n": 2, "due": "2027-01-01", "amount": "450.00", "paid": "0.00", "state": "to_come"})
    );
    let missed = plan("2027-01-20");
    assert_eq!(
        (missed["instalments"][2]["state"].as_str(), missed["on_track"].as_bool()),
        (Some("missed"), Some(false))
    );
    assert_eq!(
        bench.ask_on("2027-01-20", "ageing")["clients"][0]["d1_30"],
        "450.00",
        "it ages by instalment"
    );

    for _ in 0..3 {
        bench.ask_on("2027-01-20", "payment add --client Fernhill --amount 450.00");
    }
    let done = plan("2027-01-20");
    assert_eq!((done["state"].as_str(), done["paid"].as_str()), (Some("completed"), Some("2000.50")));
}
