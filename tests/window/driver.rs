//! A web view under remote control: find, click, type, ask, wait, photograph. No page is known here.

use std::fmt::Display;
use std::fs::File;
use std::io::Write;
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::thread::sleep;
use std::time::{Duration, Instant};

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};

use crate::stage::{Program, Stage, pictures, start};
use crate::wire::{Refused, Wire};

/// How long a window may take to show what is waited for; generous, for a small and busy machine.
pub(crate) const PATIENCE: Duration = Duration::from_secs(120);
const GLANCE: Duration = Duration::from_millis(50);

/// The key by which WebDriver marks an element in JSON (W3C WebDriver §12).
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// One web view, open until this is dropped.
pub(crate) struct Driver {
    wire: Wire,
    /// What is opened: program and arguments, as WebDriver wants to be told.
    wanted: Value,
    /// `/session/…`
    session: String,
    _process: Program,
}

/// Something on the page.
#[derive(Debug, Clone)]
pub(crate) struct Element(String);

impl Driver {
    /// Opens a program that shows a web view, on this stage.
    pub(crate) fn open(stage: &Stage, program: &Path, arguments: &[&str]) -> Self {
        let wire = Wire { port: free_port() };
        let mut command = stage.command("WebKitWebDriver");
        // What lets Tauri's web view be driven; other programs do not look at it.
        command.env("TAURI_AUTOMATION", "true").env("TAURI_WEBVIEW_AUTOMATION", "true");
        command.arg(format!("--port={}", wire.port)).stdin(Stdio::null()).stdout(Stdio::null());
        let process = Program::new(start(&mut command));
        wait("the driver to answer", || wire.call("GET", "/status", None).ok());
        let wanted = json!({ "capabilities": { "alwaysMatch": {
            "timeouts": { "script": 100_000 },
            "webkitgtk:browserOptions": { "binary": program, "args": arguments },
        } } });
        let session = new_session(wire, &wanted);
        Self { wire, wanted, session, _process: process }
    }

    /// Closes the program and opens it again.
    pub(crate) fn reopen(&mut self) {
        // It may have ended by itself.
        let _ = self.call("DELETE", "", None);
        self.session = new_session(self.wire, &self.wanted);
    }

    /// Goes to an address.
    pub(crate) fn go(&self, address: &str) {
        self.must("POST", "/url", &json!({ "url": address }));
    }

    /// Loads the page anew, and waits until it is there.
    pub(crate) fn refresh(&self) {
        self.must("POST", "/refresh", &json!({}));
    }

    /// What matches a CSS selector now, in the page's order.
    pub(crate) fn all(&self, css: &str) -> Vec<Element> {
        let found = self.must("POST", "/elements", &json!({ "using": "css selector", "value": css }));
        found.as_array().into_iter().flatten().filter_map(Element::read).collect()
    }

    /// The first that matches a CSS selector, as soon as there is one.
    pub(crate) fn find(&self, css: &str) -> Element {
        self.wait(&format!("`{css}`"), || self.all(css).into_iter().next())
    }

    /// The text of an element as it is shown.
    pub(crate) fn text(&self, element: &Element) -> String {
        let text = self.must_get(&format!("/element/{}/text", element.0));
        text.as_str().unwrap_or_default().to_owned()
    }

    /// Clicks in the middle of an element. `Err` if something covers it, or it has just gone.
    pub(crate) fn click(&self, element: &Element) -> Result<(), Refused> {
        self.call("POST", &format!("/element/{}/click", element.0), Some(&json!({}))).map(drop)
    }

    /// Types into an element, after what is there.
    pub(crate) fn type_into(&self, element: &Element, text: &str) {
        self.must("POST", &format!("/element/{}/value", element.0), &json!({ "text": text }));
    }

    /// Empties a field.
    pub(crate) fn clear(&self, element: &Element) {
        self.must("POST", &format!("/element/{}/clear", element.0), &json!({}));
    }

    /// Presses keys together, wherever the focus is: `["Control", "k"]`, `["Escape"]`.
    pub(crate) fn keys(&self, together: &[&str]) {
        let keys: Vec<&str> = together.iter().map(|name| key(name)).collect();
        let down = keys.iter().map(|key| json!({ "type": "keyDown", "value": key }));
        let up = keys.iter().rev().map(|key| json!({ "type": "keyUp", "value": key }));
        let strokes: Vec<Value> = down.chain(up).collect();
        self.must(
            "POST",
            "/actions",
            &json!({ "actions": [{ "type": "key", "id": "keys", "actions": strokes }] }),
        );
    }

    /// Runs a function body in the page; `arguments` are there as such.
    pub(crate) fn script(&self, body: &str, arguments: &[Value]) -> Value {
        self.must("POST", "/execute/sync", &json!({ "script": body, "args": arguments }))
    }

    /// Runs a function body that takes its time: its last argument is called with what it answers.
    pub(crate) fn patient_script(&self, body: &str, arguments: &[Value]) -> Value {
        self.must("POST", "/execute/async", &json!({ "script": body, "args": arguments }))
    }

    /// The element a script answers with.
    pub(crate) fn script_element(&self, body: &str, arguments: &[Value]) -> Option<Element> {
        Element::read(&self.script(body, arguments))
    }

    /// Keeps what the window shows as `window/<name>.png` in the target folder.
    pub(crate) fn picture(&self, name: &str) -> PathBuf {
        self.try_picture(name).unwrap_or_else(|no| panic!("no picture of the window: {no:?}"))
    }

