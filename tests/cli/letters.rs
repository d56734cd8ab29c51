//! Letters from the command line: single ones, and one for each of many.

use crate::bench::{Bench, is_pdf};

#[test]
fn letters_are_written_where_they_were_asked_for() {
    let bench = Bench::new();
    bench.write(
        "list.csv",
        "Number,Client,Issued,Due,Total\nA-1,Fernhill,2026-07-01,2026-07-31,1200.00\nA-2,Łódź Drzwi,2026-09-02,2026-10-02,450.50\n",
    );
    bench.ask("import list.csv");
    let made = bench.ask("letter reminder --client Fernhill --tone warm --signed-by Ruth --out reminder.pdf");
    assert_eq!((&made["kind"], &made["client"]), (&"reminder".into(), &"Fernhill".into()));
    assert!(is_pdf(&bench.path("reminder.pdf")));
    let paid = bench.ask("payment add --client Fernhill --amount 200.00 --on 2026-11-16");
    let payment = paid["payment"].as_str().unwrap();
    for kind in ["receipt", "thanks"] {
        bench.ask(&format!("letter {kind} --payment {payment} --out {kind}.pdf"));
        assert!(is_pdf(&bench.path(&format!("{kind}.pdf"))));
    }
    std::fs::create_dir(bench.folder().join("letters")).unwrap();
    let run = bench.ask("letter run --kind statement letters");
    assert_eq!(run["files"].as_array().unwrap().len(), 2);
    let refused = bench.refused(2, "letter missed --plan PP-2026-0001 --out missed.pdf");
    assert_eq!(refused["code"], "plan_unknown");
    assert_eq!(
        bench.refused(2, "letter reminder --client Fernhill --tone rude --out x.pdf")["code"],
        "letter_choice_unknown"
    );
    assert!(!bench.folder().join("x.pdf").exists());
}

#[test]
fn the_seal_is_shown_once_there_is_one() {
    let bench = Bench::new();
    assert!(bench.ask("seal show")["seal"].is_null());
    bench.write("list.csv", "Number,Client,Issued,Due,Total\nA-1,Fernhill,2026-07-01,2026-07-31,1200.00\n");
    bench.ask("import list.csv");
    bench.ask("plan create --client Fernhill --count 2 --start 2026-12-01 --out agreement.pdf");
    for (party, name) in [("client", "Fern"), ("business", "Ruth")] {
        bench.ask(&format!("plan sign PP-2026-0001 --party {party} --name {name} --typed"));
    }
    bench.ask("plan seal PP-2026-0001 --out signed.pdf");
    let seal = &bench.ask("seal show")["seal"];
    assert_eq!(seal["imported"], false);
    let kept = bench.ask("plan match signed.pdf --keep");
    assert_eq!((&kept["kind"], kept["document"].is_string()), (&"sealed".into(), true));
    bench.write("password", "x");
    bench.write("no.p12", "not a key");
    assert_eq!(
        bench.refused(2, "seal import no.p12 --password-file password")["code"],
        "key_file_unreadable"
    );
}
