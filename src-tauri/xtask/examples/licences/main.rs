//! Whose work is in the app: `cargo xtask licences` keeps the list for the About page, `cargo xtask dist` puts
//! the texts beside the app. Prints the list as JSON, or the texts when asked with `--texts`.
#![expect(clippy::expect_used, clippy::panic, reason = "what cannot be read must fail loudly")]

mod works;

use std::io::Write as _;

fn main() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let all = works::all(&root, &works::DESKTOPS);
    let said = match std::env::args().nth(1).as_deref() {
        None => works::list(&all),
        Some("--texts") => works::texts(&all),
        Some(other) => panic!("{other} is no word of this program"),
    };
    std::io::stdout().write_all(said.as_bytes()).expect("somebody reads it");
}