    /// The same, for when something has already gone wrong.
    pub(crate) fn try_picture(&self, name: &str) -> Result<PathBuf, Refused> {
        self.picture_into(&pictures().join(format!("{name}.png")))
    }

    /// Keeps what the window shows in a file.
    pub(crate) fn picture_into(&self, path: &Path) -> Result<PathBuf, Refused> {
        // What was changed last must have been drawn: two frames later it has.
        let drawn =
            "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done()));";
        self.call("POST", "/execute/async", Some(&json!({ "script": drawn, "args": [] })))?;
        let taken = self.call("GET", "/screenshot", None)?;
        let bytes =
            BASE64_STANDARD.decode(taken.as_str().unwrap_or_default()).expect("the driver sends base64");
        let mut file = File::create(path).expect("the pictures' folder may be written");
        file.write_all(&bytes).expect("the disk has room for a picture");
        Ok(path.to_owned())
    }

    /// Makes the window so large, in the page's pixels.
    pub(crate) fn resize(&self, width: u32, height: u32) {
        self.must("POST", "/window/rect", &json!({ "width": width, "height": height }));
        self.wait(&format!("a window of {width} by {height}"), || {
            (self.view() == (width, height)).then_some(())
        });
    }

    /// How large the page is, in its own pixels.
    pub(crate) fn view(&self) -> (u32, u32) {
        let view = self.script("return [innerWidth, innerHeight];", &[]);
        serde_json::from_value(view).expect("two whole numbers")
    }

    /// Waits until there is something to see. When patience ends, the page's own words say what there was instead.
    pub(crate) fn wait<T>(&self, what: &str, mut look: impl FnMut() -> Option<T>) -> T {
        patiently(&mut look).unwrap_or_else(|| {
            panic!("waited {} s for {what}. The page says:\n{}", PATIENCE.as_secs(), self.words())
        })
    }

    /// All the words on the page.
    pub(crate) fn words(&self) -> String {
        let words = self.script("return document.body ? document.body.innerText : '';", &[]);
        words.as_str().unwrap_or_default().to_owned()
    }

    fn call(&self, method: &str, path: &str, body: Option<&Value>) -> Result<Value, Refused> {
        self.wire.call(method, &format!("{}{path}", self.session), body)
    }

    fn must(&self, method: &str, path: &str, body: &Value) -> Value {
        self.call(method, path, Some(body)).unwrap_or_else(|no| panic!("{path} with {body}: {no:?}"))
    }

    fn must_get(&self, path: &str) -> Value {
        self.call("GET", path, None).unwrap_or_else(|no| panic!("{path}: {no:?}"))
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Lets the app close properly; whatever does not is ended with the driver's group.
        let _ = self.call("DELETE", "", None);
    }
}

impl Element {
    fn read(value: &Value) -> Option<Self> {
        value.get(ELEMENT)?.as_str().map(|id| Self(id.to_owned()))
    }

    /// As an argument to a script.
    pub(crate) fn argument(&self) -> Value {
        json!({ ELEMENT: self.0 })
    }
}

/// Waits until `look` sees something.
pub(crate) fn wait<T>(what: impl Display, mut look: impl FnMut() -> Option<T>) -> T {
    patiently(&mut look).unwrap_or_else(|| panic!("waited {} s for {what}", PATIENCE.as_secs()))
}

fn patiently<T>(look: &mut impl FnMut() -> Option<T>) -> Option<T> {
    let deadline = Instant::now() + PATIENCE;
    loop {
        let seen = look();
        if seen.is_some() || Instant::now() > deadline {
            return seen;
        }
        sleep(GLANCE);
    }
}

fn new_session(wire: Wire, wanted: &Value) -> String {
    let opened = wire.call("POST", "/session", Some(wanted));
    let opened = opened.unwrap_or_else(|no| panic!("it did not open: {no:?}; wanted {wanted}"));
    format!("/session/{}", opened["sessionId"].as_str().expect("a session has an id"))
}

fn free_port() -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("this machine has a free port");
    listener.local_addr().expect("it is bound").port()
}

/// A key by its name (W3C WebDriver §17.4.2); anything else is the character itself.
fn key(name: &str) -> &str {
    match name {
        "Backspace" => "\u{e003}",
        "Tab" => "\u{e004}",
        "Enter" => "\u{e007}",
        "Shift" => "\u{e008}",
        "Control" => "\u{e009}",
        "Alt" => "\u{e00a}",
        "Escape" => "\u{e00c}",
        "Space" => " ",
        "PageUp" => "\u{e00e}",
        "PageDown" => "\u{e00f}",
        "End" => "\u{e010}",
        "Home" => "\u{e011}",
        "ArrowLeft" => "\u{e012}",
        "ArrowUp" => "\u{e013}",
        "ArrowRight" => "\u{e014}",
        "ArrowDown" => "\u{e015}",
        "Delete" => "\u{e017}",
        character => character,
    }
}

#[test]
fn elements_are_read_and_written_as_the_standard_says() {
    let element = Element::read(&json!({ ELEMENT: "e7" })).expect("an element");
    assert_eq!(element.argument(), json!({ "element-6066-11e4-a52e-4f735466cecf": "e7" }));
    assert!(Element::read(&json!("e7")).is_none(), "a string is no element");
}

#[test]
fn keys_have_names_and_characters_are_themselves() {
    assert_eq!([key("Control"), key("k"), key("Enter")], ["\u{e009}", "k", "\u{e007}"]);
}
