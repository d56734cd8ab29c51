//! Making books, opening them with the right and the wrong secret, and proving them.

use crate::bench::{Bench, PASSPHRASE, TODAY, answer, document, error, has, keys, text};
use goodterms_desk::books::{Unlock, open_for};
use goodterms_desk::{Access, Clock, Desk};
use std::path::Path;

fn new_book<'a>(bench: &Bench, file: &'a str, more: &[&'a str]) -> std::process::Output {
    let mut words =
        vec!["book", "new", file, "--name", "Fern", "--country", "CA", "--currency", "CAD", "--json"];
    words.extend(more);
    bench.raw(&words)
}

#[test]
fn a_new_book_answers_its_words_and_opens_with_them_and_with_its_passphrase() {
    let bench = Bench::new();
    let info = bench.ask("book info");
    has(&info, "book name country region currency locale time_zone schema_version bytes counts last_backup");
    assert_eq!(
        (info["name"].as_str(), info["locale"].as_str()),
        (Some("Birch & Ferry Millwork"), Some("en-CA"))
    );
    let by_passphrase =
        bench.raw(&["--book", "birch.book", "--passphrase-file", "passphrase.txt", "--json", "book", "info"]);
    assert_eq!(answer(&by_passphrase), info);
}

#[test]
fn an_existing_file_is_never_written_over() {
    let bench = Bench::bare();
    bench.write("mine.txt", "do not touch");
    let refused = error(&new_book(&bench, "mine.txt", &["--no-keychain"]), 1);
    assert_eq!(refused["code"], "book_exists");
    assert_eq!(std::fs::read_to_string(bench.path("mine.txt")).unwrap(), "do not touch");
    assert_eq!(bench.files(), ["mine.txt"]);
}

#[test]
fn words_of_a_new_book_are_checked_before_a_file_is_made() {
    let bench = Bench::bare();
    bench.write("empty.txt", "\n");
    for (more, code) in [
        (&["--country", "Canada"][..], "country_unknown"),
        (&["--currency", "CADX"], "currency_unknown"),
        (&["--time-zone", "Mars/Olympus"], "time_zone_unknown"),
        (&["--locale", "english please"], "locale_unknown"),
        (&["--region", "Ontario"], "region_unknown"),
        (&["--name", " "], "business_name_missing"),
        (&["--passphrase-file", "nowhere.txt"], "file_unreadable"),
        (&["--passphrase-file", "empty.txt"], "passphrase_empty"),
    ] {
        let mut words = vec!["book", "new", "b.book", "--json"];
        for (option, usual) in [("--name", "Fern"), ("--country", "CA"), ("--currency", "CAD")] {
            if !more.contains(&option) {
                words.extend([option, usual]);
            }
        }
        words.extend(more);
        assert_eq!(error(&bench.raw(&words), 2)["code"], code, "{more:?}");
        assert_eq!(bench.files(), ["empty.txt"], "{more:?}");
    }
}

#[test]
fn a_book_or_a_sample_in_a_folder_that_is_not_there_is_refused() {
    let bench = Bench::bare();
    bench.write("file", "");
    assert_eq!(error(&new_book(&bench, "nowhere/b.book", &["--no-keychain"]), 2)["code"], "path_missing");
    assert_eq!(error(&bench.raw(&["--json", "demo", "file/sample"]), 2)["code"], "path_missing");
    assert_eq!(bench.files(), ["file"]);
}

/// Where there is no keychain the book is made all the same, and says so.
#[cfg(target_os = "linux")]
#[test]
fn without_a_keychain_a_book_is_made_with_a_warning_and_opens_with_its_words() {
    let bench = Bench::bare();
    let made = answer(&new_book(&bench, "b.book", &[]));
    assert_eq!(keys(&made), ["book", "recovery_phrase", "warnings"]);
    assert_eq!(made["recovery_phrase"].as_str().unwrap().split(' ').count(), 24);
    assert_eq!(made["warnings"][0]["code"], "keychain_missing");
    bench.write("w.txt", &format!("{}\r\n", made["recovery_phrase"].as_str().unwrap()));
    let info = bench.raw(&["--book", "b.book", "--json", "book", "info", "--recovery-phrase-file", "w.txt"]);
    assert_eq!(answer(&info)["name"], "Fern");
    let by_keychain = bench.raw(&["--book", "b.book", "--json", "book", "info"]);
    assert_eq!(error(&by_keychain, 3)["code"], "keychain_missing");
}

