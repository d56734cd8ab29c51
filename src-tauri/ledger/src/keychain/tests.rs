//! The keychain in every mood, and the real one where this machine has it.

use super::*;
use crate::testing::{MemoryKeychain, Mood};
use std::process::Command;
use std::time::Instant;

fn book(digit: &str) -> BookSalt {
    BookSalt::from_hex(&digit.repeat(32)).unwrap()
}

#[tokio::test]
async fn each_book_has_its_own_key_and_can_be_forgotten() {
    let keychain = MemoryKeychain::default();
    let keys = Keys::in_keychain(keychain.clone());
    let (first, second) = (BookKey::generate().unwrap(), BookKey::generate().unwrap());
    keys.remember(book("a"), &first).await.unwrap();
    keys.remember(book("b"), &second).await.unwrap();
    assert_eq!(keys.recall(book("a")).await.unwrap(), first);
    assert_eq!(keys.recall(book("b")).await.unwrap(), second);
    keys.remember(book("a"), &second).await.unwrap();
    assert_eq!(keys.recall(book("a")).await.unwrap(), second, "a rekeyed book's entry is replaced");
    keys.forget(book("a")).await.unwrap();
    keys.forget(book("a")).await.unwrap();
    assert_eq!(keys.recall(book("a")).await.unwrap_err().code(), "keychain_no_entry");
    assert_eq!(keychain.count(), 1);
    assert!(!format!("{keys:?}").contains("goodterms-key"));
}

#[tokio::test]
async fn each_failure_has_its_own_name_and_a_way_on() {
    use KeychainError::{Ambiguous, Denied, Garbage, Missing, NoEntry, Silent};
    let keychain = MemoryKeychain::default();
    let keys = Keys::in_keychain(keychain.clone());
    let key = BookKey::generate().unwrap();
    keys.remember(book("a"), &key).await.unwrap();
    let moods = [
        (Mood::Fails(Missing), "keychain_missing"),
        (Mood::Fails(Silent), "keychain_silent"),
        (Mood::Fails(Denied), "keychain_denied"),
        (Mood::Fails(NoEntry), "keychain_no_entry"),
        (Mood::Fails(Ambiguous), "keychain_ambiguous"),
        (Mood::Fails(Garbage), "keychain_garbage"),
        (Mood::HandsOutGarbage, "keychain_garbage"),
        (Mood::Dies, "keychain_missing"),
    ];
    for (mood, code) in moods {
        keychain.be(mood);
        let why = keys.recall(book("a")).await.unwrap_err();
        assert_eq!(why.code(), code, "{mood:?}");
        let LedgerError::CannotOpen(why) = why else { panic!("{mood:?}") };
        assert!(why.hint.unwrap().contains("recovery words"));
        assert_eq!(
            keys.remember(book("a"), &key).await.unwrap_err().code(),
            code,
            "{mood:?} while remembering"
        );
    }
    keychain.be(Mood::KeepsNothing);
    assert_eq!(keys.remember(book("c"), &key).await.unwrap_err().code(), "keychain_no_entry");
    let other = BookKey::generate().unwrap();
    assert_eq!(
        keys.remember(book("a"), &other).await.unwrap_err().code(),
        "keychain_garbage",
        "kept the old one"
    );
    keychain.be(Mood::Helpful);
    assert_eq!(keys.recall(book("a")).await.unwrap(), key);
}

/// A busy machine may be late by some seconds; a keychain that is waited for is late by minutes.
const SLACK: Duration = Duration::from_secs(20);

/// A locked keychain whose prompt nobody sees would keep its caller for minutes.
#[tokio::test]
async fn a_keychain_that_never_answers_costs_two_seconds() {
    let keychain = MemoryKeychain::default();
    keychain.be(Mood::NeverAnswers);
    let keys = Keys::in_keychain(keychain);
    let key = BookKey::generate().unwrap();
    let start = Instant::now();
    let answers =
        tokio::join!(keys.recall(book("a")), keys.remember(book("a"), &key), keys.forget(book("a")));
    let took = start.elapsed();
    let codes = [answers.0.unwrap_err().code(), answers.1.unwrap_err().code(), answers.2.unwrap_err().code()];
    assert_eq!(codes, ["keychain_silent"; 3]);
    assert!(took >= DEADLINE && took < DEADLINE + SLACK, "{took:?}");
}

