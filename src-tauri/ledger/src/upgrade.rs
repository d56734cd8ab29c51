//! Bringing a book from an older version of the app up to date.

use crate::cipher::{self, Purpose};
use crate::error::{LedgerError, Result};
use crate::home::sync_folder;
use crate::key::BookKey;
use crate::migrations;
use sqlx::SqliteConnection;
use std::path::{Path, PathBuf};

/// Keeps a copy of the book as it was beside it, proves that the copy opens, then brings the book up to
/// date, wholly or not at all. The writer's lock must be held. Answers where the copy lies.
pub(crate) async fn bring_up_to_date(path: &Path, key: &BookKey, schema: i64) -> Result<PathBuf> {
    let mut book = cipher::connect(path, key, Purpose::Write).await?;
    let copy = free_name_beside(path, schema)?;
    copy_encrypted(&mut book, &copy, key).await?;
    let outcome = migrations::run(&mut book).await;
    cipher::disconnect(book, Purpose::Write).await?;
    outcome.map(|()| copy)
}

/// Writes a whole copy of the book, encrypted with the same key, to a path where nothing lies, and proves
/// that it opens.
pub(crate) async fn copy_encrypted(book: &mut SqliteConnection, to: &Path, key: &BookKey) -> Result<()> {
    let text = to.to_str().ok_or_else(|| LedgerError::unexpected("the path is not Unicode"))?;
    sqlx::query("VACUUM INTO ?").bind(text).execute(book).await?;
    // SQLite does not force the copy to disk by itself.
    std::fs::File::options().write(true).open(to)?.sync_all()?;
    if let Some(folder) = to.parent() {
        sync_folder(folder)?;
    }
    let proof = cipher::connect(to, key, Purpose::Read).await?;
    cipher::disconnect(proof, Purpose::Read).await
}

