//! What is measured, and the table of it.

use std::fmt::Write as _;
use std::path::Path;

use goodterms_desk::books::{BookCreate, book_create};
use goodterms_desk::imports::{ImportAsk, import};
use goodterms_desk::{Clock, Desk as Counter};
use serde_json::{Value, json};

use crate::desk::Desk;
use crate::memory::memory;
use crate::stage::Keychain;

const PASSPHRASE: &str = "a hundred thousand quiet words";
const INVOICES: u32 = 100_000;
const CLIENTS: u32 = 5_000;

const UNLOCK: &str = include_str!("unlock.js");
const SCROLL: &str = include_str!("scroll.js");
const VANILLA: &str = include_str!("vanilla.js");
/// Times what the page waits for an answer, its own work left out.
const FIND: &str = "
const [queries, done] = arguments;
const ask = (search) => window.__TAURI_INTERNALS__.invoke('find', { args: { search } });
const times = [];
(async () => {
  for (const search of queries) {
    const began = performance.now();
    await ask(search);
    times.push(performance.now() - began);
  }
})().then(() => done(times), (refused) => done({ refused }));
";

pub(crate) fn measure() {
    println!("Laying out {INVOICES} invoices; this takes a minute or two.");
    let Some(desk) = Desk::open_over("bench", Keychain::Absent, &[], lay_a_book) else { return };
    let built = if cfg!(debug_assertions) {
        "a debug build: times are several times longer"
    } else {
        "a release build"
    };
    println!("Measured in {built}, drawn without a graphics card.\n");
    let (width, height) = desk.driver.view();
    println!("{:<54} {:>12}   limit", format!("window {width} by {height}"), "measured");

    desk.fill("Passphrase", PASSPHRASE);
    let button = desk.pressable("Unlock the book");
    let opened = desk.driver.patient_script(UNLOCK, &[button]);
    line("the passphrase turned into a key", number(&opened["unlocked"]), "ms", None);
    line("Today drawn after that", number(&opened["drawn"]), "ms", Some(1_500.0));

    held(&desk, "with Today shown");

    let found = desk.driver.patient_script(FIND, &[queries()]);
    let mut times = numbers(&found);
    line("search of 40 things, median", part(&mut times, 0.50), "ms", None);
    line("search of 40 things, 95th percentile", part(&mut times, 0.95), "ms", Some(50.0));

    desk.keys(&["g"]);
    desk.keys(&["i"]);
    desk.sees("INV-");
    scrolled(&desk, "invoices", "[role=region]:has(tr[data-index])", "tr[data-index]", ".unseen", Some(0.0));
    held(&desk, "after all this");
    desk.driver.script(VANILLA, &[]);
    scrolled(&desk, "vanilla list", "#yardstick", ".line", "", None);
}

/// How much memory the app holds, program by program.
fn held(desk: &Desk, when: &str) {
    let programs = memory(&desk.folder().join("goodterms"));
    for (name, megabytes) in &programs {
        line(&format!("memory {when}: {name}"), *megabytes, "MB", None);
    }
    let whole = programs.iter().map(|(_, megabytes)| megabytes).sum();
    line(&format!("memory {when}: the whole app"), whole, "MB", Some(350.0));
}

/// Scrolls in three manners; frames with bare space must be none.
fn scrolled(desk: &Desk, name: &str, list: &str, rows: &str, unseen: &str, most_blank: Option<f64>) {
    for manner in ["wheel", "pages", "thumb"] {
        let words = [list, rows, unseen, manner].map(Value::from);
        let seen = desk.driver.patient_script(SCROLL, &words);
        let mut times = numbers(&seen["times"]);
        let what = format!("{name} by {manner}: ");
        line(&format!("{what}frames, median"), part(&mut times, 0.50), "ms", None);
        line(&format!("{what}frames, 95th percentile"), part(&mut times, 0.95), "ms", None);
        line(&format!("{what}frames with bare space"), number(&seen["bare"]), "", most_blank);
        line(&format!("{what}frames with rows unread"), number(&seen["unread"]), "", None);
    }
}

fn line(what: &str, measured: f64, unit: &str, limit: Option<f64>) {
    let limit = limit.map_or(String::new(), |most| {
        format!("≤ {most} {unit}{}", if measured > most { "   BEYOND" } else { "" })
    });
    println!("{what:<54} {:>12}   {limit}", format!("{measured:.1} {unit}"));
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or_else(|| panic!("not a number: {value}"))
}

fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().unwrap_or_else(|| panic!("no numbers: {value}")).iter().map(number).collect()
}

/// The value below which so great a part of them lies.
fn part(values: &mut [f64], part: f64) -> f64 {
    values.sort_by(f64::total_cmp);
    let last = values.len().saturating_sub(1);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "an index among a few hundred"
    )]
    let at = ((values.len() as f64 * part).ceil() as usize).saturating_sub(1).min(last);
    values.get(at).copied().unwrap_or_default()
}

/// What people type: part of a name, a name, a number, an amount, and something nobody is called.
fn queries() -> Value {
    let queries = (1..=8_u32).flat_map(|n| {
        [
            format!("Client {:02}", n * 11),
            format!("Client {:05}", n * 577 % CLIENTS),
            format!("INV-{:07}", n * 11_939 % INVOICES),
            format!("{}.50", n * 731),
            format!("nobody {n}"),
        ]
    });
    json!(queries.collect::<Vec<_>>())
}

/// A book of three years, five of six invoices paid, made as the command line would make it.
fn lay_a_book(folder: &Path) {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let counter = Counter::new(folder.join("goodterms"), Clock::Machine, "bench");
        let ask = BookCreate {
            path: folder.join("Bench.book").display().to_string(),
            name: "Bench".to_owned(),
            country: "CA".to_owned(),
            region: Some("ON".to_owned()),
            currency: "CAD".to_owned(),
            time_zone: Some("America/Toronto".to_owned()),
            passphrase: Some(PASSPHRASE.to_owned()),
            ..BookCreate::default()
        };
        let today = book_create(&counter, ask).await.expect("a new book").book.today;
        let file = folder.join("list.csv");
        #[expect(clippy::disallowed_methods, reason = "a fixture in a temporary folder")]
        std::fs::write(&file, list(today)).expect("a list");
        let ask = ImportAsk { path: file.display().to_string(), ..ImportAsk::default() };
        let report = import(&counter, ask).await.expect("an import");
        println!("{} invoices, {} payments", report.created.invoices, report.created.payments);
        counter.close().await.expect("closed");
    });
}

fn list(today: goodterms_desk::Day) -> String {
    let before = |days: u32| goodterms_desk::day::plus_days(today, -i64::from(days));
    let mut text = String::from("Invoice Number,Customer,Invoice Date,Due Date,Total,Date Paid\n");
    for n in 0..INVOICES {
        // Strides without a common measure, so that days, clients and amounts do not fall into step.
        let age = 61 + n * 7_919 % 1_035;
        let paid = if n % 6 == 0 { String::new() } else { before(age - 10 - n * 31 % 50).to_string() };
        let (client, units, cents) = (n * 3_571 % CLIENTS, 1 + n * 6_367 % 9_000, n * 37 % 100);
        let (issued, due) = (before(age), before(age - 30));
        writeln!(text, "INV-{n:07},Client {client:05},{issued},{due},{units}.{cents:02},{paid}")
            .expect("memory for a list");
    }
    text
}
