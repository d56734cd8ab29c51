//! What a desktop expects of a program: its menu, its title, and files opened with it from outside.

use crate::Shell;
use goodterms_app::{Started, Tiding};
use serde_json::{Value, json};

const VERBS: &str = include_str!("../../ui/src/app/verbs.ts");
const PLACES: &str = include_str!("../../ui/src/app/places.ts");

#[test]
fn a_book_the_program_is_started_with_waits_until_the_window_listens() {
    let shell = Shell::started(|home| {
        std::fs::File::create(home.join("shop.book")).unwrap();
        let words = ["--quiet", "gone.book", "shop.book"].map(str::to_owned).to_vec();
        Started { words, folder: home.to_owned(), answers: None }
    });
    assert!(shell.told.lock().unwrap().is_empty(), "nobody listens yet");
    let listen = || shell.send("shell_listen", json!({ "channel": "__CHANNEL__:7" })).unwrap();
    listen();
    let path = shell.path("shop.book").to_str().unwrap().to_owned();
    assert_eq!(*shell.told.lock().unwrap(), [Tiding::OpenBook { path: path.clone() }]);
    listen();
    assert_eq!(shell.told.lock().unwrap().len(), 1, "it is told once");

    let unlock = json!({ "by": "passphrase", "passphrase": "x" });
    let refused = shell.call("book_open", json!({ "path": path, "unlock": unlock })).unwrap_err();
    assert_eq!(refused["kind"], "book", "a person chose it, so it is looked at: {refused}");
}

#[test]
fn an_address_is_a_file_too() {
    let shell = Shell::started(|home| {
        let place = home.join("été.book");
        std::fs::File::create(&place).unwrap();
        let address = tauri::Url::from_file_path(place).unwrap();
        Started { words: vec![address.to_string()], ..Started::default() }
    });
    shell.send("shell_listen", json!({ "channel": "__CHANNEL__:7" })).unwrap();
    let path = shell.path("été.book").to_str().unwrap().to_owned();
    assert_eq!(*shell.told.lock().unwrap(), [Tiding::OpenBook { path }]);
}

#[test]
fn the_window_names_itself_and_says_how_it_stands() {
    let shell = Shell::open();
    for (command, args) in [
        ("shell_title", json!({ "title": "Clients · Goodterms" })),
        ("shell_language", json!({ "language": "fr" })),
        ("shell_book_open", json!({ "open": true })),
    ] {
        assert_eq!(shell.call(command, args).unwrap(), Value::Null, "{command}");
    }
    assert!(shell.call("shell_language", json!({ "language": "tlh" })).is_err());
}

#[test]
fn what_reaches_the_window_has_the_shape_it_reads() {
    let told = [
        (Tiding::Menu { id: "today".into() }, json!({ "kind": "menu", "id": "today" })),
        (Tiding::Drag { over: true }, json!({ "kind": "drag", "over": true })),
        (Tiding::Dropped { paths: vec!["a.csv".into()] }, json!({ "kind": "dropped", "paths": ["a.csv"] })),
        (Tiding::OpenBook { path: "a.book".into() }, json!({ "kind": "open_book", "path": "a.book" })),
    ];
    for (tiding, wire) in told {
        assert_eq!(serde_json::to_value(tiding).unwrap(), wire);
    }
}

#[test]
fn the_window_knows_every_line_of_the_menu() {
    let ids = goodterms_app::verbs();
    assert!(ids.len() > 15, "{ids:?}");
    for id in ids {
        let known = VERBS.contains(&format!("  {id}: {{")) || PLACES.contains(&format!("screen('{id}',"));
        assert!(known, "the window does nothing for the menu's {id}");
    }
}
