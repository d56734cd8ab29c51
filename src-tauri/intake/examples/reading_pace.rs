//! How quickly a list of invoices is read: `cargo run --release -p goodterms-intake --example reading_pace [-- ROWS]`.

#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::cast_precision_loss,
    clippy::float_arithmetic,
    reason = "a measurement, over a file of its own making"
)]

use goodterms_intake::{Options, read};
use goodterms_terms::Currency;
use peak_alloc::PeakAlloc;
use std::fmt::Write as _;
use std::time::Instant;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

fn main() {
    let rows: u32 = std::env::args().nth(1).and_then(|n| n.parse().ok()).unwrap_or(100_000);
    let cells = |n: u32| {
        let (day, month, client, cents) = (n % 28 + 1, n % 12 + 1, n % 2000, n % 100);
        [
            format!("INV-{n:07}"),
            format!("Client {client}, Ltd"),
            format!("c{client}@example.com"),
            format!("{client} Main St"),
            format!("{day:02}/{month:02}/2026"),
            format!("{:02}/{:02}/2026", day, month % 12 + 1),
            format!("1,{:03}.{cents:02}", n % 1000),
            format!("{:03}.{cents:02}", n % 1000),
            "CAD".to_owned(),
            "Sent".to_owned(),
        ]
    };
    const NAMES: [&str; 10] = [
        "Invoice Number",
        "Customer",
        "Email",
        "Address",
        "Invoice Date",
        "Due Date",
        "Total",
        "Balance",
        "Currency",
        "Status",
    ];
    let mut text = NAMES.join(",") + "\n";
    for n in 0..rows {
        let quoted = cells(n).map(|cell| if cell.contains(',') { format!("\"{cell}\"") } else { cell });
        writeln!(text, "{}", quoted.join(",")).unwrap();
    }
    measure("CSV", text.as_bytes(), rows);
    drop(text);
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (x, name) in (0_u16..).zip(NAMES) {
        sheet.write_string(0, x, name).unwrap();
    }
    for n in 0..rows {
        for (x, cell) in (0_u16..).zip(cells(n)) {
            match cell.replace(',', "").parse::<f64>() {
                Ok(number) if x == 6 || x == 7 => drop(sheet.write_number(n + 1, x, number).unwrap()),
                _ => drop(sheet.write_string(n + 1, x, cell).unwrap()),
            }
        }
    }
    let bytes = book.save_to_buffer().unwrap();
    drop(book);
    measure("XLSX", &bytes, rows);
}

fn measure(name: &str, bytes: &[u8], rows: u32) {
    let options = Options::new(Currency::from_code("CAD").unwrap());
    let before = MEMORY.current_usage();
    MEMORY.reset_peak_usage();
    let start = Instant::now();
    let intake = read(bytes, &options).expect("the list is whole");
    let seconds = start.elapsed().as_secs_f64();
    let drafts = MEMORY.current_usage() - before;
    let peak = MEMORY.peak_usage() - before;
    assert_eq!(intake.invoices.len(), rows as usize, "every row is an invoice");
    println!(
        "{name}: {rows} rows of {} MiB in {seconds:.2} s, {:.0} rows/s; {} MiB of drafts, {} MiB at most",
        bytes.len() >> 20,
        f64::from(rows) / seconds,
        drafts >> 20,
        peak >> 20
    );
}
