//! What a desktop expects: a file opens in its program, and a window comes back as it was left.

use std::path::Path;

use crate::desk::Desk;
use crate::driver::wait;
use crate::stage::Keychain;

/// Something that looks like a book from outside; nothing opens it.
fn lay_a_file(folder: &Path) {
    #[expect(clippy::disallowed_methods, reason = "a fixture in a temporary folder")]
    std::fs::write(folder.join("Kestrel.book"), [7; 8192]).expect("a file");
}

#[test]
fn a_file_opens_in_its_window_and_the_window_comes_back_as_it_was_left() {
    let Some(mut desk) = Desk::open_file("manners", Keychain::Absent, "Kestrel.book", lay_a_file) else {
        return;
    };
    desk.sees("Kestrel");
    desk.sees("Unlock the book");
    desk.driver.resize(1000, 680);
    desk.driver.picture("a file opened from outside");

    // The answer to this would come from a program that is gone.
    desk.driver
        .script("setTimeout(() => window.__TAURI_INTERNALS__.invoke('shell_quit', { args: {} }), 100);", &[]);
    let kept = desk.folder().join("config/app.goodterms.desktop/.window-state.json");
    wait("the window's place to be kept", || kept.is_file().then_some(()));
    desk.reopen();
    desk.sees("Kestrel");
    assert_eq!(desk.driver.view(), (1000, 680), "the window has its size of last time");
}
