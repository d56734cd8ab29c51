//! The boundary between the window and Rust, on Tauri's runtime without a window: every command is there,
//! allowed, and answers in the shapes the window expects.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use goodterms_app::{Started, Tiding};
use goodterms_desk::{Clock, Desk};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use tauri::ipc::{CallbackFn, InvokeBody, InvokeResponseBody};
use tauri::test::{INVOKE_KEY, MockRuntime, get_ipc_response, mock_builder};
use tauri::webview::InvokeRequest;
use tauri::{App, WebviewWindow, WebviewWindowBuilder};
use tempfile::TempDir;

mod dialogs;
mod manners;

/// Commands that are the shell's own.
const OWN: [&str; 16] = [
    "choose_book_file",
    "choose_new_book_file",
    "choose_import_file",
    "choose_logo",
    "choose_returned_copy",
    "choose_seal_file",
    "export_into",
    "print_letters",
    "save_document",
    "save_recovery_sheet",
    "save_terms_sheet",
    "shell_listen",
    "shell_language",
    "shell_book_open",
    "shell_title",
    "shell_quit",
];

struct Shell {
    window: WebviewWindow<MockRuntime>,
    _app: App<MockRuntime>,
    home: TempDir,
    /// What was sent to the window without being asked.
    told: Arc<Mutex<Vec<Tiding>>>,
}

impl Shell {
    /// The shell over an empty home; dialogs answer `shop.book` first.
    fn open() -> Self {
        Self::started(|home| Started { answers: Some(vec![home.join("shop.book")]), ..Started::default() })
    }

    /// The shell, started in some way over a home that may hold something by then.
    fn started(how: impl FnOnce(&Path) -> Started) -> Self {
        Self::over(tempfile::tempdir().unwrap(), how)
    }

    /// Another shell over the same home.
    fn again(self) -> Self {
        let Self { home, _app, .. } = self;
        drop(_app);
        Self::over(home, |_| Started::default())
    }

    fn over(home: TempDir, how: impl FnOnce(&Path) -> Started) -> Self {
        let now = "2026-11-17T14:00:00Z".parse().unwrap();
        let desk = Desk::new(home.path().join("home"), Clock::Frozen(now), "tester");
        let told = Arc::new(Mutex::new(Vec::new()));
        let keep = Arc::clone(&told);
        let builder = mock_builder().channel_interceptor(move |_, _, _, body| {
            let InvokeResponseBody::Json(text) = body else { return false };
            keep.lock().unwrap().push(serde_json::from_str(text).unwrap());
            true
        });
        let started = how(home.path());
        let app = goodterms_app::build(builder, desk, started).unwrap();
        let window = match tauri::Manager::get_webview_window(&app, "main") {
            Some(window) => window,
            None => WebviewWindowBuilder::new(&app, "main", Default::default()).build().unwrap(),
        };
        Self { window, _app: app, home, told }
    }

    /// Calls a command that takes one value.
    fn call(&self, command: &str, args: Value) -> Result<Value, Value> {
        self.send(command, json!({ "args": args }))
    }

    fn send(&self, command: &str, body: Value) -> Result<Value, Value> {
        let request = InvokeRequest {
            cmd: command.to_owned(),
            callback: CallbackFn(0),
            error: CallbackFn(1),
            url: "tauri://localhost".parse().unwrap(),
            body: InvokeBody::Json(body),
            headers: Default::default(),
            invoke_key: INVOKE_KEY.to_owned(),
        };
        get_ipc_response(&self.window, request).map(|body| body.deserialize().unwrap())
    }

    fn path(&self, name: &str) -> PathBuf {
        self.home.path().join(name)
    }

    /// A new book where the dialog said.
    fn book(&self) -> Value {
        let path = self.call("choose_new_book_file", json!({ "suggested_name": "Shop.book" })).unwrap();
        assert_eq!(path, json!(self.path("shop.book")));
        self.call(
            "book_create",
            json!({
                "path": path, "name": "Birch & Ferry", "country": "CA", "region": "ON", "currency": "CAD",
                "locale": "en-CA", "time_zone": "America/Toronto", "passphrase": "correct horse", "keychain": false
            }),
        )
        .unwrap()
    }
}

macro_rules! listed {
    ($(($name:ident, $run:path, $ask:ty, $answer:ty))*) => { &[$(stringify!($name)),*] };
}

/// A command that is registered but not allowed, or allowed but not registered, is one nobody can use.
#[test]
fn every_command_is_registered_and_allowed() {
    let shell = Shell::open();
    let names: &[&str] = goodterms_desk::with_commands!(listed);
    for name in names.iter().chain(&OWN) {
        let answer = shell.call(name, json!({ "no_such_field": true }));
        let said = answer.as_ref().map_or_else(Value::to_string, Value::to_string);
        assert!(!said.contains("not allowed") && !said.contains("not found"), "{name}: {said}");
        assert!(answer.is_err(), "{name} takes a field it does not know: {said}");
    }
    let stranger = shell.call("read_any_file", json!({}));
    assert!(stranger.is_err(), "a command that is not on the list answered {stranger:?}");
}

#[test]
fn fields_nobody_knows_are_refused() {
    let shell = Shell::open();
    let answer = shell.call("client_list", json!({ "as_off": "2026-11-17" })).unwrap_err();
    assert!(answer.to_string().contains("as_off"), "{answer}");
}

#[test]
fn before_a_book_is_open_every_question_about_it_is_refused() {
    let shell = Shell::open();
    for (command, args) in [
        ("client_list", json!({})),
        ("client_view", json!({ "client": "x" })),
        ("invoice_list", json!({})),
        ("invoice_view", json!({ "invoice": "x" })),
        ("ageing", json!({})),
    ] {
        let answer = shell.call(command, args).unwrap_err();
        assert_eq!(
            (&answer["code"], &answer["kind"]),
            (&json!("no_book_open"), &json!("refused")),
            "{command}"
        );
    }
}

#[test]
fn a_book_is_made_closed_and_opened_again_through_the_boundary() {
    let shell = Shell::open();
    let created = shell.book();
    assert_eq!(created["book"]["name"], "Birch & Ferry");
    assert_eq!(created["book"]["today"], "2026-11-17");
    let phrase = created["recovery_phrase"].as_str().unwrap().to_owned();
    assert_eq!(phrase.split(' ').count(), 24);
    let path = created["book"]["path"].clone();

    assert_eq!(shell.call("client_list", json!({})).unwrap()["clients"], json!([]));
    assert_eq!(shell.call("ageing", json!({ "as_of": "2026-01-31" })).unwrap()["as_of"], "2026-01-31");
    assert_eq!(shell.call("book_close", json!({})).unwrap(), Value::Null);

    let wrong = json!({ "path": path, "unlock": { "by": "passphrase", "passphrase": "wrong" } });
    let refused = shell.call("book_open", wrong).unwrap_err();
    assert_eq!((&refused["code"], &refused["kind"]), (&json!("passphrase_wrong"), &json!("book")));
    for unlock in [
        json!({ "by": "passphrase", "passphrase": "correct horse" }),
        json!({ "by": "recovery", "phrase": phrase }),
    ] {
        let opened = shell.call("book_open", json!({ "path": path, "unlock": unlock })).unwrap();
        assert_eq!(opened["name"], "Birch & Ferry");
        shell.call("book_close", json!({})).unwrap();
    }
    let start = shell.call("start_view", json!({})).unwrap();
    assert_eq!(start["recent"][0]["passphrase"], true);
}
