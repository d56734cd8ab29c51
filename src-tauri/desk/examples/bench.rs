//! What `cargo xtask bench` runs: figures as ratios, each side by side with its yardstick in one run.
//!
//! `cargo xtask bench -- [invoices]` (100,000 when nothing is said).
#![expect(clippy::print_stdout, clippy::float_arithmetic, reason = "a benchmark prints ratios")]

use goodterms_desk::ageing::{AgeingAsk, ageing};
use goodterms_desk::bank::{BankList, bank_list};
use goodterms_desk::books::{BookCreate, Unlock, book_create, open_for};
use goodterms_desk::export::{Export, export};
use goodterms_desk::find::{FindAsk, find};
use goodterms_desk::imports::{ImportAsk, import};
use goodterms_desk::invoices::{InvoiceListAsk, invoice_list};
use goodterms_desk::payments::{PaymentListAsk, payment_list};
use goodterms_desk::today::{TodayAsk, today};
use goodterms_desk::{Access, Clock, Day, Desk};
use goodterms_ledger::reading;
use goodterms_ledger::{Book, Home, Phrase, yardstick};
use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

type Outcome<T> = Result<T, Box<dyn Error>>;

/// Interleaved runs of each side.
const RUNS: usize = 15;

fn main() -> Outcome<()> {
    let invoices = match std::env::args().nth(1) {
        Some(count) => count.parse()?,
        None => 100_000,
    };
    tokio::runtime::Builder::new_multi_thread().enable_all().build()?.block_on(measure(invoices))
}

async fn measure(invoices: usize) -> Outcome<()> {
    let folder = tempfile::tempdir()?;
    let desk = Desk::new(folder.path().join("home"), Clock::Machine, "bench");
    let path = folder.path().join("bench.book");
    let created = book_create(
        &desk,
        BookCreate {
            path: path.to_string_lossy().into_owned(),
            name: "Bench".to_owned(),
            country: "CA".to_owned(),
            currency: "CAD".to_owned(),
            time_zone: Some("America/Toronto".to_owned()),
            ..BookCreate::default()
        },
    )
    .await?;

    let list = folder.path().join("list.csv");
    let mut file = tempfile::NamedTempFile::new_in(folder.path())?;
    std::io::Write::write_all(&mut file, csv(invoices)?.as_bytes())?;
    file.persist(&list)?;
    let on: Day = "2026-11-17".parse()?;
    let (start, busy) = (Instant::now(), busy());
    let ask =
        ImportAsk { path: list.to_string_lossy().into_owned(), as_of: Some(on), ..ImportAsk::default() };
    let report = import(&desk, ask).await?;
    let (took, worked) = (start.elapsed(), self::busy() - busy);
    println!(
        "import: {} invoices, {} payments, {} clients in {} ({:.0} rows a second; {} of a core), peak memory {}",
        report.created.invoices,
        report.created.payments,
        report.created.clients,
        seconds(took),
        invoices as f64 / took.as_secs_f64(),
        seconds(worked),
        peak_memory(),
    );
    match plain_insert(&list, &folder.path().join("raw.db")) {
        Some(raw) => println!(
            "  the same rows into plain SQLite by sqlite3:   {} ({:.0} rows a second)  ratio {:.1}",
            seconds(raw),
            invoices as f64 / raw.as_secs_f64(),
            took.as_secs_f64() / raw.as_secs_f64(),
        ),
        None => println!("  SKIPPED: no sqlite3 here to insert the same rows with"),
    }
    matching(&desk, folder.path(), invoices, on).await?;
    let start = Instant::now();
    let ask = Export { out: folder.path().join("out").to_string_lossy().into_owned(), ..Export::default() };
    let counts = export(&desk, ask).await?.counts;
    println!(
        "export: {} rows in every format in {}, peak memory {}",
        counts.values().sum::<u64>(),
        seconds(start.elapsed()),
        peak_memory(),
    );
    desk.close().await?;

    let key = Phrase::parse(&created.recovery_phrase)?.key()?;
    let plain = folder.path().join("plain.db");
    yardstick::plain_copy(&path, &key, &plain).await?;
    let home = Home::at(folder.path().join("home"));

    for (what, day) in [("today", on), ("eight months ago", "2026-03-17".parse()?)] {
        let (mut ours, mut same, mut straight, mut warm) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        for _ in 0..RUNS {
            // Cold: the file is opened anew, with nothing of it in the program's memory.
            let start = Instant::now();
            let book = Book::open(&path, &key, &home, goodterms_ledger::Access::Read).await?;
            let groups = reading::ageing::ageing(&mut *book.read().await?, None, day, &[]).await?.len();
            ours.push(start.elapsed());
            let start = Instant::now();
            reading::ageing::ageing(&mut *book.read().await?, None, day, &[]).await?;
            warm.push(start.elapsed());
            book.close().await?;

            let start = Instant::now();
            let mut conn = yardstick::open_plain(&plain).await?;
            reading::ageing::ageing(&mut conn, None, day, &[]).await?;
            same.push(start.elapsed());
            drop(conn);

            let start = Instant::now();
            let mut conn = yardstick::open_plain(&plain).await?;
            let found = yardstick::plain_ageing(&mut conn, day).await?;
            straight.push(start.elapsed());
            if found < groups.min(1) {
                return Err("the yardstick found nothing".into());
            }
        }
        println!("ageing {what}, cold, encrypted:                 {}", spread(&mut ours));
        println!(
            "  the same statement, cold, on plain SQLite:    {}  ratio {}",
            spread(&mut same),
            ratio(&mut ours, &mut same)
        );
        println!(
            "  joined and grouped, cold, on plain SQLite:    {}  ratio {}",
            spread(&mut straight),
            ratio(&mut ours, &mut straight)
        );
        println!("  again on the open book:                       {}", spread(&mut warm));
    }

    let desk = Desk::new(folder.path().join("home"), Clock::Machine, "bench");
    open_for(&desk, &path, Unlock::Recovery { phrase: created.recovery_phrase }, Access::Read).await?;
    let mut whole = Vec::new();
    for _ in 0..RUNS {
        let start = Instant::now();
        ageing(&desk, AgeingAsk { as_of: Some(on) }).await?;
        whole.push(start.elapsed());
    }
    println!("ageing as the screen asks for it, warm:           {}", spread(&mut whole));
    window(&desk, on, invoices).await?;
    println!("book: {:.1} MB", size(&path)? / 1e6);
    Ok(())
}

