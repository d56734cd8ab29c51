//! Main answers, key for key and value for value, against files. `GOODTERMS_GOLDEN=write` writes them anew.

use crate::bench::{Bench, TODAY};
use serde_json::Value;
use std::path::{Path, PathBuf};

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/cli").join(name).with_extension("json")
}

/// What differs from one run or machine to the next.
fn masked(value: &mut Value, folder: &str) {
    match value {
        Value::String(text) => *text = text.replace(folder, "<folder>").replace('\\', "/"),
        Value::Array(all) => all.iter_mut().for_each(|one| masked(one, folder)),
        Value::Object(fields) => {
            for (key, field) in fields.iter_mut() {
                if ["at", "recovery_phrase", "bytes"].contains(&key.as_str()) {
                    *field = Value::from("<varies>");
                }
                masked(field, folder);
            }
        }
        _ => {}
    }
}

#[track_caller]
fn golden(bench: &Bench, name: &str, mut value: Value) {
    let folder = bench.folder().canonicalize().unwrap();
    masked(&mut value, folder.to_str().unwrap());
    let path = fixture(name);
    if std::env::var_os("GOODTERMS_GOLDEN").is_some_and(|how| how == "write") {
        let text = serde_json::to_string_pretty(&value).unwrap() + "\n";
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, text).unwrap();
    }
    let kept = std::fs::read(&path).unwrap_or_else(|why| panic!("{}: {why}", path.display()));
    let kept: Value = serde_json::from_slice(&kept).unwrap();
    assert_eq!(value, kept, "{name} is not as it was; GOODTERMS_GOLDEN=write keeps the new one");
}

/// One book through a small half year, each answer kept.
#[test]
fn answers_keep_their_keys_and_values() {
    let bench = Bench::new();
    let list = "Number,Client,Issued,Due,Total,Paid date,Paid\n\
                A-1,Fernhill,2026-07-01,2026-07-31,1200.00,,\n\
                A-2,Fernhill,2026-09-14,2026-10-14,800.00,2026-10-20,300.00\n\
                A-3,Łódź Drzwi,2026-11-02,2026-12-02,450.50,,\n\
                A-4,Łódź Drzwi,2026-11-31,2026-12-02,10.00,,\n";
    bench.write("list.csv", list);
    golden(&bench, "book_info", bench.ask("book info"));
    golden(&bench, "import", bench.ask("import list.csv"));
    golden(&bench, "ageing", bench.ask("ageing"));
    golden(&bench, "client_list", bench.ask("client list"));
    golden(&bench, "invoice_list", bench.ask("invoice list"));
    golden(&bench, "invoice_list_overdue", bench.ask("invoice list --state overdue --limit 1"));
    golden(
        &bench,
        "payment_add",
        bench.ask("payment add --client Fernhill --amount 1300.00 --on 2026-11-16 --method cheque"),
    );
    golden(&bench, "dispute_add", bench.ask("dispute add --invoice A-3 --amount 50 --note short"));
    golden(
        &bench,
        "contact_add",
        bench.ask("contact add --client Fernhill --on 2026-11-10 --channel call --direction in --kind talk"),
    );
    golden(&bench, "client_show", bench.ask("client show Fernhill"));
    golden(&bench, "demand_check", bench.ask("demand check --client Fernhill"));
    golden(
        &bench,
        "plan_create",
        bench.ask("plan create --client Fernhill --count 2 --start 2026-12-01 --out agreement.pdf"),
    );
    golden(&bench, "plan_sign", bench.ask("plan sign PP-2026-0001 --party client --name Fern --typed"));
    golden(&bench, "plan_list", bench.ask("plan list"));
    golden(&bench, "policy_show", bench.ask("policy show"));
    golden(&bench, "statement", bench.ask("statement --client Fernhill --out statement.pdf"));
    golden(&bench, "history", bench.ask("history --client Fernhill"));
    golden(&bench, "import_undo_refused", bench.refused(1, "import undo import-1"));
    golden(&bench, "bank_list", bench.ask("bank list --unmatched"));
    golden(&bench, "bank_match_refused", bench.refused(2, "bank match line-1 --invoice A-1"));
    bench.write(
        "bank.csv",
        "Booking date;Payer;IBAN;Reference;Amount;Balance\n\
         05.10.2026;Fernhill;CA00BANK001;A-1 for July;1200,00;1200,00\n\
         16.11.2026;FERNHILL LTD;CA00BANK001;thank you;1300,00;2500,00\n\
         17.11.2026;Lodz Drzwi;PL00BANK777;A-3;450,50;2950,50\n\
         17.11.2026;Bank;;fee;-4,00;2946,50\n",
    );
    golden(&bench, "import_bank", bench.ask("import bank.csv --as bank"));
    golden(&bench, "bank_list_lines", bench.ask("bank list"));
    golden(&bench, "bank_match_payment", bench.ask("bank match line-2 --payment payment-5"));
    golden(&bench, "export", bench.ask("export out --format csv"));
    golden(&bench, "export_refused", bench.refused(2, "export out"));
    golden(&bench, "book_business", bench.ask("book edit --town Gananoque --pay-to IBAN:1"));
    assert_eq!(TODAY, "2026-11-17", "the files above were written for that day");
}
