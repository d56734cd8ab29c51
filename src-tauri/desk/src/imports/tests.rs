//! Bank statements and originals in a real book: what is known again, what lines pay, and taking it back.

use super::*;
use crate::Clock;
use crate::ageing::{AgeingAsk, ageing};
use crate::bank::{
    BankAccountsAsk, BankExact, BankLineView, BankList, BankMatch, BankUnmatch, bank_accounts, bank_list,
    bank_match, bank_match_exact, bank_unmatch,
};
use crate::books::{BookCreate, BookVerify, book_create, book_verify};
use crate::clients::{ClientAdd, ClientWords, client_add};
use crate::invoices::{InvoiceAdd, InvoiceListAsk, invoice_add, invoice_list};
use crate::payments::{PaymentReverse, payment_reverse};
use goodterms_intake::{BalanceDraft, BankLineDraft, Intake, Kind, Reading, RowCounts, StatementDraft};
use goodterms_terms::{Currency, Money, day};
use tempfile::TempDir;

struct Place {
    desk: Desk,
    _folder: TempDir,
}

fn on(text: &str) -> Day {
    day::parse(text).unwrap()
}

impl Place {
    /// A book in that currency, with Aster who owes and Birk who owes B-1, 100 major units each.
    async fn new(currency: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let now = "2026-11-17T14:05:00Z".parse().unwrap();
        let desk = Desk::new(folder.path().join("home"), Clock::Frozen(now), "tester");
        let ask = BookCreate {
            path: folder.path().join("Birch.book").to_str().unwrap().to_owned(),
            name: "Birch".to_owned(),
            country: "CA".to_owned(),
            currency: currency.to_owned(),
            time_zone: Some("America/Toronto".to_owned()),
            passphrase: Some("a quiet passphrase".to_owned()),
            keychain: false,
            ..BookCreate::default()
        };
        book_create(&desk, ask).await.unwrap();
        let place = Self { desk, _folder: folder };
        for (client, numbers) in [("Aster Ltd", ["A-1001", "A-1002"].as_slice()), ("Birk", &["B-2001"])] {
            let words = ClientWords { name: Some(client.to_owned()), ..ClientWords::default() };
            client_add(&place.desk, ClientAdd { words, as_of: None }).await.unwrap();
            for number in numbers {
                let ask = InvoiceAdd {
                    client: client.to_owned(),
                    number: (*number).to_owned(),
                    total: "100".to_owned(),
                    issued: Some(on("2026-09-01")),
                    due: Some(on("2026-10-01")),
                    ..InvoiceAdd::default()
                };
                invoice_add(&place.desk, ask).await.unwrap();
            }
        }
        place
    }

    async fn bring(&self, read: Intake) -> ImportReport {
        let file = commit::File {
            name: "bank.sta".to_owned(),
            sha256: vec![7; 32],
            original: None,
            learned: Learned::Nothing,
        };
        let working = self.desk.work().begin(Phase::Reading, 0);
        bring_in(&self.desk, &ImportAsk::default(), file, read, &working).await.unwrap()
    }

    async fn lines(&self) -> Vec<BankLineView> {
        let mut lines = bank_list(&self.desk, BankList::default()).await.unwrap().lines;
        lines.reverse();
        lines
    }

    async fn balance(&self, number: &str) -> String {
        let list = invoice_list(&self.desk, InvoiceListAsk::default()).await.unwrap().invoices;
        list.into_iter().find(|invoice| invoice.number == number).unwrap().balance
    }

    async fn net(&self, currency: &str, as_of: &str) -> String {
        let view = ageing(&self.desk, AgeingAsk { as_of: Some(on(as_of)) }).await.unwrap();
        view.currencies.get(currency).map_or("none".to_owned(), |figures| figures.net.clone())
    }

    async fn is_whole(&self) {
        let proof = book_verify(&self.desk, BookVerify {}).await.unwrap();
        assert!(proof.is_whole(), "{:?}", proof.damage);
    }

    async fn undo(&self, import: &str) -> Answer<ImportUndone> {
        import_undo(&self.desk, ImportUndo { import: import.to_owned(), as_of: None }).await
    }
}

/// A statement: day, major units, payer, text.
fn statement(currency: &str, lines: &[(&str, &str, &str, &str)]) -> Intake {
    let currency = Currency::from_code(currency).unwrap();
    let money = |text: &str| Money::parse(text, currency).unwrap();
    let drafts: Vec<BankLineDraft> = (1..)
        .zip(lines)
        .map(|(row, (day, amount, payer, text))| BankLineDraft {
            on: on(day),
            value_on: None,
            amount: money(amount),
            payer: Some((*payer).to_owned()),
            payer_account: Some(format!("DE{}", payer.len())),
            reference: None,
            text: (*text).to_owned(),
            bank_id: None,
            reversal: false,
            row,
        })
        .collect();
    let rows = RowCounts { read: drafts.len() as u64, used: drafts.len() as u64, ..RowCounts::default() };
    let closing = Some(BalanceDraft { on: Some(on("2026-11-16")), amount: money("500") });
    let account = Some("CA123".to_owned());
    Intake {
        reading: Reading::of(Kind::Bank, Format::Mt940),
        clients: Vec::new(),
        invoices: Vec::new(),
        credit_notes: Vec::new(),
        payments: Vec::new(),
        statements: vec![StatementDraft { account, currency, opening: None, closing, lines: drafts }],
        letters: Vec::new(),
        skipped: Vec::new(),
        warnings: Vec::new(),
        rows,
    }
}