#[test]
fn a_wrong_secret_opens_nothing_and_exits_3() {
    let bench = Bench::new();
    bench.write("wrong.txt", &format!("{PASSPHRASE}\n\n"));
    bench.write("twelve.txt", "abandon abandon abandon");
    bench.write("misspelt.txt", &["abandn"; 24].join(" "));
    let other = Bench::new();
    std::fs::copy(other.path("words.txt"), bench.path("other.txt")).unwrap();
    for (option, file, code) in [
        ("--passphrase-file", "wrong.txt", "passphrase_wrong"),
        ("--recovery-phrase-file", "twelve.txt", "phrase_word_count"),
        ("--recovery-phrase-file", "misspelt.txt", "phrase_word_unknown"),
        ("--recovery-phrase-file", "other.txt", "key_or_file_wrong"),
    ] {
        let run = bench.raw(&["--book", "birch.book", option, file, "--json", "ageing"]);
        assert!(run.stdout.is_empty());
        assert_eq!(error(&run, 3)["code"], code, "{file}");
    }
    let both = ["--passphrase-file", "wrong.txt", "--recovery-phrase-file", "words.txt"];
    let both = bench.raw(&[&["--book", "birch.book", "--json", "ageing"], &both[..]].concat());
    assert_eq!(error(&both, 2)["code"], "usage");
}

/// One line end is not part of the passphrase; whatever else is in the file is.
#[test]
fn one_trailing_line_end_is_not_part_of_the_secret() {
    let bench = Bench::bare();
    bench.write("set.txt", "spaces stay \n");
    answer(&new_book(&bench, "b.book", &["--no-keychain", "--passphrase-file", "set.txt"]));
    for (secret, exit) in
        [("spaces stay ", 0), ("spaces stay \r\n", 0), ("spaces stay", 3), ("spaces stay \n\n", 3)]
    {
        bench.write("try.txt", secret);
        let run = bench.raw(&["--book", "b.book", "--passphrase-file", "try.txt", "--json", "book", "info"]);
        assert_eq!(run.status.code(), Some(exit), "{secret:?}: {}", text(&run.stderr));
    }
}

#[test]
fn what_is_not_a_book_exits_3_and_is_left_as_it_is() {
    let bench = Bench::new();
    bench.write("empty.book", "");
    bench.write("text.book", &"not a book at all ".repeat(500));
    bench.write("plain.book", &format!("SQLite format 3\0{}", "x".repeat(5000)));
    std::fs::create_dir(bench.path("folder.book")).unwrap();
    for (file, code) in [
        ("nowhere.book", "no_such_book"),
        ("empty.book", "not_a_book"),
        ("plain.book", "not_a_book"),
        ("folder.book", "not_a_book"),
        ("text.book", "key_or_file_wrong"),
    ] {
        for command in [&["ageing"][..], &["book", "verify"], &["client", "add", "--name", "X"]] {
            let mut words = vec!["--book", file, "--recovery-phrase-file", "words.txt", "--json"];
            words.extend(command);
            assert_eq!(error(&bench.raw(&words), 3)["code"], code, "{file} {command:?}");
        }
    }
    assert_eq!(std::fs::read(bench.path("text.book")).unwrap().len(), 18 * 500);
}

#[test]
fn a_whole_book_is_proven_whole() {
    let bench = Bench::new();
    bench.owing("Fern", "A-1", "2026-09-01", "2026-10-01");
    let proof = bench.ask("book verify");
    assert_eq!(keys(&proof), ["attachments_ok", "history_entries", "history_ok", "money_ok", "pages_ok"]);
    for what in ["pages_ok", "history_ok", "attachments_ok", "money_ok"] {
        assert_eq!(proof[what], true, "{what}");
    }
    let history = bench.ask("history")["history"].as_array().unwrap().len();
    assert_eq!(proof["history_entries"].as_u64().unwrap() as usize, history);
}

