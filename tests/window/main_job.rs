//! The main job, with the keyboard alone: look around, agree on a plan, take money, ask for the last time, and
//! find everything still there the next morning.

use crate::desk::Desk;

/// What has the focus: its label, else its words.
const FOCUSED: &str = r#"
const el = document.activeElement;
const tidy = (text) => (text ?? "").replace(/\s+/g, " ").trim();
const labels = [...(el?.labels ?? [])].map((label) => tidy(label.innerText)).join(" ");
return tidy(el?.getAttribute("aria-label")) || labels || tidy(el?.innerText);
"#;

/// Types with the keys, wherever the focus is.
fn types(desk: &Desk, text: &str) {
    for letter in text.chars() {
        desk.keys(&[&letter.to_string()]);
    }
}

/// Walks on with Tab until what is called so has the focus.
fn tab_to(desk: &Desk, name: &str) {
    let mut met = Vec::new();
    for _ in 0..120 {
        let focused = desk.driver.script(FOCUSED, &[]);
        let focused = focused.as_str().unwrap_or_default().to_owned();
        if focused.starts_with(name) {
            return;
        }
        met.push(focused);
        desk.keys(&["Tab"]);
    }
    panic!("Tab never came to “{name}”, but to {met:?}");
}

/// Finds or does something: Ctrl K, words, Enter.
fn finds(desk: &Desk, words: &str, shown: &str) {
    desk.keys(&["Control", "k"]);
    desk.sees("Find or do anything");
    types(desk, words);
    desk.sees(shown);
    desk.keys(&["Enter"]);
}

/// Goes to a client's page by name.
fn visits(desk: &Desk, words: &str, name: &str) {
    finds(desk, words, name);
    // Enter waits for its own answer; then the palette has gone and the page bears the name.
    const HEAD: &str =
        "return document.querySelector('[role=dialog]') ? '' : document.querySelector('h1').innerText;";
    desk.driver.wait(&format!("the page of {name}"), || {
        desk.driver.script(HEAD, &[]).as_str().filter(|head| head.starts_with(name)).map(drop)
    });
    desk.sees("Last words");
}

fn is_pdf(desk: &Desk, name: &str) {
    let path = desk.folder().join(name);
    desk.driver.wait(&format!("{name} on the disk"), || {
        std::fs::read(&path).ok().filter(|bytes| bytes.starts_with(b"%PDF-1.7")).map(drop)
    });
}

#[test]
fn the_main_job_is_done_with_the_keyboard_alone() {
    let Some(mut desk) = Desk::open_on_the_sample_day("the main job", &["agreement.pdf", "demand.pdf"])
    else {
        return;
    };
    desk.sees("Try with sample data");
    desk.keys(&["s"]);
    desk.sees("28,148.00");
    desk.driver.picture("main job today");

    // A client, by name; from there a plan over what is late.
    visits(&desk, "quarry", "Quarry Road Brewing Co.");
    desk.keys(&["p"]);
    desk.sees("Three ways to settle");
    desk.sees("8,670.00");
    // The one in the middle is the usual one; arrows compare it with the others.
    tab_to(&desk, "Standard");
    desk.keys(&["ArrowRight"]);
    desk.keys(&["ArrowLeft"]);
    tab_to(&desk, "Make the agreement");
    desk.driver.picture("main job compose");
    desk.keys(&["Enter"]);
    desk.sees("PP-2026-0008");
    desk.sees("waits for signatures");
    desk.keys(&["p"]);
    is_pdf(&desk, "agreement.pdf");
    desk.driver.picture("main job plan");

    // Money comes in.
    visits(&desk, "hollis", "Hollis & Daughters");
    desk.keys(&["r"]);
    desk.sees("What it will pay");
    tab_to(&desk, "Record the payment");
    desk.driver.picture("main job payment");
    desk.keys(&["Enter"]);
    desk.keys(&["g"]);
    desk.keys(&["p"]);
    desk.sees("Hollis & Daughters");
    desk.driver.picture("main job payments");

    // The last letter, to somebody who has had every kinder word.
    visits(&desk, "erie", "Erie Street Lofts");
    desk.keys(&["d"]);
    desk.sees("Issue the final demand");
    desk.driver.wait("the letter", || desk.driver.all("img[src^='data:image/svg+xml']").first().map(|_| ()));
    desk.driver.picture("main job demand");
    desk.keys(&["i"]);
    tab_to(&desk, "Issue the final demand");
    desk.keys(&["Enter"]);
    desk.sees("Letter of");
    desk.keys(&["s"]);
    is_pdf(&desk, "demand.pdf");
    desk.driver.picture("main job demanded");

    // The next morning.
    desk.reopen();
    desk.sees("Birch & Ferry Millwork");
    tab_to(&desk, "Open the book");
    desk.keys(&["Enter"]);
    desk.sees("27,357.00");
    finds(&desk, "PP-2026-0008", "PP-2026-0008");
    desk.sees("waits for signatures");
    visits(&desk, "erie", "Erie Street Lofts");
    desk.keys(&["d"]);
    desk.sees("Letter of");
}