/// `<book> (before schema 3).book`, numbered if that is taken.
fn free_name_beside(path: &Path, schema: i64) -> Result<PathBuf> {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let until = migrations::schema_version();
    let name = |n: u32| match n {
        1 => format!("{stem} (schema {schema}, before {until}).book"),
        n => format!("{stem} (schema {schema}, before {until}) {n}.book"),
    };
    (1..)
        .map(|n| path.with_file_name(name(n)))
        .find(|copy| copy.symlink_metadata().is_err())
        .ok_or_else(|| LedgerError::unexpected("no free name for a copy"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::book::{Access, Book};
    use crate::home::Home;
    use crate::salt::BookSalt;

    /// A book as the first version of the app left it.
    async fn old_book(path: &Path, key: &BookKey) {
        std::fs::File::create_new(path).unwrap();
        let mut book = cipher::connect(path, key, Purpose::Write).await.unwrap();
        migrations::run_to(1, &mut book).await.unwrap();
        sqlx::query("INSERT INTO meta VALUES (1, 1, 'abcdefabcdefabcdefabcdefabcdefab', 0, '0.0.1')")
            .execute(&mut *book)
            .await
            .unwrap();
        cipher::disconnect(book, Purpose::Write).await.unwrap();
    }

    async fn schema(path: &Path, key: &BookKey) -> i64 {
        let mut book = cipher::connect(path, key, Purpose::Read).await.unwrap();
        migrations::schema_of(&mut book).await.unwrap()
    }

    #[tokio::test]
    async fn an_older_book_is_copied_then_brought_up_to_date_even_for_a_reader() {
        for access in [Access::Read, Access::Write] {
            let folder = tempfile::tempdir().unwrap();
            let home = Home::at(folder.path().join("home"));
            let (path, key) = (folder.path().join("Old.book"), BookKey::generate().unwrap());
            old_book(&path, &key).await;
            let salt = BookSalt::of_file(&path).unwrap();

            // Someone else writes: nothing is touched.
            let lock = crate::writer_lock::WriterLock::take(&home, &path, salt).unwrap();
            assert_eq!(Book::open(&path, &key, &home, access).await.unwrap_err().code(), "in_use");
            drop(lock);

            let book = Book::open(&path, &key, &home, access).await.unwrap();
            let copy = book.copy_before_upgrade().unwrap().to_owned();
            let name = format!("Old (schema 1, before {}).book", migrations::schema_version());
            assert_eq!(copy, dunce::canonicalize(path.with_file_name(name)).unwrap());
            book.close().await.unwrap();
            assert_eq!(
                (schema(&path, &key).await, schema(&copy, &key).await),
                (migrations::schema_version(), 1)
            );
            assert_eq!(BookSalt::of_file(&path).unwrap(), salt, "it is still the same book");

            let again = Book::open(&path, &key, &home, access).await.unwrap();
            assert_eq!(again.copy_before_upgrade(), None);
        }
    }

    /// Signatures made before copies were: each stays as it was made, and nothing says it was on paper.
    #[tokio::test]
    async fn signatures_of_an_older_book_stay_as_they_were_made() {
        const EARLIER: &str = "
            INSERT INTO client (id, name, name_key) VALUES (1, 'Fern', 'fern');
            INSERT INTO plan VALUES (1, 'PP-2026-0001', 1, 'CAD');
            INSERT INTO plan_version (id, plan_id, version, drafted_on, grace_days, cure_days, calendar, paper,
                fingerprint, recorded_at) VALUES (1, 1, 1, 20000, 7, 10, '', '{}', 'F', 0);
            INSERT INTO plan_signature VALUES (1, 'client', 'Mara', 'drawn', x'5b5d', 20001, 5, -300, 'owner', 'strokes');
            INSERT INTO plan_signature VALUES (1, 'business', 'Ruth', 'typed', NULL, 20002, 6, -300, '', 'png');";
        let folder = tempfile::tempdir().unwrap();
        let (path, key) = (folder.path().join("Old.book"), BookKey::generate().unwrap());
        std::fs::File::create_new(&path).unwrap();
        let mut book = cipher::connect(&path, &key, Purpose::Write).await.unwrap();
        migrations::run_to(6, &mut book).await.unwrap();
        sqlx::raw_sql(EARLIER).execute(&mut *book).await.unwrap();
        migrations::run(&mut book).await.unwrap();
        let read = sqlx::query_scalar::<_, String>(
            "SELECT group_concat(concat_ws(' ', party, name, role, how, hex(drawing), drawn_as, day, signed_at,
             offset_minutes, copy_id, signed_on), '; ') FROM plan_signature ORDER BY party",
        );
        let kept = read.fetch_one(&mut *book).await.unwrap();
        assert_eq!(
            kept,
            "business Ruth  typed  png 20002 6 -300; client Mara owner drawn 5B5D strokes 20001 5 -300"
        );
        // A signature on paper is nothing without the paper.
        let bare = "INSERT INTO plan_signature (version_id, party, name, how, day, signed_at, offset_minutes)
                    VALUES (2, 'client', 'Mara', 'on_paper', 20003, 7, 0)";
        assert!(sqlx::query(bare).execute(&mut *book).await.unwrap_err().to_string().contains("CHECK"));
    }

    /// A step that fails half way leaves the book as it was.
    #[tokio::test]
    async fn a_failing_step_undoes_all_steps() {
        async fn tables(path: &Path, key: &BookKey) -> Vec<String> {
            let mut book = cipher::connect(path, key, Purpose::Read).await.unwrap();
            sqlx::query_scalar("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY rowid")
                .fetch_all(&mut *book)
                .await
                .unwrap()
        }
        let folder = tempfile::tempdir().unwrap();
        let home = Home::at(folder.path().join("home"));
        let (path, key) = (folder.path().join("Old.book"), BookKey::generate().unwrap());
        let fresh = folder.path().join("Fresh.book");
        old_book(&path, &key).await;
        old_book(&fresh, &key).await;
        Book::open(&fresh, &key, &home, Access::Write).await.unwrap().close().await.unwrap();

        // Something stands in the way of the very last table that a step makes under its own name.
        let last = tables(&fresh, &key).await.into_iter().rfind(|name| name != "plan_signature").unwrap();
        let mut book = cipher::connect(&path, &key, Purpose::Write).await.unwrap();
        sqlx::query(sqlx::AssertSqlSafe(format!("CREATE TABLE {last} (in_the_way)")))
            .execute(&mut *book)
            .await
            .unwrap();
        cipher::disconnect(book, Purpose::Write).await.unwrap();
        let before = tables(&path, &key).await;

        let failed = Book::open(&path, &key, &home, Access::Write).await.unwrap_err();
        assert_eq!(failed.code(), "unexpected");
        assert_eq!((schema(&path, &key).await, tables(&path, &key).await), (1, before));
    }
}
