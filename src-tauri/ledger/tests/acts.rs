//! One writer, many readers, and changes that happen wholly or not at all.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test that cannot go on fails, and says what it saw"
)]

mod common;

use common::{Desk, morning};
use goodterms_ledger::{Access, BookKey, HistoryEntry, Span, Standing, timeline};
use sqlx::Executor;
use std::time::Duration;

async fn entries(book: &goodterms_ledger::Book) -> i64 {
    sqlx::query_scalar("SELECT count(*) FROM history")
        .fetch_one(&mut *book.read().await.unwrap())
        .await
        .unwrap()
}

#[tokio::test]
async fn a_second_writer_is_told_in_use_and_readers_are_welcome() {
    let desk = Desk::new();
    let window = desk.create().await;
    assert_eq!(desk.open(Access::Write).await.unwrap_err().code(), "in_use");
    let command = desk.open(Access::Read).await.unwrap();
    assert_eq!(entries(&command).await, 1);
    window.close().await.unwrap();
    let command = desk.open(Access::Write).await.unwrap();
    drop(command);
    let window = desk.open(Access::Write).await.unwrap();
    assert_eq!(window.standing(), Standing::InStep);
}

/// The writer's lock is per computer; a writer that does not see it (another user's, another machine's)
/// is still told by SQLite's own lock.
#[tokio::test]
async fn a_writer_from_another_home_is_told_in_use_during_an_act() {
    let desk = Desk::new();
    let here = desk.create().await;
    let elsewhere = goodterms_ledger::Home::at(desk.folder.path().join("other home"));
    let there = goodterms_ledger::Book::open(&desk.path, &desk.key, &elsewhere, Access::Write).await.unwrap();
    let mut act = here.begin(&morning()).await.unwrap();
    assert_eq!(there.begin(&morning()).await.unwrap_err().code(), "in_use");
    act.record(&HistoryEntry::new("a", "b")).await.unwrap();
    act.commit().await.unwrap();
    let mut act = there.begin(&morning()).await.unwrap();
    assert_eq!(
        act.record(&HistoryEntry::new("c", "d")).await.unwrap(),
        3,
        "it goes on from the other's entry"
    );
    act.commit().await.unwrap();
}

#[tokio::test]
async fn readers_see_the_last_commit_while_a_change_is_under_way() {
    let desk = Desk::new();
    let window = desk.create().await;
    let command = desk.open(Access::Read).await.unwrap();
    let mut act = window.begin(&morning()).await.unwrap();
    let many: Vec<HistoryEntry> =
        (0..500).map(|n| HistoryEntry::new("invoice_added", format!("invoice-{n}"))).collect();
    act.record_many(&many).await.unwrap();
    assert_eq!((entries(&window).await, entries(&command).await), (1, 1));
    act.commit().await.unwrap();
    assert_eq!((entries(&window).await, entries(&command).await), (501, 501));
}

#[tokio::test]
async fn an_act_that_is_dropped_never_happened_and_lets_the_next_one_begin() {
    let desk = Desk::new();
    let book = desk.create().await;
    for _ in 0..20 {
        let mut act = book.begin(&morning()).await.unwrap();
        act.record(&HistoryEntry::new("a", "b")).await.unwrap();
        drop(act);
    }
    // Cancelled in the middle of a query.
    for wait in 0..20 {
        let _ = tokio::time::timeout(Duration::from_micros(wait * 100), async {
            let mut act = book.begin(&morning()).await.unwrap();
            let many = vec![HistoryEntry::new("a", "b"); 300];
            act.record_many(&many).await.unwrap();
            std::future::pending::<()>().await;
        })
        .await;
    }
    let mut act = book.begin(&morning()).await.unwrap();
    assert_eq!(act.record(&HistoryEntry::new("kept", "x")).await.unwrap(), 2);
    act.commit().await.unwrap();
    assert_eq!(entries(&book).await, 2);
}

#[tokio::test]
async fn a_change_without_a_history_entry_is_not_kept() {
    let desk = Desk::new();
    let book = desk.create().await;
    let mut act = book.begin(&morning()).await.unwrap();
    act.execute("UPDATE meta SET created_by = 'nobody'").await.unwrap();
    assert_eq!(act.commit().await.unwrap_err().code(), "unexpected");
    let by: String = sqlx::query_scalar("SELECT created_by FROM meta")
        .fetch_one(&mut *book.read().await.unwrap())
        .await
        .unwrap();
    assert_eq!(by, env!("CARGO_PKG_VERSION"));
    book.begin(&morning()).await.unwrap().commit().await.unwrap();
}

