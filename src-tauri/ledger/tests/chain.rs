//! History as evidence: any change to it is found, and named exactly.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test that cannot go on fails, and says what it saw"
)]

mod common;

use common::{Desk, morning, put};
use goodterms_ledger::{Access, Book, HistoryEntry, Standing, chain, verify};
use sqlx::{AssertSqlSafe, Executor};

/// A book with `count` entries after the first.
async fn book_with(desk: &Desk, count: i64) -> Book {
    let book = desk.create().await;
    let mut act = book.begin(&morning()).await.unwrap();
    let entries: Vec<HistoryEntry> = (0..count)
        .map(|n| {
            let entry = HistoryEntry::new("payment_added", format!("payment-{n}"));
            let entry = if n % 3 == 0 { entry } else { entry.of_client(n % 50) };
            entry
                .with_body(&serde_json::json!({ "payer": format!("Zoë “{n}”\n\tÅngström"), "minor": n * 7 }))
                .unwrap()
        })
        .collect();
    act.record_many(&entries).await.unwrap();
    act.commit().await.unwrap();
    book
}

/// Does what only someone with the key and bad intentions can, inside an act that is never kept.
async fn first_bad_after(book: &Book, tampering: String) -> Option<i64> {
    let mut act = book.begin(&morning()).await.unwrap();
    act.execute(
        "PRAGMA defer_foreign_keys = ON; DROP TRIGGER history_is_never_edited;
         DROP TRIGGER history_is_never_deleted; DROP TRIGGER history_words_are_never_edited",
    )
    .await
    .unwrap();
    act.execute(AssertSqlSafe(tampering)).await.unwrap();
    chain::verify(&mut act).await.unwrap().first_bad
}

#[tokio::test]
async fn every_kind_of_tampering_is_found_at_its_very_entry() {
    let desk = Desk::new();
    let book = book_with(&desk, 60).await;
    let clean = chain::verify(&mut book.read().await.unwrap()).await.unwrap();
    assert_eq!((clean.entries, clean.redacted, clean.first_bad), (61, 0, None));

    for seq in [1_i64, 2, 17, 40, 61] {
        for edit in [
            "recorded_at = recorded_at + 1",
            "offset_minutes = offset_minutes + 1",
            "business_day = business_day - 1",
            "actor = actor || 'x'",
            "kind = 'payment_reversed'",
            "subject = 'payment-999'",
            "client_id = coalesce(client_id + 1, 0)",
            "body_hash = zeroblob(32)",
            "prev_hash = randomblob(32)",
            "hash = randomblob(32)",
        ] {
            let found = first_bad_after(&book, format!("UPDATE history SET {edit} WHERE seq = {seq}")).await;
            assert_eq!(found, Some(seq), "{edit} at {seq}");
        }
        for edit in ["body = body || ' '", "blind = randomblob(16)"] {
            let found =
                first_bad_after(&book, format!("UPDATE history_body SET {edit} WHERE seq = {seq}")).await;
            assert_eq!(found, Some(seq), "{edit} at {seq}");
        }
        let found = first_bad_after(&book, format!("DELETE FROM history_body WHERE seq = {seq}")).await;
        assert_eq!(found, Some(seq), "words taken out without an entry that says so");
        let delete =
            format!("DELETE FROM history_body WHERE seq = {seq}; DELETE FROM history WHERE seq = {seq}");
        let expected = Some(seq).filter(|seq| *seq != 61);
        assert_eq!(
            first_bad_after(&book, delete).await,
            expected,
            "only the anchor sees that the last one is gone"
        );
    }
}

