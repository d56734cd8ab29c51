//! The program is killed at any instant of an import: nothing confirmed is lost, and no half is left.

use crate::place::{PASSPHRASE, Place, day, desk};
use goodterms_desk::books::{BookInfoAsk, Unlock, book_info, open_for};
use goodterms_desk::imports::{ImportAsk, import};
use goodterms_desk::{Access, Clock, Desk};
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

const FOLDER: &str = "GOODTERMS_TEST_IMPORTING_IN";
const ROWS: usize = 400;

fn list(round: usize) -> String {
    let rows = (0..ROWS).map(|n| {
        format!(
            "K{round}-{n},Client {},2026-08-20,2026-09-19,{}.50,{}\n",
            n % 40,
            n + 1,
            if n % 2 == 0 { "2026-09-25" } else { "" }
        )
    });
    std::iter::once("Invoice Number,Customer,Invoice Date,Due Date,Total,Date Paid\n".to_owned())
        .chain(rows)
        .collect()
}

async fn opened(desk: &Desk, folder: &Path) {
    let unlock = Unlock::Passphrase { passphrase: PASSPHRASE.to_owned() };
    open_for(desk, &folder.join("books/Birch.book"), unlock, Access::Write).await.unwrap();
}

/// Imports one list after the other and says each when it is kept.
async fn import_for_ever(folder: PathBuf) {
    let now = "2026-11-17T14:05:00Z".parse().unwrap();
    let desk = Desk::new(folder.join("home"), Clock::Frozen(now), "tester");
    opened(&desk, &folder).await;
    let first =
        usize::try_from(book_info(&desk, BookInfoAsk {}).await.unwrap().counts["invoices"]).unwrap() / ROWS;
    for round in first.. {
        let path = folder.join("coming-in.csv");
        std::fs::write(&path, list(round)).unwrap();
        let ask = ImportAsk {
            path: path.to_str().unwrap().to_owned(),
            as_of: Some(day("2026-11-17")),
            ..ImportAsk::default()
        };
        let report = import(&desk, ask).await.unwrap();
        assert_eq!(report.created.invoices as usize, ROWS);
        let mut out = std::io::stdout().lock();
        writeln!(out, "\nkept {}", round + 1).unwrap();
        out.flush().unwrap();
    }
}

#[tokio::test]
async fn thirty_kills_during_imports_lose_nothing_confirmed_and_leave_no_half() {
    if let Some(folder) = std::env::var_os(FOLDER) {
        return import_for_ever(PathBuf::from(folder)).await;
    }
    let mut place = Place::new().await;
    place.desk.close().await.unwrap();
    let folder = place.folder.path().to_owned();
    let mut confirmed = 0;
    for round in 0..30_u64 {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args([
                "--exact",
                "killed::thirty_kills_during_imports_lose_nothing_confirmed_and_leave_no_half",
                "--nocapture",
            ])
            .env(FOLDER, &folder)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let out = child.stdout.take().unwrap();
        let reader = std::thread::spawn(move || {
            BufReader::new(out)
                .lines()
                .map_while(Result::ok)
                .filter_map(|line| line.strip_prefix("kept ")?.parse::<usize>().ok())
                .last()
        });
        // Spread over opening, reading, writing and committing.
        std::thread::sleep(Duration::from_millis(250 + (round * 137) % 900));
        child.kill().unwrap();
        child.wait().unwrap();
        confirmed = reader.join().unwrap().unwrap_or(confirmed).max(confirmed);

        place.desk = desk(&place.folder);
        opened(&place.desk, &folder).await;
        let invoices =
            usize::try_from(book_info(&place.desk, BookInfoAsk {}).await.unwrap().counts["invoices"])
                .unwrap();
        assert_eq!(invoices % ROWS, 0, "half an import was left after kill {round}");
        assert!(
            invoices / ROWS >= confirmed,
            "kill {round}: {confirmed} were confirmed, {} are there",
            invoices / ROWS
        );
        place.is_whole().await;
        confirmed = confirmed.max(invoices / ROWS);
        place.desk.close().await.unwrap();
    }
    assert!(confirmed > 3, "too little was imported for the test to mean anything: {confirmed}");
}