/// SQLite's own limit stands in for the disk's.
#[tokio::test]
async fn a_full_disk_is_named_and_changes_nothing() {
    let desk = Desk::new();
    let book = desk.create().await;
    let mut act = book.begin(&morning()).await.unwrap();
    let pages: i64 = sqlx::query_scalar("PRAGMA page_count").fetch_one(&mut *act).await.unwrap();
    act.execute(sqlx::AssertSqlSafe(format!("PRAGMA max_page_count = {}", pages + 2))).await.unwrap();
    let many = vec![HistoryEntry::new("a", "b").with_body(&"x".repeat(500)).unwrap(); 500];
    let why = act.record_many(&many).await.unwrap_err();
    assert_eq!(
        (why.code(), why.to_string().as_str()),
        ("disk_full", "the disk is full; nothing was changed")
    );
    drop(act);
    assert_eq!(entries(&book).await, 1);
    let mut act = book.begin(&morning()).await.unwrap();
    act.execute("PRAGMA max_page_count = 1073741823").await.unwrap();
    assert_eq!(act.record_many(&many).await.unwrap(), 501);
    act.commit().await.unwrap();
}

/// A savepoint inside an act, as an import uses for a row it may have to leave out.
#[tokio::test]
async fn part_of_an_act_can_be_taken_back() {
    let desk = Desk::new();
    let book = desk.create().await;
    let mut act = book.begin(&morning()).await.unwrap();
    act.record(&HistoryEntry::new("import", "import-1")).await.unwrap();
    let mut part = sqlx::Connection::begin(&mut *act).await.unwrap();
    part.execute("UPDATE meta SET created_by = 'nobody'").await.unwrap();
    part.rollback().await.unwrap();
    act.commit().await.unwrap();
    let by: String = sqlx::query_scalar("SELECT created_by FROM meta")
        .fetch_one(&mut *book.read().await.unwrap())
        .await
        .unwrap();
    assert_eq!(by, env!("CARGO_PKG_VERSION"));
}

#[tokio::test]
async fn history_is_listed_by_client_and_page_from_either_end() {
    let desk = Desk::new();
    let book = desk.create().await;
    let mut act = book.begin(&morning()).await.unwrap();
    for n in 0..6_i64 {
        let entry = HistoryEntry::new("invoice_added", format!("invoice-{n}")).of_client(n % 2);
        act.record(&entry.with_body(&serde_json::json!({ "amount": "10.00" })).unwrap()).await.unwrap();
    }
    act.commit().await.unwrap();
    let mut reader = book.read().await.unwrap();
    let mut seqs = async |span: Span| -> Vec<i64> {
        timeline::list(&mut reader, &span).await.unwrap().iter().map(|entry| entry.seq).collect()
    };
    assert_eq!(seqs(Span::default()).await, [1, 2, 3, 4, 5, 6, 7]);
    let odd = Span { client: Some(1), ..Span::default() };
    assert_eq!(seqs(odd).await, [3, 5, 7]);
    assert_eq!(seqs(Span { after: Some(3), limit: Some(1), ..odd }).await, [5]);
    assert_eq!(seqs(Span { after: Some(7), newest_first: true, ..odd }).await, [5, 3]);
    assert!(seqs(Span { client: Some(99), ..odd }).await.is_empty());
    let entry = timeline::list(&mut reader, &odd).await.unwrap().remove(0);
    assert_eq!(entry.body.as_deref(), Some(r#"{"amount":"10.00"}"#));
    assert_eq!((entry.business_day, entry.actor.as_str()), (morning().moment.business_day, "window"));
}

#[tokio::test]
async fn a_new_key_opens_the_book_and_the_old_one_does_not() {
    let desk = Desk::new();
    let book = desk.create().await;
    let mut act = book.begin(&morning()).await.unwrap();
    act.record_many(&vec![HistoryEntry::new("a", "b"); 2_000]).await.unwrap();
    act.commit().await.unwrap();
    let salt = book.salt();
    let new = BookKey::generate().unwrap();
    let book = book.rekey(&new, &morning()).await.unwrap();
    assert_eq!((entries(&book).await, book.standing()), (2_002, Standing::InStep));
    assert!(book.begin(&morning()).await.is_ok());
    book.close().await.unwrap();
    assert_eq!(desk.open(Access::Read).await.unwrap_err().code(), "key_or_file_wrong");
    let book = goodterms_ledger::Book::open(&desk.path, &new, &desk.home, Access::Write).await.unwrap();
    assert_eq!(book.salt(), salt, "still named the same");
    let found = goodterms_ledger::verify::verify(&book).await.unwrap();
    assert!(found.pages.ok() && found.history_ok(), "{found:?}");
}