#[tokio::test]
async fn reordering_inserting_and_forging_are_found() {
    let desk = Desk::new();
    let book = book_with(&desk, 60).await;
    let swap = |table: &str, a: i64, b: i64| {
        format!(
            "UPDATE {table} SET seq = 1000 WHERE seq = {a}; UPDATE {table} SET seq = {a} WHERE seq = {b};
             UPDATE {table} SET seq = {b} WHERE seq = 1000;"
        )
    };
    for (a, b) in [(2_i64, 3_i64), (10, 50), (60, 61)] {
        let both = swap("history", a, b) + &swap("history_body", a, b);
        assert_eq!(first_bad_after(&book, both).await, Some(a), "{a} and {b} change places");
    }
    // Everything from 30 on moves up and a copy of 29 is put in between.
    let shift = |table: &str| {
        format!(
            "UPDATE {table} SET seq = -seq - 1 WHERE seq >= 30; UPDATE {table} SET seq = -seq WHERE seq < 0;"
        )
    };
    let insert = "PRAGMA ignore_check_constraints = ON;".to_owned()
        + &shift("history")
        + &shift("history_body")
        + "INSERT INTO history SELECT 30, recorded_at, offset_minutes, business_day, actor, kind, subject, client_id,
             body_hash, prev_hash, hash FROM history WHERE seq = 29;
           INSERT INTO history_body SELECT 30, blind, body FROM history_body WHERE seq = 29;";
    assert_eq!(first_bad_after(&book, insert).await, Some(30));
    let append =
        "INSERT INTO history SELECT 62, recorded_at, offset_minutes, business_day, actor, kind, subject,
                    client_id, body_hash, hash, randomblob(32) FROM history WHERE seq = 61;
                  INSERT INTO history_body SELECT 62, blind, body FROM history_body WHERE seq = 61;";
    assert_eq!(first_bad_after(&book, append.to_owned()).await, Some(62));
}

/// The same by chance: 150 random edits of one value, 50 clean looks.
#[tokio::test]
async fn no_random_edit_goes_unseen_and_no_clean_book_is_accused() {
    let desk = Desk::new();
    let book = book_with(&desk, 200).await;
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut random = move |below: u64| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        i64::try_from(state % below).unwrap()
    };
    for round in 0..150 {
        let seq = random(201) + 1;
        let column = ["recorded_at", "offset_minutes", "business_day"][usize::try_from(random(3)).unwrap()];
        let edit = match random(3) {
            0 => format!("UPDATE history SET {column} = {column} + {} WHERE seq = {seq}", random(9) + 1),
            1 => {
                format!("UPDATE history_body SET body = body || char({}) WHERE seq = {seq}", random(90) + 33)
            }
            _ => format!("UPDATE history SET subject = subject || '{}' WHERE seq = {seq}", random(10)),
        };
        assert_eq!(first_bad_after(&book, edit.clone()).await, Some(seq), "{edit}");
        if round % 3 == 0 {
            assert!(chain::verify(&mut book.read().await.unwrap()).await.unwrap().ok());
        }
    }
}

#[tokio::test]
async fn the_book_itself_refuses_to_rewrite_history() {
    let desk = Desk::new();
    let book = book_with(&desk, 3).await;
    let mut act = book.begin(&morning()).await.unwrap();
    for rewriting in [
        "UPDATE history SET subject = 'x' WHERE seq = 2",
        "DELETE FROM history WHERE seq = 4",
        "UPDATE history_body SET body = '{}' WHERE seq = 2",
    ] {
        let refused = act.execute(rewriting).await.unwrap_err();
        assert!(refused.to_string().contains("append-only"), "{rewriting}: {refused}");
    }
}

#[tokio::test]
async fn words_are_taken_out_and_the_chain_stays_whole() {
    let desk = Desk::new();
    let book = book_with(&desk, 10).await;
    let mut act = book.begin(&morning()).await.unwrap();
    assert_eq!(act.redact(5, "erasure request").await.unwrap(), 12);
    assert_eq!(act.redact(5, "again").await.unwrap_err().code(), "history_entry_unknown");
    assert_eq!(act.redact(500, "never was").await.unwrap_err().code(), "history_entry_unknown");
    act.commit().await.unwrap();
    let report = chain::verify(&mut book.read().await.unwrap()).await.unwrap();
    assert_eq!((report.entries, report.redacted, report.first_bad), (12, 1, None));
    let all =
        goodterms_ledger::timeline::list(&mut book.read().await.unwrap(), &Default::default()).await.unwrap();
    assert_eq!((all[4].body.as_deref(), all[4].subject.as_str()), (None, "payment-3"));
    assert_eq!((all[11].kind.as_str(), all[11].subject.as_str()), ("history_redacted", "history-5"));
    // A redaction explains its own entry, no other.
    assert_eq!(first_bad_after(&book, "DELETE FROM history_body WHERE seq = 6".to_owned()).await, Some(6));
}

