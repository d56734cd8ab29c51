//! The program is killed at any instant, again and again: nothing it had acknowledged is lost.
//!
//! Each test runs itself as a second process, told by an environment variable, and kills that.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test that cannot go on fails, and says what it saw"
)]

mod common;

use common::{Desk, morning, names_in};
use goodterms_ledger::{Access, Book, BookKey, HistoryEntry, Home, Standing, verify};
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

const FOLDER: &str = "GOODTERMS_TEST_KILLED_FOLDER";
const KEY: [u8; 32] = [0x6b; 32];

/// This test as a process of its own, working in `folder`.
fn second_self(test: &str, folder: &Path) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["--exact", test, "--nocapture"])
        .env(FOLDER, folder)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// The folder to work in, if this process is to be killed.
fn to_be_killed() -> Option<PathBuf> {
    std::env::var_os(FOLDER).map(PathBuf::from)
}

fn say(line: &str) {
    let mut out = std::io::stdout().lock();
    writeln!(out, "\n{line}").unwrap();
    out.flush().unwrap();
}

/// Commits small and large changes as fast as it can and says each when it is kept.
async fn write_for_ever(folder: &Path) -> ! {
    let home = Home::at(folder.join("home"));
    let book =
        Book::open(&folder.join("a.book"), &BookKey::from_bytes(&KEY), &home, Access::Write).await.unwrap();
    for round in 0_usize.. {
        let mut act = book.begin(&morning()).await.unwrap();
        let entry =
            HistoryEntry::new("payment_added", "payment").with_body(&"p".repeat(round % 700)).unwrap();
        let seq = act.record_many(&vec![entry; if round % 4 == 3 { 150 } else { 1 }]).await.unwrap();
        if round % 5 == 4 {
            drop(act);
        } else {
            act.commit().await.unwrap();
            say(&format!("ack {seq}"));
        }
    }
    unreachable!("rounds do not end")
}

#[tokio::test]
async fn nothing_acknowledged_is_lost_when_the_writer_is_killed() {
    if let Some(folder) = to_be_killed() {
        write_for_ever(&folder).await;
    }
    let desk = Desk::new();
    let folder = desk.folder.path();
    let (path, key, home) = (folder.join("a.book"), BookKey::from_bytes(&KEY), Home::at(folder.join("home")));
    Book::create(&path, &key, &home, &morning()).await.unwrap().close().await.unwrap();

    let (mut acknowledged, mut hot_journals) = (0, 0);
    for round in 0..30_u64 {
        let mut child = second_self("nothing_acknowledged_is_lost_when_the_writer_is_killed", folder);
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let mut acks =
            lines.map_while(Result::ok).filter_map(|line| line.strip_prefix("ack ")?.parse::<i64>().ok());
        let mut last = acks.next().expect("the writer kept at least one change");
        acknowledged += 1;
        let killer = std::thread::spawn(move || {
            std::thread::sleep(Duration::from_micros(500 + round * 7_919 % 120_000));
            child.kill().unwrap();
            child.wait().unwrap();
        });
        for ack in acks {
            acknowledged += 1;
            last = ack;
        }
        killer.join().unwrap();
        let journal = folder.join("a.book-journal");
        hot_journals += i32::from(std::fs::metadata(journal).is_ok_and(|journal| journal.len() > 0));

        // Alternately a reader and a writer is the first to come after the crash.
        let access = if round % 2 == 0 { Access::Read } else { Access::Write };
        let book = Book::open(&path, &key, &home, access).await.unwrap();
        assert_eq!(book.standing(), Standing::InStep);
        let found = verify::verify(&book).await.unwrap();
        assert!(found.pages.ok() && found.history_ok(), "round {round}: {found:?}");
        let entries = found.chain.unwrap().entries;
        assert!(entries >= last, "round {round}: entry {last} was acknowledged, {entries} are there");
        book.close().await.unwrap();
    }
    println!("30 kills, {acknowledged} acknowledged changes, {hot_journals} journals left to undo");
}

#[tokio::test]
async fn a_book_is_there_wholly_or_not_at_all_when_its_making_is_killed() {
    let path = |folder: &Path, n: u64| folder.join(format!("{n}.book"));
    if let Some(folder) = to_be_killed() {
        let home = Home::at(folder.join("home"));
        say("ack 0");
        for n in 0.. {
            Book::create(&path(&folder, n), &BookKey::from_bytes(&KEY), &home, &morning()).await.unwrap();
        }
    }
    let key = BookKey::from_bytes(&KEY);
    let mut books = 0;
    for round in 0..12_u64 {
        let desk = Desk::new();
        let folder = desk.folder.path();
        let mut child = second_self("a_book_is_there_wholly_or_not_at_all_when_its_making_is_killed", folder);
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok);
        assert!(lines.any(|line| line == "ack 0"));
        std::thread::sleep(Duration::from_millis(round * 17 % 120));
        child.kill().unwrap();
        child.wait().unwrap();
        let home = Home::at(folder.join("home"));
        for name in names_in(folder).iter().filter(|name| name.ends_with(".book")) {
            let book = Book::open(&folder.join(name), &key, &home, Access::Write).await.unwrap();
            let found = verify::verify(&book).await.unwrap();
            assert!(found.pages.ok() && found.history_ok(), "{found:?}");
            books += 1;
        }
    }
    assert!(books > 0, "some were finished before the kill");
}
