//! The harness itself, proven on a plain page in WebKit's own little browser: when a journey fails,
//! this tells whether the app or the harness is at fault.

use std::path::{Path, PathBuf};

use serde_json::json;

use crate::desk::Desk;
use crate::inspection::{Inspection, Look};
use crate::stage::{Keychain, SECRETS};

const PAGE: &str = r#"<!doctype html><meta charset="utf-8"><title>A page</title>
<body style="font: 20px serif; padding: 2rem">
<h1>Orders</h1>
<label for="who">Client</label> <input id="who" value="nobody">
<label>Country <select id="where"><option>Canada</option><option>France</option></select></label>
<button hidden>Greet</button>
<button disabled>Greet</button>
<button id="greet">Greet</button>
<button aria-label="Put away">×</button>
<p id="said"></p>
<script>
  const say = (words) => setTimeout(() => said.textContent = words, 200);
  greet.onclick = () => say(`Good day,
      ${who.value} of ${where.value}`);
  document.querySelector("[aria-label]").onclick = () => say("Put away.");
  addEventListener("keydown", (e) => { if (e.ctrlKey && e.key === "k") say("Palette"); });
</script>"#;

/// Ships with WebKitGTK itself, in a folder that names the machine's architecture.
fn mini_browser() -> Option<PathBuf> {
    let libraries = std::fs::read_dir("/usr/lib").ok()?.filter_map(Result::ok).map(|entry| entry.path());
    let mut folders = libraries.chain([PathBuf::from("/usr/libexec"), PathBuf::from("/usr/lib")]);
    folders.find_map(|folder| Some(folder.join("webkit2gtk-4.1/MiniBrowser")).filter(|file| file.is_file()))
}

/// Opens the page above, or says why not.
fn open(name: &'static str, keychain: Keychain) -> Option<Desk> {
    let Some(browser) = mini_browser() else {
        eprintln!(
            "\n  SKIPPED: WebKit's MiniBrowser is not installed, so the harness was not proven on a plain page\n"
        );
        return None;
    };
    let desk = Desk::open_program(name, keychain, &browser, &["--automation"])?;
    let page = desk.folder().join("page.html");
    let mut file = std::fs::File::create(&page).expect("our own folder");
    std::io::Write::write_all(&mut file, PAGE.as_bytes()).expect("the disk has room");
    desk.driver.go(&format!("file://{}", page.display()));
    Some(desk)
}

#[test]
fn a_page_is_read_filled_pressed_and_photographed() {
    let Some(mut desk) = open("harness", Keychain::Absent) else { return };
    desk.sees("orders");
    assert_eq!(desk.driver.text(&desk.driver.find("h1")), "Orders");
    assert_eq!(desk.holds("Client"), "nobody");

    let before = bytes(&desk.driver.picture("harness before"));

    desk.fill("Client", "Élodie Roy");
    desk.choose("Country", "France");
    desk.press("Greet");
    desk.sees("Good day, Élodie Roy of France");

    desk.press("Put away");
    desk.sees("Put away.");
    assert!(!desk.says("Good day"), "what is gone is not seen");

    desk.keys(&["Control", "k"]);
    desk.sees("Palette");

    assert_eq!(desk.driver.script("return arguments[0] + 1;", &[json!(41)]), json!(42));
    let picture = bytes(&desk.driver.picture("harness"));
    assert_ne!(picture, before, "a picture shows what has changed since the last");
    assert_eq!(picture, bytes(&desk.driver.picture("harness")), "and the same page twice the same");
    assert_eq!(size_of_png(&picture), Some(desk.driver.view()), "the picture is the whole view");

    desk.reopen();
    assert!(!desk.says("Palette"), "it was opened anew");
}

#[test]
fn an_inspection_finds_what_is_wrong() {
    let Some(desk) = open("inspection", Keychain::Absent) else { return };
    let inspection = Inspection::new();
    assert!(Inspection::rest(&desk.driver), "a plain page rests");
    let before = inspection.findings(&desk.driver, Look::Whole);
    assert!(!before.iter().any(|line| line.contains("image-alt") || line.contains("sideways")), "{before:?}");
    let spoil = "document.body.append(new Image(3000, 9)); \
        document.body.style.color = '#ccc'; setTimeout(() => { throw new Error('spoilt'); });";
    desk.driver.script(spoil, &[]);
    assert!(Inspection::rest(&desk.driver));
    let after = inspection.findings(&desk.driver, Look::Whole).join("\n");
    for found in ["critical image-alt", "serious color-contrast", "sideways", "error: "] {
        assert!(after.contains(found), "{found} is not in\n{after}");
    }
}

#[test]
fn the_keychain_on_the_stage_keeps_a_secret() {
    let Some(desk) = open("keychain", Keychain::Unlocked) else { return };
    // Asked over the bus, as the app would: the default collection is there and not locked.
    let told = desk.stage.ask_bus(
        SECRETS,
        "/org/freedesktop/secrets/aliases/default",
        "org.freedesktop.DBus.Properties.Get",
        &["org.freedesktop.Secret.Collection", "Locked"],
    );
    assert!(told.contains("boolean false"), "the keychain is open: {told}");
}

fn bytes(file: &Path) -> Vec<u8> {
    std::fs::read(file).expect("a picture was kept there")
}

/// Width and height as a PNG's first chunk states them.
fn size_of_png(bytes: &[u8]) -> Option<(u32, u32)> {
    let number = |at: usize| Some(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?));
    bytes.starts_with(b"\x89PNG\r\n\x1a\n").then(|| Some((number(16)?, number(20)?)))?
}
