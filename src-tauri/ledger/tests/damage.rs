//! A damaged file is noticed, never read as if it were whole.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test that cannot go on fails, and says what it saw"
)]

mod common;

use common::{Desk, morning, put};
use goodterms_ledger::{Access, Book, HistoryEntry, LedgerError, verify};

/// A small generator, so that every run flips the same bits.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0).unwrap() % limit
    }
}

async fn whole_book(desk: &Desk) -> Vec<u8> {
    let book = desk.create().await;
    let mut act = book.begin(&morning()).await.unwrap();
    let entries: Vec<HistoryEntry> = (0..400)
        .map(|n| {
            HistoryEntry::new("invoice_added", format!("invoice-{n}")).with_body(&"x".repeat(n)).unwrap()
        })
        .collect();
    act.record_many(&entries).await.unwrap();
    act.commit().await.unwrap();
    book.close().await.unwrap();
    std::fs::read(&desk.path).unwrap()
}

/// Whether opening or going through these bytes says that something is wrong.
async fn is_noticed(desk: &Desk, bytes: &[u8]) -> bool {
    put(&desk.path, bytes);
    match Book::open(&desk.path, &desk.key, &desk.home, Access::Read).await {
        Err(LedgerError::CannotOpen(_)) => true,
        Err(other) => panic!("damage was called {other:?}"),
        Ok(book) => {
            let found = verify::verify(&book).await.unwrap();
            book.close().await.unwrap();
            !(found.pages.ok() && found.history_ok())
        }
    }
}

#[tokio::test]
async fn every_flipped_bit_is_noticed() {
    let desk = Desk::new();
    let whole = whole_book(&desk).await;
    assert!(!is_noticed(&desk, &whole).await, "the whole book is not accused");
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
    let mut noticed = 0;
    for round in 0..200 {
        let mut bytes = whole.clone();
        // Every tenth in the first page, where the salt and the header are.
        let place = dice.below(if round % 10 == 0 { 4_096 } else { whole.len() });
        bytes[place] ^= 1 << dice.below(8);
        assert!(is_noticed(&desk, &bytes).await, "a bit at {place} of {}", whole.len());
        noticed += 1;
    }
    println!("{noticed} of 200 flipped bits noticed in a book of {} pages", whole.len() / 4_096);
}

#[tokio::test]
async fn every_cut_is_noticed() {
    let desk = Desk::new();
    let whole = whole_book(&desk).await;
    let pages = whole.len() / 4_096;
    for page in 0..pages {
        assert!(is_noticed(&desk, &whole[..page * 4_096]).await, "cut after page {page} of {pages}");
    }
    let mut dice = Dice(0x1234_5678_9abc_def1);
    for _ in 0..40 {
        let place = dice.below(whole.len());
        assert!(is_noticed(&desk, &whole[..place]).await, "cut at {place} of {}", whole.len());
    }
}

#[tokio::test]
async fn zeroed_and_exchanged_pages_are_noticed() {
    let desk = Desk::new();
    let whole = whole_book(&desk).await;
    let pages = whole.len() / 4_096;
    for page in 0..pages {
        let mut bytes = whole.clone();
        bytes[page * 4_096..][..4_096].fill(0);
        assert!(is_noticed(&desk, &bytes).await, "page {page} of zeros");
        let other = (page + 1) % pages;
        let mut bytes = whole.clone();
        bytes[page * 4_096..][..4_096].copy_from_slice(&whole[other * 4_096..][..4_096]);
        assert!(is_noticed(&desk, &bytes).await, "page {other} in the place of {page}");
    }
}