/// The file's rows as they stand into one table of a plain file, by the sqlite3 command: nothing understood,
/// nothing matched, nothing encrypted.
fn plain_insert(list: &Path, into: &Path) -> Option<Duration> {
    let start = Instant::now();
    let run = Command::new("sqlite3")
        .arg(into)
        .arg(".mode csv")
        .arg(format!(".import '{}' rows", list.display()))
        .stdout(Stdio::null())
        .status();
    run.is_ok_and(|status| status.success()).then(|| start.elapsed())
}

/// A thousand lines of a statement against all that is open: half name an invoice, a quarter a client, a quarter
/// nothing but an amount.
async fn matching(desk: &Desk, folder: &Path, invoices: usize, on: Day) -> Outcome<()> {
    let mut text = String::from("Date,Payer,Reference,Amount,IBAN\n");
    for n in 0..1000 {
        let (number, client) = (n * 97 % invoices, n * 31 % 5000);
        let (payer, reference) = match n % 4 {
            0 | 2 => (format!("Payer {n}"), format!("Invoice INV-{number:07} thank you")),
            1 => (format!("CLIENT {client:05} LTD"), "monthly".to_owned()),
            _ => (format!("Somebody {n}"), "transfer".to_owned()),
        };
        writeln!(
            text,
            "2026-11-{:02},{payer},{reference},{}.{:02},DE{n:020}",
            1 + n % 17,
            100 + n * 9,
            n % 100
        )?;
    }
    let path = folder.join("statement.csv");
    goodterms_ledger::home::write_whole(&path, text.as_bytes())?;
    let ask = ImportAsk {
        path: path.to_string_lossy().into_owned(),
        kind: Some("bank".to_owned()),
        as_of: Some(on),
        ..ImportAsk::default()
    };
    let lines = import(desk, ask).await?.created.bank_lines;
    let (start, busy) = (Instant::now(), busy());
    let found = bank_list(desk, BankList { as_of: Some(on), ..BankList::default() }).await?.lines;
    let suggestions: usize = found.iter().map(|line| line.suggestions.len()).sum();
    println!(
        "matching: {lines} lines against what is open of {invoices} invoices in {} ({} of a core), {suggestions} suggestions",
        seconds(start.elapsed()),
        seconds(self::busy() - busy),
    );
    Ok(())
}