const WEEK: &[(&str, &str, &str, &str)] = &[
    ("2026-11-10", "100", "ASTER LTD", "Invoice A-1001 with thanks"),
    ("2026-11-11", "-12", "The bank", "Fees"),
    ("2026-11-12", "60", "Somebody", "on account"),
];

#[tokio::test]
async fn overlapping_statements_bring_each_line_once() {
    let place = Place::new("CAD").await;
    let report = place.bring(statement("CAD", WEEK)).await;
    assert_eq!((report.created.bank_lines, report.unchanged.bank_lines), (3, 0));
    let longer = [WEEK, &[("2026-11-13", "60", "Somebody", "on account")]].concat();
    let report = place.bring(statement("CAD", &longer)).await;
    assert_eq!((report.created.bank_lines, report.unchanged.bank_lines), (1, 3));
    let again = place.bring(statement("CAD", &longer)).await;
    assert_eq!((again.import, again.unchanged.bank_lines), (None, 4));
    assert_eq!(place.lines().await.len(), 4);
    let accounts = bank_accounts(&place.desk, BankAccountsAsk {}).await.unwrap().accounts;
    assert_eq!((accounts.len(), accounts[0].lines, accounts[0].unmatched), (1, 4, 3));
    assert_eq!(accounts[0].balance.as_deref(), Some("500.00"));
    assert_eq!(place.net("CAD", "2026-11-17").await, "300.00", "a line pays nothing by itself");
    place.is_whole().await;
}

#[tokio::test]
async fn exact_lines_go_in_together_and_can_be_taken_back() {
    for (currency, hundred, whole) in
        [("CAD", "100.00", "300.00"), ("JPY", "100", "300"), ("KWD", "100.000", "300.000")]
    {
        let place = Place::new(currency).await;
        place.bring(statement(currency, WEEK)).await;
        let lines = place.lines().await;
        let exact = &lines[0].suggestions[0];
        assert!(exact.exact, "{exact:?}");
        assert_eq!((exact.invoice.as_str(), exact.amount.as_str()), ("A-1001", hundred));
        assert!(exact.evidence.iter().any(|why| why.code == "number_in_text"));
        assert!(lines[1].suggestions.is_empty(), "money out pays nothing");
        let done = bank_match_exact(&place.desk, BankExact::default()).await.unwrap();
        assert_eq!((done.lines.len(), done.payments.len()), (1, 1));
        let matched = &done.lines[0].matched[0];
        assert_eq!((matched.invoice.as_str(), matched.amount.as_str()), ("A-1001", hundred));
        assert_eq!(place.net(currency, "2026-11-09").await, whole, "it counts from the line's own day");
        place.is_whole().await;

        let lines = done.lines.iter().map(|line| line.id.clone()).collect();
        bank_unmatch(&place.desk, BankUnmatch { lines, ..BankUnmatch::default() }).await.unwrap();
        assert_eq!(place.net(currency, "2026-11-17").await, whole, "as if it had never been");
        assert!(place.lines().await.iter().all(|line| line.matched.is_empty()));
        place.is_whole().await;
    }
}

#[tokio::test]
async fn a_line_can_pay_several_and_what_is_over_becomes_credit() {
    let place = Place::new("CAD").await;
    let big = [("2026-11-10", "250", "Aster", "for all")];
    place.bring(statement("CAD", &big)).await;
    let line = place.lines().await.remove(0).id;
    let ask = |invoices: &[&str], amount: Option<&str>| BankMatch {
        line: line.clone(),
        invoices: invoices.iter().map(|number| (*number).to_owned()).collect(),
        amount: amount.map(str::to_owned),
        ..BankMatch::default()
    };
    let code = |refused: DeskError| refused.code;
    assert_eq!(
        code(bank_match(&place.desk, ask(&["A-1001"], Some("101"))).await.unwrap_err()),
        "bank_match_too_much"
    );
    assert_eq!(
        code(bank_match(&place.desk, ask(&["A-1001"], Some("251"))).await.unwrap_err()),
        "bank_match_too_much"
    );
    assert_eq!(
        code(bank_match(&place.desk, ask(&["A-1001", "B-2001"], None)).await.unwrap_err()),
        "payer_missing"
    );
    let done = bank_match(&place.desk, ask(&["A-1001", "A-1002"], None)).await.unwrap();
    assert_eq!((done.lines[0].matched.len(), done.lines[0].left.as_str()), (2, "50.00"));
    let rest = BankMatch { line: line.clone(), client: Some("Aster Ltd".to_owned()), ..BankMatch::default() };
    let done = bank_match(&place.desk, rest).await.unwrap();
    assert_eq!((done.lines[0].left.as_str(), done.lines[0].credit.as_str()), ("0.00", "50.00"));
    assert_eq!(code(bank_match(&place.desk, ask(&["B-2001"], None)).await.unwrap_err()), "bank_line_spent");
    assert_eq!(place.net("CAD", "2026-11-17").await, "50.00");
    place.is_whole().await;
    let undone =
        bank_unmatch(&place.desk, BankUnmatch { lines: vec![line], ..BankUnmatch::default() }).await.unwrap();
    assert_eq!((undone.payments.len(), undone.lines[0].left.as_str()), (2, "250.00"));
    assert_eq!(place.net("CAD", "2026-11-17").await, "300.00");
    place.is_whole().await;
}