const SCENE: &str = "GOODTERMS_TEST_KEYCHAIN_SCENE";

/// This test as a process of its own, inside a session whose keyring is unlocked, then locked, then
/// without any session at all: what the system's keychain is asked is then what a user's would be.
#[tokio::test]
async fn the_systems_own_keychain_keeps_keys_and_a_locked_or_missing_one_is_named() {
    if let Ok(scene) = std::env::var(SCENE) {
        return play(&scene).await;
    }
    let has = |tool: &str| {
        Command::new("sh").args(["-c", &format!("command -v {tool}")]).output().unwrap().status.success()
    };
    if !["dbus-run-session", "gnome-keyring-daemon", "dbus-send"].iter().all(|tool| has(tool)) {
        println!("SKIPPED: no gnome-keyring and dbus on this machine, so the real keychain was not asked");
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let session =
        "printf pw | gnome-keyring-daemon --unlock --components=secrets >/dev/null && exec \"$0\" \"$@\"";
    let myself = std::env::current_exe().unwrap();
    let test = "keychain::tests::the_systems_own_keychain_keeps_keys_and_a_locked_or_missing_one_is_named";
    for scene in ["open", "locked", "missing"] {
        let mut command = match scene {
            "missing" => Command::new(&myself),
            _ => {
                let mut command = Command::new("dbus-run-session");
                command.args(["--", "bash", "-c", session]).arg(&myself);
                command
            }
        };
        for (name, part) in [("HOME", "home"), ("XDG_DATA_HOME", "data"), ("XDG_RUNTIME_DIR", "run")] {
            let part = folder.path().join(part);
            std::fs::create_dir_all(&part).unwrap();
            command.env(name, part);
        }
        if scene == "missing" {
            command.env("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
        }
        let done = command.args(["--exact", test, "--nocapture"]).env(SCENE, scene).output().unwrap();
        let said =
            String::from_utf8_lossy(&done.stdout).into_owned() + &String::from_utf8_lossy(&done.stderr);
        assert!(done.status.success() && said.contains(&format!("played {scene}")), "{scene}: {said}");
        said.lines().filter(|line| line.contains("keychain was")).for_each(|line| println!("{line}"));
    }
}

async fn play(scene: &str) {
    let keys = Keys::default();
    let key = BookKey::generate().unwrap();
    match scene {
        "open" => {
            keys.remember(book("d"), &key).await.unwrap();
            assert_eq!(keys.recall(book("d")).await.unwrap(), key);
            assert_eq!(keys.recall(book("e")).await.unwrap_err().code(), "keychain_no_entry");
            keys.forget(book("d")).await.unwrap();
            keys.forget(book("d")).await.unwrap();
            assert_eq!(keys.recall(book("d")).await.unwrap_err().code(), "keychain_no_entry");
        }
        "locked" => {
            keys.remember(book("d"), &key).await.unwrap();
            let locked = Command::new("dbus-send")
                .args([
                    "--session",
                    "--print-reply",
                    "--dest=org.freedesktop.secrets",
                    "/org/freedesktop/secrets",
                ])
                .args(["org.freedesktop.Secret.Service.Lock"])
                .arg("array:objpath:/org/freedesktop/secrets/collection/login")
                .output()
                .unwrap();
            assert!(locked.status.success(), "{locked:?}");
            let start = Instant::now();
            let code = keys.recall(book("d")).await.unwrap_err().code();
            assert!(["keychain_silent", "keychain_denied"].contains(&code), "{code}");
            assert!(start.elapsed() < DEADLINE + SLACK, "{:?}", start.elapsed());
            println!("a locked keychain was called {code} after {:?}", start.elapsed());
        }
        _ => assert_eq!(keys.recall(book("d")).await.unwrap_err().code(), "keychain_missing"),
    }
    println!("played {scene}");
}