#[tokio::test]
async fn a_cut_end_and_an_older_copy_are_noticed_and_stay_noticed() {
    let desk = Desk::new();
    let book = book_with(&desk, 5).await;
    book.close().await.unwrap();
    let older = desk.path.with_extension("older");
    std::fs::copy(&desk.path, &older).unwrap();

    let book = desk.open(Access::Write).await.unwrap();
    let mut act = book.begin(&morning()).await.unwrap();
    act.record_many(&vec![HistoryEntry::new("a", "b"); 4]).await.unwrap();
    act.commit().await.unwrap();
    book.close().await.unwrap();

    // The older copy is put back.
    std::fs::rename(&older, &desk.path).unwrap();
    let missing = Standing::RecordsMissing { missing: 4 };
    for access in [Access::Read, Access::Write] {
        let book = desk.open(access).await.unwrap();
        assert_eq!(book.standing(), missing);
        let found = verify::verify(&book).await.unwrap();
        assert!(found.pages.ok() && !found.history_ok() && found.standing == missing, "{found:?}");
        book.close().await.unwrap();
    }
    // Working on for longer than what is missing does not hide it.
    let book = desk.open(Access::Write).await.unwrap();
    let mut act = book.begin(&morning()).await.unwrap();
    act.record_many(&vec![HistoryEntry::new("c", "d"); 9]).await.unwrap();
    act.commit().await.unwrap();
    book.close().await.unwrap();
    let book = desk.open(Access::Write).await.unwrap();
    assert_eq!(book.standing(), missing);

    // Taking the older copy up on purpose begins a new line, and is itself recorded.
    let mut act = book.begin(&morning()).await.unwrap();
    act.begin_lineage("restored from a backup").await.unwrap();
    act.commit().await.unwrap();
    assert!(verify::verify(&book).await.unwrap().history_ok());
    book.close().await.unwrap();
    let book = desk.open(Access::Read).await.unwrap();
    assert_eq!(book.standing(), Standing::InStep);
}

/// Two computers, one book carried between them, both written to: the last entries differ.
#[tokio::test]
async fn an_entry_replaced_by_another_is_noticed() {
    let desk = Desk::new();
    let book = book_with(&desk, 5).await;
    book.close().await.unwrap();
    let carried = desk.path.with_extension("carried");
    std::fs::copy(&desk.path, &carried).unwrap();
    for (path, home, subject) in [(&desk.path, "home", "here"), (&carried, "other home", "there")] {
        let home = goodterms_ledger::Home::at(desk.folder.path().join(home));
        let book = Book::open(path, &desk.key, &home, Access::Write).await.unwrap();
        let mut act = book.begin(&morning()).await.unwrap();
        act.record(&HistoryEntry::new("a", subject)).await.unwrap();
        act.commit().await.unwrap();
        book.close().await.unwrap();
    }
    std::fs::rename(&carried, &desk.path).unwrap();
    assert_eq!(desk.open(Access::Read).await.unwrap().standing(), Standing::Rewritten { seq: 7 });
}

/// A power cut between the commit and the note of it: the book is ahead, which is no loss.
#[tokio::test]
async fn a_book_ahead_of_what_was_noted_is_in_step() {
    let desk = Desk::new();
    let book = book_with(&desk, 5).await;
    let note = desk.home.anchor_file(book.salt());
    let before = std::fs::read(&note).unwrap();
    let mut act = book.begin(&morning()).await.unwrap();
    act.record(&HistoryEntry::new("a", "b")).await.unwrap();
    act.commit().await.unwrap();
    book.close().await.unwrap();
    assert_ne!(std::fs::read(&note).unwrap(), before);
    put(&note, &before);
    assert_eq!(desk.open(Access::Write).await.unwrap().standing(), Standing::InStep);
    put(&note, b"{ not json");
    assert_eq!(desk.open(Access::Read).await.unwrap().standing(), Standing::FirstSeen);
}

/// An import of 100,000 rows writes its history in a moment, and all of it can be gone through.
#[tokio::test]
async fn a_hundred_thousand_entries_are_chained_and_checked_quickly() {
    let desk = Desk::new();
    let book = desk.create().await;
    let entries: Vec<HistoryEntry> = (0..100_000_i64)
        .map(|n| {
            HistoryEntry::new("invoice_added", format!("invoice-{n}"))
                .of_client(n % 5_000)
                .with_body(&serde_json::json!({ "number": format!("INV-{n:06}"), "total": "120.00" }))
                .unwrap()
        })
        .collect();
    let mut act = book.begin(&morning()).await.unwrap();
    act.record_many(&entries).await.unwrap();
    act.commit().await.unwrap();
    let report = chain::verify(&mut book.read().await.unwrap()).await.unwrap();
    assert_eq!((report.entries, report.first_bad), (100_001, None));
}