/// Who paid before is remembered by the matches that stand, and by nothing else.
#[tokio::test]
async fn a_payer_is_known_as_long_as_a_match_stands() {
    let place = Place::new("CAD").await;
    let lines = [("2026-11-10", "30", "Holding 77", "x"), ("2026-11-12", "100", "Holding 77", "y")];
    place.bring(statement("CAD", &lines)).await;
    let knows = async || {
        let lines = place.lines().await;
        lines[1].suggestions.iter().any(|one| one.evidence.iter().any(|why| why.code == "payer_known"))
    };
    assert!(!knows().await);
    let line = place.lines().await[0].id.clone();
    let ask = BankMatch { line: line.clone(), invoices: vec!["B-2001".to_owned()], ..BankMatch::default() };
    let done = bank_match(&place.desk, ask).await.unwrap();
    assert!(knows().await);
    let taken = PaymentReverse { payment: done.payments[0].clone(), ..PaymentReverse::default() };
    payment_reverse(&place.desk, taken).await.unwrap();
    assert!(!knows().await, "taking the payment back unmatches the line");
    let refused =
        bank_unmatch(&place.desk, BankUnmatch { lines: vec![line], ..BankUnmatch::default() }).await;
    assert_eq!(refused.unwrap_err().code, "bank_line_unmatched");
    place.is_whole().await;
}

#[tokio::test]
async fn a_statement_is_taken_back_unless_a_line_of_it_pays() {
    let place = Place::new("CAD").await;
    let import = place.bring(statement("CAD", WEEK)).await.import.unwrap();
    bank_match_exact(&place.desk, BankExact::default()).await.unwrap();
    let refused = place.undo(&import).await.unwrap_err();
    assert_eq!(refused.code, "import_matched");
    assert_eq!(refused.candidates.len(), 1);
    assert!(refused.candidates[0].starts_with("line-"), "{:?}", refused.candidates);
    let lines = vec![place.lines().await[0].id.clone()];
    bank_unmatch(&place.desk, BankUnmatch { lines, ..BankUnmatch::default() }).await.unwrap();
    assert_eq!(place.undo(&import).await.unwrap().taken_back.bank_lines, 3);
    assert!(place.lines().await.is_empty());
    let again = place.bring(statement("CAD", WEEK)).await;
    assert_eq!(again.created.bank_lines, 3, "its lines are new again");
    assert_eq!(place.balance("A-1001").await, "100.00");
    place.is_whole().await;
}

#[tokio::test]
async fn two_lines_for_one_invoice_are_left_to_a_person() {
    let place = Place::new("CAD").await;
    let twice = [("2026-11-10", "100", "Aster", "A-1001"), ("2026-11-11", "100", "Aster", "A-1001")];
    place.bring(statement("CAD", &twice)).await;
    let lines: Vec<String> = place.lines().await.into_iter().map(|line| line.id).collect();
    assert!(bank_match_exact(&place.desk, BankExact::default()).await.unwrap().lines.is_empty());
    let named = BankExact { lines: vec![lines[0].clone()], ..BankExact::default() };
    assert_eq!(bank_match_exact(&place.desk, named).await.unwrap_err().code, "bank_line_doubtful");
}

/// An original is kept once, with its import, and let go with it.
#[tokio::test]
async fn an_original_stays_as_long_as_its_import() {
    let place = Place::new("CAD").await;
    let bytes = b"<Invoice/>".to_vec();
    let file = commit::File {
        name: "invoice.xml".to_owned(),
        sha256: Sha256::digest(&bytes).to_vec(),
        original: Some(bytes.clone()),
        learned: Learned::Nothing,
    };
    let working = place.desk.work().begin(Phase::Reading, 0);
    let read = statement("CAD", WEEK);
    let report = bring_in(&place.desk, &ImportAsk::default(), file, read, &working).await.unwrap();
    drop(working);
    let kept = async || {
        let mut look = place.desk.look(None).await.unwrap();
        goodterms_ledger::original::of_import(&mut look.reader, 1).await.unwrap()
    };
    assert_eq!(kept().await, Some(bytes));
    place.is_whole().await;
    place.undo(&report.import.unwrap()).await.unwrap();
    assert_eq!(kept().await, None);
}