/// How long this process has kept cores busy, where the system tells (in hundredths of a second).
fn busy() -> Duration {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let behind_the_name = stat.rsplit_once(") ").map_or("", |(_, fields)| fields);
    let ticks = behind_the_name.split(' ').skip(11).take(2).filter_map(|field| field.parse::<u64>().ok());
    Duration::from_millis(ticks.sum::<u64>() * 10)
}

/// What the window asks for, on a book that is open.
async fn window(desk: &Desk, on: Day, invoices: usize) -> Outcome<()> {
    let as_of = Some(on);
    let start = Instant::now();
    today(desk, TodayAsk { as_of }).await?;
    println!("Today, for the first time:                        {}", seconds(start.elapsed()));
    let (mut first, mut further, mut payments) = (Vec::new(), Vec::new(), Vec::new());
    for run in 0..RUNS as u64 {
        let page = |offset| InvoiceListAsk {
            as_of,
            sort: Some("due".to_owned()),
            // Another list in each run, so that none is at hand.
            search: Some(format!("inv-{}", run % 10)),
            offset: Some(offset),
            limit: Some(100),
            ..InvoiceListAsk::default()
        };
        timed(&mut first, invoice_list(desk, page(0))).await?;
        timed(&mut further, invoice_list(desk, page(5_000 + run * 100))).await?;
        let page =
            PaymentListAsk { as_of, offset: Some(run * 700), limit: Some(100), ..PaymentListAsk::default() };
        timed(&mut payments, payment_list(desk, page)).await?;
    }
    println!("invoices, the first page of a search:             {}", spread(&mut first));
    println!("  any further page of it:                         {}", spread(&mut further));
    println!("payments, a page:                                 {}", spread(&mut payments));
    for (what, words) in
        [("names", "client 0"), ("numbers", "inv-00"), ("amounts", "7"), ("nothing", "nobody ")]
    {
        let mut found = Vec::new();
        for run in 0..RUNS {
            let search = format!("{words}{}", run * 331 % invoices);
            timed(&mut found, find(desk, FindAsk { search, as_of, ..FindAsk::default() })).await?;
        }
        println!("search for {:<39}{}", format!("{what}:"), spread(&mut found));
    }
    Ok(())
}

async fn timed<T, E>(times: &mut Vec<Duration>, asked: impl Future<Output = Result<T, E>>) -> Result<T, E> {
    let start = Instant::now();
    let answer = asked.await;
    times.push(start.elapsed());
    answer
}

/// A list of invoices over three years, five in six of them paid some days late; the same every time.
fn csv(invoices: usize) -> Outcome<String> {
    let mut text = String::from("Invoice Number,Customer,Invoice Date,Due Date,Total,Date Paid\n");
    let first: Day = "2023-11-17".parse()?;
    let mut seed: u64 = 0x9e37_79b9_7f4a_7c15;
    let mut next = |most: u64| {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        seed % most
    };
    for n in 0..invoices {
        let issued = first + chrono::Days::new(next(1090));
        let due = issued + chrono::Days::new(30);
        let paid = match next(6) {
            0 => String::new(),
            _ => (issued + chrono::Days::new(10 + next(60))).to_string(),
        };
        writeln!(
            text,
            "INV-{n:07},Client {:05},{issued},{due},{}.{:02},{paid}",
            next(5000),
            1 + next(9000),
            next(100)
        )?;
    }
    Ok(text)
}

fn spread(times: &mut [Duration]) -> String {
    times.sort_unstable();
    let at = |part: usize| times.get(part).copied().map(seconds).unwrap_or_default();
    format!("{} (min {}, max {})", at(times.len() / 2), at(0), at(times.len().saturating_sub(1)))
}

fn ratio(ours: &mut [Duration], theirs: &mut [Duration]) -> String {
    ours.sort_unstable();
    theirs.sort_unstable();
    let middle = |times: &[Duration]| times.get(times.len() / 2).map_or(1.0, Duration::as_secs_f64);
    format!("{:.2}", middle(ours) / middle(theirs))
}

fn seconds(time: Duration) -> String {
    format!("{:.1} ms", time.as_secs_f64() * 1000.0)
}

fn size(path: &Path) -> Outcome<f64> {
    Ok(std::fs::metadata(path)?.len() as f64)
}

/// The most memory this process ever held, where the system tells.
fn peak_memory() -> String {
    std::fs::read_to_string("/proc/self/status")
        .ok()
        .and_then(|status| {
            status.lines().find_map(|line| line.strip_prefix("VmHWM:").map(|v| v.trim().to_owned()))
        })
        .unwrap_or_else(|| "not told here".to_owned())
}
