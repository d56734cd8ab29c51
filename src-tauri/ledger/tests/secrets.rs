//! What must not be found anywhere: the key in a log, a client's words on the disk.
//! (One process per test, as the log capture is the process's.)
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test that cannot go on fails, and says what it saw"
)]

mod common;

use common::{Desk, morning, put};
use goodterms_ledger::{Access, Book, BookKey, HistoryEntry, Phrase};
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, Connection, Executor};
use std::fmt::Write;
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tracing::field::{Field, Visit};
use tracing::span;

const KEY: [u8; 32] = *b"\xa7\x31this key is found wherever it!";

fn key_hex() -> String {
    KEY.iter().fold(String::new(), |mut hex, byte| {
        write!(hex, "{byte:02x}").unwrap();
        hex
    })
}

/// Everything anyone logs at any level, as text.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<String>>);

impl Log {
    fn take(&self) -> String {
        std::mem::take(&mut self.0.lock().unwrap())
    }
}

impl tracing::Subscriber for Log {
    fn enabled(&self, _: &tracing::Metadata<'_>) -> bool {
        true
    }
    fn new_span(&self, attributes: &span::Attributes<'_>) -> span::Id {
        attributes.record(&mut Line(&self.0));
        span::Id::from_u64(1)
    }
    fn record(&self, _: &span::Id, values: &span::Record<'_>) {
        values.record(&mut Line(&self.0));
    }
    fn record_follows_from(&self, _: &span::Id, _: &span::Id) {}
    fn event(&self, event: &tracing::Event<'_>) {
        event.record(&mut Line(&self.0));
    }
    fn enter(&self, _: &span::Id) {}
    fn exit(&self, _: &span::Id) {}
}

struct Line<'a>(&'a Mutex<String>);

impl Visit for Line<'_> {
    fn record_debug(&mut self, field: &Field, value: &dyn std::fmt::Debug) {
        writeln!(self.0.lock().unwrap(), "{field}: {value:?}").unwrap();
    }
}

/// The options a hasty hand would write.
fn hasty(path: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(path)
        .pragma("key", format!("\"x'{}'\"", key_hex()))
        .pragma("journal_mode", "TRUNCATE")
}

/// Keeps everyone out for longer than sqlx waits before it calls a statement slow.
async fn slow_down(path: &Path) -> tokio::task::JoinHandle<()> {
    let mut other = hasty(path).disable_statement_logging().connect().await.unwrap();
    other.execute("BEGIN EXCLUSIVE").await.unwrap();
    tokio::spawn(async move {
        tokio::time::sleep(Duration::from_millis(1_300)).await;
        other.execute("ROLLBACK").await.unwrap();
        other.close().await.unwrap();
    })
}

#[tokio::test]
async fn the_key_is_in_no_log_however_slow_the_disk() {
    let log = Log::default();
    tracing::subscriber::set_global_default(log.clone()).unwrap();
    let desk = Desk { key: BookKey::from_bytes(&KEY), ..Desk::new() };
    desk.create().await.close().await.unwrap();
    assert!(!log.take().contains(&key_hex()), "while the book was made");

    // The capture works: the hasty way does leak.
    let slow = slow_down(&desk.path).await;
    hasty(&desk.path).connect().await.unwrap().close().await.unwrap();
    slow.await.unwrap();
    assert!(log.take().contains(&key_hex()), "the control: sqlx itself logs a slow key pragma");

    for access in [Access::Read, Access::Write] {
        let slow = slow_down(&desk.path).await;
        let book = desk.open(access).await.unwrap();
        slow.await.unwrap();
        let shown = format!("{book:?}");
        book.close().await.unwrap();
        let logged = log.take();
        for text in [&logged, &shown] {
            assert!(!text.contains(&key_hex()) && !text.contains("this key is found"), "{text}");
        }
        assert!(!logged.contains("PRAGMA"), "no statement is logged at all: {logged}");
    }

    // Nor in any error on the way.
    let wrong = BookKey::from_bytes(&[0xee; 32]);
    let refused = Book::open(&desk.path, &wrong, &desk.home, Access::Write).await.unwrap_err();
    let shown = format!("{refused:?} {refused} {}", log.take());
    assert!(!shown.contains("eeeeeeee"), "{shown}");
}

/// The text of every file under `folder` that holds `needle`.
fn files_with(folder: &Path, needle: &[u8]) -> Vec<String> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let path = entry.path();
        if path.is_dir() {
            found.extend(files_with(&path, needle));
        } else if std::fs::read(&path).unwrap().windows(needle.len()).any(|window| window == needle) {
            found.push(path.display().to_string());
        }
    }
    found
}

#[tokio::test]
async fn no_word_and_no_key_lies_open_on_the_disk() {
    const MARKER: &str = "Zanzibar Upholstery";
    let desk = Desk { key: BookKey::from_bytes(&KEY), ..Desk::new() };
    let folder = desk.folder.path();
    let phrase = Phrase::of(&desk.key).unwrap();
    let needles: [&[u8]; 6] = [
        MARKER.as_bytes(),
        b"invoice_added",
        b"SQLite format 3",
        b"CREATE TABLE",
        &KEY[..16],
        &phrase.reveal().as_bytes()[..20],
    ];
    let hex = key_hex();
    let look = |when: &str| {
        for needle in needles.iter().copied().chain([hex.as_bytes()]) {
            let found = files_with(folder, needle);
            assert!(found.is_empty(), "{when}: {} lies open in {found:?}", String::from_utf8_lossy(needle));
        }
    };
    // The search finds what is there.
    put(&folder.join("control"), format!("..{MARKER}..").as_bytes());
    assert_eq!(files_with(folder, MARKER.as_bytes()).len(), 1);
    std::fs::remove_file(folder.join("control")).unwrap();

    let book = desk.create().await;
    let entry = HistoryEntry::new("invoice_added", MARKER).with_body(&MARKER.repeat(20)).unwrap();
    let mut act = book.begin(&morning()).await.unwrap();
    act.record_many(&vec![entry.clone(); 500]).await.unwrap();
    act.commit().await.unwrap();
    look("after a commit");

    // In the middle of a change that does not fit in memory: journal and file are being written.
    let mut act = book.begin(&morning()).await.unwrap();
    act.execute("PRAGMA cache_size = 10").await.unwrap();
    act.redact(3, "erasure request").await.unwrap();
    act.record_many(&vec![entry; 2_000]).await.unwrap();
    sqlx::query_scalar::<_, i64>(
        "SELECT count(*) FROM (SELECT DISTINCT body || seq FROM history_body ORDER BY 1)",
    )
    .fetch_one(&mut *act)
    .await
    .unwrap();
    let journal = desk.path.with_file_name("Harbour Joinery.book-journal");
    assert!(std::fs::metadata(journal).unwrap().len() > 4_096, "the journal is in use");
    look("in the middle of a change");
    drop(act);
    book.close().await.unwrap();
    look("after closing");
}