/// Whichever page a byte is flipped in, the book is not called whole.
#[test]
fn a_flipped_byte_anywhere_exits_3() {
    let bench = Bench::new();
    bench.owing("Fern", "A-1", "2026-09-01", "2026-10-01");
    let whole = bench.book_bytes();
    let page = 4096;
    assert!(whole.len() > 10 * page);
    for place in [20, page / 2, page + 100, whole.len() / 2 + 7, whole.len() - 1] {
        let mut bytes = whole.clone();
        bytes[place] ^= 0x40;
        std::fs::write(bench.path("birch.book"), &bytes).unwrap();
        let run = bench.on(TODAY, &["book", "verify"]);
        let code = error(&run, 3)["code"].as_str().unwrap().to_owned();
        if run.stdout.is_empty() {
            assert!(["key_or_file_wrong", "book_damaged"].contains(&code.as_str()), "{place}: {code}");
        } else {
            let proof = document(&run.stdout);
            assert_eq!(
                (proof["pages_ok"].as_bool(), code.as_str()),
                (Some(false), "book_damaged"),
                "{place}: {proof}"
            );
        }
    }
    std::fs::write(bench.path("birch.book"), &whole[..whole.len() - 2 * page]).unwrap();
    error(&bench.on(TODAY, &["book", "verify"]), 3);
    std::fs::write(bench.path("birch.book"), &whole).unwrap();
    bench.ask("book verify");
}

/// Another program that writes is answered by reading on, and by `in_use` for a change.
#[test]
fn while_another_program_writes_one_may_look_but_not_touch() {
    let bench = Bench::new();
    let before = bench.ask("client list");
    let runtime = new_runtime();
    let desk = Desk::new(bench.home(), Clock::Machine, "another window");
    let unlock = Unlock::Passphrase { passphrase: PASSPHRASE.to_owned() };
    runtime.block_on(open_for(&desk, Path::new(&bench.path("birch.book")), unlock, Access::Write)).unwrap();
    assert_eq!(bench.ask("client list"), before, "others may look");
    assert_eq!(bench.refused(1, "client add --name Fern")["code"], "in_use");
    runtime.block_on(desk.close()).unwrap();
    bench.ask("client add --name Fern");
}

fn new_runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap()
}

#[test]
fn the_business_stands_as_it_was_written_and_the_history_tells_it() {
    let bench = Bench::new();
    let words = ["book", "edit", "--email", "a@birch.example", "--street", "Ferry Street", "--number", "14"];
    let pay = ["--pay-to", "IBAN: DE89 3704", "--pay-to", "Bank: Isles"];
    let edited = answer(&bench.on(TODAY, &[&words[..], &pay[..]].concat()));
    has(&edited, "name country region currency locale time_zone email phone tax_id address pay_to logo");
    assert_eq!(edited["pay_to"], serde_json::json!(["IBAN: DE89 3704", "Bank: Isles"]));
    assert_eq!(bench.ask("book business"), edited);
    let history = bench.ask("history");
    let last = history["history"].as_array().unwrap().last().unwrap().clone();
    assert_eq!((last["kind"].as_str(), last["day"].as_str()), (Some("business_edited"), Some(TODAY)));
    bench.write("logo.png", "not a picture");
    for (line, code) in [
        ("book edit --email nobody", "business_word_refused"),
        ("book edit --country Canada", "business_word_refused"),
        ("book edit --region Ontario", "region_unknown"),
        ("book edit --logo logo.png", "logo_unreadable"),
        ("book edit --logo nowhere.png", "file_unreadable"),
    ] {
        assert_eq!(bench.refused(2, line)["code"], code, "{line}");
    }
    assert_eq!(bench.ask("book business"), edited, "nothing of a refused change stays");
}
