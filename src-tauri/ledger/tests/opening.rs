//! Making, opening and closing a book, and every way that can be refused.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test that cannot go on fails, and says what it saw"
)]

mod common;

use common::{Desk, morning, put};
use goodterms_ledger::{Access, Book, BookKey, HistoryEntry, LedgerError, NewBook, OpenCode, Standing};
use sqlx::Executor;

fn open_code(outcome: Result<Book, LedgerError>) -> OpenCode {
    match outcome {
        Err(LedgerError::CannotOpen(why)) => why.code,
        other => panic!("expected a book that cannot be opened, got {other:?}"),
    }
}

#[tokio::test]
async fn a_book_is_made_closed_and_opened_again_and_its_folder_holds_nothing_else() {
    let desk = Desk::new();
    let book = desk.create().await;
    let mut act = book.begin(&morning()).await.unwrap();
    assert_eq!(act.record(&HistoryEntry::new("invoice_added", "invoice-1").of_client(7)).await.unwrap(), 2);
    let committed = act.commit().await.unwrap();
    assert_eq!((committed.head.seq, committed.anchored), (2, true));
    let salt = book.salt();
    book.close().await.unwrap();
    assert_eq!(desk.names(), ["Harbour Joinery.book"]);

    let book = desk.open(Access::Read).await.unwrap();
    assert_eq!((book.salt(), book.standing()), (salt, Standing::InStep));
    let subjects: Vec<String> = sqlx::query_scalar("SELECT subject FROM history ORDER BY seq")
        .fetch_all(&mut *book.read().await.unwrap())
        .await
        .unwrap();
    assert_eq!(subjects, ["book", "invoice-1"]);
    let denied = book.begin(&morning()).await.unwrap_err();
    assert_eq!(denied.code(), "book_read_only");
    book.close().await.unwrap();
    assert_eq!(desk.names(), ["Harbour Joinery.book"]);
}

#[tokio::test]
async fn the_file_is_set_up_as_promised() {
    async fn ask(book: &mut sqlx::SqliteConnection, pragma: &'static str) -> String {
        use sqlx::{Row, ValueRef};
        let row = book.fetch_one(pragma).await.unwrap();
        match row.try_get_raw(0).unwrap().type_info().to_string().as_str() {
            "TEXT" => row.get(0),
            _ => row.get::<i64, _>(0).to_string(),
        }
    }
    let desk = Desk::new();
    let book = desk.create().await;
    let mut act = book.begin(&morning()).await.unwrap();
    for (pragma, value) in [
        ("PRAGMA journal_mode", "truncate"),
        ("PRAGMA synchronous", "3"),
        ("PRAGMA foreign_keys", "1"),
        ("PRAGMA temp_store", "2"),
        ("PRAGMA page_size", "4096"),
        ("PRAGMA cache_size", "-32768"),
        ("PRAGMA secure_delete", "1"),
    ] {
        assert_eq!(ask(&mut act, pragma).await, value, "{pragma}");
    }
    assert!(ask(&mut act, "PRAGMA cipher_version").await.starts_with("4."));
    drop(act);
    let mut reader = book.read().await.unwrap();
    assert_eq!(ask(&mut reader, "PRAGMA query_only").await, "1");
    let written =
        sqlx::query("INSERT INTO history_body VALUES (9, zeroblob(16), '')").execute(&mut *reader).await;
    assert!(written.unwrap_err().to_string().contains("readonly"), "a reader cannot write");
}

#[tokio::test]
async fn a_new_book_never_lies_over_anything_and_leaves_no_trace_when_given_up() {
    let desk = Desk::new();
    let given_up = NewBook::start(&desk.path, &desk.key, &desk.home, &morning()).await.unwrap();
    drop(given_up);
    // The connection is let go by its own thread, which may take the blink of an eye longer.
    for _ in 0..100 {
        if desk.names().is_empty() {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    }
    assert_eq!(desk.names(), Vec::<String>::new());

    std::fs::File::create(&desk.path).unwrap();
    let refused = Book::create(&desk.path, &desk.key, &desk.home, &morning()).await.unwrap_err();
    assert_eq!(refused.code(), "book_exists");
    std::fs::remove_file(&desk.path).unwrap();

    // Something comes to lie there while the book is being filled.
    let late = NewBook::start(&desk.path, &desk.key, &desk.home, &morning()).await.unwrap();
    std::fs::File::create(&desk.path).unwrap();
    assert_eq!(late.keep().await.unwrap_err().code(), "book_exists");
    assert_eq!(std::fs::metadata(&desk.path).unwrap().len(), 0, "what came to lie there is untouched");
    assert_eq!(desk.names(), ["Harbour Joinery.book"]);
}

#[tokio::test]
async fn each_reason_not_to_open_has_its_own_name_and_leaves_the_file_alone() {
    let desk = Desk::new();
    desk.create().await.close().await.unwrap();
    let before = std::fs::read(&desk.path).unwrap();

    let wrong = BookKey::generate().unwrap();
    for access in [Access::Read, Access::Write] {
        let outcome = Book::open(&desk.path, &wrong, &desk.home, access).await;
        assert_eq!(open_code(outcome), OpenCode::KeyOrFileWrong);
    }
    let nowhere = Book::open(&desk.path.with_extension("gone"), &desk.key, &desk.home, Access::Write).await;
    assert_eq!(open_code(nowhere), OpenCode::NoSuchBook);
    let a_folder = Book::open(desk.path.parent().unwrap(), &desk.key, &desk.home, Access::Read).await;
    assert_eq!(open_code(a_folder), OpenCode::NotABook);

    let plain = desk.path.with_file_name("plain.db");
    put(&plain, b"SQLite format 3\0and the rest");
    assert_eq!(open_code(Book::open(&plain, &desk.key, &desk.home, Access::Read).await), OpenCode::NotABook);
    put(&plain, b"short");
    assert_eq!(open_code(Book::open(&plain, &desk.key, &desk.home, Access::Read).await), OpenCode::NotABook);

    assert_eq!(std::fs::read(&desk.path).unwrap(), before);
    assert_eq!(desk.open(Access::Write).await.unwrap().standing(), Standing::InStep);
}

#[tokio::test]
async fn a_book_from_a_later_version_is_left_alone() {
    let desk = Desk::new();
    let book = desk.create().await;
    let mut act = book.begin(&morning()).await.unwrap();
    act.execute(
        "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time)
         VALUES (9999, 'from tomorrow', 1, x'00', 0)",
    )
    .await
    .unwrap();
    act.record(&HistoryEntry::new("upgraded", "book")).await.unwrap();
    act.commit().await.unwrap();
    book.close().await.unwrap();
    let before = std::fs::read(&desk.path).unwrap();
    for access in [Access::Read, Access::Write] {
        assert_eq!(open_code(desk.open(access).await), OpenCode::BookNewer);
    }
    assert_eq!(std::fs::read(&desk.path).unwrap(), before);
    assert_eq!(desk.names(), ["Harbour Joinery.book"]);
}

#[tokio::test]
async fn a_moved_or_copied_book_is_still_known() {
    let desk = Desk::new();
    let book = desk.create().await;
    let salt = book.salt();
    book.close().await.unwrap();
    let moved = desk.path.with_file_name("Umzug – größer 🪚.book");
    std::fs::rename(&desk.path, &moved).unwrap();
    let book = Book::open(&moved, &desk.key, &desk.home, Access::Write).await.unwrap();
    assert_eq!((book.salt(), book.standing()), (salt, Standing::InStep));
}
